"""Who is found on the other channel, by what, and that no step of it reads a whole table."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from gateway.store import Ledger, Store
from gateway.store.channels import Channels, Person
from gateway.store.orders import Orders, Purchase
from gateway.words import Confidence, OtherChannel, Thread, VerdictName
from tests.store.samples import T0, thread

ALIAS = "a1b2c3@marketplace.amazon.de"
CASE = "a1b2c3+case-1@marketplace.amazon.de"
ANNA = "anna@example.net"
DAY = timedelta(days=1)


def wrote(store: Store, item: Thread, *, relay: str | None = None, days: int = 0) -> None:
    """A mail of a conversation, through the relay or privately."""
    ledger, at = Ledger(store), T0 + days * DAY
    private = () if relay else item.correspondents
    ledger.remember(f"tx-{item.id}", None, (), item, at, relays=[relay] if relay else (), buyers=private)
    ledger.confirm(f"tx-{item.id}", at)


def private(orders: Sequence[str] = ("1",), item: str = "p") -> Thread:
    return thread(item, orders=tuple(orders), correspondents=(ANNA,), confidence=Confidence.CONFIRMED)


def relayed(orders: Sequence[str] = ("1",), item: str = "r") -> Thread:
    return thread(
        item, verdict=VerdictName.RELAY, confidence=None, orders=tuple(orders), correspondents=(CASE,)
    )


def test_the_latest_conversation_with_the_order_is_found(store: Store) -> None:
    wrote(store, private(item="p1"))
    wrote(store, private(item="p2"), days=3)
    found = Channels(store).other(Person(("1",)), "private", T0 + 5 * DAY)
    assert found == OtherChannel("private", "order", "p2", "amazon", ("1",), T0 + 3 * DAY)
    assert Channels(store).other(Person(("1",)), "relay", T0 + 5 * DAY) is None


@pytest.mark.parametrize(("days", "known"), [(-61, False), (-60, True), (60, True), (61, False)])
def test_sixty_days_before_and_behind(store: Store, days: int, known: bool) -> None:
    wrote(store, relayed(), relay=CASE)
    assert (Channels(store).other(Person(("1",)), "relay", T0 + days * DAY) is not None) is known


def test_an_order_that_both_wrote_about_once_makes_them_one_correspondent(store: Store) -> None:
    """The first private mail was long ago; the last one names nothing that the relay's mail names."""
    wrote(store, relayed(("1",), "r1"), relay=CASE)
    wrote(store, private(("1", "2"), "p1"))
    wrote(store, relayed(("3",), "r2"), relay="a1b2c3+case-2@marketplace.amazon.de", days=80)
    late = T0 + 90 * DAY
    assert Channels(store).other(Person(("2",), (ANNA,)), "relay", late) is None
    by_alias = Channels(store).other(Person((), (), (ALIAS,)), "private", T0 + 50 * DAY)
    assert by_alias == OtherChannel("private", "correspondent", "p1", "amazon", ("1", "2"), T0)


def test_a_report_links_alias_and_private_address(store: Store) -> None:
    wrote(store, relayed(()), relay=CASE)
    who = Person(("9",), (ANNA,))
    assert Channels(store).other(who, "relay", T0) is None
    Orders(store).add([Purchase("amazon", "7", ANNA, CASE)], T0)
    assert Channels(store).other(who, "relay", T0) == OtherChannel(
        "relay", "correspondent", "r", "amazon", (), T0
    )


def test_beside_a_remembered_conversation(store: Store) -> None:
    wrote(store, relayed(), relay=CASE)
    wrote(store, private(), days=1)
    channels, ledger = Channels(store), Ledger(store)
    found = [channels.beside(one) for one in (ledger.get("r"), ledger.get("p")) if one]
    assert [(each.channel, each.thread) for each in found if each] == [("private", "p"), ("relay", "r")]
    wrote(store, replace(private(("8",), "q"), correspondents=("eve@example.net",)))
    alone = ledger.get("q")
    assert alone is not None
    assert channels.beside(alone) is None


def test_nobody_is_looked_for_without_anything_to_look_for(store: Store) -> None:
    assert Channels(store).other(Person(), "relay", T0) is None


@pytest.mark.parametrize("channel", ["private", "relay"])
def test_every_look_up_is_by_an_index(store: Store, channel: Any) -> None:
    asked: list[tuple[str, Any]] = []

    with store.read() as connection:
        engine = connection.engine

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        asked.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    wrote(store, private())
    asked.clear()
    Channels(store).other(Person(("1", "2"), (ANNA,), (ALIAS,)), channel, T0)
    Orders(store).matching(["1", "2"], [ANNA], [ALIAS])
    event.remove(engine, "before_cursor_execute", note)
    plans = []
    with store.read() as connection:
        for statement, values in asked:
            if statement.startswith("SELECT"):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                plans.append([row[3] for row in rows])
    assert len(plans) >= 4
    for plan in plans:
        assert not [step for step in plan if step.startswith("SCAN") and "SUBQUERY" not in step], plan
