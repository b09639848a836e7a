"""A log whose reader may stop reading: a pipe or a socket, as a container or the journal gives it.

A write to a full pipe stands until somebody reads, and with it every session of the process. Here it never
does: up to WAITING bytes of lines wait for the reader, further ones are lost, and the caller learns how many.
Lines keep their order. A line up to PIPE_BUF bytes (4096) is never torn by another process that writes to
the same pipe.
"""

import atexit
import contextlib
import os
import select
import socket
import stat
from collections import deque
from threading import Lock
from typing import Final, Self, TextIO, cast

WAITING: Final = 1 << 20
"""So many bytes of lines wait for a reader."""

_AT_THE_END: Final = 500
"""So many milliseconds a process that ends gives its reader for each piece of what waits."""

_pipes: Final[dict[tuple[int, int, int], "LogPipe"]] = {}
"""By descriptor, device and inode: a configuration loaded anew writes on where the last one did."""


class LogPipe:
    """Writes lines without ever waiting. `lost` counts those for which there was no room since `resumed`."""

    def __init__(self, descriptor: int, is_socket: bool) -> None:
        self._descriptor = descriptor
        self._is_socket = is_socket
        self._lines: deque[bytes] = deque()
        self._size = 0
        self._lock = Lock()
        self.lost = 0

    @classmethod
    def over(cls, stream: TextIO) -> Self | None:
        """The pipe or socket below `stream`; None where it is neither (a file and a terminal need no such
        care) or cannot be opened a second time.

        Opened a second time, because whether a write may wait is a property of the opening, and the first one
        is shared with whoever started the program.
        """
        try:
            descriptor = stream.fileno()
            found = os.fstat(descriptor)
            key = (descriptor, found.st_dev, found.st_ino)
            if key not in _pipes:
                if stat.S_ISFIFO(found.st_mode):
                    flags = os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC
                    _pipes[key] = cls(os.open(f"/proc/self/fd/{descriptor}", flags), is_socket=False)
                elif stat.S_ISSOCK(found.st_mode):
                    _pipes[key] = cls(os.dup(descriptor), is_socket=True)
        except (OSError, ValueError):  # ValueError: closed, or a stream that has no descriptor
            return None
        return cast(Self | None, _pipes.get(key))

    def write(self, text: str) -> tuple[bool, int]:
        """Write a line, or let it wait. Whether it was kept, and how many were lost before it, once nothing
        waits any more (told once). Raises OSError where the reader is gone.
        """
        line = text.encode("utf-8", "backslashreplace")
        with self._lock:
            self._drain()
            kept = self._size + len(line) <= WAITING
            if not kept:
                self.lost += 1
                return False, 0
            self._lines.append(line)
            self._size += len(line)
            self._drain()
            lost, self.lost = (0, self.lost) if self._lines else (self.lost, 0)
            return True, lost

    def finish(self) -> None:
        """Write what still waits, as long as the reader takes it."""
        poll = select.poll()
        poll.register(self._descriptor, select.POLLOUT)
        with self._lock, contextlib.suppress(OSError):
            self._drain()
            while self._lines and poll.poll(_AT_THE_END):
                self._drain()

    def forget(self) -> None:
        """In a child of a fork: what waits is its parent's to write."""
        self._lock = Lock()
        self._lines.clear()
        self._size = self.lost = 0

    def _drain(self) -> None:
        while self._lines:
            line = self._lines[0]
            try:
                done = self._put(line)
            except BlockingIOError:
                return
            except OSError:
                self._lines.clear()
                self._size = 0
                raise
            self._size -= done
            if done == len(line):
                self._lines.popleft()
            else:
                self._lines[0] = line[done:]

    def _put(self, line: bytes) -> int:
        if not self._is_socket:
            return os.write(self._descriptor, line)
        copy = socket.socket(fileno=self._descriptor)
        try:
            return copy.send(line, socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL)
        finally:
            copy.detach()


def _forked() -> None:
    for pipe in _pipes.values():
        pipe.forget()


def _ended() -> None:
    for pipe in _pipes.values():
        pipe.finish()


os.register_at_fork(after_in_child=_forked)
atexit.register(_ended)
