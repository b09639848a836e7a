"""Sentences that know how they are said in another language.

A `Sentence` is its English text, for logs, programs and the command line; `word` and
`values` are the key and what is filled in, so that a page can say it in the language
of its reader. Pure.
"""

from typing import Self


class Sentence(str):
    """English text with the key of the desk's catalogue that says the same, "" if there is none."""

    __slots__ = ("values", "word")

    word: str
    values: dict[str, str]

    def __new__(cls, word: str, text: str, **values: str) -> Self:
        """`text` is English, with `{name}` where a value is filled in; values may be sentences themselves."""
        made = super().__new__(cls, text.format(**values) if values else text)
        made.word = word
        made.values = values
        return made
