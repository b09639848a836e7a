"""Copies for the archive, as rows until the archive took them.

What was sent is written here before the client hears 250, or before a release is
settled, so a crash loses no copy that a sender counts as sent. A copy goes only
when the archive has it: no timer and no refusal removes it. The bytes lie in
compressed pieces, as those of held mail do. StoreError on trouble.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from gateway.store.database import Store, StoreError
from gateway.store.desk_schema import archived, archived_piece
from gateway.store.holds import packed


@dataclass(frozen=True, slots=True)
class Archived:
    """One copy that waits for the archive.

    `params` are those of MAIL FROM that say what the bytes need (`BODY=8BITMIME`, `SMTPUTF8`), `size` the
    bytes, `attempts` how often it was tried, `next_try` when it is due.
    """

    id: str
    params: tuple[str, ...]
    size: int
    attempts: int
    next_try: datetime


_FIRST = (
    select(archived)
    .where(archived.c.next_try <= bindparam("at"))
    .order_by(archived.c.next_try, archived.c.id)
    .limit(1)
)
_PIECES = (
    select(archived_piece.c.data)
    .where(archived_piece.c.copy == bindparam("item"))
    .order_by(archived_piece.c.number)
)


class Archive:
    """The copies of one store that wait for the archive."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, item: str, content: Iterable[bytes], params: Iterable[str], at: datetime) -> None:
        """Write a copy, due at once; it is on disk when this returns. `content`: pieces of any size."""
        size, pieces = packed(content)
        with self._store.begin() as connection:
            connection.execute(
                insert(archived),
                {"id": item, "params": list(params), "size": size, "attempts": 0, "next_try": at, "at": at},
            )
            if pieces:
                connection.execute(
                    insert(archived_piece),
                    [{"copy": item, "number": number, "data": data} for number, data in enumerate(pieces)],
                )

    def due(self, at: datetime) -> Archived | None:
        """The copy that is due longest, if one is."""
        with self._store.read() as connection:
            row = connection.execute(_FIRST, {"at": at}).first()
        if row is None:
            return None
        return Archived(row.id, tuple(row.params), row.size, row.attempts, row.next_try)

    def content(self, item: Archived) -> bytes:
        """The bytes as they were sent. Raises StoreError("damaged") if they are not whole."""
        with self._store.read() as connection:
            pieces = connection.execute(_PIECES, {"item": item.id}).scalars().all()
        try:
            content = b"".join(zlib.decompress(piece) for piece in pieces)
        except zlib.error as error:
            raise StoreError("damaged", f"copy {item.id} for the archive: {error}") from None
        if len(content) != item.size:
            raise StoreError(
                "damaged", f"copy {item.id} for the archive: {len(content)} of {item.size} bytes"
            )
        return content

    def taken(self, item: str) -> None:
        """The archive has it: the copy goes."""
        with self._store.begin() as connection:
            connection.execute(delete(archived).where(archived.c.id == item))

    def deferred(self, item: str, next_try: datetime) -> None:
        """The archive did not take it: it is due again at `next_try`."""
        with self._store.begin() as connection:
            connection.execute(
                update(archived)
                .where(archived.c.id == item)
                .values(attempts=archived.c.attempts + 1, next_try=next_try)
            )

    def waiting(self) -> int:
        """How many copies the archive has not got yet."""
        with self._store.read() as connection:
            return connection.execute(select(func.count()).select_from(archived)).scalar_one()
