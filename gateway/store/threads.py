"""How threads lie in the tables: a row, its orders and parties, the message ids that lead to it.

The functions work inside the caller's transaction; what they decide is decided in
`merge` (what a thread is after one more mail) and `joining` (which thread it is).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from gateway.store.held import folded
from gateway.store.schema import message, thread, thread_order, thread_party
from gateway.words import Confidence, Direction, Legal, Thread, VerdictName

_HASHES = message.c.hash.in_(bindparam("hashes", expanding=True))
_LINKED = select(message.c.hash, message.c.own).where(_HASHES)
_GET = select(thread).where(thread.c.id == bindparam("item"))


def known(connection: Connection, item: str) -> Thread | None:
    """The confirmed thread with this id."""
    row = connection.execute(_GET, {"item": item}).first()
    return None if row is None else thread_of(row)


def write(connection: Connection, new: Thread, known: Thread | None) -> None:
    """Write a thread: as a new one, or over what was `known` of it."""
    values = {
        "verdict": new.verdict.value,
        "confidence": new.confidence and new.confidence.value,
        "marketplace": new.marketplace,
        "orders": new.orders,
        "legal": new.legal and new.legal.value,
        "correspondents": new.correspondents,
        "language": new.language,
        "footers": new.footers,
        "dismissed": new.dismissed,
        "last_seen": new.last_seen,
    }
    if known is None:
        connection.execute(insert(thread), {"id": new.id, **values})
    else:
        connection.execute(update(thread).where(thread.c.id == new.id).values(values))
    orders = [one for one in new.orders if known is None or one not in known.orders]
    if orders:
        connection.execute(insert(thread_order), [{"order": one, "thread": new.id} for one in orders])
    parties = [one for one in new.correspondents if known is None or one not in known.correspondents]
    if parties:
        connection.execute(insert(thread_party), [{"address": one, "thread": new.id} for one in parties])


def link(
    connection: Connection,
    item: str,
    own: list[bytes],
    references: Iterable[bytes],
    direction: Direction,
    at: datetime,
) -> None:
    """Tie message ids to a thread. The first thread keeps an id, unless it only referred to it."""
    wanted = {**dict.fromkeys(references, False), **dict.fromkeys(own, True)}
    if not wanted:
        return
    known = {row.hash: row.own for row in connection.execute(_LINKED, {"hashes": list(wanted)})}
    taken = [one for one, is_own in wanted.items() if is_own and known.get(one) is False]
    if taken:
        connection.execute(delete(message).where(_HASHES), {"hashes": taken})
    fresh = [
        {"hash": one, "thread": item, "own": is_own, "direction": direction.value, "at": at}
        for one, is_own in wanted.items()
        if one not in known or one in taken
    ]
    if fresh:
        connection.execute(insert(message), fresh)


def thread_of(row: Any) -> Thread:
    """A row of the table (or of a join with it) as a value."""
    return Thread(
        id=row.id,
        verdict=VerdictName(row.verdict),
        confidence=row.confidence and Confidence(row.confidence),
        marketplace=row.marketplace,
        orders=tuple(row.orders),
        legal=row.legal and Legal(row.legal),
        correspondents=tuple(row.correspondents),
        language=row.language,
        footers=row.footers,
        confirmed=True,
        dismissed=row.dismissed,
        last_seen=row.last_seen,
    )


def to_seed(seed: Thread) -> dict[str, Any]:
    """What a mail on its way would teach, as a small record."""
    people = tuple(dict.fromkeys(folded(one) for one in seed.correspondents))
    return {
        "id": seed.id,
        "verdict": seed.verdict.value,
        "confidence": seed.confidence and seed.confidence.value,
        "marketplace": seed.marketplace,
        "orders": tuple(dict.fromkeys(seed.orders)),
        "legal": seed.legal and seed.legal.value,
        "correspondents": people,
        "language": seed.language,
        "footers": seed.footers,
        "dismissed": seed.dismissed,
    }


def from_seed(seed: dict[str, Any]) -> Thread:
    """The record of `to_seed` as a thread that is not confirmed."""
    return Thread(
        id=seed["id"],
        verdict=VerdictName(seed["verdict"]),
        confidence=seed["confidence"] and Confidence(seed["confidence"]),
        marketplace=seed["marketplace"],
        orders=tuple(seed["orders"]),
        legal=seed["legal"] and Legal(seed["legal"]),
        correspondents=tuple(seed["correspondents"]),
        language=seed["language"],
        footers=seed["footers"],
        confirmed=False,
        dismissed=seed["dismissed"],
    )
