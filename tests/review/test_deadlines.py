"""What the end of a deadline brings: private mail stays, contact data stay, a curt answer goes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gateway.config.models import Config
from gateway.review.deadlines import Deadlines, released_at
from gateway.review.moderation import DEADLINE, Moderation
from gateway.store import audit
from gateway.store.activity import Activity
from gateway.store.database import Store
from gateway.store.held import Held, HeldRecipient
from gateway.store.holds import Holds
from gateway.store.ledger import Ledger
from gateway.words import Direction, Finding, HeldState, Kind, Severity, Thread, VerdictName
from tests.review.samples import AMAZON, ID, START, Clock, config, held, put, recipient

HOUR = timedelta(hours=1)
ALIAS = "a1b2c3+case-1@marketplace.amazon.de"
RUDE = Finding("rude", Severity.TONE, "Lesen Sie erst mal")
PHONE = Finding("phone_number", Severity.BLOCK, "0911 1234567")
HINT = Finding("missing_closing", Severity.WARN, "")


def relayed(*findings: Finding, state: HeldState = HeldState.PENDING, **more: Any) -> Held:
    """A held answer to a buyer's alias, on the marketplace's clock."""
    return held(
        HeldRecipient(recipient(ALIAS).path, Kind.RELAY, state),
        **{
            "verdict": "relay",
            "clock": "marketplace",
            "reasons": ("relay", *(f"lint:{found.check}" for found in findings)),
            "findings": findings,
            **more,
        },
    )


def settings(**review: Any) -> Config:
    made = config(review=review)
    return replace(made, packs=(AMAZON.model_copy(update={"response_hours": 24}),))


def worker(store: Store, clock: Clock, **review: Any) -> Deadlines:
    return Deadlines(store, lambda: settings(**review), clock)


def test_only_a_curt_answer_through_the_relay_is_released_by_itself() -> None:
    """Two hours before the marketplace's clock ends; findings that only warn change nothing."""
    for findings in ((RUDE,), (RUDE, HINT)):
        assert released_at(relayed(*findings), settings()) == START + 22 * HOUR
    assert released_at(relayed(RUDE), settings(release_tone_hours=3.5)) == START + 20.5 * HOUR


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(relayed(PHONE), id="contact data"),
        pytest.param(relayed(RUDE, PHONE), id="contact data and tone"),
        pytest.param(relayed(HINT), id="held by a rule for something else"),
        pytest.param(relayed(), id="no finding"),
        pytest.param(held(findings=(RUDE,)), id="a private address"),
        pytest.param(held(findings=(RUDE,), clock="marketplace"), id="a private address on that clock"),
        pytest.param(relayed(RUDE, clock="house"), id="answered already: the house's clock"),
        pytest.param(relayed(RUDE, deadline=None), id="no deadline"),
        pytest.param(relayed(RUDE, legal="withdrawal"), id="a legal matter"),
        pytest.param(relayed(RUDE, direction=Direction.INBOUND), id="inbound"),
        pytest.param(relayed(RUDE, reasons=("lint:rude", "suspect")), id="suspect"),
        pytest.param(relayed(RUDE, reasons=("lint:rude", "error")), id="an error"),
        pytest.param(relayed(RUDE, reasons=("lint:rude", "signed")), id="signed"),
        pytest.param(relayed(RUDE, state=HeldState.PROVISIONAL), id="provisional"),
        pytest.param(relayed(RUDE, state=HeldState.UNCERTAIN), id="it may have arrived"),
        pytest.param(
            replace(relayed(RUDE), recipients=(*relayed(RUDE).recipients, recipient("b@home.example"))),
            id="somebody private beside",
        ),
    ],
)
def test_everything_else_stays_whatever_the_clock_says(item: Held) -> None:
    """Nothing but a person decides on it."""
    assert released_at(item, settings()) is None


def test_zero_hours_is_never() -> None:
    assert released_at(relayed(RUDE), settings(release_tone_hours=0)) is None


async def test_a_curt_answer_is_released_in_time_and_recorded_so(store: Store) -> None:
    """Not a moment before, once however many look, by `deadline`, in ruling and chain; no grace."""
    put(store, relayed(RUDE))
    clock, woken = Clock(START + 22 * HOUR - timedelta(seconds=1)), list[bool]()
    workers = [Deadlines(store, settings, clock, lambda: woken.append(True)) for _ in range(2)]
    await workers[0].step()
    first = Holds(store).get(ID)
    clock.at += timedelta(seconds=1)
    for one in (*workers, worker(store, clock)):
        await one.step()
    item = Holds(store).get(ID)
    assert first is not None and item is not None
    assert (first.state, item.state, item.recipients[0].release_as) == (
        HeldState.PENDING,
        HeldState.APPROVED,
        "original",
    )
    assert [(one.who, one.verb, one.at) for one in item.rulings] == [(DEADLINE, "release", clock.at)]
    assert item.recipients[0].next_try == clock.at
    assert woken == [True]
    assert [(one.verb, one.who) for one in Activity(store).entries([], subject=ID)] == [
        ("release", "deadline"),
        ("hold", "gateway"),
    ]
    assert audit.verify(store) == []


async def test_what_must_stay_stays_days_after_its_end(store: Store) -> None:
    """Private mail and contact data, and nothing is written about them here."""
    put(store, relayed(PHONE))
    put(store, held(id="p" * 26, fingerprint=b"p" * 32))
    await worker(store, Clock(START + 72 * HOUR)).step()
    assert Holds(store).count()[HeldState.PENDING] == 2


async def test_who_decided_in_time_is_not_overruled(store: Store) -> None:
    """A person's decision and what the deadline would have done never meet."""
    put(store, relayed(RUDE))
    clock = Clock(START + 23 * HOUR)
    Moderation(store, settings, clock).reject(ID, "Bo", "please be kind")
    await worker(store, clock).step()
    item = Holds(store).get(ID)
    assert item is not None
    assert [one.verb for one in item.rulings] == ["reject"]


async def test_the_buyer_who_writes_again_starts_his_clock_and_an_answer_stops_it(store: Store) -> None:
    """The clocks follow the conversation while a mail is held."""
    ledger = Ledger(store)
    ledger.remember(
        "tx-1", "<1@buyer>", (), Thread("t1", VerdictName.RELAY, None, "amazon", (), None, (ALIAS,)), START
    )
    known = ledger.confirm("tx-1", START - HOUR)
    assert known is not None
    put(store, relayed(PHONE, thread=known.id))
    clocks = worker(store, Clock(START + HOUR))
    seen = []
    for number, (direction, at) in enumerate(
        [
            (Direction.INBOUND, START + HOUR),
            (Direction.OUTBOUND, START + 2 * HOUR),
            (Direction.INBOUND, START + 3 * HOUR),
        ]
    ):
        ledger.add_message(known.id, f"<n{number}@x>", direction, at)
        await clocks.step()
        item = Holds(store).get(ID)
        assert item is not None
        seen.append((item.clock, item.deadline, item.version))
    assert seen == [
        ("marketplace", START + 25 * HOUR, 1),
        ("house", START + 24 * HOUR, 1),
        ("marketplace", START + 27 * HOUR, 1),
    ]
