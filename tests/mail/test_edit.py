"""Edits are data: splices, and the splice that puts text into a part."""

import quopri
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import mime
from gateway.mail.edit import CannotEdit, Splice, apply, fitted, insert, pieces, quoted_printable
from tests.support.mails import body_bytes, part, several, single

FOOTER = "Zu Ihrer Bestellung:\nÄnderungen („später“) – bitte künftig über das Konto = besser.\n\n"
TEXT = "Guten Tag,\n\ndie Größe paßt = gut. \nMit Grüßen\n\n> Wo?\n> Da.\n"


def inserted(raw: bytes, at: int, text: str = FOOTER, number: str = "") -> bytes:
    found = next(item for item in mime.parse(raw).walk() if item.number == number)
    return apply(raw, [insert(raw, found, at, text)])


def text_of(raw: bytes, number: str = "") -> str:
    found = next(item for item in mime.parse(raw).walk() if item.number == number)
    return mime.text(raw, found)


# Splices


def test_no_splices_give_the_same_bytes() -> None:
    raw = bytes(range(256)) * 3000
    assert apply(raw, []) == raw
    assert [len(piece) for piece in pieces(raw, [])] == [262144, 262144, 243712]


@given(
    st.binary(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.binary(max_size=4)), max_size=4),
)
@settings(max_examples=200, deadline=None)
def test_splices_replace_what_they_name_or_are_refused(
    raw: bytes, edits: list[tuple[int, int, bytes]]
) -> None:
    splices = sorted((Splice(*edit) for edit in edits), key=lambda splice: (splice.offset, splice.length))
    ends = [splice.offset + splice.length for splice in splices]
    fine = all(end <= len(raw) for end in ends) and all(
        later.offset >= end for end, later in zip(ends, splices[1:], strict=False)
    )
    if not fine:
        with pytest.raises(ValueError, match="overlaps"):
            apply(raw, splices)
        return
    wanted = raw
    for splice in reversed(splices):
        wanted = wanted[: splice.offset] + splice.replacement + wanted[splice.offset + splice.length :]
    assert apply(raw, reversed(splices)) == wanted or len({splice.offset for splice in splices}) < len(
        splices
    )
    assert apply(raw, splices) == wanted


def test_insertions_at_one_place_keep_their_order_and_come_before_a_deletion_there() -> None:
    assert apply(b"abc", [Splice(1, 1, b""), Splice(1, 0, b"1"), Splice(1, 0, b"2")]) == b"a12c"


# Insertion


@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
def test_the_text_stands_at_its_place_and_nothing_before_it_changes(cte: str, charset: str) -> None:
    raw = single(part(TEXT, cte, charset=charset))
    before = text_of(raw)
    found = mime.parse(raw)
    for at in range(len(before) + 1):
        if before[max(0, at - 1) : at + 1] == "\r\n":
            continue
        splice = insert(raw, found, at, FOOTER)
        after = apply(raw, [splice])
        assert text_of(after) == before[:at] + fitted(raw, found, FOOTER) + before[at:]
        assert after[: splice.offset] == raw[: splice.offset]
        if cte != "base64":
            assert splice.length == 0
            assert all(len(line) <= 76 for line in after.split(b"\r\n") if cte == "quoted-printable")


@pytest.mark.parametrize("cte", ["7bit", "8bit", "quoted-printable", "base64"])
def test_text_goes_into_empty_parts_and_to_the_very_end(cte: str) -> None:
    for text in ("", "x", "x\n"):
        raw = several(part(text, cte), part("<p>y</p>", "7bit", "html"))
        before = text_of(raw, "1")
        after = inserted(raw, len(before), "\n\nabc\n", "1")
        assert text_of(after, "1") == before + "\r\n\r\nabc\r\n"
        assert text_of(after, "2") == "<p>y</p>"


def test_seven_bit_parts_stay_seven_bit() -> None:
    raw = single(part("Hallo\n", "7bit"))
    after = inserted(raw, 7, "„Größe“ – 5 €…\nŁódź é\n")
    assert after.endswith(b'Hallo\r\n"Groesse" - 5 EUR...\r\nLodz e\r\n')


def test_a_charset_keeps_what_it_holds_and_folds_the_rest() -> None:
    for charset, wanted in [
        ("iso-8859-1", 'Größe "a" - 5 EUR'),
        ("windows-1252", "Größe „a“ – 5 €"),
        ("iso-8859-15", 'Größe "a" - 5 €'),
        ("us-ascii", 'Groesse "a" - 5 EUR'),
        ("gb2312", 'Groesse "a" - 5 EUR'),
    ]:
        raw = single(part("x\n", "8bit", charset=charset))
        assert text_of(inserted(raw, 3, "Größe „a“ – 5 €\n")) == f"x\r\n{wanted}\r\n"


def test_a_sign_that_no_table_knows_is_an_error() -> None:
    with pytest.raises(CannotEdit, match=re.escape("U+4E2D")):
        inserted(single(part("x\n", "8bit", charset="iso-8859-1")), 3, "中\n")


def test_quoted_printable_begins_at_a_line_start_where_it_can() -> None:
    raw = single(part("Grüße\n> alt\n", "quoted-printable"))
    assert inserted(raw, 7, "neu=\n").endswith(b"Gr=C3=BC=C3=9Fe\r\nneu=3D\r\n> alt\r\n")


def test_quoted_printable_breaks_a_line_softly_on_both_sides() -> None:
    raw = single(part("<p>a</p><hr>b", "quoted-printable", "html"))
    assert inserted(raw, 8, "<i>x</i>").endswith(b"<p>a</p>=\r\n<i>x</i>=\r\n<hr>b")


def test_quoted_printable_keeps_a_blank_before_the_place() -> None:
    raw = single(part("<p>a</p> <hr>b", "quoted-printable", "html"))
    after = inserted(raw, 9, "\nx\n")
    assert after.endswith(b"<p>a</p> =\r\n\r\nx\r\n<hr>b")
    assert text_of(after) == "<p>a</p> \r\nx\r\n<hr>b"


def test_quoted_printable_goes_behind_a_soft_break() -> None:
    raw = single(
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"\r\n<p>a=\r\n</p>\r\n"
    )
    assert inserted(raw, 4, "x\n").endswith(b"<p>a=\r\nx\r\n</p>\r\n")


@given(st.binary(max_size=200).map(lambda data: data.replace(b"\r", b"").replace(b"\n", b" ")), st.booleans())
@settings(max_examples=200, deadline=None)
def test_our_quoted_printable_decodes_to_what_it_encodes(data: bytes, goes_on: bool) -> None:
    data = data[:90] + b"\n" + data[90:]
    encoded = quoted_printable(data, goes_on)
    assert quopri.decodestring(encoded) == data.replace(b"\n", b"\r\n")
    assert all(len(line) <= 76 for line in encoded.split(b"\r\n"))
    assert re.fullmatch(rb"[\t -~\r\n]*", encoded)
    assert not re.search(rb"[ \t]\r\n|[ \t]\Z", encoded)


@pytest.mark.parametrize("width", [60, 72, 76, 64, 100])
def test_base64_keeps_its_line_length_and_every_line_before_the_place(width: int) -> None:
    raw = single(part(TEXT * 5, "base64", width=width))
    after = inserted(raw, 100)
    root = mime.parse(after)
    lines = after[root.body : root.end].split(b"\r\n")
    assert {len(line) for line in lines[:-2]} == {width}
    wanted = text_of(raw)[:100] + FOOTER.replace("\n", "\r\n") + text_of(raw)[100:]
    assert after[root.body :] == body_bytes(wanted.replace("\r\n", "\n"), "base64", width=width)


def test_format_flowed_lines_are_stuffed_and_end_in_no_blank() -> None:
    raw = single(part("Hallo\n", "8bit", more="; format=flowed"))
    after = inserted(raw, 7, "\n> kein Zitat \nFrom here\n eingerückt\n")
    assert text_of(after) == "Hallo\r\n\r\n > kein Zitat\r\n From here\r\n  eingerückt\r\n"


def test_line_ends_in_base64_are_those_of_the_part() -> None:
    raw = single(
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nYQpiCg==\r\n"
    )
    assert text_of(inserted(raw, 2, "x\n")) == "a\nx\nb\n"


PLAIN = b"Content-Type: text/plain; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n"


@pytest.mark.parametrize(
    ("charset", "cte", "body", "why"),
    [
        (b"utf-8", b"8bit", b"Gr\xfc\xdfe", "not really utf-8"),
        (b"us-ascii", b"8bit", b"Gr\xc3\xbc", "not really us-ascii"),
        (b"x-nonsense", b"8bit", b"a", "damaged|unknown"),
        (b"utf-7", b"7bit", b"a", "damaged|unknown"),
        (b"utf-16", b"base64", b"//5hAGIA", "cannot be inserted"),
        (b"utf-8", b"base64", b"YWJj!YWJj", "damaged"),
        (b"utf-8", b"base64", b"YQ==YWJj", "damaged"),
        (b"utf-8", b"quoted-printable", b"a=ZZb", "damaged"),
        (b"utf-8", b"x-uuencode", b"a", "damaged|transfer encoding"),
        (b"utf-8", b"8bit", b"a" * 990, "longer than 998"),
    ],
)
def test_what_cannot_be_edited_in_place_says_why(charset: bytes, cte: bytes, body: bytes, why: str) -> None:
    raw = single(PLAIN % (charset, cte, body))
    with pytest.raises(CannotEdit, match=why):
        inserted(raw, 1, "some words")


def test_a_place_inside_a_line_end_or_outside_the_text_is_refused() -> None:
    raw = single(part("a\nb\n", "8bit"))
    for at in (2, 99, -1):
        with pytest.raises(CannotEdit, match="place"):
            inserted(raw, at)


ANY_TEXT = st.text(st.sampled_from(list("aäß€ =.\n\t<>„")), max_size=200)


@given(
    ANY_TEXT,
    ANY_TEXT,
    st.integers(0, 400),
    st.sampled_from(["7bit", "8bit", "quoted-printable", "base64"]),
    st.sampled_from(["utf-8", "windows-1252", "iso-8859-15", "us-ascii", "utf-16-le", "shift_jis"]),
)
@settings(max_examples=200, deadline=None)
def test_removing_the_insertion_gives_the_text_that_was(
    text: str, more: str, at: int, cte: str, charset: str
) -> None:
    try:
        raw = single(part(text, cte, charset=charset))
    except UnicodeEncodeError:
        return
    root = mime.parse(raw)
    before = mime.text(raw, root)
    at = min(at, len(before))
    try:
        splice = insert(raw, root, at, more)
        fit = fitted(raw, root, more)
    except CannotEdit:
        return
    after = text_of(apply(raw, [splice]))
    assert after == before[:at] + fit + before[at:]
    assert after[:at] + after[at + len(fit) :] == before


@given(
    st.binary(max_size=300),
    st.integers(0, 300),
    st.sampled_from(["8bit", "quoted-printable", "base64", "7bit"]),
)
@settings(max_examples=200, deadline=None)
def test_any_body_takes_the_text_or_says_why_not(body: bytes, at: int, cte: str) -> None:
    raw = single(PLAIN % (b"utf-8", cte.encode(), body))
    root = mime.parse(raw)
    try:
        splice = insert(raw, root, at, FOOTER)
    except CannotEdit as refusal:
        assert refusal.why
        return
    before = mime.text(raw, root)
    assert text_of(apply(raw, [splice])) == before[:at] + fitted(raw, root, FOOTER) + before[at:]
