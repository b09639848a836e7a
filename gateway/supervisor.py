"""The supervisor: binds the sockets, forks the workers that take mail on them, and replaces those that die.

It moves no mail and opens no store, so that there is little in it that could fail. A worker that
dies costs its own sessions; clients that were waiting to be accepted go to the others, or to its
successor. SIGHUP: a configuration that can be used goes to all workers, any other changes nothing.
SIGTERM, SIGINT: the sockets are closed and the workers drain. Workers are forked, never from a
process with threads; the supervisor has none. What a worker does is `gateway.worker`.
"""

import contextlib
import gc
import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NoReturn

import structlog

from gateway import log as logging
from gateway import worker as work
from gateway.app import DRAIN_SECONDS
from gateway.notify import Notifier
from gateway.share import BadConfiguration, Only, close_all, listening_tls, read, rehearsed, share

log = structlog.get_logger()

HUNG: Final = 60.0
"""Seconds without an answer after which a worker is killed. No mail takes a tenth of that to analyse."""

PING: Final = 5.0
"""Seconds between two pings, unless the watchdog wants to know more often."""

PATIENCE: Final = 10.0
"""A worker that did not answer for so long is not shown to the watchdog as alive."""

LIVED: Final = 10.0
"""A worker that died younger than this is replaced with a delay, which doubles from DELAY to LONGEST."""

DELAY: Final = 0.5
LONGEST: Final = 30.0

GRACE: Final = 5.0
"""Seconds after the end of the drain until workers that are still there are killed."""

REHEARSAL: Final = "MARKETGATE_REHEARSAL"
"""The variable that with the value `off` has workers forked at once, so that their first mails take long."""

_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)


@dataclass(slots=True)
class _Worker:
    """One child. `asked_at`: when it was sent the ping that it has not answered; `owed`: reloads to come."""

    number: int
    pid: int
    channel: socket.socket
    since: float
    up: bool = False
    asked_at: float | None = None
    owed: int = 0


@dataclass(slots=True)
class _Place:
    """What is to run as worker `number`: when the next one is due, and how many died young in a row."""

    number: int
    due: float | None = 0.0
    young: int = 0
    worker: _Worker | None = None


@dataclass(slots=True)
class Timing:
    """The times above, for tests that cannot wait."""

    hung: float = HUNG
    ping: float = PING
    patience: float = PATIENCE
    lived: float = LIVED
    delay: float = DELAY
    watchdog: float | None = None


class Supervisor:
    """One service of several processes. `on_first_link` is called in worker 0, as `Service.on_first_link`.

    Raises BadConfiguration and CannotListen when it is made.
    """

    def __init__(
        self,
        directory: Path,
        *,
        only: Only | None = None,
        on_first_link: Callable[[str], None] = lambda url: None,
        timing: Timing | None = None,
    ) -> None:
        self._directory = directory
        self._only = only
        self._on_first_link = on_first_link
        self._notifier = Notifier(os.environ)
        self._timing = timing or Timing()
        if self._notifier.watchdog is not None:
            half = self._notifier.watchdog / 2
            self._timing = replace(
                self._timing,
                watchdog=half,
                ping=min(self._timing.ping, half / 2),
                patience=min(self._timing.patience, half),
            )
        workers = read(directory).gateway.processes.workers if only != "review" else 1
        self._share = share(directory, only, workers + 1)  # the last slot of the meters is our own
        self._meters = self._share.meters
        self._meters.take(workers)
        logging.count_events(self._meters.event)
        self._places = [_Place(number) for number in range(workers)]
        self._selector = selectors.DefaultSelector()
        self._ready = False
        self._busy = True  # systemd waits for a READY=1
        self._stopping: float | None = None
        self._code = 0
        self._next_ping = 0.0
        self._next_watchdog = 0.0

    def run(self) -> int:
        """Supervise until the last worker has ended after SIGTERM or SIGINT; the exit code."""
        inner, outer = socket.socketpair()
        inner.setblocking(False)
        outer.setblocking(False)
        for number in _SIGNALS:
            signal.signal(number, lambda *_: None)
        signal.set_wakeup_fd(outer.fileno(), warn_on_full_buffer=False)
        self._selector.register(inner, selectors.EVENT_READ, self._signalled)
        if self._only != "review" and os.environ.get(REHEARSAL) != "off":
            rehearsed(self._share.config)  # once, for all workers and their successors
        gc.collect()
        gc.freeze()  # what is there now is shared with the workers; collecting would copy it to each
        while self._stopping is None or self._workers():
            self._fork_due()
            for key, _ in self._selector.select(self._wait()):
                key.data(key.fileobj)
            self._look_after()
        return self._code

    def _workers(self) -> list[_Worker]:
        return [place.worker for place in self._places if place.worker is not None]

    def _wait(self) -> float:
        """Seconds until something is due."""
        due = [self._next_ping, *(place.due for place in self._places if place.due is not None)]
        if self._stopping is not None:
            due.append(self._stopping)
        if self._timing.watchdog is not None:
            due.append(max(self._next_watchdog, time.monotonic() + self._timing.ping / 2))
        return max(min(due) - time.monotonic(), 0.0)

    # The workers.

    def _fork_due(self) -> None:
        for place in self._places:
            if place.due is not None and time.monotonic() >= place.due and self._stopping is None:
                place.due = None
                place.worker = self._fork(place.number)
                self._selector.register(place.worker.channel, selectors.EVENT_READ, self._heard(place))

    def _fork(self, number: int) -> _Worker:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        theirs.setblocking(False)
        self._meters.clear(number)
        self._share.counts.clear(number)
        sys.stdout.flush()
        sys.stderr.flush()
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        pid = os.fork()
        if pid == 0:
            self._be_worker(number, theirs, [ours, *(worker.channel for worker in self._workers())])
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
        theirs.close()
        return _Worker(number, pid, ours, time.monotonic())

    def _be_worker(self, number: int, channel: socket.socket, foreign: list[socket.socket]) -> NoReturn:
        code = 70
        try:
            signal.set_wakeup_fd(-1)
            for each in _SIGNALS:
                signal.signal(each, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
            # The other ends close with the supervisor only if no worker holds them too.
            self._selector.close()
            self._notifier.close()
            for each_channel in foreign:
                each_channel.close()
            self._meters.take(number)
            self._share.counts.take(number)
            if len(self._places) > 1:
                structlog.contextvars.bind_contextvars(worker=number)
            # Desk, releaser, notices and retention are worker 0's: the others only take mail.
            only = self._only if number == 0 else "relay"
            code = work.run(
                self._directory, only, self._share, channel, self._on_first_link, first=number == 0
            )
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _heard(self, place: _Place) -> Callable[[socket.socket], None]:
        def heard(channel: socket.socket) -> None:
            try:
                said = channel.recv(4096)
            except (BlockingIOError, ConnectionError):
                return
            worker = place.worker
            if not said or worker is None or worker.channel is not channel:
                self._selector.unregister(channel)  # its end is told by SIGCHLD
                return
            if work.UP in said:
                worker.up = True
                log.info("worker.up", number=worker.number, pid=worker.pid)
            if work.PONG in said:
                worker.asked_at = None
            worker.owed -= said.count(work.RELOADED)
            self._tell_systemd()

        return heard

    def _tell(self, worker: _Worker, order: bytes) -> None:
        # A worker that cannot be told is stuck, which the pings find, or dead, which SIGCHLD tells.
        with contextlib.suppress(BlockingIOError, ConnectionError):
            worker.channel.send(order)

    def _look_after(self) -> None:
        """Pings, workers that hang, the watchdog, the end of the drain."""
        now = time.monotonic()
        if now >= self._next_ping:
            self._next_ping = now + self._timing.ping
            for worker in self._workers():
                if worker.asked_at is None:
                    worker.asked_at = now
                    self._tell(worker, work.PING)
                elif now - worker.asked_at > self._timing.hung:
                    log.error("worker.hung", number=worker.number, pid=worker.pid)
                    os.kill(worker.pid, signal.SIGKILL)
        if self._timing.watchdog is not None and now >= self._next_watchdog and self._alive(now):
            self._next_watchdog = now + self._timing.watchdog
            self._notifier.say("WATCHDOG=1")
        if self._stopping is not None and now >= self._stopping:
            self._stopping = now + GRACE
            self._code = self._code or 1
            for worker in self._workers():
                os.kill(worker.pid, signal.SIGKILL)

    def _alive(self, now: float) -> bool:
        """Whether every worker that is there answers."""
        workers = self._workers()
        return bool(workers) and all(
            worker.asked_at is None or now - worker.asked_at <= self._timing.patience for worker in workers
        )

    def _tell_systemd(self) -> None:
        """READY=1 once all are up and have the configuration in force."""
        workers = self._workers()
        self._meters.workers(sum(worker.up for worker in workers))
        if self._stopping is not None or not self._busy or any(worker.owed > 0 for worker in workers):
            return
        if self._ready or all(place.worker and place.worker.up for place in self._places):
            self._ready, self._busy = True, False
            self._notifier.say("READY=1")

    # The signals.

    def _signalled(self, inner: socket.socket) -> None:
        numbers = set(inner.recv(4096))
        if signal.SIGCHLD in numbers:
            self._bury()
        if signal.SIGHUP in numbers and self._stopping is None:
            self._reload()
        if numbers & {signal.SIGTERM, signal.SIGINT} and self._stopping is None:
            self._stop(0)

    def _bury(self) -> None:
        """Take note of the dead; each is replaced, at once if it had lived for a while."""
        for place in self._places:
            worker = place.worker
            pid, status = os.waitpid(worker.pid, os.WNOHANG) if worker else (0, 0)
            if worker is not None and pid:
                self._buried(place, worker, os.waitstatus_to_exitcode(status))
        self._tell_systemd()

    def _buried(self, place: _Place, worker: _Worker, code: int) -> None:
        if worker.channel in self._selector.get_map():
            self._selector.unregister(worker.channel)
        worker.channel.close()
        place.worker = None
        self._meters.clear(worker.number)
        self._share.counts.clear(worker.number)  # what it had is free for the others
        if self._stopping is not None:
            self._code = self._code or max(code, 0)
        elif code > 0 and not self._ready:
            self._stop(code)  # it said why it cannot serve; another one could not either
        else:
            lived = time.monotonic() - worker.since
            place.young = 0 if lived >= self._timing.lived else place.young + 1
            delay = min(self._timing.delay * 2 ** (place.young - 1), LONGEST) if place.young else 0.0
            place.due = time.monotonic() + delay
            log.error(
                "worker.died",
                number=worker.number,
                pid=worker.pid,
                code=code,
                lived=round(lived, 1),
                replaced_in=delay,
            )

    def _reload(self) -> None:
        self._busy = True
        self._notifier.say(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")
        try:
            fresh = read(self._directory).beside(self._share.config)
            tls = listening_tls(fresh)
        except BadConfiguration as broken:
            log.error("config.refused", errors=[str(error) for error in broken.errors])
        else:
            self._share = replace(self._share, config=fresh, tls=tls)
            logging.configure(fresh.gateway.log)
            for worker in self._workers():
                worker.owed += 1
                self._tell(worker, work.RELOAD)
        self._tell_systemd()

    def _stop(self, code: int) -> None:
        self._code = code
        self._stopping = time.monotonic() + DRAIN_SECONDS + GRACE
        self._notifier.say("STOPPING=1")
        for place in self._places:
            place.due = None
        # Nobody must wait to be accepted by a service that takes no one any more.
        close_all(self._share.sockets)
        for worker in self._workers():
            self._tell(worker, work.STOP)
