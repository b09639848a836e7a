"""Figures for the monitoring, in memory that all processes of the service share.

A supervisor makes one Meters before it forks; each process then writes to a slot of its own, so
nothing is locked, and a worker that is replaced goes on counting where the last one stopped. `read`
sums over all slots. Cells are a closed list: directions, verdicts, dispositions, steps, names of log
events; no address or id can become a label. Nothing here raises or waits.
"""

import mmap
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gateway.log import EVENTS
from gateway.words import Direction, Disposition, VerdictName

SPLIT: Final = "split"
"""The disposition of a message whose recipients fare differently."""

DISPOSITIONS: Final = (*(one.word for one in Disposition), SPLIT)
PROBED: Final = ("ok", "failed")
REPLIES: Final = ("2xx", "4xx", "5xx")
STEPS: Final = ("facts", "decide", "carry")
BOUNDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper bounds of the histogram's buckets in seconds; one more has none."""

_CELL: Final = 8

_names: list[tuple[str, ...]] = []
for _leg in (one.value for one in Direction):
    _names += [("messages", _leg, one.value, word) for one in VerdictName for word in DISPOSITIONS]
    _names += [("replies", _leg, word) for word in REPLIES]
    _names += [("probe_mails", _leg, word) for word in PROBED]
    _names += [("probe_seconds", _leg), ("probe_success", _leg)]
    _names += [("bytes", _leg), ("connections", _leg), ("transactions", _leg)]
    for _step in STEPS:
        _names += [("seconds", _leg, _step, str(place)) for place in range(len(BOUNDS) + 1)]
        _names += [("sum", _leg, _step)]
_names += [("events", name) for name in EVENTS]
_names += [("workers",)]

_CELLS: Final = {name: place for place, name in enumerate(_names)}
_GAUGES: Final = tuple(
    place for name, place in _CELLS.items() if name[0] in ("connections", "transactions", "workers")
)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures at one moment, summed over the processes; keys are (family, label, ...)."""

    values: dict[tuple[str, ...], float]

    def family(self, name: str) -> dict[tuple[str, ...], float]:
        """The figures of one family by their labels."""
        return {key[1:]: value for key, value in self.values.items() if key[0] == name}


class Meters:
    """Room for the figures of `slots` processes. Until `take` is called, slot 0 is written to."""

    def __init__(self, slots: int = 1) -> None:
        self._memory = mmap.mmap(-1, slots * len(_CELLS) * _CELL)  # anonymous and shared with forked children
        self._all = memoryview(self._memory).cast("d")
        self._slots = slots
        self._mine = self._all[: len(_CELLS)]

    def take(self, slot: int) -> None:
        """This process writes to that slot from now on; what its last owner had open is over."""
        self._mine = self._all[slot * len(_CELLS) : (slot + 1) * len(_CELLS)]
        self.clear(slot)

    def clear(self, slot: int) -> None:
        """The owner of the slot is gone: nothing is open or under way there."""
        for place in _GAUGES:
            self._all[slot * len(_CELLS) + place] = 0.0

    def event(self, name: str) -> None:
        """A log event happened, whether or not it was written."""
        place = _CELLS.get(("events", name))
        if place is not None:
            self._mine[place] += 1

    def message(
        self,
        direction: Direction,
        verdict: VerdictName,
        dispositions: Iterable[str],
        code: int,
        size: int,
        seconds: tuple[float, float, float],
    ) -> None:
        """A transaction was done: its recipients' dispositions, our reply's code, bytes, seconds by STEPS."""
        leg, words = direction.value, set(dispositions)
        word = words.pop() if len(words) == 1 else SPLIT
        self._add(1, "messages", leg, verdict.value, word)
        self._add(1, "replies", leg, f"{code // 100}xx")
        self._add(size, "bytes", leg)
        for step, took in zip(STEPS, seconds, strict=True):
            self._add(1, "seconds", leg, step, str(bisect_left(BOUNDS, took)))
            self._add(took, "sum", leg, step)

    def probe(self, direction: Direction, ok: bool, seconds: float, at: float) -> None:
        """A probe of that leg ended: whether it was taken, how long it took, when (seconds since 1970)."""
        leg = direction.value
        self._add(1, "probe_mails", leg, PROBED[0] if ok else PROBED[1])
        if ok:
            self._mine[_CELLS["probe_seconds", leg]] = seconds
            self._mine[_CELLS["probe_success", leg]] = at

    def live(self, direction: Direction, connections: int, transactions: int) -> None:
        """How many connections are open and mails under way in this process."""
        self._mine[_CELLS["connections", direction.value]] = connections
        self._mine[_CELLS["transactions", direction.value]] = transactions

    def workers(self, number: int) -> None:
        """How many workers are up: said by the one process that knows."""
        self._mine[_CELLS[("workers",)]] = number

    def read(self) -> Figures:
        """The sums over all processes."""
        width = len(_CELLS)
        return Figures(
            {
                name: sum(self._all[slot * width + place] for slot in range(self._slots))
                for name, place in _CELLS.items()
            }
        )

    def _add(self, amount: float, *name: str) -> None:
        place = _CELLS.get(name)
        if place is not None:
            self._mine[place] += amount
