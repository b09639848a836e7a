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
