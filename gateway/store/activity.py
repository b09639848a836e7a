"""Who did what: the audit chain read back with names, and the link that says somebody read a mail.

The chain holds keyed hashes of names only; a hash is turned into a name by asking
which of the names given it belongs to, so who is gone from the users is nameless
here too. StoreError on trouble.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, select

from gateway.store import audit
from gateway.store.database import Store
from gateway.store.schema import audit as chain
from gateway.store.schema import meta

READ: Final = "read"
"""The verb of a link that says: somebody saw the text of a held mail."""

ONCE: Final = timedelta(minutes=15)
"""Looks of the same person at the same mail within this time are one reading."""

_KEY = select(meta.c.value).where(meta.c.name == audit.KEY)
_LAST = (
    select(chain.c.at)
    .where(chain.c.subject == bindparam("subject"), chain.c.verb == READ, chain.c.who == bindparam("who"))
    .order_by(chain.c.seq.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Done:
    """One link of the chain. `who` is "" where the name is not known."""

    seq: int
    at: datetime
    verb: str
    subject: str
    who: str


class Activity:
    """What was done, in one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, held: str, who: str, at: datetime) -> bool:
        """Note that somebody reads the text of a held mail; whether this is a new link."""
        with self._store.read() as connection:
            key = connection.execute(_KEY).scalar()
            if key is not None:
                values = {"subject": held, "who": audit.keyed(key, who)}
                last = connection.execute(_LAST, values).scalar()
                if last is not None and last + ONCE > at:
                    return False
        self.note(READ, held, who, at)
        return True

    def note(self, verb: str, subject: str, who: str, at: datetime) -> None:
        """Add a link about something that changes nothing in the store."""
        with self._store.begin() as connection:
            audit.append(connection, verb, subject, who, at)

    def entries(
        self,
        names: Iterable[str],
        *,
        subject: str | None = None,
        verb: str | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> tuple[Done, ...]:
        """Links of the chain, the latest first; `before` a number, for the page behind it."""
        wanted = select(chain).order_by(chain.c.seq.desc()).limit(limit)
        if subject is not None:
            wanted = wanted.where(chain.c.subject == subject)
        if verb is not None:
            wanted = wanted.where(chain.c.verb == verb)
        if before is not None:
            wanted = wanted.where(chain.c.seq < before)
        with self._store.read() as connection:
            key = connection.execute(_KEY).scalar()
            known = (
                {}
                if key is None
                else {audit.keyed(key, name): name for name in (*names, audit.GATEWAY, "deadline")}
            )
            return tuple(
                Done(row.seq, row.at, row.verb, row.subject, known.get(row.who, ""))
                for row in connection.execute(wanted)
            )
