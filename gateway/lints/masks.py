"""Numbers that are no contact data: orders, accounts, registers, parcels, items, dates.

`masked` blanks them out, so that what is left over can be a phone number. Same length, same offsets; linear;
never raises.
"""

import re
from collections.abc import Iterable
from typing import Final

from gateway.config.base import compiled
from gateway.config.packs import Pack
from gateway.lints.phrases import readable

_LABELS: Final = (
    # Labels of numbers, folded: parcels, items, papers, registers, taxes, accounts, in eight languages.
    r"dhl|dpd|gls|ups|hermes|fedex|tnt|evri|inpost|postnl|postnord|colissimo|chronopost|seur|"
    r"correos|brt|sendung|paket|parcel|colis|pacco"
    r"|paquete|paczka|pakket|kolli|tracking|trackingcode|sendungsverfolgung|suivi|spedizione|"
    r"seguimiento|envio|przesylk\w+|verzending|sparning"
    r"|art|artikel|article|articolo|articulo|item|produkt|product|ean|gtin|asin|isbn|sku|mpn|"
    r"sn|s/n|serial|serien|serie|seriale|seryjny|modell"
    r"|part[ -]?(?:no|number|num)"
    r"|model|teile|ersatzteil|charge|lot|batch|plz|rechnung|rechnungs|rechn|invoice|facture|"
    r"fattura|factura|faktura|faktury|factuur|beleg|kunden"
    r"|customer|client|cliente|klant|kund|klienta|auftrags|bestell|bestellung|order|commande|"
    r"ordine|pedido|zamowienie|zamowienia|bestelling|vorgangs?"
    r"|ticket|fall|case|rma|retouren?|return|reso|lieferschein|transaktions?|referenz|"
    r"reference|ref|riferimento|referencia|referentie|aktenzeichen|az"
    r"|konto|account|blz|iban|bic|swift|steuer|st|ust|vat|mwst|tva|iva|btw|moms|hrb|hra|gnr|"
    r"vr|fn|rcs|siret|siren|kvk|rea|p\.? ?iva|partita iva|c\.?f\.?"
    r"|cif|nif|nip|regon|krs|org|organisations|company|registered|registration|weee|lucid|"
    r"eori|uid|che|glaubiger|filiale|ape|naf|capital|capitale"
)
_NUMBERS: Final = (
    r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b",  # IBAN
    r"\b[A-Z]{2,3}[ -]?\d{8,11}[A-Z]?(?:\d{2})?\b",  # VAT ids
    r"\b(?:JJD|JVGL|TBA|1Z|RR|CD|LX|CP|RB|UA)[0-9A-Z]{8,22}\b",  # parcels
    r"(?:^|[^+\d])[1-9]\d{11,21}\b|\b0\d{12,21}\b",  # parcels, item numbers, EAN
    r"\b\d \d{6} \d{6}\b",  # EAN as it stands below the bars
    r"(?i)\bCHE-?\d{3}\.\d{3}\.\d{3}",
    r"\b\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}\b|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b",  # dates
    r"\b\d{1,2}[:.h]\d{2} ?(?:-|bis|to|a|tot|till|do) ?\d{1,2}[:.h]\d{2}\b",  # times
    r"\b\d{1,5}(?:[.,]\d{1,3})? ?[x\x{00d7}] ?\d{1,5}(?:[.,]\d{1,3})?(?: ?[x\x{00d7}] "
    r"?\d{1,5})?\b",  # measures
)
_LABELLED: Final = (
    r"(?i)(?:^|[^\pL\pN])(?:" + _LABELS + r")"
    r"[ .\-]{0,2}(?:-?nr\.?|-?nummer|-?no\.?|number|num(?:ero|er|mer)?|n[°ºo]\.?|code|kod|id|"
    r"nr|#|ident\w{0,8})?"
    r"(?: ?(?:lautet|ist|is|est|de|di|del|d'|:))?[:# .]{0,4}[A-Z]{0,4}[ -]?[0-9][0-9A-Z/ .\-]{3,30}"
)


def masked(text: str, packs: Iterable[Pack], own: Pack | None = None) -> str:
    """The text with all numbers that are no contact blanked out. `own` is the pack the reply goes to."""
    text = readable(text)
    patterns = [(pattern, False) for pattern in (*_NUMBERS, _LABELLED)]
    letters: list[str] | None = None
    for pattern, fold in patterns:
        for found in compiled(pattern, fold).finditer(text):
            letters = letters or list(text)
            _blank(letters, found.start(), found.end())
            if pattern is _LABELLED:
                _blank_alike(letters, text, found.end(), found[0])
    for pack in packs:
        for order in pack.order:
            if order.context != "none" and (own is None or pack.name != own.name):
                continue
            for found in compiled(order.pattern, True).finditer(text):
                if order.context == "none" or not found[0].startswith("0") or _digits(found[0]) > 14:
                    letters = letters or list(text)
                    _blank(letters, found.start(), found.end())
    return "".join(letters) if letters else text


def _blank(letters: list[str], start: int, end: int) -> None:
    for index in range(start, end):
        if letters[index] != "\n":
            letters[index] = " "


def _blank_alike(letters: list[str], text: str, start: int, first: str) -> None:
    """Also the numbers behind a labelled one that begin like it ("part 0621-440127, the old 0621-440125")."""
    head = re.search(r"\d{3,}[-./](?=\d)", first)
    if head:
        for found in re.finditer(re.escape(head[0]) + r"[\d\-./]{2,20}", text[start : start + 120]):
            _blank(letters, start + found.start(), start + found.end())


def _digits(text: str) -> int:
    return len(re.findall(r"\d", text))
