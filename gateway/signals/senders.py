"""Whose mail this is: From, Reply-To and envelope sender, seen through Apple's forwarding.

Apple's Hide My Email wraps a sender as `local_at_domain_id@privaterelay.appleid.com`;
what is wrapped is what counts. Never raises.
"""

import re
from collections.abc import Iterable
from typing import Final

from gateway.mail.address import Mailbox, mailboxes
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message

_WRAPPED: Final = re.compile(
    r"(?P<local>.{1,64})_at_(?P<domain>[a-z0-9_-]{3,200}?)_[a-z0-9]{6,}(?:_[a-z0-9]{4,})?@privaterelay\.appleid\.com",
    re.IGNORECASE,
)
_MOST: Final = 20


def unwrapped(box: Mailbox) -> Mailbox:
    """The mailbox behind Apple's forwarding, or the mailbox itself."""
    found = _WRAPPED.fullmatch(box.address[:320])
    if not found:
        return box
    return Mailbox(box.name, f"{found['local']}@{found['domain'].replace('_', '.')}")


def addresses(boxes: Iterable[Mailbox]) -> tuple[Mailbox, ...]:
    """The mailboxes with an address, unwrapped; at most 20."""
    return tuple(unwrapped(box) for box in boxes if "@" in box.address)[:_MOST]


def reply_to(message: Message) -> tuple[Mailbox, ...]:
    """The mailboxes of Reply-To."""
    return addresses(mailboxes(message.get("reply-to") or ""))


def senders(tx: Transaction) -> tuple[tuple[str, Mailbox], ...]:
    """All who send this mail, each with the place: `From`, `Reply-To`, `envelope sender`."""
    found = [("From", box) for box in addresses(tx.message.from_)]
    found += [("Reply-To", box) for box in reply_to(tx.message)]
    envelope = tx.envelope.mail_from.address
    if "@" in envelope:
        found.append(("envelope sender", unwrapped(Mailbox("", envelope))))
    return tuple(found)
