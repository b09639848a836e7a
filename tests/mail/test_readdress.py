"""One address in place of another in To and Cc, byte by byte."""

import pytest

from gateway.mail import readdress
from gateway.mail.address import path_of
from gateway.mail.edit import CannotEdit, apply
from gateway.mail.message import Message

OLD, NEW = path_of("buyer@mail.example"), "k7w2m9qx4tz8r1p@marketplace.amazon.de"


def changed(fields: bytes) -> bytes:
    raw = b"From: a@example.com\r\n" + fields + b"\r\nbuyer@mail.example\r\n"
    after = readdress.applied(raw, readdress.splices(Message(raw), OLD, NEW), OLD, NEW)
    return after.removeprefix(b"From: a@example.com\r\n").removesuffix(b"\r\nbuyer@mail.example\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"To: buyer@mail.example\r\n", b"To: %s\r\n"),
        (b"To: <buyer@mail.example>\r\n", b"To: <%s>\r\n"),
        (b'To: "Kremer, Sabine" <Buyer@Mail.Example>\r\n', b'To: "Kremer, Sabine" <%s>\r\n'),
        (
            b"To: =?utf-8?q?J=C3=B6rg?= <buyer@mail.example>\r\n",
            b"To: =?utf-8?q?J=C3=B6rg?= <%s>\r\n",
        ),
        (
            b"To: x@example.com,\r\n\tSabine\r\n <buyer@mail.example>\r\nCc: buyer@mail.example\r\n",
            b"To: x@example.com,\r\n\tSabine\r\n <%s>\r\nCc: %s\r\n",
        ),
        (
            b'To: "buyer@mail.example" <buyer@mail.example>, <other@mail.example>\r\n',
            b'To: "buyer@mail.example" <%s>, <other@mail.example>\r\n',
        ),
        (b"To: x@example.com\r\nReply-To: buyer@mail.example\r\n", None),
        (b"To: notbuyer@mail.example, buyer@mail.example.com\r\n", None),
        (b"To: (buyer@mail.example) x@example.com\r\n", None),
    ],
)
def test_only_the_address_changes(before: bytes, after: bytes | None) -> None:
    """Names, comments, folding and all other fields stay; the body is not looked at."""
    wanted = before if after is None else after.replace(b"%s", NEW.encode())
    assert changed(before) == wanted


def test_a_line_of_the_header_stays_short_enough() -> None:
    """RFC 5321 4.5.3.1.6."""
    names = b"".join(b"<x%d@example.com>," % number for number in range(60))
    with pytest.raises(CannotEdit):
        changed(b"To: " + names.ljust(970, b" ")[:970] + b"<buyer@mail.example>\r\n")


def test_a_wrong_splice_does_not_pass() -> None:
    """The proof reads the header with another parser."""
    raw = b"To: buyer@mail.example\r\nSubject: x\r\n\r\n"
    good = readdress.splices(Message(raw), OLD, NEW)
    with pytest.raises(CannotEdit):
        readdress.applied(raw, [type(good[0])(raw.index(b"x\r\n"), 1, b"y")], OLD, NEW)
    assert apply(raw, good).startswith(b"To: " + NEW.encode())
