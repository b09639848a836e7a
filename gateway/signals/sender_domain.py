"""The marketplace's own mail: `sender_domain`.

From (or the envelope sender, if there is no From) is under a pack's sender domains, or
a no-reply address of its relay domain. Addresses of another business of the same
owner (`other_senders`: cloud, video) are `sender_domain:other` and speak against.
"""

from collections.abc import Iterable, Sequence

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import under
from gateway.mail.envelope import Transaction
from gateway.signals.senders import senders, senders_packs
from gateway.words import Facts, Hit

WEIGHT = 10.0


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for the first such address of each pack."""
    found = senders(tx)
    has_from = any(field == "From" for field, _ in found)
    for pack in senders_packs(tx, packs):
        for field, box in found:
            if field == "Reply-To" or (field == "envelope sender" and has_from):
                continue
            if not under(box.domain, (*pack.sender_domains, *pack.relay_domains)):
                continue
            said = f"{field}: {box.address}"[:200]
            if any(compiled(pattern, True).search(box.address) for pattern in pack.other_senders):
                yield Hit("sender_domain:other", -WEIGHT, None, None, said)
            elif not pack.relays(box.address):
                yield Hit("sender_domain", WEIGHT, pack.name, None, said)
            break
