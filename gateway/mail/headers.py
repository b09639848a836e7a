"""Header fields by byte offsets: found where they stand, removed or added as data.

`scan` reads a header the way a tolerant mail server does and says where each
field and the body begin; `forged` says which bytes must go so that nobody but
the gateway speaks in X-Marketgate fields; `render` and `received` make whole
fields to put in front. Offsets count bytes of the buffer, CRLF and bare LF both
end a line. Nothing raises on arbitrary bytes, everything takes linear time.
"""

import ipaddress
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final, TypeAlias

from gateway.mail import encoded
from gateway.mail.splice import Splice

Buffer: TypeAlias = bytes | mmap.mmap

RESERVED: Final = b"x-marketgate-"
"""How the name of every field that only the gateway may write begins, in lower case."""

MAX_VALUE: Final = 64 * 1024
"""Bytes of one field value that are decoded; the rest of a longer one is left out."""

_FIELD: Final = re.compile(rb"([!-9;-~]++)[ \t]*+(:)[^\n]*+(?:\n[ \t][^\n]*+)*+\n?+")
_FOLDED: Final = re.compile(rb"(?:[ \t][^\n]*+\n?+)++")
_EMPTY: Final = re.compile(rb"\r?\n")
_MBOX: Final = re.compile(rb">?From (?![ \t]*+:)[^\n]*+\n?+")
_NO_MORE: Final = re.compile(rb"\n\r?\n")
_LOGICAL: Final = re.compile(rb"[^\n]*+(?:\n[ \t][^\n]*+)*+\n?+")
_AFTER_CR: Final = re.compile(rb"\r++(?:\n|([^\r\n]*+))")
_UNSEEN: Final = bytes(range(0x21)) + bytes(range(0x7F, 0x100))


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: `name` in lower case, `start` of its first line, `value` the offset after the colon,
    `end` the offset after its last line end, continuation lines included."""

    name: str
    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A header: its fields in order, where it ends (at the empty line), and where the body begins."""

    fields: tuple[Field, ...]
    end: int
    body: int


def scan(raw: Buffer, start: int = 0, end: int | None = None) -> Block:
    """Find the fields of the header that begins at `start` (RFC 5322 2.2), looking no further than `end`.

    Blanks before the colon are no part of the name. An mbox line ("From x@y ...") or lines that begin
    with a blank, right at the start, belong to no field. A line that is neither field nor continuation
    ends the header, and the body begins with that line, as if the empty line had been forgotten. Without
    an empty line, header and body end at `end`.
    """
    limit = len(raw) if end is None else min(end, len(raw))
    at, fields = start, list[Field]()
    for stray in (_MBOX, _FOLDED):
        if skipped := stray.match(raw, at, limit):
            at = skipped.end()
    match = _FIELD.match
    while found := match(raw, at, limit):
        fields.append(Field(found[1].decode("ascii").lower(), at, found.end(2), found.end()))
        at = found.end()
    empty = _EMPTY.match(raw, at, limit)
    return Block(tuple(fields), at, empty.end() if empty else at)


def raw_value(raw: Buffer, field: Field) -> bytes:
    """What stands after the colon, as written: folds kept, the last line end left out."""
    return raw[field.value : field.end].removesuffix(b"\n").removesuffix(b"\r")


def unfolded(raw: Buffer, field: Field) -> str:
    """The value on one line, blanks around it removed, encoded-words left as they are (RFC 5322 2.2.3).

    8-bit text is read as UTF-8 if it is valid, else as Latin-1. At most `MAX_VALUE` bytes are looked at.
    """
    value = raw[field.value : min(field.end, field.value + MAX_VALUE)]
    return encoded.unlabelled(value.replace(b"\r", b"").replace(b"\n", b"")).strip()


def text(raw: Buffer, field: Field) -> str:
    """The value as people read it: unfolded, encoded-words decoded (RFC 2047), stripped. Never raises."""
    return encoded.words(unfolded(raw, field)).strip()


def forged(raw: Buffer) -> tuple[Splice, ...]:
    """What to delete so that no top-level field pretends to be the gateway's (name begins with `RESERVED`).

    Names are compared without case, blanks, control characters and 8-bit bytes, over folds. Other programs
    read on behind a line that is no field, or take a bare CR for a line end, so this looks at everything
    up to the first empty line. The body, and with it every nested message, is never touched.
    """
    first = _EMPTY.match(raw)
    last = None if first else _NO_MORE.search(raw)
    limit = first.start() if first else last.start() + 1 if last else len(raw)
    header = raw[:limit]
    if RESERVED not in header.translate(None, _UNSEEN).lower():
        return ()
    return tuple(Splice(start, end - start, b"") for start, end in _forgeries(header))


def _forgeries(header: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(header):
        end = _LOGICAL.match(header, at).end()  # type: ignore[union-attr]  # it matches everything
        if _is_reserved(header[at:end]):
            yield at, end
        else:
            # Continuation lines of what is no field may be read as fields of their own: as the first line
            # of a header, or by a reader that skips the line above.
            stop = end if _FIELD.match(header, at, end) else _reserved_line(header, at, end)
            for found in _AFTER_CR.finditer(header, at, stop):
                if found[1] and _is_reserved(found[1]):
                    yield found.start(), found.end()
            if stop < end:
                yield stop, end
        at = end


def _is_reserved(line: bytes) -> bool:
    name, colon, _ = line.partition(b":")
    return bool(colon) and name.translate(None, _UNSEEN).lower().startswith(RESERVED)


def _reserved_line(header: bytes, at: int, end: int) -> int:
    """Where the first line between `at` and `end` that reads as reserved begins, or `end`."""
    while at < end:
        after = header.find(b"\n", at, end) + 1 or end
        if _is_reserved(header[at:after]):
            return at
        at = after
    return end


def render(name: str, value: str) -> bytes:
    """One field, CRLF at its end, folded before blanks so that lines keep to 78 characters where they can.

    Raises ValueError for a name that is none, for anything in the value but printable ASCII, and for a
    word that would make a line longer than 998 characters (RFC 5322 2.1.1, 2.2).
    """
    if not re.fullmatch(r"[!-9;-~]{1,76}", name):
        raise ValueError(f"not a field name: {name[:100]!r}")
    if not re.fullmatch(r"[ -~]*", value):
        raise ValueError(f"{name}: the value has a character that is not printable ASCII")
    lines = [f"{name}:"]
    for number, word in enumerate(re.findall(r" *[^ ]+", " " + value.strip(" "))):
        if number and len(lines[-1]) + len(word) > 78:
            lines.append(word)
        else:
            lines[-1] += word
        if len(lines[-1]) > 998:
            raise ValueError(f"{name}: the value has a word that is too long for a line")
    return "\r\n".join(lines).encode("ascii") + b"\r\n"


def received(
    helo: str,
    ip: str,
    rdns: str | None,
    host: str,
    protocol: str,
    id: str,  # noqa: A002  # the word of RFC 5321
    at: datetime,
) -> bytes:
    """Our trace field (RFC 5321 4.4), three lines with CRLF, ready to be put in front of the message.

    `helo` and `rdns` are what strangers said: everything that is no part of a host name or an address
    literal is replaced by "?"; what is empty or None is "unknown". `ip` is an address as text. `at` is the
    time of arrival; without a zone it is taken as UTC.
    """
    utc = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return (
        f"Received: from {_host(helo)} ({_host(rdns)} [{_literal(ip)}])\r\n"
        f"\tby {_host(host)} (Marketgate) with {_host(protocol)} id {_host(id)};\r\n"
        f"\t{format_datetime(utc)}\r\n"
    ).encode("ascii")


def _host(name: str | None) -> str:
    name = (name or "")[:255].strip()
    return re.sub(r"[^A-Za-z0-9.:_\[\]-]", "?", name) or "unknown"


def _literal(ip: str) -> str:
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return "unknown"
    return f"IPv6:{address}" if address.version == 6 else str(address)
