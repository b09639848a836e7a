"""A buyer's words through the marketplace's own relay: `relay_domain`.

From, Reply-To or the envelope sender is an alias of a pack's `relay` pattern and not a
no-reply address there. Proves nothing about the sender: what was authenticated is
another signal's matter.
"""

from collections.abc import Iterable, Sequence

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals.senders import senders, senders_packs
from gateway.words import Facts, Hit

WEIGHT = 10.0


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for the first alias of each pack."""
    for pack in senders_packs(tx, packs):
        for field, box in senders(tx):
            if pack.relays(box.address):
                yield Hit("relay_domain", WEIGHT, pack.name, None, f"{field}: {box.address}"[:200])
                break
