"""A text as one line of folded words in which the marketplaces' names are marked.

A name reads `@amazon` there, so that one pattern finds "über Ama zon ... bestelt" and
"ueber Amazon.de ... bestellt" alike; every match can be shown in the words of the mail
again. Linear in the text; never raises.
"""

import re
from bisect import bisect_right
from typing import Any, Final

from gateway.signals.names import LONGEST, Names, Spelling
from gateway.signals.patterns import words as as_words
from gateway.signals.tokens import key, without_addresses

_TOKEN: Final = re.compile(r"(?P<word>[^\W_]+)|[!?]+|\.(?=\s|$)|\n[ \t>]*\n")
_SHORT_BEFORE_STOP: Final = 3
_SHORTENED: Final = as_words(
    """
    nr no art ca bzw z b d h u a mr mrs dr st tel inkl best ggf usw evtl ord ref num nb n av env ul zam szt tj
    bl mvh pkt sig sr ing ms vs
    """
)


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
        source, ordinary, at = self.source, names.ordinary, 0
        while at < len(folded):
            word, count, rest = folded[at], 1, ""
            plain = ordinary.get(word)
            if plain is None:
                meant = names.meant(folded, at) if word != "." else None
                if meant:
                    word, count, rest = meant
                    rest = spelling.mend(rest) if rest else ""
                else:
                    plain = word = spelling.mend(word)
                    names.remember(folded[at], plain)
            else:
                word = plain
            span = (spans[at][0], spans[at + count - 1][1])
            out.append(word)
            self._spans.append(span)
            if rest:
                out.append(rest)
                self._spans.append(span)
            if source[span[1] : span[1] + 1] == ",":
                out[-1] += ","
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

    @staticmethod
    def _tokens(text: str) -> tuple[list[tuple[int, int]], list[str]]:
        spans: list[tuple[int, int]] = []
        folded: list[str] = []
        for found in _TOKEN.finditer(text):
            piece = found[0]
            if found.lastgroup:
                spans.append(found.span())
                folded.append(key(piece if len(piece) < 4 * LONGEST else piece[: 4 * LONGEST]))
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
