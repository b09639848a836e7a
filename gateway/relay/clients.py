"""How many connections a client and its network have, in all processes, and how often it comes.

Pure but for the clock and the counts it is given. A client is an IPv4 address or an IPv6 /64, a
network a /24 or /48. A connection is counted in before it is looked at, so that two processes
at once never let one too many in.
"""

from collections.abc import Callable
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Final

from gateway.config.models import Limits
from gateway.mail.reply import Reply
from gateway.relay.counts import Counts
from gateway.words import Direction

MINUTE: Final = 60.0

TOO_MANY: Final = Reply.make(421, "4.7.0 Too many connections, please try again later")
TOO_MANY_OF_CLIENT: Final = Reply.make(421, "4.7.0 Too many connections from your address at once")
TOO_MANY_OF_NETWORK: Final = Reply.make(421, "4.7.0 Too many connections from your network at once")
TOO_OFTEN: Final = Reply.make(421, "4.7.0 Too many connections from your address in a minute")


class Clients:
    """The connections of one leg; `clock` gives seconds that never run backwards, for all processes alike."""

    def __init__(self, clock: Callable[[], float], counts: Counts, leg: Direction) -> None:
        self._clock = clock
        self._counts = counts
        self._leg = leg

    def enter(self, ip: str, limits: Limits, exempt: bool) -> Reply | None:
        """Count a connection in, or say why it gets none. `exempt`: only the limit of all counts for it.

        Every call is one attempt in a minute.
        """
        refusal = None if exempt else self._of_client(ip, limits)
        if refusal is None and self._counts.add(self._leg, 1) > limits.connections:
            self._counts.add(self._leg, -1)
            refusal = TOO_MANY
            if not exempt:
                self._count_out(ip)
        return refusal

    def _of_client(self, ip: str, limits: Limits) -> Reply | None:
        client, network = grouped(ip)
        minute = int(self._clock() // MINUTE)
        if self._counts.lately(self._leg, client, minute) > limits.connection_rate:
            return TOO_OFTEN
        of_client = self._counts.count(self._leg, "client", client, 1)
        of_network = self._counts.count(self._leg, "network", network, 1)
        refusal = TOO_MANY_OF_NETWORK if of_network > limits.connections_per_network else None
        if of_client > limits.connections_per_client:
            refusal = TOO_MANY_OF_CLIENT
        if refusal is not None:
            self._count_out(ip)
        return refusal

    def leave(self, ip: str, exempt: bool) -> None:
        """A connection ends that was counted in; `exempt` as then."""
        self._counts.add(self._leg, -1)
        if not exempt:
            self._count_out(ip)

    def _count_out(self, ip: str) -> None:
        client, network = grouped(ip)
        self._counts.count(self._leg, "client", client, -1)
        self._counts.count(self._leg, "network", network, -1)


@lru_cache(maxsize=1024)
def grouped(ip: str) -> tuple[str, str]:
    """The client and the network an address belongs to, as text; of what is no address, itself."""
    try:
        address = ip_address(ip)
    except ValueError:
        return ip, f"{ip}/"
    if address.version == 4:
        return ip, str(ip_network((address, 24), strict=False))
    return str(ip_network((address, 64), strict=False)), str(ip_network((address, 48), strict=False))
