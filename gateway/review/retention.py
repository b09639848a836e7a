"""Retention: what is older than the configuration keeps it, goes, once an hour.

Runs in the service beside releaser and notifier. It refuses to remove a large part
of anything at once, because then a clock or a configuration is more likely wrong
than the data old; `marketgate db purge --yes` does it all the same. Store trouble is
logged and the next hour tries again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from gateway.config.models import Config
from gateway.review.people import IDLE
from gateway.review.worker import Worker
from gateway.store import audit
from gateway.store.buyers import Buyers
from gateway.store.database import Store
from gateway.store.doors import Doors
from gateway.store.idempotency import Answers
from gateway.store.notices import Notices
from gateway.store.purge import Limits, Purge
from gateway.store.transmissions import Transmissions

log = structlog.get_logger()

SHARE: Final = 0.10
"""More than this part of one kind is not removed without being asked."""

FEW: Final = 100
"""What the service removes whatever part it is: in a small store everything is a large part."""


LISTS: Final = timedelta(days=7)
"""How long a list of held mail lies in the store after it was sent."""


def limits(config: Config, now: datetime) -> Limits:
    """From when on things are kept, by `[retention]`. Pure."""
    days = config.gateway.retention
    return Limits(
        bodies=now - timedelta(days=days.held),
        texts=now - timedelta(days=days.text),
        records=now - timedelta(days=max(days.ledger, days.held)),
        threads=now - timedelta(days=days.ledger),
    )


class Retention(Worker):
    """Removes what is due. `now` gives the time (aware, UTC)."""

    poll = 3600.0

    def __init__(self, store: Store, config: Callable[[], Config], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._store = store
        self._config = config
        self._now = now

    async def step(self) -> bool:
        """One round: housekeeping, then retention, if it is not suspiciously much."""
        at = self._now()
        await self._store.call(sweep, self._store, at)
        purge, wanted = Purge(self._store), limits(self._config(), at)
        due = await self._store.call(purge.due, wanted)
        many = [one for one in due if one.is_many(SHARE, FEW)]
        if many:
            log.error(
                "purge.refused",
                kinds={one.kind: f"{one.due} of {one.total}" for one in many},
                cure="look at the clock and at [retention], then: marketgate db purge --yes",
            )
            return False
        if any(one.due for one in due):
            done = await self._store.call(purge.run, wanted, audit.GATEWAY, at)
            log.info("purge.done", **done)
        return False


def sweep(store: Store, at: datetime) -> None:
    """Remove what leads nowhere any more: sessions, links, remembered answers, old transmissions."""
    Doors(store).sweep(at, IDLE)
    Answers(store).sweep(at)
    Transmissions(store).purge(at)
    Notices(store).sweep(at - LISTS)
    while Buyers(store).purge(at):
        pass
