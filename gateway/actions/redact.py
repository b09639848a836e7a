"""Redact: the contact data in the signature of a reply to a relay are taken out, nothing else.

What goes is worked out and proven by `contact`; then the lints read the whole result, and
whatever they would still hold holds the copy: nothing leaves that a person would have had
to see. Signed, encrypted and ambiguous mail is held. Pure.
"""

from collections.abc import Callable

from gateway.actions import contact, hold
from gateway.actions.contact import CannotCut, LintText
from gateway.mail.message import Message
from gateway.words import Effect, Finding, Severity, lint_reason


def effect(message: Message, lint_text: LintText, lint: Callable[[Message], tuple[Finding, ...]]) -> Effect:
    """The splices that cut, or a hold with the reason.

    `lint_text` finds in one text, `lint` in the whole edited mail. Raises mime.TooComplex.
    """
    try:
        made = contact.cuts(message, lint_text)
    except CannotCut as doubt:
        return hold.effect(("signed",) if doubt.signed else (), f"contact data stay: {doubt.why}")
    if not made.splices:
        return hold.effect((), "contact data stay: no line of the signature holds them alone")
    left = [one for one in lint(Message(made.after)) if one.severity is not Severity.WARN]
    if left:
        words = tuple(dict.fromkeys(lint_reason(one.check) for one in left))
        return hold.effect(words, f"contact data stay: there is more to look at ({left[0].check})")
    return Effect(splices=made.splices, removed=made.lines)
