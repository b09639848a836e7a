"""What the gateway brings along to a next hop: its own log-in, a certificate, authorities it believes."""

import base64
import ssl
from pathlib import Path
from typing import Any

import pytest
import structlog

from gateway.config.models import NextHop
from gateway.relay import access
from gateway.relay.access import Access
from gateway.relay.upstream import HopError, Upstream
from gateway.review.delivery import own_connect
from tests.support import relay
from tests.support.configs import GATEWAY, make_config
from tests.support.hop import CLOSE, Action, Hop
from tests.support.relay import next_hop
from tests.support.tls import Certificate, make_certificate

USER, SECRET = "marketgate@example.com", "geheim-0815"
PLAIN = base64.b64encode(f"\0{USER}\0{SECRET}".encode())


@pytest.fixture
def ours(tmp_path: Path) -> Access:
    """A log-in whose password lies in a file."""
    (tmp_path / "password").write_text(SECRET + "\n")
    return Access(user=USER, password=str(tmp_path / "password"))


async def test_the_gateway_logs_in_with_PLAIN(ours: Access) -> None:
    async with Hop(extensions=["AUTH LOGIN PLAIN"]) as hop:
        upstream = await Upstream.connect([next_hop(hop)], "gate.test", access=ours)
        assert hop.lines == [b"EHLO gate.test", b"AUTH PLAIN " + PLAIN]
        assert upstream.personal
        await upstream.quit()


async def test_or_with_LOGIN(ours: Access) -> None:
    async with Hop(extensions=["AUTH LOGIN"]) as hop:
        hop.script["AUTH"] = [b"334 VXNlcm5hbWU6\r\n", b"334 UGFzc3dvcmQ6\r\n", b"235 fine\r\n"]
        upstream = await Upstream.connect([next_hop(hop)], "gate.test", access=ours)
        assert hop.lines[1:] == [
            b"AUTH LOGIN",
            base64.b64encode(USER.encode()),
            base64.b64encode(SECRET.encode()),
        ]
        await upstream.quit()


@pytest.mark.parametrize(
    ("extensions", "actions", "why"),
    [
        (["AUTH CRAM-MD5"], [], "neither AUTH PLAIN nor LOGIN is offered"),
        ([], [], "neither AUTH PLAIN nor LOGIN is offered"),
        (["AUTH PLAIN"], [b"535 5.7.8 wrong\r\n"], "the log-in was refused: 535 5.7.8 wrong"),
        (["AUTH PLAIN"], [b"334 more\r\n"], "the log-in was refused: 334 more"),
        (["AUTH PLAIN"], [CLOSE], "closed by the next hop"),
        (["AUTH PLAIN"], [b"354 what\r\n"], "reply to AUTH: 354 what"),
        (["AUTH LOGIN"], [b"334 a\r\n", b"535 no\r\n"], "the log-in was refused: 535 no"),
    ],
)
async def test_a_log_in_that_fails_is_a_next_hop_that_cannot_be_had(
    ours: Access, extensions: list[str], actions: list[Action], why: str
) -> None:
    async with Hop(extensions=extensions) as hop:
        hop.script["AUTH"] = actions
        with structlog.testing.capture_logs() as logs, pytest.raises(HopError) as raised:
            await Upstream.connect([next_hop(hop)], "gate.test", access=ours)
        assert why in raised.value.why
        assert raised.value.reply.temporary
        for secret in (SECRET, PLAIN.decode()):
            assert secret not in repr(logs) + repr(raised.value) + raised.value.why


async def test_no_password_is_said_in_clear(ours: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.relay.wire.is_local", lambda peer: False)
    async with Hop(extensions=["AUTH PLAIN"]) as hop:
        with pytest.raises(HopError, match="the log-in is kept back"):
            await Upstream.connect([next_hop(hop)], "gate.test", access=ours)
        assert hop.lines == [b"EHLO gate.test"]


async def test_under_TLS_it_is(
    ours: Access, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the authority of `tls.ca`, and the name verified."""
    monkeypatch.setattr("gateway.relay.wire.is_local", lambda peer: False)
    trusting = Access(ca=str(certificate.cert), user=ours.user, password=ours.password)
    async with Hop(extensions=["AUTH PLAIN"], tls=certificate.server()) as hop:
        there = next_hop(hop, "require", host="localhost")
        upstream = await Upstream.connect([there], "gate.test", access=trusting)
        assert hop.lines[-1] == b"AUTH PLAIN " + PLAIN
        await upstream.quit()
        with pytest.raises(HopError, match=r"(?i)certificate"):
            await Upstream.connect([there], "gate.test", access=ours)


async def test_a_client_certificate_is_shown(certificate: Certificate, tmp_path: Path) -> None:
    own = make_certificate(tmp_path)
    context = certificate.server()
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(own.cert)
    # In TLS 1.3 a server refuses the certificate after the handshake is over for the client.
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    ca = str(certificate.cert)
    async with Hop(tls=context) as hop:
        there = next_hop(hop, "require", host="localhost")
        shown = Access(ca=ca, cert=str(own.cert), key=str(own.key))
        upstream = await Upstream.connect([there], "gate.test", access=shown)
        assert upstream.tls
        await upstream.quit()
        with pytest.raises(HopError):
            await Upstream.connect([there], "gate.test", access=Access(ca=ca))


def test_what_was_renewed_is_read_again(certificate: Certificate, tmp_path: Path) -> None:
    copied = tmp_path / "ca.pem"
    copied.write_bytes(certificate.cert.read_bytes())
    first = Access(ca=str(copied)).context(verify=True)
    assert Access(ca=str(copied)).context(verify=True) is first
    copied.write_bytes(make_certificate(tmp_path).cert.read_bytes())
    assert Access(ca=str(copied)).context(verify=True) is not first


@pytest.mark.parametrize("content", [b"", b"\n", b"a\0b", b"\xff\xfe"])
async def test_a_password_file_without_a_password_is_named(ours: Access, content: bytes) -> None:
    assert ours.password is not None
    Path(ours.password).write_bytes(content)
    async with Hop(extensions=["AUTH PLAIN"]) as hop:
        with pytest.raises(HopError, match="the file of outbound\\.password"):
            await Upstream.connect([next_hop(hop)], "gate.test", access=ours)


async def test_only_what_the_gateway_sends_itself_goes_under_its_name(ours: Access) -> None:
    """Releases to the outbound next hop; not those to the inbound one, and nothing of clients."""
    outside = NextHop("smtp", "127.0.0.1", 2588)
    settings = {**GATEWAY["outbound"], "user": ours.user, "password": ours.password}
    config = make_config(gateway={"outbound": settings})
    assert access.for_releases(config, [outside]) == ours
    assert access.for_releases(config, [NextHop("smtp", "127.0.0.1", 2526)]) == access.NOTHING
    assert access.for_clients(config) == access.NOTHING


async def test_a_release_logs_in_and_a_clients_mail_does_not(ours: Access) -> None:
    async with Hop(extensions=["AUTH PLAIN"]) as hop, Hop() as mailserver:
        changes: dict[str, Any] = {
            "outbound.user": ours.user,
            "outbound.password": ours.password,
            "inbound.next_hop": f"smtp://127.0.0.1:{mailserver.port}",
        }
        config = relay.config_for(hop, changes)
        assert config.gateway.outbound is not None and config.gateway.inbound is not None
        connect = own_connect(lambda: config)
        for hops in (config.gateway.outbound.next_hop, config.gateway.inbound.next_hop):
            await (await connect(hops, "gate.test")).quit()
        assert hop.lines[1] == b"AUTH PLAIN " + PLAIN
        assert mailserver.lines == [b"EHLO gate.test", b"QUIT"]


async def test_a_next_hop_behind_a_unix_socket(tmp_path: Path) -> None:
    path = str(tmp_path / "smtp.sock")
    async with Hop(host=path, extensions=["AUTH PLAIN"]) as hop:
        upstream = await Upstream.connect([NextHop("smtp+unix", path, 0, "never")], "gate.test")
        assert (upstream.private, str(upstream.hop)) == (True, f"smtp+unix://{path}")
        await upstream.quit()
        async with relay.gateway(hop) as gateway, gateway.client() as client:
            await client.begin()
            assert (await client.mail(b"x: y\r\n\r\n.\r\n"))[:3] == b"250"
        assert [mail.data for mail in hop.mails] == [b"x: y\r\n\r\n"]
    with pytest.raises(HopError):
        await Upstream.connect([NextHop("smtp+unix", str(tmp_path / "none"), 0, "never")], "gate.test")
