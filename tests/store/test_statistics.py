"""Figures for the overview, counted from what the store keeps."""

from datetime import date, timedelta
from pathlib import Path

from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.store.ledger import Ledger
from gateway.store.statistics import Day, Decisions, Statistics
from gateway.words import Direction, HeldState, Ruling, Thread, VerdictName
from tests.review.samples import START, held, put

WHEN = START
LONG_AGO = START - timedelta(days=40)


def opened(directory: Path) -> Store:
    store = Store(f"sqlite:///{directory}/store.db")
    store.open()
    return store


def test_mail_is_counted_by_local_day_way_and_marketplace(tmp_path: Path) -> None:
    """What happened at 23:30 UTC belongs to the next day of a company an hour to the east."""
    store = opened(tmp_path)
    ledger = Ledger(store)
    late = START.replace(hour=23)
    thread = Thread("t" * 26, VerdictName.OFFCHANNEL, None, "amazon", (), None, ("k@home.example",))
    ledger.remember("tx", "<q@home.example>", (), thread, late)
    ledger.confirm("tx", late)
    ledger.add_message(thread.id, "<a@example.com>", Direction.OUTBOUND, late - timedelta(hours=5))
    put(store, held(marketplace=None, held_at=START))
    put(store, held(id="o" * 26, fingerprint=b"o" * 32, held_at=LONG_AGO))
    days = Statistics(store).days(START - timedelta(days=30), timedelta(hours=1))
    assert sorted(days, key=lambda one: one.kind) == [
        Day(date(2026, 3, 2), "held", "", 1),
        Day(date(2026, 3, 3), "inbound", "amazon", 1),
        Day(date(2026, 3, 2), "outbound", "amazon", 1),
    ]
    store.close()


def test_decisions_have_a_median_and_missed_deadlines_count_decided_or_not(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for number, minutes in enumerate((10, 20, 90)):
        item = put(
            store,
            held(id=f"{number}" * 26, fingerprint=bytes([number]) * 32, deadline=START + timedelta(hours=1)),
        )
        ruling = Ruling(item.id, "Eva", "answered", "", START + timedelta(minutes=minutes))
        Holds(store).decide(
            item.id, ruling, {"buyer@home.example": HeldState.ANSWERED}, expect=frozenset({HeldState.PENDING})
        )
    put(store, held(id="w" * 26, fingerprint=b"w" * 32, deadline=START + timedelta(hours=1)))
    put(store, held(id="x" * 26, fingerprint=b"x" * 32, deadline=START + timedelta(hours=9)))
    statistics = Statistics(store)
    assert statistics.decisions(LONG_AGO, START + timedelta(hours=2)) == Decisions(
        3, timedelta(minutes=20), 4, 2
    )
    assert statistics.decisions(START + timedelta(days=1), START) == Decisions(0, None, 0, 0)
    store.close()


def test_reasons_are_counted_once_a_mail_the_most_frequent_first(tmp_path: Path) -> None:
    store = opened(tmp_path)
    put(store, held(reasons=("mixed", "mixed", "signed")))
    put(store, held(id="w" * 26, fingerprint=b"w" * 32, reasons=("signed",)))
    assert Statistics(store).reasons(LONG_AGO, 5) == (("signed", 2), ("mixed", 1))
    assert Statistics(store).reasons(LONG_AGO, 1) == (("signed", 2),)
    store.close()
