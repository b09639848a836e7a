"""Ways in: what a visitor shows is known by its hash only, runs out, and ends when it is to end."""

from datetime import timedelta

import pytest

from gateway.store import Store
from gateway.store.doors import Doors, Link, Token
from gateway.store.people import Role, User, Users
from tests.store.samples import MINUTE, T0

ANNA = User("u1", "Anna", Role.ADMIN, T0)
HOUR = timedelta(hours=1)


@pytest.fixture
def doors(store: Store) -> Doors:
    Users(store).add(ANNA, "root")
    return Doors(store)


def test_a_session_lasts_until_its_end_and_only_while_it_is_used(doors: Doors) -> None:
    doors.open_session("s", ANNA, T0, T0 + 3 * HOUR)
    seen = [doors.by_session("s", T0 + minutes * MINUTE, HOUR) is not None for minutes in (0, 59, 118, 177)]
    assert seen == [True, True, True, True]
    assert doors.by_session("s", T0 + 3 * HOUR, HOUR) is None
    doors.open_session("t", ANNA, T0, T0 + 3 * HOUR)
    assert doors.by_session("t", T0 + HOUR, HOUR) is None


def test_a_log_out_ends_the_session_for_every_copy_of_the_cookie(doors: Doors) -> None:
    doors.open_session("s", ANNA, T0, T0 + HOUR)
    doors.close_session("s", T0)
    doors.close_session("s", T0)
    assert doors.by_session("s", T0, HOUR) is None


def test_who_is_disabled_is_out_at_once_by_every_door(doors: Doors, store: Store) -> None:
    Users(store).add(User("u2", "Bo", Role.ADMIN, T0), "root")
    doors.open_session("s", ANNA, T0, T0 + HOUR)
    doors.add_token(Token("t1", "u1", "script", ("held:read",), T0), "mg_x", "Anna")
    Users(store).set_disabled("u1", True, "Bo", T0)
    assert (doors.by_session("s", T0, HOUR), doors.by_token("mg_x", T0)) == (None, None)
    Users(store).set_disabled("u1", False, "Bo", T0)
    assert (doors.by_session("s", T0, HOUR), doors.by_token("mg_x", T0) is None) == (None, False)


def test_no_secret_lies_in_the_database(doors: Doors, store: Store, url: str) -> None:
    doors.open_session("cookie-secret", ANNA, T0, T0 + HOUR)
    doors.add_token(Token("t1", "u1", "script", ("held:read",), T0), "token-secret", "Anna")
    doors.add_link("link-secret", "first", "", T0, T0 + HOUR)
    doors.try_password("a password typed as a name", T0)
    with store.read() as connection:
        script = " ".join(str(line) for line in connection.connection.driver_connection.iterdump())  # type: ignore[union-attr]
    assert "u1" in script
    for secret in ("cookie-secret", "token-secret", "link-secret", "a password typed"):
        assert secret not in script
        assert secret.encode().hex().upper() not in script.upper()


def test_a_token_has_scopes_and_an_end_and_is_revoked_by_its_own_user_only(doors: Doors) -> None:
    token = Token("t1", "u1", "script", ("held:read", "held:rule"), T0, T0 + HOUR)
    doors.add_token(token, "mg_x", "Anna")
    found = doors.by_token("mg_x", T0)
    assert found is not None
    assert (found[0].id, sorted(found[1])) == ("u1", ["held:read", "held:rule"])
    assert doors.by_token("mg_x", T0 + HOUR) is None
    assert doors.by_token("mg_y", T0) is None
    assert not doors.revoke("t1", "u2", "Bo", T0)
    assert [one.id for one in doors.tokens("u1")] == ["t1"]
    assert doors.revoke("t1", "u1", "Anna", T0)
    assert (doors.by_token("mg_x", T0), doors.tokens("u1")) == (None, [])


def test_looking_at_a_link_does_not_spend_it_and_a_newer_one_replaces_it(doors: Doors) -> None:
    doors.add_link("a", "first", "", T0, T0 + HOUR)
    assert [doors.link("a", T0) for _ in range(2)] == [Link("first", "", T0 + HOUR)] * 2
    assert doors.link("a", T0 + HOUR) is None
    doors.add_link("b", "first", "", T0, T0 + HOUR)
    assert (doors.link("a", T0), doors.link("b", T0)) == (None, Link("first", "", T0 + HOUR))


def test_failed_log_ins_make_the_wait_grow_and_a_success_ends_it(doors: Doors) -> None:
    at, waits = T0, list[float]()
    for _ in range(14):
        assert doors.try_password(" aNNa ", at) is None
        again = doors.try_password("anna", at)
        if again is None:  # that was one more failure
            continue
        waits.append((again - at).total_seconds())
        at = again
    assert waits[:8] == [30, 60, 120, 240, 480, 960, 1920, 3600]
    assert set(waits[8:]) == {3600}
    doors.open_session("s", ANNA, at, at + HOUR)
    assert [doors.try_password("anna", at) for _ in range(5)] == [None] * 5


def test_names_nobody_has_are_locked_too_so_that_a_lock_tells_nothing(doors: Doors) -> None:
    answers = [doors.try_password("nobody", T0) is None for _ in range(6)]
    assert answers == [doors.try_password("anna", T0) is None for _ in range(6)]
    assert answers == [True] * 5 + [False]


def test_failures_are_forgiven_after_a_day(doors: Doors) -> None:
    for _ in range(4):
        doors.try_password("anna", T0)
    later = T0 + timedelta(days=1)
    assert [doors.try_password("anna", later) is None for _ in range(6)] == [True] * 5 + [False]


def test_a_sweep_removes_what_leads_nowhere_and_nothing_else(doors: Doors, store: Store) -> None:
    doors.open_session("old", ANNA, T0, T0 + HOUR)
    doors.open_session("new", ANNA, T0 + HOUR, T0 + 9 * HOUR)
    doors.add_link("a", "first", "", T0, T0 + HOUR)
    doors.try_password("x", T0)
    doors.sweep(T0 + 2 * HOUR, 2 * HOUR)
    with store.read() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("session", "link", "attempt")
        ]
    assert counts == [1, 0, 1]
    assert doors.by_session("new", T0 + 2 * HOUR, 2 * HOUR) is not None
