"""A next hop that keeps what it gets, says what the test wants, and misbehaves on demand.

    async with Hop() as hop:
        hop.script["RCPT"] = [b"550 5.1.1 no\r\n", CLOSE]
        ... talk to ("127.0.0.1", hop.port) ...
        assert hop.mails == [...]

`script` holds, for each step, what is done the next times instead of the usual reply: bytes
are sent as they are, actions are CLOSE, RESET, HANG, Delay, Stored and Call. The steps are CONNECT
(the greeting), the verbs, BODY (after the 354: asked for at each chunk of data) and DOT (the
reply to the final dot). A mail is kept when its dot is answered with a 2xx, or by Stored.
"""

import asyncio
import contextlib
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self


class Mail(NamedTuple):
    """A mail as it came: the MAIL and RCPT lines without CRLF, the data without stuffing, ended by CRLF."""

    mail_from: bytes
    rcpt_tos: tuple[bytes, ...]
    data: bytes


@dataclass(frozen=True)
class Fault:
    """Something other than a reply."""

    name: str


CLOSE = Fault("close")
RESET = Fault("reset")
HANG = Fault("hang")


@dataclass(frozen=True)
class Delay:
    """The reply (None: the usual one), only later."""

    seconds: float
    then: "bytes | Fault | None" = None


@dataclass(frozen=True)
class Stored:
    """The mail is kept, whatever is said afterwards."""

    then: "bytes | Fault"


@dataclass(frozen=True)
class Call:
    """Something is done first; then the reply (None: the usual one)."""

    function: Callable[[], object]
    then: "bytes | Fault | None" = None


Action = bytes | Fault | Delay | Stored | Call

USUAL = {
    "CONNECT": b"220 hop.test ESMTP\r\n",
    "HELO": b"250 hop.test\r\n",
    "MAIL": b"250 2.1.0 sender fine\r\n",
    "RCPT": b"250 2.1.5 recipient fine\r\n",
    "DATA": b"354 go ahead\r\n",
    "DOT": b"250 2.0.0 queued as HOP1\r\n",
    "RSET": b"250 2.0.0 forgotten\r\n",
    "NOOP": b"250 2.0.0 still here\r\n",
    "QUIT": b"221 2.0.0 bye\r\n",
    "AUTH": b"235 2.7.0 welcome\r\n",
    "STARTTLS": b"220 2.0.0 go\r\n",
}


class _Gone(Exception):
    """This connection is over."""


@dataclass
class Hop:
    """The server. `lines` are all command lines it heard, in order, over all connections."""

    extensions: list[str] = field(
        default_factory=lambda: ["PIPELINING", "SIZE 104857600", "8BITMIME", "SMTPUTF8", "DSN"]
    )
    script: defaultdict[str, list[Action]] = field(default_factory=lambda: defaultdict(list))
    tls: ssl.SSLContext | None = None
    implicit_tls: bool = False
    host: str = "127.0.0.1"
    """Where it listens; an absolute path is a unix socket."""
    port: int = 0
    mails: list[Mail] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    connections: int = 0
    broken: int = 0
    """Connections that ended in the middle of the data."""

    async def __aenter__(self) -> Self:
        self._tasks: set[asyncio.Task[None]] = set()
        if self.host.startswith("/"):
            self._server: asyncio.Server = await asyncio.start_unix_server(self._accept, self.host)
            return self
        self._server = await asyncio.start_server(
            self._accept, self.host, self.port, ssl=self.tls if self.implicit_tls else None
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """Go down: no more connections, those that stand are cut."""
        self._server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            await _Client(self, reader, writer).serve()
        except (_Gone, ConnectionError, asyncio.CancelledError, ssl.SSLError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    def next_action(self, step: str) -> Action | None:
        """What the script says for this step, or for any step after the EHLO ("*")."""
        if self.script[step]:
            return self.script[step].pop(0)
        if step not in ("CONNECT", "EHLO", "HELO", "BODY", "QUIT") and self.script["*"]:
            return self.script["*"].pop(0)
        return None


class _Client:
    def __init__(self, hop: Hop, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.hop, self.reader, self.writer = hop, reader, writer
        self.buffer = b""
        self.forget()

    def forget(self) -> None:
        self.mail_from = b""
        self.rcpt_tos: list[bytes] = []

    async def serve(self) -> None:
        await self.act("CONNECT")
        while True:
            line = await self.line()
            self.hop.lines.append(line)
            verb = line.split(b" ")[0].upper().decode("latin-1")
            said = await self.act(verb)
            if verb in ("EHLO", "HELO", "RSET"):
                self.forget()
            elif verb == "MAIL" and said.startswith(b"2"):
                self.mail_from = line
            elif verb == "RCPT" and said.startswith(b"2"):
                self.rcpt_tos.append(line)
            elif verb == "AUTH":
                while said.startswith(b"334"):
                    self.hop.lines.append(await self.line())
                    said = await self.act("AUTH")
            elif verb == "DATA" and said.startswith(b"354"):
                await self.data()
            elif verb == "STARTTLS" and said.startswith(b"220"):
                assert self.hop.tls is not None
                await self.writer.start_tls(self.hop.tls)
                self.buffer = b""
            elif verb == "QUIT":
                raise _Gone

    async def act(self, step: str, keep: Mail | None = None) -> bytes:
        """Do what the script says, or the usual; gives the reply that was sent."""
        action = self.hop.next_action(step)
        if isinstance(action, Delay):
            await asyncio.sleep(action.seconds)
            action = action.then
        if isinstance(action, Call):
            action.function()
            action = action.then
        if isinstance(action, Stored):
            assert keep is not None
            self.hop.mails.append(keep)
            keep, action = None, action.then
        if isinstance(action, Fault):
            await self.misbehave(action)
        reply = action if isinstance(action, bytes) else self.usual(step)
        if keep is not None and reply.startswith(b"2"):
            self.hop.mails.append(keep)
        self.writer.write(reply)
        await self.writer.drain()
        return reply

    async def misbehave(self, fault: Fault) -> None:
        if fault is HANG:
            await asyncio.sleep(3600)
        if fault is RESET:
            sock = self.writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        raise _Gone

    def usual(self, step: str) -> bytes:
        if step == "EHLO":
            offered = [*self.hop.extensions]
            if self.hop.tls is not None and self.writer.get_extra_info("sslcontext") is None:
                offered.append("STARTTLS")
            *more, last = ["hop.test", *offered]
            return "".join(f"250-{line}\r\n" for line in more).encode() + f"250 {last}\r\n".encode()
        if step == "MAIL" and self.mail_from:
            return b"503 5.5.1 nested MAIL\r\n"
        if step == "RCPT" and not self.mail_from:
            return b"503 5.5.1 MAIL first\r\n"
        if step == "DATA" and not self.rcpt_tos:
            return b"503 5.5.1 RCPT first\r\n"
        return USUAL.get(step, b"500 5.5.2 what?\r\n")

    async def line(self) -> bytes:
        while b"\r\n" not in self.buffer:
            await self.more()
        line, self.buffer = self.buffer.split(b"\r\n", 1)
        return line

    async def data(self) -> None:
        """The message up to its final dot, unstuffed line by line: another way than the gateway's."""
        received = b"\r\n" + self.buffer
        with contextlib.suppress(ValueError):
            while True:
                action = self.hop.next_action("BODY")
                if isinstance(action, Delay):
                    await asyncio.sleep(action.seconds)
                    action = action.then
                if isinstance(action, bytes):
                    self.writer.write(action)
                elif isinstance(action, Fault):
                    await self.misbehave(action)
                if (at := received.find(b"\r\n.\r\n")) >= 0:
                    break
                self.buffer = b""
                try:
                    await self.more()
                except _Gone:
                    self.hop.broken += 1
                    raise
                received += self.buffer
        received, self.buffer = received[2 : at + 2], received[at + 5 :]
        lines = received.split(b"\r\n")
        message = b"\r\n".join(line[1:] if line.startswith(b".") else line for line in lines)
        await self.act("DOT", Mail(self.mail_from, tuple(self.rcpt_tos), message))
        self.forget()

    async def more(self) -> None:
        chunk = await self.reader.read(1 << 18)
        if not chunk:
            raise _Gone
        self.buffer += chunk
