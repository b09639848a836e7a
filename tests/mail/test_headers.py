"""Header fields are found where they stand, whatever the header looks like; forged ones in every shape."""

import mmap
import re
import tempfile
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import encoded, headers
from gateway.mail.headers import Block, Field, scan
from gateway.mail.splice import Splice, apply


def named(raw: bytes, start: int = 0, end: int | None = None) -> tuple[list[tuple[str, bytes]], bytes, bytes]:
    """Name and whole bytes of each field, what lies between header and body, and the body."""
    block = scan(raw, start, end)
    fields = [(field.name, raw[field.start : field.end]) for field in block.fields]
    return fields, raw[block.end : block.body], raw[block.body : end]


def test_offsets_are_exact() -> None:
    """Start, offset after the colon and end of each field, end of the header, start of the body."""
    raw = b"From: a@b\r\nSubject : x\r\n y\r\n\r\nbody\r\n"
    assert scan(raw) == Block((Field("from", 0, 5, 11), Field("subject", 11, 20, 28)), 28, 30)
    assert [headers.raw_value(raw, field) for field in scan(raw).fields] == [b" a@b", b" x\r\n y"]


@pytest.mark.parametrize(
    ("raw", "fields", "between", "body"),
    [
        (b"", [], b"", b""),
        (b"\r\nbody", [], b"\r\n", b"body"),
        (b"\nbody", [], b"\n", b"body"),
        (b"A: b\nC: d\n\nbody", [("a", b"A: b\n"), ("c", b"C: d\n")], b"\n", b"body"),
        (b"A: b\r\n\tc\r\n \r\n d\r\n\r\n", [("a", b"A: b\r\n\tc\r\n \r\n d\r\n")], b"\r\n", b""),
        (b"A:\r\nB:", [("a", b"A:\r\n"), ("b", b"B:")], b"", b""),
        (b"A: b\r\n", [("a", b"A: b\r\n")], b"", b""),
        (b"A \t: b\r\n\r\n", [("a", b"A \t: b\r\n")], b"\r\n", b""),
        (b" lost\r\n too\r\nA: b\r\n\r\nx", [("a", b"A: b\r\n")], b"\r\n", b"x"),
        (b"From a@b Mon Jan 1\r\nA: b\r\n\r\nx", [("a", b"A: b\r\n")], b"\r\n", b"x"),
        (b"From : a@b\r\n\r\nx", [("from", b"From : a@b\r\n")], b"\r\n", b"x"),
        (b"A: b\r\nHello there\r\nC: d\r\n\r\nx", [("a", b"A: b\r\n")], b"", b"Hello there\r\nC: d\r\n\r\nx"),
        (b"A: b\r\nB c: d\r\n", [("a", b"A: b\r\n")], b"", b"B c: d\r\n"),
        (b"A: b\r\n: c\r\n", [("a", b"A: b\r\n")], b"", b": c\r\n"),
        (b"A: \0\xff\x80\rB: c\r\n\r\nx", [("a", b"A: \0\xff\x80\rB: c\r\n")], b"\r\n", b"x"),
        (b"A\0: b\r\n\r\n", [], b"", b"A\0: b\r\n\r\n"),
        (b"\xc3\x84: b\r\n\r\n", [], b"", b"\xc3\x84: b\r\n\r\n"),
        (b"http://a/b:c\r\n\r\n", [("http", b"http://a/b:c\r\n")], b"\r\n", b""),
    ],
)
def test_a_header_is_read_as_a_tolerant_server_does(
    raw: bytes, fields: list[tuple[str, bytes]], between: bytes, body: bytes
) -> None:
    """Bare LF, folds, stray first lines, lines that are no field, a missing empty line, NUL and 8-bit."""
    assert named(raw) == (fields, between, body)


def test_a_header_inside_a_buffer_is_read_between_its_bounds() -> None:
    """Nothing before the start or behind the end is looked at, also where the end cuts a line."""
    raw = b"X: y\r\nA: b\r\n c\r\n\r\nbody"
    assert named(raw, 6, 13) == ([("a", b"A: b\r\n ")], b"", b"")
    assert named(raw, 6, 18) == ([("a", b"A: b\r\n c\r\n")], b"\r\n", b"")
    assert named(raw, 6, 999) == ([("a", b"A: b\r\n c\r\n")], b"\r\n", b"body")


ODD_LINES = (
    *(b"X-Marketgate-A: b", b"x-MARKETGATE-b : c", b" X-Marketgate-A: b", b"\0X-Marketgate-A: b", b"A: b"),
    *(b"X-Marketgate-A", b"X-Market", b" gate-A: b", b"A: b\rX-Marketgate-A: b", b"X -Marketgate-Z: y"),
    *(b"X-Marketgate: ok", b"From x", b"\r", b"\rX-Marketgate-\r-A: x", b"\tx", b"", b"junk", b" "),
)
LINES = st.tuples(st.lists(st.sampled_from(ODD_LINES), max_size=8), st.sampled_from([b"\r\n", b"\n"])).map(
    lambda drawn: drawn[1].join([*drawn[0], b""])
)


@given(st.one_of(st.binary(max_size=80), LINES))
@settings(deadline=None)
def test_a_scan_takes_any_bytes(raw: bytes) -> None:
    """Fields touch each other, in order, and header and body follow; a mapped file reads the same."""
    block = scan(raw)
    assert all(a.end == b.start for a, b in zip(block.fields, block.fields[1:], strict=False))
    assert all(f.start < f.value <= f.end <= block.end and raw[f.value - 1] == 0x3A for f in block.fields)
    assert block.end <= block.body <= len(raw)
    assert raw[block.end : block.body] in (b"", b"\n", b"\r\n")
    assert all(headers.text(raw, f) == headers.text(raw, f).strip() for f in block.fields)
    if raw:
        with tempfile.TemporaryFile() as file:
            file.write(raw)
            file.flush()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                assert scan(mapped) == block
                assert headers.forged(mapped) == headers.forged(raw)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b" a \r\n  b\r\n", "a   b"),
        (b" =?utf-8?Q?J=C3=B6rg?=\r\n =?utf-8?Q?_M?=\r\n", "Jörg M"),
        ("Jörg".encode(), "Jörg"),
        ("Jörg".encode("latin-1"), "Jörg"),
        (b"\r\n", ""),
        (b"x" * 70000, "x" * headers.MAX_VALUE),
    ],
)
def test_a_value_reads_as_people_see_it(value: bytes, text: str) -> None:
    """Unfolded, decoded, stripped, and bounded."""
    raw = b"A:" + value
    assert headers.text(raw, scan(raw).fields[0]) == text


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        (b"A: b\r\n\r\nX-Marketgate-A: body\r\n", b"A: b\r\n\r\nX-Marketgate-A: body\r\n"),
        (b"X-Marketgate-Verdict: relay\r\nA: b\r\n\r\n", b"A: b\r\n\r\n"),
        (b"A: b\r\nx-mArKeTgAtE-Verdict: relay\r\n\r\n", b"A: b\r\n\r\n"),
        (b"A: b\r\nX-Marketgate-Verdict \t: relay\r\n\r\n", b"A: b\r\n\r\n"),
        (b"A: b\r\nX-Marketgate-Verdict:\r\n relay\r\n\tand\r\nC: d\r\n\r\n", b"A: b\r\nC: d\r\n\r\n"),
        (b"A: b\r\nX-Marketgate-Verdict\r\n : relay\r\nC: d\r\n\r\n", b"A: b\r\nC: d\r\n\r\n"),
        (b"A: b\r\nX-Market\r\n gate-Verdict: relay\r\nC: d\r\n\r\n", b"A: b\r\nC: d\r\n\r\n"),
        (b"A: b\nX-Marketgate-Verdict: relay\nC: d\n\nx", b"A: b\nC: d\n\nx"),
        (b" X-Marketgate-Verdict: relay\r\n and\r\nA: b\r\n\r\n", b"A: b\r\n\r\n"),
        (b" x\r\n\tX-Marketgate-Verdict: relay\r\n y\r\nA: b\r\n\r\n", b" x\r\nA: b\r\n\r\n"),
        (b"A: b\r\n X-Marketgate-Verdict: relay\r\n\r\n", b"A: b\r\n X-Marketgate-Verdict: relay\r\n\r\n"),
        (b"A: b\r\njunk\r\nX-Marketgate-Verdict: relay\r\n\r\n", b"A: b\r\njunk\r\n\r\n"),
        (b"junk\r\n X-Marketgate-Verdict: relay\r\nA: b\r\n\r\n", b"junk\r\nA: b\r\n\r\n"),
        (b"A: b\r\n\0X-Marketgate-Verdict: relay\r\n\r\n", b"A: b\r\n\r\n"),
        (b"A: b\r\nX-Marketgate-\0Verdict: relay\r\n\r\n", b"A: b\r\n\r\n"),
        (b"A: b\r\n\xa0X-Marketgate-Verdict: relay\r\n\r\n", b"A: b\r\n\r\n"),
        (b"A: b\rX-Marketgate-Verdict: relay\r\nC: d\r\n\r\n", b"A: b\r\nC: d\r\n\r\n"),
        (b"A: b\r\r\rX-Marketgate-Verdict: relay\rC: d\r\n\r\n", b"A: b\rC: d\r\n\r\n"),
        (b"X-Marketgate-A: b\r\n" * 3 + b"\r\nx", b"\r\nx"),
        (b"X-Marketgate-A: b", b""),
        (b"P: " + b"x" * 70000 + b"\r\nX-Marketgate-A: b\r\n\r\n", b"P: " + b"x" * 70000 + b"\r\n\r\n"),
        (b"X-Marketgate: a\r\nX-Marketgates-B: c\r\n\r\n", b"X-Marketgate: a\r\nX-Marketgates-B: c\r\n\r\n"),
        (b"A: X-Marketgate-B: c\r\n\r\n", b"A: X-Marketgate-B: c\r\n\r\n"),
    ],
)
def test_forged_fields_go_in_every_shape(raw: bytes, left: bytes) -> None:
    """Case, blanks, folds, bare CR, NUL, duplicates, behind a long or a bad line; all else stays."""
    assert apply(raw, headers.forged(raw)) == left


def test_nested_messages_keep_their_fields() -> None:
    """What a forwarded message carries is evidence, and none of our business."""
    raw = (
        b"X-Marketgate-A: b\r\nContent-Type: message/rfc822\r\n\r\n"
        b"X-Marketgate-A: nested\r\nSubject: x\r\n\r\nX-Marketgate-A: body\r\n"
    )
    assert headers.forged(raw) == (Splice(0, 19, b""),)


@given(st.one_of(st.binary(max_size=80), LINES))
@settings(deadline=None)
def test_after_the_deletions_no_field_is_reserved(raw: bytes) -> None:
    """A second scan of the edited message shows no such field, and the body is the same."""
    edited = apply(raw, headers.forged(raw))
    names = [re.sub(r"\s", "", field.name) for field in scan(edited).fields]
    assert not [name for name in names if name.startswith("x-marketgate-")]
    empty = re.search(rb"(?:\A|\n)(\r?\n.*)", raw, re.DOTALL)
    assert edited.endswith(empty[1] if empty else b"")


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("X-A", "b", b"X-A: b\r\n"),
        ("X-A", "", b"X-A:\r\n"),
        ("X-A", "  b  ", b"X-A: b\r\n"),
        ("X-A", "b  c", b"X-A: b  c\r\n"),
        ("X-A", "x" * 200, b"X-A: " + b"x" * 200 + b"\r\n"),
        ("X-A", "x" * 73 + " y", b"X-A: " + b"x" * 73 + b"\r\n y\r\n"),
        ("X-A", "x" * 71 + " y", b"X-A: " + b"x" * 71 + b" y\r\n"),
        (
            "X-Marketgate-Order",
            ", ".join(["302-1234567-1234567"] * 4),
            b"X-Marketgate-Order: 302-1234567-1234567, 302-1234567-1234567,\r\n"
            b" 302-1234567-1234567, 302-1234567-1234567\r\n",
        ),
    ],
)
def test_a_field_is_rendered_and_folded(name: str, value: str, field: bytes) -> None:
    """Folds come before blanks, lines keep to 78 characters where they can."""
    assert headers.render(name, value) == field


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-A", "a\r\nB: c"),
        ("X-A", "ä"),
        ("X-A", "\t"),
        ("X-A", "a\x00"),
        ("X-A", "x" * 995),
        ("X A", "b"),
        ("X:", "b"),
        ("", "b"),
        ("X-Ä", "b"),
        ("X-A", "a\n"),
        ("X-A\n", "b"),
        ("X-A", "\x7f"),
    ],
)
def test_nothing_but_printable_ascii_is_rendered(name: str, value: str) -> None:
    """No value can end the line and begin a field of its own."""
    with pytest.raises(ValueError):
        headers.render(name, value)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=300))
@settings(deadline=None)
def test_a_rendered_field_reads_back(value: str) -> None:
    """The value comes back, and no line is only blanks or too long."""
    raw = headers.render("X-A", value)
    assert [headers.text(raw, field) for field in scan(raw + b"\r\n").fields] == [
        encoded.words(value.strip()).strip()
    ]
    lines = raw[:-2].split(b"\r\n")
    assert all(line.strip() for line in lines)
    assert all(len(line) <= 78 for line in lines if b" " in line.removeprefix(b"X-A:").strip())


AT = datetime(2026, 3, 5, 9, 8, 7, tzinfo=UTC)


def test_the_trace_field_has_the_form_of_rfc_5321() -> None:
    """Three lines, the client first, then we, then the time in UTC."""
    assert headers.received("mx.b.de", "192.0.2.1", "host.b.de", "gw.example", "ESMTPS", "abc123", AT) == (
        b"Received: from mx.b.de (host.b.de [192.0.2.1])\r\n"
        b"\tby gw.example (Marketgate) with ESMTPS id abc123;\r\n"
        b"\tThu, 05 Mar 2026 09:08:07 +0000\r\n"
    )
    east = AT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert headers.received("[192.0.2.1]", "2001:DB8::1", None, "gw", "SMTP", "x", east) == (
        b"Received: from [192.0.2.1] (unknown [IPv6:2001:db8::1])\r\n"
        b"\tby gw (Marketgate) with SMTP id x;\r\n"
        b"\tThu, 05 Mar 2026 09:08:07 +0000\r\n"
    )


@given(st.text(max_size=400), st.text(max_size=20), st.none() | st.text(max_size=300), st.text(max_size=20))
@settings(deadline=None)
def test_strangers_cannot_write_into_the_trace_field(helo: str, ip: str, rdns: str | None, word: str) -> None:
    """Whatever a client says, the field keeps its form."""
    raw = headers.received(helo, ip, rdns, word, word, word, AT.replace(tzinfo=None))
    host = rb"[A-Za-z0-9.:_\[\]?-]{1,255}"
    assert re.fullmatch(
        rb"Received: from %b \(%b \[(?:unknown|[0-9A-Fa-f:.v]+|IPv6:[0-9a-f:.]+)\]\)\r\n"
        rb"\tby %b \(Marketgate\) with %b id %b;\r\n\tThu, 05 Mar 2026 09:08:07 \+0000\r\n"
        % (host, host, host, host, host),
        raw,
    )
