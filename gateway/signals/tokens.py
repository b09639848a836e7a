"""Text as words that can be compared: folded, mended, with the marketplaces' names marked.

`normal` prepares a text for patterns of numbers; `Words` turns a text into a line of
folded words in which a marketplace's name reads `@amazon`, so that one pattern
finds "über Ama zon ... bestelt" and "ueber Amazon.de ... bestellt" alike. Every
match can be shown in the words of the mail again. Linear in the text; never raises.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

LONGEST: Final = 24
_DASHES: Final = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_UNSEEN: Final = dict.fromkeys([0xAD, 0x180E, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_SPECIAL: Final = re.compile("[\u00ad\u180e\u200b-\u2015\u2060\u2212\ufeff]")
_BROKEN: Final = re.compile(r"(?<=\d)-[ \t]?\r?\n[> \t]{0,16}(?=\d)|(?<=\d)\r?\n[> \t]{0,16}-(?=\d)")
_ADDRESS: Final = re.compile(r"[^\s<>@]{1,64}@[\w.-]{1,253}")
_URL: Final = re.compile(r"(?:https?://(?:www\.)?|(?<![\w.])www\.)([\w.-]{1,253})[^\s<>\"']*", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[^\W_]+|[!?]+|\.(?=\s|$)|\n[ \t>]*\n")
_SHORT_BEFORE_STOP: Final = 3


def normal(text: str) -> str:
    """The text as patterns of numbers want it.

    NFKC, all dashes `-`, soft hyphens and zero-width characters removed, a line break after or before a
    dash between digits joined (also inside a quote).
    """
    if not text.isascii():
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text.translate(_DASHES))
        if _SPECIAL.search(text):
            text = text.translate(_DASHES | _UNSEEN)
    return _BROKEN.sub("-", text)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The word as it is compared: lower case, no accents, and ae, oe, ue, ä, ö, ü all as a, o, u."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(letter for letter in word if not unicodedata.combining(letter))
    return word.lower().replace("ae", "a").replace("oe", "o").replace("ue", "u")


def keys(text: str) -> tuple[str, ...]:
    """All words of a short text, folded; punctuation dropped."""
    return tuple(key(found) for found in re.findall(r"[^\W_]+", text))


def one_slip(left: str, right: str) -> bool:
    """Whether the two differ by at most one letter more, less, other, or two swapped."""
    if abs(len(left) - len(right)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if at is None:
        return True
    a, b = left[at:], right[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


class Spelling:
    """Mends one slip in a word of six letters or more, towards a closed list of words."""

    def __init__(self, words: Iterable[str], real: Iterable[str] = (), shortest: int = 6) -> None:
        """`words` are folded; `real` are words that look like slips and are none."""
        self._words = {word for word in words if len(word) >= shortest}
        self._real = frozenset(real)
        self._shortest = shortest
        self._index: dict[str, str] = {}
        for word in sorted(self._words):
            for i in range(len(word)):
                self._index.setdefault(word[:i] + word[i + 1 :], word)
        self._known: dict[str, str] = {}

    def mend(self, word: str) -> str:
        """The word of the list this one means, or the word itself."""
        if not self._shortest - 1 <= len(word) <= LONGEST or word in self._words or word in self._real:
            return word
        if word not in self._known:
            if len(self._known) > 100_000:
                self._known.clear()
            self._known[word] = self._nearest(word)
        return self._known[word]

    def _nearest(self, word: str) -> str:
        if word in self._index:
            return self._index[word]
        for i in range(len(word)):
            less = word[:i] + word[i + 1 :]
            if less in self._words:
                return less
            meant = self._index.get(less)
            if meant and one_slip(word, meant):
                return meant
        return word


class Names:
    """The names people use for marketplaces, also misspelt, split, or glued to the next word."""

    def __init__(self, names: Mapping[str, Sequence[str]], glued: Iterable[str]) -> None:
        """`names`: by pack, as people write them; `glued`: beginnings of words that get glued to a name."""
        self._exact: dict[tuple[str, ...], str] = {}
        for pack, written in names.items():
            for name in written:
                self._exact.setdefault(keys(name), pack)
        single = {words[0]: pack for words, pack in self._exact.items() if len(words) == 1}
        self._single = single
        self._spelling = Spelling(single)
        self._glued = tuple(glued)
        self._most = max((len(words) for words in self._exact), default=1)
        self._firsts = {words[0] for words in self._exact if len(words) > 1}
        self._firsts |= {name[:cut] for name in single if len(name) >= 4 for cut in range(1, len(name))}
        self._cache: dict[str, tuple[str, str] | None] = {}
        halves = {
            half
            for name in single
            if len(name) >= 6
            for half in (name[: len(name) // 2], name[len(name) // 2 :])
        }
        short = {name for name in single if len(name) < 6}
        spaced = {max(words, key=len) for words in self._exact if len(words) > 1}
        self._stems = tuple(sorted(halves | {name[-3:] for name in short} | spaced))

    def maybe(self, text: str) -> bool:
        """Whether the text can name a marketplace at all: quick, with false alarms, without misses."""
        low = text.lower()
        return any(stem in low for stem in self._stems)

    def single(self, word: str) -> tuple[str, str] | None:
        """(pack, rest) if the folded word is a name, one slip included, or begins with one: else None."""
        if word not in self._cache:
            if len(self._cache) > 100_000:
                self._cache.clear()
            self._cache[word] = self._single_of(word)
        return self._cache[word]

    def _single_of(self, word: str) -> tuple[str, str] | None:
        mended = self._spelling.mend(word)
        if mended in self._single:
            return self._single[mended], ""
        for name, pack in self._single.items():
            rest = word[len(name) :]
            if len(name) >= 4 and word.startswith(name) and rest.startswith(self._glued):
                return pack, rest
        return None

    def several(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        """(pack, number of words) if a name of several words begins there, or one torn in two: else None."""
        if words[at] not in self._firsts:
            return None
        for count in range(self._most, 1, -1):
            pack = self._exact.get(tuple(words[at : at + count]))
            if pack:
                return pack, count
        if at + 1 < len(words):
            pack = self._single.get(words[at] + words[at + 1])
            if pack and len(words[at]) + len(words[at + 1]) >= 4:
                return pack, 2
        return None


class Words:
    """A text as one line of folded words, one blank between, ` . ` where a sentence or paragraph ends."""

    def __init__(self, text: str, names: Names, spelling: Spelling, others: Any = None) -> None:
        """`others`: an RE2 pattern on the line, of names that mean another business (`@amazon pay`)."""
        self.source = _URL.sub(lambda found: found[1], _ADDRESS.sub(" ", text))
        spans, folded = self._tokens(self.source)
        out: list[str] = []
        self._spans: list[tuple[int, int]] = []
        at = 0
        while at < len(folded):
            word, count, rest = folded[at], 1, ""
            torn = names.several(folded, at) if word != "." else None
            whole = None if torn else names.single(word)
            if torn:
                word, count = f"@{torn[0]}", torn[1]
            elif whole:
                word, rest = f"@{whole[0]}", whole[1]
            else:
                word = spelling.mend(word)
            span = (spans[at][0], spans[at + count - 1][1])
            for piece in (word, spelling.mend(rest)) if rest else (word,):
                out.append(piece)
                self._spans.append(span)
            at += count
        self.line = " ".join(out) + " "
        self._starts: list[int] = []
        where = 0
        for word in out:
            self._starts.append(where)
            where += len(word) + 1
        if others is not None and "@" in self.line:
            self.line = self._without(others)

    def _without(self, others: Any) -> str:
        """Names of other businesses lose their mark: `@amazon pay` becomes `#amazon pay`."""
        line = list(self.line)
        for found in others.finditer(self.line):
            for at in range(found.start(), found.end()):
                if line[at] == "@":
                    line[at] = "#"
        return "".join(line)

    @staticmethod
    def _tokens(text: str) -> tuple[list[tuple[int, int]], list[str]]:
        spans: list[tuple[int, int]] = []
        folded: list[str] = []
        for found in _TOKEN.finditer(text):
            piece = found[0]
            if piece[0].isalnum():
                spans.append(found.span())
                folded.append(key(piece[: 4 * LONGEST]))
            elif folded and folded[-1] != ".":
                if piece == "." and len(folded[-1]) <= _SHORT_BEFORE_STOP:
                    continue
                spans.append(found.span())
                folded.append(".")
        return spans, folded

    def mentions(self) -> tuple[tuple[str, int], ...]:
        """Every name of a marketplace: (pack, character offset in `source`)."""
        return tuple(
            (found[1], self._spans[bisect_right(self._starts, found.start()) - 1][0])
            for found in re.finditer(r"@(\w+)", self.line)
        )

    def said(self, start: int, end: int) -> str:
        """The mail's own words behind a stretch of `line`, blanks squeezed, at most 200 characters."""
        if not self._starts:
            return ""
        first = self._spans[max(bisect_right(self._starts, start) - 1, 0)]
        last = self._spans[max(bisect_right(self._starts, max(end - 1, start)) - 1, 0)]
        return " ".join(self.source[first[0] : last[1]].split())[:200]
