"""Takes a message off the wire after a 354, without I/O of its own but the spool file.

The data end at CRLF.CRLF and nowhere else, however it is cut into chunks; before the first
byte a line begins. What comes out is the message without dot-stuffing, otherwise to the byte.
Bare CR, bare LF, NUL, a message or a line over its limit, no room: the rest is read and thrown
away, so that the session stays in step, and `refusal` says why. Above 1 MiB the message lies in
an unlinked file and is handed on as a memory map; what all messages under way have in memory
is counted in a `Budget`.
"""

import mmap
import re
import tempfile
from typing import IO, Final

from gateway.mail.reply import BARE_NEWLINE, NO_SPACE, TOO_LARGE, Reply
from gateway.relay.counts import Counts

IN_MEMORY: Final = 1024 * 1024
"""Octets of a message kept in memory; more goes to the spool file."""

MAX_LINE: Final = 1024 * 1024
"""Octets of a line, if nothing else is said."""

LINE_TOO_LONG: Final = Reply.make(554, "5.6.0 A line of the message is too long")
NO_MEMORY: Final = Reply.make(452, "4.3.1 Too much mail at once, please try again later")

_END: Final = b"\r\n.\r\n"
# Finds, whichever comes first, a bare CR or a line that begins with a dot: stuffed, or the end. Most
# chunks have neither, and one pass over them is all it takes.
_NOTABLE: Final = re.compile(rb"\r(?:\n\.|[^\n])")


def _held_back(data: bytes) -> int:
    """How many of the last bytes could be the beginning of the end of data."""
    for length in (4, 3, 2, 1):
        if data.endswith(_END[:length]):
            return length
    return 0


class Budget:
    """Octets of messages in memory, all sessions together; with `counts` those of all processes."""

    def __init__(self, counts: Counts | None = None) -> None:
        self._counts = counts or Counts()

    @property
    def used(self) -> int:
        """How many there are."""
        return self._counts.memory(0)

    def take(self, octets: int, limit: int) -> bool:
        """Count them in, unless that would be more than `limit`."""
        if self._counts.memory(octets) > limit:
            self._counts.memory(-octets)
            return False
        return True

    def give(self, octets: int) -> None:
        """Count them out again."""
        if octets:
            self._counts.memory(-octets)


PROCESS: Final = Budget()
"""That of this process."""


class Collector:
    """One message on its way in.

    `limit` is in octets as RFC 1870 counts them, without the stuffing dots, `line_length` in octets of a line
    with its CR. `allow_bare` lets bare CR and bare LF pass unchanged; NUL never passes. `memory` is how
    much may be counted in `budget`.
    """

    def __init__(
        self,
        limit: int,
        allow_bare: bool = False,
        spool_dir: str | None = None,
        *,
        line_length: int = MAX_LINE,
        memory: int | None = None,
        budget: Budget = PROCESS,
    ) -> None:
        self.refusal: Reply | None = None
        self.size = 0
        self._limit = limit
        self._allow_bare = allow_bare
        self._spool_dir = spool_dir
        self._tail = b"\r\n"
        self._virtual = 2  # the line end before the first byte, which is no part of the message
        self._line_length = line_length
        self._line = 0  # octets of the line that is not at its end yet
        self._memory = bytearray()
        self._room = memory
        self._budget = budget
        self._counted = 0
        self._spool: IO[bytes] | None = None

    def feed(self, chunk: bytes) -> bytes | None:
        """Take a chunk off the wire. None while the data go on, else what came behind their end."""
        data = self._tail + chunk
        found = _NOTABLE.search(data)
        if found is None:
            body, rest, plain = self._hold_back(data), None, True
        elif data.startswith(_END, found.start()):
            body, rest, plain = data[: found.start() + 2], data[found.start() + 5 :], True
        else:
            end, plain = data.find(_END), False
            body, rest = (self._hold_back(data), None) if end < 0 else (data[: end + 2], data[end + 5 :])
        if self._virtual and body:
            dotted, body = body.startswith(b"\r\n."), body[2:]
            body = body[1:] if dotted else body
            self._virtual = 0
        if body:
            self._take(body, plain)
        return rest

    def content(self) -> bytes | mmap.mmap:
        """The message, once the data have ended without a refusal. Raises OSError if it cannot be mapped."""
        if self._spool is None:
            return bytes(self._memory)
        with self._spool as spool:
            return mmap.mmap(spool.fileno(), 0, access=mmap.ACCESS_READ)

    def discard(self) -> None:
        """Forget what was collected and give the space back. May be called at any time, more than once."""
        self._release()
        if self._spool is not None:
            self._spool.close()
            self._spool = None

    def _hold_back(self, data: bytes) -> bytes:
        """`data` without what may be the beginning of the end, which waits for the next chunk."""
        length = _held_back(data)
        self._tail = data[len(data) - length :]
        return data[: len(data) - length]

    def _take(self, body: bytes, plain: bool) -> None:
        """Check and keep the next bytes of the message; `plain`: they hold no bare CR and no stuffed line.

        Never called with bytes that begin or end inside a CRLF, so that counting is enough.
        """
        if self.refusal is not None:
            return
        if not plain:
            body = body.replace(b"\r\n.", b"\r\n")
        self.size += len(body)
        if self.size > self._limit:
            self._refuse(TOO_LARGE)
        elif self._line_is_too_long(body):
            self._refuse(LINE_TOO_LONG)
        elif b"\0" in body or not (self._allow_bare or self._lines_are_clean(body, plain)):
            self._refuse(BARE_NEWLINE)
        else:
            self._keep(body)

    def _line_is_too_long(self, body: bytes) -> bool:
        """Go on counting; whether a line has passed its limit, its CR included."""
        first = body.find(b"\n")
        if first < 0:
            self._line += len(body)
            return self._line > self._line_length
        too_long = self._line + first > self._line_length
        self._line = len(body) - 1 - body.rfind(b"\n")
        if len(body) > self._line_length:  # else no line within it can be
            too_long = too_long or max(map(len, body.split(b"\n"))) > self._line_length
        return too_long

    @staticmethod
    def _lines_are_clean(body: bytes, plain: bool) -> bool:
        """Whether every CR and LF is part of a CRLF."""
        returns, feeds = body.count(b"\r"), body.count(b"\n")
        return returns == feeds and (plain or returns == body.count(b"\r\n"))

    def _keep(self, body: bytes) -> None:
        if self._spool is None and len(self._memory) + len(body) <= IN_MEMORY:
            if self._room is not None:
                if not self._budget.take(len(body), self._room):
                    self._refuse(NO_MEMORY)
                    return
                self._counted += len(body)
            self._memory += body
            return
        try:
            if self._spool is None:
                # Unlinked from the start: whatever happens to us, no copy of a mail is left behind.
                self._spool = tempfile.TemporaryFile(dir=self._spool_dir, buffering=0)  # noqa: SIM115
                self._write(self._spool, self._memory)
                self._release()
            self._write(self._spool, body)
        except OSError:
            self._refuse(NO_SPACE)

    def _release(self) -> None:
        self._memory = bytearray()
        self._budget.give(self._counted)
        self._counted = 0

    @staticmethod
    def _write(spool: IO[bytes], data: bytes | bytearray) -> None:
        view = memoryview(data)
        while view:
            view = view[spool.write(view) :]

    def _refuse(self, reply: Reply) -> None:
        self.refusal = reply
        self.discard()
