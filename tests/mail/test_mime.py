"""The MIME tree by offsets: what a part is, where it stands, and what cannot be read in one way only."""

import email
import mmap
import tempfile
import time
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import headers, mime
from gateway.mail.mime import Part, TooComplex, parse


def outline(raw: bytes) -> list[tuple[str, str, bytes]]:
    """Number, type and raw body of each leaf, in order; parts with children are left out."""
    return [(p.number, p.content_type, raw[p.body : p.end]) for p in parse(raw).walk() if not p.children]


def problems(raw: bytes) -> list[str]:
    """All problems of all parts."""
    return [problem for part in parse(raw).walk() for problem in part.problems]


MIXED = (
    b"From: a@b\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\npreamble\r\n"
    b"--o\r\nContent-Type: multipart/alternative; boundary=o-i\r\n\r\n"
    b"--o-i\r\n\r\nplain\r\n"
    b"--o-i\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<p>\r\n\r\n"
    b"--o-i--\r\ninner epilogue\r\n"
    b"--o  \t\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n"
    b"Content-Transfer-Encoding: BASE64\r\n\r\nQUJD\r\n"
    b"--o--\r\nepilogue\r\n"
)


def test_offsets_and_numbers_of_a_usual_message() -> None:
    """Every field of every part; the line end before a delimiter belongs to the delimiter."""
    root = parse(MIXED)
    alternative, pdf = root.children
    plain, html = alternative.children
    assert [(p.number, p.depth, p.content_type) for p in root.walk()] == [
        ("", 0, "multipart/mixed"),
        ("1", 1, "multipart/alternative"),
        ("1.1", 2, "text/plain"),
        ("1.2", 2, "text/html"),
        ("2", 1, "application/pdf"),
    ]
    assert (root.start, root.body, root.end) == (0, MIXED.index(b"preamble"), len(MIXED))
    assert MIXED[alternative.start : alternative.end].startswith(b"Content-Type: multipart/alternative")
    assert MIXED[alternative.start : alternative.end].endswith(b"--o-i--\r\ninner epilogue")
    assert MIXED[plain.start : plain.end] == b"\r\nplain"
    assert MIXED[html.body : html.end] == b"<p>\r\n"
    assert (html.charset, plain.charset, html.is_text, pdf.is_text) == ("utf-8", "us-ascii", True, False)
    assert (pdf.cte, pdf.disposition, pdf.filename) == ("base64", "attachment", "a.pdf")
    assert mime.decode(MIXED, pdf) == b"ABC"
    assert [field.name for field in pdf.fields] == [
        "content-type",
        "content-disposition",
        "content-transfer-encoding",
    ]
    assert problems(MIXED) == []
    assert mime.displayable(root) == (plain, html)


def multipart(*lines: bytes, subtype: bytes = b"mixed", end: bytes = b"\r\n") -> bytes:
    """A multipart message with the boundary "b" and these lines as its body."""
    return end.join((b"Content-Type: multipart/%b; boundary=b" % subtype, b"", *lines))


@pytest.mark.parametrize(
    ("raw", "leaves"),
    [
        (b"", [("", "text/plain", b"")]),
        (b"Hello\r\nthere", [("", "text/plain", b"Hello\r\nthere")]),
        (multipart(b"--b", b"", b"x", b"--b--", end=b"\n"), [("1", "text/plain", b"x")]),
        (
            multipart(b"--b", b"", b"x", b"--bb", b"--b-", b"y", b"--b--"),
            [("1", "text/plain", b"x\r\n--bb\r\n--b-\r\ny")],
        ),
        (
            multipart(b"--b", b"", b"x --b", b" --b", b"--B", b"--b--"),
            [("1", "text/plain", b"x --b\r\n --b\r\n--B")],
        ),
        (multipart(b"--b", b"", b"x", b"--b--y", b"--b--"), [("1", "text/plain", b"x\r\n--b--y")]),
        (multipart(b"--b", b"--b", b"", b"--b--"), [("1", "text/plain", b""), ("2", "text/plain", b"")]),
        (multipart(b"--b", b"", b"", b"--b--"), [("1", "text/plain", b"")]),
        (
            multipart(b"--b", b"", b"x", b"--b", b"", b"y\r\n"),
            [("1", "text/plain", b"x"), ("2", "text/plain", b"y\r\n")],
        ),
        (multipart(b"--b"), [("1", "text/plain", b"")]),
        (multipart(b"--b--"), [("", "multipart/mixed", b"--b--")]),
        (multipart(b"--b--", b"--b", b"", b"x"), [("", "multipart/mixed", b"--b--\r\n--b\r\n\r\nx")]),
        (multipart(b"--b", b"", b"x", b"--b--", b"--b", b"", b"y", b"--b--"), [("1", "text/plain", b"x")]),
        (multipart(b"no delimiter"), [("", "multipart/mixed", b"no delimiter")]),
        (multipart(b"--b", b"A: b", b"no empty line", b"--b--"), [("1", "text/plain", b"no empty line")]),
        (
            multipart(b"--b", b"", b"Subject: x", b"", b"y", b"--b--", subtype=b"digest"),
            [("1.1", "text/plain", b"y")],
        ),
    ],
)
def test_delimiters_are_found_by_rfc_2046(raw: bytes, leaves: list[tuple[str, str, bytes]]) -> None:
    """Line start, padding, longer boundaries with the same beginning, empty parts, nothing to close."""
    assert outline(raw) == leaves


def test_an_enclosing_boundary_ends_what_is_inside() -> None:
    """A part that was never closed ends where its parent goes on."""
    raw = multipart(
        *(b"--b", b"Content-Type: multipart/mixed; boundary=i", b"", b"--i", b"", b"x"),
        *(b"--b", b"", b"y", b"--b--"),
    )
    assert outline(raw) == [("1.1", "text/plain", b"x"), ("2", "text/plain", b"y")]
    assert problems(raw) == ["the last delimiter is missing"]


def test_an_embedded_message_is_a_child() -> None:
    """message/rfc822 holds one message, whose parts go one level deeper; filenames inside are found."""
    inner = b"Subject: in\r\n" + multipart(b"--b", b"", b"x", b"--b--")
    raw = (
        b"Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\r\nHi\r\n"
        b"--o\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--o--\r\n"
    )
    text, attached = parse(raw).children
    assert [(p.number, p.depth, p.content_type) for p in attached.walk()] == [
        ("2", 1, "message/rfc822"),
        ("2.1", 2, "multipart/mixed"),
        ("2.1.1", 3, "text/plain"),
    ]
    assert raw[attached.children[0].start : attached.children[0].end] == inner
    assert mime.displayable(parse(raw)) == (text,)
    alone = parse(b"Content-Type: message/global\r\n\r\nSubject: x\r\n\r\ny")
    assert [(p.number, p.content_type) for p in alone.walk()] == [("", "message/global"), ("1", "text/plain")]
    report = parse(b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n")
    assert report.children == ()


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"Content-Type: text/plain\r\nContent-Type: text/html", "two content-type fields"),
        (
            b"Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: base64",
            "two content-transfer-encoding fields",
        ),
        (b"Subject: x\r\njunk", "no empty line between header and body"),
        (b" Subject: x\r\nA: b", "the header begins with a line that is no field"),
        (b"From a@b Mon Jan 1\r\nA: b", "the header begins with a line that is no field"),
        (b"Content-Type: nonsense", "unreadable content-type"),
        (b"Content-Type: a/b/c", "unreadable content-type"),
        (b"Content-Transfer-Encoding: x-unknown", "unknown transfer encoding"),
        (b"Content-Type: text/plain; charset=utf-7", "unknown charset"),
        (b"Content-Type: text/plain; charset=utf-8; charset=utf-7", "two charsets"),
        (b"Content-Type: multipart/mixed", "a multipart without a boundary"),
        (b"Content-Type: multipart/mixed; boundary=x", "no delimiter line"),
        (
            b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64",
            "a transfer encoding on an embedded message",
        ),
    ],
)
def test_what_can_be_read_in_two_ways_is_a_problem(head: bytes, problem: str) -> None:
    """Each has its own sentence."""
    assert problems(head + b"\r\n\r\nx\r\n") == [problem]


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"; boundary=b; boundary=c", "two boundaries"),
        (b"; boundary*=us-ascii''b", "a boundary in the form of RFC 2231"),
        (b"; boundary*0=b", "a boundary in the form of RFC 2231"),
        (b"; boundary=b\r\nContent-Transfer-Encoding: base64", "a transfer encoding on a multipart"),
    ],
)
def test_an_ambiguous_multipart_is_a_problem(head: bytes, problem: str) -> None:
    """Its parts are read all the same, by the first boundary."""
    raw = b"Content-Type: multipart/mixed" + head + b"\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n"
    assert outline(raw) == [("1", "text/plain", b"x")]
    assert problems(raw) == [problem]


def test_doubts_are_those_of_the_part_and_of_what_it_lies_in() -> None:
    """A sibling's problems are its own."""
    raw = multipart(
        *(b"--b", b"Content-Type: multipart/mixed; boundary=i", b"", b"--i", b"", b"x", b"--i", b"junk"),
        *(b"--b", b"", b"y"),
    )
    root = parse(raw)
    missing, junk = "the last delimiter is missing", "no empty line between header and body"
    assert {part.number: mime.doubts(root, part) for part in root.walk()} == {
        "": (missing,),
        "1": (missing, missing),
        "1.1": (missing, missing),
        "1.2": (missing, missing, junk),
        "2": (missing,),
    }


def test_the_boundary_of_an_enclosing_part_used_again_is_a_problem() -> None:
    """The outer part owns every delimiter; the inner one finds none."""
    raw = multipart(b"--b", b"Content-Type: multipart/mixed; boundary=b", b"", b"--b", b"", b"x", b"--b--")
    assert problems(raw) == ["the boundary is that of an enclosing part", "no delimiter line"]


@pytest.mark.parametrize(
    ("fields", "filename"),
    [
        (b'Content-Disposition: attachment; filename="Rechnung.pdf"', "Rechnung.pdf"),
        (b"Content-Disposition: attachment; filename==?utf-8?Q?Gr=C3=B6=C3=9Fe.pdf?=", "Größe.pdf"),
        (
            b"Content-Disposition: attachment;\r\n filename*0*=utf-8''Gr%C3%B6;\r\n filename*1*=%C3%9Fe",
            "Größe",
        ),
        ("Content-Disposition: attachment; filename=Größe.pdf".encode(), "Größe.pdf"),
        ("Content-Disposition: attachment; filename=Größe.pdf".encode("latin-1"), "Größe.pdf"),
        (b"Content-Type: text/plain; name=a.txt", "a.txt"),
        (b"Content-Type: text/plain; name=a.txt\r\nContent-Disposition: inline; filename=b.txt", "b.txt"),
        (b"Content-Disposition: attachment; filename=../../etc/passwd", "../../etc/passwd"),
        (b"Content-Disposition: attachment", None),
        (b"Content-Type: text/plain", None),
    ],
)
def test_file_names_are_decoded(fields: bytes, filename: str | None) -> None:
    """RFC 2231, encoded-words and raw 8-bit; the name is text and nothing more."""
    assert parse(fields + b"\r\n\r\nx").filename == filename


@pytest.mark.parametrize(
    ("fields", "body", "text"),
    [
        (b"", b"a\r\nb", "a\r\nb"),
        (b"Content-Transfer-Encoding: quoted-printable", b"a=C3=\r\n=A9 =20\r\n=ZZ", "aé  \r\n=ZZ"),
        (
            b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
            b"a=C3=\r\n=A9",
            "aé",
        ),
        (b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: Base64 ", b"w6\r\nk=", "é"),
        (b"Content-Type: text/plain; charset=iso-8859-15", b"\xa4", "€"),
        (b"Content-Type: text/plain; charset=utf-7", b"+AGE-", "+AGE-"),
        (b"Content-Type: text/plain; charset=utf-8", b"\xff", "\ufffd"),
        (b"Content-Type: text/plain; charset=x-none", b"\xfc", "ü"),
        (b"Content-Transfer-Encoding: x-unknown", b"=41", "=41"),
    ],
)
def test_text_is_decoded_as_the_part_says(fields: bytes, body: bytes, text: str) -> None:
    """Transfer encoding, then charset; line ends as they are."""
    raw = fields + b"\r\n" * bool(fields) + b"\r\n" + body
    assert mime.text(raw, parse(raw)) == text


@pytest.mark.parametrize(
    ("raw", "numbers"),
    [
        (b"\r\nx", [""]),
        (b"Content-Type: text/html\r\n\r\nx", [""]),
        (b"Content-Type: text/calendar\r\n\r\nx", []),
        (b"Content-Disposition: attachment\r\n\r\nx", []),
        (b"Content-Disposition: form-data\r\n\r\nx", []),
        (b"Content-Disposition: inline\r\n\r\nx", [""]),
        (b"Content-Disposition: inline; filename=a\r\n\r\nx", []),
        (b"Content-Type: multipart/mixed\r\n\r\nx", []),
        (multipart(b"--b", b"", b"x", b"--b", b"", b"y", b"--b--"), ["1", "2"]),
        (multipart(b"--b", b"", b"x", b"--b", b"", b"y", b"--b--", subtype=b"signed"), ["1"]),
        (multipart(b"--b", b"Content-Type: message/rfc822", b"", b"A: b", b"", b"y", b"--b--"), []),
    ],
)
def test_displayable_parts_are_the_message_itself(raw: bytes, numbers: list[str]) -> None:
    """No attachments, no named parts, nothing from embedded messages, of a signed part what is signed."""
    assert [part.number for part in mime.displayable(parse(raw))] == numbers


@pytest.mark.parametrize(
    ("raw", "sealed"),
    [
        (MIXED, False),
        (multipart(b"--b", b"", b"x", b"--b", b"", b"y", b"--b--", subtype=b"signed"), True),
        (multipart(b"--b", b"", b"x", b"--b--", subtype=b"encrypted"), True),
        (b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nx", True),
        (b"Content-Type: application/x-pkcs7-mime\r\n\r\nx", True),
        (b"Content-Type: application/octet-stream; name=SMIME.p7m\r\n\r\nx", True),
        (b"Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx", False),
        (b"\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\n", True),
        (b"\r\nHi\r\n-----BEGIN PGP MESSAGE-----\r\n", True),
        (b"\r\n> -----BEGIN PGP MESSAGE-----\r\n", False),
        (b"\r\n-----BEGIN PGP PUBLIC KEY BLOCK-----\r\n", False),
        (b"Content-Transfer-Encoding: quoted-printable\r\n\r\n=2D----BEGIN PGP MESSAGE-----", True),
        (b"Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/signed; boundary=x\r\n\r\n--x", False),
    ],
)
def test_signed_and_encrypted_mail_is_known(raw: bytes, sealed: bool) -> None:
    """What an edit would break; an attached signed mail does not count."""
    assert mime.signed_or_encrypted(raw, parse(raw)) is sealed


def nested(depth: int) -> bytes:
    """A message with `depth` multiparts in each other."""
    heads = (b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (n, n) for n in range(depth))
    return b"".join(heads) + b"\r\nx"


@pytest.mark.parametrize(
    ("taken", "refused", "why"),
    [
        (nested(mime.MAX_DEPTH), nested(mime.MAX_DEPTH + 1), "nested deeper than 50"),
        (
            b"Content-Type: message/rfc822\r\n\r\n" * mime.MAX_DEPTH,
            b"Content-Type: message/rfc822\r\n\r\n" * 5000,
            "nested deeper than 50",
        ),
        (
            multipart(*[b"--b"] * (mime.MAX_PARTS - 1), b"--b--"),
            multipart(*[b"--b"] * mime.MAX_PARTS, b"--b--"),
            "more than 1000 parts",
        ),
        (
            b"a: b\r\n" * mime.MAX_FIELDS,
            b"a: b\r\n" * (mime.MAX_FIELDS + 1),
            "a header of more than 2000 fields",
        ),
        (
            b"a:" + b"x" * (mime.MAX_HEADER - 2),
            b"a:" + b"x" * (mime.MAX_HEADER - 1),
            "a header of more than 262144 bytes",
        ),
    ],
    ids=["multiparts", "messages", "parts", "fields", "header"],
)
def test_limits_are_exact(taken: bytes, refused: bytes, why: str) -> None:
    """At the limit a message is read, one more is too complex."""
    assert parse(taken).start == 0
    with pytest.raises(TooComplex) as error:
        parse(refused)
    assert error.value.why == why


PIECES = (
    *(b"--b", b"--c", b"--b--", b"--c--", b"--bc", b"--b ", b"", b"x", b" y", b"\xff\0\r"),
    *(b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: multipart/mixed; boundary=c"),
    *(b"Content-Type: multipart/digest; boundary*0=b", b"Content-Type: message/rfc822"),
    *(b"Content-Type: text/html", b"Content-Transfer-Encoding: base64"),
)
SOUP = st.tuples(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([b"\r\n", b"\n"])).map(
    lambda d: d[1].join(d[0])
)


@given(st.one_of(st.binary(max_size=200), SOUP))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_tree_whose_spans_nest(raw: bytes) -> None:
    """Children lie inside their parent's body, in order; a mapped file gives the same tree."""
    root = parse(raw)
    assert (root.start, root.end) == (0, len(raw))
    for part in root.walk():
        assert part.start <= part.body <= part.end
        edge = part.body
        for child in part.children:
            assert edge <= child.start <= child.end <= part.end
            edge = child.end
        assert mime.text(raw, part).encode("utf-8") is not None
    assert len({part.number for part in root.walk()}) == len(list(root.walk()))
    assert set(mime.displayable(root)) <= set(root.walk())
    assert mime.signed_or_encrypted(raw, root) in (True, False)
    if raw:
        with tempfile.TemporaryFile() as file:
            file.write(raw)
            file.flush()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                assert parse(mapped) == root
    moved = parse(b"#" * 7 + raw + b"--b\r\n", 7, 7 + len(raw))
    assert [(p.start - 7, p.end - 7, p.content_type) for p in moved.walk()] == [
        (p.start, p.end, p.content_type) for p in root.walk()
    ]


TEXTS = st.text(alphabet=st.sampled_from("abc äöß€=-.\n <>"), max_size=120)


@st.composite
def messages(draw: st.DrawFn) -> EmailMessage:
    """A well-formed message: text, alternatives, attachments and attached messages, nested at random."""
    message = EmailMessage(policy=policy.SMTP)
    message["Subject"] = draw(st.sampled_from(["x", "Größe", "a" * 90]))
    kind = draw(st.sampled_from(["plain", "html", "alternative", "mixed", "attached"]))
    charset = draw(st.sampled_from(["utf-8", "utf-16"]))
    cte = draw(st.sampled_from(["base64", "quoted-printable"])) if charset == "utf-8" else "base64"
    message.set_content(draw(TEXTS), charset=charset, cte=cte, subtype="html" if kind == "html" else "plain")
    if kind in ("alternative", "mixed", "attached"):
        message.add_alternative(draw(TEXTS), subtype="html")
    if kind == "mixed":
        name = draw(st.sampled_from(["a.pdf", "Größe 1.pdf", "x" * 100 + "ä.pdf"]))
        message.add_attachment(draw(st.binary(max_size=100)), "application", "pdf", filename=name)
    if kind == "attached":
        message.add_attachment(draw(messages()))
    return message


def leaves(message: MIMEPart) -> Iterator[tuple[str, bytes, str | None]]:
    """Type, decoded payload and file name of each leaf, as the standard library reads them."""
    for part in message.walk():
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            yield part.get_content_type(), payload, part.get_filename()


@given(messages())
@settings(max_examples=60, deadline=None)
def test_well_formed_messages_read_as_the_standard_library_reads_them(message: EmailMessage) -> None:
    """The same leaves with the same decoded payloads and file names, and no problems."""
    raw = message.as_bytes()
    known = email.message_from_bytes(raw, policy=policy.default)
    assert [
        (part.content_type, mime.decode(raw, part), part.filename)
        for part in parse(raw).walk()
        if not part.children
    ] == list(leaves(known))
    assert problems(raw) == []
    assert [headers.text(raw, f) for f in parse(raw).fields if f.name == "subject"] == [known["subject"]]


@pytest.mark.parametrize(
    "piece",
    [b"\n--b", b"\n--bb", b"\n--", b"--b\r\n\r\n", b"; a=b", b"Content-Type: x\r\n", b"=\r\n", b"=?a?q?"],
)
def test_hostile_messages_take_linear_time(piece: bytes) -> None:
    """Ten times the bytes take about ten times as long, not a hundred."""

    def seconds(size: int) -> float:
        raw = multipart(b"--b", b"X: " + piece * (size // len(piece)))
        begin = time.perf_counter()
        try:
            root: Part | None = parse(raw)
        except TooComplex:
            root = None
        for part in root.walk() if root else ():
            mime.text(raw, part)
        return time.perf_counter() - begin

    short = min(seconds(30_000) for _ in range(3))
    assert min(seconds(300_000) for _ in range(2)) < 40 * short + 0.05
