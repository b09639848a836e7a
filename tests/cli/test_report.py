"""How the demo tells what happened to the bytes of a mail."""

import pytest

from gateway.cli.report import change
from gateway.mail.address import path_of
from gateway.mail.edit import Splice, apply
from gateway.policy.decision import RecipientDecision
from gateway.words import Disposition, Kind

RAW = b"Subject: a\r\n\r\nHello\r\nTel. 030 1\r\n"


@pytest.mark.parametrize(
    ("splices", "words"),
    [
        ((), "the same bytes, with Received in front"),
        ((Splice(21, 0, b"x"),), "the same bytes, plus the footer in 1 place, with Received in front"),
        ((Splice(21, 12, b""),), "the same bytes, without 12 that were cut, with Received in front"),
    ],
)
def test_what_was_cut_is_not_called_a_footer(splices: tuple[Splice, ...], words: str) -> None:
    item = RecipientDecision(path_of("a@b.example"), Kind.RELAY, Disposition.PASS, (), "r", splices=splices)
    assert change(RAW, b"Received: x\r\n" + apply(RAW, splices), item) == words
