"""Listeners on IPv6 and on a unix socket that systemd passed: both legs take mail on them as on IPv4."""

import asyncio
import socket
from pathlib import Path

import pytest

from gateway.relay.listener import Listener
from gateway.words import Direction
from tests.support.hop import Hop
from tests.support.relay import AT, Client, PassGate, config_for

MAIL = b"Subject: x\r\n\r\nhi\r\n"


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("family", ["ipv6", "unix"])
async def test_mail_is_taken_on_every_kind_of_socket(
    tmp_path: Path, direction: Direction, family: str
) -> None:
    """A client of a unix socket is on this machine, as one of 127.0.0.1 is."""
    if family == "ipv6":
        try:
            sock = socket.create_server(("::1", 0), family=socket.AF_INET6)
        except OSError as error:
            pytest.skip(f"no IPv6 on this machine: {error}")
    else:
        sock = socket.socket(socket.AF_UNIX)
        sock.bind(str(tmp_path / "in.sock"))
        sock.listen()
    async with Hop() as hop:
        gate = PassGate(config_for(hop))
        listener = Listener(direction, gate, hello="gate.test", new_id=lambda: "id1", now=lambda: AT)
        await listener.start([sock])
        if family == "ipv6":
            streams = await asyncio.open_connection(*sock.getsockname()[:2])
        else:
            streams = await asyncio.open_unix_connection(str(tmp_path / "in.sock"))
        client = Client(*streams)
        await client.begin()
        assert (await client.mail(MAIL + b".\r\n"))[:3] == b"250"
        streams[1].close()
        await listener.drain(1)
    assert [mail.data for mail in hop.mails] == [MAIL]
    assert [tx.session.ip for tx in gate.seen] == ["::1" if family == "ipv6" else ""]


async def test_a_unix_socket_opens_nothing_to_this_machine_that_its_networks_do_not(tmp_path: Path) -> None:
    """Where this machine may not send, neither may it through the file system."""
    sock = socket.socket(socket.AF_UNIX)
    sock.bind(str(tmp_path / "in.sock"))
    sock.listen()
    async with Hop() as hop:
        gate = PassGate(config_for(hop, {"outbound.networks": ("192.0.2.0/24",)}))
        listener = Listener(Direction.OUTBOUND, gate, hello="gate.test", new_id=lambda: "id1", now=lambda: AT)
        await listener.start([sock])
        streams = await asyncio.open_unix_connection(str(tmp_path / "in.sock"))
        client = Client(*streams)
        await client.reply()
        await client.say(b"EHLO client.test")
        assert (await client.say(b"MAIL FROM:<a@b.test>"))[:9] == b"550 5.7.1"
        streams[1].close()
        await listener.drain(1)
