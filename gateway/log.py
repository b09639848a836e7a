"""Structured logging: one JSON object a line on stderr, and the closed list of event names.

One `tx.done` line a transaction tells the whole story of a mail. Bodies, subjects
and secrets are never logged; addresses as `log.addresses` says. A name that is not
in EVENTS is a mistake that tests/test_log.py finds.
"""

import contextlib
import logging
import re
import sys
from collections.abc import Callable, MutableMapping
from typing import Any, Final, TextIO, cast

import structlog

from gateway.config.models import Log
from gateway.log_pipe import LogPipe

EVENTS: Final = {
    "worker.up": "a worker process of the supervisor takes mail",
    "worker.died": "a worker process ended by itself, its sessions with it; when it is replaced",
    "worker.hung": "a worker process did not answer for a minute and was killed",
    "service.start": "the service is up; addresses of the listeners, hash of the configuration",
    "service.stop": "the service is down; sessions that had to be cut",
    "service.drain": "no new connections; transactions under way are finished",
    "config.loaded": "a configuration is in force; its hash and its warnings",
    "config.rehearsed": "its patterns and tables are worked out, so that no mail has to wait for it; seconds",
    "config.refused": "a reload found errors; the old configuration stays",
    "config.restart_needed": "keys were changed that only a restart brings into force",
    "conn.open": "a client connected",
    "conn.close": "a client is gone",
    "conn.refused": "a client was refused before its first command",
    "smtp.refused": "a command was refused by the gateway itself",
    "auth.done": "a client's log-in was passed to the next hop; mechanism and code of its reply",
    "smtp.error": "an exception in a session; the client got 451",
    "data.broken": "a client was gone before its final dot; nothing was relayed",
    "tx.done": "the canonical line of one transaction",
    "tx.again": "a mail came round that was decided on before and bears our mark; it passes untouched",
    "tx.error": "something went wrong in a transaction; what happened to the mail is in tx.done",
    "tx.unheard": "the client was gone before it could hear the reply; the work was finished",
    "poison.crash": "a process died while it looked at a mail; after two it is not looked at again",
    "poison.unmarked": "no file for marking mail that kills the process; it would be tried again",
    "hop.down": "no next hop could be reached",
    "hop.failover": "a next hop could not be reached and another one was used",
    "hop.lost": "the connection to the next hop broke",
    "store.error": "the store did not answer",
    "store.recovered": "deliveries that a crash left behind are back in the queue, or marked uncertain",
    "hold.committed": "a held copy is durable",
    "hold.joined": "a mail came again while its copy is held; it makes no second one",
    "desk.notified": "a mail that went out was noted for the desk",
    "hold.undone": "a provisional hold was taken back, because nothing had been sent",
    "ruling.recorded": "somebody decided on a held mail",
    "probe.done": "a probe mail went the whole way; how long it took",
    "probe.failed": "a probe mail was refused, put off or not answered in time; reply says why",
    "release.sent": "the next hop took a released mail",
    "release.deferred": "the next hop said not now; tried again later",
    "release.failed": "the next hop refused a released mail; a person must retry",
    "release.uncertain": "the connection broke after the final dot; a person must look and retry",
    "release.unsigned": "our signature could not be made anew for a released mail; tried again later",
    "releaser.error": "an exception in the releaser; it goes on",
    "dkim.restarted": "the DKIM process died or was too slow; one mail was not checked or signed",
    "desk.first_link": "nobody can log in yet; where the first administrator sets a password, good once",
    "desk.login": "somebody logged in at the desk",
    "desk.login_failed": "a log-in was refused: wrong, or locked after too many failures",
    "desk.error": "an exception while the desk answered; the client got 500",
    "clock.set": "conversations went on, and the clocks of held mail with them; of how many mails",
    "deadline.released": "nobody decided in time: a reply that only its tone held goes out",
    "deadline.kept": "a reply was about to be released by its deadline, and was not; why",
    "purge.done": "retention removed what was due; how many of each kind",
    "purge.refused": "more was due than retention removes by itself; a person must look",
    "archive.sent": "the archive took a copy of what was sent",
    "archive.deferred": "the archive did not take a copy; it is tried again later, also after a refusal",
    "archive.missed": "the store did not answer, so the archive gets no copy of a mail that was sent",
    "log.lost": "a line for which there was no room while nobody read the log; counted, and not written",
    "log.resumed": "the log is read again; how many lines were lost meanwhile",
    "notice.queued": "a notice to an author is durable",
    "notice.sent": "the next hop took a notice",
    "notice.deferred": "a notice is tried again later",
    "notice.failed": "a notice was refused for good",
}

_ADDRESS_KEYS: Final = frozenset({"mail_from", "rcpt_to", "author", "to"})


_ADDRESS: Final = re.compile(r"[^\s<>\"'(),:;@]+@[A-Za-z0-9.\[\]_-]*[A-Za-z0-9\]]")
"""What may be an address in the words of a next hop."""


def _shorten(address: str, addresses: str) -> str:
    """`a@b` as `b` where domains are to be logged, else as `-`."""
    return address.rpartition("@")[2] if addresses == "domain" and "@" in address else "-"


def _redactor(addresses: str) -> structlog.types.Processor:
    """A processor that shortens the values of keys which hold addresses."""

    def shortened(key: str, value: Any) -> Any:
        if key in _ADDRESS_KEYS and isinstance(value, (list, tuple)):
            return [_shorten(str(item), addresses) for item in value]
        if key in _ADDRESS_KEYS:
            return _shorten(str(value), addresses)
        if key == "reply":  # a next hop likes to repeat the address it refuses
            return _ADDRESS.sub(lambda found: _shorten(found[0], addresses), str(value))
        return value

    def redact(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if addresses != "full":
            for key, value in event.items():
                event[key] = shortened(key, value)
            for copy in event.get("copies", ()):
                copy.update({key: shortened(key, value) for key, value in copy.items()})
        return event

    return redact


_counters: list[Callable[[str], None]] = []


def count_events(counter: Callable[[str], None]) -> None:
    """From now on `counter` is told the name of every event, also of those that are not written."""
    _counters[:] = [counter]


class _Sink:
    """Where the lines go. One that cannot be written (disk full, reader gone or asleep) is lost, nothing else
    with it.

    A log that raises would break off the session that it tells of, one that waits would hold all of them up.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._pipe = LogPipe.over(stream)
        self._lost = 0

    def write(self, text: str) -> None:
        if self._pipe is None:
            with contextlib.suppress(OSError, ValueError):  # ValueError: the stream is closed
                self._stream.write(text)
            return
        with contextlib.suppress(OSError):
            kept, lost = self._pipe.write(text)
            if not kept:
                for counter in _counters:
                    counter("log.lost")
            self._lost += lost

    def take_lost(self) -> int:
        """How many lines were lost before the log was read again; told once."""
        lost, self._lost = self._lost, 0
        return lost

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


def _counting(level: int, sink: _Sink) -> type[Any]:
    """structlog's logger that is silent below `level`, only that every event is counted first."""
    base = structlog.make_filtering_bound_logger(level)

    def counted(method: Callable[..., Any]) -> Callable[..., Any]:
        def say(self: Any, event: str, *args: Any, **values: Any) -> Any:
            for counter in _counters:
                counter(event)
            said = method(self, event, *args, **values)
            if lost := sink.take_lost():  # here, because the sink is written under structlog's lock
                structlog.get_logger().warning("log.resumed", lost=lost)
            return said

        return say

    names = ("debug", "info", "warning", "error")
    return type("Logger", (base,), {name: counted(getattr(base, name)) for name in names})


def configure(settings: Log, stream: TextIO | None = None) -> None:
    """Set up structlog once for the process, writing to `stream` (stderr if None).

    A line is one write, its end included: the workers share one stderr, and must not write into each other's
    lines.
    Control characters cannot break a line: JSON escapes them, and the console form shows values by repr.
    """
    out = stream or sys.stderr
    last: structlog.types.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=True)
        if settings.format == "json"
        else structlog.dev.ConsoleRenderer(colors=out.isatty())
    )
    sink = _Sink(out)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _redactor(settings.addresses),
            structlog.processors.format_exc_info,
            last,
        ],
        wrapper_class=_counting(getattr(logging, settings.level.upper()), sink),
        logger_factory=structlog.WriteLoggerFactory(cast(TextIO, sink)),
        cache_logger_on_first_use=False,
    )
    # The SMTP library logs whole command lines, addresses included: ours is the log.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
