"""A load generator: mails over some sessions, as fast as replies come; what it took.

Run as a process of its own (`python -m tests.bench.load`), so that it shares no interpreter with
anything it measures. One JSON line: mails taken, seconds, latencies (from MAIL to the reply to the
final dot; of a session's first mail from the connect), replies that were no 250.
"""

import argparse
import asyncio
import itertools
import json
import time
from pathlib import Path
from typing import Any

CHUNK = 256 * 1024
PATIENCE = 300.0


class Client(asyncio.Protocol):
    """One connection; replies come through a queue."""

    def __init__(self) -> None:
        self.replies: asyncio.Queue[bytes] = asyncio.Queue()
        self._rest = b""
        self._room = asyncio.Event()
        self._room.set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\r\n")
        for line in lines:
            if line[3:4] != b"-":
                self.replies.put_nowait(line)

    def pause_writing(self) -> None:
        self._room.clear()

    def resume_writing(self) -> None:
        self._room.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._room.set()
        self.replies.put_nowait(b"000 lost")

    async def say(self, line: bytes) -> bytes:
        """Send and give the reply."""
        self.transport.write(line)
        return await self.replies.get()

    async def send(self, data: bytes) -> bytes:
        """Send a mail in chunks and give the reply to its end."""
        for start in range(0, len(data), CHUNK):
            await self._room.wait()
            self.transport.write(memoryview(data)[start : start + CHUNK])
        return await self.replies.get()


class Run:
    """Sends the wire forms of `mails` in turn: `number` in all, `sessions` at a time, `each` a connection."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.mails = [path.read_bytes() for path in sorted(Path(options.folder).glob("*.wire"))]
        self.numbers = itertools.count()
        self.taken: list[float] = []
        self.others: dict[str, int] = {}
        self.last = 0.0

    async def session(self) -> None:
        """Connections, one after the other, until all mails are handed out."""
        while (number := next(self.numbers)) < self.options.number:
            began = time.perf_counter()
            loop = asyncio.get_running_loop()
            _, client = await loop.create_connection(Client, "127.0.0.1", self.options.port)
            try:
                await client.replies.get()
                await client.say(b"EHLO load.bench.example\r\n")
                for left in reversed(range(self.options.each)):
                    await self.mail(client, number, began)
                    if not left or (number := next(self.numbers)) >= self.options.number:
                        break
                    began = time.perf_counter()
                client.transport.write(b"QUIT\r\n")
            finally:
                client.transport.close()

    async def mail(self, client: Client, number: int, began: float) -> None:
        """One transaction; the reply that ends it is counted."""
        for line in (f"MAIL FROM:<{self.options.sender}>", f"RCPT TO:<{self.options.rcpt}>", "DATA"):
            reply = await client.say(line.encode() + b"\r\n")
            if reply[:1] not in b"23":
                break
        else:
            # A subject of its own, or an answer that is held would be the one before sent again.
            at = time.monotonic_ns()
            front = b"X-Bench: %d\r\nMessage-ID: <%d.%d@load.bench.example>\r\nSubject: Frage %d\r\n" % (
                number,
                number,
                at,
                at,
            )
            reply = await client.send(front + self.mails[number % len(self.mails)])
        self.last = time.perf_counter()
        if reply.startswith(b"250"):
            self.taken.append(self.last - began)
        else:
            self.others[reply[:60].decode("latin-1")] = self.others.get(reply[:60].decode("latin-1"), 0) + 1
            if await client.say(b"RSET\r\n") == b"000 lost":
                raise ConnectionResetError(reply)

    async def run(self) -> dict[str, Any]:
        """All of it."""
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(self.session() for _ in range(self.options.sessions)))
        return {
            "taken": len(self.taken),
            "others": self.others,
            "seconds": self.last - began,
            "latencies": self.taken,
        }


def wire(mail: bytes) -> bytes:
    """A mail as it goes over the wire after a 354."""
    return mail.replace(b"\r\n.", b"\r\n..") + b".\r\n"


def main() -> None:
    """Run as the arguments say; print one JSON line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("folder")
    for name in ("number", "sessions", "each"):
        parser.add_argument(f"--{name}", type=int, default=1)
    parser.add_argument("--sender", default="technik@partner.example")
    parser.add_argument("--rcpt", default="service@bench.example")
    print(json.dumps(asyncio.run(Run(parser.parse_args()).run())))


if __name__ == "__main__":
    main()
