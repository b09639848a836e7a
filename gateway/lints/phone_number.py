"""A phone or fax number, or the handle of a messenger, in the new text of a reply to a relay address.

Numbers that are valid where the company, the marketplace or the language is at home
(libphonenumber), whatever stands behind a word like "Tel." or "Fax", digits with blanks between or
spelled out, `tel:` links. Order ids, IBANs, parcel, register and item numbers are none.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher

from gateway.lints.phrases import fold
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.contact import DIGITS, MESSENGERS, MORE_DIGITS, PHONE_LABELS, TENS
from gateway.words import Severity

CHECK: Final = "phone_number"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "remove the number: the buyer answers through the marketplace"

_ENOUGH_DIGITS: Final = re.compile(r"\d(?:[ ()/.\-]{0,3}\d){5}")
_FILLER: Final = (
    r"(?:[ .:/\-]|nr|no|an|unter|on|at|via|ist|is|mir|uns|auf|est|es|e|el|jest|ar|lautet"
    r"|number|numero|nummer|numer|to)"
)
_LABELLED: Final = re.compile(
    rf"(?<![^\W_])(?:{PHONE_LABELS}){_FILLER}{{0,8}}(?P<number>[+(]{{0,2}}\d(?:[ ()/.\-]{{0,3}}\d){{5,17}})"
)
_INTERNATIONAL: Final = re.compile(r"(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?:[ ()/.\-]{0,3}\d){6,13}(?!\d)")
_SPACED: Final = re.compile(r"(?<![\d.,])0(?:[ .\-]{1,3}\d{1,2}){7,12}(?![\d.,]*\d)")
_PAIRS: Final = re.compile(r"(?<![\d.,])0[1-9](?:\.\d{2}){4}(?![\d.,]*\d)")
_BROKEN: Final = re.compile(
    r"(?<!\d)0\d{2,4}(?: -)? (?:und |und dann |dann |then |and then |puis |poi |luego )\d{4,9}(?!\d)"
)
_DATE: Final = re.compile(r"\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}$|\d{4}-\d{2}-\d{2}|0*(\d)\1*$")
_HANDLE: Final = re.compile(
    rf"(?<!\w)(?:{MESSENGERS})(?:[ -](?:name|account|konto|kanal|profil|user(?:name)?|kontakt|channel|id))?"
    r"(?: ?: ?@?[a-z_][\w.\-]{2,40}| {1,2}(?:unter |under |sub |auf |at )?@[a-z0-9_][\w.\-]{2,40})"
    rf"|(?<!\w)(?:{MESSENGERS})[^.!?\n@]{{0,40}}(?<![\w.])@[a-z0-9_][\w.\-]{{2,40}}"
    rf"|(?<![\w.@])@[a-z0-9_][\w.\-]{{2,40}} (?:auf|bei|on|sur|su|en|na|op|pa) (?:{MESSENGERS})(?!\w)"
)
_DIGITS_OF: Final = {word for words in DIGITS.values() for word in words.split()} | MORE_DIGITS
_AMBIGUOUS: Final = frozenset(
    {"un", "en", "et", "se", "due", "een", "ein", "ett", "oh", "plus", "one", "uno"}
)
_TOKEN: Final = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_FILLERS: Final = frozenset(
    [
        "-",
        "/",
        ",",
        ";",
        ".",
        ":",
        "(",
        ")",
        "+",
        "und",
        "and",
        "et",
        "e",
        "y",
        "i",
        "en",
        "och",
        "dann",
        "then",
        "puis",
    ]
)
_LEAST_SPELLED: Final = 4
_LEAST_DIGITS: Final = 7
_MOST_LINES: Final = 200
_LINE: Final = 1000
_REGIONS: Final = {
    "de": ("DE", "AT", "CH"),
    "en": ("GB", "US"),
    "fr": ("FR", "BE"),
    "it": ("IT",),
    "es": ("ES",),
    "pl": ("PL",),
    "nl": ("NL", "BE"),
    "sv": ("SE",),
}


def findings(reply: Reply) -> Iterator[Found]:
    """All numbers and handles, in order, then those that stand in no text."""
    for start, end in spans(reply):
        yield Found(start, end, fix=FIX)
    digits = re.sub(r"\D", "", reply.text)
    for mark in reply.marks:
        if mark.kind == "link" and mark.value.lower().startswith(
            ("tel:", "sms:", "callto:", "whatsapp:", "tg:")
        ):
            number = mark.value.partition(":")[2]
            if re.sub(r"\D", "", number)[-7:] not in digits or not re.search(r"\d{3}", number):
                yield Found(shown=mark.value, fix=FIX, in_signature=mark.in_signature)
        elif mark.kind == "alt" and mark.value not in reply.text and _in_alt(mark.value):
            yield Found(shown=mark.value, fix=FIX, in_signature=mark.in_signature)


def spans(reply: Reply) -> Iterator[tuple[int, int]]:
    """The spans of all numbers in the new text, each once, in order."""
    folded, found = reply.folded, []
    if any(map(str.isdigit, folded)):
        # What a word like "Tel." announces is a phone number, whatever else its shape could be.
        found += [
            match.span("number") for match in _LABELLED.finditer(folded) if not _DATE.match(match["number"])
        ]
        found += [match.span() for match in islice(_PAIRS.finditer(folded), 50)]
        found += _numbers(fold(reply.masked), reply)
    found += [match.span() for match in islice(_HANDLE.finditer(folded), 50)]
    found += _spelled(folded)
    last = -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def _numbers(text: str, reply: Reply) -> Iterator[tuple[int, int]]:
    """What is a number without a label, in a masked text."""
    for pattern in (_INTERNATIONAL, _SPACED, _BROKEN):
        yield from (match.span() for match in islice(pattern.finditer(text), 50))
    lines = 0
    offset = 0
    wanted = regions(reply)
    for line in text.split("\n"):
        if lines < _MOST_LINES and _ENOUGH_DIGITS.search(line[:_LINE]):
            lines += 1
            for region in wanted:
                for match in PhoneNumberMatcher(line[:_LINE], region, leniency=Leniency.VALID, max_tries=50):
                    if _is_national(match, line):
                        yield offset + match.start, offset + match.end
        offset += len(line) + 1


def regions(reply: Reply) -> tuple[str, ...]:
    """Where national numbers are recognised: of the marketplace's, the text's and the company's languages."""
    own = reply.company.languages if reply.company else ()
    spoken = (*reply.languages, *([reply.language] if reply.language else ()), *own)
    found = [region for language in spoken for region in _REGIONS.get(language, ())]
    return tuple(dict.fromkeys(("DE", *found)))[:6]


def _is_national(found: phonenumbers.PhoneNumberMatch, line: str) -> bool:
    """Whether a bare run of digits really is written as a number to call: with its 0, + or separators."""
    written = line[found.start : found.end]
    if line[found.end : found.end + 2].strip().startswith(("€", "%")) or _DATE.match(written):
        return False
    return written.startswith(("+", "0", "(")) or len(re.findall(r"[ ()/.\-]", written)) >= 2


def _in_alt(value: str) -> bool:
    folded = fold(value)
    return bool(_LABELLED.search(folded) or _INTERNATIONAL.search(folded))


def _spelled(folded: str) -> Iterator[tuple[int, int]]:
    """Runs of digits as words ("null eins sieben eins ..."), digits in figures among them."""
    run: list[tuple[int, int, int]] = []  # start, end, digits as words
    digits = 0
    for match in _TOKEN.finditer(folded):
        token = match[0]
        if (token in _DIGITS_OF and (run or token not in _AMBIGUOUS)) or (token in TENS and run):
            run.append((*match.span(), 1))
            digits += 1
        elif token.isdigit() and len(token) <= 8:
            run.append((*match.span(), 0))
            digits += len(token)
        elif not (run and token in _FILLERS and match.start() - run[-1][1] <= 3):
            yield from _if_number(run, digits)
            run, digits = [], 0
    yield from _if_number(run, digits)


def _if_number(run: list[tuple[int, int, int]], digits: int) -> Iterator[tuple[int, int]]:
    if digits >= _LEAST_DIGITS and sum(spelled for _, _, spelled in run) >= _LEAST_SPELLED:
        yield run[0][0], run[-1][1]
