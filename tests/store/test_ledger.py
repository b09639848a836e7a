"""The ledger: what was accepted is remembered, what was refused or made up is not."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from gateway.store import Ledger, Store
from gateway.store.browse import Browse, Since
from gateway.store.ledger import digest
from gateway.words import Confidence, Direction, Legal, Thread, VerdictName
from tests.store.samples import MINUTE, T0, thread

ORDER = "302-1234567-1234567"


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store)


def _learn(ledger: Ledger, item: Thread, message_id: str | None, *references: str, at: Any = T0) -> Thread:
    tx = f"tx-{item.id}-{message_id}"
    ledger.remember(tx, message_id, references, item, at)
    known = ledger.confirm(tx, at)
    assert known is not None
    return known


def test_a_confirmed_thread_is_found_by_each_of_its_ids(ledger: Ledger) -> None:
    known = _learn(ledger, thread(), "<A@x>", "<r1@x>", "<r2@x>")
    assert known == thread()
    for one in ("<A@x>", "A@x", " <A@x> ", "<r1@x>", "r2@x"):
        assert ledger.lookup([one]) == thread()
    assert ledger.get("t1") == thread()


def test_ids_are_compared_letter_by_letter(ledger: Ledger) -> None:
    _learn(ledger, thread(), "<A@x>")
    assert [ledger.lookup([one]) for one in ("<a@x>", "<A@X>", "<A@x>>", "A@", "", "<>", " ")] == [None] * 7
    assert ledger.lookup([]) is None
    assert digest("<ü\ud800>") != digest("<ü>")


def test_an_unconfirmed_thread_is_nobody_s_knowledge(ledger: Ledger) -> None:
    """The thread is there by its id, marked; no look-up finds it by ids, order or address."""
    given = ledger.remember("tx1", "<A@x>", ["<r1@x>"], thread(), T0)
    assert given == thread(confirmed=False)
    assert ledger.get("t1") == thread(confirmed=False, last_seen=None)
    assert ledger.lookup(["<r1@x>", "<A@x>"]) is None
    assert ledger.by_order("amazon", ORDER, "anna@example.net") is None
    assert ledger.by_correspondent("anna@example.net") is None


def test_a_refused_mail_leaves_nothing(ledger: Ledger, store: Store) -> None:
    ledger.remember("tx1", "<A@x>", ["<r1@x>"], thread(), T0)
    ledger.forget("tx1")
    assert ledger.confirm("tx1", T0) is None
    assert (ledger.get("t1"), ledger.lookup(["<A@x>"])) == (None, None)
    with store.read() as connection:
        for table in ("thread", "message", "thread_order", "thread_party", "unconfirmed"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


def test_a_refused_mail_leaves_the_thread_it_would_have_joined_as_it_was(ledger: Ledger) -> None:
    known = _learn(ledger, thread(), "<A@x>")
    would = ledger.remember(
        "tx2", "<B@x>", ["<A@x>"], thread(orders=("302-7-7",), confidence=Confidence.CONFIRMED), T0 + MINUTE
    )
    assert would == replace(
        known, orders=(ORDER, "302-7-7"), confidence=Confidence.CONFIRMED, last_seen=T0 + MINUTE
    )
    ledger.forget("tx2")
    assert (ledger.get("t1"), ledger.lookup(["<B@x>"])) == (known, None)


def test_a_mail_joins_its_thread_and_adds_what_it_knows(ledger: Ledger) -> None:
    _learn(ledger, thread(verdict=VerdictName.NONE, confidence=None, marketplace=None, orders=()), "<A@x>")
    more = thread(correspondents=("Anna.Private@Example.ORG",), legal=Legal.PRIVACY, language="en")
    known = _learn(ledger, more, "<B@x>", "<A@x>", at=T0 + MINUTE)
    assert known == thread(
        correspondents=("anna@example.net", "anna.private@example.org"),
        legal=Legal.PRIVACY,
        language="en",
        last_seen=T0 + MINUTE,
    )
    assert [ledger.lookup([one]) for one in ("<A@x>", "<B@x>")] == [known, known]
    assert ledger.by_order("amazon", ORDER, "anna.private@example.org") == known


def test_two_mails_of_one_thread_on_their_way_at_once_both_count(ledger: Ledger) -> None:
    ledger.remember("tx1", "<A@x>", [], thread(orders=("1",)), T0)
    ledger.remember("tx2", "<B@x>", [], thread(orders=("2",)), T0)
    ledger.confirm("tx2", T0 + MINUTE)
    known = ledger.confirm("tx1", T0)
    assert known == thread(orders=("2", "1"), last_seen=T0 + MINUTE)
    assert ledger.lookup(["<A@x>"]) == ledger.lookup(["<B@x>"]) == known


def test_remembering_again_in_the_same_transaction_replaces(ledger: Ledger) -> None:
    ledger.remember("tx1", "<A@x>", [], thread("t1"), T0)
    ledger.remember("tx1", "<B@x>", [], thread("t2"), T0)
    ledger.confirm("tx1", T0)
    assert (ledger.lookup(["<A@x>"]), ledger.lookup(["<B@x>"])) == (None, thread("t2"))


def test_confirming_twice_or_something_unknown_does_nothing(ledger: Ledger) -> None:
    known = _learn(ledger, thread(), "<A@x>")
    assert ledger.confirm("tx-t1-<A@x>", T0 + MINUTE) is None
    assert ledger.get("t1") == known


def test_the_last_id_given_wins(ledger: Ledger) -> None:
    _learn(ledger, thread("t1"), "<A@x>")
    _learn(ledger, thread("t2"), "<B@x>")
    assert ledger.lookup(["<A@x>", "<B@x>", "<unknown@x>"]) == thread("t2")
    assert ledger.lookup(["<B@x>", "<A@x>"]) == thread("t1")
    assert ledger.lookup(["<B@x>", *(f"<{number}@x>" for number in range(100))]) is None


def test_an_id_belongs_to_the_thread_that_had_it_first(ledger: Ledger) -> None:
    """A later mail with the same Message-ID, or that only refers to it, does not take it over."""
    _learn(ledger, thread("t1"), "<A@x>")
    _learn(ledger, thread("t2"), "<A@x>", "<A@x>")
    _learn(ledger, thread("t3"), "<C@x>", "<A@x>")
    assert ledger.lookup(["<A@x>"]) == thread("t1")


def test_a_mail_s_own_id_counts_more_than_a_reference_somebody_made(ledger: Ledger) -> None:
    """Neither by being first nor by being last does a mere reference draw an answer to itself."""
    forged = thread("t1", correspondents=("eve@example.net",))
    _learn(ledger, forged, "<forger@x>", "<A@x>", "<Z@x>")
    assert ledger.lookup(["<A@x>"]) == forged
    _learn(ledger, thread("t2"), "<A@x>")
    assert ledger.lookup(["<A@x>"]) == thread("t2")
    assert ledger.lookup(["<A@x>", "<Z@x>"]) == thread("t2")


def test_a_relayed_answer_is_found_at_once(ledger: Ledger) -> None:
    _learn(ledger, thread(), "<A@x>")
    ledger.add_message("t1", "<answer@example.com>", Direction.OUTBOUND, T0 + MINUTE)
    ledger.add_message("t1", None, Direction.OUTBOUND, T0 + MINUTE)
    assert ledger.lookup(["<answer@example.com>"]) == thread(last_seen=T0 + MINUTE)
    ledger.add_message("unknown", "<other@example.com>", Direction.OUTBOUND, T0)
    assert ledger.lookup(["<other@example.com>"]) is None


def test_the_direction_of_a_mail_is_kept(ledger: Ledger, store: Store) -> None:
    """A thread may begin with an answer of ours, when the quoted mail is the evidence."""
    ledger.remember("tx1", "<A@x>", ["<R@x>"], thread(), T0, Direction.OUTBOUND)
    ledger.confirm("tx1", T0)
    _learn(ledger, thread(), "<B@x>")
    with store.read() as connection:
        rows = connection.execute(text("SELECT hash, own, direction FROM message"))
        found = {row.hash: (bool(row.own), row.direction) for row in rows}
    assert found == {
        digest("A@x"): (True, "outbound"),
        digest("R@x"): (False, "outbound"),
        digest("B@x"): (True, "inbound"),
    }


def test_an_order_is_found_with_its_correspondent_only(ledger: Ledger) -> None:
    _learn(ledger, thread("t1"), "<A@x>")
    _learn(ledger, thread("t2", last_seen=T0 + MINUTE), "<B@x>", at=T0 + MINUTE)
    latest = thread("t2", last_seen=T0 + MINUTE)
    assert ledger.by_order("amazon", ORDER, "Anna@EXAMPLE.net") == latest
    assert ledger.by_order(None, ORDER, "anna@example.net") == latest
    assert ledger.by_order("ebay", ORDER, "anna@example.net") is None
    assert ledger.by_order("amazon", ORDER, "eve@example.net") is None
    assert ledger.by_order("amazon", "other", "anna@example.net") is None
    assert ledger.by_correspondent("ANNA@example.net") == latest


def test_footers_are_counted_and_dismissal_is_kept(ledger: Ledger) -> None:
    _learn(ledger, thread(), "<A@x>")
    ledger.count_footer("t1", T0 + MINUTE)
    ledger.count_footer("t1", T0 + 2 * MINUTE)
    ledger.set_dismissed("t1", True, T0 + 3 * MINUTE)
    now = thread(footers=2, dismissed=True, last_seen=T0 + 3 * MINUTE)
    assert ledger.get("t1") == now
    assert _learn(ledger, thread(), "<B@x>") == now
    ledger.set_dismissed("t1", False, T0 + 4 * MINUTE)
    assert ledger.get("t1") == replace(now, dismissed=False, last_seen=T0 + 4 * MINUTE)


def test_a_thread_survives_the_store_being_opened_again(ledger: Ledger, store: Store) -> None:
    _learn(ledger, thread(), "<A@x>")
    store.close()
    store.open()
    assert Ledger(store).lookup(["<A@x>"]) == thread()


def test_notes_a_crash_left_are_swept(ledger: Ledger) -> None:
    ledger.remember("tx1", "<A@x>", [], thread("t1"), T0)
    ledger.remember("tx2", "<B@x>", [], thread("t2"), T0 + MINUTE)
    assert ledger.sweep(T0 + MINUTE) == 1
    assert (ledger.get("t1"), ledger.get("t2")) == (None, thread("t2", confirmed=False, last_seen=None))


def test_a_look_up_uses_the_primary_key(store: Store) -> None:
    """One search by the hash, however many threads there are: no scan."""
    query = "SELECT * FROM message m JOIN thread t ON t.id = m.thread WHERE hash IN (x'00', x'01')"
    with store.read() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert plan[0] == "SEARCH m USING PRIMARY KEY (hash=?)"
    assert not [step for step in plan if step.startswith("SCAN")]


def test_the_quick_look_at_all_that_is_remembered_is_one_search_each(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The statement itself: a search by key or index for ids, for addresses and for aliases; no scan."""
    asked: list[tuple[str, list[object]]] = []

    def noted(query: str, values: list[object]) -> bool:
        asked.append((query, values))
        return False

    monkeypatch.setattr(store, "glance", noted)
    ids = [f"<{number}@x>" for number in range(20)]
    assert Ledger(store).stranger(ids, ["anna@example.net"], ["a1@marketplace.amazon.de"])
    ((query, values),) = asked
    with store.read() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", tuple(values))
        plan = [row.detail for row in rows]
    steps = [step for step in plan if "SEARCH" in step or "SCAN" in step]
    assert [step.split()[:2] for step in steps] == [
        ["SEARCH", table] for table in ("message", "thread_party", "alias")
    ]


def test_a_stranger_is_one_of_whom_no_look_up_knows_anything(ledger: Ledger) -> None:
    relay = "a1+case-1@marketplace.amazon.de"
    assert ledger.stranger(["<A@x>", "<>"], ["nobody@x.example"], [relay]) is True
    assert ledger.stranger([], [], []) is True
    tx = "tx-1"
    ledger.remember(tx, "<A@x>", ["<r1@x>"], thread(), T0, relays=[relay])
    assert ledger.stranger(["<A@x>"], list(thread().correspondents), [relay]) is True, "not confirmed yet"
    ledger.confirm(tx, T0)
    for ids, people, relays in (
        (["<A@x>"], [], []),
        (["<other@x>", "r1@x"], [], []),
        ([], [thread().correspondents[0].upper()], []),
        ([], [], ["A1+case-2@marketplace.amazon.de"]),
    ):
        assert ledger.stranger(ids, people, relays) is False
    assert ledger.stranger(["<B@x>"], ["nobody@x.example"], ["b1@marketplace.amazon.de"]) is True


def test_a_copy_for_colleagues_is_found_but_is_no_answer(store: Store) -> None:
    """It belongs to the conversation, and nobody outside has heard of it."""
    ledger, browse = Ledger(store), Browse(store)
    ledger.remember("tx-1", "<asked@buyer.example>", (), thread("t1"), T0)
    ledger.confirm("tx-1", T0)
    ledger.add_message("t1", "<inside@shop.example>", Direction.OUTBOUND, T0 + MINUTE, answer=False)
    assert browse.since(["t1"])["t1"] == Since(T0, None)
    assert ledger.lookup(("<inside@shop.example>",)) is not None
    ledger.add_message("t1", "<inside@shop.example>", Direction.OUTBOUND, T0 + 2 * MINUTE)
    assert browse.since(["t1"])["t1"] == Since(T0, T0 + 2 * MINUTE)
