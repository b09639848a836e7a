"""What people are told of mail that waits: its author, the reviewers, those above them.

A worker that looks at the store: whatever was not told yet is told, in one commit with the note
that it was, so each thing is told once across restarts and processes. Nobody is flooded: many
mails of one author become a list, and reviewers get one mail about all that is new. Machines,
and whoever `notify.author` leaves out, hear nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta, tzinfo
from typing import Final

import structlog

from gateway.config.models import Config
from gateway.mail.address import Path, domain_in, path_of
from gateway.policy.clocks import within
from gateway.review import held_letters as letters
from gateway.review import notices
from gateway.review.deadlines import released_at
from gateway.review.notices import leg_of, written
from gateway.review.outcomes import entry, letter, listed
from gateway.review.rulings import closed_now
from gateway.review.worker import Worker
from gateway.store.database import Store
from gateway.store.held import UNDECIDED, Held
from gateway.store.notices import Notice
from gateway.store.told import Told
from gateway.words import FINISHED, Direction, HeldState

log = structlog.get_logger()

AUTHORS: Final = ("held", "held_list", "decided", "decided_list")
"""Kinds of notices that count for `notify.author_limit`."""

HOUR: Final = timedelta(hours=1)

PAUSE: Final = timedelta(minutes=15)
"""How long an author over the limit is left in peace; then he gets a list."""

CALM: Final = timedelta(minutes=5)
"""How long reviewers are left in peace after a mail about new held mail."""

ROUND: Final = timedelta(seconds=30)
"""How often deadlines are looked at."""

AUTHORS_MOST: Final = 100
MOST: Final = 500
"""Mails that are looked at in one go, for authors and for reviewers."""


class Teller(Worker):
    """Writes the notices about held mail. `now` is aware, UTC; `wake` tells the notifier."""

    poll = 3.0

    def __init__(
        self,
        store: Store,
        config: Callable[[], Config],
        now: Callable[[], datetime],
        new_id: Callable[[], str] = notices.new_id,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._store = store
        self._told = Told(store)
        self._config = config
        self._now = now
        self._new_id = new_id
        self._wake = wake
        self._looked: datetime | None = None
        self._quiet = dict[str, datetime]()

    async def step(self) -> bool:
        """Tell what is to be told now."""
        config, at = self._config(), self._now()
        told = await self._authors("held", (HeldState.PENDING,), None, config, at)
        told += await self._authors("decided", FINISHED, "held", config, at)
        told += await self._store.call(self._new, config, at)
        if self._looked is None or at >= self._looked + ROUND:
            self._looked = at
            told += await self._store.call(self._alarm, config, at)
            told += await self._store.call(self._waiting, config, at)
        if told:
            self._wake()
        return False

    async def _authors(
        self, what: str, states: Sequence[HeldState], after: str | None, config: Config, at: datetime
    ) -> int:
        """Tell authors that mail is held, or what became of it; how many notices that made.

        A call into the store for each author, so that the desk is not kept waiting by many of them.
        """
        self._quiet = {author: until for author, until in self._quiet.items() if until > at}
        found = await self._store.call(
            self._told.missing, what, states, after=after, but=tuple(self._quiet), limit=AUTHORS_MOST
        )
        if what == "decided":
            found = [item for item in found if closed_now(item, config.gateway.review.grace, at) is None]
        silent = [item for item in found if _silent(what, item, config)]
        if silent:
            await self._store.call(self._told.tell, (what,), [item.id for item in silent], (), at)
        told, of = 0, defaultdict[str, list[Held]](list)
        for item in found:
            if item not in silent:
                of[item.author.casefold()].append(item)
        for mine in of.values():
            to = _author(mine[0], config)
            if to is not None:
                told += await self._store.call(self._to_author, what, to, mine, config, at)
        return told

    def _to_author(self, what: str, to: Path, items: list[Held], config: Config, at: datetime) -> int:
        """One notice a mail, or a list where that would be more than the limit, or nothing for now."""
        number, last = self._told.count(to.address, AUTHORS, at - HOUR)
        free = config.gateway.notify.author_limit - number
        if free <= 0 and last is not None and at < last + PAUSE:
            self._quiet |= {item.author: last + PAUSE for item in items}
            return 0
        if len(items) > max(free, 1):
            made = letter(f"{what}_list", to, items, config, self._new_id(), at)
            return self._tell((what,), items, (made,), at)
        # Each by itself, so that another process that was faster with one of them does not cost the others.
        return sum(
            self._tell((what,), [item], (letter(what, to, [item], config, self._new_id(), at),), at)
            for item in items
        )

    def _new(self, config: Config, at: datetime) -> int:
        """Tell the reviewers what is new: at once, or at the times of the digest."""
        notify = config.gateway.notify
        if not notify.reviewers:
            return 0
        before = last_of(notify.digest, at, config.time_zone) if notify.digest else at
        items = self._told.missing("new", UNDECIDED, before=before, limit=MOST)
        if items and not notify.digest and self._told.count(notify.reviewers[0], ("new",), at - CALM)[0]:
            return 0
        return self._to_reviewers(("new",), notify.reviewers, items, config, at)

    def _alarm(self, config: Config, at: datetime) -> int:
        """The marketplace's time ends soon."""
        review, notify = config.gateway.review, config.gateway.notify
        everybody = tuple(dict.fromkeys((*notify.reviewers, *notify.escalation)))
        if not review.alarm_hours or not everybody:
            return 0
        ends = at + timedelta(hours=review.alarm_hours)
        waiting = (HeldState.PROVISIONAL, HeldState.PENDING)
        late = self._told.missing("alarm", waiting, ends=ends, limit=MOST)
        late = [item for item in late if released_at(item, config) is None]
        return self._to_reviewers(("alarm",), everybody, late, config, at, review.alarm_hours)

    def _waiting(self, config: Config, at: datetime) -> int:
        """What waits too long: escalation, reminder."""
        review, notify = config.gateway.review, config.gateway.notify
        above, told = notify.escalation or notify.reviewers, 0
        for what, hours, readers in (
            (("escalate", "remind"), review.escalate_hours, above),
            (("remind",), review.remind_hours, notify.reviewers),
        ):
            if hours and readers:
                length = timedelta(hours=hours)
                late = self._told.missing(what[0], UNDECIDED, before=at - length, limit=MOST)
                late = [item for item in late if _waited(item, length, config) <= at]
                told += self._to_reviewers(what, readers, late, config, at, hours)
        return told

    def _to_reviewers(
        self,
        what: tuple[str, ...],
        readers: Sequence[str],
        items: list[Held],
        config: Config,
        at: datetime,
        hours: float = 0,
    ) -> int:
        if not items:
            return 0
        language = notices.language_of(config)
        number = len(items)
        text = letters.REVIEWERS_BODY[language].format(
            intro=letters.REVIEWERS[what[0]][language].format(n=number, hours=f"{hours:g}"),
            list=listed(items, lambda item: entry(item, config, language), language),
            url=f"{config.gateway.review.public_url}/",
        )
        title = letters.SUBJECTS[what[0]][language].format(n=number)
        made = []
        for reader in readers:
            to, one = path_of(reader), self._new_id()
            body = written(to, title, text, None, config, one, at)
            made.append(Notice(one, None, what[0], to.address, leg_of(to, config), body))
        return self._tell(what, items, made, at)

    def _tell(
        self, what: tuple[str, ...], items: Sequence[Held], made: Sequence[Notice], at: datetime
    ) -> int:
        if not self._told.tell(what, [item.id for item in items], made, at):
            return 0
        for one in made:
            log.info("notice.queued", held=one.held, kind=one.kind, notice=one.id)
        return len(made)


def last_of(times: Sequence[str], at: datetime, zone: tzinfo) -> datetime:
    """The last moment, `at` or before, at which one of these times of day (HH:MM in `zone`) was."""
    today = at.astimezone(zone).date()
    moments = [
        datetime.combine(day, time.fromisoformat(text), zone).astimezone(at.tzinfo)
        for day in (today, today - timedelta(days=1))
        for text in times
    ]
    return max(moment for moment in moments if moment <= at)


def _waited(item: Held, length: timedelta, config: Config) -> datetime:
    """When it has waited that long: open hours for mail on the house's clock, else every hour."""
    hours = config.gateway.company.hours or () if item.clock == "house" else ()
    return within(item.held_at, length, hours, config.time_zone)


def _author(item: Held, config: Config) -> Path | None:
    """The author, if he is one of ours and is told; a link to a mail never goes to somebody outside."""
    if item.direction is not Direction.OUTBOUND or not item.mail_from.address:
        return None
    to = notices.author_path(item.author, config)
    return to if to is not None and domain_in(to.domain, config.gateway.company.domains) else None


def _silent(what: str, item: Held, config: Config) -> bool:
    """Whether the author of this mail is told nothing."""
    return _author(item, config) is None or (what == "decided" and _knows(item))


def _knows(item: Held) -> bool:
    """Whether the author knows already what became of it: he decided himself, or it came back to him."""
    last = item.rulings[-1] if item.rulings else None
    returned = all(one.state is HeldState.REJECTED for one in item.recipients)
    return last is None or returned or last.who.casefold() == item.author.casefold()
