"""A loop that works as long as there is something to do, and else waits to be woken.

Other processes decide too, so it also looks by itself every second. Trouble
with the store, or a mistake of ours, is logged and the loop goes on.
"""

import asyncio
import contextlib

import structlog

from gateway.store.database import StoreError

log = structlog.get_logger()


class Worker:
    """Runs `step` until it is stopped."""

    poll = 1.0
    """Seconds between two looks."""

    def __init__(self) -> None:
        self.stopping = False
        self._woken = asyncio.Event()
        self._ended = asyncio.Event()
        self._ended.set()

    async def step(self) -> bool:
        """Do one piece of work; whether there may be more at once."""
        return False

    async def finish(self) -> None:
        """What is under way when the loop ends: wait for it."""

    async def run(self) -> None:
        """Work until `stop`."""
        self._ended.clear()
        try:
            while not self.stopping:
                self._woken.clear()
                if not await self._guarded():
                    await self._pause()
            await self.finish()
        finally:
            self._ended.set()

    def wake(self) -> None:
        """There is something to do: look now. Call it in the loop's own thread."""
        self._woken.set()

    async def stop(self) -> None:
        """Begin nothing new, and wait until what is under way is finished."""
        self.stopping = True
        self._woken.set()
        await self._ended.wait()
        await self.finish()

    async def _guarded(self) -> bool:
        try:
            return await self.step()
        except StoreError as error:
            log.warning("store.error", doing=type(self).__name__.lower(), reason=error.reason)
        except Exception as error:
            log.error("releaser.error", worker=type(self).__name__.lower(), exc_info=error)
        return False

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), self.poll)
