"""An event loop whose clock a test can put forward, so that minutes of waiting take no time.

All timers of the relay are the loop's, so this is their clock. `run` runs a coroutine in such a
loop; inside, `await advance(300)` lets five minutes pass: timers fire in their order.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


class ClockLoop(asyncio.SelectorEventLoop):
    """A loop that is ahead of the true clock by `ahead` seconds."""

    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


async def advance(seconds: float, step: float = 1.0) -> None:
    """Let time pass, in steps small enough that a timer set by a timer is not jumped over."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, ClockLoop)
    while seconds > 0:
        loop.ahead += min(step, seconds)
        seconds -= step
        await asyncio.sleep(0)
        await asyncio.sleep(0)


async def settle() -> None:
    """Let what is on its way between sockets arrive; takes true time."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, ClockLoop)
    for _ in range(5):
        await asyncio.sleep(0.005)


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run it in a loop with such a clock."""
    with asyncio.Runner(loop_factory=ClockLoop) as runner:
        runner.run(coroutine)
