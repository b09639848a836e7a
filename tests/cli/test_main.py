"""The command itself: its overview, its version, and commands that are not there."""

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest
from click.testing import CliRunner

from gateway import __version__, cli
from gateway.cli import common


def test_the_overview_imports_no_command() -> None:
    """`marketgate --help` needs neither the configuration models nor rich nor the store."""
    script = (
        "import sys\n"
        "from gateway.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print(sorted(set(sys.modules) & {'pydantic', 'rich', 'sqlalchemy', 'jinja2'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "check-config" in done.stdout


def test_the_version() -> None:
    """As one line."""
    result = CliRunner().invoke(cli.main, ["--version"])
    assert (result.exit_code, result.output) == (0, f"marketgate {__version__}\n")


def test_every_command_of_the_table_is_there_and_says_what_it_is_for() -> None:
    """The table names modules and commands that exist, each with the option all of them have or need not."""
    for name in cli.COMMANDS:
        result = CliRunner().invoke(cli.main, [name, "--help"])
        assert result.exit_code == 0, name
        assert "Usage: main " + name in result.output


def test_a_command_whose_module_is_missing_does_not_break_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is neither listed nor found."""
    monkeypatch.setitem(cli.COMMANDS, "vanish", ("no_such_module", "vanish", "Not installed."))
    overview = CliRunner().invoke(cli.main, ["--help"])
    assert overview.exit_code == 0
    assert "vanish" not in overview.output
    assert CliRunner().invoke(cli.main, ["vanish"]).exit_code == 2
    assert find_spec("gateway.cli.no_such_module") is None


def test_json_lines_are_utf_8_with_keys_as_given(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One line, letters as they are; half a surrogate pair becomes an escape, not a crash."""
    common.json_line({"b": "Grüße\n", "a": None, "c": "\udce4"})
    assert capfdbinary.readouterr().out == '{"b": "Grüße\\n", "a": null, "c": "\\udce4"}\n'.encode()


def test_exit_codes_are_those_of_sysexits() -> None:
    """The agreed numbers."""
    assert (common.EXIT_OK, common.EXIT_REFUSED, common.EXIT_USAGE) == (0, 1, 2)
    assert (os.EX_UNAVAILABLE, os.EX_CONFIG) == (common.EXIT_UNAVAILABLE, common.EXIT_CONFIG)
