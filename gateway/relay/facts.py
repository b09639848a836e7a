"""Gathers the facts: every answer that needs I/O, before anything is decided.

A glance at the ledger; for mail it knows anything of one call into the store, and for mail
that claims to be a marketplace's the check of its signatures, both at once. A look-up that
fails gives UNKNOWN, never "no".
The mode override is read at most every two seconds, so that it costs no mail a look-up.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import structlog

from gateway.config.models import Config
from gateway.mail.envelope import Transaction
from gateway.relay.authentication import Authenticator
from gateway.relay.memory import Memory, answered_ids
from gateway.signals.authentication import claimed
from gateway.store.database import Store, StoreError
from gateway.store.settings import Settings
from gateway.words import UNKNOWN, Authentication, Direction, Facts, Known, Mode

log = structlog.get_logger()

MODE_SECONDS = 2.0


class Gatherer:
    """Answers for the stage. `monotonic` gives seconds that never run backwards.

    Without an `authenticator` what signatures say is unknown.
    """

    def __init__(
        self,
        store: Store,
        memory: Memory,
        monotonic: Callable[[], float],
        authenticator: Authenticator | None = None,
    ) -> None:
        self._store = store
        self._memory = memory
        self._settings = Settings(store)
        self._monotonic = monotonic
        self._authenticator = authenticator
        self._mode: Mode | None = None
        self._mode_until = float("-inf")

    async def gather(self, tx: Transaction, config: Config) -> Facts:
        """The facts for this transaction. Never raises."""
        mode = await self._override(tx)
        if mode is Mode.BYPASS:
            return Facts(mode=mode)
        facts, checked = await asyncio.gather(self._known(tx, mode), self._authentication(tx, config))
        return replace(facts, authentication=checked)

    async def _override(self, tx: Transaction) -> Mode | None:
        if self._monotonic() >= self._mode_until:
            try:
                self._mode = await self._store.ask(self._settings.mode, tx.at)
            except StoreError as error:
                # The last override that was read stays in force; the next mail asks again.
                log.warning("store.error", doing="read the mode", reason=error.reason)
                return self._mode
            self._mode_until = self._monotonic() + MODE_SECONDS
        return self._mode

    async def _known(self, tx: Transaction, mode: Mode | None) -> Facts:
        """What the ledger knows.

        Where it does not answer, only a mail that names others has an unknown thread: for all other mail
        the ledger could but have added a guess.
        """
        if self._memory.stranger(tx):
            return Facts(mode=mode)  # most mail; the store's thread has nothing to add
        try:
            return await self._store.ask(self._memory.facts, tx, mode)
        except StoreError as error:
            log.warning("store.error", doing="look up the thread", reason=error.reason, id=tx.id)
            return Facts(thread=UNKNOWN if answered_ids(tx) else None, mode=mode)

    async def _authentication(self, tx: Transaction, config: Config) -> Known[Authentication | None]:
        """What signatures say of a mail that claims to be a marketplace's; None for all other mail."""
        if tx.direction is Direction.OUTBOUND:
            return None
        domains = claimed(tx, config.packs)
        if not domains:
            return None
        if self._authenticator is None:
            return UNKNOWN
        return await self._authenticator.authenticate(tx.message, domains, config.gateway)
