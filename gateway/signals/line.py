"""A text as one line of folded words in which the marketplaces' names are marked.

A name reads `@amazon` there, so that one pattern finds "über Ama zon ... bestelt" and
"ueber Amazon.de ... bestellt" alike; every match can be shown in the words of the mail
again. What stands between two blanks is folded once and remembered, so that a word people
often write costs a look-up. Linear in what is read of the text; never raises.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Final

from gateway.signals.names import LONGEST, Names, Spelling
from gateway.signals.patterns import words as as_words
from gateway.signals.tokens import key, without_addresses

Stretches = Sequence[tuple[int, int]]
_TOKEN: Final = re.compile(r"(?P<word>[^\W_]+)|[!?]+|\.\Z")
_PARAGRAPH: Final = re.compile(r"(\n[ \t>]*\n)")
_NAME: Final = re.compile(r"@(\w+)")
_STOP: Final = "."
_SHORT_BEFORE_STOP: Final = 3
_LONGEST_REMEMBERED: Final = 40
_INNER: Final = 20
"""Bits of a place that say which word of a piece is meant."""
_SHORTENED: Final = as_words(
    """
    nr no art ca bzw z b d h u a mr mrs dr st tel inkl best ggf usw evtl ord ref num nb n av env ul zam szt tj
    bl mvh pkt sig sr ing ms vs
    """
)


def _folded(piece: str) -> tuple[tuple[str, bool], ...]:
    """What stands between two blanks: each word folded, whether a comma follows; `.`, `!` where it ends."""
    return tuple(
        (key(found[0][: 4 * LONGEST]), piece[found.end() : found.end() + 1] == ",")
        if found.lastgroup
        else (found[0][0], False)
        for found in _TOKEN.finditer(piece)
    )


_remembered: Final = lru_cache(maxsize=65536)(_folded)


class _Tokens:
    """The words and stops of some stretches of a text, and where each stands.

    `words` are folded; `plain` is what an ordinary word means, with its comma, and None for what must be
    looked at: those are in `open`, in order.
    """

    def __init__(self, text: str, stretches: Stretches, names: Names) -> None:
        self.words: list[str] = []
        self.plain: list[str | None] = []
        self.open: list[int] = []
        self.commas: set[int] = set()
        self._text, self._ready, self._ordinary = text, names.ready, names.ordinary
        self._places: list[int] = []
        self._pieces: list[str] = []
        self._begins: dict[int, int] = {}
        self._offsets: list[int] = []
        for first, last in stretches:
            self._begins[len(self._pieces)] = first
            self._stretch(text[first:last])

    def _stretch(self, text: str) -> None:
        known, words, plain, places = self._ready.get, self.words, self.plain, self._places
        for number, part in enumerate(_PARAGRAPH.split(text)):
            at = len(self._pieces)
            if number % 2:
                self._pieces.append(part)
                self._stop(at << _INNER)
                continue
            pieces = part.split()
            self._pieces += pieces
            for piece in pieces:
                ready = known(piece)
                if ready is None:
                    self._look(piece, at)
                else:
                    words.append(ready[0])
                    plain.append(ready[1])
                    places.append(at << _INNER)
                at += 1

    def _look(self, piece: str, at: int) -> None:
        """Take a piece that is no ordinary word alone."""
        short = len(piece) <= _LONGEST_REMEMBERED
        found = _remembered(piece) if short else _folded(piece)
        for inner, (word, comma) in enumerate(found):
            place = at << _INNER | inner
            if word in ("!", "?"):
                self._stop(place)
            elif word == _STOP:
                if not self._shortens(at):
                    self._stop(place)
            else:
                meant = self._ordinary.get(word)
                if meant is None:
                    self.open.append(len(self.words))
                    if comma:
                        self.commas.add(len(self.words))
                else:
                    meant += "," * comma
                    if len(found) == 1 and short:
                        if len(self._ready) > 200_000:
                            self._ready.clear()
                        self._ready[piece] = word, meant
                self.words.append(word)
                self.plain.append(meant)
                self._places.append(place)

    def _stop(self, place: int) -> None:
        if self.words and self.words[-1] != _STOP:
            self.words.append(_STOP)
            self.plain.append(_STOP)
            self._places.append(place)

    def _shortens(self, at: int) -> bool:
        """Whether the dot of a piece belongs to a shortened word, or a small letter behind says that the
        sentence goes on."""
        if not self.words or len(self.words[-1]) > _SHORT_BEFORE_STOP or self.words[-1] == _STOP:
            return False
        if self.words[-1] in _SHORTENED:
            return True
        behind = self._pieces[at + 1 : at + 2]
        return not (behind and behind[0][0].isupper())

    def comma(self, token: int) -> bool:
        """Whether a comma stands right behind this one."""
        meant = self.plain[token]
        return token in self.commas if meant is None else meant.endswith(",")

    def span(self, token: int) -> tuple[int, int]:
        """From and to in the text."""
        return self._span(self._places[token])

    def _span(self, place: int) -> tuple[int, int]:
        number, inner = place >> _INNER, place & (1 << _INNER) - 1
        start, piece = self._offset(number), self._pieces[number]
        if piece[0] == "\n":
            return start, start + len(piece)
        for at, found in enumerate(_TOKEN.finditer(piece)):
            if at == inner:
                return start + found.start(), start + found.end()
        return start, start + len(piece)

    def _offset(self, number: int) -> int:
        """Where a piece stands: only blanks are between one and the next."""
        offsets, pieces, index = self._offsets, self._pieces, self._text.index
        for at in range(len(offsets), number + 1):
            after = self._begins.get(at)
            if after is None:
                after = offsets[-1] + len(pieces[at - 1])
            offsets.append(index(pieces[at], after))
        return offsets[number]


class Words:
    """A text as one line of folded words, one blank between, ` . ` where a sentence or paragraph ends.

    A comma stays at its word. `source` has the length of the text: what is no words for us is blank.
    """

    def __init__(
        self,
        text: str,
        names: Names,
        spelling: Spelling,
        others: Any = None,
        context: Any = None,
        stretches: Stretches | None = None,
    ) -> None:
        """`others`: an RE2 pattern on the line, of names that mean another business (`@amazon pay`);
        `context`: one in which a name that is a common word as well (`~otto`) means the marketplace;
        `stretches`: what of the text is read, from and to, in order; without them all of it."""
        self.source = without_addresses(text)
        self._tokens = _Tokens(self.source, ((0, len(text)),) if stretches is None else stretches, names)
        self._out: list[str] = []
        self._first: list[int] = []
        self._counts: dict[int, int] = {}
        self._mean(names, spelling)
        self.line = " ".join(self._out) + " "
        if context is not None and "~" in self.line:
            self.line = self._marked(context, "~", "@")
        if others is not None and "@" in self.line:
            self.line = self._marked(others, "@", "#")

    def _mean(self, names: Names, spelling: Spelling) -> None:
        """Put together what the tokens mean: names marked, slips mended."""
        tokens, out, done = self._tokens, self._out, 0
        plain: list[Any] = tokens.plain
        for at in tokens.open:
            if at < done:
                continue
            out += plain[done:at]
            self._first.extend(range(done, at))
            word, count, rest = tokens.words[at], 1, ""
            meant = names.meant(tokens.words, at)
            if meant:
                word, count, rest = meant
                rest = spelling.mend(rest) if rest else ""
                self._counts[len(out)] = count
            else:
                word = spelling.mend(word)
                names.remember(tokens.words[at], word)
            if rest:
                out.append(word)
                self._first.append(at)
                self._counts[len(out)] = count
                word = rest
            done = at + count
            out.append(word + "," if tokens.comma(done - 1) else word)
            self._first.append(at)
        out += plain[done:]
        self._first.extend(range(done, len(plain)))

    @cached_property
    def _starts(self) -> list[int]:
        """Where in `line` each word begins."""
        return [0, *accumulate(len(word) + 1 for word in self._out)][: len(self._out)]

    def _span(self, at: int) -> tuple[int, int]:
        """From and to in `source` of the word at a place in `line`."""
        word = max(bisect_right(self._starts, at) - 1, 0)
        first = self._first[word]
        last = first + self._counts.get(word, 1) - 1
        return self._tokens.span(first)[0], self._tokens.span(last)[1]

    def _marked(self, pattern: Any, old: str, new: str) -> str:
        """The line with another mark at the names in what the pattern finds: `@amazon pay`, `#amazon pay`."""
        line = list(self.line)
        at = 0
        while found := pattern.search(self.line, at):
            for group in range(1, len(found.groups()) + 1):
                start = found.start(group)
                if start > 0 and line[start - 1] == old:
                    line[start - 1] = new
            at = max(found.end() - 1, found.start() + 1)
        return "".join(line)

    def mentions(self) -> tuple[tuple[str, int], ...]:
        """Every name of a marketplace: (pack, character offset in `source`)."""
        return tuple((found[1], self._span(found.start())[0]) for found in _NAME.finditer(self.line))

    def said(self, start: int, end: int) -> str:
        """The mail's own words behind a stretch of `line`, blanks squeezed, at most 200 characters."""
        if not self._out:
            return ""
        first, last = self._span(start), self._span(max(end - 1, start))
        return " ".join(self.source[first[0] : last[1]].split())[:200]
