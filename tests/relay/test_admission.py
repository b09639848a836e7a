"""Who may send, to whom, with which parameters, and what is offered: one table each."""

from typing import Any

import pytest

from gateway.config.models import Config
from gateway.mail.address import parse_path
from gateway.mail.reply import BAD_SYNTAX, NO_RELAY, NOT_HERE, TOO_LARGE, TOO_MANY_RECIPIENTS, Reply
from gateway.relay import admission
from gateway.relay.admission import UNKNOWN_PARAMETER, Verb
from gateway.words import Direction
from tests.support.configs import GATEWAY, make_config

ALL = frozenset({"PIPELINING", "SIZE", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "DSN"})


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
        ("", ["0.0.0.0/0", "::/0"], NO_RELAY),
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


@pytest.mark.parametrize(
    ("verb", "params", "offered", "refusal"),
    [
        ("FROM", "", frozenset(), None),
        ("FROM", " SIZE=100 BODY=8bitmime SMTPUTF8 RET=FULL ENVID=x", ALL, None),
        ("FROM", " SIZE=1000", ALL, None),
        ("FROM", " SIZE=1001", ALL, TOO_LARGE),
        ("FROM", " SIZE=1", frozenset(), UNKNOWN_PARAMETER),
        ("FROM", " SIZE=x", ALL, BAD_SYNTAX),
        ("FROM", " SIZE=1 size=1", ALL, BAD_SYNTAX),
        ("FROM", " SIZE=" + "9" * 30, ALL, BAD_SYNTAX),
        ("FROM", " BODY=BINARYMIME", ALL, BAD_SYNTAX),
        ("FROM", " BODY=7BIT", ALL - {"8BITMIME"}, UNKNOWN_PARAMETER),
        ("FROM", " SMTPUTF8", ALL - {"SMTPUTF8"}, UNKNOWN_PARAMETER),
        ("FROM", " RET=FULL", ALL - {"DSN"}, UNKNOWN_PARAMETER),
        ("FROM", " NOTIFY=NEVER", ALL, UNKNOWN_PARAMETER),
        ("FROM", " MT-PRIORITY=3", ALL, UNKNOWN_PARAMETER),
        ("TO", " NOTIFY=NEVER ORCPT=rfc822;a+2Bb@example.com", ALL, None),
        ("TO", " ORCPT=rfc822;a", ALL - {"DSN"}, UNKNOWN_PARAMETER),
        ("TO", " SIZE=1", ALL, UNKNOWN_PARAMETER),
    ],
)
def test_parameters_are_taken_as_far_as_they_were_offered(
    verb: Verb, params: str, offered: frozenset[str], refusal: Reply | None
) -> None:
    path = parse_path(f"{verb}:<a@example.com>{params}".encode(), verb)
    assert admission.parameter_refusal(path, verb, offered, 1000) == refusal


def test_a_parameter_the_next_hop_has_lost_is_noticed() -> None:
    path = parse_path(b"FROM:<a@example.com> SIZE=1 BODY=8BITMIME", "FROM")
    assert admission.unsupported(path, "FROM", {"SIZE": ""})
    assert not admission.unsupported(path, "FROM", {"8BITMIME": ""})


@pytest.mark.parametrize(
    ("theirs", "lines"),
    [
        (None, ("PIPELINING", "SIZE 1000", "ENHANCEDSTATUSCODES")),
        ({}, ("PIPELINING", "SIZE 1000", "ENHANCEDSTATUSCODES")),
        ({"SIZE": "500"}, ("PIPELINING", "SIZE 500", "ENHANCEDSTATUSCODES")),
        ({"SIZE": "0"}, ("PIPELINING", "SIZE 1000", "ENHANCEDSTATUSCODES")),
        ({"SIZE": "5000"}, ("PIPELINING", "SIZE 1000", "ENHANCEDSTATUSCODES")),
        ({"SIZE": "x"}, ("PIPELINING", "SIZE 1000", "ENHANCEDSTATUSCODES")),
        (
            {"DSN": "", "SMTPUTF8": "", "8BITMIME": "", "CHUNKING": "", "STARTTLS": "", "AUTH": "PLAIN"},
            ("PIPELINING", "SIZE 1000", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES"),
        ),
    ],
)
def test_the_offer_is_ours_and_what_the_next_hop_has_of_it(
    theirs: dict[str, str] | None, lines: tuple[str, ...]
) -> None:
    assert admission.offer(theirs, 1000, starttls=False) == lines
    assert "STARTTLS" in admission.offer(theirs, 1000, starttls=True)
