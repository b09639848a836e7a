"""Gathers the facts: every answer that needs I/O, before anything is decided.

One call into the store for a mail; a look-up that fails gives UNKNOWN, never "no".
The mode override is read at most every two seconds, so that it costs no mail a look-up.
"""

from collections.abc import Callable

import structlog

from gateway.mail.envelope import Transaction
from gateway.relay.memory import Memory, answered_ids
from gateway.store.database import Store, StoreError
from gateway.store.settings import Settings
from gateway.words import UNKNOWN, Facts, Known, Mode, Thread

log = structlog.get_logger()

MODE_SECONDS = 2.0


class Gatherer:
    """Answers for the stage. `monotonic` gives seconds that never run backwards."""

    def __init__(self, store: Store, memory: Memory, monotonic: Callable[[], float]) -> None:
        self._store = store
        self._memory = memory
        self._settings = Settings(store)
        self._monotonic = monotonic
        self._mode: Mode | None = None
        self._mode_until = float("-inf")

    async def gather(self, tx: Transaction) -> Facts:
        """The facts for this transaction. Never raises."""
        mode = await self._override(tx)
        if mode is Mode.BYPASS:
            return Facts(mode=mode)
        return Facts(thread=await self._thread(tx), mode=mode)

    async def _override(self, tx: Transaction) -> Mode | None:
        if self._monotonic() >= self._mode_until:
            try:
                self._mode = await self._store.call(self._settings.mode, tx.at)
            except StoreError as error:
                # The last override that was read stays in force; the next mail asks again.
                log.warning("store.error", doing="read the mode", reason=error.reason)
                return self._mode
            self._mode_until = self._monotonic() + MODE_SECONDS
        return self._mode

    async def _thread(self, tx: Transaction) -> Known[Thread | None]:
        if not answered_ids(tx):
            return None
        try:
            return await self._store.call(self._memory.thread, tx)
        except StoreError as error:
            log.warning("store.error", doing="look up the thread", reason=error.reason, id=tx.id)
            return UNKNOWN
