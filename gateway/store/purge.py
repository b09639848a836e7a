"""What retention removes, counted before it goes.

Four kinds: bodies of held mails (and notices about them, which quote the text)
some days after the decision; kept texts of mails that passed; whole records of held
mails; conversations of the ledger. Undecided mail is never touched, whatever its age. The audit chain stays
and gets a link for each thing that goes. StoreError on trouble.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from gateway.store import audit, texts
from gateway.store.database import Store
from gateway.store.desk_schema import erased
from gateway.store.schema import body, held, kept_text, notice, ruling, thread
from gateway.words import FINISHED

AT_ONCE: Final = 200
"""Things that go in one transaction, so that nobody waits long for the store."""

_FINISHED = held.c.state.in_([state.value for state in FINISHED])
_TALKING = select(held.c.thread).where(held.c.thread.is_not(None), ~_FINISHED)
_decided = func.coalesce(
    select(func.max(ruling.c.at))
    .where(ruling.c.held == held.c.id, ruling.c.verb != "undismiss")  # which is about the thread alone
    .scalar_subquery(),
    held.c.held_at,
)
_BODIES = select(body.c.held).distinct()
_EDITS = select(ruling.c.id, ruling.c.options).where(
    ruling.c.held == bindparam("item"), ruling.c.verb == "edit"
)

QUOTING: Final = frozenset({"text", "diff"})
"""Options of a ruling that quote the mail: they go with its body."""


@dataclass(frozen=True, slots=True)
class Due:
    """How many things of one kind there are, and how many of them are due to go."""

    kind: str
    due: int
    total: int

    def is_many(self, share: float, few: int) -> bool:
        """Whether more than `few` and more than this share of them would go at once."""
        return self.due > few and self.due > self.total * share


@dataclass(frozen=True, slots=True)
class Limits:
    """What is older goes: `bodies` and `records` by the decision, `texts` by the day they came, `threads` by
    the last mail."""

    bodies: datetime
    texts: datetime
    records: datetime
    threads: datetime


class Purge:
    """Retention in one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def due(self, limits: Limits) -> tuple[Due, ...]:
        """What would go, kind by kind: `bodies`, `texts`, `records`, `threads`."""
        with self._store.read() as connection:
            return tuple(
                Due(kind, _count(connection, wanted), _count(connection, every))
                for kind, wanted, every, _ in _kinds(limits)
            )

    def run(self, limits: Limits, who: str, at: datetime) -> dict[str, int]:
        """Remove what is due; how many of each kind that was."""
        done: dict[str, int] = {}
        for kind, wanted, _, remove in _kinds(limits):
            done[kind] = 0
            while True:
                with self._store.begin() as connection:
                    items = list(connection.execute(wanted.limit(AT_ONCE)).scalars())
                    for item in items:
                        remove(connection, item, who, at)
                done[kind] += len(items)
                if len(items) < AT_ONCE:
                    break
        return done


_Remove = Callable[[Connection, str, str, datetime], None]


def _kinds(limits: Limits) -> tuple[tuple[str, Select[Any], Select[Any], _Remove], ...]:
    bodies = select(held.c.id).where(held.c.id.in_(_BODIES), _FINISHED, _decided <= limits.bodies)
    records = select(held.c.id).where(_FINISHED, _decided <= limits.records)
    threads = select(thread.c.id).where(thread.c.last_seen <= limits.threads, thread.c.id.not_in(_TALKING))
    old = select(kept_text.c.id).where(kept_text.c.data.is_not(None), kept_text.c.at <= limits.texts)
    return (
        ("bodies", bodies, _BODIES, _erase),
        ("texts", old, select(kept_text.c.id).where(kept_text.c.data.is_not(None)), _empty),
        ("records", records, select(held.c.id), _drop),
        ("threads", threads, select(thread.c.id), _forget),
    )


def _count(connection: Connection, wanted: Select[Any]) -> int:
    return int(connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one())


def _erase(connection: Connection, item: str, who: str, at: datetime) -> None:
    connection.execute(delete(body).where(body.c.held == item))
    connection.execute(delete(notice).where(notice.c.held == item, notice.c.state != "due"))
    for number, options in connection.execute(_EDITS, {"item": item}).all():
        kept = {name: value for name, value in options.items() if name not in QUOTING}
        connection.execute(update(ruling).where(ruling.c.id == number).values(options=kept))
    connection.execute(insert(erased), {"held": item, "at": at})
    audit.append(connection, "erase", item, who, at)


def _empty(connection: Connection, item: str, who: str, at: datetime) -> None:
    audit.append(connection, "erase", texts.erase(connection, item), who, at)


def _drop(connection: Connection, item: str, who: str, at: datetime) -> None:
    connection.execute(delete(notice).where(notice.c.held == item, notice.c.state != "due"))
    connection.execute(delete(held).where(held.c.id == item))
    audit.append(connection, "purge", item, who, at)


def _forget(connection: Connection, item: str, who: str, at: datetime) -> None:
    connection.execute(delete(thread).where(thread.c.id == item))
    audit.append(connection, "forget", item, who, at)
