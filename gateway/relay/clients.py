"""How many connections a client and its network have, and how often it comes.

Pure but for the clock it is given. A client is an IPv4 address or an IPv6 /64, a network a
/24 or /48. What is counted is bounded by the connections there are and by those of a minute.
"""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Final

from gateway.config.models import Limits
from gateway.mail.reply import Reply

MINUTE: Final = 60.0

TOO_MANY: Final = Reply.make(421, "4.7.0 Too many connections, please try again later")
TOO_MANY_OF_CLIENT: Final = Reply.make(421, "4.7.0 Too many connections from your address at once")
TOO_MANY_OF_NETWORK: Final = Reply.make(421, "4.7.0 Too many connections from your network at once")
TOO_OFTEN: Final = Reply.make(421, "4.7.0 Too many connections from your address in a minute")


class Clients:
    """The connections of one listener; `clock` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._at_once: Counter[str] = Counter()
        self._lately: Counter[str] = Counter()
        self._since = clock()

    def refusal(self, ip: str, limits: Limits) -> Reply | None:
        """Why this client gets no further connection, if so. Every call counts as one attempt."""
        client, network = grouped(ip)
        if self._clock() - self._since >= MINUTE:
            self._lately.clear()
            self._since = self._clock()
        self._lately[client] += 1
        if self._lately[client] > limits.connection_rate:
            return TOO_OFTEN
        if self._at_once[client] >= limits.connections_per_client:
            return TOO_MANY_OF_CLIENT
        return TOO_MANY_OF_NETWORK if self._at_once[network] >= limits.connections_per_network else None

    def enter(self, ip: str) -> None:
        """A connection begins."""
        self._at_once.update(grouped(ip))

    def leave(self, ip: str) -> None:
        """A connection that was counted ends."""
        for group in grouped(ip):
            self._at_once[group] -= 1
            if self._at_once[group] <= 0:
                del self._at_once[group]


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
