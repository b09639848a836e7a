"""Retention: bodies, then records, then conversations; never what is undecided; the chain stays whole."""

from datetime import timedelta

import pytest

from gateway.store import Holds, Ledger, NoSuchHold, Notices, Store, audit, verify
from gateway.store.browse import Browse
from gateway.store.held import BodyErased
from gateway.store.purge import Due, Limits, Purge
from gateway.words import HeldState
from tests.store.samples import BODY, T0, held, hold_id, notice, recipient, ruling, thread

DAY = timedelta(days=1)


def decided(store: Store, number: int, days_ago: int, state: HeldState = HeldState.SENT) -> None:
    """A mail held at the beginning of time and decided that long before T0."""
    item = held(number, recipient(), held_at=T0 - 400 * DAY, thread=None)
    holds = Holds(store)
    holds.commit(item, (BODY,), item.held_at)
    at = T0 - days_ago * DAY
    moves = {"anna@example.net": state}
    holds.decide(item.id, ruling(at=at), moves, expect=[HeldState.PENDING])


def limits(bodies: int = 30, texts: int = 90, records: int = 180, threads: int = 180) -> Limits:
    return Limits(T0 - bodies * DAY, T0 - texts * DAY, T0 - records * DAY, T0 - threads * DAY)


def test_a_body_goes_by_the_day_of_the_decision_and_the_record_stays(store: Store) -> None:
    decided(store, 1, 29)
    decided(store, 2, 30)
    purge = Purge(store)
    assert purge.due(limits()) == (
        Due("bodies", 1, 2),
        Due("texts", 0, 0),
        Due("records", 0, 2),
        Due("threads", 0, 0),
    )
    assert purge.run(limits(), "gateway", T0) == {"bodies": 1, "texts": 0, "records": 0, "threads": 0}
    assert Holds(store).body(hold_id(1)) == BODY
    with pytest.raises(BodyErased, match="removed by retention on 2026-03-01"):
        Holds(store).body(hold_id(2))
    assert (Browse(store).erased(hold_id(1)), Browse(store).erased(hold_id(2))) == (None, T0)
    assert Holds(store).get(hold_id(2)) is not None
    assert purge.due(limits())[0] == Due("bodies", 0, 1)


@pytest.mark.parametrize(
    "state", [HeldState.PENDING, HeldState.APPROVED, HeldState.FAILED, HeldState.UNCERTAIN]
)
def test_what_is_not_finished_stays_however_old(store: Store, state: HeldState) -> None:
    item = held(1, recipient(state=state), held_at=T0 - 4000 * DAY)
    Holds(store).commit(item, (BODY,), item.held_at)
    assert Purge(store).run(limits(), "gateway", T0) == {"bodies": 0, "texts": 0, "records": 0, "threads": 0}
    assert Holds(store).body(item.id) == BODY


def test_an_old_record_goes_whole_and_its_life_stays_in_the_chain(store: Store) -> None:
    decided(store, 1, 180)
    assert Purge(store).run(limits(), "eva", T0) == {"bodies": 1, "texts": 0, "records": 1, "threads": 0}
    assert Holds(store).get(hold_id(1)) is None
    with pytest.raises(NoSuchHold):
        Holds(store).body(hold_id(1))
    verbs = [link.verb for link in audit.history(store, hold_id(1))]
    assert verbs == ["hold", "release", "erase", "purge"]
    assert verify(store) == []


def test_notices_that_quote_the_text_go_with_it_unless_they_are_still_to_be_sent(store: Store) -> None:
    decided(store, 1, 40)
    decided(store, 2, 40)
    notices = Notices(store)
    notices.add(notice(1, held=hold_id(1)), T0)
    notices.add(notice(2, held=hold_id(2)), T0)
    notices.sent("n1", "250 ok", T0)
    Purge(store).run(limits(), "gateway", T0)
    with store.read() as connection:
        left = connection.exec_driver_sql("SELECT id FROM notice").scalars().all()
    assert left == ["n2"]


def test_old_conversations_are_forgotten_unless_a_mail_of_them_still_waits(store: Store) -> None:
    ledger = Ledger(store)
    for item in ("t1", "t2", "t3"):
        at = T0 - (10 if item == "t3" else 200) * DAY
        ledger.remember(item, f"<{item}@b.example>", (), thread(item, orders=(item,), correspondents=()), at)
        ledger.confirm(item, at)
    waiting = held(1, thread="t2")
    Holds(store).commit(waiting, (BODY,), waiting.held_at)
    assert Purge(store).run(limits(), "gateway", T0)["threads"] == 1
    assert [ledger.get(item) is not None for item in ("t1", "t2", "t3")] == [False, True, True]
    assert verify(store) == []


def test_more_than_one_transaction_removes_all_that_is_due(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.store.purge.AT_ONCE", 2)
    for number in range(5):
        decided(store, number, 40)
    assert Purge(store).run(limits(), "gateway", T0)["bodies"] == 5
    assert verify(store) == []


def test_much_is_more_than_a_part_and_more_than_a_few() -> None:
    assert [
        Due("bodies", due, 100).is_many(0.1, few) for due, few in ((10, 0), (11, 0), (11, 11), (0, 0))
    ] == [
        False,
        True,
        False,
        False,
    ]
