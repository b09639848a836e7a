"""The mark of what was decided: `X-Marketgate-Pass: ID TIME HMAC`, for a next hop that sends mail here again.

Microsoft 365 as its own next hop hands a mail to the gateway, gets it back, and by a rule that looks
at this field does not hand it over again. Where it does so all the same, the mark is known here and the
mail passes untouched. The HMAC is over id, time, Message-ID and From: what mail systems leave as it
is, unlike body, subject and recipients. So a mark that is copied to another mail counts for nothing there.
"""

import hmac
from datetime import UTC, datetime, timedelta
from typing import Final

from gateway.config.models import Config
from gateway.mail import headers
from gateway.mail.message import Message
from gateway.words import Direction

NAME: Final = "X-Marketgate-Pass"

LASTS: Final = timedelta(days=2)
"""How long a mark counts: as long as a mail may wait in a queue between two turns."""

SKEW: Final = timedelta(minutes=5)
"""How far in the future a mark may lie: clocks of two gateways differ."""

MOST: Final = 10
"""Marks of one mail that are looked at; ours is the first, unless somebody added others."""

_TIME: Final = "%Y%m%dT%H%M%SZ"


def wanted(direction: Direction, config: Config) -> bool:
    """Whether mail of this leg is marked, and marks on it are looked at."""
    outbound = config.gateway.outbound
    return direction is Direction.OUTBOUND and outbound is not None and outbound.stamp


class Passes:
    """Makes and knows marks. `key`: 32 random bytes, the same for all processes and after a restart."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def field(self, tx_id: str, message: Message, at: datetime) -> bytes:
        """The whole field, CRLF included, for a mail that goes out now; `tx_id` is letters and digits."""
        time = at.astimezone(UTC).strftime(_TIME)
        return headers.render(NAME, f"{tx_id} {time} {self._signed(tx_id, time, message)}")

    def known(self, message: Message, at: datetime) -> str | None:
        """The id under which this very mail was decided on not long ago. None without Message-ID."""
        fields = [field for field in message.block.fields if field.name == NAME.lower()]
        for field in fields[:MOST] if message.message_id else ():
            words = headers.unfolded(message.raw, field).split()
            if len(words) == 3 and self._counts(words[0], words[1], words[2], message, at):
                return words[0]
        return None

    def _counts(self, tx_id: str, time: str, signed: str, message: Message, at: datetime) -> bool:
        if not hmac.compare_digest(signed.encode(), self._signed(tx_id, time, message).encode()):
            return False
        marked = datetime.strptime(time, _TIME).replace(tzinfo=UTC)  # ours, so of this form
        return -SKEW <= at - marked <= LASTS

    def _signed(self, tx_id: str, time: str, message: Message) -> str:
        author = message.from_[0].address.casefold() if message.from_ else ""
        said = "\0".join((tx_id, time, message.message_id or "", author))
        return hmac.digest(self._key, said.encode("utf-8", "surrogateescape"), "sha256").hex()[:40]
