"""What follows from a mail that went out: the desk's entry of a rule that notifies, the author's hint.

Both come after the next hop's 2xx, so neither tells of a mail that did not go. The mail is
sealed by then: trouble with the store is logged and changes nothing for the client.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from gateway.policy.decision import RecipientDecision
from gateway.relay.outcome import Outcome
from gateway.relay.sending import Sending, author_of, held_mail, whole
from gateway.store.database import Store, StoreError
from gateway.store.holds import Holds
from gateway.words import ActionName, HeldState

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Redacted:
    """Contact data were taken out of a mail: what its author is to be told.

    `lines` are the lines of the signature as they were, `message_id` that of the mail or None.
    """

    author: str
    lines: tuple[str, ...]
    recipients: tuple[str, ...]
    subject: str
    message_id: str | None
    at: datetime


class Afterwards:
    """Does what is to follow. `on_redacted` hears of every mail that was cut, before our 250:
    whoever dies in between is given the mail again."""

    def __init__(self, store: Store, new_held_id: Callable[[], str]) -> None:
        self._store = store
        self._holds = Holds(store)
        self._new_held_id = new_held_id
        self.on_redacted: Callable[[Redacted], Awaitable[None]] | None = None

    async def follow(self, sending: Sending, outcome: Outcome) -> None:
        """See to everything that follows from this outcome. Never raises."""
        try:
            await self._follow(sending, outcome)
        except Exception as error:
            log.error("tx.error", id=sending.tx.id, exc_info=error)

    async def _follow(self, sending: Sending, outcome: Outcome) -> None:
        sent = [item for item in sending.decision.recipients if item.target.folded in outcome.reached]
        notified = [item for item in sent if ActionName.NOTIFY in item.actions]
        if notified:
            await self._enter(sending, notified, outcome)
        cut = [item for item in sent if item.removed]
        author = author_of(sending) if cut else ""
        if author and self.on_redacted is not None:
            message = sending.tx.message
            await self.on_redacted(
                Redacted(
                    author,
                    tuple(dict.fromkeys(line for item in cut for line in item.removed)),
                    tuple(item.target.address for item in cut),
                    message.subject[:500],
                    message.message_id,
                    sending.tx.at,
                )
            )

    async def _enter(self, sending: Sending, items: list[RecipientDecision], outcome: Outcome) -> None:
        """The desk's entry: a mail nobody has to decide on, whose recipients have their copy."""
        entry = held_mail(sending, items, self._new_held_id(), HeldState.SENT, sending.fingerprint)
        reply = str(outcome.reply)
        people = tuple(replace(one, reply=reply, release_as="original") for one in entry.recipients)
        try:
            await self._store.call(
                self._holds.note, replace(entry, recipients=people), whole(sending), sending.tx.at
            )
            log.info("desk.notified", id=sending.tx.id, held=entry.id, rule=entry.rule)
        except StoreError as error:
            log.error("store.error", doing="note a mail for the desk", reason=error.reason, id=sending.tx.id)
