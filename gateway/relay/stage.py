"""The stage: what happens between the client's final dot and our reply to it.

Rule 1: nothing is sent before everything is decided.
Rule 2: 2xx only after the next hop said 2xx, or the held copy is on disk.
Rule 3: whatever goes wrong with us is 4xx, or passes untouched where `on_error` says so.
How mail is carried out whose recipients fare differently is `relay.outcome`.
"""

import time
from collections import Counter
from collections.abc import Callable

import structlog

from gateway.config.models import Config
from gateway.mail import reply
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.decision import Decision, decide_always, troubled
from gateway.relay.facts import Gatherer
from gateway.relay.memory import Memory
from gateway.relay.outcome import Carrier, Outcome, Sending, reset
from gateway.relay.upstream import HopError, Upstream
from gateway.store.database import Store, StoreError
from gateway.words import Direction, VerdictName

log = structlog.get_logger()


class Stage:
    """Decides and carries out. `config` gives the configuration in force at the moment of asking.

    `on_decision` is told of every decision and the reply that followed; it must not block.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        store: Store,
        *,
        hostname: str,
        new_held_id: Callable[[], str],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.config = config
        self.carrier = Carrier(store, new_held_id)
        self.on_decision: Callable[[Transaction, Decision, Reply], None] | None = None
        self._store = store
        self._memory = Memory(store, config)
        self._gatherer = Gatherer(store, self._memory, monotonic)
        self._hostname = hostname
        self._monotonic = monotonic

    async def process(self, tx: Transaction, upstream: Upstream) -> Reply:
        """Decide on the mail, then relay or hold it; the reply to its final dot. Never raises."""
        began = self._monotonic()
        config = self.config()
        decision = await self._decide(tx, config)
        decided = self._monotonic()
        try:
            decision = await self._remember(tx, decision, config)
            outcome = await self._carry(Sending(tx, decision, config, self._hostname), upstream)
            await self._settle(tx, decision, outcome)
        except Exception as error:
            # The client learns nothing of our insides, the log everything.
            log.error("tx.error", id=tx.id, exc_info=error)
            outcome = Outcome(reply.LOCAL_ERROR)
        self._tell(tx, decision, outcome, decided - began, self._monotonic() - decided)
        return outcome.reply

    async def _decide(self, tx: Transaction, config: Config) -> Decision:
        """The decision; where none can be made, what `on_error` says."""
        decision, error = decide_always(tx, await self._gatherer.gather(tx), config)
        if error is not None:
            log.error("tx.error", id=tx.id, exc_info=error)
        return decision

    async def _remember(self, tx: Transaction, decision: Decision, config: Config) -> Decision:
        """Write the thread of a concerned inbound mail, before the next hop is given it."""
        if tx.direction is Direction.OUTBOUND or decision.verdict.name is VerdictName.NONE:
            return decision
        try:
            await self._store.call(self._memory.remember, tx, decision)
        except StoreError as error:
            log.error("store.error", doing="remember the thread", reason=error.reason, id=tx.id)
            return troubled(tx, config, "store")
        return decision

    async def _carry(self, sending: Sending, upstream: Upstream) -> Outcome:
        """Send, hold or refuse as decided; trouble becomes its reply."""
        try:
            return await self.carrier.carry(sending, upstream)
        except HopError as error:
            log.warning("hop.lost", id=sending.tx.id, uncertain=error.uncertain)
            return Outcome(error.reply)
        except StoreError as error:
            log.error("store.error", doing="hold", reason=error.reason, id=sending.tx.id)
            await reset(upstream)
            return Outcome(reply.NO_SPACE if error.reason == "full" else reply.LOCAL_ERROR)

    async def _settle(self, tx: Transaction, decision: Decision, outcome: Outcome) -> None:
        """Tell the ledger how it ended. The mail's fate is sealed already, so trouble is only logged."""
        if decision.verdict.name is VerdictName.NONE and decision.thread is None:
            return
        sent = bool(outcome.sent)
        try:
            await self._store.call(self._memory.settle, tx, decision, kept=outcome.kept, sent=sent)
        except StoreError as error:
            log.error("store.error", doing="settle the thread", reason=error.reason, id=tx.id)

    def _tell(
        self, tx: Transaction, decision: Decision, outcome: Outcome, deciding: float, carrying: float
    ) -> None:
        """The canonical line of this transaction."""
        weighed = decision.verdict
        log.info(
            "tx.done",
            id=tx.id,
            direction=tx.direction.value,
            client=tx.session.ip,
            mail_from=tx.envelope.mail_from.address,
            rcpt_to=[path.address for path in tx.envelope.rcpt_tos],
            size=len(tx.message),
            verdict=weighed.name.value,
            confidence=weighed.confidence.value if weighed.confidence else None,
            marketplace=weighed.marketplace,
            legal=weighed.legal.value if weighed.legal else None,
            score=round(weighed.score, 1),
            hits=[hit.signal for hit in weighed.hits],
            rules=list(dict.fromkeys(item.rule for item in decision.recipients if item.rule)),
            reasons=list(dict.fromkeys(word for item in decision.recipients for word in item.reasons)),
            actions=list(dict.fromkeys(name.value for item in decision.recipients for name in item.actions)),
            would=list(dict.fromkeys(name.value for item in decision.recipients for name in item.would)),
            dispositions=dict(Counter(item.disposition.word for item in decision.recipients)),
            error=decision.error,
            held=outcome.held,
            reply=str(outcome.reply)[:500],
            decide_ms=round(deciding * 1000, 2),
            carry_ms=round(carrying * 1000, 2),
            config=decision.config_hash,
        )
        if self.on_decision is not None:
            self.on_decision(tx, decision, outcome.reply)
