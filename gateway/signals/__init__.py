"""What we notice in a mail: one file a signal, this is the menu.

A signal is `hits(tx, facts, packs, config) -> Iterable[Hit]`; it decides nothing, never
raises whatever the bytes are, and takes time linear in the text. A new signal is one
file, one line below and one golden case.
"""

from typing import Final

from gateway.config.models import Config
from gateway.mail.envelope import Transaction
from gateway.signals import (
    attachment_name,
    authentication,
    automatic,
    buyer_memory,
    dual_channel,
    forwarded,
    imported_order,
    legal,
    lookalike,
    negative,
    order_number,
    own_footer,
    own_shop,
    phrase,
    relay_domain,
    sender_domain,
    thread,
)
from gateway.words import Facts, Hit

SIGNALS: Final = (
    automatic.hits,
    relay_domain.hits,
    sender_domain.hits,
    authentication.hits,
    lookalike.hits,
    order_number.hits,
    phrase.hits,
    attachment_name.hits,
    forwarded.hits,
    thread.hits,
    buyer_memory.hits,
    imported_order.hits,
    dual_channel.hits,
    own_shop.hits,
    own_footer.hits,
    negative.hits,
    legal.hits,
)


def notice(tx: Transaction, facts: Facts, config: Config) -> tuple[Hit, ...]:
    """All hits of all signals, in the order of the menu, weights as the configuration wants them.

    All packs are looked for: `company.marketplaces` says which may hold or footer, not which are noticed.
    """
    factors = config.policy.verdict.signals
    found = [hit for signal in SIGNALS for hit in signal(tx, facts, config.packs, config)]
    if not factors:
        return tuple(found)
    return tuple(_weighed(hit, factors) for hit in found if _factor(hit, factors))


def _factor(hit: Hit, factors: dict[str, float]) -> float:
    return factors.get(hit.signal, factors.get(hit.signal.partition(":")[0], 1.0))


def _weighed(hit: Hit, factors: dict[str, float]) -> Hit:
    return Hit(hit.signal, hit.weight * _factor(hit, factors), hit.marketplace, hit.order, hit.evidence)
