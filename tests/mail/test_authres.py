"""Authentication-Results: read with tolerance, trusted by name and place, written exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mail import authres
from gateway.mail.authres import Statement
from gateway.mail.splice import apply
from gateway.words import Authentication, Signature, Stated


def stated(method: str, result: str, domain: str, server: str = "mx.example.com") -> Stated:
    return Stated(server, method, result, domain)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("mx.example.com; none", ()),
        ("mx.example.com", ()),
        ("mx.example.com 1; dkim=pass header.d=amazon.de", (stated("dkim", "pass", "amazon.de"),)),
        ("MX.Example.COM; DKIM=Pass Header.D=Amazon.DE", (stated("dkim", "pass", "amazon.de"),)),
        ('"mx.example.com"; dkim=pass header.d="amazon.de"', (stated("dkim", "pass", "amazon.de"),)),
        ("(c) mx.example.com (x (y) z) ; dkim = pass (good; key)  header.d = amazon.de", (
            stated("dkim", "pass", "amazon.de"),
        )),
        ("mx.example.com; dkim/1=fail reason=\"bad; signature\" header.i=@a.de header.b=ab/=", (
            stated("dkim", "fail", "a.de"),
        )),
        (
            "mx.example.com; spf=pass smtp.mailfrom=x@bounces.amazon.de; dmarc=fail (p=reject) "
            "header.from=marketplace.amazon.de; iprev=pass policy.iprev=192.0.2.1; x-tls.subject=a",
            (
                stated("spf", "pass", "bounces.amazon.de"),
                stated("dmarc", "fail", "marketplace.amazon.de"),
            ),
        ),
        ("mx.example.com; spf=fail smtp.helo=h.example", (stated("spf", "fail", "h.example"),)),
        ("mx.example.com; dkim=none", (stated("dkim", "none", ""),)),
        ("mx.example.com; dkim=pass header.d=<b>.de", (stated("dkim", "pass", ""),)),
    ],
)  # fmt: skip
def test_a_field_is_read_whatever_its_style(value: str, expected: tuple[Stated, ...]) -> None:
    """Comments, quoted strings, blanks, versions, upper case, unknown methods."""
    assert authres.parse(value) == Statement("mx.example.com", expected)


@pytest.mark.parametrize(
    "value",
    [
        "",
        ";",
        "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.de; dkim=pass header.d=a.de;dmarc=pass",
        "mx.example.com junk; dkim=pass",
        "(mx.example.com; dkim=pass header.d=a.de",
    ],
)
def test_a_field_without_the_name_of_its_server_is_absent(value: str) -> None:
    """Exchange writes such; anybody could."""
    assert authres.parse(value) is None


def test_a_quote_inside_a_comment_opens_no_string() -> None:
    """A comment ends at its parenthesis, so that nobody hides a name behind quotes (RFC 5322 3.2.2)."""
    found = authres.parse('(a "b) mx.example.com; dkim=pass header.d=a.de (c" d)')
    assert found == Statement("mx.example.com", (stated("dkim", "pass", "a.de"),))


MAIL = (
    b"Authentication-Results: mx.example.com; dkim=pass header.d=a.de\r\n"
    b"authentication-results : mx.example.com;\r\n\tdmarc=pass header.from=a.de\r\n"
    b"Authentication-Results: other.example; dkim=pass header.d=b.de\r\n"
    b"Received: from x by mx.example.com; Tue, 24 Nov 2026 10:00:00 +0100\r\n"
    b"Authentication-Results: mx.example.com; dkim=pass header.d=forged.de\r\n"
    b"Authentication-Results: inner.example; dkim=pass header.d=c.de\r\n"
    b"From: a@a.de\r\n\r\n"
    b"Authentication-Results: mx.example.com; dkim=pass header.d=body.de\r\n"
)


def test_only_servers_on_the_list_count_and_of_each_only_what_stands_on_top() -> None:
    """What has the name of a server below a Received field was in the mail when the server took it."""
    assert authres.stated(MAIL, ["MX.example.com"]) == (
        stated("dkim", "pass", "a.de"),
        stated("dmarc", "pass", "a.de"),
    )
    assert authres.stated(MAIL, ["inner.example"]) == (stated("dkim", "pass", "c.de", "inner.example"),)
    assert authres.stated(MAIL, []) == ()


def test_a_server_that_writes_below_its_own_received_field_counts_too() -> None:
    """Both orders are in use."""
    raw = b"Received: by mx\r\nAuthentication-Results: mx; dkim=fail header.d=a.de\r\nFrom: a@a.de\r\n\r\n"
    assert authres.stated(raw, ["mx"]) == (stated("dkim", "fail", "a.de", "mx"),)


def test_all_fields_with_our_name_are_removed_and_nothing_else() -> None:
    """Wherever in the header they stand; the body is not looked at."""
    assert apply(MAIL, authres.removals(MAIL, "mx.example.com")) == (
        b"Authentication-Results: other.example; dkim=pass header.d=b.de\r\n"
        b"Received: from x by mx.example.com; Tue, 24 Nov 2026 10:00:00 +0100\r\n"
        b"Authentication-Results: inner.example; dkim=pass header.d=c.de\r\n"
        b"From: a@a.de\r\n\r\n"
        b"Authentication-Results: mx.example.com; dkim=pass header.d=body.de\r\n"
    )


@pytest.mark.parametrize(
    "forged",
    [
        b"AUTHENTICATION-RESULTS:mx.example.com;dkim=pass\r\n",
        b"Authentication-Results: (a (b) \\) c) MX.EXAMPLE.COM 1; dkim=pass\r\n",
        b'Authentication-Results:\r\n "mx.example.com"\r\n ; dkim=pass\r\n',
        b"Authentication-Results: (mx.example.com; dkim=pass\r\n",
        b"Authentication-Results: mx.example.com and more; dkim=pass\r\n",
        b"no field at all\r\nAuthentication-Results: mx.example.com; dkim=pass\r\n",
    ],
)
def test_no_disguise_keeps_a_field_with_our_name(forged: bytes) -> None:
    """Folds, comments, quotes, odd fields, and lines that end the header for some readers."""
    raw = b"From: a@a.de\r\n" + forged + b"To: b@b.de\r\n\r\nHi\r\n"
    left = apply(raw, authres.removals(raw, "mx.example.com"))
    assert left == b"From: a@a.de\r\n" + b"no field at all\r\n" * forged.startswith(b"no") + (
        b"To: b@b.de\r\n\r\nHi\r\n"
    )


def test_a_mail_without_such_fields_is_left_alone() -> None:
    """Also one that only mentions us."""
    raw = b"Authentication-Results: other; spf=pass smtp.mailfrom=x@mx.example.com\r\n\r\n"
    assert authres.removals(raw, "mx.example.com") == ()


def test_our_field_has_a_result_for_each_signature() -> None:
    """A pass that does not cover the mail is `policy`, no answer `temperror` (RFC 8601 2.7.1)."""
    authentication = Authentication(
        (
            Signature("amazon.de", "s1", "pass", True),
            Signature("amazon.de", "s2", "pass", False, "signs only a part of the body"),
            Signature("amazon.de", "s3", "fail", False, "the body was changed"),
            Signature("", "", "error", False, "no d=)\r\nX: y("),
        )
    )
    made = authres.field("mx.example.com", authentication)
    assert made == (
        b"Authentication-Results: mx.example.com; dkim=pass header.d=amazon.de\r\n"
        b" header.s=s1; dkim=policy (signs only a part of the body) header.d=amazon.de\r\n"
        b" header.s=s2; dkim=fail (the body was changed) header.d=amazon.de header.s=s3;\r\n"
        b" dkim=temperror (no d=X: y)\r\n"
    )
    value = made.partition(b": ")[2].replace(b"\r\n", b"").decode()
    assert authres.parse(value) == Statement(
        "mx.example.com",
        (
            stated("dkim", "pass", "amazon.de"),
            stated("dkim", "policy", "amazon.de"),
            stated("dkim", "fail", "amazon.de"),
            stated("dkim", "temperror", ""),
        ),
    )


def test_our_field_says_so_where_there_is_no_signature() -> None:
    """Nothing found is a result."""
    assert authres.field("mx.example.com", Authentication()) == (
        b"Authentication-Results: mx.example.com; dkim=none\r\n"
    )


@given(st.text())
def test_reading_never_raises(value: str) -> None:
    """Whatever stands there."""
    authres.parse(value)


@given(st.binary())
def test_removals_never_raise_and_leave_nothing_to_remove(tail: bytes) -> None:
    """Applied once is enough."""
    raw = b"Authentication-Results: mx; dkim=pass\r\n" + tail
    left = apply(raw, authres.removals(raw, "mx"))
    assert authres.stated(left, ["mx"]) == ()
