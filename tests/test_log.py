"""The log: a closed list of event names, one JSON object a line, addresses as configured."""

import ast
import errno
import io
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Literal

import pytest
import structlog

from gateway import log
from gateway.config.models import Log

TREE = Path(log.__file__).parent
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}


def logged_events() -> dict[str, set[str]]:
    """Every event name that the code logs, with the files that do."""
    found: dict[str, set[str]] = {}
    for path in TREE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in LEVELS
                and "log" in ast.unparse(node.func.value)
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                found.setdefault(node.args[0].value, set()).add(str(path.relative_to(TREE)))
    return found


def test_every_event_that_is_logged_is_in_the_closed_list() -> None:
    """A log reader can rely on EVENTS."""
    assert {name: files for name, files in logged_events().items() if name not in log.EVENTS} == {}


def test_every_event_in_the_list_is_logged_somewhere() -> None:
    """The list promises nothing that never happens."""
    assert sorted(set(log.EVENTS) - set(logged_events())) == ["log.lost"], (
        "which cannot be written, only counted"
    )


def emitted(settings: Log, **values: object) -> dict[str, object]:
    stream = io.StringIO()
    log.configure(settings, stream)
    structlog.get_logger().info("tx.done", **values)
    (line,) = stream.getvalue().splitlines()
    parsed: dict[str, object] = json.loads(line)
    return parsed


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ("full", ("a@b.example", ["c@d.example", "postmaster"])),
        ("domain", ("b.example", ["d.example", "-"])),
        ("none", ("-", ["-", "-"])),
    ],
)
def test_addresses_are_logged_as_configured(addresses: str, expected: tuple[str, list[str]]) -> None:
    """`log.addresses` shortens senders and recipients alike."""
    line = emitted(
        Log.model_validate({"addresses": addresses}),
        mail_from="a@b.example",
        rcpt_to=["c@d.example", "postmaster"],
    )
    assert (line["mail_from"], line["rcpt_to"]) == expected


@pytest.mark.parametrize(
    ("addresses", "people", "words"),
    [
        ("full", ["c@d.example"], "550 5.1.1 <c@d.example>: unknown"),
        ("domain", ["d.example"], "550 5.1.1 <d.example>: unknown"),
        ("none", ["-"], "550 5.1.1 <->: unknown"),
    ],
)
def test_addresses_in_replies_and_copies_are_too(addresses: str, people: list[str], words: str) -> None:
    """A next hop repeats the address it refuses."""
    refused = "550 5.1.1 <c@d.example>: unknown"
    line = emitted(
        Log.model_validate({"addresses": addresses}),
        reply=refused,
        copies=[{"rcpt_to": ["c@d.example"], "reply": refused, "ms": 1.0}],
    )
    assert (line["reply"], line["copies"]) == (words, [{"rcpt_to": people, "reply": words, "ms": 1.0}])


def test_a_line_end_in_a_value_cannot_forge_a_line() -> None:
    """What a client says stays inside its JSON string."""
    line = emitted(Log(), reply='250 ok\r\n{"event": "forged"}')
    assert line["reply"] == '250 ok\r\n{"event": "forged"}'
    assert line["event"] == "tx.done"


@pytest.mark.parametrize("level", ["debug", "error"])
def test_every_event_is_counted_whether_or_not_it_is_written(level: str) -> None:
    """The figures do not depend on `log.level`."""
    counted: list[str] = []
    stream = io.StringIO()
    log.configure(Log.model_validate({"level": level}), stream)
    log.count_events(counted.append)
    try:
        structlog.get_logger().info("tx.done")
        structlog.get_logger().error("tx.error", exc_info=ValueError("x"))
    finally:
        log.count_events(lambda _: None)
    assert counted == ["tx.done", "tx.error"]
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == (
        counted if level == "debug" else ["tx.error"]
    )


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_line_is_one_write(form: Literal["json", "console"]) -> None:
    """The workers share one stderr: a line in two writes would be torn by another worker's."""
    written: list[str] = []
    out = io.StringIO()
    out.write = written.append  # type: ignore[assignment,method-assign]
    log.configure(Log(format=form), stream=out)
    structlog.get_logger().info("conn.open", ip="192.0.2.1")
    assert [text.count("\n") for text in written] == [1]
    assert written[0].endswith("\n")


def test_a_line_that_cannot_be_written_breaks_nothing() -> None:
    """A full disk, a reader that is gone, a stream that is closed; the events are counted all the same."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "no space")

        def flush(self) -> None:
            raise BrokenPipeError

    closed, counted = io.StringIO(), list[str]()
    closed.close()
    log.count_events(counted.append)
    for stream in (Full(), closed):
        log.configure(Log(), stream)
        structlog.get_logger().info("conn.open", port=1)
    assert counted == ["conn.open"] * 2


@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_f53_a_log_that_nobody_reads_stops_nothing(kind: str) -> None:
    """Lines wait, then are lost and counted; when somebody reads again, the log says so, and goes on."""
    if kind == "pipe":
        reader, writer = os.pipe()
    else:
        ends = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        reader, writer = (end.detach() for end in ends)
    counted: list[str] = []
    log.count_events(counted.append)
    try:
        with os.fdopen(writer, "w") as stream:
            log.configure(Log(), stream)
            for number in range(6000):  # 1.4 MB; a pipe holds 64 kB
                structlog.get_logger().info("tx.done", number=number, filler="x" * 500)
            assert counted.count("tx.done") == 6000
            lost = counted.count("log.lost")
            assert 0 < lost < 6000
            os.set_blocking(reader, False)
            seen = b""
            while b"log.resumed" not in seen:
                structlog.get_logger().info("conn.open")
                while chunk := _read(reader):
                    seen += chunk
    finally:
        log.count_events(lambda _: None)
        log.configure(Log(), io.StringIO())
        os.close(reader)
    lines = [json.loads(line) for line in seen.splitlines()]
    numbers = [line["number"] for line in lines if line["event"] == "tx.done"]
    assert numbers == list(range(6000 - lost)), "those that waited came in order, whole, none twice"
    assert [line["lost"] for line in lines if line["event"] == "log.resumed"] == [counted.count("log.lost")]


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 20)
    except BlockingIOError:
        return b""


def test_what_waits_for_a_slow_reader_is_written_at_the_end() -> None:
    """A program that ends while its reader is behind loses nothing that there was room for."""
    program = (
        "import structlog\nfrom gateway import log\nfrom gateway.config.models import Log\n"
        "log.configure(Log())\n"
        "for number in range(1000): structlog.get_logger().info('tx.done', number=number, filler='x' * 200)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stderr=subprocess.PIPE, cwd=TREE.parent
    ) as process:
        assert process.stderr is not None
        time.sleep(0.4)
        lines = process.stderr.read().splitlines()
    assert [json.loads(line)["number"] for line in lines] == list(range(1000))
