"""Orders from the marketplaces' reports: who bought, and the relay alias he writes through.

Order ids come in their normal form, addresses are folded, of an alias what stands
behind "+" is left out. Adding an order again changes nothing but what was not known
before, so that a report can be imported twice. StoreError on trouble.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from gateway.store.aliases import split
from gateway.store.database import Store
from gateway.store.held import folded
from gateway.store.schema import purchase

BATCH: Final = 500
"""Orders of one transaction: few enough that mail under way does not wait for an import."""

MOST: Final = 50
"""Orders of one address that are looked at: the latest ones."""

_KNOWN = select(purchase).where(purchase.c.order.in_(bindparam("orders", expanding=True)))
_FIND = select(purchase).where(
    purchase.c.order == bindparam("wanted"), purchase.c.marketplace == bindparam("market")
)
LATEST: Final = select(purchase).order_by(
    purchase.c.ordered_at.desc(), purchase.c.imported_at.desc(), purchase.c.order
)
_OF = LATEST.where(or_(purchase.c.buyer == bindparam("buyer"), purchase.c.alias == bindparam("alias"))).limit(
    MOST
)
_FIRST = select(purchase.c.order).limit(1)
_MATCHING = LATEST.where(
    or_(
        purchase.c.order.in_(bindparam("orders", expanding=True)),
        purchase.c.buyer.in_(bindparam("buyers", expanding=True)),
        purchase.c.alias.in_(bindparam("aliases", expanding=True)),
    )
).limit(MOST)
_LEARN = (
    update(purchase)
    .where(purchase.c.order == bindparam("wanted"), purchase.c.marketplace == bindparam("market"))
    .values(buyer=bindparam("who"), alias=bindparam("through"), ordered_at=bindparam("then"))
)


@dataclass(frozen=True, slots=True)
class Purchase:
    """One order. `buyer` is a private address, `alias` a relay alias; either may be unknown."""

    marketplace: str
    order: str
    buyer: str | None = None
    alias: str | None = None
    ordered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """How many of the orders given were new, and how many were known already."""

    new: int = 0
    known: int = 0


class Orders:
    """The orders of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, rows: Iterable[Purchase], at: datetime) -> Added:
        """Add orders, one transaction a batch. A known order only learns what it did not tell yet."""
        left, new, known = iter(rows), 0, 0
        while batch := list(islice(left, BATCH)):
            with self._store.begin() as connection:
                fresh = _add(connection, [_normal(row) for row in batch], at)
            new, known = new + fresh, known + len(batch) - fresh
        return Added(new, known)

    def find(self, marketplace: str, order: str) -> Purchase | None:
        """The order with this id, in its normal form."""
        with self._store.read() as connection:
            row = connection.execute(_FIND, {"wanted": order, "market": marketplace}).first()
        return None if row is None else of_row(row)

    def of(self, address: str) -> tuple[Purchase, ...]:
        """The orders of this buyer, by his private address or by his alias: the latest 50, newest first."""
        values = {"buyer": folded(address), "alias": split(address)[0]}
        with self._store.read() as connection:
            return tuple(of_row(row) for row in connection.execute(_OF, values))

    def is_empty(self) -> bool:
        """Whether no order was ever imported: then nobody has to look for any."""
        with self._store.read() as connection:
            return connection.execute(_FIRST).first() is None

    def none_at_once(self) -> bool:
        """Whether there surely is none, said at once in the caller's thread. Never raises."""
        return self._store.glance("SELECT 1 FROM purchase LIMIT 1", []) is False

    def matching(
        self, numbers: Sequence[str], buyers: Sequence[str] = (), relays: Sequence[str] = ()
    ) -> tuple[Purchase, ...]:
        """The orders with one of these numbers (normal form) or of one of these addresses: the latest 50."""
        values = {
            "orders": sorted(set(numbers)),
            "buyers": sorted({folded(one) for one in buyers}),
            "aliases": sorted({split(one)[0] for one in relays}),
        }
        if not any(values.values()):
            return ()
        with self._store.read() as connection:
            return tuple(of_row(row) for row in connection.execute(_MATCHING, values))

    def alias_of(self, marketplace: str, order_or_address: str) -> str | None:
        """The relay alias of an order's buyer, or of the private address of one; None if it is not known."""
        if "@" in order_or_address:
            mine = (one for one in self.of(order_or_address) if one.marketplace == marketplace)
            return next((one.alias for one in mine if one.alias), None)
        found = self.find(marketplace, order_or_address)
        return found.alias if found else None


def of_row(row: Any) -> Purchase:
    """A row of the table as a value."""
    return Purchase(row.marketplace, row.order, row.buyer, row.alias, row.ordered_at)


def _normal(row: Purchase) -> Purchase:
    alias = split(row.alias)[0] if row.alias else None
    return replace(row, buyer=folded(row.buyer) if row.buyer else None, alias=alias)


def _add(connection: Connection, batch: list[Purchase], at: datetime) -> int:
    """Write one batch; returns how many of its orders were new."""
    rows = connection.execute(_KNOWN, {"orders": sorted({row.order for row in batch})})
    before = {(row.marketplace, row.order): of_row(row) for row in rows}
    after = dict(before)
    for row in batch:
        key = row.marketplace, row.order
        after[key] = _filled(after[key], row) if key in after else row
    fresh = [row for key, row in after.items() if key not in before]
    for key, row in after.items():
        if key in before and row != before[key]:
            connection.execute(_LEARN, {**_key(row), **_values(row)})
    if fresh:
        connection.execute(insert(purchase), [{**_row(row), "imported_at": at} for row in fresh])
    return len(fresh)


def _filled(known: Purchase, row: Purchase) -> Purchase:
    """What is known of an order after one more line about it: the newer address, no knowledge lost."""
    return replace(
        known,
        buyer=row.buyer or known.buyer,
        alias=row.alias or known.alias,
        ordered_at=row.ordered_at or known.ordered_at,
    )


def _row(row: Purchase) -> dict[str, Any]:
    return {
        "marketplace": row.marketplace,
        "order": row.order,
        "buyer": row.buyer,
        "alias": row.alias,
        "ordered_at": row.ordered_at,
    }


def _key(row: Purchase) -> dict[str, Any]:
    return {"wanted": row.order, "market": row.marketplace}


def _values(row: Purchase) -> dict[str, Any]:
    return {"who": row.buyer, "through": row.alias, "then": row.ordered_at}
