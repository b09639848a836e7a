"""Held mails as they stand in a notice: one for its author, or as entries of a list. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from gateway.config.models import Config
from gateway.mail.address import Path
from gateway.review import held_letters as letters
from gateway.review import shown
from gateway.review.deadlines import released_at
from gateway.review.moderation import DEADLINE
from gateway.review.notices import LINK, language_of, leg_of, written
from gateway.review.web.wording import Wording
from gateway.store.held import Held
from gateway.store.notices import Notice
from gateway.words import HeldState, Severity

LISTED: Final = 50
"""Entries of a list; the rest is counted."""

_TIME: Final = {"de": "%d.%m.%Y, %H:%M Uhr", "en": "%d %B %Y, %H:%M"}
_NO_SUBJECT: Final = {"de": "(ohne Betreff)", "en": "(no subject)"}


def letter(
    kind: str, to: Path, items: Sequence[Held], config: Config, notice_id: str, at: datetime
) -> Notice:
    """The notice of this kind (`held`, `held_list`, `decided`, `decided_list`) to an author."""
    language = language_of(config)
    if kind.endswith("_list"):
        texts = letters.HELD_LIST if kind == "held_list" else letters.DECIDED_LIST
        one = _held_line if kind == "held_list" else _decided_line
        text = texts[language].format(
            n=len(items), list=listed(items, lambda item: one(item, config, language), language)
        )
        title = letters.SUBJECTS[kind][language].format(n=len(items))
        return Notice(
            notice_id, None, kind, to.address, leg_of(to, config),
            written(to, title, text, None, config, notice_id, at),
        )  # fmt: skip
    (item,) = items
    text = _held(item, config, language) if kind == "held" else _decided(item, config, language)
    title = letters.SUBJECTS[kind][language].format(subject=subject_of(item, language))
    body = written(to, title, text, item.message_id, config, notice_id, at)
    return Notice(notice_id, item.id, kind, to.address, leg_of(to, config), body)


def outcome(item: Held, config: Config, language: str) -> str:
    """What became of a finished mail, in a sentence for each end that its recipients met."""
    t, last = Wording(language, config.time_zone), item.rulings[-1] if item.rulings else None
    who = last.who if last else ""
    said = []
    for state in dict.fromkeys(one.state for one in item.recipients):
        key = "deadline" if state is HeldState.SENT and who == DEADLINE else state.value
        form = next((one.release_as for one in item.recipients if one.release_as), None) or "original"
        found = ", ".join(dict.fromkeys(t.check(one.check) for one in item.findings))
        said.append(
            letters.OUTCOMES[language][key].format(form=t.named("verb", form), who=who or "-", found=found)
        )
    return "\n".join(said)


def entry(item: Held, config: Config, language: str) -> str:
    """A held mail in a list for reviewers, with the address of its page."""
    t = Wording(language, config.time_zone)
    said = letters.ENTRY[language].format(
        subject=subject_of(item, language),
        recipients=_recipients(item),
        author=item.author or item.mail_from.address or "<>",
        time=_moment(item.held_at, config, language),
        why=t.reasons(shown.why(item)) or "-",
    )
    if item.deadline is not None:
        clock = t.named("clock", item.clock)
        said += letters.DEADLINE[language].format(at=_moment(item.deadline, config, language), clock=clock)
    return f"{said}\n  {config.gateway.review.public_url}/held/{item.id}"


def listed(items: Sequence[Held], one: Callable[[Held], str], language: str) -> str:
    """The entries, at most LISTED, and how many more there are."""
    said = [one(item) for item in items[:LISTED]]
    if len(items) > LISTED:
        said.append(letters.MORE[language].format(n=len(items) - LISTED))
    return "\n\n".join(said)


def subject_of(item: Held, language: str) -> str:
    """The subject in one line."""
    return " ".join(item.subject.split()) or _NO_SUBJECT[language]


def _held(item: Held, config: Config, language: str) -> str:
    t = Wording(language, config.time_zone)
    noticed = [found for found in item.findings if found.severity is not Severity.WARN]
    found = "; ".join(
        f"{t.check(one.check)}{f' ({one.snippet.strip()})' if one.snippet.strip() else ''}" for one in noticed
    )
    also = ", ".join(item.also_delivered)
    link = letters.LINK_FOUR_EYES if config.gateway.review.four_eyes else letters.LINK
    return letters.HELD[language].format(
        recipients=_recipients(item),
        time=_moment(item.held_at, config, language),
        why=t.reasons(shown.why(item)) or "-",
        found=letters.FOUND[language].format(found=found) if found else "",
        also=_also(also, language),
        fate=_fate(item, config, language),
        link=link[language].format(link=f"{LINK}{item.id}"),
        id=item.id,
    )


def _fate(item: Held, config: Config, language: str) -> str:
    goes = released_at(item, config)
    if goes is not None:
        return letters.GOES[language].format(at=_moment(goes, config, language))
    until = ""
    if item.deadline is not None:
        until = letters.UNTIL[language].format(at=_moment(item.deadline, config, language))
    return letters.STAYS[language].format(until=until)


def _decided(item: Held, config: Config, language: str) -> str:
    return letters.DECIDED[language].format(
        recipients=_recipients(item),
        time=_moment(item.held_at, config, language),
        outcome=outcome(item, config, language),
        also=_also(", ".join(item.also_delivered), language),
        id=item.id,
    )


def _held_line(item: Held, config: Config, language: str) -> str:
    t = Wording(language, config.time_zone)
    at, why = _moment(item.held_at, config, language), t.reasons(shown.why(item)) or "-"
    return f"- {subject_of(item, language)}\n  {_recipients(item)}, {at}\n  {why}\n  {LINK}{item.id}"


def _decided_line(item: Held, config: Config, language: str) -> str:
    said = outcome(item, config, language).replace("\n", "\n  ")
    at = _moment(item.held_at, config, language)
    return f"- {subject_of(item, language)}\n  {_recipients(item)}, {at}\n  {said}"


def _also(addresses: str, language: str) -> str:
    words = {"de": "Schon zugestellt wurde sie an: {to}\n", "en": "It was already delivered to: {to}\n"}
    return words[language].format(to=addresses) if addresses else ""


def _recipients(item: Held) -> str:
    return ", ".join(one.path.address for one in item.recipients)


def _moment(at: datetime, config: Config, language: str) -> str:
    return at.astimezone(config.time_zone).strftime(_TIME[language])
