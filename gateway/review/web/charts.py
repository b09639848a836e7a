"""Bar charts as plain numbers, for a template to draw as SVG. Pure.

Coordinates are those of a view box of WIDTH x HEIGHT; colours are classes of the style
sheet, so that a page needs no style of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

WIDTH: Final = 640
HEIGHT: Final = 180
LEFT: Final = 34
RIGHT: Final = 16
BOTTOM: Final = 22
TOP: Final = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of a stacked bar; `series` counts from 0, `label` is for people."""

    x: float
    y: float
    width: float
    height: float
    series: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`bars` and lines of the scale (`y`, number), `ticks` under the days (`x`, day); `series` their names;
    `rows` the same figures as a table: day, one number a series."""

    bars: tuple[Bar, ...]
    scale: tuple[tuple[float, int], ...]
    ticks: tuple[tuple[float, date], ...]
    series: tuple[str, ...]
    rows: tuple[tuple[date, tuple[int, ...]], ...]


def stacked(
    figures: Mapping[tuple[date, str], int], series: Sequence[str], last: date, days: int
) -> Chart | None:
    """A stacked bar for each of so many days up to `last`; None if there is nothing to show."""
    all_days = [last - timedelta(days=back) for back in range(days - 1, -1, -1)]
    rows = tuple((day, tuple(figures.get((day, name), 0) for name in series)) for day in all_days)
    highest = max((sum(numbers) for _, numbers in rows), default=0)
    if highest == 0:
        return None
    top = _nice(highest)
    step = (WIDTH - LEFT - RIGHT) / days
    unit = (HEIGHT - BOTTOM - TOP) / top
    bars: list[Bar] = []
    for index, (day, numbers) in enumerate(rows):
        floor = float(HEIGHT - BOTTOM)
        for number, count in enumerate(numbers):
            if count:
                height = count * unit
                floor -= height
                label = f"{day.isoformat()}: {count}"
                bars.append(
                    Bar(_r(LEFT + index * step + 1.5), _r(floor), _r(step - 3), _r(height), number, label)
                )
    scale = tuple((_r(HEIGHT - BOTTOM - mark * unit), mark) for mark in sorted({0, top // 2 or top, top}))
    every = max(days // 6, 1)
    ticks = tuple(
        (_r(LEFT + (index + 0.5) * step), day)
        for index, day in enumerate(all_days)
        if (days - 1 - index) % every == 0
    )
    shown = tuple((day, numbers) for day, numbers in reversed(rows) if any(numbers))
    return Chart(tuple(bars), scale, ticks, tuple(series), shown)


def lying(figures: Iterable[tuple[str, int]]) -> tuple[tuple[str, int, float], ...]:
    """Lying bars: (name, number, length of 0 to 100), in the order given."""
    found = tuple(figures)
    highest = max((number for _, number in found), default=1)
    return tuple((name, number, _r(100 * number / highest)) for name, number in found)


def _nice(number: int) -> int:
    """The next number that divides well: 2, 4, 10, 20, 40, 100 ..."""
    step = 1
    while True:
        for factor in (2, 4, 6, 10):
            if number <= factor * step:
                return factor * step
        step *= 10


def _r(number: float) -> float:
    return round(number, 1)
