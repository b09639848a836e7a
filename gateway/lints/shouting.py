"""Words in capitals, rows of exclamation or question marks.

A row of capitals shouts only if an everyday word is in it: product names, firms and abbreviations do not. The
signature is not looked at.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from gateway.lints.phrases import fold
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.language import WORDS
from gateway.words import Severity

CHECK: Final = "shouting"
SEVERITY: Final = Severity.TONE
FIX: Final = "write in small letters, with one mark at the end"

_MARKS: Final = re.compile(r"[!?]{3,}|!!")
_RUN: Final = re.compile(
    r"(?<!\w)[^\W\d_a-z]{2,}(?:(?:[ \t]|[,;:.!?-][ \t]?|\r?\n){1,3}[^\W\d_a-z]{2,}){1,40}(?!\w)"
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LEAST_LETTERS: Final = 8
_COMMON: Final = frozenset(
    word
    for words in WORDS.values()
    for word in words.split()
    if len(word) > 2 and word not in ("pro", "max", "est")
) | frozenset(
    [
        "sofort",
        "niemals",
        "nie",
        "immer",
        "endlich",
        "lesen",
        "antworten",
        "aufhoren",
        "achtung",
        "stop",
        "never",
        "now",
        "read",
        "always",
        "again",
        "immediately",
        "jamais",
        "maintenant",
        "jamais",
        "mai",
        "subito",
        "leggere",
        "nunca",
        "ahora",
        "lea",
        "nigdy",
        "natychmiast",
        "nooit",
        "lees",
        "nu",
        "aldrig",
        "genast",
    ]
)
_STANDARDS: Final = frozenset(["DIN", "ISO", "IEC", "VDE", "NF", "UNI", "UNE", "ASTM"])


def findings(reply: Reply) -> Iterator[Found]:
    """Each row of marks and of capitals above the signature, in order."""
    own = reply.text[: reply.signature]
    spans = [match.span() for match in islice(_MARKS.finditer(own), 50)]
    spans += [match.span() for match in islice(_RUN.finditer(own), 50) if _shouts(match[0])]
    for start, end in sorted(spans):
        yield Found(start, end, fix=FIX)


def _shouts(run: str) -> bool:
    words = _WORD.findall(run)
    if not all(word.isupper() for word in words) or sum(map(len, words)) < _LEAST_LETTERS:
        return False
    if any(word in _STANDARDS for word in words):
        return False
    common = sum(fold(word) in _COMMON for word in words)
    return common >= (2 if len(words) == 2 else 1)
