"""Edits are data: the splice that puts text into a part of a message.

`insert` works out the bytes that stand for a text
at one place of one part, in the part's own charset and transfer encoding, and leaves
every byte before that place, and every part beside it, as it is. What cannot be done
that way raises `CannotEdit` with the reason (RFC 2045 section 6, RFC 3676).
"""

import base64
import binascii
import re
import unicodedata
from typing import Final

from gateway.mail import encoded, mime
from gateway.mail.headers import Buffer
from gateway.mail.splice import Splice, apply, pieces

__all__ = [
    "CannotEdit",
    "Splice",
    "apply",
    "fitted",
    "insert",
    "insertion",
    "pieces",
    "plain",
    "quoted_printable",
]

_QP_LINE: Final = 76
_LINE: Final = 998


class CannotEdit(Exception):
    """The part cannot take the text in place; `why` says so in one sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def insert(raw: Buffer, part: mime.Part, at: int, text: str, seven_bit: bool = False) -> Splice:
    """The splice that puts `text` at character offset `at` of the part's decoded text (`mime.text`).

    `text` has "\\n" line ends and already the blank lines it wants around it; what really goes in is
    `fitted(raw, part, text, seven_bit)`. `seven_bit`: nobody said that the message may hold 8-bit bytes, so
    none may come in (RFC 6152). Raises CannotEdit.
    """
    return insertion(raw, part, at, text, seven_bit)[0]


def fitted(raw: Buffer, part: mime.Part, text: str, seven_bit: bool = False) -> str:
    """`text` as the part can hold it, which is how it reads when the edited part is decoded.

    Line ends are those of the part; signs its charset (or 7bit) cannot hold are written otherwise (“ as ",
    ä as ae, é as e); in format=flowed no line ends in a blank, and lines are stuffed where RFC 3676 4.4
    wants it. Raises CannotEdit.
    """
    _, before, codec = decoded(raw, part)
    return _fit(part, before, codec, text, seven_bit)


def insertion(
    raw: Buffer, part: mime.Part, at: int, text: str, seven_bit: bool = False
) -> tuple[Splice, str]:
    """`insert` and `fitted` at once. Raises CannotEdit."""
    data, before, codec = decoded(raw, part)
    if part.cte != "base64" and "\r\n".encode(codec) != b"\r\n":
        raise CannotEdit(f"the charset {part.charset} needs base64")
    if not 0 <= at <= len(before):
        raise CannotEdit("the place to insert lies outside the text")
    if before[max(0, at - 1) : at + 1] == "\r\n":
        raise CannotEdit("the place to insert lies inside a line end")
    fit = _fit(part, before, codec, text, seven_bit)
    head, middle, tail = (piece.encode(codec) for piece in (before[:at], fit, before[at:]))
    if (
        head + tail != data
        or (head + middle + tail).decode(codec, "replace") != before[:at] + fit + before[at:]
    ):
        raise CannotEdit(f"text in the charset {part.charset} cannot be inserted in the middle")
    match part.cte:
        case "7bit" | "8bit" | "binary":
            splice = Splice(part.body + len(head), 0, middle)
            _short_lines(raw, part, splice)
        case "quoted-printable":
            splice = _into_quoted_printable(raw, part, data, len(head), middle)
        case "base64":
            splice = _into_base64(raw, part, data, len(head), middle)
        case other:
            raise CannotEdit(f"the transfer encoding {other} cannot take text in place")
    return splice, fit


def decoded(raw: Buffer, part: mime.Part) -> tuple[bytes, str, str]:
    """The part's content, its text and the codec of its charset; raises CannotEdit unless it decodes cleanly
    and back."""
    if part.problems:
        raise CannotEdit(f"the part is damaged: {part.problems[0]}")
    codec = encoded.codec(part.charset)
    if codec is None:
        raise CannotEdit(f"the charset {part.charset[:40]} is unknown")
    data = mime.decode(raw, part)
    try:
        text = data.decode(codec)
        back = text.encode(codec)
    except UnicodeError:
        raise CannotEdit(f"the text is not really {part.charset}") from None
    if back != data:
        raise CannotEdit(f"the text does not survive decoding and encoding in {part.charset}")
    return data, text, codec


_FOLD: Final = {
    ord(sign): plain
    for signs, plain in (
        ("„“”«»", '"'),
        ("‚‘’‛´", "'"),
        ("–—‐‑−", "-"),
        ("…", "..."),
        ("\u00a0\u202f\u2009\u2007", " "),
        ("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        ("•·", "*"),
        ("€", "EUR"),
        ("ß", "ss"),
        ("ẞ", "SS"),
        ("æ", "ae"),
        ("Æ", "AE"),
        ("œ", "oe"),
        ("Œ", "OE"),
        ("øö", "oe"),
        ("ØÖ", "Oe"),
        ("ä", "ae"),
        ("Ä", "Ae"),
        ("ü", "ue"),
        ("Ü", "Ue"),
        ("ł", "l"),
        ("Ł", "L"),
        ("đ", "d"),
        ("Đ", "D"),
    )
    for sign in signs
}


# We read these as the larger charset that senders mean by them; what we write, every reader must know.
_NARROW: Final = {"gb2312": "gb2312", "gbk": "gbk", "ks_c_5601-1987": "euc_kr"}


def _fit(part: mime.Part, before: str, codec: str, text: str, seven_bit: bool) -> str:
    bare = part.cte == "7bit" or (seven_bit and part.cte in ("8bit", "binary"))
    held = "ascii" if bare else _NARROW.get(part.charset, codec)
    folded = text if text.isascii() or _holds(text, held) else _folded(text, held)
    lines = [line.rstrip(" \t\r") for line in folded.split("\n")]
    if part.content_type == "text/plain" and part.params.get("format", "").lower() == "flowed":
        lines = [f" {line}" if line.startswith((" ", ">", "From ")) else line for line in lines]
    end = "\n" if "\n" in before and "\r\n" not in before else "\r\n"
    return end.join(lines)


def _holds(sign: str, codec: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeError:
        return False
    return True


_MARKS: Final = frozenset("„“”«»‚‘’‛")


def _folded(text: str, codec: str) -> str:
    """The text with what the charset lacks written otherwise; quotation marks all in one way."""
    lacking = {sign for sign in set(text) if not _holds(sign, codec)}
    if lacking & _MARKS:
        lacking |= _MARKS
    near = {ord(sign): plain(sign) for sign in lacking}
    for code, written in near.items():
        if not _holds(written, codec):
            raise CannotEdit(f"the charset cannot hold the sign U+{code:04X}")
    return text.translate(near)


def plain(text: str) -> str:
    """`text` in plainer signs: the table above for typographic signs and letters, else without accents."""
    if text.isascii():
        return text
    folded = text.translate(_FOLD)
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _short_lines(raw: Buffer, part: mime.Part, splice: Splice) -> None:
    """Raises CannotEdit if the insertion makes a line longer than SMTP allows (RFC 5321 4.5.3.1.6).

    A line that was too long as it came, and is only cut in two, is not made worse.
    """
    start = max(raw.rfind(b"\r\n", part.body, splice.offset) + 2, part.body)
    stop = raw.find(b"\r\n", splice.offset, part.end)
    stop = part.end if stop < 0 else stop
    limit = max(_LINE, stop - start if b"\n" in splice.replacement else 0)
    whole = raw[start : splice.offset] + splice.replacement + raw[splice.offset : stop]
    if any(len(line) > limit for line in whole.split(b"\r\n")):
        raise CannotEdit(f"a line would be longer than {_LINE} bytes")


# Quoted-printable, RFC 2045 section 6.7.


def _into_quoted_printable(raw: Buffer, part: mime.Part, data: bytes, at: int, middle: bytes) -> Splice:
    body = raw[part.body : part.end]
    offset, line_start = _place(body, data, at)
    goes_on = offset < len(body) and not middle.endswith(b"\n")
    written = quoted_printable(middle, goes_on)
    if line_start < offset and (not middle.startswith(b"\r\n") or body[offset - 1 : offset] in b" \t"):
        # A soft break ends the raw line, so that the text before keeps its bytes and its own last blank.
        if offset - line_start >= _QP_LINE:
            raise CannotEdit("the quoted-printable line before the place is too long to be broken")
        written = b"=\r\n" + written
    return Splice(part.body + offset, 0, written)


def _place(body: bytes, data: bytes, at: int) -> tuple[int, int]:
    """Where in the encoded body the decoded byte `at` begins, and where that raw line begins.

    Soft breaks before it are passed, so that the place is a line start where possible. Raises CannotEdit
    if the body is not clean quoted-printable of `data`.
    """
    if not _CLEAN.fullmatch(body) or at > len(data):
        raise CannotEdit("the quoted-printable encoding is damaged")
    done, start = 0, 0
    while start < len(body):
        units = _UNITS.match(body, start)
        if not units:
            raise CannotEdit("the quoted-printable encoding is damaged")
        content, end = units["content"], units["end"]
        size = len(content) - 2 * content.count(b"=") + (len(end) if not end.startswith(b"=") else 0)
        if at < done + size:
            return start + _unit(content, at - done), start
        done, start = done + size, units.end()
    if done != len(data):
        raise CannotEdit("the quoted-printable encoding is damaged")
    return len(body), body.rfind(b"\r\n") + 2 if b"\r\n" in body else 0


_UNITS = re.compile(rb"(?P<content>(?:[^=\r\n]++|=[0-9A-Fa-f]{2})*+)(?P<end>=\r\n|\r\n|\Z)")
_CLEAN = re.compile(rb"(?:[^=\r\n]++|=[0-9A-Fa-f]{2}|=?\r\n)*+")


def _unit(content: bytes, count: int) -> int:
    """The raw length of the first `count` decoded bytes of a line; the line end counts as one unit more."""
    position = 0
    for _ in range(count):
        position += 3 if content[position : position + 1] == b"=" else 1
    return position


def quoted_printable(data: bytes, goes_on: bool = False) -> bytes:
    """`data` (CRLF or LF line ends) as quoted-printable lines of at most 76 bytes, to stand at a line start.

    Line ends become CRLF as they are; "=", 8-bit, controls and blanks at a line end are encoded; a dot or
    "From " at a line start too, because careless systems touch those. `goes_on` ends the last line by a
    soft break, so that what follows continues it.
    """
    *lines, last = data.replace(b"\r\n", b"\n").split(b"\n")
    done = b"".join(_quoted_line(line, 0) + b"\r\n" for line in lines)
    return done + (_quoted_line(last, 1) + b"=\r\n" if goes_on else _quoted_line(last, 0))


_QUOTED: Final = [
    chr(code) if (33 <= code <= 126 and code != 61) or code in b" \t" else f"={code:02X}"
    for code in range(256)
]


def _quoted_line(line: bytes, reserve: int) -> bytes:
    """One line, broken softly so that `reserve` columns stay free on the last row."""
    first = f"={line[0]:02X}" if line.startswith((b".", b"From ")) else ""
    last = f"={line[-1]:02X}" if line.endswith((b" ", b"\t")) else ""
    inside = line[bool(first) : len(line) - bool(last)]
    whole = first + "".join(_QUOTED[code] for code in inside) + last
    if len(whole) <= _QP_LINE - reserve:
        return whole.encode("ascii")
    units = ["".join(_QUOTED[code] for code in character) for character in _characters(inside)]
    units = [*filter(None, (first,)), *units, *filter(None, (last,))]
    rows, row = [], ""
    for index, unit in enumerate(units):
        soft = reserve if index == len(units) - 1 else 1
        if len(row) + len(unit) > _QP_LINE - soft:
            rows.append(row)
            row = ""
        row += unit
    return "=\r\n".join([*rows, row]).encode("ascii")


def _characters(line: bytes) -> list[bytes]:
    """What stays in one row: in UTF-8 whole characters, because not every reader joins the rows first."""
    try:
        return [character.encode() for character in line.decode("utf-8")]
    except UnicodeDecodeError:
        return [bytes((code,)) for code in line]


# Base64, RFC 2045 section 6.8.


def _into_base64(raw: Buffer, part: mime.Part, data: bytes, at: int, middle: bytes) -> Splice:
    """Encodes anew from the group of three bytes that holds the place; everything before stays as it is."""
    body = raw[part.body : part.end]
    lines = body.split(b"\r\n")
    try:
        clean = base64.b64decode(b"".join(lines), validate=True) == data
    except binascii.Error:
        clean = False
    if not clean:
        raise CannotEdit("the base64 encoding is damaged")
    filled = [line for line in lines if line]
    width = len(filled[0]) if len(filled) > 1 else _QP_LINE
    group = at // 3
    offset, column = _group_place(lines, 4 * group)
    written = base64.b64encode(data[3 * group : at] + middle + data[at:])
    first = max(0, width - column)
    rows = [written[:first], *(written[row : row + width] for row in range(first, len(written), width))]
    return Splice(part.body + offset, len(body.rstrip(b"\r\n")) - offset, b"\r\n".join(rows))


def _group_place(lines: list[bytes], count: int) -> tuple[int, int]:
    """Offset and column of the base64 character number `count`, or the end of the last line."""
    place, start = (0, 0), 0
    for line in lines:
        if count < len(line):
            return start + count, count
        if line:
            place = start + len(line), len(line)
        count, start = count - len(line), start + len(line) + 2
    return place
