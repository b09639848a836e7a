"""A small DNS server on loopback, UDP and TCP on one port, that answers what the test wrote down.

    async with DnsServer() as server:
        server.txt["s1._domainkey.shop.example."] = (b"v=DKIM1; p=...",)
        server.txt["slow.example."] = SILENT
        ... ask "127.0.0.1:%d" % server.port ...
        assert server.asked == [("udp", "s1._domainkey.shop.example.")]

Names not written down are NXDOMAIN. An answer too large for UDP is cut there and whole over TCP.
"""

import asyncio
import contextlib
import socket
import struct
from enum import Enum
from types import TracebackType
from typing import Self, TypeAlias, cast

import dns.exception
import dns.flags
import dns.message
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rdtypes.ANY.TXT
import dns.rrset


class Fault(Enum):
    """Something other than records."""

    SERVFAIL = "servfail"
    NXDOMAIN = "nxdomain"
    SILENT = "silent"
    GARBAGE = "garbage"
    FOREIGN = "foreign"  # a well-formed answer to another question


SERVFAIL, NXDOMAIN, SILENT, GARBAGE, FOREIGN = Fault
Answer: TypeAlias = tuple[bytes, ...] | Fault


class DnsServer:
    """`txt` holds the answers by absolute name in lower case, `asked` every question with its transport.

    `records` holds those of other types as text, by name and type: ("mail.example.", "A"): ["192.0.2.1"].
    """

    def __init__(self) -> None:
        self.txt: dict[str, Answer] = {}
        self.records: dict[tuple[str, str], list[str]] = {}
        self.asked: list[tuple[str, str]] = []
        self.port = 0

    @property
    def address(self) -> str:
        """As `dns.nameservers` wants it."""
        return f"127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        stream = socket.create_server(("127.0.0.1", 0))
        self.port = stream.getsockname()[1]
        self._transport, _ = await loop.create_datagram_endpoint(
            lambda: _Datagrams(self), local_addr=("127.0.0.1", self.port)
        )
        self._server = await asyncio.start_server(self._stream, sock=stream)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()
        self._server.close()
        await self._server.wait_closed()

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            (length,) = struct.unpack(">H", await reader.readexactly(2))
            wire = self.answer(await reader.readexactly(length), "tcp")
            if wire is not None:
                writer.write(struct.pack(">H", len(wire)) + wire)
                await writer.drain()
        writer.close()

    def answer(self, wire: bytes, transport: str) -> bytes | None:
        """The reply to a question, None for silence."""
        query = dns.message.from_wire(wire)
        name = query.question[0].name
        text = name.to_text().lower()
        self.asked.append((transport, text))
        reply = dns.message.make_response(query)
        kind = dns.rdatatype.to_text(query.question[0].rdtype)
        if (text, kind) in self.records:
            reply.answer.append(dns.rrset.from_text_list(name, 60, "IN", kind, self.records[text, kind]))
            return reply.to_wire()
        match self.txt.get(text, NXDOMAIN):
            case Fault.SILENT:
                return None
            case Fault.GARBAGE:
                return b"\x00garbage\xff" * 3
            case Fault.SERVFAIL:
                reply.set_rcode(dns.rcode.SERVFAIL)
            case Fault.NXDOMAIN:
                reply.set_rcode(dns.rcode.NXDOMAIN)
            case Fault.FOREIGN:
                return dns.message.make_response(dns.message.make_query("other.example.", "TXT")).to_wire()
            case records:
                found = [_record(record) for record in records]
                if found:
                    reply.answer.append(dns.rrset.from_rdata_list(name, 60, found))
        try:
            return reply.to_wire(max_size=query.payload or 512 if transport == "udp" else 65535)
        except dns.exception.TooBig:
            reply.answer.clear()
            reply.flags |= dns.flags.TC
            return reply.to_wire()


def _record(text: bytes) -> dns.rdtypes.ANY.TXT.TXT:
    strings = [text[at : at + 255] for at in range(0, len(text), 255)] or [b""]
    return dns.rdtypes.ANY.TXT.TXT(dns.rdataclass.IN, dns.rdatatype.TXT, strings)


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, server: DnsServer) -> None:
        self._server = server

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # The selector loop's own class does not derive from DatagramTransport, though it is one.
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        wire = self._server.answer(data, "udp")
        if wire is not None:
            self._transport.sendto(wire, addr)
