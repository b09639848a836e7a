"""Buyers on both channels: who writes through the marketplace's relay and privately too.

A conversation through the relay and a private one are the same buyer's where they share
an order, or where the alias and the private address are known to be one person's: by
an imported order, or by an order that both wrote about. Every step is an indexed
look-up. StoreError on trouble.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, bindparam, or_, select, union_all

from gateway.store import aliases
from gateway.store.database import Store
from gateway.store.held import folded
from gateway.store.schema import alias, buyer, purchase, thread, thread_order
from gateway.store.threads import thread_of
from gateway.words import OtherChannel, Thread

WITHIN: Final = timedelta(days=60)
"""How far apart the mails of the two channels may be."""

MOST: Final = 50
"""Orders and addresses of one buyer that are looked at."""

Channel = Literal["private", "relay"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who is looked for: the orders, private addresses and relay addresses of one conversation."""

    orders: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()


def _in(column: Any, name: str) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = column.in_(bindparam(name, expanding=True))
    return condition


_THREADS = union_all(
    select(buyer.c.thread).where(_in(buyer.c.address, "private")),
    select(alias.c.thread).where(_in(alias.c.alias, "relays")),
)
_ORDERS = select(thread_order.c.order).where(_in(thread_order.c.thread, "threads")).limit(MOST)
_BOUGHT = (
    select(purchase.c.order, purchase.c.buyer, purchase.c.alias)
    .where(
        or_(
            _in(purchase.c.order, "orders"),
            _in(purchase.c.buyer, "private"),
            _in(purchase.c.alias, "relays"),
        )
    )
    .limit(MOST)
)
_SHARING = select(thread_order.c.thread).where(_in(thread_order.c.order, "orders"))
_PRIVATE = (
    select(thread, buyer.c.last_seen.label("seen"))
    .join_from(buyer, thread)
    .where(
        or_(buyer.c.thread.in_(_SHARING), _in(buyer.c.address, "private")),
        buyer.c.last_seen.between(bindparam("since"), bindparam("until")),
        thread.c.dismissed.is_(False),
    )
    .order_by(buyer.c.last_seen.desc(), thread.c.id)
    .limit(1)
)
_RELAY = (
    select(thread, thread.c.last_seen.label("seen"))
    .join_from(alias, thread)
    .where(
        or_(alias.c.thread.in_(_SHARING), _in(alias.c.alias, "relays")),
        thread.c.last_seen.between(bindparam("since"), bindparam("until")),
        thread.c.dismissed.is_(False),
    )
    .order_by(thread.c.last_seen.desc(), thread.c.id)
    .limit(1)
)
_PRIVATE_OF = select(buyer.c.address).where(buyer.c.thread == bindparam("item"))
_RELAYS_OF = select(alias.c.alias).where(alias.c.thread == bindparam("item"))


class Channels:
    """The two channels of the buyers of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def other(self, who: Person, channel: Channel, at: datetime) -> OtherChannel | None:
        """The latest conversation of this person on `channel`, no more than 60 days from `at`; else None."""
        private = {folded(one) for one in who.private[:MOST]}
        relays = {aliases.split(one)[0] for one in who.relays[:MOST]}
        mine = set(who.orders[:MOST])
        if not private and not relays and not mine:
            return None
        with self._store.read() as connection:
            found = connection.execute(_THREADS, {"private": [*private], "relays": [*relays]})
            threads = {row.thread for row in found}
            orders = set(mine)
            if threads:
                orders |= {row.order for row in connection.execute(_ORDERS, {"threads": [*threads]})}
            values = {"orders": [*orders], "private": [*private], "relays": [*relays]}
            for row in connection.execute(_BOUGHT, values).all():
                orders.add(row.order)
                private |= {row.buyer} if row.buyer else set()
                relays |= {row.alias} if row.alias else set()
            values = {"orders": [*orders], "private": [*private], "relays": [*relays]}
            times = {"since": at - WITHIN, "until": at + WITHIN}
            wanted = _PRIVATE if channel == "private" else _RELAY
            last: Any = connection.execute(wanted, values | times).first()
        if last is None:
            return None
        there = thread_of(last)
        by: Literal["order", "correspondent"] = (
            "order" if not mine.isdisjoint(there.orders) else "correspondent"
        )
        return OtherChannel(channel, by, there.id, there.marketplace, there.orders, last.seen)

    def beside(self, item: Thread) -> OtherChannel | None:
        """The other channel of a remembered conversation, as of its last mail: the private one where it came
        through a relay, else the relay; None if there is none."""
        with self._store.read() as connection:
            private = tuple(row.address for row in connection.execute(_PRIVATE_OF, {"item": item.id}))
            relays = tuple(row.alias for row in connection.execute(_RELAYS_OF, {"item": item.id}))
        who = Person(item.orders, private, relays)
        if item.last_seen is None or not (private or relays):
            return None
        return self.other(who, "private" if relays else "relay", item.last_seen)
