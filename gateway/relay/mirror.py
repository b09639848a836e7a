"""The client's transaction, repeated live on a connection to the next hop.

MAIL and RCPT go on as written and the hop's replies come back as they are; only recipients
the hop took count. A connection that breaks ends the mirrored transaction: what the client
still says in it is answered 451, so that it tries all of it again (RFC 5321 4.2.5).
`Capabilities` remembers what the leg's next hop offered last.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from gateway.mail.address import Path
from gateway.mail.reply import HOP_LOST, Reply
from gateway.relay import admission
from gateway.relay.upstream import HopError, Upstream

FRESH: Final = 60.0
"""Seconds for which a next hop's EHLO is taken as its present one."""

RETRY: Final = 5.0
"""Seconds for which a next hop that did not answer is not asked again just to hear its EHLO."""


class Capabilities:
    """What the next hop of one leg offered at its last EHLO, shared by all sessions of a listener."""

    def __init__(self, connect: Callable[[], Awaitable[Upstream]]) -> None:
        self.record: Mapping[str, str] | None = None
        self._connect = connect
        self._until = float("-inf")
        self._asking: asyncio.Task[Upstream | None] | None = None

    async def connect(self) -> Upstream:
        """A new connection to the next hop, its EHLO noted. Raises HopError."""
        upstream = await self._connect()
        self.record = upstream.extensions
        self._until = asyncio.get_running_loop().time() + FRESH
        return upstream

    async def latest(self) -> Upstream | None:
        """Make `record` fresh if the next hop can be reached; gives a connection if one was made for it.

        Many may ask at once, the hop is asked once; the connection is for one of them.
        """
        loop = asyncio.get_running_loop()
        if loop.time() < self._until:
            return None
        if self._asking is not None:
            await asyncio.wait((self._asking,))
            return None
        asking = self._asking = loop.create_task(self._ask())
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            asking.add_done_callback(_hang_up)
            raise

    async def _ask(self) -> Upstream | None:
        try:
            return await self.connect()
        except HopError:
            self._until = asyncio.get_running_loop().time() + RETRY
            return None
        finally:
            self._asking = None


def _hang_up(asking: "asyncio.Task[Upstream | None]") -> None:
    upstream = None if asking.cancelled() or asking.exception() else asking.result()
    if upstream is not None:
        upstream.abort()


class Mirror:
    """The mirrored transaction of one client session, and the session's connection to the next hop."""

    def __init__(self, connect: Callable[[], Awaitable[Upstream]]) -> None:
        self.upstream: Upstream | None = None
        self.mail_from: Path | None = None
        self.accepted: list[Path] = []
        self.lost: Reply | None = None
        self._connect = connect

    async def mail(self, path: Path) -> Reply:
        """Begin a transaction; the hop's reply to MAIL, or the 451 of a hop that cannot be had."""
        try:
            reply = await self._mail(path)
        except HopError as error:
            self.drop()
            return error.reply
        if reply.ok:
            self.mail_from = path
        return reply

    async def rcpt(self, path: Path) -> Reply:
        """Add a recipient; the hop's reply to RCPT, or 451 from the moment its connection broke."""
        if self.lost is not None or self.upstream is None:
            return self.lost or HOP_LOST
        if admission.unsupported(path, "TO", self.upstream.extensions):
            return admission.NOT_NOW
        try:
            reply = await self.upstream.rcpt(path)
        except HopError as error:
            reply = error.reply
        if reply.ok:
            self.accepted.append(path)
        if not self.upstream.alive:
            self.lost = reply if reply.temporary else HOP_LOST
            self.accepted.clear()
        return reply

    async def keep_alive(self) -> None:
        """Let the hop know that we are still there, while the client's data arrive."""
        if self.upstream is not None and self.upstream.alive:
            with contextlib.suppress(HopError):
                await self.upstream.noop()

    def end(self) -> None:
        """The transaction is over: its data were answered."""
        self.mail_from = None
        self.accepted = []
        self.lost = None

    async def reset(self) -> None:
        """Give the transaction up, here and at the hop; the connection stays if it can."""
        self.end()
        if self.upstream is not None and self.upstream.in_transaction:
            try:
                clean = (await self.upstream.rset()).ok
            except HopError:
                clean = False
            if not clean:
                self.drop()

    def drop(self) -> None:
        """Tear the connection down; the hop forgets the transaction."""
        self.end()
        if self.upstream is not None:
            self.upstream.abort()
            self.upstream = None

    async def _mail(self, path: Path) -> Reply:
        self.end()
        if self.upstream is not None:
            # A connection that stood idle may be gone without our knowing. Nothing but an envelope was
            # said on it, so saying it once more on a new one cannot make a second copy.
            try:
                await self.reset()
                if self.upstream is not None and self.upstream.alive:
                    reply = await self._say_mail(self.upstream, path)
                    if reply.code != 421:
                        return reply
            except HopError:
                pass
            self.drop()
        self.upstream = await self._connect()
        return await self._say_mail(self.upstream, path)

    @staticmethod
    async def _say_mail(upstream: Upstream, path: Path) -> Reply:
        if admission.unsupported(path, "FROM", upstream.extensions):
            return admission.NOT_NOW
        if "SIZE" not in upstream.extensions:
            # SIZE is ours to offer; a hop that lacks it would refuse the parameter, not the mail.
            kept = tuple(each for each in path.params if not each.upper().startswith("SIZE="))
            path = replace(path, params=kept)
        return await upstream.mail(path)


class Keeper:
    """Says NOOP to the next hop now and then, while a client's data take long to arrive."""

    def __init__(self, mirror: Mirror, seconds: float) -> None:
        self._mirror = mirror
        self._seconds = seconds
        self._loop = asyncio.get_running_loop()
        self._saying: asyncio.Task[None] | None = None
        self._timer = self._loop.call_later(seconds, self._say)

    def _say(self) -> None:
        self._timer = self._loop.call_later(self._seconds, self._say)
        if self._saying is None or self._saying.done():
            self._saying = self._loop.create_task(self._mirror.keep_alive())

    async def stop(self, wait: bool) -> None:
        """Say no more. `wait`: until the last NOOP is answered and the connection free again."""
        self._timer.cancel()
        if self._saying is not None and wait:
            await self._saying
        elif self._saying is not None:
            self._saying.cancel()
