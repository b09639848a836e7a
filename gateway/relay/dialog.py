"""The client's side of an SMTP dialog, without I/O: commands out, replies in, data stuffed.

Bytes of the next hop become complete replies, with limits on their size; a message in
pieces becomes what goes over the wire after a 354, to the byte (RFC 5321 4.2, 4.5.2).
What is not an SMTP reply raises ProtocolError, after which the connection is of no use.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gateway.mail.reply import Reply

MAX_LINES: Final = 512
"""Lines a reply may have."""

MAX_BYTES: Final = 64 * 1024
"""Octets a reply may have, line ends included."""

# A reply line travels on to the client as it is, so it may hold text of any charset but no control
# characters; the tab is text. The code alone is a valid line (RFC 5321 4.2.1).
_LINE: Final = re.compile(rb"([2-5][0-9][0-9])(?:([ -])([^\x00-\x08\x0a-\x1f\x7f]*))?\r?\Z")
_KEYWORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\Z")


class ProtocolError(Exception):
    """The next hop sent something that is no SMTP reply."""


class Dialog:
    """Turns received bytes into replies. After a ProtocolError it is not to be used again."""

    __slots__ = ("_buffer", "_code", "_lines", "_size")

    def __init__(self) -> None:
        self._buffer = b""
        self._code = 0
        self._lines: list[bytes] = []
        self._size = 0

    @property
    def idle(self) -> bool:
        """Whether nothing is left of an unfinished reply."""
        return not self._buffer and not self._lines

    def receive(self, data: bytes) -> list[Reply]:
        """Take what came over the wire, in any portions; give the replies it completes, in order.

        Lines may end with CRLF or LF. Raises ProtocolError for a line without a code, for codes that
        differ within one reply, for control characters, and for a reply over the limits.
        """
        *complete, self._buffer = (
            (self._buffer + data).split(b"\n") if b"\n" in data else (self._buffer + data,)
        )
        replies = []
        for line in complete:
            reply = self._line(line)
            if reply is not None:
                replies.append(reply)
        if self._size + len(self._buffer) > MAX_BYTES:
            raise ProtocolError("a reply of more than 64 KiB")
        return replies

    def _line(self, line: bytes) -> Reply | None:
        """Take one line without its LF; give the reply if it was its last."""
        found = _LINE.match(line)
        if not found:
            raise ProtocolError(f"not a reply line: {line[:80]!r}")
        code = int(found[1])
        if self._lines and code != self._code:
            raise ProtocolError(f"a reply with two codes, {self._code} and {code}")
        self._code = code
        self._lines.append(found[3] or b"")
        self._size += len(line) + 1
        if len(self._lines) > MAX_LINES or self._size > MAX_BYTES:
            raise ProtocolError("a reply of more than 512 lines or 64 KiB")
        if found[2] == b"-":
            return None
        reply = Reply(code, tuple(self._lines))
        self._lines.clear()
        self._size = 0
        return reply


def command(verb: str, argument: str = "") -> bytes:
    """A command line, CRLF included. Raises ValueError for anything that would not stay one line."""
    line = f"{verb} {argument}" if argument else verb
    if not line.isprintable():
        raise ValueError(f"not one command line: {line[:80]!r}")
    return line.encode() + b"\r\n"


def extensions(reply: Reply) -> dict[str, str]:
    """The keywords of a reply to EHLO, in upper case, with their parameters ("" if none); RFC 5321 4.1.1.1.

    The first line is the greeting; what is not a keyword is left out; of twins the first counts.
    """
    offered: dict[str, str] = {}
    for line in reply.lines[1:]:
        keyword, _, parameters = line.decode("latin-1").strip().partition(" ")
        if _KEYWORD.match(keyword):
            offered.setdefault(keyword.upper(), parameters.strip())
    return offered


def stuffed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A message in pieces, cut anywhere, as it goes over the wire; the last piece given ends the data.

    Lines are what CRLF ends, nothing else, so that a bare LF stays what it was. A CRLF is added only
    where the message does not end with one (RFC 5321 4.1.1.4); an empty message is the dot alone.
    """
    tail = b"\r\n"  # the last two bytes of the message so far; before its first byte a line begins
    for piece in pieces:
        if not piece:
            continue
        before, tail = tail, piece[-2:] if len(piece) > 1 else tail[-1:] + piece
        if before == b"\r\n" and piece.startswith(b"."):
            yield b"."
        elif before[-1:] == b"\r" and piece.startswith(b"\n."):
            yield b"\n."
            piece = piece[1:]
        yield piece.replace(b"\r\n.", b"\r\n..") if b"\r\n." in piece else piece
    yield b".\r\n" if tail == b"\r\n" else b"\r\n.\r\n"
