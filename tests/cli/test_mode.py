"""`marketgate mode`: what holds now and why, and how it is changed."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.cli.mode import duration
from gateway.store import audit
from gateway.store.database import Store
from gateway.store.settings import Settings
from gateway.words import Mode

Run = Callable[..., Result]
GATEWAY = """\
[company]
domains = ["example.com"]
[outbound]
listen = ["127.0.0.1:2587"]
next_hop = "smtp://127.0.0.1:2588"
[store]
url = "sqlite:///{store}"
"""


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    """Where the store of these tests lies."""
    return tmp_path / "state" / "gate.db"


@pytest.fixture
def run(tmp_path: Path, store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with a configuration whose own mode is enforce."""
    monkeypatch.setenv("LOGNAME", "anna")
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "gateway.toml").write_text(GATEWAY.format(store=store_file))
    (folder / "policy.toml").write_text('mode = "enforce"\n[[rule]]\nname = "all"\ndo = ["pass"]\n')
    return lambda *arguments: CliRunner().invoke(main, ["mode", *arguments, "--config", str(folder)])


def as_json(result: Result) -> dict[str, Any]:
    """The one object a run printed."""
    assert result.exit_code == 0, result.output
    value = json.loads(result.stdout)
    assert isinstance(value, dict)
    return value


CONFIGURED = {
    "mode": "enforce",
    "source": "policy.toml",
    "configured": "enforce",
    "until": None,
    "who": None,
    "at": None,
}


def test_without_an_override_the_file_decides(run: Run, store_file: Path) -> None:
    """And to ask makes no store."""
    result = run()
    assert (result.exit_code, result.stdout) == (
        0,
        "mode enforce: decisions are carried out (policy.toml says so)\n",
    )
    assert as_json(run("--json")) == CONFIGURED
    assert not store_file.exists()


def test_an_override_without_an_end_stays_until_it_is_changed(run: Run) -> None:
    """It names who set it."""
    said = run("monitor").stdout
    assert said.startswith("mode monitor: decisions are recorded, mail passes unchanged (set by anna at ")
    assert said.endswith(" UTC, until it is changed; policy.toml says enforce)\n")
    now = as_json(run("--json"))
    assert (now["mode"], now["source"], now["configured"], now["until"], now["who"]) == (
        "monitor",
        "override",
        "enforce",
        None,
        "anna",
    )


def test_an_override_with_an_end_ends_by_itself(run: Run, store_file: Path) -> None:
    """Bypass for two hours, and not longer."""
    before = datetime.now(UTC)
    now = as_json(run("bypass", "--for", "2h", "--json"))
    until = datetime.fromisoformat(now["until"])
    assert (now["mode"], until - datetime.fromisoformat(now["at"])) == ("bypass", timedelta(hours=2))
    assert before <= datetime.fromisoformat(now["at"]) <= datetime.now(UTC)
    store = Store(f"sqlite:///{store_file}")
    store.open(read_only=True)
    modes = [Settings(store).mode(at) for at in (until - timedelta(seconds=1), until)]
    store.close()
    assert modes == [Mode.BYPASS, None]


def test_the_mode_of_the_file_ends_an_override(run: Run, store_file: Path) -> None:
    """So that the file decides again when it is edited; both changes are in the audit chain."""
    assert as_json(run("bypass", "--json"))["mode"] == "bypass"
    assert as_json(run("enforce", "--json")) == CONFIGURED
    store = Store(f"sqlite:///{store_file}")
    store.open(read_only=True)
    assert audit.verify(store) == []
    store.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("off",), "'off' is not one of"),
        (("--for", "2h"), "--for needs a mode; write it like: marketgate mode bypass --for 2h"),
        (("bypass", "--for", "2"), "'2' is not a time; write it like 30m, 2h or 1d, at most 365d"),
        (("enforce", "--for", "2h"), "policy.toml says enforce anyway, without an end; leave out --for"),
    ],
)
def test_bad_usage_says_what_to_write(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """Exit 2, and nothing is changed."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert as_json(run("--json")) == CONFIGURED


def test_a_store_that_cannot_be_used_is_69(run: Run, store_file: Path) -> None:
    """It is named, with the reason."""
    store_file.parent.mkdir()
    store_file.write_text("this is no database, and long enough to be read as a header of one " * 20)
    result = run("bypass")
    assert result.exit_code == 69
    assert result.stderr.startswith(f"the store sqlite:///{store_file} cannot be used: ")


@pytest.mark.parametrize(
    ("text", "length"),
    [("30m", timedelta(minutes=30)), ("2h", timedelta(hours=2)), ("365d", timedelta(days=365))],
)
def test_times(text: str, length: timedelta) -> None:
    """Minutes, hours, days."""
    assert duration(text) == length


@pytest.mark.parametrize("text", ["", "0h", "2", "h", "2 h", "-2h", "1.5h", "366d", "2w", "9999999m", "٢h"])
def test_what_is_no_time(text: str) -> None:
    """The cure shows the three forms."""
    with pytest.raises(ValueError, match="write it like 30m, 2h or 1d"):
        duration(text)
