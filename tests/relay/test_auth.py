"""The log-in of a client goes through to the next hop and is its business; here it is seen by nobody."""

import base64
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from gateway.relay import auth
from gateway.words import Direction
from tests.support import relay
from tests.support.clock import advance, run, settle
from tests.support.hop import CLOSE, Hop
from tests.support.tls import Certificate

STRANGER = "127.0.0.9"
PASS: dict[str, Any] = {"outbound.auth": "pass", "outbound.networks": ["192.0.2.0/24"]}
USER, SECRET = "anna@example.com", "geheim-4711"
PLAIN = base64.b64encode(f"\0{USER}\0{SECRET}".encode())
OFFERS = ["AUTH PLAIN LOGIN EXTERNAL GSSAPI", "SIZE 5000", "8BITMIME"]


def offering(*extensions: str) -> Hop:
    """A next hop where clients can log in."""
    return Hop(extensions=[*OFFERS, *extensions])


async def test_who_logs_in_at_the_next_hop_may_send_to_anybody() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        async with gateway.client(STRANGER) as client:
            await client.reply()
            assert b"250-AUTH PLAIN LOGIN\r\n" in await client.say(b"EHLO client.test")
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:9] == b"530 5.7.0"
            assert await client.say(b"AUTH PLAIN " + PLAIN) == b"235 2.7.0 welcome\r\n"
            assert (await client.say(b"MAIL FROM:<anna@example.com> AUTH=<>"))[:3] == b"250"
            assert (await client.say(b"RCPT TO:<kunde@elsewhere.test>"))[:3] == b"250"
            assert (await client.mail(b"x: y\r\n\r\n.\r\n"))[:3] == b"250"
            assert (await client.say(b"AUTH PLAIN " + PLAIN))[:9] == b"503 5.5.1"
        assert hop.lines.count(b"AUTH PLAIN " + PLAIN) == 1
        assert len(hop.mails) == 1
        session = gateway.gate.seen[0].session
        assert (session.user, session.protocol) == (USER, "ESMTPA")


async def test_challenges_and_responses_go_through_as_they_are() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        hop.script["AUTH"] = [b"334 VXNlcm5hbWU6\r\n", b"334 UGFzc3dvcmQ6\r\n", b"235 2.7.0 fine\r\n"]
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            assert await client.say(b"auth Login") == b"334 VXNlcm5hbWU6\r\n"
            assert await client.say(base64.b64encode(USER.encode())) == b"334 UGFzc3dvcmQ6\r\n"
            assert await client.say(base64.b64encode(SECRET.encode())) == b"235 2.7.0 fine\r\n"
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:3] == b"250"
        assert hop.lines[1:4] == [
            b"AUTH Login",
            base64.b64encode(USER.encode()),
            base64.b64encode(SECRET.encode()),
        ]


async def test_a_refusal_is_the_next_hops_and_the_client_may_try_again() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        hop.script["AUTH"] = [
            b"535 5.7.8 wrong, and it is logged\r\n",
            b"334 \r\n",
            b"501 5.0.0 cancelled\r\n",
        ]
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            assert await client.say(b"AUTH PLAIN " + PLAIN) == b"535 5.7.8 wrong, and it is logged\r\n"
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:9] == b"530 5.7.0"
            assert await client.say(b"AUTH PLAIN") == b"334 \r\n"
            assert await client.say(b"*") == b"501 5.0.0 cancelled\r\n"
            assert await client.say(b"AUTH PLAIN " + PLAIN) == b"235 2.7.0 welcome\r\n"
        assert hop.connections == 1


async def test_whoever_guesses_passwords_is_sent_away() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        hop.script["AUTH"] = [b"535 5.7.8 wrong\r\n"] * 9
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            replies = [await client.say(b"AUTH PLAIN " + PLAIN) for _ in range(5)]
            assert replies == [b"535 5.7.8 wrong\r\n"] * 5
            assert (await client.reply())[:9] == b"421 4.7.0"
            assert await client.reply() == b""


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        (b"AUTH", b"501 5.5.4"),
        (b"AUTH PLAIN not-base64", b"501 5.5.4"),
        (b"AUTH PLAIN a=b=", b"501 5.5.4"),
        (b"AUTH PLAIN " + PLAIN + b" more", b"501 5.5.4"),
        (b"AUTH PLAIN;RSET " + PLAIN, b"501 5.5.4"),
        (b"AUTH EXTERNAL =", b"504 5.5.4"),
        (b"AUTH GSSAPI", b"504 5.5.4"),
        (b"AUTH CRAM-MD5", b"504 5.5.4"),
    ],
)
async def test_what_was_not_offered_or_is_no_AUTH_never_reaches_the_next_hop(
    line: bytes, reply: bytes
) -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        async with gateway.client(STRANGER) as client:
            await client.reply()
            assert (await client.say(line))[:3] in (b"501", b"503")
            await client.say(b"EHLO client.test")
            assert (await client.say(line))[:9] == reply
        assert not any(line.upper().startswith(b"AUTH") for line in hop.lines)


async def test_a_response_that_is_none_ends_the_exchange() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        hop.script["AUTH"] = [b"334 \r\n"]
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            await client.say(b"AUTH PLAIN")
            assert (await client.say(b"MAIL FROM:<evil@a.test>"))[:9] == b"501 5.5.4"
            assert await client.say(b"AUTH PLAIN " + PLAIN) == b"235 2.7.0 welcome\r\n"
        assert not any(line.startswith(b"MAIL") for line in hop.lines)
        assert hop.connections == 2


async def test_mechanisms_that_were_named_are_passed_on_too() -> None:
    changes = PASS | {"outbound.auth_also": ["GSSAPI"]}
    async with (
        offering() as hop,
        relay.gateway(hop, Direction.OUTBOUND, changes) as gateway,
        gateway.client(STRANGER) as client,
    ):
        await client.reply()
        assert b"250-AUTH PLAIN LOGIN GSSAPI\r\n" in await client.say(b"EHLO client.test")


async def test_the_inbound_leg_and_a_leg_without_pass_have_no_AUTH() -> None:
    async with offering() as hop:
        for direction, changes in (
            (Direction.INBOUND, PASS),
            (Direction.OUTBOUND, {"outbound.auth": "off"}),
        ):
            async with relay.gateway(hop, direction, changes) as gateway, gateway.client() as client:
                await client.reply()
                assert b"AUTH" not in await client.say(b"EHLO client.test")
                assert (await client.say(b"AUTH PLAIN " + PLAIN))[:9] == b"502 5.5.1"
                assert (await client.say(b"MAIL FROM:<a@example.com> AUTH=<>"))[:9] == b"555 5.5.4"


async def test_in_clear_from_another_machine_there_is_no_AUTH(monkeypatch: pytest.MonkeyPatch) -> None:
    """Either leg: the client's, and the next hop's."""
    for module in ("gateway.relay.conversation", "gateway.relay.wire"):
        async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
            with monkeypatch.context() as patch:
                patch.setattr(f"{module}.is_local", lambda peer: False)
                async with gateway.client(STRANGER) as client:
                    await client.reply()
                    assert b"AUTH" not in await client.say(b"EHLO client.test")
                    assert (await client.say(b"AUTH PLAIN " + PLAIN))[:10] == b"538 5.7.11"
            assert not any(line.startswith(b"AUTH") for line in hop.lines)


async def test_under_TLS_there_is(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.relay.conversation.is_local", lambda peer: False)
    async with (
        offering() as hop,
        relay.gateway(hop, Direction.OUTBOUND, PASS, tls=certificate.server()) as gateway,
        gateway.client(STRANGER) as client,
    ):
        await client.reply()
        assert b"AUTH" not in await client.say(b"EHLO client.test")
        await client.say(b"STARTTLS")
        await client.writer.start_tls(certificate.client(), server_hostname="localhost")
        assert b"AUTH" in await client.say(b"EHLO client.test")
        assert (await client.say(b"AUTH PLAIN " + PLAIN))[:3] == b"235"


async def test_a_log_in_in_clear_ends_with_STARTTLS(certificate: Certificate) -> None:
    """What came before TLS counts no more, and its connection is nobody's."""
    async with offering() as hop:
        async with (
            relay.gateway(hop, Direction.OUTBOUND, PASS, tls=certificate.server()) as gateway,
            gateway.client(STRANGER) as client,
        ):
            await client.reply()
            await client.say(b"EHLO client.test")
            assert (await client.say(b"AUTH PLAIN " + PLAIN))[:3] == b"235"
            await client.say(b"STARTTLS")
            await client.writer.start_tls(certificate.client(), server_hostname="localhost")
            await client.say(b"EHLO client.test")
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:9] == b"530 5.7.0"
            assert (await client.say(b"AUTH PLAIN " + PLAIN))[:3] == b"235"
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:3] == b"250"
        assert hop.connections == 2


async def test_a_connection_that_broke_is_not_replaced_by_one_that_nobody_logged_in_on() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            await client.say(b"AUTH PLAIN " + PLAIN)
            hop.script["MAIL"] = [CLOSE]
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:9] == b"421 4.4.2"
            assert await client.reply() == b""
        assert hop.connections == 1


async def test_a_connection_that_was_logged_in_on_is_closed_with_its_client() -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            await client.say(b"AUTH PLAIN " + PLAIN)
            await client.say(b"QUIT")
        async with gateway.client(STRANGER) as client:
            await client.reply()
            await client.say(b"EHLO client.test")
            assert (await client.say(b"MAIL FROM:<anna@example.com>"))[:9] == b"530 5.7.0"
            await client.say(b"AUTH PLAIN " + PLAIN)
        assert hop.connections == 2


async def test_without_the_next_hop_the_log_in_is_put_off() -> None:
    async with (
        offering() as hop,
        relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway,
        gateway.client(STRANGER) as first,
        gateway.client(STRANGER) as second,
    ):
        for client in (first, second):
            await client.reply()
            await client.say(b"EHLO client.test")
        hop.script["AUTH"] = [CLOSE]
        assert (await first.say(b"AUTH PLAIN " + PLAIN))[:9] == b"454 4.7.0"
        await hop.stop()
        assert (await second.say(b"AUTH PLAIN " + PLAIN))[:9] == b"454 4.7.0"


def test_the_client_has_five_minutes_for_each_response() -> None:
    async def conversation() -> None:
        async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
            hop.script["AUTH"] = [b"334 \r\n"]
            async with gateway.client(STRANGER) as client:
                await client.reply()
                await client.say(b"EHLO client.test")
                await client.say(b"AUTH PLAIN")
                await advance(290)
                assert not client.reader.at_eof()
                await advance(30)
                await settle()
                assert (await client.reply())[:9] == b"421 4.4.2"

    run(conversation())


async def test_nothing_of_a_log_in_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    async with offering() as hop, relay.gateway(hop, Direction.OUTBOUND, PASS) as gateway:
        with structlog.testing.capture_logs() as logs:
            async with gateway.client(STRANGER) as client:
                await client.reply()
                await client.say(b"EHLO client.test")
                for script, lines in (
                    ([b"535 5.7.8 wrong\r\n"], [b"AUTH PLAIN " + PLAIN]),
                    ([CLOSE], [b"AUTH PLAIN " + PLAIN]),
                    ([b"334 \r\n", b"what\r\n"], [b"AUTH PLAIN", PLAIN]),
                    ([b"334 \r\n"], [b"AUTH PLAIN", PLAIN + b"!"]),
                    ([], [b"AUTH PLAIN " + PLAIN + b"\x07"]),
                    ([], [b"AUTH PLAIN " + PLAIN]),
                ):
                    hop.script["AUTH"] = list(script)
                    for line in lines:
                        await client.say(line)
    said = repr(logs) + "".join(capsys.readouterr())
    assert "auth.done" in said
    for secret in (PLAIN.decode(), SECRET, USER):
        assert secret not in said


@pytest.mark.parametrize(
    ("mechanism", "first", "user"),
    [
        ("PLAIN", PLAIN.decode(), USER),
        ("PLAIN", base64.b64encode(b"admin\0anna\0x").decode(), "anna"),
        ("PLAIN", base64.b64encode(b"anna").decode(), ""),
        ("PLAIN", "=", ""),
        ("PLAIN", None, ""),
        ("LOGIN", base64.b64encode(b"anna").decode(), "anna"),
        ("LOGIN", base64.b64encode(b"an\nna").decode(), ""),
        ("LOGIN", base64.b64encode(b"\xff").decode(), ""),
        ("XOAUTH2", base64.b64encode(b"user=anna\x01").decode(), ""),
    ],
)
def test_the_users_name_where_it_can_be_told(mechanism: str, first: str | None, user: str) -> None:
    assert auth.user_of(mechanism, first) == user


@given(st.text(max_size=60))
def test_what_is_handed_on_is_one_line_of_two_words_at_most(argument: str) -> None:
    try:
        request = auth.parse(argument)
    except ValueError:
        return
    assert request.line.isascii() and request.line.decode().isprintable()
    assert len(request.line.split()) in (2, 3)
    assert argument not in repr(request) or request.initial is None
