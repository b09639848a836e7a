"""By when a held mail wants an answer: the marketplace's clock, or the house's.

Pure. The marketplace clock runs for answers to a relay, from the buyer's last mail there,
weekends included, for the hours its pack names; only an answer that a next hop accepted
stops it. Everything else has 24 hours, counted within `company.hours` where these are set.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta, tzinfo
from typing import Final, Literal

from gateway.config.packs import Pack
from gateway.config.rules import parse_window

HOUSE: Final = timedelta(hours=24)
"""How long the house has."""

_LONGEST: Final = 400
"""Days that are looked through for open hours."""

Clock = Literal["marketplace", "house"]


def deadline(
    to_relay: bool,
    pack: Pack | None,
    at: datetime,
    *,
    asked: datetime | None = None,
    answered: datetime | None = None,
    hours: Iterable[str] = (),
    zone: tzinfo,
) -> tuple[Clock, datetime]:
    """Name of the clock and the moment it ends, for a mail held at `at`.

    `asked` is the buyer's last mail in the conversation, `answered` the last answer that a next hop accepted;
    None where none is known. A relay mail that answers nothing we know has its hours from now: later than the
    marketplace's own, never earlier than a person could act on. `hours` are windows like
    `Mon-Fri 08:00-17:00` in the time zone `zone`.
    """
    stopped = asked is not None and answered is not None and answered >= asked
    if to_relay and pack is not None and pack.response_hours and not stopped:
        return "marketplace", (asked or at) + timedelta(hours=pack.response_hours)
    return "house", within(at, HOUSE, tuple(hours), zone)


def within(at: datetime, length: timedelta, hours: Sequence[str], zone: tzinfo) -> datetime:
    """The moment at which `length` of open time has passed since `at`; without `hours` it is always open.

    Windows that overlap count once. The result is in the time zone of `at`.
    """
    if not hours:
        return at + length
    left = length
    for start, end in _open(at, hours, zone):
        if end - start >= left:
            return start + left
        left -= end - start
    return at + length


def _open(at: datetime, hours: Sequence[str], zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of open time from `at` on, in order, none over another."""
    windows = [parse_window(text) for text in hours]
    first, done = at.astimezone(zone).date(), at
    for number in range(_LONGEST):
        day = first + timedelta(days=number)
        spans = sorted((start, end) for days, start, end in windows if day.weekday() in days)
        for start, end in spans:
            # Through UTC: the day on which clocks change has 23 or 25 hours.
            begin = max(datetime.combine(day, start, zone).astimezone(at.tzinfo), done)
            last = day + timedelta(days=1) if end == time.max else day
            until = datetime.combine(last, time.min if end == time.max else end, zone).astimezone(at.tzinfo)
            if until > begin:
                yield begin, until
                done = until
