"""`marketgate init`: a folder to work on, which is valid as it stands."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.cli.init import with_mode, with_store
from gateway.config.load import load, shipped
from gateway.config.models import Config


def init(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["init", *arguments])


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its path."""
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(("options", "mode"), [((), "monitor"), (("--enforce",), "enforce")])
def test_what_it_writes_is_valid_and_has_the_mode_asked_for(
    tmp_path: Path, options: tuple[str, ...], mode: str
) -> None:
    """A new company watches first, unless it says otherwise."""
    folder = tmp_path / "etc" / "gate"
    result = init(str(folder), *options)
    assert result.exit_code == 0, result.output
    loaded = load(folder, {})
    assert isinstance(loaded, Config), "\n".join(map(str, loaded))
    assert (loaded.policy.mode, loaded.warnings) == (mode, ())
    assert [pack.name for pack in loaded.packs] == sorted(
        path.stem for path in (shipped() / "marketplaces").glob("*.toml")
    )


def test_it_writes_the_shipped_files_and_changes_only_the_mode(tmp_path: Path) -> None:
    """With all comments; marketplaces stay with the program, which renews them."""
    assert init(str(tmp_path)).exit_code == 0
    original = files(shipped())
    expected = {name: text for name, text in original.items() if not name.startswith("marketplaces/")}
    expected["policy.toml"] = with_mode(original["policy.toml"], "monitor")
    assert files(tmp_path) == expected
    assert (tmp_path / "marketplaces").is_dir()
    changed = [
        (before, after)
        for before, after in zip(
            original["policy.toml"].splitlines(), expected["policy.toml"].splitlines(), strict=True
        )
        if before != after
    ]
    assert [after.partition("#")[0].strip() for _, after in changed] == ['mode = "monitor"']


@pytest.mark.parametrize("name", ["gateway.toml", ".hidden"])
def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing in it is touched."""
    (tmp_path / name).write_text("mine")
    result = init(str(tmp_path))
    assert (result.exit_code, files(tmp_path)) == (2, {name: "mine"})
    assert f"{tmp_path} is not empty; name a new folder, or an empty one" in result.stderr


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """With the reason of the system."""
    (tmp_path / "file").write_text("")
    result = init(str(tmp_path / "file" / "config"))
    assert result.exit_code == 2
    assert "cannot be written (Not a directory); name a folder you may write to" in result.stderr


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    """Commands that can be copied, paths quoted."""
    folder = tmp_path / "my gate"
    said = init(str(folder)).stdout
    assert f"marketgate check-config --config '{folder}'" in said
    assert f"marketgate mode enforce --config '{folder}'" in said
    assert 'mode "monitor"' in said
    assert "mode enforce" not in init(str(tmp_path / "other"), "--enforce").stdout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('# a\nmode = "enforce" # b\n[[rule]]\n', '# a\nmode = "monitor" # b\n[[rule]]\n'),
        ('[[rule]]\nmode = "enforce"\n', 'mode = "monitor"\n[[rule]]\nmode = "enforce"\n'),
    ],
)
def test_the_mode_of_the_file_is_set_and_not_that_of_a_rule(before: str, after: str) -> None:
    """A key of the top table stands before the first rule."""
    assert with_mode(before, "monitor") == after


def test_below_etc_the_store_is_named_absolutely() -> None:
    """The service and a person at a terminal then look at the same store, whatever $STATE_DIRECTORY is."""
    text = (shipped() / "gateway.toml").read_text("utf-8")
    assert 'url = "sqlite:////var/lib/marketgate/marketgate.db"' in with_store(text, Path("/etc/marketgate"))
    assert with_store(text, Path("/home/eva/config")) == text
