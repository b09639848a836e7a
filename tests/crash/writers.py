"""What the crash tests kill: processes that write to a store and say so only when it is done.

Run as `python -m tests.crash.writers commit|move URL NUMBER`; they never end by themselves.
"""

import random
import sys
from datetime import datetime, timedelta

from gateway.store import Held, Holds, Store
from gateway.words import HeldState
from tests.store.samples import MINUTE, T0, held, recipient, ruling

ANNA, BOB = "anna@example.net", "bob@example.org"


def body(number: int) -> bytes:
    """The body of mail `number`: up to 600 kB, the same in every process."""
    dice = random.Random(number)
    return dice.randbytes(dice.choice((0, 500, 10_000, 300_000, 600_000)))


def mail(number: int) -> Held:
    """Mail `number`, with two recipients."""
    return held(number, recipient(ANNA), recipient(BOB), size=len(body(number)))


def moment(round_: int) -> datetime:
    """When the work of a round happens; leases of it run for a minute."""
    return T0 + round_ * timedelta(hours=1)


def say(*words: object) -> None:
    """One line, written out at once."""
    print(*words, flush=True)


def commit(holds: Holds, start: int) -> None:
    """Commit mail after mail from number `start` on; print each id after its commit returned."""
    for number in range(start, sys.maxsize):
        content = body(number)
        holds.commit(mail(number), (content[at : at + 65536] for at in range(0, len(content), 65536)), T0)
        say(mail(number).id)


def move(holds: Holds, round_: int) -> None:
    """Release, lease, mark and settle mail after mail; print each step (1 to 4) after it returned."""
    at = moment(round_)
    for item in holds.list([HeldState.PENDING, HeldState.APPROVED]):
        if item.state is HeldState.PENDING:
            moves = {ANNA: HeldState.APPROVED, BOB: HeldState.APPROVED}
            holds.decide(item.id, ruling(at=at), moves, expect=[HeldState.PENDING], release_as="footer")
            say(1, item.id)
        lease = holds.lease(at, at + MINUTE)
        if lease is None:
            continue
        say(2, lease.held.id)
        holds.dotted(lease, at)
        say(3, lease.held.id)
        for address in lease.addresses:
            holds.settle(lease, address, HeldState.SENT, "250 2.0.0 Ok", at)
        say(4, lease.held.id)
    say("done")
    sys.stdin.read()


if __name__ == "__main__":
    what, url, number = sys.argv[1:]
    store = Store(url)
    store.open()
    {"commit": commit, "move": move}[what](Holds(store), int(number))
