"""The look through the queue: a row a conversation, most urgent first, filtered and found by the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from gateway.store import Holds, Ledger, Store, rows
from gateway.store.browse import Browse, Since, Wanted
from gateway.words import Direction, HeldState
from tests.store.samples import BODY, MINUTE, T0, held, hold_id, path, recipient, thread


def put(store: Store, number: int, *recipients: object, **changes: object) -> str:
    item = held(number, *recipients, **{"thread": f"t{number}", "legal": None, **changes})  # type: ignore[arg-type]
    Holds(store).commit(item, (BODY,), item.held_at)
    return item.id


def ids(store: Store, wanted: Wanted, limit: int = 50, offset: int = 0) -> list[list[str]]:
    page = Browse(store).conversations(wanted, limit, offset).page
    return [[item.id for item in mails] for mails in page]


def test_legal_matters_come_first_then_deadlines_then_age(store: Store) -> None:
    put(store, 1, deadline=None)
    put(store, 2, deadline=T0 + timedelta(hours=30))
    put(store, 3, deadline=T0 + timedelta(hours=20))
    put(store, 4, deadline=T0 + timedelta(hours=40), legal="withdrawal")
    put(store, 5, deadline=None)
    assert ids(store, Wanted()) == [[hold_id(number)] for number in (4, 3, 2, 1, 5)]


def test_replies_of_one_conversation_are_one_row_and_without_a_thread_each_is_its_own(store: Store) -> None:
    put(store, 1, thread="a")
    put(store, 2, thread=None)
    put(store, 3, thread="a")
    put(store, 4, thread=None)
    found = Browse(store).conversations(Wanted(), 2)
    assert (found.total, found.mails) == (3, 4)
    assert [[item.id for item in mails] for mails in found.page] == [[hold_id(1), hold_id(3)], [hold_id(2)]]
    assert ids(store, Wanted(), 2, 2) == [[hold_id(4)]]
    assert ids(store, Wanted(), 2, 4) == []


def test_by_default_what_is_finished_is_left_out(store: Store) -> None:
    put(store, 1)
    put(store, 2, recipient(state=HeldState.SENT))
    assert ids(store, Wanted()) == [[hold_id(1)]]
    assert ids(store, Wanted(states=())) == [[hold_id(1)], [hold_id(2)]]
    assert ids(store, Wanted(states=(HeldState.SENT,))) == [[hold_id(2)]]


def test_filters_by_marketplace_and_by_buyers_on_both_channels(store: Store) -> None:
    put(store, 1, marketplace="ebay")
    put(store, 2, reasons=("dual_channel", "offchannel_confirmed"))
    assert ids(store, Wanted(marketplace="ebay")) == [[hold_id(1)]]
    assert ids(store, Wanted(both_channels=True)) == [[hold_id(2)]]


@pytest.mark.parametrize(
    "search",
    [
        "Größen",
        "größe",
        " JÖRG@müller.example ",
        "028-7654321",
        "fritz@example",
        "staff2@",
        "<unique-id@example.com>",
        hold_id(2),
        "100%_",
        "emoji 🙂",
    ],
)
def test_a_search_finds_subject_people_orders_message_id_and_id(store: Store, search: str) -> None:
    put(store, 1)
    put(
        store,
        2,
        recipient("Jörg@Müller.example"),
        subject="Größen 100%_sicher, emoji 🙂, größe",
        author="fritz@example.com",
        mail_from=path("staff2@example.com"),
        orders=("028-7654321-1234567",),
        message_id="<unique-id@example.com>",
    )
    assert ids(store, Wanted(search=search)) == [[hold_id(2)]]


@pytest.mark.parametrize("search", ["'; DROP TABLE held; --", "%", "_", "\\", '"', "\x00", "\udce4" * 3])
def test_a_search_is_text_and_nothing_else(store: Store, search: str) -> None:
    put(store, 1, subject="plain")
    assert ids(store, Wanted(search=search)) == []


def test_it_is_known_what_came_and_went_since(store: Store) -> None:
    ledger = Ledger(store)
    ledger.remember("x1", "<in@b.example>", (), thread("t1"), T0)
    ledger.confirm("x1", T0)
    ledger.add_message("t1", "<out@example.com>", Direction.OUTBOUND, T0 + MINUTE)
    assert Browse(store).since(["t1", "t9", "t1"]) == {"t1": Since(T0, T0 + MINUTE)}
    assert Browse(store).since([]) == {}


def test_history_finds_held_mail_in_every_state_and_conversations(store: Store) -> None:
    put(store, 1, recipient(state=HeldState.SENT))
    put(store, 2)
    ledger = Ledger(store)
    ledger.remember("x1", "<in@b.example>", (), thread("t7"), T0)
    ledger.confirm("x1", T0)
    browse = Browse(store)

    def found(search: str) -> tuple[list[str], list[str]]:
        mails, threads = browse.history(search)
        return [item.id for item in mails], [one.id for one in threads]

    assert found("302-1234567-1234567") == ([hold_id(2), hold_id(1)], ["t7"])
    assert found("ANNA@example.net") == ([hold_id(2), hold_id(1)], ["t7"])
    assert found("<in@b.example>") == ([], ["t7"])
    assert found("nothing such") == ([], [])
    seen = browse.passed("in@b.example")
    assert seen is not None
    assert (seen.at, seen.direction, seen.thread.id) == (T0, Direction.INBOUND, "t7")
    assert browse.passed("<never@seen.example>") is None


def test_the_other_held_mails_of_a_conversation_stand_beside(store: Store) -> None:
    put(store, 1, thread="a")
    put(store, 2, thread="a")
    put(store, 3, thread=None)
    holds = Holds(store)
    one, three = holds.get(hold_id(1)), holds.get(hold_id(3))
    assert one is not None and three is not None
    assert [item.id for item in Browse(store).beside(one)] == [hold_id(2)]
    assert Browse(store).beside(three) == ()


@contextmanager
def asked() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    found: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def many(store: Store, number: int) -> None:
    with store.begin() as connection:
        for n in range(number):
            rows.add(connection, held(n, thread=f"t{n // 3}", legal=None))


def test_a_page_costs_the_same_few_questions_however_many_mails_are_on_it(store: Store) -> None:
    """The time is measured in `make bench`; what it comes from is held here."""
    many(store, 300)
    browse = Browse(store)
    for size in (5, 50):
        with asked() as questions:
            page = browse.conversations(Wanted(search="302-1234567"), size, 20)
        assert (page.total, page.mails, len(page.page)) == (100, 300, size)
        # Which conversations, how many in all, and their mails from three tables.
        assert len(questions) == 5
        assert [one.count("LIKE") > 0 for one in questions] == [True, True, False, False, False]


def test_a_search_that_fits_on_a_page_looks_through_the_mails_once(store: Store) -> None:
    many(store, 30)
    with asked() as questions:
        found = Browse(store).conversations(Wanted(search="302-1234567"), 50)
    assert (found.total, found.mails, len(found.page)) == (10, 30, 10)
    assert [one.count("LIKE") > 0 for one in questions] == [True, False, False, False]
    with asked() as questions:
        none = Browse(store).conversations(Wanted(search="nothing like it"), 50)
    assert (none.total, none.mails, none.page, len(questions)) == (0, 0, (), 1)


def test_history_looks_through_the_mails_once(store: Store) -> None:
    many(store, 30)
    with asked() as questions:
        mails, _ = Browse(store).history("302-1234567")
    assert len(mails) == 30
    assert sum(one.count("LIKE") > 0 for one in questions) == 1
