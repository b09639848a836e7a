"""docs/howto/add-a-marketplace.md, followed word by word: a new marketplace needs no code."""

import json
import re
from pathlib import Path

from gateway import signals
from gateway.config.load import load, shipped
from gateway.config.models import Config
from gateway.policy.verdict import weigh
from gateway.words import NO_FACTS
from tests.quality import told
from tests.support.noticed import inbound, mail

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "add-a-marketplace.md").read_text("utf-8")


def block(after: str, kind: str) -> str:
    """The fenced block of that kind behind a heading."""
    found = re.search(rf"```{kind}\n(.*?)```", PAGE[PAGE.index(after) :], re.DOTALL)
    assert found, after
    return found[1]


def followed(folder: Path) -> Config:
    """The configuration folder as the page has it made."""
    name = re.search(r"`(marketplaces/\w+\.toml)`\n", PAGE)
    assert name
    (folder / "marketplaces").mkdir()
    (folder / name[1]).write_text(block("## 1.", "toml"), "utf-8")
    (folder / "gateway.toml").write_bytes((shipped() / "gateway.toml").read_bytes())
    config = load(folder, {})
    assert isinstance(config, Config), "\n".join(map(str, config))
    return config


def test_the_mail_of_the_page_gets_the_verdict_of_the_page(tmp_path: Path) -> None:
    """With the file, and without it not."""
    raw = block("## 3.", "").replace("\n", "\r\n").encode()
    wanted = json.loads(block("It must say", "json"))
    for config in (followed(tmp_path), load(shipped(), {})):
        assert isinstance(config, Config)
        tx = inbound(raw)
        verdict = told(weigh(signals.notice(tx, NO_FACTS, config), config, NO_FACTS))
        assert (verdict == wanted) == (config.directory == tmp_path)


def test_the_new_marketplace_has_everything_else_too(tmp_path: Path) -> None:
    """Its alias, its own mail, a look-alike, its own phrase, and its footers from the default's texts."""
    config = followed(tmp_path)

    def judged(sender: str, text: str = "Guten Tag") -> tuple[str, str | None]:
        tx = inbound(mail(text, sender=sender))
        found = weigh(signals.notice(tx, NO_FACTS, config), config, NO_FACTS)
        return found.name.value, found.marketplace

    assert judged("x <kunde-123456@post.werkelmarkt.example>") == ("relay", "werkelmarkt")
    assert judged("Werkelmarkt <info@werkelmarkt.example>") == ("notice", "werkelmarkt")
    assert judged("Werkelmarkt Service <x@werkelmarkt-konto.example>") == ("suspect", "werkelmarkt")
    assert judged("x <x@gmx.example>", "Der Werkelschutz sagt, Sie sind zuständig") == (
        "offchannel",
        "werkelmarkt",
    )
    assert judged("x <x@gmx.example>", "auf Werkelmakrt gekauft") == ("offchannel", "werkelmarkt")
    assert {f"werkelmarkt.{language}.normal.txt" for language in ("de", "en", "fr", "sv")} <= set(
        config.footers
    )
