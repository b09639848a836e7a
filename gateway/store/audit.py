"""The audit chain: what was done to which mail, when, in an order nobody can change unseen.

Each row holds the hash of the row before it; `meta` holds number and hash of the
last one, so a row cut off at the end is missed too. The chain has ids, verbs,
times and keyed hashes of names only, nothing that would ever have to be erased.
It proves that no row was changed by hand, not that nobody wrote a whole new chain.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from gateway.store.database import Store
from gateway.store.schema import audit, meta

GATEWAY: Final = "gateway"
"""The `who` of what the program does by itself."""

START: Final = bytes(32)
"""The `prev` of the first row."""

KEY: Final = "audit_key"
"""The name in `meta` of the key that hides names."""

_HEAD = "audit_head"
_GAP = 1000
_STATE = select(meta.c.name, meta.c.value).where(meta.c.name.in_((KEY, _HEAD))).with_for_update()
_ADD = insert(audit)
_MOVE = update(meta).where(meta.c.name == _HEAD).values(value=bindparam("head"))
_ROWS = select(audit).order_by(audit.c.seq).execution_options(yield_per=1000)


@dataclass(frozen=True, slots=True)
class Link:
    """What a link of the chain tells without its key: when, and what was done."""

    at: datetime
    verb: str


def append(connection: Connection, verb: str, subject: str, who: str, at: datetime) -> None:
    """Add one link inside the caller's write transaction: it is there if and only if the change is.

    `subject` is the id of what was changed, `who` a user's name or GATEWAY; only a keyed hash of it is kept.
    """
    state = {row.name: row.value for row in connection.execute(_STATE)}
    if KEY not in state:
        state = {KEY: secrets.token_bytes(32), _HEAD: _head(0, START)}
        connection.execute(insert(meta), [{"name": name, "value": value} for name, value in state.items()])
    seq, prev = int.from_bytes(state[_HEAD][:8]) + 1, state[_HEAD][8:]
    name = keyed(state[KEY], who)
    link = _link(seq, at, verb, subject, name, prev)
    connection.execute(
        _ADD,
        {"seq": seq, "at": at, "verb": verb, "subject": subject, "who": name, "prev": prev, "hash": link},
    )
    connection.execute(_MOVE, {"head": _head(seq, link)})


def keyed(key: bytes, who: str) -> bytes:
    """The 16 bytes that stand for a name in the chain; `key` is the chain's own."""
    return digest16(who.encode("utf-8", "replace"), key)


def digest16(value: bytes, key: bytes = b"") -> bytes:
    """16 bytes that stand for a value: blake2b, with a key where the value could be guessed."""
    return hashlib.blake2b(value, key=key, digest_size=16).digest()


def verify(store: Store) -> list[int]:
    """The numbers of all rows that are changed, missing or out of order; empty: the chain holds.

    Of a gap at most its first thousand numbers are named. Raises StoreError.
    """
    with store.read() as connection:
        head = connection.execute(select(meta.c.value).where(meta.c.name == _HEAD)).scalar()
        return list(_broken(connection.execute(_ROWS), head or _head(0, START)))


def history(store: Store, subject: str) -> list[Link]:
    """What was done to one subject, in the order of the chain. Raises StoreError."""
    wanted = select(audit.c.at, audit.c.verb).where(audit.c.subject == subject).order_by(audit.c.seq)
    with store.read() as connection:
        return [Link(row.at, row.verb) for row in connection.execute(wanted)]


def _broken(rows: Iterable[Any], head: bytes) -> Iterator[int]:
    seq, prev = 0, START
    for row in rows:
        gap = row.seq > seq + 1
        yield from range(seq + 1, min(row.seq, seq + 1 + _GAP))
        sound = row.hash == _link(row.seq, row.at, row.verb, row.subject, row.who, row.prev)
        if not sound or (row.prev != prev and not gap):
            yield row.seq
        seq, prev = row.seq, row.hash
    last = int.from_bytes(head[:8])
    if last < seq or (last == seq and head[8:] != prev):
        yield seq
    yield from range(seq + 1, min(last, seq + _GAP) + 1)


def _head(seq: int, link: bytes) -> bytes:
    return seq.to_bytes(8) + link


def _link(seq: int, at: datetime, verb: str, subject: str, who: bytes, prev: bytes) -> bytes:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    fields = (str(seq).encode(), moment.encode(), verb.encode(), subject.encode(), who, prev)
    digest = hashlib.sha256()
    for field in fields:  # each with its length, so that no two rows read the same
        digest.update(len(field).to_bytes(4) + field)
    return digest.digest()
