"""Texts in pieces for a page: findings marked where they stand, and two texts compared line by line.

Pure. Pieces are plain text; a template escapes them. Spans that do not fit the text
any more are looked for by their snippet, and left out where that is not there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal

from gateway.words import Finding, Severity

MOST_LINES: Final = 2000
"""Lines of a text that are compared."""

CONTEXT: Final = 3
"""Unchanged lines that are shown around a change."""

_WEIGHT: Final = {Severity.BLOCK: 0, Severity.TONE: 1, Severity.WARN: 2}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `findings` say what was found in it, the most severe first, none: nothing."""

    text: str
    findings: tuple[Finding, ...] = ()


def marked(text: str, findings: Iterable[Finding]) -> tuple[Piece, ...]:
    """The text in pieces that together are the text. Findings may overlap."""
    places = [(place, found) for found in findings if (place := _place(text, found)) is not None]
    edges = sorted({0, len(text), *(edge for place, _ in places for edge in place)})
    pieces = []
    for start, end in pairwise(edges):
        here = [found for (low, high), found in places if low <= start and end <= high]
        pieces.append(Piece(text[start:end], tuple(sorted(here, key=lambda found: _WEIGHT[found.severity]))))
    return tuple(pieces)


def _place(text: str, found: Finding) -> tuple[int, int] | None:
    start, end = found.span
    snippet = found.snippet.strip()
    if 0 <= start < end <= len(text):
        here, said = " ".join(text[start:end].split()), " ".join(snippet.split())
        if not said or said.strip("…") in here or here[: len(said) // 2 + 1] in said:
            return start, end
    at = text.find(snippet) if snippet else -1
    return None if at < 0 else (at, at + len(snippet))


def exact(text: str, found: Finding) -> str:
    """The words that were found, in one line; the snippet around them where they are not in the text."""
    place = _place(text, found)
    return " ".join((text[slice(*place)] if place else found.snippet).split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comparison: the same in both, new, gone, or `gap`: lines left out (`text` is how many)."""

    kind: Literal["same", "new", "gone", "gap"]
    text: str


def compared(before: str, after: str) -> tuple[Line, ...]:
    """Two texts line by line; long stretches without a change are left out."""
    old, new = _lines(before), _lines(after)
    found: list[Line] = []
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (what, low, high, start, end) in enumerate(blocks):
        if what == "equal":
            found += _shortened(old[low:high], first=number == 0, last=number == len(blocks) - 1)
            continue
        found += [Line("gone", line) for line in old[low:high]]
        found += [Line("new", line) for line in new[start:end]]
    return tuple(found)


def unified(diff: str) -> tuple[Line, ...]:
    """A stored difference, as `editing.difference` writes it, in lines of a comparison."""
    kinds: dict[str, Literal["same", "new", "gone"]] = {" ": "same", "+": "new", "-": "gone"}
    lines = diff.split("\n") if diff else []
    found = [Line(kinds[line[:1]], line[1:]) if line[:1] in kinds else Line("gap", "") for line in lines]
    return tuple(found[1:] if found and found[0].kind == "gap" else found)


def _shortened(lines: Sequence[str], *, first: bool, last: bool) -> list[Line]:
    head = 0 if first else CONTEXT
    tail = 0 if last else CONTEXT
    if len(lines) <= head + tail + 1:
        return [Line("same", line) for line in lines]
    middle = Line("gap", str(len(lines) - head - tail))
    ends = lines[len(lines) - tail :] if tail else []
    return [*(Line("same", line) for line in lines[:head]), middle, *(Line("same", line) for line in ends)]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")[:MOST_LINES]]
