"""The ledger: which conversation a mail belongs to, and what we know of it.

A mail on its way leaves only an `unconfirmed` note; it becomes knowledge when the
next hop took the mail (`confirm`) and vanishes when it did not (`forget`). So no
look-up ever sees a mail that was refused, and a reference that somebody made up
finds nothing. StoreError on trouble.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, case, delete, insert, literal, select, update

from gateway.store import aliases, buyers, joining, texts, threads
from gateway.store.database import Store
from gateway.store.held import folded
from gateway.store.merge import merged
from gateway.store.schema import Instant, alias, message, thread, thread_order, thread_party, unconfirmed
from gateway.store.texts import KeptText
from gateway.store.threads import from_seed, thread_of, to_seed
from gateway.words import Direction, Thread

MOST_REFERENCES: Final = 100
"""References of one mail that are remembered and looked up: the last ones."""

MOST_THREADS: Final = 20
"""Threads of one correspondent that are looked at for an order: the latest ones."""

_LOOKUP = (
    select(message.c.hash, message.c.own, thread)
    .join_from(message, thread)
    .where(message.c.hash.in_(bindparam("hashes", expanding=True)))
)
_PENDING = (
    select(unconfirmed.c.seed).where(unconfirmed.c.thread == bindparam("item")).order_by(unconfirmed.c.at)
)
_BY_TX = select(unconfirmed).where(unconfirmed.c.tx == bindparam("item"))
_FORGET = delete(unconfirmed).where(unconfirmed.c.tx == bindparam("item"))
_BY_ORDER = (
    select(thread)
    .join_from(thread_order, thread)
    .join(thread_party, thread_party.c.thread == thread.c.id)
    .where(thread_order.c.order == bindparam("wanted"), thread_party.c.address == bindparam("party"))
    .order_by(thread.c.last_seen.desc(), thread.c.id)
)
_BY_PARTY = (
    select(thread)
    .join_from(thread_party, thread)
    .where(thread_party.c.address == bindparam("party"))
    .order_by(thread.c.last_seen.desc(), thread.c.id)
    .limit(1)
)
_LATEST = select(thread).order_by(thread.c.last_seen.desc(), thread.c.id).limit(MOST_THREADS)
_OF_PARTIES = _LATEST.where(
    thread.c.id.in_(
        select(thread_party.c.thread).where(
            thread_party.c.address.in_(bindparam("addresses", expanding=True))
        )
    )
)
_OF_ALIASES = _LATEST.where(
    thread.c.id.in_(select(alias.c.thread).where(alias.c.alias.in_(bindparam("aliases", expanding=True))))
)


def digest(message_id: str) -> bytes:
    """The 16 bytes a Message-ID is known by: brackets and blanks around it off, letters as they are."""
    bare = message_id.strip().removeprefix("<").removesuffix(">").strip()
    return hashlib.blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Ledger:
    """The threads of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lookup(self, message_ids: Sequence[str]) -> Thread | None:
        """The confirmed thread these ids (References, then In-Reply-To) belong to; the last one given wins.

        Ids of mails we saw come before ids that other mails only referred to.
        """
        ranked = {
            digest(one): rank for rank, one in enumerate(message_ids[-MOST_REFERENCES:]) if one.strip(" <>")
        }
        if not ranked:
            return None
        with self._store.read() as connection:
            found = connection.execute(_LOOKUP, {"hashes": list(ranked)}).all()
        best = max(found, key=lambda row: (row.own, ranked[row.hash]), default=None)
        return None if best is None else thread_of(best)

    def stranger(
        self, message_ids: Sequence[str], addresses: Sequence[str], relays: Sequence[str]
    ) -> bool | None:
        """Whether nothing at all is known of these ids, private addresses and aliases of relay addresses.

        Then every other look-up by them finds nothing. At once, in the caller's thread; None if that cannot
        be said at once. Never raises.
        """
        hashes = [digest(one) for one in message_ids[-MOST_REFERENCES:] if one.strip(" <>")]
        asked: list[tuple[str, Sequence[str | bytes]]] = [
            ("SELECT 1 FROM message WHERE hash IN", hashes),
            ("SELECT 1 FROM thread_party WHERE address IN", [folded(one) for one in addresses]),
            ("SELECT 1 FROM alias WHERE alias IN", [aliases.split(one)[0] for one in relays]),
        ]
        asked = [(query, values) for query, values in asked if values]
        query = " UNION ALL ".join(f"{query} ({','.join('?' * len(values))})" for query, values in asked)
        if not query:
            return True
        found = self._store.glance(f"{query} LIMIT 1", [one for _, values in asked for one in values])
        return None if found is None else not found

    def by_order(self, marketplace: str | None, order: str, correspondent: str) -> Thread | None:
        """The latest confirmed thread about this order with this correspondent (marketplace None: any)."""
        wanted = _BY_ORDER if marketplace is None else _BY_ORDER.where(thread.c.marketplace == marketplace)
        with self._store.read() as connection:
            row = connection.execute(
                wanted.limit(1), {"wanted": order, "party": folded(correspondent)}
            ).first()
        return None if row is None else thread_of(row)

    def by_correspondent(self, address: str) -> Thread | None:
        """The latest confirmed thread with this address; made for relay aliases, each one buyer."""
        with self._store.read() as connection:
            row = connection.execute(_BY_PARTY, {"party": folded(address)}).first()
        return None if row is None else thread_of(row)

    def by_relay(self, address: str, at: datetime) -> Thread | None:
        """The latest thread of a relay address: of its case if it names one, else of its alias (30 days)."""
        name, wanted = aliases.split(address)
        query = aliases.OF_CASE if wanted else aliases.OF_ALIAS
        values = {"alias": name, "case": wanted} if wanted else {"alias": name, "since": at - aliases.RECENT}
        with self._store.read() as connection:
            row = connection.execute(query, values).first()
        return None if row is None else thread_of(row)

    def with_people(self, addresses: Sequence[str] = (), relays: Sequence[str] = ()) -> tuple[Thread, ...]:
        """Threads that private addresses, or aliases of relay addresses, take part in; the 20 latest of each.

        Threads that speak of another case of one of the aliases are left out.
        """
        mine = [aliases.split(one) for one in relays]
        found: dict[str, Thread] = {}
        with self._store.read() as connection:
            if addresses:
                people = sorted({folded(one) for one in addresses})
                rows = connection.execute(_OF_PARTIES, {"addresses": people}).all()
                found |= {row.id: thread_of(row) for row in rows}
            if mine:
                names = sorted({name for name, _ in mine})
                for row in connection.execute(_OF_ALIASES, {"aliases": names}).all():
                    if not aliases.apart(aliases.of_thread(connection, row.id), mine):
                        found[row.id] = thread_of(row)
        return tuple(found.values())

    def is_other_case(self, item: str, relays: Sequence[str]) -> bool:
        """Whether the thread speaks of another case of one of these relay addresses."""
        mine = [relay for relay in map(aliases.split, relays) if relay[1]]
        if not mine:
            return False
        with self._store.read() as connection:
            return aliases.apart(aliases.of_thread(connection, item), mine)

    def get(self, item: str) -> Thread | None:
        """The thread with this id; one that is not confirmed yet is marked so."""
        with self._store.read() as connection:
            known = threads.known(connection, item)
            seed = None if known else connection.execute(_PENDING, {"item": item}).scalar()
        return known or (None if seed is None else from_seed(seed))

    def remember(
        self,
        tx_id: str,
        message_id: str | None,
        references: Sequence[str],
        seed: Thread,
        at: datetime,
        direction: Direction = Direction.INBOUND,
        *,
        relays: Sequence[str] = (),
        buyers: Sequence[str] = (),
    ) -> Thread:
        """Note what the mail of transaction `tx_id` teaches: it begins a thread, or joins one (by `seed.id`).

        `relays` are the relay addresses it came from, `buyers` the private addresses to be remembered as a
        buyer's. Nothing of it counts before `confirm`. Returns the thread as it would be then.
        """
        hashes = [digest(one).hex() for one in references[-MOST_REFERENCES:] if one.strip(" <>")]
        values = {
            "tx": tx_id,
            "thread": seed.id,
            "seed": {
                **to_seed(seed),
                "relays": [aliases.split(one) for one in relays],
                "buyers": sorted({folded(one) for one in buyers}),
            },
            "own_id": digest(message_id) if message_id else None,
            "references": hashes,
            "direction": direction.value,
            "at": at,
        }
        with self._store.begin() as connection:
            connection.execute(_FORGET, {"item": tx_id})
            connection.execute(insert(unconfirmed), values)
            known = threads.known(connection, seed.id)
        seed = replace(seed, last_seen=at, confirmed=False)
        return seed if known is None else merged(known, seed)

    def confirm(self, tx_id: str, at: datetime, text: KeptText | None = None) -> Thread | None:
        """The next hop took the mail: what it taught counts from now on. Unknown ids: nothing happens.

        `text` is kept with it, if given. The thread is looked for once more, because others may have been
        confirmed since the mail was noted; threads that turn out to be one conversation become one.
        """
        with self._store.begin() as connection:
            note = connection.execute(_BY_TX, {"item": tx_id}).first()
            if note is None:
                return None
            connection.execute(_FORGET, {"item": tx_id})
            own = [] if note.own_id is None else [note.own_id]
            references = [bytes.fromhex(one) for one in note.references]
            relays = [(name, word) for name, word in note.seed.get("relays", ())]
            mail = replace(from_seed(note.seed), id=note.thread, last_seen=at, confirmed=True)
            home = joining.home(connection, mail, tx_id, own, references, relays)
            new = replace(mail, id=home)
            known = threads.known(connection, home)
            result = new if known is None else merged(known, new)
            threads.write(connection, result, known)
            aliases.write(connection, home, relays)
            buyers.write(connection, result, note.seed.get("buyers", ()), at)
            result = joining.absorb(connection, result, [*own, *references])
            threads.link(connection, home, own, references, Direction(note.direction), at)
            if text is not None:
                texts.write(connection, result.id, text)
            return result

    def forget(self, tx_id: str) -> None:
        """The mail was refused: what it would have taught is gone. Confirmed knowledge stays."""
        with self._store.begin() as connection:
            connection.execute(_FORGET, {"item": tx_id})

    def sweep(self, before: datetime) -> int:
        """Forget notes older than `before`, left by a crash; returns how many."""
        with self._store.begin() as connection:
            return connection.execute(delete(unconfirmed).where(unconfirmed.c.at < before)).rowcount

    def add_message(
        self,
        item: str,
        message_id: str | None,
        direction: Direction,
        at: datetime,
        text: KeptText | None = None,
        *,
        answer: bool = True,
    ) -> None:
        """Add a relayed mail to its thread, so that an answer to it is found, and keep its text, if given.

        `answer` False: nobody outside got it, so it does not count as the last mail of its direction. Unknown
        thread: nothing.
        """
        with self._store.begin() as connection:
            seen = connection.execute(update(thread).where(thread.c.id == item).values(last_seen=_later(at)))
            if seen.rowcount and message_id:
                own, other = ([digest(message_id)], []) if answer else ([], [digest(message_id)])
                threads.link(connection, item, own, other, direction, at)
            if seen.rowcount and text is not None:
                texts.write(connection, item, text)

    def count_footer(self, item: str, at: datetime) -> None:
        """One more answer of this thread left with a footer."""
        self._update(item, {"footers": thread.c.footers + 1, "last_seen": _later(at)})

    def set_dismissed(self, item: str, flag: bool, at: datetime) -> None:
        """Treat the thread as unrelated from now on, or no longer."""
        self._update(item, {"dismissed": flag, "last_seen": _later(at)})

    def _update(self, item: str, values: dict[str, Any]) -> None:
        with self._store.begin() as connection:
            connection.execute(update(thread).where(thread.c.id == item).values(values))


def _later(at: datetime) -> Any:
    """`at`, but never before what the row has: old mail may be learned after new mail."""
    return case((thread.c.last_seen < at, literal(at, Instant())), else_=thread.c.last_seen)
