"""The policy as data: rules of `when` and `do`, the first fitting one decides, per recipient.

Pure: reading `policy.toml` is `config.load`, applying it is `policy.rules`.
"""

import re
from collections.abc import Sequence
from datetime import datetime, time
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from gateway.config.base import Model, Re2
from gateway.words import ActionName, Auto, Confidence, Direction, Kind, Legal, VerdictName

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY: Final = "|".join(_DAYS)
_WINDOW: Final = re.compile(
    rf"(?P<days>(?:{_DAY})(?:-(?:{_DAY}))?(?:,(?:{_DAY})(?:-(?:{_DAY}))?)*) +"
    r"(?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)"
)


def _many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


_one = BeforeValidator(_many)
Names = Annotated[tuple[str, ...], _one]
Kinds = Annotated[tuple[Kind, ...], _one]
Verdicts = Annotated[tuple[VerdictName, ...], _one]
Confidences = Annotated[tuple[Confidence, ...], _one]
Legals = Annotated[tuple[Legal, ...], _one]
Autos = Annotated[tuple[Auto, ...], _one]
Stances = Annotated[tuple[Literal["forbidden", "discouraged", "allowed"], ...], _one]
Deeds = Annotated[tuple[ActionName | Literal["pass"], ...], _one]


def _window(value: str) -> str:
    parse_window(value)
    return value


def parse_window(text: str) -> tuple[frozenset[int], time, time]:
    """A weekly window like `Mon-Fri 08:00-17:00` or `Sat,Sun 00:00-24:00`: days (Monday is 0), from, until.

    24:00 is read as the last moment of the day. Raises ValueError.
    """
    found = _WINDOW.fullmatch(text.strip())
    if not found:
        raise ValueError(f'{text!r} is not a time window; write it like "Mon-Fri 08:00-17:00"')
    days: set[int] = set()
    for span in found["days"].split(","):
        first, _, last = span.partition("-")
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        days.update(day % 7 for day in range(start, end + 1 if end >= start else end + 8))
    start_at, end_at = (_clock(found[name]) for name in ("start", "end"))
    if start_at >= end_at:
        raise ValueError(
            f"{text!r} ends before it begins; write two windows, one up to 24:00 and one from 00:00"
        )
    return frozenset(days), start_at, end_at


def _clock(text: str) -> time:
    hours, minutes = (int(part) for part in text.split(":"))
    if (hours, minutes) == (24, 0):
        return time.max
    if hours > 23 or minutes > 59:
        raise ValueError(f"{text!r} is not a time of day")
    return time(hours, minutes)


def _moment(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"{value.isoformat()} has no time zone; write it like 2026-12-01T08:00:00+01:00")
    return value


Moment = Annotated[datetime, AfterValidator(_moment)]
Window = Annotated[str, AfterValidator(_window)]


def _time_of_day(value: str) -> str:
    if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", value):
        raise ValueError(f'{value!r} is not a time of day; write it like "08:00"')
    return value


TimeOfDay = Annotated[str, AfterValidator(_time_of_day)]
"""Hours and minutes, like 08:00."""
Windows = Annotated[tuple[Window, ...], _one]
"""One window of the week or a list of them."""
FieldName = Annotated[str, Field(pattern=r"^[!-9;-~]+$")]


def _sentence(value: str) -> str:
    if not value.strip() or len(value) > MOST_WORDS or not value.isprintable():
        shown = repr(value[:40])
        raise ValueError(f"{shown} is not one line of 1 to {MOST_WORDS} characters; write one sentence")
    return value.strip()


MOST_WORDS: Final = 200
"""Characters of a rule's own words: with the recipients they must fit into one line of a reply."""

Sentence = Annotated[str, AfterValidator(_sentence)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class When(Model):
    """Conditions of a rule: all that are given must hold; a list means any of them.

    `legal` and `auto` also take true (any kind) and false (none). `reason` takes words like `known_buyer`.
    `sender` takes addresses, domains, and `machine` for `company.machine_senders`. `finding` takes severities
    and names of checks; `findings_in` where all that hold must lie. `party` is whether the recipient belongs
    to the conversation, `private_mail` the stance of the pack, `own_shop` whether the new text speaks of the
    own shop, `signed` whether the mail is signed or encrypted. `header` maps field names to RE2 patterns
    found in their decoded value. `after` and `before` are moments, `during` a week's hours at the company.
    """

    recipient: Kinds | None = None
    verdict: Verdicts | None = None
    confidence: Confidences | None = None
    marketplace: Names | None = None
    legal: bool | Legals | None = None
    auto: bool | Autos | None = None
    reason: Names | None = None
    sender: Names | None = None
    finding: Names | None = None
    findings_in: Literal["signature", "text"] | None = None
    party: bool | None = None
    private_mail: Stances | None = None
    own_shop: bool | None = None
    signed: bool | None = None
    header: dict[FieldName, Re2] | None = None
    after: Moment | None = None
    before: Moment | None = None
    during: Window | None = None


class Rule(Model):
    """One sentence of the policy. `mode` overrides the file's for this rule.

    `words` is one sentence of the company's own, plain or by language: what a client hears of `reject`, and
    what stands beside a `hold` or a `notify` at the desk.
    """

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    direction: Direction | None = None
    when: When = When()
    do: Deeds
    words: Sentence | dict[Language, Sentence] | None = None
    mode: Literal["enforce", "monitor"] | None = None

    def words_in(self, languages: Sequence[str]) -> str:
        """The words in the first of these languages that they have, else in English, else in any; "" if none.

        Plain words are the same in all.
        """
        if isinstance(self.words, dict):
            known = [self.words[code] for code in (*languages, "en") if code in self.words]
            return next(iter((*known, *self.words.values())), "")
        return self.words or ""


class Weights(Model):
    """When the evidence is enough, and how much each signal counts.

    `confirmed`: score from which an order id or the buyer's word makes `confirmed`; `likely`: score from
    which strong hints make `likely`. `signals` multiplies the weight of a signal, by its name as `explain`
    shows it (`phrase:weak`) or the part before the colon; 0 switches it off.
    """

    confirmed: Annotated[float, Field(gt=0)] = 2.0
    likely: Annotated[float, Field(gt=0)] = 3.0
    signals: dict[str, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)


class Policy(Model):
    """`policy.toml`."""

    mode: Literal["enforce", "monitor"] = "enforce"
    repeat: Literal["short", "always", "once"] = "short"
    rule: tuple[Rule, ...] = ()
    verdict: Weights = Weights()
