"""The conversation this mail continues, as the ledger knows it: `thread`.

A thread that is dismissed, unknown, or about no order says nothing. One hit for each
order of the thread, the first with the weight.
"""

from collections.abc import Iterable, Sequence

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.words import Facts, Hit, Thread, VerdictName

WEIGHT = 3.0
INHERITED = (VerdictName.OFFCHANNEL, VerdictName.MIXED, VerdictName.RELAY)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """The verdict the thread hands on."""
    thread = facts.thread
    if not isinstance(thread, Thread) or thread.dismissed or thread.verdict not in INHERITED:
        return
    if thread.marketplace not in {pack.name for pack in packs}:
        return
    said = f"thread {thread.id}: {thread.verdict.value}"
    for number, order in enumerate(thread.orders or (None,)):
        yield Hit("thread", 0.0 if number else WEIGHT, thread.marketplace, order, said)
