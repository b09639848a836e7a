"""Settings that are changed while the gateway runs, and that all processes share.

The mode: an override of the configured one, with or without an end; every change is
a link of the audit chain. The time of the last trial write. Keys that outlive a restart.
StoreError on trouble.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from gateway.store import audit
from gateway.store.database import Store
from gateway.store.schema import setting
from gateway.words import Mode

_MODE = select(setting).where(setting.c.name == "mode")


@dataclass(frozen=True, slots=True)
class Override:
    """A mode that holds instead of the configured one: who set it when, and its end (None: until changed)."""

    mode: Mode
    until: datetime | None
    who: str
    at: datetime


class Settings:
    """The settings of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mode(self, at: datetime) -> Mode | None:
        """The override in force at `at`, or None: the configuration decides."""
        override = self.override(at)
        return override.mode if override else None

    def override(self, at: datetime) -> Override | None:
        """The override in force at `at` with who set it and until when, or None."""
        with self._store.read() as connection:
            row = connection.execute(_MODE).first()
        if row is None or (row.until is not None and row.until <= at):
            return None
        return Override(Mode(row.value), row.until, row.who, row.at)

    def try_writing(self, at: datetime) -> None:
        """See that the store can be written: a row that is on disk when this returns."""
        with self._store.begin() as connection:
            connection.execute(delete(setting).where(setting.c.name == "written"))
            connection.execute(insert(setting), {"name": "written", "value": "", "who": "", "at": at})

    def key(self, name: str, at: datetime) -> bytes:
        """The key of that name: 32 random bytes, made when it is first asked for, by whichever process."""
        chosen = select(setting.c.value).where(setting.c.name == f"key:{name}")
        with self._store.begin() as connection:
            found = connection.execute(chosen).scalar()
            if found is None:
                found = secrets.token_hex(32)
                connection.execute(
                    insert(setting), {"name": f"key:{name}", "value": found, "who": "", "at": at}
                )
        return bytes.fromhex(found)

    def set_mode(self, mode: Mode | None, until: datetime | None, who: str, at: datetime) -> None:
        """Override the mode until `until` (None: until it is changed); mode None ends the override."""
        with self._store.begin() as connection:
            connection.execute(delete(setting).where(setting.c.name == "mode"))
            if mode is not None:
                values = {"name": "mode", "value": mode.value, "until": until, "who": who, "at": at}
                connection.execute(insert(setting), values)
            audit.append(connection, "mode", mode.value if mode else "configured", who, at)
