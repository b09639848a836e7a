"""How people speak of purchases, by language: data, no code.

It names no marketplace: `{name}` stands for all of them, so a new pack has these sayings
at once; what only one marketplace says stands in its pack. Words are written as usual;
spelling is folded. A new language is one file here and one line below.
"""

from typing import Final

from gateway.signals.speech.de import GERMAN
from gateway.signals.speech.en import ENGLISH
from gateway.signals.speech.es import SPANISH
from gateway.signals.speech.fr import FRENCH
from gateway.signals.speech.it import ITALIAN
from gateway.signals.speech.nl import DUTCH
from gateway.signals.speech.pl import POLISH
from gateway.signals.speech.shape import CLASSES, Speech
from gateway.signals.speech.sv import SWEDISH

SPEECHES: Final[dict[str, Speech]] = {
    "de": GERMAN,
    "en": ENGLISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "es": SPANISH,
    "pl": POLISH,
    "nl": DUTCH,
    "sv": SWEDISH,
}

__all__ = ["CLASSES", "SPEECHES", "Speech"]
