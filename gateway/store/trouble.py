"""What the trouble of a store is called: one kind of error, with one of five fixed words.

Never with SQL or data in its text. What drivers, SQLAlchemy and the system say is translated here.
"""

import errno
import sqlite3
from typing import Final, Literal

from sqlalchemy import exc

Reason = Literal["unreachable", "locked", "full", "damaged", "schema"]

_WORDS: Final[dict[Reason, str]] = {
    "unreachable": "the store cannot be reached",
    "locked": "the store is locked by another writer",
    "full": "the disk of the store is full",
    "damaged": "the store is damaged; restore a backup",
    "schema": "the store has another schema than this program",
}

# SQLite's error names by their beginning, and SQLSTATE classes; the first that fits counts.
_SIGNS: Final[tuple[tuple[str, Reason], ...]] = (
    ("SQLITE_BUSY", "locked"),
    ("SQLITE_LOCKED", "locked"),
    ("SQLITE_FULL", "full"),
    ("SQLITE_IOERR_SHMSIZE", "full"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_NOTADB", "damaged"),
    ("23505", "locked"),
    ("40", "locked"),
    ("55P03", "locked"),
    ("53100", "full"),
    ("XX00", "damaged"),
    ("42P01", "schema"),
)


class StoreError(Exception):
    """The store cannot do what was asked. `reason` is the fixed word, `detail` the database's own words."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(_WORDS[reason] + (f" ({detail})" if detail else ""))
        self.reason: Reason = reason
        self.detail = detail


def reason_of(error: BaseException) -> StoreError:
    """The StoreError that says what a driver's, SQLAlchemy's or the system's error means."""
    if isinstance(error, exc.TimeoutError):
        return StoreError("locked", "no free connection")
    if isinstance(error, OSError):
        return StoreError(
            "full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "unreachable", str(error)
        )
    cause = error.orig if isinstance(error, exc.DBAPIError) and error.orig is not None else error
    detail = str(cause) if isinstance(error, exc.DBAPIError | sqlite3.Error) else type(error).__name__
    code = str(getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or "")
    found = next((reason for sign, reason in _SIGNS if code.startswith(sign)), None)
    if found is None and "no such table" in detail:
        found = "schema"
    return StoreError(found or "unreachable", detail)
