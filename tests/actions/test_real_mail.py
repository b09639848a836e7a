"""The mails of Python's own test suite, answered in each quote style: every edit read by another parser."""

import sysconfig
from pathlib import Path

import pytest

from gateway.mail import mime
from gateway.mail.message import Message
from tests.fuzz import corpus

DATA = Path(sysconfig.get_path("stdlib")) / "test" / "test_email" / "data"
FOUND = list(corpus.messages([DATA])) if DATA.is_dir() else []


@pytest.mark.skipif(not FOUND, reason=f"this Python came without its test mails in {DATA}")
@pytest.mark.parametrize("raw", [raw for _, raw in FOUND], ids=[Path(name).name for name, _ in FOUND])
def test_no_real_mail_is_damaged_and_no_signed_one_is_touched(raw: bytes) -> None:
    for style, answer in corpus.answers(raw):
        what, wrong = corpus.judged(answer, perl=False)
        assert wrong is None, style
        if mime.signed_or_encrypted(answer, Message(answer).root):
            assert what == "held", style


def test_the_comparison_sees_damage() -> None:
    was = [("text/plain", b"one\ntwo\n"), ("application/pdf", b"%PDF")]
    assert corpus.differences(was, [("text/plain", b"one\nfooter\ntwo\n"), was[1]], own_part=False) is None
    for now in (
        was[:1],
        [("text/plain", b"one\n"), was[1]],
        [("text/plain", b"one\nfooter\n"), was[1]],
        [was[0], ("application/pdf", b"%PDF footer")],
        [("text/html", b"one\ntwo\n"), was[1]],
    ):
        assert corpus.differences(was, now, own_part=False) is not None
