"""What people write, in eight languages: `sayings/LANGUAGE.txt` has one mail a line with what it is.

A line that begins with `? ` is known to be misread still; the test says so, and fails once it is read right.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.support.noticed import judged, mail

FOLDER = Path(__file__).parent / "sayings"


MISREAD = pytest.mark.xfail(reason="known to be misread still", strict=True)


def sayings() -> Iterator[ParameterSet]:
    """(language, verdict or confidence, marketplace, text)."""
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                label, _, text = line.removeprefix("? ").partition(" | ")
                verdict, _, marketplace = label.partition(" ")
                marks = MISREAD if line.startswith("? ") else ()
                yield pytest.param(path.stem, verdict, marketplace or None, text, marks=marks)


@pytest.mark.parametrize(("language", "verdict", "marketplace", "text"), list(sayings()))
def test_saying(language: str, verdict: str, marketplace: str | None, text: str) -> None:
    """The verdict of an offchannel mail is shown by its confidence here."""
    found = judged(mail(text, subject="Hallo"))
    told = (
        found.confidence.value if found.name.value == "offchannel" and found.confidence else found.name.value
    )
    assert (told, found.marketplace) == (verdict, marketplace), "\n".join(map(str, found.hits))


def test_every_language_has_its_sayings() -> None:
    """None of the eight is missing."""
    assert {each.values[0] for each in sayings()} == {"de", "en", "es", "fr", "it", "nl", "pl", "sv"}
