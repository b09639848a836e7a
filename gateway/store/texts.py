"""What is kept of concerned mail that passed: a few header fields and the displayable text.

So that who decides on an answer sees what the buyer wrote. A text belongs to a thread
and goes with it; retention empties it earlier and leaves the row, which then says that
there was a mail. The functions with a connection work inside the caller's transaction.
StoreError on trouble.
"""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from gateway.store.database import Store
from gateway.store.schema import kept_text
from gateway.words import Direction

MOST: Final = 64 * 1024
"""Bytes of a text that are kept, as UTF-8."""

LATEST: Final = 20
"""Mails of a thread that are shown."""

_OF_THREAD: Final = (
    select(kept_text)
    .where(kept_text.c.thread == bindparam("item"))
    .order_by(kept_text.c.at.desc(), kept_text.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class KeptText:
    """One mail of a conversation. `headers` are names and decoded values, `text` has LF or CRLF line ends.

    Both are empty and `erased` is true once retention removed them.
    """

    at: datetime
    direction: Direction
    headers: tuple[tuple[str, str], ...]
    text: str
    erased: bool = False

    def header(self, name: str) -> str:
        """The first field of that name (lower case), "" if there is none."""
        return next((value for field, value in self.headers if field == name), "")


class KeptTexts:
    """The kept texts of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, thread: str, most: int = LATEST) -> tuple[KeptText, ...]:
        """The latest mails of a thread, oldest first."""
        with self._store.read() as connection:
            found = connection.execute(_OF_THREAD, {"item": thread, "most": most}).all()
        return tuple(_of_row(row) for row in reversed(found))


def write(connection: Connection, thread: str, kept: KeptText) -> None:
    """Keep the text of a mail; the same mail again (a retry of its sender) is kept once."""
    data = cut(kept.text).encode("utf-8", "replace")
    key = hashlib.blake2b(repr((thread, kept.direction.value, kept.headers)).encode("utf-8", "replace"))
    key.update(data)
    item = key.hexdigest()[:32]
    known = connection.execute(select(kept_text.c.id).where(kept_text.c.id == item)).first()
    if known is None:
        values = {
            "id": item,
            "thread": thread,
            "direction": kept.direction.value,
            "at": kept.at,
            "headers": [list(field) for field in kept.headers],
            "data": zlib.compress(data),
        }
        connection.execute(insert(kept_text), values)


def move(connection: Connection, old: str, new: str) -> None:
    """Give the texts of a thread to the one it became a part of."""
    connection.execute(update(kept_text).where(kept_text.c.thread == old).values(thread=new))


def erase(connection: Connection, item: str) -> str:
    """Remove headers and text of one mail; the id of its thread."""
    connection.execute(update(kept_text).where(kept_text.c.id == item).values(headers=[], data=None))
    return str(connection.execute(select(kept_text.c.thread).where(kept_text.c.id == item)).scalar_one())


def cut(text: str) -> str:
    """The text, or as much of it as MOST bytes hold."""
    data = text.encode("utf-8", "replace")
    return text if len(data) <= MOST else data[:MOST].decode("utf-8", "ignore")


def _of_row(row: Any) -> KeptText:
    text = "" if row.data is None else zlib.decompress(row.data).decode("utf-8", "replace")
    headers = tuple((str(name), str(value)) for name, value in row.headers)
    return KeptText(row.at, Direction(row.direction), headers, text, erased=row.data is None)
