"""A decision on a large mail holds no copy of it: it lies in a file, and only what is read is in memory."""

import mmap
import tempfile
import tracemalloc
from pathlib import Path

import pytest

from gateway.config.load import load, shipped
from gateway.config.models import Config
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.policy.decision import decide_always
from gateway.words import ActionName, Confidence, Direction, Facts, Thread, VerdictName
from tests.policy.test_decision import AT, RELAY

SIZE = 12 * 1024 * 1024
FILE = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"QUJDREVG\r\n" * (
    SIZE // 10
)
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nBestellnummer 27-10482-00315, guten Tag\r\n"
THREAD = Thread(
    id="t",
    verdict=VerdictName.OFFCHANNEL,
    confidence=Confidence.LIKELY,
    marketplace="ebay",
    orders=("27-10482-00315",),
    legal=None,
    correspondents=("buyer@mail.example",),
    last_seen=AT,
)
KINDS = {
    "tag": (Direction.INBOUND, "buyer@mail.example", "service@example.com", Facts(), ActionName.TAG),
    "footer": (
        Direction.OUTBOUND,
        "service@example.com",
        "buyer@mail.example",
        Facts(thread=THREAD, by="references"),
        ActionName.FOOTER,
    ),
    "relay": (Direction.OUTBOUND, "service@example.com", RELAY, Facts(), ActionName.HOLD),
}


@pytest.fixture(scope="module")
def config() -> Config:
    loaded = load(Path(shipped()))
    assert isinstance(loaded, Config)
    return loaded


def transaction(kind: str, content: bytes | mmap.mmap) -> Transaction:
    """A mail of that kind."""
    direction, sender, to, _, _ = KINDS[kind]
    envelope = Envelope(path_of(sender), (path_of(to),))
    return Transaction("x", direction, Session("192.0.2.1"), envelope, Message(content), AT)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_with_a_large_file_is_never_copied(kind: str, config: Config) -> None:
    _, sender, to, facts, wanted = KINDS[kind]
    head = f"From: <{sender}>\r\nTo: <{to}>\r\nSubject: Frage\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
    decide_always(
        transaction(kind, f"{head}--b\r\n".encode() + TEXT + b"--b--\r\n"), facts, config
    )  # its tables
    with tempfile.TemporaryFile() as file:
        file.write(f"{head}--b\r\n".encode() + TEXT + b"--b\r\n" + FILE + b"--b--\r\n")
        file.flush()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            tx = transaction(kind, content)
            tracemalloc.start()
            try:
                decision, error = decide_always(tx, facts, config)
                _, peak = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
    assert (error, decision.error) == (None, None)
    assert wanted in decision.recipients[0].actions
    assert peak < SIZE / 4
