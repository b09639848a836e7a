"""Buyer memory: who wrote about an order from a private address is known for 90 days, then no longer."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from gateway.store import Ledger, Store
from gateway.store.buyers import MEMORY, PURGED_AT_ONCE, Buyers
from gateway.words import Thread
from tests.store.samples import T0, thread

DAY = timedelta(days=1)


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store)


@pytest.fixture
def buyers(store: Store) -> Buyers:
    return Buyers(store)


def _learn(ledger: Ledger, item: Thread, *people: str, after: timedelta = timedelta(0)) -> None:
    ledger.remember(f"tx-{item.id}", None, [], item, T0 + after, buyers=people)
    ledger.confirm(f"tx-{item.id}", T0 + after)


def test_a_buyer_is_remembered_until_ninety_days_after_his_last_mail(ledger: Ledger, buyers: Buyers) -> None:
    _learn(ledger, thread(), "Anna@Example.net")
    assert buyers.recall(["anna@EXAMPLE.net"], T0 + 90 * DAY - DAY / 2) == thread()
    assert buyers.recall(["anna@example.net"], T0 + 90 * DAY) is None
    _learn(ledger, thread(), "anna@example.net", after=60 * DAY)
    assert buyers.recall(["anna@example.net"], T0 + 149 * DAY) == thread(last_seen=T0 + 60 * DAY)


def test_an_older_mail_learned_later_does_not_shorten_the_memory(ledger: Ledger, buyers: Buyers) -> None:
    _learn(ledger, thread(), "anna@example.net")
    _learn(ledger, thread(), "anna@example.net", after=-60 * DAY)
    assert buyers.recall(["anna@example.net"], T0 + 89 * DAY) == thread()


def test_strangers_and_mail_that_was_refused_are_not_remembered(ledger: Ledger, buyers: Buyers) -> None:
    ledger.remember("tx1", "<A@x>", [], thread(), T0, buyers=("anna@example.net",))
    assert buyers.recall(["anna@example.net"], T0) is None
    ledger.forget("tx1")
    _learn(ledger, thread("t2"))
    assert (buyers.recall(["anna@example.net"], T0), buyers.recall([], T0)) == (None, None)


def test_the_latest_thread_that_was_not_dismissed_counts(ledger: Ledger, buyers: Buyers) -> None:
    _learn(ledger, thread("t1"), "anna@example.net")
    _learn(ledger, thread("t2"), "anna@example.net", after=DAY)
    assert buyers.recall(["anna@example.net"], T0 + DAY) == thread("t2", last_seen=T0 + DAY)
    ledger.set_dismissed("t2", True, T0 + DAY)
    assert buyers.recall(["anna@example.net"], T0 + DAY) == thread("t1")


def test_what_has_expired_is_purged_a_little_at_a_time(ledger: Ledger, buyers: Buyers, store: Store) -> None:
    people = [f"buyer{number}@example.net" for number in range(PURGED_AT_ONCE + 5)]
    _learn(ledger, thread(), *people)
    _learn(ledger, thread("t2"), "anna@example.net", after=DAY)
    purged = [buyers.purge(T0 + MEMORY) for _ in range(3)]
    assert purged == [PURGED_AT_ONCE, 5, 0]
    with store.read() as connection:
        assert connection.execute(text("SELECT address FROM buyer")).scalars().all() == ["anna@example.net"]


def test_the_look_up_uses_the_primary_key(store: Store) -> None:
    query = (
        "SELECT * FROM buyer b JOIN thread t ON t.id = b.thread WHERE b.address IN ('a', 'b') AND expires > 5"
    )
    with store.read() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert plan[0] == "SEARCH b USING PRIMARY KEY (address=?)"
    assert not [step for step in plan if step.startswith("SCAN")]
