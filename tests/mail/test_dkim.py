"""DKIM-Signature fields: what they claim, what they leave open, and the canonical body."""

import pytest
from dkim.canonicalization import (
    Simple,
    compress_whitespace,
    correct_empty_body,
    strip_trailing_lines,
    strip_trailing_whitespace,
)
from hypothesis import example, given
from hypothesis import strategies as st

from gateway.mail import dkim
from gateway.mail.message import Message

HEAD = b"From: a@a.de\r\nSubject: x\r\nTo: b@b.de\r\nDate: Tue, 24 Nov 2026 10:00:00 +0100\r\n"
FIELD = (
    b"DKIM-Signature: v=1; a=rsa-sha256; d=A.de; s=S1;\r\n"
    b" h=From:To :\r\n Subject:Date; bh=ab=; b=c\r\n d=\r\n"
)


def message(field: bytes = FIELD, head: bytes = HEAD) -> Message:
    return Message(field + head + b"\r\nHi\r\n")


def only(mail: Message) -> dkim.SignatureField:
    (found,) = dkim.signatures(mail.raw, mail.block.fields)
    return found


def test_a_field_is_read_over_its_folds() -> None:
    """Names in lower case, blanks inside values gone."""
    found = only(message())
    assert (found.domain, found.selector, found.signed, found.problem) == (
        "a.de",
        "s1",
        ("from", "to", "subject", "date"),
        None,
    )
    assert found.key_name == "s1._domainkey.a.de."
    assert found.tags["b"] == "cd="


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        (b"DKIM-Signature: nonsense\r\n", "not a list of tags"),
        (b"DKIM-Signature:\r\n", "the field is too long"),
        (FIELD.replace(b"v=1", b"v=1; v=1"), "not a list of tags"),
        (FIELD.replace(b" s=S1;", b""), "no s="),
        (FIELD.replace(b"rsa-sha256", b"rsa-sha1"), "unknown algorithm"),
        (FIELD.replace(b"d=A.de", b"d=a..de"), "not a domain and selector"),
        (FIELD.replace(b"d=A.de", "d=ä.de".encode()), "not a domain and selector"),
        (FIELD.replace(b"d=A.de", b"d=" + b".".join([b"a" * 60] * 5)), "not a domain and selector"),
        (FIELD.replace(b"From:", b""), "From is not signed"),
        (FIELD.replace(b" h=", b" h=" + b" " * 300), "not a list of tags"),
        (FIELD.replace(b"c\r\n d=", b"c" * 9000), "the field is too long"),
    ],
)
def test_a_field_that_cannot_be_checked_says_why(field: bytes, problem: str) -> None:
    """Before anybody looks for its key."""
    assert only(message(field)).problem == problem


@pytest.mark.parametrize(
    ("field", "head", "flaw"),
    [
        (FIELD, HEAD, None),
        (FIELD.replace(b"v=1", b"v=1; l=5"), HEAD, "signs only a part of the body"),
        (FIELD, b"From: c@c.de\r\n" + HEAD, "not exactly one From"),
        (FIELD, b"Subject: y\r\n" + HEAD, "subject is not signed"),
        (FIELD, b"Content-Type: text/html\r\n" + HEAD, "content-type is not signed"),
        (FIELD, b"Reply-To: c@c.de\r\n" + HEAD, "reply-to is not signed"),
        (FIELD.replace(b"From:To", b"From:Subject:To"), b"Subject: y\r\n" + HEAD, None),
        (FIELD, b"X-Marketgate-Id: 1\r\nReceived: by us\r\n" + HEAD, None),
    ],
)
def test_a_signature_covers_what_people_see_or_says_what_it_leaves_open(
    field: bytes, head: bytes, flaw: str | None
) -> None:
    """l=, a second From, fields on top that are not signed."""
    mail = message(field, head)
    assert only(mail).flaw(mail) == flaw


@pytest.mark.parametrize(
    ("records", "key"),
    [
        ((), None),
        ((b"v=spf1 -all",), None),
        ((b"v=DKIM1; p=",), None),
        ((b"v=DKIM2; p=abc",), None),
        ((b"hello", b"k=rsa; p=abc"), b"k=rsa; p=abc"),
        ((b"v=DKIM1; k=rsa; p=abc; ",), b"v=DKIM1; k=rsa; p=abc; "),
    ],
)
def test_the_key_is_found_among_the_records(records: tuple[bytes, ...], key: bytes | None) -> None:
    """A record of something else is none, an empty key is revoked (RFC 6376 3.6.1)."""
    assert dkim.usable_key(records) == key


bodies = st.lists(st.sampled_from([b"\r\n", b" ", b"\t", b"x", b"\r", b"\n", b"yz "]), max_size=40).map(
    b"".join
)


@given(bodies)
@example(b"")
@example(b"\r\n\r\n")
@example(b" \r\n\t\r\n")
@example(b"a\r\r\n\r\n")
def test_the_canonical_bodies_are_those_of_dkimpy(body: bytes) -> None:
    """Byte for byte, with its own functions as the measure."""
    relaxed = strip_trailing_lines(compress_whitespace(strip_trailing_whitespace(body)))
    assert dkim.relaxed_body(body) == correct_empty_body(relaxed)
    assert dkim.simple_body(body) == Simple.canonicalize_body(body)


@given(st.binary(), st.binary())
def test_reading_never_raises(value: bytes, head: bytes) -> None:
    """Whatever stands in the field and around it."""
    mail = Message(b"DKIM-Signature: " + value + b"\r\n" + head)
    for found in dkim.signatures(mail.raw, mail.block.fields):
        found.flaw(mail)
