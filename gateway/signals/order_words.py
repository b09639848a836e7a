"""What stands around an order number, in eight languages: RE2 patterns for `signals/order_number.py`.

Case is ignored. A language is added by its words in each of these.
"""

from typing import Final


def _one_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


LABEL: Final = _one_of(
    r"""
    bestell beste?lung best\.?[-\x20]?nr auftrag order purchase \bpo[-\x20]?(?:nr|no|number)
    command?e \bcde\b ordin[ei] pedid[oa] \borden\b zam[oó]wieni zakup zam\b beste?lnummer
    best[aä]llning transaktion transaction transakcj
    (?:^|[^\pL])kauf(?:nummer|nr|datum|beleg|abwicklung|s)?\b
    (?:^|[^\pL])(?:compra|achat|acquisto|aankoop|köp|vorgang|sale|verkoop|ordre|inköp)
    """
)
"""A word for order, or its beginning."""

OTHER: Final = _one_of(
    r"""
    sendung paket \bcard karte tarjeta karta track parcel artikel art\.?-?nr item rechnung invoice
    factur fattur faktur kunde customer client serien serial \bean\b gtin \basin\b model seriennr
    suivi colis pacco spedizion envío paquete paczk przesył zending pakket ticket \bfall\b \bcase\b
    telefon phone \btel\b iban konto retoure rma charge lot\b vat\b \bust p\.?iva steuer
    numéro\x20de\x20série teile part
    """
)
"""A word for another number."""

KIND: Final = OTHER[:-1] + r"|(?:^|[^\pL])(?:r[ée]f|rif|model|modell|mod[èe]le|modelo|typ|type|sku|art)\b)"
"""Right before a number that has no word for order: that it is something else's."""

_FOR_PHONES: Final = _one_of(
    """
    tel telefon telefonnummer telefonnr fon phone mobil mobile mobiltelefon handy handynummer fax
    telefax whatsapp hotline rufnummer rückruf call durchwahl cell t m f tél téléphone portable
    cellulare teléfono móvil komórka telefoon mobiel
    """
)
PHONE: Final = (
    rf"(?:^|[^\pL]){_FOR_PHONES}(?:[.:/ ]|nr|no|unter|us|me|mich|uns|an|at|op|au|al|pod){{0,6}}[+(]?\s?"
    r"(?:\d{1,4}[) /-]{1,3})?$"
)
"""Right before a number: that it is a telephone's."""

BESIDE: Final = (
    r"^[^\pL\d]{0,4}(?:nr|no|n|num|number|nummer|numer|numero|número|id|order|bestellung)?[^\pL\d]{0,6}$"
)
"""Between a name and its order number, and nothing else."""

IBAN: Final = r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b"
DATES: Final = (r"\b20\d\d-[01]\d-[0-3]\d\b", r"\b[0-3]?\d-[01]?\d-20\d\d\b", r"\b20[0-3]\d[01]\d[0-3]\d\b")
CONTACT: Final = r"[\w.+-]{1,64}@[\w.-]{1,253}"
NEVER: Final = (IBAN, *DATES, CONTACT)
"""Numbers of bank accounts, dates, and what stands in a mail address."""

NAMED_OTHERWISE: Final = (
    r"(?:(?:kunden?|client|customer|cliente|klant|klienta|mitglieds?|account|ticket|vorgangs?|case|rma|retouren?|"
    r"serien|serie|serial|liefer(?:schein)?|angebots?|delivery(?:\x20note)?|quote|quotation|devis|offerta|"
    r"oferta|offerte|presupuesto|rechnungs?|invoice|facture|fattura|factura|factuur|faktur[ay]?|albar[aá]n|pakbon|följesedel|vertrags?|contract|contrat|police?n?)[-\x20]?"
    r"(?:nummer|nr|no|number|id|n|num|ref|referenz)?|"
    r"(?:n[uú]m[eé]ro|numer|número|n[°º]|nr\.?)[-\x20](?:de\x20|di\x20|del\x20)?"
    r"(?:cliente?|klienta|serie|s[eé]rie|devis|seryjny|ddt|facture|fattura|factura|faktury))"
    r"(?:[^\pL\d\n]|\b(?:lautet|ist|is|es|est|[eè]|bei|ihnen|euch|with|you|chez|vous|da|voi|jest|är|to)\b){0,40}$"
)
"""Right before a number: the word for it, which is no word for an order."""
