"""Order numbers of the marketplaces: `order_number`, and `order_number:alone` without its context.

Read in the subject, the text, the quote, link targets, file names and attached mails,
after NFKC, dashes and broken lines are made normal. RE2 has no look-around, so the
neighbours of a match are looked at here. Never an order: phone numbers, IBANs, what
the pack's `never_order` finds, and the company's own orders.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import OrderPattern, Pack
from gateway.mail.address import under
from gateway.mail.envelope import Transaction
from gateway.signals.reading import Region, read
from gateway.signals.senders import senders
from gateway.words import Facts, Hit

MOST: Final = 50
MOST_SEEN: Final = 500
_LABEL: Final = (
    r"(?:bestell|beste?lung|best\.?[- ]?nr|auftrag|order|purchase|po[- ]?(?:nr|no|number)|commande|ordine|"
    r"pedido|zam[oó]wieni"
    r"|beste?lnummer|best[aä]llning|transaktion|transaction|kauf)"
)
_PHONE: Final = (
    r"(?:^|[^\pL])(?:tel|telefon|telefonnummer|fon|phone|mobil|mobile|mobiltelefon|handy|handynummer|fax|"
    r"telefax|whatsapp|"
    r"hotline|rufnummer|rückruf|call|durchwahl|cell|t|m|f)(?:[.:/ ]|nr|no|unter|us|me|mich|uns|an|"
    r"at){0,6}[+(]?\s?(?:\d{1,4}[) /-]{1,3})?$"
)
_IBAN: Final = r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b"
_BEFORE: Final = 60


@dataclass(frozen=True, slots=True)
class _Found:
    order: str
    start: int
    end: int
    wanted: OrderPattern


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each order number and pack, in order of appearance; the best place of several is kept."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    sent_by = {pack.name for pack in packs if _is_own_mail(tx, pack)}
    best: dict[tuple[str, str], Hit] = {}
    for region in reading.regions:
        for pack in packs:
            for hit in _in_region(region, pack, pack.name in sent_by, config):
                known = best.get((pack.name, hit.order or ""))
                if known is None or (known.signal, -known.weight) > (hit.signal, -hit.weight):
                    best[pack.name, hit.order or ""] = hit
                if len(best) >= MOST:
                    break
    yield from best.values()


def _is_own_mail(tx: Transaction, pack: Pack) -> bool:
    domains = (*pack.relay_domains, *pack.sender_domains)
    return any(under(box.domain, domains) for _, box in senders(tx))


def _in_region(region: Region, pack: Pack, own_mail: bool, config: Config) -> Iterator[Hit]:
    text = region.text
    for found in candidates(text, pack, config):
        given = own_mail or _has_context(region, pack, found)
        if not given and found.wanted.context in ("name", "label"):
            continue
        signal = "order_number" if given or found.wanted.context == "none" else "order_number:alone"
        weight = found.wanted.weight - (0.0 if given else 1.0)
        around = text[max(found.start - 40, 0) : found.end + 20]
        yield Hit(signal, weight * region.factor, pack.name, found.order, region.evidence(around))


def candidates(text: str, pack: Pack, config: Config) -> Iterator[_Found]:
    """Everything in a normal text that has the shape of an order of this pack and is nothing else."""
    taken: bytearray | None = None
    seen = 0
    for wanted in pack.order:
        for match in compiled(wanted.pattern, True).finditer(text):
            if not _stands_free(text, match.start(), match.end()):
                continue
            if taken is None:
                taken = _taken(text, pack, config)
            if any(taken[match.start() : match.end()]):
                continue
            if compiled(_PHONE, True).search(text[max(match.start() - 30, 0) : match.start()]):
                continue
            seen += 1
            if seen > MOST_SEEN:
                return
            yield _Found(_normal_form(match, wanted), match.start(), match.end(), wanted)


def _taken(text: str, pack: Pack, config: Config) -> bytearray:
    """One byte a character: whether it belongs to something else."""
    own, taken = config.gateway.company.own_orders, bytearray(len(text))
    for pattern in (_IBAN, *pack.never_order, *own):
        for match in compiled(pattern).finditer(text):
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return taken


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether the match is no piece of a longer number or word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if before in ("+", "-") and (before == "+" or text[max(start - 2, 0) : start - 1].isalnum()):
        return False
    return not (after == "-" and text[end + 1 : end + 2].isalnum())


def _normal_form(match: Any, wanted: OrderPattern) -> str:
    groups = [group for group in match.groups() if group]
    order = "-".join(groups) if groups else match[0]
    return {"keep": order, "upper": order.upper(), "lower": order.lower()}[wanted.form]


def _has_context(region: Region, pack: Pack, found: _Found) -> bool:
    wanted, text = found.wanted, region.text
    if region.where == "link":
        line = text[text.rfind("\n", 0, found.start) + 1 : found.start].lower()
        host = line.partition("//")[2].partition("/")[0]
        return under(host, pack.sender_domains)
    label = compiled(_LABEL, True)
    if wanted.context == "label":
        near = text[max(found.start - _BEFORE, 0) : found.start]
        return bool(label.search(near)) and _named(region, pack, found)
    if wanted.context in ("none", "either"):
        near = text[max(found.start - wanted.within, 0) : found.end + wanted.within]
        if label.search(near):
            return True
    return _named(region, pack, found)


def _named(region: Region, pack: Pack, found: _Found) -> bool:
    """Whether the marketplace is named near enough, in words or in an address."""
    if not region.named:
        return False
    lo, hi = max(found.start - found.wanted.within, 0), found.end + found.wanted.within
    near = region.language.words(region.text[lo:hi])
    return any(pack_name == pack.name for pack_name, _ in near.mentions()) or any(
        domain in region.text[lo:hi].lower() for domain in pack.sender_domains
    )
