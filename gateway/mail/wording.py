"""The words that mail programs put around quotes, by language, as data.

A language is added by one entry in `WORDINGS`; `mail.quote` and `mail.html` need no change.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language that mark a quote, all in lower case.

    `labels` maps the label of a header line to its kind (`from`, `date`, `to`, `subject`, `other`), `rules`
    stand between two runs of dashes, `forwards` alone on a line. `attributions` are patterns of the sentence
    above a quote, with the group `when`; the name in front is the style.
    """

    language: str
    labels: dict[str, str]
    rules: tuple[str, ...]
    forwards: tuple[str, ...]
    attributions: tuple[tuple[str, str], ...]


WORDINGS: Final = (
    Wording(
        language="de",
        labels={
            "von": "from",
            "gesendet": "date",
            "gesendet am": "date",
            "datum": "date",
            "an": "to",
            "cc": "other",
            "bcc": "other",
            "kopie": "other",
            "betreff": "subject",
            "antwort an": "other",
            "priorität": "other",
            "wichtigkeit": "other",
            "anlagen": "other",
        },
        rules=(
            "ursprüngliche nachricht",
            "urspruengliche nachricht",
            "original-nachricht",
            "originalnachricht",
            "originale nachricht",
            "ursprünglicher termin",
            "weitergeleitete nachricht",
            "weitergeleitete nachricht von",
            "forwarded message",
        ),
        forwards=("anfang der weitergeleiteten nachricht:", "anfang der weitergeleiteten e-mail:"),
        attributions=(
            ("gmail", r"am (?P<when>.{3,80}?) uhr schrieb .{1,250}:"),
            ("apple", r"am (?P<when>.{3,80}?\d{4} um .{3,20}?) schrieb .{1,250}:"),
            ("thunderbird", r"am (?P<when>.{3,80}?),? schrieb .{1,250}:"),
            ("yahoo", r"am (?P<when>.{3,80}?) hat .{1,250} geschrieben:"),
            ("thunderbird", r".{1,250}? schrieb am (?P<when>.{3,80}):"),
        ),
    ),
    Wording(
        language="en",
        labels={
            "from": "from",
            "sent": "date",
            "date": "date",
            "to": "to",
            "cc": "other",
            "bcc": "other",
            "subject": "subject",
            "reply-to": "other",
            "reply to": "other",
            "importance": "other",
            "attachments": "other",
        },
        rules=(
            "original message",
            "original appointment",
            "forwarded message",
            "forwarded by",
            "reply message",
        ),
        forwards=("begin forwarded message:",),
        attributions=(
            ("apple", r"on (?P<when>.{3,80}?, at \d).{1,250} wrote:"),
            ("gmail", r"on (?P<when>.{3,80}? at \d).{1,250} wrote:"),
            ("thunderbird", r"on (?=.{0,40}\d)(?P<when>.{3,300}) wrote:"),
            ("thunderbird", r".{1,250}? wrote on (?P<when>.{3,80}):"),
        ),
    ),
)
