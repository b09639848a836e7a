# ruff: noqa: N802 - aiosmtpd finds the commands by these names
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
from typing import Final, cast

import structlog
from aiosmtpd.smtp import SMTP

from gateway.mail import reply as replies
from gateway.mail.reply import Reply
from gateway.relay import commands
from gateway.relay.admission import plain_ip
from gateway.relay.collector import Collector
from gateway.relay.conversation import Conversation, Gate, Leg, Refused
from gateway.relay.incoming import PATIENCE, Incoming, Patience
from gateway.relay.mirror import Keeper
from gateway.words import Direction

__all__ = ["Gate", "Listener", "Patience"]

log = structlog.get_logger()

MAX_JUNK: Final = 100
"""Commands that move no mail, from one message to the next."""

_BACKLOG: Final = 1024
_JUNK: Final = frozenset({"NOOP", "RSET", "VRFY", "EXPN", "HELP", "EHLO", "HELO"})
_LINGER: Final = 5.0  # seconds a client has to take the last reply before its connection is torn down

_BYE: Final = Reply.make(221, "2.0.0 Bye")
_READY_FOR_TLS: Final = Reply.make(220, "2.0.0 Ready to start TLS")
_VRFY: Final = Reply.make(252, "2.1.5 Cannot tell, but will take the message and try")
_HELP: Final = Reply.make(214, "2.0.0 This is SMTP as in RFC 5321")
_NOT_IMPLEMENTED: Final = Reply.make(502, "5.5.1 Command not implemented")
_TOO_EARLY: Final = Reply.make(503, "5.5.1 Nothing may be sent behind this command before its reply")
_TOO_MUCH_JUNK: Final = Reply.make(421, "4.7.0 Too many commands without mail, closing connection")


class Listener:
    """All clients of one leg.

    `hello` is our host name, to clients and to the next hop. `tls` makes STARTTLS offered. `new_id` gives
    transaction ids, `now` the time in UTC.
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
    ) -> None:
        self.leg = Leg(direction, gate, hello, new_id, now)
        self.tls = tls
        self.patience = patience
        # One for all: what is received is taken out before the loop turns to the next connection.
        self.buffer = memoryview(bytearray(256 * 1024))
        self._servers: list[asyncio.Server] = []

    async def start(self, sockets: Iterable[socket.socket]) -> None:
        """Take clients from these bound sockets. Raises OSError."""
        loop = asyncio.get_running_loop()
        for sock in sockets:
            server = await loop.create_server(lambda: Connection(self), sock=sock, backlog=_BACKLOG)
            self._servers.append(server)

    @property
    def transactions(self) -> int:
        """How many mails are under way, from MAIL to the reply to the final dot."""
        return self.leg.sessions.transactions

    async def drain(self, seconds: float) -> int:
        """Stop: no new clients, idle ones get 421, transactions under way may finish for `seconds`.

        Gives the number of transactions that had to be cut off.
        """
        for server in self._servers:
            server.close()
        return await self.leg.sessions.drain(seconds)


class Connection(SMTP, asyncio.BufferedProtocol):
    """One client, from the greeting to the end of the connection.

    A BufferedProtocol, because a fresh buffer for every read is half the cost of a small mail. aiosmtpd's
    StreamReader stays empty: commands are taken from `_inbox`, data go to the collector.
    """

    def __init__(self, listener: Listener) -> None:
        super().__init__(
            None,
            hostname=listener.leg.hello,
            ident="ESMTP",
            tls_context=listener.tls,
            loop=asyncio.get_running_loop(),
        )
        self._listener = listener
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
        self._said = Conversation(self._listener.leg, ip, port)
        self._peer = {"direction": self._listener.leg.direction.value, "ip": ip}
        self._incoming.transport = cast(asyncio.Transport, transport)
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
        refusal = sessions.admit(self, self._said.config.gateway.limits.connections)
        try:
            if refusal is not None:
                log.info("conn.refused", code=refusal.code, **self._peer)
                await self._answer(refusal)
                return
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
            if self._junk > MAX_JUNK:
                await self._refuse(_TOO_MUCH_JUNK)
            elif self._listener.leg.sessions.draining and not self.in_transaction:
                await self._answer(replies.SHUTDOWN)

    async def _obey(self, command: commands.Command) -> None:
        method = self._smtp_methods.get(command.verb)
        if method is None or command.verb in _JUNK:
            self._junk += 1
        if method is None:
            raise Refused(replies.UNKNOWN_COMMAND)
        self._verb = command.verb
        await method(command.argument)

    async def handle_exception(self, error: Exception) -> str:
        """Log it; the client learns nothing but that it should come again."""
        log.error("smtp.error", verb=self._verb, exc_info=error, **self._peer)
        return str(replies.LOCAL_ERROR)

    async def _answer(self, reply: Reply) -> None:
        """One reply, one write. Whoever says 421 closes (RFC 5321 3.8)."""
        self._over = self._over or reply.code == 421
        self._incoming.expect(self._listener.patience.command)
        self._writer.write(bytes(reply))
        await self._writer.drain()

    async def _refuse(self, reply: Reply, close: bool = False) -> None:
        """A refusal of our own."""
        log.info("smtp.refused", verb=self._verb, code=reply.code, enhanced=reply.enhanced, **self._peer)
        self._over = self._over or close
        await self._answer(reply)

    # The commands.

    async def smtp_HELO(self, hostname: str) -> None:
        await self._answer(await self._said.hello(hostname, extended=False, starttls=False))

    async def smtp_EHLO(self, hostname: str) -> None:
        starttls = self.tls_context is not None and not self._said.tls
        await self._answer(await self._said.hello(hostname, extended=True, starttls=starttls))

    async def smtp_MAIL(self, arg: str | None) -> None:
        await self._answer(await self._said.mail(arg or ""))

    async def smtp_RCPT(self, arg: str | None) -> None:
        await self._answer(await self._said.rcpt(arg or ""))

    async def smtp_DATA(self, arg: str | None) -> None:
        if self._incoming.pending:
            # Data before our 354 could as well be commands to somebody who reads them so.
            raise Refused(_TOO_EARLY, close=True)
        if arg:
            raise Refused(replies.BAD_SYNTAX)
        collector = self._said.data()
        if isinstance(collector, Reply):
            await self._answer(collector)
            return
        try:
            await self._collect(collector)
            reply = await self._said.message(collector)
        finally:
            collector.discard()
        self._junk = 0
        await self._answer(reply)

    async def _collect(self, collector: Collector) -> None:
        """Our 354, then the data to their end. Raises ConnectionError if that never comes."""
        keeper = Keeper(self._said.mirror, self._listener.patience.keep_alive)
        self._over = True  # whatever breaks here, what still comes of the data is never read as commands
        try:
            self._incoming.collect(collector)
            await self._answer(replies.START_DATA)
            await self._incoming.whole()
            self._over = False
        finally:
            if self._over:
                log.info("data.broken", size=collector.size, **self._peer)
            await keeper.stop(wait=not self._over)

    async def smtp_RSET(self, arg: str | None) -> None:
        await self._said.mirror.reset()
        await self._answer(replies.OK)

    async def smtp_NOOP(self, arg: str | None) -> None:
        await self._answer(replies.OK)

    async def smtp_QUIT(self, arg: str | None) -> None:
        self._over = True
        await self._answer(_BYE)

    async def smtp_VRFY(self, arg: str | None) -> None:
        await self._answer(_VRFY)

    async def smtp_HELP(self, arg: str | None) -> None:
        await self._answer(_HELP)

    async def smtp_EXPN(self, arg: str | None) -> None:
        raise Refused(_NOT_IMPLEMENTED)

    async def smtp_AUTH(self, arg: str | None) -> None:
        raise Refused(_NOT_IMPLEMENTED)

    async def smtp_STARTTLS(self, arg: str | None) -> None:
        if arg:
            raise Refused(replies.BAD_SYNTAX)
        if self.tls_context is None or self._said.tls:
            raise Refused(_NOT_IMPLEMENTED)
        await self._said.restart_under_tls()
        if self._incoming.pending:
            # Words put into the clear part, to be taken as said under TLS (CVE-2011-0411, CVE-2024-34083).
            raise Refused(_TOO_EARLY, close=True)
        await self._answer(_READY_FOR_TLS)
        if self._incoming.pending:
            raise ConnectionResetError("data in clear behind STARTTLS")
        # From the check above to the change of protocol nothing else runs, so no clear byte slips in between.
        # Not aiosmtpd's way, which needs private parts of asyncio.
        self._said.tls, self._incoming.transport = True, None
        await self._writer.start_tls(self.tls_context)
        self.transport = self._incoming.transport = cast(asyncio.Transport, self._writer.transport)
