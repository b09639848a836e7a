"""Commands that a client sends together go to the next hop together, and are answered one by one."""

import pytest

from tests.support import relay
from tests.support.hop import CLOSE, Action, Delay, Hop

GROUP = b"".join(b"RCPT TO:<%s@example.com>\r\n" % name for name in (b"a", b"b", b"c"))
FINE = b"250 2.1.5 recipient fine\r\n"


async def replies(client: relay.Client, count: int) -> list[bytes]:
    """The next so many."""
    return [await client.reply() for _ in range(count)]


@pytest.mark.parametrize("offers", [["PIPELINING"], []])
async def test_each_recipient_gets_the_next_hops_own_reply(offers: list[str]) -> None:
    """With and without PIPELINING at the next hop; our own refusals stand at their places."""
    async with Hop(extensions=offers) as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin(b"<first@example.com>")
        hop.script["RCPT"] = [FINE, b"550-5.1.1 no\r\n550 5.1.1 b\r\n"]
        foreign = b"RCPT TO:<x@elsewhere.test>\r\nRCPT TO:bad\r\n"
        await client.send(foreign + GROUP + b"RCPT TO:<d@example.com> NOTIFY=NEVER\r\nDATA\r\n")
        heard = await replies(client, 7)
        assert [each[:9] for each in heard[:2]] == [b"550 5.7.1", b"501 5.5.4"]
        assert heard[2:5] == [FINE, b"550-5.1.1 no\r\n550 5.1.1 b\r\n", FINE]
        assert [each[:3] for each in heard[5:]] == [b"555", b"354"]
        await client.send(b"x: y\r\n\r\n.\r\n")
        assert (await client.reply())[:3] == b"250"
        assert hop.mails[0].rcpt_tos == (
            b"RCPT TO:<first@example.com>",
            b"RCPT TO:<a@example.com>",
            b"RCPT TO:<c@example.com>",
        )
        assert [path.address for path in gateway.gate.seen[0].envelope.rcpt_tos] == [
            "first@example.com",
            "a@example.com",
            "c@example.com",
        ]


async def test_a_group_costs_one_round_trip() -> None:
    """The next hop has heard all of it before it answers the first."""
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin(b"<first@example.com>")
        hop.script["RCPT"] = [Delay(0.1)]
        await client.send(GROUP)
        assert await replies(client, 3) == [FINE] * 3
        assert hop.lines[-3:] == GROUP.split(b"\r\n")[:3]


@pytest.mark.parametrize("action", [CLOSE, Delay(0.05, b"garbage\r\n"), b"354 what\r\n"])
async def test_a_connection_that_breaks_in_a_group_makes_the_rest_451(action: Action) -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin(b"<first@example.com>")
        hop.script["RCPT"] = [FINE, action]
        await client.send(GROUP + b"DATA\r\n")
        heard = await replies(client, 4)
        assert heard[0] == FINE
        assert [each[:9] for each in heard[1:]] == [b"451 4.4.2"] * 3
        assert hop.mails == []


async def test_the_limit_of_recipients_counts_those_that_were_taken() -> None:
    changes = {"limits.recipients": 100}
    async with Hop() as hop, relay.gateway(hop, changes=changes) as gateway, gateway.client() as client:
        await client.begin(b"<first@example.com>")
        hop.script["RCPT"] = [b"550 5.1.1 no\r\n"] * 2
        group = b"".join(b"RCPT TO:<n%d@example.com>\r\n" % number for number in range(103))
        await client.send(group)
        heard = await replies(client, 103)
        assert [each[:3] for each in heard] == [b"550"] * 2 + [b"250"] * 99 + [b"452"] * 2


async def test_a_mistake_of_ours_in_a_group_ends_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """One 451 for three commands: what follows would be taken for the answer to another one."""

    def broken(*_: object) -> None:
        raise KeyError("secret")

    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin(b"<first@example.com>")
        monkeypatch.setattr("gateway.relay.esmtp.unsupported", broken)
        await client.send(GROUP)
        assert (await client.reply())[:9] == b"451 4.3.0"
        assert await client.reply() == b""
