"""Connections to next hops that stand idle between two clients, so that the next one need not make its own.

Kept is only what says nothing about a client: no log-in was made on it, no transaction is open, and
the hop refused nothing on it (a hop counts refusals, and the next client must not pay for them). It is
kept for less time than any hop waits (RFC 5321 4.5.3.2.7), and handed on only while its EHLO counts as
the hop's present one. Whether the hop is still there shows at MAIL, which `Mirror` says once more on a
new connection. Nothing here waits or raises.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from gateway.config.models import NextHop
from gateway.relay.capabilities import FRESH
from gateway.relay.upstream import Upstream

IDLE: Final = 20.0
"""Seconds one is kept for nobody."""


class Kept:
    """The idle connections of one leg.

    `hops` gives the next hops as configured now, the one to be used first at the beginning; `hang_up` parts
    from a connection without waiting. At `most` so many are kept, 0 is none; of more, the one that stood idle
    longest is let go.
    """

    def __init__(
        self,
        hops: Callable[[], Sequence[NextHop]],
        hang_up: Callable[[Upstream], None],
        most: Callable[[], int],
    ) -> None:
        self._hops = hops
        self._hang_up = hang_up
        self._most = most
        self._idle: list[tuple[Upstream, float]] = []  # and since when, the one that was used last at the end
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._idle)

    def give(self, upstream: Upstream) -> None:
        """A client is done with this connection: keep it for the next one, or part from it."""
        if not upstream.alive:
            upstream.abort()
        elif upstream.personal or upstream.in_transaction or upstream.refused or not self._most():
            self._hang_up(upstream)
        else:
            self._idle.append((upstream, _now()))
            if len(self._idle) > self._most():
                self._hang_up(self._idle.pop(0)[0])
            if self._timer is None:
                self._timer = asyncio.get_running_loop().call_later(IDLE, self._tick)

    def take(self) -> Upstream | None:
        """A connection to the hop that mail goes to now; None if a new one has to be made."""
        wanted = next(iter(self._hops()), None)
        while self._idle:
            upstream, since = self._idle.pop()
            now = _now()
            if not upstream.alive:
                upstream.abort()
            elif upstream.hop != wanted or now >= min(since + IDLE, upstream.greeted + FRESH):
                self._hang_up(upstream)
            else:
                return upstream
        return None

    def close(self) -> None:
        """Part from all: after a reload, and at the end."""
        idle, self._idle = self._idle, []
        for upstream, _ in idle:
            self._hang_up(upstream)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        while self._idle and (not self._idle[0][0].alive or loop.time() >= self._idle[0][1] + IDLE):
            self._hang_up(self._idle.pop(0)[0])
        self._timer = None
        if self._idle:
            self._timer = loop.call_at(self._idle[0][1] + IDLE, self._tick)


def _now() -> float:
    return asyncio.get_running_loop().time()
