"""People: a wrong name costs what a wrong password costs, hashes grow with the times, tokens are checked."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from argon2 import PasswordHasher

from gateway.review.people import (
    SCOPES,
    WAITING,
    BadName,
    BadPassword,
    People,
    TooMany,
    WrongPassword,
    checked_name,
    checked_password,
)
from gateway.store.database import Store
from gateway.store.people import Role
from tests.review.samples import Clock

PASSWORD = "correct horse battery"


def hasher(rounds: int = 1) -> PasswordHasher:
    return PasswordHasher(time_cost=rounds, memory_cost=8, parallelism=1)


@pytest.fixture
async def people(store: Store) -> AsyncIterator[People]:
    made = People(store, Clock(), hasher())
    yield made
    made.close()


async def test_the_kept_hash_is_argon2id_and_lets_in_by_any_spelling_of_the_name(people: People) -> None:
    user = people.add("Anna Müller", Role.REVIEWER, PASSWORD, "root")
    assert (user.password or "").startswith("$argon2id$")
    found, secret = await people.log_in(" anna  MÜLLER", PASSWORD)
    assert (found, len(secret)) == (user, 43)


async def test_what_was_wrong_is_one_error_and_takes_one_comparison(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name nobody has, a user without a password, a wrong password: the same work."""
    people.add("anna", Role.REVIEWER, PASSWORD, "root")
    people.add("bo", Role.REVIEWER, None, "root")
    verified: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, kept: str, password: str) -> bool:
        verified.append(kept)
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    for name in ("nobody", "bo", "anna"):
        with pytest.raises(WrongPassword):
            await people.log_in(name, "wrong wrong wrong")
    assert len(verified) == 3


async def test_the_password_of_nobody_lets_nobody_in(people: People) -> None:
    """Even if somebody guessed it."""
    people._nobody = hasher().hash(PASSWORD)
    with pytest.raises(WrongPassword):
        await people.log_in("nobody", PASSWORD)


async def test_an_old_hash_becomes_a_new_one_at_the_next_log_in(people: People, store: Store) -> None:
    user = people.add("anna", Role.REVIEWER, PASSWORD, "root")
    later = People(store, Clock(), hasher(2))
    await later.log_in("anna", PASSWORD)
    after = people.users.get(user.id)
    assert after is not None and "t=2" in (after.password or "")
    await later.log_in("anna", PASSWORD)
    later.close()


async def test_the_loop_goes_on_while_passwords_are_compared(store: Store) -> None:
    slow = People(store, Clock(), PasswordHasher(time_cost=2, memory_cost=32768, parallelism=1))
    slow.add("anna", Role.REVIEWER, PASSWORD, "root")
    ticks = 0
    task = asyncio.create_task(slow.log_in("anna", PASSWORD))
    while not task.done():
        await asyncio.sleep(0.001)
        ticks += 1
    await task
    assert ticks > 5
    slow.close()


async def test_a_flood_of_log_ins_is_asked_to_come_back(people: People) -> None:
    people._waiting = WAITING
    with pytest.raises(TooMany):
        await people.log_in("anna", PASSWORD)


async def test_what_a_closed_store_keeps_back_is_no_log_in(people: People, store: Store) -> None:
    people.add("anna", Role.REVIEWER, PASSWORD, "root")
    people.users.set_disabled(people.users.all()[0].id, True, "root", Clock()())
    with pytest.raises(WrongPassword):
        await people.log_in("anna", PASSWORD)


@pytest.mark.parametrize("name", ["", "   ", "x" * 65, "a\u202eb", "a\x00b", "GATEWAY"])
def test_names_that_would_mislead_are_refused(name: str) -> None:
    with pytest.raises(BadName):
        checked_name(name)


def test_blanks_in_a_name_are_one() -> None:
    assert checked_name("  Anna \t Müller ") == "Anna Müller"


@pytest.mark.parametrize("password", ["", "elevenchars", "x" * 1025, "abababababababab", "anna müller x"])
def test_passwords_that_can_be_guessed_are_refused(password: str) -> None:
    with pytest.raises(BadPassword):
        checked_password(password, "Anna Müller X")


def test_a_long_sentence_is_a_good_password() -> None:
    assert checked_password("ein ganz normaler Satz", "anna") == "ein ganz normaler Satz"


def test_a_token_has_scopes_that_exist(people: People) -> None:
    user = people.add("anna", Role.REVIEWER, PASSWORD, "root")
    token, secret = people.add_token(user, "script", ["held:rule", "held:read"], None)
    assert (token.scopes, secret[:3], len(secret)) == (("held:read", "held:rule"), "mg_", 46)
    for scopes in ([], ["root"], [*SCOPES, ""]):
        with pytest.raises(ValueError):
            people.add_token(user, "script", scopes, None)
