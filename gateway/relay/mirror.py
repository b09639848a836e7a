"""The client's transaction, repeated live on a connection to the next hop.

MAIL and RCPT go on as written and the hop's replies come back as they are; only recipients
the hop took count. A connection that breaks ends the mirrored transaction: what the client
still says in it is answered 451, so that it tries all of it again (RFC 5321 4.2.5).
Once the client has logged in at the hop, a new connection is never put in place of the old.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final

from gateway.mail.address import Path
from gateway.mail.reply import HOP_LOST, Reply
from gateway.relay import esmtp
from gateway.relay.upstream import HopError, Upstream

LOGIN_LOST: Final = Reply.make(421, "4.4.2 The log-in at the next mail server is lost, please log in again")


class Mirror:
    """The mirrored transaction of one client session, and the session's connection to the next hop."""

    def __init__(
        self,
        connect: Callable[[], Awaitable[Upstream]],
        kept: Callable[[], Upstream | None] = lambda: None,
    ) -> None:
        self.upstream: Upstream | None = None
        self.mail_from: Path | None = None
        self.accepted: list[Path] = []
        self.lost: Reply | None = None
        self.authenticated = False  # the client has logged in at the hop, on this very connection
        self._connect = connect
        self._kept = kept

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

    async def rcpt(self, paths: Sequence[Path]) -> list[Reply]:
        """Add recipients; the hop's reply to each RCPT, or 451 from the moment its connection broke."""
        if self.lost is not None or self.upstream is None:
            return [self.lost or HOP_LOST] * len(paths)
        lacking = [esmtp.unsupported(path, "TO", self.upstream.extensions) for path in paths]
        said = [path for path, lacks in zip(paths, lacking, strict=True) if not lacks]
        heard = await self.upstream.rcpts(said)
        self.accepted += [path for path, reply in zip(said, heard, strict=True) if reply.ok]
        if said and not self.upstream.alive:
            self.lost = heard[-1] if heard[-1].temporary else HOP_LOST
            self.accepted.clear()
        answers = iter(heard)
        return [esmtp.NOT_NOW if lacks else next(answers) for lacks in lacking]

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

    async def connected(self) -> Upstream:
        """The connection to the hop, a new one if there is none. Raises HopError."""
        if self.upstream is None or not self.upstream.alive:
            if self.authenticated:
                raise HopError(LOGIN_LOST)
            self.drop()
            self.upstream = await self._connect()
        return self.upstream

    async def trouble(self) -> Reply | None:
        """The 451 of a hop that cannot be had; None if it is there."""
        try:
            await self.connected()
        except HopError as error:
            return error.reply
        return None

    async def _mail(self, path: Path) -> Reply:
        self.end()
        if self.upstream is None and not self.authenticated:
            self.upstream = self._kept()  # one that stands idle after another client
        if self.upstream is not None:
            # A connection that stood idle may be gone without our knowing. Nothing but an envelope was
            # said on it, so saying it once more on a new one cannot make a second copy.
            try:
                await self.reset()
                if self.upstream is not None and self.upstream.alive:
                    reply = await self._say_mail(self.upstream, path)
                    if reply.code != 421:
                        return reply
            except HopError as error:
                if error.too_slow:
                    raise  # it would not be faster on another one, and the client's patience is used up
            self.drop()
        if self.authenticated:
            # Another connection would not be his, and his password is not ours to keep.
            return LOGIN_LOST
        self.upstream = await self._connect()
        return await self._say_mail(self.upstream, path)

    @staticmethod
    async def _say_mail(upstream: Upstream, path: Path) -> Reply:
        if esmtp.unsupported(path, "FROM", upstream.extensions):
            return esmtp.NOT_NOW
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
