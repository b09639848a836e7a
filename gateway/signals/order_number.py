"""Order numbers of the marketplaces: `order_number`, and `order_number:alone` without its context.

Read in the subject, the text, the quote, link targets, file names and attached mails,
after NFKC, dashes and broken lines are made normal. RE2 has no look-around, so the
neighbours of a match are looked at here. A number that several packs could mean goes
to the surest pattern, then to the marketplace that is named nearest. Never an order:
phone numbers, IBANs, dates, what a pack's `never_order` finds, the company's own orders.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import OrderPattern, Pack
from gateway.mail.address import under
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.signals.apart import only_compared, own_numbers
from gateway.signals.order_words import BESIDE, KIND, LABEL, NAMED_OTHERWISE, NEVER, OTHER, PHONE
from gateway.signals.patterns import Look
from gateway.signals.reading import Reading, Region, read
from gateway.signals.remembering import CONFIGURATIONS, remembered
from gateway.signals.senders import senders_packs
from gateway.words import Facts, Hit

MOST: Final = 50
_SAYS: Final = 16
_BESIDE: Final = 400
"""Characters beside a number that are read for what it belongs to: more than an address has."""
_NAMES: Final = 50
MOST_SEEN: Final = 500
_SUREST: Final = ("none", "either", "name", "label")
_WORD: Final = re.compile(r"[^\W\d_]{0,16}")
_BETWEEN: Final = re.compile(r"[^\d\n]{0,45}(?:\n[^\d\n]{0,12})?")
_BLANK: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile(r"(?<![\w-])(?=[\w-]{0,12}\d)[\w-]{4,64}")
_kept: WeakKeyDictionary[Region, list[int]] = WeakKeyDictionary()
_found: WeakKeyDictionary[Message, tuple[Reading, tuple[Hit, ...]]] = WeakKeyDictionary()
"""What was found in a mail: asked by the facts first, by the signals then."""


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
    look: Look

    def in_text(self, text: str) -> tuple[tuple[Pack, OrderPattern], ...]:
        """Those that occur, in the order of the packs."""
        return tuple(self.every[at] for at in self.look.found(text))


@remembered(CONFIGURATIONS)
def _patterns(packs: Sequence[Pack]) -> _Patterns:
    every = tuple((pack, wanted) for pack in packs for wanted in pack.order)
    return _Patterns(every, Look(wanted.pattern for _, wanted in every))


def shaped(reading: Reading, packs: Sequence[Pack]) -> bool:
    """Whether anything in the mail has the shape of an order that needs no name beside it."""
    return "order" in reading.kinds and any(
        wanted.context in ("none", "either")
        for region in reading.regions
        for _, wanted in _patterns(packs).in_text(region.text)
    )


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each order number and pack, in order of appearance; the best place of several is kept."""
    yield from _hits(tx, packs, config)


def named(tx: Transaction, packs: Sequence[Pack], config: Config) -> tuple[str, ...]:
    """The orders the mail names in their context, each once: for those who gather the facts."""
    found = (hit.order for hit in _hits(tx, packs, config) if hit.signal == "order_number" and hit.order)
    return tuple(dict.fromkeys(found))


def _hits(tx: Transaction, packs: Sequence[Pack], config: Config) -> tuple[Hit, ...]:
    reading = read(tx, packs, config)
    known = _found.get(tx.message)
    if known is None or known[0] is not reading:
        known = _found[tx.message] = (reading, tuple(_best(tx, reading, packs, config)))
    return known[1]


def _best(tx: Transaction, reading: Reading, packs: Sequence[Pack], config: Config) -> Iterator[Hit]:
    sent_by = {pack.name for pack in senders_packs(tx, packs)}
    if reading.internal or not (sent_by or reading.kinds & {"name", "order"}):
        return
    best: dict[tuple[str, str], Hit] = {}
    denied: set[str] = set()
    for region in reading.regions:
        for hit in _in_region(region, reading, packs, sent_by, config, denied):
            key = (hit.marketplace or "", hit.order or "")
            known = best.get(key)
            if known is None or (known.signal, -known.weight) > (hit.signal, -hit.weight):
                best[key] = hit
            if len(best) >= MOST:
                break
    yield from best.values()


def _in_region(
    region: Region,
    reading: Reading,
    packs: Sequence[Pack],
    sent_by: set[str],
    config: Config,
    denied: set[str],
) -> Iterator[Hit]:
    given = [
        (found, _has_context(region, reading, found, sent_by))
        for found in candidates(region, packs, reading.named | sent_by, config, denied)
    ]
    kept: list[tuple[_Found, bool]] = []
    for found, certain in sorted(given, key=lambda each: (not each[1], _rank(region, each[0]))):
        free = not any(found.start < other.end and other.start < found.end for other, _ in kept)
        if free and (certain or _may_be_alone(region, found)):
            kept.append((found, certain))
    for found, certain in sorted(kept, key=lambda each: each[0].start):
        sure = certain or found.wanted.context == "none"
        weight = found.wanted.weight - (0.0 if certain else 1.0)
        around = _words_around(region.text, found.start, found.end)
        signal = "order_number" if sure else "order_number:alone"
        yield Hit(signal, weight * region.factor, found.pack.name, found.order, region.evidence(around))


def _may_be_alone(region: Region, found: _Found) -> bool:
    """Whether a number may be an order without a word for it: not where another word says what it is."""
    if found.wanted.context == "none":
        return True
    before = region.text[max(found.start - _SAYS, 0) : found.start]
    return found.wanted.context == "either" and not compiled(KIND, True).search(before)


def _words_around(text: str, start: int, end: int) -> str:
    """The match with whole words beside it, up to 40 characters before and 20 behind; "…" where it is cut."""
    lo, hi = max(start - 40, 0), min(end + 20, len(text))
    before, behind = text[lo:start], text[end:hi]
    if lo and not text[lo - 1].isspace():
        cut = _BLANK.search(before)
        before = before[cut.end() :] if cut else f"…{before}"
    if hi < len(text) and not text[hi].isspace():
        words = behind.rsplit(maxsplit=1)
        behind = behind[: behind.rfind(words[-1])] if len(words) > 1 or behind[:1].isspace() else f"{behind}…"
    return before + text[start:end] + behind


def _rank(region: Region, found: _Found) -> tuple[int, int, int]:
    """What comes first where two packs could mean one number: the surer, the nearer, the longer."""
    distance = _distance(region, found.pack.name, found)
    return _SUREST.index(found.wanted.context), distance, found.start - found.end


def candidates(
    region: Region, packs: Sequence[Pack], meant: Set[str], config: Config, denied: set[str]
) -> Iterator[_Found]:
    """Everything in a region that has the shape of an order and is nothing else.

    `meant` are the packs that are named in the mail or send it: a pattern that needs the name is looked for
    only then. `denied` are numbers that the mail calls something else, here or in a region before.
    """
    text = region.text
    known = [
        (pack, wanted)
        for pack, wanted in _patterns(packs).in_text(text)
        if wanted.context in ("none", "either") or pack.name in meant or region.where == "link"
    ]
    if not known:
        return
    taken: bytearray | None = None
    shapes = ((pack, wanted) for pack, wanted in known if wanted.context != "label")
    found = [
        (pack, wanted, match, match.start())
        for pack, wanted in shapes
        for match in itertools.islice(compiled(wanted.pattern, True).finditer(text), MOST_SEEN)
    ]
    found += _labelled_ones(region, [(pack, wanted) for pack, wanted in known if wanted.context == "label"])
    for pack, wanted, match, start in found[:MOST_SEEN]:
        end = start + match.end() - match.start()
        if not _stands_free(text, start, end):
            continue
        order = _normal_form(match, wanted)
        if sum(map(str.isdigit, order)) < wanted.digits or _is_never(text, start, end, pack):
            continue
        if taken is None:
            taken = _taken(text, found, (*NEVER, *config.gateway.company.own_orders))
        if any(taken[start:end]) or compiled(PHONE, True).search(text[max(start - 30, 0) : start]):
            continue
        if order in denied or _is_named_otherwise(region, start, wanted.context == "either", pack, meant):
            denied.add(order)
            continue
        yield _Found(pack, order, start, end, wanted)


def _labelled_ones(
    region: Region, wanted: Sequence[tuple[Pack, OrderPattern]]
) -> Iterator[tuple[Pack, OrderPattern, Any, int]]:
    """(pack, pattern, match, offset) of the numbers that stand behind a word for order or a name."""
    if not wanted or region.where == "link":
        return
    text = region.text
    for number, token in enumerate(_NUMBER.finditer(text)):
        if number >= MOST_SEEN:
            return
        reach = max(each.label_within for _, each in wanted)
        if _labelled(region, token.start(), reach) or _beside_name(region, token.start()):
            for pack, each in wanted:
                match = compiled(each.pattern, True).fullmatch(token[0])
                if match:
                    yield pack, each, match, token.start()


def _is_named_otherwise(region: Region, start: int, either: bool, pack: Pack, meant: Set[str]) -> bool:
    """Whether the writer calls it the number of an invoice, a customer, a ticket ..."""
    if region.where not in ("subject", "text") or not (either or pack.name not in meant):
        return False
    return bool(compiled(NAMED_OTHERWISE, True).search(region.text[max(start - _NAMES, 0) : start]))


def _taken(
    text: str, found: Sequence[tuple[Pack, OrderPattern, Any, int]], patterns: Iterable[str]
) -> bytearray:
    """One byte a character: whether it belongs to something else; told for the lines around the finds."""
    first = min(start for *_, start in found)
    last = max(start + match.end() - match.start() for _, _, match, start in found)
    lo = text.rfind("\n", 0, max(first - _BESIDE, 0)) + 1
    hi = text.find("\n", min(last + _BESIDE, len(text)))
    near = text[lo : hi if hi >= 0 else len(text)]
    taken = bytearray(len(text))
    for pattern in patterns:
        for match in compiled(pattern, True).finditer(near):
            taken[lo + match.start() : lo + match.end()] = b"\1" * (match.end() - match.start())
    return taken


def _is_never(text: str, start: int, end: int, pack: Pack) -> bool:
    if not pack.never_order:
        return False
    lo = max(start - 40, 0)
    near = text[lo : end + 40]
    return any(
        found.start() < end - lo and start - lo < found.end()
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
        if (
            not _labelled(region, found.start, wanted.label_within)
            and _beside_name(region, found.start) != pack.name
        ):
            return False
        if text[found.start : found.end] in own_numbers(region) or only_compared(reading, pack.name):
            return False
        return pack.name in sent_by or _is_meant(region, reading, found, far=True)
    if pack.name in sent_by:
        return True
    if region.where == "link":
        line = text[text.rfind("\n", 0, found.start) + 1 : found.start].lower()
        host = line.partition("//")[2].partition("/")[0]
        return under(host, pack.sender_domains)
    if wanted.context in ("none", "either"):
        lo, hi = found.start - wanted.within, found.end + wanted.within
        another = wanted.context == "either" and reading.named and pack.name not in reading.named
        if not another and any(lo <= at <= hi for at in _labels(region)):
            return True
    return _is_meant(region, reading, found, far=_labelled(region, found.start, wanted.label_within))


def _labelled(region: Region, start: int, within: int) -> bool:
    """Whether a word for order stands right before, and no word for another number between."""
    labels = _labels(region)
    at = bisect_left(labels, start)
    while at and start - labels[at - 1] <= within:
        at -= 1
        between = region.text[_WORD.match(region.text, labels[at]).end() : start]  # type: ignore[union-attr]
        if _BETWEEN.fullmatch(between) and not compiled(OTHER, True).search(between):
            return True
    return False


def _labels(region: Region) -> list[int]:
    """Where the words for order end, in order; found once."""
    kept = _kept.get(region)
    if kept is None:
        kept = _kept[region] = [found.end() for found in compiled(LABEL, True).finditer(region.text)]
    return kept


def _beside_name(region: Region, start: int) -> str | None:
    """The pack whose name stands right before a number: "Galaxus 48213377"."""
    near = [(pack, at) for pack, at in region.mentions if at < start and start - at < 40]
    if not near:
        return None
    words = region.text[near[-1][1] : start].split(maxsplit=1)
    behind = region.text[near[-1][1] + len(words[0]) : start] if words else ""
    return near[-1][0] if compiled(BESIDE, True).search(behind) else None


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
    around = region.text[lo:hi].lower()
    if any(domain in around for domain in found.pack.sender_domains):
        return True
    return far and reading.named == {found.pack.name}
