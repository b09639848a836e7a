"""`marketgate ledger`: what is remembered of somebody is shown, and forgotten on request."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.cli.ledger import ledger
from gateway.store import audit
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.store.orders import Orders, Purchase
from gateway.words import Confidence, Legal, Thread, VerdictName

T0 = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ORDER = "303-5512847-9931028"
ALIAS = "stb6ssjkf7gpxz4@marketplace.amazon.de"
TOML = """\
[company]
domains = ["example.com"]
[outbound]
listen = ["127.0.0.1:0"]
next_hop = "smtp://127.0.0.1:2588"
[store]
url = "sqlite:///{store}"
[retention]
ledger = 100
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    directory = tmp_path / "config"
    directory.mkdir()
    (directory / "gateway.toml").write_text(TOML.format(store=tmp_path / "store.db"))
    return directory


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """A store that knows one private conversation, one through a relay, and one imported order."""
    opened = Store(f"sqlite:///{folder.parent / 'store.db'}")
    opened.open()
    known = Ledger(opened)
    private = Thread(
        id="t1",
        verdict=VerdictName.OFFCHANNEL,
        confidence=Confidence.CONFIRMED,
        marketplace="amazon",
        orders=(ORDER,),
        legal=Legal.WARRANTY,
        correspondents=("max@privat.example",),
        language="de",
    )
    relayed = Thread("t2", VerdictName.RELAY, None, "amazon", (), None, (ALIAS.replace("@", "+case@"),))
    known.remember("tx1", "<q1@x>", ["<q0@x>"], private, T0, buyers=private.correspondents)
    known.remember("tx2", "<q2@x>", [], relayed, T0, relays=relayed.correspondents)
    known.confirm("tx1", T0)
    known.confirm("tx2", T0)
    known.count_footer("t1", T0)
    Orders(opened).add([Purchase("amazon", ORDER, "max@privat.example", ALIAS, T0)], T0)
    yield opened
    opened.close()


def run(folder: Path, *words: str, **more: Any) -> Result:
    command, *rest = words
    return CliRunner(env={"LOGNAME": "dora"}).invoke(
        ledger, [command, "--config", str(folder), *rest], **more
    )


THREAD = {
    "id": "t1",
    "verdict": "offchannel",
    "confidence": "confirmed",
    "marketplace": "amazon",
    "orders": [ORDER],
    "legal": "warranty",
    "correspondents": ["max@privat.example"],
    "aliases": [],
    "language": "de",
    "messages": 2,
    "footers": 1,
    "dismissed": False,
    "last_seen": "2026-03-01T09:30:00Z",
    "expires": "2026-06-09T09:30:00Z",
    "dual_channel": {
        "channel": "relay",
        "by": "correspondent",
        "thread": "t2",
        "marketplace": "amazon",
        "orders": [],
        "at": "2026-03-01T09:30:00Z",
    },
}
MEMORY = {
    "address": "max@privat.example",
    "thread": "t1",
    "marketplace": "amazon",
    "last_seen": "2026-03-01T09:30:00Z",
    "expires": "2026-05-30T09:30:00Z",
}
BOUGHT = {
    "marketplace": "amazon",
    "order": ORDER,
    "buyer": "max@privat.example",
    "alias": ALIAS,
    "ordered_at": "2026-03-01T09:30:00Z",
}


@pytest.mark.usefixtures("store")
def test_an_address_is_shown_with_all_that_is_known_of_it(folder: Path) -> None:
    """Also as written, with its expiry; a relay alias leads to its cases and its orders."""
    result = run(folder, "show", "Max@Privat.example", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == {
        "subject": "Max@Privat.example",
        "threads": [THREAD],
        "memory": [MEMORY],
        "orders": [BOUGHT],
    }
    relayed = json.loads(run(folder, "show", ALIAS, "--json").stdout)
    assert [(one["id"], one["aliases"]) for one in relayed["threads"]] == [
        ("t2", [{"alias": ALIAS, "case": "case"}])
    ]
    assert (relayed["memory"], relayed["orders"]) == ([], [BOUGHT])


@pytest.mark.usefixtures("store")
def test_the_text_says_the_same(folder: Path) -> None:
    assert run(folder, "show", "max@privat.example").stdout.splitlines() == [
        f"thread  t1: offchannel (confirmed), amazon {ORDER}; legal: warranty",
        "        with max@privat.example",
        "        2 message ids, 1 footer, language de, last mail 2026-03-01, kept until 2026-06-09",
        "        wrote through the relay too: thread t2, by correspondent, last mail 2026-03-01",
        "memory  max@privat.example: buyer at amazon (thread t1), "
        "last mail 2026-03-01, remembered until 2026-05-30",
        f"order   amazon {ORDER} of 2026-03-01: max@privat.example, {ALIAS}",
    ]


@pytest.mark.usefixtures("store")
def test_what_is_not_known_is_1(folder: Path) -> None:
    for subject, said in (
        ("eve@privat.example", "nothing is remembered of eve@privat.example\n"),
        ("t77", "nothing is remembered of t77 (an address has an @, anything else is a thread's id)\n"),
    ):
        for command in ("show", "forget"):
            result = run(folder, command, subject)
            assert (result.exit_code, result.stderr, result.stdout) == (1, said, "")
    empty = run(folder, "show", "t77", "--json")
    assert (empty.exit_code, json.loads(empty.stdout)) == (
        1,
        {"subject": "t77", "threads": [], "memory": [], "orders": []},
    )


def test_forgetting_asks_first(folder: Path, store: Store) -> None:
    """No is no, and so is the end of the input."""
    for answer in ("n\n", ""):
        result = run(folder, "forget", "max@privat.example", input=answer)
        assert result.exit_code == 1
        assert "thread  t1:" in result.stdout
        assert Ledger(store).get("t1") is not None
    result = run(folder, "forget", "max@privat.example", input="y\n")
    assert result.exit_code == 0
    assert Ledger(store).get("t1") is None


def test_forgetting_tells_what_went_and_leaves_a_link(folder: Path, store: Store) -> None:
    result = run(folder, "forget", "max@privat.example", "--yes")
    assert (result.exit_code, result.stdout) == (
        0,
        "Forgotten of max@privat.example: 1 conversation, 2 message ids, buyer memory of 1 address, "
        "1 imported order.\n",
    )
    assert [link.verb for link in audit.history(store, "t1")] == ["forget"]
    assert audit.verify(store) == []
    assert run(folder, "show", "max@privat.example").exit_code == 1
    assert run(folder, "show", "t2").exit_code == 0


@pytest.mark.usefixtures("store")
def test_forgetting_a_thread_as_json(folder: Path) -> None:
    result = run(folder, "forget", "t1", "--yes", "--json")
    assert json.loads(result.stdout) == {
        "subject": "t1",
        "threads": [THREAD],
        "memory": [MEMORY],
        "orders": [],
    }


def test_a_store_that_is_not_there_is_empty_and_one_that_cannot_be_used_69(folder: Path) -> None:
    assert run(folder, "show", "t1").exit_code == 1
    assert not (folder.parent / "store.db").exists()
    (folder.parent / "store.db").write_text(
        "this is no database, and long enough to be read as a header " * 20
    )
    assert run(folder, "show", "t1").exit_code == 69
