"""What a decision on held mail may say: the states it starts from, its outcome, and why it was not taken.

Pure; `moderation` decides with these words. Nothing here reads the store or a clock.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from gateway.review.reasons import WAITING
from gateway.store.holds import Held, HeldRecipient
from gateway.words import HeldState

_S = HeldState

# A person may also close a mail that could not be delivered. What is uncertain may have arrived, so nothing
# that says "not sent" fits it; that the buyer has an answer does.
CLOSABLE: Final = WAITING | {_S.FAILED}
ANSWERABLE: Final = CLOSABLE | {_S.UNCERTAIN}

GOING: Final = frozenset({_S.APPROVED, _S.SENDING, _S.SENT})

CLOSED: Final = frozenset({_S.ANSWERED, _S.WITHDRAWN, _S.REJECTED})
"""Somebody decided that it is not sent."""


class Decided(Exception):
    """It was decided otherwise before; `held` is the mail as it is now."""

    def __init__(self, held: Held, message: str) -> None:
        super().__init__(message)
        self.held = held
        self.message = message


class UnknownId(Exception):
    """No held mail has this id, or several begin with it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Refused(Exception):
    """It cannot be done as asked, and nothing was changed; the message says why and what helps."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Outcome:
    """`held` is the mail after the call, `done` is false where it was so already, `message` a sentence."""

    held: Held
    done: bool
    message: str


CLOSES: Final = {"answered": _S.ANSWERED, "reject": _S.REJECTED, "withdraw": _S.WITHDRAWN}
"""What each ruling that sends nothing ends in."""


def closed_now(held: Held, grace: timedelta, now: datetime) -> HeldState | None:
    """The state its last ruling closed it in, while that can be taken back; else None.

    That is in the grace time, and only where the next hop was never asked.
    """
    last = held.rulings[-1] if held.rulings else None
    state = CLOSES.get(last.verb) if last else None
    if last is None or state is None or now >= last.at + grace:
        return None
    untried = all(not one.attempts and one.reply is None for one in some(held, {state}))
    return state if untried and some(held, {state}) else None


_AS_IT_IS: Final = {
    _S.PROVISIONAL: "nobody has decided yet: release it, or give it back",
    _S.PENDING: "nobody has decided yet: release it, or give it back",
    _S.APPROVED: "it is approved and will be sent; undo takes that back",
    _S.SENDING: "it is being sent",
    _S.SENT: "it was sent",
    _S.ANSWERED: "it was answered in the marketplace",
    _S.WITHDRAWN: "it was withdrawn",
    _S.REJECTED: "it was given back to its author",
    _S.FAILED: "the next mail server refused it; retry sends it again",
    _S.UNCERTAIN: "it is not known whether it arrived; retry sends it again",
}


def settled(held: Held, same: Callable[[Held], bool]) -> Outcome:
    """It is decided already: the same way, which is fine, or otherwise, which is Decided."""
    now = _AS_IT_IS[held.state]
    if same(held):
        return Outcome(held, False, f"It was so already: {now}.")
    last = held.rulings[-1] if held.rulings else None
    by = f" (last ruling: {last.verb} by {last.who})" if last else ""
    raise Decided(held, f"Nothing was changed: {now}{by}.")


def some(held: Held, states: Collection[HeldState]) -> list[HeldRecipient]:
    """The recipients in one of these states."""
    return [one for one in held.recipients if one.state in states]


def any_of(*states: HeldState) -> Callable[[Held], bool]:
    """Whether a held mail has a recipient in one of these states."""
    return lambda held: bool(some(held, states))


def ruled_last(verb: str, otherwise: Callable[[Held], bool]) -> Callable[[Held], bool]:
    """Whether the last ruling was this verb already, or `otherwise` holds."""
    return lambda held: otherwise(held) or bool(held.rulings and held.rulings[-1].verb == verb)
