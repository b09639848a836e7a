"""Words of legal declarations, by language: data for `signals/legal.py`. A new language is one file."""

from collections.abc import Iterator, Mapping
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


def stems() -> dict[Legal, tuple[str, ...]]:
    """By kind, the RE2 pieces of words of all languages of which one must stand in the text."""
    return {
        kind: tuple(stem for each in DECLARATIONS.values() for stem in each[kind].stems) for kind in Legal
    }


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
