"""Looking through held mail and history: pages of conversations, and a search.

Made for thousands of held mails: filtering, order and counting happen in the
database, and only the mails of one page are read. Most urgent first: legal
matters, then the nearest deadline, then the oldest. StoreError on trouble.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Text, bindparam, case, func, or_, select, type_coerce

from gateway.store import rows
from gateway.store.database import Store
from gateway.store.desk_schema import erased
from gateway.store.held import Held, folded
from gateway.store.ledger import digest
from gateway.store.schema import held, message, recipient, ruling, thread, thread_order, thread_party
from gateway.store.threads import thread_of
from gateway.words import UNFINISHED, Direction, HeldState, Thread

LONGEST_SEARCH: Final = 200
"""Characters of a search that are looked at."""

_CONVERSATION = func.coalesce(held.c.thread, held.c.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which held mails: `states` None: all unfinished ones, empty: every one. `search` looks in subject,
    people, orders, Message-ID and id. `both_channels`: only buyers who also write through the marketplace."""

    states: Collection[HeldState] | None = None
    marketplace: str | None = None
    search: str = ""
    both_channels: bool = False


@dataclass(frozen=True, slots=True)
class Conversations:
    """One page: `total` conversations and `mails` held mails fit; `page` has those of this page, each with
    its held mails, oldest first."""

    total: int
    mails: int
    page: tuple[tuple[Held, ...], ...]


@dataclass(frozen=True, slots=True)
class Since:
    """The last mails of a thread that we saw: the buyer's, and one that left for him."""

    inbound: datetime | None = None
    outbound: datetime | None = None


NOTHING_SINCE: Final = Since()


@dataclass(frozen=True, slots=True)
class Seen:
    """A mail of a conversation that passed: when, which way, in which conversation."""

    at: datetime
    direction: Direction
    thread: Thread


class Browse:
    """The look through one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def conversations(
        self, wanted: Wanted, limit: int, offset: int = 0, *, count: bool = True
    ) -> Conversations:
        """The conversations that have such mails, most urgent first; without `count` the totals are those of
        the page."""
        where = _fitting(wanted)
        groups = (
            select(
                _CONVERSATION.label("conversation"),
                func.count().label("mails"),
                func.aggregate_strings(held.c.id, ",").label("ids"),
            )
            .where(*where)
            .group_by(_CONVERSATION)
        )
        ordered = groups.order_by(
            func.max(case((held.c.legal.is_not(None), 1), else_=0)).desc(),
            func.min(held.c.deadline).is_(None),
            func.min(held.c.deadline),
            func.min(held.c.held_at),
            "conversation",
        )
        with self._store.read() as connection:
            shown = connection.execute(ordered.limit(limit).offset(offset)).all()
            if not count or (offset == 0 and len(shown) < limit):  # all of them: nothing is left to count
                total, mails = len(shown), sum(row.mails for row in shown)
            else:
                counted = select(func.count().label("mails")).where(*where).group_by(_CONVERSATION).subquery()
                total, mails = connection.execute(
                    select(func.count(), func.coalesce(func.sum(counted.c.mails), 0)).select_from(counted)
                ).one()
            found = rows.load_these(connection, [item for row in shown for item in row.ids.split(",")])
        names = [row.conversation for row in shown]
        by_name: defaultdict[str, list[Held]] = defaultdict(list)
        for item in found:
            by_name[item.thread or item.id].append(item)
        page = tuple(tuple(by_name[name]) for name in names if name in by_name)
        return Conversations(int(total), int(mails), page)

    def since(self, threads: Iterable[str]) -> dict[str, Since]:
        """When the last mail of each thread came in and went out, as far as the ledger knows."""
        wanted = sorted(set(threads))
        if not wanted:
            return {}
        latest = (
            select(message.c.thread, message.c.direction, func.max(message.c.at).label("at"))
            .where(message.c.thread.in_(wanted), message.c.own)
            .group_by(message.c.thread, message.c.direction)
        )
        times: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
        with self._store.read() as connection:
            for row in connection.execute(latest):
                times[row.thread][row.direction] = row.at
        return {
            item: Since(found.get(Direction.INBOUND.value), found.get(Direction.OUTBOUND.value))
            for item, found in times.items()
        }

    def beside(self, item: Held, limit: int = 50) -> tuple[Held, ...]:
        """The other held mails of the same conversation, oldest first."""
        if not item.thread:
            return ()
        ids = select(held.c.id).where(held.c.thread == item.thread, held.c.id != item.id).limit(limit)
        with self._store.read() as connection:
            return tuple(rows.load_these(connection, connection.execute(ids).scalars().all()))

    def history(self, search: str, limit: int = 100) -> tuple[tuple[Held, ...], tuple[Thread, ...]]:
        """Held mails in any state, and conversations, that the search finds; the latest first.

        Conversations are found by their whole order number or address. "" finds the latest.
        """
        text = _cleaned(search)
        fitting = _fitting(Wanted(states=(), search=text))
        ids = select(held.c.id).where(*fitting).order_by(held.c.held_at.desc(), held.c.id).limit(limit)
        threads = select(thread).order_by(thread.c.last_seen.desc(), thread.c.id).limit(limit)
        if text:
            by_order = select(thread_order.c.thread).where(func.lower(thread_order.c.order) == text.lower())
            by_party = select(thread_party.c.thread).where(thread_party.c.address == folded(text))
            by_message = select(message.c.thread).where(message.c.hash == digest(text))
            threads = threads.where(
                or_(thread.c.id.in_(by_order), thread.c.id.in_(by_party), thread.c.id.in_(by_message))
            )
        with self._store.read() as connection:
            found = rows.load_these(connection, connection.execute(ids).scalars().all())
            known = [thread_of(row) for row in connection.execute(threads)]
        found.sort(key=lambda item: (item.held_at, item.id), reverse=True)
        return tuple(found), tuple(known)

    def passed(self, message_id: str) -> Seen | None:
        """The mail with this Message-ID, if it passed as part of a conversation: came in, or went out."""
        wanted = (
            select(message.c.at.label("message_at"), message.c.direction, thread)
            .join_from(message, thread)
            .where(message.c.hash == digest(message_id), message.c.own)
        )
        with self._store.read() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else Seen(row.message_at, Direction(row.direction), thread_of(row))

    def verbs(self) -> dict[str, int]:
        """How often each verb was ruled."""
        counted = select(ruling.c.verb, func.count()).group_by(ruling.c.verb)
        with self._store.read() as connection:
            return {verb: int(number) for verb, number in connection.execute(counted)}

    def oldest(self, states: Iterable[HeldState]) -> datetime | None:
        """When the oldest mail in one of these states was held."""
        words = [state.value for state in states]
        wanted = select(func.min(held.c.held_at)).where(held.c.state.in_(words))
        with self._store.read() as connection:
            at: datetime | None = connection.execute(wanted).scalar()
        return at

    def erased(self, item: str) -> datetime | None:
        """When retention removed the body of this mail, or None."""
        wanted = select(erased.c.at).where(erased.c.held == bindparam("item"))
        with self._store.read() as connection:
            at: datetime | None = connection.execute(wanted, {"item": item}).scalar()
        return at


def _cleaned(search: str) -> str:
    """The search in one line, as the columns keep text: what a database refuses is replaced."""
    text = " ".join(search[: 4 * LONGEST_SEARCH].split())[:LONGEST_SEARCH]
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _fitting(wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    states = UNFINISHED if wanted.states is None else wanted.states
    if states:
        where.append(held.c.state.in_([state.value for state in states]))
    if wanted.marketplace:
        where.append(held.c.marketplace == wanted.marketplace)
    if wanted.both_channels:
        where.append(type_coerce(held.c.reasons, Text).contains('"dual_channel"'))
    text = _cleaned(wanted.search)
    if text:  # LIKE takes a and A for one letter, as lower() would, which copies every value first
        person = folded(text)
        people = select(recipient.c.held).where(recipient.c.address.contains(person, autoescape=True))
        where.append(
            or_(
                *(
                    column.contains(text, autoescape=True)
                    for column in (held.c.subject, held.c.author, held.c.message_id)
                ),
                type_coerce(held.c.orders, Text).contains(_as_json(text), autoescape=True),
                type_coerce(held.c.mail_from, Text).contains(_as_json(text), autoescape=True),
                held.c.id.startswith(text.lower(), autoescape=True),
                held.c.id.in_(people),
            )
        )
    return where


def _as_json(text: str) -> str:
    """The text as it lies inside JSON in ASCII."""
    return text.encode("ascii", "backslashreplace").decode().replace('"', '\\"')
