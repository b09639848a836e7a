"""The real gateway as a process of its own, with a configuration in a folder of the test."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).parent / "marketgate"

GATEWAY_TOML = """\
[company]
domains = ["example.com"]
hostname = "gate.example.com"
[inbound]
listen = ["127.0.0.1:{inbound}"]
next_hop = "smtp://127.0.0.1:{mailserver}"
[outbound]
listen = ["127.0.0.1:{outbound}"]
next_hop = "smtp://127.0.0.1:{outside}"
[store]
url = "sqlite:///{directory}/store.db"
[review]
listen = "127.0.0.1:0"
public_url = "http://127.0.0.1"
grace_seconds = 0
"""


def configuration(directory: Path, **ports: int) -> Path:
    """The folder of a configuration below `directory`; ports: inbound, mailserver, outbound, outside."""
    folder = directory / "config"
    folder.mkdir(parents=True)
    (folder / "gateway.toml").write_text(GATEWAY_TOML.format(directory=directory, **ports))
    return folder


class Gateway:
    """`marketgate serve` between two ports, and the other commands with the same configuration."""

    def __init__(
        self, directory: Path, *, inbound: int, mailserver: int, outbound: int, outside: int
    ) -> None:
        self.directory = configuration(
            directory, inbound=inbound, mailserver=mailserver, outbound=outbound, outside=outside
        )
        self.inbound, self.outbound = inbound, outbound
        self._log = directory / "gateway.log"
        self._process: subprocess.Popen[bytes] | None = None
        self.rehearsed = False  # takes two seconds, and most tests send few mails

    @property
    def log(self) -> str:
        """What it logged; for messages of failing tests."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it and wait until both listeners greet."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAM, "serve", "--config", str(self.directory)],
                env={**os.environ, "MARKETGATE_REHEARSAL": "on" if self.rehearsed else "off"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        end = time.monotonic() + 30
        while not all(greets(port) for port in (self.inbound, self.outbound)):
            if self._process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the gateway did not start (exit {self._process.poll()}):\n{self.log}")
            time.sleep(0.1)

    def stop(self) -> int:
        """SIGTERM, and its exit code."""
        assert self._process is not None
        self._process.terminate()
        try:
            return self._process.wait(60)
        finally:
            self._process.kill()

    def run(self, *arguments: str, exit_code: int = 0) -> str:
        """One command with this configuration; what it prints. Fails where the exit code is another one."""
        done = subprocess.run(
            [PROGRAM, *arguments, "--config", str(self.directory)],
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode != exit_code:
            raise AssertionError(
                f"{arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}\n{self.log}"
            )
        return done.stdout

    def queue(self) -> list[dict[str, Any]]:
        """Held mail that still wants something done, oldest first."""
        return [json.loads(line) for line in self.run("queue", "list", "--json").splitlines()]


def greets(port: int) -> bool:
    """Whether an SMTP server greets at 127.0.0.1:port."""
    try:
        with socket.create_connection(("127.0.0.1", port), 2) as client:
            return client.recv(4) in (b"220 ", b"220-")
    except OSError:
        return False
