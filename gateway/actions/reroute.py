"""Reroute: an answer to a buyer's private address goes to his alias at the marketplace instead.

The recipient of the envelope and the address in To or Cc are replaced, contact data in
the signature are taken out as in `redact`, and the lints read the result as they would
have read a reply to the alias. Whatever holds there, or cannot be proven, holds the copy.
Pure.
"""

from collections.abc import Callable, Sequence

from gateway.actions import contact, hold
from gateway.actions.contact import CannotCut, LintText
from gateway.mail import readdress
from gateway.mail.address import Path
from gateway.mail.edit import CannotEdit
from gateway.mail.message import Message
from gateway.words import Effect, Finding, Severity, lint_reason


def effect(
    message: Message,
    recipient: Path,
    alias: str | None,
    lint_text: LintText,
    lint: Callable[[Message], Sequence[Finding]],
) -> Effect:
    """The copy for `alias` in place of `recipient`, or a hold with the reason.

    `alias` is None where none is known. `lint` finds in the whole edited mail, as one to the alias. Raises
    mime.TooComplex.
    """
    if alias is None:
        return hold.effect((), "it cannot go through the marketplace: the buyer's alias there is not known")
    try:
        made = contact.cuts(message, lint_text)
        fields = readdress.splices(message, recipient, alias)
        after = readdress.applied(made.after, fields, recipient, alias)
    except CannotCut as doubt:
        return hold.effect(("signed",) if doubt.signed else (), f"not sent through the relay: {doubt.why}")
    except CannotEdit as doubt:
        return hold.effect(("error",), f"not sent through the relay: {doubt.why}")
    left = [one for one in lint(Message(after)) if one.severity is not Severity.WARN]
    if left:
        words = tuple(dict.fromkeys(lint_reason(one.check) for one in left))
        return hold.effect(words, f"not sent through the relay: there is more to look at ({left[0].check})")
    return Effect(
        splices=(*fields, *made.splices),
        note=f"sent to {alias} in place of {recipient.address}",
        sent_to=alias,
        removed=made.lines,
    )
