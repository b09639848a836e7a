"""What the store keeps of a concerned mail that passes: the fields that people read, and its text."""

from typing import Final

from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.store.texts import KeptText, cut

FIELDS: Final = ("from", "to", "cc", "reply-to", "date", "subject", "message-id", "in-reply-to")
"""Header fields that are shown to people, in this order."""

LONGEST: Final = 2000
"""Characters of a field that are kept."""


def kept_text(tx: Transaction) -> KeptText:
    """Fields and displayable text of a mail, at most what the store keeps. Never raises."""
    return KeptText(tx.at, tx.direction, fields(tx.message), cut(tx.message.visible))


def fields(message: Message) -> tuple[tuple[str, str], ...]:
    """The fields that people read, decoded, each cut to LONGEST characters."""
    return tuple((name, value[:LONGEST]) for name in FIELDS for value in message.get_all(name))
