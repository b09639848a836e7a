"""How many connections there may be: in all, of a client, of a network, in a minute; each has its words."""

import os

import pytest

from gateway.config.models import Limits
from gateway.relay.clients import (
    MINUTE,
    TOO_MANY,
    TOO_MANY_OF_CLIENT,
    TOO_MANY_OF_NETWORK,
    TOO_OFTEN,
    Clients,
    grouped,
)
from gateway.relay.collector import Budget
from gateway.relay.counts import Counts
from gateway.words import Direction
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


def clients(clock: Clock | None = None, counts: Counts | None = None) -> Clients:
    """The clients of the inbound leg."""
    return Clients(clock or Clock(), counts or Counts(), Direction.INBOUND)


def test_connections_at_once_are_limited_by_client_and_by_network() -> None:
    here, limits = clients(), Limits(connections_per_client=2, connections_per_network=3)
    for _ in range(2):
        assert here.enter("192.0.2.7", limits, False) is None
    assert here.enter("192.0.2.7", limits, False) == TOO_MANY_OF_CLIENT
    assert here.enter("192.0.2.8", limits, False) is None
    assert here.enter("192.0.2.9", limits, False) == TOO_MANY_OF_NETWORK
    assert here.enter("198.51.100.9", limits, False) is None
    here.leave("192.0.2.7", False)
    assert here.enter("192.0.2.7", limits, False) is None


def test_connections_in_all_are_limited_for_everybody() -> None:
    here, limits = clients(), Limits(connections=2)
    assert [here.enter(ip, limits, True) for ip in ("192.0.2.7", "127.0.0.1", "")] == [None, None, TOO_MANY]
    assert here.enter("192.0.2.7", limits, False) == TOO_MANY
    here.leave("127.0.0.1", True)
    assert here.enter("192.0.2.7", limits, False) is None


def test_who_comes_too_often_waits_a_minute() -> None:
    clock = Clock()
    here, limits = clients(clock), Limits(connection_rate=3)
    assert [here.enter("2001:db8::1", limits, False) for _ in range(3)] == [None] * 3
    assert here.enter("2001:db8::2", limits, False) == TOO_OFTEN
    assert here.enter("2001:db8:0:1::1", limits, False) is None
    clock.now = MINUTE
    assert here.enter("2001:db8::1", limits, False) is None


def test_what_was_refused_or_is_gone_takes_no_place() -> None:
    """Else a client that is turned away again and again would never get in any more."""
    counts = Counts()
    here = clients(counts=counts)
    limits = Limits(
        connections_per_client=1, connections_per_network=2, connections=2, connection_rate=10_000
    )
    for _ in range(50):
        assert here.enter("192.0.2.1", limits, False) is None
        assert here.enter("192.0.2.1", limits, False) == TOO_MANY_OF_CLIENT
        assert here.enter("192.0.2.2", limits, False) is None
        assert here.enter("192.0.2.3", limits, False) == TOO_MANY_OF_NETWORK
        assert here.enter("198.51.100.1", limits, False) == TOO_MANY
        here.leave("192.0.2.1", False)
        here.leave("192.0.2.2", False)
    assert counts.add(Direction.INBOUND, 0) == 0
    for kind, who in (("client", "192.0.2.1"), ("client", "198.51.100.1"), ("network", "192.0.2.0/24")):
        assert counts.count(Direction.INBOUND, kind, who, 0) == 0


def test_processes_count_together_and_a_dead_one_gives_its_share_back() -> None:
    """Each limit, over two slots; the other leg and the figures of others stay."""
    counts, clock = Counts(3), Clock()
    here = clients(clock, counts)
    limits = Limits(connections_per_client=2, connections_per_network=3, connection_rate=5)
    counts.take(0)
    assert here.enter("192.0.2.7", limits, False) is None
    assert Budget(counts).take(1000, 1500)
    counts.take(1)
    assert here.enter("192.0.2.7", limits, False) is None
    assert here.enter("192.0.2.7", limits, False) == TOO_MANY_OF_CLIENT
    assert here.enter("192.0.2.8", limits, False) is None
    assert here.enter("192.0.2.9", limits, False) == TOO_MANY_OF_NETWORK
    assert not Budget(counts).take(1000, 1500)
    assert Clients(clock, counts, Direction.OUTBOUND).enter("192.0.2.7", limits, False) is None
    counts.clear(0)
    assert Budget(counts).used == 0
    assert here.enter("192.0.2.7", limits, False) is None
    assert counts.add(Direction.INBOUND, 0) == 3
    assert here.enter("192.0.2.7", limits, False) == TOO_MANY_OF_CLIENT
    # The attempts of this minute: slot 0 was cleared, so four are left, and this is the fifth and sixth.
    assert here.enter("192.0.2.7", limits, False) == TOO_MANY_OF_CLIENT
    assert here.enter("192.0.2.7", limits, False) == TOO_OFTEN
    clock.now = MINUTE
    counts.take(2)
    counts.clear(1)
    assert here.enter("192.0.2.7", limits, False) is None


def test_a_forked_process_sees_what_the_other_has() -> None:
    """The memory is one, not a copy."""
    counts = Counts(2)
    child = os.fork()
    if child == 0:
        counts.take(1)
        counts.add(Direction.INBOUND, 7)
        counts.count(Direction.INBOUND, "client", "192.0.2.1", 3)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert counts.add(Direction.INBOUND, 1) == 8
    assert counts.count(Direction.INBOUND, "client", "192.0.2.1", 1) == 4


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
