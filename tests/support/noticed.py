"""Inbound mails in a few words, and what the shipped configuration notices in them."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from gateway import signals
from gateway.config.load import load, shipped
from gateway.config.models import Config
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.policy.verdict import weigh
from gateway.words import NO_FACTS, Direction, Facts, Hit, Verdict

BUYER = "Hans Meier <hans.meier@gmx.example>"


@lru_cache(maxsize=1)
def shipped_config() -> Config:
    """The configuration as it is shipped: company example.com, own orders SHOP-123456."""
    config = load(Path(shipped()))
    assert isinstance(config, Config), [str(error) for error in config]
    return config


def inbound(raw: bytes, mail_from: str = "hans.meier@gmx.example") -> Transaction:
    """The inbound transaction that carries `raw`."""
    return Transaction(
        id="abcdefghijklmnop",
        direction=Direction.INBOUND,
        session=Session(ip="192.0.2.1"),
        envelope=Envelope(path_of(mail_from), (path_of("shop@example.com"),)),
        message=Message(raw),
        at=datetime(2026, 10, 13, 9, 0, tzinfo=UTC),
    )


def mail(text: str = "Hallo", subject: str = "Frage", sender: str = BUYER, more: str = "") -> bytes:
    """A plain mail in UTF-8; `more` are further header lines, each ended by "\\n"."""
    head = f"From: {sender}\nTo: shop@example.com\nSubject: {subject}\n{more}"
    body = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
    return (head + body).replace("\r\n", "\n").replace("\n", "\r\n").encode()


def noticed(raw: bytes, facts: Facts = NO_FACTS, config: Config | None = None) -> tuple[Hit, ...]:
    """All hits of a mail."""
    return signals.notice(inbound(raw), facts, config or shipped_config())


def told(raw: bytes, signal: str, facts: Facts = NO_FACTS) -> list[tuple[float, str | None, str | None, str]]:
    """The hits of one signal (with and without kind): weight, marketplace, order, evidence."""
    return [
        (hit.weight, hit.marketplace, hit.order, hit.evidence)
        for hit in noticed(raw, facts)
        if signal in (hit.signal, hit.signal.partition(":")[0])
    ]


def judged(raw: bytes, facts: Facts = NO_FACTS, config: Config | None = None) -> Verdict:
    """The verdict of a mail."""
    config = config or shipped_config()
    return weigh(noticed(raw, facts, config), config, facts)
