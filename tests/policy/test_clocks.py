"""The two clocks of a held mail."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from gateway.config.packs import Pack
from gateway.policy.clocks import deadline, within

HOUR = timedelta(hours=1)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)  # a Tuesday
BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = ("Mon-Fri 08:00-17:00",)
PACK = Pack(
    name="amazon",
    title="Amazon",
    checked=date(2026, 11, 1),
    private_mail="forbidden",
    contact="seller",
    response_hours=24,
)


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def test_the_marketplace_clock_runs_from_the_buyers_last_mail() -> None:
    """What was used up before the mail was held is not given again."""
    asked = NOON - 5 * HOUR
    assert deadline(True, PACK, NOON, asked=asked, zone=UTC) == ("marketplace", asked + 24 * HOUR)


def test_the_marketplace_clock_knows_no_weekend() -> None:
    """A mail of Friday evening is due on Saturday evening, whatever the company's hours."""
    friday = berlin("2026-11-27 18:30")
    ends = deadline(True, PACK, friday + HOUR, asked=friday, hours=OFFICE, zone=BERLIN)
    assert ends == ("marketplace", berlin("2026-11-28 18:30"))


@pytest.mark.parametrize(("answered", "clock"), [(-6, "marketplace"), (-5, "house"), (-1, "house")])
def test_only_an_answer_after_the_buyers_last_mail_stops_the_marketplace_clock(
    answered: int, clock: str
) -> None:
    """A further answer is the house's own business; one before the buyer's last mail stopped nothing."""
    found, _ = deadline(
        True, PACK, NOON, asked=NOON - 5 * HOUR, answered=NOON + answered * HOUR, hours=(), zone=UTC
    )
    assert found == clock


def test_without_a_known_last_mail_the_marketplace_clock_runs_from_the_hold() -> None:
    """A relay mail that answers nothing we know has its hours from now, also if some answer left before."""
    for answered in (None, NOON - HOUR):
        assert deadline(True, PACK, NOON, answered=answered, zone=UTC) == ("marketplace", NOON + 24 * HOUR)


def test_all_else_has_the_house_clock() -> None:
    """A private address, a pack without response hours, and no pack have 24 hours of the house."""
    house = ("house", NOON + 24 * HOUR)
    quiet = PACK.model_copy(update={"response_hours": None})
    assert deadline(False, PACK, NOON, asked=NOON - HOUR, zone=UTC) == house
    assert deadline(True, quiet, NOON, asked=NOON - HOUR, zone=UTC) == house
    assert deadline(True, None, NOON, zone=UTC) == house


@pytest.mark.parametrize(
    ("held", "ends"),
    [
        ("2026-11-23 08:00", "2026-11-25 14:00"),  # 9 h on Monday, 9 on Tuesday, 6 on Wednesday
        ("2026-11-23 12:00", "2026-11-26 09:00"),
        ("2026-11-27 16:00", "2026-12-02 13:00"),  # over the weekend: 1 + 9 + 9 + 5
        ("2026-11-28 10:00", "2026-12-02 14:00"),  # on a Saturday nothing has passed before Monday
        ("2026-11-23 05:00", "2026-11-25 14:00"),
        ("2026-11-23 23:00", "2026-11-26 14:00"),
    ],
)
def test_the_house_clock_stands_outside_the_companys_hours(held: str, ends: str) -> None:
    """24 hours of open time, in the company's time zone."""
    assert deadline(False, None, berlin(held), hours=OFFICE, zone=BERLIN) == ("house", berlin(ends))


@pytest.mark.parametrize(
    ("hours", "ends"),
    [
        (("Mon-Fri 08:00-12:00", "Mon-Fri 13:00-17:00"), "2026-11-23 14:00"),
        (("Mon-Fri 08:00-12:00", "Mon 10:00-14:00"), "2026-11-23 13:00"),  # what overlaps counts once
        (("Sat 08:00-17:00",), "2026-11-28 13:00"),
        (("Mon-Sun 00:00-24:00",), "2026-11-23 13:00"),
        (("Mon-Fri 13:00-17:00", "Mon-Fri 08:00-12:00"), "2026-11-23 14:00"),  # in any order
    ],
)
def test_hours_are_added_up_window_by_window(hours: tuple[str, ...], ends: str) -> None:
    """Several windows, breaks, whole days."""
    assert within(berlin("2026-11-23 08:00"), 5 * HOUR, hours, BERLIN) == berlin(ends)


@pytest.mark.parametrize(
    ("at", "ends"),
    [("2026-10-24T22:00:00", "2026-10-25T02:00:00"), ("2026-03-28T22:00:00", "2026-03-29T02:00:00")],
)
def test_open_time_is_true_time_when_clocks_are_changed(at: str, ends: str) -> None:
    """Four hours are four hours, in the night that has one more or one less."""
    start = datetime.fromisoformat(at).replace(tzinfo=UTC)
    zone: tzinfo = BERLIN
    assert within(start, 4 * HOUR, ("Mon-Sun 00:00-24:00",), zone) == datetime.fromisoformat(ends).replace(
        tzinfo=UTC
    )
