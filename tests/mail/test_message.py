"""A message read lazily from its bytes: fields, ids, people, text, files and attached messages."""

import base64
import mmap
import tempfile
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail.address import Mailbox
from gateway.mail.message import MAX_TEXT, MAX_VISIBLE, Message
from gateway.mail.mime import TooComplex

MAIL = (
    b"From: =?utf-8?Q?J=C3=B6rg?= <J@b.de>\r\n"
    b"To: a@c.de, B <b@c.de>\r\nCc: c@c.de\r\nTo: d@c.de\r\n"
    b"Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=\r\n =?utf-8?Q?_42?=\r\n"
    b"Message-ID: <id@b.de> (added)\r\n"
    b"In-Reply-To: Message of Monday\r\n <r1@c.de> <r2@c.de>\r\n"
    b"References: <a@x>\r\n\t<b@x>junk<c@x>\r\n"
    b"X-Two: 1\r\nx-two: 2\r\n\r\nHello\r\n"
)


def test_fields_are_read_by_name_in_any_case() -> None:
    """First, all, and how many; None and nothing where there is no such field."""
    mail = Message(MAIL)
    assert (mail.get("X-TWO"), mail.get_all("x-Two"), mail.count("X-Two")) == ("1", ("1", "2"), 2)
    assert (mail.get("x-none"), mail.get_all("x-none"), mail.count("x-none")) == (None, (), 0)
    assert len(mail) == len(MAIL)
    assert mail.raw is MAIL


def test_ids_people_and_subject_are_taken_from_their_fields() -> None:
    """Ids keep their brackets, references their order; To and Cc are one list."""
    mail = Message(MAIL)
    assert mail.message_id == "<id@b.de>"
    assert mail.in_reply_to == ("<r1@c.de>", "<r2@c.de>")
    assert mail.references == ("<a@x>", "<b@x>", "<c@x>")
    assert mail.from_ == (Mailbox("Jörg", "J@b.de"),)
    assert [box.address for box in mail.to_cc] == ["a@c.de", "b@c.de", "c@c.de", "d@c.de"]
    assert mail.subject == "Größe 42"
    assert [(part.number, text) for part, text in mail.texts()] == [("", "Hello\r\n")]


def test_an_empty_message_has_nothing() -> None:
    """Everything is empty or None, nothing fails."""
    mail = Message(b"")
    assert (mail.message_id, mail.in_reply_to, mail.references) == (None, (), ())
    assert (mail.from_, mail.to_cc, mail.subject, mail.visible) == ((), (), "", "")
    assert (mail.filenames, mail.attached) == ((), ())


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        (b"a1@x.de", ("<a1@x.de>",)),
        (b"a1@x.de, b2@x.de\r\n c3@x.de", ("<a1@x.de>", "<b2@x.de>", "<c3@x.de>")),
        (b"<a1@x.de> b2@x.de", ("<a1@x.de>", "<b2@x.de>")),
        (b"no id here, (only@comments) a@b@c", ()),
    ],
)
def test_ids_without_brackets_are_ids_too(field: bytes, ids: tuple[str, ...]) -> None:
    """They come back with brackets, so that they are known by the same name; what is no id is none."""
    assert Message(b"References: " + field + b"\r\n\r\n").references == ids


def test_an_address_beside_an_id_is_no_id() -> None:
    """In-Reply-To may name the writer in words (RFC 822 4.6.2); alone, what looks like an id is one."""
    mail = Message(b"In-Reply-To: Message of joe@x.de <r1@x.de>\r\nMessage-ID: own@x.de\r\n\r\n")
    assert (mail.in_reply_to, mail.message_id) == (("<r1@x.de>",), "<own@x.de>")
    assert Message(b"In-Reply-To: r1@x.de\r\n\r\n").in_reply_to == ("<r1@x.de>",)


def test_only_the_newest_hundred_references_count() -> None:
    """Of a longer list the end is kept, newest last."""
    raw = b"References: " + b" ".join(b"<%d@x>" % n for n in range(150)) + b"\r\n\r\n"
    assert Message(raw).references == tuple(f"<{n}@x>" for n in range(50, 150))


def mixed(subtype: str, *parts: bytes) -> bytes:
    """A multipart of these entities (header and body each)."""
    body = b"".join(b"--%b\r\n%b\r\n" % (subtype.encode(), part) for part in parts)
    return (
        b"Content-Type: multipart/%b; boundary=%b\r\n\r\n" % ((subtype.encode(),) * 2)
        + body
        + b"--%b--\r\n" % (subtype.encode())
    )


PLAIN = b"\r\nplain words"
HTML = b'Content-Type: text/html\r\n\r\n<p>html <a href="https://b.de/1">words</a></p><img alt=logo>'
PDF = b"Content-Type: application/pdf; name=a.pdf\r\n\r\nx"


@pytest.mark.parametrize(
    ("raw", "visible"),
    [
        (b"\r\nHello\r\n", "Hello\r\n"),
        (HTML, "html words\nhttps://b.de/1\nlogo"),
        (mixed("alternative", PLAIN, HTML), "plain words\nhttps://b.de/1\nlogo"),
        (mixed("alternative", b"\r\n ", HTML), " \nhtml words\nhttps://b.de/1\nlogo"),
        (mixed("alternative", PLAIN, mixed("related", HTML, PDF)), "plain words\nhttps://b.de/1\nlogo"),
        (mixed("mixed", HTML, PLAIN), "plain words\nhtml words\nhttps://b.de/1\nlogo"),
        (
            mixed("mixed", mixed("alternative", PLAIN, HTML), HTML),
            "plain words\nhttps://b.de/1\nlogo\nhtml words\nhttps://b.de/1\nlogo",
        ),
        (mixed("mixed", PLAIN, PDF), "plain words"),
        (mixed("mixed", PDF), ""),
        (b"\r\n" + b"x" * 300_000, "x" * 262_144),
        (
            b"Content-Type: message/rfc822\r\n\r\n" * 60 + b"too deep",
            ("Content-Type: message/rfc822\r\n\r\n" * 59) + "too deep",
        ),
    ],
)
def test_visible_is_what_people_read(raw: bytes, visible: str) -> None:
    """Plain text first; HTML speaks only where no plain twin does; its links and pictures always."""
    assert Message(raw).visible == visible


def test_file_names_are_a_list_of_their_own() -> None:
    """Those of attachments, also inside attached messages; they are not part of the text."""
    inner = b"Content-Type: message/rfc822\r\n\r\n" + mixed("related", PLAIN, PDF.replace(b"a.pdf", b"b.pdf"))
    mail = Message(mixed("mixed", PLAIN, PDF, inner))
    assert mail.filenames == ("a.pdf", "b.pdf")
    assert ".pdf" not in mail.visible


def forwarded(raw: bytes) -> bytes:
    """The part that holds a message."""
    return b"Content-Type: message/rfc822\r\n\r\n" + raw


def test_attached_messages_are_messages() -> None:
    """Outermost first, down to messages in messages, five at most."""
    level = b"Subject: 3\r\n\r\nx"
    for number in (b"2", b"1"):
        level = b"Subject: %b\r\n" % number + mixed("mixed-" + number.decode(), PLAIN, forwarded(level))
    raw = mixed("mixed", forwarded(level), forwarded(b"Subject: other\r\n\r\ny"))
    assert [(part.number, mail.subject, mail.count("subject")) for part, mail in Message(raw).attached] == [
        ("1", "1", 1),
        ("2", "other", 1),
        ("1.1.2", "2", 1),
    ]
    assert Message(raw).attached[1][1].raw == b"Subject: other\r\n\r\ny"
    many = mixed("mixed", *(forwarded(b"Subject: %d\r\n\r\n" % n) for n in range(9)))
    assert [mail.subject for _, mail in Message(many).attached] == ["0", "1", "2", "3", "4"]
    assert [mail.subject for _, mail in Message(forwarded(b"Subject: x\r\n\r\n")).attached] == ["x"]


def test_a_too_complex_message_says_so_and_still_has_a_header() -> None:
    """root and texts raise; what makes the best of it gives something or nothing."""
    mail = Message(b"Subject: x\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 60)
    with pytest.raises(TooComplex):
        _ = mail.root
    with pytest.raises(TooComplex):
        mail.texts()
    assert (mail.subject, mail.filenames, mail.attached) == ("x", (), ())
    assert mail.visible.startswith("Content-Type: message/rfc822")


@given(
    st.one_of(
        st.binary(max_size=150),
        st.lists(
            st.sampled_from([PLAIN, HTML, PDF, forwarded(PLAIN), b"\r\n", b"--mixed", b"From: <", b"\xff"])
        ).map(lambda parts: mixed("mixed", *parts)),
    )
)
@settings(deadline=None)
def test_any_bytes_make_a_message(raw: bytes) -> None:
    """Nothing raises, and a mapped file reads the same as its bytes."""

    def everything(mail: Message) -> list[object]:
        return [
            *(
                mail.block,
                mail.root,
                mail.message_id,
                mail.in_reply_to,
                mail.references,
                mail.from_,
                mail.to_cc,
            ),
            *(mail.subject, mail.texts(), mail.visible, mail.filenames, [part for part, _ in mail.attached]),
            *(everything(inner) for _, inner in mail.attached),
        ]

    seen = everything(Message(raw))
    if raw:
        with tempfile.TemporaryFile() as file:
            file.write(raw)
            file.flush()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
                assert everything(Message(mapped)) == seen


def test_the_text_of_a_usual_mail_is_ready_in_a_fraction_of_a_millisecond() -> None:
    """Header, tree and text of 10 kB of plain text: far below what SMTP costs (0.1 ms on an idle core)."""
    raw = (
        b"".join(b"X-Field-%d: a value of usual length\r\n with a fold\r\n" % n for n in range(25))
        + b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + b"Wo bleibt meine Bestellung 302-1234567-1234567?=20\r\n" * 170
    )

    def seconds() -> float:
        begin = time.perf_counter()
        for _ in range(20):
            assert Message(raw).visible
        return (time.perf_counter() - begin) / 20

    assert min(seconds() for _ in range(10)) < 0.0005


def test_what_was_written_now_is_known_for_each_displayable_part() -> None:
    raw = (
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nNeu.\r\n\r\nOn 12/01/2026 10:11, Max wrote:\r\n> Alt?\r"
        b"\n\r\nUnten.\r\n"
        b"\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Neu.</p><blockquote type=cite>Alt?</blockquote>\r"
        b"\n--b--\r\n"
    )
    plain, html = Message(raw).written
    assert (plain.part.number, plain.own.split(), plain.cut.place) == (
        "1",
        ["Neu.", "Unten."],
        len(plain.text),
    )
    assert (html.part.number, html.own, html.cut.place) == ("2", "Neu.", len("<p>Neu.</p>"))


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_of_much_text_only_the_beginning_is_decoded(encoding: str) -> None:
    """50 MiB of text must not be in memory decoded, for each session; and nobody waits for its analysis."""
    text = "Bestellnummer 27-10482-00315, größer\r\n" + "ä Zeile um Zeile\r\n" * 400_000
    data = text.encode()
    if encoding == "base64":
        data = base64.encodebytes(data).replace(b"\n", b"\r\n")
    elif encoding == "quoted-printable":
        data = (
            data.replace("ö".encode(), b"=C3=B6")
            .replace("ß".encode(), b"=C3=9F")
            .replace("ä".encode(), b"=C3=A4")
        )
    front = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    mail = Message(front.encode() + data)
    assert len(mail) > MAX_TEXT
    assert mail.visible == text[: len(mail.visible)]
    assert len(mail.visible) == MAX_VISIBLE
    with pytest.raises(TooComplex):
        mail.texts()


def test_of_a_large_attached_message_the_beginning_is_looked_at() -> None:
    inner = b"Subject: inner\r\n\r\n" + b"line\r\n" * 500_000
    raw = b"Content-Type: message/rfc822\r\n\r\n" + inner
    ((_, attached),) = Message(raw).attached
    assert (attached.subject, len(attached.raw) < len(inner) / 2) == ("inner", True)
