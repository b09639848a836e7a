"""Notices: mails the gateway itself writes, as rows until the next hop took them.

A notice that belongs to a ruling is written in the ruling's own transaction
(`Holds.decide(..., notices=...)`), so there is never one without the other. A
notice is sent at least once: a crash between the hop's reply and `sent` sends it
again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from gateway.store.database import Store
from gateway.store.schema import notice
from gateway.words import Direction


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail to be sent with a null sender.

    `held` is the id of the mail it speaks of or None, `kind` what it says (`rejected`, `failed`, ...), `to`
    the one recipient without brackets, `leg` the leg whose next hop takes it, `body` the message with CRLF
    line ends, `next_try` when it is due (None: at once).
    """

    id: str
    held: str | None
    kind: str
    to: str
    leg: Direction
    body: bytes
    attempts: int = 0
    next_try: datetime | None = None


_INSERT = insert(notice)
_WAITING = notice.c.state == "due"
_TOLD = (
    select(notice.c.id)
    .where(notice.c.kind == bindparam("kind"), notice.c.to == bindparam("reader"))
    .where(notice.c.at > bindparam("since"))
    .limit(1)
)
_DUE = (
    select(notice)
    .where(_WAITING, notice.c.next_try <= bindparam("at"))
    .order_by(notice.c.next_try, notice.c.id)
    .limit(bindparam("most"))
)


def add_all(connection: Connection, notices: Iterable[Notice], at: datetime) -> None:
    """Write notices inside the caller's transaction."""
    values = [
        {
            "id": one.id,
            "held": one.held,
            "kind": one.kind,
            "to": one.to,
            "leg": one.leg.value,
            "body": one.body,
            "state": "due",
            "reply": None,
            "attempts": one.attempts,
            "next_try": one.next_try or at,
            "at": at,
        }
        for one in notices
    ]
    if values:
        connection.execute(_INSERT, values)


def drop(connection: Connection, one: str) -> None:
    """Remove a notice inside the caller's transaction, unless it was sent or refused already."""
    connection.execute(delete(notice).where(notice.c.id == one, _WAITING))


def take_back(connection: Connection, item: str, kind: str, at: datetime) -> bool:
    """Remove the notices of this kind about a held mail inside the caller's transaction.

    False, and none is removed, if one of them may have been sent: it is due by `at`, or was sent or refused.
    """
    about = (notice.c.held == item) & (notice.c.kind == kind)
    if connection.execute(select(notice.c.id).where(about, ~(_WAITING & (notice.c.next_try > at)))).first():
        return False
    connection.execute(delete(notice).where(about))
    return True


class Notices:
    """The notices of one store. All methods raise StoreError if the store has trouble."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, one: Notice, at: datetime) -> None:
        """Write a notice that belongs to no ruling."""
        with self._store.begin() as connection:
            add_all(connection, (one,), at)

    def add_once(self, one: Notice, at: datetime, since: datetime) -> bool:
        """Write a notice unless its reader was sent one of this kind after `since`; whether it was written.

        Older ones of the kind, settled long ago, go.
        """
        with self._store.begin() as connection:
            if connection.execute(_TOLD, {"kind": one.kind, "reader": one.to, "since": since}).first():
                return False
            old = (notice.c.kind == one.kind) & (notice.c.to == one.to) & ~_WAITING
            connection.execute(delete(notice).where(old))
            add_all(connection, (one,), at)
            return True

    def sweep(self, before: datetime) -> None:
        """Remove notices about no single held mail that were settled by then: lists, which name many."""
        with self._store.begin() as connection:
            connection.execute(
                delete(notice).where(notice.c.held.is_(None), ~_WAITING, notice.c.at <= before)
            )

    def due(self, at: datetime, limit: int = 100) -> list[Notice]:
        """The notices to be sent now, longest due first."""
        with self._store.read() as connection:
            return [
                Notice(
                    row.id,
                    row.held,
                    row.kind,
                    row.to,
                    Direction(row.leg),
                    row.body,
                    row.attempts,
                    row.next_try,
                )
                for row in connection.execute(_DUE, {"at": at, "most": limit})
            ]

    def sent(self, one: str, reply: str, at: datetime) -> None:
        """The next hop took it. One that is finished already stays as it is, here and below."""
        self._move(one, {"state": "sent", "reply": reply, "next_try": None, "at": at})

    def deferred(self, one: str, reply: str, next_try: datetime) -> None:
        """The next hop wants it later."""
        self._move(one, {"reply": reply, "next_try": next_try})

    def failed(self, one: str, reply: str, at: datetime) -> None:
        """The next hop refused it for good; a notice about a notice is never sent."""
        self._move(one, {"state": "failed", "reply": reply, "next_try": None, "at": at})

    def _move(self, one: str, values: dict[str, object]) -> None:
        with self._store.begin() as connection:
            connection.execute(
                update(notice)
                .where(notice.c.id == one, _WAITING)
                .values({**values, "attempts": notice.c.attempts + 1})
            )
