"""Phrases as data: how the tables of `lints.wording` are written, and how they are found in a text.

A template is lower case and written as people write it, in RE2 syntax. A blank stands for
blanks, a comma and at most one line end; `~` (or `~3`) between blanks for up to six (three) more
words of the same sentence, `~=3` for words of the same clause; `{name}` for one of `CLASSES`; ä, ö, ü,
ß, å also for their two-letter spellings. Texts are folded first: lower case, accents off,
typographic signs plain, each character still in its place. Linear in the text; never raises.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, Final, TypeAlias

from gateway.config.base import compiled
from gateway.lints.wording.classes import CLASSES

MOST: Final = 50
"""Finds of one pattern in one text that are looked at."""

_SPECIAL: Final = {"ß": "s", "ẞ": "s", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d"} | {
    "æ": "a",
    "Æ": "a",
    "œ": "o",
    "Œ": "o",
    "ı": "i",
    "\t": " ",
    "\r": " ",
}
_SIGNS: Final = {
    "'": "\u2018\u2019\u201a\u201b\u00b4\u0060\u2032",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff",
}


def _folded(letter: str) -> str:
    first = unicodedata.normalize("NFKD", letter)[0].lower()
    return first if len(first) == 1 else letter


_FOLDS: Final = (
    {
        code: _folded(chr(code))
        for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
        if chr(code).isalpha()
    }
    | {ord(letter): plain for letter, plain in _SPECIAL.items()}
    | {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}
)
_UMLAUTS: Final = {"ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "s[sz]?", "å": "aa?"}
_SPACE: Final = r",?(?: +\n? *|\n *)"
_PLAIN_SPACE: Final = r"(?: +\n? *|\n *)"
_GAP: Final = re.compile(r"(.*\)\?)?~(=?)(\d*)")
_CLASS: Final = re.compile(r"\{([a-z_]+)\}")
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s)|\n[ ]*\n")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REACH: Final = 300

Table: TypeAlias = Mapping[str, Iterable[str]] | Iterable[str]


def readable(text: str) -> str:
    """The text without lone surrogates, which no encoding and no pattern can take; same length."""
    return _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """The text as phrases are looked for in it: same length, same offsets."""
    return readable(text).translate(_FOLDS)


def source(template: str) -> str:
    """The RE2 pattern of one template."""
    found, space = "", ""
    for token in _CLASS.sub(lambda name: CLASSES[name[1]], template).split(" "):
        gap = _GAP.fullmatch(token)
        if gap:
            between, last = (_PLAIN_SPACE, "[^\\s.!?,]") if gap[2] else (_SPACE, "[^\\s.!?]")
            # Behind a group that may be missing, "(?:a )?~6", its own blank stands already.
            found += space + _expanded(gap[1]) if gap[1] else ""
            space = ("" if gap[1] else between) + f"(?:\\S*{last}{between}){{0,{gap[3] or 6}}}?"
            continue
        found += space + _expanded(token)
        space = _SPACE
    return found


def _expanded(token: str) -> str:
    expanded = "".join(_UMLAUTS.get(letter, letter) for letter in token)
    return "".join(
        letter if before == "\\" else fold(letter)
        for before, letter in zip(" " + expanded, expanded, strict=False)
    )


class Phrases:
    """All templates of some tables as one pattern of whole words, compiled when it is first used."""

    def __init__(self, *tables: Table, form: str = r"\b(?:{})\b") -> None:
        self.tables = tables
        self.form = form

    @cached_property
    def pattern(self) -> Any:
        """The compiled RE2 pattern."""
        templates: dict[str, None] = {}
        for table in self.tables:
            rows = table.values() if isinstance(table, Mapping) else (table,)
            templates |= dict.fromkeys(template for row in rows for template in row)
        return compiled(self.form.replace("{}", "|".join(map(source, templates))))

    def spans(self, folded: str, most: int = MOST) -> Iterator[tuple[int, int]]:
        """The spans of the first finds that do not overlap, in order."""
        for found in islice(self.pattern.finditer(folded), most):
            yield found.span()

    def within(self, folded: str) -> bool:
        """Whether there is a find at all."""
        return self.pattern.search(folded) is not None


def sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a find, at most 300 characters to either side of it."""
    lo = max(0, start - _REACH)
    for stop in _SENTENCE_END.finditer(folded, lo, start):
        lo = stop.end()
    last = min(len(folded), end + _REACH)
    stop_at = _SENTENCE_END.search(folded, end, last)
    return lo, stop_at.end() if stop_at else last


def around(folded: str, start: int, end: int) -> str:
    """The words of the sentence around a find."""
    lo, hi = sentence(folded, start, end)
    return folded[lo:hi]
