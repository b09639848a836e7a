"""Opening the store, its transactions, and what its trouble is called."""

import asyncio
import errno
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import event, exc, text

from gateway.store import Store, StoreError, verify
from gateway.store.database import reason_of
from gateway.store.holds import Holds
from tests.store.samples import BODY, T0, held

pytestmark = pytest.mark.timeout(60)


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _put(store: Store, name: str) -> None:
    with store.begin() as connection:
        connection.execute(text("INSERT INTO meta VALUES (:name, x'00')"), {"name": name})


def _names(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.execute(text("SELECT name FROM meta ORDER BY name")).scalars())


def test_folder_and_files_are_for_the_owner_alone(store: Store, url: str) -> None:
    _put(store, "a")
    file = _file(url)
    files = sorted(file.parent.iterdir())
    assert [one.name for one in files] == ["marketgate.db", "marketgate.db-shm", "marketgate.db-wal"]
    assert [_mode(one) for one in (file.parent, *files)] == [0o700, 0o600, 0o600, 0o600]


def test_every_missing_folder_is_made_and_an_existing_one_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o755)
    store = Store(f"sqlite:///{tmp_path}/there/a/b/x.db")
    store.open()
    store.close()
    folders = [tmp_path / "there", tmp_path / "there/a", tmp_path / "there/a/b"]
    assert [_mode(one) for one in folders] == [0o755, 0o700, 0o700]


def test_commits_are_durable_and_keys_enforced(store: Store) -> None:
    """WAL, synchronous=FULL (2) and foreign keys on, on every connection, also those opened later."""
    with store.read() as one, store.read() as two:
        for connection in (one, two):
            values = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            ]
            assert values == ["wal", 2, 1, 5000]


def test_a_write_transaction_holds_the_write_lock_from_its_beginning(store: Store, url: str) -> None:
    with store.begin():
        other = sqlite3.connect(_file(url), timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_block_that_raises_changes_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.begin() as connection:
        connection.execute(text("INSERT INTO meta VALUES ('a', x'00')"))
        raise RuntimeError
    assert _names(store) == []


def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    _put(store, "a")
    with store.begin() as connection:
        connection.execute(text("INSERT INTO meta VALUES ('b', x'00')"))
        assert _names(store) == ["a"]
    assert _names(store) == ["a", "b"]


def test_what_is_read_together_is_one_transaction_with_one_view(store: Store, url: str) -> None:
    _put(store, "before")
    begun: list[object] = []
    event.listen(store._engine, "begin", begun.append)
    with store.reading():
        assert _names(store) == ["before"]
        other = Store(url)
        other.open()
        _put(other, "meanwhile")
        other.close()
        assert _names(store) == ["before"]
        assert len(begun) == 1
    assert _names(store) == ["before", "meanwhile"]


def test_reading_ends_where_the_block_raises(store: Store) -> None:
    with pytest.raises(KeyError), store.reading():
        assert _names(store) == []
        raise KeyError
    _put(store, "behind")
    assert _names(store) == ["behind"]


def test_a_writer_waits_its_time_and_then_says_locked(store: Store, url: str) -> None:
    impatient = Store(url, busy=0.05)
    impatient.open()
    with store.begin(), pytest.raises(StoreError) as caught:
        _put(impatient, "b")
    assert (caught.value.reason, str(caught.value)) == (
        "locked",
        "the store is locked by another writer (database is locked)",
    )
    _put(impatient, "c")
    assert _names(store) == ["c"]
    impatient.close()


def test_a_full_disk_is_called_full_and_loses_nothing(store: Store) -> None:
    """The page limit is SQLite's own way to run out of room; it recovers when there is room again."""
    holds = Holds(store)
    first = holds.commit(held(1), [BODY], T0)
    with store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError) as caught:
        holds.commit(held(2), [os.urandom(1_000_000)], T0)
    assert caught.value.reason == "full"
    with store.read() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    second = holds.commit(held(2), [BODY], T0)
    assert holds.list() == [first, second]
    assert verify(store) == []


def test_a_file_that_is_no_database_is_called_damaged(url: str) -> None:
    _file(url).parent.mkdir()
    _file(url).write_bytes(b"this is not a database\n" * 100)
    with pytest.raises(StoreError) as caught:
        Store(url).open()
    assert caught.value.reason == "damaged"
    assert _file(url).read_bytes() == b"this is not a database\n" * 100


def test_a_page_that_went_bad_is_called_damaged(store: Store, url: str) -> None:
    Holds(store).commit(held(), [os.urandom(200_000)], T0)
    store.close()
    with _file(url).open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for page in range(1, size // 4096):
            file.seek(page * 4096)
            file.write(b"\xff" * 64)
    with pytest.raises(StoreError) as caught:
        store.open()
    assert (caught.value.reason, str(caught.value)) == (
        "damaged",
        "the store is damaged; restore a backup (database disk image is malformed)",
    )


def test_a_byte_that_went_bad_in_a_body_is_called_damaged(store: Store, url: str) -> None:
    content = os.urandom(200_000)
    item = Holds(store).commit(held(), [content], T0)
    store.close()
    raw = _file(url).read_bytes()
    spot = raw.index(content[5000:5016])
    _file(url).write_bytes(raw[:spot] + bytes([raw[spot] ^ 1]) + raw[spot + 1 :])
    store.open()
    assert Holds(store).get(item.id) == item
    with pytest.raises(StoreError) as caught:
        Holds(store).body(item.id)
    assert caught.value.reason == "damaged"


def test_a_place_that_cannot_be_made_is_called_unreachable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        Store(f"sqlite:///{tmp_path}/file/x.db").open()
    assert caught.value.reason == "unreachable"
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError) as caught:
        Store(f"sqlite:///{tmp_path}/folder").open()
    assert caught.value.reason == "unreachable"


def test_another_program_s_database_is_refused_untouched(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "x.db")
    other.execute("CREATE TABLE wiki (page TEXT)")
    other.commit()
    with pytest.raises(StoreError) as caught:
        Store(f"sqlite:///{tmp_path}/x.db").open()
    assert (caught.value.reason, caught.value.detail) == (
        "schema",
        "the database belongs to another program",
    )
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("wiki",)]
    other.close()


def test_a_newer_schema_is_refused(store: Store, url: str) -> None:
    with store.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    for read_only in (False, True):
        with pytest.raises(StoreError) as caught:
            Store(url).open(read_only=read_only)
        assert (caught.value.reason, caught.value.detail) == (
            "schema",
            "its revision 9999 is not known here; use the newer program",
        )


def test_without_migrate_an_empty_database_is_refused(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        Store(url).open(migrate=False)
    assert caught.value.reason == "schema"


def test_other_databases_are_refused_by_name() -> None:
    with pytest.raises(StoreError, match="postgresql stores are not supported yet"):
        Store("postgresql://db/x").open()


def test_read_only_sees_what_is_there_and_changes_nothing(store: Store, url: str) -> None:
    item = Holds(store).commit(held(), [BODY], T0)
    reader = Store(url)
    reader.open(read_only=True)
    assert Holds(reader).list() == [item]
    with pytest.raises(StoreError) as caught:
        _put(reader, "a")
    assert caught.value.reason == "unreachable"
    reader.close()


def test_read_only_and_missing_is_an_empty_store_that_leaves_no_file(url: str) -> None:
    store = Store(url)
    store.open(read_only=True)
    assert Holds(store).list() == []
    assert not _file(url).parent.exists()
    store.close()


def test_a_store_in_memory_is_complete(tmp_path: Path) -> None:
    store = Store("sqlite://")
    store.open()
    item = Holds(store).commit(held(), [BODY], T0)
    assert (Holds(store).list(), Holds(store).body(item.id)) == ([item], BODY)
    store.close()


def test_a_closed_store_is_unreachable_and_closes_twice(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError) as caught:
        _names(store)
    assert caught.value.reason == "unreachable"


async def test_calls_run_one_after_the_other_in_one_thread(store: Store) -> None:
    seen: list[tuple[str, int]] = []

    def work(name: str, *, twice: bool = False) -> int:
        seen.extend([(name, threading.get_ident())] * (2 if twice else 1))
        return len(seen)

    results = await asyncio.gather(*(store.call(work, str(number), twice=True) for number in range(20)))
    assert results == list(range(2, 41, 2))
    assert [name for name, _ in seen] == [str(number // 2) for number in range(40)]
    assert len({ident for _, ident in seen}) == 1
    assert seen[0][1] != threading.get_ident()


async def test_who_only_asks_waits_for_no_writer(store: Store) -> None:
    """What reads has a thread of its own, also while a write of this process waits for another process."""
    _put(store, "a")
    begun, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with store.begin() as connection:
            connection.execute(text("INSERT INTO meta VALUES ('b', x'00')"))
            begun.set()
            assert go_on.wait(30)

    writing = asyncio.create_task(store.call(write))
    await asyncio.to_thread(begun.wait, 30)
    assert await store.ask(_names, store) == ["a"]
    go_on.set()
    await writing
    assert await store.ask(_names, store) == ["a", "b"]


async def test_a_queue_of_writers_is_locked_out_at_once_and_not_one_after_the_other(
    store: Store, url: str
) -> None:
    """The time each may wait begins when it is asked for; afterwards everything is as ever."""
    other = Store(url, busy=0.5)
    other.open()
    loop = asyncio.get_running_loop()
    with store.begin():
        began = loop.time()
        many = [other.call(_put, other, str(number)) for number in range(20)]
        found = await asyncio.gather(*many, return_exceptions=True)
    assert [getattr(one, "reason", None) for one in found] == ["locked"] * 20
    assert loop.time() - began < 9.0  # one after the other: ten
    await other.call(_put, other, "z")
    with other.read() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 500
    other.close()


async def test_a_store_in_memory_is_asked_in_its_one_thread() -> None:
    memory = Store("sqlite://")
    memory.open()
    await memory.call(_put, memory, "a")
    assert await memory.ask(_names, memory) == ["a"]
    memory.close()


async def _all_at_once(store: Store, *works: Callable[[], object]) -> list[object]:
    """Give the works to `share` while the store's thread is busy, so that they wait together."""
    free = threading.Event()
    busy = asyncio.create_task(store.call(free.wait))
    waiting = [asyncio.create_task(store.share(work)) for work in works]
    await asyncio.sleep(0)
    free.set()
    await busy
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_what_waits_is_committed_at_once(store: Store) -> None:
    commits: list[object] = []
    assert store._engine is not None
    event.listen(store._engine, "commit", commits.append)
    done = await _all_at_once(store, *(partial(_put, store, name) for name in "bcd"))
    assert (done, _names(store)[-3:], len(commits)) == ([None] * 3, ["b", "c", "d"], 1)


async def test_each_sees_what_those_before_it_wrote(store: Store) -> None:
    done = await _all_at_once(store, partial(_put, store, "b"), partial(_names, store))
    assert "b" in str(done[1])


async def test_one_that_raises_takes_back_its_own_block_only(store: Store) -> None:
    def broken() -> None:
        with store.begin() as connection:
            connection.execute(text("INSERT INTO meta VALUES ('x', x'00')"))
            raise KeyError("mine")

    done = await _all_at_once(store, partial(_put, store, "b"), broken, partial(_put, store, "c"))
    assert [type(one) for one in done] == [type(None), KeyError, type(None)]
    assert ("x" in _names(store), {"b", "c"} <= set(_names(store))) == (False, True)


async def test_where_the_store_has_trouble_with_one_each_is_done_alone(store: Store) -> None:
    """The second cannot be written, as often as it is tried; what is told as done is on disk."""
    done = await _all_at_once(store, *(partial(_put, store, name) for name in ("b", "b", "c")))
    assert [getattr(one, "reason", one) for one in done] == [None, "unreachable", None]
    assert {"b", "c"} <= set(_names(store))


async def test_nobody_hears_that_it_is_done_before_the_common_commit(store: Store) -> None:
    """A commit that fails fails for all: none of them is told that it was written."""
    assert store._engine is not None

    def full(connection: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    event.listen(store._engine, "commit", full)
    done = await _all_at_once(store, *(partial(_put, store, name) for name in "bc"))
    event.remove(store._engine, "commit", full)
    assert [type(one) for one in done] == [StoreError, StoreError]
    assert {"b", "c"} & set(_names(store)) == set()


async def test_who_is_cancelled_stops_waiting_and_the_others_are_told(store: Store) -> None:
    free = threading.Event()
    busy = asyncio.create_task(store.call(free.wait))
    first, second = (asyncio.create_task(store.share(_put, store, name)) for name in "bc")
    await asyncio.sleep(0)
    first.cancel()
    free.set()
    await busy
    await second
    assert {"b", "c"} <= set(_names(store))


async def test_a_call_gives_back_what_the_function_raises(store: Store) -> None:
    def fail() -> None:
        raise StoreError("full")

    with pytest.raises(StoreError, match="the disk of the store is full"):
        await store.call(fail)
    store.close()
    with pytest.raises(StoreError) as caught:
        await store.call(fail)
    assert caught.value.reason == "unreachable"


def test_errors_show_neither_sql_nor_data(store: Store) -> None:
    _put(store, "secret")
    with pytest.raises(StoreError) as caught:
        _put(store, "secret")
    shown = f"{caught.value} {caught.value.__cause__}"
    assert "UNIQUE constraint failed" in shown
    assert "secret" not in shown


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "x"), "full"),
        (OSError(errno.EACCES, "x"), "unreachable"),
        (exc.TimeoutError(), "locked"),
        (exc.DBAPIError("", {}, sqlite3.OperationalError("no such table: held")), "schema"),
        (exc.DBAPIError("", {}, sqlite3.OperationalError("disk I/O error")), "unreachable"),
        (exc.ArgumentError("x"), "unreachable"),
    ],
)
def test_each_kind_of_trouble_has_its_word(error: Exception, reason: str) -> None:
    assert reason_of(error).reason == reason


OPEN_AND_WRITE = """
import sys
from gateway.store import Store
from gateway.store.holds import Holds
from tests.store.samples import BODY, T0, held

sys.stdin.readline()
store = Store(sys.argv[1])
store.open()
for number in range(50):
    Holds(store).commit(held(int(sys.argv[2]) + number), [BODY], T0)
store.close()
"""


def test_two_processes_create_and_write_the_same_store_at_once(url: str) -> None:
    """Both find no file, one migrates, both write; nothing is lost and the audit chain is one."""
    children = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_AND_WRITE, url, str(start)], stdin=subprocess.PIPE, text=True
        )
        for start in (100, 200)
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        child.communicate(timeout=50)
    assert [child.returncode for child in children] == [0, 0]
    store = Store(url)
    store.open()
    wanted = [held(start + number).id for start in (100, 200) for number in range(50)]
    assert [item.id for item in Holds(store).list()] == wanted
    assert verify(store) == []
    store.close()


def test_a_glance_sees_what_is_committed_and_waits_for_nobody(store: Store) -> None:
    asked = "SELECT 1 FROM meta WHERE name IN (?)"
    assert store.glance(asked, ["a"]) is False
    _put(store, "a")
    assert store.glance(asked, ["a"]) is True
    with store.begin() as writer:
        writer.exec_driver_sql("DELETE FROM meta")
        assert store.glance(asked, ["a"]) is True
    assert store.glance(asked, ["a"]) is False


def test_a_glance_that_cannot_be_had_is_no_answer(store: Store, url: str) -> None:
    assert store.glance("SELECT 1 FROM nowhere WHERE name IN (?)", ["a"]) is None
    assert store.glance("SELECT 1 FROM meta WHERE name IN (?)", ["\ud800"]) is None
    assert store.glance("SELECT 1 FROM meta WHERE name IN (?)", ["a"]) is False, "it recovers"
    store.close()
    assert store.glance("SELECT 1 FROM meta WHERE name IN (?)", ["a"]) is None
    memory = Store("sqlite://")
    memory.open()
    assert memory.glance("SELECT 1 FROM meta WHERE name IN (?)", ["a"]) is None
    memory.close()
