"""Where the messages of an mbox lie, whoever wrote it."""

import io

import pytest

from gateway.cli.mbox import LINE, is_mbox, messages, unquoted

DATED = b"From max@privat.example Tue Jan 13 09:00:00 2026\n"
A = b"From: a@x.example\nSubject: a\n\nErste Mail\n"
B = b"From: b@x.example\nSubject: b\n\nZweite Mail\n"


def split(data: bytes) -> list[bytes]:
    """The messages, as they lie in the file."""
    return [data[found.offset : found.offset + found.length] for found in messages(io.BytesIO(data))]


@pytest.mark.parametrize(
    "line",
    [
        DATED,
        b"From - Tue Jan 13 09:00:00 2026\n",
        b"From 1790877834@xxx Tue Jan 13 09:00:00 +0000 2026\n",
        b"From max@privat.example Tue, 13 Jan 2026 09:00:00 +0100\n",
        b"From \n",
        b"From ???@??? 13.01.2026 09:00 \n",
    ],
)
def test_the_from_lines_of_different_programs_part_the_messages(line: bytes) -> None:
    assert split(line + A + b"\n" + line + B + b"\n") == [A, B]
    crlf = (line + A + b"\n" + line + B).replace(b"\n", b"\r\n")
    assert split(crlf) == [A.replace(b"\n", b"\r\n"), B.replace(b"\n", b"\r\n")]


@pytest.mark.parametrize(
    "text",
    [
        b"\nFrom 10:00 to 12:00 in 2026 we are closed.\n",
        b"\nFrom \n\n",
        b"\nFrom now on\nX: y\n",
        b"no empty line before\nFrom max@x.example Tue Jan 13 09:00:00 2026\n",
        b"\n>From max@x.example Tue Jan 13 09:00:00 2026\n",
        b"\nFrom" + b"x" * LINE + b"\nFrom " + b"y" * 3 * LINE + b"\n",
    ],
    ids=["time", "bare", "words", "no blank", "quoted", "long lines"],
)
def test_text_that_begins_with_from_does_not(text: bytes) -> None:
    first = A + text
    assert split(DATED + first + b"\n" + DATED + B) == [first, B]


def test_messages_without_header_or_text_are_messages_too() -> None:
    """They are named later as what they are."""
    assert split(DATED + b"\n" + DATED + A) == [b"", A]
    assert split(DATED) == [b""]
    assert split(b"") == []
    assert split(DATED + b"\n\n\n" + DATED + B) == [b"\n\n", B]


def test_the_header_is_kept_and_nothing_of_the_text() -> None:
    [found] = messages(io.BytesIO(DATED + A))
    assert (found.header, found.from_line) == (b"From: a@x.example\nSubject: a\n", DATED)


def test_quoted_from_lines_are_unquoted_by_one_level() -> None:
    raw = b"x\n>From me\n>>From him\n> From her\nno >From here\n"
    assert unquoted(raw) == b"x\nFrom me\n>From him\n> From her\nno >From here\n"


def test_only_a_file_that_begins_with_a_from_line_is_an_mbox() -> None:
    for data, is_one in ((DATED + A, True), (A, False), (b"", False)):
        file = io.BytesIO(data)
        assert (is_mbox(file), file.tell()) == (is_one, 0)
