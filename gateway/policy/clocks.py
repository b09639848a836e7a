"""By when a held mail wants an answer: the marketplace's clock, or the house's.

Pure. The marketplace clock runs for answers to a relay, from the buyer's last mail,
weekends included, for the hours its pack names; everything else has 24 hours.
"""

from datetime import datetime, timedelta
from typing import Literal

from gateway.config.packs import Pack
from gateway.words import Thread

HOUSE_HOURS = 24


def deadline(
    to_relay: bool, pack: Pack | None, thread: Thread | None, at: datetime
) -> tuple[Literal["marketplace", "house"], datetime]:
    """Name of the clock and the moment it ends, for a mail held at `at`.

    A relay thread whose last mail is not known starts its clock now: later than the marketplace's own,
    never earlier than a person could act on.
    """
    if to_relay and pack is not None and pack.response_hours:
        began = thread.last_seen if thread is not None and thread.last_seen is not None else at
        return "marketplace", began + timedelta(hours=pack.response_hours)
    return "house", at + timedelta(hours=HOUSE_HOURS)
