"""Frames: what a sentence says by the words it has together, in whatever order they stand.

A frame is a row of templates (`lints.phrases`): the first is looked for, and its words are what is told;
each further one must stand in the same sentence too, one that begins with "!" must not. So a
request, a thing and a person make an invitation, however it is put. Linear; never raises.
"""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from gateway.lints.phrases import Phrases, sentence

Frame: TypeAlias = tuple[str, ...]
Table: TypeAlias = Mapping[str, tuple[Frame, ...]]

_NOT: Final = "!"


class Frames:
    """All frames of some tables; one pattern a language tells whether a text has any of its first words."""

    def __init__(self, *tables: Table) -> None:
        rows: dict[str, list[Frame]] = {}
        for table in tables:
            for language, frames in table.items():
                rows.setdefault(language, []).extend(frames)
        self._languages = [
            (Phrases([frame[0] for frame in frames]), [_Compiled(frame) for frame in frames])
            for frames in rows.values()
        ]

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """The span of the first words of each frame that a sentence fills; they may overlap."""
        for gate, frames in self._languages:
            if not gate.within(folded):
                continue
            for frame in frames:
                yield from frame.spans(folded)


class _Compiled:
    """One frame with its patterns."""

    def __init__(self, frame: Frame) -> None:
        self.first = Phrases([frame[0]])
        self.needs = [Phrases([template]) for template in frame[1:] if not template.startswith(_NOT)]
        self.never = [Phrases([template[1:]]) for template in frame[1:] if template.startswith(_NOT)]

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        for start, end in self.first.spans(folded):
            lo, hi = sentence(folded, start, end)
            said = folded[lo:hi]
            if all(need.within(said) for need in self.needs) and not any(
                never.within(said) for never in self.never
            ):
                yield start, end
