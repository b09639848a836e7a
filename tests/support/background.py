"""An asyncio loop in a thread of its own, for tests whose subject runs a loop itself (commands)."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from gateway.cli.standin import StandIn

T = TypeVar("T")


class Background:
    """The loop; `call` runs a coroutine in it and returns its result."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def call(self, coroutine: Coroutine[Any, Any, T], timeout: float = 60.0) -> T:
        """The result of `coroutine`, or its exception."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout)

    def close(self) -> None:
        """Stop the loop and its thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


@contextmanager
def standin_in_background(directory: Path, port: int = 0, kind: type[StandIn] = StandIn) -> Iterator[StandIn]:
    """A stand-in mail server that serves while the block runs."""
    background = Background()
    server = kind("outside", directory)
    background.call(server.start("127.0.0.1", port))
    try:
        yield server
    finally:
        background.call(server.stop())
        background.close()
