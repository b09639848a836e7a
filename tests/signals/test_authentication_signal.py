"""`authentication`: a true domain with a failed check, and nothing else, makes a hit."""

from dataclasses import replace

import pytest

from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Transaction
from gateway.signals.authentication import claimed, hits
from gateway.words import UNKNOWN, Authentication, Direction, Facts, Hit, Known, Signature, Stated
from tests.support.configs import AMAZON, EBAY, make_config
from tests.support.mails import outbound

CONFIG = make_config()
DOMAINS = ("amazon.de", "amazon.com", "marketplace.amazon.de", "marketplace.amazon.com")


def mail(sender: str, reply_to: str = "", mail_from: str = "") -> Transaction:
    head = f"From: {sender}\r\n" + (f"Reply-To: {reply_to}\r\n" if reply_to else "")
    tx = outbound(f"{head}Subject: x\r\n\r\nHallo\r\n".encode())
    envelope = Envelope(path_of(mail_from), (path_of("shop@example.com"),))
    return replace(tx, direction=Direction.INBOUND, envelope=envelope)


def found(tx: Transaction, checked: Known[Authentication | None]) -> list[Hit]:
    return list(hits(tx, Facts(authentication=checked), CONFIG.packs, CONFIG))


FAILED = Authentication((Signature("amazon.de", "s1", "fail", False, "the body was changed"),))


def test_a_true_domain_with_a_failed_signature_is_a_hit() -> None:
    """With the address and what failed as evidence."""
    said = "From: abc@marketplace.amazon.de; DKIM of amazon.de: the body was changed"
    assert found(mail("abc@marketplace.amazon.de"), FAILED) == [
        Hit("authentication", 10.0, "amazon", None, said)
    ]


def test_a_trusted_server_that_says_fail_is_heard() -> None:
    """DMARC of the From domain; SPF alone is not."""
    stated = (
        Stated("mx.example.com", "dmarc", "fail", "amazon.de"),
        Stated("mx.example.com", "spf", "fail", "amazon.de"),
    )
    said = "From: x@amazon.de; mx.example.com: dmarc=fail for amazon.de"
    assert found(mail("x@amazon.de"), Authentication((), stated)) == [
        Hit("authentication", 10.0, "amazon", None, said)
    ]
    assert found(mail("x@amazon.de"), Authentication((), stated[1:])) == []


@pytest.mark.parametrize(
    "checked",
    [
        None,
        UNKNOWN,
        Authentication(),
        Authentication((Signature("amazon.de", "s1", "error", False, "DNS time-out"),)),
        Authentication((Signature("amazon.de", "s1", "pass", False, "signs only a part of the body"),)),
        Authentication((Signature("other.example", "s1", "fail", False, "the body was changed"),)),
        Authentication((*FAILED.results, Signature("amazon.com", "s1", "pass", True))),
    ],
)
def test_what_is_missing_or_unknown_never_makes_a_hit(checked: Known[Authentication | None]) -> None:
    """Nor does a failure beside a pass, nor another's failure."""
    assert found(mail("abc@marketplace.amazon.de"), checked) == []


def test_a_private_sender_whose_own_signature_failed_is_nobodys_business() -> None:
    """Only who claims to be a marketplace is measured by it."""
    assert found(mail("max@privat.example"), FAILED) == []


@pytest.mark.parametrize(
    ("tx", "domains"),
    [
        (mail("abc@marketplace.amazon.de"), DOMAINS),
        (mail("max@privat.example", reply_to="abc@marketplace.amazon.de"), DOMAINS),
        (mail("max@privat.example", mail_from="bounce@amazon.com"), DOMAINS),
        (mail("x@notamazon.de"), ()),
        (mail("max@privat.example"), ()),
    ],
)
def test_only_mail_that_claims_to_be_a_marketplace_is_checked(
    tx: Transaction, domains: tuple[str, ...]
) -> None:
    """By From, Reply-To or envelope sender; the domains of that marketplace alone."""
    assert sorted(claimed(tx, CONFIG.packs)) == sorted(domains)
    assert {AMAZON["name"], EBAY["name"]} == {pack.name for pack in CONFIG.packs}
