"""The way of a released mail out of the store: leased, marked at the dot, settled.

A lease that ran out goes back: without the dot mark the copy was surely not
taken and is due again; with it nobody knows, and a person decides. A holder
whose lease was given up on gets Conflict, whatever it wanted to write. All
methods raise StoreError if the store has trouble.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, false, null, select, true, update

from gateway.mail.address import Path
from gateway.store import audit, rows
from gateway.store.database import Store
from gateway.store.held import Conflict, Held, Lease, folded
from gateway.store.notices import Notice, add_all, drop
from gateway.store.schema import held, recipient
from gateway.words import HeldState

LOST_REPLY: Final = "no reply after the end of the message"
"""The reply of a recipient whose lease ran out after the final dot."""

OUTCOMES: Final = (HeldState.SENT, HeldState.FAILED, HeldState.UNCERTAIN, HeldState.APPROVED)
"""What an attempt can end in; `approved` is: deferred, to be tried again."""

_DUE = (recipient.c.state == HeldState.APPROVED.value) & (recipient.c.next_try <= bindparam("at"))
_NEXT = (
    select(held.c.id, recipient.c.release_as)
    .join(held, held.c.id == recipient.c.held)
    .where(_DUE)
    .order_by(recipient.c.next_try, held.c.held_at, recipient.c.number)
    .limit(1)
    .with_for_update(of=held, skip_locked=True)
)
_LEASED = (recipient.c.held == bindparam("item")) & (recipient.c.token == bindparam("fence"))
_DOTTED = update(recipient).where(_LEASED, recipient.c.state == HeldState.SENDING.value).values(dotted=true())
_RENEWED = (
    update(recipient)
    .where(_LEASED, recipient.c.state == HeldState.SENDING.value)
    .values(leased_until=bindparam("until"))
)
_RAN_OUT = select(recipient.c.held).where(
    recipient.c.state == HeldState.SENDING.value, recipient.c.leased_until <= bindparam("at")
)


class Leases:
    """The releaser's side of the held mails. `Holds` is the whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lease(self, at: datetime, until: datetime) -> Lease | None:
        """Take the copy that has been due longest: all due recipients of one mail with one `release_as`.

        They are `sending` until they are settled, or until `until`. None: nothing is due.
        """
        with self._store.begin() as connection:
            found = connection.execute(_NEXT, {"at": at}).first()
            if found is None:
                return None
            token = rows.touch(connection, found.id)
            taken = update(recipient).where(_DUE, recipient.c.held == found.id)
            taken = taken.where(recipient.c.release_as.is_not_distinct_from(found.release_as))
            numbers = connection.execute(
                taken.values(
                    state=HeldState.SENDING.value,
                    attempts=recipient.c.attempts + 1,
                    token=token,
                    leased_until=until,
                    dotted=false(),
                ).returning(recipient.c.number),
                {"at": at},
            ).scalars()
            chosen = sorted(numbers)
            rows.settle_state(connection, found.id)
            item = rows.one(connection, found.id)
            return Lease(
                item, tuple(item.recipients[number].path for number in chosen), token, found.release_as
            )

    def renew(self, lease: Lease, until: datetime) -> None:
        """Keep the lease until `until`: its holder lives. Raises Conflict if it is no longer this one."""
        with self._store.begin() as connection:
            moved = connection.execute(
                _RENEWED, {"item": lease.held.id, "fence": lease.token, "until": until}
            )
            if moved.rowcount == 0:
                raise Conflict(rows.one(connection, lease.held.id))

    def dotted(self, lease: Lease, at: datetime) -> None:
        """Note, durably, that the final dot is about to be sent: from here on a crash means `uncertain`.

        Raises Conflict if the lease is no longer this one; then the dot must not be sent.
        """
        with self._store.begin() as connection:
            moved = connection.execute(_DOTTED, {"item": lease.held.id, "fence": lease.token})
            if moved.rowcount == 0:
                raise Conflict(rows.one(connection, lease.held.id))

    def settle(
        self,
        lease: Lease,
        address: str | Path,
        state: HeldState,
        reply: str,
        at: datetime,
        next_try: datetime | None = None,
        *,
        notices: Iterable[Notice] = (),
        instead_of: str | None = None,
    ) -> Held:
        """Write how the attempt ended for one recipient: one of OUTCOMES, with the next hop's reply.

        `notices` about it are written with it; the one with the id `instead_of` goes, if it was not sent yet.

        A lease that ran out after its dot may still bring the true outcome, as long as nobody ruled on the
        recipient. Raises Conflict if the lease is no longer this one, ValueError for another state.
        """
        if state not in OUTCOMES:
            raise ValueError(f"an attempt does not end in {state.value}")
        deferred = state is HeldState.APPROVED
        with self._store.begin() as connection:
            rows.touch(connection, lease.held.id)
            moved = connection.execute(
                update(recipient)
                .where(_LEASED, recipient.c.address == folded(address))
                .where(recipient.c.state.in_((HeldState.SENDING.value, HeldState.UNCERTAIN.value)))
                .values(
                    state=state.value,
                    reply=reply,
                    next_try=(next_try or at) if deferred else None,
                    token=lease.token if state is HeldState.UNCERTAIN else None,
                    leased_until=null(),
                    dotted=false(),
                ),
                {"item": lease.held.id, "fence": lease.token},
            )
            if moved.rowcount == 0:
                raise Conflict(rows.one(connection, lease.held.id))
            rows.settle_state(connection, lease.held.id)
            audit.append(
                connection, "deferred" if deferred else state.value, lease.held.id, audit.GATEWAY, at
            )
            if instead_of is not None:
                drop(connection, instead_of)
            add_all(connection, notices, at)
            return rows.one(connection, lease.held.id)

    def recover(self, at: datetime) -> int:
        """Take back the leases that ran out by `at`; returns how many recipients that was."""
        taken = 0
        with self._store.begin() as connection:
            for item in sorted(set(connection.execute(_RAN_OUT, {"at": at}).scalars())):
                rows.touch(connection, item)
                late = update(recipient).where(
                    recipient.c.held == item,
                    recipient.c.state == HeldState.SENDING.value,
                    recipient.c.leased_until <= at,
                )
                again = late.where(recipient.c.dotted.is_(False)).values(
                    state=HeldState.APPROVED.value, next_try=at, token=null(), leased_until=null()
                )
                unknown = late.where(recipient.c.dotted.is_(True)).values(
                    state=HeldState.UNCERTAIN.value, reply=LOST_REPLY, leased_until=null(), next_try=null()
                )
                for verb, move in (("recovered", again), ("uncertain", unknown)):
                    count = connection.execute(move).rowcount
                    taken += count
                    if count:
                        audit.append(connection, verb, item, audit.GATEWAY, at)
                rows.settle_state(connection, item)
        return taken
