"""The quoted history is gone, on a marketplace that finds the buyer by marks in it (eBay)."""

from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "quote_missing"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "answer the buyer's message with its text below the answer"


def findings(reply: Reply) -> Iterator[Found]:
    """One find if the mail answers another one and quotes nothing."""
    if reply.pack is None or not reply.pack.quote_required or reply.message is None:
        return
    answers = reply.message.in_reply_to or reply.message.references or reply.thread
    if answers and not reply.has_quote:
        yield Found(shown="no quoted message below the answer", fix=FIX)
