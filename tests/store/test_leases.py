"""The way out: a copy is leased once, marked at the dot, settled once; no lease is lost for good."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from gateway.store import Conflict, Holds, Lease, Store, verify
from gateway.store.leases import LOST_REPLY
from gateway.words import HeldState
from tests.store.samples import BODY, MINUTE, T0, held, path, recipient, ruling

P, A, SENDING = HeldState.PENDING, HeldState.APPROVED, HeldState.SENDING
SENT, FAILED, UNCERTAIN = HeldState.SENT, HeldState.FAILED, HeldState.UNCERTAIN
ANNA, BOB = "anna@example.net", "bob@example.org"
UNTIL = T0 + 10 * MINUTE


@pytest.fixture
def holds(store: Store) -> Holds:
    return Holds(store)


def _approved(holds: Holds, number: int = 0, *addresses: str, form: str = "footer") -> str:
    item = held(number, *(recipient(address) for address in addresses or (ANNA,)))
    holds.commit(item, [BODY], T0)
    moves = dict.fromkeys((one.path.folded for one in item.recipients), A)
    holds.decide(item.id, ruling(), moves, expect=[P], release_as=form)
    return item.id


def _taken(holds: Holds) -> Lease:
    lease = holds.lease(T0, UNTIL)
    assert lease is not None
    return lease


def _states(holds: Holds, item: str) -> list[HeldState]:
    now = holds.get(item)
    assert now is not None
    return [one.state for one in now.recipients]


def test_nothing_due_is_no_lease(holds: Holds) -> None:
    holds.commit(held(), [BODY], T0)
    assert holds.lease(T0, UNTIL) is None


def test_a_lease_takes_the_due_recipients_of_one_mail(holds: Holds) -> None:
    item = _approved(holds, 0, "Anna@Example.net", BOB)
    before = holds.get(item)
    lease = _taken(holds)
    assert before is not None
    going = tuple(replace(one, state=SENDING, attempts=1) for one in before.recipients)
    assert lease == Lease(
        replace(before, version=3, recipients=going), (path("Anna@Example.net"), path(BOB)), 3, "footer"
    )
    assert holds.get(item) == lease.held
    assert holds.lease(T0, UNTIL) is None


def test_recipients_with_another_form_are_another_lease(holds: Holds) -> None:
    item = held(0, recipient(ANNA), recipient(BOB), recipient("c@example.org"))
    holds.commit(item, [BODY], T0)
    holds.decide(item.id, ruling(), {ANNA: A, "c@example.org": A}, expect=[P], release_as="footer")
    holds.decide(item.id, ruling(), {BOB: A}, expect=[P])
    first, second = _taken(holds), _taken(holds)
    assert (first.release_as, first.addresses) == ("footer", (path(ANNA), path("c@example.org")))
    assert (second.release_as, second.addresses) == (None, (path(BOB),))
    assert second.token > first.token


def test_what_has_been_due_longest_goes_first_and_what_is_not_due_waits(holds: Holds) -> None:
    due = (2 * MINUTE, MINUTE, 3 * MINUTE)
    for number, late in enumerate(due):
        holds.commit(held(number, recipient(ANNA, A, next_try=T0 + late)), [BODY], T0)
    at = T0 + 2 * MINUTE
    first, second = holds.lease(at, UNTIL), holds.lease(at, UNTIL)
    assert first is not None
    assert second is not None
    assert [first.held.id, second.held.id] == [held(1).id, held(0).id]
    assert holds.lease(at, UNTIL) is None


def test_a_hold_that_comes_in_approved_is_due_at_once(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA, A)), [BODY], T0)
    assert item.recipients == (recipient(ANNA, A, next_try=T0),)
    assert _taken(holds).held.id == item.id


@pytest.mark.parametrize("state", [SENT, FAILED, UNCERTAIN])
def test_an_attempt_ends_with_the_hop_s_words(holds: Holds, state: HeldState) -> None:
    item = _approved(holds)
    lease = _taken(holds)
    holds.dotted(lease, T0)
    now = holds.settle(lease, path(ANNA), state, "250 2.0.0 Ok: queued", T0)
    assert now.recipients == (
        recipient(ANNA, state, reply="250 2.0.0 Ok: queued", attempts=1, release_as="footer"),
    )
    assert (now.state, holds.get(item)) == (state, now)
    assert holds.lease(T0, UNTIL) is None


def test_a_deferred_recipient_is_due_again_later(holds: Holds) -> None:
    _approved(holds)
    lease = _taken(holds)
    later = T0 + 5 * MINUTE
    now = holds.settle(lease, ANNA, A, "451 4.7.1 greylisted", T0, later)
    assert now.recipients == (
        recipient(ANNA, A, reply="451 4.7.1 greylisted", attempts=1, next_try=later, release_as="footer"),
    )
    assert holds.lease(later - MINUTE, UNTIL) is None
    again = holds.lease(later, UNTIL)
    assert again is not None
    assert [one.attempts for one in again.held.recipients] == [2]


def test_each_recipient_is_settled_for_itself(holds: Holds) -> None:
    item = _approved(holds, 0, ANNA, BOB, "c@example.org")
    lease = _taken(holds)
    holds.settle(lease, "BOB@example.org", FAILED, "550 5.1.1 no such user", T0)
    holds.dotted(lease, T0)
    holds.settle(lease, ANNA, SENT, "250 2.0.0 Ok", T0)
    assert _states(holds, item) == [SENT, FAILED, SENDING]
    now = holds.settle(lease, "c@example.org", SENT, "250 2.0.0 Ok", T0)
    assert (now.state, _states(holds, item)) == (FAILED, [SENT, FAILED, SENT])


def test_a_recipient_is_settled_once(holds: Holds) -> None:
    _approved(holds)
    lease = _taken(holds)
    now = holds.settle(lease, ANNA, SENT, "250 Ok", T0)
    with pytest.raises(Conflict) as caught:
        holds.settle(lease, ANNA, FAILED, "550 No", T0)
    assert (caught.value.held.recipients, holds.get(now.id)) == (now.recipients, now)


@pytest.mark.parametrize("state", [P, SENDING, HeldState.WITHDRAWN, HeldState.PROVISIONAL])
def test_an_attempt_does_not_end_in_another_state(holds: Holds, state: HeldState) -> None:
    item = _approved(holds)
    lease = _taken(holds)
    with pytest.raises(ValueError, match="an attempt does not end in"):
        holds.settle(lease, ANNA, state, "250 Ok", T0)
    assert _states(holds, item) == [SENDING]


def test_a_lease_in_force_is_not_taken_back(holds: Holds) -> None:
    item = _approved(holds)
    _taken(holds)
    assert holds.recover(UNTIL - MINUTE) == 0
    assert _states(holds, item) == [SENDING]


def test_a_lease_that_ran_out_before_the_dot_is_due_again(holds: Holds) -> None:
    item = _approved(holds, 0, ANNA, BOB)
    old = _taken(holds)
    assert holds.recover(UNTIL) == 2
    assert _states(holds, item) == [A, A]
    again = holds.lease(UNTIL, UNTIL + MINUTE)
    assert again is not None
    assert again.addresses == old.addresses
    assert [one.attempts for one in again.held.recipients] == [2, 2]


def test_a_lease_that_ran_out_after_the_dot_is_uncertain(holds: Holds) -> None:
    item = _approved(holds, 0, ANNA, BOB)
    lease = _taken(holds)
    holds.settle(lease, BOB, FAILED, "550 No", T0)
    holds.dotted(lease, T0)
    assert holds.recover(UNTIL) == 1
    now = holds.get(item)
    assert now is not None
    assert [(one.state, one.reply) for one in now.recipients] == [(UNCERTAIN, LOST_REPLY), (FAILED, "550 No")]
    assert holds.lease(UNTIL, UNTIL + MINUTE) is None
    assert holds.recover(UNTIL) == 0


def test_an_old_holder_is_fenced_off(holds: Holds) -> None:
    """After its lease was taken back, it may neither send its dot nor write an outcome."""
    item = _approved(holds)
    old = _taken(holds)
    holds.recover(UNTIL)
    for attempt in (
        lambda: holds.dotted(old, UNTIL),
        lambda: holds.settle(old, ANNA, SENT, "250 Ok", UNTIL),
    ):
        with pytest.raises(Conflict):
            attempt()
    new = holds.lease(UNTIL, UNTIL + MINUTE)
    assert new is not None
    assert new.token > old.token
    for attempt in (
        lambda: holds.dotted(old, UNTIL),
        lambda: holds.settle(old, ANNA, SENT, "250 Ok", UNTIL),
    ):
        with pytest.raises(Conflict):
            attempt()
    assert holds.get(item) == new.held
    holds.dotted(new, UNTIL)
    assert holds.settle(new, ANNA, SENT, "250 Ok", UNTIL).state is SENT


def test_a_late_reply_settles_what_was_uncertain_until_a_person_ruled(holds: Holds) -> None:
    first, second = _approved(holds, 1), _approved(holds, 2)
    leases = [_taken(holds), _taken(holds)]
    for lease in leases:
        holds.dotted(lease, T0)
    assert holds.recover(UNTIL) == 2
    assert holds.settle(leases[0], ANNA, SENT, "250 Ok", UNTIL).state is SENT
    holds.decide(second, ruling("retry"), {ANNA: A}, expect=[UNCERTAIN])
    with pytest.raises(Conflict):
        holds.settle(leases[1], ANNA, SENT, "250 Ok", UNTIL)
    assert [_states(holds, one) for one in (first, second)] == [[SENT], [A]]


def test_every_outcome_is_a_link_of_the_chain(holds: Holds, store: Store) -> None:
    _approved(holds, 0, ANNA, BOB, "c@example.org")
    lease = _taken(holds)
    holds.settle(lease, ANNA, SENT, "250 Ok", T0)
    holds.settle(lease, BOB, A, "451 No", T0)
    holds.dotted(lease, T0)
    holds.recover(UNTIL)
    with store.read() as connection:
        verbs = list(connection.execute(text("SELECT verb FROM audit ORDER BY seq")).scalars())
    assert verbs == ["hold", "release", "sent", "deferred", "uncertain"]
    assert verify(store) == []
