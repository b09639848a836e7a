"""What a client is answered, command by command; the wire is the listener's.

A reply of the next hop is returned as it came; a refusal of our own is raised as Refused.
From the client's final dot on, the work is a task of its own, which ends whether or not the
client waits for it: broken off in the middle, nobody could say who has the mail (RFC 1047).
"""

import asyncio
import mmap
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

import structlog

from gateway.config.models import Config, NextHop, Outbound
from gateway.mail import reply as replies
from gateway.mail.address import BadPath, Path, parse_path
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.mail.reply import Reply
from gateway.relay import access, admission, auth, esmtp
from gateway.relay.auth import Request
from gateway.relay.capabilities import Capabilities
from gateway.relay.collector import Budget, Collector
from gateway.relay.counts import Counts
from gateway.relay.hostnames import HostNames
from gateway.relay.kept import Kept
from gateway.relay.mirror import Mirror
from gateway.relay.probe import Badge, wanted
from gateway.relay.sessions import Sessions
from gateway.relay.upstream import HopError, Upstream
from gateway.relay.wire import is_local
from gateway.words import Direction

log = structlog.get_logger()

_HELO: Final = re.compile(r"[!-~]{1,255}\Z")


class Gate(Protocol):
    """What a listener asks: how things are set, and what becomes of a mail."""

    def config(self) -> Config:
        """The configuration in force."""

    def refusal(self, tx: Transaction) -> Reply | None:
        """Why the mail is refused for its header, before anything is decided; None to go on."""

    async def process(self, tx: Transaction, upstream: Upstream) -> Reply:
        """Decide on the mail and relay or hold it; the reply to its final dot. Never raises."""


class Refused(Exception):
    """A command refused by the gateway itself. `close`: the session ends with it."""

    def __init__(self, reply: Reply, close: bool = False) -> None:
        super().__init__(str(reply))
        self.reply = reply
        self.close = close


@dataclass(slots=True)
class Leg:
    """What all clients of one listener share."""

    direction: Direction
    gate: Gate
    hello: str
    new_id: Callable[[], str]
    now: Callable[[], datetime]
    badge: Badge | None = None
    counts: Counts | None = None
    names: HostNames | None = None
    sessions: Sessions = field(init=False)
    capabilities: Capabilities = field(init=False)
    kept: Kept = field(init=False)
    budget: Budget = field(init=False)

    def __post_init__(self) -> None:
        self.sessions = Sessions(self.direction, self.counts)
        self.budget = Budget(self.counts)
        self.capabilities = Capabilities(self._connect, self._hops, self.sessions.hang_up)
        self.kept = Kept(
            self.capabilities.preferred,
            self.sessions.hang_up,
            lambda: self.gate.config().gateway.limits.kept_connections,
        )

    def part(self, upstream: Upstream) -> None:
        """A client is done with this connection: it is kept for the next one where that may be."""
        if self.sessions.draining:
            self.sessions.hang_up(upstream)
        else:
            self.kept.give(upstream)

    def _hops(self) -> Sequence[NextHop]:
        return admission.leg(self.direction, self.gate.config()).next_hop

    async def _connect(self, hops: Sequence[NextHop], on_failure: Callable[[NextHop], None]) -> Upstream:
        ours = access.for_clients(self.gate.config())
        return await Upstream.connect(hops, self.hello, access=ours, on_failure=on_failure)


class Conversation:
    """One client's session: what it said so far, and the mirrored transaction."""

    def __init__(self, leg: Leg, ip: str, port: int) -> None:
        self.leg = leg
        self.ip = ip
        self.port = port
        self.helo: str | None = None
        self.extended = False
        self.tls = False
        self.user: str | None = None  # who has logged in at the next hop; "" if his name is not known
        self.probe = False
        self.mails = 0
        self.config = leg.gate.config()
        self.mirror = Mirror(leg.capabilities.connect, leg.kept.take)
        self._offered: frozenset[str] = frozenset()
        self._mail_at = self._data_at = 0.0  # when MAIL and DATA were said
        self._processing: tuple[asyncio.Task[Reply], Upstream, str] | None = None

    @property
    def in_transaction(self) -> bool:
        """Whether a mail is under way, from MAIL to the reply to the final dot."""
        return self.mirror.mail_from is not None

    @property
    def private(self) -> bool:
        """Whether the client may say a password: under TLS, or on this machine."""
        return self.tls or is_local((self.ip,) if self.ip else None)

    async def hello(self, name: str, extended: bool, starttls: bool) -> Reply:
        """HELO or EHLO: a new beginning. What is offered depends on the next hop (RFC 5321 4.1.1.1)."""
        if not _HELO.match(name):
            raise Refused(replies.BAD_SYNTAX)
        await self.mirror.reset()
        self.config = self.leg.gate.config()
        self.helo, self.extended = name, extended
        if self.leg.names is not None and admission.leg(self.leg.direction, self.config).received:
            self.leg.names.ask(self.ip)
        self.probe = self.leg.badge is not None and self.leg.badge.shown_by(name)
        lines: tuple[str, ...] = ()
        if extended:
            if self._passes_auth or self._client_refusal() is None:
                await self._ask_hop()
            size = self.config.gateway.limits.message_size
            lines = esmtp.offer(self.leg.capabilities.offered, size, starttls, self._mechanisms())
        self._offered = frozenset(line.partition(" ")[0] for line in lines)
        return Reply(250, tuple(line.encode() for line in (self.leg.hello, *lines)))

    async def mail(self, argument: str) -> Reply:
        """MAIL: checked, then said to the next hop."""
        self.config = self.leg.gate.config()
        if self.helo is None or self.in_transaction:
            raise Refused(replies.BAD_SEQUENCE)
        self._mail_at = _loop_time()
        upstream, settings = self.mirror.upstream, admission.leg(self.leg.direction, self.config)
        if settings.starttls == "require" and not self.tls:
            raise Refused(admission.NEED_TLS)
        path = _path(argument, "FROM")
        limit = self.config.gateway.limits.message_size
        self._check(self._client_refusal())
        refusal = esmtp.parameter_refusal(path, "FROM", self._offered, limit)
        if refusal == esmtp.UNKNOWN_PARAMETER and not self.leg.capabilities.reachable:
            # Perhaps it was not offered because the next hop was away, which is no fault of the client.
            refusal = await self.mirror.trouble() or refusal
        self._check(refusal)
        if upstream is not None and upstream.hop not in settings.next_hop:
            self.leave()
        return await self.mirror.mail(path)

    @property
    def room(self) -> int:
        """How many more recipients may be taken."""
        return self.config.gateway.limits.recipients - len(self.mirror.accepted)

    async def rcpt(self, arguments: Sequence[str]) -> list[Reply | Refused]:
        """RCPT, one or a group of at most `room`: checked, then said to the next hop; in the order given."""
        checked: list[Path | Refused] = []
        for argument in arguments:
            try:
                checked.append(self._recipient(argument))
            except Refused as refused:
                checked.append(refused)
        heard = iter(await self.mirror.rcpt([each for each in checked if isinstance(each, Path)]))
        return [next(heard) if isinstance(each, Path) else each for each in checked]

    def _recipient(self, argument: str) -> Path:
        if not self.in_transaction:
            raise Refused(replies.BAD_SEQUENCE)
        utf8 = self.mirror.mail_from is not None and esmtp.has_utf8(self.mirror.mail_from)
        path = _path(argument, "TO", utf8)
        direction, accepted = self.leg.direction, len(self.mirror.accepted)
        if self.probe and path.address != wanted(direction, self.config):
            raise Refused(replies.NO_RELAY)
        self._check(admission.recipient_refusal(direction, path, accepted, self.config))
        self._check(esmtp.parameter_refusal(path, "TO", self._offered, 0, utf8))
        return path

    def data(self) -> Collector | Reply:
        """DATA: what collects the message, or the reply of a next hop that is gone."""
        mirror, limits = self.mirror, self.config.gateway.limits
        if mirror.lost is not None:
            return mirror.lost
        if not self.in_transaction:
            raise Refused(replies.BAD_SEQUENCE)
        if not mirror.accepted:
            raise Refused(replies.NO_VALID_RECIPIENTS)
        if mirror.upstream is None or not mirror.upstream.alive:
            mirror.drop()
            return replies.HOP_LOST
        self._data_at = _loop_time()
        bare = admission.bare_newlines_allowed(self.leg.direction, self.ip, self.config)
        return Collector(
            limits.message_size,
            bare,
            limits.spool_dir,
            line_length=limits.line_length,
            memory=limits.memory,
            budget=self.leg.budget,
        )

    async def message(self, collector: Collector) -> Reply:
        """The data have ended: the gate's reply to them."""
        content, refusal = self._content(collector)
        mirror, upstream = self.mirror, self.mirror.upstream
        if refusal is not None or mirror.mail_from is None or upstream is None:
            await mirror.reset()
            raise Refused(refusal or replies.HOP_LOST)
        transaction = Transaction(
            id=self.leg.new_id(),
            direction=self.leg.direction,
            session=self._session(),
            envelope=Envelope(mirror.mail_from, tuple(mirror.accepted)),
            message=Message(content),
            at=self.leg.now(),
            envelope_seconds=self._data_at - self._mail_at,
            data_seconds=_loop_time() - self._data_at,
        )
        refusal = self.leg.gate.refusal(transaction)
        if refusal is not None:
            await mirror.reset()
            raise Refused(refusal)
        reply = await self._process(transaction, upstream)
        mirror.end()
        self.mails += 1
        return reply

    def _session(self) -> Session:
        # The name of a probe is its pass; it is told to nobody.
        helo = self.leg.hello if self.probe else self.helo or ""
        name = self.leg.names.of(self.ip) if self.leg.names is not None else None
        return Session(self.ip, self.port, helo, self.extended, self.tls, self.user, self.probe, name)

    async def auth(self, argument: str, ask: Callable[[Reply], Awaitable[bytes]]) -> Reply:
        """AUTH: passed on to the next hop, which decides; from then on its connection is this client's alone.

        `ask` gives a challenge to the client and brings back its line; what it raises passes through.
        """
        if not self._passes_auth:
            raise Refused(replies.NOT_IMPLEMENTED)
        if not self.extended or self.in_transaction or self.mirror.authenticated:
            raise Refused(replies.BAD_SEQUENCE)
        try:
            request = auth.parse(argument)
        except ValueError:
            raise Refused(replies.BAD_SYNTAX) from None
        if not (self.private and self.leg.capabilities.private):
            raise Refused(auth.NO_TLS)
        if request.mechanism not in self._mechanisms():
            raise Refused(auth.NOT_OFFERED)
        return await self._log_in(request, ask)

    async def _log_in(self, request: Request, ask: Callable[[Reply], Awaitable[bytes]]) -> Reply:
        done = False
        try:
            upstream = await self.mirror.connected()
            if not upstream.private:
                raise Refused(auth.NO_TLS)
            reply, user = await auth.pass_on(request, upstream, ask)
            done = reply.code != 421
        except HopError:
            return auth.NOT_NOW
        except auth.BadExchangeError as error:
            raise Refused(error.reply) from None
        finally:
            if not done:
                self.mirror.drop()  # an exchange that was broken off has no other end
        log.info(
            "auth.done",
            direction=self.leg.direction.value,
            ip=self.ip,
            mechanism=request.mechanism,
            code=reply.code,
        )
        if reply.ok:
            self.mirror.authenticated, self.user = True, user
        return reply

    async def restart_under_tls(self) -> None:
        """What was said in clear counts no more, a log-in included (RFC 3207 4.2)."""
        await self.mirror.reset()
        if self.mirror.authenticated:
            self.leave()
            self.mirror.authenticated, self.user = False, None
        self.helo, self.extended, self._offered = None, False, frozenset()

    def leave(self) -> None:
        """Part from the next hop: work under way goes to its end, else a good-bye is said."""
        upstream, self.mirror.upstream = self.mirror.upstream, None
        if self._processing is not None:
            self.leg.sessions.finish_unheard(*self._processing)
        elif upstream is not None:
            self.leg.part(upstream)

    @property
    def _passes_auth(self) -> bool:
        settings = admission.leg(self.leg.direction, self.config)
        return isinstance(settings, Outbound) and settings.auth == "pass"

    def _mechanisms(self) -> tuple[str, ...]:
        """The mechanisms this client is offered now."""
        settings = admission.leg(self.leg.direction, self.config)
        if not isinstance(settings, Outbound) or settings.auth == "off" or not self.private:
            return ()
        return esmtp.mechanisms((self.leg.capabilities.offered or {}).get("AUTH", ""), settings.auth_also)

    def _client_refusal(self) -> Reply | None:
        """Why this client may not send, if so; our probe may, and who has logged in at the next hop."""
        if self.mirror.authenticated or self.probe:
            return None
        refusal = admission.client_refusal(self.leg.direction, self.ip, self.config)
        return admission.NEED_AUTH if refusal is not None and self._passes_auth else refusal

    async def _ask_hop(self) -> None:
        """Have the next hop's EHLO at hand; a connection that was made for it is kept for the mail."""
        upstream = await self.leg.capabilities.latest()
        if upstream is not None and self.mirror.upstream is None:
            self.mirror.upstream = upstream
        elif upstream is not None:
            self.leg.part(upstream)

    async def _process(self, tx: Transaction, upstream: Upstream) -> Reply:
        async def processed() -> Reply:
            try:
                return await self.leg.gate.process(tx, upstream)
            except Exception as error:
                log.error("tx.error", id=tx.id, exc_info=error)
                upstream.abort()
                return replies.LOCAL_ERROR

        task = asyncio.get_running_loop().create_task(processed())
        self._processing = task, upstream, tx.id
        reply = await asyncio.shield(task)
        self._processing = None
        return reply

    @staticmethod
    def _content(collector: Collector) -> tuple[bytes | mmap.mmap, Reply | None]:
        if collector.refusal is not None:
            return b"", collector.refusal
        try:
            return collector.content(), None
        except OSError:
            return b"", replies.NO_SPACE

    @staticmethod
    def _check(refusal: Reply | None) -> None:
        if refusal is not None:
            raise Refused(refusal)


def _loop_time() -> float:
    return asyncio.get_running_loop().time()


def _path(argument: str, verb: esmtp.Verb, utf8: bool = False) -> Path:
    try:
        return parse_path(argument.encode(), verb, utf8)
    except BadPath as error:
        raise Refused(error.reply) from None
