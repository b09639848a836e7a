"""The connection itself: what it takes over from the class beneath, and TLS towards clients."""

import asyncio
import ssl
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from gateway.relay import access
from gateway.relay.access import BadCertificateError
from gateway.relay.listener import HANDSHAKE, Connection, Listener
from gateway.relay.verbs import METHODS
from gateway.words import Direction
from tests.support import relay
from tests.support.clock import advance, run, settle
from tests.support.configs import make_config
from tests.support.hop import Hop
from tests.support.relay import AT, Client, PassGate, config_for
from tests.support.tls import Certificate, make_certificate

# What SMTP.__init__ sets and no method of it reads that is still in use: settings of hooks, limits and AUTH.
UNUSED = set(
    """
    __ident__ _SMTP__ident__ event_handler data_size_limit enable_SMTPUTF8 _decode_data tls_context
    require_starttls _timeout_duration _tls_handshake_okay _auth_require_tls _proxy_timeout _authenticator
    _auth_callback _auth_required _auth_methods _ehlo_hook_ver _smtp_methods _enforce_call_limit
    """.split()
)


async def test_all_that_the_class_beneath_sets_up_is_set_up_or_not_in_use() -> None:
    """A newer aiosmtpd that needs something else is noticed here, not in a session."""
    stock = SMTP(None, hostname="gate.test", loop=asyncio.get_running_loop())
    async with Hop() as hop:
        listener = Listener(
            Direction.INBOUND, PassGate(config_for(hop)), hello="gate.test", new_id=str, now=lambda: AT
        )
        ours = Connection(listener)
    missing = {name for name in vars(stock) if not hasattr(ours, name)}
    assert missing <= UNUSED
    # And what is used is used by these methods only: everything else of the base class is replaced.
    inherited = {
        name
        for name, member in vars(SMTP).items()
        if callable(member)
        and getattr(Connection, name) is member
        and not name.startswith(("smtp_", "auth_"))
    }
    assert inherited >= {"_create_session", "_create_envelope", "connection_lost"}
    touched = {
        name
        for method in ("connection_made", "connection_lost", "_create_session", "_cb_client_connected")
        for name in getattr(SMTP, method).__code__.co_names
    }
    assert not touched & UNUSED - {"_tls_handshake_okay"}


def test_only_our_own_methods_are_commands() -> None:
    assert set(METHODS) == {
        *("HELO", "EHLO", "MAIL", "RCPT", "DATA", "RSET", "NOOP", "QUIT"),
        *("VRFY", "EXPN", "HELP", "AUTH", "STARTTLS", "BDAT"),
    }


async def tls_client(port: int, certificate: Certificate) -> Client:
    """A client whose first byte is under TLS."""
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", port, ssl=certificate.client(), server_hostname="localhost"
    )
    return Client(reader, writer)


async def test_TLS_from_the_first_byte(certificate: Certificate) -> None:
    options: dict[str, Any] = {"tls": certificate.server(), "implicit_tls": True}
    async with Hop() as hop, relay.gateway(hop, **options) as gateway:
        client = await tls_client(gateway.port, certificate)
        assert await client.reply() == b"220 gate.test ESMTP\r\n"
        assert b"STARTTLS" not in await client.say(b"EHLO client.test")
        assert (await client.say(b"STARTTLS"))[:9] == b"502 5.5.1"
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"
        assert (await client.say(b"RCPT TO:<info@example.com>"))[:3] == b"250"
        message = b"Subject: x\r\n\r\n" + (b"x" * 998 + b"\r\n") * 300
        assert (await client.mail(message + b".\r\n"))[:3] == b"250"
        assert [mail.data for mail in hop.mails] == [message]
        assert gateway.gate.seen[0].session.protocol == "ESMTPS"
        assert (await client.say(b"QUIT"))[:3] == b"221"
        client.writer.close()


async def test_words_in_clear_where_TLS_is_expected_end_the_connection(certificate: Certificate) -> None:
    options: dict[str, Any] = {"tls": certificate.server(), "implicit_tls": True}
    async with Hop() as hop, relay.gateway(hop, **options) as gateway:
        async with gateway.client() as client:
            await client.send(b"EHLO client.test\r\n")
            assert b"220" not in await client.reader.read(1000)
        client = await tls_client(gateway.port, certificate)
        assert (await client.reply())[:3] == b"220"
        client.writer.close()


async def test_one_too_many_is_turned_away_without_a_handshake(certificate: Certificate) -> None:
    options: dict[str, Any] = {
        "tls": certificate.server(),
        "implicit_tls": True,
        "changes": {"limits.connections": 1},
    }
    async with Hop() as hop, relay.gateway(hop, **options) as gateway:
        client = await tls_client(gateway.port, certificate)
        assert (await client.reply())[:3] == b"220"
        with pytest.raises((ConnectionError, ssl.SSLError)):
            await tls_client(gateway.port, certificate)
        client.writer.close()


def test_a_handshake_that_is_never_made_ends(certificate: Certificate) -> None:
    async def conversation() -> None:
        options: dict[str, Any] = {"tls": certificate.server(), "implicit_tls": True}
        async with Hop() as hop, relay.gateway(hop, **options) as gateway, gateway.client() as client:
            await settle()
            await advance(HANDSHAKE - 2)
            assert not client.reader.at_eof()
            await advance(4)
            await settle()
            assert await client.reader.read() == b""

    run(conversation())


async def test_old_protocols_are_refused(certificate: Certificate) -> None:
    """TLS 1.2 is the oldest that is spoken, whatever the system's default."""
    config = make_config(gateway=files(certificate))
    context = access.listening(config)
    assert context is not None
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    assert access.NOTHING.context(verify=True).minimum_version == ssl.TLSVersion.TLSv1_2
    assert access.NOTHING.context(verify=False).minimum_version == ssl.TLSVersion.TLSv1_2


async def test_a_new_certificate_counts_from_the_next_handshake_on(
    certificate: Certificate, tmp_path: Path
) -> None:
    renewed = make_certificate(tmp_path)
    async with Hop() as hop, relay.gateway(hop, tls=certificate.server(), implicit_tls=True) as gateway:
        before = await tls_client(gateway.port, certificate)
        assert (await before.reply())[:3] == b"220"
        gateway.listener.renew(renewed.server())
        after = await tls_client(gateway.port, renewed)
        assert (await after.reply())[:3] == b"220"
        assert (await before.say(b"NOOP"))[:3] == b"250"
        with pytest.raises(ssl.SSLCertVerificationError):
            await tls_client(gateway.port, certificate)
        for client in (before, after):
            client.writer.close()


def test_a_certificate_that_cannot_be_used_is_named(certificate: Certificate, tmp_path: Path) -> None:
    other = make_certificate(tmp_path)
    (tmp_path / "empty").write_text("")
    for cert, key in (
        (certificate.cert, other.key),
        (tmp_path / "empty", other.key),
        (tmp_path / "x", other.key),
    ):
        config = make_config(gateway=files(Certificate(cert, key)))
        with pytest.raises(BadCertificateError, match=str(cert)):
            access.listening(config)


async def test_mail_before_STARTTLS_is_refused_where_it_is_required(certificate: Certificate) -> None:
    changes = {"inbound.starttls": "require"}
    async with (
        Hop() as hop,
        relay.gateway(hop, changes=changes, tls=certificate.server()) as gateway,
        gateway.client() as client,
    ):
        await client.reply()
        assert b"STARTTLS" in await client.say(b"EHLO client.test")
        assert await client.say(b"MAIL FROM:<a@sender.test>") == (
            b"530 5.7.0 Must issue a STARTTLS command first\r\n"
        )
        assert (await client.say(b"STARTTLS"))[:3] == b"220"
        await client.writer.start_tls(certificate.client(), server_hostname="localhost")
        await client.say(b"EHLO client.test")
        assert (await client.say(b"MAIL FROM:<a@sender.test>"))[:3] == b"250"


def files(certificate: Certificate) -> dict[str, dict[str, str]]:
    """The tls table that names a certificate."""
    return {"tls": {"cert": str(certificate.cert), "key": str(certificate.key)}}
