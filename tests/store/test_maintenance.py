"""A backup is a whole store in one private file, made while others write."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from gateway.store import Holds, Store, StoreError, verify
from gateway.store.maintenance import backup, revision
from gateway.store.migrations import HEAD
from tests.store.samples import BODY, held, hold_id


def test_the_copy_is_a_store_of_its_own_with_everything_in_it(store: Store, tmp_path: Path) -> None:
    Holds(store).commit(held(1), (BODY,), held(1).held_at)
    target = tmp_path / "copy.db"
    size = backup(store, target)
    assert (size, stat.S_IMODE(target.stat().st_mode)) == (target.stat().st_size, 0o600)
    assert [one.name for one in tmp_path.iterdir() if "copy" in one.name] == ["copy.db"]
    copy = Store(f"sqlite:///{target}")
    copy.open()
    assert (Holds(copy).body(hold_id(1)), verify(copy), revision(copy)) == (BODY, [], HEAD)
    copy.close()


def test_a_backup_while_another_one_writes_is_consistent(store: Store, tmp_path: Path) -> None:
    """Every held mail of the copy has its body, its recipients and its links."""
    holds, stop = Holds(store), threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            holds.commit(held(number), (BODY,), held(number).held_at)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backup(store, tmp_path / f"copy{number}.db")
    finally:
        stop.set()
        writer.join()
    copy = Store(f"sqlite:///{tmp_path / 'copy4.db'}")
    copy.open()
    mails = Holds(copy).list()
    assert {Holds(copy).body(item.id) for item in mails} <= {BODY}
    assert verify(copy) == []
    copy.close()


def test_a_file_that_is_there_is_not_touched(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(FileExistsError):
        backup(store, target)
    assert target.read_text() == "precious"


def test_a_store_that_is_not_there_or_not_sound_is_said(tmp_path: Path) -> None:
    missing = Store(f"sqlite:///{tmp_path}/missing.db")
    with pytest.raises(StoreError):
        backup(missing, tmp_path / "copy.db")
    (tmp_path / "broken.db").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        backup(Store(f"sqlite:///{tmp_path}/broken.db"), tmp_path / "copy.db")
    assert [one.name for one in tmp_path.iterdir() if "copy" in one.name] == []


def test_a_store_of_an_older_schema_can_be_copied_before_it_is_upgraded(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "old.db") as old:
        old.execute("CREATE TABLE alembic_version (version_num TEXT)")
        old.execute("INSERT INTO alembic_version VALUES ('0001')")
    assert backup(Store(f"sqlite:///{tmp_path}/old.db"), tmp_path / "copy.db") > 0
