"""Legal declarations in the sender's own newest text: `legal:withdrawal`, `legal:privacy` ...

An overlay on any verdict; what staff wrote and what is quoted says nothing here. The
subject counts unless the mail is a reply. Weight 1 each: the weight ranks kinds, it
adds nothing to a marketplace.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import declarations, templates
from gateway.signals.authorities import authority
from gateway.signals.declarations import DECLARATIONS
from gateway.signals.line import Words
from gateway.signals.patterns import any_of
from gateway.signals.reading import Region, read
from gateway.signals.senders import addresses
from gateway.words import Facts, Hit, Legal

_ENOUGH: Final = 2
_REACH: Final = 400
_MOST: Final = 200


@lru_cache(maxsize=8)
def _compiled(kind: Legal) -> tuple[Any, Any, Any, Any, Any]:
    every = [kinds[kind] for kinds in DECLARATIONS.values()]
    return (
        any_of(declarations.stems()[kind]),
        templates.pattern(line for each in every for line in each.sure),
        templates.pattern(line for each in every for line in each.hint),
        templates.pattern(line for each in every for line in each.unless),
        templates.pattern(line for each in every for line in each.subject),
    )


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each kind that is declared; what an authority writes is `lawyer` by its name."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    office = authority(addresses(tx.message.from_))
    if office:
        yield Hit(f"legal:{Legal.LAWYER.value}", 1.0, None, None, f"From: {office}"[:200])
    for kind in Legal:
        if kind is Legal.LAWYER and office:
            continue
        if f"legal:{kind.value}" not in reading.kinds:
            continue
        for region in reading.regions:
            if region.own and region.factor == 1.0:
                said = declared(kind, region)
                if said is not None:
                    yield Hit(f"legal:{kind.value}", 1.0, None, None, region.evidence(said))
                    break


def declared(kind: Legal, region: Region) -> str | None:
    """The words of this region that declare it, or None."""
    _, sure, hint, unless, subject = _compiled(kind)
    hinted: dict[str, str] = {}
    for words in _looked_at(kind, region):
        line = words.line.replace("@", "#")  # a marketplace's name is a word like any other here
        undone = templates.Spans(unless, line)
        searched = [(sure, line)]
        if region.where == "subject":
            searched.append((subject, words.line))
        for pattern, text in searched:
            for found in pattern.finditer(text):
                if not undone.touch(found):
                    return words.said(found.start() + 1, found.end() - 1)
        for found in hint.finditer(line):
            if not undone.touch(found):
                hinted.setdefault(found[0].strip(" ,"), words.said(found.start() + 1, found.end() - 1))
    return " / ".join(hinted.values()) if len(hinted) >= _ENOUGH else None


def _looked_at(kind: Legal, region: Region) -> Iterator[Words]:
    """The neighbourhood of everything that could be a declaration: most of a long mail is not read."""
    text = region.text
    if len(text) <= 4 * _REACH:
        if _compiled(kind)[0].search(text):
            yield region.words
        return
    start = end = -1
    for number, found in enumerate(_compiled(kind)[0].finditer(text)):
        if number >= _MOST:
            break
        lo, hi = found.start() - _REACH, found.end() + _REACH
        if end >= 0 and lo > end:
            yield _around(region, start, end)
            start = -1
        start, end = (lo if start < 0 else start), hi
    if end >= 0:
        yield _around(region, start, end)


def _around(region: Region, start: int, end: int) -> Words:
    """The words of a stretch, from and to a blank."""
    text = region.text
    lo = text.find(" ", start) + 1 if start > 0 else 0
    hi = text.rfind(" ", 0, end) if end < len(text) else len(text)
    return region.language.words(text[lo : max(hi, lo)])
