"""Lints of the new text of a reply: contact data found, numbers that are none left alone."""

import pytest

from gateway.config.models import Config
from gateway.lints import lint, lint_text
from gateway.lints.new_text import signature
from gateway.words import NO_FACTS, Severity
from tests.support.mails import outbound, part, several, single
from tests.support.noticed import shipped_config

RELAY = "stb6ssjkf7gpxz4@marketplace.amazon.de"


def found(text: str, config: Config | None = None) -> list[tuple[str, str]]:
    """Check and the text at its span, of all findings."""
    config = config or shipped_config()
    pack = config.pack("amazon")
    return [(item.check, text[slice(*item.span)]) for item in lint_text(text, NO_FACTS, pack, config)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rufen Sie uns an: 030 901820", "030 901820"),
        ("Tel.: 0821/567890-12", "0821/567890-12"),
        ("Tel 01234 567890", "01234 567890"),
        ("Telefon +49 (0)89 123456-0", "+49 (0)89 123456-0"),
        ("Fax: 0821 5678913", "0821 5678913"),
        ("Mobil: 0171-1234567", "0171-1234567"),
        ("WhatsApp 0049 171 1234567", "0049 171 1234567"),
        ("Phone: +44 20 7946 0018", "+44 20 7946 0018"),
        ("oder unter 089 32168 erreichbar", "089 32168"),
        ("Handy 015112345678", "015112345678"),
        ("oder 0151 12345678", "0151 12345678"),
        ("oder +4915112345678", "+4915112345678"),
        ("WhatsApp: 491511234567", "491511234567"),
        ("(0821) 56789-0", "(0821) 56789-0"),
        ("call us on 020 7946 0018", "020 7946 0018"),
    ],
)
def test_phone_numbers(text: str, number: str) -> None:
    """Valid national and international numbers, and whatever has a label; fax too."""
    assert found(text) == [("phone_number", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Bestellung 304-0904527-7250707 ist unterwegs",
        "Bestellung 14-09231-55610",
        "IBAN DE89 3704 0044 0532 0130 00",
        "Sendungsnummer 00340434161094042557",
        "Sendungsnummer: 1234 5678 9012 34",
        "DPD 01234567890123",
        "EAN 4006381333931",
        "Artikelnummer 197526923798",
        "HRB 123456 Amtsgericht Köln",
        "USt-IdNr. DE123456789",
        "am 12.10.2026 um 14:30 Uhr",
        "zwischen 2026-10-12 und 2026-10-19",
        "1.299,00 EUR, Größe 100x200 cm",
        "Rechnungsnummer RE-2026-0001234",
        "Steuernummer 12/345/67890",
        "50667 Köln",
    ],
)
def test_numbers_that_are_no_phones(text: str) -> None:
    """Orders, accounts, parcels, items, registers, dates and prices."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("an info@shop.de bitte", "info@shop.de"),
        ("an max.muster+x@mail.shop-köln.de.", "max.muster+x@mail.shop-köln.de"),
        ("info (at) shop.de", "info (at) shop.de"),
        ("info[at]shop[dot]de", "info[at]shop[dot]de"),
        ("info at shop punkt de", "info at shop punkt de"),
        ("info (ät) shop (Punkt) de", "info (ät) shop (Punkt) de"),
        ("info @ shop.de", "info @ shop.de"),
        ("info＠shop.de", "info＠shop.de"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    """Plain and disguised addresses, with their exact place."""
    assert found(text) == [("email_address", address)]


@pytest.mark.parametrize(
    "text",
    [
        "Wir sind um 8 Uhr da.",
        "look at the picture",
        "we arrive at night",
        f"geschrieben an {RELAY}",
        "@max hat das gesehen",
        "Preis: 5 @ 3 EUR",
    ],
)
def test_no_addresses(text: str) -> None:
    """Words with at, the marketplace's own addresses, handles."""
    assert found(text) == []


def test_a_signature_is_told_apart() -> None:
    """Contact data below the closing lie in the signature, those above do not."""
    text = "Hallo, schreiben Sie an a@shop.de.\n\nMit freundlichen Grüßen\nEva\nTel. 030 901820\n"
    config = shipped_config()
    findings = lint_text(text, NO_FACTS, config.pack("amazon"), config)
    assert [(item.check, item.severity, item.in_signature, item.snippet) for item in findings] == [
        ("email_address", Severity.BLOCK, False, "Hallo, schreiben Sie an a@shop.de."),
        ("phone_number", Severity.BLOCK, True, "Tel. 030 901820"),
    ]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Hallo\n-- \nEva", "-- \nEva"),
        ("Hallo\r\n--\r\nEva", "--\r\nEva"),
        ("Hallo\n\nBest regards,\nEva", "\nEva"),
        ("Hallo\nMfG\nEva", "\nEva"),
        ("Hallo\nViele Grüße aus Köln\nEva", "\nEva"),
        ("Hallo\nVon meinem iPhone gesendet", "Von meinem iPhone gesendet"),
        ("Hallo, viele Grüße soll ich ausrichten, danke", ""),
        ("nur Text", ""),
    ],
)
def test_where_a_signature_begins(text: str, signed: str) -> None:
    """At the delimiter, behind the closing, at the phone's own line."""
    assert text[signature(text) :] == signed


def test_only_the_new_text_is_read() -> None:
    """What is quoted below is not judged, in text and in HTML."""
    config = shipped_config()
    pack = config.pack("amazon")
    quoted = "Danke, kommt morgen.\n\nAm 12.10.2026 um 14:03 schrieb Lena:\n> Tel. 030 901820\n"
    assert lint(outbound(single(part(quoted, "8bit")), RELAY), pack, config) == ()
    both = several(part("Tel. 030 901820\n", "8bit"), part("<p>Tel. 030 901820</p>", "8bit", "html"))
    assert [item.check for item in lint(outbound(both, RELAY), pack, config)] == ["phone_number"]
    html = single(part("<html><body><p>Schreiben Sie an<br>a@shop.de</p></body></html>", "base64", "html"))
    assert [item.check for item in lint(outbound(html, RELAY), pack, config)] == ["email_address"]


def test_severity_comes_from_the_pack_then_the_file() -> None:
    """The pack's word beats lints.toml; off does not look."""
    config = shipped_config()
    pack = config.pack("amazon")
    assert pack is not None
    mild = pack.model_copy(update={"lints": {"phone_number": Severity.WARN, "email_address": "off"}})
    text = "Tel. 030 901820, a@shop.de"
    assert [(item.check, item.severity) for item in lint_text(text, NO_FACTS, mild, config)] == [
        ("phone_number", Severity.WARN)
    ]


def test_snippets_are_short() -> None:
    """At most 80 characters, the find in it, even on an endless line."""
    text = "x " * 500 + "a@shop.de" + " y" * 500
    finding = lint_text(text, NO_FACTS, None, shipped_config())[0]
    assert len(finding.snippet) <= 80
    assert "a@shop.de" in finding.snippet
