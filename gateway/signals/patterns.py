"""RE2 patterns of many words: with the memory they need, and as a yes-or-no question.

A pattern that outgrows RE2's default budget falls back to a slow matcher; these do not.
"""

from collections.abc import Iterable
from typing import Any, Final

import re2

_MEMORY: Final = 128 << 20
NOTHING: Final = r"[^\x00-\x{10FFFF}]"
"""Matches no text at all."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how lists of words are written as data."""
    return frozenset(text.split())


def _options(memory: int = _MEMORY) -> Any:
    options = re2.Options()
    options.case_sensitive, options.log_errors, options.max_mem = False, False, memory
    return options


def any_of(patterns: Iterable[str]) -> Any:
    """One compiled pattern that finds any of these, case ignored; of none it finds nothing."""
    return re2.compile("|".join(f"(?:{each})" for each in patterns) or NOTHING, options=_options())


class Look:
    """Which of some patterns occur in a text, case ignored, in one pass and without where."""

    def __init__(self, patterns: Iterable[str], memory: int = _MEMORY) -> None:
        """`memory`: bytes it may take at most. Raises re2.error for what RE2 cannot do."""
        self._set = re2.Set.SearchSet(_options(memory))
        for pattern in patterns:
            self._set.Add(pattern or NOTHING)
        self._set.Add(NOTHING)
        self._set.Compile()

    def found(self, text: str) -> list[int]:
        """The numbers of those that occur, in order."""
        return sorted(self._set.Match(text.encode("utf-8", "replace")) or ())

    def any(self, text: str) -> bool:
        """Whether one of them occurs."""
        return bool(self._set.Match(text.encode("utf-8", "replace")))
