"""What people were told about held mail, and what they are still to be told.

A notice about held mails and the rows that say so are one commit, so each thing is told
once, however many processes look and whenever one of them dies. What a deadline brings
(`remind`, `escalate`, `alarm`) is a link of the audit chain too. StoreError on trouble.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Exists, Text, bindparam, exists, func, insert, select, type_coerce, update

from gateway.store import audit, rows
from gateway.store.database import Store
from gateway.store.desk_schema import told
from gateway.store.held import Held
from gateway.store.notices import Notice, add_all
from gateway.store.schema import held, message, notice
from gateway.words import HeldState

IN_CHAIN: Final = frozenset({"remind", "escalate", "alarm"})
"""What a deadline brings: the audit chain knows of it."""

_SENT = (
    select(func.count(), func.max(notice.c.at))
    .where(notice.c.to == bindparam("to"), notice.c.kind.in_(bindparam("kinds", expanding=True)))
    .where(notice.c.at > bindparam("since"))
)


class Told:
    """What was told, in one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def missing(
        self,
        what: str,
        states: Collection[HeldState],
        *,
        before: datetime | None = None,
        ends: datetime | None = None,
        after: str | None = None,
        tone: bool = False,
        but: Collection[str] = (),
        limit: int = 200,
    ) -> list[Held]:
        """Held mails in these states about which this was not told yet, oldest first.

        `before`: held then or earlier; `ends`: on the marketplace's clock, which ends then or earlier;
        `after`: only those of which that was told; `tone`: only those with findings of tone and none that
        block; `but`: not those of these authors.
        """
        wanted = select(held.c.id).where(held.c.state.in_([state.value for state in states]), ~_was(what))
        if before is not None:
            wanted = wanted.where(held.c.held_at <= before)
        if ends is not None:
            wanted = wanted.where(held.c.clock == "marketplace", held.c.deadline <= ends)
        if after is not None:
            wanted = wanted.where(_was(after))
        if but:
            wanted = wanted.where(held.c.author.not_in(list(but)))
        if tone:
            found = type_coerce(held.c.findings, Text)
            wanted = wanted.where(found.contains('"tone"'), ~found.contains('"block"'))
        with self._store.read() as connection:
            return rows.load(connection, wanted.order_by(held.c.held_at, held.c.id).limit(limit))

    def tell(
        self, what: Sequence[str], items: Iterable[str], notices: Iterable[Notice], at: datetime
    ) -> bool:
        """Write notices and that these things are told of these held mails, all or nothing.

        False, and nothing is written, where another was faster: the first of `what` is told of one of them
        already, or one is gone. No notices: there is nobody to tell.
        """
        wanted = list(dict.fromkeys(items))
        first, *others = what
        with self._store.begin() as connection:
            there = set(connection.execute(select(held.c.id).where(held.c.id.in_(wanted))).scalars())
            known = select(told.c.held).where(told.c.held.in_(wanted), told.c.what == first)
            if len(there) < len(wanted) or connection.execute(known).first():
                return False
            for word in (first, *others):
                known = select(told.c.held).where(told.c.held.in_(wanted), told.c.what == word)
                done = set(connection.execute(known).scalars())
                fresh = [{"held": item, "what": word, "at": at} for item in wanted if item not in done]
                if fresh:
                    connection.execute(insert(told), fresh)
            add_all(connection, notices, at)
            if first in IN_CHAIN:
                for item in wanted:
                    audit.append(connection, first, item, audit.GATEWAY, at)
            return True

    def count(self, to: str, kinds: Collection[str], since: datetime) -> tuple[int, datetime | None]:
        """How many notices of these kinds this reader got after `since`, and when the last one was."""
        with self._store.read() as connection:
            row = connection.execute(_SENT, {"to": to, "kinds": list(kinds), "since": since}).one()
            return int(row[0]), row[1]

    def moved(self, states: Collection[HeldState]) -> list[Held]:
        """Held mails in these states whose conversation went on: a mail came in, or went out, since."""
        later = exists().where(
            message.c.thread == held.c.thread, message.c.own, message.c.at >= held.c.held_at
        )
        wanted = select(held.c.id).where(held.c.state.in_([state.value for state in states]), later)
        with self._store.read() as connection:
            return rows.load(connection, wanted)

    def set_clock(self, item: str, clock: str, deadline: datetime) -> None:
        """The clock of a held mail from now on; its version stays, because nothing was decided."""
        with self._store.begin() as connection:
            connection.execute(update(held).where(held.c.id == item).values(clock=clock, deadline=deadline))


def _was(what: str) -> Exists:
    return exists().where(told.c.held == held.c.id, told.c.what == what)
