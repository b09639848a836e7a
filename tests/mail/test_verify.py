"""The proof of an edit by another parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import mime
from gateway.mail.edit import CannotEdit, apply, fitted, insert
from gateway.mail.splice import Splice
from gateway.mail.verify import Added, Touched, problem, reduced, spilled
from tests.support.mails import part, several, single

IMAGE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\naGFsbG8=\r\n"
RAW = several(
    part("Guten Tag\n\n> alt\n", "quoted-printable"),
    several(part("<p>Guten Tag</p>", "base64", "html"), IMAGE, kind="related", boundary="=_in", head=b""),
)
ROOT = mime.parse(RAW)
NOTE = "Größe\n"


def edited() -> tuple[bytes, list[Touched]]:
    """The mail with the note in both texts, and what was done."""
    places = {"1": 13, "2.1": 0}
    parts = [found for found in ROOT.walk() if found.number in places]
    splices = [insert(RAW, found, places[found.number], NOTE) for found in parts]
    touched = [Touched(found.number, places[found.number], fitted(RAW, found, NOTE)) for found in parts]
    return apply(RAW, splices), touched


def test_a_clean_edit_has_no_problem() -> None:
    after, touched = edited()
    assert problem(RAW, after, touched) is None
    assert problem(RAW, RAW, []) is None


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"Subject: Re", b"Subject: Fw", "root: a header field changed"),
        (b"aGFsbG8=", b"aGFsbG9=", "part 2.2: the content changed"),
        (b"image/png", b"image/gif", "part 2.2: the content type changed"),
        (b"--=_in--", b"--=_in  ", "part 2: a defect appeared|the message had 5 parts and has 6"),
        (b"> alt", b"> neu", "part 1: the text is not the old one with the insertion"),
        (b"Gr=C3=B6=C3=9Fe\r\n", b"", "part 1: the text is not"),
        (b"Gr=C3=B6=C3=9Fe\r\n", b"Gr=C3=B6=C3=9Fe\r\nGr=C3=B6=C3=9Fe\r\n", "part 1: the text is not"),
        (b"--=_b1--", b"--=_b1\r\n\r\nmore\r\n--=_b1--", "the message had 5 parts and has 6"),
        (b"--=_b1--", b"--=_b1--\r\nmore", "root: the text before or after"),
    ],
)
def test_any_other_change_is_a_problem(old: bytes, new: bytes, why: str) -> None:
    after, touched = edited()
    assert after.count(old) == 1
    found = problem(RAW, after.replace(old, new), touched)
    assert found is not None
    assert any(word in found for word in why.split("|"))


def test_a_part_that_is_not_there_is_a_problem() -> None:
    assert problem(RAW, RAW, [Touched("7", 0, "x")]) == "an edited part is not found again"


def test_several_changes_of_one_part_and_what_they_remove_are_compared() -> None:
    raw = single(b"Content-Type: text/plain; charset=us-ascii\r\n\r\nabcdef\r\n")
    changes = [Touched("", 4, "", 2), Touched("", 0, "x", 1)]
    assert problem(raw, raw.replace(b"abcdef", b"xbcd"), changes) is None
    assert problem(raw, raw.replace(b"abcdef", b"xbc"), changes) is not None
    assert problem(raw, raw, [Touched("", 0, "", 3), Touched("", 2, "")]) == "part root: the changes overlap"


NEW_PART = b"--=_b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNeu\r\n"


def test_an_added_part_is_the_last_one_and_reads_as_it_should() -> None:
    end = RAW.rindex(b"--=_b1--")
    after = RAW[:end] + NEW_PART + RAW[end:]
    assert problem(RAW, after, [], Added("3", "Neu")) is None
    assert problem(RAW, after, [], Added("3", "Alt")) == "the added part does not read as it should"
    assert problem(RAW, RAW, [], Added("3", "Neu")) == "the added part is not the last one"
    html = after.replace(b"text/plain; charset=utf-8\r\n\r\nNeu", b"text/html\r\n\r\nNeu")
    assert problem(RAW, html, [], Added("3", "Neu")) == "the added part is no clean text"
    start = RAW.index(b"--=_b1")
    assert problem(RAW, RAW[:start] + NEW_PART + RAW[start:], [], Added("3", "Neu")) is not None


def test_a_delimiter_line_that_comes_or_goes_is_a_problem_where_no_part_does() -> None:
    raw = RAW.replace(b"--=_b1--\r\n", b"--=_b1--\r\nEpilog\r\n--=_b1\r\n")
    assert problem(raw, raw, []) is None
    assert problem(raw, raw.replace(b"Epilog\r\n--=_b1\r\n", b"Epilog\r\n--=_b2\r\n"), []) is not None


def test_bytes_outside_the_splices_may_not_move() -> None:
    body = RAW.index(b"> alt")
    splices = [Splice(body, 5, b"> neu"), Splice(len(RAW), 0, b"x")]
    after = apply(RAW, splices)
    assert spilled(RAW, after, splices) is None
    assert spilled(RAW, after, reversed(splices)) is None
    assert spilled(RAW, RAW, []) is None
    assert spilled(RAW, after, splices[:1]) == "bytes changed outside the splices"
    assert spilled(RAW, after.replace(b"aGFs", b"aGFz"), splices) == "bytes changed outside the splices"
    assert spilled(RAW, after.replace(b"> neu", b"> nie"), splices) == "a splice is not where it should be"
    in_header = [Splice(0, 0, b"X: y\r\n")]
    assert spilled(RAW, apply(RAW, in_header), in_header) == "a splice lies in the header or in another one"


def test_text_that_another_parser_cannot_decode_is_a_problem() -> None:
    raw = single(b"Content-Type: text/plain; charset=x-nonsense\r\n\r\nabc\r\n")
    assert (
        problem(raw, raw.replace(b"abc", b"abxc"), [Touched("", 2, "x")])
        == "part root: the text cannot be decoded"
    )


@given(st.binary(max_size=400), st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_arbitrary_messages_never_raise(before: bytes, after: bytes) -> None:
    assert problem(before, before, []) is None
    found = problem(before, after, [Touched("", 0, "x")])
    assert found is None or found


@given(
    st.text(max_size=80), st.integers(0, 80), st.sampled_from(["8bit", "quoted-printable", "base64", "7bit"])
)
@settings(max_examples=100, deadline=None)
def test_what_insert_does_verifies(text: str, at: int, cte: str) -> None:
    raw = several(part(text, cte), IMAGE, kind="mixed")
    if raw.count(b"\r") != raw.count(b"\r\n") or raw.count(b"\n") != raw.count(b"\r\n"):
        return
    found = mime.parse(raw).children[0]
    at = min(at, len(mime.text(raw, found)))
    try:
        splice = insert(raw, found, at, "\nFalls es um etwas anderes geht.\n")
        touched = Touched("1", at, fitted(raw, found, "\nFalls es um etwas anderes geht.\n"))
    except CannotEdit:
        return
    assert problem(raw, apply(raw, [splice]), [touched]) is None


def with_file(content: bytes) -> bytes:
    """A text, a file and a text."""
    file = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content
    return several(part("Guten Tag\n", "8bit"), file, part("Ende\n", "8bit"))


def test_a_large_file_is_proven_by_its_digest() -> None:
    """The other parser gets a small message with the same structure, and the splices where they belong."""
    raw = with_file(b"QUJD\r\n" * 50_000)
    root = mime.parse(raw)
    splices = [Splice(root.children[at].end, 0, b"more\r\n") for at in (0, 2)]
    before, moved = reduced(raw, root, splices)
    assert len(before) < 2000 < len(raw)
    assert [before[each.offset - 6 : each.offset] for each in moved] == [
        raw[each.offset - 6 : each.offset] for each in splices
    ]
    assert spilled(before, apply(before, moved), moved) is None
    small = mime.parse(before)
    assert [one.content_type for one in small.walk()] == [one.content_type for one in root.walk()]
    other, _ = reduced(raw.replace(b"QUJD\r\nQUJD", b"QUJD\r\nQUJE", 1), root, splices)
    assert other != before


@pytest.mark.parametrize("odd", [b"--=_b1x\r\n", b"--\r\n"])
def test_what_could_hold_a_delimiter_is_not_reduced(odd: bytes) -> None:
    raw = with_file(b"QUJD\r\n" * 20_000 + odd + b"QUJD\r\n" * 20_000)
    root = mime.parse(raw)
    assert reduced(raw, root, []) == (raw, [])


def test_a_large_part_that_is_edited_is_not_reduced() -> None:
    raw = with_file(b"QUJD\r\n" * 50_000)
    root = mime.parse(raw)
    splices = [Splice(root.children[1].body + 6, 0, b"QUJD\r\n")]
    assert reduced(raw, root, splices) == (raw, splices)
