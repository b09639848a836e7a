"""A small load generator: many mails over several connections, each with a Message-ID of its own.

It behaves as a mail server does: what was not answered with a 2xx is tried again in a new connection.
"""

import asyncio
import itertools
from collections import Counter
from dataclasses import dataclass, field

from tests.support.relay import Client

RCPT = b"service@example.com"


@dataclass
class Load:
    """`clients` connections at a time to 127.0.0.1:`port`, `each` mails a connection, until `stop`.

    `taken` are the Message-IDs that were answered with 250, `broken` how many connections were cut, `refused`
    the replies that were no 2xx.
    """

    port: int
    clients: int = 4
    each: int = 10
    body: bytes = b"Ich habe die Lampe bei eBay gekauft, Bestellnummer 27-10482-00315.\r\n"
    taken: list[bytes] = field(default_factory=list)
    broken: int = 0
    refused: Counter[bytes] = field(default_factory=Counter)

    async def __aenter__(self) -> "Load":
        self._numbers = itertools.count()
        self._over = False
        self._tasks = [asyncio.create_task(self._client()) for _ in range(self.clients)]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def stop(self) -> None:
        """Let the mails under way be answered."""
        self._over = True
        await asyncio.gather(*self._tasks)

    async def at_least(self, number: int, seconds: float = 30.0) -> None:
        """Wait until so many more mails were taken."""
        goal = len(self.taken) + number
        async with asyncio.timeout(seconds):
            while len(self.taken) < goal:  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def _client(self) -> None:
        waiting: list[bytes] = []
        while not self._over:
            try:
                await self._session(waiting)
            except OSError:
                self.broken += 1
                await asyncio.sleep(0.05)

    async def _session(self, waiting: list[bytes]) -> None:
        """One connection; the ids in `waiting` were not answered yet. Raises OSError where it is cut."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        client = Client(reader, writer)
        try:
            for line in (None, b"EHLO load.test"):
                if not await self._fine(client, line):
                    return
            for _ in range(self.each):
                if self._over:
                    return
                if not waiting:
                    waiting.append(b"<l%d@load.test>" % next(self._numbers))
                if not await self._mail(client, waiting[0]):
                    return
                self.taken.append(waiting.pop())
            await client.say(b"QUIT")
        finally:
            writer.close()

    async def _mail(self, client: Client, message_id: bytes) -> bool:
        for line in (b"MAIL FROM:<kunde@gmx.example>", b"RCPT TO:<%s>" % RCPT, b"DATA"):
            if not await self._fine(client, line):
                return False
        head = b"From: Kunde <kunde@gmx.example>\r\nTo: %s\r\nMessage-ID: %s\r\n\r\n" % (RCPT, message_id)
        await client.send(head + self.body + b".\r\n")
        return await self._fine(client, None)

    async def _fine(self, client: Client, line: bytes | None) -> bool:
        reply = await (client.reply() if line is None else client.say(line))
        if not reply:
            raise ConnectionResetError
        if reply[:1] in (b"2", b"3"):
            return True
        self.refused[reply[:3]] += 1
        return False
