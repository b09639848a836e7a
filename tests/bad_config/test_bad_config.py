"""Each folder is a broken configuration; its file `expected` holds the exact lines that are said about it.

`{folder}` in an expected line stands for the folder, `{user}` for the user id. What a folder does not have
comes from `base`, which is whole and right.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from gateway.config.load import ConfigError, load
from gateway.config.models import Config

HERE = Path(__file__).parent
BASE = HERE / "base"
TODAY = date(2026, 2, 1)
"""The day by which the facts of the base packs are fresh."""
FOLDERS = sorted(folder for folder in HERE.iterdir() if folder.is_dir() and folder.name[0].isdigit())


def errors(folder: Path) -> list[ConfigError]:
    """All that is wrong with the configuration in a folder."""
    found = load(folder, {}, fallback=BASE, today=TODAY)
    assert not isinstance(found, Config), "the configuration is valid"
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_says_exactly_what_is_wrong_and_what_to_write(folder: Path) -> None:
    """Every error at once, in the order of files and lines, each with its cure."""
    found = errors(folder)
    expected = (folder / "expected").read_text("utf-8")
    expected = expected.replace("{folder}", str(folder)).replace("{user}", str(os.geteuid()))
    assert "".join(f"{error}\n" for error in found) == expected
    assert [error for error in found if not error.cure] == []


def test_what_needs_packages_that_are_not_installed_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The libraries of single sign-on are an extra."""
    text = (HERE / "056-single-sign-on-roles" / "gateway.toml").read_text()
    (tmp_path / "gateway.toml").write_text(text.replace("admin = []", 'admin = ["lead"]'))
    monkeypatch.setattr("gateway.config.load.logins.find_spec", lambda name: None if name == "authlib" else 1)
    (found,) = errors(tmp_path)
    assert str(found) == (
        "gateway.toml:6: review.oidc: needs packages that are not installed (authlib); "
        "install them: pip install 'marketgate[oidc]'"
    )


def test_no_message_repeats_a_secret() -> None:
    """Passwords that were written where they do not belong stay there."""
    for folder in FOLDERS:
        for error in errors(folder):
            assert "hunter2" not in str(error)
            assert "secret@" not in str(error)


def test_the_base_is_right(tmp_path: Path) -> None:
    """With the smallest gateway.toml beside it, the base is a valid configuration without warnings."""
    (tmp_path / "gateway.toml").write_text(
        '[company]\ndomains = ["example.com"]\n'
        '[outbound]\nlisten = ["127.0.0.1:2587"]\nnext_hop = "smtp://127.0.0.1:2588"\n'
    )
    loaded = load(tmp_path, {}, fallback=BASE, today=TODAY)
    assert isinstance(loaded, Config)
    assert loaded.warnings == ()


def test_there_are_enough_of_them() -> None:
    """A folder that lost its number would be forgotten."""
    numbers = [int(folder.name[:3]) for folder in FOLDERS]
    assert numbers == list(range(1, len(FOLDERS) + 1))
    assert {folder.name for folder in HERE.iterdir() if folder.is_dir()} - {"base", "__pycache__"} == {
        folder.name for folder in FOLDERS
    }
