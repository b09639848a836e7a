"""The shipped marketplaces: each says everything, and what is known of it is where it belongs."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from gateway.config.base import compiled
from gateway.config.load import load, shipped
from gateway.config.models import Config
from gateway.config.packs import Pack

FILES = sorted((shipped() / "marketplaces").glob("*.toml"))
NAMES = (
    "aliexpress allegro amazon backmarket bol cdiscount check24 ebay etsy fnac galaxus hood kaufland "
    "manomano mirakl otto refurbed temu tiktok walmart zalando"
).split()
MAY_BE_UNKNOWN = {"response_hours", "order_url"}


def test_all_marketplaces_are_there() -> None:
    """One file each."""
    assert [path.stem for path in FILES] == NAMES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_key_is_set(path: Path) -> None:
    """A key whose value is not known stands there as a comment."""
    text = path.read_text("utf-8")
    keys = set(tomllib.loads(text))
    missing = set(Pack.model_fields) - keys
    assert missing <= MAY_BE_UNKNOWN
    assert all(f"# {key} = " in text for key in missing)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pack_is_sound(path: Path) -> None:
    """It has a name to be called by, a way to its seller in German or English, and a date."""
    pack = Pack.model_validate(tomllib.loads(path.read_text("utf-8")))
    assert pack.name == path.stem
    assert pack.names or pack.common_names
    assert {"de", "en"} & set(pack.contact_path)
    assert set(pack.relay_domains) or not pack.relay
    assert all(compiled(each.pattern).groups <= 3 for each in pack.order)
    assert pack.order


def test_no_domain_belongs_to_two_marketplaces() -> None:
    """So that a sender is one of them or none."""
    packs = [Pack.model_validate(tomllib.loads(path.read_text("utf-8"))) for path in FILES]
    seen: dict[str, str] = {}
    for pack in packs:
        for domain in {*pack.sender_domains, *pack.relay_domains}:
            assert seen.setdefault(domain, pack.name) == pack.name


def warnings(today: date, marketplaces: str = "") -> list[str]:
    """What is told of old facts on a day."""
    folder = shipped()
    found = load(folder, {}, today=today)
    assert isinstance(found, Config)
    return [line for line in found.warnings if "were checked" in line and marketplaces in line]


def test_facts_that_were_not_checked_for_long_are_told() -> None:
    """On the 180th day not yet, on the 181st for each pack in use."""
    checked = max(Pack.model_validate(tomllib.loads(path.read_text("utf-8"))).checked for path in FILES)
    assert warnings(checked + timedelta(days=180)) == []
    late = warnings(checked + timedelta(days=181))
    assert len(late) == len(FILES)
    assert any("the facts about Amazon were checked 181 days ago; compare them" in line for line in late)


def test_only_packs_in_use_are_told_of(tmp_path: Path) -> None:
    """A company that sells on Amazon alone need not look after the others; all are noticed still."""
    text = (shipped() / "gateway.toml").read_text("utf-8")
    chosen = text.replace("[company]\n", '[company]\nmarketplaces = ["amazon"]\n', 1)
    (tmp_path / "gateway.toml").write_text(chosen, "utf-8")
    found = load(tmp_path, {}, today=date(2030, 1, 1))
    assert isinstance(found, Config)
    assert len([line for line in found.warnings if "were checked" in line]) == 1
    assert [pack.name for pack in found.packs] == NAMES
