"""The whole service with certificates and log-ins: renewed, passed through, its own for releases."""

import asyncio
import base64
import ssl
from pathlib import Path

import pytest

from gateway.app import Service, now
from gateway.review.moderation import Moderation
from gateway.share import BadConfiguration
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.support.gateway import configuration
from tests.support.hop import Hop
from tests.support.relay import Client
from tests.support.tls import Certificate, make_certificate
from tests.test_service import ANSWER, free_ports

POLICY = 'mode = "enforce"\n[[rule]]\nname = "hold_all"\ndirection = "outbound"\ndo = ["hold"]\n'
CLIENT = base64.b64encode(b"\0anna\0geheim")
OWN = base64.b64encode(b"\0marketgate\0eigenes")


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    """A certificate beside the configuration."""
    folder = tmp_path / "tls"
    folder.mkdir()
    return make_certificate(folder)


def folder_of(directory: Path, hop: int, tls: int, extra: str = "") -> Path:
    """A configuration whose outbound leg listens on `tls` under TLS too; `extra` goes into that leg."""
    inbound, outbound = free_ports(2)
    folder = configuration(directory, inbound=inbound, outbound=outbound, mailserver=hop, outside=hop)
    text = (folder / "gateway.toml").read_text()
    text = text.replace("[store]", f'listen_tls = ["127.0.0.1:{tls}"]\n{extra}[store]')
    text += '[tls]\ncert = "../tls/cert.pem"\nkey = "../tls/key.pem"\n'
    (folder / "gateway.toml").write_text(text)
    return folder


async def secure(port: int, certificate: Certificate) -> Client:
    """A client under TLS, past the greeting."""
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", port, ssl=certificate.client(), server_hostname="localhost"
    )
    client = Client(reader, writer)
    assert (await client.reply())[:3] == b"220"
    return client


async def test_a_renewed_certificate_is_shown_after_a_reload(
    tmp_path: Path, certificate: Certificate
) -> None:
    """And a broken one changes nothing; sessions that stand go on."""
    old = certificate.cert.read_bytes(), certificate.key.read_bytes()
    trusted = make_copy(tmp_path / "old", *old)
    async with Hop() as hop:
        folder = folder_of(tmp_path, hop.port, port := free_ports(1)[0])
        async with Service(folder) as service:
            before = await secure(port, trusted)
            certificate.key.write_text("broken")
            service.reload()
            await (again := await secure(port, trusted)).say(b"QUIT")
            (tmp_path / "new").mkdir()
            renewed = make_certificate(tmp_path / "new")
            certificate.cert.write_bytes(renewed.cert.read_bytes())
            certificate.key.write_bytes(renewed.key.read_bytes())
            service.reload()
            after = await secure(port, renewed)
            with pytest.raises(ssl.SSLCertVerificationError):
                await secure(port, trusted)
            assert (await before.say(b"NOOP"))[:3] == b"250"
            for client in (before, again, after):
                client.writer.close()


async def test_a_certificate_that_cannot_be_used_stops_the_start(
    tmp_path: Path, certificate: Certificate
) -> None:
    certificate.cert.write_text("-----BEGIN CERTIFICATE-----\n")
    folder = folder_of(tmp_path, 25, free_ports(1)[0])
    with pytest.raises(BadConfiguration, match=r"gateway.toml: tls.cert: .* cannot be used"):
        await Service(folder).start()


async def test_a_client_logs_in_itself_and_the_gateway_for_what_it_releases(
    tmp_path: Path, certificate: Certificate
) -> None:
    """One held answer: the author's log-in went to the next hop, the release goes with the gateway's own."""
    (tmp_path / "password").write_text("eigenes\n")
    extra = 'auth = "pass"\nnetworks = ["192.0.2.0/24"]\nuser = "marketgate"\npassword = "../password"\n'
    async with Hop(extensions=["AUTH PLAIN", "8BITMIME"]) as hop:
        folder = folder_of(tmp_path, hop.port, port := free_ports(1)[0], extra)
        (folder / "policy.toml").write_text(POLICY)
        async with Service(folder) as service:
            client = await secure(port, certificate)
            assert b"250-AUTH PLAIN\r\n" in await client.say(b"EHLO client.test")
            assert (await client.say(b"AUTH PLAIN " + CLIENT))[:3] == b"235"
            assert (await client.say(b"MAIL FROM:<service@example.com>"))[:3] == b"250"
            assert (await client.say(b"RCPT TO:<kunde@gmx.example>"))[:3] == b"250"
            assert (await client.mail(ANSWER + b".\r\n"))[:9] == b"250 2.0.0"
            assert hop.mails == []
            (held,) = await service.store.call(Holds(service.store).list)
            moderation = Moderation(service.store, service.current, now)
            await service.store.call(moderation.release, held.id, "anna", "original", "agreed")
            service.releaser.wake()
            for _ in range(500):
                if hop.mails:
                    break
                await asyncio.sleep(0.01)
            client.writer.close()
        assert len(hop.mails) == 1
        logins = [line for line in hop.lines if line.startswith(b"AUTH")]
        assert logins == [b"AUTH PLAIN " + CLIENT, b"AUTH PLAIN " + OWN]
        assert held.recipients[0].state is HeldState.PENDING


def make_copy(folder: Path, cert: bytes, key: bytes) -> Certificate:
    """The same certificate in another place."""
    folder.mkdir()
    made = Certificate(folder / "cert.pem", folder / "key.pem")
    made.cert.write_bytes(cert)
    made.key.write_bytes(key)
    return made
