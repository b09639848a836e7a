"""Which stretches of a signature are contact data: the finds of the lints with what belongs to them.

A find takes its label along ("Tel.:"), its brackets, and one of the separators beside it; a
line of which nothing else is left goes whole, with a heading that only announced it.
What is left of a line must be able to stand: where a word like "unter" would be left
hanging, that is Unclear. Firm, seat, register and managing directors stay. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]


class Unclear(Exception):
    """Why it cannot be said what belongs to the contact data."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch to take out of one line of a text; `whole`: the line goes, line end and all."""

    first: int
    last: int
    whole: bool


_WORDS: Final = (
    r"tel(?:efon|efoon|efone|éfono|éphone|ephone|efono|nr|éf)?(?:nummer|nr)?|tél|t[ée]l[ée]phone|fon|phone|"
    r"mob(?:il(?:e|telefon|funk|nummer)?|iel)?|handy(?:nummer)?|cell(?:ulare|phone)?|portable|m[óo]vil|"
    r"kom(?:[óo]rka|órkowy)?|(?:tele)?fax(?:nummer)?|t[ée]l[ée]copie(?:ur)?|faks|"
    r"e-?mail(?:adresse| address)?|mail|e-?post|mejl|courriel|correo(?: electr[óo]nico)?|"
    r"web(?:site|seite|stek)?|webbplats|hemsida|internet|homepage|www|url|"
    r"site(?: web| internet)?|sito(?: web)?|p[áa]gina web|strona(?: www| internetowa)?|"
    r"whats ?app|telegram|signal|threema|viber|skype|teams|instagram|facebook|twitter|tiktok|youtube|"
    r"linkedin|xing|(?:service-?|kunden-?|bestell-?)?hotline|durchwahl|rufnummer|"
    r"[tmfewp]"
)
_ICONS: Final = (
    "\u260e\u260f\u2706\u2709\U0001f4de\U0001f4f1\U0001f4e7\U0001f310\U0001f4e0\U0001f5b7\U0001f3e0"
)
_ICON: Final = rf"[{_ICONS}]\ufe0f?"
_LABELS: Final = (
    rf"(?:{_ICON}[ \t]*)*(?:(?:{_WORDS})\.?(?:[ \t]*(?:[./&+,]|und|oder|and|or|et|ou|y|o|e|en|of|i|och)[ \t]*"
    rf"(?:{_WORDS})\.?){{0,3}}(?:[ \t]*(?:nr|no|n°)\.?)?(?:[ \t]*\([^()\n]{{1,20}}\))?[ \t]*[.:=]*|{_ICON})"
)
_LABEL: Final = re.compile(rf"(?<![^\W_])(?<![@.])(?:{_LABELS})[ \t]*\Z", re.I)
_HEADING: Final = re.compile(
    rf"[ \t]*(?:{_LABELS}(?<=[.:=])|{_ICON}|tel|telefon|phone|mobile?|fax|e-?mail|web|website|internet|"
    r"(?:kontakt|contact|contacto|contatto|kontaktdaten|coordonn[ée]es|so erreichen sie uns|how to reach us|"
    r"nous contacter)[ \t]*:?)[ \t]*\Z",
    re.I,
)
_KIND: Final = re.compile(r"[^\W\d_][\w .&/-]{0,30}:[ \t]*\Z")
_KEPT: Final = re.compile(
    r"\b(?:gmbh|ug|ag|kg|ohg|gbr|e\.?k|se|ltd|llc|inc|plc|s\.?a\.?r\.?l|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|ab|"
    r"sp\. z o\.o|gesch[äa]ftsf[üu]hr\w*|inhaber\w*|sitz|seat|amtsgericht|registergericht|hrb|hra|ust\w*|"
    r"vat|steuer\w*|iban|bic|director\w*|ceo|vorstand|g[ée]rant|amministratore)\b",
    re.I,
)
_SCHEME: Final = re.compile(r"(?:mailto|tel|callto|sms|https?)\s*:\s*(?://)?\Z", re.I)
_BEHIND: Final = re.compile(
    r"[ \t]*\((?=[^()\n]*(?:\d|mobil|kostenlos|kostenfrei|geb[üu]hrenfrei|free|gratuit|gratis|fax|phone|"
    r"telefon|uhr|whatsapp))[^()\n]{1,60}\)",
    re.I,
)
_SEPARATOR: Final = r"[|\u00a6\u2022\u00b7\u2219\u25cf\u25aa\u2013\u2014/,;*+~\-\u2502<>]"
_GAP: Final = re.compile(
    rf"(?:[ \t\u00a0]|{_SEPARATOR}|\b(?:und|oder|and|or|et|ou|y|o|e|en|of|i|lub|och|eller|sowie)\b)*", re.I
)
_LEFT: Final = re.compile(rf"(?:[ \t\u00a0]*{_SEPARATOR}+[ \t\u00a0]*|[ \t\u00a0]+)\Z")
_RIGHT: Final = re.compile(rf"[ \t\u00a0]*(?:{_SEPARATOR}+[ \t\u00a0]*)?")
_HANGING: Final = re.compile(
    r"(?:\b(?:unter|an|per|via|at|on|auf|über|ueber|oder|und|or|and|by|to|par|au|à|sur|al|en|på|op|naar|pod|na|"
    r"von|from|de|der|die|nummer|adresse|address|number)[ \t]*[:.,]?|:)[ \t]*\Z",
    re.I,
)
_BEGUN: Final = re.compile(r"[ \t]*(?:und|oder|or|and|sowie|unter|an|ou|et|o|eller|och|lub|of)\b", re.I)
_LEADS: Final = (
    "sie du erreichen erreichst uns mich unter der die telefonisch auch gerne jederzeit bei fragen rückfragen"
    " kontaktieren rufen schreiben an oder und per e-mail mail besuchen mehr infos weitere informationen im"
    " internet you can reach us me at on by phone email call or visit any questions contact for more info via"
    " nous joindre par téléphone au ou visitez contattateci al o visite notre site können finden online auf"
    " web"
)
_LEADING: Final = frozenset(_LEADS.split())
_LONGEST: Final = 2000
_PAIRS: Final = {"<": ">", "(": ")", "[": "]", "{": "}", "\u2039": "\u203a", "\u00ab": "\u00bb", '"': '"'}


def parts(text: str, finds: Iterable[Span]) -> tuple[Part, ...]:
    """What goes of `text`, a signature or more of it with "\\n" or CRLF line ends, in order.

    `finds` are the spans of the contact data themselves. A part lies within one line; the line end of a whole
    one is not in it. Raises Unclear.
    """
    wanted = sorted(finds)
    lines, at = list[Span](), 0
    for line in text.split("\n"):
        lines.append((at, at + len(line.removesuffix("\r"))))
        at += len(line) + 1
    found: list[list[Part]] = []
    for first, last in lines:
        here = [(max(a, first), min(b, last)) for a, b in wanted if a < last and first < b]
        found.append(_of_line(text, first, last, here) if here else [])
    for number in range(len(lines) - 2, -1, -1):
        below = found[number + 1]
        first, last = lines[number]
        if below and below[0].whole and not found[number] and _HEADING.match(text[first:last]):
            found[number] = [Part(first, last, True)]
    return tuple(part for line in found for part in line)


def _of_line(text: str, first: int, last: int, finds: Sequence[Span]) -> list[Part]:
    """What goes of one line."""
    if last - first > _LONGEST:
        raise Unclear("the contact data stand in a very long line")
    grown = _joined(text, [_grown(text, first, last, find) for find in finds])
    kept = _without(text, first, last, grown)
    if not re.search(r"[^\W_]", kept) or _only_leads(kept):
        return [Part(first, last, True)]
    done, at, before = list[Part](), first, ""
    for start, end in grown:
        before += text[at:start]
        gap = _LEFT.search(text, at, start) if re.search(r"[^\W_]", before) else None
        behind = None if gap else _RIGHT.match(text, end, last)
        first_out, at = gap.start() if gap else start, behind.end() if behind else end
        done.append(Part(first_out, at, False))
        if any(
            first < place < last and text[place - 1].isalnum() and text[place].isalnum()
            for place in (start, end)
        ):
            raise Unclear("contact data stand in the middle of a word or a number")
    rest = _without(text, first, last, [(part.first, part.last) for part in done])
    for part in done:
        if _HANGING.search(text, first, part.first) and text[first : part.first].strip():
            raise Unclear(f"the line {rest.strip()[:40]!r} would be left unfinished")
    if _BEGUN.match(text, done[-1].last, last) or (done[0].first == first and _BEGUN.match(rest)):
        raise Unclear(f"the line {rest.strip()[:40]!r} would be left without its beginning")
    return done


def _grown(text: str, first: int, last: int, find: Span) -> Span:
    """The find with its scheme, brackets and label, within the line."""
    start, end = find
    behind = _BEHIND.match(text, end, last)
    end = behind.end() if behind else end
    for _ in range(3):
        scheme = _SCHEME.search(text, first, start)
        start = scheme.start() if scheme else start
        label = _LABEL.search(text, first, start)
        if label and label[0].strip():
            start = label.start()
        else:
            kind = _KIND.search(text, first, start)
            start = kind.start() if kind and not _KEPT.search(kind[0]) else start
        inner = text[first:start].rstrip(" \t")
        close = end + len(text[end:last]) - len(text[end:last].lstrip(" \t"))
        if inner[-1:] in _PAIRS and text[close : close + 1] == _PAIRS[inner[-1]]:
            start, end = first + len(inner) - 1, close + 1
    return start, end


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Stretches between which nothing but separators stands are one."""
    done: list[Span] = []
    for start, end in sorted(spans):
        if done and (start <= done[-1][1] or _GAP.fullmatch(text, done[-1][1], start)):
            done[-1] = done[-1][0], max(done[-1][1], end)
        else:
            done.append((start, end))
    return done


def _without(text: str, first: int, last: int, spans: Sequence[Span]) -> str:
    kept, at = list[str](), first
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:last]))


def _only_leads(kept: str) -> bool:
    """Whether what is left only leads to the contact data: "Sie erreichen uns unter"."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+", kept.lower())
    return all(word in _LEADING for word in words)
