"""How times and words lie in the database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import create_mock_engine, text
from sqlalchemy.schema import CreateTable

from gateway.store import Settings, Store
from gateway.store.schema import METADATA, Instant
from gateway.words import Mode
from tests.store.samples import T0

POSTGRESQL = create_mock_engine("postgresql://", lambda *_: None).dialect


@pytest.mark.parametrize(
    ("at", "number"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 0, 1, 5, tzinfo=UTC), 1_000_005),
        (datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), -1),
        (datetime(2026, 3, 1, 11, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2))), 1772357400123456),
    ],
)
def test_a_time_is_whole_microseconds_since_1970_in_utc(at: datetime, number: int) -> None:
    kind, dialect = Instant(), POSTGRESQL
    assert kind.process_bind_param(at, dialect) == number
    back = kind.process_result_value(number, dialect)
    assert back is not None
    assert (back, back.tzinfo) == (at, UTC)


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="time without a time zone"):
        Settings(store).set_mode(Mode.BYPASS, None, "petra", T0.replace(tzinfo=None))
    with store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM setting")).scalar() == 0


def test_the_schema_is_made_of_what_postgresql_has_too() -> None:
    made = "".join(str(CreateTable(table).compile(dialect=POSTGRESQL)) for table in METADATA.sorted_tables)
    assert made.count("CREATE TABLE") == len(METADATA.tables)
    assert "ROWID" not in made
