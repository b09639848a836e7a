"""Where the quoted history of a plain-text mail begins.

`newest` cuts a text in two: what its author wrote now, signature included, and what
is quoted below. It knows the reply and forward heads of Outlook, Gmail, Apple Mail
and Thunderbird in the languages of `mail.wording`. What it does not know, and own text
below or between quotes, it reports as not sure, so that nothing is put in the wrong
place.

Pure, never raises, linear in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gateway.mail.wording import WORDINGS


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the quoted history begins.

    `offset` is in characters of the text that was given: a line start in plain text, the length of the text
    if nothing is quoted. `style` names what was found ("none" if nothing is quoted), `why` says in one
    sentence what is doubtful when `sure` is false. With an unsure cut, own text may also stand behind
    `offset`.
    """

    offset: int
    sure: bool
    style: str
    why: str = ""


_LABELS: Final = {label: kind for wording in WORDINGS for label, kind in wording.labels.items()}
_RULES: Final = frozenset(rule for wording in WORDINGS for rule in wording.rules)
_FORWARDS: Final = frozenset(phrase for wording in WORDINGS for phrase in wording.forwards)
_ATTRIBUTIONS: Final = tuple(
    (style, re.compile(pattern, re.IGNORECASE))
    for wording in WORDINGS
    for style, pattern in wording.attributions
)
_VERBS: Final = (" schrieb am ", " wrote on ")
_OPENERS: Final = ("am ", "on ")

_DROP: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff*"), None) | {
    0xA0: " ",
    0x202F: " ",
    0x2007: " ",
    9: " ",
    0xFF1A: ":",
}
_LABEL = re.compile(r"([^\W\d_][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,2}) ?:(?: +(.*))?\Z")
_PLAIN_RULE = re.compile(r"(?:_{5,}|-{5,}|={5,})\Z")
_TEXT_RULE = re.compile(r"([-_=]{3,}) *([^-_=\s].{0,80}?) *[-_=]{3,}\Z")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BLOCK_LINES: Final = 40
NOTHING_ABOVE: Final = "nothing stands above the quote, the answer may stand below it"
_ATTRIBUTION_LENGTH: Final = 500


def newest(text: str) -> Cut:
    """The cut of a decoded text/plain body; line ends may be CRLF or LF."""
    starts, raw, position = [], text.split("\n"), 0
    for line in raw:
        starts.append(position)
        position += len(line) + 1
    lines = [clean(line) for line in raw]
    for index, line in enumerate(lines):
        found = _begins(lines, index) if line else None
        if found is None:
            continue
        offset = starts[found.first]
        if not found.why and not text[:offset].strip() and found.style != "forward":
            return Cut(offset, False, found.style, NOTHING_ABOVE)
        return Cut(offset, not found.why, found.style, found.why)
    return Cut(len(text), True, "none")


def clean(line: str) -> str:
    """A line as the tables of this module compare it: no edge blanks, no bold stars, no invisible signs."""
    return line.translate(_DROP).strip()


def attribution(line: str) -> str | None:
    """The style of a whole attribution sentence ("Am ... schrieb ...:"), joined and clean, or None."""
    if not line.endswith(":") or len(line) > _ATTRIBUTION_LENGTH:
        return None
    for style, pattern in _ATTRIBUTIONS:
        found = pattern.fullmatch(line)
        if found and any(sign.isdigit() for sign in found["when"]):
            return style
    return None


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """A run of header lines (`Von:`, `Gesendet:` ...): the kinds seen, and whether it can be nothing else."""

    kinds: frozenset[str]
    address: bool
    dated: bool

    @property
    def whole(self) -> bool:
        """At least three kinds of label, a sender and a date among them."""
        return len(self.kinds) >= 3 and {"from", "date"} <= self.kinds and self.dated

    @property
    def certain(self) -> bool:
        """A whole block that also has a subject or a sender's address: no list of somebody's own."""
        return self.whole and ("subject" in self.kinds or self.address)

    @property
    def partly(self) -> bool:
        """A sender with an address and one label more: perhaps a block."""
        return "from" in self.kinds and self.address and len(self.kinds) >= 2


def header_block(lines: Sequence[str], first: int) -> HeaderBlock | None:
    """The header block that begins at that clean line, or None if it does not begin with a known label."""
    kinds: set[str] = set()
    address, dated, gap, room = False, False, 0, 0
    for line in lines[first : first + _BLOCK_LINES]:
        found = _LABEL.match(line[:400].lstrip("> "))
        kind = _LABELS.get(found[1].lower()) if found else None
        if found and kind:
            if kind in kinds and kind == "from":
                break
            kinds.add(kind)
            value = found[2] or ""
            address |= kind == "from" and "@" in value
            dated |= kind == "date" and any(sign.isdigit() for sign in value)
            # Lists of recipients run over several lines; one line may be folded or empty after any label.
            gap, room = 0, 10 if kind in ("to", "other") else 1
        else:
            gap += 1
            if not kinds or gap > room:
                break
    return HeaderBlock(frozenset(kinds), address, dated) if kinds else None


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    style: str
    why: str = ""


def _begins(lines: Sequence[str], index: int) -> _Found | None:
    """What begins at this line, which is not empty."""
    line = lines[index]
    bare = line.lstrip("> ")
    quoted = line.startswith(">")
    if bare.lower() in _FORWARDS:
        block = header_block(lines, _next(lines, index + 1))
        doubt = "" if block and block.whole else "a forward without a known header below it"
        return _Found(index, "forward", doubt)
    found = None if quoted else _rule(lines, index) or _block(lines, index)
    found = found or _attributed(lines, index)
    return found or (_marked(lines, index) if quoted else _introduced(lines, index))


def _rule(lines: Sequence[str], index: int) -> _Found | None:
    line = lines[index]
    plain, worded = _PLAIN_RULE.match(line), _TEXT_RULE.match(line)
    if not plain and not worded:
        return None
    below = _next(lines, index + 1)
    block = header_block(lines, below)
    words = worded[2].lower().rstrip(":") if worded else ""
    style = "forward" if "forward" in words or "weitergeleitet" in words else "outlook"
    if block and block.whole:
        return _Found(index, style)
    if plain or worded is None:
        incomplete = block is not None and "from" in block.kinds and len(block.kinds) > 1
        return _Found(index, style, "a line above an incomplete mail header") if incomplete else None
    if words in _RULES or any(words.startswith(rule) for rule in _RULES):
        attributed = _attributed(lines, below) if below < len(lines) else None
        if attributed:
            return _Found(index, style, attributed.why)
        return _Found(index, style, "a quote line without a known header below it")
    if len(worded[1]) >= 4 and any(sign.isalpha() for sign in words):
        return _Found(index, "rule", f"a line of dashes with unknown words: {worded[2][:40]}")
    return None


def _block(lines: Sequence[str], index: int) -> _Found | None:
    if ":" not in lines[index][:70]:
        return None
    block = header_block(lines, index)
    if block is None:
        return _foreign(lines, index)
    if block.certain:
        return _Found(index, "outlook")
    if block.whole or block.partly:
        return _Found(index, "outlook", "lines that look like an incomplete mail header")
    return None


def _foreign(lines: Sequence[str], index: int) -> _Found | None:
    """A header block in a language not in the tables: three labels, one with a date, year and time."""
    values = []
    for line in lines[index : index + 8]:
        found = _LABEL.match(line[:400])
        if not found:
            break
        values.append(found[2] or "")
    if len(values) >= 3 and any(_YEAR.search(value) and _TIME.search(value) for value in values[:4]):
        return _Found(index, "block", "lines that look like a mail header in an unknown language")
    return None


def _attributed(lines: Sequence[str], index: int) -> _Found | None:
    """An attribution of one to three lines, and what it says about the lines below it."""
    count, style = _attribution_at(lines, index)
    if not count or any(_attribution_at(lines, later)[0] for later in range(index + 1, index + count)):
        return None
    below = _next(lines, index + count)
    sentence = _joined(lines, index, count)
    if below == len(lines) or lines[index].startswith(">") or lines[below].startswith(">"):
        if below == len(lines) and not ("@" in sentence or _TIME.search(sentence)):
            return None
        return _Found(index, style, _behind(lines, index + count))
    if "@" in sentence or _TIME.search(sentence):
        return _Found(index, style, "the text below the attribution is not marked as quoted")
    return None


def _attribution_at(lines: Sequence[str], index: int) -> tuple[int, str]:
    first = lines[index].lstrip("> ").lower()
    known = first.startswith(_OPENERS)
    if not known and not any(verb in first + " " for verb in _VERBS):
        return 0, ""
    for count in (1, 2, 3):
        if index + count > len(lines) or not lines[index + count - 1]:
            break
        wrapped = count > 1 and not any(sign.isdigit() for sign in first)
        if wrapped or not lines[index + count - 1].endswith(":"):
            continue
        style = attribution(_joined(lines, index, count))
        if style:
            return count, style
    return 0, ""


def _introduced(lines: Sequence[str], index: int) -> _Found | None:
    """A line with an address, a time and a colon at its end: an attribution not in the tables."""
    line = lines[index]
    if not line.endswith(":") or "@" not in line:
        return None
    above = lines[index - 1] if index else ""
    for first, sentence in ((index, line), (index - 1, f"{above} {line}")):
        if first >= 0 and _TIME.search(sentence[-_ATTRIBUTION_LENGTH:]):
            return _Found(first, "attribution", "an unknown line introduces the quote")
    return None


def _marked(lines: Sequence[str], index: int) -> _Found:
    """Lines that begin with ">" and have no attribution we know."""
    first = above = index
    while above > 0 and not lines[above - 1]:
        above -= 1
    if above > 0:
        last = lines[above - 1]
        if last.endswith(":") or above == index:
            sender = last.endswith(":") and ("@" in last or any(sign.isdigit() for sign in last))
            return _Found(above - 1 if sender else first, "prefix", "an unknown line introduces the quote")
    return _Found(first, "prefix", _behind(lines, index))


def _behind(lines: Sequence[str], first: int) -> str:
    """Why a quote marked by ">" is not the end of the mail, or "" if it is."""
    for line in lines[first:]:
        if line and not line.startswith(">"):
            return "own text stands below or between the quote"
    return ""


def _joined(lines: Sequence[str], first: int, count: int) -> str:
    return " ".join(line[:_ATTRIBUTION_LENGTH].lstrip("> ") for line in lines[first : first + count])


def _next(lines: Sequence[str], first: int) -> int:
    """The next line that is not empty (a lone ">" counts as empty), or the number of lines."""
    while first < len(lines) and not lines[first].strip("> "):
        first += 1
    return first
