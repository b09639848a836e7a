"""The vocabulary: what decides something in it."""

import pytest

from gateway.words import Authentication, Signature, Stated

DOMAINS = ("Amazon.de", "marketplace.amazon.de")


def ours(domain: str, result: str, covered: bool = True) -> Authentication:
    return Authentication((Signature(domain, "s1", result, covered),))  # type: ignore[arg-type]


def theirs(method: str, result: str, domain: str) -> Authentication:
    return Authentication((), (Stated("mx.example.com", method, result, domain),))


@pytest.mark.parametrize(
    ("authentication", "expected"),
    [
        (Authentication(), "unknown"),
        (ours("amazon.de", "pass"), "pass"),
        (ours("bounce.amazon.de", "pass"), "pass"),
        (ours("notamazon.de", "pass"), "unknown"),
        (ours("amazon.de.evil.example", "fail"), "unknown"),
        (ours("", "fail"), "unknown"),
        (ours("amazon.de", "pass", covered=False), "unknown"),
        (ours("amazon.de", "error"), "unknown"),
        (ours("amazon.de", "fail"), "fail"),
        (ours("evil.example", "fail"), "unknown"),
        (theirs("dkim", "pass", "amazon.de"), "pass"),
        (theirs("dmarc", "pass", "marketplace.amazon.de"), "pass"),
        (theirs("dmarc", "fail", "amazon.de"), "fail"),
        (theirs("dkim", "fail", "amazon.de"), "fail"),
        (theirs("dkim", "temperror", "amazon.de"), "unknown"),
        (theirs("dkim", "none", ""), "unknown"),
        (theirs("spf", "pass", "amazon.de"), "unknown"),
        (theirs("spf", "fail", "amazon.de"), "unknown"),
    ],
)
def test_one_result_supports_the_domains_or_speaks_against_them_or_says_nothing(
    authentication: Authentication, expected: str
) -> None:
    """Missing, foreign and unchecked are unknown; SPF speaks of the envelope only."""
    assert authentication.supports(DOMAINS) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (Signature("amazon.de", "s2", "pass", True), "pass"),
        (Signature("amazon.de", "s2", "pass", False), "unknown"),
        (Signature("amazon.de", "s2", "error", False), "fail"),
        (Signature("sender.example", "s2", "pass", True), "fail"),
    ],
)
def test_a_failed_signature_counts_only_if_none_of_the_domain_passed(
    second: Signature, expected: str
) -> None:
    """A list that broke one signature and left another right is no forgery."""
    first = Signature("amazon.de", "s1", "fail", False)
    assert Authentication((first, second)).supports(DOMAINS) == expected
