"""The conversation this mail continues, as the ledger knows it: `thread`, and `thread:suspect`.

A thread that is dismissed, unknown, or about no order says nothing. One hit for each
order of the thread, the first with the weight. What a pretender began is suspect only
for those who took part in it: a reference is what the sender writes. Internal mail continues nothing.
"""

from collections.abc import Iterable, Sequence

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals.reading import internal
from gateway.words import Direction, Facts, Hit, Thread, VerdictName

WEIGHT = 3.0
INHERITED = (VerdictName.OFFCHANNEL, VerdictName.MIXED, VerdictName.RELAY)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """The verdict the thread hands on."""
    thread = facts.thread
    if facts.by == "memory":
        return  # who somebody is, not what he continues
    if tx.direction is Direction.INBOUND and internal(tx, config):
        return  # a colleague's word about a buyer's mail is the company's own
    if isinstance(thread, Thread) and thread.verdict is VerdictName.SUSPECT and not thread.dismissed:
        if tx.direction is Direction.OUTBOUND or _takes_part(tx, thread):
            yield Hit("thread:suspect", WEIGHT, thread.marketplace, None, f"thread {thread.id}: suspect")
        return
    if not isinstance(thread, Thread) or thread.dismissed or thread.verdict not in INHERITED:
        return
    if thread.marketplace not in {pack.name for pack in packs}:
        return
    said = f"thread {thread.id}: {thread.verdict.value}"
    for number, order in enumerate(thread.orders or (None,)):
        yield Hit("thread", 0.0 if number else WEIGHT, thread.marketplace, order, said)


def _takes_part(tx: Transaction, thread: Thread) -> bool:
    return any(box.folded in thread.correspondents for box in tx.message.from_)
