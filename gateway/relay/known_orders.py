"""The imported orders that a mail has to do with: it names one, or it is from or to a buyer.

A number is looked up only in mail that comes in, and counts only where it is long
enough to be nobody else's, or comes from the buyer himself. Where nothing was ever
imported this costs one quick look. Synchronous; StoreError on trouble.
"""

from collections.abc import Sequence
from typing import Final

import re2

from gateway.mail.envelope import Transaction
from gateway.signals.tokens import normal
from gateway.store.aliases import split
from gateway.store.database import Store
from gateway.store.orders import Orders
from gateway.words import Bought, Direction

MOST: Final = 40
"""Numbers of one mail that are looked up: the first ones."""

LOOKED: Final = 64 * 1024
"""Characters of a mail in which numbers are looked for."""

DIGITS: Final = 8
"""Digits from which a number that stands alone can be nobody else's order."""

_NUMBER: Final = re2.compile(r"[0-9A-Za-z-]*[0-9][0-9A-Za-z-]*[0-9][0-9A-Za-z-]*[0-9][0-9A-Za-z-]*")


class KnownOrders:
    """The imported orders of one store."""

    def __init__(self, store: Store) -> None:
        self._orders = Orders(store)

    def none(self) -> bool:
        """Whether there surely is none; asked at once, in the caller's thread."""
        return self._orders.none_at_once()

    def of(self, tx: Transaction, private: Sequence[str], relays: Sequence[str]) -> tuple[Bought, ...]:
        """Those of the mail; `private` and `relays` are the addresses of its other side."""
        if self.none() or self._orders.is_empty():
            return ()
        named = numbers(tx) if tx.direction is Direction.INBOUND else frozenset()
        aliases = {split(one)[0] for one in relays}
        found = list[Bought]()
        for each in self._orders.matching(sorted(named), private, relays):
            theirs = each.buyer in private or each.alias in aliases
            told = each.order in named and (theirs or sum(map(str.isdigit, each.order)) >= DIGITS)
            if told or theirs:
                found.append(Bought(each.marketplace, each.order, told, theirs, each.ordered_at))
        return tuple(sorted(found, key=lambda one: not one.named))


def numbers(tx: Transaction) -> frozenset[str]:
    """Everything in subject and text that may be an order's number, as written and in both cases."""
    text = normal(f"{tx.message.subject}\n{tx.message.visible}"[:LOOKED])
    found = dict.fromkeys(token.strip("-") for token in _NUMBER.findall(text))
    short = [token for token in found if 4 <= len(token) <= 64][:MOST]
    return frozenset(each for token in short for each in (token, token.upper(), token.lower()))
