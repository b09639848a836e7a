"""What the archive gets of a mail under way: `archive.copy_to` receives what was really sent.

Copied is outbound mail to people outside that belongs to a marketplace or was changed,
each copy in the bytes the next hop took. It is kept before the client hears 250 and
sent later by `review.archivist`, so it delays and refuses nothing. With the store away
the mail flows all the same, and the log says that the archive misses it.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime

import structlog

from gateway.config.models import Config
from gateway.mail.address import Path
from gateway.policy.recipients import is_archive, kind_of
from gateway.relay.sending import Group, Sending
from gateway.store.archive import Archive
from gateway.store.database import Store, StoreError
from gateway.words import Direction, Kind, VerdictName

log = structlog.get_logger()

_NEEDED = ("BODY", "SMTPUTF8")


class Copier:
    """Keeps copies for the archive, where there is one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._archive = Archive(store)

    async def of_group(self, sending: Sending, group: Group) -> None:
        """The next hop took this copy: keep it, if it is one for the archive. Never raises StoreError."""
        if sending.tx.direction is not Direction.OUTBOUND or not _is_told(sending, group):
            return
        try:
            await self.keep(
                sending.bytes_of(group), sending.tx.envelope.mail_from, sending.config, sending.tx.at
            )
        except StoreError as error:
            log.error("archive.missed", id=sending.tx.id, reason=error.reason)

    async def keep(self, pieces: Iterable[bytes], mail_from: Path, config: Config, at: datetime) -> None:
        """Keep one copy, on disk when this returns. Without `archive.copy_to`: nothing. Raises StoreError."""
        if config.gateway.archive.copy_to is None:
            return
        params = [one for one in mail_from.params if one.partition("=")[0].upper() in _NEEDED]
        await self._store.call(self._archive.add, secrets.token_hex(16), pieces, params, at)


def _is_told(sending: Sending, group: Group) -> bool:
    """Whether a copy concerns the archive: to somebody outside but the archive itself, and of a mail that
    was changed or has to do with a marketplace."""
    config = sending.config
    outside = [path for path in group.paths if not is_archive(path, config)]
    kinds = {kind_of(path, config)[0] for path in outside} - {Kind.INTERNAL}
    concerned = sending.decision.verdict.name is not VerdictName.NONE or Kind.RELAY in kinds
    changed = bool(group.splices or group.headers or sending.reroutes)
    return bool(kinds) and (concerned or changed)
