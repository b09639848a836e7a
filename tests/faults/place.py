"""A gateway between two misbehaving next hops: in this process, or in one of its own that can be killed."""

import asyncio
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest

from gateway.app import Service
from tests.support.gateway import configuration, greets
from tests.support.hop import Hop, Mail
from tests.support.relay import Client
from tests.test_service import free_ports

ROOT = Path(__file__).parents[2]
STAFF, BUYER = b"service@example.com", b"kunde@gmx.example"
HOLD_ALL = 'mode = "enforce"\n[[rule]]\nname = "hold_all"\ndirection = "outbound"\ndo = ["hold"]\n'
PASS_ALL = 'mode = "enforce"\n[[rule]]\nname = "pass_all"\ndirection = "outbound"\ndo = ["pass"]\n'
_NUMBERS = itertools.count()


def mail(about: str = "Ich habe die Lampe bei eBay gekauft, Bestellnummer 27-10482-00315.") -> bytes:
    """A mail with a Message-ID and a subject of its own, so that none is another one sent again; by default
    one that is tagged and remembered."""
    number = next(_NUMBERS)
    return (
        b"From: Kunde <kunde@gmx.example>\r\nTo: service@example.com\r\nMessage-ID: <m%d@gmx.example>\r\n"
        b"Subject: Lampe %d\r\n\r\n%s\r\n" % (number, number, about.encode())
    )


def plain() -> bytes:
    """A mail that concerns nobody."""
    return mail("Guten Tag")


def id_of(raw: bytes) -> bytes:
    """Its Message-ID."""
    found = re.search(rb"(?im)^message-id: (<[^>\r]+>)", raw)
    assert found is not None
    return found[1]


def copies(mails: list[Mail]) -> Counter[bytes]:
    """How often each mail arrived, by Message-ID."""
    return Counter(id_of(one.data) for one in mails)


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[Client]:
    """A client, greeted."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
    try:
        client = Client(reader, writer)
        assert (await client.reply())[:3] == b"220"
        yield client
    finally:
        writer.close()


async def talk(client: Client, raw: bytes, to: tuple[bytes, ...] = (STAFF,), sender: bytes = BUYER) -> bytes:
    """One mail in a session that may have said EHLO; the reply to its dot, or the first that is no 2xx."""
    for line in (b"MAIL FROM:<%s>" % sender, *(b"RCPT TO:<%s>" % one for one in to)):
        answer = await client.say(line)
        if answer[:1] != b"2":
            return answer
    answer = await client.say(b"DATA")
    if answer[:3] != b"354":
        return answer
    await client.send(raw.replace(b"\r\n.", b"\r\n..") + b".\r\n")
    return await client.reply()


async def deliver(port: int, raw: bytes, to: tuple[bytes, ...] = (STAFF,), sender: bytes = BUYER) -> bytes:
    """A session with one mail; b"" where the gateway hung up on it."""
    try:
        async with connected(port) as client:
            answer = await client.say(b"EHLO client.test")
            return answer if answer[:1] != b"2" else await talk(client, raw, to, sender)
    except ConnectionError:
        return b""


async def until(true: Any, seconds: float = 10.0) -> None:
    """Wait for `true()`."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        await asyncio.sleep(0.002)


@dataclass
class Ends:
    """What both kinds of place have: the two next hops, the ports, the folder of the configuration."""

    mailserver: Hop
    outside: Hop
    inbound: int
    outbound: int
    folder: Path

    @property
    def store(self) -> Path:
        """The store's file."""
        return self.folder.parent / "store.db"

    async def receive(self, raw: bytes, *to: bytes) -> bytes:
        """Deliver inbound; the reply."""
        return await deliver(self.inbound, raw, to or (STAFF,))

    async def answer(self, raw: bytes, *to: bytes) -> bytes:
        """Deliver outbound; the reply."""
        return await deliver(self.outbound, raw, to or (BUYER,), STAFF)


@dataclass
class Place(Ends):
    """The service in this process."""

    service: Service


def _configured(
    directory: Path, mailserver: Hop, outside: Hop, extra: str, policy: str | None
) -> tuple[int, int, Path]:
    inbound, outbound = free_ports(2)
    folder = configuration(
        directory, inbound=inbound, outbound=outbound, mailserver=mailserver.port, outside=outside.port
    )
    with (folder / "gateway.toml").open("a") as file:
        file.write(extra)
    if policy is not None:
        (folder / "policy.toml").write_text(policy)
    return inbound, outbound, folder


@asynccontextmanager
async def place(
    directory: Path,
    extra: str = "",
    *,
    policy: str | None = None,
    only: Literal["relay"] | None = "relay",
    inbound_key: str = "",
) -> AsyncIterator[Place]:
    """The real service between two hops; `extra` is added to gateway.toml, `inbound_key` to `[inbound]`."""
    async with Hop() as mailserver, Hop() as outside:
        inbound, outbound, folder = _configured(directory, mailserver, outside, extra, policy)
        if inbound_key:
            toml = folder / "gateway.toml"
            toml.write_text(toml.read_text().replace("[inbound]\n", f"[inbound]\n{inbound_key}\n"))
        async with Service(folder, only=only) as service:
            yield Place(mailserver, outside, inbound, outbound, folder, service)


class Nursery:
    """The process that gateways are forked from."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self._read() == "ready"

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def fork(self, **order: Any) -> int:
        """A gateway; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        return int(self._read())

    def close(self) -> None:
        """The end of it and of all it made."""
        self._process.communicate(timeout=20)


def alive(pid: int) -> bool:
    """Whether the process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@dataclass
class Apart(Ends):
    """The service in a process of its own."""

    nursery: Nursery
    only: str | None = "relay"
    pid: int = 0
    starts: int = 0
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def log(self) -> str:
        """What it logged, over all its lives."""
        path = self.folder.parent / "log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    async def start(self, **options: Any) -> None:
        """Start it and wait until both listeners greet. Options are the nursery's."""
        order = {"folder": str(self.folder), "only": self.only, "log": str(self.folder.parent / "log")}
        self.pid = await asyncio.to_thread(lambda: self.nursery.fork(**order, **self.options, **options))
        self.starts += 1
        for _ in range(1000):
            if not alive(self.pid):
                break
            if greets(self.inbound) and greets(self.outbound):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"the gateway did not start:\n{self.log}")

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    async def gone(self, seconds: float = 20.0) -> None:
        """Wait for its end."""
        await until(lambda: not alive(self.pid), seconds)

    async def kill(self) -> None:
        """SIGKILL, and its end."""
        self.signal(signal.SIGKILL)
        await self.gone()

    async def stop(self) -> None:
        """SIGTERM, and its end."""
        if self.pid and alive(self.pid):
            self.signal(signal.SIGCONT)
            self.signal(signal.SIGTERM)
            await self.gone()


@asynccontextmanager
async def apart(
    nursery: Nursery,
    directory: Path,
    extra: str = "",
    *,
    policy: str | None = None,
    only: str | None = "relay",
    **options: Any,
) -> AsyncIterator[Apart]:
    """The real service in a process of its own, started; `options` are the nursery's, for every start."""
    async with Hop() as mailserver, Hop() as outside:
        inbound, outbound, folder = _configured(directory, mailserver, outside, extra, policy)
        made = Apart(mailserver, outside, inbound, outbound, folder, nursery, only, options=options)
        await made.start()
        try:
            yield made
        finally:
            if alive(made.pid):
                made.signal(signal.SIGKILL)


def strace(tmp_path: Path, pid: int, *words: str) -> subprocess.Popen[bytes]:
    """strace on a running process, or a skip."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    output = tmp_path / "strace"
    return subprocess.Popen(
        ["strace", "-f", "-qq", "-ttt", "-o", str(output), *words, "-p", str(pid)],
        stderr=subprocess.PIPE,
    )


async def attached(pid: int, tracer: subprocess.Popen[bytes]) -> None:
    """Wait until it traces."""
    for _ in range(500):
        if f"TracerPid:\t{tracer.pid}\n" in Path(f"/proc/{pid}/status").read_text():
            return
        if tracer.poll() is not None:
            pytest.skip("strace may not trace here")
        await asyncio.sleep(0.01)
    pytest.skip("strace did not attach")
