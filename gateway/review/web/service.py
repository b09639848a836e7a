"""The desk as a part of the running service: its own connection to the store, its app, its port.

`take` first, then `start`, then `stop`. A page that takes long to make delays no
mail, because the mail's thread and connection to the store are others.
"""

import asyncio
import socket
from collections.abc import Callable
from datetime import datetime

import structlog

from gateway.config.models import Config
from gateway.review import desk as views
from gateway.review.desk import new_desk
from gateway.review.web.app import create_app
from gateway.review.web.health import Watch
from gateway.review.web.server import Server
from gateway.store.database import Store

log = structlog.get_logger()


class DeskService:
    """One desk on the network. `wake` tells releaser and notifier that there is work."""

    def __init__(
        self,
        store_url: str,
        config: Callable[[], Config],
        now: Callable[[], datetime],
        wake: Callable[[], None],
        watch: Watch | None = None,
    ) -> None:
        self.store = Store(store_url)
        self.desk = new_desk(self.store, config, now, wake)
        self.first_link: str | None = None
        """Where the first administrator enters, if there is no user yet; known after `start`."""
        self._watch = watch
        self._sockets: list[socket.socket] = []
        self._server: Server | None = None

    def take(self, sockets: list[socket.socket]) -> None:
        """Listen on these bound sockets, once started."""
        self._sockets = sockets

    @property
    def addresses(self) -> list[str]:
        """Where it listens, as host:port."""
        return ["{}:{}".format(*each.getsockname()[:2]) for each in self._sockets]

    async def start(self) -> None:
        """Open the store and answer. Raises StoreError, with nothing left open."""
        try:
            await asyncio.to_thread(self.store.open)
            self.first_link = await self.store.call(views.first_link, self.desk)
        except BaseException:
            self.close()
            raise
        if self.first_link is not None:
            log.warning("desk.first_link", url=self.first_link, hours=views.FIRST_LINK_HOURS)
        self._server = Server(create_app(self.desk, watch=self._watch))
        await self._server.start(self._sockets)

    async def stop(self) -> None:
        """Finish what is being answered, and end. May be called without `start`."""
        if self._server is not None:
            await self._server.stop()
            self._server = None
        self.close()

    def close(self) -> None:
        """Give port, threads and store back."""
        for each in self._sockets:
            each.close()
        self.desk.people.close()
        self.store.close()
