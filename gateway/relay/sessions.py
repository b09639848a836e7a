"""The sessions of one listener: counted, let finish, or cut off; and the work they leave behind.

A transaction whose client is gone after its final dot, and the good-byes to next hops, are
tasks that outlive their session; they are kept here, so that a drain waits for them too.
"""

import asyncio
import contextlib
from typing import Any, Final, Protocol

import structlog

from gateway.mail.reply import SHUTDOWN, Reply
from gateway.relay.upstream import Upstream
from gateway.words import Direction

log = structlog.get_logger()

TOO_MANY: Final = Reply.make(421, "4.7.0 Too many connections, please try again later")


class Live(Protocol):
    """What a session must let be asked and done."""

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
    """All sessions of a listener."""

    def __init__(self, direction: Direction) -> None:
        self.direction = direction
        self.draining = False
        self._live: set[Live] = set()
        self._unheard: set[asyncio.Task[Any]] = set()
        self._chores: set[asyncio.Task[Any]] = set()

    @property
    def transactions(self) -> int:
        """How many mails are under way."""
        return sum(session.in_transaction for session in self._live) + len(self._unheard)

    def admit(self, session: Live, limit: int) -> Reply | None:
        """Count a new session in, or say why it is turned away; `limit` is how many there may be."""
        if self.draining:
            return SHUTDOWN
        if len(self._live) >= limit:
            return TOO_MANY
        self._live.add(session)
        return None

    def leave(self, session: Live) -> None:
        """The session is over."""
        self._live.discard(session)

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
