"""Text as words that can be compared: folded, mended, with the marketplaces' names marked.

`normal` prepares a text for patterns of numbers; `Words` turns a text into a line of
folded words in which a marketplace's name reads `@amazon`, so that one pattern
finds "über Ama zon ... bestelt" and "ueber Amazon.de ... bestellt" alike. Every
match can be shown in the words of the mail again. Linear in the text; never raises.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from gateway.config.base import compiled

LONGEST: Final = 24
SHORTEST: Final = 6
"""Letters of the longest word, and of the shortest name, in which a slip is mended."""

ENDINGS: Final = frozenset(("s", "n", "u", "a", "ie", "em", "om", "owi", "e", "en", "zie"))
"""Endings that a name takes in a sentence: Amazons, Allegrem, na Amazonie."""

_LONG: Final = 8
_ACCENTS: Final = {
    "a": "aàáâãäåąæ", "c": "cçćč", "e": "eèéêëę", "i": "iìíîïı", "l": "lł", "n": "nñńň", "o": "oòóôõöøœ", "s": "sśšß",
    "u": "uùúûüů", "y": "yýÿ", "z": "zźżž", "d": "dđ", "r": "rř", "g": "gğ",
}  # fmt: skip
_START: Final = r"(?:^|[^a-z0-9])"
_SEPARATED: Final = r"[\pZ\s._-]{0,2}"
_NOTHING: Final = r"[^\x00-\x{10FFFF}]"
_DASHES: Final = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_UNSEEN: Final = dict.fromkeys([0xAD, 0x180E, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_SPECIAL: Final = re.compile("[\u00ad\u180e\u200b-\u2015\u2060\u2212\ufeff]")
_BROKEN: Final = re.compile(r"(?<=\d)-[ \t]?\r?\n[> \t]{0,16}(?=\d)|(?<=\d)\r?\n[> \t]{0,16}-(?=\d)")
_DOMAIN: Final = re.compile(r"[\w.-]{0,253}")
_LOCAL: Final = re.compile(r"[^\s<>@]{0,64}\Z")
_REST: Final = re.compile(r"[^\s<>\"']*")
_TOKEN: Final = re.compile(r"[^\W_]+|[!?]+|\.(?=\s|$)|\n[ \t>]*\n")
_SHORT_BEFORE_STOP: Final = 3
_SHORTENED: Final = frozenset(
    [
        "nr",
        "no",
        "art",
        "ca",
        "bzw",
        "z",
        "b",
        "d",
        "h",
        "u",
        "a",
        "mr",
        "mrs",
        "dr",
        "st",
        "tel",
        "inkl",
        "best",
        "ggf",
        "usw",
        "evtl",
        "ord",
        "ref",
        "num",
        "nb",
        "n",
        "av",
        "env",
        "ul",
        "zam",
        "szt",
        "tj",
        "bl",
        "mvh",
        "pkt",
        "sig",
        "sr",
        "ing",
        "ms",
        "vs",
    ]
)
_PLAIN: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})


def normal(text: str) -> str:
    """The text as patterns of numbers want it.

    NFKC, all dashes `-`, soft hyphens and zero-width characters removed, a line break after or before a
    dash between digits joined (also inside a quote).
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_DASHES | _UNSEEN))
    return _BROKEN.sub("-", text) if "-" in text else text


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The word as it is compared: lower case, no accents, and ae, oe, ue, ä, ö, ü all as a, o, u."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(letter for letter in word if not unicodedata.combining(letter)).translate(_PLAIN)
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
    """The names people use for marketplaces, also misspelt, split, inflected, or glued to the next word."""

    def __init__(
        self,
        names: Mapping[str, Sequence[str]],
        glued: Iterable[str],
        common: Mapping[str, Sequence[str]] | None = None,
        real: Iterable[str] = (),
    ) -> None:
        """`names`: by pack, as people write them; `common`: those that are words of a language too, and count
        only in context; `glued`: beginnings of words that get glued to a name; `real`: words that look like a
        slip of a name and are none."""
        self._exact: dict[tuple[str, ...], str] = {}
        for pack, written in names.items():
            for name in written:
                self._exact.setdefault(keys(name), pack)
        self._common = {
            words: pack for pack, written in (common or {}).items() for words in map(keys, written)
        }
        self._single = {words[0]: pack for words, pack in self._exact.items() if len(words) == 1}
        self._whole = {"".join(words): pack for words, pack in self._exact.items()}
        self._spelling = Spelling(self._single, real)
        self._joined = Spelling(self._whole, {*real, *self._whole}, shortest=_LONG)
        self._glued = tuple(glued)
        self._lengths = tuple(
            sorted({len(words) for words in self._exact if len(words) > 1} | {2}, reverse=True)
        )
        self._firsts = {words[0] for words in self._exact if len(words) > 1}
        self._firsts |= {name[:cut] for name in self._whole if len(name) >= 4 for cut in range(1, len(name))}
        self._cache: dict[str, tuple[str, str] | None] = {}
        self._search = compiled("|".join(self.patterns()) or _NOTHING, True)

    def patterns(self) -> Iterator[str]:
        """RE2 patterns, case ignored, of every text that can name a marketplace: false alarms, no misses."""
        for words in (*self._exact, *self._common):
            yield _START + _SEPARATED.join(_SEPARATED.join(map(accented, word)) for word in words)
        for name in self._whole:
            if len(name) >= SHORTEST:
                yield _START + "(?:" + "|".join(_one_slip_patterns(name)) + ")"

    def maybe(self, text: str) -> bool:
        """Whether the text can name a marketplace at all: quick, with false alarms, without misses."""
        return self._search.search(text.encode("utf-8", "replace")) is not None

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
        for name, pack in self._whole.items():
            rest = word[len(name) :]
            if len(name) >= 4 and word.startswith(name):
                if rest in ENDINGS:
                    return pack, ""
                if rest.startswith(self._glued):
                    return pack, rest
        return None

    def common(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        """(pack, number of words) if a name that is also a common word begins there: else None."""
        for count in (2, 1):
            found = tuple(words[at : at + count])
            if len(found) == count and found in self._common:
                return self._common[found], count
        return None

    def several(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        """(pack, number of words) if a name of several words begins there, or one torn in two: else None."""
        if words[at] not in self._firsts:
            return None
        for count in self._lengths:
            found = tuple(words[at : at + count])
            if len(found) == count and found in self._exact:
                return self._exact[found], count
        if at + 1 >= len(words) or (words[at],) in self._exact:
            return None
        joined = words[at] + words[at + 1]
        if len(joined) >= 4 and joined in self._whole:
            return self._whole[joined], 2
        mended = self._joined.mend(joined)
        if mended in self._whole and mended[0] == joined[0]:
            return self._whole[mended], 2
        return None


def _one_slip_patterns(name: str) -> Iterator[str]:
    """The name with one letter more, less, other, or two swapped; a blank may tear it there."""
    for at in range(len(name) + 1):
        head = accented(name[:at])
        yield f"{head}.{{0,2}}{accented(name[at + 1 :])}"
        if at + 1 < len(name):
            yield head + accented(name[at + 1] + name[at] + name[at + 2 :])


class Words:
    """A text as one line of folded words, one blank between, ` . ` where a sentence or paragraph ends.

    A comma stays at its word. `source` has the length of the text: what is no words for us is blank.
    """

    def __init__(
        self, text: str, names: Names, spelling: Spelling, others: Any = None, context: Any = None
    ) -> None:
        """`others`: an RE2 pattern on the line, of names that mean another business (`@amazon pay`);
        `context`: one in which a name that is a common word as well (`~otto`) means the marketplace."""
        self.source = without_addresses(text)
        spans, folded = self._tokens(self.source)
        out: list[str] = []
        self._spans: list[tuple[int, int]] = []
        at = 0
        while at < len(folded):
            word, count, rest = folded[at], 1, ""
            torn = names.several(folded, at) if word != "." else None
            whole = None if torn else names.single(word)
            common = None if torn or whole else names.common(folded, at)
            if torn:
                word, count = f"@{torn[0]}", torn[1]
            elif whole:
                word, rest = f"@{whole[0]}", whole[1]
            elif common:
                word, count = f"~{common[0]}", common[1]
            else:
                word = spelling.mend(word)
            span = (spans[at][0], spans[at + count - 1][1])
            comma = "," if self.source[span[1] : span[1] + 1] == "," else ""
            for piece in (word, spelling.mend(rest)) if rest else (word,):
                out.append(piece)
                self._spans.append(span)
            out[-1] += comma
            at += count
        self.line = " ".join(out) + " "
        self._starts: list[int] = []
        where = 0
        for word in out:
            self._starts.append(where)
            where += len(word) + 1
        if context is not None and "~" in self.line:
            self.line = self._marked(context, "~", "@")
        if others is not None and "@" in self.line:
            self.line = self._marked(others, "@", "#")

    def _marked(self, pattern: Any, old: str, new: str) -> str:
        """The line with another mark at the names in what the pattern finds: `@amazon pay` -> `#amazon pay`."""
        line = list(self.line)
        at = 0
        while found := pattern.search(self.line, at):
            for group in range(1, len(found.groups()) + 1):
                start = found.start(group)
                if start > 0 and line[start - 1] == old:
                    line[start - 1] = new
            at = max(found.end() - 1, found.start() + 1)
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
                    behind = text[found.end() : found.end() + 3].lstrip()[:1]
                    if folded[-1] in _SHORTENED or not behind.isupper():
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


def accented(word: str) -> str:
    """A folded word as an RE2 pattern with whatever accents; a, o and u also with an e behind, as umlauts are
    written."""
    found = "".join(
        f"[{_ACCENTS[sign]}]" + ("e?" if sign in "aou" else "") if sign in _ACCENTS else re.escape(sign)
        for sign in word
    )
    double = f"[{_ACCENTS['s']}]" * 2
    return found.replace(double, f"(?:{double}|ß)")


def without_addresses(text: str) -> str:
    """The text with mail addresses blanked out and links reduced to their host; its length stays."""
    pieces, done = list[str](), 0
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text, max(at - 64, done), at)
        start, end = local.start() if local else at, _DOMAIN.match(text, at + 1).end()  # type: ignore[union-attr]
        if end > at + 1 and start < at:
            pieces += text[done:start], " " * (end - start)
            done = end
        at = text.find("@", max(end, at + 1))
    text = "".join((*pieces, text[done:]))
    return text if "://" not in text and "www." not in text.lower() else _hosts_only(text)


def _hosts_only(text: str) -> str:
    low, pieces, done, at = text.lower(), list[str](), 0, 0
    low = low if len(low) == len(text) else text
    while True:
        scheme, bare = low.find("://", at), low.find("www.", at)
        found = min((each for each in (scheme, bare) if each >= 0), default=-1)
        if found < 0:
            return "".join((*pieces, text[done:]))
        host = found + (3 if found == scheme else 4)
        if found == scheme:
            found -= (
                5 if low.endswith("https", done, found) else 4 if low.endswith("http", done, found) else 0
            )
            host += 4 if low.startswith("www.", host) else 0
        end = _DOMAIN.match(text, host).end()  # type: ignore[union-attr]
        rest = _REST.match(text, end).end()  # type: ignore[union-attr]
        pieces += text[done:found], " " * (host - found), text[host:end], " " * (rest - end)
        done = at = max(rest, host)
