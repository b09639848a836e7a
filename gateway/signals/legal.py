"""Legal declarations in the sender's own newest text: `legal:withdrawal`, `legal:privacy` ...

An overlay on any verdict; what staff wrote and what is quoted says nothing here. The
subject counts unless the mail is a reply. Weight 1 each: the weight ranks kinds, it
adds nothing to a marketplace.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import declarations, templates
from gateway.signals.declarations import DECLARATIONS
from gateway.signals.reading import Region, read
from gateway.words import Facts, Hit, Legal

_ENOUGH: Final = 2


@lru_cache(maxsize=8)
def _compiled(kind: Legal) -> tuple[Any, Any, Any, Any, Any]:
    every = [kinds[kind] for kinds in DECLARATIONS.values()]
    return (
        compiled("|".join(declarations.stems()[kind]), True),
        templates.pattern(line for each in every for line in each.sure),
        templates.pattern(line for each in every for line in each.hint),
        templates.pattern(line for each in every for line in each.unless),
        templates.pattern(line for each in every for line in each.subject),
    )


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each kind that is declared."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    for kind in Legal:
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
    stems, sure, hint, unless, subject = _compiled(kind)
    if not stems.search(region.text):
        return None
    words = region.words
    line = words.line.replace("@", "#")  # a marketplace's name is a word like any other here
    undone = templates.Spans(unless, line)
    searched = [(sure, line)]
    if region.where == "subject":
        searched.append((subject, words.line))
    for pattern, text in searched:
        for found in pattern.finditer(text):
            if not undone.touch(found):
                return words.said(found.start() + 1, found.end() - 1)
    hinted = {found[0].strip(" ,"): found for found in hint.finditer(line) if not undone.touch(found)}
    if len(hinted) >= _ENOUGH:
        return " / ".join(words.said(found.start() + 1, found.end() - 1) for found in hinted.values())
    return None
