"""The rehearsal: after it, decisions find patterns and tables worked out, and so they do after a reload."""

from pathlib import Path
from typing import Any

import pytest
import re2

from gateway.config.load import load, shipped
from gateway.config.models import Config
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.policy import rehearsal
from gateway.policy.decision import decide_always
from gateway.policy.rehearsal import rehearse
from gateway.words import Direction, Facts
from tests.policy.test_decision import AT, PHONE, RELAY

MAILS = (
    ("inbound", "a@mail.example", "service@example.com", b"Ich widerrufe, Amazon 304-1234567-1234567."),
    ("inbound", "a@mail.example", "service@example.com", b"I bought it on eBay, 27-12345-12345."),
    ("outbound", "service@example.com", RELAY, b"Call us: +49 30 1234567."),
)


def _mail(direction: str, sender: str, to: str, text: bytes) -> Transaction:
    raw = f"From: <{sender}>\r\nTo: <{to}>\r\nSubject: Frage\r\n\r\n".encode() + text + b"\r\n"
    envelope = Envelope(path_of(sender), (path_of(to),))
    return Transaction("x", Direction(direction), Session("192.0.2.1"), envelope, Message(raw), AT)


@pytest.fixture(scope="module")
def config() -> Config:
    loaded = load(Path(shipped()))
    assert isinstance(loaded, Config)
    rehearse(loaded)
    return loaded


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is compiled from now on."""
    seen: list[Any] = []
    original = re2._re2.RE2

    class Noted(original):  # type: ignore[misc, valid-type]
        def __init__(self, pattern: Any, *rest: Any) -> None:
            seen.append(pattern)
            super().__init__(pattern, *rest)

    monkeypatch.setattr(re2._re2, "RE2", Noted)
    return seen


def test_after_the_rehearsal_a_decision_compiles_no_pattern(config: Config, compiled: list[Any]) -> None:
    for each in MAILS:
        decide_always(_mail(*each), Facts(), config)
    decide_always(_mail("outbound", "service@example.com", RELAY, PHONE), Facts(), config)
    assert compiled == []


def test_a_reload_that_changes_no_pack_needs_no_pattern_anew(config: Config, compiled: list[Any]) -> None:
    fresh = load(Path(shipped()))
    assert isinstance(fresh, Config)
    assert [mine is old for mine, old in zip(fresh.packs, config.packs, strict=True)].count(True) == 0
    compiled.clear()
    settled = fresh.beside(config)
    assert settled.packs is config.packs
    for each in MAILS:
        decide_always(_mail(*each), Facts(), settled)
    assert compiled == []


def test_an_error_in_the_rehearsal_is_no_error(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def broken(*args: Any) -> None:
        asked.append(args)
        raise RuntimeError("this one is for the first true mail to tell")

    monkeypatch.setattr(rehearsal, "decide_always", broken)
    rehearse(config)
    assert len(asked) > len(config.packs)
