"""`marketgate check-config`: the errors as they are, or one line about what is valid."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.config.load import load, shipped
from gateway.config.models import Config

GATEWAY = """\
[company]
domains = ["example.com"]
[outbound]
listen = ["127.0.0.1:2587"]
next_hop = "smtp://127.0.0.1:2588"
proxy_from = ["192.0.2.1/32"]
"""
BROKEN = GATEWAY.replace('proxy_from = ["192.0.2.1/32"]', "stmp = true").replace("smtp:", "smpt:")
ERRORS = [
    "gateway.toml:5: outbound.next_hop: 'smpt://127.0.0.1:2588' is not a next hop; write \"smtp://host:port\"",
    "gateway.toml:6: outbound.stmp: unknown key; did you mean stamp?",
]


PACKS = sorted(path.stem for path in (shipped() / "marketplaces").glob("*.toml"))


def check(directory: Path, *options: str) -> Result:
    """Run the command on a folder."""
    return CliRunner().invoke(main, ["check-config", "--config", str(directory), *options])


def config(directory: Path) -> Config:
    """What the folder holds."""
    loaded = load(directory)
    assert isinstance(loaded, Config)
    return loaded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A valid folder that has one key without effect."""
    (tmp_path / "gateway.toml").write_text(GATEWAY)
    return tmp_path


def test_a_valid_configuration_is_summed_up_in_one_line(folder: Path) -> None:
    """Warnings go to stderr, so that the line stays one."""
    result = check(folder)
    expected = config(folder)
    assert result.stderr.splitlines() == [f"warning: {warning}" for warning in expected.warnings]
    assert "gateway.toml:6: outbound.proxy_from: has no effect in this version" in result.stderr
    assert (result.exit_code, result.stdout) == (
        0,
        f"configuration is valid: hash {expected.hash}, {len(expected.policy.rule)} rules, "
        f"packs {', '.join(PACKS)}, mode enforce\n",
    )


def test_every_error_is_a_line_and_the_exit_code_is_78(folder: Path) -> None:
    """With file, line, key and cure."""
    (folder / "gateway.toml").write_text(BROKEN)
    result = check(folder)
    assert (result.exit_code, result.stdout, result.stderr.splitlines()) == (78, "", ERRORS)


def test_a_missing_folder_is_bad_configuration(tmp_path: Path) -> None:
    """And the cure is `init`."""
    result = check(tmp_path / "none")
    assert result.exit_code == 78
    assert result.stderr == f"{tmp_path}/none: there is no such folder; make one with: marketgate init DIR\n"


def test_as_json_every_key_is_always_present(folder: Path) -> None:
    """Valid or not."""
    result = check(folder, "--json")
    expected = config(folder)
    assert (result.exit_code, json.loads(result.stdout)) == (
        0,
        {
            "directory": str(folder),
            "valid": True,
            "hash": expected.hash,
            "mode": "enforce",
            "rules": len(expected.policy.rule),
            "packs": PACKS,
            "errors": [],
            "warnings": list(expected.warnings),
        },
    )
    (folder / "gateway.toml").write_text(BROKEN)
    result = check(folder, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (
        78,
        {
            "directory": str(folder),
            "valid": False,
            "hash": None,
            "mode": None,
            "rules": 0,
            "packs": [],
            "errors": [
                {
                    "file": "gateway.toml",
                    "line": 5,
                    "key": "outbound.next_hop",
                    "problem": "'smpt://127.0.0.1:2588' is not a next hop",
                    "cure": 'write "smtp://host:port"',
                },
                {
                    "file": "gateway.toml",
                    "line": 6,
                    "key": "outbound.stmp",
                    "problem": "unknown key",
                    "cure": "did you mean stamp?",
                },
            ],
            "warnings": [],
        },
    )


def test_the_folder_is_found_by_the_variable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no option says otherwise."""
    monkeypatch.setenv("MARKETGATE_CONFIG", str(folder))
    assert CliRunner().invoke(main, ["check-config"]).exit_code == 0


def test_the_shipped_configuration_is_valid_without_a_warning() -> None:
    """What a newcomer starts with gives nothing to wonder about."""
    result = check(shipped())
    assert (result.exit_code, result.stderr) == (0, "")
