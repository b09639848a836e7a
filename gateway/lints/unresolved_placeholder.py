"""A template that was not filled in: {{name}}, [Vorname], %ORDER%, <<Kunde>>, a row of crosses."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from gateway.config.base import compiled
from gateway.lints.phrases import around, fold
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.business import PLACEHOLDERS
from gateway.words import Severity

CHECK: Final = "unresolved_placeholder"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "fill in or remove what the template left open"

_SHAPES: Final = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{1,60}%\}|\$\{[^{}\n]{1,60}\}|<<[^<>\n]{1,40}>>|\[\[[^\[\]\n]{1,40}\]\]"
    r"|(?<![\w%])%[A-Za-z_]{3,30}%(?!\w)|##?[A-Z_]{3,30}##?(?!\w)|\$\$[A-Z_]{2,30}\$\$|(?<![\w$])\${1,2}[A-Z_]{4,30}\b|(?<!\w)[A-Z]{2,20}(?:_[A-Z]{2,20}){2,4}(?!\w)|"
    r"\u00ab[A-Z_a-z]{3,30}\u00bb"
    r"|\[[A-Z]{2,20}_[A-Z_]{2,20}\]|\{[A-Za-z_]{2,30}\}|#[a-z]+\.[a-z_.]+#|(?<![\w\u2026.])_{4,12}(?!\w)"
)
# Crosses in a sentence: not in a masked account number, and not as a size.
_CROSSES: Final = re.compile(r"(?<![\w.\-*])(?:[Xx]{3,12}|XX\.XX(?:\.X{2,4})?)(?![\w\-*])(?! ?\d)")
# A date as its pattern, where no format is explained.
_DATES: Final = re.compile(
    r"(?<![\w.])(?:TT|DD|GG|JJ|XX)[./-](?:MM|XX)[./-](?:JJJJ|YYYY|AAAA|RRRR|JJ|YY|AA|X{4})(?!\w)|(?<!\w)(?:YYYY|JJJJ|AAAA|RRRR|\u00c5\u00c5\u00c5\u00c5)-MM-(?:DD|TT)(?!\w)"
    r"|(?<![\w.])(?:TT|GG|JJ)[./]MM[./]?(?![\w./])|(?<!\w)(?:HH|hh|GG):(?:MM|mm)(?!\w)"
)
_FORMAT: Final = re.compile(r"\bformat|\bforma[ts]\w*")
_BRACKETED: Final = (
    r"\[ ?(?:{0})(?:[ /](?:{0})){{0,2}} ?\]|< ?(?:{0})(?:[ /](?:{0})){{0,2}} ?>"
    r"|<[^<>\n]{{2,30}} (?:einfugen|eintragen|einsetzen|erganzen|here|a inserer"
    r"|inserire|insertar|wstawic|invullen|infoga)>"
    r"|\( ?(?:name|kundenname|datum|bestellnummer|hier \w{{3,20}} (?:einfugen|eintragen)|"
    r"insert \w{{3,20}}) ?\)"
    r"|\[ ?(?:hier |bitte |insert |ihr |your |votre |su |uw |inserire |insertar |wstaw )[^\[\]\n]{{2,40}}\]"
).format(fold(PLACEHOLDERS))


def findings(reply: Reply) -> Iterator[Found]:
    """Each placeholder, in the order of the three ways to write one."""
    spans = [match.span() for match in islice(_SHAPES.finditer(reply.text), 50)]
    spans += [
        match.span()
        for match in islice(_CROSSES.finditer(reply.text), 50)
        if not _is_masked(reply.text, match.start())
    ]
    spans += [match.span() for match in islice(compiled(_BRACKETED).finditer(reply.folded), 50)]
    spans += [
        match.span()
        for match in islice(_DATES.finditer(reply.text), 50)
        if not _FORMAT.search(around(reply.folded, *match.span()))
    ]
    last = -1
    for start, end in sorted(spans):
        if start >= last:
            yield Found(start, end, fix=FIX)
            last = end


def _is_masked(text: str, start: int) -> bool:
    """Whether the crosses stand for digits: an account number with its middle left out."""
    before = text[max(0, start - 6) : start].rstrip(" -")
    return before[-1:].isdigit() or (before[-1:] in "Xx*" and bool(before))
