"""A read receipt is asked for: it would have to be sent to our address, which the marketplace hides."""

from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "read_receipt"
SEVERITY: Final = Severity.WARN

_FIELDS: Final = ("Disposition-Notification-To", "Return-Receipt-To", "X-Confirm-Reading-To")


def findings(reply: Reply) -> Iterator[Found]:
    """The first field that asks for one."""
    for name in _FIELDS:
        value = reply.message.get(name) if reply.message else None
        if value:
            yield Found(shown=f"{name}: {value}", fix="send without asking for a read receipt")
            return
