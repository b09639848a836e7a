"""Carries a decision out: relays, holds, or both, in the order that keeps every promise.

Rule 1: one outcome for all recipients goes through the mirrored transaction.
Rule 2: held and sent in one mail: the hold is committed `provisional`, then the groups are sent,
        the untouched one first, then the hold is finalised.
Rule 3: the first group refused undoes the hold, and its reply is ours. Once a group is out, who has it is
        remembered by the mail's fingerprint, so that a retry sends only the rest.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import structlog

from gateway.config.models import Config, Inbound, Outbound
from gateway.mail import headers, reply
from gateway.mail.address import Path
from gateway.mail.edit import Splice, pieces
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.clocks import deadline
from gateway.policy.decision import Decision, RecipientDecision
from gateway.relay.upstream import HopError, Upstream
from gateway.store.database import Store, StoreError
from gateway.store.holds import Held, HeldRecipient, Holds
from gateway.store.transmissions import Transmissions
from gateway.words import ActionName, Direction, Disposition, HeldState, Kind, Severity

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Group:
    """Recipients whose copies have the same bytes: `splices` on the message, `headers` in front of it."""

    splices: tuple[Splice, ...]
    headers: bytes
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """One mail ready to be carried out: what came, what was decided, what every copy gets."""

    tx: Transaction
    decision: Decision
    config: Config
    hostname: str

    @property
    def leg(self) -> Inbound | Outbound:
        """The leg of the configuration this mail goes through."""
        gateway = self.config.gateway
        leg = gateway.inbound if self.tx.direction is Direction.INBOUND else gateway.outbound
        if leg is None:
            raise ValueError(f"no [{self.tx.direction.value}] in the configuration")
        return leg

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of sender, sorted recipients and the bytes as received: the same again is a retry."""
        envelope = self.tx.envelope
        digest = hashlib.sha256()
        for address in (envelope.mail_from.address, *sorted(path.address for path in envelope.rcpt_tos)):
            digest.update(address.encode("utf-8", "surrogateescape") + b"\0")
        digest.update(self.tx.message.raw)
        return digest.digest()

    def groups(self) -> list[Group]:
        """The copies to be sent now, the untouched ones first, recipients in the order of the envelope."""
        found: dict[tuple[tuple[Splice, ...], bytes], list[Path]] = {}
        for item in self.decision.recipients:
            if item.disposition is Disposition.PASS:
                found.setdefault((item.splices, item.headers), []).append(item.path)
        ordered = sorted(found.items(), key=lambda entry: bool(entry[0][0] or entry[0][1]))
        return [Group(splices, front, tuple(paths)) for (splices, front), paths in ordered]

    def held(self) -> list[RecipientDecision]:
        """The recipients whose copies wait."""
        return [item for item in self.decision.recipients if item.disposition is Disposition.HOLD]

    def refusal(self) -> Reply | None:
        """The reply where nothing may be sent or held: 451 before 5xx, else None."""
        dispositions = {item.disposition for item in self.decision.recipients}
        if Disposition.TEMPFAIL in dispositions:
            return reply.LOCAL_ERROR
        refused = [item for item in self.decision.recipients if item.disposition is Disposition.REJECT]
        if not refused:
            return None
        names = ", ".join(item.path.address for item in refused)
        return Reply.make(550, f"5.7.1 Refused by the sender's own rules, not sent to: {names}"[:480])

    def bytes_of(self, group: Group) -> Iterator[bytes]:
        """A copy's bytes: our fields, `Received` last of them, then the message less forged fields, edited.

        `Received` stands last so that a message which begins with a continuation line cannot add to a tag.
        """
        front = group.headers + self._received()
        if front:
            yield front
        raw = self.tx.message.raw
        yield from pieces(raw, (*headers.forged(raw), *group.splices))

    def _received(self) -> bytes:
        if not self.leg.received:
            return b""
        session = self.tx.session
        return headers.received(
            helo=session.helo,
            ip=session.ip,
            rdns=None,
            host=self.hostname,
            protocol=session.protocol,
            id=self.tx.id,
            at=self.tx.at,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail: our reply, the id of the held copy, who was sent to now, who was held."""

    reply: Reply
    held: str | None = None
    sent: tuple[Group, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether the mail is the next hop's or the store's now."""
        return self.reply.ok


class Carrier:
    """Carries out decisions. `on_failed` hears of a copy that was refused after others had gone out."""

    def __init__(self, store: Store, new_held_id: Callable[[], str]) -> None:
        self._store = store
        self._holds = Holds(store)
        self._transmissions = Transmissions(store)
        self._new_held_id = new_held_id
        self.on_failed: Callable[[Held], None] | None = None

    async def carry(self, sending: Sending, upstream: Upstream) -> Outcome:
        """Do what was decided. Raises HopError where the mirrored transaction broke, StoreError where nothing
        could be held; in both cases nothing was promised to anybody."""
        refusal = sending.refusal()
        if refusal is not None:
            await reset(upstream)
            return Outcome(refusal)
        groups, held = sending.groups(), sending.held()
        if len(groups) == 1 and not held and len(sending.tx.envelope.rcpt_tos) == 1:
            return await self._mirrored(sending, groups[0], upstream)
        done = await self._done(sending) if groups else frozenset()
        if len(groups) == 1 and not held and not done:
            return await self._mirrored(sending, groups[0], upstream)
        await reset(upstream)
        if not groups:
            item, _ = await self._hold(sending, held, HeldState.PENDING, ())
            return Outcome(Reply.make(250, f"2.0.0 held for review as {item.id}"), item.id)
        return await self._several(sending, groups, held, done, upstream)

    async def _mirrored(self, sending: Sending, group: Group, upstream: Upstream) -> Outcome:
        """Everybody gets the same copy: DATA in the transaction the client's commands were mirrored in."""
        answer = await upstream.data(
            sending.bytes_of(group), timeout=sending.config.gateway.limits.final_reply
        )
        return Outcome(answer, sent=(group,) if answer.ok else ())

    async def _several(
        self,
        sending: Sending,
        groups: list[Group],
        held: list[RecipientDecision],
        done: frozenset[str],
        upstream: Upstream,
    ) -> Outcome:
        """Copies that differ: a provisional hold, one fresh transaction a group, then finalised."""
        item, fresh = None, False
        if held:
            item, fresh = await self._hold(sending, held, HeldState.PROVISIONAL, sorted(done))
        sent: list[Group] = []
        first = not done
        answer = reply.OK
        async with _Line(sending, upstream) as line:
            for group in groups:
                rest = replace(group, paths=tuple(path for path in group.paths if path.folded not in done))
                if not rest.paths:
                    continue
                try:
                    answer, refused = await line.send(rest, all_or_none=first)
                except HopError as error:
                    answer, refused = error.reply, {}
                if not answer.ok and (first or not answer.permanent):
                    if first and fresh and item is not None:
                        await self._undo(item)
                    return Outcome(answer if first else reply.LOCAL_ERROR)
                if not answer.ok:
                    refused = dict.fromkeys(rest.paths, answer)
                gone = tuple(path for path in rest.paths if path not in refused)
                if gone:
                    sent.append(replace(rest, paths=gone))
                    await self._record(sending, gone, answer)
                if refused:
                    await self._failed(sending, refused)
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
        fresh = held_mail(sending, waiting, self._new_held_id(), state, sending.fingerprint)
        fresh = replace(fresh, also_delivered=tuple(also))

        def join_or_commit() -> Held:
            # In one turn of the store's thread, so that two retries at once make one held mail.
            adopted = self._holds.adopt(fresh.fingerprint)
            return adopted or self._holds.commit(fresh, _whole(sending), sending.tx.at)

        item = await self._store.call(join_or_commit)
        if item.id == fresh.id:
            log.info("hold.committed", id=sending.tx.id, held=item.id, state=state.value)
        return item, item.id == fresh.id

    async def _undo(self, item: Held) -> None:
        try:
            await self._store.call(self._holds.undo, item.id, item.held_at)
            log.info("hold.undone", held=item.id)
        except StoreError as error:
            # It stays provisional: visible to people, adopted by the retry.
            log.error("store.error", doing="undo a hold", reason=error.reason, held=item.id)

    async def _finalise(self, item: Held, sending: Sending, sent: list[Group]) -> None:
        also = tuple(path.folded for group in sent for path in group.paths)
        try:
            await self._store.call(self._holds.finalise, item.id, sending.tx.at, also)
        except StoreError as error:
            # The copy is durable all the same, so the promise holds; it shows as provisional.
            log.error("store.error", doing="finalise a hold", reason=error.reason, held=item.id)

    async def _done(self, sending: Sending) -> frozenset[str]:
        """Who has this very mail from an attempt that was broken off."""
        return await self._store.call(self._transmissions.done, sending.fingerprint, sending.tx.at)

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

    async def _failed(self, sending: Sending, refused: dict[Path, Reply]) -> None:
        """A later copy was refused for good: it becomes a held mail `failed`, with the next hop's words."""
        items = [item for item in sending.decision.recipients if item.path in refused]
        item = held_mail(sending, items, self._new_held_id(), HeldState.FAILED, sending.fingerprint)
        told = tuple(
            # What a person's retry sends is what was refused: with the footer where there was one.
            replace(
                each,
                reply=str(refused[each.path]),
                release_as="footer" if ActionName.FOOTER in decided.actions else "original",
            )
            for each, decided in zip(item.recipients, items, strict=True)
        )
        item = await self._store.call(
            self._holds.commit, replace(item, recipients=told), _whole(sending), sending.tx.at
        )
        log.info("hold.committed", id=sending.tx.id, held=item.id, state=HeldState.FAILED.value)
        if self.on_failed is not None:
            self.on_failed(item)


async def reset(upstream: Upstream) -> None:
    """End the mirrored transaction; a hop that is gone has ended it already."""
    if upstream.alive:
        try:
            await upstream.rset()
        except HopError:
            upstream.abort()


class _Line:
    """The session's connection for the groups, or a new one where the next hop closed it."""

    def __init__(self, sending: Sending, upstream: Upstream) -> None:
        self._sending, self._upstream, self._own = sending, upstream, False

    async def __aenter__(self) -> "_Line":
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._own:
            await self._upstream.quit()

    async def send(self, group: Group, *, all_or_none: bool) -> tuple[Reply, dict[Path, Reply]]:
        """One fresh transaction: its final reply, and who was refused for good before it.

        With `all_or_none` a refused recipient ends the transaction; else only a temporary refusal does.
        """
        if not self._upstream.alive:
            self._upstream = await Upstream.connect(self._sending.leg.next_hop, self._sending.hostname)
            self._own = True
        hop = self._upstream
        answer = await hop.mail(self._sending.tx.envelope.mail_from)
        if not answer.ok:
            return answer, {}
        refused: dict[Path, Reply] = {}
        for path in group.paths:
            answer = await hop.rcpt(path)
            if not answer.ok:
                if all_or_none or not answer.permanent:
                    await hop.rset()
                    return answer, {}
                refused[path] = answer
        if len(refused) == len(group.paths):
            await hop.rset()
            return answer, refused
        timeout = self._sending.config.gateway.limits.final_reply
        return await hop.data(self._sending.bytes_of(group), timeout=timeout), refused


def held_mail(
    sending: Sending, waiting: list[RecipientDecision], held_id: str, state: HeldState, fingerprint: bytes
) -> Held:
    """The record of a held mail, from the decision that holds it."""
    tx, decision = sending.tx, sending.decision
    weighed = decision.verdict
    to_relay = any(item.kind is Kind.RELAY for item in waiting)
    clock, until = deadline(to_relay, sending.config.pack(weighed.marketplace), decision.thread, tx.at)
    findings = dict.fromkeys(found for item in waiting for found in item.findings)
    severest = sorted(findings, key=lambda found: list(Severity).index(found.severity))
    return Held(
        id=held_id,
        version=0,
        direction=tx.direction,
        held_at=tx.at,
        deadline=until,
        clock=clock,
        mail_from=tx.envelope.mail_from,
        recipients=tuple(HeldRecipient(item.path, item.kind, state, None, 0, None, None) for item in waiting),
        subject=tx.message.subject[:500],
        message_id=tx.message.message_id,
        author=author_of(sending),
        verdict=weighed.name.value,
        confidence=weighed.confidence.value if weighed.confidence else None,
        marketplace=weighed.marketplace,
        orders=weighed.orders,
        legal=weighed.legal.value if weighed.legal else None,
        thread=decision.thread.id if decision.thread else None,
        rule=next((item.rule for item in waiting if item.rule), None),
        reasons=tuple(dict.fromkeys(word for item in waiting for word in item.reasons)),
        findings=tuple(severest),
        config_hash=decision.config_hash,
        fingerprint=fingerprint,
        client=tx.session.ip,
        claimed_by=None,
        claimed_until=None,
        rulings=(),
        size=len(tx.message),
        also_delivered=(),
        note="; ".join(dict.fromkeys(item.note for item in waiting if item.note)),
    )


def author_of(sending: Sending) -> str:
    """Who hears what became of the mail: its first From; "" for a null sender and for a machine's mail."""
    tx = sending.tx
    machine = tx.envelope.mail_from.folded in (
        sender.casefold() for sender in sending.config.gateway.company.machine_senders
    )
    if not tx.envelope.mail_from.address or sending.decision.verdict.auto is not None or machine:
        return ""
    return tx.message.from_[0].address if tx.message.from_ else tx.envelope.mail_from.address


def _whole(sending: Sending) -> Iterator[bytes]:
    """The message as it came, in pieces: what is kept of a held mail."""
    yield from pieces(sending.tx.message.raw, ())
