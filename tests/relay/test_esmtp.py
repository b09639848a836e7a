"""What is offered, and which parameters are taken in which grammar: one table each."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mail.address import BadPath, parse_path
from gateway.mail.reply import BAD_SYNTAX, TOO_LARGE, Reply
from gateway.relay import esmtp
from gateway.relay.esmtp import EXTENSIONS, NOT_UTF8, PARAMETERS, UNKNOWN_PARAMETER, Verb

ALL = frozenset({"PIPELINING", "SIZE", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "DSN"})
PAGE = Path(__file__).parents[2] / "docs" / "howto" / "esmtp.md"


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
        ("FROM", " SIZE", ALL, BAD_SYNTAX),
        ("FROM", " BODY=BINARYMIME", ALL, BAD_SYNTAX),
        ("FROM", " SMTPUTF8=1", ALL, BAD_SYNTAX),
        ("FROM", " RET=BOTH", ALL, BAD_SYNTAX),
        ("FROM", " ENVID=" + "x" * 100, ALL, None),
        ("FROM", " ENVID=" + "x" * 101, ALL, BAD_SYNTAX),
        ("FROM", " ENVID=a+20b+7E", ALL, None),
        ("FROM", " ENVID=a+0D+0Ab", ALL, BAD_SYNTAX),
        ("FROM", " ENVID=a+2", ALL, BAD_SYNTAX),
        ("FROM", " ENVID=a+zz", ALL, BAD_SYNTAX),
        ("FROM", " AUTH=<>", ALL, UNKNOWN_PARAMETER),
        ("FROM", " AUTH=<>", ALL | {"AUTH"}, None),
        ("FROM", " AUTH=a+40b.test", ALL | {"AUTH"}, None),
        ("FROM", " AUTH=a+0Ab.test", ALL | {"AUTH"}, BAD_SYNTAX),
        ("FROM", " BODY=7BIT", ALL - {"8BITMIME"}, UNKNOWN_PARAMETER),
        ("FROM", " SMTPUTF8", ALL - {"SMTPUTF8"}, UNKNOWN_PARAMETER),
        ("FROM", " RET=FULL", ALL - {"DSN"}, UNKNOWN_PARAMETER),
        ("FROM", " NOTIFY=NEVER", ALL, UNKNOWN_PARAMETER),
        ("FROM", " MT-PRIORITY=3", ALL, UNKNOWN_PARAMETER),
        ("TO", " NOTIFY=NEVER ORCPT=rfc822;a+2Bb@example.com", ALL, None),
        ("TO", " NOTIFY=success,FAILURE,delay", ALL, None),
        ("TO", " NOTIFY=NEVER,DELAY", ALL, BAD_SYNTAX),
        ("TO", " NOTIFY=DELAY,DELAY", ALL, BAD_SYNTAX),
        ("TO", " NOTIFY=", ALL, BAD_SYNTAX),
        ("TO", " NOTIFY", ALL, BAD_SYNTAX),
        ("TO", " NOTIFY=NEVER NOTIFY=NEVER", ALL, BAD_SYNTAX),
        ("TO", " ORCPT=a@example.com", ALL, BAD_SYNTAX),
        ("TO", " ORCPT=rfc822;", ALL, BAD_SYNTAX),
        ("TO", " ORCPT=rfc822;a+0D+0ARCPT", ALL, BAD_SYNTAX),
        ("TO", " ORCPT=utf-8;j\\x{fc}rgen@example.com", ALL, None),
        ("TO", " ORCPT=rfc822;" + "x" * 494, ALL, BAD_SYNTAX),
        ("TO", " ORCPT=rfc822;a", ALL - {"DSN"}, UNKNOWN_PARAMETER),
        ("TO", " SIZE=1", ALL, UNKNOWN_PARAMETER),
    ],
)
def test_parameters_are_taken_as_far_as_they_were_offered(
    verb: Verb, params: str, offered: frozenset[str], refusal: Reply | None
) -> None:
    try:
        path = parse_path(f"{verb}:<a@example.com>{params}".encode(), verb)
    except BadPath as error:
        assert error.reply == refusal
        return
    assert esmtp.parameter_refusal(path, verb, offered, 1000) == refusal


def test_a_parameter_the_next_hop_has_lost_is_noticed() -> None:
    path = parse_path(b"FROM:<a@example.com> SIZE=1 BODY=8BITMIME", "FROM")
    assert esmtp.unsupported(path, "FROM", {"SIZE": ""})
    assert not esmtp.unsupported(path, "FROM", {"8BITMIME": ""})


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
    theirs: Mapping[str, str] | None, lines: tuple[str, ...]
) -> None:
    assert esmtp.offer(theirs, 1000, starttls=False) == lines
    assert "STARTTLS" in esmtp.offer(theirs, 1000, starttls=True)
    assert esmtp.offer(theirs, 1000, False, ("PLAIN", "LOGIN"))[2] == "AUTH PLAIN LOGIN"


def test_an_address_beyond_ascii_needs_SMTPUTF8() -> None:
    sender, recipient = (f"{verb}:<jürgen@example.com>".encode() for verb in ("FROM", "TO"))
    assert esmtp.parameter_refusal(parse_path(sender, "FROM"), "FROM", ALL, 1000) == NOT_UTF8
    with_utf8 = parse_path(sender + b" SMTPUTF8", "FROM")
    assert esmtp.has_utf8(with_utf8)
    assert esmtp.parameter_refusal(with_utf8, "FROM", ALL, 1000) is None
    assert esmtp.parameter_refusal(parse_path(recipient, "TO"), "TO", ALL, 0) == NOT_UTF8
    original = parse_path(recipient + " ORCPT=utf-8;jürgen@example.com".encode(), "TO", utf8=True)
    assert esmtp.parameter_refusal(original, "TO", ALL, 0, utf8=True) is None


@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x2FF), max_size=30))
def test_what_passes_the_grammar_is_one_line_of_printable_words(value: str) -> None:
    for parameter in PARAMETERS:
        if parameter.fits(value):
            assert re.fullmatch(r"[!-<>-~\x80-\uffff]+", value)
            assert not re.search(r"\+(?:0|1|7[fF])", value)


@pytest.mark.parametrize(
    ("offered", "also", "passed"),
    [
        ("PLAIN LOGIN CRAM-MD5", (), ("PLAIN", "LOGIN", "CRAM-MD5")),
        ("plain XOAUTH2 OAUTHBEARER", (), ("PLAIN", "XOAUTH2", "OAUTHBEARER")),
        ("SCRAM-SHA-256-PLUS SCRAM-SHA-256 EXTERNAL", (), ("SCRAM-SHA-256",)),
        ("GSSAPI GSS-SPNEGO NTLM LOGIN", (), ("LOGIN",)),
        ("GSSAPI NTLM LOGIN", ("NTLM",), ("NTLM", "LOGIN")),
        ("PLAIN PLAIN P\x00X <b> " + "A" * 21, (), ("PLAIN",)),
        ("", (), ()),
    ],
)
def test_mechanisms_that_can_be_passed_on(
    offered: str, also: tuple[str, ...], passed: tuple[str, ...]
) -> None:
    assert esmtp.mechanisms(offered, also) == passed


@pytest.mark.parametrize(
    ("records", "shared"),
    [
        ([{"DSN": ""}], {"DSN": ""}),
        ([{"DSN": "", "8BITMIME": ""}, {"8BITMIME": "", "SMTPUTF8": ""}], {"8BITMIME": ""}),
        ([{"SIZE": "500"}, {"SIZE": "400"}, {"SIZE": "0"}], {"SIZE": "400"}),
        ([{"SIZE": ""}, {"SIZE": "0"}], {"SIZE": "0"}),
        ([{"AUTH": "PLAIN login"}, {"AUTH": "LOGIN CRAM-MD5"}], {"AUTH": "LOGIN"}),
        ([{"AUTH": "PLAIN"}, {}], {}),
    ],
)
def test_of_several_next_hops_only_what_all_have_counts(
    records: list[Mapping[str, str]], shared: Mapping[str, str]
) -> None:
    assert esmtp.common(records) == shared


def test_the_page_for_admins_says_what_the_code_does() -> None:
    """docs/howto/esmtp.md holds both tables, row by row; nothing in it is out of date."""
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if re.match(r"\| `[A-Z0-9]+` \|", line)]
    extensions = [f"| `{each.keyword}` | {each.when} |" for each in EXTENSIONS]
    verbs = {"FROM": "MAIL", "TO": "RCPT"}
    parameters = [
        f"| `{each.keyword}` | {verbs[each.verb]} | {each.extension} | {each.form} |" for each in PARAMETERS
    ]
    assert rows == [*extensions, *parameters]
