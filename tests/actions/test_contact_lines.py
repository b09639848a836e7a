"""What goes of a line of a signature, line by line: «…» is what is cut."""

import re

import pytest

from gateway.actions.contact_lines import Unclear, parts

CONTACT = re.compile(r"(?:\+49|0)[\d ]{6,16}\d|[\w.+-]+@[\w-]+\.[a-z]+|(?:https?://|www\.)[\w./-]+\w")


def marked(text: str) -> str:
    """The text with marks around what goes."""
    done = text
    for part in reversed(parts(text, [found.span() for found in CONTACT.finditer(text)])):
        done = f"{done[: part.first]}«{done[part.first : part.last]}»{done[part.last :]}"
    return done


@pytest.mark.parametrize(
    "line",
    [
        "«Tel. 030 23125117 | info@shop.de | www.shop.de»",
        "Muster GmbH« | Tel. 030 23125117» | HRB 12345 Amtsgericht Berlin",
        "«Telefon/Fax: 030 23125117 / 030 23125118»",
        "«Tel. & WhatsApp: +49 171 1234567»",
        "«Kundenservice Möbel: 030 23125117»",
        "Ihr Kundenservice« 030 23125117»",
        "«☎ 030 23125117»",
        "«Tél. : 030 23125117»",
        "«Teléfono: 030 23125117»",
        "«Correo electrónico: info@shop.de»",
        "«Telefoon 030 23125117»",
        "«E-post: info@shop.de»",
        "«tel. kom. +49 171 1234567»",
        "Geschäftsführer: Anna Vogt · Sitz: Berlin« · info@shop.de»",
        "Muster GmbH, Geschäftsführer: Anna Vogt",
        "«You can reach us at 030 23125117»",
        "«Besuchen Sie uns im Internet: https://www.shop.de/kontakt»",
        "Anna Vogt« (info@shop.de)»",
    ],
)
def test_contact_data_take_their_labels_and_separators(line: str) -> None:
    """And nothing of the firm."""
    assert marked(re.sub("[«»]", "", line)) == line


@pytest.mark.parametrize(
    "line",
    ["Wir freuen uns auf Ihre Nachricht an info@shop.de", "Schreiben Sie 030 23125117 und wir rufen zurück"],
)
def test_a_line_that_would_hang_in_the_air_is_unclear(line: str) -> None:
    """A person looks at it."""
    with pytest.raises(Unclear):
        marked(line)


def test_a_heading_goes_with_the_lines_it_announced() -> None:
    """Only right above them."""
    assert (
        marked("Vogt\n\nKontakt\nTel. 030 23125117\nKontakt\n")
        == "Vogt\n\n«Kontakt»\n«Tel. 030 23125117»\nKontakt\n"
    )
