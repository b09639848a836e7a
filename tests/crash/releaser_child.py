"""A releaser in a process of its own, which can be told where to die.

    python -m tests.crash.releaser_child STORE PORT SECONDS POINT

works until nothing is due any more. SECONDS is added to the time it believes in. POINT: "" to
live, "leased", "accepted" (all commands before DATA are answered), "marked" (the mark of the
dot is on disk), "replied" (the reply to the dot is there, nothing of it is written down),
"settled" (the first recipient's outcome is written down, no other's).
"""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from gateway.mail.reply import Reply
from gateway.relay.upstream import Upstream
from gateway.review.releaser import Releaser
from gateway.store.database import Store
from gateway.store.holds import Holds
from tests.review.samples import config


def die() -> None:
    """End as a power cut would: no handler, no flush."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(point: str) -> None:
    """Have the process die at that point."""
    lease, dotted, settle, data = Holds.lease, Holds.dotted, Holds.settle, Upstream.data

    def lease_(self: Holds, *words: Any) -> Any:
        found = lease(self, *words)
        if point == "leased" and found is not None:
            die()
        return found

    def dotted_(self: Holds, *words: Any) -> None:
        if point == "accepted":
            die()
        dotted(self, *words)
        if point == "marked":
            die()

    async def data_(self: Upstream, pieces: Iterable[bytes], **more: Any) -> Reply:
        reply = await data(self, pieces, **more)
        if point == "replied":
            die()
        return reply

    def settle_(self: Holds, *words: Any, **more: Any) -> Any:
        settle(self, *words, **more)
        if point == "settled":
            die()

    Holds.lease, Holds.dotted, Holds.settle, Upstream.data = lease_, dotted_, settle_, data_  # type: ignore[assignment,method-assign]


async def main(url: str, port: int, ahead: float) -> None:
    """Deliver all that is due."""
    store = Store(url)
    store.open()
    settings = config(port)

    def now() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=ahead)

    releaser = Releaser(store, lambda: settings, hostname="gate.example", now=now, new_id=lambda: "tx1")
    while await releaser.step():
        pass
    await releaser.finish()
    store.close()


if __name__ == "__main__":
    arm(sys.argv[4])
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))
