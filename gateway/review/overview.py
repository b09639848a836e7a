"""What the desk knows beside the queue: history, the mode in force, figures for the monitoring.

The functions are synchronous, as the store is. StoreError passes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.review.desk import Desk
from gateway.store.archive import Archive
from gateway.store.browse import Browse
from gateway.store.database import Store
from gateway.store.held import Held
from gateway.store.holds import Holds
from gateway.store.settings import Override, Settings
from gateway.words import HeldState, Mode, Thread


@dataclass(frozen=True, slots=True)
class History:
    """What a search finds: held mails in any state and conversations, the latest first."""

    held: tuple[Held, ...]
    threads: tuple[Thread, ...]
    passed: tuple[tuple[datetime, str, str], ...]
    """A mail of that Message-ID that passed: when, direction, id of its thread."""


def history(desk: Desk, search: str, limit: int = 100) -> History:
    """Held and concerned mail by order, buyer, author or Message-ID."""
    return looked_up(desk.store, search, limit)


def looked_up(store: Store, search: str, limit: int = 100) -> History:
    """The same, for a program that has a store and no desk."""
    browse = Browse(store)
    held, threads = browse.history(search, limit)
    seen = browse.passed(search) if search.strip() else None
    passed = () if seen is None else ((seen.at, seen.direction.value, seen.thread.id),)
    return History(held, threads, passed)


@dataclass(frozen=True, slots=True)
class ModeNow:
    """The mode in force: the configured one, and what overrides it, if anything does."""

    configured: Mode
    override: Override | None

    @property
    def mode(self) -> Mode:
        """The one of the two that counts."""
        return self.override.mode if self.override else self.configured


def mode(desk: Desk) -> ModeNow:
    """The mode in force now."""
    return ModeNow(Mode(desk.config().policy.mode), Settings(desk.store).override(desk.now()))


def set_mode(desk: Desk, wanted: Mode, length: timedelta | None, who: str) -> ModeNow:
    """Override the mode, for a while or until it is changed; the configured mode ends the override."""
    at = desk.now()
    configured = Mode(desk.config().policy.mode)
    asked = None if wanted is configured else wanted
    until = at + length if length and asked else None
    Settings(desk.store).set_mode(asked, until, who, at)
    return mode(desk)


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures for the monitoring: no names, no addresses."""

    states: dict[HeldState, int]
    verbs: dict[str, int]
    oldest: datetime | None
    unarchived: int
    """Copies that `archive.copy_to` has not got yet."""


def counts(desk: Desk) -> Counts:
    """How many mails show each state, how often each verb was ruled, since when the oldest one waits."""
    browse = Browse(desk.store)
    oldest = browse.oldest((HeldState.PENDING,))
    return Counts(Holds(desk.store).count(), browse.verbs(), oldest, Archive(desk.store).waiting())
