"""What check-config says about footers and about the list of approved senders."""

from pathlib import Path

from gateway.config.load import load
from gateway.config.models import Config

GATEWAY = """\
[company]
domains = ["example.com"]
{}
[inbound]
listen = ["127.0.0.1:2525"]
next_hop = "smtp://127.0.0.1:2526"
[outbound]
listen = ["127.0.0.1:2587"]
next_hop = "smtp://127.0.0.1:2588"
"""


def read(tmp_path: Path, company: str = "", **footers: str) -> tuple[list[str], list[str]]:
    """Errors, and warnings about footers, of a folder with these footers (`amazon_de_short`)."""
    directory = tmp_path / "config"
    (directory / "footers").mkdir(parents=True)
    (directory / "gateway.toml").write_text(GATEWAY.format(company))
    for name, text in footers.items():
        (directory / "footers" / f"{name.replace('_', '.')}.txt").write_text(text, "utf-8")
    found = load(directory, {})
    if isinstance(found, Config):
        return [], [each for each in found.warnings if each.startswith("footers/")]
    return [str(each) for each in found], []


GOOD = "Bitte schreiben Sie uns künftig über Ihr Amazon-Konto. Ihre gesetzlichen Rechte bleiben unberührt."


def test_a_footer_that_a_relay_would_not_take_is_an_error(tmp_path: Path) -> None:
    """Named by its file, with the check, the words and the cure."""
    errors, _ = read(tmp_path, amazon_de_short=f"Rufen Sie uns an: 030 901820. {GOOD}")
    assert errors == [
        "footers/amazon.de.short.txt: off_platform_invitation: "
        "'Rufen Sie uns an: 030 901820. Bitte schreiben Sie uns künftig über Ihr Amazon-Ko'; "
        "keep to the marketplace's messages: the buyer just answers this mail",
        "footers/amazon.de.short.txt: phone_number: "
        "'Rufen Sie uns an: 030 901820. Bitte schreiben Sie uns künftig über Ihr Amazon-Ko'; "
        "remove the number: the buyer answers through the marketplace",
    ]


def test_the_statutory_sentence_is_exempt_and_doubts_are_warnings(tmp_path: Path) -> None:
    """What is only recorded in a reply is a warning here."""
    exempt = (
        "Bitte nutzen Sie Ihr Konto. Ihre gesetzlichen Rechte bleiben, rufen Sie uns an oder schreiben Sie."
    )
    errors, warnings = read(tmp_path, amazon_de_short=exempt, amazon_fr_short=GOOD)
    assert errors == []
    assert warnings == [
        "footers/amazon.fr.short.txt: wrong_language: 'written in de, expected fr'; answer in fr"
    ]


def test_the_shipped_footers_have_nothing_to_say_against(tmp_path: Path) -> None:
    """In all languages and kinds."""
    assert read(tmp_path) == ([], [])


def test_a_list_of_senders_for_a_site_without_buyers_is_an_error(tmp_path: Path) -> None:
    """A slip in the site would switch the check off."""
    lists = (
        'approved_senders = { "amazn.de" = ["a@example.com"], "amazon.de" = ["a@example.com"], ebay = [] }'
    )
    errors, _ = read(tmp_path, lists)
    assert errors == [
        "gateway.toml:3: company.approved_senders.\"amazn.de\": no marketplace has buyers at 'amazn.de'; "
        "write a site such as amazon.de, or the name of a marketplace"
    ]
