"""Relay, sender and look-alike: who the mail is from, on a label boundary."""

from dataclasses import replace

import pytest

from gateway.mail.address import Mailbox
from gateway.signals.senders import unwrapped
from gateway.words import Facts, VerdictName
from tests.support.mails import a_thread
from tests.support.noticed import judged, mail

ALIAS = "stb6ssjkf7gpxz4"
BOTH = ("eva@example.com", "max@privat.example")
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


@pytest.mark.parametrize("verdict", ["offchannel", "relay", "mixed", "suspect"])
def test_internal_mail_is_none_in_a_known_thread_too(verdict: str) -> None:
    """A colleague answers about a buyer's mail: his own words are none; the buyer's next mail is."""
    facts = Facts(thread=replace(a_thread(), verdict=VerdictName(verdict), correspondents=BOTH))
    assert judged(mail("Ich kümmere mich darum.", sender="eva@example.com"), facts).name.value == "none"
    theirs = judged(mail("Und, wo bleibt sie?", sender="Max <max@privat.example>"), facts)
    assert theirs.name.value == ("offchannel" if verdict == "relay" else verdict)


OTHERS = [
    ("suspect", "allegro", "Allegro <no-reply@allegro-platnosci.example>", "Guten Tag", ""),
    (
        "suspect",
        "allegro",
        "Zespół Bezpieczeństwa Allegro <bezp@mailer24.example>",
        "Potwierdź dane",
        "kliknij",
    ),
    ("suspect", "allegro", "info <info@allegrolokalnie-odbior.example>", "Odbierz", "x"),
    (
        "suspect",
        "cdiscount",
        "Service client Cdiscount <sc@cdiscount-remboursement.example>",
        "Remboursement en attente",
        "cliquez",
    ),
    ("suspect", "fnac", "Fnac Darty <contact@fnac-darty-livraison.example>", "Votre colis", "x"),
    (
        "suspect",
        "bol",
        "bol. partnerplatform <noreply@partnerplatform-bol.example>",
        "Uitbetaling geblokkeerd",
        "x",
    ),
    (
        "suspect",
        "otto",
        "OTTO Marktplatz Team <team@otto-market-partner.example>",
        "Auszahlung gestoppt",
        "x",
    ),
    ("suspect", "kaufland", "Kaufland Seller Support <x@seller-kaufland.example>", "Kontosperrung", "x"),
    ("suspect", "etsy", "Etsy Support <etsy@help-center.example>", "Your shop is suspended", "x"),
    ("suspect", "walmart", "Walmart Marketplace <alerts@wa1mart.com>", "Policy", "x"),
    ("suspect", "temu", "Temu <promo@temu.example>", "You won", "x"),
    ("suspect", "tiktok", "TikTok Shop Seller Center <no-reply@tiktokshop-seller.example>", "Violation", "x"),
    ("suspect", "galaxus", "Galaxus Kundendienst <kd@galaxus-service.example>", "Rückzahlung", "x"),
    (
        "suspect",
        "mirakl",
        "MediaMarkt Marktplatz <seller@mediamarkt-saturn-seller.example>",
        "Kontoprüfung",
        "x",
    ),
    ("suspect", "mirakl", "Leroy Merlin Service Client <sc@leroymerlin-sav.example>", "Votre commande", "x"),
    ("suspect", "aliexpress", "AliExpress <support@aliexpres-refund.example>", "Refund", "x"),
    ("suspect", "backmarket", "Back Market Payments <pay@back-market-payout.example>", "Payout on hold", "x"),
    ("suspect", "zalando", "Zalando Partner Team <partner@zalando-partner.example>", "Invoice", "x"),
    ("suspect", "manomano", "ManoMano <contact@manomano-pro.example>", "Virement suspendu", "x"),
    (
        "suspect",
        "amazon",
        "Info <x@secure-mail.example>",
        "Compte suspendu",
        "Votre compte vendeur Amazon a été suspendu. Confirmez vos informations ici : http://secure-mail.example/a",
    ),
    (
        "suspect",
        "amazon",
        "Info <x@secure-mail.example>",
        "Zawieszenie",
        "Twoje konto sprzedawcy Amazon zostało zawieszone. Zaloguj się: http://secure-mail.example/a",
    ),
    (
        "suspect",
        "ebay",
        "Info <x@secure-mail.example>",
        "Conto",
        "Il tuo conto eBay è stato limitato, verifica subito i tuoi dati: http://secure-mail.example/a",
    ),
    (
        "suspect",
        "ebay",
        "Kundenservice <x@secure-mail.example>",
        "Wichtig",
        "Sehr geehrtes eBay-Mitglied, wir haben Ihr Verkäuferkonto eingeschränkt. Jetzt verifizieren: https://secure-mail.example/v",
    ),
    ("suspect", "amazon", "Amazon.de <versand@amaz-on.example>", "Paket", "x"),
    ("none", None, "Otto Conrad <otto.conrad@conrad-bau.example>", "Angebot", "Guten Tag"),
    ("none", None, "Douglas Hood <d.hood@hood-family.example>", "Hello", "Hi"),
    ("none", None, "Galeria Sztuki <kontakt@galeria-sztuki.example>", "Wystawa", "x"),
    ("none", None, "Saturn Reisen <info@saturn-reisen.example>", "Reise", "x"),
    ("none", None, "Bol Transport <info@boltransport.example>", "Vracht", "x"),
    ("none", None, "Allegro Musikschule <info@allegro-musikschule.example>", "Konzert", "Liebe Eltern"),
    ("none", None, "eBay Händlerverband <news@handelsverband.example>", "Rundbrief", "x"),
    ("none", None, "Etsy Kurs <info@handmade-kurse.example>", "Kurs", "x"),
    ("relay", "amazon", "Léa <k3f9x2m7qpa1b2c@marketplace.amazon.fr>", "Question", "x"),
    ("relay", "mirakl", "x <k3f9x2m7qpa.fznm52pke@us.notification.mirakl.net>", "Hi", "x"),
    ("relay", "manomano", "m <m_k3f9x2m7qpa@message.manomano.com>", "Hi", "x"),
    ("relay", "temu", "m <a7f3k9m2q8x1c6v@eul.shipping.temuemail.com>", "Hi", "x"),
    ("relay", "tiktok", "m <a7f3k9m2q8x1c6va7f3k9m2q8x1c@scs.tiktokw.us>", "Hi", "x"),
    ("relay", "fnac", "m <9938271@marketplace.fnac.com>", "Hi", "x"),
    ("notice", "temu", "Temu <seller@orders.temu.com>", "New order", "PO-053-06138133909031412"),
    ("notice", "tiktok", "TikTok Shop <noreply@selling.tiktok.com>", "New order", "x"),
    ("notice", "etsy", "Etsy <transaction@etsy.com>", "You made a sale", "Order #4059129411"),
    ("notice", "allegro", "Allegro <noreply@allegromail.pl>", "Nowe zamówienie", "x"),
    ("notice", "otto", "OTTO <service@otto.de>", "Ihre Anfrage", "x"),
    ("notice", "mirakl", "MediaMarkt <noreply@mediamarkt.de>", "Bestellung 325104572", "x"),
    ("notice", "walmart", "W <no-reply@es.relay.walmart.com>", "wants to connect", "RefID"),
]


@pytest.mark.parametrize(("verdict", "marketplace", "sender", "subject", "text"), OTHERS)
def test_senders_of_all_marketplaces(
    verdict: str, marketplace: str | None, sender: str, subject: str, text: str
) -> None:
    """Aliases, the marketplaces' own mail, who claims to be one, and who only has its name."""
    found = judged(mail(text or "Guten Tag", subject=subject, sender=sender))
    assert (found.name.value, found.marketplace) == (verdict, marketplace)
