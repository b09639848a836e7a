"""What people call the marketplaces: found misspelt, torn, inflected or glued to the next word.

`Spelling` mends one slip in a word towards a closed list; `Names` does so for the names,
and knows those that are common words as well and count only in context. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from gateway.signals.patterns import Look
from gateway.signals.tokens import accented, keys

LONGEST: Final = 24
SHORTEST: Final = 6
"""Letters of the longest word, and of the shortest name, in which a slip is mended."""

ENDINGS: Final = frozenset(("s", "n", "u", "a", "ie", "em", "om", "owi", "e", "en", "zie"))
"""Endings that a name takes in a sentence: Amazons, Allegrem, na Amazonie."""

_LONG: Final = 8
_STEM: Final = 5
_START: Final = r"(?:^|[^a-z0-9])"
_SEPARATED: Final = r"[\pZ\s._-]{0,2}"


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

    def __init__(
        self, words: Iterable[str], real: Iterable[str] = (), shortest: int = 6, stems: Iterable[str] = ()
    ) -> None:
        """`words` are folded; `real` are words that look like slips and are none, and so are all that begin
        with one of `stems`."""
        self._words = {word for word in words if len(word) >= shortest}
        self._real = frozenset(real)
        self._shortest = shortest
        self._stems = frozenset(stems)
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
        if any(word[:length] in self._stems for length in range(_STEM, len(word) + 1)):
            return word
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
        lengths = {len(words) for words in self._exact if len(words) > 1} | {2}
        self._lengths = tuple(sorted(lengths, reverse=True))
        self._firsts = {words[0] for words in self._exact if len(words) > 1}
        self._firsts |= {name[:cut] for name in self._whole if len(name) >= 4 for cut in range(1, len(name))}
        self._common_firsts = {words[0] for words in self._common}
        self._cache: dict[str, tuple[str, str] | None] = {}
        self.ordinary: dict[str, str] = {}
        self.ready: dict[str, tuple[str, str]] = {}
        """What stood alone between two blanks and was an ordinary word: folded, and what it means."""
        self._look = Look(["|".join(f"(?:{each})" for each in self.patterns())])

    def patterns(self) -> Iterator[str]:
        """RE2 patterns, case ignored, of every text that can name a marketplace: false alarms, no misses."""
        for words in (*self._exact, *self._common):
            yield _START + _SEPARATED.join(_SEPARATED.join(map(accented, word)) for word in words)
        for name in self._whole:
            if len(name) >= SHORTEST:
                yield _START + "(?:" + "|".join(_one_slip_patterns(name)) + ")"

    def maybe(self, text: str) -> bool:
        """Whether the text can name a marketplace at all: quick, with false alarms, without misses."""
        return self._look.any(text)

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

    def meant(self, words: Sequence[str], at: int) -> tuple[str, int, str] | None:
        """(mark and pack, number of words, rest) if a marketplace is named there, surely (`@`) or as a common
        word (`~`); `rest` is what is glued to the name."""
        several = self.several(words, at)
        if several:
            return f"@{several[0]}", several[1], ""
        single = self.single(words[at])
        if single:
            return f"@{single[0]}", 1, single[1]
        common = self.common(words, at)
        return (f"~{common[0]}", common[1], "") if common else None

    def remember(self, word: str, mended: str) -> None:
        """Note a word that begins no name, so that it is looked at only once; `mended` is what it means."""
        if word not in self._firsts and word not in self._common_firsts:
            if len(self.ordinary) > 200_000:
                self.ordinary.clear()
            self.ordinary[word] = mended

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
