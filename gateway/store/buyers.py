"""Buyer memory: private addresses that wrote about a marketplace order not long ago.

Written when the next hop took such a mail, kept 90 days after the last one. A memory
whose thread was dismissed says nothing. StoreError on trouble.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, update

from gateway.store.database import Store
from gateway.store.held import folded
from gateway.store.schema import buyer, thread
from gateway.store.threads import thread_of
from gateway.words import Thread

MEMORY: Final = timedelta(days=90)
"""How long an address is remembered after the last mail from it."""

PURGED_AT_ONCE: Final = 200
"""Rows of one purge, so that no other writer waits long for it."""

_RECALL = (
    select(thread)
    .join_from(buyer, thread)
    .where(
        buyer.c.address.in_(bindparam("addresses", expanding=True)),
        buyer.c.expires > bindparam("now"),
        thread.c.dismissed.is_(False),
    )
    .order_by(buyer.c.last_seen.desc(), thread.c.id)
    .limit(1)
)
_KNOWN = select(buyer).where(
    buyer.c.thread == bindparam("item"), buyer.c.address.in_(bindparam("addresses", expanding=True))
)
_OF_THREAD = select(buyer.c.address, buyer.c.last_seen, buyer.c.expires).where(
    buyer.c.thread == bindparam("item")
)
_KEEP = (
    update(buyer)
    .where(buyer.c.address == bindparam("who"), buyer.c.thread == bindparam("item"))
    .values(last_seen=bindparam("seen"), expires=bindparam("until"), marketplace=bindparam("market"))
)


@dataclass(frozen=True, slots=True)
class Buyer:
    """What is remembered of one address in one thread: until `expires`, which is after `last_seen`."""

    address: str
    thread: str
    marketplace: str | None
    last_seen: datetime
    expires: datetime


class Buyers:
    """The buyer memory of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, addresses: Sequence[str], at: datetime) -> Thread | None:
        """The latest concerned thread that one of these private addresses wrote in, if it is still known."""
        people = sorted({folded(one) for one in addresses})
        if not people:
            return None
        with self._store.read() as connection:
            row = connection.execute(_RECALL, {"addresses": people, "now": at}).first()
        return None if row is None else thread_of(row)

    def purge(self, at: datetime) -> int:
        """Forget up to 200 memories that have expired at `at`; returns how many. Call it until it gives 0."""
        stale = select(buyer.c.address, buyer.c.thread).where(buyer.c.expires <= at).limit(PURGED_AT_ONCE)
        with self._store.begin() as connection:
            found = [tuple(row) for row in connection.execute(stale)]
            if found:
                connection.execute(delete(buyer).where(tuple_(buyer.c.address, buyer.c.thread).in_(found)))
        return len(found)


def write(connection: Connection, item: Thread, addresses: Iterable[str], at: datetime) -> None:
    """Note, inside the caller's transaction, that these addresses wrote in the concerned thread `item`."""
    seen = dict.fromkeys(addresses, (at, at + MEMORY))
    _write(connection, item, seen)


def move(connection: Connection, old: str, into: Thread) -> None:
    """Let the memories of a thread that became part of another one speak of that."""
    rows = connection.execute(_OF_THREAD, {"item": old}).all()
    _write(connection, into, {row.address: (row.last_seen, row.expires) for row in rows})


def of_row(row: Any) -> Buyer:
    """A row of the table as a value."""
    return Buyer(row.address, row.thread, row.marketplace, row.last_seen, row.expires)


def _write(connection: Connection, item: Thread, seen: dict[str, tuple[datetime, datetime]]) -> None:
    if not seen:
        return
    rows = connection.execute(_KNOWN, {"item": item.id, "addresses": list(seen)})
    known = {row.address: row for row in rows}
    for address, (last, until) in seen.items():
        old = known.get(address)
        if old is None:
            values = {"address": address, "thread": item.id, "marketplace": item.marketplace}
            connection.execute(insert(buyer), {**values, "last_seen": last, "expires": until})
            continue
        values = {"who": address, "item": item.id, "market": item.marketplace}
        moved = {"seen": max(last, old.last_seen), "until": max(until, old.expires)}
        connection.execute(_KEEP, values | moved)
