"""The transport's other end of a connection to a next hop: replies gathered, the end noted.

The one driver of the connection waits here for a reply or for room to write; when neither
comes, HopError says what the client is to hear. Nothing is known here of commands.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections import deque
from collections.abc import Callable
from typing import Final, cast

from gateway.mail.reply import HOP_LOST, Reply
from gateway.relay import dialog


def is_local(peer: object) -> bool:
    """Whether the peer of a socket is on this machine: it has a loopback address, or none (unix)."""
    if not isinstance(peer, tuple):
        return True
    try:
        address = ipaddress.ip_address(str(peer[0]).partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


TIMEOUT: Final = "timeout"


class HopError(Exception):
    """The next hop gave no usable reply. `reply` is for the client; `uncertain`: the final dot was out."""

    def __init__(self, reply: Reply, uncertain: bool = False, why: str = "") -> None:
        super().__init__(why or str(reply))
        self.reply = reply
        self.uncertain = uncertain
        self.why = why

    @property
    def too_slow(self) -> bool:
        """Whether it is there, but did not answer in time."""
        return self.why == TIMEOUT


class Wire(asyncio.Protocol):
    """The transport's other end: gathers replies, notes the end, lets the one driver wait."""

    def __init__(self) -> None:
        self.dialog = dialog.Dialog()
        self.replies: deque[Reply] = deque()
        self.lost: str | None = None  # why nothing more will come
        self.transport: asyncio.Transport | None = None
        self.local = False  # the other end is on this machine
        self._full = False
        self._waiter: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        sock = transport.get_extra_info("socket")
        if sock is not None and sock.family in (socket.AF_INET, socket.AF_INET6):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.local = is_local(transport.get_extra_info("peername"))

    def data_received(self, data: bytes) -> None:
        if self.lost is not None:
            return
        try:
            self.replies.extend(self.dialog.receive(data))
        except dialog.ProtocolError as error:
            self.lose(str(error))
            return
        self._wake()

    def eof_received(self) -> bool:
        self.lose("closed by the next hop")
        return False

    def connection_lost(self, error: Exception | None) -> None:
        self.lose(str(error) if error else "closed")

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        self._wake()

    def lose(self, why: str) -> None:
        """Note that the connection is of no use any more, and tear it down."""
        if self.lost is None:
            self.lost = why
            if self.transport is not None:
                self.transport.abort()
        self._wake()

    def write(self, data: bytes) -> None:
        if self.lost is None and self.transport is not None:
            self.transport.write(data)

    async def start_tls(self, context: ssl.SSLContext, name: str) -> None:
        """Go on under TLS with a peer of that name. Raises OSError (ssl.SSLError is one) or ValueError."""
        if self.transport is None:
            raise ConnectionResetError("not connected")
        loop = asyncio.get_running_loop()
        transport = await loop.start_tls(self.transport, self, context, server_hostname=name)
        if transport is None:
            raise ConnectionResetError("closed during the handshake")
        self.transport = transport

    async def reply(self, seconds: float) -> Reply:
        """The next reply. Raises HopError when none comes."""
        if not self.replies:
            await self._wait(lambda: bool(self.replies), seconds)
        return self.replies.popleft()

    async def room(self, seconds: float) -> None:
        """Return when there is room to write more, or a reply to read. Raises HopError.

        Others get their turn meanwhile, and so does the news that the connection broke.
        """
        await asyncio.sleep(0)
        if self._full and not self.replies:
            await self._wait(lambda: bool(self.replies) or not self._full, seconds)

    async def _wait(self, done: Callable[[], bool], seconds: float) -> None:
        loop = asyncio.get_running_loop()
        timer = loop.call_later(seconds, self.lose, TIMEOUT)
        try:
            while not done():
                if self.lost is not None:
                    raise HopError(HOP_LOST, why=self.lost)
                self._waiter = loop.create_future()
                await self._waiter
        finally:
            timer.cancel()
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
