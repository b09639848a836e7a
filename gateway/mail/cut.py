"""Cuts: the splices that take stretches of text out of a part of a message.

The counterpart of `edit.insert`: `cut` works in the part's own charset and transfer
encoding (7bit, 8bit, quoted-printable, base64) and leaves every other byte as it is, but
for what the encoding itself asks for: a blank that comes to stand at the end of a
quoted-printable line, a soft break where two halves grow too long, and base64 from the
first cut on (RFC 2045 6.7, 6.8). What cannot be done that way raises CannotEdit. Pure.
"""

import base64
import binascii
import re
from collections.abc import Sequence
from typing import Final

from gateway.mail import mime
from gateway.mail.edit import CannotEdit, decoded
from gateway.mail.headers import Buffer
from gateway.mail.splice import Splice

Span = tuple[int, int]

MOST: Final = 1024 * 1024
"""Bytes of a quoted-printable part that is looked through code by code."""

_LINE: Final = 998
_QP_LINE: Final = 76
_UNIT: Final = re.compile(rb"=\r\n|=[0-9A-Fa-f]{2}|\r\n|[^=\r\n]")


def cut(raw: Buffer, part: mime.Part, spans: Sequence[Span]) -> tuple[Splice, ...]:
    """The splices that take `spans` (from, to; in characters of `mime.text`) out of the part.

    Spans that touch are one. Raises CannotEdit, also for a span that is empty, lies outside the text,
    overlaps another or parts a line end.
    """
    text, codec = _decoded(raw, part)
    wanted = _checked(text, spans)
    _keeps_flow(part, text, wanted)
    pieces = [piece.encode(codec) for piece in _pieces(text, wanted)]
    if b"".join(pieces) != mime.decode(raw, part):
        raise CannotEdit(f"text in the charset {part.charset} cannot be cut in the middle")
    kept = b"".join(pieces[::2])
    if kept.decode(codec, "replace") != "".join(_pieces(text, wanted)[::2]):
        raise CannotEdit(f"text in the charset {part.charset} cannot be cut in the middle")
    ranges, at = list[Span](), 0
    for index, piece in enumerate(pieces):
        if index % 2:
            ranges.append((at, at + len(piece)))
        at += len(piece)
    match part.cte:
        case "7bit" | "8bit" | "binary":
            splices = tuple(Splice(part.body + first, last - first, b"") for first, last in ranges)
            _short_lines(raw, part, kept)
            return splices
        case "quoted-printable":
            return _out_of_quoted_printable(raw, part, ranges)
        case "base64":
            return (_out_of_base64(raw, part, kept, ranges[0][0]),)
        case other:
            raise CannotEdit(f"the transfer encoding {other} cannot be cut in place")


def _decoded(raw: Buffer, part: mime.Part) -> tuple[str, str]:
    """The part's text and the codec of its charset; raises CannotEdit where what is read is another text."""
    _, text, codec = decoded(raw, part)
    if text != mime.text(raw, part):
        raise CannotEdit(f"the text does not survive decoding and encoding in {part.charset}")
    return text, codec


def _checked(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch joined."""
    wanted: list[Span] = []
    for first, last in sorted(spans):
        if not 0 <= first < last <= len(text):
            raise CannotEdit("a place to cut is empty or lies outside the text")
        if any(text[max(0, at - 1) : at + 1] == "\r\n" for at in (first, last)):
            raise CannotEdit("a place to cut lies inside a line end")
        if wanted and first < wanted[-1][1]:
            raise CannotEdit("two places to cut overlap")
        if wanted and first == wanted[-1][1]:
            wanted[-1] = wanted[-1][0], last
        else:
            wanted.append((first, last))
    if not wanted:
        raise CannotEdit("there is nothing to cut")
    return wanted


def _pieces(text: str, wanted: Sequence[Span]) -> list[str]:
    """The text as pieces: kept, cut, kept, ... , kept."""
    pieces, at = list[str](), 0
    for first, last in wanted:
        pieces += (text[at:first], text[first:last])
        at = last
    return [*pieces, text[at:]]


def _keeps_flow(part: mime.Part, text: str, wanted: Sequence[Span]) -> None:
    """In format=flowed a line that ends in a blank flows into the next one, which must not be another one."""
    if part.params.get("format", "").lower() != "flowed":
        return
    for first, _ in wanted:
        above = text[:first].replace("\r\n", "\n")
        if above.endswith(" \n") and not above.endswith("\n-- \n") and above != "-- \n":
            raise CannotEdit("the line above flows into the one to be cut")


def _short_lines(raw: Buffer, part: mime.Part, kept: bytes) -> None:
    """Raises CannotEdit if a line grows longer than SMTP allows (RFC 5321 4.5.3.1.6)."""
    before = max(map(len, raw[part.body : part.end].split(b"\r\n")))
    if max(map(len, kept.split(b"\r\n"))) > max(_LINE, before):
        raise CannotEdit(f"a line would be longer than {_LINE} bytes")


def _out_of_quoted_printable(raw: Buffer, part: mime.Part, ranges: Sequence[Span]) -> tuple[Splice, ...]:
    body = bytes(raw[part.body : part.end])
    if len(body) > MOST:
        raise CannotEdit(f"the part is longer than {MOST} bytes")
    starts, ends = _units(body)
    return tuple(_cut_units(body, part.body, starts, ends, first, last) for first, last in ranges)


def _units(body: bytes) -> tuple[list[int], list[int]]:
    """For each decoded byte where its code begins and ends in the body; both bytes of a line end alike."""
    starts, ends = list[int](), list[int]()
    at = 0
    while at < len(body):
        unit = _UNIT.match(body, at)
        if not unit:
            raise CannotEdit("the quoted-printable encoding is damaged")
        code = unit[0]
        if code == b"\r\n":
            starts += (at, at + 1)
            ends += (at + 1, at + 2)
        elif code != b"=\r\n":
            starts.append(at)
            ends.append(unit.end())
        at = unit.end()
    if re.search(rb"[ \t](?=\r\n|\Z)", body):
        # Blanks at a line end are no text: what is left of them cannot be told from what was meant.
        raise CannotEdit("the quoted-printable encoding has blanks at a line end")
    return starts, ends


def _cut_units(
    body: bytes, base: int, starts: Sequence[int], ends: Sequence[int], first: int, last: int
) -> Splice:
    """The splice for decoded bytes first..last; the raw lines on both sides stay valid."""
    start, end = starts[first], ends[last - 1]
    line = body.rfind(b"\n", 0, start) + 1
    if start == line and body.startswith(b"=\r\n", end):
        end += 3  # nothing is left in the line for this soft break to continue
    replacement = b""
    if start > line and body[start - 1 : start] in b" \t" and body[end : end + 2] in (b"\r\n", b""):
        start -= 1
        replacement = b"=%02X" % body[start]
    if start - line + len(replacement) + _row(body, end) > _QP_LINE:
        if start - line + len(replacement) > _QP_LINE - 1:
            raise CannotEdit("the quoted-printable line before the place is too long to be broken")
        replacement += b"=\r\n"
    return Splice(base + start, end - start, replacement)


def _row(body: bytes, at: int) -> int:
    """The length of the rest of the raw line from `at` on."""
    stop = body.find(b"\r\n", at)
    return (len(body) if stop < 0 else stop) - at


def _out_of_base64(raw: Buffer, part: mime.Part, kept: bytes, at: int) -> Splice:
    """Encodes anew from the group of three bytes that holds the first cut."""
    body = bytes(raw[part.body : part.end])
    lines = body.split(b"\r\n")
    try:
        clean = base64.b64decode(b"".join(lines), validate=True) == mime.decode(raw, part)
    except binascii.Error:
        clean = False
    if not clean:
        raise CannotEdit("the base64 encoding is damaged")
    filled = [line for line in lines if line]
    width = len(filled[0]) if len(filled) > 1 else _QP_LINE
    group = at // 3
    offset, column = group_place(lines, 4 * group)
    written = base64.b64encode(kept[3 * group :])
    first = max(0, width - column)
    rows = [written[:first], *(written[row : row + width] for row in range(first, len(written), width))]
    return Splice(part.body + offset, len(body.rstrip(b"\r\n")) - offset, b"\r\n".join(rows))


def group_place(lines: Sequence[bytes], count: int) -> Span:
    """Offset and column of the base64 character number `count`, or the end of the last line."""
    place, start = (0, 0), 0
    for line in lines:
        if count < len(line):
            return start + count, count
        if line:
            place = start + len(line), len(line)
        count, start = count - len(line), start + len(line) + 2
    return place
