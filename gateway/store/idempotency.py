"""Answers that are remembered for a day, so that a request sent twice is done once.

A request is begun, then answered or given up. One that was begun and never ended
(the process died) may be begun again after a minute; every ruling is harmless when
it is repeated, so this is safe. StoreError on trouble.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from sqlalchemy import delete, insert, select, update

from gateway.store.database import Store
from gateway.store.desk_schema import idempotency

MEMORY: Final = timedelta(hours=24)
WORKING: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: HTTP status and body."""

    status: int
    body: bytes


class Begun(Enum):
    """How a request stands that has no answer yet."""

    FRESH = "fresh"
    WORKING = "working"
    OTHER = "other"
    """The key was used for another request."""


class Answers:
    """The remembered answers of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, key: bytes, request: bytes, at: datetime) -> Answer | Begun:
        """The answer given before; else FRESH (do it), WORKING (somebody does), OTHER (another request).

        `key` and `request` are 32 bytes: the hash of who sent which key, and of what was asked.
        """
        with self._store.begin() as connection:
            row = connection.execute(select(idempotency).where(idempotency.c.key == key)).first()
            if row is not None and (row.at + MEMORY <= at or (not row.status and row.at + WORKING <= at)):
                connection.execute(delete(idempotency).where(idempotency.c.key == key))
                row = None
            if row is None:
                values = {"key": key, "request": request, "status": 0, "answer": b"", "at": at}
                connection.execute(insert(idempotency), values)
                return Begun.FRESH
            if row.request != request:
                return Begun.OTHER
            return Answer(row.status, row.answer) if row.status else Begun.WORKING

    def end(self, key: bytes, answer: Answer, at: datetime) -> None:
        """Remember what was answered."""
        with self._store.begin() as connection:
            connection.execute(
                update(idempotency)
                .where(idempotency.c.key == key)
                .values(status=answer.status, answer=answer.body, at=at)
            )

    def give_up(self, key: bytes) -> None:
        """Nothing was done: the same request may be tried again."""
        with self._store.begin() as connection:
            connection.execute(delete(idempotency).where(idempotency.c.key == key, idempotency.c.status == 0))

    def sweep(self, at: datetime) -> None:
        """Forget what is older than a day."""
        with self._store.begin() as connection:
            connection.execute(delete(idempotency).where(idempotency.c.at <= at - MEMORY))
