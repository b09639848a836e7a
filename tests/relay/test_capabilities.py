"""What the next hops offered last is asked for once a minute, by one for all."""

import asyncio
from collections.abc import Callable, Sequence

import pytest

from gateway.config.models import NextHop
from gateway.relay import capabilities as module
from gateway.relay.capabilities import Capabilities
from gateway.relay.upstream import Upstream
from tests.support.hop import Delay, Hop
from tests.support.relay import next_hop


def capabilities_of(*hops: NextHop) -> Capabilities:
    """The capabilities of a leg that leads to these hops."""

    async def connect(some: Sequence[NextHop], on_failure: Callable[[NextHop], None]) -> Upstream:
        return await Upstream.connect(some, "gate.test", on_failure=on_failure)

    return Capabilities(connect, lambda: hops, Upstream.abort)


async def test_many_who_ask_at_once_cost_one_connection() -> None:
    async with Hop(extensions=["DSN"]) as hop:
        hop.script["EHLO"] = [Delay(0.05)]
        capabilities = capabilities_of(next_hop(hop))
        made = await asyncio.gather(*(capabilities.latest() for _ in range(20)))
        assert (hop.connections, capabilities.offered) == (1, {"DSN": ""})
        assert await capabilities.latest() is None
        (upstream,) = [each for each in made if each is not None]
        await upstream.quit()


async def test_a_record_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FRESH", 0.0)
    async with Hop(extensions=["DSN"]) as hop:
        capabilities = capabilities_of(next_hop(hop))
        first = await capabilities.latest()
        hop.extensions = ["8BITMIME"]
        second = await capabilities.latest()
        assert capabilities.offered == {"8BITMIME": ""}
        for upstream in (first, second):
            assert upstream is not None
            await upstream.quit()


async def test_the_last_known_stands_while_the_hop_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FRESH", 0.0)
    async with Hop(extensions=["DSN"]) as hop:
        capabilities = capabilities_of(next_hop(hop))
        upstream = await capabilities.latest()
        assert upstream is not None
        await upstream.quit()
        await hop.stop()
        assert await capabilities.latest() is None
        assert capabilities.offered == {"DSN": ""}


async def test_who_stops_waiting_leaves_no_connection_open() -> None:
    async with Hop() as hop:
        hop.script["EHLO"] = [Delay(0.1)]
        capabilities = capabilities_of(next_hop(hop))
        asking = asyncio.create_task(capabilities.latest())
        await asyncio.sleep(0.05)
        asking.cancel()
        await asyncio.sleep(0.2)
        assert (hop.connections, len(asyncio.all_tasks())) == (1, 1)


async def test_of_several_hops_the_common_is_offered_and_the_first_connection_kept() -> None:
    async with (
        Hop(extensions=["DSN", "8BITMIME", "SIZE 500"]) as one,
        Hop(extensions=["DSN", "SIZE 400"]) as two,
    ):
        capabilities = capabilities_of(next_hop(one), next_hop(two))
        upstream = await capabilities.latest()
        assert capabilities.offered == {"DSN": "", "SIZE": "400"}
        assert upstream is not None and upstream.hop == next_hop(one)
        assert (one.connections, two.connections) == (1, 1)
        assert await capabilities.latest() is None
        await upstream.quit()


async def test_a_hop_that_is_down_narrows_nothing_and_is_tried_last() -> None:
    async with Hop(extensions=[]) as down, Hop(extensions=["DSN"]) as good:
        await down.stop()
        capabilities = capabilities_of(next_hop(down), next_hop(good))
        upstream = await capabilities.latest()
        assert upstream is not None and upstream.hop == next_hop(good)
        assert capabilities.offered == {"DSN": ""}
        async with Hop(extensions=[], port=down.port) as back:
            another = await capabilities.connect()
            assert (another.hop, back.connections) == (next_hop(good), 0)
        for each in (upstream, another):
            await each.quit()


async def test_a_hop_that_hangs_does_not_hold_up_who_says_EHLO(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ASKING", 0.2)
    async with Hop(extensions=["DSN"]) as slow, Hop(extensions=["DSN", "8BITMIME"]) as good:
        slow.script["CONNECT"] = [Delay(0.5)]
        capabilities = capabilities_of(next_hop(slow), next_hop(good))
        upstream = await capabilities.latest()
        assert capabilities.offered == {"DSN": "", "8BITMIME": ""}
        await asyncio.sleep(0.5)
        assert capabilities.offered == {"DSN": ""}
        assert upstream is not None and upstream.hop == next_hop(good)
        await upstream.quit()


async def test_a_hop_in_clear_on_another_machine_gives_no_AUTH(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Hop(extensions=["AUTH PLAIN", "DSN"]) as hop:
        near, far = capabilities_of(next_hop(hop)), capabilities_of(next_hop(hop))
        for capabilities, offered in ((near, {"AUTH": "PLAIN", "DSN": ""}), (far, {"DSN": ""})):
            upstream = await capabilities.latest()
            assert (capabilities.offered, capabilities.private) == (offered, "AUTH" in offered)
            assert upstream is not None
            await upstream.quit()
            monkeypatch.setattr("gateway.relay.wire.is_local", lambda peer: False)
