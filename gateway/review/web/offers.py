"""What can be decided on a held mail now, and of what cannot: why not. Pure.

The same sets of states that `moderation` enforces; a page shows every verb, and the
reason beside those that are not possible.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gateway.config.models import Config
from gateway.review.preview import Preview
from gateway.review.reasons import AS_WRITTEN, WAITING, forbidden
from gateway.review.rulings import ANSWERABLE, CLOSABLE, closed_now
from gateway.review.web.wording import Wording
from gateway.store.held import Held
from gateway.words import HeldState

FORMS: Final = ("footer", "original", "redacted", "relay", "redirect")
KEYS: Final = {"answered": "e", "edit": "t", "footer": "f", "original": "r", "reject": "x"}
"""The key that presses a button."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One button. `name` names its words, `verb` and `form` are what it does; `why` is a sentence, "" if it
    is possible. `needs_note` is why a note has to be written, "" if it may be empty."""

    name: str
    verb: str
    form: str = ""
    why: str = ""
    needs_note: str = ""

    @property
    def key(self) -> str:
        """The key on the keyboard, "" if there is none."""
        return KEYS.get(self.name, "")

    @property
    def value(self) -> str:
        """The value of the button in the form: `release:footer`."""
        return f"{self.verb}:{self.form}" if self.form else self.verb


def offers(
    held: Held,
    previews: tuple[Preview, ...],
    config: Config,
    t: Wording,
    now_at: datetime,
    uneditable: str = "",
) -> dict[str, Offer]:
    """Every verb by its name; `uneditable` is why its text cannot be edited."""
    undoable = closed_now(held, config.gateway.review.grace, now_at) is not None
    states = {one.state for one in held.recipients}
    now = t(f"now.{held.state.value}")
    made = {preview.form: preview for preview in previews}
    found: list[Offer] = [_closing("answered", states & ANSWERABLE, now)]
    for form in FORMS:
        preview, why = made.get(form), ""
        if not states & WAITING:
            why = now
        elif preview is None or not preview.possible:
            why = t.said(preview.why) if preview else now
        asked = forbidden(held, config) if form in AS_WRITTEN else ""
        needs = t("why.forbidden", marketplace=asked) if asked else ""
        found.append(Offer(form, "release", form, why, needs))
    asked = forbidden(held, config)
    needs = t("why.forbidden", marketplace=asked) if asked else ""
    found += [
        Offer("edit", "edit", "", t.said(uneditable) if states & WAITING else now, needs),
        Offer("reject", "reject", "", "" if states & CLOSABLE else now, t("why.note")),
        _closing("withdraw", states & CLOSABLE, now),
        Offer("dismiss", "dismiss", "", "" if states & WAITING else now, needs),
        Offer("retry", "retry", "", "" if _can_retry(held) else t("why.no_retry")),
        Offer("undo", "undo", "", "" if undoable or HeldState.APPROVED in states else t("why.no_undo")),
    ]
    return {offer.name: offer for offer in found}


def _closing(verb: str, possible: object, why: str) -> Offer:
    return Offer(verb, verb, "", "" if possible else why)


def _can_retry(held: Held) -> bool:
    again = {HeldState.FAILED, HeldState.UNCERTAIN}
    return any(
        one.state in again or (one.state is HeldState.APPROVED and one.next_try is not None and one.attempts)
        for one in held.recipients
    )


def goes_in(held: Held, now: datetime) -> int | None:
    """Seconds until an approved mail is sent for the first time, while it can be taken back; else None."""
    waiting = [one for one in held.recipients if one.state is HeldState.APPROVED and not one.attempts]
    times = [one.next_try for one in waiting if one.next_try is not None]
    return max(math.ceil((min(times) - now).total_seconds()), 0) if times else None
