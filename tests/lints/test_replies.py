"""Lints of whole mails: what is read of them, and what header, conversation and attachments add."""

from dataclasses import replace
from typing import Any

import pytest

from gateway.config.models import Config
from gateway.lints import lint, lint_footer, new_text
from gateway.lints.sender_not_approved import site_of
from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Transaction
from gateway.words import NO_FACTS, UNKNOWN, Facts, Finding, Legal, Severity, Thread
from tests.support.mails import HEAD, a_thread, outbound, part, several, single
from tests.support.noticed import shipped_config

RELAY = "stb6ssjkf7gpxz4@marketplace.amazon.de"
EBAY = "kaeufer77@members.ebay.de"
BODY = (
    "Guten Tag Frau Adler,\n\ndie Lampe wird morgen ausgetauscht, bitte legen Sie die alte einfach in den "
    "Karton und übergeben sie dem Fahrer.{}\n\nMit freundlichen Grüßen\nEva\n"
)
QUOTE = (
    "\nAm 12.10.2026 um 14:03 schrieb Lena:\n> Hallo, wo bleibt meine Lampe? Bestellung 302-1234567-1234567\n"
)


def linted(
    tx: Transaction, facts: Facts = NO_FACTS, pack: str = "amazon", config: Config | None = None
) -> Any:
    config = config or shipped_config()
    return lint(tx, config.pack(pack), config, facts)


def checks(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.check for finding in findings]


def plain(text: str = BODY.format(""), quote: str = QUOTE, head: str = "", rcpt: str = RELAY) -> Transaction:
    """A reply in plain text with more header lines."""
    return outbound(single(part(text + quote, "8bit"), head.encode() + HEAD), rcpt)


def known(**changes: Any) -> Facts:
    """The conversation about order 302-1234567-1234567."""
    return Facts(thread=replace(a_thread(), correspondents=(RELAY,), **changes))


def test_a_good_reply_has_no_findings() -> None:
    """Also with all the facts."""
    assert linted(plain()) == ()
    assert linted(plain(), known(language="de")) == ()


def test_only_the_new_text_is_read() -> None:
    """What is quoted below is not judged, in text and in HTML; own text between the quotes is."""
    quoted = QUOTE + "> Tel. 030 901820, a@shop.de, www.shop.de\n"
    assert linted(plain(quote=quoted)) == ()
    html = f"<p>{BODY.format('')}</p><blockquote type='cite'>Tel. 030 901820</blockquote>".replace(
        "\n", "<br>"
    )
    assert linted(outbound(single(part(html, "8bit", "html")), RELAY)) == ()
    between = "> Wann kommt sie?\nMorgen. Tel. 030 901820\n> Danke\nGern.\n"
    tx = outbound(single(part(between, "8bit")), RELAY)
    assert "phone_number" in checks(linted(tx))
    assert "030 901820" in new_text.of(tx.message)


def test_text_and_html_that_say_the_same_are_told_once() -> None:
    """The spans are those of the plain part."""
    text = BODY.format(" Tel. 030 901820")
    both = several(part(text, "8bit"), part(f"<p>{text}</p>", "8bit", "html"))
    findings = linted(outbound(both, RELAY))
    assert [(item.check, text.replace("\n", "\r\n")[slice(*item.span)]) for item in findings] == [
        ("phone_number", "030 901820")
    ]


def test_what_only_the_html_says_is_found_too() -> None:
    """Without a place in the text: its own span is (0, 0)."""
    both = several(
        part(BODY.format(""), "8bit"), part(f"<p>{BODY.format(' Tel. 030 901820')}</p>", "8bit", "html")
    )
    assert [(item.check, item.span, item.snippet) for item in linted(outbound(both, RELAY))] == [
        ("phone_number", (0, 0), "030 901820")
    ]


def html_mail(more: str) -> Transaction:
    page = BODY.format("").replace("\n", "<br>") + more
    return outbound(single(part(f"<html><body>{page}</body></html>", "quoted-printable", "html")), RELAY)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            '<a href="mailto:info@shop.example?subject=x">Eva</a>',
            ["email_address", "signature_contact_block"],
        ),
        ('<a href="tel:+4930901820">Eva</a>', ["phone_number", "signature_contact_block"]),
        ('<a href="https://shop.example/x">Eva</a>', ["foreign_url", "signature_contact_block"]),
        ('<a href="//xn--mller-kva.example/">Eva</a>', ["foreign_url", "signature_contact_block"]),
        ('<a href="https://www.amazon.de/x">Eva</a><a href="#top">hoch</a>', []),
        ('<a href="https://nolp.dhl.de/track?id=1">Sendung</a>', []),
        ('<img src="cid:logo@x" alt="">', ["logo"]),
        (
            '<img src="cid:logo@x" alt="info@shop.example">',
            ["email_address", "signature_contact_block", "logo"],
        ),
        ('<img src="https://shop.example/pixel.gif">', ["remote_image"]),
        ('<img src="cid:a" alt="www.shop.example">', ["foreign_url", "signature_contact_block", "logo"]),
    ],
)
def test_what_the_source_of_html_hides(more: str, expected: list[str]) -> None:
    """Targets of links, alternative texts and pictures, though the visible text is clean."""
    findings = linted(html_mail(more))
    assert checks(findings) == expected
    assert all(item.in_signature for item in findings)


def test_a_link_in_the_body_lies_not_in_the_signature() -> None:
    """Its place in the source counts."""
    page = "<p>Hallo, <a href='https://shop.example'>hier</a></p><p>Mit freundlichen Grüßen</p><p>Eva</p>"
    findings = linted(outbound(single(part(page, "8bit", "html")), RELAY))
    assert [(item.check, item.in_signature) for item in findings if item.span == (0, 0)] == [
        ("foreign_url", False)
    ]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Auto-Submitted: auto-replied\r\n", True),
        ("Auto-Submitted: no\r\n", False),
        ("X-Autoreply: yes\r\n", True),
        ("Precedence: bulk\r\n", True),
        ("Precedence: first-class\r\n", False),
        ("X-Auto-Response-Suppress: All\r\n", False),
    ],
)
def test_automatic_mail_by_its_header(head: str, found: bool) -> None:
    """Auto-Submitted, X-Autoreply, Precedence; what only asks for no answer is none."""
    assert checks(linted(plain(head=head))) == (["auto_reply"] if found else [])


def test_automatic_mail_by_sender_and_subject() -> None:
    """An empty envelope sender, and the subject of an absence notice; not the answer to one."""
    tx = plain()
    assert checks(linted(replace(tx, envelope=Envelope(path_of(""), tx.envelope.rcpt_tos)))) == ["auto_reply"]
    for subject, found in (("Automatische Antwort: Lampe", True), ("Re: Automatische Antwort: Lampe", False)):
        raw = single(part(BODY.format("") + QUOTE, "8bit"), f"Subject: {subject}\r\n".encode())
        assert ("auto_reply" in checks(linted(outbound(raw, RELAY)))) is found


def approving(lists: dict[str, tuple[str, ...]]) -> Config:
    config = shipped_config()
    company = config.gateway.company.model_copy(update={"approved_senders": lists})
    return replace(config, gateway=config.gateway.model_copy(update={"company": company}))


@pytest.mark.parametrize(
    ("lists", "found"),
    [
        ({}, False),
        ({"amazon.de": ("service@example.com",)}, True),
        ({"amazon.de": ("EVA@example.com",)}, False),
        ({"amazon.fr": ("service@example.com",)}, False),
        ({"amazon": ("service@example.com",)}, True),
        ({"amazon": ("service@example.com",), "amazon.de": ("eva@example.com",)}, False),
        ({"ebay": ("service@example.com",)}, False),
    ],
)
def test_approved_senders_by_site(lists: dict[str, tuple[str, ...]], found: bool) -> None:
    """The site's list counts, else the marketplace's; without one nothing is checked."""
    assert checks(linted(plain(), config=approving(lists))) == (["sender_not_approved"] if found else [])


def test_the_longest_site_counts() -> None:
    """ "marketplace.amazon.de" before "amazon.de" before the marketplace's name."""
    lists = {"amazon.de": (), "marketplace.amazon.de": (), "amazon": ()}
    assert site_of("marketplace.amazon.de", "amazon", lists) == "marketplace.amazon.de"
    assert site_of("marketplace.amazon.fr", "amazon", lists) == "amazon"
    assert site_of("members.ebay.de", "ebay", lists) is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (" Zur Bestellung 303-7654321-7654321.", ["wrong_order"]),
        (" Zur Bestellung 302-1234567-1234567.", []),
        (" Zur Bestellung AMZ302-1234567-1234567.", []),
        (" Artikel 303-7654 und Telefon ohne Nummer.", []),
    ],
)
def test_the_order_of_the_conversation(said: str, found: list[str]) -> None:
    """Another order of the same marketplace is wrong; prefixes do not matter."""
    assert checks(linted(plain(BODY.format(said)), known())) == found


def test_an_order_the_buyer_names_is_his() -> None:
    """Two orders in one conversation: what the quote names is right, without a thread too."""
    quote = QUOTE + "> und 303-7654321-7654321\n"
    tx = plain(BODY.format(" Zur Bestellung 303-7654321-7654321."), quote)
    assert linted(tx, known()) == ()
    assert linted(tx) == ()
    assert checks(linted(plain(BODY.format(" Zur Bestellung 303-1111111-1111111.")))) == ["wrong_order"]


def test_an_order_that_is_named_nowhere() -> None:
    """Only where the conversation has one."""
    quote = QUOTE.replace("302-1234567-1234567", "")
    assert checks(linted(plain(quote=quote), known())) == ["missing_order"]
    assert linted(plain(quote=quote), known(orders=())) == ()
    assert linted(plain(quote=quote)) == ()


def test_another_buyers_alias() -> None:
    """In the text, and as a second recipient; the same buyer's alias of another case is his own."""
    other = "qqq7mm2p0k4x9zz@marketplace.amazon.de"
    assert checks(linted(plain(BODY.format(f" Siehe {other}.")))) == ["other_buyer"]
    assert linted(plain(BODY.format(f" Siehe {RELAY}."))) == ()
    case = "stb6ssjkf7gpxz4+0af3c1d2-1111-4222-8333-444455556666@marketplace.amazon.de"
    assert linted(plain(BODY.format(f" Siehe {case}."))) == ()
    tx = plain()
    both = Envelope(tx.envelope.mail_from, (*tx.envelope.rcpt_tos, path_of(other)))
    assert checks(linted(replace(tx, envelope=both))) == ["other_buyer"]
    twice = Envelope(tx.envelope.mail_from, (*tx.envelope.rcpt_tos, path_of(case)))
    assert linted(replace(tx, envelope=twice)) == ()


def test_a_dossier_only_where_privacy_was_asked_for() -> None:
    """Words that hand out data, or a document; a receipt is none."""
    told = BODY.format(" Folgende personenbezogene Daten haben wir gespeichert: Name, Anschrift.")
    assert checks(linted(plain(told), known(legal=Legal.PRIVACY))) == ["privacy_to_relay"]
    assert linted(plain(told), known()) == ()
    assert linted(plain(BODY.format(" Ihren Antrag bearbeiten wir.")), known(legal=Legal.PRIVACY)) == ()
    document = attached("auskunft.pdf", "application/pdf", 1000)
    assert checks(linted(document, known(legal=Legal.PRIVACY))) == ["privacy_to_relay"]
    assert linted(document, known()) == ()


def attached(name: str, kind: str, size: int, cte: str = "7bit") -> Transaction:
    """A good reply with one attachment of that decoded size."""
    line = b"eHh4" * 19 + b"\r\n" if cte == "base64" else b"x" * 98 + b"\r\n"
    field = (
        f'Content-Type: {kind}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n'
        f"Content-Transfer-Encoding: {cte}\r\n\r\n"
    )
    body = line * (size // (57 if cte == "base64" else 100))
    return outbound(
        several(part(BODY.format("") + QUOTE, "8bit"), field.encode() + body, kind="mixed"), RELAY
    )


@pytest.mark.parametrize(
    ("name", "kind", "size", "cte", "found"),
    [
        ("rechnung.pdf", "application/pdf", 5000, "base64", []),
        ("Foto.JPG", "application/octet-stream", 5000, "base64", []),
        ("film.mp4", "video/mp4", 5000, "base64", ["disallowed_attachment"]),
        ("winmail.dat", "application/ms-tnef", 5000, "base64", ["disallowed_attachment"]),
        ("foto.jpg", "image/jpeg", 10_400_000, "base64", []),
        ("foto.jpg", "image/jpeg", 10_600_000, "base64", ["disallowed_attachment"]),
        ("foto.jpg", "image/jpeg", 10_600_000, "7bit", ["disallowed_attachment"]),
        ("muster-lampen.de-flyer.pdf", "application/pdf", 5000, "base64", ["disallowed_attachment"]),
        ("rabattcode.pdf", "application/pdf", 5000, "base64", ["disallowed_attachment"]),
        ("eva.vcf", "text/x-vcard", 500, "7bit", ["vcard"]),
        ("eva@shop.example.pdf", "application/pdf", 500, "7bit", ["email_address"]),
    ],
)
def test_attachments(name: str, kind: str, size: int, cte: str, found: list[str]) -> None:
    """Type, size and name; a card is a card."""
    assert checks(linted(attached(name, kind, size, cte))) == found


def test_the_quote_must_stay_on_ebay() -> None:
    """Only of a reply, only where the marketplace needs it; in one of the parts it is enough."""
    answer = "In-Reply-To: <a@b>\r\n"
    quoted = QUOTE.replace("302-1234567-1234567", "")
    assert checks(linted(plain(quote="", head=answer, rcpt=EBAY), pack="ebay")) == ["quote_missing"]
    assert linted(plain(quote=quoted, head=answer, rcpt=EBAY), pack="ebay") == ()
    assert linted(plain(quote="", rcpt=EBAY), pack="ebay") == ()
    assert linted(plain(quote="", head=answer)) == ()
    html = f"<p>{BODY.format('')}</p><blockquote type='cite'>Hallo</blockquote>".replace("\n", "<br>")
    both = several(part(BODY.format(""), "8bit"), part(html, "8bit", "html"), head=answer.encode() + HEAD)
    assert "quote_missing" not in checks(linted(outbound(both, EBAY), pack="ebay"))


ENGLISH = (
    "Hello Ms Adler,\n\nthank you for your message. We will exchange the lamp tomorrow, please give the old "
    "one to the driver.\n\nKind regards\nEva\n"
)


def test_the_language_of_the_buyer_or_of_the_site() -> None:
    """The site says German; a buyer known to write English may be answered in English."""
    quote = QUOTE.replace("Hallo, wo bleibt meine Lampe? Bestellung", "")
    assert checks(linted(plain(ENGLISH, quote))) == ["wrong_language"]
    assert linted(plain(ENGLISH, quote), known(language="en")) == ()
    asked = (
        "\nOn 12 Oct 2026, at 14:03, Lena wrote:\n"
        "> Hello, where is my order? I have been waiting for two weeks now.\n"
    )
    assert linted(plain(ENGLISH, asked)) == ()
    belgium = RELAY.replace("amazon.de", "amazon.com.be")
    assert linted(plain(ENGLISH, quote, rcpt=belgium)) == ()


def test_an_unknown_thread_is_no_thread() -> None:
    """Unknown is not no: the checks of the conversation are silent."""
    assert linted(plain(BODY.format(" Zur Bestellung 302-1234567-1234567.")), Facts(thread=UNKNOWN)) == ()


def test_footers_are_linted_but_for_the_statutory_sentence() -> None:
    """Contact data, links and invitations are found; the last sentence about statutory rights is exempt."""
    good = "Bitte schreiben Sie uns über Ihr Amazon-Konto. Ihre gesetzlichen Rechte bleiben unberührt."
    assert lint_footer(good, "de") == ()
    exempt = "Bitte schreiben Sie uns dort. Ihre gesetzlichen Rechte bleiben, rufen Sie uns an."
    assert lint_footer(exempt, "de") == ()
    bad = "Rufen Sie uns an: 030 901820. Siehe amazon.de oder info@shop.de. " + good
    assert [(item.check, item.severity) for item in lint_footer(bad, "de")] == [
        ("off_platform_invitation", Severity.BLOCK),
        ("phone_number", Severity.BLOCK),
        ("foreign_url", Severity.BLOCK),
        ("email_address", Severity.BLOCK),
    ]
    assert checks(lint_footer(good, "fr")) == ["wrong_language"]


def test_a_thread_of_somebody_else_changes_nothing() -> None:
    """Same mail, same facts: same findings."""
    thread = known().thread
    assert isinstance(thread, Thread)
    assert linted(plain(), Facts(thread=thread)) == linted(plain(), Facts(thread=thread))
