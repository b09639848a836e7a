"""Notices wait until the next hop took them, and are finished once."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from gateway.store import Notices, Store
from tests.store.samples import MINUTE, T0, notice


@pytest.fixture
def notices(store: Store) -> Notices:
    return Notices(store)


def _row(store: Store, item: str) -> tuple[str, str | None, int]:
    with store.read() as connection:
        row = connection.execute(
            text("SELECT state, reply, attempts FROM notice WHERE id = :id"), {"id": item}
        )
        state, reply, attempts = row.one()
        return state, reply, attempts


def test_a_notice_is_due_at_once_and_comes_back_as_it_went_in(notices: Notices) -> None:
    one = notice(1, held=None, to="Grüße@example.com", body=bytes(range(256)))
    notices.add(one, T0)
    assert notices.due(T0) == [replace(one, next_try=T0)]


def test_the_longest_due_goes_first_and_later_ones_wait(notices: Notices) -> None:
    items = [notice(number, next_try=T0 + late * MINUTE) for number, late in enumerate((3, 1, 2))]
    for one in items:
        notices.add(one, T0)
    assert notices.due(T0 + 2 * MINUTE) == [items[1], items[2]]
    assert notices.due(T0 + 3 * MINUTE, limit=2) == [items[1], items[2]]


def test_sent_and_failed_ones_are_finished_and_keep_the_hop_s_words(notices: Notices, store: Store) -> None:
    for number in (1, 2):
        notices.add(notice(number), T0)
    notices.sent("n1", "250 Ok", T0)
    notices.failed("n2", "550 No", T0)
    assert notices.due(T0 + 9 * MINUTE) == []
    assert [_row(store, item) for item in ("n1", "n2")] == [("sent", "250 Ok", 1), ("failed", "550 No", 1)]


def test_a_deferred_one_is_due_again(notices: Notices) -> None:
    notices.add(notice(1), T0)
    notices.deferred("n1", "451 Later", T0 + MINUTE)
    assert notices.due(T0) == []
    assert notices.due(T0 + MINUTE) == [notice(1, attempts=1, next_try=T0 + MINUTE)]


def test_what_is_finished_stays_so(notices: Notices, store: Store) -> None:
    notices.add(notice(1), T0)
    notices.sent("n1", "250 Ok", T0)
    notices.deferred("n1", "451 Later", T0)
    notices.failed("n1", "550 No", T0)
    assert (notices.due(T0), _row(store, "n1")) == ([], ("sent", "250 Ok", 1))


def test_one_of_a_kind_a_day(notices: Notices, store: Store) -> None:
    """The same reader hears of the same thing once; another reader, another kind, and tomorrow count anew."""
    day = 24 * 60 * MINUTE
    first = notice(1, held=None, kind="redacted", to="a@example.com")
    assert notices.add_once(first, T0, T0 - day)
    assert not notices.add_once(replace(first, id="two"), T0 + day - MINUTE, T0 - MINUTE)
    assert notices.add_once(replace(first, id="three", to="b@example.com"), T0, T0 - day)
    assert notices.add_once(replace(first, id="four", kind="failed"), T0, T0 - day)
    notices.sent(first.id, "250 ok", T0 + MINUTE)
    assert notices.add_once(replace(first, id="five"), T0 + 2 * day, T0 + day)
    with store.read() as connection:
        left = connection.execute(text("SELECT id FROM notice ORDER BY id")).scalars().all()
    assert sorted(left) == ["five", "four", "three"]
