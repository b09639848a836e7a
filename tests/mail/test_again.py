"""One mail sent twice: what a client makes anew does not count, what a person wrote does."""

import pytest

from gateway.mail.again import is_again
from gateway.mail.message import Message

MAIL = (
    b"Subject: Re: Order\r\nMessage-ID: <%(id)b@example.com>\r\nIn-Reply-To: %(answers)b\r\n"
    b"Content-Type: multipart/mixed; boundary=%(mark)b\r\n\r\n--%(mark)b\r\nContent-Type: text/plain\r\n\r\n"
    b"%(text)b\r\n\r\nOn Monday Kim wrote:\r\n> %(quoted)b\r\n--%(mark)b\r\n"
    b'Content-Type: application/pdf; name="%(name)b"\r\nContent-Transfer-Encoding: base64\r\n\r\n%(file)b\r\n'
    b"--%(mark)b--\r\n"
)
FIRST = {
    b"id": b"one", b"answers": b"<q@example.net>", b"mark": b"a", b"text": b"It comes today.",
    b"quoted": b"Where is it?", b"name": b"label.pdf", b"file": b"SGVsbG8=",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({b"id": b"two", b"mark": b"b"}, True),
        ({b"text": b"It comes\r\ntoday."}, True),
        ({b"quoted": b"Where, please?"}, True),
        ({b"answers": b""}, True),
        ({b"file": b"SGVs\r\nbG8="}, True),
        ({b"answers": b"<q2@example.net>"}, False),
        ({b"text": b"It comes tomorrow."}, False),
        ({b"file": b"SGVsbG9v"}, False),
        ({b"name": b"invoice.pdf"}, False),
    ],
)
def test_words_files_and_the_question_make_the_mail(changed: dict[bytes, bytes], same: bool) -> None:
    """Headers and encoding are the client's; the rest is what would be lost if the two were joined."""
    one, other = Message(MAIL % FIRST), Message(MAIL % (FIRST | changed))
    assert is_again(one, other) is same
    assert is_again(other, one) is same


def test_what_is_too_complex_is_never_the_same() -> None:
    """Nothing is joined unread."""
    deep = b"Subject: x\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 200 + b"x\r\n"
    assert not is_again(Message(deep), Message(deep))
