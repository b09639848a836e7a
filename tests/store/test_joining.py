"""Mails of one conversation find each other in any order; what is not one conversation stays apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest

from gateway.store import Holds, Ledger, Store
from gateway.store.aliases import apart, split
from gateway.store.buyers import Buyers
from gateway.words import Confidence, Direction, Thread, VerdictName
from tests.store.samples import BODY, MINUTE, T0, held, thread

ALIAS = "a1b2c3@marketplace.amazon.de"
CASES = ("a1b2c3+case-1@marketplace.amazon.de", "a1b2c3+case-2@marketplace.amazon.de")
DAY = timedelta(days=1)


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store)


def _learn(
    ledger: Ledger,
    item: Thread,
    message_id: str | None,
    *references: str,
    relays: Sequence[str] = (),
    at: datetime = T0,
) -> Thread:
    """A mail that knew of no thread when it came: a thread of its own, if the ledger finds no other."""
    tx = f"tx-{item.id}"
    ledger.remember(tx, message_id, references, item, at, relays=relays, buyers=item.correspondents)
    known = ledger.confirm(tx, at)
    assert known is not None
    return known


def test_a_relay_address_is_an_alias_and_a_case() -> None:
    assert split("A1b2+Case-1@Marketplace.Amazon.de") == ("a1b2@marketplace.amazon.de", "case-1")
    assert split("a1b2@marketplace.amazon.de") == ("a1b2@marketplace.amazon.de", "")
    assert split("a+b+c@x.de") == ("a@x.de", "b+c")


def test_only_different_cases_of_one_alias_are_apart() -> None:
    one, other, none = ("a@x", "1"), ("a@x", "2"), ("a@x", "")
    assert [apart([one], [other]), apart([one, other], [other])] == [True, False]
    assert [apart([one], [none]), apart([none], [one]), apart([], [one]), apart([one], [("b@x", "2")])] == [
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("order", list(permutations("ABC")))
def test_question_answer_and_question_again_in_any_order_are_one_thread(
    ledger: Ledger, order: tuple[str, ...]
) -> None:
    """Each mail names those before it; whichever comes first, months apart, one thread is left."""
    named = {"A": (), "B": ("<A@x>",), "C": ("<A@x>", "<B@x>")}
    for number, letter in enumerate(order):
        _learn(ledger, thread(f"t{letter}"), f"<{letter}@x>", *named[letter], at=T0 + 40 * number * DAY)
    found = [ledger.lookup([f"<{letter}@x>"]) for letter in "ABC"]
    assert found == [thread(f"t{order[0]}", last_seen=T0 + 80 * DAY)] * 3


def test_two_mails_that_only_name_the_same_third_one_are_one_thread(ledger: Ledger) -> None:
    _learn(ledger, thread("t1"), "<B@x>", "<our-offer@example.com>")
    _learn(ledger, thread("t2"), "<C@x>", "<our-offer@example.com>")
    assert ledger.lookup(["<C@x>"]) == ledger.lookup(["<B@x>"]) == thread("t1")


def test_a_mail_that_names_two_threads_makes_them_one(ledger: Ledger, store: Store) -> None:
    """With their orders, people, ids, footers, memory, and the held mail of the one that goes."""
    _learn(ledger, thread("t1", orders=("1",)), "<A@x>")
    _learn(ledger, thread("t2", orders=("2",), confidence=Confidence.CONFIRMED), "<B@x>")
    ledger.count_footer("t1", T0)
    ledger.count_footer("t2", T0)
    holds = Holds(store)
    holds.commit(held(1, thread="t1"), [BODY], T0)
    whole = _learn(ledger, thread("t3", orders=("3",)), "<C@x>", "<A@x>", "<B@x>", at=T0 + MINUTE)
    assert whole == thread(
        "t2", orders=("1", "2", "3"), confidence=Confidence.CONFIRMED, footers=2, last_seen=T0 + MINUTE
    )
    assert [ledger.lookup([one]) for one in ("<A@x>", "<B@x>", "<C@x>")] == [whole] * 3
    assert ledger.by_order("amazon", "1", "anna@example.net") == whole
    assert (ledger.get("t1"), ledger.get("t3")) == (None, None)
    moved = holds.get(held(1).id)
    assert moved is not None
    assert moved.thread == "t2"
    assert Buyers(store).recall(["anna@example.net"], T0) == whole


def test_the_same_mail_again_adds_nothing(ledger: Ledger) -> None:
    _learn(ledger, thread("t1"), "<A@x>")
    assert _learn(ledger, thread("t9"), "<A@x>", at=T0 + DAY) == thread("t1", last_seen=T0 + DAY)
    assert ledger.get("t9") is None


def test_a_stranger_s_reference_joins_nothing(ledger: Ledger) -> None:
    """Neither does he get into a thread, nor does he pull one to himself or two together."""
    _learn(ledger, thread("t1"), "<A@x>")
    eve = thread("t2", correspondents=("eve@example.org",))
    assert _learn(ledger, eve, "<E@x>", "<A@x>") == eve
    assert ledger.lookup(["<A@x>"]) == thread("t1")


def test_a_pretender_does_not_get_into_an_honest_thread(ledger: Ledger) -> None:
    """And what he began takes no honest mail."""
    _learn(ledger, thread("t1"), "<A@x>")
    fraud = thread("t2", verdict=VerdictName.SUSPECT, confidence=None)
    assert _learn(ledger, fraud, "<F@x>", "<A@x>") == fraud
    assert _learn(ledger, thread("t3"), "<C@x>", "<F@x>") == thread("t3")


def test_a_dismissed_thread_takes_no_other_mail_but_its_own(ledger: Ledger) -> None:
    _learn(ledger, thread("t1"), "<A@x>")
    ledger.set_dismissed("t1", True, T0)
    assert _learn(ledger, thread("t2"), "<B@x>", "<A@x>") == thread("t2")
    assert _learn(ledger, thread("t3"), "<A@x>") == thread("t1", dismissed=True)


def test_cases_of_one_alias_never_merge(ledger: Ledger) -> None:
    """Not by a reference, not by having been told the wrong thread."""
    first = thread("t1", correspondents=CASES[:1])
    second = thread("t2", correspondents=CASES[1:])
    _learn(ledger, first, "<A@x>", relays=CASES[:1])
    assert _learn(ledger, second, "<B@x>", "<A@x>", relays=CASES[1:]) == second
    ledger.remember("tx9", "<C@x>", ["<A@x>"], replace(second, id="t1"), T0, relays=CASES[1:])
    assert ledger.confirm("tx9", T0) == replace(second, id="t2")
    assert [ledger.by_relay(one, T0) for one in CASES] == [first, second]


def test_an_alias_without_a_case_is_the_last_conversation_for_thirty_days(ledger: Ledger) -> None:
    first = thread("t1", correspondents=CASES[:1])
    last = thread("t2", correspondents=CASES[1:], last_seen=T0 + DAY)
    _learn(ledger, first, None, relays=CASES[:1])
    _learn(ledger, last, None, relays=CASES[1:], at=T0 + DAY)
    assert ledger.by_relay("A1B2C3@marketplace.amazon.de", T0 + 31 * DAY) == last
    assert ledger.by_relay(ALIAS, T0 + 32 * DAY) is None
    assert ledger.by_relay("other@marketplace.amazon.de", T0) is None
    assert ledger.by_relay("a1b2c3+case-9@marketplace.amazon.de", T0) is None


def test_the_threads_of_people_are_found_by_address_and_by_alias(ledger: Ledger) -> None:
    """Of an alias with a case those of another case are left out."""
    private = thread("t1")
    relayed = thread("t2", correspondents=CASES[:1])
    _learn(ledger, private, None)
    _learn(ledger, relayed, None, relays=CASES[:1])
    assert ledger.with_people(["ANNA@example.net"], [ALIAS]) == (private, relayed)
    assert ledger.with_people([], CASES[1:]) == ()
    assert ledger.with_people(["eve@example.net"]) == ledger.with_people() == ()
    assert [ledger.is_other_case("t2", [one]) for one in (*CASES, ALIAS)] == [False, True, False]


def test_an_old_answer_learned_late_does_not_turn_the_clock_back(ledger: Ledger) -> None:
    _learn(ledger, thread("t1"), "<A@x>")
    ledger.add_message("t1", "<answer@example.com>", Direction.OUTBOUND, T0 - DAY)
    assert ledger.lookup(["<answer@example.com>"]) == thread("t1")
