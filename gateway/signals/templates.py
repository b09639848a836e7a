"""Phrases as data: a small language for sayings that people vary, compiled to RE2.

A template is words with blanks between; it is read on the folded line of
`line.Words`, so spelling of umlauts, case and punctuation do not matter:
`a|b` either word, `a_b` two words that stand for one, `word*` a beginning, `word?` may
be missing, `word!` no comma behind it, `...` up to 8 words of the same sentence (`...3`:
up to 3), `<class>` any word of a named list, `{name}` a name of a marketplace, `.` the
end of a sentence, `#` a number. Linear in the text, as RE2 is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from gateway.config.base import compiled
from gateway.signals.tokens import accented as accented
from gateway.signals.tokens import keys as keys

Classes = Mapping[str, str]
CLASS: Final = re.compile(r"<\w+>")
"""How a template names a list of words."""

_GAP: Final = 8
_NONE: Final = r"[^\x00-\x{10FFFF}]"


@lru_cache(maxsize=65536)
def _folded(listed: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The folded words of each alternative of `a|b c|d*`, and whether its end is open."""
    return tuple((keys(word), word.endswith("*")) for word in listed.split("|"))


@lru_cache(maxsize=65536)
def _patterns(listed: str) -> tuple[str, ...]:
    """The alternatives of `a|b c|d*` as RE2 patterns, those without a word left out."""
    return tuple(
        ",? ".join(map(re.escape, folded)) + ("[^ ,]*" if is_open else "")
        for folded, is_open in _folded(listed)
        if folded
    )


def _lists(token: str, classes: Classes) -> Iterator[str]:
    """What stands between the bars of a token, each class as the list it names."""
    for word in token.rstrip("?!").split("|"):
        yield classes.get(word.strip("<>"), "") if CLASS.match(word) else word


def _alternatives(token: str, classes: Classes) -> str:
    found = dict.fromkeys(each for listed in _lists(token, classes) for each in _patterns(listed))
    return "(?:" + "|".join(found) + ")" + (" " if token.endswith("!") else ",? ")


def source(template: str, classes: Classes | None = None, name: str = "[a-z0-9_]+", sign: str = "@") -> str:
    """The template as an RE2 pattern; `{name}` is a group for the pack's name, which `name` must match.

    `sign` is the mark of the names that are meant.
    """
    pattern = "(?:^|[ ])"
    for word in template.split():
        optional = word.endswith("?")
        word = word.removesuffix("?")
        if word.startswith("..."):
            piece = f"(?:[^ .@]+ ){{0,{int(word[3:] or _GAP)}}}"
        elif word == "{name}":
            piece = f"{sign}({name}),? "
        elif word == "{name}!":
            piece = f"{sign}({name}) "
        elif word == ".":
            piece = "[.] "
        elif word == "#":
            piece = "[0-9][^ ]* "
        else:
            piece = _alternatives(word, classes or {})
        pattern += f"(?:{piece})?" if optional else piece
    return pattern


def pattern(templates: Iterable[str], classes: Classes | None = None) -> Any:
    """One compiled RE2 pattern that finds any of the templates; of none it finds nothing."""
    return either(source(each, classes) for each in templates)


def either(sources: Iterable[str]) -> Any:
    """One compiled RE2 pattern of several sources; of none it finds nothing."""
    return compiled("|".join(f"(?:{each})" for each in sources) or _NONE)


def _read(templates: Iterable[str], classes: Classes) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The folded words of each alternative the templates have, and whether its end is open."""
    for text in templates:
        for token in text.split():
            if not token.startswith((".", "{", "#")):
                for listed in _lists(token, classes):
                    yield from _folded(listed)


def words(templates: Iterable[str], classes: Classes | None = None) -> Iterator[str]:
    """All folded words the templates are made of, for mending slips."""
    for folded, is_open in _read([*templates, *(classes or {}).values()], classes or {}):
        if not is_open:
            yield from folded


def pieces(templates: Iterable[str], classes: Classes) -> Iterator[str]:
    """All folded words the templates are made of, one by one, those with an open end marked by `*`."""
    for folded, is_open in _read(templates, classes):
        *before, last = folded or ("",)
        yield from before
        if last:
            yield last + "*" * is_open


def caught(found: Any) -> str | None:
    """The pack whose name a match has caught, or None."""
    return next((group for group in found.groups() if group), None)


class Spans:
    """Stretches of a line, in order and apart from each other, as one pattern finds them."""

    def __init__(self, pattern: Any, line: str) -> None:
        self._spans = [found.span() for found in pattern.finditer(line)]
        self._starts = [start for start, _ in self._spans]

    def touch(self, found: Any) -> bool:
        """Whether a match has a word in common with one of them."""
        at = bisect_left(self._starts, found.end() - 1)
        return at > 0 and self._spans[at - 1][1] - 1 > found.start()

    def holds(self, place: int) -> bool:
        """Whether the character at this place of the line belongs to one of them."""
        at = bisect_left(self._starts, place + 1)
        return at > 0 and self._spans[at - 1][1] > place
