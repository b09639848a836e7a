"""One connection to a next hop: the asyncio driver of the SMTP client's dialog.

Commands go one at a time, addresses as the client wrote them, replies come back as the hop
wrote them. What is no reply, a timeout, a broken connection raise HopError with the 4xx the
client is to hear; `uncertain` says that the final dot was out, so the hop may have the mail.
Whenever a command is broken off, the connection is torn down: its dialog is out of step.
"""

import asyncio
import ssl
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import structlog

from gateway.config.models import NextHop
from gateway.mail.address import Path
from gateway.mail.reply import HOP_DOWN, HOP_LOST, Reply
from gateway.relay import dialog
from gateway.relay.access import NOTHING, Access
from gateway.relay.wire import HopError, Wire

__all__ = ["RFC_5321", "HopError", "Timeouts", "Upstream"]

log = structlog.get_logger()

_BATCH: Final = 64 * 1024  # pieces of a message are gathered to writes of about this size


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait for a reply (RFC 5321 4.5.3.2); `block`: for the hop to take the next piece of data."""

    mail: float = 300.0
    rcpt: float = 300.0
    data: float = 120.0
    block: float = 180.0
    other: float = 60.0
    quit: float = 5.0


RFC_5321: Final = Timeouts()


class _HandshakeError(Exception):
    """TLS could not be agreed on."""


class Upstream:
    """One connection to a next hop, past its greeting and EHLO. For one task at a time."""

    def __init__(self, hop: NextHop, timeouts: Timeouts = RFC_5321) -> None:
        self.hop = hop
        self.extensions: Mapping[str, str] = {}
        self.tls = False
        self.personal = False  # somebody has logged in: what is sent here is sent in his name
        self.in_transaction = False
        self.refused = False  # it said 4xx or 5xx to something of a client's
        self.greeted = 0.0  # when EHLO was answered, by the event loop's clock
        self._timeouts = timeouts
        self._wire = Wire()

    @classmethod
    async def connect(
        cls,
        hops: Sequence[NextHop],
        hello: str,
        *,
        timeout: float = 30.0,  # noqa: ASYNC109
        ssl_context: ssl.SSLContext | None = None,
        timeouts: Timeouts = RFC_5321,
        access: Access = NOTHING,
        on_failure: Callable[[NextHop], None] | None = None,
    ) -> "Upstream":
        """Connect to the first of `hops` that answers: greeting, EHLO (HELO where it is unknown), STARTTLS.

        `hello` is our own name. `timeout` is for all of it, for each hop. Without an `ssl_context`,
        certificates are verified for `smtps` and `starttls=require`, and not for `starttls=may`, where a
        failed handshake means to go on in clear. `access` is what we bring along; with a user in it we log
        in, and a hop where that fails is one that cannot be had. `on_failure` is told of each of those.
        Raises HopError(HOP_DOWN).
        """
        why: dict[str, str] = {}
        for hop in hops:
            try:
                async with asyncio.timeout(timeout):
                    try:
                        new = await cls._open(hop, hello, ssl_context, timeouts, hop.starttls, access)
                    except _HandshakeError:
                        if hop.starttls != "may":
                            raise
                        new = await cls._open(hop, hello, ssl_context, timeouts, "never", access)
            except HopError as error:
                why[str(hop)] = error.why
            except (OSError, ValueError, _HandshakeError) as error:  # OSError: also timeout and TLS
                why[str(hop)] = str(error) or type(error).__name__
            else:
                if why:
                    log.warning("hop.failover", tried=why, used=str(hop))
                return new
            if on_failure is not None:
                on_failure(hop)
        log.warning("hop.down", tried=why)
        raise HopError(HOP_DOWN, why="; ".join(f"{hop}: {reason}" for hop, reason in why.items()))

    @classmethod
    async def _open(
        cls,
        hop: NextHop,
        hello: str,
        context: ssl.SSLContext | None,
        timeouts: Timeouts,
        starttls: str,
        access: Access,
    ) -> "Upstream":
        new, loop = cls(hop, timeouts), asyncio.get_running_loop()
        try:
            tls = (context or access.context(verify=True)) if hop.scheme == "smtps" else None
            if hop.scheme == "smtp+unix":
                await loop.create_unix_connection(lambda: new._wire, hop.host)
            else:
                await loop.create_connection(
                    lambda: new._wire, hop.host, hop.port, ssl=tls, happy_eyeballs_delay=0.25
                )
            new.tls = tls is not None
            greeting = await new._wire.reply(timeouts.mail)
            if greeting.code != 220:
                raise HopError(HOP_DOWN, why=f"greeting: {greeting}")
            await new._say_hello(hello)
            if not new.tls and starttls != "never":
                required = starttls == "require"
                await new._start_tls(hello, context or access.context(verify=required), required)
            await new._log_in(access)
        except BaseException:
            new.abort()
            raise
        return new

    async def _say_hello(self, hello: str) -> None:
        reply = await self._command(dialog.command("EHLO", hello), self._timeouts.other)
        self.greeted = asyncio.get_running_loop().time()
        if reply.ok:
            self.extensions = dialog.extensions(reply)
            return
        if reply.permanent:
            self.extensions = {}
            reply = await self._command(dialog.command("HELO", hello), self._timeouts.other)
        if not reply.ok:
            raise HopError(HOP_DOWN, why=f"EHLO: {reply}")

    async def _start_tls(self, hello: str, context: ssl.SSLContext, required: bool) -> None:
        if "STARTTLS" not in self.extensions:
            if required:
                raise HopError(HOP_DOWN, why="STARTTLS is required and not offered")
            return
        reply = await self._command(dialog.command("STARTTLS"), self._timeouts.other)
        if reply.code != 220:
            if required or self._wire.lost is not None:
                raise HopError(HOP_DOWN, why=f"STARTTLS: {reply}")
            return
        if self._wire.replies or not self._wire.dialog.idle:
            # Somebody put words into the clear part that would be read as said under TLS (CVE-2011-0411).
            raise HopError(HOP_DOWN, why="data in clear after the reply to STARTTLS")
        try:
            await self._wire.start_tls(context, self.hop.host)
        except (OSError, ValueError) as error:
            raise _HandshakeError(f"TLS: {error}") from error
        self.tls = True
        await self._say_hello(hello)

    async def _log_in(self, access: Access) -> None:
        """Log in as the gateway, if it has a log-in (RFC 4954, 4616)."""
        login = access.login()
        if login is None:
            return
        offered = self.extensions.get("AUTH", "").upper().split()
        if not self.private:
            raise HopError(HOP_DOWN, why="no TLS, so the log-in is kept back")
        if "PLAIN" in offered:
            reply = await self.auth(b"AUTH PLAIN " + login.plain())
        elif "LOGIN" in offered:
            reply = await self.auth(b"AUTH LOGIN")
            for response in login.login():
                if reply.code == 334:
                    reply = await self.auth(response)
        else:
            raise HopError(HOP_DOWN, why="neither AUTH PLAIN nor LOGIN is offered")
        if not reply.ok:
            raise HopError(HOP_DOWN, why=f"the log-in was refused: {reply}")

    @property
    def private(self) -> bool:
        """Whether a password may be said: under TLS, or on this machine."""
        return self.tls or self._wire.local

    @property
    def alive(self) -> bool:
        """Whether a command may be sent: the connection stands, and the hop has said nothing unasked."""
        return self._wire.lost is None and not self._wire.replies and self._wire.dialog.idle

    async def mail(self, path: Path) -> Reply:
        """MAIL FROM as written; the reply whatever its code. Raises HopError."""
        reply = await self._command(path.command("MAIL FROM"), self._timeouts.mail)
        self.in_transaction = self.in_transaction or reply.ok
        return reply

    async def rcpt(self, path: Path) -> Reply:
        """RCPT TO as written; the reply whatever its code. Raises HopError."""
        return await self._command(path.command("RCPT TO"), self._timeouts.rcpt)

    async def rcpts(self, paths: Sequence[Path]) -> list[Reply]:
        """RCPT TO for each, in one group where the hop offers PIPELINING (RFC 2920); the replies in order.

        Raises nothing of the hop's: from the one on that it did not answer, replies are the 4xx of its loss.
        """
        replies: list[Reply] = []
        lines = [path.command("RCPT TO") for path in paths]
        together = len(lines) if "PIPELINING" in self.extensions else 1
        try:
            for number in range(len(lines)):
                if number % together == 0:
                    self._say(b"".join(lines[number : number + together]))
                replies.append(await self._hear(self._timeouts.rcpt, 0, "RCPT"))
        except HopError as error:
            replies += [error.reply] * (len(lines) - len(replies))
        return replies

    async def data(self, pieces: Iterable[bytes], *, timeout: float = 570.0) -> Reply:  # noqa: ASYNC109
        """DATA, the message in pieces (CRLF line ends, not dot-stuffed), the final dot; the reply to it.

        Another reply than 354, or a refusal before the dot, is returned as it is. `timeout` is for the
        reply to the dot. Raises HopError, and whatever `pieces` raises; then no dot was sent, unless the
        HopError says `uncertain`.
        """
        reply = await self._command(b"DATA\r\n", self._timeouts.data, go_ahead=354)
        if reply.code != 354:
            return reply
        uncertain = False
        try:
            batch: list[bytes] = []
            size = 0
            for piece in dialog.stuffed(pieces):
                if size >= _BATCH:
                    self._wire.write(b"".join(batch))
                    await self._wire.room(self._timeouts.block)
                    if self._wire.replies or self._wire.lost is not None:
                        return self._early(await self._wire.reply(0.0))
                    batch.clear()
                    size = 0
                batch.append(piece)
                size += len(piece)
            if self._wire.replies or self._wire.lost is not None:
                return self._early(await self._wire.reply(0.0))
            uncertain = True  # the last batch ends with the dot
            self._wire.write(b"".join(batch))
            reply = await self._wire.reply(timeout)
            if reply.code < 400 and not reply.ok:
                raise HopError(HOP_LOST, why=f"reply to the final dot: {reply}")
        except HopError as error:
            self.abort()
            raise HopError(error.reply, uncertain, error.why) from None
        except BaseException:
            self.abort()
            raise
        self.in_transaction = False
        self._after(reply)
        return reply

    async def auth(self, line: bytes) -> Reply:
        """An AUTH command, or the response to a 334, as it is, without CRLF; the reply, 334 included.

        From here on the connection is `personal`. Raises HopError, which does not name the line.
        """
        self.personal = True
        return await self._command(line + b"\r\n", self._timeouts.mail, go_ahead=334, name="AUTH")

    async def rset(self) -> Reply:
        """RSET. Raises HopError."""
        reply = await self._command(b"RSET\r\n", self._timeouts.other)
        self.in_transaction = self.in_transaction and not reply.ok
        return reply

    async def noop(self) -> Reply:
        """NOOP, to keep the connection from going idle. Raises HopError."""
        return await self._command(b"NOOP\r\n", self._timeouts.other)

    async def quit(self) -> None:
        """Say good-bye and close. Never raises but for a cancellation."""
        try:
            if self.alive:
                await self._command(b"QUIT\r\n", self._timeouts.quit)
        except HopError:
            pass
        finally:
            self.abort()

    def abort(self) -> None:
        """Tear the connection down at once; an unfinished transaction ends undone."""
        self._wire.lose("aborted")

    async def _command(self, line: bytes, seconds: float, *, go_ahead: int = 0, name: str = "") -> Reply:
        """Send one command and give its reply. `go_ahead` is the 3xx that is one; 2xx is none to DATA."""
        self._say(line)
        return await self._hear(seconds, go_ahead, name or line[:4].decode())

    def _say(self, line: bytes) -> None:
        if not self.alive:
            self._wire.lose("the next hop spoke unasked")
            raise HopError(HOP_LOST, why=self._wire.lost or "")
        self._wire.write(line)

    async def _hear(self, seconds: float, go_ahead: int, name: str) -> Reply:
        """The next reply, to the command of that name."""
        try:
            reply = await self._wire.reply(seconds)
            expected = reply.code == go_ahead or (reply.ok and go_ahead != 354)
            if reply.code < 400 and not expected:
                raise HopError(HOP_LOST, why=f"reply to {name}: {reply}")
        except BaseException:
            self.abort()
            raise
        self._after(reply)
        return reply

    def _after(self, reply: Reply) -> None:
        """RFC 5321 3.8: whoever says 421 closes the connection."""
        self.refused = self.refused or reply.code >= 400
        if reply.code == 421:
            self._wire.lose(f"closed by the next hop: {reply}")

    def _early(self, reply: Reply) -> Reply:
        """A reply before the final dot: a refusal counts, anything else is no reply to what was sent."""
        self.abort()
        if reply.code < 400:
            raise HopError(HOP_LOST, why=f"reply before the final dot: {reply}")
        return reply
