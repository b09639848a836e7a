"""Which thread a mail belongs to when it is confirmed, and threads that turn out to be one.

Mails of a conversation come in any order: an answer before its question, two at
once, a late one that names what two threads have each for themselves. What never
joins: different cases of one alias, a dismissed thread with one that is not, and by
references alone threads of different people. Works in the caller's transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from gateway.store import aliases, buyers, texts, threads
from gateway.store.aliases import Relay
from gateway.store.merge import merged
from gateway.store.schema import held, message, thread, unconfirmed
from gateway.words import Thread, VerdictName

_LINKED = (
    select(message.c.hash, message.c.own, message.c.thread, thread.c.dismissed)
    .join_from(message, thread)
    .where(message.c.hash.in_(bindparam("hashes", expanding=True)))
)


def home(
    connection: Connection,
    mail: Thread,
    tx: str,
    own: Sequence[bytes],
    references: Sequence[bytes],
    relays: Sequence[Relay],
) -> str:
    """The id of the thread the mail goes to. `mail` is the thread as the mail alone shows it.

    `mail.id` if that is a thread and of no other case; else that of the same people which knows the mail's
    own id already (it was seen before, or an answer to it was), or its references, the last one first; else
    that of its alias and case; else a new one.
    """
    item = mail.id
    if threads.known(connection, item) is not None:
        if not aliases.apart(aliases.of_thread(connection, item), relays):
            return item
        item = tx
    ranked = {one: (0, rank) for rank, one in enumerate(references)} | dict.fromkeys(own, (2, 0))
    found = connection.execute(_LINKED, {"hashes": list(ranked)}).all() if ranked else []
    for row in sorted(found, key=lambda row: _rank(row, ranked), reverse=True):
        if row.dismissed and row.hash not in own:
            continue
        other = threads.known(connection, row.thread)
        if other is not None and _same_people(connection, mail, relays, other):
            return other.id
    for name, case in relays:
        found = connection.execute(aliases.OF_CASE, {"alias": name, "case": case}).all() if case else []
        for row in found:
            if not row.dismissed:
                return str(row.id)
    return item


def _rank(row: Any, ranked: dict[bytes, tuple[int, int]]) -> tuple[int, int]:
    first, second = ranked[row.hash]
    return (first + row.own, second)


def absorb(connection: Connection, into: Thread, hashes: Sequence[bytes]) -> Thread:
    """Make threads that these message ids also lead to a part of `into`, if it is the same buyer's.

    Returns `into` with what they knew. Held mail and mail on its way follow.
    """
    if not hashes:
        return into
    rows = connection.execute(_LINKED, {"hashes": list(hashes)}).all()
    for item in dict.fromkeys(row.thread for row in rows if row.thread != into.id):
        other = threads.known(connection, item)
        if other is not None and _one_conversation(connection, into, other):
            into = _absorbed(connection, into, other)
    return into


def _one_conversation(connection: Connection, one: Thread, other: Thread) -> bool:
    mine = tuple(aliases.of_thread(connection, one.id))
    return one.dismissed == other.dismissed and _same_people(connection, one, mine, other)


def _same_people(connection: Connection, one: Thread, relays: Sequence[Relay], other: Thread) -> bool:
    """Whether somebody takes part in both, and not as a pretender or in different cases of one alias.

    A reference is what the sender writes: without this anybody could draw a stranger's thread to his own.
    """
    theirs = aliases.of_thread(connection, other.id)
    people = {*one.correspondents, *(name for name, _ in relays)}
    shared = not people.isdisjoint({*other.correspondents, *(name for name, _ in theirs)})
    honest = (one.verdict is VerdictName.SUSPECT) == (other.verdict is VerdictName.SUSPECT)
    return shared and honest and not aliases.apart(theirs, relays)


def _absorbed(connection: Connection, into: Thread, other: Thread) -> Thread:
    whole = replace(merged(other, into), id=into.id, footers=into.footers + other.footers)
    threads.write(connection, whole, into)
    aliases.write(connection, whole.id, aliases.of_thread(connection, other.id))
    buyers.move(connection, other.id, whole)
    texts.move(connection, other.id, whole.id)
    for table in (message, unconfirmed, held):
        moved = update(table).where(table.c.thread == other.id).values(thread=whole.id)
        connection.execute(moved)
    connection.execute(delete(thread).where(thread.c.id == other.id))
    return whole
