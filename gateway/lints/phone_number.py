"""A phone or fax number in the new text of a reply to a relay address.

Numbers that are valid where the company or the marketplace is at home (libphonenumber),
and whatever stands behind a word like "Tel." or "Fax". Order ids, IBANs, parcel and
item numbers are none. Time is bounded: at most 64 KiB are read.
"""

import re
from collections.abc import Iterator
from typing import Final

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.lints.new_text import masked
from gateway.words import Facts

CHECK: Final = "phone_number"
_MOST: Final = 64 * 1024
_ENOUGH_DIGITS: Final = re.compile(r"\d(?:[ ()/.\-]{0,3}\d){5}")
_LABELLED: Final = re.compile(
    r"(?<![^\W_])(?:tel(?:efon)?(?:nummer)?|fon|phone|mobil(?:e|telefon|nummer)?|handy(?:nummer)?|"
    r"(?:tele)?fax|whats ?app|signal|telegram|"
    r"hotline|rufnummer|durchwahl|cell|call us(?: at| on)?|rufen sie (?:uns )?(?:an|unter))"
    r"(?:[ .:/\-]|nr|no|an|unter|on|at|via|ist|is|mir|uns|auf){0,8}"
    r"(?P<number>[+(]{0,2}\d(?:[ ()/.\-]{0,3}\d){4,17})",
    re.IGNORECASE,
)
_INTERNATIONAL: Final = re.compile(r"(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?:[ ()/.\-]{0,3}\d){6,13}(?!\d)")
_REGIONS: Final = {
    "de": ("DE", "AT", "CH"),
    "en": ("GB", "US"),
    "fr": ("FR",),
    "it": ("IT",),
    "es": ("ES",),
} | {
    "pl": ("PL",),
    "nl": ("NL",),
    "sv": ("SE",),
}


def findings(new_text: str, facts: Facts, pack: Pack | None, config: Config) -> Iterator[tuple[int, int]]:
    """The spans of all numbers, in characters of the text, each once, in order."""
    text = new_text[:_MOST]
    if not _ENOUGH_DIGITS.search(text):
        return
    # What a word like "Tel." announces is a phone number, whatever else its shape could be.
    spans = [found.span("number") for found in _LABELLED.finditer(text)]
    text = masked(text, config.packs)
    spans += [found.span() for found in _INTERNATIONAL.finditer(text)]
    for region in regions(config):
        for found in PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=200):
            if _is_national(found, text):
                spans.append((found.start, found.end))
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def regions(config: Config) -> tuple[str, ...]:
    """Where the company's languages are at home: the regions whose national numbers are recognised."""
    found = [region for language in config.gateway.company.languages for region in _REGIONS.get(language, ())]
    return tuple(dict.fromkeys(("DE", *found)))[:4]


def _is_national(found: phonenumbers.PhoneNumberMatch, text: str) -> bool:
    """Whether a bare run of digits really is written as a number to call: with its 0, + or separators."""
    written = text[found.start : found.end]
    return written.startswith(("+", "0", "(")) or len(re.findall(r"[ ()/.\-]", written)) >= 2
