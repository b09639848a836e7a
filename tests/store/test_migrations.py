"""The migrations make exactly the schema the code works with, all of it or nothing."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from gateway.store import Ledger, Store, StoreError, migrations
from gateway.store.schema import METADATA


def _statements(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in rows if name != migrations.TABLE}


def test_the_migrated_schema_is_the_metadata(store: Store) -> None:
    """By Alembic's own comparison, and statement by statement (which sees WITHOUT ROWID and cascades too)."""
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        migrated = _statements(connection)
    with create_engine("sqlite://").begin() as connection:
        METADATA.create_all(connection)
        assert migrated == _statements(connection)
    assert "WITHOUT ROWID" in migrated["message"]


def test_the_known_revisions_are_those_of_the_files() -> None:
    script = ScriptDirectory.from_config(migrations.config())
    found = [one.revision for one in script.walk_revisions()]
    assert (script.get_heads(), found) == ([migrations.HEAD], [migrations.HEAD, *reversed(migrations.OLDER)])


def test_opening_again_migrates_nothing_and_does_not_even_load_alembic(store: Store, url: str) -> None:
    code = "import sys, gateway.store as s; s.Store(sys.argv[1]).open(); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, url], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what was done before the failure is undone, so the next start begins afresh."""
    upgrade = migrations.upgrade

    def fail(connection: Connection) -> None:
        upgrade(connection)
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")

    monkeypatch.setattr(migrations, "upgrade", fail)
    with pytest.raises(StoreError) as caught:
        Store(url).open()
    assert caught.value.reason == "schema"
    file = sqlite3.connect(Path(url.removeprefix("sqlite:///")))
    assert file.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    file.close()
    monkeypatch.undo()
    store = Store(url)
    store.open()
    store.close()


def test_the_migrations_lie_inside_the_package() -> None:
    folder = Path(migrations.__file__).parent
    assert {"env.py", "versions"} <= {one.name for one in folder.iterdir()}
    assert (folder / "versions" / "0001_first.py").is_file()


def test_a_store_of_the_first_schema_keeps_what_it_knows(url: str) -> None:
    """Opened by this program it is migrated in place, step by step."""
    file = Path(url.removeprefix("sqlite:///"))
    file.parent.mkdir()
    first = create_engine(f"sqlite:///{file}")
    with first.begin() as connection:
        command.upgrade(migrations.config(connection), "0001")
        connection.exec_driver_sql(
            "INSERT INTO thread (id, verdict, orders, correspondents, footers, dismissed, last_seen)"
            " VALUES ('t1', 'relay', '[\"1\"]', '[\"a@x\"]', 2, 0, 5)"
        )
        connection.exec_driver_sql("INSERT INTO thread_party (address, thread) VALUES ('a@x', 't1')")
    first.dispose()
    store = Store(url)
    store.open()
    known = Ledger(store).by_correspondent("a@x")
    store.close()
    assert known is not None
    assert (known.id, known.orders, known.footers) == ("t1", ("1",), 2)
