"""The whole path of a mail: client, listener, a gate that lets pass, next hop."""

import asyncio
import socket
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.relay.listener import Patience
from gateway.words import Direction
from tests.support import relay
from tests.support.hop import CLOSE, HANG, Delay, Hop, Mail
from tests.support.relay import Client
from tests.support.tls import Certificate


def stuffed(message: bytes) -> bytes:
    """A message as a client sends it, by another way than the gateway's."""
    lines = message.removesuffix(b"\r\n").split(b"\r\n") if message else []
    return b"".join((b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines) + b".\r\n"


LINES = st.one_of(
    st.sampled_from([b"", b".", b"..", b". ", b".\t.", b"Subject: x", b"x" * 999, b"y" * 70_000]),
    st.binary(max_size=40).map(lambda line: line.translate(None, b"\r\n\0")),
)
MESSAGES = st.lists(LINES, max_size=12).map(lambda lines: b"".join(line + b"\r\n" for line in lines))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(messages=st.lists(MESSAGES, min_size=1, max_size=3), cuts=st.lists(st.integers(1, 4000), max_size=4))
def test_bytes_come_out_as_they_went_in(messages: list[bytes], cuts: list[int]) -> None:
    """Dots, long lines, 8-bit, cut anywhere: the next hop has the message and envelope the client sent."""

    async def conversation() -> None:
        async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            for message in messages:
                assert (await client.say(b"MAIL FROM:<a@sender.test> BODY=8BITMIME"))[:3] == b"250"
                assert (await client.say(b"RCPT TO:<Info@Example.com>"))[:3] == b"250"
                assert (await client.say(b"DATA"))[:3] == b"354"
                wire = stuffed(message)
                for cut in cuts:
                    await client.send(wire[:cut])
                    wire = wire[cut:]
                    await asyncio.sleep(0)
                await client.send(wire)
                assert await client.reply() == b"250 2.0.0 queued as HOP1\r\n"
            assert hop.mails == [
                Mail(b"MAIL FROM:<a@sender.test> BODY=8BITMIME", (b"RCPT TO:<Info@Example.com>",), message)
                for message in messages
            ]
            assert hop.connections == 1

    asyncio.run(conversation())


async def test_a_mail_sent_byte_by_byte_comes_out_the_same() -> None:
    message = b"Subject: a\r\n\r\n.dot\r\n..\r\n.\r.\r\n".replace(b".\r.", b". .") + b".\r\n"
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        assert (await client.say(b"DATA"))[:3] == b"354"
        for byte in stuffed(message) + b"NOOP\r\n":
            await client.send(bytes([byte]))
            await asyncio.sleep(0.001)
        assert await client.reply() == b"250 2.0.0 queued as HOP1\r\n"
        assert await client.reply() == b"250 2.0.0 OK\r\n"
        assert [mail.data for mail in hop.mails] == [message]


async def test_a_large_mail_passes_through_the_spool() -> None:
    message = b"Subject: large\r\n\r\n" + (b".line\r\n" + b"x" * 991 + b"\r\n") * 5000
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        assert await client.mail(stuffed(message)) == b"250 2.0.0 queued as HOP1\r\n"
        assert [mail.data for mail in hop.mails] == [message]
        assert len(gateway.gate.seen[0].message) == len(message)


async def test_the_transaction_says_who_sent_what() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client("127.0.0.9") as client:
        await client.begin(b"<info@example.com>", b"<Postmaster>", sender=b"<>")
        await client.mail(b"x: y\r\n\r\n.\r\n")
        (tx,) = gateway.gate.seen
        assert (tx.id, tx.at, tx.direction) == ("id0", relay.AT, Direction.INBOUND)
        assert (tx.session.ip, tx.session.helo, tx.session.protocol) == ("127.0.0.9", "client.test", "ESMTP")
        assert tx.envelope.mail_from.address == ""
        assert [path.raw for path in tx.envelope.rcpt_tos] == ["<info@example.com>", "<Postmaster>"]
        assert tx.message.raw == b"x: y\r\n\r\n"


async def test_a_client_gone_before_its_dot_leaves_nothing_behind() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway:
        async with gateway.client() as client:
            await client.begin()
            await client.say(b"DATA")
            await client.send(b"Subject: half\r\n\r\nof a mail\r\n.\r")
        await until(lambda: hop.lines[-1] == b"QUIT")
        assert hop.mails == [] and gateway.gate.seen == []
        assert not any(line == b"DATA" for line in hop.lines)
        assert gateway.listener.transactions == 0


@pytest.mark.parametrize("linger", [None, b"\x01\0\0\0\0\0\0\0"], ids=["FIN", "RST"])
async def test_a_client_gone_after_its_dot_has_its_mail_sent(linger: bytes | None) -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway:
        gateway.gate.hold = asyncio.Event()
        async with gateway.client() as client:
            await client.begin()
            await client.say(b"DATA")
            await client.send(b"x: y\r\n\r\n.\r\n")
            await until(lambda: bool(gateway.gate.seen))
            if linger is not None:
                sock = client.writer.get_extra_info("socket")
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            client.writer.transport.abort()
        await asyncio.sleep(0.05)
        assert gateway.listener.transactions == 1
        gateway.gate.hold.set()
        await until(lambda: hop.lines[-1] == b"QUIT")
        assert [mail.data for mail in hop.mails] == [b"x: y\r\n\r\n"]
        assert gateway.listener.transactions == 0


async def test_a_client_that_half_closes_after_its_dot_hears_the_reply() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        await client.say(b"DATA")
        client.writer.write(b"x: y\r\n\r\n.\r\nQUIT\r\n")
        client.writer.write_eof()
        assert await client.reply() == b"250 2.0.0 queued as HOP1\r\n"
        assert await client.reply() == b"221 2.0.0 Bye\r\n"
        assert await client.reply() == b""


async def test_an_exception_is_451_and_nothing_of_it_is_told() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        gateway.gate.error = RuntimeError("secret path /etc/shadow")
        await client.begin()
        assert await client.mail(b"x: y\r\n\r\n.\r\n") == (
            b"451 4.3.0 Temporary problem here, please try again later\r\n"
        )
        gateway.gate.error = None
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"
        assert (await client.say(b"RCPT TO:<info@example.com>"))[:3] == b"250"
        assert (await client.mail(b"x: y\r\n\r\n.\r\n"))[:3] == b"250"
        assert len(hop.mails) == 1


async def test_an_exception_in_a_command_is_451_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("postgres://user:password@host")

    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.reply()
        await client.say(b"EHLO client.test")
        monkeypatch.setattr("gateway.relay.esmtp.parameter_refusal", broken)
        assert await client.say(b"MAIL FROM:<a@sender.test>") == (
            b"451 4.3.0 Temporary problem here, please try again later\r\n"
        )
        monkeypatch.undo()
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"


async def test_what_is_offered_is_ours_and_the_next_hops() -> None:
    hop = Hop(extensions=["8BITMIME", "DSN", "CHUNKING", "SIZE 5000"])
    async with hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.reply()
        assert await client.say(b"EHLO client.test") == (
            b"250-gate.test\r\n250-PIPELINING\r\n250-SIZE 5000\r\n250-8BITMIME\r\n250-DSN\r\n"
            b"250 ENHANCEDSTATUSCODES\r\n"
        )
        assert (await client.say(b"MAIL FROM:<a@sender.test> SMTPUTF8"))[:9] == b"555 5.5.4"


async def test_without_a_next_hop_the_session_goes_on_and_mail_is_451() -> None:
    async with Hop() as hop:
        await hop.stop()
        async with relay.gateway(hop) as gateway, gateway.client() as client:
            await client.reply()
            assert await client.say(b"EHLO client.test") == (
                b"250-gate.test\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250 ENHANCEDSTATUSCODES\r\n"
            )
            assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:9] == b"451 4.4.1"
            assert (await client.say(b"MAIL FROM:<a@sender.test> BODY=8BITMIME"))[:9] == b"451 4.4.1"
            assert (await client.say(b"NOOP"))[:3] == b"250"


async def test_a_next_hop_without_SIZE_is_not_told_the_size() -> None:
    async with Hop(extensions=[]) as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.reply()
        await client.say(b"EHLO client.test")
        assert (await client.say(b"MAIL FROM:<a@sender.test> SIZE=100"))[:3] == b"250"
        assert hop.lines[-1] == b"MAIL FROM:<a@sender.test>"


async def test_a_connection_that_went_stale_is_replaced_at_MAIL() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        await client.mail(b"x: y\r\n\r\n.\r\n")
        hop.script["MAIL"] = [b"421 4.4.2 idle for too long\r\n"]
        assert (await client.say(b"MAIL FROM:<b@sender.test>"))[:3] == b"250"
        assert (await client.say(b"RCPT TO:<info@example.com>"))[:3] == b"250"
        assert (await client.mail(b"x: z\r\n\r\n.\r\n"))[:3] == b"250"
        assert [mail.mail_from for mail in hop.mails] == [
            b"MAIL FROM:<a@sender.test>",
            b"MAIL FROM:<b@sender.test>",
        ]
        assert hop.connections == 2


async def test_a_next_hop_that_breaks_at_RCPT_makes_the_rest_451() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        hop.script["RCPT"] = [CLOSE]
        assert (await client.say(b"RCPT TO:<two@example.com>"))[:9] == b"451 4.4.2"
        assert (await client.say(b"RCPT TO:<three@example.com>"))[:9] == b"451 4.4.2"
        assert (await client.say(b"DATA"))[:9] == b"451 4.4.2"
        assert (await client.say(b"RSET"))[:3] == b"250"
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"
        assert hop.mails == []


async def test_the_next_hops_421_ends_the_session() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        hop.script["RCPT"] = [b"421 4.3.2 going down\r\n"]
        assert await client.say(b"RCPT TO:<two@example.com>") == b"421 4.3.2 going down\r\n"
        assert await client.reply() == b""


async def test_a_silent_client_is_told_to_go() -> None:
    patience = Patience(command=0.2)
    async with Hop() as hop, relay.gateway(hop, patience=patience) as gateway, gateway.client() as client:
        await client.reply()
        assert (await client.reply())[:9] == b"421 4.4.2"
        assert await client.reply() == b""


async def test_data_that_stop_coming_end_the_session_but_slow_data_do_not() -> None:
    patience = Patience(data=0.3, keep_alive=0.1)
    async with Hop() as hop, relay.gateway(hop, patience=patience) as gateway, gateway.client() as client:
        await client.begin()
        await client.say(b"DATA")
        for _ in range(6):
            await client.send(b"x: y\r\n")
            await asyncio.sleep(0.1)
        assert hop.lines.count(b"NOOP") >= 3
        assert (await client.reply())[:9] == b"421 4.4.2"
        assert hop.mails == []


async def test_waiting_for_the_next_hop_is_no_silence_of_the_client() -> None:
    patience = Patience(command=0.2, data=0.2)
    async with Hop() as hop, relay.gateway(hop, patience=patience) as gateway, gateway.client() as client:
        hop.script["RCPT"] = [Delay(0.5)]
        hop.script["DOT"] = [Delay(0.5)]
        await client.begin()
        assert await client.mail(b"x: y\r\n\r\n.\r\n") == b"250 2.0.0 queued as HOP1\r\n"


async def test_too_many_connections_are_told_to_come_later() -> None:
    async with Hop() as hop, relay.gateway(hop, changes={"limits.connections": 1}) as gateway:
        async with gateway.client() as first, gateway.client() as second:
            assert (await first.reply())[:3] == b"220"
            assert (await second.reply())[:9] == b"421 4.7.0"
            assert await second.reply() == b""
            assert (await first.say(b"NOOP"))[:3] == b"250"
        await asyncio.sleep(0.05)
        async with gateway.client() as third:
            assert (await third.reply())[:3] == b"220"


async def test_draining_lets_a_mail_finish_and_sends_the_idle_away() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway:
        gateway.gate.hold = asyncio.Event()
        async with gateway.client() as busy, gateway.client() as idle:
            await busy.begin()
            await busy.say(b"DATA")
            await busy.send(b"x: y\r\n\r\n.\r\n")
            assert (await idle.reply())[:3] == b"220"
            await until(lambda: bool(gateway.gate.seen))
            drain = asyncio.create_task(gateway.listener.drain(5))
            assert (await idle.reply())[:9] == b"421 4.3.2"
            assert await idle.reply() == b""
            with pytest.raises(OSError):
                async with gateway.client():
                    pass
            gateway.gate.hold.set()
            assert await busy.reply() == b"250 2.0.0 queued as HOP1\r\n"
            assert (await busy.reply())[:9] == b"421 4.3.2"
            assert await drain == 0
        assert len(hop.mails) == 1


async def test_draining_cuts_what_does_not_finish_and_counts_it() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        hop.script["DOT"] = [HANG]
        await client.say(b"DATA")
        await client.send(b"x: y\r\n\r\n.\r\n")
        await until(lambda: hop.lines[-1] == b"DATA")
        assert await gateway.listener.drain(0.1) == 1
        assert await client.reply() == b""


async def test_over_a_hundred_Received_fields_are_a_loop() -> None:
    async with Hop() as hop, relay.gateway(hop) as gateway, gateway.client() as client:
        await client.begin()
        assert await client.mail(b"Received: x\r\n" * 101 + b"\r\n.\r\n") == (
            b"554 5.4.6 Mail loop: too many Received fields\r\n"
        )
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"
        assert (await client.say(b"RCPT TO:<info@example.com>"))[:3] == b"250"
        assert (await client.mail(b"Received: x\r\n" * 100 + b"\r\n.\r\n"))[:3] == b"250"


async def test_a_full_disk_is_452_and_the_session_goes_on() -> None:
    changes = {"limits.spool_dir": "/nonexistent/spool"}
    async with Hop() as hop, relay.gateway(hop, changes=changes) as gateway, gateway.client() as client:
        await client.begin()
        assert (await client.mail((b"x" * 900 + b"\r\n") * 2000 + b".\r\n"))[:9] == b"452 4.3.1"
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"
        assert (await client.say(b"RCPT TO:<info@example.com>"))[:3] == b"250"
        assert (await client.mail(b"x: y\r\n\r\n.\r\n"))[:3] == b"250"
        assert len(hop.mails) == 1


async def tls_client(port: int, certificate: Certificate) -> Client:
    """A client that has gone under TLS."""
    client = Client(*await asyncio.open_connection("127.0.0.1", port))
    await client.reply()
    assert b"250-STARTTLS\r\n" in await client.say(b"EHLO clear.test")
    assert (await client.say(b"STARTTLS"))[:3] == b"220"
    await client.writer.start_tls(certificate.client(), server_hostname="localhost")
    return client


async def test_STARTTLS_makes_a_new_beginning(certificate: Certificate) -> None:
    async with Hop() as hop, relay.gateway(hop, tls=certificate.server()) as gateway:
        client = await tls_client(gateway.port, certificate)
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:9] == b"503 5.5.1"
        assert b"STARTTLS" not in await client.say(b"EHLO hidden.test")
        assert (await client.say(b"STARTTLS"))[:9] == b"502 5.5.1"
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"
        assert (await client.say(b"RCPT TO:<info@example.com>"))[:3] == b"250"
        message = b"Subject: x\r\n\r\n" + b"x" * 300_000 + b"\r\n"
        assert (await client.mail(message + b".\r\n"))[:3] == b"250"
        assert [mail.data for mail in hop.mails] == [message]
        session = gateway.gate.seen[0].session
        assert (session.helo, session.tls, session.protocol) == ("hidden.test", True, "ESMTPS")
        assert (await client.say(b"QUIT"))[:3] == b"221"
        client.writer.close()


async def test_words_in_clear_behind_STARTTLS_end_the_session(certificate: Certificate) -> None:
    async with (
        Hop() as hop,
        relay.gateway(hop, tls=certificate.server()) as gateway,
        gateway.client() as client,
    ):
        await client.reply()
        await client.say(b"EHLO client.test")
        await client.send(b"STARTTLS\r\nMAIL FROM:<evil@a.test>\r\n")
        assert (await client.reply())[:9] == b"503 5.5.1"
        assert await client.reply() == b""
        assert not any(line.startswith(b"MAIL") for line in hop.lines)


async def test_a_failed_handshake_ends_only_its_own_session(certificate: Certificate) -> None:
    async with Hop() as hop, relay.gateway(hop, tls=certificate.server()) as gateway:
        async with gateway.client() as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            await client.say(b"STARTTLS")
            await client.send(b"MAIL FROM:<a@sender.test>\r\n")
            while await client.reader.read(100):
                pass
        client = await tls_client(gateway.port, certificate)
        assert (await client.say(b"NOOP"))[:3] == b"250"
        client.writer.close()


async def until(done: Callable[[], bool]) -> None:
    """Wait until `done()` is true, at most five seconds."""
    for _ in range(500):
        if done():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never happened")
