"""Order numbers of the marketplaces: `order_number`, and `order_number:alone` without its context.

Read in the subject, the text, the quote, link targets, file names and attached mails,
after NFKC, dashes and broken lines are made normal. RE2 has no look-around, so the
neighbours of a match are looked at here. A number that several packs could mean goes
to the surest pattern, then to the marketplace that is named nearest. Never an order:
phone numbers, IBANs, dates, what a pack's `never_order` finds, the company's own orders.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import re2

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import OrderPattern, Pack
from gateway.mail.address import under
from gateway.mail.envelope import Transaction
from gateway.signals.reading import Reading, Region, read
from gateway.signals.remembering import remembered
from gateway.signals.senders import senders_packs
from gateway.words import Facts, Hit

MOST: Final = 50
MOST_SEEN: Final = 500
_SUREST: Final = ("none", "either", "name", "label")
_LABEL: Final = (
    r"(?:bestell|beste?lung|best\.?[- ]?nr|auftrag|order|purchase|\bpo[- ]?(?:nr|no|number)|command?e|\bcde\b|ordine|ordini|"
    r"pedido|pedida|\borden\b|zam[oó]wieni|zakup|zam\b|beste?lnummer|best[aä]llning|transaktion|transaction|transakcj|"
    r"(?:^|[^\pL])(?:kauf|compra|achat|acquisto|aankoop|köp|vorgang|sale|verkoop|ordre|inköp))"
)
_OTHER: Final = (
    r"(?:sendung|paket|track|parcel|artikel|art\.?-?nr|item|rechnung|invoice|factur|fattur|faktur|kunde|customer|client|serien|serial|"
    r"\bean\b|gtin|\basin\b|model|seriennr|suivi|colis|pacco|spedizion|envío|paquete|paczk|przesył|zending|pakket|ticket|\bfall\b|"
    r"\bcase\b|telefon|phone|\btel\b|iban|konto|retoure|rma|charge|lot\b|vat\b|\bust|p\.?iva|steuer|numéro de série|teile|part)"
)
_BETWEEN: Final = rf"{_LABEL}[\pL]{{0,16}}[^\d\n]{{0,45}}(?:\n[^\d\n]{{0,12}})?$"
_BESIDE: Final = (
    r"^[^\pL\d]{0,4}(?:nr|no|n|num|number|nummer|numer|numero|número|id|order|bestellung)?[^\pL\d]{0,6}$"
)
_PHONE: Final = (
    r"(?:^|[^\pL])(?:tel|telefon|telefonnummer|fon|phone|mobil|mobile|mobiltelefon|handy|handynummer|fax|"
    r"telefax|whatsapp|hotline|rufnummer|rückruf|call|durchwahl|cell|t|m|f|tél|téléphone|portable|cellulare|cell|teléfono|móvil|komórka|"
    r"telefoon|mobiel|telefonnr)(?:[.:/ ]|nr|no|unter|us|me|mich|uns|an|at|op|au|al|pod){0,6}[+(]?\s?(?:\d{1,4}[) /-]{1,3})?$"
)
_IBAN: Final = r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b"
_DATES: Final = (r"\b20\d\d-[01]\d-[0-3]\d\b", r"\b[0-3]?\d-[01]?\d-20\d\d\b", r"\b20[0-3]\d[01]\d[0-3]\d\b")
_CONTACT: Final = r"[\w.+-]{1,64}@[\w.-]{1,253}"


@dataclass(frozen=True, slots=True)
class _Found:
    pack: Pack
    order: str
    start: int
    end: int
    wanted: OrderPattern


@dataclass(frozen=True)
class _Patterns:
    """All order patterns of all packs, and one set that says in a single pass which of them occur."""

    every: tuple[tuple[Pack, OrderPattern], ...]
    look: Any

    def in_text(self, text: str) -> tuple[tuple[Pack, OrderPattern], ...]:
        """Those that occur, in the order of the packs."""
        return tuple(self.every[at] for at in sorted(self.look.Match(text.encode("utf-8", "replace")) or ()))


@remembered
def _patterns(packs: Sequence[Pack]) -> _Patterns:
    options = re2.Options()
    options.case_sensitive, options.log_errors = False, False
    look = re2.Set.SearchSet(options)
    every = tuple((pack, wanted) for pack in packs for wanted in pack.order)
    for _, wanted in every:
        look.Add(wanted.pattern)
    if not every:
        look.Add(r"[^\x00-\x{10FFFF}]")
    look.Compile()
    return _Patterns(every, look)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each order number and pack, in order of appearance; the best place of several is kept."""
    sent_by = {pack.name for pack in senders_packs(tx, packs)}
    reading = read(tx, packs, config)
    if reading.internal or not (sent_by or reading.kinds & {"name", "order"}):
        return
    best: dict[tuple[str, str], Hit] = {}
    for region in reading.regions:
        for hit in _in_region(region, reading, packs, sent_by, config):
            key = (hit.marketplace or "", hit.order or "")
            known = best.get(key)
            if known is None or (known.signal, -known.weight) > (hit.signal, -hit.weight):
                best[key] = hit
            if len(best) >= MOST:
                break
    yield from best.values()


def _in_region(
    region: Region, reading: Reading, packs: Sequence[Pack], sent_by: set[str], config: Config
) -> Iterator[Hit]:
    given = [
        (found, _has_context(region, reading, found, sent_by))
        for found in candidates(region.text, packs, config)
    ]
    kept: list[tuple[_Found, bool]] = []
    for found, certain in sorted(given, key=lambda each: (not each[1], _rank(region, each[0]))):
        stands = certain or found.wanted.context in ("none", "either")
        if stands and not any(found.start < other.end and other.start < found.end for other, _ in kept):
            kept.append((found, certain))
    for found, certain in sorted(kept, key=lambda each: each[0].start):
        sure = certain or found.wanted.context == "none"
        weight = found.wanted.weight - (0.0 if certain else 1.0)
        around = region.text[max(found.start - 40, 0) : found.end + 20]
        signal = "order_number" if sure else "order_number:alone"
        yield Hit(signal, weight * region.factor, found.pack.name, found.order, region.evidence(around))


def _rank(region: Region, found: _Found) -> tuple[int, int, int]:
    """What comes first where two packs could mean one number: the surer, the nearer, the longer."""
    distance = _distance(region, found.pack.name, found)
    return _SUREST.index(found.wanted.context), distance, found.start - found.end


def candidates(text: str, packs: Sequence[Pack], config: Config) -> Iterator[_Found]:
    """Everything in a normal text that has the shape of an order and is nothing else."""
    taken: bytearray | None = None
    seen = 0
    for pack, wanted in _patterns(packs).in_text(text):
        for match in compiled(wanted.pattern, True).finditer(text):
            seen += 1
            if seen > MOST_SEEN:
                return
            if not _stands_free(text, match.start(), match.end()):
                continue
            if taken is None:
                taken = _taken(text, (_IBAN, *_DATES, _CONTACT, *config.gateway.company.own_orders))
            if any(taken[match.start() : match.end()]) or _is_never(text, match, pack):
                continue
            if compiled(_PHONE, True).search(text[max(match.start() - 30, 0) : match.start()]):
                continue
            order = _normal_form(match, wanted)
            if sum(map(str.isdigit, order)) >= wanted.digits:
                yield _Found(pack, order, match.start(), match.end(), wanted)


def _taken(text: str, patterns: Iterable[str]) -> bytearray:
    """One byte a character: whether it belongs to something else."""
    taken = bytearray(len(text))
    for pattern in patterns:
        for match in compiled(pattern, True).finditer(text):
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return taken


def _is_never(text: str, match: Any, pack: Pack) -> bool:
    start = max(match.start() - 40, 0)
    near = text[start : match.end() + 40]
    return any(
        found.start() < match.end() - start and match.start() - start < found.end()
        for pattern in pack.never_order
        for found in compiled(pattern).finditer(near)
    )


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
    order: str = "-".join(groups) if groups else match[0]
    return {"keep": order, "upper": order.upper(), "lower": order.lower()}[wanted.form]


def _has_context(region: Region, reading: Reading, found: _Found, sent_by: set[str]) -> bool:
    wanted, text, pack = found.wanted, region.text, found.pack
    if wanted.context == "label":
        before = text[max(found.start - wanted.label_within, 0) : found.start]
        if region.where == "link" or not (_labelled(before) or _beside_name(region, found)):
            return False
        return pack.name in sent_by or _is_meant(region, reading, found, far=True)
    if pack.name in sent_by:
        return True
    if region.where == "link":
        line = text[text.rfind("\n", 0, found.start) + 1 : found.start].lower()
        host = line.partition("//")[2].partition("/")[0]
        return under(host, pack.sender_domains)
    before = text[max(found.start - wanted.within, 0) : found.start]
    if wanted.context in ("none", "either") and (
        compiled(_LABEL, True).search(before)
        or compiled(_LABEL, True).search(text[found.end : found.end + wanted.within])
    ):
        return True
    return _is_meant(region, reading, found, far=_labelled(before[-60:]))


def _labelled(before: str) -> bool:
    """Whether a word for order stands right before, and no word for another number between."""
    found = compiled(_BETWEEN, True).search(before)
    return found is not None and not compiled(_OTHER, True).search(found[0])


def _beside_name(region: Region, found: _Found) -> bool:
    """Whether the name itself stands right before: "Galaxus 48213377"."""
    near = [(pack, at) for pack, at in region.mentions if at < found.start and found.start - at < 40]
    if not near or near[-1][0] != found.pack.name:
        return False
    words = region.text[near[-1][1] : found.start]
    return (
        bool(compiled(_BESIDE, True).search(words[len(words.split(maxsplit=1)[0]) :]))
        if words.strip()
        else False
    )


def _distance(region: Region, name: str, found: _Found) -> int:
    """How far the nearest name of a pack stands; a name behind counts double."""
    return min(
        (
            found.start - at if at <= found.start else 2 * (at - found.end)
            for pack, at in region.mentions
            if pack == name
        ),
        default=1 << 20,
    )


def _is_meant(region: Region, reading: Reading, found: _Found, far: bool) -> bool:
    """Whether the marketplace is named near enough and no other one nearer; with `far`, anywhere in the mail
    if it is the only one."""
    lo, hi = max(found.start - found.wanted.within, 0), found.end + found.wanted.within
    near = {pack for pack, at in region.mentions if lo <= at < hi}
    if found.pack.name in near:
        mine = _distance(region, found.pack.name, found)
        return all(mine <= _distance(region, other, found) for other in near)
    if any(domain in region.text[lo:hi].lower() for domain in found.pack.sender_domains):
        return True
    return far and reading.named == {found.pack.name}
