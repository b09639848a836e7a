"""A buyer whom we know, and no conversation that this mail continues: `buyer_memory`.

It says who somebody is, not what he writes about: by itself it makes no verdict, beside
strong hints it is one more.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.words import Facts, Hit, Thread

WEIGHT: Final = 0.5


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit where the ledger knows the correspondent by memory alone."""
    thread = facts.thread
    if facts.by == "memory" and isinstance(thread, Thread):
        since = f", last on {thread.last_seen:%Y-%m-%d}" if thread.last_seen else ""
        said = f"this address wrote about a marketplace order{since} (thread {thread.id})"
        yield Hit("buyer_memory", WEIGHT, thread.marketplace, None, said)
