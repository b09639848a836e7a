"""Words of legal declarations, by language: data for `signals/legal.py`. A new language is one file."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from gateway.signals import templates
from gateway.signals.declarations.de import GERMAN
from gateway.signals.declarations.en import ENGLISH
from gateway.signals.declarations.es import SPANISH
from gateway.signals.declarations.fr import FRENCH
from gateway.signals.declarations.it import ITALIAN
from gateway.signals.declarations.nl import DUTCH
from gateway.signals.declarations.pl import POLISH
from gateway.signals.declarations.shape import Declaration
from gateway.signals.declarations.sv import SWEDISH
from gateway.words import Legal

DECLARATIONS: Final[dict[str, Mapping[Legal, Declaration]]] = {
    "de": GERMAN,
    "en": ENGLISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "es": SPANISH,
    "pl": POLISH,
    "nl": DUTCH,
    "sv": SWEDISH,
}
_MENDED: Final = (Legal.WITHDRAWAL, Legal.WARRANTY)


@lru_cache(maxsize=1)
def stems() -> dict[Legal, tuple[str, ...]]:
    """By kind, RE2 patterns on text as written, case ignored: without a match nothing of the kind is found.

    Of every saying the rarest word must stand there.
    """
    found: dict[Legal, dict[str, None]] = {kind: {} for kind in Legal}
    for kinds in DECLARATIONS.values():
        for kind, each in kinds.items():
            found[kind] |= dict.fromkeys(each.stems)
            for template in (*each.sure, *each.hint, *each.subject):
                found[kind] |= dict.fromkeys(map(_stem, _rarest(template)))
    return {kind: tuple(patterns) for kind, patterns in found.items()}


def _rarest(template: str) -> list[str]:
    """The alternatives of that word of a template which is the longest even where it is shortest."""
    tokens = [
        token.rstrip("!").split("|")
        for token in template.split()
        if not token.startswith((".", "{", "#")) and not token.endswith("?")
    ]
    return max(tokens, key=lambda words: min(len(word.strip("*")) for word in words))


def _stem(word: str) -> str:
    whole = "[^a-z0-9]+".join(map(templates.accented, templates.keys(word.strip("*"))))
    return f"(?:^|[^a-z0-9]){whole}" + ("" if word.endswith("*") else "(?:[^a-z0-9]|$)")


def templates_of(each: Declaration) -> tuple[str, ...]:
    """All templates of one declaration."""
    return (*each.sure, *each.hint, *each.unless, *each.subject)


def all_words() -> Iterator[str]:
    """All words of all declarations: none of them is a slip of another word."""
    for kinds in DECLARATIONS.values():
        for each in kinds.values():
            yield from templates.words(templates_of(each))


def meant_words() -> Iterator[str]:
    """The words in which slips are mended: of kinds where much depends on it and no other word is near."""
    for kinds in DECLARATIONS.values():
        for kind in _MENDED:
            yield from templates.words((*kinds[kind].sure, *kinds[kind].hint, *kinds[kind].subject))


__all__ = ["DECLARATIONS", "Declaration", "all_words", "meant_words", "stems"]
