"""The two clocks of a held mail."""

from datetime import UTC, date, datetime, timedelta

from gateway.config.packs import Pack
from gateway.policy.clocks import deadline
from gateway.words import Thread, VerdictName

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PACK = Pack(
    name="amazon",
    title="Amazon",
    checked=date(2026, 11, 1),
    private_mail="forbidden",
    contact="seller",
    response_hours=24,
)


def thread(last_seen: datetime | None) -> Thread:
    return Thread("t", VerdictName.RELAY, None, "amazon", (), None, (), last_seen=last_seen)


def test_the_marketplace_clock_runs_from_the_buyers_last_mail() -> None:
    """What was used up before the mail was held is not given again."""
    began = NOON - timedelta(hours=5)
    assert deadline(True, PACK, thread(began), NOON) == ("marketplace", began + timedelta(hours=24))


def test_without_a_known_last_mail_the_marketplace_clock_runs_from_the_hold() -> None:
    """A relay mail that answers nothing we know has its hours from now."""
    assert deadline(True, PACK, None, NOON) == ("marketplace", NOON + timedelta(hours=24))


def test_all_else_has_the_house_clock() -> None:
    """A private address, and a pack without response hours, have 24 hours of the house."""
    house = ("house", NOON + timedelta(hours=24))
    quiet = PACK.model_copy(update={"response_hours": None})
    assert (deadline(False, PACK, thread(NOON), NOON), deadline(True, quiet, None, NOON)) == (house, house)
