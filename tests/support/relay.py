"""A listener over a misbehaving next hop, with a gate that lets everything pass, and a raw client."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from gateway.config.models import Config, NextHop
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.relay import admission
from gateway.relay.listener import Listener, Patience
from gateway.relay.upstream import HopError, Upstream
from gateway.words import Direction
from tests.support.configs import GATEWAY, make_config
from tests.support.hop import Hop

PATIENCE = 10.0
"""Seconds a client waits for a reply before the test fails."""

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def next_hop(hop: Hop, starttls: str = "may", scheme: str = "smtp", host: str | None = None) -> NextHop:
    """The hop as the configuration names it."""
    return NextHop(scheme, host or hop.host, hop.port, starttls)  # type: ignore[arg-type]


def config_for(hop: Hop, changes: Mapping[str, Any] | None = None) -> Config:
    """A configuration whose legs both lead to `hop`; `changes` are dotted keys of gateway.toml."""
    tables: dict[str, Any] = {name: dict(table) for name, table in GATEWAY.items()}
    for name in ("inbound", "outbound"):
        unix = hop.host.startswith("/")
        tables[name]["next_hop"] = f"smtp+unix://{hop.host}" if unix else f"smtp://{hop.host}:{hop.port}"
    for key, value in (changes or {}).items():
        table, _, name = key.partition(".")
        tables.setdefault(table, {})[name] = value
    return make_config(gateway=tables)


class PassGate:
    """Relays every mail as it is. `seen` are the transactions; `hold` is awaited before the mail is sent."""

    def __init__(self, config: Config) -> None:
        self.current = config
        self.seen: list[Transaction] = []
        self.hold: asyncio.Event | None = None
        self.error: Exception | None = None

    def config(self) -> Config:
        return self.current

    def refusal(self, tx: Transaction) -> Reply | None:
        limits = self.current.gateway.limits
        return admission.message_refusal(tx.message.raw, tx.message, "gate.test", limits)

    async def process(self, tx: Transaction, upstream: Upstream) -> Reply:
        self.seen.append(tx)
        if self.error is not None:
            raise self.error
        if self.hold is not None:
            await self.hold.wait()
        try:
            return await upstream.data(_pieces(tx))
        except HopError as error:
            return error.reply


def _pieces(tx: Transaction) -> Iterator[bytes]:
    for start in range(0, len(tx.message), 50_000):
        yield tx.message.raw[start : start + 50_000]


class Client:
    """An SMTP client that sends exactly the bytes it is told."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def send(self, data: bytes) -> None:
        """Send these bytes."""
        self.writer.write(data)
        await self.writer.drain()

    async def reply(self) -> bytes:
        """The next whole reply, b"" if the connection is closed."""
        reply = b""
        while not reply or reply.splitlines()[-1][3:4] == b"-":
            try:
                line = await asyncio.wait_for(self.reader.readline(), PATIENCE)
            except ConnectionError:
                line = b""
            if not line:
                return reply
            reply += line
        return reply

    async def say(self, line: bytes) -> bytes:
        """Send a line, CRLF added; the reply to it."""
        await self.send(line + b"\r\n")
        return await self.reply()

    async def begin(self, *recipients: bytes, sender: bytes = b"<a@sender.test>") -> None:
        """Greeting, EHLO, MAIL, RCPT: all must be 2xx."""
        said = [await self.reply(), await self.say(b"EHLO client.test")]
        said.append(await self.say(b"MAIL FROM:" + sender))
        said += [await self.say(b"RCPT TO:" + one) for one in recipients or (b"<info@example.com>",)]
        assert [one[:1] for one in said] == [b"2"] * len(said), said

    async def mail(self, data: bytes) -> bytes:
        """DATA and the data as they are, final dot included; the reply to them."""
        assert (await self.say(b"DATA"))[:3] == b"354"
        await self.send(data)
        return await self.reply()


class Gateway:
    """One listener with its gate, and clients of it."""

    def __init__(self, listener: Listener, gate: PassGate, port: int) -> None:
        self.listener, self.gate, self.port = listener, gate, port

    @asynccontextmanager
    async def client(self, source: str = "127.0.0.1") -> AsyncIterator[Client]:
        """A connection from that loopback address."""
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.port, local_addr=(source, 0), limit=1 << 20
        )
        try:
            yield Client(reader, writer)
        finally:
            writer.close()


@asynccontextmanager
async def gateway(
    hop: Hop,
    direction: Direction = Direction.INBOUND,
    changes: Mapping[str, Any] | None = None,
    implicit_tls: bool = False,
    **options: Any,
) -> AsyncIterator[Gateway]:
    """A listener on a free port, drained at the end."""
    gate, count = PassGate(config_for(hop, changes)), itertools.count()
    options.setdefault("patience", Patience())
    listener = Listener(
        direction, gate, hello="gate.test", new_id=lambda: f"id{next(count)}", now=lambda: AT, **options
    )
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    await listener.start([sock], implicit_tls)
    try:
        yield Gateway(listener, gate, sock.getsockname()[1])
    finally:
        await listener.drain(0.2)
