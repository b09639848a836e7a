"""Everything the ledger remembers of one address or thread: to be shown, and to be forgotten.

Forgetting an address takes its conversations whole, its buyer memory, its imported
orders, and what mail on its way would add; every thread that goes is a link of the
audit chain, which holds no address. Held mail is not the ledger's and stays.
StoreError on trouble.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select

from gateway.store import aliases, audit, buyers, orders
from gateway.store.aliases import Relay
from gateway.store.buyers import Buyer
from gateway.store.database import Store
from gateway.store.held import folded
from gateway.store.orders import Purchase
from gateway.store.schema import alias, buyer, message, purchase, thread, thread_party, unconfirmed
from gateway.store.threads import thread_of
from gateway.words import Thread

FORGET: Final = "forget"
"""The verb in the audit chain. Its subject is a thread, or `address` where an address had none."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A thread, how many message ids lead to it, and the relay aliases it came through."""

    thread: Thread
    messages: int
    relays: tuple[Relay, ...]


@dataclass(frozen=True, slots=True)
class Recollection:
    """What is remembered: conversations (the latest first), buyer memory, imported orders."""

    conversations: tuple[Conversation, ...] = ()
    memory: tuple[Buyer, ...] = ()
    orders: tuple[Purchase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.conversations or self.memory or self.orders)


class Recollections:
    """What one store remembers of somebody. A subject with "@" is an address, anything else a thread id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, subject: str) -> Recollection:
        """All that is remembered of an address or a thread; empty (false) if that is nothing."""
        with self._store.read() as connection:
            return _of(connection, subject)

    def forget(self, subject: str, who: str, at: datetime) -> Recollection:
        """Forget it all, in one transaction; returns what was forgotten. Nothing known: nothing written."""
        with self._store.begin() as connection:
            found = _of(connection, subject)
            items = [each.thread.id for each in found.conversations]
            _drop_notes(connection, subject, items)
            for item in items:
                connection.execute(delete(thread).where(thread.c.id == item))
                audit.append(connection, FORGET, item, who, at)
            if "@" in subject:
                connection.execute(delete(buyer).where(buyer.c.address == folded(subject)))
                connection.execute(delete(purchase).where(_bought_by(subject)))
            if found and not items:
                audit.append(connection, FORGET, "address", who, at)
        return found


def _of(connection: Connection, subject: str) -> Recollection:
    if "@" not in subject:
        conversations = _conversations(connection, thread.c.id == subject)
        return Recollection(conversations, _memory(connection, buyer.c.thread == subject))
    person, (name, case) = folded(subject), aliases.split(subject)
    relayed = select(alias.c.thread).where(alias.c.alias == name)
    if case:
        relayed = relayed.where(alias.c.case_id == case)
    private = select(thread_party.c.thread).where(thread_party.c.address == person)
    bought = connection.execute(orders.LATEST.where(_bought_by(subject)))
    return Recollection(
        _conversations(connection, or_(thread.c.id.in_(private), thread.c.id.in_(relayed))),
        _memory(connection, buyer.c.address == person),
        tuple(orders.of_row(row) for row in bought),
    )


def _conversations(connection: Connection, which: ColumnElement[bool]) -> tuple[Conversation, ...]:
    rows = connection.execute(select(thread).where(which).order_by(thread.c.last_seen.desc(), thread.c.id))
    return tuple(_conversation(connection, row) for row in rows.all())


def _conversation(connection: Connection, row: Any) -> Conversation:
    count = select(func.count()).select_from(message).where(message.c.thread == row.id)
    relays = sorted(aliases.of_thread(connection, row.id))
    return Conversation(thread_of(row), int(connection.execute(count).scalar_one()), tuple(relays))


def _memory(connection: Connection, which: ColumnElement[bool]) -> tuple[Buyer, ...]:
    rows = connection.execute(select(buyer).where(which).order_by(buyer.c.last_seen.desc(), buyer.c.thread))
    return tuple(buyers.of_row(row) for row in rows)


def _bought_by(subject: str) -> ColumnElement[bool]:
    return or_(purchase.c.buyer == folded(subject), purchase.c.alias == aliases.split(subject)[0])


def _drop_notes(connection: Connection, subject: str, items: Sequence[str]) -> None:
    """Mail on its way would bring back what is forgotten."""
    people = {folded(subject)} if "@" in subject else set()
    for row in connection.execute(select(unconfirmed.c.tx, unconfirmed.c.thread, unconfirmed.c.seed)).all():
        if row.thread in items or not people.isdisjoint(row.seed["correspondents"]):
            connection.execute(delete(unconfirmed).where(unconfirmed.c.tx == row.tx))
