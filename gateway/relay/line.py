"""The line to the next hop for copies that differ: one fresh transaction each, on the session's connection.

Where the next hop closed that one a new one is made, unless the client had logged in on it: only
he can say his password again. HopError says that a transaction broke, and what the client hears.
"""

from gateway.mail.address import Path
from gateway.mail.reply import HOP_LOST, Reply
from gateway.relay.sending import Group, Sending
from gateway.relay.upstream import HopError, Upstream


async def reset(upstream: Upstream) -> None:
    """End the mirrored transaction; a hop that is gone has ended it already."""
    if upstream.alive:
        try:
            await upstream.rset()
        except HopError:
            upstream.abort()


class Line:
    """The session's connection for the groups, or a new one where the next hop closed it."""

    def __init__(self, sending: Sending, upstream: Upstream) -> None:
        self._sending, self._upstream, self._own = sending, upstream, False

    async def __aenter__(self) -> "Line":
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._own:
            await self._upstream.quit()

    async def send(self, group: Group, *, all_or_none: bool) -> tuple[Reply, dict[Path, Reply]]:
        """One fresh transaction: its final reply, and who was refused for good before it.

        With `all_or_none` a refused recipient ends the transaction; else only a temporary refusal does.
        """
        if not self._upstream.alive:
            if self._sending.tx.session.user is not None:
                # The next hop knew the client by its log-in, which only the client can say again.
                raise HopError(HOP_LOST, uncertain=False)
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
