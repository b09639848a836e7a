"""The pieces of gateway.toml in docs/howto are what the program takes."""

import re
from pathlib import Path

import pytest

from gateway.config.load.source import Source, parse
from gateway.config.models import Gateway

HOWTOS = Path(__file__).parents[2] / "docs/howto"
COMPANY = '[company]\ndomains = ["example.com"]\n'
BLOCKS = [
    (f"{page.name}:{number}", re.sub(r"(?m)^ +", "", block))
    for page in sorted(HOWTOS.glob("*.md"))
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL), 1)
    if re.search(r"(?m)^ *\[(inbound|outbound|processes|probe|review\.oidc)\]", block)
]


def test_there_are_pages_with_such_pieces() -> None:
    """Else the next test would be satisfied with nothing."""
    pages = {name.partition(":")[0] for name, _ in BLOCKS}
    assert pages >= {
        "postfix.md",
        "hosted-mailbox.md",
        "microsoft-365.md",
        "exchange.md",
        "google-workspace.md",
        "mailcow.md",
        "oidc.md",
    }


@pytest.mark.parametrize(("name", "block"), BLOCKS, ids=[name for name, _ in BLOCKS])
def test_a_piece_of_a_howto_is_a_configuration(name: str, block: str) -> None:
    """Every key exists, every value has the right form."""
    source = parse("gateway.toml", block if "[company]" in block else COMPANY + block)
    assert isinstance(source, Source), f"{name}: {source}"
    read = source.read(Gateway)
    assert isinstance(read, Gateway), f"{name}: {[str(error) for error in read]}"


@pytest.mark.parametrize("page", ["microsoft-365.md", "exchange.md", "google-workspace.md", "mailcow.md"])
def test_what_was_not_tried_says_so_at_the_top(page: str) -> None:
    """From documentation only."""
    top = (HOWTOS / page).read_text("utf-8").partition("```")[0]
    assert re.search(r"\*\*Not\s+tried against ", top)
