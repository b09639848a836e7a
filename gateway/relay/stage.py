"""The stage: what happens between the client's final dot and our reply to it.

Rule 1: nothing is sent before everything is decided.
Rule 2: 2xx only after the next hop said 2xx, or the held copy is on disk.
Rule 3: whatever goes wrong with us is 4xx, or passes untouched where `on_error` says so.
How mail is carried out whose recipients fare differently is `relay.outcome`.
"""

import contextlib
import time
from collections.abc import Callable

import structlog

from gateway.config.models import Config
from gateway.mail import headers, reply
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.decision import Decision, decide_always, poisoned, troubled, untouched
from gateway.relay import admission, passes, probe
from gateway.relay.afterwards import Afterwards
from gateway.relay.authentication import Authenticator
from gateway.relay.facts import Gatherer
from gateway.relay.memory import Memory
from gateway.relay.meters import Meters
from gateway.relay.outcome import Carrier, Outcome, Sending, reset
from gateway.relay.poison import FATAL, HOPELESS, Marks
from gateway.relay.signing import CannotSign, Signer
from gateway.relay.story import Story
from gateway.relay.upstream import HopError, Upstream
from gateway.store.database import Store, StoreError
from gateway.words import Direction, VerdictName

log = structlog.get_logger()


class Stage:
    """Decides and carries out. `config` gives the configuration in force at the moment of asking.

    `passes` marks what was decided where `outbound.stamp` asks for it; set once the store is open.
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
        authenticator: Authenticator | None = None,
        signer: Signer | None = None,
        marks: Marks | None = None,
        meters: Meters | None = None,
    ) -> None:
        self.config = config
        self.carrier = Carrier(store, new_held_id, signer)
        self.afterwards = Afterwards(store, new_held_id)
        self.on_decision: Callable[[Transaction, Decision, Reply], None] | None = None
        self.passes: passes.Passes | None = None
        self._store = store
        self._memory = Memory(store, config)
        self._gatherer = Gatherer(store, self._memory, monotonic, authenticator)
        self._marks = marks
        self._meters = meters
        self._hostname = hostname
        self._monotonic = monotonic

    def refusal(self, tx: Transaction) -> Reply | None:
        """Why the mail is refused for its header: its size, or a loop; None to go on.

        A mail that two processes died of may have done it here, so nothing reads its header any more.
        """
        if self._crashes(tx) >= FATAL:
            return None
        with self._marked(tx, acquit=False):
            limits = self.config().gateway.limits
            return admission.message_refusal(tx.message.raw, tx.message, self._hostname, limits)

    async def process(self, tx: Transaction, upstream: Upstream) -> Reply:
        """Decide on the mail, then relay or hold it; the reply to its final dot. Never raises."""
        story = Story(self._monotonic)
        config = self.config()
        crashes = self._crashes(tx)
        if crashes < FATAL:
            with self._marked(tx):
                decision = await self._decide(tx, config, story)
            return await self._carried(tx, upstream, decision, config, story)
        decision = poisoned(tx, config, hopeless=crashes >= HOPELESS)
        # To hold it means to read its header, and so does to pass it, because forged fields are left out; the
        # header may be what it is about. How long the next hop takes for it is no fault of the mail.
        with self._marked(tx):
            if crashes < HOPELESS:
                headers.forged(tx.message.raw)
            if tx.direction is Direction.OUTBOUND:
                return await self._carried(tx, upstream, decision, config, story)
        return await self._carried(tx, upstream, decision, config, story)

    def _crashes(self, tx: Transaction) -> int:
        """How many processes died of this mail."""
        return self._marks.crashes(tx) if self._marks is not None else 0

    def _marked(self, tx: Transaction, *, acquit: bool = True) -> contextlib.AbstractContextManager[None]:
        """Marks the mail as the one to blame, should the process die meanwhile."""
        return self._marks.looking_at(tx, acquit=acquit) if self._marks else contextlib.nullcontext()

    async def _carried(
        self, tx: Transaction, upstream: Upstream, decision: Decision, config: Config, story: Story
    ) -> Reply:
        """Carry the decision out and tell the log; the reply. Never raises."""
        story.ended("decide")
        try:
            decision = await self._remember(tx, decision, config)
            story.ended("remember")
            outcome = await self._carry(self._sending(tx, decision, config), upstream, story)
        except Exception as error:
            # The client learns nothing of our insides, the log everything.
            log.error("tx.error", id=tx.id, exc_info=error)
            outcome = Outcome(reply.LOCAL_ERROR)
        story.ended("carry")
        await self._settle(tx, decision, outcome)
        await self.afterwards.follow(self._sending(tx, decision, config), outcome)
        story.ended("settle")
        story.tell(tx, decision, outcome.reply, outcome.held, str(upstream.hop), self._meters)
        if self.on_decision is not None:
            with contextlib.suppress(Exception):
                self.on_decision(tx, decision, outcome.reply)
        return outcome.reply

    def _sending(self, tx: Transaction, decision: Decision, config: Config) -> Sending:
        marked = self.passes is not None and passes.wanted(tx.direction, config)
        # A mail nobody may look into is not marked either.
        if self.passes is None or not marked or decision.error is not None:
            return Sending(tx, decision, config, self._hostname)
        return Sending(tx, decision, config, self._hostname, self.passes.field(tx.id, tx.message, tx.at))

    async def _decide(self, tx: Transaction, config: Config, story: Story) -> Decision:
        """The decision; where none can be made, what `on_error` says."""
        if self.passes is not None and passes.wanted(tx.direction, config):
            before = self.passes.known(tx.message, tx.at)
            if before is not None:
                log.info("tx.again", id=tx.id, before=before)
                return untouched(tx, config)
        facts = await self._gatherer.gather(tx, config)
        story.ended("facts")
        decision, error = decide_always(tx, facts, config)
        if error is not None:
            log.error("tx.error", id=tx.id, exc_info=error)
        return probe.decided(tx, config, decision.error) if tx.session.probe else decision

    async def _remember(self, tx: Transaction, decision: Decision, config: Config) -> Decision:
        """Write the thread of a concerned inbound mail, before the next hop is given it."""
        if tx.direction is Direction.OUTBOUND or decision.verdict.name is VerdictName.NONE:
            return decision
        try:
            await self._store.share(self._memory.remember, tx, decision)
        except StoreError as error:
            log.error("store.error", doing="remember the thread", reason=error.reason, id=tx.id)
            return troubled(tx, config, "store")
        return decision

    async def _carry(self, sending: Sending, upstream: Upstream, story: Story) -> Outcome:
        """Send, hold or refuse as decided; trouble becomes its reply."""
        try:
            return await self.carrier.carry(sending, upstream, story)
        except HopError as error:
            log.warning("hop.lost", id=sending.tx.id, uncertain=error.uncertain)
            return Outcome(error.reply)
        except CannotSign as error:
            log.error("tx.error", id=sending.tx.id, why=error.why)
            await reset(upstream)
            return Outcome(reply.LOCAL_ERROR)
        except StoreError as error:
            log.error("store.error", doing="hold", reason=error.reason, id=sending.tx.id)
            await reset(upstream)
            return Outcome(reply.NO_SPACE if error.reason == "full" else reply.LOCAL_ERROR)

    async def _settle(self, tx: Transaction, decision: Decision, outcome: Outcome) -> None:
        """Tell the ledger how it ended. The mail's fate is sealed already, so trouble is only logged."""
        if decision.verdict.name is VerdictName.NONE and decision.thread is None:
            return
        try:
            await self._store.share(
                self._memory.settle, tx, decision, kept=outcome.kept, sent=outcome.reached
            )
        except StoreError as error:
            log.error("store.error", doing="settle the thread", reason=error.reason, id=tx.id)
        except Exception as error:
            # Whatever this is, the client must hear what became of its mail.
            log.error("tx.error", id=tx.id, exc_info=error)
