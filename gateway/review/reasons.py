"""When a decision wants a reason: which marketplaces forbid that a mail goes out as it is. Pure.

Asked by `moderation`, which refuses such a ruling without a note, and by the pages,
which say so before. A footer or the redirect text tells the buyer the right way, so
neither wants a reason.
"""

from typing import Final

from gateway.config.models import Config
from gateway.store.held import Held
from gateway.words import HeldState, Kind

AS_WRITTEN: Final = ("original", "redacted", "edited")
"""Forms that carry the answer to the recipient, without a word about the marketplace."""

WAITING: Final = frozenset({HeldState.PROVISIONAL, HeldState.PENDING})
"""Nobody has decided yet."""


def forbidden(held: Held, config: Config) -> str:
    """The title of the marketplace whose rules forbid this mail to a private address; "" if none does."""
    pack = config.pack(held.marketplace)
    private = any(one.kind is Kind.EXTERNAL and one.state in WAITING for one in held.recipients)
    return pack.title if pack is not None and private and pack.private_mail == "forbidden" else ""
