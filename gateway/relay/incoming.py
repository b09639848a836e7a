"""What a client sends: commands one by one, or a message to its end; and how long it may be silent.

Fed by the connection as bytes arrive, asked by the session's one task. Bytes of a message
go to its collector at once; commands wait in a buffer of limited size, and the client with
them. The deadline stands only while it is the client's turn.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

from gateway.relay import commands
from gateway.relay.collector import Collector

MAX_INBOX: Final = 64 * 1024
"""Octets of pipelined commands kept; beyond, the client has to wait."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds a client may be silent (RFC 5321 4.5.3.2.7), and between NOOPs to the next hop meanwhile."""

    command: float = 300.0
    data: float = 180.0
    keep_alive: float = 60.0


PATIENCE: Final = Patience()


class Incoming:
    """The receiving side of one connection. `transport` is set when it is connected, and anew under TLS."""

    def __init__(self, patience: Patience) -> None:
        self.transport: asyncio.Transport | None = None
        self.ended = False  # the client said that it sends no more
        self.deadline: float | None = None
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._inbox = bytearray()
        self._paused = False
        self._waiter: asyncio.Future[None] | None = None
        self._collector: Collector | None = None
        self._outcome: asyncio.Future[Exception | None] | None = None

    @property
    def pending(self) -> bool:
        """Whether something was received that was not asked for yet."""
        return bool(self._inbox)

    @property
    def waiting(self) -> bool:
        """Whether the session waits for a command."""
        return self._waiter is not None

    def expect(self, seconds: float) -> None:
        """It is the client's turn: it has that long to say or take something."""
        self.deadline = self._loop.time() + seconds

    def received(self, data: bytes) -> None:
        """Take bytes off the wire."""
        if self._collector is not None:
            self.expect(self._patience.data)
            try:
                rest = self._collector.feed(data)
            except Exception as error:
                self._settle(error)
                return
            if rest is None:
                return
            self._settle(None)
            data = rest
        self._inbox += data
        if len(self._inbox) > MAX_INBOX and not self._paused and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        self._wake()

    def end(self) -> None:
        """The client sends no more."""
        self.ended = True
        if self._collector is not None:
            self._settle(ConnectionResetError("the client closed in the middle of the data"))
        self._wake()

    async def command(self) -> commands.Command | None:
        """The next command, or None when there will be none. Raises commands.BadLineError."""
        while True:
            command = commands.take(self._inbox)
            if command is not None or self.ended:
                self.deadline = None
                return command
            if self._paused and self.transport is not None:
                self._paused = False
                self.transport.resume_reading()
            self.expect(self._patience.command)
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None

    def collect(self, collector: Collector) -> None:
        """From here on what comes is the message; `whole` waits for its end."""
        self._collector = collector
        self._outcome = self._loop.create_future()
        if self.ended:
            self.end()

    async def whole(self) -> None:
        """Return when the message is complete. Raises ConnectionError if it never will be."""
        if self._outcome is None:
            raise RuntimeError("nothing is being collected")
        self.expect(self._patience.data)
        try:
            error = await self._outcome
        finally:
            self._collector = self._outcome = self.deadline = None
        if error is not None:
            raise error

    def _settle(self, error: Exception | None) -> None:
        self._collector = None
        if self._outcome is not None and not self._outcome.done():
            self._outcome.set_result(error)

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
