"""What docs/datenschutz.md says of times is what the program does."""

import re
from datetime import timedelta
from pathlib import Path

from gateway.config.models import Retention, Review
from gateway.review.notices import LINK_LASTS
from gateway.review.people import LONGEST
from gateway.review.retention import LISTS
from gateway.store.activity import ONCE
from gateway.store.buyers import MEMORY as BUYERS
from gateway.store.transmissions import MEMORY as TRANSMISSIONS

TEXT = (Path(__file__).parent.parent / "docs" / "datenschutz.md").read_text("utf-8")


def row(beginning: str) -> str:
    """The line of the table that begins with these words."""
    (found,) = [line for line in TEXT.splitlines() if line.startswith(f"| {beginning}")]
    return found


def test_the_times_of_retention_are_the_defaults() -> None:
    """30, 90 and 180 days, each with the key that sets it."""
    days = Retention()
    assert f"`retention.held`, {days.held} Tage" in row("Zurückgehaltene Mails im Original")
    assert f"`retention.text`, {days.text} Tage" in row("Lesbarer Text")
    assert f"`retention.ledger`, {days.ledger} Tage" in row("Vorgänge")
    assert f"{max(days.ledger, days.held)} Tage nach der Entscheidung" in row("Angaben dazu")
    assert (days.held, days.text, days.ledger) == (30, 90, 180)


def test_the_other_times_are_those_of_the_program() -> None:
    """Links, sessions, memory, transmissions, and what counts as one reading."""
    assert f"Links eines Autors {LINK_LASTS // timedelta(hours=1)} Stunden" in row("Benutzer des Prüftischs")
    assert f"Sitzungen höchstens {LONGEST.days} Tage" in row("Benutzer des Prüftischs")
    assert f"{BUYERS.days} Tage" in row("Käufergedächtnis")
    assert f"{TRANSMISSIONS.days} Tage" in row("Fingerabdruck")
    assert f"Listen {LISTS.days} Tage" in row("Hinweise")
    assert timedelta(minutes=15) == ONCE
    assert "einmal je Person und Viertelstunde" in TEXT


def test_keys_that_are_named_exist() -> None:
    """An administrator finds what the text tells him to set."""
    named = set(re.findall(r"`review\.(\w+)`?", TEXT))
    assert named == {"four_eyes", "release_tone_hours"}
    assert named <= set(Review.model_fields)
