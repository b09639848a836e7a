"""What users of other gateways complain of in footers, as one test each: none of it may happen here."""

import base64
from email import message_from_bytes, policy
from typing import Any

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from gateway.actions import footer
from gateway.mail import edit, mime, verify
from gateway.mail.envelope import Transaction
from gateway.words import Disposition, Effect
from tests.support.configs import make_config
from tests.support.mails import HEAD, a_thread, outbound, part, several, single

CONFIG = make_config()
PACK = CONFIG.packs[0]
NEW = "Guten Tag,\n\nder Stuhl geht heute für Sie in die Post.\n\nViele Grüße\nEva\n\n"
QUOTE = "Am 12.01.26 um 10:11 schrieb Max Muster:\n> Wo bleibt der Stuhl?\n"
WORDS = b"Hinweis zu Ihrer Amazon-Bestellung"
PDF = (
    b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n"
    b"Content-Disposition: attachment; filename=a.pdf\r\n\r\nJVBERi0xLjQK\r\n"
)


def run(raw: bytes, footers: int = 0, **policy_keys: Any) -> Effect:
    config = make_config(policy=policy_keys) if policy_keys else CONFIG
    return footer.effect(outbound(raw), a_thread(footers=footers), True, PACK, config)


def edited(raw: bytes) -> bytes:
    effect = run(raw)
    assert (effect.disposition, effect.note) == (Disposition.PASS, "")
    assert effect.splices
    return edit.apply(raw, effect.splices)


def leaves(raw: bytes) -> list[tuple[str, bytes]]:
    """Type and decoded content of every leaf, as the standard library reads them."""
    found = []
    for leaf in message_from_bytes(raw, policy=policy.compat32).walk():
        data: Any = leaf.get_payload(decode=True)
        if isinstance(data, bytes):
            found.append((leaf.get_content_type(), data))
    return found


def test_1_a_bundle_of_18_forwarded_mails_keeps_all_of_them() -> None:
    inner = single(part("Anhang\n", "7bit")) + b"\r\n"
    bundle = [b"Content-Type: message/rfc822\r\n\r\n" + inner for _ in range(18)]
    raw = several(
        several(part(NEW, "8bit"), *bundle, kind="mixed", head=b"", boundary="=_in"), PDF, kind="mixed"
    )
    after = edited(raw)
    assert len(leaves(after)) == len(leaves(raw)) == 20
    assert leaves(after)[1:] == leaves(raw)[1:]
    assert after.count(b"message/rfc822") == 18


@pytest.mark.parametrize("cte", ["7bit", "8bit", "quoted-printable", "base64"])
def test_2_header_and_body_agree_on_the_encoding_and_no_dashes_stray(cte: str) -> None:
    text = NEW.replace("ü", "u").replace("ß", "s") if cte == "7bit" else NEW
    raw = several(part(text, cte), part(f"<p>{text}</p>", cte, "html"), kind="alternative")
    after = edited(raw)
    assert after.count(f"Content-Transfer-Encoding: {cte}".encode()) == 2
    assert all(b"Amazon-Bestellung" in data for _, data in leaves(after))
    lines = [line for line in after.split(b"\r\n") if line.startswith(b"--")]
    assert lines == [b"--=_b1", b"--=_b1", b"--=_b1--"]


def test_3_multipart_mail_does_get_it_or_says_that_it_does_not() -> None:
    for kind in ("mixed", "alternative", "related", "report-like"):
        raw = several(part(NEW, "8bit"), PDF, kind=kind)
        assert WORDS in edited(raw)


def test_4_the_closing_delimiters_stay_where_they_are() -> None:
    inner = several(part(NEW, "8bit"), part("<p>x</p>", "8bit", "html"), head=b"", boundary="=_in")
    raw = several(inner, PDF, PDF, kind="mixed")
    after = edited(raw)
    assert after.endswith(PDF + b"\r\n--=_b1\r\n" + PDF + b"\r\n--=_b1--\r\n")
    assert leaves(after)[2:] == leaves(raw)[2:]


def test_5_it_stands_in_the_text_and_not_behind_every_attachment() -> None:
    text = b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=b.txt\r\n\r\nb\r\n"
    raw = several(part(NEW, "8bit"), PDF, text, PDF, kind="mixed")
    assert edited(raw).count(WORDS) == 1


def test_6_readers_of_the_plain_text_get_it_as_those_of_the_html_do() -> None:
    raw = several(part(NEW, "8bit"), part(f"<p>{NEW}</p>", "8bit", "html"))
    assert [WORDS in data for _, data in leaves(edited(raw))] == [True, True]


def test_7_a_signature_made_behind_the_edit_verifies_and_one_made_before_would_not() -> None:
    key = rsa.generate_private_key(65537, 2048)
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    public = base64.b64encode(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))

    def record(*_: object, **__: object) -> bytes:
        return b"v=DKIM1; k=rsa; p=" + public

    def signed(raw: bytes) -> bytes:
        return bytes(dkim.sign(raw, b"s", b"example.com", secret)) + raw

    raw = single(part(NEW + QUOTE, "8bit"))
    assert dkim.verify(signed(edited(raw)), dnsfunc=record)
    early = signed(raw)
    assert dkim.verify(early, dnsfunc=record)
    assert not dkim.verify(edited(early), dnsfunc=record)


@pytest.mark.parametrize("boundary", ["--", "a b'()+_,-./:=?c", "=_", "-" * 60, "--=_NextPart--x"])
def test_8_unusual_boundaries_are_no_trouble(boundary: str) -> None:
    raw = several(part(NEW, "8bit"), PDF, kind="mixed", boundary=boundary)
    after = edited(raw)
    assert [WORDS in data for _, data in leaves(after)] == [True, False]


def test_8_an_empty_body_is_no_trouble() -> None:
    for raw in (single(part("", "8bit")), several(part("", "base64"), PDF, kind="mixed"), HEAD + b"\r\n"):
        after = edited(raw)
        assert leaves(after)[0][1].startswith(WORDS)
        assert leaves(after)[1:] == leaves(raw)[1:]


def test_9_text_attachments_stay_as_they_are_and_smime_is_never_touched() -> None:
    text = b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=b.txt\r\n\r\nb\r\n"
    raw = several(part(NEW, "8bit"), text, kind="mixed")
    assert leaves(edited(raw))[1] == ("text/plain", b"b\r\n")
    seal = b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nMIIB\r\n"
    signed = several(part(NEW, "8bit"), seal, kind="signed")
    assert (run(signed).splices, run(signed).reasons) == ((), ("signed",))


def test_10_it_stands_below_the_answer_and_not_below_the_whole_thread() -> None:
    raw = several(
        part(NEW + QUOTE, "8bit"), part("<p>Hallo</p><blockquote type=cite>alt</blockquote>", "8bit", "html")
    )
    plain, html = (data for _, data in leaves(edited(raw)))
    assert plain.index(b"Eva") < plain.index(WORDS) < plain.index(b"Am 12.01.26")
    assert html.index(b"Hallo") < html.index(WORDS) < html.index(b"<blockquote")


def test_11_whether_later_answers_get_it_is_chosen_by_the_policy() -> None:
    raw = single(part(NEW + QUOTE, "8bit"))
    assert b"Zu Ihrer Amazon-Bestellung" in edit.apply(raw, run(raw, 1).splices)
    assert WORDS in edit.apply(raw, run(raw, 1, repeat="always").splices)
    assert run(raw, 1, repeat="once").splices == ()


def test_12_mail_that_is_signed_for_its_domain_is_not_all_held() -> None:
    field = b"DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s; h=from; bh=x; b=y\r\n"
    raw = field + single(part(NEW + QUOTE, "8bit"))
    after = edited(raw)
    assert after.startswith(field)
    assert WORDS in after


def test_13_a_mail_that_was_held_gets_the_same_footer_when_it_is_released() -> None:
    tx = outbound(single(part(NEW + QUOTE, "8bit")))
    first = footer.effect(tx, a_thread(), True, PACK, CONFIG)
    later = Transaction(
        "later", tx.direction, tx.session, tx.envelope, type(tx.message)(tx.message.raw), tx.at
    )
    assert footer.effect(later, a_thread(), True, PACK, CONFIG) == first
    assert WORDS in edit.apply(tx.message.raw, first.splices)


def test_14_a_reply_header_that_nobody_knows_fails_safe() -> None:
    head = "Max Muster <max@privat.example>, 12 ianuarie 2026, 10:11, a scris:\n"
    raw = single(part(NEW + head + "Unde este scaunul?\n", "8bit"))
    effect = run(raw)
    assert (
        effect.note == "part root: the footer stands at the end, because an unknown line introduces the quote"
    )
    after = edit.apply(raw, effect.splices)
    root = mime.parse(after)
    text = mime.text(after, root)
    assert text.index("Unde") < text.index("Hinweis zu")
    assert verify.spilled(raw, after, effect.splices) is None
