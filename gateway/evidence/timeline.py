"""The life of one held mail as ordered entries: what happened, when, by whom.

Made from the held record, whose rulings carry names and notes, and from the
links of the audit chain, which have a time for everything else: claims,
attempts, deliveries. Pure; oldest first. What has been erased is told without
its name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gateway.policy.sentences import reason_sentence
from gateway.store.audit import Link
from gateway.store.held import Held
from gateway.words import HeldState


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: `what` in one word, `who` a user, `gateway`, or "" where the name is not kept,
    `text` a sentence about it."""

    at: datetime
    what: str
    who: str
    text: str


GATEWAY: Final = "gateway"

_RULINGS: Final = {
    "release": "approved, to be sent as {as}",
    "edit": "approved with an edited text, to be sent as {as}",
    "dismiss": "approved, to be sent as {as}; the thread counts as unrelated from now on",
    "undismiss": "the thread counts again",
    "reject": "given back to the author",
    "withdraw": "withdrawn, not sent",
    "answered": "answered in the marketplace, nothing is sent",
    "retry": "approved, to be sent again",
    "undo": "decision taken back, it waits again",
}

_LINKS: Final = {
    "finalise": "the other recipients have their copy",
    "claim": "somebody looks at it",
    "unclaim": "nobody looks at it any more",
    "deferred": "the next mail server did not take it now",
    "sent": "the next mail server took it",
    "failed": "the next mail server refused it; a person must retry",
    "uncertain": "no reply after the end of the message; a person must look and retry",
    "recovered": "a delivery that was broken off before its end is due again",
    "remind": "the reviewers were reminded of it",
    "escalate": "it waits too long: those above the reviewers were told",
    "alarm": "the marketplace's time ends soon, and nobody has decided: an alarm was sent",
    "link-add": "its author got a personal link to it",
    "read": "somebody read the text",
    "erase": "its text was removed, because it was decided long enough ago",
}

_PEOPLE: Final = frozenset({"claim", "unclaim", "read", "erase"})
"""Links that a person made, whose name the chain does not tell."""

# Links that end an attempt, and the state they leave a recipient in: its reply belongs to the last of them.
_ENDS: Final = {
    "deferred": HeldState.APPROVED,
    "sent": HeldState.SENT,
    "failed": HeldState.FAILED,
    "uncertain": HeldState.UNCERTAIN,
}


def entries(held: Held, links: Iterable[Link]) -> tuple[Entry, ...]:
    """The life of a held mail, oldest first. `links` are those of the audit chain about it, in order."""
    links = [link for link in links if link.verb in _LINKS]
    last = {link.verb: number for number, link in enumerate(links)}
    people = range(1 if held.noted else 0, len(held.rulings))
    told = [_held(held), *(_ruling(held, number) for number in people)]
    for number, link in enumerate(links):
        words = _words(held, link.verb) if last[link.verb] == number else ""
        who = (held.claimed_by or "") if link.verb == "claim" and last["claim"] == number else ""
        machine = "" if link.verb in _PEOPLE else GATEWAY
        told.append(Entry(link.at, link.verb, who or machine, _LINKS[link.verb] + words))
    return tuple(sorted(told, key=lambda entry: entry.at))


def _held(held: Held) -> Entry:
    why = "; ".join(reason_sentence(word) for word in held.reasons) or "a rule asks for it"
    also = f"; already delivered to {', '.join(held.also_delivered)}" if held.also_delivered else ""
    rule = f" (rule {held.rule})" if held.rule else ""
    done = "sent at once, and noted for the desk" if held.noted else "held for review"
    return Entry(held.held_at, "noted" if held.noted else "held", GATEWAY, f"{done}: {why}{rule}{also}")


def _ruling(held: Held, number: int) -> Entry:
    ruling = held.rulings[number]
    text = _RULINGS.get(ruling.verb, ruling.verb).replace("{as}", ruling.options.get("as", "original"))
    note = " ".join(ruling.note.split())
    return Entry(ruling.at, ruling.verb, ruling.who, f"{text}: {note}" if note else text)


def _words(held: Held, verb: str) -> str:
    """Whom the end of an attempt concerned and what the hop said, as far as it is still the last word."""
    concerned = [one for one in held.recipients if one.state is _ENDS.get(verb) and one.reply]
    said = "; ".join(f"{one.path.address}: {one.reply}" for one in concerned)
    return f" ({said})" if said else ""
