"""What a client sends: commands one by one, or a message to its end; and how long it may be silent.

Fed by the connection as bytes arrive, asked by the session's one task. Bytes of a message
go to its collector at once; commands wait in a buffer of limited size, and the client with
them. The deadline stands only while it is the client's turn. The clock is the event loop's.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from gateway.relay import commands
from gateway.relay.collector import Collector

T = TypeVar("T")

MAX_INBOX: Final = 64 * 1024
"""Octets of pipelined commands kept; beyond, the client has to wait."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds a client may be silent (RFC 5321 4.5.3.2.7), and between NOOPs to the next hop meanwhile.

    `grace` is what a message may take before it has to come at the minimum rate, on the average.
    """

    command: float = 300.0
    data: float = 180.0
    grace: float = 300.0
    keep_alive: float = 60.0


PATIENCE: Final = Patience()


class Incoming:
    """The receiving side of one connection. `transport` is set when it is connected, and anew under TLS."""

    def __init__(self, patience: Patience) -> None:
        self.transport: asyncio.Transport | None = None
        self.ended = False  # the client said that it sends no more
        self.deadline: float | None = None
        self.patience = patience
        self._loop = asyncio.get_running_loop()
        self._inbox = bytearray()
        self._paused = False
        self._waiter: asyncio.Future[None] | None = None
        self._collector: Collector | None = None
        self._rate = 0.0  # octets a second that a message has to come at
        self._began = 0.0
        self._taken = 0
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
            self._taken += len(data)
            self._expect_data()
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
        return await self._next(commands.take)

    def group(self, verb: str, limit: int) -> list[commands.Command]:
        """The commands of this verb that are here already, at most so many, up to one that is another."""
        return commands.take_group(self._inbox, verb, limit)

    async def line(self) -> bytes | None:
        """The next line of an exchange, or None when there will be none. Raises commands.BadLineError."""
        return await self._next(commands.take_line)

    async def _next(self, take: Callable[[bytearray], T | None]) -> T | None:
        while True:
            found = take(self._inbox)
            if found is not None or self.ended:
                self.deadline = None
                return found
            if self._paused and self.transport is not None:
                self._paused = False
                self.transport.resume_reading()
            self.expect(self.patience.command)
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None

    def collect(self, collector: Collector, rate: float) -> None:
        """From here on the message comes, at `rate` octets a second or more; `whole` waits for its end."""
        self._collector, self._rate = collector, rate
        self._began, self._taken = self._loop.time(), 0
        self._outcome = self._loop.create_future()
        if self.ended:
            self.end()

    async def whole(self) -> None:
        """Return when the message is complete. Raises ConnectionError if it never will be."""
        if self._outcome is None:
            raise RuntimeError("nothing is being collected")
        self._expect_data()
        try:
            error = await self._outcome
        finally:
            self._collector = self._outcome = self.deadline = None
        if error is not None:
            raise error

    def _expect_data(self) -> None:
        # Who sends a byte now and then is not silent, and would hold the session for ever.
        slowest = self._began + self.patience.grace + self._taken / self._rate
        self.deadline = min(self._loop.time() + self.patience.data, slowest)

    def _settle(self, error: Exception | None) -> None:
        self._collector = None
        if self._outcome is not None and not self._outcome.done():
            self._outcome.set_result(error)

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
