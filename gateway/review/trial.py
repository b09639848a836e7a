"""The daemon's own decision on a mail, without its being sent or remembered: for the desk.

A pasted mail (`tried`), or a held one looked at once more (`again`). Synchronous, as
the store is, which is only read.
"""

from dataclasses import dataclass

import structlog

from gateway.evidence.transactions import Options, transaction_of
from gateway.mail import edit
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.policy.decision import Decision, RecipientDecision, decide_always
from gateway.relay.memory import Memory, answered_ids
from gateway.review.copies import transaction
from gateway.review.desk import Desk
from gateway.store.database import StoreError
from gateway.store.held import BodyErased, Held
from gateway.store.holds import Holds
from gateway.store.settings import Settings
from gateway.words import UNKNOWN, Facts

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Trial:
    """A mail and the decision on it."""

    tx: Transaction
    decision: Decision

    def texts(self, copy: RecipientDecision) -> tuple[str, str]:
        """What this recipient would read: as the author wrote it, and as the decision changes it."""
        raw = self.tx.message.raw
        after = Message(edit.apply(raw, copy.splices)) if copy.splices else self.tx.message
        return self.tx.message.visible, after.visible


def tried(desk: Desk, raw: bytes, options: Options) -> Trial:
    """The decision on a mail as somebody pasted it. Raises Unreadable."""
    return _decided(desk, transaction_of(raw, options, desk.config(), desk.now()))


def again(desk: Desk, held: Held) -> Trial | None:
    """The decision that a held mail would get now; None once its body was removed. Raises StoreError."""
    try:
        body = Holds(desk.store).body(held.id)
    except BodyErased:
        return None
    return _decided(desk, transaction(held, body))


def _decided(desk: Desk, tx: Transaction) -> Trial:
    config = desk.config()
    try:
        facts = Memory(desk.store, lambda: config).facts(tx, Settings(desk.store).mode(desk.now()))
    except StoreError:
        facts = Facts(thread=UNKNOWN if answered_ids(tx) else None)
    decision, error = decide_always(tx, facts, config)
    if error is not None:
        log.error("desk.error", path="trial", id=tx.id, exc_info=error)
    return Trial(tx, decision)
