"""Carries a decision out: relays, holds, or both, in the order that keeps every promise.

Rule 1: one outcome for all recipients goes through the mirrored transaction.
Rule 2: held and sent in one mail: the hold is committed `provisional`, then the groups are sent,
        the untouched one first, then the hold is finalised.
Rule 3: the first group refused undoes the hold, and its reply is ours. Once a group is out, who has it is
        remembered by the mail's fingerprint, so that a retry sends only the rest.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Final

import structlog

from gateway.mail import reply
from gateway.mail.address import Path
from gateway.mail.again import is_again
from gateway.mail.message import Message
from gateway.mail.reply import Reply
from gateway.policy.decision import RecipientDecision
from gateway.relay.archive import Copier
from gateway.relay.line import Line, reset
from gateway.relay.sending import Group, Sending, held_mail, whole
from gateway.relay.signing import CannotSign, Signer
from gateway.relay.story import Story
from gateway.relay.upstream import HopError, Upstream
from gateway.store.browse import NOTHING_SINCE, Browse
from gateway.store.database import Store, StoreError
from gateway.store.holds import BodyErased, Held, Holds
from gateway.store.notices import Notice
from gateway.store.transmissions import Transmissions
from gateway.words import ActionName, HeldState

__all__ = ["Carrier", "Group", "Outcome", "Sending", "reset"]

log = structlog.get_logger()

MOST_SHARED: Final = 256 * 1024
"""Octets of a mail whose held copy may be committed together with others."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail: our reply, the id of the held copy, who was sent to now, who was held."""

    reply: Reply
    held: str | None = None
    sent: tuple[Group, ...] = ()

    @property
    def reached(self) -> frozenset[str]:
        """The addresses that the next hop took the mail for, folded."""
        return frozenset(path.folded for group in self.sent for path in group.paths)

    @property
    def kept(self) -> bool:
        """Whether the mail is the next hop's or the store's now."""
        return self.reply.ok


class Carrier:
    """Carries out decisions.

    `write_notices` makes the notices about a copy that was refused after others had gone out (the record and
    the message as it came); they are committed together with it. `on_notices` hears that there are some.
    """

    def __init__(self, store: Store, new_held_id: Callable[[], str], signer: Signer | None = None) -> None:
        self._store = store
        self._signer = signer
        self._holds = Holds(store)
        self._browse = Browse(store)
        self._transmissions = Transmissions(store)
        self._new_held_id = new_held_id
        self._copier = Copier(store)
        self.write_notices: Callable[[Held, bytes], Sequence[Notice]] = lambda held, body: ()
        self.on_notices: Callable[[], None] = lambda: None

    async def carry(self, sending: Sending, upstream: Upstream, story: Story | None = None) -> Outcome:
        """Do what was decided, and tell the story of each copy.

        Raises HopError where the mirrored transaction broke, StoreError where nothing could be held; in both
        cases nothing was promised to anybody.
        """
        story = story or Story(time.monotonic)
        refusal = sending.refusal()
        if refusal is not None:
            await reset(upstream)
            return Outcome(refusal)
        groups, held = [await self._signed(sending, each) for each in sending.groups()], sending.held()
        # The mirrored transaction holds the addresses as the client gave them.
        mirrored = len(groups) == 1 and not held and not sending.reroutes
        if mirrored and len(sending.tx.envelope.rcpt_tos) == 1:
            return await self._mirrored(sending, groups[0], upstream, story)
        done = await self._done(sending, needed=bool(held) or len(groups) > 1) if groups else frozenset()
        if mirrored and not done:
            return await self._mirrored(sending, groups[0], upstream, story)
        await reset(upstream)
        if not groups:
            item, _ = await self._hold(sending, held, HeldState.PENDING, ())
            return Outcome(Reply.make(250, f"2.0.0 held for review as {item.id}"), item.id)
        return await self._several(sending, groups, held, done, upstream, story)

    async def _signed(self, sending: Sending, group: Group) -> Group:
        """The group with its signature made, before anything is sent. Raises CannotSign."""
        if group.sign_for is None:
            return group
        settings = sending.config.gateway.dkim
        if self._signer is None:
            raise CannotSign("there is no DKIM process")
        made = await self._signer.sign(
            sending.bytes_of(group),
            domain=group.sign_for,
            selector=settings.selector,
            key=FilePath(settings.keys[group.sign_for]),
        )
        return replace(group, signature=made)

    async def _mirrored(self, sending: Sending, group: Group, upstream: Upstream, story: Story) -> Outcome:
        """Everybody gets the same copy: DATA in the transaction the client's commands were mirrored in."""
        limit, began = sending.config.gateway.limits.final_reply, story.now()
        try:
            answer = await upstream.data(sending.bytes_of(group), timeout=limit)
        except HopError as error:
            story.copy(group.paths, error.reply, began)
            raise
        story.copy(group.paths, answer, began)
        if answer.ok:
            await self._copier.of_group(sending, group)
        return Outcome(answer, sent=(group,) if answer.ok else ())

    async def _several(
        self,
        sending: Sending,
        groups: list[Group],
        held: list[RecipientDecision],
        done: frozenset[str],
        upstream: Upstream,
        story: Story,
    ) -> Outcome:
        """Copies that differ: a provisional hold, one fresh transaction a group, then finalised."""
        item, fresh = None, False
        if held:
            item, fresh = await self._hold(sending, held, HeldState.PROVISIONAL, sorted(done))
        sent: list[Group] = []
        first = not done
        answer = reply.OK
        async with Line(sending, upstream) as line:
            for group in groups:
                rest = replace(group, paths=tuple(path for path in group.paths if path.folded not in done))
                if not rest.paths:
                    continue
                began = story.now()
                try:
                    answer, refused = await line.send(rest, all_or_none=first)
                except HopError as error:
                    answer, refused = error.reply, {}
                for path, words in refused.items():
                    story.copy((path,), words, began)
                if len(refused) < len(rest.paths):
                    story.copy((path for path in rest.paths if path not in refused), answer, began)
                if not answer.ok and (first or not answer.permanent):
                    if first and fresh and item is not None:
                        await self._undo(item)
                    return Outcome(answer if first else reply.LOCAL_ERROR)
                if not answer.ok:
                    refused = dict.fromkeys(rest.paths, answer)
                gone = tuple(path for path in rest.paths if path not in refused)
                if gone:
                    sent.append(replace(rest, paths=gone))
                    await self._copier.of_group(sending, sent[-1])
                    await self._record(sending, gone, answer)
                if refused:
                    await self._failed(sending, refused, also=(*done, *_addresses(sent)))
                first = False
        if item is None:
            return Outcome(answer if answer.ok else reply.OK, sent=tuple(sent))
        await self._finalise(item, sending, sent)
        return Outcome(Reply.make(250, f"2.0.0 held for review as {item.id}"), item.id, tuple(sent))

    async def _hold(
        self,
        sending: Sending,
        waiting: list[RecipientDecision],
        state: HeldState,
        also: Iterable[str],
    ) -> tuple[Held, bool]:
        """Commit a held copy, or join the one that waits for the same mail already; whether it is new."""
        new, thread = self._new_held_id(), sending.decision.thread

        def join_or_commit() -> Held:
            # In one turn of the store's thread, so that two retries at once make one held mail.
            adopted = self._holds.adopt(sending.fingerprint)
            if adopted is not None:
                return adopted
            known = thread.id if thread is not None else ""
            since = self._browse.since([known]).get(known, NOTHING_SINCE) if known else NOTHING_SINCE
            fresh = held_mail(sending, waiting, new, state, sending.fingerprint, since)
            again = self._sent_again(fresh, sending) if state is HeldState.PENDING else None
            if again is not None:
                return again
            fresh = replace(fresh, also_delivered=tuple(also))
            return self._holds.commit(fresh, whole(sending), sending.tx.at)

        # To compress a large mail takes long, and others must not wait for it with the store locked.
        commit = self._store.share if len(sending.tx.message) <= MOST_SHARED else self._store.call
        item = await commit(join_or_commit)
        if item.id == new:
            log.info("hold.committed", id=sending.tx.id, held=item.id, state=state.value)
        else:
            log.info("hold.joined", id=sending.tx.id, held=item.id)
        return item, item.id == new

    def _sent_again(self, fresh: Held, sending: Sending) -> Held | None:
        """The mail that waits already with these words, files, author and recipients; in the store's thread.

        Not where a copy of it left at once: what left has its own Message-ID, and its hold belongs to it.
        """
        for item in self._holds.alike(fresh):
            if item.thread != fresh.thread or item.also_delivered:
                continue
            try:
                body = self._holds.body(item.id)
            except BodyErased:
                continue
            if is_again(Message(body), sending.tx.message):
                return item
        return None

    async def _undo(self, item: Held) -> None:
        try:
            await self._store.call(self._holds.undo, item.id, item.held_at)
            log.info("hold.undone", held=item.id)
        except StoreError as error:
            # It stays provisional: visible to people, adopted by the retry.
            log.error("store.error", doing="undo a hold", reason=error.reason, held=item.id)

    async def _finalise(self, item: Held, sending: Sending, sent: list[Group]) -> None:
        try:
            await self._store.share(self._holds.finalise, item.id, sending.tx.at, _addresses(sent))
        except StoreError as error:
            # The copy is durable all the same, so the promise holds; it shows as provisional.
            log.error("store.error", doing="finalise a hold", reason=error.reason, held=item.id)

    async def _done(self, sending: Sending, *, needed: bool) -> frozenset[str]:
        """Who has this very mail from an attempt that was broken off.

        Without a store the question is `needed` only where the copies differ: else nobody had it alone.
        """
        try:
            return await self._store.ask(self._transmissions.done, sending.fingerprint, sending.tx.at)
        except StoreError:
            if needed:
                raise
            return frozenset()

    async def _record(self, sending: Sending, gone: tuple[Path, ...], answer: Reply) -> None:
        try:
            await self._store.call(
                self._transmissions.record,
                sending.fingerprint,
                [path.folded for path in gone],
                str(answer),
                sending.tx.at,
            )
        except StoreError as error:
            log.error("store.error", doing="record who has it", reason=error.reason, id=sending.tx.id)

    async def _failed(self, sending: Sending, refused: dict[Path, Reply], also: Sequence[str]) -> None:
        """A later copy was refused for good: it becomes a held mail `failed`, with the next hop's words.

        In the same commit its author is told, so that a crash cannot come between the two.
        """
        items = [item for item in sending.decision.recipients if item.target in refused]
        item = held_mail(sending, items, self._new_held_id(), HeldState.FAILED, sending.fingerprint)
        told = tuple(
            # What a person's retry sends is what was refused, with the edits it had.
            replace(
                each,
                reply=str(refused[decided.target]),
                release_as=_form(decided),
            )
            for each, decided in zip(item.recipients, items, strict=True)
        )
        item = replace(item, recipients=told, also_delivered=tuple(dict.fromkeys(also)))

        def commit() -> Sequence[Notice]:
            notices: Sequence[Notice] = ()
            try:
                notices = self.write_notices(item, bytes(sending.tx.message.raw))
            except Exception as error:
                # A notice that cannot be written must not cost the copy itself.
                log.error("tx.error", id=sending.tx.id, exc_info=error)
            self._holds.commit(item, whole(sending), sending.tx.at, notices=notices)
            return notices

        notices = await self._store.call(commit)
        log.info("hold.committed", id=sending.tx.id, held=item.id, state=HeldState.FAILED.value)
        for notice in notices:
            log.info("notice.queued", held=item.id, kind=notice.kind, notice=notice.id)
        if notices:
            self.on_notices()


def _addresses(sent: Iterable[Group]) -> tuple[str, ...]:
    """Who was sent to, folded."""
    return tuple(path.folded for group in sent for path in group.paths)


def _form(decided: RecipientDecision) -> str:
    """The form of a release that makes the copy which was decided on."""
    for name, form in _FORMS.items():
        if name in decided.actions:
            return form
    return "original"


_FORMS: Final = {ActionName.REROUTE: "relay", ActionName.REDACT: "redacted", ActionName.FOOTER: "footer"}
