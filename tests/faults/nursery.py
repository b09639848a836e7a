"""Starts gateways quickly: imports everything once, then forks a process for each.

Run as `python -m tests.faults.nursery`. A line of JSON on stdin asks for one: `folder`, and maybe `only`
("relay"), `log` (a file), `ahead` (seconds its clock is ahead), `limits` ({"NOFILE": 64}), `poll` (seconds
between looks of the releaser), `abort` (the Message-ID of a mail whose analysis ends the process like a fault
in native code), `abort_early` (the same while its header is looked at, before anything is decided). Its pid
comes back on stdout. When stdin ends, all of them are killed.
"""

import asyncio
import json
import os
import resource
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import gateway.cli.serve
from gateway import app
from gateway.config.models import Config
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.policy.decision import decide_always
from gateway.relay import admission, stage
from gateway.review.releaser import Releaser
from gateway.share import read
from gateway.words import Direction, Facts


def poison(message_id: str) -> None:
    """Make the analysis of that mail end the process."""

    def deadly(tx: Any, facts: Any, config: Any) -> Any:
        if tx.message.message_id == message_id:
            os.abort()
        return decide_always(tx, facts, config)

    vars(stage)["decide_always"] = deadly


def early_poison(message_id: str) -> None:
    """The mail with this Message-ID ends the process while its header is looked at for what is refused."""
    message_refusal = admission.message_refusal

    def deadly(raw: Any, message: Message, *settings: Any) -> Any:
        if message.message_id == message_id:
            os.abort()
        return message_refusal(raw, message, *settings)

    vars(admission)["message_refusal"] = deadly


def live(order: dict[str, Any], config: Config) -> None:
    """The forked process: the service, until a signal ends it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(order.get("log", "/dev/null"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
    os.close(log)
    for name, value in {"CORE": 0, **order.get("limits", {})}.items():
        limit = getattr(resource, f"RLIMIT_{name}")
        resource.setrlimit(limit, (value, value))
    if order.get("ahead"):
        app.now = lambda: datetime.now(UTC) + timedelta(seconds=order["ahead"])
    if order.get("poll"):
        Releaser.poll = order["poll"]
    if order.get("abort"):
        poison(order["abort"])
    if order.get("abort_early"):
        early_poison(order["abort_early"])
    vars(app)["read"] = lambda _: config
    service = app.Service(Path(order["folder"]), only=order.get("only"))
    vars(app)["read"] = read
    asyncio.run(service.run())


_CONFIGS: dict[tuple[str, float], Config] = {}


def warmed(folder: Path) -> Config:
    """The configuration, read once, and a mail decided by it, which takes a second the first time."""
    key = str(folder), max(file.stat().st_mtime for file in folder.iterdir())
    if key not in _CONFIGS:
        _CONFIGS.clear()
        config = _CONFIGS[key] = read(folder)
        raw = b"Subject: eBay 27-10482-00315\r\n\r\nbei eBay gekauft, Bestellnummer 27-10482-00315\r\n"
        for direction in Direction:
            envelope = Envelope(path_of("a@b.example"), (path_of("service@example.com"),))
            tx = Transaction("warm", direction, Session("127.0.0.1"), envelope, Message(raw), app.now())
            decide_always(tx, Facts(), config)
    return _CONFIGS[key]


def main() -> None:
    """One gateway a line, until there are no more lines."""
    assert gateway.cli.serve
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead vanish at once, which is how a test sees it
    children = []
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        config = warmed(Path(order["folder"]))
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                live(order, config)
                status = 0
            except BaseException as error:
                print(repr(error), file=sys.stderr, flush=True)
            finally:
                os._exit(status)
        children.append(pid)
        print(pid, flush=True)
    for pid in children:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


if __name__ == "__main__":
    main()
