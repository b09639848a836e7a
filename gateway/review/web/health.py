"""For the monitoring: is it alive, can it work, what does it do, and how much waits.

Open to everybody who reaches the desk's port, and therefore without names,
addresses or anything else that belongs to somebody. The figures of the mail path
are those of all processes together (`relay.meters`), the others come from the store.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gateway import __version__
from gateway.relay.meters import BOUNDS, PROBED, STEPS, Figures, Meters
from gateway.review.desk import Desk
from gateway.review.overview import Counts, counts
from gateway.review.web.security import desk_of
from gateway.store.database import StoreError
from gateway.store.settings import Settings
from gateway.words import Direction

router = APIRouter(include_in_schema=False)

WRITTEN: Final = timedelta(seconds=5)
"""A trial write that went well counts for so long, so that asking often costs the disk nothing."""


@dataclass(slots=True)
class Watch:
    """What is known here of the mail path: its figures, and for each leg whether it reaches a next hop.

    `probes` tells for each leg that is probed whether the last probe was taken.
    """

    meters: Meters
    hops: Callable[[], Awaitable[dict[str, bool]]]
    probes: Callable[[], dict[str, bool]] = dict
    written_at: datetime | None = field(default=None)


@router.get("/healthz")
async def alive() -> Response:
    """The process answers."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def ready(request: Request) -> Response:
    """The store takes writes, the listeners mail, a next hop answers, probes arrive. Else 503, and why."""
    desk = desk_of(request)
    watch: Watch | None = request.app.state.watch
    try:
        await _writable(desk, watch)
    except StoreError as error:
        return JSONResponse({"status": "not ready", "reason": error.reason}, 503)
    for leg, reached in (await watch.hops() if watch is not None else {}).items():
        if not reached:
            return JSONResponse({"status": "not ready", "reason": f"{leg} next hop"}, 503)
    for leg, taken in (watch.probes() if watch is not None else {}).items():
        if not taken:
            return JSONResponse({"status": "not ready", "reason": f"{leg} probe"}, 503)
    return JSONResponse({"status": "ok"})


async def _writable(desk: Desk, watch: Watch | None) -> None:
    await desk.store.call(desk.people.users.any)
    now = desk.now()
    if watch is None or watch.written_at is None or not watch.written_at <= now < watch.written_at + WRITTEN:
        await desk.store.call(Settings(desk.store).try_writing, now)
        if watch is not None:
            watch.written_at = now


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Figures in the text form of Prometheus. What the store cannot say is left out while it is away."""
    desk = desk_of(request)
    watch: Watch | None = request.app.state.watch
    registry = CollectorRegistry(auto_describe=False)
    try:
        registry.register(_Waiting(await desk.store.call(counts, desk), desk.now().timestamp()))
    except StoreError:
        if watch is None:
            raise
    if watch is not None:
        registry.register(_Moving(watch.meters.read()))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class _Waiting(Collector):
    """What the store knows: held mail and rulings."""

    def __init__(self, found: Counts, now: float) -> None:
        self._found = found
        self._now = now

    def collect(self) -> Iterator[Metric]:
        """The figures, as they are now."""
        info = GaugeMetricFamily("marketgate_info", "The version that runs.", labels=["version"])
        info.add_metric([__version__], 1)
        yield info
        held = GaugeMetricFamily("marketgate_held", "Held mails by the state they show.", labels=["state"])
        for state, number in self._found.states.items():
            held.add_metric([state.value], number)
        yield held
        oldest = self._found.oldest
        waits = 0.0 if oldest is None else max(self._now - oldest.timestamp(), 0.0)
        yield GaugeMetricFamily(
            "marketgate_oldest_pending_seconds", "Age of the oldest mail nobody has decided on.", waits
        )
        yield GaugeMetricFamily(
            "marketgate_archive_waiting",
            "Copies of sent mail the archive has not got yet.",
            self._found.unarchived,
        )
        rulings = CounterMetricFamily("marketgate_rulings", "Rulings on held mail by verb.", labels=["verb"])
        for verb, number in sorted(self._found.verbs.items()):
            rulings.add_metric([verb], number)
        yield rulings


_COUNTERS: Final = {
    "messages": ("Messages that were decided on.", ("direction", "verdict", "disposition")),
    "replies": ("Replies to the final dot of a message.", ("direction", "code")),
    "bytes": ("Bytes of these messages, as received.", ("direction",)),
    "events": ("Log events by name, written or not.", ("event",)),
}
_GAUGES: Final = {
    "connections": ("Connections of clients that are open.", ("direction",)),
    "transactions": ("Messages under way, from MAIL to the reply.", ("direction",)),
    "workers": ("Worker processes that are up; 0 without a supervisor.", ()),
}
_OF_EVENTS: Final[dict[str, tuple[str, str | None, dict[str, str]]]] = {
    "hop_failures": (
        "Next hops that could not be had, or broke.",
        "kind",
        {"down": "hop.down", "failover": "hop.failover", "lost": "hop.lost"},
    ),
    "store_errors": ("Calls the store did not answer.", None, {"": "store.error"}),
    "clients": (
        "Clients that connected.",
        "outcome",
        {"opened": "conn.open", "refused": "conn.refused"},
    ),
}


class _Moving(Collector):
    """What the processes counted: mail, bytes, time, trouble."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        """The figures, as they are now."""
        for name, (text, labels) in _COUNTERS.items():
            counter = CounterMetricFamily(f"marketgate_{name}", text, labels=labels)
            for values, number in self._figures.family(name).items():
                counter.add_metric(values, number)
            yield counter
        events = self._figures.family("events")
        for name, (text, label, kinds) in _OF_EVENTS.items():
            counter = CounterMetricFamily(f"marketgate_{name}", text, labels=[label] if label else [])
            for kind, event in kinds.items():
                counter.add_metric([kind] if label else [], events[(event,)])
            yield counter
        for name, (text, labels) in _GAUGES.items():
            gauge = GaugeMetricFamily(f"marketgate_{name}", text, labels=labels)
            for values, number in self._figures.family(name).items():
                gauge.add_metric(values, number)
            yield gauge
        yield from self._probes()
        yield self._seconds()

    def _probes(self) -> Iterator[Metric]:
        """Only of legs that are probed: a leg without probes must not look like one that fails."""
        mails = self._figures.family("probe_mails")
        legs = [leg.value for leg in Direction if any(mails[leg.value, word] for word in PROBED)]
        counted = CounterMetricFamily(
            "marketgate_probe_mails", "Probe mails by outcome.", labels=["direction", "outcome"]
        )
        took = GaugeMetricFamily(
            "marketgate_probe_seconds", "What the last probe that was taken took.", labels=["direction"]
        )
        success = GaugeMetricFamily(
            "marketgate_probe_last_success_timestamp_seconds",
            "When the last probe was taken, in seconds since 1970; 0 for never.",
            labels=["direction"],
        )
        for leg in legs:
            for word in PROBED:
                counted.add_metric([leg, word], mails[leg, word])
            took.add_metric([leg], self._figures.values["probe_seconds", leg])
            success.add_metric([leg], self._figures.values["probe_success", leg])
        yield from (counted, took, success)

    def _seconds(self) -> Metric:
        counted, sums = self._figures.family("seconds"), self._figures.family("sum")
        text = "Seconds from the final dot to our reply, by step."
        histogram = HistogramMetricFamily("marketgate_step_seconds", text, labels=["direction", "step"])
        for leg in Direction:
            for step in STEPS:
                total, buckets = 0.0, []
                for place, bound in enumerate((*map(str, BOUNDS), "+Inf")):
                    total += counted[leg.value, step, str(place)]
                    buckets.append((bound, total))
                histogram.add_metric([leg.value, step], buckets, sums[leg.value, step])
        return histogram
