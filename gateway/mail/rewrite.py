"""Rewrites: the splice that puts other text in place of a stretch of a part's text.

The third beside `edit.insertion` and `cut.cut`. It works in the part's own charset and
transfer encoding (7bit, 8bit, quoted-printable, base64), and every byte before the
stretch stays as it is; of quoted-printable whole lines of text are written anew, of
base64 what follows in the part (RFC 2045 6.7, 6.8). What cannot be done that way raises
CannotEdit. Pure, linear in the part.
"""

import base64
import binascii
import re
from typing import Final

from gateway.mail import cut, edit, encoded, mime
from gateway.mail.edit import CannotEdit
from gateway.mail.headers import Buffer
from gateway.mail.splice import Splice

_LINE: Final = 998
_QP_LINE: Final = 76


def codec_of(part: mime.Part, seven_bit: bool = False) -> str:
    """The codec that new text of this part has to fit: ASCII where no 8-bit byte may stand (RFC 6152).

    Raises CannotEdit for a charset that nobody knows.
    """
    codec = encoded.codec(part.charset)
    if codec is None:
        raise CannotEdit(f"the charset {part.charset[:40]} is unknown")
    return "ascii" if part.cte == "7bit" or (seven_bit and part.cte in ("8bit", "binary")) else codec


def rewrite(raw: Buffer, part: mime.Part, first: int, last: int, text: str) -> Splice:
    """The splice that makes `text` of the characters `first` to `last` of the part's text (`mime.text`).

    `text` has the part's own line ends and only signs that `codec_of` holds (`edit.fitted`). Raises
    CannotEdit.
    """
    before, codec = _decoded(raw, part)
    if not 0 <= first <= last <= len(before):
        raise CannotEdit("the place to change lies outside the text")
    head, gone, tail = (piece.encode(codec) for piece in (before[:first], before[first:last], before[last:]))
    try:
        middle = text.encode(codec)
    except UnicodeError:
        raise CannotEdit(f"the charset {part.charset} cannot hold the new text") from None
    if head + gone + tail != mime.decode(raw, part) or (head + middle + tail).decode(codec, "replace") != (
        before[:first] + text + before[last:]
    ):
        raise CannotEdit(f"text in the charset {part.charset} cannot be changed in the middle")
    match part.cte:
        case "7bit" | "8bit" | "binary":
            if part.cte == "7bit" and not text.isascii():
                raise CannotEdit("a 7bit part cannot hold the new text")
            _short_lines(head, middle, tail)
            return Splice(part.body + len(head), len(gone), middle)
        case "quoted-printable":
            return _in_quoted_printable(raw, part, head, gone, tail, middle)
        case "base64":
            return _in_base64(raw, part, head, middle + tail)
        case other:
            raise CannotEdit(f"the transfer encoding {other} cannot be changed in place")


def _decoded(raw: Buffer, part: mime.Part) -> tuple[str, str]:
    _, text, codec = edit.decoded(raw, part)
    if text != mime.text(raw, part):
        raise CannotEdit(f"the text is not really {part.charset}")
    if part.cte != "base64" and "\r\n".encode(codec) != b"\r\n":
        raise CannotEdit(f"the charset {part.charset} needs base64")
    return text, codec


def _short_lines(head: bytes, middle: bytes, tail: bytes) -> None:
    """Raises CannotEdit if a changed line is longer than SMTP allows (RFC 5321 4.5.3.1.6)."""
    start, stop = head.rfind(b"\n") + 1, tail.find(b"\n")
    changed = head[start:] + middle + tail[: len(tail) if stop < 0 else stop]
    if any(len(line.rstrip(b"\r")) > _LINE for line in changed.split(b"\n")):
        raise CannotEdit(f"a line would be longer than {_LINE} bytes; break it into several")


_ROW: Final = re.compile(rb"(?P<content>[^\r\n]*?)(?P<soft>=[ \t]*)?(?:\r\n|\Z)")


def _in_quoted_printable(
    raw: Buffer, part: mime.Part, head: bytes, gone: bytes, tail: bytes, middle: bytes
) -> Splice:
    """The lines of text that hold the stretch, written anew; lines begin where raw lines do."""
    at, stop = head.rfind(b"\r\n") + 2 if b"\r\n" in head else 0, tail.find(b"\r\n")
    rest = tail[: len(tail) if stop < 0 else stop]
    lines = head[at:] + gone + rest
    body = raw[part.body : part.end]
    starts, ends = _lines(body)
    number = head.count(b"\r\n")
    number_last = number + lines.count(b"\r\n")
    if number_last >= len(starts):
        raise CannotEdit("the quoted-printable encoding is damaged")
    start, end = starts[number], ends[number_last]
    if binascii.a2b_qp(body[start:end]) != lines:
        raise CannotEdit("the quoted-printable encoding is damaged")
    written = edit.quoted_printable(head[at:] + middle + rest)
    return Splice(part.body + start, end - start, written)


def _lines(body: bytes) -> tuple[list[int], list[int]]:
    """Where the lines of text begin and end in the encoded body, line ends left out."""
    starts, ends, at, fresh = list[int](), list[int](), 0, True
    while at <= len(body):
        row = _ROW.match(body, at)
        if row is None:
            raise CannotEdit("the quoted-printable encoding is damaged")
        if fresh:
            starts.append(at)
        fresh = row["soft"] is None
        if fresh:
            ends.append(row.end("content"))
        if row.end() == len(body) and not body.endswith(b"\r\n", at):
            break
        at = row.end()
    if len(ends) < len(starts):
        raise CannotEdit("the quoted-printable encoding is damaged")
    return starts, ends


def _in_base64(raw: Buffer, part: mime.Part, head: bytes, rest: bytes) -> Splice:
    """Encoded anew from the group of three bytes that holds the place."""
    body = raw[part.body : part.end]
    rows = body.split(b"\r\n")
    try:
        clean = base64.b64decode(b"".join(rows), validate=True).startswith(head)
    except binascii.Error:
        clean = False
    if not clean:
        raise CannotEdit("the base64 encoding is damaged")
    filled = [row for row in rows if row]
    width = len(filled[0]) if len(filled) > 1 else _QP_LINE
    group = len(head) // 3
    offset, column = cut.group_place(rows, 4 * group)
    written = base64.b64encode(head[3 * group :] + rest)
    first = max(0, width - column)
    lines = [written[:first], *(written[at : at + width] for at in range(first, len(written), width))]
    return Splice(part.body + offset, len(body.rstrip(b"\r\n")) - offset, b"\r\n".join(lines))
