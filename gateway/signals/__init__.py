"""What we notice in a mail: one file a signal, this is the menu.

A signal is `hits(tx, facts, packs, config) -> Iterable[Hit]`; it decides nothing, never
raises whatever the bytes are, and takes time linear in the text. A new signal is one
file, one line below and one golden case.
"""

from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import (
    automatic,
    forwarded,
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
from gateway.signals.reading import remembered
from gateway.words import Facts, Hit

SIGNALS: Final = (
    automatic.hits,
    relay_domain.hits,
    sender_domain.hits,
    lookalike.hits,
    order_number.hits,
    phrase.hits,
    forwarded.hits,
    thread.hits,
    own_shop.hits,
    own_footer.hits,
    negative.hits,
    legal.hits,
)


@remembered
def active(config: Config) -> tuple[Pack, ...]:
    """The packs of the marketplaces this company sells on: all, or those of `company.marketplaces`."""
    chosen = config.gateway.company.marketplaces
    return config.packs if chosen is None else tuple(pack for pack in config.packs if pack.name in chosen)


def notice(tx: Transaction, facts: Facts, config: Config) -> tuple[Hit, ...]:
    """All hits of all signals, in the order of the menu, weights as the configuration wants them."""
    packs, factors = active(config), config.policy.verdict.signals
    found = [hit for signal in SIGNALS for hit in signal(tx, facts, packs, config)]
    if not factors:
        return tuple(found)
    return tuple(_weighed(hit, factors) for hit in found if _factor(hit, factors))


def _factor(hit: Hit, factors: dict[str, float]) -> float:
    return factors.get(hit.signal, factors.get(hit.signal.partition(":")[0], 1.0))


def _weighed(hit: Hit, factors: dict[str, float]) -> Hit:
    return Hit(hit.signal, hit.weight * _factor(hit, factors), hit.marketplace, hit.order, hit.evidence)
