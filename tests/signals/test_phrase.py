"""What buyers say: statements, hints, and sayings that only look like them."""

import pytest

from tests.support.noticed import judged, mail, told

CONFIRMED = [
    "ich habe bei Amazon ein Kabel bestellt",
    "hab ueber amazon gekauft",
    "habe uber Amazon gekauft",
    "Gekauft bei Amzon, defekt",
    "auf ama zon bestelt",
    "meine Amazonbestellung ist nicht da",
    "unsere Bestellung bei Amazon.de fehlt",
    "bestellt habe ich das Teil über www.amazon.de",
    "Kauf bei Amazon am 3.10., defekt",
    "bei E-Bay ersteigert",
    "die bei ebay gekaufte Uhr tickt nicht",
    "I bought it on Amazon",
    "my ebay purchase is broken",
    "we ordered two of these through your Amazon shop",
    "order placed via amazon last week",
]
LIKELY = [
    "Amazon hat mich an Sie verwiesen",
    "Der Amazon-Kundenservice sagt, ich soll Ihnen schreiben",
    "Problem mit Amazon Bestellung",
    "Ihr Amazon-Shop: Paket fehlt",
    "Amazon told me to contact you",
    "A-bis-Z-Garantieantrag läuft schon",
    "eBay-Artikelnummer 197526923798 passt nicht",
]
NONE = [
    "Verkaufen Sie auch auf Amazon?",
    "Ich habe nicht bei Amazon gekauft",
    "wenn ich das bei Amazon bestellt hätte",
    "kann man das bei Amazon bestellen?",
    "bei Amazon ist es billiger",
    "haben Sie einen Shop bei eBay?",
    "über eBay Kleinanzeigen gekauft",
    "mit Amazon Pay bezahlt",
    "den Amazon Echo habe ich schon",
    "der Amazonas ist lang, das Buch dazu habe ich gekauft",
    "Wir verkaufen auf Amazon und eBay",
    "bei einem anderen Händler auf Amazon gekauft",
    "I did not buy on Amazon",
    "Do you sell on eBay? Then I would order there",
    "an amazing product, I bought it yesterday",
    "our customers bought on Amazon",
    "Meine Bestellung ist kaputt",
]


@pytest.mark.parametrize("text", CONFIRMED)
def test_a_buyers_own_word_confirms(text: str) -> None:
    """He says that he bought there: offchannel, confirmed, whatever the spelling."""
    verdict = judged(mail(text))
    assert (verdict.name.value, verdict.confidence) == ("offchannel", "confirmed")


@pytest.mark.parametrize("text", LIKELY)
def test_strong_hints_are_likely(text: str) -> None:
    """Hints without a statement: offchannel, likely."""
    verdict = judged(mail(text))
    assert (verdict.name.value, verdict.confidence) == ("offchannel", "likely")


@pytest.mark.parametrize("text", NONE)
def test_what_only_names_a_marketplace(text: str) -> None:
    """Presale, denial, condition, other business, other seller: none."""
    assert judged(mail(text)).name.value == "none"


def test_quoted_text_counts_half() -> None:
    """The same saying in a quote has half the weight."""
    quoted = mail("Ja.\n\nAm 12.10.2026 um 14:03 schrieb Hans:\n> ich habe bei Amazon bestellt")
    assert told(quoted, "phrase:quoted") == [(1.5, "amazon", None, "quote: ich habe bei Amazon bestellt")]
    own = mail("ich habe bei Amazon bestellt")
    assert told(own, "phrase:bought") == [(3.0, "amazon", None, "text: ich habe bei Amazon bestellt")]


def test_sentences_are_not_read_across() -> None:
    """A name in one sentence and a purchase in the next are no statement."""
    assert told(mail("Bei Amazon sind Sie auch zu finden. Meine Frau hat gekauft."), "phrase:bought") == []
