"""The connection to a next hop, and every way a next hop misbehaves."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from typing import Any

import pytest

from gateway.mail.address import parse_path
from gateway.mail.reply import HOP_DOWN, HOP_LOST, Reply
from gateway.relay.upstream import HopError, Timeouts, Upstream
from tests.support.hop import CLOSE, HANG, RESET, Action, Delay, Hop, Mail, Stored
from tests.support.relay import next_hop
from tests.support.tls import Certificate

SENDER = parse_path(b"FROM:<Alice@Sender.test> BODY=8BITMIME", "FROM")
RECIPIENT = parse_path(b"TO:<Bob+Tag@example.com>", "TO")
IMPATIENT = Timeouts(mail=0.3, rcpt=0.3, data=0.3, block=0.3, other=0.3, quit=0.3)


async def connected(hop: Hop, **options: Any) -> Upstream:
    """A connection to `hop` with short timeouts."""
    return await Upstream.connect([next_hop(hop)], "gate.test", timeouts=IMPATIENT, **options)


async def in_transaction(hop: Hop) -> Upstream:
    """A connection past MAIL and RCPT."""
    upstream = await connected(hop)
    assert (await upstream.mail(SENDER)).ok
    assert (await upstream.rcpt(RECIPIENT)).ok
    return upstream


async def test_a_mail_and_its_envelope_arrive_as_written() -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        assert upstream.extensions == {
            "PIPELINING": "",
            "SIZE": "104857600",
            "8BITMIME": "",
            "SMTPUTF8": "",
            "DSN": "",
        }
        reply = await upstream.data([b"Subject: x\r\n", b"\r\n.", b"dot\r\n"])
        assert reply == Reply(250, (b"2.0.0 queued as HOP1",))
        assert hop.mails == [
            Mail(
                b"MAIL FROM:<Alice@Sender.test> BODY=8BITMIME",
                (b"RCPT TO:<Bob+Tag@example.com>",),
                b"Subject: x\r\n\r\n.dot\r\n",
            )
        ]
        assert (upstream.alive, upstream.in_transaction) == (True, False)
        assert (await upstream.noop()).ok
        await upstream.quit()
        assert not upstream.alive
        assert hop.lines == [
            b"EHLO gate.test",
            b"MAIL FROM:<Alice@Sender.test> BODY=8BITMIME",
            b"RCPT TO:<Bob+Tag@example.com>",
            b"DATA",
            b"NOOP",
            b"QUIT",
        ]


async def test_a_large_mail_is_sent_piece_by_piece() -> None:
    pieces = [b".line\r\n" * 9000 for _ in range(50)]
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        assert (await upstream.data(pieces)).ok
        assert [mail.data for mail in hop.mails] == [b"".join(pieces)]
        await upstream.quit()


async def test_replies_come_back_as_the_hop_wrote_them() -> None:
    wire = b"550-5.1.1 no such user\r\n550-5.1.1  \xfcberhaupt nicht\r\n550 5.1.1 see https://hop.test\r\n"
    async with Hop() as hop:
        hop.script["RCPT"] = [wire]
        upstream = await connected(hop)
        await upstream.mail(SENDER)
        assert bytes(await upstream.rcpt(RECIPIENT)) == wire
        assert (await upstream.rcpt(RECIPIENT)).ok
        assert (await upstream.rset()).ok
        assert not upstream.in_transaction
        await upstream.quit()


@pytest.mark.parametrize(
    ("step", "action"),
    [
        ("CONNECT", b"554 5.7.1 not you\r\n"),
        ("CONNECT", b"421 4.3.2 later\r\n"),
        ("CONNECT", b"SSH-2.0-OpenSSH\r\n"),
        ("CONNECT", CLOSE),
        ("CONNECT", RESET),
        ("CONNECT", HANG),
        ("EHLO", b"421 4.3.2 later\r\n"),
        ("EHLO", CLOSE),
        ("EHLO", HANG),
        ("EHLO", b"354 what\r\n"),
    ],
)
async def test_a_next_hop_that_cannot_be_had_is_451(step: str, action: Action) -> None:
    async with Hop() as hop:
        hop.script[step] = [action]
        with pytest.raises(HopError) as raised:
            await connected(hop, timeout=0.5)
        assert (raised.value.reply, raised.value.uncertain) == (HOP_DOWN, False)


async def test_HELO_is_said_to_who_does_not_know_EHLO() -> None:
    async with Hop() as hop:
        hop.script["EHLO"] = [b"502 5.5.1 what?\r\n"]
        upstream = await connected(hop)
        assert upstream.extensions == {}
        assert hop.lines == [b"EHLO gate.test", b"HELO gate.test"]
        await upstream.quit()


async def test_the_next_of_several_hops_is_tried() -> None:
    async with Hop() as down, Hop() as busy, Hop() as good:
        await down.stop()
        busy.script["CONNECT"] = [b"421 4.3.2 later\r\n"]
        hops = [next_hop(each) for each in (down, busy, good)]
        upstream = await Upstream.connect(hops, "gate.test")
        assert upstream.hop == hops[2]
        await upstream.quit()


async def test_no_hop_at_all_names_each_with_its_reason() -> None:
    async with Hop() as down, Hop() as busy:
        await down.stop()
        busy.script["CONNECT"] = [b"421 4.3.2 later\r\n"]
        with pytest.raises(HopError) as raised:
            await Upstream.connect([next_hop(down), next_hop(busy)], "gate.test")
        assert str(next_hop(down)) in raised.value.why
        assert f"{next_hop(busy)}: greeting: 421 4.3.2 later" in raised.value.why


async def test_a_next_hop_on_IPv6() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError as error:
        pytest.skip(f"no IPv6 on loopback: {error}")
    async with Hop(host="::1") as hop:
        upstream = await connected(hop)
        assert str(upstream.hop) == f"smtp://[::1]:{hop.port}"
        await upstream.quit()


@pytest.mark.parametrize("action", [CLOSE, RESET, HANG, b"hello?\r\n", b"354 go on\r\n", b"250 x" * 20_000])
@pytest.mark.parametrize("step", ["MAIL", "RCPT", "RSET", "NOOP"])
async def test_no_usable_reply_to_a_command_is_451_and_the_connection_is_given_up(
    step: str, action: Action
) -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop) if step in ("RCPT", "RSET") else await connected(hop)
        hop.script[step] = [action]
        say = {"MAIL": upstream.mail, "RCPT": upstream.rcpt}
        with pytest.raises(HopError) as raised:
            await (say[step](RECIPIENT) if step in say else getattr(upstream, step.lower())())
        assert (raised.value.reply, raised.value.uncertain) == (HOP_LOST, False)
        assert not upstream.alive


async def test_whoever_says_421_is_not_spoken_to_again() -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["RCPT"] = [b"421 4.3.2 going down\r\n"]
        assert (await upstream.rcpt(RECIPIENT)).code == 421
        assert not upstream.alive


async def test_a_reply_nobody_asked_for_ends_the_connection() -> None:
    async with Hop() as hop:
        upstream = await connected(hop)
        hop.script["MAIL"] = [b"250 2.1.0 ok\r\n250 2.1.5 and one more\r\n"]
        assert (await upstream.mail(SENDER)).ok
        assert not upstream.alive
        with pytest.raises(HopError):
            await upstream.rcpt(RECIPIENT)


@pytest.mark.parametrize("wire", [b"451 4.3.0 not now\r\n", b"554 5.7.1 no\r\n"])
async def test_another_reply_than_354_is_given_back_and_no_data_are_sent(wire: bytes) -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["DATA"] = [wire]
        assert bytes(await upstream.data([b"Subject: x\r\n\r\n"])) == wire
        assert (upstream.alive, upstream.in_transaction) == (True, True)
        assert (await upstream.rset()).ok
        await upstream.quit()


@pytest.mark.parametrize("action", [CLOSE, HANG, b"250 2.0.0 thanks already\r\n"])
async def test_no_354_is_a_loss_before_anything_was_sent(action: Action) -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["DATA"] = [action]
        with pytest.raises(HopError) as raised:
            await upstream.data([b"Subject: x\r\n\r\n"])
        assert (raised.value.reply, raised.value.uncertain) == (HOP_LOST, False)


@pytest.mark.parametrize(
    "action", [CLOSE, RESET, HANG, b"what?\r\n", b"354 more\r\n", Stored(CLOSE), Stored(b"\xff\r\n")]
)
async def test_a_loss_after_the_final_dot_is_uncertain(action: Action) -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["DOT"] = [action]
        with pytest.raises(HopError) as raised:
            await upstream.data([b"Subject: x\r\n\r\n"], timeout=0.3)
        assert (raised.value.reply, raised.value.uncertain) == (HOP_LOST, True)
        assert not upstream.alive


@pytest.mark.parametrize("wire", [b"451 4.3.0 not now\r\n", b"554 5.7.1 spam\r\n", b"250 2.6.0 fine\r\n"])
async def test_the_reply_to_the_dot_is_given_back_after_any_delay(wire: bytes) -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["DOT"] = [Delay(0.4, wire)]
        assert bytes(await upstream.data([b"Subject: x\r\n\r\n"])) == wire
        assert upstream.alive
        await upstream.quit()


@pytest.mark.parametrize("action", [CLOSE, RESET, HANG])
async def test_a_loss_in_the_middle_of_the_body_is_certain(action: Action) -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["BODY"] = [action]
        with pytest.raises(HopError) as raised:
            await upstream.data((b"x" * 998 + b"\r\n") * 1000 for _ in range(60))
        assert (raised.value.reply, raised.value.uncertain) == (HOP_LOST, False)
        assert hop.mails == []


async def test_a_refusal_before_the_dot_is_given_back() -> None:
    async with Hop() as hop:
        upstream = await in_transaction(hop)
        hop.script["BODY"] = [b"552 5.3.4 enough\r\n", CLOSE]
        reply = await upstream.data((b"x" * 998 + b"\r\n") * 1000 for _ in range(60))
        assert bytes(reply) == b"552 5.3.4 enough\r\n"
        assert not upstream.alive


async def test_pieces_that_fail_leave_no_mail_behind() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"Subject: x\r\n" * 20_000
        raise ValueError("overlap")

    async with Hop() as hop:
        upstream = await in_transaction(hop)
        with pytest.raises(ValueError, match="overlap"):
            await upstream.data(pieces())
        assert not upstream.alive
        await asyncio.sleep(0.05)
        assert (hop.mails, hop.broken) == ([], 1)


async def test_a_command_broken_off_takes_the_connection_with_it() -> None:
    async with Hop() as hop:
        upstream = await connected(hop)
        hop.script["MAIL"] = [Delay(0.2)]
        task = asyncio.create_task(upstream.mail(SENDER))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not upstream.alive


async def test_quit_never_raises() -> None:
    async with Hop() as hop:
        for action in (CLOSE, HANG, b"garbage\r\n", b"500 no\r\n"):
            upstream = await connected(hop)
            hop.script["QUIT"] = [action]
            await upstream.quit()
            await upstream.quit()
            assert not upstream.alive


# TLS


async def test_may_encrypts_without_asking_who_it_is(certificate: Certificate) -> None:
    async with Hop(tls=certificate.server()) as hop:
        upstream = await connected(hop)
        assert (upstream.tls, "STARTTLS" in upstream.extensions) == (True, False)
        assert hop.lines == [b"EHLO gate.test", b"STARTTLS", b"EHLO gate.test"]
        assert (await upstream.mail(SENDER)).ok
        await upstream.quit()


async def test_may_goes_on_in_clear_where_TLS_is_refused_or_fails(certificate: Certificate) -> None:
    async with Hop(tls=certificate.server()) as hop:
        hop.script["STARTTLS"] = [b"454 4.7.0 not now\r\n"]
        upstream = await connected(hop)
        assert not upstream.tls
        await upstream.quit()
        upstream = await Upstream.connect(
            [next_hop(hop)], "gate.test", ssl_context=ssl.create_default_context()
        )
        assert (upstream.tls, hop.connections) == (False, 3)
        await upstream.quit()


async def test_never_stays_in_clear(certificate: Certificate) -> None:
    async with Hop(tls=certificate.server()) as hop:
        upstream = await Upstream.connect([next_hop(hop, "never")], "gate.test")
        assert (upstream.tls, hop.lines) == (False, [b"EHLO gate.test"])
        await upstream.quit()


@pytest.mark.parametrize("action", [b"454 4.7.0 not now\r\n", CLOSE, HANG, b"220 go\r\n250 put in\r\n"])
async def test_require_never_speaks_in_clear(certificate: Certificate, action: Action) -> None:
    async with Hop(tls=certificate.server()) as hop:
        hop.script["STARTTLS"] = [action]
        with pytest.raises(HopError) as raised:
            await Upstream.connect(
                [next_hop(hop, "require")], "gate.test", timeout=0.5, ssl_context=certificate.client()
            )
        assert raised.value.reply == HOP_DOWN
        assert hop.lines == [b"EHLO gate.test", b"STARTTLS"]


async def test_data_in_clear_behind_the_reply_to_STARTTLS_are_refused_with_may_too(
    certificate: Certificate,
) -> None:
    async with Hop(tls=certificate.server()) as hop:
        hop.script["STARTTLS"] = [b"220 go\r\n250 put in\r\n"]
        with pytest.raises(HopError) as raised:
            await connected(hop)
        assert "data in clear" in raised.value.why


async def test_require_takes_a_verified_name_and_no_other(certificate: Certificate) -> None:
    async with Hop(tls=certificate.server()) as hop:
        context = certificate.client()
        upstream = await Upstream.connect(
            [next_hop(hop, "require", host="localhost")], "gate.test", ssl_context=context
        )
        assert upstream.tls
        await upstream.quit()
        for strict in (context, None):  # another name, and a signer nobody knows
            with pytest.raises(HopError):
                await Upstream.connect([next_hop(hop, "require")], "gate.test", ssl_context=strict)
        assert not any(line.startswith(b"MAIL") for line in hop.lines)


async def test_require_needs_the_offer() -> None:
    async with Hop() as hop:
        with pytest.raises(HopError) as raised:
            await Upstream.connect([next_hop(hop, "require")], "gate.test")
        assert "not offered" in raised.value.why


async def test_smtps_is_TLS_from_the_first_byte(certificate: Certificate) -> None:
    async with Hop(tls=certificate.server(), implicit_tls=True) as hop:
        upstream = await Upstream.connect(
            [next_hop(hop, scheme="smtps", host="localhost")], "gate.test", ssl_context=certificate.client()
        )
        assert upstream.tls
        assert (await upstream.mail(SENDER)).ok
        assert (await upstream.rcpt(RECIPIENT)).ok
        assert (await upstream.data([b"x: y\r\n\r\n"])).ok
        assert [mail.data for mail in hop.mails] == [b"x: y\r\n\r\n"]
        await upstream.quit()
