"""Brings the archive its copies: what was really sent, to the byte, to `archive.copy_to`.

Each copy goes alone, with a null sender and without reports, so that nothing comes
back to the author, to the next hop of the leg the address belongs to, never through
our own listeners. Whatever the archive answers, the mail itself has long been sent:
a copy that is not taken waits and is tried again, also after a 5xx, until it is taken.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import structlog

from gateway.config.models import Config
from gateway.mail.address import Path, domain_in, path_of
from gateway.mail.reply import HOP_DOWN, LOCAL_ERROR, Reply
from gateway.relay.upstream import HopError
from gateway.review.delivery import Connect, backoff, deliver, next_hops, own_connect
from gateway.review.worker import Worker
from gateway.store.archive import Archive, Archived
from gateway.store.database import Store
from gateway.words import Direction, HeldState

log = structlog.get_logger()

_QUIET: Final = ("NOTIFY=NEVER",)


class Archivist(Worker):
    """Sends the copies that are due. `now` gives the time (aware, UTC), `hostname` is our name in EHLO.

    Without `archive.copy_to` the copies wait; another address gets those that wait too.
    """

    def __init__(
        self,
        store: Store,
        config: Callable[[], Config],
        *,
        hostname: str,
        now: Callable[[], datetime],
        connect: Connect | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._archive = Archive(store)
        self._config = config
        self._hostname = hostname
        self._now = now
        self._connect = connect or own_connect(config)

    async def step(self) -> bool:
        """Send the copy that is due longest; whether there was one."""
        address = self._config().gateway.archive.copy_to
        copy = None if address is None else await self._store.call(self._archive.due, self._now())
        if copy is None or address is None:
            return False
        try:
            reply = await self._send(copy, address)
        except Exception as error:  # one copy that cannot be sent does not hold up the others
            log.error("releaser.error", copy=copy.id, exc_info=error)
            reply = LOCAL_ERROR
        await self._settle(copy, reply)
        return True

    async def _send(self, copy: Archived, address: str) -> Reply:
        """The archive's answer to one copy."""
        config, told = self._config(), list[Reply]()
        content = await self._store.call(self._archive.content, copy)
        to = path_of(address)
        inside = domain_in(to.domain, config.gateway.company.domains)
        leg = Direction.INBOUND if inside else Direction.OUTBOUND
        try:
            hop = await self._connect(next_hops(config, leg), self._hostname)
        except (HopError, OSError) as error:
            return error.reply if isinstance(error, HopError) else HOP_DOWN

        async def settle(path: Path, state: HeldState, reply: Reply) -> None:
            told.append(reply)

        async def before_dot() -> None:
            """A copy needs no mark: twice in the archive is better than not there."""

        try:
            await deliver(
                hop,
                Path("<>", "", copy.params),
                (Path(to.raw, to.address, _QUIET),),
                (content,),
                len(content),
                settle,
                before_dot,
                config.gateway.limits.final_reply,
            )
        except BaseException:
            hop.abort()
            raise
        await hop.quit()
        return told[0]

    async def _settle(self, copy: Archived, reply: Reply) -> None:
        if reply.ok:
            await self._store.call(self._archive.taken, copy.id)
            log.info("archive.sent", copy=copy.id, reply=str(reply))
            return
        again = self._now() + backoff(copy.attempts + 1)
        await self._store.call(self._archive.deferred, copy.id, again)
        log.warning("archive.deferred", copy=copy.id, reply=str(reply), next_try=again.isoformat())
