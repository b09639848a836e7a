"""The redirect footer: its words, its place, and when the copy is held instead."""

import gc
import mmap
from dataclasses import replace
from typing import Any

import jinja2
import pytest

from gateway.actions import footer
from gateway.mail import edit, mime
from gateway.mail.message import Message
from gateway.mail.splice import Splice
from gateway.words import Disposition, Effect
from tests.support.configs import FOOTERS, make_config, make_pack
from tests.support.mails import a_thread, outbound, part, several, single

CONFIG = make_config()
PACK = make_pack()
QUOTE = "Am 12.01.26 um 10:11 schrieb Max Muster:\n> Wo bleibt mein Paket?\n"
NEW = "Guten Tag,\n\ndie Lieferung kommt morgen bei Ihnen an.\n\nMit freundlichen Grüßen\nEva Beispiel\n\n"
SHORT = {
    "amazon.de.normal.txt": "Normal {{ order }}: Größe.",
    "amazon.de.short.txt": "Kurz {{ order }}.",
    "amazon.de.conditional.txt": "Falls es um {{ marketplace }} geht.",
    "amazon.en.normal.txt": "Normal in English {{ order }}.",
}
SMALL = make_config(footers=SHORT)


def after(raw: bytes, number: str = "", **options: Any) -> str:
    """The text of a part after the footer was put in."""
    effect = run(raw, **options)
    assert effect.disposition is Disposition.PASS, effect.note
    edited = edit.apply(raw, effect.splices)
    return next(mime.text(edited, found) for found in mime.parse(edited).walk() if found.number == number)


def run(
    raw: bytes, confirmed: bool = True, footers: int = 0, language: str | None = None, **policy: object
) -> Effect:
    config = make_config(footers=SHORT, policy=policy) if policy else SMALL
    thread = a_thread(footers=footers, language=language)
    return footer.effect(outbound(raw, body="8BITMIME"), thread, confirmed, PACK, config)


def held(note: str, reason: str = "error") -> Effect:
    return Effect(disposition=Disposition.HOLD, reasons=(reason,), note=note)


# Its words


def test_the_words_are_one_paragraph_with_the_order() -> None:
    text = footer.render(CONFIG, PACK, "de", "short", "302-1234567-1234567", "Beispiel GmbH")
    assert text == (
        "Zu Ihrer Amazon-Bestellung 302-1234567-1234567 schreiben Sie uns bitte künftig über Ihr "
        "Amazon-Konto "
        '("Meine Bestellungen", Bestellung auswählen, Verkäufer kontaktieren). Ihre gesetzlichen '
        "Rechte bleiben "
        "unberührt, gleich auf welchem Weg Sie uns schreiben."
    )


@pytest.mark.parametrize("name", sorted(FOOTERS))
def test_without_an_order_every_text_still_reads_well(name: str) -> None:
    pack, language, kind, _ = name.split(".")
    text = footer.render(CONFIG, make_pack(name=pack, title=pack), language, kind, None, "")
    assert text == " ".join(text.split())
    assert not any(sign in text for sign in (" :", " ,", " .", "\x00", "{"))


def test_templates_may_ask_for_the_order_and_name_company_and_marketplace() -> None:
    source = "{% if order %}Nr. {{ order }}, {% endif %}{{ company }} bei {{ marketplace }}\n"
    config = make_config(footers={"amazon.de.normal.txt": source})
    assert footer.render(config, PACK, "de", "normal", None, "Firma") == "Firma bei Amazon"
    assert footer.render(config, PACK, "de", "normal", "1", "Firma") == "Nr. 1, Firma bei Amazon"


def test_a_missing_footer_names_its_file() -> None:
    with pytest.raises(footer.MissingFooter, match=r"amazon\.fi\.normal\.txt"):
        footer.render(CONFIG, PACK, "fi", "normal", None, "")


def test_a_template_cannot_reach_out() -> None:
    config = make_config(footers={"amazon.de.normal.txt": "{{ order.__class__.__mro__ }}"})
    with pytest.raises(jinja2.exceptions.SecurityError):
        footer.render(config, PACK, "de", "normal", "1", "")


@pytest.mark.parametrize(
    ("text", "known", "wanted"),
    [
        ("Guten Tag, die Lieferung kommt morgen zu Ihnen.", "en", "de"),
        ("Hello, the parcel will be with you tomorrow.", "de", "en"),
        ("OK", "fr", "fr"),
        ("OK", None, "de"),
        ("", None, "de"),
    ],
)
def test_the_language_is_that_of_the_new_text_then_of_the_thread_then_of_the_company(
    text: str, known: str | None, wanted: str
) -> None:
    assert footer.language_of(text, a_thread(language=known), CONFIG) == wanted


# Its place


def test_the_footer_stands_between_the_new_text_and_the_quote() -> None:
    assert after(single(part(NEW + QUOTE, "8bit"))) == (
        NEW + "Normal 302-1234567-1234567: Größe.\n\n" + QUOTE
    ).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("new", "gap"),
    [("Guten Tag\n\n", ""), ("Guten Tag\n", "\n"), ("Guten Tag", "\n\n"), ("Guten Tag\n \n", ""), ("", "")],
)
def test_a_blank_line_stands_before_it_once(new: str, gap: str) -> None:
    assert after(single(part(new, "8bit"))) == (new + gap + "Normal 302-1234567-1234567: Größe.\n").replace(
        "\n", "\r\n"
    )


def test_a_message_in_a_mapped_file_is_edited_alike() -> None:
    raw = several(part(NEW + QUOTE, "base64"), part("<p>Guten Tag</p>", "quoted-printable", "html"))
    with mmap.mmap(-1, len(raw)) as mapped:
        mapped.write(raw)
        effect = footer.effect(replace(outbound(raw), message=Message(mapped)), a_thread(), True, PACK, SMALL)
        assert effect == run(raw)
        assert edit.apply(mapped, effect.splices) == edit.apply(raw, effect.splices)


def test_plain_text_is_wrapped_at_72_columns() -> None:
    effect = footer.effect(outbound(single(part(NEW + QUOTE, "8bit"))), a_thread(), True, PACK, CONFIG)
    (splice,) = effect.splices
    lines = splice.replacement.decode().split("\r\n")
    assert max(map(len, lines)) <= 72
    assert len(lines) == 8
    assert lines[-2:] == ["", ""]


def test_html_gets_one_block_in_ascii() -> None:
    raw = single(
        part("<html><body><p>Guten Tag, das ist für Sie</p></body></html>", "8bit", "html", "iso-8859-1")
    )
    assert after(raw) == (
        "<html><body><p>Guten Tag, das ist für Sie</p>\r\n"
        '<div style="margin:1em 0">Normal 302-1234567-1234567: Gr&#246;&#223;e.</div>\r\n</body></html>'
    )


def test_words_with_markup_are_escaped_in_html() -> None:
    config = make_config(footers={"amazon.de.normal.txt": "a < b & c"})
    raw = single(part("<p>x</p>", "8bit", "html"))
    effect = footer.effect(outbound(raw), a_thread(), True, PACK, config)
    assert edit.apply(raw, effect.splices).endswith(b"a &lt; b &amp; c</div>\r\n")


def test_both_texts_of_an_alternative_get_it_and_attachments_do_not() -> None:
    attached = b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n"
    body = several(part(NEW, "8bit"), part("<p>Guten Tag</p>", "base64", "html"), boundary="=_in", head=b"")
    effect = run(several(body, attached, kind="mixed"))
    assert (effect.disposition, len(effect.splices)) == (Disposition.PASS, 2)


def test_of_texts_around_a_picture_the_last_one_gets_it() -> None:
    picture = b"Content-Type: image/png\r\nContent-Disposition: inline; filename=a.png\r\n\r\nx\r\n"
    raw = several(
        part("Guten Tag\n", "8bit"),
        picture,
        part("Eva\n\n" + QUOTE, "8bit"),
        part("\n", "8bit"),
        kind="mixed",
    )
    assert after(raw, "1") == "Guten Tag\r\n"
    assert "Normal" in after(raw, "3")
    assert after(raw, "4") == "\r\n"


# Which text


def test_the_kind_follows_confidence_and_what_was_sent_before() -> None:
    raw = single(part(NEW, "8bit"))
    number = "302-1234567-1234567"
    assert f"Normal {number}" in after(raw)
    assert f"Kurz {number}" in after(raw, footers=1)
    assert f"Normal {number}" in after(raw, footers=1, repeat="always")
    assert "Falls es um Amazon geht." in after(raw, confirmed=False)
    assert "Falls es um Amazon geht." in after(raw, confirmed=False, footers=2)
    assert f"Normal {number}" in after(raw, repeat="once")
    assert run(raw, footers=1, repeat="once") == Effect(
        note="no footer: this conversation had one, and repeat is once"
    )


def test_the_language_falls_back_along_the_company_and_then_to_any() -> None:
    english = single(part("Hello, the parcel will be with you.\n", "8bit"))
    assert "Normal in English" in after(english)
    assert "Falls es um Amazon geht." in after(english, confirmed=False)
    only = make_config(footers={"amazon.fr.normal.txt": "Bonjour"})
    effect = footer.effect(outbound(english), a_thread(), True, PACK, only)
    assert effect.splices[0].replacement == b"\r\nBonjour\r\n"


def test_an_order_of_another_marketplace_is_not_named() -> None:
    raw = single(part(NEW, "8bit"))
    effect = footer.effect(outbound(raw), a_thread(marketplace="ebay"), True, PACK, SMALL)
    assert effect.splices[0].replacement == "Normal: Größe.\r\n".encode()


# Never twice


def test_a_text_that_has_it_already_is_left_alone_however_it_is_wrapped() -> None:
    raw = single(
        part(NEW + "normal 302-1234567-1234567:\n   GRÖSSE.\n\n".replace("GRÖSSE", "Größe") + QUOTE, "8bit")
    )
    assert run(raw) == Effect(note="the footer is there already")


def test_the_same_words_in_the_quote_do_not_count() -> None:
    raw = single(part(NEW + QUOTE + "> Normal 302-1234567-1234567: Größe.\n", "8bit"))
    assert after(raw).count("Normal 302-1234567-1234567: Größe.") == 2


def test_only_the_part_that_lacks_it_gets_it() -> None:
    raw = several(
        part(NEW + "Normal 302-1234567-1234567: Größe.\n", "8bit"), part("<p>Guten Tag</p>", "8bit", "html")
    )
    assert len(run(raw).splices) == 1
    assert "Normal" in after(raw, "2")


def test_a_transliterated_footer_is_known_again() -> None:
    raw = single(part("Guten Tag\n", "7bit", charset="us-ascii"))
    first = edit.apply(raw, run(raw).splices)
    assert b"Normal 302-1234567-1234567: Groesse." in first
    assert run(first) == Effect(note="the footer is there already")


LONG = {
    "amazon.de.normal.txt": FOOTERS["amazon.de.normal.txt"],
    "amazon.de.short.txt": FOOTERS["amazon.de.short.txt"],
    "amazon.en.conditional.txt": FOOTERS["amazon.en.conditional.txt"],
    "ebay.de.short.txt": FOOTERS["ebay.de.short.txt"],
}


@pytest.mark.parametrize(
    ("name", "order", "there"),
    [
        ("amazon.de.short.txt", "302-1234567-1234567", True),
        ("amazon.de.short.txt", "111-2222222-3333333", True),
        ("amazon.de.short.txt", None, True),
        ("amazon.en.conditional.txt", None, True),
        ("ebay.de.short.txt", "302-1234567-1234567", False),
    ],
)
@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
def test_any_footer_of_the_pack_counts_in_any_kind_language_order_and_wrapping(
    name: str, order: str | None, there: bool, cte: str
) -> None:
    pack, language, kind, _ = name.split(".")
    config = make_config(footers=LONG)
    base = config.pack(pack)
    assert base is not None
    words = footer.render(config, base, language, kind, order, "")
    wrapped = "\n   ".join(words.upper().split(" "))
    raw = single(part(NEW + wrapped + "\n\n" + QUOTE, cte))
    effect = footer.effect(outbound(raw), a_thread(), True, PACK, config)
    assert (effect == Effect(note="the footer is there already")) is there


# Held instead


def test_signed_and_encrypted_mail_is_held() -> None:
    sealed = [
        several(part(NEW, "8bit"), b"Content-Type: application/pgp-signature\r\n\r\nx\r\n", kind="signed"),
        several(b"Content-Type: application/pgp-encrypted\r\n\r\nx\r\n", kind="encrypted"),
        single(b"Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n"),
        single(part("-----BEGIN PGP SIGNED MESSAGE-----\n" + NEW, "8bit")),
    ]
    for raw in sealed:
        assert run(raw) == held("the mail is signed or encrypted and cannot take a footer", "signed")


def test_what_cannot_be_placed_with_certainty_is_held_with_the_reason() -> None:
    assert run(single(b"Content-Type: image/png\r\n\r\nx\r\n")) == held(
        "no footer could be placed: the mail has no text that is shown"
    )
    assert run(single(part(NEW, "8bit").replace(b"utf-8", b"us-ascii"))) == held(
        "no footer could be placed: the text is not really us-ascii"
    )
    frames = single(part("<frameset><frame src=a></frameset>", "7bit", "html"))
    assert run(frames) == held("no footer could be placed: part root: the HTML is a set of frames")


def test_mail_that_can_be_read_in_two_ways_is_held() -> None:
    raw = single(b"Content-Type: text/plain\r\n" + part(NEW, "8bit"))
    assert run(raw) == held(
        "no footer could be placed: the mail can be read in two ways: two content-type fields"
    )


# Own text in more than one place, doubt, and the step behind it


def test_the_footer_stands_above_the_quote_though_a_text_follows_in_a_part_of_its_own() -> None:
    raw = several(part(NEW + QUOTE, "8bit"), part("Nachtrag\n", "8bit"), kind="mixed")
    assert after(raw, "1") == (NEW + "Normal 302-1234567-1234567: Größe.\n\n" + QUOTE).replace("\n", "\r\n")
    assert after(raw, "2") == "Nachtrag\r\n"


def test_an_answer_below_the_quote_has_the_footer_at_its_end() -> None:
    below = QUOTE + "\n" + NEW
    assert after(single(part(below, "8bit"))) == (below + "Normal 302-1234567-1234567: Größe.\n").replace(
        "\n", "\r\n"
    )


def test_in_doubt_the_footer_stands_at_the_end_and_the_note_says_so() -> None:
    raw = single(part(NEW + "Am 12.01.26 um 10:11 schrieb der Bote:\nNiemand da.\n\nGruß\n", "8bit"))
    effect = run(raw)
    assert effect.note == (
        "part root: the footer stands at the end, because two readings of the quote disagree: "
        "it may begin at 'Am 12.01.26 um 10:11 schrieb der Bote:'"
    )
    again = edit.apply(raw, effect.splices)
    assert again.endswith("Gruß\r\n\r\nNormal 302-1234567-1234567: Größe.\r\n".encode())
    assert run(again) == Effect(note="the footer is there already")


def test_where_a_text_cannot_take_it_the_footer_is_a_part_of_its_own() -> None:
    damaged = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj!YWJj\r\n"
    attached = b"Content-Type: image/png\r\n\r\nx\r\n"
    raw = several(damaged, attached, kind="mixed")
    effect = run(raw, language="de")
    assert effect.note == "the footer is a part of its own, because the base64 encoding is damaged"
    (splice,) = effect.splices
    assert splice == Splice(
        len(raw) - len(b"--=_b1--\r\n"),
        0,
        b"--=_b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
        b"quoted-printable\r\n"
        b"Content-Disposition: inline\r\n\r\nNormal 302-1234567-1234567: Gr=C3=B6=C3=9Fe.\r\n",
    )
    assert run(several(damaged, kind="alternative")) == held(
        "no footer could be placed: the base64 encoding is damaged"
    )


def test_a_marketplace_without_a_way_to_the_seller_gets_no_footer() -> None:
    pack = make_pack(contact="none")
    raw = single(part(NEW, "8bit"))
    assert footer.effect(outbound(raw), a_thread(), True, pack, SMALL) == Effect(
        note="no footer: this marketplace gives buyers no way to write to the seller"
    )


# Seven bits


def test_a_mail_in_ascii_gets_no_8_bit_bytes_unless_they_were_announced() -> None:
    raw = single(part("Guten Tag, das ist gut.\n", "8bit"))
    for body, wanted in [("", b"Groesse"), ("7BIT", b"Groesse"), ("8BITMIME", "Größe".encode())]:
        effect = footer.effect(outbound(raw, body=body), a_thread(), True, PACK, SMALL)
        assert effect.splices[0].replacement == b"\r\nNormal 302-1234567-1234567: " + wanted + b".\r\n"


def test_a_mail_that_is_8_bit_already_may_get_more_of_it() -> None:
    raw = single(part(NEW, "8bit"))
    effect = footer.effect(outbound(raw), a_thread(), True, PACK, SMALL)
    assert "Größe".encode() in effect.splices[0].replacement


# Asked again


def test_asked_again_for_the_same_mail_and_words_the_answer_is_the_same_one() -> None:
    tx = outbound(single(part(NEW + QUOTE, "8bit")))
    first = footer.effect(tx, a_thread(), True, PACK, SMALL)
    assert footer.effect(tx, a_thread(), True, PACK, SMALL) is first
    assert footer.effect(tx, a_thread(footers=1), True, PACK, SMALL) is not first
    assert footer.effect(tx, a_thread(), True, PACK, make_config(footers=SHORT)) is not first


def test_what_was_worked_out_for_a_mail_goes_with_it() -> None:
    tx = outbound(single(part(NEW + QUOTE, "8bit")))
    footer.effect(tx, a_thread(), True, PACK, SMALL)
    kept = len(footer._kept)
    del tx
    gc.collect()
    assert len(footer._kept) < kept


def test_a_footer_that_is_missing_or_wrong_holds() -> None:
    raw = single(part(NEW, "8bit"))
    config = make_config(footers={})
    assert footer.effect(outbound(raw), a_thread(), True, PACK, config) == held(
        "there is no footer text amazon.de.normal.txt"
    )
    config = make_config(footers={"amazon.de.normal.txt": "{{ nonsense }}"})
    assert footer.effect(outbound(raw), a_thread(), True, PACK, config) == held(
        "the footer text of amazon is wrong: 'nonsense' is undefined"
    )


def test_an_edit_that_does_not_verify_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.mail.verify.problem", lambda *_: "part root: the content changed")
    assert run(single(part(NEW, "8bit"))) == held(
        "no footer could be placed: the edited mail did not verify: part root: the content changed"
    )
