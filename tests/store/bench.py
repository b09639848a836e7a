"""How long the frequent calls take: `python -m tests.store.bench FOLDER` (a folder on the real disk)."""

import os
import sys
import tempfile
import time
from collections.abc import Callable

from gateway.store import Holds, Ledger, Store
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


if __name__ == "__main__":
    main(sys.argv[1])
