"""The store's database: opening, transactions, and one kind of error.

A commit that returned is on disk (SQLite: WAL, synchronous=FULL); a write
transaction takes the write lock when it begins (BEGIN IMMEDIATE), so it never
fails half-way for being second. Several processes may use one store at once.
Whatever goes wrong comes out as StoreError with one of five fixed words, never
with SQL or data in its text. All SQL that only SQLite knows is in this file.
"""

import asyncio
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, make_url
from sqlalchemy.pool import QueuePool, StaticPool

from gateway.store import migrations
from gateway.store.desk_schema import METADATA
from gateway.store.trouble import Reason, StoreError, reason_of

__all__ = ["BUSY_SECONDS", "LEAST_SECONDS", "Reason", "Store", "StoreError", "reason_of"]

P = ParamSpec("P")
R = TypeVar("R")

BUSY_SECONDS: Final = 5.0
"""How long a writer waits for another one before it gives up with `locked`."""

LEAST_SECONDS: Final = 0.05
"""How long it waits at least, when its time went by in the queue of this process."""


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (exc.SQLAlchemyError, sqlite3.Error) as error:
        if type(error) is exc.StatementError and isinstance(error.orig, ValueError):
            raise error.orig from None  # a value the caller must not pass is not the store's trouble
        raise reason_of(error) from error


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Work that may be committed together with other work; whoever asked waits on the future."""

    work: Callable[[], Any]
    until: float
    future: "asyncio.Future[Any]"


class Store:
    """One store. `url` as in `store.url`, the path made absolute; `sqlite://` is a store in memory.

    Sync: the methods of Ledger, Holds and the others block for a disk write. A program with an event loop
    goes through `call`, which runs them one after the other in the store's own thread, or, where nothing is
    written, through `ask`, which has a thread of its own: a reader waits for no writer. The time a writer
    waits for another process begins when it is asked for, so that a queue of them is not locked out one
    after the other.
    """

    def __init__(self, url: str, *, busy: float = BUSY_SECONDS) -> None:
        self.url: Final = make_url(url)
        self._busy = busy
        self._engine: Engine | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._reader: ThreadPoolExecutor | None = None
        self._asked = threading.local()
        self._waiting: list[_Waiting] = []
        self._taking = threading.Lock()
        self._file: str | None = None  # as a URI; None if the store is no file
        self._glance: sqlite3.Connection | None = None

    def open(self, *, read_only: bool = False, migrate: bool = True) -> None:
        """Open the store, creating file (0600) and folder (0700) where they are missing.

        `migrate` brings an older schema up to date; without it an older schema is an error. `read_only`
        creates nothing and changes nothing: a missing file is an empty store in memory. Raises StoreError.
        """
        path = self._path()
        empty = path is None or (read_only and not path.exists())
        try:
            if path is not None and not read_only:
                _create(path)
        except OSError as error:
            raise reason_of(error) from error
        self._engine = self._sqlite(None if empty else path, read_only)
        try:
            with _translated():
                if empty:
                    with self.begin() as connection:
                        METADATA.create_all(connection)
                else:
                    self._check_schema(migrate=migrate and not read_only)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close all connections; calls under way are waited for. May be called twice."""
        for thread in (self._thread, self._reader):
            if thread is not None:
                thread.shutdown(wait=True)
        self._thread = self._reader = None
        self._file = None
        self._drop_glance()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A write transaction: committed, and durable, when the block ends; undone if it raises.

        In work given to `share` it is a part of the common one, and durable when who asked goes on.
        """
        shared: Connection | None = getattr(self._asked, "shared", None)
        if shared is not None:
            with _translated(), shared.begin_nested():
                yield shared
            return
        with (
            _translated(),
            self._connected().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read transaction: one consistent view, waits for no writer."""
        shared: Connection | None = getattr(self._asked, "shared", None) or getattr(
            self._asked, "reading", None
        )
        if shared is not None:
            with _translated():
                yield shared
            return
        with _translated(), self._connected() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read in the block, in this thread, is one read transaction; nothing may be written.

        For many small look-ups: to begin and end costs as much as one of them, and they see the same state.
        """
        if getattr(self._asked, "shared", None) is not None or getattr(self._asked, "reading", None):
            yield
            return
        with _translated(), self._connected() as connection:
            self._asked.reading = connection
            try:
                yield
            finally:
                self._asked.reading = None

    async def call(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `fn` in the store's one thread and give back what it returns or raises.

        A caller that is cancelled stops waiting; what was begun is still done.
        """
        if self._engine is None:
            raise StoreError("unreachable", "not open")
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        work = partial(self._timed, time.monotonic() + self._busy, partial(fn, *args, **kwargs))
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def share(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """As `call`, for small work that only writes: all that waits is committed at once, on disk once.

        Where that fails, each is done alone, so `fn` may run twice; of the first time nothing is left.
        """
        if self._engine is None or isinstance(self._engine.pool, StaticPool):
            return await self.call(fn, *args, **kwargs)
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        future = asyncio.get_running_loop().create_future()
        with self._taking:
            first = not self._waiting
            work = partial(fn, *args, **kwargs)
            self._waiting.append(_Waiting(work, time.monotonic() + self._busy, future))
        if first:
            self._thread.submit(self._do_waiting)
        done: R = await future
        return done

    def _do_waiting(self) -> None:
        with self._taking:
            waiting, self._waiting = self._waiting, []
        outcomes = self._together(waiting) if len(waiting) > 1 else None
        outcomes = outcomes or [_outcome(partial(self._timed, one.until, one.work)) for one in waiting]
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            waiting[0].future.get_loop().call_soon_threadsafe(_tell, waiting, outcomes)

    def _together(self, waiting: list[_Waiting]) -> "list[_Outcome] | None":
        """All in one transaction; None, and nothing done, where the store had trouble with any of them."""
        self._asked.until = min(one.until for one in waiting)
        try:
            with self.begin() as connection:
                self._asked.shared = connection
                outcomes = [_outcome(one.work) for one in waiting]
                if any(isinstance(error, StoreError) for _, error in outcomes):
                    raise StoreError("unreachable", "each is tried alone")
                return outcomes
        except StoreError:
            return None
        finally:
            self._asked.until = self._asked.shared = None

    async def ask(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """As `call`, for a function that only reads: it waits for none that `call` was given.

        It sees what was committed, and nothing of what `call` has yet to do.
        """
        if self._engine is None or isinstance(self._engine.pool, StaticPool):
            return await self.call(fn, *args, **kwargs)  # a store in memory has one connection
        if self._reader is None:
            self._reader = ThreadPoolExecutor(1, thread_name_prefix="store-reader")
        work = partial(self._timed, time.monotonic() + self._busy, partial(fn, *args, **kwargs))
        return await asyncio.get_running_loop().run_in_executor(self._reader, work)

    def _timed(self, until: float, work: Callable[[], R]) -> R:
        """Do it; what it waits for other processes ends at `until`, but for LEAST_SECONDS."""
        self._asked.until = until
        try:
            return work()
        finally:
            self._asked.until = None

    def _patience(self) -> int:
        """Milliseconds that the transaction which begins now may wait for others."""
        until = getattr(self._asked, "until", None)
        left = self._busy if until is None else max(until - time.monotonic(), LEAST_SECONDS)
        # Almost all begin at once; then there is nothing to set anew.
        return round(1000 * (left if left < 0.9 * self._busy else self._busy))

    def glance(self, query: str, values: Sequence[str | bytes]) -> bool | None:
        """Whether a small indexed query finds a row; None if that cannot be said at once, then ask `call`.

        For the event loop itself: to change threads costs a hundred times what such a query does. Waits for
        nobody, sees what is committed, never raises. `query` has a `?` for each of the values.
        """
        try:
            if self._glance is None and self._file is not None:
                self._glance = sqlite3.connect(
                    self._file, uri=True, timeout=0, isolation_level=None, check_same_thread=False
                )
            return (
                None if self._glance is None else self._glance.execute(query, values).fetchone() is not None
            )
        except (sqlite3.Error, UnicodeError):
            self._drop_glance()
            return None

    def _drop_glance(self) -> None:
        if self._glance is not None:
            self._glance.close()
            self._glance = None

    def _connected(self) -> Connection:
        if self._engine is None:
            raise StoreError("unreachable", "not open")
        return self._engine.connect()

    def _path(self) -> Path | None:
        if self.url.get_backend_name() != "sqlite":
            raise StoreError(
                "unreachable", f"{self.url.drivername} stores are not supported yet; use sqlite:///PATH"
            )
        name = self.url.database
        return None if name in (None, "", ":memory:") else Path(str(name))

    def _check_schema(self, *, migrate: bool) -> None:
        with self._connected() as connection:
            current = _revision(connection)
        if current == migrations.HEAD:
            return
        if current not in (*migrations.OLDER, None):
            raise StoreError("schema", f"its revision {current} is not known here; use the newer program")
        if not migrate:
            raise StoreError(
                "schema", f"its revision is {current or 'none'}, this program needs {migrations.HEAD}"
            )
        with self.begin() as connection:  # a second process waits here and then finds the work done
            if _revision(connection) != migrations.HEAD:
                migrations.upgrade(connection)

    def _sqlite(self, path: Path | None, read_only: bool) -> Engine:
        if path is None:
            options: dict[str, Any] = {"poolclass": StaticPool}
            target = ":memory:"
        else:
            options = {"poolclass": QueuePool, "pool_size": 4, "max_overflow": 0, "pool_timeout": self._busy}
            target = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rw")

        def connect() -> sqlite3.Connection:
            # isolation_level None: the driver begins nothing by itself, the `begin` event below does.
            connection = sqlite3.connect(
                target,
                uri=path is not None,
                timeout=self._busy,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
            try:
                connection.execute("PRAGMA foreign_keys=ON")
                if path is not None and not read_only:
                    _write_ahead(connection, self._busy)
                    connection.execute("PRAGMA synchronous=FULL")
            except BaseException:
                connection.close()
                raise
            return connection

        self._file = target if path is not None else None
        engine = create_engine("sqlite://", creator=connect, hide_parameters=True, **options)

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes", False)
            patience = self._patience()
            if connection.info.get("patience", round(1000 * self._busy)) != patience:
                connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}").close()
                connection.info["patience"] = patience
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine


_Outcome: TypeAlias = tuple[Any, BaseException | None]


def _outcome(work: Callable[[], Any]) -> _Outcome:
    """What the work returns, or raises."""
    try:
        return work(), None
    except Exception as error:
        return None, error


def _tell(waiting: list[_Waiting], outcomes: list[_Outcome]) -> None:
    for one, (result, error) in zip(waiting, outcomes, strict=True):
        if one.future.done():
            continue  # cancelled
        if error is None:
            one.future.set_result(result)
        else:
            one.future.set_exception(error)


def _create(path: Path) -> None:
    """Make the folder and an empty file before SQLite does, so that their modes are ours at once."""
    missing = [folder for folder in path.absolute().parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    if path.exists():
        return
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    for folder in {path.absolute().parent, *(folder.parent for folder in missing)}:
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


def _write_ahead(connection: sqlite3.Connection, seconds: float) -> None:
    """Switch to WAL. The switch does not wait for others by itself, so two first openers would collide."""
    give_up = time.monotonic() + seconds
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if reason_of(error).reason != "locked" or time.monotonic() > give_up:
                raise
            time.sleep(0.01)


def _revision(connection: Connection) -> str | None:
    """The schema revision; None if the database is empty. Raises StoreError("schema") if it is not ours."""
    names = inspect(connection).get_table_names()
    if migrations.TABLE in names:
        return connection.exec_driver_sql(f"SELECT version_num FROM {migrations.TABLE}").scalar()  # noqa: S608
    if names:
        raise StoreError("schema", "the database belongs to another program")
    return None
