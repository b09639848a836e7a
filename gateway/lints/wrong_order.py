"""The reply names an order that is not the one of this conversation.

Its orders are those the ledger knows and those of the quoted history; where it knows none,
those of the subject too. Without any the check is silent.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints import orders
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "wrong_order"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "check the order number"


def findings(reply: Reply) -> Iterator[Found]:
    """Each order number of this marketplace that belongs to another conversation."""
    if reply.pack is None:
        return
    told = list(orders.cited(reply.text, reply.pack))
    if not told:
        return
    known = list(reply.thread.orders) if reply.thread else []
    known += [found.order for found in orders.cited(reply.quoted, reply.pack)]
    if not known and reply.message:
        known = [found.order for found in orders.cited(reply.message.subject, reply.pack)]
    last = -1
    for found in sorted(told):
        if known and found.start >= last and not any(orders.same(found.order, order) for order in known):
            yield Found(found.start, found.end, fix=f"{FIX}: this conversation is about {known[0]}")
            last = found.end
