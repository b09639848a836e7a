"""The conversation is about an order, and neither the subject, the new text nor the quote names it."""

from collections.abc import Iterator
from typing import Final

from gateway.lints import orders
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "missing_order"
SEVERITY: Final = Severity.WARN


def findings(reply: Reply) -> Iterator[Found]:
    """One find if no order of the conversation is named; a wrong one is `wrong_order`."""
    if reply.thread is None or not reply.thread.orders or reply.message is None or reply.pack is None:
        return
    places = (reply.message.subject, reply.text, reply.twin, reply.quoted)
    told = [orders.compact(place) for place in places]
    known = [orders.compact(order) for order in reply.thread.orders]
    if any(order in place for order in known for place in told):
        return
    if next(orders.cited(reply.text, reply.pack), None) is None:
        order = reply.thread.orders[0]
        yield Found(shown=f"order {order} is not named", fix=f"add the order number {order}")
