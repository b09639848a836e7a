"""Relay, sender and look-alike: who the mail is from, on a label boundary."""

import pytest

from gateway.mail.address import Mailbox
from gateway.signals.senders import unwrapped
from tests.support.noticed import judged, mail

ALIAS = "stb6ssjkf7gpxz4"
CASE = "+1b2c3d4e-0a1b-4c2d-8e3f-1234567890ab"


@pytest.mark.parametrize(
    ("sender", "verdict", "marketplace"),
    [
        (f"Lena <{ALIAS}@marketplace.amazon.de>", "relay", "amazon"),
        (f"Lena <{ALIAS}{CASE}@marketplace.amazon.co.uk>", "relay", "amazon"),
        (f"Lena <{ALIAS.upper()}@Marketplace.Amazon.DE>", "relay", "amazon"),
        ("fee77 <fee77_x8k2@members.ebay.de>", "relay", "ebay"),
        ("Amazon <donotreply@marketplace.amazon.com.br>", "notice", "amazon"),
        ("Amazon <no-reply@marketplace.amazon.de>", "notice", "amazon"),
        ("Amazon.de <bestellbestaetigung@amazon.de>", "notice", "amazon"),
        ("eBay <ebay@reply.ebay.de>", "notice", "ebay"),
        ("eBay <ebay@ebay.com>", "notice", "ebay"),
        (f"x <{ALIAS}@marketplace.amazon.com.evil.ru>", "suspect", "amazon"),
        (f"x <{ALIAS}@marketplace-amazon.de>", "suspect", "amazon"),
        ("x <service@amazon-de.com>", "suspect", "amazon"),
        ("x <service@amaz0n.de>", "suspect", "amazon"),
        ("x <service@arnazon.de>", "suspect", "amazon"),
        ("x <service@notebay.com>", "suspect", "ebay"),
        ("x <info@ebaysupport.example>", "suspect", "ebay"),
        ("Amazon <x@evil.ru>", "suspect", "amazon"),
        ("Amazon.de Kundenservice <x@evil.ru>", "suspect", "amazon"),
        ('"service@amazon.de" <x@evil.ru>', "suspect", "amazon"),
        ("Hans - Amazon Marketplace <x@evil.ru>", "suspect", "amazon"),
        ("eBay Support Team <x@evil.ru>", "suspect", "ebay"),
        ("Amazonas Reisen <info@amazonas-reisen.example>", "none", None),
        ("Maria Amazon <maria@gmx.example>", "none", None),
        ("Ebay Junkie Peter <peter@gmx.example>", "none", None),
        ("Amazon Agentur Berlin <x@amazon-agentur.example>", "none", None),
        ("AWS <no-reply-aws@amazon.com>", "none", None),
        ("AWS <billing@amazonaws.com>", "none", None),
        ("Jobs <team@amazon.jobs>", "none", None),
        ("Kleinanzeigen <x@mail.kleinanzeigen.de>", "none", None),
        ("Otto Bay <otto@bay.example>", "none", None),
    ],
)
def test_verdict_of_a_sender(sender: str, verdict: str, marketplace: str | None) -> None:
    """The sender alone decides between relay, notice, suspect and none."""
    found = judged(mail("Guten Tag", sender=sender))
    assert (found.name.value, found.marketplace) == (verdict, marketplace)


def test_alias_in_reply_to() -> None:
    """An alias in Reply-To is the relay too."""
    raw = mail(
        "Guten Tag", sender="Lena <lena@gmx.example>", more=f"Reply-To: {ALIAS}@marketplace.amazon.de\n"
    )
    assert judged(raw).name.value == "relay"


def test_mail_that_speaks_as_the_marketplace_and_links_elsewhere() -> None:
    """A claim in the text counts with a foreign link, and not in what a customer quotes."""
    phishing = "Ihr Amazon-Konto wurde gesperrt. Bestätigen: http://login.evil.example/a"
    assert judged(mail(phishing, sender="Info <x@evil.example>")).name.value == "suspect"
    asked = f"Ist das von Ihnen?\n\nAm 12.10.2026 um 14:03 schrieb Info:\n> {phishing}"
    assert judged(mail(asked)).name.value == "none"


@pytest.mark.parametrize(
    ("wrapped", "address"),
    [
        ("bestellung_at_amazon_de_k2x9d7p3q1@privaterelay.appleid.com", "bestellung@amazon.de"),
        ("x_at_amazon_co_uk_k2x9d7p3q1_9f3a1b2c@privaterelay.appleid.com", "x@amazon.co.uk"),
        ("hans@gmx.example", "hans@gmx.example"),
        ("k2x9d7p3q1@privaterelay.appleid.com", "k2x9d7p3q1@privaterelay.appleid.com"),
    ],
)
def test_apples_forwarding_is_seen_through(wrapped: str, address: str) -> None:
    """What Apple wrapped is what counts; other addresses stay."""
    assert unwrapped(Mailbox("", wrapped)).address == address


def test_internal_mail_is_none() -> None:
    """Mail from a colleague is never concerned, whatever it says."""
    raw = mail("Kundin hat bei Amazon gekauft, 304-0904527-7250707", sender="eva@example.com")
    assert judged(raw).name.value == "none"
