"""What the mail says of a purchase: `phrase:bought`, `:quoted`, `:strong`, `:medium`, `:weak`.

`bought` is the writer's own statement that he bought there, `quoted` the same in a quote;
`weak` words of any purchase count only beside a name and have no marketplace. Tolerant
of umlaut spellings and of one slip a word; what is quoted counts half. Linear in the
text.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import templates
from gateway.signals.grammar import sayings
from gateway.signals.patterns import Look
from gateway.signals.prefilter import phrase_patterns
from gateway.signals.reading import Region, read
from gateway.signals.remembering import CONFIGURATIONS, PACKS, remembered
from gateway.words import Facts, Hit

WEIGHTS: Final = {"bought": 3.0, "quoted": 3.0, "strong": 3.0, "sent": 3.0, "medium": 2.0, "weak": 1.0}
_REACH: Final = 200
_MOST_WINDOWS: Final = 60
_KINDS: Final = frozenset({"name", "phrase"})
_READ: Final = ("subject", "text", "quote", "attached mail")


@remembered(PACKS)
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


@remembered(CONFIGURATIONS)
def _first_look(packs: Sequence[Pack]) -> Look:
    """Whose phrases without the pack's name may stand there, on text as written: one look for all packs."""
    return Look("|".join(f"(?:{each})" for each in phrase_patterns(pack)) for pack in packs)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """The heaviest phrase of each level and marketplace, and weak words where a marketplace is named."""
    reading = read(tx, packs, config)
    if reading.internal or not reading.kinds & _KINDS:
        return
    regions = [region for region in reading.regions if region.where in _READ]
    best: dict[tuple[str, str | None], Hit] = {}
    for region in regions:
        for level, pack, said in (*_named(region), *_packs(region, packs)):
            if pack in reading.own_name:
                continue
            weight = WEIGHTS[level] * region.factor
            known = best.get((level, pack))
            if known is None or known.weight < weight:
                best[level, pack] = Hit(f"phrase:{level}", weight, pack, None, region.evidence(said))
    there = None if any(level == "bought" for level, _ in best) else _there(regions, reading.named)
    if there is not None:
        best["bought", there.marketplace] = there
    yield from best.values()
    if reading.named:
        yield from _weak(regions, [hit.evidence for hit in best.values() if hit.signal != "phrase:bought"])


def _windows(line: str) -> Iterator[tuple[int, int]]:
    """The neighbourhood of each name: its sentence and the one before; overlapping ones joined."""
    start = end = -1
    at = line.find("@")
    for _ in range(_MOST_WINDOWS):
        if at < 0:
            break
        lo, hi = _begin(line, at), line.find(" . ", at, at + _REACH)
        hi = hi + 1 if hi >= 0 else line.rfind(" ", at, at + _REACH) + 1
        if start >= 0 and lo > end:
            yield start, end
            start = -1
        start, end = (lo if start < 0 else start), max(hi, end)
        at = line.find("@", at + 1)
    if start >= 0:
        yield start, end


def _begin(line: str, at: int) -> int:
    """Where the sentence before that of `at` begins, or something nearer."""
    lo = max(at - _REACH, 0)
    own = line.rfind(" . ", lo, at)
    before = line.rfind(" . ", lo, own) if own >= 0 else -1
    if before >= 0 or (own >= 0 and lo):
        return max(before, own if before < 0 else before) + 2
    return line.find(" ", lo) if lo else 0


def _named(region: Region) -> Iterator[tuple[str, str, str]]:
    """(level, pack, words) of all sayings about a named marketplace."""
    if not region.named:
        return
    words = region.words
    spoken = {level: region.languages(level) for level in ("bought", "strong", "sent", "medium")}
    for lo, hi in _windows(words.line) if any(spoken.values()) else ():
        window = words.line[lo:hi]
        undone: list[templates.Spans] | None = None
        taken: list[tuple[str, int, int]] = []
        for level, languages in spoken.items():
            fresh: list[tuple[str, int, int]] = []
            for language in languages:
                for found in sayings(level, language).finditer(window):
                    pack, (start, end) = templates.caught(found), found.span()
                    if undone is None:
                        undone = [
                            templates.Spans(sayings("not_bought", each), window)
                            for each in region.languages("not_bought")
                        ]
                    if pack is None or any(each.touch(found) for each in undone):
                        continue
                    # What a surer saying says already is said once.
                    if any(name == pack and start < upto and since < end for name, since, upto in taken):
                        continue
                    fresh.append((pack, start, end))
                    told = "quoted" if level == "bought" and not region.own else level
                    yield told, pack, words.said(lo + start + 1, lo + end - 1)
            taken += fresh


def _packs(region: Region, packs: Sequence[Pack]) -> Iterator[tuple[str, str | None, str]]:
    """(level, pack, words) of the packs' own phrases."""
    maybe = set(_first_look(packs).found(region.text))
    named = {name for name, _ in region.mentions}
    for at, pack in enumerate(packs):
        if not pack.phrases or not (at in maybe or pack.name in named):
            continue
        for level, pattern in _of_pack(pack).items():
            found = pattern.search(region.words.line)
            if found:
                said = region.words.said(found.start() + 1, found.end() - 1)
                yield level, pack.name, said


def _there(regions: Iterable[Region], named: Collection[str]) -> Hit | None:
    """ "I bought it there", where only one marketplace is named."""
    for region in regions if len(named) == 1 else ():
        for language in region.languages("there") if region.own else ():
            undone = templates.Spans(sayings("not_bought", language), region.words.line)
            told = sayings("there", language).finditer(region.words.line)
            found = next((each for each in told if not undone.touch(each)), None)
            if found:
                said = region.words.said(found.start() + 1, found.end() - 1)
                weight = WEIGHTS["bought"] * region.factor
                return Hit("phrase:bought", weight, next(iter(named)), None, region.evidence(said))
    return None


def _weak(regions: Iterable[Region], said: Sequence[str]) -> Iterator[Hit]:
    """The first weak word, which must be none of those that a saying is made of already."""
    for region in regions:
        for language in region.languages("weak"):
            for found in sayings("weak", language).finditer(region.words.line):
                words = region.evidence(region.words.said(found.start() + 1, found.end() - 1))
                if not any(words.partition(": ")[2] in each for each in said):
                    yield Hit("phrase:weak", WEIGHTS["weak"] * region.factor, None, None, words)
                    return
