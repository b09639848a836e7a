"""`marketgate mode`: the mode in force and why, or an override of it for all processes at once.

The override is kept in the store, with or without an end; a mode that is the
configuration's own ends it. Exit 69: the store cannot be used.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from gateway.cli.common import (
    EXIT_UNAVAILABLE,
    config_option,
    json_line,
    load_or_exit,
    user_name,
    warn_of_missing_store,
)
from gateway.store.database import Store, StoreError
from gateway.store.settings import Override, Settings
from gateway.words import Mode

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_LONGEST = timedelta(days=365)
_MEANING = {
    Mode.ENFORCE: "decisions are carried out",
    Mode.MONITOR: "decisions are recorded, mail passes unchanged",
    Mode.BYPASS: "no decisions are made, mail passes unchanged",
}


def duration(text: str) -> timedelta:
    """The time `30m`, `2h` or `1d` stands for. Raises ValueError for any other form, and beyond a year."""
    found = re.fullmatch(r"([0-9]{1,6})([mhd])", text)
    length = int(found[1]) * _UNITS[found[2]] if found else timedelta(0)
    if not timedelta(0) < length <= _LONGEST:
        raise ValueError(f"{text!r} is not a time; write it like 30m, 2h or 1d, at most 365d")
    return length


def _duration(_context: click.Context, _parameter: click.Parameter, value: str | None) -> timedelta | None:
    try:
        return None if value is None else duration(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@dataclass(frozen=True, slots=True)
class InForce:
    """The mode that holds now: the configured one, and what overrides it, if anything does."""

    configured: Mode
    override: Override | None

    @property
    def mode(self) -> Mode:
        """The one of the two that counts."""
        return self.override.mode if self.override else self.configured

    def __str__(self) -> str:
        head = f"mode {self.mode.value}: {_MEANING[self.mode]}"
        if self.override is None:
            return f"{head} (policy.toml says so)"
        until = self.override.until
        end = f"until {until:%Y-%m-%d %H:%M} UTC" if until else "until it is changed"
        since = f"set by {self.override.who} at {self.override.at:%Y-%m-%d %H:%M} UTC"
        return f"{head} ({since}, {end}; policy.toml says {self.configured.value})"

    def as_json(self) -> dict[str, str | None]:
        """Every key always present; times in ISO 8601, UTC."""
        override = self.override
        return {
            "mode": self.mode.value,
            "source": "override" if override else "policy.toml",
            "configured": self.configured.value,
            "until": override.until.isoformat() if override and override.until else None,
            "who": override.who if override else None,
            "at": override.at.isoformat() if override else None,
        }


@click.command()
@click.argument(
    "wanted",
    required=False,
    metavar="[enforce|monitor|bypass]",
    type=click.Choice([each.value for each in Mode]),
)
@click.option("--for", "length", metavar="TIME", callback=_duration, help="Only so long: 30m, 2h, 1d.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@config_option
def mode(wanted: str | None, length: timedelta | None, as_json: bool, config: Path) -> None:
    """Show the mode in force and why, or set it.

    enforce carries decisions out, monitor only records them, bypass makes none. The mode that policy.toml
    has anyway ends an override.
    """
    if length is not None and wanted is None:
        raise click.UsageError("--for needs a mode; write it like: marketgate mode bypass --for 2h")
    loaded = load_or_exit(config)
    configured = Mode(loaded.policy.mode)
    if length is not None and wanted == configured.value:
        raise click.UsageError(f"policy.toml says {wanted} anyway, without an end; leave out --for")
    at = datetime.now(UTC)
    warn_of_missing_store(loaded)
    store = Store(loaded.store_url)
    try:
        store.open(read_only=wanted is None)
        settings = Settings(store)
        if wanted is not None:
            asked = None if wanted == configured.value else Mode(wanted)
            settings.set_mode(asked, at + length if length else None, user_name(), at)
        now = InForce(configured, settings.override(at))
    except StoreError as error:
        click.echo(f"the store {loaded.store_url} cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    finally:
        store.close()
    if as_json:
        json_line(now.as_json())
    else:
        click.echo(str(now))
