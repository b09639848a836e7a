"""Delivers approved mail, and survives being killed at any moment.

A lease is taken, the copy made, handed to the leg's next hop, and every
recipient settled by the hop's own reply. Before the final dot a mark is on disk:
a process that dies before the mark leaves a mail that is simply sent again, one
that dies after it leaves a mail shown as `uncertain`, which only a person sends
again. A 4xx is tried again later for as long as it takes, a 5xx is `failed` and
its author is told. With the store away it waits; it never sends without a lease.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path as FilePath
from typing import Final, ParamSpec, TypeVar

import structlog

from gateway.config.models import Config
from gateway.mail.address import Path, path_of
from gateway.mail.message import Message
from gateway.mail.reply import HOP_DOWN, LOCAL_ERROR, Reply
from gateway.relay import passes
from gateway.relay.archive import Copier
from gateway.relay.keeping import kept_text
from gateway.relay.relay_alias import alias_of
from gateway.relay.signing import CannotSign, Signer
from gateway.relay.upstream import HopError
from gateway.review.copies import CannotRelease, Copy, Stamp, copy, thread_of, transaction
from gateway.review.delivery import Connect, backoff, deliver, next_hops, own_connect
from gateway.review.notices import undelivered
from gateway.review.worker import Worker
from gateway.store.database import Store, StoreError
from gateway.store.holds import Conflict, Held, Holds, Lease
from gateway.store.ledger import Ledger
from gateway.store.notices import Notice
from gateway.store.orders import Orders
from gateway.store.transmissions import Transmissions
from gateway.words import Direction, HeldState, Thread

log = structlog.get_logger()

AT_ONCE: Final = 4
"""Deliveries under way at the same time, so that one slow hop does not hold up all."""

LEASE: Final = timedelta(seconds=30)
"""What a lease lasts from its last renewal: how long a release may stand still after its process died."""

RENEWAL: Final = 10.0
"""Seconds between two renewals of a lease whose delivery is under way, however long that takes."""

RECOVERY: Final = timedelta(seconds=10)
"""How often leases that ran out are looked for."""

PAUSE: Final = 1.0
"""Seconds before the store is asked again."""

P = ParamSpec("P")
R = TypeVar("R")


class Releaser(Worker):
    """The one who sends. `config` gives the configuration in force, `hostname` our name in EHLO and Received,
    `now` the time (aware, UTC), `new_id` the id of each transaction."""

    def __init__(
        self,
        store: Store,
        config: Callable[[], Config],
        *,
        hostname: str,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        connect: Connect | None = None,
        signer: Signer | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._signer = signer
        self.passes: passes.Passes | None = None  # set once the store is open
        self._copier = Copier(store)
        self._holds = Holds(store)
        self._ledger = Ledger(store)
        self._orders = Orders(store)
        self._transmissions = Transmissions(store)
        self._config = config
        self._hostname = hostname
        self._now = now
        self._new_id = new_id
        self._connect = connect or own_connect(config)
        self._running: set[asyncio.Task[None]] = set()
        self._recovered: datetime | None = None

    async def step(self) -> bool:
        """Take one lease and begin to carry it out; whether there was one."""
        if len(self._running) >= AT_ONCE:
            await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            return True
        at = self._now()
        if self._recovered is None or at >= self._recovered + RECOVERY:
            found = await self._store.call(self._holds.recover, at)
            self._recovered = at
            if found:
                log.warning("store.recovered", recipients=found)
        lease = await self._store.call(self._holds.lease, at, at + LEASE)
        if lease is None:
            return False
        task = asyncio.create_task(self._carry_out(lease))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return True

    async def finish(self) -> None:
        if self._running:
            await asyncio.wait(self._running)

    async def _carry_out(self, lease: Lease) -> None:
        """One lease, to its end. Never raises: what it cannot settle, `recover` does."""
        delivery = _Delivery(lease)
        renewing = asyncio.create_task(self._renew(lease))
        try:
            await self._send(delivery)
        except Conflict:
            # Somebody else holds the lease now: whatever we know is not the last word.
            log.warning("release.uncertain", held=lease.held.id, reason="the lease was taken over")
        except Exception as error:
            log.error("releaser.error", held=lease.held.id, exc_info=error)
            with suppress(StoreError, Conflict):
                for path in tuple(delivery.waiting):
                    # Behind the mark the hop may have it: sending again is for a person to say.
                    state = HeldState.UNCERTAIN if delivery.marked else HeldState.APPROVED
                    await self._settle(delivery, path, state, LOCAL_ERROR)
        finally:
            renewing.cancel()
        try:
            await self._afterwards(delivery)
        except StoreError as error:
            log.error("store.error", doing="remember a release", reason=error.reason, held=lease.held.id)

    async def _renew(self, lease: Lease) -> None:
        """Keep the lease while its delivery runs. A store that does not answer is asked again."""
        with suppress(Conflict):
            while True:
                await asyncio.sleep(RENEWAL)
                with suppress(StoreError):
                    await self._store.call(self._holds.renew, lease, self._now() + LEASE)

    async def _send(self, delivery: "_Delivery") -> None:
        held, config = delivery.held, self._config()
        try:
            made = delivery.made = await self._made(delivery.lease, config)
        except CannotRelease as error:
            reply = Reply.make(554, f"5.6.0 {error.why}")
            for path in delivery.addresses:
                await self._settle(delivery, path, HeldState.FAILED, reply)
            return
        except CannotSign as error:
            log.error("release.unsigned", held=held.id, why=error.why)
            for path in delivery.addresses:
                await self._settle(delivery, path, HeldState.APPROVED, LOCAL_ERROR)
            return
        try:
            hop = await self._connect(next_hops(config, held.direction), self._hostname)
        except (HopError, OSError) as error:
            reply = error.reply if isinstance(error, HopError) else HOP_DOWN
            for path in delivery.addresses:
                await self._settle(delivery, path, HeldState.APPROVED, reply)
            return

        people = {path: path for path in delivery.addresses}
        if made.sent_to is not None:  # the relay's address in place of the one recipient
            people = {path_of(made.sent_to): path for path in delivery.addresses[:1]}

        async def settle(path: Path, state: HeldState, reply: Reply) -> None:
            if state is HeldState.SENT and not delivery.archived and held.direction is Direction.OUTBOUND:
                # Before it counts as sent: a crash now leaves it `uncertain`, and the archive has it.
                delivery.archived = True
                await self._insist_on(
                    lambda: self._copier.keep(made.pieces(), held.mail_from, config, self._now())
                )
            await self._settle(delivery, people[path], state, reply)

        async def before_dot() -> None:
            await self._store.call(self._holds.dotted, delivery.lease, self._now())
            delivery.marked = True

        limit = config.gateway.limits.final_reply
        try:
            await deliver(
                hop,
                held.mail_from,
                tuple(people),
                made.pieces(),
                made.size,
                settle,
                before_dot,
                limit,
            )
        except BaseException:
            hop.abort()
            raise
        await hop.quit()

    async def _made(self, lease: Lease, config: Config) -> Copy:
        held = lease.held
        body = await self._store.ask(self._holds.body, held.id)
        thread = await self._store.ask(self._ledger.get, held.thread) if held.thread else None
        stamp = Stamp(self._hostname, self._new_id(), self._now())
        form = lease.release_as or "original"
        alias = await self._alias(held, thread, config) if form == "relay" else None
        made = copy(held, body, form, thread, config, stamp, alias)
        if self.passes is not None and passes.wanted(held.direction, config):
            # Else a next hop that sends mail here again would have it held again.
            mark = self.passes.field(stamp.id, Message(made.raw), stamp.at)
            made = replace(made, prefix=mark + made.prefix)
        if made.sign_for is None:
            return made
        if self._signer is None:
            raise CannotSign("there is no DKIM process")
        settings = config.gateway.dkim
        field = await self._signer.sign(
            made.pieces(),
            domain=made.sign_for,
            selector=settings.selector,
            key=FilePath(settings.keys[made.sign_for]),
        )
        return replace(made, prefix=field + made.prefix)

    async def _alias(self, held: Held, thread: Thread | None, config: Config) -> str | None:
        """The alias as it was at the ruling; of a mail that was rerouted by a rule, as it is known now."""
        ruled = next((one.options["alias"] for one in reversed(held.rulings) if "alias" in one.options), None)
        if ruled is not None:
            return ruled
        return await self._store.call(alias_of, thread or thread_of(held), self._orders, config)

    async def _settle(self, delivery: "_Delivery", path: Path, state: HeldState, reply: Reply) -> None:
        """Write down how it went for one recipient, and wait for the store if it must be."""
        at, words = self._now(), str(reply)
        again = at + backoff(delivery.attempts(path)) if state is HeldState.APPROVED else None
        delivery.waiting.remove(path)
        told_before, letters = delivery.told, tuple[Notice, ...]()
        if state is HeldState.FAILED:
            letters = await self._refusal(delivery, path.address, words, at)
        settle = partial(self._holds.settle, notices=letters, instead_of=told_before if letters else None)
        await self._insist(settle, delivery.lease, path, state, words, at, again)
        delivery.settled.append((path, state, words))
        told = {"held": delivery.held.id, "to": path.address, "reply": words}
        if state is HeldState.SENT:
            log.info("release.sent", **told, as_=delivery.lease.release_as)
        elif state is HeldState.FAILED:
            log.error("release.failed", **told)
        elif state is HeldState.UNCERTAIN:
            log.error("release.uncertain", **told)
        else:
            log.warning("release.deferred", **told, next_try=again.isoformat() if again else None)

    async def _refusal(
        self, delivery: "_Delivery", address: str, words: str, at: datetime
    ) -> tuple[Notice, ...]:
        """What the author is told of all refusals of this delivery so far.

        It is committed with the refusal, so that a crash cannot come between the two.
        """
        delivery.refused.append((address, words))
        held = delivery.held
        try:
            body = await self._insist(self._holds.body, held.id)
            notice = undelivered(held, body, delivery.refused, self._config(), self._new_id(), at)
        except StoreError:
            raise
        except Exception as error:  # a notice that cannot be written must not cost the outcome
            log.error("releaser.error", held=held.id, exc_info=error)
            return ()
        if notice is None:
            return ()
        delivery.told = notice.id
        log.info("notice.queued", held=held.id, kind=notice.kind, notice=notice.id)
        return (notice,)

    async def _insist(self, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call into the store until it answers; once more, if we are to stop."""
        return await self._insist_on(lambda: self._store.call(fn, *args, **kwargs))

    async def _insist_on(self, ask: Callable[[], Awaitable[R]]) -> R:
        while True:
            last = self.stopping
            try:
                return await ask()
            except StoreError as error:
                log.warning("store.error", doing="settle a release", reason=error.reason)
                if last:
                    raise
                await asyncio.sleep(PAUSE)

    async def _afterwards(self, delivery: "_Delivery") -> None:
        """What follows from a delivery: the ledger learns of the answer."""
        held, at = delivery.held, self._now()
        sent = [path.folded for path, state, _ in delivery.settled if state is HeldState.SENT]
        if sent:
            words = next(words for _, state, words in delivery.settled if state is HeldState.SENT)
            # The client may come again with this very mail, if it never heard that it was held.
            await self._store.call(self._transmissions.record, held.fingerprint, sent, words, at)
            if held.thread:
                await self._store.call(self._remember, delivery, held.thread, at)
            again = any(one.state is HeldState.SENT for one in held.recipients)
            if held.thread and delivery.lease.release_as == "footer" and not again:
                await self._store.call(self._ledger.count_footer, held.thread, at)

    def _remember(self, delivery: "_Delivery", thread: str, at: datetime) -> None:
        """Tell the ledger of an answer that went out, with its text as the buyer got it."""
        held, made = delivery.held, delivery.made
        tx = None if made is None else transaction(held, b"".join(made.pieces()))
        text = None if tx is None else replace(kept_text(tx), at=at)
        self._ledger.add_message(thread, held.message_id, held.direction, at, text)


class _Delivery:
    """One lease under way: who is still open, what was settled, whether the mark of the dot is on disk, the
    copy for the archive, the refusals, and the notice that tells of them."""

    def __init__(self, lease: Lease) -> None:
        self.lease = lease
        # Settled by the folded address: two spellings of one address are one delivery.
        self.addresses = tuple({path.folded: path for path in lease.addresses}.values())
        self.waiting = list(self.addresses)
        self.settled: list[tuple[Path, HeldState, str]] = []
        self.marked = False
        self.archived = False
        self.made: Copy | None = None
        self.refused: list[tuple[str, str]] = []
        self.told: str | None = None

    @property
    def held(self) -> Held:
        return self.lease.held

    def attempts(self, path: Path) -> int:
        """How often this recipient was tried, this time included."""
        return next((one.attempts for one in self.held.recipients if one.path.folded == path.folded), 1)
