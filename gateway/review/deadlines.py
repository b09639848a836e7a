"""What the end of a deadline brings, and the worker that sees to it.

Private mail stays, whatever the clock says; so does a reply to a relay with contact data. A
reply to a relay that only its tone holds is released some time before the marketplace's clock
ends, because a curt answer beats none: a ruling like any other, by `deadline`. The worker also
keeps the clocks true: a buyer who writes again starts his, an answer that was accepted stops it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from gateway.config.models import Config
from gateway.policy.clocks import deadline
from gateway.review.moderation import DEADLINE, Moderation
from gateway.review.rulings import Decided, Refused, UnknownId
from gateway.review.worker import Worker
from gateway.store.browse import NOTHING_SINCE, Browse
from gateway.store.database import Store
from gateway.store.held import UNDECIDED, Held
from gateway.store.told import Told
from gateway.words import Direction, HeldState, Kind, Severity

log = structlog.get_logger()

_HARMLESS: Final = frozenset({"relay", "quoted", "known_buyer", "dual_channel", "split"})
"""Reasons that hold nothing by themselves."""

_AT_ONCE: Final = 500


def released_at(held: Held, config: Config) -> datetime | None:
    """When a held mail is released if nobody decides; None: never. Pure.

    Only an answer through the marketplace's relay, on the marketplace's clock, that nothing but findings of
    tone hold: no contact data, no legal matter, nothing suspect.
    """
    hours = config.gateway.review.release_tone_hours
    waiting = [one for one in held.recipients if one.state is HeldState.PENDING]
    if not hours or held.deadline is None or held.clock != "marketplace" or held.legal is not None:
        return None
    if held.direction is not Direction.OUTBOUND or len(waiting) != len(held.recipients):
        return None
    if any(one.kind is not Kind.RELAY for one in waiting):
        return None
    severities = {found.severity for found in held.findings}
    if Severity.TONE not in severities or Severity.BLOCK in severities:
        return None
    if any(word not in _HARMLESS and not word.startswith("lint:") for word in held.reasons):
        return None
    return held.deadline - timedelta(hours=hours)


class Deadlines(Worker):
    """Keeps the clocks true and releases what is released by itself. `now` is aware, UTC."""

    poll = 20.0

    def __init__(
        self,
        store: Store,
        config: Callable[[], Config],
        now: Callable[[], datetime],
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._store = store
        self._config = config
        self._now = now
        self._wake = wake
        self._moderation = Moderation(store, config, now)

    async def step(self) -> bool:
        """One round."""
        changed = await self._store.call(set_clocks, self._store, self._config())
        if changed:
            log.info("clock.set", mails=changed)
        if await self._store.call(self._release):
            self._wake()
        return False

    def _release(self) -> int:
        """Release what has nobody's decision in time; how many that was."""
        config, at, done = self._config(), self._now(), 0
        if not config.gateway.review.release_tone_hours:
            return 0
        ends = at + timedelta(hours=config.gateway.review.release_tone_hours)
        for held in Told(self._store).missing("deadline", (HeldState.PENDING,), ends=ends, tone=True):
            due = released_at(held, config)
            if due is None or due > at:
                continue
            try:
                # The version as it was looked at: whoever decides meanwhile was in time.
                outcome = self._moderation.release(held.id, DEADLINE, "original", _NOTE, held.version)
            except (Decided, Refused, UnknownId) as error:
                log.warning("deadline.kept", held=held.id, why=str(error))
            else:
                done += outcome.done
                log.warning("deadline.released", held=held.id, ends=str(held.deadline))
        return done


_NOTE: Final = "nobody decided before the marketplace's time ended; only the tone had been found fault with"


def set_clocks(store: Store, config: Config) -> int:
    """Set the clocks of undecided mail whose conversation went on; how many were changed."""
    told, changed = Told(store), 0
    moved = told.moved(UNDECIDED)
    for first in range(0, len(moved), _AT_ONCE):
        some = moved[first : first + _AT_ONCE]
        since = Browse(store).since(held.thread for held in some if held.thread)
        for held in some:
            last = since.get(held.thread or "", NOTHING_SINCE)
            clock, until = deadline(
                any(one.kind is Kind.RELAY for one in held.recipients),
                config.pack(held.marketplace),
                held.held_at,
                asked=last.inbound,
                answered=last.outbound,
                hours=config.gateway.company.hours or (),
                zone=config.time_zone,
            )
            if (clock, until) != (held.clock, held.deadline):
                told.set_clock(held.id, clock, until)
                changed += 1
    return changed
