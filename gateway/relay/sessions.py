"""The sessions of one listener: counted, let finish, or cut off; and the work they leave behind.

A transaction whose client is gone after its final dot, and the good-byes to next hops, are
tasks that outlive their session; they are kept here, so that a drain waits for them too.
"""

import asyncio
import contextlib
from typing import Any, Protocol

import structlog

from gateway.config.models import Config
from gateway.mail.reply import SHUTDOWN, Reply
from gateway.relay import admission
from gateway.relay.clients import Clients
from gateway.relay.counts import Counts
from gateway.relay.upstream import Upstream
from gateway.words import Direction

log = structlog.get_logger()


class Live(Protocol):
    """What a session must let be asked and done."""

    @property
    def ip(self) -> str:
        """The client's address as text, "" if it has none."""

    @property
    def task(self) -> "asyncio.Task[None]":
        """The task that serves the session."""

    @property
    def in_transaction(self) -> bool:
        """Whether a mail is under way, from MAIL to the reply to the final dot."""

    def shut_down_if_idle(self) -> None:
        """Say 421 and close, unless a mail is under way or a command is being answered."""

    def cut(self) -> None:
        """End at once."""


class Sessions:
    """All sessions of a listener; `counts` are those of all processes."""

    def __init__(self, direction: Direction, counts: Counts | None = None) -> None:
        self.direction = direction
        self.draining = False
        self._live: dict[Live, bool] = {}  # and whether only the limit of all counts for it
        self._clients = Clients(lambda: asyncio.get_running_loop().time(), counts or Counts(), direction)
        self._unheard: set[asyncio.Task[Any]] = set()
        self._chores: set[asyncio.Task[Any]] = set()

    @property
    def transactions(self) -> int:
        """How many mails are under way."""
        return sum(session.in_transaction for session in self._live) + len(self._unheard)

    @property
    def connections(self) -> int:
        """How many clients are connected."""
        return len(self._live)

    def admit(self, session: Live, config: Config) -> Reply | None:
        """Count a new session in, or say why it is turned away."""
        if self.draining:
            return SHUTDOWN
        exempt = admission.exempt(self.direction, session.ip, config)
        refusal = self._clients.enter(session.ip, config.gateway.limits, exempt)
        if refusal is None:
            self._live[session] = exempt
        return refusal

    def leave(self, session: Live) -> None:
        """The session is over."""
        exempt = self._live.pop(session, None)
        if exempt is not None:
            self._clients.leave(session.ip, exempt)

    def hang_up(self, upstream: Upstream) -> None:
        """Say good-bye to a next hop without waiting for it."""
        chore = asyncio.get_running_loop().create_task(upstream.quit())
        self._chores.add(chore)
        chore.add_done_callback(self._chores.discard)

    def finish_unheard(self, processing: "asyncio.Task[Reply]", upstream: Upstream, tx_id: str) -> None:
        """See work to its end whose client is gone; nobody will hear the reply."""
        self._unheard.add(processing)

        def ended(task: "asyncio.Task[Reply]") -> None:
            self._unheard.discard(task)
            code = None if task.cancelled() else task.result().code
            log.warning("tx.unheard", id=tx_id, direction=self.direction.value, code=code)
            self.hang_up(upstream)

        processing.add_done_callback(ended)

    async def drain(self, seconds: float) -> int:
        """Admit nobody more, close idle sessions, let transactions finish for `seconds`, then cut.

        Gives the number of transactions that were cut off.
        """
        self.draining = True
        for session in tuple(self._live):
            session.shut_down_if_idle()
        await self._wait(seconds)
        cut = self.transactions
        for _ in range(2):  # a session that is cut may leave work behind, which ends in the second round
            for session in tuple(self._live):
                session.cut()
            for task in self._unheard | self._chores:
                task.cancel()
            await self._wait(0.5)
        return cut

    async def _wait(self, seconds: float) -> None:
        """Until every session and every task has ended, at most for `seconds`."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while tasks := {session.task for session in self._live} | self._unheard | self._chores:
                    await asyncio.wait(tasks)
