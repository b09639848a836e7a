"""What the next hop offered last is asked for once a minute, by one for all."""

import asyncio

import pytest

from gateway.config.models import NextHop
from gateway.relay import mirror
from gateway.relay.mirror import Capabilities
from gateway.relay.upstream import Upstream
from tests.support.hop import Delay, Hop
from tests.support.relay import next_hop


def capabilities_of(hop: NextHop) -> Capabilities:
    """The capabilities of a leg that leads to `hop`."""

    async def connect() -> Upstream:
        return await Upstream.connect([hop], "gate.test")

    return Capabilities(connect)


async def test_many_who_ask_at_once_cost_one_connection() -> None:
    async with Hop(extensions=["DSN"]) as hop:
        hop.script["EHLO"] = [Delay(0.05)]
        capabilities = capabilities_of(next_hop(hop))
        made = await asyncio.gather(*(capabilities.latest() for _ in range(20)))
        assert (hop.connections, capabilities.record) == (1, {"DSN": ""})
        assert await capabilities.latest() is None
        (upstream,) = [each for each in made if each is not None]
        await upstream.quit()


async def test_a_record_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "FRESH", 0.0)
    async with Hop(extensions=["DSN"]) as hop:
        capabilities = capabilities_of(next_hop(hop))
        first = await capabilities.latest()
        hop.extensions = ["8BITMIME"]
        second = await capabilities.latest()
        assert capabilities.record == {"8BITMIME": ""}
        for upstream in (first, second):
            assert upstream is not None
            await upstream.quit()


async def test_the_last_known_stands_while_the_hop_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "FRESH", 0.0)
    async with Hop(extensions=["DSN"]) as hop:
        capabilities = capabilities_of(next_hop(hop))
        upstream = await capabilities.latest()
        assert upstream is not None
        await upstream.quit()
        await hop.stop()
        assert await capabilities.latest() is None
        assert capabilities.record == {"DSN": ""}


async def test_who_stops_waiting_leaves_no_connection_open() -> None:
    async with Hop() as hop:
        hop.script["EHLO"] = [Delay(0.1)]
        capabilities = capabilities_of(next_hop(hop))
        asking = asyncio.create_task(capabilities.latest())
        await asyncio.sleep(0.05)
        asking.cancel()
        await asyncio.sleep(0.2)
        assert (hop.connections, len(asyncio.all_tasks())) == (1, 1)
