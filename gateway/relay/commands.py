"""The command lines of a client, taken from what was received. Pure.

A command ends with CRLF and nothing else: a bare LF or CR or a NUL is how one command is
hidden in another, so it ends the session (RFC 5321 2.3.8, 4.1.1). Control characters are
refused everywhere, letters beyond ASCII everywhere but in addresses (RFC 6531 3.1) and in the
name of a client, where they become "?".
"""

import re
from dataclasses import dataclass
from typing import Final

from gateway.mail.reply import UNKNOWN_COMMAND, Reply

MAX_LINE: Final = 4096
"""Octets of a command line, CRLF included; RFC 5321 4.5.3.1.4 asks for 512, extensions for more."""

MAX_RESPONSE: Final = 12288
"""Octets of an AUTH command or of a line of its exchange, CRLF included (RFC 4954 4)."""

BARE: Final = Reply.make(500, "5.5.2 Commands end with CRLF; bare CR, bare LF or NUL is not taken")
TOO_LONG: Final = Reply.make(500, "5.5.2 Line too long")
NOT_ASCII: Final = Reply.make(500, "5.5.2 Only printable characters in commands")
NOT_SMTP: Final = Reply.make(500, "5.5.1 This is SMTP")

_SMUGGLED: Final = re.compile(rb"[\x00\r\n]")
_COMMAND: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]*)(?: +(.*))?\Z")
_HELLO: Final = re.compile(rb"(?:EHLO|HELO) ", re.IGNORECASE)
_OTHER_PROTOCOLS: Final = frozenset(
    {"GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "PROPFIND"}
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `verb` in upper case, `argument` without blanks around it, "" if none."""

    verb: str
    argument: str


class BadLineError(Exception):
    """A line that is no command. `fatal`: the session must end."""

    def __init__(self, reply: Reply, fatal: bool) -> None:
        super().__init__(str(reply))
        self.reply = reply
        self.fatal = fatal


def take(inbox: bytearray) -> Command | None:
    """Take the next command out of what was received; None if it is not complete yet.

    Raises BadLineError; where that is not fatal the line is taken out too.
    """
    line = take_line(inbox, MAX_RESPONSE if inbox[:5].upper() == b"AUTH " else MAX_LINE)
    return None if line is None else _read(line)


def take_group(inbox: bytearray, verb: str, limit: int) -> list[Command]:
    """Take whole, well-formed commands of that verb, at most so many; the first other line stays."""
    found: list[Command] = []
    while len(found) < limit:
        end = inbox.find(b"\r\n") + 2
        try:
            command = take(inbox[:end]) if 2 <= end <= MAX_LINE else None
        except BadLineError:
            break
        if command is None or command.verb != verb:
            break
        del inbox[:end]
        found.append(command)
    return found


def take_line(inbox: bytearray, limit: int = MAX_RESPONSE) -> bytes | None:
    """Take the next line without its CRLF, with it at most `limit` octets; None if it is not complete yet.

    Raises BadLineError, which is fatal.
    """
    end = inbox.find(b"\r\n")
    if end < 0:
        # A CR at the very end may still become a CRLF.
        if _SMUGGLED.search(inbox, 0, max(len(inbox) - inbox.endswith(b"\r"), 0)):
            raise BadLineError(BARE, fatal=True)
        if len(inbox) >= limit:
            raise BadLineError(TOO_LONG, fatal=True)
        return None
    line = bytes(inbox[:end])
    del inbox[: end + 2]
    if _SMUGGLED.search(line):
        raise BadLineError(BARE, fatal=True)
    if end + 2 > limit:
        raise BadLineError(TOO_LONG, fatal=True)
    return line


def _read(line: bytes) -> Command:
    if _HELLO.match(line):
        # Mail clients name themselves after their machine, in whatever character set; it is told to nobody.
        line = line.decode("ascii", "replace").replace("\ufffd", "?").encode()
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise BadLineError(NOT_ASCII, fatal=False) from None
    found = _COMMAND.match(text)
    if not found:
        raise BadLineError(UNKNOWN_COMMAND, fatal=False)
    verb = found[1].upper()
    if verb in _OTHER_PROTOCOLS:
        raise BadLineError(NOT_SMTP, fatal=True)
    if not text.isprintable() or not (text.isascii() or verb in ("MAIL", "RCPT")):
        raise BadLineError(NOT_ASCII, fatal=False)
    return Command(verb, (found[2] or "").strip(" "))
