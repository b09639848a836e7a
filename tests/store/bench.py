"""How long the frequent calls take: `python -m tests.store.bench FOLDER [growth]` (on the real disk).

`growth` shows how the look-ups grow with the ledger: 10,000, 100,000 and 1,000,000 remembered messages.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from gateway.store import Holds, Ledger, Store
from gateway.store.buyers import Buyers
from gateway.store.ledger import digest
from gateway.store.orders import Orders, Purchase
from gateway.store.schema import alias, buyer, message, thread_order, thread_party
from gateway.store.schema import thread as threads
from tests.store.samples import T0, held, ruling, thread

TIMES = 300


def measure(name: str, call: Callable[[int], object]) -> None:
    """Print the median and the 95th percentile of `call(0)`, `call(1)`, ..."""
    taken = []
    for number in range(TIMES):
        start = time.perf_counter()
        call(number)
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    print(f"{name:44} median {taken[TIMES // 2]:6.3f} ms   p95 {taken[TIMES * 95 // 100]:6.3f} ms")


def main(folder: str) -> None:
    """Measure in a new folder below `folder`."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        store = Store(f"sqlite:///{place}/x.db")
        start = time.perf_counter()
        store.open()
        print(f"create {(time.perf_counter() - start) * 1000:.0f} ms")
        store.close()
        start = time.perf_counter()
        store.open()
        print(f"open {(time.perf_counter() - start) * 1000:.1f} ms")
        holds, ledger = Holds(store), Ledger(store)
        content = [os.urandom(7_500).hex()[:10_000].encode()]
        measure("hold of 10 kB, committed", lambda n: holds.commit(held(n), content, T0))
        measure("remember", lambda n: ledger.remember(f"x{n}", f"<m{n}@x>", ["<r@x>"], thread(f"t{n}"), T0))
        measure("confirm", lambda n: ledger.confirm(f"x{n}", T0))
        unknown = [f"<u{number}@x>" for number in range(6)]
        measure("look-up of 6 ids, nothing found", lambda n: ledger.lookup(unknown))
        measure("look-up of 6 ids, found", lambda n: ledger.lookup([*unknown[1:], f"<m{n}@x>"]))
        measure("get", lambda n: holds.get(held(n).id))
        measure("ruling without moves", lambda n: holds.decide(held(n).id, ruling(), {}, expect=()))
        start = time.perf_counter()
        found = len(holds.list())
        print(f"list of {found} {(time.perf_counter() - start) * 1000:.1f} ms")
        store.close()


SIZES = (10_000, 100_000, 1_000_000)
IN_THREAD = 5
"""Messages of one conversation."""


def fill(store: Store, start: int, stop: int) -> None:
    """Remember messages `start` to `stop`: conversations of five, each with buyer, alias and order."""
    for first in range(start, stop, 5_000):
        numbers = range(first // IN_THREAD, min(first + 5_000, stop) // IN_THREAD)
        common = {"verdict": "offchannel", "marketplace": "amazon", "footers": 1, "dismissed": False}
        with store.begin() as connection:
            rows = [
                {
                    "id": f"t{n}",
                    "orders": [f"302-{n:07}-0000000"],
                    "correspondents": [f"buyer{n}@example.net"],
                    "last_seen": T0,
                    **common,
                }
                for n in numbers
            ]
            connection.execute(insert(threads), rows)
            tied = [{"thread": f"t{n}", "direction": "inbound", "own": True, "at": T0} for n in numbers]
            for each in range(IN_THREAD):
                ids = (digest(f"<{each}.{n}@x>") for n in numbers)
                connection.execute(
                    insert(message), [{**row, "hash": one} for row, one in zip(tied, ids, strict=True)]
                )
            connection.execute(
                insert(thread_order), [{"order": f"302-{n:07}-0000000", "thread": f"t{n}"} for n in numbers]
            )
            connection.execute(
                insert(thread_party),
                [{"address": f"buyer{n}@example.net", "thread": f"t{n}"} for n in numbers],
            )
            connection.execute(
                insert(alias),
                [{"alias": f"a{n}@m.example", "case_id": "c", "thread": f"t{n}"} for n in numbers],
            )
            memories = [
                {"address": f"buyer{n}@example.net", "thread": f"t{n}", "marketplace": "amazon"}
                for n in numbers
            ]
            times = {"last_seen": T0, "expires": T0 + timedelta(days=90)}
            connection.execute(insert(buyer), [row | times for row in memories])
        Orders(store).add(
            (Purchase("amazon", f"302-{n:07}-0000000", f"buyer{n}@example.net") for n in numbers), T0
        )


def growth(folder: str) -> None:
    """Measure the look-ups of a mail while the ledger grows."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        store = Store(f"sqlite:///{place}/x.db")
        store.open()
        full = 0
        for size in SIZES:
            fill(store, full, size)
            full = size
            megabytes = Path(place, "x.db").stat().st_size // 1_000_000
            print(f"{size:,} messages, {size // IN_THREAD:,} conversations and orders, {megabytes} MB")
            look_up(store, size // IN_THREAD // TIMES)
        store.close()


def look_up(store: Store, step: int) -> None:
    """All look-ups of a mail, of every `step`-th conversation."""
    ledger, buyers, orders = Ledger(store), Buyers(store), Orders(store)
    unknown = [f"<u{number}@x>" for number in range(6)]
    measure("  6 ids, nothing found", lambda n: ledger.lookup([f"<{n}{one}" for one in unknown]))
    measure("  6 ids, found", lambda n: ledger.lookup([*unknown[1:], f"<2.{n * step}@x>"]))
    measure("  alias and case", lambda n: ledger.by_relay(f"a{n * step}+c@m.example", T0))
    measure("  people, nothing found", lambda n: ledger.with_people([f"stranger{n}@example.net"]))
    measure("  people, found", lambda n: ledger.with_people([f"buyer{n * step}@example.net"]))
    measure("  buyer memory", lambda n: buyers.recall([f"buyer{n * step}@example.net"], T0))
    measure("  orders of an address", lambda n: orders.of(f"buyer{n * step}@example.net"))


if __name__ == "__main__":
    (growth if sys.argv[2:] == ["growth"] else main)(sys.argv[1])
