"""The web server, inside the service's own event loop: uvicorn without its signal handlers.

`bind` comes before everything else, so that a busy port is a CannotListen that
names it, as with the SMTP listeners. `stop` finishes what is being answered.
"""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from gateway.relay.sockets import bind as bind_sockets

GRACE = 5
"""Seconds that answers under way may take when the service stops."""

CONNECTIONS = 200


def bind(listen: str) -> list[socket.socket]:
    """Sockets for `review.listen`. Raises CannotListen."""
    return bind_sockets((listen,))


class _Uvicorn(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the service."""
        yield


class Server:
    """One app on some sockets. `start` returns when it answers."""

    def __init__(self, app: ASGIApp) -> None:
        # Its words about broken requests are not ours, and it would write them past our log.
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        self._uvicorn = _Uvicorn(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                loop="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                limit_concurrency=CONNECTIONS,
                timeout_graceful_shutdown=GRACE,
            )
        )
        self._task: asyncio.Task[None] | None = None

    async def start(self, sockets: list[socket.socket]) -> None:
        """Answer on these sockets, which are closed by `stop`."""
        self._task = asyncio.create_task(self._uvicorn.serve(sockets), name="web")
        while not self._uvicorn.started:
            if self._task.done():
                await self._task
                raise RuntimeError("the web server ended at its start")
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Take no new requests, finish those under way, and end."""
        self._uvicorn.should_exit = True
        if self._task is not None:
            await self._task
            self._task = None
