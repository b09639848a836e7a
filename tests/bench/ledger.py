"""`python -m tests.bench --ledger`: what a look-up costs among 10,000 and 1,000,000 remembered messages.

The store is a file; its messages are conversations of five with buyer, alias, order and memory.
`quick look` is what every mail is asked by, in the event loop: all its ids, addresses and
aliases in one statement. Printed are the medians and their ratio; the aim is 2.5 (from 10,000
to 10,000,000). That each is an indexed search is held by `tests/store/test_ledger.py`, without a clock.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from gateway.store.database import Store
from gateway.store.ledger import Ledger
from tests.store.bench import IN_THREAD, fill

SIZES = (10_000, 1_000_000)
TIMES = 2_000
AIM = 2.5


def looks(ledger: Ledger, step: int) -> dict[str, Callable[[int], object]]:
    """What is measured, by name; the number says of which conversation, or of which stranger."""
    strange = [f"u{number}@x>" for number in range(6)]
    return {
        "quick look, a stranger with 6 ids": lambda n: ledger.stranger(
            [f"<{n}{one}" for one in strange], [f"stranger{n}@example.net"], []
        ),
        "quick look, a known buyer": lambda n: ledger.stranger(
            [f"<2.{n * step}@x>"], [f"buyer{n * step}@example.net"], []
        ),
        "thread of 6 ids": lambda n: ledger.lookup(
            [*(f"<{n}{one}" for one in strange[1:]), f"<2.{n * step}@x>"]
        ),
    }


def median(call: Callable[[int], object]) -> float:
    """Microseconds of one call."""
    taken = []
    for number in range(TIMES):
        began = time.perf_counter()
        call(number)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1e6


def run(place: Path) -> None:
    """Fill a store in this folder, measure, and print the table."""
    store = Store(f"sqlite:///{place / 'ledger.db'}")
    store.open()
    try:
        found: list[dict[str, float]] = []
        full = 0
        for size in SIZES:
            fill(store, full, size)
            full = size
            step = size // IN_THREAD // TIMES
            found.append({name: median(call) for name, call in looks(Ledger(store), step).items()})
        size = (place / "ledger.db").stat().st_size // 1_000_000
    finally:
        store.close()
    print(f"{'microseconds, median':<36}{SIZES[0]:>12,}{SIZES[1]:>12,}{'ratio':>8}   aim {AIM}")
    for name, few in found[0].items():
        print(f"{name:<36}{few:>12.1f}{found[1][name]:>12.1f}{found[1][name] / few:>8.2f}")
    print(f"the store with {SIZES[1]:,} messages: {size} MB")
