"""Where the messages of an mbox lie: offsets, found in one linear pass, however large the file is.

A message begins at a "From " line that follows an empty line (or begins the file)
and looks like one: with the date that mail programs write, or with any time and year,
or bare, and then only before a header field. The empty line before it is no part of
the message. All variants that quote "From " in the text as ">From " are read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

LINE: Final = 64 * 1024
"""Bytes of one line that are looked at at once; a longer one is read in pieces."""

MARK: Final = 200
"""Bytes of a "From " line that are looked at."""

HEADER: Final = 64 * 1024
"""Bytes of a header that are kept for its date."""

_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATED: Final = re.compile(
    rb"From \S+ +" + _DAY + rb",? +(?:" + _MONTH + rb" +\d|\d+ +" + _MONTH + rb").*\d{4}"
)
_LOOSE: Final = re.compile(rb"From (?:\s*$|.*\d\d:\d\d.*\d{4}|.*\d{4}.*\d\d:\d\d)")
_FIELD: Final = re.compile(rb"[!-9;-~]+[ \t]*:|>?From ")
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """One message: where it lies behind its "From " line, that line, and its header (at most 64 KiB)."""

    offset: int
    length: int
    from_line: bytes
    header: bytes


def is_mbox(file: BinaryIO) -> bool:
    """Whether the file begins as an mbox does. Leaves it at its beginning."""
    file.seek(0)
    begins = file.readline(LINE).startswith(b"From ")
    file.seek(0)
    return begins


def messages(file: BinaryIO) -> Iterator[Found]:
    """The messages of an mbox in their order; the file is read from where it stands, once."""
    at = file.tell()
    empty = b"\n"  # the line before, if it was empty
    begun: tuple[int, bytes] | None = None  # offset of the message, its "From " line
    asked: tuple[int, bytes, bytes] | None = (
        None  # a "From " line whose next line decides: offset, it, `empty`
    )
    header, in_header, whole = bytearray(), False, True
    while line := file.readline(LINE):
        if asked is not None:
            place, said, before = asked
            asked = None
            if _FIELD.match(line):
                if begun is not None:
                    yield _found(begun, place - len(before), header)
                begun, header, in_header, empty = (at, said), bytearray(), True, b""
        if whole and (empty or begun is None) and line.startswith(b"From "):
            if begun is None or _DATED.match(line[:MARK]):
                if begun is not None:
                    yield _found(begun, at - len(empty), header)
                begun, header, in_header = (at + len(line), line), bytearray(), True
                at, empty, whole = at + len(line), b"", line.endswith(b"\n")
                continue
            if _LOOSE.match(line[:MARK]):
                asked = (at, line, empty)
        blank = whole and line in (b"\n", b"\r\n")
        if in_header and (blank or len(header) + len(line) > HEADER):
            in_header = False
        if in_header:
            header += line
        empty = line if blank else b""
        whole = line.endswith(b"\n")
        at += len(line)
    if begun is not None:
        yield _found(begun, at - len(empty), header)


def _found(begun: tuple[int, bytes], end: int, header: bytearray) -> Found:
    offset, line = begun
    return Found(offset, max(end - offset, 0), line, bytes(header))


def unquoted(raw: bytes) -> bytes:
    """The message as it was before the mbox quoted its lines that begin with "From "."""
    return _QUOTED.sub(rb"\1", raw) if b">From " in raw else raw
