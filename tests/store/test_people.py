"""Users: compared by folded names, changed with a link in the audit chain, never without an administrator."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gateway.store import Store, verify
from gateway.store.activity import Activity
from gateway.store.doors import Doors, digest
from gateway.store.people import LastAdmin, LinkSpent, NameTaken, NoSuchUser, Role, User, Users
from tests.store.samples import T0

ANNA = User("u1", "Anna Müller", Role.ADMIN, T0, "de", password="$argon2id$1")


@pytest.fixture
def users(store: Store) -> Users:
    return Users(store)


def test_a_user_comes_back_as_written_by_any_spelling_of_the_name(users: Users) -> None:
    assert not users.any()
    users.add(ANNA, "root")
    assert (users.get("u1"), users.by_name("  anna   MÜLLER "), users.all()) == (ANNA, ANNA, [ANNA])
    assert (users.get("u2"), users.by_name("anna"), users.any()) == (None, None, True)


def test_a_name_is_given_once(users: Users) -> None:
    users.add(ANNA, "root")
    with pytest.raises(NameTaken, match="there is a user ANNA müller already"):
        users.add(replace(ANNA, id="u2", name="ANNA müller"), "root")


def test_the_hash_is_not_in_what_is_printed() -> None:
    assert "argon2id" not in repr(ANNA)


def test_roles_include_each_other_upwards() -> None:
    assert [[one.includes(other) for other in Role] for one in Role] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]


def test_the_last_administrator_stays_one(users: Users) -> None:
    users.add(ANNA, "root")
    users.add(User("u2", "Bo", Role.REVIEWER, T0), "root")
    with pytest.raises(LastAdmin):
        users.set_disabled("u1", True, "Anna", T0)
    with pytest.raises(LastAdmin):
        users.set_role("u1", Role.VIEWER, "Anna", T0)
    users.set_role("u2", Role.ADMIN, "Anna", T0)
    assert users.set_disabled("u1", True, "Bo", T0).disabled


def test_a_change_of_nobody_is_an_error_and_no_link(users: Users, store: Store) -> None:
    with pytest.raises(NoSuchUser):
        users.set_language("nobody", "de", "root", T0)
    assert Activity(store).entries([]) == ()


def test_a_new_password_ends_all_sessions_and_the_lock_out(users: Users, store: Store) -> None:
    users.add(ANNA, "root")
    doors = Doors(store)
    doors.open_session("s", ANNA, T0, T0 + timedelta(days=1))
    for _ in range(6):
        doors.try_password("Anna Müller", T0)
    assert doors.try_password("Anna Müller", T0) is not None
    users.set_password("u1", "$argon2id$2", "root", T0)
    assert doors.by_session("s", T0, timedelta(hours=1)) is None
    assert doors.try_password("Anna Müller", T0) is None


def test_a_rehash_loses_against_a_new_password(users: Users) -> None:
    users.add(ANNA, "root")
    users.rehash("u1", "$argon2id$old", "$argon2id$newer")
    assert users.get("u1") == ANNA
    users.rehash("u1", "$argon2id$1", "$argon2id$newer")
    assert users.get("u1") == replace(ANNA, password="$argon2id$newer")


def test_the_first_user_is_made_by_his_link_once(users: Users, store: Store) -> None:
    doors = Doors(store)
    doors.add_link("secret", "first", "", T0, T0 + timedelta(hours=24))
    with pytest.raises(LinkSpent):
        users.add_first(ANNA, digest("guessed"))
    users.add_first(ANNA, digest("secret"))
    with pytest.raises(LinkSpent):
        users.add_first(replace(ANNA, id="u2", name="Bo"), digest("secret"))
    assert (users.all(), doors.link("secret", T0)) == ([ANNA], None)


def test_the_first_link_is_worth_nothing_once_there_is_a_user_and_stays_unspent_then(
    users: Users, store: Store
) -> None:
    Doors(store).add_link("secret", "first", "", T0, T0 + timedelta(hours=24))
    users.add(ANNA, "root")
    with pytest.raises(LinkSpent):
        users.add_first(replace(ANNA, id="u2", name="Bo"), digest("secret"))
    assert users.all() == [ANNA]


def test_every_change_is_a_link_of_a_chain_that_holds(users: Users, store: Store) -> None:
    users.add(ANNA, "root")
    users.add(User("u2", "Bo", Role.ADMIN, T0), "Anna Müller")
    users.set_disabled("u2", True, "Anna Müller", T0)
    users.set_disabled("u2", False, "Anna Müller", T0)
    told = [(done.verb, done.subject, done.who) for done in Activity(store).entries(["Anna Müller"])]
    assert told == [
        ("user-enable", "u2", "Anna Müller"),
        ("user-disable", "u2", "Anna Müller"),
        ("user-add", "u2", "Anna Müller"),
        ("user-add", "u1", ""),
    ]
    assert verify(store) == []
