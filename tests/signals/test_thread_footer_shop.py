"""Threads, our own footers, the own shop, and what speaks against."""

from dataclasses import replace

import pytest

from gateway.actions import footer_words
from gateway.config.packs import Pack
from gateway.words import UNKNOWN, Confidence, Facts, Thread, VerdictName
from tests.support.noticed import judged, mail, noticed, shipped_config, told


def thread(verdict: VerdictName = VerdictName.OFFCHANNEL, dismissed: bool = False) -> Facts:
    """Facts with a remembered Amazon conversation."""
    return Facts(
        Thread(
            id="t1",
            verdict=verdict,
            confidence=Confidence.LIKELY,
            marketplace="amazon",
            orders=("304-0904527-7250707",),
            legal=None,
            correspondents=("hans.meier@gmx.example",),
            dismissed=dismissed,
        )
    )


def test_a_thread_is_inherited_with_its_confidence_and_orders() -> None:
    """An answer without any evidence of its own is what its thread is."""
    verdict = judged(mail("Danke, mache ich."), thread())
    assert (verdict.name, verdict.confidence, verdict.orders) == (
        VerdictName.OFFCHANNEL,
        Confidence.LIKELY,
        ("304-0904527-7250707",),
    )


def test_fresh_proof_confirms_a_likely_thread() -> None:
    """The order number in the answer makes it confirmed."""
    verdict = judged(mail("Die Nummer ist 304-0904527-7250707"), thread())
    assert (verdict.confidence, verdict.orders) == (Confidence.CONFIRMED, ("304-0904527-7250707",))


@pytest.mark.parametrize(
    "facts", [Facts(None), Facts(UNKNOWN), thread(dismissed=True), thread(VerdictName.NOTICE)]
)
def test_threads_that_say_nothing(facts: Facts) -> None:
    """No thread, an unknown one, a dismissed one, a notice."""
    assert judged(mail("Danke"), facts).name is VerdictName.NONE


def test_who_goes_on_in_a_suspect_thread_is_suspect() -> None:
    """Whatever he writes now. Somebody else who only names one of its mails is not."""
    verdict = judged(mail("Haben Sie den Betrag überwiesen?"), thread(VerdictName.SUSPECT))
    assert (verdict.name, verdict.marketplace, verdict.orders) == (VerdictName.SUSPECT, "amazon", ())
    assert [hit.signal for hit in verdict.hits] == ["thread:suspect"]
    stranger = mail("Haben Sie das auch in Blau?", sender="eve@privat.example")
    assert judged(stranger, thread(VerdictName.SUSPECT)).name is VerdictName.NONE
    assert judged(mail("Danke"), thread(VerdictName.SUSPECT, dismissed=True)).name is VerdictName.NONE


def test_own_shop_order_in_an_old_thread_is_the_own_shops() -> None:
    """Scenario 31: the thread alone does not make the new own-shop order concerned."""
    assert judged(mail("Bei SHOP-110394 fehlt etwas"), thread()).name is VerdictName.NONE


def test_an_automatic_answer_does_not_inherit() -> None:
    """An out-of-office note in the thread is none."""
    raw = mail("Ich bin im Urlaub", more="Auto-Submitted: auto-replied\n")
    assert judged(raw, thread()).name is VerdictName.NONE


@pytest.mark.parametrize("pack", shipped_config().packs, ids=lambda pack: pack.name)
def test_our_own_footer_never_triggers(pack: Pack) -> None:
    """Each shipped footer of a pack, wrapped and quoted, is recognised and counts for nothing."""
    config = shipped_config()
    names = [name for name in config.footers if name.startswith(f"{pack.name}.")]
    assert names or pack.contact == "none"
    for name in names:
        _, language, kind, _ = name.split(".")
        for order in ("304-0904527-7250707", None):
            words = footer_words.render(config, pack, language, kind, order, "Beispiel GmbH").split()
            lines = [" ".join(words[i : i + 9]) for i in range(0, len(words), 9)]
            quoted = "\n".join(f"> {line}" for line in lines)
            raw = mail(f"Danke!\n\nAm 12.10.2026 um 14:03 schrieb Service:\n> Guten Tag\n>\n{quoted}")
            found = noticed(raw)
            assert [hit for hit in found if hit.signal != "own_footer" and hit.weight > 0] == [], name
            assert [hit.signal for hit in found] == ["own_footer"], name


def test_a_buyer_may_use_a_phrase_of_ours() -> None:
    """A few words of the footer in his own text stay his."""
    text = "Ich soll den Verkäufer kontaktieren. Bestellung 304-0904527-7250707 bei Amazon"
    assert judged(mail(text)).name is VerdictName.OFFCHANNEL


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bestellung SHOP-110382", {"order"}),
        ("Bestellung #11038 fehlt", {"order"}),
        ("in Ihrem Onlineshop habe ich eine Vase bestellt", {"bought"}),
        ("ordered on your website last week", {"bought"}),
        ("bezahlt mit Amazon Pay", {"pay"}),
        ("Referenz S02-1234567-1234567", {"pay"}),
        ("nicht in Ihrem Shop bestellt", set()),
        ("in Ihrem Shop bei Amazon bestellt", set()),
        ("Ticket #11038", set()),
    ],
)
def test_own_shop(text: str, kinds: set[str]) -> None:
    """Own orders, purchases in the shop, Amazon Pay."""
    found = {hit.signal.partition(":")[2] for hit in noticed(mail(text)) if hit.signal.startswith("own_shop")}
    assert found == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wir steigern Ihren Umsatz auf Amazon", "agency"),
        ("Anbei unsere Preisliste, auch für Amazon", "supplier"),
        ("Bewerbung als Amazon Manager", "job"),
        ("Ist das bei Amazon lieferbar?", "presale"),
        ("Bei einem anderen Händler auf Amazon gekauft", "other_seller"),
    ],
)
def test_negative(text: str, kind: str) -> None:
    """What speaks against an order has a negative weight and no marketplace."""
    found = told(mail(text), f"negative:{kind}")
    assert [(weight < 0, marketplace) for weight, marketplace, _, _ in found] == [(True, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jenny, kannst du dem Amazon-Kunden das Geld zurückgeben?",
        "Can you refund the Amazon customer for 204-5512345-8891234?",
        "tu peux rembourser le client Amazon de la commande 404-1123456-9981234 ?",
        "riesci a rimborsare il cliente Amazon dell'ordine 403-1122334-5566778?",
        "¿puedes devolverle el dinero al cliente de Amazon 403-8812345-1123456?",
        "kun jij die klant van bol (C000AB12CD) terugbetalen?",
        "zwrócisz pieniądze klientowi z Allegro?",
        "kan du hjälpa Amazon-kunden med 304-5512345-8891234?",
    ],
)
def test_who_speaks_of_a_customer_is_none(text: str) -> None:
    """A colleague at home writes of the customer as of somebody else."""
    assert judged(mail(text)).name is VerdictName.NONE


@pytest.mark.parametrize(
    "text",
    [
        "The Amazon customer service told me to ask you about 204-5512345-8891234",
        "La atención al cliente de Amazon me remite a ustedes, pedido 403-8812345-1123456",
        "Obsługa klienta Allegro odesłała mnie do państwa w sprawie zwrotu",
    ],
)
def test_the_service_for_customers_is_no_customer(text: str) -> None:
    """Whom the marketplace's service sent to us is a customer."""
    assert judged(mail(text)).name is VerdictName.OFFCHANNEL


def test_an_office_has_no_private_orders() -> None:
    """Who writes from `einkauf@`, or to it, means another order, unless he says where he bought."""
    number, bought = "Bestellung 45-00318-00027, die AB fehlt", "Bei eBay gekauft: 45-00318-00027, zerbrochen"
    office = "Stadtwerke <einkauf@stadtwerke.example>"
    assert judged(mail(number)).name is VerdictName.OFFCHANNEL
    assert judged(mail(number, sender=office)).name is VerdictName.NONE
    assert judged(mail(bought, sender=office)).name is VerdictName.OFFCHANNEL
    to = mail(number).replace(b"To: shop@example.com", b"To: Einkauf <einkauf@example.com>")
    assert told(to, "negative:office") == [(-6.0, None, None, "To: einkauf@example.com")]
    both = mail(number).replace(b"To: shop@example.com", b"To: einkauf@example.com, shop@example.com")
    assert not told(both, "negative:office")


def test_who_confirms_our_order_delivers_to_us() -> None:
    """`Your order`, and a number: said by a seller; in a subject that is handed on, of the buyer's."""
    text = "Ihre Bestellung 26-11873-40021 ist eingebucht"
    assert judged(mail(text)).name is VerdictName.NONE
    assert judged(mail("Gruß", subject=text)).name is VerdictName.NONE
    assert judged(mail("fehlt", subject=f"WG: {text}")).name is VerdictName.OFFCHANNEL


def test_one_word_of_business_beside_a_number_may_be_chance() -> None:
    """Two are not, unless the writer says that he bought there."""
    number = "Bestellung 304-1234567-7654321"
    assert judged(mail(f"{number}, im Katalog stand: FBA")).name is VerdictName.OFFCHANNEL
    assert judged(mail(f"{number}. Anbei die Preisliste, FBA möglich")).name is VerdictName.NONE
    assert judged(mail(f"Bei Amazon gekauft, {number}. Preisliste? FBA?")).name is VerdictName.OFFCHANNEL


def test_machines_are_known_by_their_domain() -> None:
    """A parcel service that names an order is none."""
    raw = mail("Referenz 304-1234567-7654321", sender="DHL <noreply@paket.dhl.de>")
    assert judged(raw).name is VerdictName.NONE


def test_partners_have_no_orders() -> None:
    """A repair partner who names an order is none, by address or domain."""
    config = shipped_config()
    for partner in ("werkstatt.example", "meister@werkstatt.example"):
        company = config.gateway.company.model_copy(update={"partners": (partner,)})
        named = replace(config, gateway=config.gateway.model_copy(update={"company": company}))
        raw = mail("Zu 304-1234567-7654321: Motor getauscht", sender="meister@werkstatt.example")
        assert judged(raw, config=named).name is VerdictName.NONE
        assert judged(raw).name is VerdictName.OFFCHANNEL


def test_forwarded_mail_of_the_marketplace() -> None:
    """A quoted sender of the marketplace is evidence in full."""
    raw = mail(
        "Siehe unten\n\n-------- Weitergeleitete Nachricht --------\n"
        "Von: Amazon.de <bestellbestaetigung@amazon.de>\n"
        "Datum: Fri, 2 Oct 2026 11:02:54 +0000\nAn: x@gmx.example\nBetreff: Bestellt\n\nText"
    )
    assert told(raw, "forwarded") == [(3.0, "amazon", None, "quote: bestellbestaetigung@amazon.de")]
