"""Paths are read strictly and handed on as written; mailboxes are read from whatever stands in a field."""

import re
import time
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail.address import BadPath, Mailbox, Path, domain_in, mailboxes, parse_path, path_of, under


@pytest.mark.parametrize(
    ("argument", "verb", "path"),
    [
        (b"FROM:<A@b.de>", "FROM", Path("<A@b.de>", "A@b.de")),
        (b"from:<a@b.de>", "FROM", Path("<a@b.de>", "a@b.de")),
        (b"FROM: <a@b.de>  SIZE=3 ", "FROM", Path("<a@b.de>", "a@b.de", ("SIZE=3",))),
        (b"FROM:<>", "FROM", Path("<>", "")),
        (b"FROM:<> BODY=8BITMIME", "FROM", Path("<>", "", ("BODY=8BITMIME",))),
        (b"TO:<Postmaster>", "TO", Path("<Postmaster>", "Postmaster")),
        (b"TO:<root@localhost>", "TO", Path("<root@localhost>", "root@localhost")),
        (b"TO:<a@[192.0.2.1]>", "TO", Path("<a@[192.0.2.1]>", "a@[192.0.2.1]")),
        (b"TO:<a@[IPv6:2001:db8::1]>", "TO", Path("<a@[IPv6:2001:db8::1]>", "a@[IPv6:2001:db8::1]")),
        (b'TO:<"a b"@c.de>', "TO", Path('<"a b"@c.de>', '"a b"@c.de')),
        (b'TO:<"<a>\\""@c.de>', "TO", Path('<"<a>\\""@c.de>', '"<a>\\""@c.de')),
        (b"TO:<=?utf-8?q?a?=@b.de>", "TO", Path("<=?utf-8?q?a?=@b.de>", "=?utf-8?q?a?=@b.de")),
        (b"TO:<prvs=1=a+b/c@b.de>", "TO", Path("<prvs=1=a+b/c@b.de>", "prvs=1=a+b/c@b.de")),
        ("TO:<jörg@müller.de>".encode(), "TO", Path("<jörg@müller.de>", "jörg@müller.de")),
        (
            b"FROM:<a@b.de> RET=HDRS ENVID=Qq+3D1 AUTH=<> MT-PRIORITY=-3 X-y",
            "FROM",
            Path("<a@b.de>", "a@b.de", ("RET=HDRS", "ENVID=Qq+3D1", "AUTH=<>", "MT-PRIORITY=-3", "X-y")),
        ),
        (
            "FROM:<a@b.de> SMTPUTF8 AUTH=jörg@b.de".encode(),
            "FROM",
            Path("<a@b.de>", "a@b.de", ("SMTPUTF8", "AUTH=jörg@b.de")),
        ),
        (
            b"TO:<a@b.de> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;A+2Bb@c.de",
            "TO",
            Path("<a@b.de>", "a@b.de", ("NOTIFY=SUCCESS,FAILURE", "ORCPT=rfc822;A+2Bb@c.de")),
        ),
    ],
)
def test_a_path_is_kept_as_written(argument: bytes, verb: Literal["FROM", "TO"], path: Path) -> None:
    """The path and its parameters come out as they went in, case and order kept."""
    assert parse_path(argument, verb) == path


SYNTAX, ADDRESS = 501, 553


@pytest.mark.parametrize(
    ("argument", "verb", "code"),
    [
        (b"", "FROM", SYNTAX),
        (b"TO:<a@b.de>", "FROM", SYNTAX),
        (b"FROM a@b.de", "FROM", SYNTAX),
        (b"FROM:a@b.de", "FROM", SYNTAX),
        (b"FROM:<a@b.de", "FROM", SYNTAX),
        (b"FROM:<<a@b.de>>", "FROM", SYNTAX),
        (b"FROM:<a@b.de>SIZE=1", "FROM", SYNTAX),
        (b"FROM:<a@b.de> <c@d.de>", "FROM", SYNTAX),
        (b"TO:<a@b.de>,<c@d.de>", "TO", SYNTAX),
        (b"TO:<a@b.de> (comment)", "TO", SYNTAX),
        (b"TO:<a @b.de>", "TO", SYNTAX),
        (b"TO:<a@b.de>\rRCPT TO:<x@y.de>", "TO", SYNTAX),
        (b"TO:<a@b.de>\n", "TO", SYNTAX),
        (b"TO:<a\0@b.de>", "TO", SYNTAX),
        (b"TO:<a@b.de> ORCPT=rfc822;a\r\nDATA", "TO", SYNTAX),
        (b"TO:<j\xf6rg@b.de>", "TO", SYNTAX),
        ("TO:<a\u202eb@b.de>".encode(), "TO", SYNTAX),
        ("TO:<a\u200bb@b.de>".encode(), "TO", SYNTAX),
        ("TO:<a\x85b@b.de>".encode(), "TO", SYNTAX),
        ("TO:<a\u2028b@b.de>".encode(), "TO", SYNTAX),
        ("FROM:<a@b.de> AUTH=jörg".encode(), "FROM", SYNTAX),
        (b"FROM:<a@b.de> SIZE=", "FROM", SYNTAX),
        (b"FROM:<a@b.de> SIZE=1=2", "FROM", SYNTAX),
        (b"FROM:<a@b.de> -X", "FROM", SYNTAX),
        (b"TO:<>", "TO", ADDRESS),
        (b"FROM:<postmaster>", "FROM", ADDRESS),
        (b"TO:<root>", "TO", ADDRESS),
        (b"TO:<@relay.example:a@b.de>", "TO", ADDRESS),
        (b"TO:<a%c.de@b.de>", "TO", ADDRESS),
        (b"TO:<c.de!a@b.de>", "TO", ADDRESS),
        (b'TO:<"a@c.de"@b.de>', "TO", ADDRESS),
        (b'TO:<"a\\@c.de"@b.de>', "TO", ADDRESS),
        (b'TO:<"a%c.de"@b.de>', "TO", ADDRESS),
        (b"TO:<a@c.de@b.de>", "TO", ADDRESS),
        (b"TO:<(c)a@b.de>", "TO", ADDRESS),
        (b"TO:<a(c)@b.de>", "TO", ADDRESS),
        (b"TO:<a@b.de.>", "TO", ADDRESS),
        (b"TO:<a@.b.de>", "TO", ADDRESS),
        (b"TO:<a@b..de>", "TO", ADDRESS),
        (b"TO:<a@-b.de>", "TO", ADDRESS),
        (b"TO:<a@b.de:25>", "TO", ADDRESS),
        (b"TO:<@b.de>", "TO", ADDRESS),
        (b"TO:<a@>", "TO", ADDRESS),
        (b"TO:<a@[b.de]>", "TO", ADDRESS),
        (b"TO:<a@[2001:db8::1]>", "TO", ADDRESS),
        (b"TO:<a@[IPv6:192.0.2.1]>", "TO", ADDRESS),
        (b"TO:<a@[192.0.2.1>", "TO", ADDRESS),
        (b'TO:<"a"b@c.de>', "TO", ADDRESS),
        (b"TO:<" + b"a" * 510 + b"@b.de>", "TO", ADDRESS),
        (b"TO:<a@" + b"a" * 64 + b".de>", "TO", ADDRESS),
    ],
)
def test_what_could_mean_something_else_is_refused(
    argument: bytes, verb: Literal["FROM", "TO"], code: int
) -> None:
    """Relay tricks and broken syntax get a permanent refusal, and the reason is a sentence for the log."""
    with pytest.raises(BadPath) as refused:
        parse_path(argument, verb)
    assert refused.value.reply.code == code
    assert refused.value.why


@given(st.binary(max_size=80), st.sampled_from(["FROM", "TO"]))
@settings(deadline=None)
def test_any_argument_is_read_or_refused(argument: bytes, verb: Literal["FROM", "TO"]) -> None:
    """Nothing but BadPath comes out, and what is taken gives one clean command line."""
    for candidate in (
        argument,
        verb.encode() + b":<" + argument + b">",
        verb.encode() + b":<a@b.de> " + argument,
    ):
        try:
            path = parse_path(candidate, verb)
        except BadPath:
            continue
        line = path.command("MAIL FROM" if verb == "FROM" else "RCPT TO")
        assert re.fullmatch(rb"[^\x00-\x1f\x7f]+\r\n", line)
        assert parse_path(line.partition(b" ")[2][:-2], verb) == path


def test_the_command_repeats_the_path_and_its_parameters() -> None:
    """The command for the next hop holds what the client wrote."""
    mail = parse_path("FROM:<Jörg@B.de> SIZE=100 SMTPUTF8".encode(), "FROM")
    assert mail.command("MAIL FROM") == "MAIL FROM:<Jörg@B.de> SIZE=100 SMTPUTF8\r\n".encode()
    assert path_of("").command("MAIL FROM") == b"MAIL FROM:<>\r\n"
    assert path_of("a@b.de").command("RCPT TO") == b"RCPT TO:<a@b.de>\r\n"


@pytest.mark.parametrize(
    "address", ["a", "a@b@c", "a@b.de>", "a b@c.de", "a@b.de\r\n", "@b.de", "postmaster"]
)
def test_path_of_refuses_what_is_no_address(address: str) -> None:
    """Addresses of our own mail obey the same grammar."""
    with pytest.raises(BadPath):
        path_of(address)


@pytest.mark.parametrize(
    ("address", "domain", "folded"),
    [
        ("A@B.DE", "b.de", "a@b.de"),
        ("Jörg@MÜLLER.de", "xn--mller-kva.de", "jörg@xn--mller-kva.de"),
        ("a@xn--mller-kva.de", "xn--mller-kva.de", "a@xn--mller-kva.de"),
        ("a@[IPv6:2001:DB8::1]", "[ipv6:2001:db8::1]", "a@[ipv6:2001:db8::1]"),
        ("Root", "", "root"),
        ("", "", ""),
        ("a@b.de.", "b.de", "a@b.de"),
        ("a@ä..ö", "ä..ö", "a@ä..ö"),
    ],
)
def test_domain_and_folded_form_are_for_comparing(address: str, domain: str, folded: str) -> None:
    """Case, U-labels and a trailing dot make no difference."""
    assert (Mailbox("", address).domain, Mailbox("", address).folded) == (domain, folded)
    assert (Path("", address).domain, Path("", address).folded) == (domain, folded)


def test_domains_match_on_label_boundaries() -> None:
    """A look-alike that only ends in the same letters is another domain."""
    names = [
        "example.com",
        "EXAMPLE.com",
        "a.example.com",
        "badexample.com",
        "example.com.evil.net",
        "com",
        "",
    ]
    assert [under(name, ["Example.com"]) for name in names] == [True, True, True, False, False, False, False]
    assert [domain_in(name, ["example.com"]) for name in names] == [True, True] + [False] * 5
    assert [domain_in(name, ["*.example.com"]) for name in names] == [False, False, True] + [False] * 4
    deep = "a." * 600 + "example.com"
    assert under(deep, ["example.com"]) and under(deep, [deep]) and not under(deep, ["xample.com"])
    assert not under("example.com", []) and not domain_in("example.com", ())
    assert not under("example.com", [""]) and not domain_in("", [""])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a@b.de", [("", "a@b.de")]),
        ("Max Muster <a@b.de>", [("Max Muster", "a@b.de")]),
        ('"Muster, Max" <a@b.de>, c@d.de', [("Muster, Max", "a@b.de"), ("", "c@d.de")]),
        ('"Max \\"M\\" Muster" <a@b.de>', [('Max "M" Muster', "a@b.de")]),
        ("=?utf-8?Q?J=C3=B6rg?= =?utf-8?Q?_M?= <a@b.de>", [("Jörg M", "a@b.de")]),
        ('"=?utf-8?B?SsO2cmc=?=" <a@b.de>', [("Jörg", "a@b.de")]),
        ("=?utf-8?Q?evil=2C_b=40c=2Ede?= <a@b.de>", [("evil, b@c.de", "a@b.de")]),
        ("a@b.de (Max Muster)", [("Max Muster", "a@b.de")]),
        ("Max (the (first)) <a@b.de>", [("Max", "a@b.de")]),
        ("Team: a@b.de, C <c@d.de>; e@f.de", [("", "a@b.de"), ("C", "c@d.de"), ("", "e@f.de")]),
        ("undisclosed-recipients:;", []),
        ("a@b.de; c@d.de", [("", "a@b.de"), ("", "c@d.de")]),
        ("service@amazon.de <bad@evil.net>", [("service@amazon.de", "bad@evil.net")]),
        ("<bad@evil.net> service@amazon.de", [("", "bad@evil.net")]),
        ("Max a@b.de", [("Max", "a@b.de")]),
        ('"john doe"@b.de', [("", '"john doe"@b.de')]),
        ('<"a, b"@c.de>', [("", '"a, b"@c.de')]),
        ("<@relay.example,@other.example:a@b.de>", [("", "a@b.de")]),
        ("root", [("", "root")]),
        ("no address here", []),
        ("Max <>", []),
        ("Max <a@b.de", [("Max", "a@b.de")]),
        ("Max <a@b.de, Eva <c@d.de>", [("Max", "a@b.de"), ("Eva", "c@d.de")]),
        ('5" disk <a@b.de>', [('5" disk', "a@b.de")]),
        (",,;;<>,", []),
    ],
)
def test_mailboxes_are_found_in_all_kinds_of_lists(text: str, found: list[tuple[str, str]]) -> None:
    """Display names are decoded after the list was taken apart, so that an encoded comma divides nothing."""
    assert [(box.name, box.address) for box in mailboxes(text)] == found


@given(st.text(alphabet='ab@.,;:<>()"\\ =?qé\0\n', max_size=60))
@settings(deadline=None)
def test_mailboxes_take_any_text(text: str) -> None:
    """No text makes it fail, and no address is empty."""
    assert all(box.address and box.domain is not None and box.folded for box in mailboxes(text))


@pytest.mark.parametrize("piece", ["<", "(", '"\\', "a@b,", "<a@b,", ":", "=?a?q?b?= ", '"', "\\", "a@b "])
def test_long_lists_take_linear_time(piece: str) -> None:
    """Ten times the text takes about ten times as long, not a hundred."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.perf_counter()
        mailboxes(text)
        return time.perf_counter() - begin

    short = min(seconds(20_000) for _ in range(3))
    assert min(seconds(200_000) for _ in range(2)) < 40 * short + 0.05
