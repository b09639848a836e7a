"""Splices: an edited message is the old bytes and a list of replacements.

A message is never written anew. `pieces` and `apply` give the edited message; the
only failure is ValueError, for splices that overlap or lie outside. `mail.edit` and
`mail.headers` make splices.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from gateway.words import Splice

if TYPE_CHECKING:  # headers makes splices itself
    from gateway.mail.headers import Buffer

__all__ = ["Splice", "apply", "pieces"]

_PIECE: Final = 256 * 1024


def pieces(raw: "Buffer", splices: Iterable[Splice]) -> Iterator[bytes]:
    """The edited message, in pieces that hold at most 256 KiB of `raw` each; no splices: the bytes of `raw`.

    Splices may come in any order; those at one offset are applied in the order given, insertions first.
    Raises ValueError before the first piece if two overlap or one is out of range.
    """
    ordered = sorted(splices, key=lambda splice: (splice.offset, splice.length))
    position = 0
    for splice in ordered:
        if splice.offset < position or splice.length < 0 or splice.offset + splice.length > len(raw):
            raise ValueError(f"splice at {splice.offset}+{splice.length} overlaps another or is out of range")
        position = splice.offset + splice.length
    return _pieces(raw, ordered)


def _pieces(raw: "Buffer", ordered: list[Splice]) -> Iterator[bytes]:
    position = 0
    for splice in [*ordered, Splice(len(raw), 0, b"")]:
        for start in range(position, splice.offset, _PIECE):
            yield raw[start : min(start + _PIECE, splice.offset)]
        if splice.replacement:
            yield splice.replacement
        position = splice.offset + splice.length


def apply(raw: "Buffer", splices: Iterable[Splice]) -> bytes:
    """The edited message as one value. Raises ValueError like `pieces`."""
    return b"".join(pieces(raw, splices))
