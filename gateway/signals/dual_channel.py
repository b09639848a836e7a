"""The same buyer on both channels, within 60 days and in either order: `dual_channel`.

Weighs nothing: that somebody also writes elsewhere does not make this mail concern an
order. Rules may ask for it (`reason = "dual_channel"`), and the desk shows it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.words import Facts, Hit, OtherChannel

_CHANNELS: Final = {"private": "privately", "relay": "through the relay"}
_SHARED: Final = {"order": "the same order", "correspondent": "the same correspondent"}


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit, without an order of its own: those of the other conversation are not this mail's."""
    other = facts.other_channel
    if isinstance(other, OtherChannel):
        said = f"{_SHARED[other.by]} was seen {_CHANNELS[other.channel]}, last on {other.at:%Y-%m-%d}"
        yield Hit("dual_channel", 0.0, other.marketplace, None, f"{said} (thread {other.thread})")
