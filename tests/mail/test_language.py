"""Which language a short business mail is written in."""

import pytest

from gateway.mail.language import LANGUAGES, detect

SHORT = {
    "de": ["Guten Tag", "Das Paket ist unterwegs und kommt am Freitag.", "Vielen Dank für Ihre Nachricht!"],
    "en": [
        "Thank you for your message.",
        "The parcel will be with you on Friday.",
        "Please send us a photo.",
    ],
    "fr": [
        "Bonjour Madame, votre colis est en route.",
        "Merci pour votre message.",
        "Nous vous remboursons.",
    ],
    "it": ["Buongiorno, il pacco è in viaggio.", "Grazie per il suo messaggio.", "La spedizione parte oggi."],
    "es": ["Buenos días, su pedido está en camino.", "Gracias por su mensaje.", "El reembolso se hizo ayer."],
    "pl": ["Dzień dobry, paczka jest w drodze.", "Dziękujemy za wiadomość.", "Zwrot został zlecony wczoraj."],
    "nl": ["Goedemorgen, uw pakket is onderweg.", "Dank voor uw bericht.", "Wij sturen u een nieuwe."],
    "sv": ["Hej, paketet är på väg.", "Tack för ditt meddelande.", "Vi skickar en ny i morgon."],
}


@pytest.mark.parametrize(
    ("language", "text"), [(name, text) for name, texts in SHORT.items() for text in texts]
)
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "OK", "302-1234567-1234567", "Max Muster", "¿?", "in", "de"])
def test_what_is_not_clear_is_unknown(text: str) -> None:
    assert detect(text) is None


def test_all_languages_have_a_case() -> None:
    assert tuple(sorted(SHORT)) == tuple(sorted(LANGUAGES))
