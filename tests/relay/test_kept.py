"""Connections to the next hop that one client leaves behind serve the next one, where that may be."""

import base64

import pytest

from gateway.relay import kept as module
from gateway.relay.capabilities import FRESH
from gateway.relay.kept import Kept
from gateway.relay.upstream import Upstream
from gateway.words import Direction
from tests.relay.test_listener import until
from tests.support import relay
from tests.support.hop import CLOSE, RESET, Fault, Hop
from tests.support.relay import Gateway, next_hop

KEEP = {"limits.kept_connections": 20}
MAIL = b"x: y\r\n\r\n.\r\n"


async def one_mail(gateway: Gateway) -> bytes:
    """A client that comes, sends one mail and goes; the reply to its dot."""
    async with gateway.client() as client:
        await client.begin()
        reply = await client.mail(MAIL)
        assert (await client.say(b"QUIT"))[:3] == b"221"
        assert await client.reply() == b""
    await until(lambda: not gateway.listener.leg.sessions.connections)
    return reply


async def idle(gateway: Gateway, *, number: int = 1) -> None:
    """Wait until so many connections stand idle."""
    await until(lambda: len(gateway.listener.leg.kept) == number)


async def test_clients_one_after_the_other_share_a_connection() -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        for _ in range(3):
            assert (await one_mail(gateway))[:3] == b"250"
        assert (hop.connections, len(hop.mails)) == (1, 3)
        assert [line[:4] for line in hop.lines] == [b"EHLO", *(b"MAIL", b"RCPT", b"DATA") * 3]


async def test_none_is_kept_unless_the_configuration_says_so() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway:
        for _ in range(2):
            assert (await one_mail(gateway))[:3] == b"250"
        await until(lambda: hop.lines.count(b"QUIT") == 2)
        assert hop.connections == 2


async def test_clients_at_once_have_one_each() -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        async with gateway.client() as one, gateway.client() as two:
            await one.begin()
            await two.begin()
            assert hop.connections == 2
            assert (await one.mail(MAIL))[:3] == (await two.mail(MAIL))[:3] == b"250"
        await idle(gateway, number=2)
        assert len(hop.mails) == 2


@pytest.mark.parametrize("fault", [CLOSE, RESET, b"421 4.4.2 idle for too long\r\n"], ids=str)
async def test_a_hop_that_has_hung_up_costs_the_next_client_nothing(fault: Fault | bytes) -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        await one_mail(gateway)
        hop.script["MAIL"] = [fault]
        assert (await one_mail(gateway))[:3] == b"250"
        assert (hop.connections, len(hop.mails)) == (2, 2)


async def test_it_is_tried_once_more_and_on_a_new_connection_only() -> None:
    """Of two that were left behind and are dead, the second is not tried after the first."""
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        async with gateway.client() as one, gateway.client() as two:
            await one.begin()
            await two.begin()
            await one.mail(MAIL)
            await two.mail(MAIL)
        await idle(gateway, number=2)
        hop.script["MAIL"] = [CLOSE]
        assert (await one_mail(gateway))[:3] == b"250"
        assert hop.connections == 3


async def test_a_hop_lost_behind_data_is_not_tried_again() -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        await one_mail(gateway)
        hop.script["BODY"] = [CLOSE]
        assert (await one_mail(gateway))[:3] == b"451"
        assert (hop.connections, len(hop.mails)) == (1, 1)


async def test_one_that_hangs_up_while_idle_is_not_handed_on() -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        await one_mail(gateway)
        await hop.stop()
        async with Hop(port=hop.port) as again:
            assert (await one_mail(gateway))[:3] == b"250"
            assert [line[:4] for line in again.lines] == [b"EHLO", b"MAIL", b"RCPT", b"DATA"]


async def test_one_that_carried_a_log_in_is_never_kept() -> None:
    hop = Hop(extensions=["AUTH PLAIN", "8BITMIME"])
    async with hop, relay.gateway(hop, Direction.OUTBOUND, {"outbound.auth": "pass", **KEEP}) as gateway:
        async with gateway.client() as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            said = b"AUTH PLAIN " + base64.b64encode(b"\0anna\0geheim")
            assert (await client.say(said))[:3] == b"235"
            assert (await client.say(b"MAIL FROM:<info@example.com>"))[:3] == b"250"
            assert (await client.say(b"RCPT TO:<k@elsewhere.test>"))[:3] == b"250"
            assert (await client.mail(MAIL))[:3] == b"250"
        await until(lambda: hop.lines[-1] == b"QUIT")
        assert len(gateway.listener.leg.kept) == 0


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DOT"])
async def test_one_on_which_the_hop_refused_something_is_not_kept(verb: str) -> None:
    """A hop counts refusals of a connection, and slows down or hangs up at some number."""
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        hop.script[verb] = [b"550 5.1.1 no\r\n"]
        async with gateway.client() as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            said = [
                await client.say(b"MAIL FROM:<a@sender.test>"),
                await client.say(b"RCPT TO:<info@example.com>"),
            ]
            if verb == "DOT":
                said.append(await client.mail(MAIL))
            assert b"550 5.1.1 no\r\n" in said
        await until(lambda: hop.lines[-1] == b"QUIT")
        assert len(gateway.listener.leg.kept) == 0


async def test_an_unfinished_transaction_is_not_left_to_the_next_client() -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        async with gateway.client() as client:
            await client.begin()
        await until(lambda: hop.lines[-1] == b"QUIT")
        assert len(gateway.listener.leg.kept) == 0


async def test_a_drain_and_a_reload_part_from_all() -> None:
    async with Hop() as hop, relay.gateway(hop, changes=KEEP) as gateway:
        await one_mail(gateway)
        gateway.listener.renew(None)
        await until(lambda: hop.lines[-1] == b"QUIT")
        await one_mail(gateway)
        assert hop.connections == 2
        await gateway.listener.drain(1.0)
        assert hop.lines.count(b"QUIT") == 2


async def test_too_many_and_too_old_ones_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[Upstream] = []
    async with Hop() as hop, Hop() as other:
        hops = [next_hop(hop)]
        kept = Kept(lambda: hops, gone.append, lambda: 2)
        made = [await Upstream.connect(hops, "gate.test") for _ in range(3)]
        for each in made:
            kept.give(each)
        assert (len(kept), gone) == (2, made[:1])
        assert kept.take() is made[2]
        kept.give(made[2])
        hops[0] = next_hop(other)  # mail goes elsewhere now
        assert (kept.take(), gone[1:]) == (None, [made[2], made[1]])
        hops[0] = next_hop(hop)
        kept.give(made[0])
        made[0].greeted -= FRESH
        assert (kept.take(), gone[3:]) == (None, [made[0]])
        kept.close()
        monkeypatch.setattr(module, "IDLE", 0.0)
        kept.give(made[1])
        await until(lambda: not len(kept))
        assert gone[4:] == [made[1]]
        for each in made:
            each.abort()
