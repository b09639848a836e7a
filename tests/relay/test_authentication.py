"""Authentication: real signatures, real DNS, a real child process; pass, fail, and error for all the rest."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import dkim
import pytest

from gateway.config.models import Gateway
from gateway.mail.headers import received
from gateway.mail.message import Message
from gateway.relay.authentication import MAX_SIGNATURES, Authenticator
from gateway.relay.dkim_process import DkimProcess
from gateway.relay.txt import TxtLookup
from gateway.words import Authentication, Signature, Stated
from tests.support.dkim import MAIL, WEAK_KEY, ed25519_key, rsa_key, signed
from tests.support.dns import NXDOMAIN, SERVFAIL, SILENT, Answer, DnsServer

NAME = "s1._domainkey.amazon.example."
DOMAINS = ("amazon.example",)
PASS = Signature("amazon.example", "s1", "pass", True)


def open_pass(why: str) -> Signature:
    return Signature("amazon.example", "s1", "pass", False, why)


def fail(why: str) -> Signature:
    return Signature("amazon.example", "s1", "fail", False, why)


def error(why: str) -> Signature:
    return Signature("amazon.example", "s1", "error", False, why)


class Edge:
    """An authenticator with its own DNS server and child."""

    def __init__(self, dns: DnsServer, process: DkimProcess) -> None:
        self.dns = dns
        self.process = process
        self.settings: dict[str, Any] = {}
        self.authenticator = Authenticator(process, TxtLookup)

    async def ask(self, raw: bytes) -> Authentication:
        gateway = Gateway.model_validate(
            {
                "company": {"domains": ["example.com"]},
                "dns": {"nameservers": [self.dns.address]},
                "authentication": self.settings,
            }
        )
        return await self.authenticator.authenticate(Message(raw), DOMAINS, gateway)

    async def results(self, raw: bytes) -> tuple[Signature, ...]:
        return (await self.ask(raw)).results


@pytest.fixture
async def edge() -> AsyncIterator[Edge]:
    async with DnsServer() as dns:
        dns.txt[NAME] = (rsa_key().record,)
        process = DkimProcess()
        yield Edge(dns, process)
        await process.close()


async def test_a_signature_of_the_domain_passes_and_covers_the_mail(edge: Edge) -> None:
    """All four canonical forms."""
    for form in (b"relaxed/relaxed", b"relaxed/simple", b"simple/relaxed", b"simple/simple"):
        assert await edge.results(signed(canonical=form)) == (PASS,)
    assert (await edge.ask(signed())).supports(DOMAINS) == "pass"
    assert edge.dns.asked == [("udp", NAME)]


async def test_a_mail_without_a_signature_costs_nothing_and_says_nothing(edge: Edge) -> None:
    """No question to DNS, no child."""
    assert await edge.ask(MAIL) == Authentication()
    assert (await edge.ask(MAIL)).supports(DOMAINS) == "unknown"
    assert (edge.dns.asked, edge.process.pid) == ([], None)


async def test_what_was_changed_fails(edge: Edge) -> None:
    """One letter of the body, of a signed field, of the signature."""
    raw = signed()
    assert await edge.results(raw.replace(b"on its", b"on the")) == (fail("the body was changed"),)
    assert await edge.results(raw.replace(b"Your order", b"Your orders")) == (fail("the signature is wrong"),)
    assert await edge.results(raw.replace(b"s=s1", b"s=S1")) == (fail("the signature is wrong"),)
    assert (await edge.ask(raw.replace(b"on its", b"on the"))).supports(DOMAINS) == "fail"


async def test_what_we_put_in_front_keeps_a_signature_valid(edge: Edge) -> None:
    """Received, tags, our own Authentication-Results."""
    trace = received("h", "192.0.2.1", None, "mx.example.com", "ESMTP", "abc", datetime.now(UTC))
    tags = (
        b"X-Marketgate-Verdict: notice\r\nX-Marketgate-Id: abc\r\nAuthentication-Results: mx; dkim=pass\r\n"
    )
    assert await edge.results(trace + tags + signed()) == (PASS,)


async def test_a_pass_that_leaves_something_open_is_not_covered(edge: Edge) -> None:
    """l=, fields on top, fields that were never signed; such a pass supports nobody."""
    raw = signed(length=True) + b"Buy here: http://evil.example\r\n"
    assert await edge.results(raw) == (open_pass("signs only a part of the body"),)
    assert (await edge.ask(raw)).supports(DOMAINS) == "unknown"
    assert await edge.results(b"Subject: Other\r\n" + signed()) == (open_pass("subject is not signed"),)
    raw = b"Content-Type: text/html\r\n" + signed()
    assert await edge.results(raw) == (open_pass("content-type is not signed"),)
    raw = signed(names=(b"from", b"subject", b"date", b"content-type"))
    assert await edge.results(raw) == (open_pass("to is not signed"),)


async def test_a_second_from_never_passes_as_covered(edge: Edge) -> None:
    """Put on top later it makes the signature wrong; signed by a careless signer it leaves the mail open."""
    second = b"From: Evil <evil@evil.example>\r\n"
    assert await edge.results(second + signed()) == (fail("the signature is wrong"),)
    both = (b"from", b"from", b"to", b"subject", b"date", b"content-type")
    assert await edge.results(signed(second + MAIL, names=both)) == (open_pass("not exactly one From"),)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (NXDOMAIN, error("no key")),
        ((), error("no key")),
        ((b"v=spf1 -all",), error("no key")),
        ((b"v=DKIM1; k=rsa; p=",), error("no key")),
        (SERVFAIL, error("DNS server failure")),
        ((b"v=DKIM1; k=rsa; p=AAAA",), error("bad key (KeyFormatError)")),
        ((b"v=DKIM1; k=future; p=AAAA",), error("bad key (KeyFormatError)")),
        ((b"x" * 60000,), error("DNS record too large")),
    ],
)
async def test_what_dns_says_of_the_key_decides(edge: Edge, answer: Answer, expected: Signature) -> None:
    """Neither a key that is not there nor a look-up without an answer is evidence."""
    edge.dns.txt[NAME] = answer
    assert await edge.results(signed()) == (expected,)


async def test_dns_that_does_not_answer_is_an_error_within_the_budget(edge: Edge) -> None:
    """Three seconds for everything, and the mail goes on."""
    edge.dns.txt[NAME] = SILENT
    began = time.monotonic()
    assert await edge.results(signed()) == (error("DNS time-out"),)
    assert 2.5 < time.monotonic() - began < 3.5


async def test_a_short_key_or_a_key_for_tests_proves_nothing(edge: Edge) -> None:
    """RFC 8301 3.2, and t=y of RFC 6376 3.6.1: neither pass nor fail."""
    edge.dns.txt["weak._domainkey.amazon.example."] = (WEAK_KEY.record,)
    weak = signed(selector=b"weak", key=WEAK_KEY)
    assert [each.result for each in await edge.results(weak)] == ["error"]
    edge.dns.txt[NAME] = (rsa_key().record + b"; t=y:s",)
    assert await edge.results(signed()) == (PASS,)
    assert await edge.results(signed() + b"more\r\n") == (error("the key is for tests"),)
    edge.dns.txt["ed._domainkey.amazon.example."] = (ed25519_key().record,)
    crossed = signed(selector=b"ed")
    assert (await edge.results(crossed))[0].why == "the key is for something else"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b" a continuation of nothing\r\n" + signed(),
            (error("the header begins with a line that is no field"),),
        ),
        (
            signed().replace(b"Subject:", b"no field\r\nSubject:"),
            (error("the header has a line that is no field"),),
        ),
        (b"no field\r\n" + signed(), ()),  # the header ends before the signature
        (signed(MAIL + b"x" * 11_000_000), (error("the mail is too large"),)),
        (
            signed().replace(b"v=1;", b"v=1; v=1;"),
            (Signature("", "", "error", False, "not a list of tags"),),
        ),
        (signed().replace(b"\r\n", b"\n"), (PASS,)),
    ],
    ids=["continuation", "no-field-inside", "no-field-first", "large", "tags", "bare-lf"],
)
async def test_a_mail_of_odd_form_is_an_error_and_never_an_exception(
    edge: Edge, raw: bytes, expected: tuple[Signature, ...]
) -> None:
    """What dkimpy trips over; nobody can switch the checks of other mail off by it."""
    assert await edge.results(raw) == expected


async def test_a_blank_before_a_colon_is_no_error(edge: Edge) -> None:
    """Three in a hundred real mails have one; "relaxed" takes it away on both sides."""
    raw = signed().replace(b"Subject:", b"Subject :")
    assert await edge.results(raw) == (PASS,)
    raw = signed(canonical=b"simple/simple").replace(b"Subject:", b"Subject :")
    assert await edge.results(raw) == (error("a blank before a colon"),)


async def test_runs_of_blanks_and_folds_cost_no_time(edge: Edge) -> None:
    """An 80 kB line of blanks, 25,000 folds, a megabyte of empty lines: dkimpy alone needs many seconds."""
    await edge.process.start()
    key = rsa_key()
    body = b"a" + b" " * 80_000 + b"b" + b"\t" * 200_000 + b"\r\n" + b"\r\n" * 500_000
    folds = b"X-Long: a\r\n" + b" b\r\n" * 25_000
    short = signed(MAIL + b"a b\r\n", key=key)
    head, _, _ = short.partition(b"a b\r\n")
    began = time.monotonic()
    assert await edge.results(folds + head + body) == (PASS,)
    assert time.monotonic() - began < 1.0


async def test_a_child_killed_in_the_middle_is_an_error_of_one_mail(edge: Edge) -> None:
    """Then it works again."""
    assert await edge.results(signed()) == (PASS,)
    pid = edge.process.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    asked = asyncio.create_task(edge.results(signed()))
    await asyncio.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    assert await asked == (error("the DKIM process broke: IncompleteReadError"),)
    assert await edge.results(signed()) == (PASS,)


async def test_a_child_that_hangs_delays_one_mail_by_less_than_three_seconds(edge: Edge) -> None:
    """Error, not failure; then it works again."""
    assert await edge.results(signed()) == (PASS,)
    assert edge.process.pid is not None
    os.kill(edge.process.pid, signal.SIGSTOP)
    began = time.monotonic()
    assert await edge.results(signed()) == (error("took too long"),)
    assert time.monotonic() - began < 3.0
    assert await edge.results(signed()) == (PASS,)


async def test_several_signatures_are_told_apart(edge: Edge) -> None:
    """Each with its own result; those of the domains asked for are never crowded out."""
    edge.dns.txt["s2._domainkey.sender.example."] = (rsa_key().record,)
    raw = signed(signed(domain=b"sender.example", selector=b"s2"))
    assert await edge.results(raw) == (PASS, Signature("sender.example", "s2", "pass", True))
    junk = b"DKIM-Signature: v=1; a=rsa-sha256; d=junk.example; s=x; h=from; bh=YWE=; b=YWE=\r\n"
    found = await edge.results(junk * 20 + signed())
    assert len(found) == MAX_SIGNATURES
    assert found[-1] == PASS


RFC_8463 = b"""\
DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
 subject : date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=test; t=1528637909; h=from : to : subject :
 date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
 DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
 dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
From: Joe SixPack <joe@football.example.com>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@football.example.com>

Hi.

We lost the game.  Are you hungry yet?

Joe.
""".replace(b"\n", b"\r\n")


async def test_the_example_of_rfc_8463_passes(edge: Edge) -> None:
    """Ed25519 and RSA, made by others."""
    edge.dns.txt["brisbane._domainkey.football.example.com."] = (
        b"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    )
    edge.dns.txt["test._domainkey.football.example.com."] = (
        b"v=DKIM1; k=rsa; p="
        b"MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/"
        b"J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLz"
        b"BfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB",
    )
    assert await edge.results(RFC_8463) == (
        Signature("football.example.com", "brisbane", "pass", True),
        Signature("football.example.com", "test", "pass", True),
    )
    assert [each.result for each in await edge.results(RFC_8463.replace(b"Hi.", b"Ho."))] == ["fail", "fail"]


async def test_what_trusted_servers_state_is_taken_along(edge: Edge) -> None:
    """Only those on the list, whatever our own check says."""
    edge.settings = {"trusted": ["mx.example.com"]}
    raw = (
        b"Authentication-Results: mx.example.com; dmarc=fail header.from=amazon.example\r\n"
        b"Authentication-Results: evil.example; dmarc=pass header.from=amazon.example\r\n"
    ) + MAIL
    found = await edge.ask(raw)
    assert found == Authentication((), (Stated("mx.example.com", "dmarc", "fail", "amazon.example"),))
    assert found.supports(DOMAINS) == "fail"


def sealed(raw: bytes, *domains: str) -> bytes:
    """An ARC set of each of these domains, oldest first, as RFC 8617 has it; dkimpy makes the parts."""
    for number, domain in enumerate(domains, 1):
        maker = dkim.DKIM(raw)
        maker.hasher = dkim.HASH_ALGORITHMS[b"rsa-sha256"]
        maker.signature_algorithm = b"rsa-sha256"
        relaxed = dkim.CanonicalizationPolicy.from_c_value(b"relaxed/relaxed")
        private = dkim.parse_pem_private_key(rsa_key().pem)
        results = f"i={number}; {domain}; dkim=pass header.d=amazon.example".encode()
        hashed = dkim.base64.b64encode(maker.hasher(relaxed.canonicalize_body(maker.body)).digest())
        who = [(b"d", domain.encode()), (b"s", b"arc"), (b"t", b"1795510800")]
        message = maker.gen_header(
            [(b"i", b"%d" % number), (b"a", b"rsa-sha256"), (b"c", b"relaxed/relaxed"), *who,
             (b"h", b"from : to : subject"), (b"bh", hashed), (b"b", b"0" * 60)],
            [b"from", b"to", b"subject"], relaxed, b"ARC-Message-Signature", private,
        )  # fmt: skip
        added = [
            (b"ARC-Authentication-Results", b" " + results + b"\r\n"),
            (b"ARC-Message-Signature", b" " + message),
        ]
        older = [each for each in maker.headers if each[0].lower().startswith(b"arc-")]
        sets = [older[at : at + 3][::-1] for at in range(0, len(older), 3)][::-1]  # each: AAR, AMS, AS
        chain = [tuple(field) for each in sets for field in each] + added
        maker.headers = list(reversed(chain))
        seal = maker.gen_header(
            [(b"i", b"%d" % number), (b"a", b"rsa-sha256"), *who,
             (b"cv", b"none" if number == 1 else b"pass"), (b"b", b"0" * 60)],
            [name.lower() for name, _ in chain], relaxed, b"ARC-Seal", private,
        )  # fmt: skip
        raw = b"ARC-Seal: " + seal + b"".join(b"%s:%s" % field for field in reversed(added)) + raw
    return raw


@pytest.mark.parametrize(
    ("sealers", "chain", "servers"),
    [
        (["list.example"], ("list.example",), ["list.example"]),
        (["list.example"], ("other.example",), []),
        ([], ("list.example",), []),
        (["list.example", "our.example"], ("list.example", "our.example"), ["our.example", "list.example"]),
        (["our.example"], ("list.example", "our.example"), ["our.example"]),
        (["list.example"], ("list.example", "our.example"), []),
    ],
)
async def test_of_arc_only_the_newest_sealers_on_the_list_count(
    edge: Edge, sealers: list[str], chain: tuple[str, ...], servers: list[str]
) -> None:
    """Who came after a sealer could have changed all he saw."""
    edge.settings = {"arc_sealers": sealers}
    for domain in chain:
        edge.dns.txt[f"arc._domainkey.{domain}."] = (rsa_key().record,)
    raw = sealed(MAIL, *chain)
    expected = tuple(Stated(server, "dkim", "pass", "amazon.example") for server in servers)
    assert await edge.ask(raw) == Authentication((), expected)
    assert (await edge.ask(raw)).supports(DOMAINS) == ("pass" if servers else "unknown")
    assert await edge.ask(raw.replace(b"on its", b"on the")) == Authentication()


async def test_a_chain_without_keys_or_of_too_many_sets_counts_for_nothing(edge: Edge) -> None:
    """Fifty sets at most are looked at."""
    edge.settings = {"arc_sealers": ["list.example"]}
    assert await edge.ask(sealed(MAIL, "list.example")) == Authentication()
    edge.dns.asked.clear()
    edge.dns.txt["arc._domainkey.list.example."] = (rsa_key().record,)
    many = sealed(MAIL, "list.example") + b""
    for number in range(2, 60):
        many = b"ARC-Seal: i=%d; d=list.example; s=arc; cv=pass; a=rsa-sha256; b=YQ==\r\n" % number + many
    assert await edge.ask(many) == Authentication()
    assert edge.dns.asked == []


def test_what_is_replaced_in_dkimpy_is_where_we_think_it_is() -> None:
    """A new version must be looked at before it is taken."""
    assert version("dkimpy") == "1.1.8"
    assert callable(dkim.RSASSA_PKCS1_v1_5_sign)
    assert callable(dkim.parse_pem_private_key)
    assert callable(dkim.evaluate_pk)
    assert callable(dkim.DKIM.verify_headerprep)
    assert callable(dkim.DKIM.verify_sig_process)
    assert not hasattr(dkim, "forget"), "the library is changed in the child only"
