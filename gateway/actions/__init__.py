"""What we do: one file an action, each working out its effect on one recipient's copy.

`ACTIONS` is the menu: a new action is one file and one line here. Pure; no action
knows another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from gateway.actions import footer, hold, reject, tag
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.words import ActionName, Confidence, Effect, Thread, Verdict


@dataclass(frozen=True, slots=True)
class Order:
    """What an action gets to work on: the mail, what it is (or answers), its thread and pack where known."""

    tx: Transaction
    verdict: Verdict
    thread: Thread | None
    pack: Pack | None
    config: Config


def _footer(order: Order) -> Effect:
    if order.thread is None or order.pack is None:
        return hold.effect(("error",), "there is no conversation or marketplace a footer could speak of")
    confirmed = order.verdict.confidence is Confidence.CONFIRMED
    return footer.effect(order.tx, order.thread, confirmed, order.pack, order.config)


ACTIONS: Final[Mapping[ActionName, Callable[[Order], Effect]]] = {
    ActionName.TAG: lambda order: tag.effect(order.tx, order.verdict),
    ActionName.FOOTER: _footer,
    ActionName.HOLD: lambda order: hold.effect(),
    ActionName.REJECT: lambda order: reject.effect(),
}
