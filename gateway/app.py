"""The wiring: configuration -> store -> stage -> listeners -> releaser -> OS signals. No logic.

A Service is one running gateway. SIGHUP reloads (a broken file changes nothing),
SIGTERM and SIGINT drain: no new connections, transactions under way are finished
within DRAIN_SECONDS, then the rest is told 421.
"""

import asyncio
import base64
import contextlib
import os
import secrets
import signal
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, Self

import structlog

from gateway import log as logging
from gateway.config.load import ConfigError, changed_restart_keys, load
from gateway.config.models import Config
from gateway.relay.listener import Listener
from gateway.relay.sockets import bind
from gateway.relay.stage import Stage
from gateway.review.notices import Notifier
from gateway.review.releaser import Releaser
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.words import Direction

log = structlog.get_logger()

DRAIN_SECONDS = 30.0


class BadConfiguration(Exception):
    """The configuration cannot be used; `errors` says why, file by file."""

    def __init__(self, errors: list[ConfigError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A transaction id: 16 characters of base32, 80 random bits."""
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def new_held_id() -> str:
    """A held mail's id: 26 characters of base32, 128 random bits, so that it cannot be guessed."""
    return base64.b32encode(secrets.token_bytes(16)).decode().lower().rstrip("=")


def read(directory: Path) -> Config:
    """The configuration in `directory`. Raises BadConfiguration."""
    loaded = load(directory)
    if isinstance(loaded, Config):
        return loaded
    raise BadConfiguration(loaded)


class Service:
    """One gateway. Use it as an async context manager, or `run` it until a signal comes."""

    def __init__(self, directory: Path, *, only: Literal["relay", "review"] | None = None) -> None:
        self.config = read(directory)
        gateway = self.config.gateway
        logging.configure(gateway.log)
        self._only = only
        self.hostname = gateway.company.hostname or socket.getfqdn()
        self.store = Store(self.config.store_url)
        self.stage = Stage(self.current, self.store, hostname=self.hostname, new_held_id=new_held_id)
        self.releaser = Releaser(self.store, self.current, hostname=self.hostname, now=now, new_id=new_id)
        self.notifier = Notifier(self.store, self.current, hostname=self.hostname, now=now, new_id=new_id)
        self.stage.carrier.on_failed = self.notifier.failed
        self._listeners: list[Listener] = []
        self._tasks: list[asyncio.Task[None]] = []

    def current(self) -> Config:
        """The configuration in force now."""
        return self.config

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Bind, open the store, serve. Raises CannotListen or StoreError, with nothing left open."""
        listening = [] if self._only == "review" else self._bind()
        try:
            await asyncio.to_thread(self.store.open)
            # Notes of transactions that a crash cut off an hour ago or earlier: nobody will settle them.
            await self.store.call(Ledger(self.store).sweep, now() - timedelta(hours=1))
        except Exception:
            for _, _, sockets in listening:
                for each in sockets:
                    each.close()
            raise
        for listener, _, sockets in listening:
            await listener.start(sockets)
            self._listeners.append(listener)
        if self._only != "relay":
            self._tasks = [
                asyncio.create_task(self.releaser.run(), name="releaser"),
                asyncio.create_task(self.notifier.run(), name="notifier"),
            ]
        log.info(
            "service.start",
            listen={
                direction.value: addresses
                for _, direction, sockets in listening
                for addresses in [_at(sockets)]
            },
            store=self.config.store_url.partition(":")[0],
            config=self.config.hash,
        )
        _notify("READY=1")

    def _bind(self) -> list[tuple[Listener, Direction, list[socket.socket]]]:
        gateway = self.config.gateway
        tls = _tls(self.config)
        legs = ((Direction.INBOUND, gateway.inbound), (Direction.OUTBOUND, gateway.outbound))
        listening = []
        for direction, leg in legs:
            if leg is not None:
                sockets = bind(leg.listen)
                listener = Listener(
                    direction, self.stage, hello=self.hostname, tls=tls, new_id=new_id, now=now
                )
                listening.append((listener, direction, sockets))
        return listening

    def reload(self) -> None:
        """Read the configuration again; where it is broken the old one stays."""
        _notify("RELOADING=1")
        try:
            fresh = read(self.config.directory)
        except BadConfiguration as broken:
            log.error("config.refused", errors=[str(error) for error in broken.errors])
        else:
            keys = changed_restart_keys(self.config, fresh)
            if keys:
                log.warning("config.restart_needed", keys=keys)
            self.config = fresh
            logging.configure(fresh.gateway.log)
            log.info("config.loaded", config=fresh.hash, warnings=fresh.warnings)
        _notify("READY=1")

    async def stop(self) -> None:
        """Drain the listeners, finish the delivery under way, close the store."""
        _notify("STOPPING=1")
        log.info("service.drain", transactions=sum(listener.transactions for listener in self._listeners))
        cut = await asyncio.gather(*(listener.drain(DRAIN_SECONDS) for listener in self._listeners))
        await asyncio.gather(self.releaser.stop(), self.notifier.stop())
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self.store.close()
        log.info("service.stop", cut=sum(cut))

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT; SIGHUP reloads."""
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGHUP, self.reload)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, asked.set)
        async with self:
            await asked.wait()


def _tls(config: Config) -> ssl.SSLContext | None:
    """The listeners' TLS context, or None where no certificate is configured."""
    settings = config.gateway.tls
    if settings.cert is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(settings.cert, settings.key)
    return context


def _at(sockets: list[socket.socket]) -> list[str]:
    return ["{}:{}".format(*each.getsockname()[:2]) for each in sockets]


def _notify(state: str) -> None:
    """Tell systemd (sd_notify(3)); nothing where nobody listens."""
    where = os.environ.get("NOTIFY_SOCKET")
    if where:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.connect("\0" + where[1:] if where.startswith("@") else where)
            channel.sendall(state.encode())
