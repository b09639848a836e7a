"""A company, a held answer of its staff, and a clock that stands until it is moved."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path as FilePath
from typing import Any

from gateway.config.models import Config, Gateway, Lints
from gateway.config.packs import Pack
from gateway.config.rules import Policy
from gateway.mail.address import path_of
from gateway.store.database import Store
from gateway.store.held import Held, HeldRecipient
from gateway.store.holds import Holds
from gateway.words import Direction, Finding, HeldState, Kind, Severity

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ID = "abcdefghijklmnopqrstuvwxyz"
ORDER = "302-1234567-1234567"

BODY = (
    b"From: Anna <anna@example.com>\r\n"
    b"To: buyer@home.example\r\n"
    b"Subject: Re: Lieferung\r\n"
    b"Message-ID: <answer-1@example.com>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: 8bit\r\n"
    b"\r\n"
    b"Guten Tag,\r\n"
    b"\r\n"
    b"Ihr Paket kommt am Mittwoch. Sch\xc3\xb6ne Gr\xc3\xbc\xc3\x9fe, Anna\r\n"
    b".\r\n"
    b"\r\n"
    b"Am Mo., 2. M\xc3\xa4rz 2026 um 08:00 Uhr schrieb Kim <buyer@home.example>:\r\n"
    b"\r\n"
    b"> Wo bleibt meine Amazon-Bestellung 302-1234567-1234567?\r\n"
)

NEW_TEXT = "Guten Tag,\n\nIhr Paket kommt am Mittwoch. Schöne Grüße, Anna\n."

AMAZON = Pack.model_validate(
    {
        "name": "amazon",
        "title": "Amazon",
        "checked": date(2026, 1, 1),
        "private_mail": "discouraged",
        "contact": "seller",
    }
)
FORBIDDING = AMAZON.model_copy(update={"private_mail": "forbidden"})
"""The same marketplace, where answers to private addresses want a reason."""


def config(port: int = 2588, **gateway: Any) -> Config:
    """A configuration whose two next hops listen on one port of 127.0.0.1; `gateway` replaces sections."""
    hop = f"smtp://127.0.0.1:{port}?starttls=never"
    sections: dict[str, Any] = {
        "review": {"grace_seconds": 0},
        "company": {"domains": ["*.shop.example", "example.com"], "languages": ["de", "en"], "name": "Laden"},
        "inbound": {"listen": ["127.0.0.1:2525"], "next_hop": hop},
        "outbound": {"listen": ["127.0.0.1:2587"], "next_hop": hop},
    }
    return Config(
        directory=FilePath("config"),
        gateway=Gateway.model_validate({**sections, **gateway}),
        policy=Policy(),
        lints=Lints(),
        packs=(AMAZON,),
        footers={},
        store_url="sqlite://",
        hash="0123456789abcdef",
    )


def recipient(address: str, state: HeldState = HeldState.PENDING, **more: Any) -> HeldRecipient:
    """An external recipient."""
    return HeldRecipient(path_of(address), Kind.EXTERNAL, state, **more)


def held(*recipients: HeldRecipient, **more: Any) -> Held:
    """A held answer to a buyer's private address."""
    sample = Held(
        id=ID,
        version=1,
        direction=Direction.OUTBOUND,
        held_at=START,
        deadline=START + timedelta(hours=24),
        clock="house",
        mail_from=path_of("anna@example.com"),
        recipients=recipients or (recipient("buyer@home.example"),),
        subject="Re: Lieferung",
        message_id="<answer-1@example.com>",
        author="anna@example.com",
        verdict="offchannel",
        confidence="confirmed",
        marketplace="amazon",
        orders=(ORDER,),
        rule="amazon_private",
        reasons=("offchannel_confirmed", "lint:phone_number"),
        findings=(Finding("phone_number", Severity.BLOCK, "0911 1234567"),),
        config_hash="0123456789abcdef",
        fingerprint=b"f" * 32,
        client="192.0.2.7",
    )
    return replace(sample, **more)


def put(store: Store, item: Held | None = None, body: bytes = BODY) -> Held:
    """Hold a mail."""
    item = item or held()
    return Holds(store).commit(item, (body,), item.held_at)


class Clock:
    """A time that stands still. Call it for the time, add to `at` to let time pass."""

    def __init__(self, at: datetime = START + timedelta(minutes=10)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at
