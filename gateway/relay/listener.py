"""Speaks SMTP with clients: one listener a leg, one connection a client.

Guarantees: what is done for a client is answered once, in order, one write a reply; an exception
is 451 without a word of it; end of data is CRLF.CRLF only; from the client's final dot to the
reply the work is a task of its own, which a client that goes away cannot break. The class beneath
is aiosmtpd's; its readers, timers and address parser are replaced, for reasons at each place.
"""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final, cast

import structlog
from aiosmtpd.smtp import SMTP

from gateway.mail import reply as replies
from gateway.mail.reply import Reply
from gateway.relay import commands
from gateway.relay.admission import plain_ip
from gateway.relay.conversation import Conversation, Gate, Leg, Refused
from gateway.relay.counts import Counts
from gateway.relay.hostnames import HostNames
from gateway.relay.incoming import PATIENCE, Incoming, Patience
from gateway.relay.probe import Badge
from gateway.relay.verbs import METHODS, Verbs
from gateway.words import Direction

__all__ = ["Gate", "Listener", "Patience"]

log = structlog.get_logger()

HANDSHAKE: Final = 30.0
"""Seconds a client has for its TLS handshake."""

NOWHERE: Final = "0.0.0.0"  # noqa: S104 - of a client whose address cannot be had
_BACKLOG: Final = 1024
_JUNK: Final = frozenset({"NOOP", "RSET", "VRFY", "EXPN", "HELP", "EHLO", "HELO", "AUTH"})
_LINGER: Final = 5.0  # seconds a client has to take the last reply before its connection is torn down

_TOO_MUCH_JUNK: Final = Reply.make(421, "4.7.0 Too many commands without mail, closing connection")


class Listener:
    """All clients of one leg.

    `hello` is our host name, to clients and to the next hop. `tls` makes STARTTLS offered. `new_id` gives
    transaction ids, `now` the time in UTC, `badge` knows our probes,
    `counts` are what limits count in all processes, `names` what clients are called.
    """

    def __init__(
        self,
        direction: Direction,
        gate: Gate,
        *,
        hello: str,
        tls: ssl.SSLContext | None = None,
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        patience: Patience = PATIENCE,
        badge: Badge | None = None,
        counts: Counts | None = None,
        names: HostNames | None = None,
    ) -> None:
        self.leg = Leg(direction, gate, hello, new_id, now, badge, counts or Counts(), names)
        self.tls = tls
        self.patience = patience
        # One for all: what is received is taken out before the loop turns to the next connection.
        self.buffer = memoryview(bytearray(256 * 1024))
        self._servers: list[asyncio.Server] = []

    async def start(self, sockets: Iterable[socket.socket], implicit_tls: bool = False) -> None:
        """Take clients from these bound sockets; `implicit_tls`: under TLS from the first byte (RFC 8314 3).

        May be called once for each of the two kinds. Raises OSError.
        """
        loop = asyncio.get_running_loop()
        for sock in sockets:
            server = await loop.create_server(
                lambda: Connection(self, implicit_tls), sock=sock, backlog=_BACKLOG
            )
            self._servers.append(server)

    def renew(self, tls: ssl.SSLContext | None) -> None:
        """After a reload: this certificate from the next handshake on; the next hops are asked anew."""
        self.tls = tls
        self.leg.capabilities.forget()
        self.leg.kept.close()

    @property
    def transactions(self) -> int:
        """How many mails are under way, from MAIL to the reply to the final dot."""
        return self.leg.sessions.transactions

    async def reaches_hop(self) -> bool:
        """Whether a next hop answered within the last minute; asked now if it is longer ago."""
        made = await self.leg.capabilities.latest()
        if made is not None:
            self.leg.part(made)
        return self.leg.capabilities.reachable

    async def drain(self, seconds: float) -> int:
        """Stop: no new clients, idle ones get 421, transactions under way may finish for `seconds`.

        Gives the number of transactions that had to be cut off.
        """
        for server in self._servers:
            server.close()
        self.leg.kept.close()
        return await self.leg.sessions.drain(seconds)


class Connection(Verbs, SMTP, asyncio.BufferedProtocol):
    """One client, from the greeting to the end of the connection.

    A BufferedProtocol, because a fresh buffer for every read is half the cost of a small mail. aiosmtpd's
    StreamReader stays empty: commands are taken from `_inbox`, data go to the collector.
    """

    def __init__(self, listener: Listener, implicit_tls: bool = False) -> None:
        # Not SMTP.__init__: for each connection it looks through all members of the class, to find hooks and
        # methods that are the same every time, which costs more than the greeting. What the methods we keep
        # of it need is set here; tests/relay/test_connection.py compares that with the original.
        self.loop = asyncio.get_running_loop()
        asyncio.StreamReaderProtocol.__init__(
            self, asyncio.StreamReader(loop=self.loop), self._cb_client_connected, self.loop
        )
        self.hostname = listener.leg.hello
        self.transport = self.session = self.envelope = None
        self._timeout_handle = self._handler_coroutine = None
        self._original_transport = self._tls_protocol = None
        self._handle_hooks: dict[str, Any] = {}
        self._listener = listener
        self._implicit_tls = implicit_tls
        self._began = self.loop.time()
        self._verb = ""  # of the command being answered, if it is one we know
        self._junk = 0
        self._over = False  # the session ends after the reply that is being given
        self._incoming = Incoming(listener.patience)

    # The wire: what aiosmtpd and the event loop call.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        peer, ip, port = transport.get_extra_info("peername"), "", 0
        if isinstance(peer, tuple):
            ip, port = plain_ip(str(peer[0])), int(peer[1])
            # asyncio does it only where the socket object knows its protocol number, a passed one may not.
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        elif transport.get_extra_info("socket").family != socket.AF_UNIX:
            ip = NOWHERE  # gone before it could be asked who it is: no address, but not this machine either
        self.ip = ip
        self._said = Conversation(self._listener.leg, ip, port)
        self._peer = {"direction": self._listener.leg.direction.value, "ip": ip}
        self._incoming.transport = cast(asyncio.Transport, transport)
        if self._implicit_tls:
            # The client's hello may be here already; it is for the TLS layer, which is put in between first.
            self._incoming.transport.pause_reading()
        super().connection_made(transport)

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._listener.buffer

    def buffer_updated(self, nbytes: int) -> None:
        self.data_received(bytes(self._listener.buffer[:nbytes]))

    def data_received(self, data: bytes) -> None:
        self._incoming.received(data)

    def eof_received(self) -> bool:
        # aiosmtpd would cancel the session here, even one that only waits for the reply to its final dot.
        self._incoming.end()
        return not self._said.tls

    def _reset_timeout(self, duration: float | None = None) -> None:
        # aiosmtpd's one timer runs through data and our own work too, and only a command resets it. Ours
        # ticks, and looks at a deadline that stands only while it is the client's turn.
        if self._timeout_handle is None:
            self._incoming.expect(self._listener.patience.command)
            self._tick()

    def _tick(self) -> None:
        patience, deadline = self._listener.patience, self._incoming.deadline
        self._timeout_handle = self.loop.call_later(min(patience.command, patience.data) / 20, self._tick)
        if deadline is not None and self.loop.time() >= deadline:
            self._timeout_cb()

    def _timeout_cb(self) -> None:
        self._incoming.deadline = None
        self._end_with(replies.TOO_SLOW)

    @property
    def _streams(self) -> asyncio.Transport | None:
        return cast(asyncio.Transport | None, self.transport)

    # The session, as its listener sees it.

    @property
    def task(self) -> "asyncio.Task[None]":
        """The task that serves this client."""
        return cast("asyncio.Task[None]", self._handler_coroutine)

    @property
    def offers_tls(self) -> bool:
        """Whether STARTTLS is there for this connection."""
        return self._listener.tls is not None and not self._said.tls

    @property
    def in_transaction(self) -> bool:
        """Whether a mail is under way."""
        return self._said.in_transaction

    def shut_down_if_idle(self) -> None:
        """Say 421 and close, unless a mail is under way or a command is being answered."""
        if self._incoming.waiting and not self.in_transaction:
            self._end_with(replies.SHUTDOWN)

    def cut(self) -> None:
        """End at once."""
        if self._streams is not None:
            self._streams.abort()

    def _end_with(self, reply: Reply) -> None:
        """Say a last word from outside the session's task, and close."""
        if self._streams is not None:
            self._streams.write(bytes(reply))
            self._close()

    def _close(self) -> None:
        """Close, with a few seconds for the client to take what was written."""
        if self._streams is not None:
            self._streams.close()
            if self._streams.get_write_buffer_size():
                self.loop.call_later(_LINGER, self._streams.abort)

    async def _handle_client(self) -> None:
        sessions = self._listener.leg.sessions
        refusal = sessions.admit(self, self._said.config)
        try:
            if refusal is not None:
                log.info("conn.refused", code=refusal.code, why=refusal.text, **self._peer)
                if not self._implicit_tls:  # a handshake is work, and in clear nobody would understand
                    await self._answer(refusal)
                return
            if self._implicit_tls:
                await self._go_under_tls()
            log.info("conn.open", port=self._said.port, **self._peer)
            await self._answer(Reply.make(220, f"{self.hostname} ESMTP"))
            await self._converse()
        except (ConnectionError, ssl.SSLError):
            pass  # there is nobody left to tell
        finally:
            sessions.leave(self)
            self._said.leave()
            self._close()
            if refusal is None:
                seconds = round(self.loop.time() - self._began, 3)
                log.info("conn.close", mails=self._said.mails, seconds=seconds, **self._peer)

    async def _converse(self) -> None:
        """Commands and replies, until one side has had enough."""
        while not self._over:
            self._verb = ""
            try:
                command = await self._incoming.command()
                if command is None:
                    return
                await self._obey(command)
            except commands.BadLineError as error:
                self._junk += 1
                await self._refuse(error.reply, error.fatal)
            except Refused as error:
                await self._refuse(error.reply, error.close)
            except (ConnectionError, ssl.SSLError):
                raise
            except Exception as error:
                self._said.mirror.drop()
                await self.handle_exception(error)
                await self._answer(replies.LOCAL_ERROR)
            if self._over:
                return
            if self._junk > self._said.config.gateway.limits.junk_commands:
                await self._refuse(_TOO_MUCH_JUNK)
            elif self._listener.leg.sessions.draining and not self.in_transaction:
                await self._answer(replies.SHUTDOWN)

    async def _obey(self, command: commands.Command) -> None:
        method = METHODS.get(command.verb)
        if method is None or command.verb in _JUNK:
            self._junk += 1
        if method is None:
            raise Refused(replies.UNKNOWN_COMMAND)
        self._verb = command.verb
        await method(self, command.argument)

    async def handle_exception(self, error: Exception) -> str:
        """Log it; the client learns nothing but that it should come again."""
        log.error("smtp.error", verb=self._verb, exc_info=error, **self._peer)
        return str(replies.LOCAL_ERROR)

    async def _answer(self, *replies: Reply) -> None:
        """One write for a reply, or for those to a group. Whoever says 421 closes (RFC 5321 3.8)."""
        self._over = self._over or any(reply.code == 421 for reply in replies)
        self._incoming.expect(self._listener.patience.command)
        self._writer.write(b"".join(map(bytes, replies)))
        await self._writer.drain()

    async def _refuse(self, reply: Reply, close: bool = False) -> None:
        """A refusal of our own."""
        await self._answer(self._refused(Refused(reply, close)))

    def _refused(self, refusal: Refused) -> Reply:
        """Note a refusal of our own; the reply."""
        reply = refusal.reply
        log.info("smtp.refused", verb=self._verb, code=reply.code, enhanced=reply.enhanced, **self._peer)
        self._over = self._over or refusal.close
        return reply

    async def _go_under_tls(self) -> None:
        """The handshake. Raises OSError (ssl.SSLError, ConnectionError) where it fails."""
        if self._listener.tls is None:
            raise ConnectionResetError("no certificate is configured any more")
        self._said.tls, self._incoming.transport = True, None
        await self._writer.start_tls(self._listener.tls, ssl_handshake_timeout=HANDSHAKE)
        self.transport = self._incoming.transport = cast(asyncio.Transport, self._writer.transport)
