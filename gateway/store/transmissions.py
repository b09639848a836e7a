"""Who already has a copy of a mail that a client may send again.

When a later group of a split mail is refused for now, the client retries the
whole; what is recorded here under the mail's fingerprint is not sent twice. The
memory lasts seven days, longer than mail servers retry. StoreError on trouble.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, delete, insert, select

from gateway.mail.address import Path
from gateway.store.database import Store
from gateway.store.held import folded
from gateway.store.schema import transmission

MEMORY: Final = timedelta(days=7)

_DONE = select(transmission.c.address).where(
    transmission.c.fingerprint == bindparam("print"), transmission.c.at > bindparam("since")
)


class Transmissions:
    """The transmissions of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def record(self, fingerprint: bytes, addresses: Iterable[str | Path], reply: str, at: datetime) -> None:
        """Note that the next hop took this mail for these addresses, with its reply; durable on return."""
        people = sorted({folded(one) for one in addresses})
        if not people:
            return
        with self._store.begin() as connection:
            connection.execute(
                delete(transmission).where(
                    transmission.c.fingerprint == fingerprint, transmission.c.address.in_(people)
                )
            )
            connection.execute(
                insert(transmission),
                [{"fingerprint": fingerprint, "address": one, "reply": reply, "at": at} for one in people],
            )

    def done(self, fingerprint: bytes, at: datetime) -> frozenset[str]:
        """The folded addresses that got this mail in the seven days before `at`."""
        with self._store.read() as connection:
            return frozenset(
                connection.execute(_DONE, {"print": fingerprint, "since": at - MEMORY}).scalars()
            )

    def purge(self, at: datetime) -> int:
        """Forget what is older than seven days; returns how many entries that was."""
        with self._store.begin() as connection:
            return connection.execute(delete(transmission).where(transmission.c.at <= at - MEMORY)).rowcount
