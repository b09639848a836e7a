"""The desk's words in German and English: whole sentences by key, and times and sizes as people say them.

A catalogue is one TOML file a language, read once. A key that is missing there is a
mistake of the program (a test compares the catalogues with each other).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Final

from babel.core import negotiate_locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from gateway.policy.sentences import reason_sentence
from gateway.review.sentence import Sentence
from gateway.words import Finding

FOLDER: Final = Path(__file__).parent / "wording"
LANGUAGES: Final = ("de", "en")
OTHERWISE: Final = "en"
CATALOGUES: Final[dict[str, dict[str, str]]] = {
    language: tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES
}
_DAY: Final = {"de": "d. MMM", "en": "d MMM"}
_MOST_WISHES: Final = 20


def language_of(chosen: str | None, accept: str) -> str:
    """The language of a page: the user's own choice, else the first that Accept-Language (RFC 9110) takes."""
    if chosen in LANGUAGES:
        return str(chosen)
    wishes: list[tuple[float, str]] = []
    for item in accept.split(",")[:_MOST_WISHES]:
        tag, _, rest = item.strip().partition(";")
        weight = rest.strip().removeprefix("q=") if rest else "1"
        try:
            wishes.append((-float(weight), tag.strip()))
        except ValueError:
            continue
    liked = [
        tag.partition("-")[0].lower() for weight, tag in sorted(wishes, key=lambda wish: wish[0]) if weight
    ]
    return negotiate_locale(liked, LANGUAGES) or OTHERWISE


@dataclass(frozen=True, slots=True)
class Wording:
    """One language and the company's time zone; called with a key it gives the words."""

    language: str
    zone: tzinfo

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, `{name}` filled in. Raises KeyError for a key that is none."""
        return CATALOGUES[self.language][key].format(**values)

    def has(self, key: str) -> bool:
        """Whether there are words for the key."""
        return key in CATALOGUES[self.language]

    def named(self, group: str, word: str | None) -> str:
        """The words for one of a closed list: `named("state", "sent")`; the word itself if it is new."""
        key = f"{group}.{word}"
        return self(key) if self.has(key) else str(word or "")

    def said(self, text: str) -> str:
        """A sentence of the program, in this language where the catalogue has it; else as it is."""
        if isinstance(text, Sentence) and self.has(text.word):
            return self(text.word, **{name: self.said(value) for name, value in text.values.items()})
        return text

    def fix(self, found: Finding) -> str:
        """What to do about a finding; in English the check's own words, which may name the order."""
        own, key = found.fix or "", f"fix.{found.check}"
        return own if self.language == OTHERWISE or not own or not self.has(key) else self(key)

    def reason(self, word: str) -> str:
        """A reason word as a sentence."""
        if word.startswith("lint:"):
            return self("reason.lint", check=self.check(word[5:]))
        sentence = reason_sentence(word)
        return (
            self.named("reason", word) if self.has(f"reason.{word}") else sentence[:1].upper() + sentence[1:]
        )

    def reasons(self, why: Iterable[tuple[str, str]]) -> str:
        """Reason words (with a sentence for those that are none) as sentences; findings share one."""
        found = list(why)
        sentences = [
            sentence if word.startswith("rule:") else self.reason(word)
            for word, sentence in found
            if not word.startswith("lint:")
        ]
        checks = [self.check(word[5:]) for word, _ in found if word.startswith("lint:")]
        if checks:
            sentences.append(self("reason.lint", check=", ".join(checks)))
        return "".join(f"{sentence.rstrip('.')}. " for sentence in sentences).strip()

    def check(self, word: str) -> str:
        """The name of a lint check."""
        return self(f"check.{word}") if self.has(f"check.{word}") else word.replace("_", " ").capitalize()

    def span(self, length: timedelta) -> str:
        """A time span in its two largest units: "3 h 20 min"."""
        minutes = int(abs(length).total_seconds()) // 60
        days, rest = divmod(minutes, 1440)
        hours, minutes = divmod(rest, 60)
        parts = [("day", days), ("hour", hours), ("minute", minutes)]
        first = next((index for index, (_, number) in enumerate(parts) if number), 2)
        shown = [(unit, number) for unit, number in parts[first : first + 2] if number] or [("minute", 0)]
        return " ".join(self(f"unit.{unit}", n=number) for unit, number in shown)

    def left(self, length: timedelta | None) -> str:
        """The time to a deadline."""
        if length is None:
            return self("clock.none")
        return self("clock.over" if length < timedelta(0) else "clock.left", span=self.span(length))

    def time(self, at: datetime) -> str:
        """A moment in the company's time zone."""
        return format_datetime(at, f"{_DAY[self.language]} y, HH:mm", self.zone, self.language)

    def day(self, day: date) -> str:
        """A day, short."""
        return format_date(day, _DAY[self.language], self.language)

    def size(self, number: int) -> str:
        """A number of bytes."""
        if number < 1024:
            return self("held.size", n=number)
        unit, divisor = ("KB", 1024) if number < 1024 * 1024 else ("MB", 1024 * 1024)
        return f"{format_decimal(round(number / divisor, 1), locale=self.language)} {unit}"

    def number(self, number: int) -> str:
        """A number with the language's separators."""
        return format_decimal(number, locale=self.language)
