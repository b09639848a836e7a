"""`marketgate demo` runs the real gateway and shows what it did with the sample conversation."""

import asyncio
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import structlog
from argon2 import PasswordHasher

from gateway.app import now
from gateway.cli.conversation import compose, samples
from gateway.cli.demo import CannotDemo, Demo
from gateway.config.load import load
from gateway.config.models import Config
from gateway.mail.message import Message
from gateway.review.people import People
from gateway.store.database import Store
from gateway.store.people import Role
from tests.support.gateway import PROGRAM, configuration

PORTS = ("inbound", "mailserver", "outbound", "outside")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configuration on four ports that nobody uses."""
    probes = [socket.socket() for _ in PORTS]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = {name: probe.getsockname()[1] for name, probe in zip(PORTS, probes, strict=True)}
    for probe in probes:
        probe.close()
    return configuration(tmp_path, **ports)


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def loaded(folder: Path) -> Config:
    config = load(folder)
    assert isinstance(config, Config), config
    return config


def test_samples_are_whole_mails_with_ids_of_their_own() -> None:
    """Every marker is filled in, line ends are CRLF, answers name the mail they answer."""
    conversation = samples("firma.example")
    ids = {sample.file: f"<{number}@x.example>" for number, sample in enumerate(conversation)}
    for sample in conversation:
        raw = compose(sample, ids, company="firma.example", date="Tue, 24 Nov 2026 10:00:00 +0100")
        assert b"$" not in raw
        assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
        message = Message(raw)
        assert message.message_id == ids[sample.file]
        assert message.references == ((ids[sample.answers],) if sample.answers else ())
        assert message.from_[0].folded == sample.mail_from.folded
        assert {box.folded for box in message.to_cc} == {path.folded for path in sample.rcpt_tos}


def test_each_mail_gets_the_verdict_and_the_treatment_it_is_there_to_show(folder: Path) -> None:
    """Tagged, held, footered, split, untouched: compared with what arrived at the two ends, byte for byte."""
    demo = Demo(folder, loaded(folder))
    asyncio.run(demo.run(once=True))
    story = []
    for passage in demo.passages:
        assert passage.decision is not None
        story.append(
            (
                passage.sample.file.removesuffix(".eml"),
                str(passage.decision.verdict.name),
                [(item.disposition.word, *map(str, item.actions)) for item in passage.decision.recipients],
                [name for name, _ in passage.arrived],
                passage.reply.code,
            )
        )
    assert story == [
        ("amazon-question", "offchannel", [("pass", "tag")], ["mailserver"], 250),
        ("amazon-answer", "offchannel", [("hold", "hold")], [], 250),
        ("ebay-question", "offchannel", [("pass", "tag")], ["mailserver"], 250),
        ("ebay-answer", "offchannel", [("pass", "footer")], ["outside"], 250),
        ("relay-question", "relay", [("pass", "tag")], ["mailserver"], 250),
        ("relay-answer", "relay", [("pass", "redact")], ["outside"], 250),
        ("supplier-offer", "none", [("pass",)], ["mailserver"], 250),
        ("supplier-answer", "none", [("pass",)], ["outside"], 250),
        ("amazon-second-answer", "offchannel", [("hold", "hold"), ("pass",)], ["outside"], 250),
    ]
    untouched = [passage for passage in demo.passages if passage.sample.file.startswith("supplier")]
    for passage in untouched:
        [(_, kept)] = passage.arrived
        assert kept.raw.endswith(passage.raw)
        assert kept.raw.removesuffix(passage.raw).startswith(b"Received: from localhost ")
        assert kept.raw.removesuffix(passage.raw).count(b"\r\n") == kept.raw.count(
            b"\r\n"
        ) - passage.raw.count(b"\r\n")


def test_the_program_prints_a_table_and_what_to_try(folder: Path) -> None:
    """In a pipe too; exit 0, nothing on standard error, and the files are where it says."""
    done = subprocess.run(
        [PROGRAM, "demo", "--once", "--config", str(folder)], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "1. A buyer asks about an",
        "held for review",
        "footer added",
        "phone_number",
        "the same",
        "queue list --config",
        "swaks --server 127.0.0.1:",
        "log in as demo with the password",
    ):
        assert words in done.stdout
    assert "NOT the bytes" not in done.stdout
    kept = sorted(path.name for path in (folder.parent / "var/demo/mailserver").iterdir())
    # Four mails came in; the author of the redacted answer is told of it some time after.
    assert kept[:8] == [f"00{number}.{kind}" for number in range(1, 5) for kind in ("eml", "json")]


async def test_somebody_can_log_in_at_once_and_not_where_real_people_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new password each run, printed; with a user of somebody else's in the store, nobody is written."""
    demo, store = Demo(folder, loaded(folder)), Store("sqlite://")
    store.open()
    people = People(store, now, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    service: Any = SimpleNamespace(store=store, desk=SimpleNamespace(desk=SimpleNamespace(people=people)))
    passwords = []
    for _ in range(2):
        await demo._user(service)
        passwords += re.findall(r"log in as demo with the password (\S+)\n", capsys.readouterr().out)
    assert len(set(passwords)) == 2
    user, session = await people.log_in("demo", passwords[1])
    assert (user.role, bool(session), len(people.users.all())) == (Role.ADMIN, True, 1)
    people.add("Eva", Role.ADMIN, None, "test")
    await demo._user(service)
    said = capsys.readouterr().out
    assert "The review desk: http" in said and "password" not in said
    people.close()
    store.close()


def test_keeps_running_until_it_is_told_to_stop(folder: Path) -> None:
    """Without --once it waits; SIGTERM ends it with exit 0."""
    with subprocess.Popen(
        [PROGRAM, "demo", "--config", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        end = time.monotonic() + 60
        for line in process.stdout:
            if line.startswith("Running until") or time.monotonic() > end:
                break
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


@pytest.mark.parametrize(
    "key", ["inbound.listen", "inbound.next_hop", "outbound.listen", "outbound.next_hop"]
)
def test_a_port_in_use_is_named_with_its_key(folder: Path, key: str) -> None:
    """Exit 69, and nothing was started."""
    leg, _, name = key.partition(".")
    gateway = loaded(folder).gateway
    section = gateway.inbound if leg == "inbound" else gateway.outbound
    assert section is not None
    port = int(section.listen[0].rpartition(":")[2]) if name == "listen" else section.next_hop[0].port
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        done = subprocess.run(
            [PROGRAM, "demo", "--once", "--config", str(folder)], capture_output=True, text=True, timeout=60
        )
    assert (done.returncode, done.stdout) == (69, "")
    assert done.stderr == (
        f"marketgate demo: {key}: port {port} of 127.0.0.1 cannot be used (Address already in use); "
        "stop the program that has it, or change the key\n"
    )


def test_a_next_hop_elsewhere_is_refused(folder: Path) -> None:
    """The stand-ins take the place of the next hops, so a configuration for real mail is not taken."""
    path = folder / "gateway.toml"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(
        "".join(
            "next_hop = 'smtp://192.0.2.1:25'\n" if line.startswith("next_hop") else line for line in lines
        )
    )
    with pytest.raises(CannotDemo, match=r"inbound\.next_hop: .* must be one loopback address") as refused:
        Demo(folder, loaded(folder))
    assert refused.value.code == 78
