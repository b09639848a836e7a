"""The only way to decide on held mail: the desk, the command line and the API all ask here.

A ruling is recorded, never carried out, in the call: what is approved leaves
through the releaser, what is rejected goes back to its author as a notice that
is committed together with the ruling. Every decision is compare-and-set. The
same decision twice is harmless, another one raises Decided with the mail as it
is now. UnknownId and Refused say why nothing was changed; StoreError passes.
Synchronous, as the store is: a server runs it with `store.call`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Literal

import structlog

from gateway.config.models import Config
from gateway.relay.memory import Memory
from gateway.relay.relay_alias import alias_of
from gateway.review import editing, notices
from gateway.review.copies import CannotRelease, Stamp, copy, thread_of
from gateway.review.reasons import AS_WRITTEN, WAITING, forbidden
from gateway.review.rulings import (
    ANSWERABLE,
    CLOSABLE,
    CLOSED,
    GOING,
    Decided,
    Outcome,
    Refused,
    UnknownId,
    any_of,
    closed_now,
    ruled_last,
    settled,
    some,
)
from gateway.review.sentence import Sentence
from gateway.store.database import Store
from gateway.store.holds import Conflict, Held, Holds
from gateway.store.ledger import Ledger
from gateway.store.notices import Notice
from gateway.store.orders import Orders
from gateway.words import HeldState, Ruling

log = structlog.get_logger()

CLAIM: Final = timedelta(minutes=15)
"""How long a claim lasts."""

SHORTEST_ID: Final = 6

_S: Final = HeldState

DEADLINE: Final = "deadline"
"""The `who` of a release that nobody made in time: see `deadlines`."""


class Moderation:
    """Rulings on held mail. `config` gives the configuration in force, `now` the time (aware, UTC)."""

    def __init__(
        self,
        store: Store,
        config: Callable[[], Config],
        now: Callable[[], datetime],
        new_id: Callable[[], str] = notices.new_id,
    ) -> None:
        self._store = store
        self._holds = Holds(store)
        self._ledger = Ledger(store)
        self._orders = Orders(store)
        self._config = config
        self._now = now
        self._new_id = new_id

    def release(
        self,
        held_id: str,
        who: str,
        as_: Literal["original", "footer", "redacted", "relay", "redirect"] = "original",
        note: str = "",
        version: int | None = None,
        *,
        verb: Literal["release", "dismiss"] = "release",
        bulk: bool = False,
    ) -> Outcome:
        """Approve it for delivery: as it was written, with the footer, without the contact data of the
        signature, through the buyer's alias at the marketplace, or only the redirect text in its place.

        `bulk` says that this is one of several decided at once: a provisional hold is then refused. To a
        private address of a marketplace that forbids it, the author's text goes out only with a note.
        """
        held = self.find(held_id)

        def same(held: Held) -> bool:
            left = [one for one in held.recipients if one.state not in CLOSED]
            return bool(left) and all(one.state in GOING and one.release_as == as_ for one in left)

        if bulk and any(one.state is _S.PROVISIONAL for one in held.recipients):
            raise Refused(_NOT_IN_BULK)
        title = forbidden(held, self._config()) if as_ in AS_WRITTEN and not note.strip() else ""
        if title:
            raise Refused(Sentence("why.forbidden", _FORBIDDEN, marketplace=title))
        tried = self._try(held, as_) if as_ != "original" and some(held, WAITING) else {}
        return self._rule(
            held, who, verb, note, WAITING, _S.APPROVED, same, f"Approved as {as_}; it will be sent to",
            release_as=as_, version=version, tried=tried,
        )  # fmt: skip

    def edit(
        self,
        held_id: str,
        who: str,
        text: str,
        note: str = "",
        version: int | None = None,
        accept: Collection[str] = (),
    ) -> Outcome:
        """Approve it with `text` in place of its newest text; the original and the difference are kept.

        The lints read the result: what would hold it is Refused, but for the checks that `accept` names. To a
        private address of a marketplace that forbids it, it goes out only with a note.
        """
        held = self.find(held_id)
        if not some(held, WAITING):
            return settled(held, lambda held: held.state in GOING and editing.is_ruled(held, text))
        made = self.tried_edit(held.id, text)
        title = forbidden(held, self._config()) if not note.strip() else ""
        if title:
            raise Refused(Sentence("why.forbidden", _FORBIDDEN, marketplace=title))
        found = [one for one in made.holding if one.check not in accept]
        if found:
            raise Refused(editing.still_there(found))
        return self._rule(
            held, who, "edit", note, WAITING, _S.APPROVED, lambda held: editing.is_ruled(held, text),
            "Approved as edited; it will be sent to",
            release_as="edited", version=version, tried=made.options,
        )  # fmt: skip

    def tried_edit(self, held_id: str, text: str) -> editing.Edit:
        """What `edit` would do, and what the lints say of it; nothing is changed. Raises Refused."""
        held = self.find(held_id)
        config, body = self._config(), self._holds.body(held.id)
        thread = self._ledger.get(held.thread) if held.thread else None
        try:
            made = editing.made(held, body, text, thread, config, Stamp("localhost", held.id, self._now()))
        except CannotRelease as error:
            raise Refused(error.why) from None
        facts = Memory(self._store, self._config).facts(made.tx, None)
        return editing.checked(held, made, facts, config)

    def reject(self, held_id: str, who: str, note: str, version: int | None = None) -> Outcome:
        """Give it back to its author, with the reviewer's note; it is not sent."""
        if not note.strip():
            raise Refused(_NO_NOTE)
        held = self.find(held_id)
        letters = self._rejection(held, who, note)
        told = f"{held.author} gets a notice" if letters else f"nobody is told, because {self._nobody(held)}"
        return self._rule(
            held, who, "reject", note, CLOSABLE, _S.REJECTED, any_of(_S.REJECTED),
            f"Rejected, {told}; not sent to", version=version, letters=letters,
        )  # fmt: skip

    def withdraw(self, held_id: str, who: str, note: str = "", version: int | None = None) -> Outcome:
        """Take it back, as its author: it is not sent, and nobody is told."""
        return self._rule(
            self.find(held_id), who, "withdraw", note, CLOSABLE, _S.WITHDRAWN, any_of(_S.WITHDRAWN),
            "Withdrawn; not sent to", version=version,
        )  # fmt: skip

    def answered(self, held_id: str, who: str, note: str = "", version: int | None = None) -> Outcome:
        """The buyer has the answer through the marketplace: nothing is sent."""
        return self._rule(
            self.find(held_id), who, "answered", note, ANSWERABLE, _S.ANSWERED, any_of(_S.ANSWERED),
            "Answered in the marketplace; not sent to", version=version,
        )  # fmt: skip

    def dismiss(
        self, held_id: str, who: str, note: str = "", version: int | None = None, *, bulk: bool = False
    ) -> Outcome:
        """Release as it was written, and treat its thread as unrelated from now on."""
        outcome = self.release(held_id, who, "original", note, version, verb="dismiss", bulk=bulk)
        held = outcome.held
        if not held.thread:
            return Outcome(held, outcome.done, f"{outcome.message} No thread is known to dismiss.")
        self._ledger.set_dismissed(held.thread, True, self._now())
        return Outcome(held, outcome.done, f"{outcome.message} Its thread counts as unrelated from now on.")

    def undismiss(self, held_id: str, who: str, note: str = "", version: int | None = None) -> Outcome:
        """Let its thread count again, whatever became of the mail: a dismissal taken back."""
        held = self.find(held_id)
        thread = self._ledger.get(held.thread) if held.thread else None
        if thread is None:
            raise Refused(Sentence("why.no_thread", "No conversation is known that could count again."))
        if not thread.dismissed:
            return Outcome(held, False, "It was so already: its thread counts.")
        ruling = Ruling(held.id, who, "undismiss", note, self._now())
        try:
            held = self._holds.decide(held.id, ruling, {}, expect=(), version=version)
        except Conflict as conflict:
            raise Decided(conflict.held, "Nothing was changed: the mail is not as it was seen.") from None
        self._ledger.set_dismissed(thread.id, False, self._now())
        log.info("ruling.recorded", held=held.id, verb="undismiss", who=who)
        return Outcome(held, True, "Its thread counts again from now on; the mail itself stays as it is.")

    def retry(self, held_id: str, who: str, note: str = "", version: int | None = None) -> Outcome:
        """Send again what failed or is uncertain, and now what waits for its next try."""
        held = self.find(held_id)
        again = frozenset({_S.FAILED, _S.UNCERTAIN})
        if not some(held, again) and any(
            one.next_try and one.next_try > self._now() for one in some(held, {_S.APPROVED})
        ):
            again = frozenset({_S.APPROVED})
        forms = {one.release_as for one in some(held, again)}
        return self._rule(
            held, who, "retry", note, again, _S.APPROVED,
            ruled_last("retry", any_of(_S.APPROVED, _S.SENDING)),
            "Approved again; it will be sent to",
            release_as=forms.pop() or "original" if len(forms) == 1 else None, version=version,
        )  # fmt: skip

    def undo(self, held_id: str, who: str, note: str = "", version: int | None = None) -> Outcome:
        """Take a ruling back while nothing came of it: it waits again.

        An approval as long as the releaser has not taken it up; answered, rejected and withdrawn in the grace
        time, when nobody was told yet; the notice of a rejection goes with it.
        """
        held = self.find(held_id)
        closed = closed_now(held, self._wait, self._now())
        if closed is not None:
            return self._rule(
                held, who, "undo", note, {closed}, _S.PENDING, any_of(*WAITING), "It waits again for",
                version=held.version if version is None else version, unsent=("rejected",),
            )  # fmt: skip
        outcome = self._rule(
            held, who, "undo", note, {_S.APPROVED}, _S.PENDING, any_of(*WAITING), "It waits again for",
            version=version,
        )  # fmt: skip
        if outcome.done and held.thread and held.rulings and held.rulings[-1].verb == "dismiss":
            self._ledger.set_dismissed(held.thread, False, self._now())
        return outcome

    def claim(self, held_id: str, who: str) -> Outcome:
        """Say that somebody looks at it; lasts CLAIM. It binds nobody: decisions are compare-and-set."""
        held, now = self.find(held_id), self._now()
        if held.claimed_by == who and held.claimed_until and held.claimed_until > now + CLAIM / 2:
            return Outcome(held, False, f"{who} is looking at it already.")
        try:
            held = self._holds.claim(held.id, who, now + CLAIM, now)
        except Conflict as conflict:
            raise Decided(
                conflict.held, f"{conflict.held.claimed_by or 'Somebody'} is looking at it."
            ) from None
        return Outcome(held, True, f"{who} is looking at it.")

    def unclaim(self, held_id: str, who: str) -> Outcome:
        """Give the claim back."""
        held = self.find(held_id)
        if held.claimed_by is None:
            return Outcome(held, False, "Nobody is looking at it.")
        try:
            held = self._holds.unclaim(held.id, who, self._now())
        except Conflict as conflict:
            raise Decided(conflict.held, f"{conflict.held.claimed_by} is looking at it, not {who}.") from None
        return Outcome(held, True, "Nobody is looking at it any more.")

    def find(self, held_id: str) -> Held:
        """The held mail of that id, or of the only id that begins with it. Raises UnknownId."""
        exact = self._holds.get(held_id)
        if exact is not None:
            return exact
        if len(held_id) < SHORTEST_ID:
            raise UnknownId(
                f"{held_id!r} is not the id of a held mail; its beginning needs {SHORTEST_ID} characters."
            )
        found = self._holds.find(held_id)
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownId(f"{len(found)} ids begin with {held_id!r}; give more characters.")
        raise UnknownId(f"There is no held mail {held_id!r}.")

    def _rule(
        self,
        held: Held,
        who: str,
        verb: str,
        note: str,
        movable: Collection[HeldState],
        to: HeldState,
        same: Callable[[Held], bool],
        sentence: str,
        *,
        release_as: str | None = None,
        version: int | None = None,
        letters: tuple[Notice, ...] = (),
        tried: Mapping[str, str] | None = None,
        unsent: Collection[str] = (),
    ) -> Outcome:
        """Record the ruling on all recipients that can move, if nobody was faster."""
        moving = some(held, movable)
        if not moving:
            return settled(held, same)
        options = ({"as": release_as} if release_as else {}) | dict(tried or {})
        ruling = Ruling(held.id, who, verb, note, self._now(), options)
        try:
            held = self._holds.decide(
                held.id,
                ruling,
                {one.path.folded: to for one in moving},
                expect=movable,
                release_as=release_as,
                version=version,
                notices=letters,
                due=ruling.at + self._grace(verb, who),
                unsent=unsent,
            )
        except Conflict as conflict:
            return settled(conflict.held, same)
        log.info("ruling.recorded", held=held.id, verb=verb, who=who)
        addresses = ", ".join(one.path.address for one in moving)
        return Outcome(held, True, f"{sentence} {addresses}.")

    @property
    def _wait(self) -> timedelta:
        return self._config().gateway.review.grace

    def _grace(self, verb: str, who: str) -> timedelta:
        """How long an approval waits before the releaser takes it up, so that it can be taken back.

        A retry is wanted now, and what a deadline releases had its time.
        """
        waits = verb in ("release", "dismiss", "edit") and who != DEADLINE
        return self._wait if waits else timedelta(0)

    def _rejection(self, held: Held, who: str, note: str) -> tuple[Notice, ...]:
        ruling = Ruling(held.id, who, "reject", note, self._now())
        recipients = [one.path.address for one in some(held, CLOSABLE)]
        if not recipients:  # decided already, and the text may be gone
            return ()
        body = self._holds.body(held.id)
        notice = notices.rejected(held, body, ruling, recipients, self._config(), self._new_id())
        return (replace(notice, next_try=ruling.at + self._wait),) if notice else ()

    def _nobody(self, held: Held) -> str:
        if not self._config().gateway.notify.tells(held.author):
            return "notify.author is off"
        return "the sender is empty or a machine"

    def _try(self, held: Held, form: str) -> dict[str, str]:
        """Make the copy, to see that it can be made; what the releaser has to know of this moment."""
        config = self._config()
        thread = self._ledger.get(held.thread) if held.thread else None
        alias = alias_of(thread or thread_of(held), self._orders, config) if form == "relay" else None
        try:
            stamp = Stamp("localhost", held.id, self._now())
            copy(held, self._holds.body(held.id), form, thread, config, stamp, alias)
        except CannotRelease as error:
            raise Refused(error.why) from None
        if form == "footer":
            return {"footers": str(thread.footers if thread else 0)}
        return {"alias": alias} if alias else {}


_NO_NOTE: Final = Sentence("why.note", "A rejection needs a note: the author has to know why.")
_NOT_IN_BULK: Final = Sentence(
    "bulk.provisional", "The sender may still send this mail again; release it by itself, not in bulk."
)
_FORBIDDEN: Final = (
    "{marketplace} forbids answers to private addresses: say in the note why this one may go out."
)
