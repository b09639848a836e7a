"""What the next hops of one leg offered at their last EHLO, shared by all sessions of a listener.

`offered` is what all of them have that can be reached, at most a minute old; while none can
be reached it is the last that was known. Many may ask at once, each hop is asked once. A hop
that just failed is tried last for a while, so that the others need not wait for it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gateway.config.models import NextHop
from gateway.relay import esmtp
from gateway.relay.upstream import HopError, Upstream

FRESH: Final = 60.0
"""Seconds for which a next hop's EHLO is taken as its present one."""

RETRY: Final = 5.0
"""Seconds for which a next hop that did not answer is not asked again just to hear its EHLO."""

AVOIDED: Final = 30.0
"""Seconds for which a next hop that did not answer is tried after the others."""

ASKING: Final = 10.0
"""Seconds a client waits at EHLO for next hops to answer; what comes later counts for the next one."""


Connect: TypeAlias = Callable[[Sequence[NextHop], Callable[[NextHop], None]], Awaitable[Upstream]]
"""Connects to the first of some next hops that answers; the second argument is told of those that do not."""


@dataclass(slots=True)
class _Known:
    """One hop: what it offered last, until when that is fresh, until when it is avoided."""

    offered: Mapping[str, str] | None = None
    reachable: bool = False
    private: bool = True
    fresh_until: float = float("-inf")
    avoided_until: float = float("-inf")
    asking: "asyncio.Task[Upstream | None] | None" = None


class Capabilities:
    """`hops` gives the next hops of the leg as configured now, in their order; `hang_up` parts from a
    connection that nobody needs, without waiting."""

    def __init__(
        self,
        connect: Connect,
        hops: Callable[[], Sequence[NextHop]],
        hang_up: Callable[[Upstream], None],
    ) -> None:
        self._connect = connect
        self._hops = hops
        self._hang_up = hang_up
        self._known: dict[NextHop, _Known] = {}

    @property
    def offered(self) -> Mapping[str, str] | None:
        """What can be handed on, as keyword and parameters; None if no next hop ever answered."""
        known = [self._of(hop) for hop in self._hops()]
        records = [each.offered for each in known if each.reachable and each.offered is not None]
        records = records or [each.offered for each in known if each.offered is not None]
        return esmtp.common(records) if records else None

    @property
    def reachable(self) -> bool:
        """Whether one of the next hops answered when it was last asked."""
        return any(self._of(hop).reachable for hop in self._hops())

    @property
    def private(self) -> bool:
        """Whether a password may be said to all next hops that can be reached."""
        return all(known.private for known in map(self._of, self._hops()) if known.reachable)

    async def connect(self) -> Upstream:
        """A new connection for mail, its EHLO noted. Raises HopError."""
        return self._noted(await self._connect(self.preferred(), self._failed))

    def preferred(self) -> Sequence[NextHop]:
        """The next hops in the order in which they are to be tried now."""
        now = asyncio.get_running_loop().time()
        return sorted(self._hops(), key=lambda hop: self._of(hop).avoided_until > now)

    async def latest(self) -> Upstream | None:
        """Make `offered` fresh as far as next hops can be reached; a connection if one was made for it."""
        loop = asyncio.get_running_loop()
        asked: list[asyncio.Task[Upstream | None]] = []
        waited: list[asyncio.Task[Upstream | None]] = []
        for hop in self._hops():
            known = self._of(hop)
            if known.asking is not None:
                waited.append(known.asking)
            elif loop.time() >= known.fresh_until:
                known.asking = loop.create_task(self._ask(hop))
                asked.append(known.asking)
        if asked or waited:
            try:
                await asyncio.wait((*asked, *waited), timeout=ASKING)
            except asyncio.CancelledError:
                self._dismiss(asked)
                raise
        # Mail goes to the first hop that can be had, so its connection is the one worth keeping.
        first = next((task for task in asked if task.done() and task.result() is not None), None)
        self._dismiss(task for task in asked if task is not first)
        return first.result() if first is not None else None

    def forget(self) -> None:
        """Take nothing for fresh: the next one who asks has the next hops asked."""
        for known in self._known.values():
            known.fresh_until = float("-inf")

    def _dismiss(self, asking: "Iterable[asyncio.Task[Upstream | None]]") -> None:
        for task in asking:
            task.add_done_callback(self._part)

    def _part(self, task: "asyncio.Task[Upstream | None]") -> None:
        upstream = None if task.cancelled() or task.exception() else task.result()
        if upstream is not None:
            self._hang_up(upstream)

    async def _ask(self, hop: NextHop) -> Upstream | None:
        try:
            return self._noted(await self._connect((hop,), self._failed))
        except HopError:
            return None
        finally:
            self._of(hop).asking = None

    def _of(self, hop: NextHop) -> _Known:
        return self._known.setdefault(hop, _Known())

    def _noted(self, upstream: Upstream) -> Upstream:
        known = self._of(upstream.hop)
        offered = dict(upstream.extensions)
        if not upstream.private:
            offered.pop("AUTH", None)  # no password is ever passed on in clear
        known.offered, known.reachable, known.private = offered, True, upstream.private
        known.fresh_until = asyncio.get_running_loop().time() + FRESH
        known.avoided_until = float("-inf")
        return upstream

    def _failed(self, hop: NextHop) -> None:
        known, now = self._of(hop), asyncio.get_running_loop().time()
        known.reachable = False
        known.fresh_until, known.avoided_until = now + RETRY, now + AVOIDED
