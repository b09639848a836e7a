"""What is remembered of somebody can be shown and forgotten, whole and with a link of the audit chain."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from gateway.store import Ledger, Store, audit
from gateway.store.buyers import MEMORY, Buyer
from gateway.store.orders import Orders, Purchase
from gateway.store.recollection import Conversation, Recollection, Recollections
from tests.store.samples import T0, thread

ALIAS = "a1b2c3@marketplace.amazon.de"
RELAYED = thread("t2", correspondents=(f"a1b2c3+case-1{ALIAS[6:]}",))
BOUGHT = Purchase("amazon", "303-5512847-9931028", "anna@example.net", ALIAS, T0)
MEMORIES = (Buyer("anna@example.net", "t1", "amazon", T0, T0 + MEMORY),)


@pytest.fixture
def known(store: Store) -> Recollections:
    """A private conversation, one through a relay, an imported order, and what somebody else has."""
    ledger = Ledger(store)
    others = thread("t9", correspondents=("eve@example.org",))
    ledger.remember("tx1", "<A@x>", ["<R@x>"], thread("t1"), T0, buyers=["anna@example.net"])
    ledger.remember("tx2", "<B@x>", [], RELAYED, T0, relays=RELAYED.correspondents)
    ledger.remember("tx9", "<E@x>", [], others, T0, buyers=["eve@example.org"])
    for tx in ("tx1", "tx2", "tx9"):
        ledger.confirm(tx, T0)
    Orders(store).add([BOUGHT, Purchase("amazon", "1", "eve@example.org")], T0)
    return Recollections(store)


PRIVATE = Conversation(thread("t1"), 2, ())
THROUGH_RELAY = Conversation(RELAYED, 1, ((ALIAS, "case-1"),))


def test_an_address_shows_its_conversations_memory_and_orders(known: Recollections) -> None:
    assert known.of("Anna@Example.net") == Recollection((PRIVATE,), MEMORIES, (BOUGHT,))
    assert known.of(ALIAS) == Recollection((THROUGH_RELAY,), (), (BOUGHT,))
    assert known.of(f"a1b2c3+case-1{ALIAS[6:]}") == Recollection((THROUGH_RELAY,), (), (BOUGHT,))
    assert known.of(f"a1b2c3+case-2{ALIAS[6:]}") == Recollection((), (), (BOUGHT,))
    assert not known.of("nobody@example.net")


def test_a_thread_shows_itself(known: Recollections) -> None:
    assert known.of("t1") == Recollection((PRIVATE,), MEMORIES)
    assert not known.of("t77")


def test_forgetting_an_address_leaves_no_trace_of_it(known: Recollections, store: Store) -> None:
    """In no table of the ledger; everybody else's stays, and the chain says that a thread was forgotten."""
    Ledger(store).remember("tx3", "<C@x>", [], thread("t3"), T0)
    gone = known.forget("anna@example.net", "petra", T0)
    assert gone == Recollection((PRIVATE,), MEMORIES, (BOUGHT,))
    assert not known.of("anna@example.net")
    assert Ledger(store).get("t3") is None
    with store.read() as connection:
        for table in (
            "thread",
            "message",
            "thread_party",
            "thread_order",
            "buyer",
            "purchase",
            "unconfirmed",
        ):
            rows = [str(row) for row in connection.execute(text(f"SELECT * FROM {table}"))]
            assert not [row for row in rows if "anna" in row or "'t1'" in row], table
    assert known.of("eve@example.org").memory != ()
    assert [link.verb for link in audit.history(store, "t1")] == ["forget"]
    assert audit.verify(store) == []


def test_forgetting_a_thread_leaves_the_others_and_the_orders(known: Recollections, store: Store) -> None:
    known.forget("t1", "petra", T0)
    assert known.of("anna@example.net") == Recollection((), (), (BOUGHT,))
    assert known.of("t2") == Recollection((THROUGH_RELAY,))
    assert audit.history(store, "address") == []


def test_forgetting_imported_orders_alone_is_a_link_too(known: Recollections, store: Store) -> None:
    Orders(store).add([Purchase("ebay", "12-34567-89012", "otto@example.net")], T0)
    assert known.forget("otto@example.net", "petra", T0).orders != ()
    assert [link.verb for link in audit.history(store, "address")] == ["forget"]


def test_forgetting_nothing_writes_nothing(known: Recollections, store: Store) -> None:
    assert not known.forget("nobody@example.net", "petra", T0 + timedelta(days=1))
    with store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM audit")).scalar() == 0
