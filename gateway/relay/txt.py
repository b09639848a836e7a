"""TXT records, from the configured name servers or those of the machine (RFC 1035, RFC 6376 3.6.2).

Asks over UDP, over TCP where the answer was cut, and keeps answers as long as they may be
kept. "There is none" is an answer; everything else that is no answer (time-out, SERVFAIL,
nonsense, too much) raises NoLookup. One budget of seconds goes for all names asked together.
"""

import asyncio
from collections.abc import Iterable
from typing import Final

import dns.asyncresolver
import dns.exception
import dns.name
import dns.nameserver
import dns.rdatatype
import dns.resolver

BUDGET: Final = 3.0
"""Seconds for all look-ups of one mail."""

PATIENCE: Final = 1.0
"""Seconds for one try; then the next server, or the same one again."""

MAX_RECORD: Final = 8 * 1024
"""Bytes of one record; an RSA key of 16384 bits has half of that."""

_KEPT: Final = 1000
_AT_ONCE: Final = 10


class NoLookup(Exception):
    """There was no answer; `why` in a few words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TxtLookup:
    """Asks `nameservers` ("ip:port" or "[ipv6]:port"), or those of the machine if there are none."""

    def __init__(self, nameservers: Iterable[str] = (), *, budget: float = BUDGET) -> None:
        self._servers = tuple(nameservers)
        self._budget = budget
        self._resolver: dns.asyncresolver.Resolver | None = None

    async def all(self, names: Iterable[str]) -> dict[str, tuple[bytes, ...] | NoLookup]:
        """The TXT records of each name (absolute, with its last dot), () if there are none. Never raises."""
        wanted = tuple(dict.fromkeys(names))
        if not wanted:
            return {}
        turns = asyncio.Semaphore(_AT_ONCE)
        tasks = {name: asyncio.create_task(self._one(name, turns)) for name in wanted}
        try:
            await asyncio.wait(tasks.values(), timeout=self._budget)
        finally:
            for task in tasks.values():
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)
        return {
            name: NoLookup("DNS time-out") if task.cancelled() else task.result()
            for name, task in tasks.items()
        }

    async def _one(self, name: str, turns: asyncio.Semaphore) -> tuple[bytes, ...] | NoLookup:
        async with turns:
            try:
                answer = await self._asked().resolve(name, dns.rdatatype.TXT, search=False)
            except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
                return ()
            except dns.exception.Timeout:
                return NoLookup("DNS time-out")
            except dns.resolver.NoNameservers:
                return NoLookup("DNS server failure")
            except Exception as error:  # what strangers' servers send may upset the library in any way
                return NoLookup(f"DNS: {type(error).__name__}")
        # Servers give them in any order; the same answer is to lead to the same decision.
        records = tuple(sorted(b"".join(record.strings) for record in answer))
        if any(len(record) > MAX_RECORD for record in records):
            return NoLookup("DNS record too large")
        return records

    def _asked(self) -> dns.asyncresolver.Resolver:
        """The resolver; made at the first question, because it reads the machine's configuration."""
        if self._resolver is None:
            self._resolver = make_resolver(self._servers, self._budget)
        return self._resolver


def make_resolver(servers: tuple[str, ...], budget: float) -> dns.asyncresolver.Resolver:
    """A resolver that asks these servers ("ip:port"), or the machine's, and has `budget` seconds a question.

    Reads the machine's configuration if there are none.
    """
    resolver = dns.asyncresolver.Resolver(configure=not servers)
    if servers:
        resolver.nameservers = [_server(each) for each in servers]
    resolver.timeout, resolver.lifetime = PATIENCE, budget
    resolver.cache = dns.resolver.LRUCache(_KEPT)
    return resolver


def _server(text: str) -> dns.nameserver.Nameserver:
    host, _, port = text.rpartition(":")
    return dns.nameserver.Do53Nameserver(host.strip("[]"), int(port))
