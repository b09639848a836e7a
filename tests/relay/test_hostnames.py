"""What a client is called: asked of the configured name servers, believed only if the name leads back."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest

from gateway.relay import hostnames
from gateway.relay.hostnames import HostNames
from gateway.words import Direction
from tests.support.dns import GARBAGE, SERVFAIL, SILENT, Answer, DnsServer
from tests.support.hop import Hop
from tests.support.relay import gateway

IP = "192.0.2.7"
PTR = ("7.2.0.192.in-addr.arpa.", "PTR")


@pytest.fixture
async def server() -> AsyncIterator[DnsServer]:
    async with DnsServer() as running:
        yield running


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def names_of(server: DnsServer, now: Callable[[], float] = time.monotonic) -> HostNames:
    return HostNames(lambda: (server.address,), now)


async def told(names: HostNames, ip: str = IP) -> str | None:
    """Ask, and wait until nobody is being asked for."""
    names.ask(ip)
    await asyncio.gather(*names._asking.values(), return_exceptions=True)
    return names.of(ip)


async def test_a_name_that_leads_back_is_the_clients(server: DnsServer) -> None:
    server.records |= {PTR: ["mx.shop.example."], ("mx.shop.example.", "A"): ["192.0.2.1", IP]}
    assert await told(names_of(server)) == "mx.shop.example"


async def test_an_ipv6_client_has_one_too(server: DnsServer) -> None:
    reverse = "7.0.0.0" + ".0" * 20 + ".8.b.d.0.1.0.0.2.ip6.arpa."
    server.records |= {(reverse, "PTR"): ["mx.example."], ("mx.example.", "AAAA"): ["2001:db8::7"]}
    assert await told(names_of(server), "2001:db8::7") == "mx.example"


@pytest.mark.parametrize("back", [{}, {("bank.example.", "A"): ["192.0.2.8"]}], ids=["nowhere", "elsewhere"])
async def test_a_name_that_leads_elsewhere_is_nobodys(
    server: DnsServer, back: dict[tuple[str, str], list[str]]
) -> None:
    """Whoever owns an address may call it what he likes."""
    server.records |= {PTR: ["bank.example."], **back}
    assert await told(names_of(server)) is None


async def test_what_is_no_host_name_is_not_looked_up(server: DnsServer) -> None:
    r"""A name may hold any byte: "\032", brackets, a line end."""
    server.records[PTR] = [r"a\032[10.0.0.1]\010Received:.example."]
    assert await told(names_of(server)) is None
    assert [name for _, name in server.asked] == [PTR[0]]


async def test_of_many_names_a_few_are_tried(server: DnsServer) -> None:
    server.records[PTR] = [f"n{number}.example." for number in range(20)]
    for number in range(20):
        server.records[f"n{number}.example.", "A"] = ["192.0.2.99"]
    assert await told(names_of(server)) is None
    assert len(server.asked) == 1 + hostnames.MAX_NAMES


@pytest.mark.parametrize("answer", [SERVFAIL, GARBAGE, SILENT])
async def test_trouble_is_no_name(server: DnsServer, answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostnames, "BUDGET", 0.2)
    server.txt[PTR[0]] = answer
    assert await told(names_of(server)) is None


async def test_an_answer_is_kept_for_a_while(server: DnsServer) -> None:
    """Ten minutes for a name, one for "there is none"."""
    clock, other = Clock(), "192.0.2.8"
    server.records |= {PTR: ["mx.example."], ("mx.example.", "A"): [IP]}
    names = names_of(server, clock)
    for _ in range(2):
        assert (await told(names), await told(names, other)) == ("mx.example", None)
    assert len(server.asked) == 3
    clock.at += hostnames.KEPT_UNKNOWN + 1
    assert (await told(names), await told(names, other)) == ("mx.example", None)
    assert [name for _, name in server.asked[3:]] == ["8.2.0.192.in-addr.arpa."]
    clock.at += hostnames.KEPT
    assert names.of(IP) is None


async def test_this_machine_and_what_is_no_address_are_not_asked_for(server: DnsServer) -> None:
    names = names_of(server)
    for ip in ("127.0.0.1", "::1", "", "0.0.0.0", "nonsense"):
        assert await told(names, ip) is None
    assert server.asked == []


async def test_what_is_kept_and_asked_is_bounded(server: DnsServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostnames, "MAX_KEPT", 3)
    monkeypatch.setattr(hostnames, "AT_ONCE", 5)
    names = names_of(server)
    for last in range(50):
        names.ask(f"192.0.2.{last}")
    assert len(names._asking) == 5
    await told(names)
    assert (len(names._known), len(names._asking)) == (3, 0)


async def test_other_name_servers_count_at_once(server: DnsServer) -> None:
    """A reload that names others."""
    server.records |= {PTR: ["mx.example."], ("mx.example.", "A"): [IP]}
    servers: tuple[str, ...] = ("127.0.0.1:1",)
    clock = Clock()
    names = HostNames(lambda: servers, clock)
    assert await told(names) is None
    servers = (server.address,)
    clock.at += hostnames.KEPT
    assert await told(names) == "mx.example"


async def test_a_session_takes_what_is_known_and_waits_for_nothing(
    server: DnsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client's name is in its session; one whose name server is silent is served all the same."""
    monkeypatch.setattr("ipaddress.IPv4Address.is_loopback", False)
    server.records |= {
        ("1.0.0.127.in-addr.arpa.", "PTR"): ["client.example."],
        ("client.example.", "A"): ["127.0.0.1"],
    }
    server.txt["2.0.0.127.in-addr.arpa."] = SILENT
    names = names_of(server)
    async with Hop() as hop, gateway(hop, Direction.INBOUND, names=names) as here:
        for source in ("127.0.0.1", "127.0.0.2"):
            async with here.client(source) as client:
                await client.begin()
                if source == "127.0.0.1":
                    await told(names, source)
                assert (await client.mail(b"Subject: x\r\n\r\nx\r\n.\r\n"))[:3] == b"250"
        assert [tx.session.rdns for tx in here.gate.seen] == ["client.example", None]
        assert "127.0.0.2" in names._asking  # the silent one was not waited for
        names.close()
        await asyncio.gather(*names._asking.values(), return_exceptions=True)
