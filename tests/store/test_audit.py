"""The audit chain holds, and whatever is changed, missing or out of order in it is found."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from gateway.store import Store, audit, verify
from tests.store.samples import MINUTE, T0


@pytest.fixture
def chained(store: Store) -> Iterator[Store]:
    """A store with ten links."""
    for number in range(1, 11):
        with store.begin() as connection:
            audit.append(connection, "hold", f"mail{number}", "petra", T0 + number * MINUTE)
    yield store


def _run(store: Store, *statements: str) -> None:
    with store.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_an_empty_chain_verifies(store: Store) -> None:
    assert verify(store) == []


def test_an_untouched_chain_verifies(chained: Store) -> None:
    assert verify(chained) == []


def test_links_are_numbered_and_hold_no_name(chained: Store) -> None:
    with chained.read() as connection:
        rows = connection.execute(
            text("SELECT seq, verb, subject, who, prev, hash FROM audit ORDER BY seq")
        ).all()
    assert [(row.seq, row.verb, row.subject) for row in rows] == [
        (n, "hold", f"mail{n}") for n in range(1, 11)
    ]
    assert [row.prev for row in rows] == [audit.START, *(row.hash for row in rows[:-1])]
    assert len({row.who for row in rows}) == 1
    assert b"petra" not in rows[0].who


def test_two_stores_know_a_name_by_different_hashes(chained: Store) -> None:
    other = Store("sqlite://")
    other.open()
    with other.begin() as connection:
        audit.append(connection, "hold", "mail1", "petra", T0 + MINUTE)
    found = []
    for one in (chained, other):
        with one.read() as connection:
            found.append(connection.execute(text("SELECT who FROM audit WHERE seq = 1")).scalar())
    assert found[0] != found[1]


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'undo'",
        "subject = 'mail5'",
        "at = at + 1",
        "who = x'00112233445566778899aabbccddeeff'",
        "prev = x'00'",
        "hash = x'00'",
    ],
)
def test_a_changed_row_is_found(chained: Store, change: str) -> None:
    _run(chained, f"UPDATE audit SET {change} WHERE seq = 4")
    assert verify(chained)[0] == 4


def test_a_missing_row_is_found(chained: Store) -> None:
    _run(chained, "DELETE FROM audit WHERE seq IN (4, 7, 8)")
    assert verify(chained) == [4, 7, 8]


def test_missing_rows_at_the_beginning_and_at_the_end_are_found(chained: Store) -> None:
    _run(chained, "DELETE FROM audit WHERE seq IN (1, 2, 10)")
    assert verify(chained) == [1, 2, 10]


def test_a_chain_that_was_emptied_is_found(chained: Store) -> None:
    _run(chained, "DELETE FROM audit")
    assert verify(chained) == list(range(1, 11))


def test_reordered_rows_are_found(chained: Store) -> None:
    _run(
        chained,
        "UPDATE audit SET seq = 99 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = 5",
        "UPDATE audit SET seq = 5 WHERE seq = 99",
    )
    assert {4, 5} <= set(verify(chained))


def test_a_row_that_was_slipped_in_is_found(chained: Store) -> None:
    """Even one whose own hash is right, at the end, where no row follows."""
    with chained.begin() as connection:
        head = connection.execute(text("SELECT value FROM meta WHERE name = 'audit_head'")).scalar()
        audit.append(connection, "release", "mail1", "mallory", T0)
        connection.execute(text("UPDATE meta SET value = :head WHERE name = 'audit_head'"), {"head": head})
    assert verify(chained) == [11]


def test_a_huge_gap_names_its_first_thousand_numbers(chained: Store) -> None:
    _run(chained, "UPDATE audit SET seq = 100000 WHERE seq = 10")
    broken = verify(chained)
    assert (broken[:2], len(broken)) == ([10, 11], 1002)


def test_a_link_is_there_if_and_only_if_the_change_is(chained: Store) -> None:
    with pytest.raises(RuntimeError), chained.begin() as connection:
        audit.append(connection, "hold", "mail11", "petra", T0)
        raise RuntimeError
    with chained.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM audit")).scalar() == 10
    assert verify(chained) == []


def test_the_history_of_a_mail_is_its_links_in_order(chained: Store) -> None:
    with chained.begin() as connection:
        audit.append(connection, "release", "mail3", "petra", T0)
    assert audit.history(chained, "mail3") == [
        audit.Link(T0 + 3 * MINUTE, "hold"),
        audit.Link(T0, "release"),
    ]
    assert audit.history(chained, "mail") == []
