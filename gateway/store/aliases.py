"""Relay aliases: whose they are, and which case they speak of.

Amazon writes `alias+case@marketplace.amazon.de`: the alias is one buyer, what stands
behind "+" is one case of his. Two cases are never one conversation, though alias and
subject repeat. The functions work inside the caller's transaction.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from gateway.store.held import folded
from gateway.store.schema import alias, thread

RECENT: Final = timedelta(days=30)
"""How long mail of an alias without a case belongs to the last conversation with it."""

Relay = tuple[str, str]
"""A relay address taken apart by `split`: alias and case id ("" without one), both folded."""

OF_CASE: Final = (
    select(thread)
    .join_from(alias, thread)
    .where(alias.c.alias == bindparam("alias"), alias.c.case_id == bindparam("case"))
    .order_by(thread.c.last_seen.desc(), thread.c.id)
    .limit(1)
)
OF_ALIAS: Final = (
    select(thread)
    .join_from(alias, thread)
    .where(alias.c.alias == bindparam("alias"), thread.c.last_seen >= bindparam("since"))
    .order_by(thread.c.last_seen.desc(), thread.c.id)
    .limit(1)
)
_OF_THREAD = select(alias.c.alias, alias.c.case_id).where(alias.c.thread == bindparam("item"))


def split(address: str) -> Relay:
    """Alias and case id of a relay address, folded: `A1+X-2@b` is (`a1@b`, `x-2`), `a1@b` is (`a1@b`, "")."""
    local, _, domain = folded(address).rpartition("@")
    name, _, case = local.partition("+")
    return f"{name}@{domain}", case


def write(connection: Connection, item: str, relays: Iterable[Relay]) -> None:
    """Note that the conversation came through these aliases."""
    fresh = dict.fromkeys(relays)
    if not fresh:
        return
    known = of_thread(connection, item)
    rows = [
        {"alias": one, "case_id": case, "thread": item} for one, case in fresh if (one, case) not in known
    ]
    if rows:
        connection.execute(insert(alias), rows)


def of_thread(connection: Connection, item: str) -> frozenset[Relay]:
    """The aliases and cases of a thread."""
    return frozenset((row.alias, row.case_id) for row in connection.execute(_OF_THREAD, {"item": item}))


def apart(known: Iterable[Relay], relays: Sequence[Relay]) -> bool:
    """Whether the two speak of different cases of one alias, and of none in common."""
    cases: dict[str, set[str]] = {}
    for name, case in known:
        if case:
            cases.setdefault(name, set()).add(case)
    mine: dict[str, set[str]] = {}
    for name, case in relays:
        if case and name in cases:
            mine.setdefault(name, set()).add(case)
    return any(mine[name].isdisjoint(cases[name]) for name in mine)
