"""The names of clients, for the trace field: what an address is called, if the name leads back to it.

Nobody waits for a look-up and none can fail a session: `ask` begins one, `of` gives what is known
by now. What is not known, not confirmed, no host name or too late is None. Answers are kept for
some minutes, so a busy client is asked for once; more look-ups than `AT_ONCE` are not begun.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

import dns.asyncresolver
import dns.name
import dns.rdatatype
import dns.reversename

from gateway.relay.txt import make_resolver

BUDGET: Final = 3.0
"""Seconds for the whole look-up of one client, all its names included."""

KEPT: Final = 600.0
"""Seconds a name is used."""

KEPT_UNKNOWN: Final = 60.0
"""Seconds after which an address that had none is asked for again."""

MAX_KEPT: Final = 4096
"""Addresses that are kept; the longest unused one goes first."""

AT_ONCE: Final = 20
MAX_NAMES: Final = 3
"""Names of one address that are tried; whoever gives it a thousand gets no thousand look-ups."""

_HOST: Final = re.compile(r"(?=.{1,253}\Z)[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?\Z")


class HostNames:
    """`nameservers` gives those of the configuration in force, () for the machine's own; `now` is monotonic
    seconds."""

    def __init__(self, nameservers: Callable[[], tuple[str, ...]], now: Callable[[], float]) -> None:
        self._nameservers = nameservers
        self._now = now
        self._known: OrderedDict[str, tuple[str | None, float]] = OrderedDict()
        self._asking: dict[str, asyncio.Task[None]] = {}
        self._resolver: dns.asyncresolver.Resolver | None = None
        self._servers: tuple[str, ...] | None = None

    def ask(self, ip: str) -> None:
        """Begin to look up an address (text) that is not known; never one of this machine's own."""
        if ip in self._asking or len(self._asking) >= AT_ONCE:
            return
        if ip in self._known and self._known[ip][1] > self._now():
            return
        try:
            address = ip_address(ip)
        except ValueError:
            return
        if address.is_loopback or address.is_unspecified:
            return
        self._asking[ip] = asyncio.get_running_loop().create_task(self._ask(address, ip), name="hostname")

    def of(self, ip: str) -> str | None:
        """The confirmed name of an address as far as it is known now, without its last dot."""
        name, until = self._known.get(ip, (None, 0.0))
        if until <= self._now():
            return None
        self._known.move_to_end(ip)
        return name

    def close(self) -> None:
        """Give up what is under way."""
        for task in self._asking.values():
            task.cancel()

    async def _ask(self, address: IPv4Address | IPv6Address, ip: str) -> None:
        name = None
        try:
            async with asyncio.timeout(BUDGET):
                name = await self._confirmed(address)
        except Exception:  # what strangers' servers send may upset the library in any way
            name = None
        finally:
            del self._asking[ip]
        self._known[ip] = name, self._now() + (KEPT if name else KEPT_UNKNOWN)
        self._known.move_to_end(ip)
        if len(self._known) > MAX_KEPT:
            self._known.popitem(last=False)

    async def _confirmed(self, address: IPv4Address | IPv6Address) -> str | None:
        resolver = self._asked()
        reverse = dns.reversename.from_address(str(address))
        family = dns.rdatatype.A if address.version == 4 else dns.rdatatype.AAAA
        answer = await resolver.resolve(reverse, dns.rdatatype.PTR, search=False)
        for record in sorted(answer, key=str)[:MAX_NAMES]:
            name = str(record.target.to_text(omit_final_dot=True))
            if _HOST.match(name) and await self._leads_to(resolver, record.target, family, address):
                return name
        return None

    @staticmethod
    async def _leads_to(
        resolver: dns.asyncresolver.Resolver,
        name: dns.name.Name,
        family: dns.rdatatype.RdataType,
        address: IPv4Address | IPv6Address,
    ) -> bool:
        answer = await resolver.resolve(name, family, search=False, raise_on_no_answer=False)
        return any(ip_address(record.address) == address for record in answer)

    def _asked(self) -> dns.asyncresolver.Resolver:
        """The resolver for the name servers configured now."""
        servers = self._nameservers()
        if self._resolver is None or servers != self._servers:
            self._resolver, self._servers = make_resolver(servers, BUDGET), servers
            self._resolver.cache = None  # what is kept, and for how long, is decided here
        return self._resolver
