"""How many connections there may be: in all, of a client, of a network, in a minute; each has its words."""

import pytest

from gateway.config.models import Limits
from gateway.relay.clients import (
    MINUTE,
    TOO_MANY_OF_CLIENT,
    TOO_MANY_OF_NETWORK,
    TOO_OFTEN,
    Clients,
    grouped,
)
from tests.support import relay
from tests.support.hop import Hop


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("ip", "client", "network"),
    [
        ("192.0.2.7", "192.0.2.7", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("", "", "/"),
    ],
)
def test_whose_connections_are_counted_together(ip: str, client: str, network: str) -> None:
    assert grouped(ip) == (client, network)


def test_connections_at_once_are_limited_by_client_and_by_network() -> None:
    clients, limits = Clients(Clock()), Limits(connections_per_client=2, connections_per_network=3)
    for _ in range(2):
        assert clients.refusal("192.0.2.7", limits) is None
        clients.enter("192.0.2.7")
    assert clients.refusal("192.0.2.7", limits) == TOO_MANY_OF_CLIENT
    assert clients.refusal("192.0.2.8", limits) is None
    clients.enter("192.0.2.8")
    assert clients.refusal("192.0.2.9", limits) == TOO_MANY_OF_NETWORK
    assert clients.refusal("198.51.100.9", limits) is None
    clients.leave("192.0.2.7")
    assert clients.refusal("192.0.2.7", limits) is None


def test_who_comes_too_often_waits_a_minute() -> None:
    clock = Clock()
    clients, limits = Clients(clock), Limits(connection_rate=3)
    assert [clients.refusal("2001:db8::1", limits) for _ in range(3)] == [None] * 3
    assert clients.refusal("2001:db8::2", limits) == TOO_OFTEN
    assert clients.refusal("2001:db8:0:1::1", limits) is None
    clock.now = MINUTE
    assert clients.refusal("2001:db8::1", limits) is None


def test_nothing_is_kept_of_clients_that_are_gone() -> None:
    clients = Clients(Clock())
    for number in range(100):
        clients.enter(f"192.0.2.{number}")
        clients.leave(f"192.0.2.{number}")
    assert not clients._at_once


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("connections", b"421 4.7.0 Too many connections, please try again later\r\n"),
        ("connections_per_client", b"421 4.7.0 Too many connections from your address at once\r\n"),
        ("connections_per_network", b"421 4.7.0 Too many connections from your network at once\r\n"),
        ("connection_rate", b"421 4.7.0 Too many connections from your address in a minute\r\n"),
    ],
)
async def test_a_client_too_many_is_told_which_limit_it_is(key: str, words: bytes) -> None:
    changes = {f"limits.{key}": 1, "limits.exempt_networks": []}
    async with (
        Hop() as hop,
        relay.gateway(hop, changes=changes) as gateway,
        gateway.client("127.0.0.9") as first,
        gateway.client("127.0.0.9") as second,
    ):
        assert (await first.reply())[:3] == b"220"
        assert await second.reply() == words
        assert await second.reply() == b""
        assert (await first.say(b"NOOP"))[:3] == b"250"


async def test_this_machine_is_not_counted() -> None:
    changes = {"limits.connections_per_client": 1, "limits.connection_rate": 1}
    async with (
        Hop() as hop,
        relay.gateway(hop, changes=changes) as gateway,
        gateway.client() as first,
        gateway.client() as second,
    ):
        assert [(await each.reply())[:3] for each in (first, second)] == [b"220", b"220"]
