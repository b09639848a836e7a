"""What people write, in eight languages, one mail a line with what it is.

`sayings/LANGUAGE.txt`: verdict (or confidence) and marketplace; `legal_sayings.txt`: the legal
declaration; `order_sayings.txt`: marketplace and orders. A line is `LABEL | TEXT`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.noticed import judged, mail

HERE = Path(__file__).parent


def lines(path: Path) -> Iterator[tuple[list[str], str]]:
    """(words of the label, text) of each line that is no comment."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            label, _, text = line.partition(" | ")
            yield label.split(), text.replace("\\n", "\n")


SAYINGS = [
    (path.stem, *label, text) if len(label) == 2 else (path.stem, *label, None, text)
    for path in sorted((HERE / "sayings").glob("*.txt"))
    for label, text in lines(path)
]


@pytest.mark.parametrize(("language", "verdict", "marketplace", "text"), SAYINGS)
def test_verdict(language: str, verdict: str, marketplace: str | None, text: str) -> None:
    """The verdict; that of an offchannel mail is shown by its confidence."""
    found = judged(mail(text, subject="Hallo"))
    told = found.confidence or found.name if found.name.value == "offchannel" else found.name
    assert (told.value, found.marketplace) == (verdict, marketplace), "\n".join(map(str, found.hits))


@pytest.mark.parametrize(("label", "text"), list(lines(HERE / "legal_sayings.txt")))
def test_legal(label: list[str], text: str) -> None:
    """The declaration, without any marketplace."""
    found = judged(mail(text, subject="Hallo"))
    assert (found.legal or "-") == label[1], "\n".join(map(str, found.hits))


@pytest.mark.parametrize(("label", "text"), list(lines(HERE / "order_sayings.txt")))
def test_orders(label: list[str], text: str) -> None:
    """The marketplace and its orders in their normal form."""
    found = judged(mail(text, subject="Hallo"))
    wanted = [] if label[1] == "-" else label[1].split(",")
    assert (found.marketplace or "-", list(found.orders)) == (label[0], wanted), "\n".join(
        map(str, found.hits)
    )


def test_every_language_has_its_sayings() -> None:
    """None of the eight is missing."""
    assert {language for language, *_ in SAYINGS} == {"de", "en", "es", "fr", "it", "nl", "pl", "sv"}
