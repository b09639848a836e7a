"""SMTP replies: a code, an enhanced code and text, as bytes of the wire.

A reply of the next hop travels to the client as it was written; the replies the
gateway makes itself stand in one table below, so that local trouble is 4xx
everywhere and no text tells a stranger about our insides (RFC 5321 4.2, RFC 3463).
"""

import re
from dataclasses import dataclass
from typing import Final

_LINE = re.compile(rb"([2-5][0-9]{2})([ -]?)([^\r\n]*)\Z", re.DOTALL)
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?: |$)")


@dataclass(frozen=True, slots=True)
class Reply:
    """One SMTP reply: `code` as a number, `lines` the text of each line, without code and line end."""

    code: int
    lines: tuple[bytes, ...]

    @classmethod
    def make(cls, code: int, text: str) -> "Reply":
        """A reply of our own; `text` begins with the enhanced code where the command has one."""
        return cls(code, tuple(line.encode("ascii", "replace") for line in text.split("\n")))

    @classmethod
    def parse(cls, wire: bytes) -> "Reply":
        """Read a whole reply (one or more lines, each ended by CRLF or LF).

        Raises ValueError if a line has no code, the codes differ, or the last line is a continuation.
        """
        code, lines, last = 0, [], b"-"
        for line in wire.rstrip(b"\r\n").split(b"\n"):
            found = _LINE.match(line.rstrip(b"\r"))
            if not found or last != b"-" or (code and int(found[1]) != code):
                raise ValueError(f"not an SMTP reply: {line[:80]!r}")
            code, last = int(found[1]), found[2] or b" "
            lines.append(found[3])
        if last == b"-":
            raise ValueError("SMTP reply without a last line")
        return cls(code, tuple(lines))

    def __bytes__(self) -> bytes:
        """The reply as it goes over the wire, CRLF included."""
        *more, last = self.lines or (b"",)
        return b"".join(b"%d-%s\r\n" % (self.code, line) for line in more) + b"%d %s\r\n" % (self.code, last)

    @property
    def text(self) -> str:
        """All lines as one text, joined by blanks; for logs and pages."""
        return " ".join(line.decode("utf-8", "replace") for line in self.lines)

    @property
    def enhanced(self) -> str | None:
        """The enhanced status code the first line begins with (RFC 3463), or None."""
        found = _ENHANCED.match(self.lines[0].decode("latin-1")) if self.lines else None
        return found[1] if found else None

    @property
    def ok(self) -> bool:
        """Whether this is a 2xx."""
        return 200 <= self.code < 300

    @property
    def temporary(self) -> bool:
        """Whether this is a 4xx."""
        return 400 <= self.code < 500

    @property
    def permanent(self) -> bool:
        """Whether this is a 5xx."""
        return 500 <= self.code < 600

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


OK: Final = Reply.make(250, "2.0.0 OK")
LOCAL_ERROR: Final = Reply.make(451, "4.3.0 Temporary problem here, please try again later")
HOP_DOWN: Final = Reply.make(451, "4.4.1 The next mail server cannot be reached, please try again later")
HOP_LOST: Final = Reply.make(451, "4.4.2 The connection to the next mail server broke, try again later")
NO_SPACE: Final = Reply.make(452, "4.3.1 Not enough room here, please try again later")
SHUTDOWN: Final = Reply.make(421, "4.3.2 Service shutting down, please try again later")
TOO_SLOW: Final = Reply.make(421, "4.4.2 Timeout, closing connection")
TOO_LARGE: Final = Reply.make(552, "5.3.4 Message too big")
BARE_NEWLINE: Final = Reply.make(550, "5.6.11 Message has a bare CR, bare LF or NUL, which SMTP forbids")
LOOP: Final = Reply.make(554, "5.4.6 Mail loop: too many Received fields")
NO_RELAY: Final = Reply.make(550, "5.7.1 Relay access denied")
NOT_HERE: Final = Reply.make(550, "5.7.1 This address is not served here")
BAD_ADDRESS: Final = Reply.make(553, "5.1.3 Bad address syntax")
BAD_SYNTAX: Final = Reply.make(501, "5.5.4 Bad syntax in parameters")
BAD_SEQUENCE: Final = Reply.make(503, "5.5.1 Bad sequence of commands")
NOT_IMPLEMENTED: Final = Reply.make(502, "5.5.1 Command not implemented")
UNKNOWN_COMMAND: Final = Reply.make(500, "5.5.2 Command not recognized")
NO_VALID_RECIPIENTS: Final = Reply.make(554, "5.5.1 No valid recipients")
TOO_MANY_RECIPIENTS: Final = Reply.make(452, "4.5.3 Too many recipients")
START_DATA: Final = Reply.make(354, "End data with <CR><LF>.<CR><LF>")
