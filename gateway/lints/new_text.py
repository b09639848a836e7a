"""What a lint reads: the new text of a reply, and where its signature begins. Also the masks.

The new text is what the author wrote for this mail, quoted history left out. A signature
begins at the line `-- `, or behind the last closing line ("Mit freundlichen Grüßen");
"Von meinem iPhone gesendet" belongs to it. Linear; never raises.
"""

import re
from collections.abc import Iterable
from typing import Final

from gateway.config.base import compiled
from gateway.config.packs import Pack
from gateway.mail import html, quote
from gateway.mail.message import Message

SNIPPET: Final = 80
_DELIMITER: Final = re.compile(r"^--[ \t]*\r?$", re.MULTILINE)
_CLOSING: Final = re.compile(
    r"^[ \t]*(?:"
    r"mit (?:\w+ )?(?:freundlich\w*|best\w*|herzlich\w*|lieb\w*|sonnig\w*|kolleg\w*) gr(?:ü|ue|u)(?:ß|"
    r"ss)\w*|mfg|lg|vg|"
    r"(?:freundliche|beste|viele|liebe|herzliche|schöne|sonnige)n? gr(?:ü|ue)(?:ß|ss)e?\w*|"
    r"hochachtungsvoll|ihr \w+[- ]team|"
    r"(?:best|kind|warm|many|with kind|with best)(?: \w+)? (?:regards|wishes|greetings)|(?:kind |warm |"
    r"best )?regards|"
    r"yours(?: \w+)?|sincerely|cheers|best wishes|all the best"
    r")\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_SENT_FROM: Final = re.compile(
    r"^[ \t]*(?:von meinem \S+(?: \S+)? gesendet|gesendet (?:von|mit) |sent from (?:my|outlook|mail|"
    r"yahoo))",
    re.I | re.M,
)


def of(message: Message) -> str:
    """The new text of a mail: of its plain parts, else of its HTML, cut where the quoted history begins.

    Raises mime.TooComplex.
    """
    texts = message.texts()
    plain = [text for part, text in texts if part.content_type == "text/plain"]
    if any(text.strip() for text in plain):
        return "\n".join(text[: quote.newest(text).offset] for text in plain)
    found = []
    for _, text in texts:
        shown = html.visible(text[: html.newest(text).offset])
        found.append(shown[: quote.newest(shown).offset])
    return "\n".join(found)


def signature(text: str) -> int:
    """The offset at which the signature begins; the length of the text if there is none."""
    starts = [found.start() for found in _DELIMITER.finditer(text)][:1]
    closings = [found.end() for found in _CLOSING.finditer(text)]
    starts += closings[-1:]
    starts += [found.start() for found in _SENT_FROM.finditer(text)][-1:]
    return min(starts, default=len(text))


def snippet(text: str, start: int, end: int) -> str:
    """The line around a find, at most 80 characters, the find itself always in it."""
    if end - start >= SNIPPET:
        return text[start : start + SNIPPET]
    lo = max(text.rfind("\n", 0, start) + 1, end - SNIPPET, 0)
    line_end = text.find("\n", end)
    hi = min(len(text) if line_end < 0 else line_end, lo + SNIPPET)
    return " ".join(text[lo:hi].split())


_NUMBERS: Final = (
    r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?\b",  # IBAN
    r"\b[A-Z]{2}[ -]?\d{8,10}\b",  # VAT id
    r"\b(?:JJD|JVGL|TBA|1Z|RR|CD|LX)[0-9A-Z]{8,22}\b",  # parcels
    r"(?:^|[^+\d])[1-9]\d{11,21}\b|\b0\d{14,21}\b",  # parcels, item numbers, EAN
    r"(?i)\b(?:DHL|DPD|GLS|UPS|Hermes|Sendung|Paket)[:# ]{1,3}\d[\d ]{7,30}",
    r"(?i)\b(?:HRB|HRA|GnR|VR|Art\.?-?Nr\.?|Artikel(?:nummer)?|EAN|ASIN|SKU|PLZ|Steuer-?(?:nummer|nr\.?)|"
    r"St\.?-?Nr\.?|"
    r"Sendungs(?:nummer|nr\.?)|Paket(?:nummer|nr\.?)|Tracking(?:[- ]?(?:number|no\.?|nr\.?|code|id))?|"
    r"Rechnungs?-?(?:nummer|nr\.?)|"
    r"invoice(?: (?:number|no\.?))?|Kunden-?(?:nummer|nr\.?)|Konto(?:nummer)?|BLZ|IBAN|BIC)[:# "
    r"]{0,3}[A-Z0-9][A-Z0-9/ .-]{3,30}",
    r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b",  # dates
)


def masked(text: str, packs: Iterable[Pack]) -> str:
    """The text with all numbers that are no contact blanked out: orders, accounts, parcels, dates.

    Same length, same offsets.
    """
    patterns = [(pattern, False) for pattern in _NUMBERS]
    patterns += [(order.pattern, True) for pack in packs for order in pack.order]
    letters: list[str] | None = None
    for pattern, fold in patterns:
        for found in compiled(pattern, fold).finditer(text):
            letters = letters or list(text)
            letters[found.start() : found.end()] = " " * (found.end() - found.start())
    return "".join(letters) if letters else text
