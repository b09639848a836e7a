"""Who may take how long (RFC 5321 4.5.3.2), with the true limits and a clock that is put forward."""

from gateway.relay.capabilities import FRESH
from tests.support import relay
from tests.support.clock import advance, run, settle
from tests.support.hop import HANG, Hop

TIMEOUT = b"421 4.4.2 Timeout, closing connection\r\n"


def test_five_minutes_for_a_command() -> None:
    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.reply()
            for _ in range(3):
                await advance(280)
                assert (await client.say(b"NOOP"))[:3] == b"250"
            await advance(320)
            assert await client.reply() == TIMEOUT
            assert await client.reply() == b""

    run(conversation())


def test_three_minutes_of_silence_in_a_message() -> None:
    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.begin()
            await client.say(b"DATA")
            await client.send(b"x" * 200_000)
            await settle()
            await advance(170)
            await client.send(b"y\r\n")
            await settle()
            await advance(200)
            assert await client.reply() == TIMEOUT
            assert hop.mails == []

    run(conversation())


def test_a_message_that_trickles_is_cut_off_by_its_rate() -> None:
    """A byte a minute is no silence; after five minutes of grace it is too slow."""

    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.begin()
            await client.say(b"DATA")
            for _ in range(5):
                await client.send(b"x")
                await settle()
                await advance(58)
            assert not client.reader.at_eof()
            await advance(30)
            assert await client.reply() == TIMEOUT
            assert hop.mails == []

    run(conversation())


def test_a_message_at_the_minimum_rate_gets_in_and_the_next_hop_is_kept_awake() -> None:
    """600 bytes a second for half an hour; the connection to the next hop hears a NOOP each minute."""

    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.begin()
            await client.say(b"DATA")
            for _ in range(30):
                await client.send((b"x" * 598 + b"\r\n") * 60)
                await settle()
                await advance(60)
            await client.send(b".\r\n")
            assert (await client.reply())[:3] == b"250"
            assert len(hop.mails) == 1
            assert hop.lines.count(b"NOOP") in range(25, 32)

    run(conversation())


def test_the_rate_is_a_setting() -> None:
    async def conversation() -> None:
        changes = {"limits.data_rate": 1}
        async with Hop() as hop, relay.gateway(hop, changes=changes) as gateway, gateway.client() as client:
            await client.begin()
            await client.say(b"DATA")
            for _ in range(8):
                await client.send(b"x" * 58 + b"\r\n")
                await settle()
                await advance(58)
            await client.send(b".\r\n")
            assert (await client.reply())[:3] == b"250"

    run(conversation())


def test_a_next_hop_has_five_minutes_for_MAIL_and_the_client_is_not_blamed() -> None:
    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            hop.script["MAIL"] = [HANG]
            await client.send(b"MAIL FROM:<a@sender.test>\r\n")
            await settle()
            await advance(290)
            assert not client.reader.at_eof()
            await advance(20)
            assert (await client.reply())[:9] == b"451 4.4.2"
            assert (await client.say(b"NOOP"))[:3] == b"250"

    run(conversation())


def test_an_offer_is_a_minute_old_at_most() -> None:
    async def conversation() -> None:
        async with (
            Hop(extensions=["DSN"]) as hop,
            relay.gateway(hop) as gateway,
            gateway.client() as client,
        ):
            await client.reply()
            assert b"DSN" in await client.say(b"EHLO client.test")
            hop.extensions = []
            await advance(FRESH - 2)
            assert b"DSN" in await client.say(b"EHLO client.test")
            await advance(4)
            assert b"DSN" not in await client.say(b"EHLO client.test")

    run(conversation())


def test_half_a_command_is_silence() -> None:
    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.reply()
            await client.send(b"EHLO ")
            await settle()
            await advance(320)
            assert await client.reply() == TIMEOUT

    run(conversation())
