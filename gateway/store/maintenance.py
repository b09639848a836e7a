"""Care of the database file: its revision, and a backup that may be made while mail flows.

SQLite's online backup copies a consistent state page by page and waits for nobody.
The copy is checked before it gets its name, so a backup that is there is whole.
StoreError if the store has trouble, OSError if the target has.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from gateway.store import migrations
from gateway.store.database import Store, StoreError, reason_of

PAGES = 1024
"""Pages copied at a time; writers get their turn in between."""


def revision(store: Store) -> str | None:
    """The schema revision of an open store."""
    with store.read() as connection:
        found = connection.exec_driver_sql(f"SELECT version_num FROM {migrations.TABLE}").scalar()  # noqa: S608
    return None if found is None else str(found)


def backup(store: Store, target: Path) -> int:
    """Copy the store, open or not, into a new file that only its owner may read; returns its size.

    A store of an older schema is copied as it is. Raises FileExistsError if the file is there, OSError if
    it cannot be written, StoreError.
    """
    source = Path(store.url.database or "")
    if store.url.get_backend_name() != "sqlite" or not source.is_file():
        raise StoreError("unreachable", "there is no such file")
    if target.exists():
        raise FileExistsError(f"{target} exists already")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        _copy(source, unfinished)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        # A link, not a rename: it fails where somebody made the file in the meantime.
        target.hardlink_to(unfinished)
        folder = os.open(target.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def _copy(source: Path, target: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(source.absolute().as_uri() + "?mode=ro", uri=True)) as original,
            closing(sqlite3.connect(target)) as copy,
        ):
            original.backup(copy, pages=PAGES, sleep=0.05)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, not three
            sound = copy.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise reason_of(error) from error
    if sound != "ok":
        raise StoreError("damaged", f"the copy is not sound: {sound}")
