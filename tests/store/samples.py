"""Sample values for the store's tests: fixed times, one full held mail, one thread."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from gateway.mail.address import Path
from gateway.store import Held, HeldRecipient, Notice
from gateway.words import (
    Confidence,
    Direction,
    Finding,
    HeldState,
    Kind,
    Legal,
    Ruling,
    Severity,
    Thread,
    VerdictName,
)

T0 = datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BODY = b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHallo\r\n.punkt\r\n"


def hold_id(number: int) -> str:
    """A well-formed id: 26 characters of base32, lower case."""
    digits = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(digits[number >> shift & 31] for shift in range(125, -1, -5))


def path(address: str, *params: str) -> Path:
    return Path(f"<{address}>", address, params)


def recipient(
    address: str = "Anna@Example.net", state: HeldState = HeldState.PENDING, **more: Any
) -> HeldRecipient:
    return HeldRecipient(path(address), Kind.EXTERNAL, state, **more)


def held(number: int = 0, *recipients: HeldRecipient, **changes: Any) -> Held:
    """A mail with every field filled; `changes` override."""
    full = Held(
        id=hold_id(number),
        version=1,
        direction=Direction.OUTBOUND,
        held_at=T0 + number * MINUTE,
        deadline=T0 + timedelta(hours=24),
        clock="marketplace",
        mail_from=path("Staff@Example.com", "SIZE=512", "BODY=8BITMIME"),
        recipients=recipients or (recipient(),),
        subject="AW: Grüße 🙂",
        message_id="<m1@example.com>",
        author="staff@example.com",
        verdict="offchannel",
        confidence="likely",
        marketplace="amazon",
        orders=("302-1234567-1234567",),
        legal="warranty",
        thread="t1",
        rule="hold_forbidden",
        reasons=("offchannel_likely", "lint:phone_number"),
        findings=(Finding("phone_number", Severity.BLOCK, "030 1234", (5, 13), "leave it out", True),),
        config_hash="0123456789abcdef",
        fingerprint=number.to_bytes(32),
        client="192.0.2.7",
        size=len(BODY),
        note="ladder: hold",
    )
    return replace(full, **changes)


def ruling(verb: str = "release", who: str = "petra", note: str = "ok", at: datetime = T0) -> Ruling:
    return Ruling("", who, verb, note, at, {"as": "footer"})


def notice(number: int = 0, **changes: Any) -> Notice:
    full = Notice(
        f"n{number}", hold_id(0), "rejected", "staff@example.com", Direction.INBOUND, b"Subject: x\r\n\r\n"
    )
    return replace(full, **changes)


def thread(item: str = "t1", **changes: Any) -> Thread:
    full = Thread(
        id=item,
        verdict=VerdictName.OFFCHANNEL,
        confidence=Confidence.LIKELY,
        marketplace="amazon",
        orders=("302-1234567-1234567",),
        legal=Legal.WARRANTY,
        correspondents=("anna@example.net",),
        language="de",
        last_seen=T0,
    )
    return replace(full, **changes)
