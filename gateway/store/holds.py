"""Held mail: the queue of what waits for a person or for its delivery.

Nothing is lost: what `commit` returned for is on disk, body and all. Every move
is a compare-and-set inside one transaction, together with its ruling, its
notices and its link in the audit chain. The way out (lease, dotted, settle,
recover) is in `leases`. Conflict: it was decided otherwise; NoSuchHold: unknown
id; StoreError: the store has trouble, and nothing was changed.
"""

import builtins
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, false, func, insert, null, select, update

from gateway.store import audit, rows
from gateway.store.database import StoreError
from gateway.store.desk_schema import erased
from gateway.store.held import (
    NOTED,
    UNDECIDED,
    BodyErased,
    Conflict,
    Held,
    HeldRecipient,
    Lease,
    NoSuchHold,
    folded,
)
from gateway.store.leases import Leases
from gateway.store.notices import Notice, add_all, take_back
from gateway.store.schema import body, held, recipient
from gateway.words import UNFINISHED, HeldState, Ruling

__all__ = ["CHUNK", "BodyErased", "Conflict", "Held", "HeldRecipient", "Holds", "Lease", "NoSuchHold"]

CHUNK: Final = 255 * 1024
"""Bytes of a body in one row. Compressed, the worst case still fits into 256 KiB."""

_LIVE = (HeldState.PROVISIONAL.value, HeldState.PENDING.value)
_INSERT_BODY = insert(body)
_BODY = select(body.c.data).where(body.c.held == bindparam("item")).order_by(body.c.number)
_ERASED = select(erased.c.at).where(erased.c.held == bindparam("item"))
_SIZE = select(held.c.size).where(held.c.id == bindparam("item"))
_SAME = (
    select(held.c.id)
    .where(held.c.fingerprint == bindparam("print"), held.c.state.in_(_LIVE))
    .order_by(held.c.held_at, held.c.id)
    .limit(1)
)
_ALIKE = (
    select(held.c.id)
    .where(
        held.c.state.in_(_LIVE),
        held.c.author == bindparam("author"),
        held.c.subject == bindparam("subject"),
        held.c.direction == bindparam("direction"),
    )
    .order_by(held.c.held_at, held.c.id)
    .limit(20)
)
_ADDRESSES = select(recipient.c.address).where(recipient.c.held == bindparam("item"))


class Holds(Leases):
    """The held mails of one store: coming in, being looked at, being decided, and (Leases) going out."""

    def commit(
        self, item: Held, content: Iterable[bytes], at: datetime, *, notices: Iterable[Notice] = ()
    ) -> Held:
        """Write a new held mail, its body and notices about it; all is on disk when this returns.

        `content` is the message in pieces of any size. Version, size and rulings of `item` are not looked
        at: it comes back with version 1 and its true size. Raises ValueError if it has no recipient.
        """
        return self._commit(item, content, at, notices, ())

    def note(self, item: Held, content: Iterable[bytes], at: datetime) -> Held:
        """Write an entry about a mail that went out already: nobody has to decide on it.

        Its recipients are `sent`, its one ruling is the gateway's own, `notify`. Otherwise as `commit`.
        """
        told = Ruling(item.id, audit.GATEWAY, NOTED, "", at)
        return self._commit(item, content, at, (), (told,))

    def _commit(
        self,
        item: Held,
        content: Iterable[bytes],
        at: datetime,
        notices: Iterable[Notice],
        rulings: tuple[Ruling, ...],
    ) -> Held:
        if not item.recipients:
            raise ValueError("a held mail has at least one recipient")
        size, chunks = packed(content)  # before the transaction: nobody waits for the compressing
        people = tuple(_due(one, at) for one in item.recipients)
        item = replace(item, version=1, size=size, rulings=rulings, recipients=people)
        with self._store.begin() as connection:
            rows.add(connection, item)
            if chunks:
                numbered = enumerate(chunks)
                connection.execute(
                    _INSERT_BODY,
                    [{"held": item.id, "number": number, "data": data} for number, data in numbered],
                )
            for ruling in rulings:
                rows.add_ruling(connection, ruling)
            add_all(connection, notices, at)
            audit.append(connection, NOTED if rulings else "hold", item.id, audit.GATEWAY, at)
        return item

    def finalise(self, item: str, at: datetime, also_delivered: Iterable[str] = ()) -> Held:
        """Provisional becomes pending: the other recipients, `also_delivered`, have their copy.

        What a person released in the meantime stays released. May be called again. Raises NoSuchHold.
        """
        with self._store.begin() as connection:
            rows.touch(connection, item)
            connection.execute(
                update(recipient)
                .where(recipient.c.held == item, recipient.c.state == HeldState.PROVISIONAL.value)
                .values(state=HeldState.PENDING.value)
            )
            before = rows.one(connection, item).also_delivered
            everybody = tuple(dict.fromkeys((*before, *also_delivered)))
            connection.execute(update(held).where(held.c.id == item).values(also_delivered=everybody))
            rows.settle_state(connection, item)
            audit.append(connection, "finalise", item, audit.GATEWAY, at)
            return rows.one(connection, item)

    def undo(self, item: str, at: datetime) -> None:
        """Remove a provisional mail; only a link of the audit chain remains.

        Raises Conflict if one of its recipients is no longer provisional, NoSuchHold.
        """
        with self._store.begin() as connection:
            rows.touch(connection, item)
            now = rows.one(connection, item)
            if any(one.state is not HeldState.PROVISIONAL for one in now.recipients):
                raise Conflict(now)
            connection.execute(delete(held).where(held.c.id == item))
            audit.append(connection, "undo", item, audit.GATEWAY, at)

    def adopt(self, fingerprint: bytes) -> Held | None:
        """The provisional or pending mail that came in with this fingerprint: a retry joins it."""
        with self._store.read() as connection:
            found = connection.execute(_SAME, {"print": fingerprint}).scalar()
            return None if found is None else rows.one(connection, found)

    def alike(self, item: Held) -> builtins.list[Held]:
        """Mails that nobody decided on yet from the author of `item`, with its subject, for its recipients.

        Oldest first, of at most 20 with that subject; none for an author that is not known.
        """
        if not item.author:
            return []
        alike = {"author": item.author, "subject": item.subject, "direction": item.direction.value}
        with self._store.read() as connection:
            ids = connection.execute(_ALIKE, alike).scalars().all()
            return [one for one in rows.load_these(connection, ids) if _people(one) == _people(item)]

    def get(self, item: str) -> Held | None:
        """The mail with this id, or None."""
        with self._store.read() as connection:
            try:
                return rows.one(connection, item)
            except NoSuchHold:
                return None

    def body(self, item: str) -> bytes:
        """The message as it was received.

        Raises NoSuchHold, BodyErased if retention removed it, StoreError("damaged") if it is not whole.
        """
        with self._store.read() as connection:
            size = connection.execute(_SIZE, {"item": item}).scalar()
            if size is None:
                raise NoSuchHold(item)
            chunks = connection.execute(_BODY, {"item": item}).scalars().all()
            gone = None if chunks else connection.execute(_ERASED, {"item": item}).scalar()
        if gone is not None:
            raise BodyErased(item, gone)
        try:
            content = b"".join(zlib.decompress(chunk) for chunk in chunks)
        except zlib.error as error:
            raise StoreError("damaged", f"body of {item}: {error}") from None
        if len(content) != size:
            raise StoreError("damaged", f"body of {item}: {len(content)} of {size} bytes")
        return content

    def find(self, prefix: str) -> builtins.list[Held]:
        """All mails whose id begins with `prefix`, oldest first; at most 20. "" finds nothing."""
        if not prefix:
            return []
        wanted = held.c.id.startswith(prefix.lower(), autoescape=True)
        with self._store.read() as connection:
            return rows.load(connection, select(held.c.id).where(wanted).order_by(held.c.id).limit(20))

    def list(
        self, states: Collection[HeldState] | None = None, *, every: bool = False, limit: int = 10000
    ) -> builtins.list[Held]:
        """Mails by the state they show, oldest first: `states`, or all unfinished ones, or `every` one."""
        wanted = select(held.c.id).order_by(held.c.held_at, held.c.id).limit(limit)
        if not every:
            words = [state.value for state in (UNFINISHED if states is None else states)]
            wanted = wanted.where(held.c.state.in_(words))
        with self._store.read() as connection:
            return rows.load(connection, wanted)

    def count(self) -> dict[HeldState, int]:
        """How many mails show each state; states nobody shows are 0."""
        counts: Counter[HeldState] = Counter(dict.fromkeys(HeldState, 0))
        with self._store.read() as connection:
            for state, number in connection.execute(
                select(held.c.state, func.count()).group_by(held.c.state)
            ):
                counts[HeldState(state)] = number
        return dict(counts)

    def claim(self, item: str, who: str, until: datetime, at: datetime) -> Held:
        """Reserve a mail for a reviewer until `until`; the version stays. An own claim is prolonged.

        Raises Conflict if another one's claim is in force or nothing waits for a person, NoSuchHold.
        """
        free = held.c.claimed_by.is_(None) | (held.c.claimed_by == who) | (held.c.claimed_until <= at)
        open_ = held.c.state.in_([state.value for state in UNDECIDED])
        return self._claim(item, free & open_, {"claimed_by": who, "claimed_until": until}, "claim", who, at)

    def unclaim(self, item: str, who: str, at: datetime) -> Held:
        """Give a claim back; none in force: nothing happens. Raises Conflict if it is another one's."""
        mine = held.c.claimed_by.is_(None) | (held.c.claimed_by == who) | (held.c.claimed_until <= at)
        return self._claim(item, mine, {"claimed_by": None, "claimed_until": None}, "unclaim", who, at)

    def _claim(
        self, item: str, condition: Any, values: dict[str, Any], verb: str, who: str, at: datetime
    ) -> Held:
        with self._store.begin() as connection:
            moved = connection.execute(update(held).where(held.c.id == item, condition).values(values))
            now = rows.one(connection, item)
            if moved.rowcount == 0:
                raise Conflict(now)
            audit.append(connection, verb, item, who, at)
            return now

    def decide(
        self,
        item: str,
        ruling: Ruling,
        moves: Mapping[str, HeldState],
        *,
        expect: Collection[HeldState],
        release_as: str | None = None,
        version: int | None = None,
        notices: Iterable[Notice] = (),
        due: datetime | None = None,
        unsent: Collection[str] = (),
    ) -> Held:
        """Record a ruling and move recipients by it, all or nothing.

        `moves` maps folded addresses to new states. Each must be in one of `expect` now, and the mail be at
        `version` if that is given, else Conflict. `approved` is due at `due` (None: at once), in the form
        `release_as` (None: the form it had). `unsent` are kinds of notices about it that go; if one of them
        may have been sent, that is a Conflict too. Whoever held a lease on a moved recipient lost it. Raises
        ValueError for an address that is no recipient, NoSuchHold.
        """
        with self._store.begin() as connection:
            rows.touch(connection, item, version)
            if not all(take_back(connection, item, kind, ruling.at) for kind in unsent):
                raise Conflict(rows.one(connection, item))
            _move(connection, item, moves, [state.value for state in expect], release_as, due or ruling.at)
            rows.settle_state(connection, item)
            rows.add_ruling(connection, replace(ruling, held=item))
            add_all(connection, notices, ruling.at)
            audit.append(connection, ruling.verb, item, ruling.who, ruling.at)
            return rows.one(connection, item)


def _move(
    connection: Connection,
    item: str,
    moves: Mapping[str, HeldState],
    expected: builtins.list[str],
    release_as: str | None,
    at: datetime,
) -> None:
    copies = Counter(connection.execute(_ADDRESSES, {"item": item}).scalars())
    for address, state in moves.items():
        if address not in copies:
            raise ValueError(f"{address} is no recipient of {item}")
        approved = state is HeldState.APPROVED
        form: dict[str, Any] = {} if approved and release_as is None else {"release_as": release_as}
        moved = connection.execute(
            update(recipient)
            .where(recipient.c.held == item, recipient.c.address == address, recipient.c.state.in_(expected))
            .values(
                state=state.value,
                next_try=at if approved else None,
                token=null(),
                leased_until=null(),
                dotted=false(),
                **(form if approved else {"release_as": None}),
            )
        )
        if moved.rowcount != copies[address]:
            raise Conflict(rows.one(connection, item))


def _people(item: Held) -> set[str]:
    live = (one for one in item.recipients if one.state.value in _LIVE)
    return {folded(one.path) for one in live}


def _due(one: HeldRecipient, at: datetime) -> HeldRecipient:
    return replace(one, next_try=at) if one.state is HeldState.APPROVED and one.next_try is None else one


def packed(content: Iterable[bytes]) -> tuple[int, builtins.list[bytes]]:
    """The size of a message, and its compressed pieces, each small enough for one row."""
    chunks = [(len(chunk), zlib.compress(chunk, 1)) for chunk in _chunks(content)]
    return sum(size for size, _ in chunks), [data for _, data in chunks]


def _chunks(content: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for piece in content:
        waiting += piece
        while len(waiting) >= CHUNK:
            yield bytes(waiting[:CHUNK])
            del waiting[:CHUNK]
    if waiting:
        yield bytes(waiting)
