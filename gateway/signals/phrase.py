"""What the mail says of a purchase: `phrase:bought`, `:quoted`, `:strong`, `:medium`, `:weak`.

`bought` is the writer's own statement that he bought there, `quoted` the same in a quote;
`weak` words of any purchase count only beside a name and have no marketplace. Tolerant
of umlaut spellings and of one slip a word; what is quoted counts half. Linear in the
text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import templates
from gateway.signals.grammar import GRAMMARS
from gateway.signals.reading import Region, read, remembered
from gateway.words import Facts, Hit

WEIGHTS: Final = {"bought": 3.0, "quoted": 3.0, "strong": 3.0, "medium": 2.0, "weak": 1.0}
_REACH: Final = 200
_MOST_WINDOWS: Final = 60
_READ: Final = ("subject", "text", "quote", "attached mail")

_BOUGHT: Final = [templates.pattern(each.bought, each.classes) for each in GRAMMARS.values()]
_NOT_BOUGHT: Final = [templates.pattern(each.not_bought, each.classes) for each in GRAMMARS.values()]
_STRONG: Final = [templates.pattern(each.strong, each.classes) for each in GRAMMARS.values()]
_MEDIUM: Final = [templates.pattern(each.medium, each.classes) for each in GRAMMARS.values()]
_WEAK: Final = [templates.pattern(each.weak, each.classes) for each in GRAMMARS.values()]


@remembered
def _of_pack(pack: Pack) -> dict[str, Any]:
    """The pack's own phrases, compiled, by level."""
    every = pack.phrases.values()
    levels = {
        "strong": [each for phrases in every for each in phrases.strong],
        "medium": [each for phrases in every for each in phrases.medium],
        "weak": [each for phrases in every for each in phrases.weak],
    }
    return {
        level: templates.either(templates.source(each, None, pack.name) for each in lines)
        for level, lines in levels.items()
    }


@remembered
def _anchors(pack: Pack) -> tuple[str, ...]:
    """A word of each of the pack's phrases that do not name it: a quick no for most mails."""
    found = set[str]()
    for phrases in pack.phrases.values():
        for phrase in (*phrases.strong, *phrases.medium, *phrases.weak):
            if "{name}" not in phrase:
                runs = [[_run(word) for word in token.split("|")] for token in phrase.split()]
                found.update(max(runs, key=lambda run: min(map(len, run)), default=[]))
    return tuple(found - {""})


def _run(word: str) -> str:
    """The longest run of letters that no way of writing umlauts changes."""
    return max(re.findall(r"[a-z]+", word.lower()), key=len, default="")


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """The heaviest phrase of each level and marketplace, and weak words where a marketplace is named."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    regions = [region for region in reading.regions if region.where in _READ]
    best: dict[tuple[str, str | None], Hit] = {}
    for region in regions:
        for level, pack, said in (*_named(region), *_packs(region, packs)):
            weight = WEIGHTS[level] * region.factor
            known = best.get((level, pack))
            if known is None or known.weight < weight:
                best[level, pack] = Hit(f"phrase:{level}", weight, pack, None, region.evidence(said))
    yield from best.values()
    if any(region.named for region in regions):
        yield from _weak(regions)


def _windows(line: str) -> Iterator[tuple[int, int]]:
    """The neighbourhood of each name in the same sentence, overlapping ones joined."""
    start = end = -1
    at = line.find("@")
    for _ in range(_MOST_WINDOWS):
        if at < 0:
            break
        lo = max(at - _REACH, 0)
        stop = line.rfind(" . ", lo, at)
        lo = stop + 2 if stop >= 0 else line.find(" ", lo) if lo else 0
        hi = line.find(" . ", at, at + _REACH)
        hi = hi + 1 if hi >= 0 else line.rfind(" ", at, at + _REACH) + 1
        if start >= 0 and lo > end:
            yield start, end
            start = -1
        start, end = (lo if start < 0 else start), max(hi, end)
        at = line.find("@", at + 1)
    if start >= 0:
        yield start, end


def _named(region: Region) -> Iterator[tuple[str, str, str]]:
    """(level, pack, words) of all sayings about a named marketplace."""
    if not region.named:
        return
    words = region.words
    for lo, hi in _windows(words.line):
        window = words.line[lo:hi]
        undone = [templates.Spans(each, window) for each in _NOT_BOUGHT]
        levels = (("bought", _BOUGHT), ("strong", _STRONG), ("medium", _MEDIUM))
        for level, patterns in levels:
            for pattern in patterns:
                for found in pattern.finditer(window):
                    pack = templates.caught(found)
                    if pack and not any(each.touch(found) for each in undone):
                        level = "quoted" if level == "bought" and not region.own else level
                        yield level, pack, words.said(lo + found.start() + 1, lo + found.end() - 1)


def _packs(region: Region, packs: Sequence[Pack]) -> Iterator[tuple[str, str | None, str]]:
    """(level, pack, words) of the packs' own phrases."""
    for pack in packs:
        if not pack.phrases:
            continue
        low = region.text.lower()
        if not region.named and not any(word in low for word in _anchors(pack)):
            continue
        for level, pattern in _of_pack(pack).items():
            found = pattern.search(region.words.line)
            if found:
                said = region.words.said(found.start() + 1, found.end() - 1)
                yield level, pack.name, said


def _weak(regions: Iterable[Region]) -> Iterator[Hit]:
    for region in regions:
        for pattern in _WEAK:
            found = pattern.search(region.words.line)
            if found:
                said = region.words.said(found.start() + 1, found.end() - 1)
                yield Hit("phrase:weak", WEIGHTS["weak"] * region.factor, None, None, region.evidence(said))
                return
