"""The newest text of a mail in other words: only that changes, in the plain text and in its HTML twin."""

import base64
import quopri

import pytest

from gateway.mail import html, reword
from gateway.mail.edit import CannotEdit
from gateway.mail.message import Message

OLD = "Guten Tag Kim,\n\nIhr Paket kommt am Mittwoch. Rufen Sie an: 0171 2345678.\n\nSchöne Grüße\nAnna"
NEW = OLD.replace(" Rufen Sie an: 0171 2345678.", " Schreiben Sie uns hier.")
HISTORY = "\n\nAm Mo., 2. März 2026 um 08:00 Uhr schrieb Kim <kim@home.example>:\n\n> Wo bleibt mein Paket?\n"


def encode(text: str, cte: str, charset: str) -> bytes:
    data = text.replace("\n", "\r\n").encode(charset)
    if cte == "base64":
        return base64.encodebytes(data).replace(b"\n", b"\r\n")
    if cte == "quoted-printable":
        return quopri.encodestring(data).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return data


def plain(text: str, cte: str = "8bit", charset: str = "utf-8", more: str = "") -> bytes:
    fields = f"Content-Type: text/plain; charset={charset}{more}\r\nContent-Transfer-Encoding: {cte}\r\n\r\n"
    return fields.encode() + encode(text, cte, charset)


def markup(source: str, cte: str = "8bit", charset: str = "utf-8") -> bytes:
    fields = f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {cte}\r\n\r\n"
    return fields.encode() + encode(source, cte, charset)


def mail(*parts: bytes) -> Message:
    head = b"From: anna@example.com\r\nTo: kim@home.example\r\nSubject: Re: Paket\r\nMIME-Version: 1.0\r\n"
    if len(parts) == 1:
        return Message(head + parts[0])
    inner = b"".join(b"--=_x\r\n" + part.rstrip(b"\r\n") + b"\r\n" for part in parts)
    kind = b'Content-Type: multipart/alternative; boundary="=_x"\r\n\r\n'
    return Message(head + kind + inner + b"--=_x--\r\n")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
def test_only_the_newest_text_changes_in_each_encoding(cte: str, charset: str) -> None:
    message = mail(plain(OLD + HISTORY, cte, charset))
    assert reword.own_text(message) == OLD
    done = reword.reword(message, NEW)
    after = Message(done.after)
    assert after.texts()[0][1].replace("\r\n", "\n") == (NEW + HISTORY).rstrip("\n") + "\n"
    assert after.raw[: after.block.body] == message.raw[: message.block.body]
    assert reword.own_text(after) == NEW


def test_lines_that_stay_keep_their_bytes() -> None:
    body = plain("Hallo\n\nA =E4 \n-- \nAnna\n", "quoted-printable", "iso-8859-1")
    message = mail(body.replace(b"Hallo", b"Ha=6Clo"))
    done = reword.reword(message, "Hallo\n\nB\n-- \nAnna")
    assert b"Ha=6Clo\r\n\r\nB\r\n" in done.after
    assert done.after.endswith(b"\r\n--=20\r\nAnna\r\n")


def test_seven_bit_text_takes_plainer_signs_and_flowed_text_is_stuffed() -> None:
    done = reword.reword(mail(plain("Hallo Kim\n", "7bit", "us-ascii")), "Hallo Kim\nSchöne Grüße")
    assert done.after.endswith(b"Hallo Kim\r\nSchoene Gruesse\r\n")
    flowed = mail(plain("Hallo Kim, \nviel Text\n\n  eingerückt\n", more="; format=flowed"))
    assert reword.own_text(flowed) == "Hallo Kim,\nviel Text\n\n eingerückt"
    done = reword.reword(flowed, "Hallo Kim,\nviel Text\n> so\n\n eingerückt")
    assert done.after.endswith("viel Text\r\n > so\r\n\r\n  eingerückt\r\n".encode())


def twin(old_markup: str, cte: str = "quoted-printable") -> Message:
    return mail(plain(OLD + HISTORY), markup(old_markup, cte))


OUTLOOK = (
    '<html><body><div class="a"><p>Guten&nbsp;Tag <b>Kim</b>,</p><p>Ihr Paket kommt am Mittwoch. Rufen Sie '
    'an: <a href="tel:01712345678">0171 2345678</a>.</p><p>Sch&ouml;ne Gr&uuml;&szlig;e<br>Anna</p></div>'
    '<blockquote type="cite"><p>Wo bleibt mein Paket?</p></blockquote></body></html>'
)


@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
def test_the_html_twin_gets_the_same_words_and_keeps_its_form(cte: str) -> None:
    message = twin(OUTLOOK, cte)
    done = reword.reword(message, NEW)
    source = Message(done.after).texts()[1][1]
    assert "Schreiben Sie uns hier." in source
    assert "tel:" not in source and "0171" not in source
    assert "<p>Guten&nbsp;Tag <b>Kim</b>,</p>" in source
    assert source.endswith(OUTLOOK[OUTLOOK.index("<p>Sch&ouml;ne") :])
    assert html.visible(source).split()[-4:] == ["Wo", "bleibt", "mein", "Paket?"]


def test_new_lines_become_breaks_and_signs_are_escaped() -> None:
    text = OLD.replace("\n\nSchöne", "\n\nBitte <hier> & jetzt\nodah später\n\nSchöne")
    source = Message(reword.reword(twin(OUTLOOK), text).after).texts()[1][1]
    assert "<br><br>Bitte &lt;hier&gt; &amp; jetzt<br>odah später</p>" in source


def test_a_deleted_line_goes_with_its_break() -> None:
    source = Message(reword.reword(twin(OUTLOOK), OLD.removesuffix("\nAnna")).after).texts()[1][1]
    assert "Anna" not in source and "Gr&uuml;&szlig;e</p>" in source


def test_html_alone_can_be_edited() -> None:
    message = mail(markup("<p>Hallo Kim,</p><p>Tel. <b>0171 2345</b> gern</p>"))
    assert reword.own_text(message) == "Hallo Kim,\nTel. 0171 2345 gern"
    done = reword.reword(message, "Liebe Frau Kim,\nTel. steht im Konto gern")
    assert b"<p>Liebe Frau Kim,</p><p>Tel. <b>steht im Konto</b> gern</p>" in done.after


def test_what_the_charset_of_the_html_lacks_becomes_a_reference() -> None:
    message = mail(markup("<p>Hallo Kim</p>", "7bit", "us-ascii"))
    assert b"<p>Hallo Kim 5 &#8364;</p>" in reword.reword(message, "Hallo Kim 5 €").after


@pytest.mark.parametrize(
    ("message", "text", "why"),
    [
        (mail(plain(OLD)), OLD + "  \r\n\r\n", "the same as before"),
        (mail(plain(OLD)), " \n ", "is empty"),
        (mail(plain(OLD)), "a\0b", r"control character U\+0000"),
        (mail(plain(OLD)), "a\u202e" + "x" * 70_000, "longer than 65536"),
        (mail(plain(HISTORY)), "neu", "no new text"),
        (mail(plain(OLD), markup("<p>Ganz anderer Text steht hier</p>")), NEW, "says it otherwise"),
        (mail(plain(OLD), plain("zwei")), NEW, "several parts"),
        (mail(plain("-----BEGIN PGP SIGNED MESSAGE-----\n\n" + OLD)), NEW, "signed or encrypted"),
        (Message(plain("Hallo").replace(b"utf-8", b"x-none")), NEW, "unknown"),
        (mail(plain("Hallo Kim")), "x " * 600, "longer than 998"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_says_why(message: Message, text: str, why: str) -> None:
    with pytest.raises(CannotEdit, match=why):
        reword.reword(message, text)


def test_a_word_in_bold_or_with_a_link_target_is_the_same_word() -> None:
    text = "Hallo *Kim*,\n\nmehr unter shop.example<https://shop.example/> und so weiter.\n"
    link = '<a href="https://shop.example/">shop.example</a>'
    source = f"<p>Hallo <b>Kim</b>,</p><p>mehr unter {link} und so weiter.</p>"
    message = mail(plain(text), markup(source))
    done = reword.reword(message, "Hallo *Kim*,\n\nmehr im Konto und so weiter.")
    found = Message(done.after).texts()[1][1]
    assert "<p>Hallo <b>Kim</b>,</p>" in found and "mehr im Konto und so weiter." in html.visible(found)
    assert "shop.example" not in found
