"""`marketgate serve` as a process with workers, between two next hops; what it logs and tells systemd."""

import asyncio
import json
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from prometheus_client.parser import text_string_to_metric_families

from tests.support.gateway import PROGRAM, configuration
from tests.support.hop import Hop
from tests.test_service import free_ports

ROOT = Path(__file__).parents[2]


async def until(true: Callable[[], Any], seconds: float = 40.0, what: str = "it") -> None:
    """Wait for `true()`."""
    try:
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - what is waited for happens in other processes
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"{what} did not happen in {seconds} seconds") from None


def there(pid: int) -> bool:
    """Whether the process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@dataclass
class Supervised:
    """The service; `process` is the supervisor."""

    mailserver: Hop
    outside: Hop
    folder: Path
    inbound: int
    outbound: int
    review: int
    environment: dict[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ()
    pass_fds: tuple[int, ...] = ()
    process: asyncio.subprocess.Process | None = None
    said: list[str] = field(default_factory=list)
    """What systemd was told, a message each."""

    @property
    def log(self) -> str:
        """All it wrote."""
        return (self.folder.parent / "log").read_text("utf-8", "replace")

    def events(self, name: str) -> list[dict[str, Any]]:
        """Its log lines of one event."""
        lines = [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]
        return [line for line in lines if line["event"] == name]

    @property
    def workers(self) -> dict[int, int]:
        """The process id of each worker that is, or was last, up."""
        return {line["number"]: line["pid"] for line in self.events("worker.up")}

    @property
    def pid(self) -> int:
        """The supervisor's process id."""
        assert self.process is not None
        return self.process.pid

    async def start(self, workers: int) -> None:
        """Start it, and wait until all workers are up."""
        environment = {key: value for key, value in os.environ.items() if key != "NOTIFY_SOCKET"}
        with (self.folder.parent / "log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(self.command or (str(PROGRAM), "serve")),
                "--config",
                str(self.folder),
                cwd=ROOT,
                env=environment | {"MARKETGATE_REHEARSAL": "off"} | self.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=self.pass_fds,
            )
        process = self.process
        await until(lambda: len(self.workers) == workers or process.returncode is not None)
        assert process.returncode is None, self.log

    def signal(self, number: signal.Signals) -> None:
        """Send the supervisor a signal."""
        os.kill(self.pid, number)

    async def kill_worker(self, number: int) -> int:
        """SIGKILL to a worker, and wait for its successor; the new process id."""
        old = self.workers[number]
        os.kill(old, signal.SIGKILL)
        await until(lambda: self.workers[number] != old, what="the replacement")
        return self.workers[number]

    async def end(self, seconds: float = 40.0) -> int:
        """SIGTERM, and its exit code."""
        assert self.process is not None
        self.signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), seconds)

    async def get(self, path: str) -> httpx.Response:
        """One page of the desk."""
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.review}", timeout=10) as client:
            return await client.get(path)

    async def figures(self) -> dict[tuple[str, ...], float]:
        """/metrics: values by name and label values."""
        return {
            (sample.name, *sample.labels.values()): sample.value
            for family in text_string_to_metric_families((await self.get("/metrics")).text)
            for sample in family.samples
        }


@asynccontextmanager
async def manager(path: Path, said: list[str]) -> AsyncIterator[str]:
    """A service manager that notes in `said` what it is told; the NOTIFY_SOCKET to name."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.setblocking(False)
        channel.bind(str(path))
        loop = asyncio.get_running_loop()
        loop.add_reader(channel, lambda: said.append(channel.recv(4096).decode()))
        try:
            yield str(path)
        finally:
            loop.remove_reader(channel)


@asynccontextmanager
async def supervised(
    directory: Path,
    workers: int = 2,
    *,
    environment: dict[str, str] | None = None,
    policy: str | None = None,
    command: tuple[str, ...] = (),
    pass_fds: tuple[int, ...] = (),
    listen: str | None = None,
    start: bool = True,
) -> AsyncIterator[Supervised]:
    """The service with so many workers, started. `command`: instead of `marketgate serve`. `listen`: the
    inbound listener's address instead of a port of its own."""
    async with Hop() as mailserver, Hop() as outside:
        inbound, outbound, review = free_ports(3)
        folder = configuration(
            directory, inbound=inbound, outbound=outbound, mailserver=mailserver.port, outside=outside.port
        )
        toml = folder / "gateway.toml"
        text = toml.read_text().replace('listen = "127.0.0.1:0"', f'listen = "127.0.0.1:{review}"')
        if listen is not None:
            text = text.replace(f"127.0.0.1:{inbound}", listen)
        toml.write_text(f"{text}[processes]\nworkers = {workers}\n")
        if policy is not None:
            (folder / "policy.toml").write_text(policy)
        here = Supervised(mailserver, outside, folder, inbound, outbound, review, environment or {}, command)
        here.pass_fds = pass_fds
        async with manager(directory / "notify", here.said) as where:
            here.environment.setdefault("NOTIFY_SOCKET", where)
            try:
                if start:
                    await here.start(workers)
                yield here
            finally:
                await _clean(here)


async def _clean(here: Supervised) -> None:
    """Leave no process behind, whatever the test did."""
    if here.process is None:
        return
    pids = {line["pid"] for line in here.events("worker.up")}
    if here.process.returncode is None:
        here.process.kill()
        await here.process.wait()
    for pid in pids:
        if str(here.folder).encode() in _command_line(pid):
            os.kill(pid, signal.SIGKILL)


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
