"""Held mail: written whole, moved by compare-and-set, decided once."""

import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from gateway.store import Conflict, Holds, NoSuchHold, Notices, Store, StoreError, verify
from gateway.store.holds import CHUNK
from gateway.words import Finding, HeldState, Kind, Severity
from tests.store.samples import BODY, MINUTE, T0, held, hold_id, notice, path, recipient, ruling

P, A = HeldState.PENDING, HeldState.APPROVED
PROVISIONAL = HeldState.PROVISIONAL
ANNA, BOB = "anna@example.net", "bob@example.org"


@pytest.fixture
def holds(store: Store) -> Holds:
    return Holds(store)


def _verbs(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.execute(text("SELECT verb FROM audit ORDER BY seq")).scalars())


def test_a_mail_comes_back_as_it_went_in(holds: Holds) -> None:
    """Every field, two recipients of which one has a history, and the body in its bytes."""
    item = held(
        3,
        recipient("Anna@Example.net", reply="451 4.3.0 später", attempts=2, next_try=T0, release_as="footer"),
        replace(recipient("x@relay.example"), path=path("x@relay.example", "NOTIFY=NEVER"), kind=Kind.RELAY),
        claimed_by="petra",
        claimed_until=T0 + MINUTE,
        also_delivered=("chef@example.com",),
        findings=(
            Finding("a", Severity.BLOCK, "ä\x00\ud800", (1, 2), None, True),
            Finding("b", Severity.WARN, ""),
        ),
    )
    stored = holds.commit(item, [BODY[:10], b"", BODY[10:]], T0)
    assert stored == item
    assert holds.get(item.id) == item
    assert holds.body(item.id) == BODY


def test_a_bare_mail_comes_back_as_it_went_in(holds: Holds) -> None:
    """None and empty stay what they are."""
    item = held(
        deadline=None, clock=None, mail_from=path(""), message_id=None, author="", confidence=None,
        marketplace=None, orders=(), legal=None, thread=None, rule=None, reasons=(), findings=(),
        subject="", client="", note="", size=0,
    )  # fmt: skip
    holds.commit(item, [], T0)
    assert (holds.get(item.id), holds.body(item.id)) == (item, b"")


def test_version_size_and_rulings_are_the_store_s(holds: Holds) -> None:
    item = held(version=7, size=1, rulings=(ruling(),))
    assert holds.commit(item, [BODY], T0) == replace(item, version=1, size=len(BODY), rulings=())


def test_what_a_database_refuses_in_text_is_replaced(holds: Holds) -> None:
    item = holds.commit(held(subject="a\x00b\ud800c", note="€"), [BODY], T0)
    assert holds.get(item.id) == replace(item, subject="a�b?c")


@pytest.mark.parametrize("size", [CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])
def test_a_large_body_lies_in_rows_of_at_most_256_kib(holds: Holds, store: Store, size: int) -> None:
    content = os.urandom(size)
    item = holds.commit(held(), (content[at : at + 65536] for at in range(0, size, 65536)), T0)
    assert (item.size, holds.body(item.id) == content) == (size, True)
    with store.read() as connection:
        rows = connection.execute(text("SELECT length(data) FROM body")).scalars().all()
    assert len(rows) == -(-size // CHUNK)
    assert max(rows) <= 256 * 1024


def test_a_body_that_lost_a_row_is_damaged(holds: Holds, store: Store) -> None:
    item = holds.commit(held(), [os.urandom(CHUNK * 2)], T0)
    with store.begin() as connection:
        connection.execute(text("DELETE FROM body WHERE number = 1"))
    with pytest.raises(StoreError) as caught:
        holds.body(item.id)
    assert caught.value.reason == "damaged"


def test_a_mail_nobody_gets_is_refused(holds: Holds) -> None:
    with pytest.raises(ValueError, match="at least one recipient"):
        holds.commit(replace(held(), recipients=()), [BODY], T0)
    assert holds.list(every=True) == []


def test_an_error_in_the_body_s_source_writes_nothing(holds: Holds, store: Store) -> None:
    def broken() -> Iterator[bytes]:
        yield BODY
        raise OSError("spool")

    with pytest.raises(OSError, match="spool"):
        holds.commit(held(), broken(), T0)
    assert (holds.list(every=True), _verbs(store)) == ([], [])


def test_an_id_is_taken_once(holds: Holds, store: Store) -> None:
    item = holds.commit(held(), [BODY], T0)
    with pytest.raises(StoreError):
        holds.commit(held(subject="other"), [b"other"], T0)
    assert (holds.get(item.id), holds.body(item.id), _verbs(store)) == (item, BODY, ["hold"])


def test_an_unknown_id_is_none_or_no_such_hold(holds: Holds) -> None:
    unknown = hold_id(99)
    assert holds.get(unknown) is None
    attempts = (
        lambda: holds.body(unknown),
        lambda: holds.finalise(unknown, T0),
        lambda: holds.undo(unknown, T0),
        lambda: holds.claim(unknown, "petra", T0, T0),
        lambda: holds.unclaim(unknown, "petra", T0),
        lambda: holds.decide(unknown, ruling(), {ANNA: A}, expect=[P]),
        lambda: holds.decide(unknown, ruling(), {ANNA: A}, expect=[P], version=1),
    )
    for attempt in attempts:
        with pytest.raises(NoSuchHold) as caught:
            attempt()
        assert caught.value.id == unknown


def test_the_mail_shows_its_least_finished_recipient(holds: Holds) -> None:
    """In the value and in the column that listing and counting use, for every pair of states."""
    number = 0
    order = list(HeldState)
    for one in order:
        for two in order:
            number += 1
            holds.commit(held(number, recipient(ANNA, one), recipient(BOB, two)), [], T0)
    every = holds.list(every=True)
    assert len(every) == len(order) ** 2
    for state in order:
        assert holds.list([state]) == [item for item in every if item.state is state]
    assert holds.count() == {state: sum(item.state is state for item in every) for state in order}


def test_a_list_is_oldest_first_and_of_unfinished_ones(holds: Holds) -> None:
    states = [HeldState.SENT, P, HeldState.FAILED, HeldState.REJECTED, A]
    items = [
        holds.commit(held(9 - number, recipient(ANNA, state, next_try=T0)), [], T0)
        for number, state in enumerate(states)
    ]
    assert holds.list() == [items[4], items[2], items[1]]
    assert holds.list([HeldState.SENT, P]) == [items[1], items[0]]
    assert holds.list(every=True) == items[::-1]
    assert holds.list(limit=2) == [items[4], items[2]]
    assert holds.list([]) == []


def test_a_prefix_finds_every_mail_that_begins_so(holds: Holds) -> None:
    items = [holds.commit(held(number), [], T0) for number in (1, 2, 33)]
    assert holds.find(items[2].id[:25]) == [items[2]]
    assert holds.find(items[0].id.upper()) == [items[0]]
    assert holds.find("aaaa") == items
    assert [holds.find(prefix) for prefix in ("b", "", "%", "a_")] == [[], [], [], []]


def test_a_provisional_mail_is_finalised(holds: Holds, store: Store) -> None:
    item = holds.commit(held(0, recipient(ANNA, PROVISIONAL)), [BODY], T0)
    done = holds.finalise(item.id, T0, ["chef@example.com"])
    assert done == replace(
        item, version=2, recipients=(recipient(ANNA, P),), also_delivered=("chef@example.com",)
    )
    again = holds.finalise(item.id, T0, ["chef@example.com", "b@example.com"])
    assert again == replace(done, version=3, also_delivered=("chef@example.com", "b@example.com"))
    assert holds.get(item.id) == again
    assert _verbs(store) == ["hold", "finalise", "finalise"]


def test_finalising_leaves_what_a_person_released_released(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA, PROVISIONAL), recipient(BOB, PROVISIONAL)), [BODY], T0)
    holds.decide(item.id, ruling(), {ANNA: A}, expect=[PROVISIONAL], release_as="original")
    states = [one.state for one in holds.finalise(item.id, T0).recipients]
    assert states == [A, P]


def test_a_provisional_mail_is_undone_without_a_trace_but_a_link(holds: Holds, store: Store) -> None:
    item = holds.commit(held(0, recipient(ANNA, PROVISIONAL)), [BODY], T0)
    holds.undo(item.id, T0)
    assert holds.get(item.id) is None
    with store.read() as connection:
        for table in ("held", "recipient", "body", "ruling"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
    assert _verbs(store) == ["hold", "undo"]


def test_what_is_no_longer_provisional_is_not_undone(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA, PROVISIONAL), recipient(BOB, P)), [BODY], T0)
    with pytest.raises(Conflict) as caught:
        holds.undo(item.id, T0)
    assert holds.get(item.id) == item
    assert caught.value.held.id == item.id


def test_a_retry_adopts_the_hold_of_its_fingerprint(holds: Holds) -> None:
    provisional = holds.commit(held(1, recipient(ANNA, PROVISIONAL)), [], T0)
    pending = holds.commit(held(2), [], T0)
    decided = holds.commit(held(3, recipient(ANNA, HeldState.SENT)), [], T0)
    assert holds.adopt(provisional.fingerprint) == provisional
    assert holds.adopt(pending.fingerprint) == pending
    assert holds.adopt(decided.fingerprint) is None
    assert holds.adopt(bytes(32)) is None


def test_a_ruling_moves_its_recipients_and_is_kept(holds: Holds, store: Store) -> None:
    item = holds.commit(held(0, recipient("Anna@Example.net"), recipient(BOB)), [BODY], T0)
    at = T0 + MINUTE
    now = holds.decide(item.id, ruling(at=at), {ANNA: A}, expect=[P], release_as="footer", version=1)
    assert now == replace(
        item,
        version=2,
        recipients=(recipient("Anna@Example.net", A, next_try=at, release_as="footer"), recipient(BOB)),
        rulings=(replace(ruling(at=at), held=item.id),),
    )
    assert now.state is P
    last = holds.decide(item.id, ruling("reject"), {BOB: HeldState.REJECTED}, expect=[P])
    assert [one.verb for one in last.rulings] == ["release", "reject"]
    assert (last.version, last.state, holds.get(item.id)) == (3, A, last)
    assert _verbs(store) == ["hold", "release", "reject"]


def test_a_ruling_on_what_was_decided_otherwise_is_a_conflict_and_changes_nothing(
    holds: Holds, store: Store
) -> None:
    item = holds.commit(held(0, recipient(ANNA), recipient(BOB)), [BODY], T0)
    now = holds.decide(item.id, ruling("reject"), {ANNA: HeldState.REJECTED}, expect=[P])
    with pytest.raises(Conflict) as caught:
        holds.decide(
            item.id, ruling(), {BOB: A, ANNA: A}, expect=[P], release_as="original", notices=[notice()]
        )
    assert caught.value.held.recipients[0].state is HeldState.REJECTED
    assert holds.get(item.id) == now
    assert (_verbs(store), Notices(store).due(T0)) == (["hold", "reject"], [])


def test_a_ruling_on_an_old_version_is_a_conflict(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA), recipient(BOB)), [BODY], T0)
    now = holds.decide(item.id, ruling(), {ANNA: A}, expect=[P])
    with pytest.raises(Conflict) as caught:
        holds.decide(item.id, ruling(), {BOB: A}, expect=[P], version=1)
    assert (caught.value.held, holds.get(item.id)) == (now, now)


def test_a_ruling_on_a_stranger_is_a_mistake(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA)), [BODY], T0)
    with pytest.raises(ValueError, match=r"eve@example\.org is no recipient"):
        holds.decide(item.id, ruling(), {"eve@example.org": A}, expect=[P])
    assert holds.get(item.id) == item


def test_an_address_given_twice_is_one_recipient_to_a_ruling(holds: Holds) -> None:
    item = holds.commit(held(0, recipient("Anna@Example.net"), recipient("anna@example.NET")), [BODY], T0)
    now = holds.decide(item.id, ruling(), {ANNA: HeldState.WITHDRAWN}, expect=[P])
    assert [one.state for one in now.recipients] == [HeldState.WITHDRAWN] * 2


def test_a_ruling_without_moves_is_only_noted(holds: Holds) -> None:
    item = holds.commit(held(), [BODY], T0)
    now = holds.decide(item.id, ruling("note"), {}, expect=[])
    assert now == replace(item, version=2, rulings=(replace(ruling("note"), held=item.id),))


def test_what_is_taken_back_has_no_form_and_no_date_and_a_retry_keeps_its_form(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA)), [BODY], T0)
    holds.decide(item.id, ruling(), {ANNA: A}, expect=[P], release_as="footer")
    back = holds.decide(item.id, ruling("undo"), {ANNA: P}, expect=[A])
    assert back.recipients == (recipient(ANNA, P),)
    failed = holds.commit(held(1, recipient(ANNA, HeldState.FAILED, release_as="redirect")), [BODY], T0)
    again = holds.decide(failed.id, ruling("retry"), {ANNA: A}, expect=[HeldState.FAILED])
    assert again.recipients == (recipient(ANNA, A, next_try=T0, release_as="redirect"),)


def test_a_ruling_and_its_notice_are_one(holds: Holds, store: Store) -> None:
    item = holds.commit(held(), [BODY], T0)
    holds.decide(item.id, ruling("reject"), {ANNA: HeldState.REJECTED}, expect=[P], notices=[notice()])
    assert Notices(store).due(T0) == [replace(notice(), next_try=T0)]


def test_a_failed_group_and_its_notice_are_one(holds: Holds, store: Store) -> None:
    holds.commit(held(0, recipient(ANNA, HeldState.FAILED)), [BODY], T0, notices=[notice()])
    assert [one.id for one in Notices(store).due(T0)] == ["n0"]


def test_a_claim_keeps_others_out_until_it_ends(holds: Holds) -> None:
    item = holds.commit(held(), [BODY], T0)
    until = T0 + 10 * MINUTE
    mine = holds.claim(item.id, "petra", until, T0)
    assert mine == replace(item, claimed_by="petra", claimed_until=until)
    with pytest.raises(Conflict) as caught:
        holds.claim(item.id, "tom", until, T0 + MINUTE)
    assert caught.value.held == mine
    with pytest.raises(Conflict):
        holds.unclaim(item.id, "tom", T0 + MINUTE)
    assert holds.get(item.id) == mine
    longer = holds.claim(item.id, "petra", until + MINUTE, T0 + MINUTE)
    assert longer.claimed_until == until + MINUTE
    taken = holds.claim(item.id, "tom", until + 9 * MINUTE, until + MINUTE)
    assert taken.claimed_by == "tom"
    assert holds.unclaim(item.id, "tom", until + 2 * MINUTE) == item
    assert holds.unclaim(item.id, "petra", until + 3 * MINUTE) == item


def test_a_claim_ends_when_nothing_waits_for_a_person(holds: Holds) -> None:
    item = holds.commit(held(0, recipient(ANNA), recipient(BOB)), [BODY], T0)
    holds.claim(item.id, "petra", T0 + MINUTE, T0)
    assert holds.decide(item.id, ruling(), {ANNA: A}, expect=[P]).claimed_by == "petra"
    done = holds.decide(item.id, ruling(), {BOB: HeldState.ANSWERED}, expect=[P])
    assert (done.claimed_by, done.claimed_until) == (None, None)
    with pytest.raises(Conflict):
        holds.claim(item.id, "petra", T0 + MINUTE, T0)


def test_of_many_rulings_at_once_one_is_made(holds: Holds, store: Store, url: str) -> None:
    """Eight threads, each with its own connection, release and reject the same mail."""
    item = holds.commit(held(0, recipient(ANNA)), [BODY], T0)
    start = threading.Barrier(8)
    outcomes: list[str] = []

    def rule(number: int) -> None:
        own = Store(url)
        own.open()
        start.wait()
        try:
            state = A if number % 2 else HeldState.REJECTED
            Holds(own).decide(item.id, ruling(who=str(number)), {ANNA: state}, expect=[P])
            outcomes.append("done")
        except Conflict:
            outcomes.append("conflict")
        own.close()

    threads = [threading.Thread(target=rule, args=(number,)) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(outcomes) == ["conflict"] * 7 + ["done"]
    now = holds.get(item.id)
    assert now is not None
    assert (len(now.rulings), now.version) == (1, 2)
    assert verify(store) == []
