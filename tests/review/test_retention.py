"""Retention in the service: what is due goes, what is suspiciously much waits for a person."""

from datetime import timedelta

import pytest

from gateway.review.retention import Retention, limits
from gateway.store import Holds, verify
from gateway.store.database import Store
from gateway.store.held import BodyErased
from gateway.store.purge import Limits
from gateway.words import HeldState
from tests.review.samples import START, Clock, config, held, put, recipient

DAY = timedelta(days=1)


def fill(store: Store, number: int) -> list[str]:
    """Mails that were sent long ago, the ruling included."""
    ids = [f"{place:026d}" for place in range(number)]
    for item in ids:
        put(store, held(recipient("x@home.example", HeldState.SENT), id=item))
    return ids


def test_the_days_are_those_of_the_configuration() -> None:
    settings = config(retention={"held": 7, "text": 20, "ledger": 90})
    assert limits(settings, START) == Limits(
        START - 7 * DAY, START - 20 * DAY, START - 90 * DAY, START - 90 * DAY
    )
    short = config(retention={"held": 30, "ledger": 10})
    assert limits(short, START) == Limits(
        START - 30 * DAY, START - 90 * DAY, START - 30 * DAY, START - 10 * DAY
    )


async def test_what_is_due_goes(store: Store) -> None:
    (item,) = fill(store, 1)
    worker = Retention(store, config, Clock(START + 31 * DAY))
    assert await worker.step() is False
    with pytest.raises(BodyErased):
        Holds(store).body(item)
    assert verify(store) == []


async def test_nothing_goes_before_its_day(store: Store) -> None:
    (item,) = fill(store, 1)
    await Retention(store, config, Clock(START + 29 * DAY)).step()
    assert Holds(store).body(item)


async def test_a_clock_that_jumped_does_not_empty_the_store(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.review.retention.FEW", 2)
    ids = fill(store, 3)
    await Retention(store, config, Clock(START + 4000 * DAY)).step()
    assert all(Holds(store).body(item) for item in ids)
