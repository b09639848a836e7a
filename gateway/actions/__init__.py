"""What we do: one file an action, each working out its effect on one recipient's copy.

`ACTIONS` is the menu: a new action is one file and one line here. Pure; no action
knows another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from gateway.actions import footer, hold, notify, redact, reject, reroute, tag
from gateway.actions.contact import LintText
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Path
from gateway.mail.envelope import Envelope, Transaction
from gateway.mail.message import Message
from gateway.words import ActionName, Confidence, Effect, Finding, Thread, Verdict

Lint = Callable[[Transaction, Pack], tuple[Finding, ...]]
"""The lints of a whole mail, as a reply to a relay of this pack."""


def _no_text(_text: str) -> tuple[Finding, ...]:
    return ()


def _no_mail(_tx: Transaction, _pack: Pack) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Order:
    """What an action gets to work on: the mail, what it is (or answers), its thread and pack where known.

    `recipient` is whose copy it is about, `alias` where his marketplace relays to, if that is known. `words`
    are the rule's own. `lint_text` and `lint` look for what a reply to a relay must not hold.
    """

    tx: Transaction
    verdict: Verdict
    thread: Thread | None
    pack: Pack | None
    config: Config
    recipient: Path | None = None
    alias: str | None = None
    words: str = ""
    lint_text: LintText = _no_text
    lint: Lint = _no_mail


def _footer(order: Order) -> Effect:
    if order.thread is None or order.pack is None:
        return hold.effect(("error",), "there is no conversation or marketplace a footer could speak of")
    confirmed = order.verdict.confidence is Confidence.CONFIRMED
    return footer.effect(order.tx, order.thread, confirmed, order.pack, order.config)


def _redact(order: Order) -> Effect:
    pack = order.pack
    if pack is None:
        return hold.effect(("error",), "it is not known which marketplace's rules the contact data break")

    def lint(message: Message) -> tuple[Finding, ...]:
        return order.lint(replace(order.tx, message=message), pack)

    return redact.effect(order.tx.message, order.lint_text, lint)


def _reroute(order: Order) -> Effect:
    pack, recipient, alias = order.pack, order.recipient, order.alias
    if pack is None or recipient is None:
        return hold.effect(("error",), "it is not known to which marketplace this answer belongs")
    if alias is not None and not (alias.isascii() and pack.relays(alias)):
        alias = None  # an alias of another marketplace is no way to this buyer

    def lint(message: Message) -> tuple[Finding, ...]:
        envelope = Envelope(order.tx.envelope.mail_from, (Path(f"<{alias}>", alias or ""),))
        return order.lint(replace(order.tx, envelope=envelope, message=message), pack)

    return reroute.effect(order.tx.message, recipient, alias, order.lint_text, lint)


ACTIONS: Final[Mapping[ActionName, Callable[[Order], Effect]]] = {
    ActionName.TAG: lambda order: tag.effect(order.tx, order.verdict),
    ActionName.FOOTER: _footer,
    ActionName.REDACT: _redact,
    ActionName.REROUTE: _reroute,
    ActionName.NOTIFY: lambda order: notify.effect(order.words),
    ActionName.HOLD: lambda order: hold.effect(note=order.words),
    ActionName.REJECT: lambda order: reject.effect(note=order.words),
}
