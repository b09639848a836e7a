"""The wiring: configuration -> store -> stage -> listeners -> desk -> releaser -> OS signals. No logic.

A Service is one running gateway, or one worker of several: then a supervisor has read the
configuration and bound the sockets, and the Service gets both as a Share. SIGHUP reloads (a
broken file changes nothing), SIGTERM and SIGINT drain: no new connections, what is under way is
finished within DRAIN_SECONDS, then the rest is told 421.
"""

import asyncio
import contextlib
import signal
import socket
import ssl
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Self

import structlog

from gateway import log as logging
from gateway.config.load import changed_restart_keys
from gateway.config.models import Config
from gateway.ids import new_held_id, new_id, now
from gateway.relay.authentication import Authenticator
from gateway.relay.counts import Counts
from gateway.relay.dkim_process import DkimProcess
from gateway.relay.hostnames import HostNames
from gateway.relay.listener import Listener
from gateway.relay.meters import Meters
from gateway.relay.passes import Passes
from gateway.relay.poison import Marks
from gateway.relay.probe import Badge, Prober, our_end
from gateway.relay.signing import Signer
from gateway.relay.stage import Stage
from gateway.relay.txt import TxtLookup
from gateway.review.archivist import Archivist
from gateway.review.deadlines import Deadlines
from gateway.review.notices import Notifier
from gateway.review.releaser import Releaser
from gateway.review.retention import Retention
from gateway.review.telling import Teller
from gateway.review.web.health import Watch
from gateway.review.web.server import GRACE
from gateway.review.web.service import DeskService
from gateway.share import (
    BadConfiguration,
    Only,
    Share,
    Sockets,
    bind_all,
    close_all,
    listening_tls,
    read,
    rehearsed,
)
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.store.settings import Settings
from gateway.words import Direction

__all__ = ["DRAIN_SECONDS", "Service", "now"]

log = structlog.get_logger()

DRAIN_SECONDS = 30.0


class Service:
    """One gateway. Use it as an async context manager, or `run` it until a signal comes.

    Without a `share` it reads its configuration and binds its sockets itself. `first`: it does what one of
    several workers does for all.
    """

    def __init__(
        self, directory: Path, *, only: Only | None = None, share: Share | None = None, first: bool = True
    ) -> None:
        self.config = share.config if share else read(directory)
        gateway = self.config.gateway
        logging.configure(gateway.log)
        self._only = only
        self._share = share
        self._first = first
        self._badge = share.badge if share else Badge()
        self._counts = share.counts if share else Counts()
        self.meters = share.meters if share else Meters()
        logging.count_events(self.meters.event)
        self.hostname = share.hostname if share else gateway.company.hostname or socket.getfqdn()
        store_url = share.store_url if share else self.config.store_url
        self.store = Store(store_url)
        self.dkim = DkimProcess()
        self.marks = _marks(self.store)
        self.names = HostNames(lambda: self.config.gateway.dns.nameservers, time.monotonic)
        signer = Signer(self.dkim)
        self.stage = Stage(
            self.current,
            self.store,
            hostname=self.hostname,
            new_held_id=new_held_id,
            authenticator=Authenticator(self.dkim, TxtLookup),
            signer=signer,
            marks=self.marks,
            meters=self.meters,
        )
        self.releaser = Releaser(
            self.store, self.current, hostname=self.hostname, now=now, new_id=new_id, signer=signer
        )
        self.archivist = Archivist(self.store, self.current, hostname=self.hostname, now=now)
        self.notifier = Notifier(self.store, self.current, hostname=self.hostname, now=now, new_id=new_id)
        self.stage.carrier.write_notices = self.notifier.failed
        self.stage.carrier.on_notices = self.notifier.wake
        self.stage.afterwards.on_redacted = self.notifier.redacted
        self._prober: Prober | None = None
        watch = Watch(self.meters, self.hops, self.probes)
        self.desk = DeskService(store_url, self.current, now, self._wake, watch)
        self.retention = Retention(self.desk.store, self.current, now)
        self.deadlines = Deadlines(self.desk.store, self.current, now, self._wake)
        self.teller = Teller(self.desk.store, self.current, now, new_held_id, self.notifier.wake)
        self.on_first_link: Callable[[str], None] = lambda url: None
        self._listeners: list[Listener] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._renewing = asyncio.Lock()

    def _wake(self) -> None:
        self.releaser.wake()
        self.notifier.wake()

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
        tls = self._share.tls if self._share else listening_tls(self.config)
        sockets = self._share.sockets if self._share else bind_all(self.config, self._only)
        listening = [] if self._only == "review" else self._listening(sockets, tls)
        try:
            self.desk.take(sockets.get("review.listen", []) if self._only != "relay" else [])
            await asyncio.to_thread(self.store.open)
            key = await self.store.call(Settings(self.store).key, "pass", now())
            self.stage.passes = self.releaser.passes = Passes(key)
            # Notes of transactions that a crash cut off an hour ago or earlier: nobody will settle them.
            await self.store.call(Ledger(self.store).sweep, now() - timedelta(hours=1))
            if self._only != "relay":
                await self.desk.start()
        except Exception:
            self.desk.close()
            self.store.close()
            close_all(sockets)
            raise
        if listening and self.marks is not None:
            self.marks.open()
        for listener, _, taken, implicit_tls in listening:
            await listener.start(taken, implicit_tls)
            if listener not in self._listeners:
                self._listeners.append(listener)
        self._tasks = [asyncio.create_task(self._measure(), name="measure")]
        if listening and self._first:
            self._prober = self._probing(listening)
            self._tasks.append(asyncio.create_task(self._prober.run(), name="prober"))
        if self._only != "relay":
            self._tasks += [
                asyncio.create_task(self.releaser.run(), name="releaser"),
                asyncio.create_task(self.notifier.run(), name="notifier"),
                asyncio.create_task(self.archivist.run(), name="archivist"),
                asyncio.create_task(self.retention.run(), name="retention"),
                asyncio.create_task(self.deadlines.run(), name="deadlines"),
                asyncio.create_task(self.teller.run(), name="teller"),
            ]
            if self.desk.first_link is not None:
                self.on_first_link(self.desk.first_link)
        log.info(
            "service.start",
            listen={
                leg.value: [at for _, of, taken, _ in listening if of is leg for at in _at(taken)]
                for _, leg, _, _ in listening
            }
            | ({"review": self.desk.addresses} if self._only != "relay" else {}),
            store=self.config.store_url.partition(":")[0],
            config=self.config.hash,
        )

    def _listening(
        self, sockets: Sockets, tls: ssl.SSLContext | None
    ) -> list[tuple[Listener, Direction, list[socket.socket], bool]]:
        listening = []
        for direction in Direction:
            plain = sockets.get(f"{direction.value}.listen")
            if plain is not None:
                listener = Listener(
                    direction,
                    self.stage,
                    hello=self.hostname,
                    tls=tls,
                    new_id=new_id,
                    now=now,
                    badge=self._badge,
                    counts=self._counts,
                    names=self.names,
                )
                listening.append((listener, direction, plain, False))
                if implicit := sockets.get(f"{direction.value}.listen_tls"):
                    listening.append((listener, direction, implicit, True))
        return listening

    def _probing(self, listening: "list[tuple[Listener, Direction, list[socket.socket], bool]]") -> Prober:
        places = {leg: our_end(taken[0].getsockname()) for _, leg, taken, tls in listening if not tls}
        return Prober(
            self.current,
            self._badge,
            places,
            self.meters,
            hostname=self.hostname,
            new_id=new_id,
            now=now,
        )

    async def _measure(self) -> None:
        """Note once a second what is open and under way."""
        while True:
            for listener in self._listeners:
                sessions = listener.leg.sessions
                self.meters.live(listener.leg.direction, sessions.connections, sessions.transactions)
            await asyncio.sleep(1)

    async def hops(self) -> dict[str, bool]:
        """Whether each leg takes mail and reaches a next hop; one not heard of for a minute is asked."""
        return {
            listener.leg.direction.value: not listener.leg.sessions.draining and await listener.reaches_hop()
            for listener in self._listeners
        }

    def probes(self) -> dict[str, bool]:
        """Whether the last probe of each leg that is probed was taken."""
        results = self._prober.results() if self._prober is not None else {}
        return {leg.value: result.ok for leg, result in results.items()}

    def reload(self) -> None:
        """Read the configuration again; where it is broken the old one stays."""
        fresh = self._read_again()
        if fresh is not None:
            self._put_in_force(*fresh)

    async def renew(self) -> None:
        """The same beside the event loop: mail goes on under the old one until the new one is rehearsed."""
        async with self._renewing:
            fresh = await asyncio.to_thread(self._read_again)
            if fresh is not None:
                await asyncio.to_thread(rehearsed, fresh[0], self.config)
                self._put_in_force(*fresh)

    def _read_again(self) -> tuple[Config, ssl.SSLContext | None] | None:
        try:
            fresh = read(self.config.directory).beside(self.config)
            return fresh, listening_tls(fresh)
        except BadConfiguration as broken:
            log.error("config.refused", errors=[str(error) for error in broken.errors])
            return None

    def _put_in_force(self, fresh: Config, tls: ssl.SSLContext | None) -> None:
        keys = changed_restart_keys(self.config, fresh)
        if keys:
            log.warning("config.restart_needed", keys=keys)
        self.config = fresh
        for listener in self._listeners:
            listener.renew(tls)
        logging.configure(fresh.gateway.log)
        log.info("config.loaded", config=fresh.hash, warnings=fresh.warnings)

    async def stop(self) -> None:
        """Drain the listeners, finish deliveries under way, close the store; all within DRAIN_SECONDS."""
        log.info("service.drain", transactions=sum(listener.transactions for listener in self._listeners))
        cut, _ = await asyncio.gather(
            asyncio.gather(*(listener.drain(DRAIN_SECONDS) for listener in self._listeners)),
            self._stop_review(),
        )
        self.names.close()
        await self.dkim.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.store.close()
        if self.marks is not None:
            self.marks.close()
        log.info("service.stop", cut=sum(cut))

    async def _stop_review(self) -> None:
        await self.retention.stop()
        await self.deadlines.stop()
        await self.teller.stop()
        await self.desk.stop()
        # A delivery that takes longer is broken off like by a crash: its lease runs out, and it is sent
        # again, or shown as uncertain where its final dot was out.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS - GRACE):
                await asyncio.gather(self.releaser.stop(), self.notifier.stop(), self.archivist.stop())

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT; SIGHUP reloads."""
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        renewing = set[asyncio.Task[None]]()
        loop.add_signal_handler(signal.SIGHUP, lambda: renewing.add(loop.create_task(self.renew())))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, asked.set)
        async with self:
            await asked.wait()


def _marks(store: Store) -> Marks | None:
    """Where mail is marked that may kill the process: beside the store's file."""
    name = store.url.database
    return Marks(Path(name).parent / "crash-marks") if name and name != ":memory:" else None


def _at(sockets: list[socket.socket]) -> list[str]:
    places = (each.getsockname() for each in sockets)
    return ["{}:{}".format(*at[:2]) if isinstance(at, tuple) else str(at) for at in places]
