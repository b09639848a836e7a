"""Figures for the overview: mail per day, time to a decision, missed deadlines, reasons.

Counted in the database from what it keeps: mail of marketplace conversations, held
mail, rulings. What concerned no marketplace was never written. StoreError on trouble.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from sqlalchemy import BigInteger, ColumnElement, func, select, type_coerce

from gateway.store.database import Store
from gateway.store.schema import held, message, ruling, thread
from gateway.words import Direction

DECISIONS: Final = ("release", "edit", "dismiss", "reject", "withdraw", "answered")
"""Verbs that decide on a held mail."""

_DAY: Final = 86_400 * 1_000_000
_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Day:
    """Mails of one day and marketplace ("" where none is known).

    `kind` is `inbound` (came in), `outbound` (an answer that left by itself) or `held`.
    """

    day: date
    kind: str
    marketplace: str
    mails: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """How long decisions took: `median` None if there was none; `missed` deadlines, of `timed` that ended."""

    decided: int
    median: timedelta | None
    timed: int
    missed: int


class Statistics:
    """The figures of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def days(self, since: datetime, offset: timedelta) -> tuple[Day, ...]:
        """Mails since then by day, in no order. `offset` is that of the local time, one for all days."""
        shift = int(offset.total_seconds()) * 1_000_000
        day = _day(message.c.at, shift)
        passed = (
            select(day.label("day"), message.c.direction, thread.c.marketplace, func.count().label("mails"))
            .join_from(message, thread)
            .where(message.c.at >= since, message.c.own)
            .group_by(day, message.c.direction, thread.c.marketplace)
        )
        stopped = _day(held.c.held_at, shift)
        waited = (
            select(stopped.label("day"), held.c.marketplace, func.count().label("mails"))
            .where(held.c.held_at >= since)
            .group_by(stopped, held.c.marketplace)
        )
        found: list[Day] = []
        with self._store.read() as connection:
            for row in connection.execute(passed):
                kind = Direction(row.direction).value
                found.append(Day(_date(row.day), kind, row.marketplace or "", int(row.mails)))
            found += [
                Day(_date(row.day), "held", row.marketplace or "", int(row.mails))
                for row in connection.execute(waited)
            ]
        return tuple(found)

    def decisions(self, since: datetime, now: datetime) -> Decisions:
        """Of mail held since then: the time to the first decision, and the deadlines that were missed."""
        at = func.min(type_coerce(ruling.c.at, BigInteger)).label("at")
        decided = (
            select(ruling.c.held, at).where(ruling.c.verb.in_(DECISIONS)).group_by(ruling.c.held).subquery()
        )
        # Plain numbers: thousands of them become times for nothing.
        held_at, deadline = (type_coerce(column, BigInteger) for column in (held.c.held_at, held.c.deadline))
        wanted = (
            select(decided.c.at - held_at, decided.c.at - deadline)
            .join_from(held, decided, decided.c.held == held.c.id)
            .where(held.c.held_at >= since)
        )
        late = (
            select(func.count())
            .select_from(held)
            .where(held.c.held_at >= since, held.c.deadline < now, held.c.id.not_in(select(decided.c.held)))
        )
        with self._store.read() as connection:
            found = connection.execute(wanted).all()
            over = int(connection.execute(late).scalar_one())
        waits = [wait for wait, _ in found]
        left = [after for _, after in found if after is not None]
        middle = timedelta(microseconds=round(median(waits))) if waits else None
        return Decisions(len(waits), middle, len(left) + over, sum(after > 0 for after in left) + over)

    def reasons(self, since: datetime, most: int) -> tuple[tuple[str, int], ...]:
        """The reasons mail was held for since then, the most frequent first, at most `most`."""
        counted: Counter[str] = Counter()
        alike = select(held.c.reasons, func.count()).where(held.c.held_at >= since).group_by(held.c.reasons)
        with self._store.read() as connection:
            for words, mails in connection.execute(alike):
                counted.update(dict.fromkeys(words, int(mails)))
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most])


def _day(column: ColumnElement[datetime], shift: int) -> ColumnElement[int]:
    """The number of the local day since 1970; instants are kept in microseconds."""
    return (type_coerce(column, BigInteger) + shift) // _DAY


def _date(number: int) -> date:
    return _EPOCH + timedelta(days=int(number))
