"""A text as the last part of a message."""

import pytest

from gateway.mail import edit, mime, verify
from gateway.mail.edit import CannotEdit
from gateway.mail.ownpart import append
from tests.support.mails import part, several, single

TEXT = "Größe:\nzwei Zeilen = 2"


@pytest.mark.parametrize("tail", [b"", b"Epilog\r\n", b"\r\n\r\n"])
@pytest.mark.parametrize("boundary", ["=_b1", "a b", "--"])
def test_the_text_is_the_last_part_and_all_else_stays(boundary: str, tail: bytes) -> None:
    raw = several(part("a\n", "8bit"), part("b\n", "base64"), kind="mixed", boundary=boundary) + tail
    splice, number = append(raw, mime.parse(raw), TEXT)
    after = edit.apply(raw, [splice])
    root = mime.parse(after)
    assert (number, [child.number for child in root.children]) == ("3", ["1", "2", "3"])
    assert mime.text(after, root.children[2]) == TEXT.replace("\n", "\r\n")
    assert splice.replacement.isascii()
    assert verify.spilled(raw, after, [splice]) is None
    assert verify.problem(raw, after, [], verify.Added("3", TEXT.replace("\n", "\r\n"))) is None


@pytest.mark.parametrize(
    "raw",
    [
        single(part("a\n", "8bit")),
        several(part("a\n", "8bit"), kind="alternative"),
        several(part("a\n", "8bit"), kind="mixed").removesuffix(b"--=_b1--\r\n"),
        several(kind="mixed"),
        several(b"", kind="mixed").replace(b"--=_b1\r\n\r\n", b"--=_b1\r\n"),
    ],
)
def test_other_messages_are_refused(raw: bytes) -> None:
    with pytest.raises(CannotEdit):
        append(raw, mime.parse(raw), TEXT)
