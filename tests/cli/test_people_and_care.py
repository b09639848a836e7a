"""`user`, `audit`, `db` and `history` on the command line: what they say, what they refuse, exit codes."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from gateway.cli.audit import audit
from gateway.cli.db import db
from gateway.cli.search import history
from gateway.cli.user import user
from gateway.store import Holds, verify
from gateway.store.database import Store
from gateway.store.doors import Doors
from gateway.store.people import Role, Users
from gateway.words import HeldState
from tests.cli.test_queue import TOML
from tests.review.samples import BODY, ID, ORDER, held, put, recipient

PASSWORD = "correct horse battery"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configuration whose store is `store.db` beside it."""
    directory = tmp_path / "config"
    directory.mkdir()
    (directory / "gateway.toml").write_text(TOML.format(store=tmp_path / "store.db"))
    return directory


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{folder.parent / 'store.db'}")
    opened.open()
    yield opened
    opened.close()


def run(folder: Path, command: click.Command, *words: str, stdin: str = "") -> Result:
    first = list(words[:1]) if isinstance(command, click.Group) else []
    rest = words[len(first) :]
    return CliRunner().invoke(command, [*first, "--config", str(folder), *rest], input=stdin)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def add(folder: Path, name: str, role: str = "admin", password: str = PASSWORD) -> Result:
    return run(folder, user, "add", name, "--role", role, "--password-stdin", stdin=f"{password}\n")


def test_a_user_is_added_listed_and_can_be_kept_out(folder: Path, store: Store) -> None:
    added = add(folder, "Anna  Müller")
    assert (added.exit_code, added.stdout) == (0, "Anna Müller can log in as admin.\n")
    assert add(folder, "Bo", "viewer").exit_code == 0
    first, second = lines(run(folder, user, "list", "--json"))
    assert {key: first[key] for key in ("name", "role", "language", "disabled", "password", "seen")} == {
        "name": "Anna Müller",
        "role": "admin",
        "language": None,
        "disabled": False,
        "password": True,
        "seen": None,
    }
    assert run(folder, user, "disable", "bo").stdout == "Bo can not log in any more.\n"
    assert [one["disabled"] for one in lines(run(folder, user, "list", "--json"))] == [False, True]
    assert run(folder, user, "disable", "bo", "--enable").stdout == "Bo can log in again.\n"
    table = run(folder, user, "list").stdout
    assert "Anna Müller" in table and "reviewer" not in table and "never" in table
    assert PASSWORD not in table + added.output
    assert second["name"] == "Bo"


@pytest.mark.parametrize(
    ("words", "stdin", "said"),
    [
        (("add", "anna", "--password-stdin"), PASSWORD, "there is a user anna already"),
        (("add", "bo", "--password-stdin"), "short", "a password has at least 12 characters"),
        (("add", "gateway", "--password-stdin"), PASSWORD, "is the name of the program itself"),
        (("passwd", "nobody", "--password-stdin"), PASSWORD, "there is no user nobody"),
        (("passwd", "anna", "--password-stdin"), "", "a password has at least 12 characters"),
        (("disable", "nobody"), "", "there is no user nobody"),
        (("disable", "anna"), "", "anna is the only administrator left"),
    ],
)
def test_what_is_refused_says_why_and_is_1(
    folder: Path, store: Store, words: tuple[str, ...], stdin: str, said: str
) -> None:
    add(folder, "anna")
    result = run(folder, user, *words, stdin=stdin)
    assert (result.exit_code, said in result.stderr) == (1, True)


def test_a_password_is_never_an_argument_and_needs_a_terminal_or_standard_input(folder: Path) -> None:
    assert run(folder, user, "add", "anna", "--password", PASSWORD).exit_code == 2
    result = run(folder, user, "add", "anna")
    assert (result.exit_code, "--password-stdin" in result.stderr) == (2, True)
    assert not (folder.parent / "store.db").exists()


def test_a_new_password_ends_sessions(folder: Path, store: Store) -> None:
    add(folder, "anna")
    anna = Users(store).by_name("anna")
    assert anna is not None
    at = datetime.now(UTC)
    Doors(store).open_session("s", anna, at, at + timedelta(days=1))
    assert run(folder, user, "passwd", "anna", "--password-stdin", stdin=f"{PASSWORD}!\n").exit_code == 0
    assert Doors(store).by_session("s", at, timedelta(hours=1)) is None


def test_no_users_yet_says_how_to_add_one(folder: Path) -> None:
    assert "marketgate user add NAME --role admin" in run(folder, user, "list").stdout
    assert run(folder, user, "list", "--json").stdout == ""


def test_the_chain_is_shown_with_names_and_verified(folder: Path, store: Store) -> None:
    put(store)
    add(folder, "anna")
    everything = lines(run(folder, audit, "show", "--json"))
    assert [(one["seq"], one["verb"]) for one in everything] == [(2, "user-add"), (1, "hold")]
    (about,) = lines(run(folder, audit, "show", ID, "--json"))
    assert (about["verb"], about["subject"], about["who"]) == ("hold", ID, "gateway")
    assert lines(run(folder, audit, "show", "--verb", "user-add", "--json"))[0]["seq"] == 2
    assert "gateway" in run(folder, audit, "show").stdout
    assert run(folder, audit, "show", "nosuchid").stdout == "There is no such link.\n"
    whole = run(folder, audit, "verify")
    assert (whole.exit_code, whole.stdout) == (0, "The audit chain is intact.\n")
    assert lines(run(folder, audit, "verify", "--json")) == [{"intact": True, "broken": []}]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE audit SET verb = 'release' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "UPDATE audit SET at = at + 1 WHERE seq = 2",
    ],
)
def test_a_broken_chain_is_1_and_names_the_link(folder: Path, store: Store, damage: str) -> None:
    put(store)
    put(store, held(id="z" * 26))
    add(folder, "anna")
    with store.begin() as connection:
        connection.exec_driver_sql(damage)
    result = run(folder, audit, "verify")
    assert (result.exit_code, "broken at 2" in result.stderr) == (1, True)
    assert lines(run(folder, audit, "verify", "--json")) == [{"intact": False, "broken": [2]}]


def test_upgrade_makes_the_store_and_says_its_revision(folder: Path) -> None:
    result = run(folder, db, "upgrade")
    assert (result.exit_code, result.stdout.startswith("The store is at revision 00")) == (0, True)
    assert (folder.parent / "store.db").exists()


def test_a_backup_is_a_store_and_never_overwrites(folder: Path, store: Store, tmp_path: Path) -> None:
    put(store)
    target = tmp_path / "copy.db"
    result = run(folder, db, "backup", str(target))
    assert (result.exit_code, result.stdout) == (0, f"{target}: {target.stat().st_size} bytes, checked.\n")
    copy = Store(f"sqlite:///{target}")
    copy.open()
    assert Holds(copy).body(ID) == BODY
    copy.close()
    assert run(folder, db, "backup", str(target)).exit_code == 1
    assert run(folder, db, "backup", str(tmp_path / "nowhere" / "copy.db")).exit_code == 69


def test_a_backup_of_no_store_is_69(folder: Path, tmp_path: Path) -> None:
    result = run(folder, db, "backup", str(tmp_path / "copy.db"))
    assert (result.exit_code, (tmp_path / "copy.db").exists()) == (69, False)


def test_a_purge_of_much_wants_to_be_told_so(folder: Path, store: Store) -> None:
    put(store, held(recipient("x@home.example", HeldState.SENT)))  # held in March, long ago or yet to come
    with sqlite3.connect(folder.parent / "store.db") as connection:
        connection.execute("UPDATE held SET held_at = 0")
    dry = run(folder, db, "purge", "--dry-run")
    assert (dry.exit_code, dry.stdout.splitlines()[0]) == (0, "1 of 1 bodies of decided mail would go.")
    refused = run(folder, db, "purge")
    assert (refused.exit_code, "add --yes" in refused.stderr) == (1, True)
    assert lines(run(folder, db, "purge", "--json"))[0]["refused"] is True
    assert Holds(store).body(ID) == BODY
    done = run(folder, db, "purge", "--yes")
    assert (done.exit_code, done.stdout.splitlines()[:3]) == (
        0,
        [
            "1 bodies of decided mail removed.",
            "0 texts of mail that passed removed.",
            "1 records of decided mail removed.",
        ],
    )
    assert (Holds(store).get(ID), verify(store)) == (None, [])
    again = lines(run(folder, db, "purge", "--json"))
    assert again[0]["done"] == {"bodies": 0, "texts": 0, "records": 0, "threads": 0}


def test_a_small_part_goes_without_being_asked(folder: Path, store: Store) -> None:
    now = datetime.now(UTC)
    for number in range(10):
        at = now - timedelta(days=31 if number == 0 else 1)
        item = held(recipient("x@home.example", HeldState.SENT), id=f"{number}" * 26, held_at=at)
        put(store, item)
    result = run(folder, db, "purge")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "1 bodies of decided mail removed.")


def test_history_tells_whether_an_answer_went_out(folder: Path, store: Store) -> None:
    put(store, held(recipient("buyer@home.example", HeldState.SENT, reply="250 2.0.0 queued as X\x1b[2J")))
    result = run(folder, history, "<answer-1@example.com>")
    assert result.exit_code == 0
    assert f"sent  {ID}  anna@example.com: Re: Lieferung" in result.stdout
    assert "buyer@home.example  sent: 250 2.0.0 queued as X [2J" in result.stdout
    for search in (ORDER, "BUYER@home.example", "anna@example.com"):
        (found,) = lines(run(folder, history, search, "--json"))
        assert (found["kind"], found["id"], found["state"]) == ("held", ID, "sent")


def test_what_nothing_is_known_of_is_1(folder: Path, store: Store) -> None:
    result = run(folder, history, "x@y.example")
    assert (result.exit_code, "Nothing is known of 'x@y.example'." in result.stderr) == (1, True)
    assert (run(folder, history, "x@y.example", "--json").exit_code, result.stdout) == (1, "")


def test_a_store_that_cannot_be_used_is_69(folder: Path) -> None:
    (folder.parent / "store.db").write_bytes(b"no database" * 1000)
    for command, words in (
        (user, ("list",)),
        (audit, ("verify",)),
        (db, ("upgrade",)),
        (db, ("purge",)),
        (history, ("x",)),
    ):
        assert run(folder, command, *words).exit_code == 69


def test_the_roles_are_those_of_the_desk() -> None:
    option = next(one for one in user.commands["add"].params if one.name == "role")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == [role.value for role in Role]
