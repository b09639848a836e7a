# ruff: noqa: N802 - aiosmtpd names its methods for commands so
"""The commands of a client, one method a verb; what they come to is the conversation's business.

Mixed into the listener's connection. A method answers its command once, or raises Refused,
BadLineError or ConnectionError; whatever else it raises becomes a 451. None logs an argument.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import structlog

from gateway.mail import reply as replies
from gateway.mail.reply import Reply
from gateway.relay.collector import Collector
from gateway.relay.conversation import Conversation, Refused
from gateway.relay.incoming import Incoming
from gateway.relay.mirror import Keeper

log = structlog.get_logger()

FAILED_LOGIN: Final = 20
"""How many commands without mail a refused log-in counts for."""

MAX_GROUP: Final = 100
"""Recipients that go to the next hop in one group."""

_BYE: Final = Reply.make(221, "2.0.0 Bye")
_READY_FOR_TLS: Final = Reply.make(220, "2.0.0 Ready to start TLS")
_VRFY: Final = Reply.make(252, "2.1.5 Cannot tell, but will take the message and try")
_HELP: Final = Reply.make(214, "2.0.0 This is SMTP as in RFC 5321")
_TOO_EARLY: Final = Reply.make(503, "5.5.1 Nothing may be sent behind this command before its reply")


class Verbs(ABC):
    """What a connection does when it is told to. The attributes are the connection's."""

    _said: Conversation
    _incoming: Incoming
    _junk: int  # commands that moved no mail
    _over: bool  # the session ends after the reply that is being given
    _peer: dict[str, Any]  # for the log

    @property
    @abstractmethod
    def offers_tls(self) -> bool:
        """Whether STARTTLS is there for this connection."""

    @abstractmethod
    async def _answer(self, *replies: Reply) -> None:
        """One write for a reply, or for those to a group."""

    @abstractmethod
    def _refused(self, refusal: Refused) -> Reply:
        """Note a refusal of our own; the reply."""

    @abstractmethod
    async def _go_under_tls(self) -> None:
        """The handshake."""

    async def smtp_HELO(self, hostname: str) -> None:
        await self._answer(await self._said.hello(hostname, extended=False, starttls=False))

    async def smtp_EHLO(self, hostname: str) -> None:
        await self._answer(await self._said.hello(hostname, extended=True, starttls=self.offers_tls))

    async def smtp_MAIL(self, arg: str | None) -> None:
        await self._answer(await self._said.mail(arg or ""))

    async def smtp_RCPT(self, arg: str | None) -> None:
        # Those that were sent together go to the next hop together, and so do the replies.
        more = self._incoming.group("RCPT", min(MAX_GROUP, self._said.room) - 1)
        over, self._over = self._over, True  # one 451 for many would be out of step
        answers = await self._said.rcpt((arg or "", *(command.argument for command in more)))
        self._over = over
        replied = [self._refused(one) if isinstance(one, Refused) else one for one in answers]
        await self._answer(*replied)

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
        keeper = Keeper(self._said.mirror, self._incoming.patience.keep_alive)
        self._over = True  # whatever breaks here, what still comes of the data is never read as commands
        try:
            self._incoming.collect(collector, self._said.config.gateway.limits.data_rate)
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
        raise Refused(replies.NOT_IMPLEMENTED)

    async def smtp_BDAT(self, arg: str | None) -> None:
        # What follows is a message, and its author would be read as a client (RFC 3030 2): not offered, and
        # whoever sends it all the same must not go on.
        raise Refused(replies.NOT_IMPLEMENTED, close=True)

    async def smtp_AUTH(self, arg: str | None) -> None:
        reply = await self._said.auth(arg or "", self._ask)
        if not reply.ok:
            self._junk += FAILED_LOGIN
        await self._answer(reply)

    async def _ask(self, challenge: Reply) -> bytes:
        """Give the client a challenge; the line it answers with."""
        await self._answer(challenge)
        line = await self._incoming.line()
        if line is None:
            raise ConnectionResetError("the client closed in the middle of its log-in")
        return line

    async def smtp_STARTTLS(self, arg: str | None) -> None:
        if arg:
            raise Refused(replies.BAD_SYNTAX)
        if not self.offers_tls:
            raise Refused(replies.NOT_IMPLEMENTED)
        await self._said.restart_under_tls()
        if self._incoming.pending:
            # Words put into the clear part, to be taken as said under TLS (CVE-2011-0411, CVE-2024-34083).
            raise Refused(_TOO_EARLY, close=True)
        await self._answer(_READY_FOR_TLS)
        if self._incoming.pending:
            raise ConnectionResetError("data in clear behind STARTTLS")
        # From the check above to the change of protocol nothing else runs, so no clear byte slips in between.
        # Not aiosmtpd's way, which needs private parts of asyncio.
        await self._go_under_tls()


METHODS: Final[Mapping[str, Callable[[Any, str], Awaitable[None]]]] = {
    name.removeprefix("smtp_"): method for name, method in vars(Verbs).items() if name.startswith("smtp_")
}
"""By verb. Looked up once for all connections, and only here: none of the base class is ever obeyed."""
