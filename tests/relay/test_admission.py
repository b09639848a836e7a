"""Who may send, to whom, and what is no message: one table each."""

from typing import Any

import pytest

from gateway.config.models import Config
from gateway.mail.address import parse_path
from gateway.mail.message import Message
from gateway.mail.reply import LOOP, NO_RELAY, NOT_HERE, TOO_MANY_RECIPIENTS, Reply
from gateway.relay import admission
from gateway.relay.admission import HEADER_TOO_LARGE, OWN_LOOP
from gateway.words import Direction
from tests.support.configs import GATEWAY, make_config


def config(**changes: dict[str, Any]) -> Config:
    """A configuration with keys of single tables changed."""
    return make_config(gateway={table: {**GATEWAY.get(table, {}), **keys} for table, keys in changes.items()})


@pytest.mark.parametrize(
    ("ip", "networks", "refusal"),
    [
        ("192.0.2.7", ["192.0.2.0/24"], None),
        ("192.0.3.7", ["192.0.2.0/24"], NO_RELAY),
        ("::ffff:192.0.2.7", ["192.0.2.0/24"], None),
        ("::ffff:192.0.3.7", ["192.0.2.0/24"], NO_RELAY),
        ("192.0.2.7", ["::/0"], NO_RELAY),
        ("2001:db8::1", ["2001:db8::/32"], None),
        ("fe80::1%eth0", ["fe80::/10"], None),
        ("", ["127.0.0.0/8"], None),
        ("", ["192.0.2.0/24", "::/0"], NO_RELAY),
        ("0.0.0.0", ["127.0.0.0/8", "10.0.0.0/8"], NO_RELAY),
        ("nonsense", ["0.0.0.0/0", "::/0"], NO_RELAY),
        ("192.0.2.7", [], NO_RELAY),
    ],
)
def test_the_outbound_leg_is_for_its_networks_only(
    ip: str, networks: list[str], refusal: Reply | None
) -> None:
    settings = config(outbound={"networks": networks})
    assert admission.client_refusal(Direction.OUTBOUND, ip, settings) == refusal


def test_the_inbound_leg_is_for_everybody_unless_networks_are_named() -> None:
    assert admission.client_refusal(Direction.INBOUND, "203.0.113.1", config()) is None
    settings = config(inbound={"networks": ["192.0.2.0/24"]})
    assert admission.client_refusal(Direction.INBOUND, "203.0.113.1", settings) == NO_RELAY
    assert admission.client_refusal(Direction.INBOUND, "192.0.2.1", settings) is None


@pytest.mark.parametrize(
    ("recipient", "refusal"),
    [
        ("<a@example.com>", None),
        ("<a@EXAMPLE.Com>", None),
        ("<a@sub.example.net>", None),
        ("<postmaster>", None),
        ("<PostMaster>", None),
        ("<postmaster@example.com>", None),
        ("<a@example.net>", NOT_HERE),
        ("<a@sub.example.com>", NOT_HERE),
        ("<a@xexample.com>", NOT_HERE),
        ("<postmaster@elsewhere.test>", NOT_HERE),
        ("<a@[192.0.2.1]>", NOT_HERE),
    ],
)
def test_the_inbound_leg_takes_mail_for_its_domains_only(recipient: str, refusal: Reply | None) -> None:
    settings = config(inbound={"domains": ["example.com", "*.example.net"]})
    path = parse_path(f"TO:{recipient}".encode(), "TO")
    assert admission.recipient_refusal(Direction.INBOUND, path, 0, settings) == refusal
    assert admission.recipient_refusal(Direction.OUTBOUND, path, 0, settings) is None


def test_the_number_of_recipients_is_limited() -> None:
    settings, path = config(limits={"recipients": 100}), parse_path(b"TO:<a@example.com>", "TO")
    assert admission.recipient_refusal(Direction.INBOUND, path, 99, settings) is None
    assert admission.recipient_refusal(Direction.INBOUND, path, 100, settings) == TOO_MANY_RECIPIENTS


def test_bare_newlines_pass_by_network() -> None:
    own = config(outbound={"networks": ["192.0.2.0/24"]})
    assert admission.bare_newlines_allowed(Direction.OUTBOUND, "192.0.2.1", own)
    assert not admission.bare_newlines_allowed(Direction.INBOUND, "192.0.2.1", own)
    strict = config(outbound={"networks": ["192.0.2.0/24"], "bare_newline_networks": []})
    assert not admission.bare_newlines_allowed(Direction.OUTBOUND, "192.0.2.1", strict)
    lax = config(inbound={"bare_newline_networks": ["198.51.100.0/24"]})
    assert admission.bare_newlines_allowed(Direction.INBOUND, "198.51.100.9", lax)


OURS = (
    b"Received: from a.test (unknown [192.0.2.1])\r\n"
    b"\tby Gate.test (Marketgate) with ESMTP id x;\r\n\tnow\r\n"
)
FOLDED = b"received : from a.test by gate.test\r\n  (Marketgate)\r\n\twith ESMTP id x; now\r\n"
THEIRS = b"Received: from a.test by gate.test (Postfix) with ESMTP id x; now\r\n"
ANOTHER = b"Received: from a.test by agate.test (Marketgate) with ESMTP id x; now\r\n"


@pytest.mark.parametrize(
    ("header", "refusal"),
    [
        (THEIRS * 100, None),
        (THEIRS * 101, LOOP),
        (b"X-Received: x\r\n" * 101, None),
        (OURS * 4, None),
        (OURS * 5, OWN_LOOP),
        (OURS * 2 + THEIRS * 9 + FOLDED * 3, OWN_LOOP),
        (THEIRS * 5 + ANOTHER * 5, None),
        (OURS * 4 + b"Subject: by gate.test (Marketgate) with\r\n", None),
        (b"Subject: " + b"x" * 400_000 + b"\r\n", None),
        (b"Subject: " + b"x" * 600_000 + b"\r\n", HEADER_TOO_LARGE),
        (b"a:\n" * 20_001, HEADER_TOO_LARGE),
        (b"a:\r\n" * 19_999, None),
    ],
)
def test_loops_and_giant_headers_are_refused(header: bytes, refusal: Reply | None) -> None:
    """By our own name only our own fields count, however they were folded on the way."""
    limits = config(limits={"header_size": 500_000}).gateway.limits
    for body in (b"\r\nReceived: in the body\r\n" * 200, b"\r\n", b""):
        raw = header + body
        assert admission.message_refusal(raw, Message(raw), "gate.test", limits) == refusal


def test_a_large_body_is_no_header() -> None:
    limits = config().gateway.limits
    for raw in (b"\r\n" + b"x" * 2_000_000, b"x: y\n\n" + b"x:\n" * 500_000, b"no header\r\n" * 200_000):
        assert admission.message_refusal(raw, Message(raw), "gate.test", limits) is None


@pytest.mark.parametrize(
    ("direction", "ip", "exempt"),
    [
        (Direction.INBOUND, "127.0.0.9", True),
        (Direction.INBOUND, "::1", True),
        (Direction.INBOUND, "", True),
        (Direction.INBOUND, "192.0.2.7", True),
        (Direction.INBOUND, "198.51.100.7", False),
        (Direction.OUTBOUND, "192.0.2.7", False),
        (Direction.OUTBOUND, "127.0.0.9", True),
    ],
)
def test_the_limits_per_client_are_for_strangers(direction: Direction, ip: str, exempt: bool) -> None:
    settings = config(inbound={"networks": ["192.0.2.0/24"]}, outbound={"networks": ["192.0.2.0/24"]})
    assert admission.exempt(direction, ip, settings) == exempt
