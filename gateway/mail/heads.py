"""What stands above a quote: attribution sentences, header blocks, lines of dashes.

Mail programs introduce the history in a few ways; this knows them line by line, in
the languages of `mail.wording`. Lines are given `clean`. An attribution needs a date
with a digit, or a mail address; a header block needs three labels with the sender
and a date among them. Pure, never raises, linear in the lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from gateway.mail.wording import SHARED, WORDINGS, listed

_LABELS: Final = {
    label: kind for wording in WORDINGS for kind, labels in wording.labels.items() for label in listed(labels)
}
_RULES: Final = tuple(rule for wording in WORDINGS for rule in listed(wording.rules))
_FORWARDED: Final = tuple(rule for wording in WORDINGS for rule in listed(wording.forwarded))
_FORWARDS: Final = frozenset(phrase for wording in WORDINGS for phrase in listed(wording.forwards))
_LONGEST_FORWARD: Final = max(map(len, _FORWARDS))
_ATTRIBUTIONS: Final = tuple(
    (style, re.compile(pattern, re.IGNORECASE))
    for style, pattern in (*(each for wording in WORDINGS for each in wording.attributions), *SHARED)
)
_VERBS: Final = tuple(verb for wording in WORDINGS for verb in listed(wording.verbs))
# Every attribution holds one of these words; most lines that end in a colon do not.
_MAYBE: Final = re.compile(
    "|".join(re.escape(verb) for verb in (*_VERBS, "zitat von", "quoting", "citation", "napisana", "@")),
    re.IGNORECASE,
)
_CLOSINGS: Final = tuple(phrase for wording in WORDINGS for phrase in listed(wording.closings))
_SENT_FROM: Final = tuple(phrase for wording in WORDINGS for phrase in listed(wording.sent_from))

_DROP: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff*"), None) | {
    0xA0: " ",
    0x202F: " ",
    0x2007: " ",
    9: " ",
    0xFF1A: ":",
}
_DROPPED: Final = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff*\u00a0\u202f\u2007\t\uff1a]")
_LABEL = re.compile(r"([^\W\d_][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,2}) ?:(?: *(.*))?\Z")
_PLAIN_RULE = re.compile(r"(?:_{5,}|-{5,}|={5,})\Z")
_TEXT_RULE = re.compile(r"([-_=]{3,}) *([^-_=\s].{0,300}?) *[-_=]{3,}\Z")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BLOCK_LINES: Final = 40
_LENGTH: Final = 500
_WRAPPED: Final = 60  # a line is broken where the next word does not fit, and nobody breaks earlier than this


def clean(line: str) -> str:
    """A line as the tables compare it: no edge blanks, no bold stars, no invisible signs."""
    return (line.translate(_DROP) if _DROPPED.search(line) else line).strip()


def may_begin(lines: Sequence[str], index: int) -> bool:
    """Whether a head could begin at this clean line, which is not empty: quick, without misses.

    A quote mark, dashes, a label, the one line that announces a forwarded mail, or a colon or bracket at the
    end of one of three lines; where a line is cut for its length, nothing is ruled out.
    """
    line = lines[index]
    if line[0] in ">-_=" or ":" in line[:70] or len(line) > _LENGTH:
        return True
    for below in lines[index : index + 3]:
        if below.endswith((":", ")")) or len(below) > _LENGTH:
            return True
        if not below:
            break
    return len(line) <= _LONGEST_FORWARD and line.lower() in _FORWARDS


def attribution(line: str) -> str | None:
    """The style of a whole attribution sentence ("Am ... schrieb ...:"), joined and clean, or None."""
    if not line.endswith((":", ")")) or len(line) > _LENGTH or not _MAYBE.search(line):
        return None
    for style, pattern in _ATTRIBUTIONS:
        found = pattern.fullmatch(line)
        if found and ("when" not in found.groupdict() or any(map(str.isdigit, found["when"]))):
            return style
    return None


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution of `count` lines from `first` on. `address`: it names a mail address; `dated`: that or
    a time of day."""

    first: int
    count: int
    style: str
    address: bool
    dated: bool


def attributed(lines: Sequence[str], index: int) -> Attribution | None:
    """The attribution that begins at that line and runs over one to three lines, or None."""
    for count in (1, 2, 3):
        last = index + count - 1
        if last >= len(lines) or not lines[last]:
            return None
        if count > 1 and not _goes_on(_bare(lines[last - 1]), _bare(lines[last])):
            return None
        if lines[last].endswith((":", ")")):
            sentence = _sentence(lines, index, last)
            style = attribution(sentence)
            # What makes a sentence only with the line above is not one that begins further down.
            if style and not any(
                attribution(_sentence(lines, at, last)) for at in range(index + 1, last + 1)
            ):
                return Attribution(index, count, style, "@" in sentence, is_dated(sentence))
    return None


def introduced(lines: Sequence[str], index: int) -> Attribution | None:
    """One or two lines with an address, a time and a colon at the end: an attribution in no table."""
    for count in (1, 2):
        last = index + count - 1
        if last >= len(lines) or not lines[last]:
            return None
        if count > 1 and not _goes_on(_bare(lines[last - 1]), _bare(lines[last])):
            return None
        sentence = _sentence(lines, index, last)
        if _is_introduction(sentence) and not (
            count > 1 and (_is_introduction(_bare(lines[last])) or attribution(_bare(lines[last])))
        ):
            return Attribution(index, count, "attribution", True, True)
    return None


def _is_introduction(sentence: str) -> bool:
    return sentence.endswith(":") and "@" in sentence and bool(_TIME.search(sentence))


def _sentence(lines: Sequence[str], first: int, last: int) -> str:
    return " ".join(_bare(line[:_LENGTH]) for line in lines[first : last + 1])


def _bare(line: str) -> str:
    return line.lstrip("> ")


def _goes_on(line: str, after: str) -> bool:
    """Whether `line` was broken because the first word of `after` did not fit, or inside an address."""
    return line.endswith("<") or len(line) + 1 + len(after.partition(" ")[0]) > _WRAPPED


def intro_lines(lines: Sequence[str], last: int) -> tuple[int, bool]:
    """Of a line that ends in a colon right above a quote: where the introduction begins, and whether it is
    one that a program wrote (a date, an address, or a verb of `Wording.verbs`)."""
    line = lines[last]
    if any(sign.isdigit() for sign in line) or "@" in line:
        return last, True
    if last and lines[last - 1] and _goes_on(lines[last - 1], line):
        above = lines[last - 1]
        if any(sign.isdigit() for sign in above) and ("@" in above or _TIME.search(above)):
            return last - 1, True
    return last, line.rstrip(": ").lower().endswith(_VERBS)


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """A run of header lines (`Von:`, `Gesendet:` ...): the kinds seen, and whether it can be nothing else.

    `known` is false where the labels are in no table: then `kinds` is empty and `labels` counts them.
    """

    kinds: frozenset[str]
    address: bool
    dated: bool
    labels: int
    known: bool = True

    @property
    def whole(self) -> bool:
        """At least three kinds of label, a sender and a date among them."""
        if not self.known:
            return self.certain
        return len(self.kinds) >= 3 and {"from", "date"} <= self.kinds and self.dated

    @property
    def certain(self) -> bool:
        """A whole block that also has a subject or a sender's address: no list of somebody's own."""
        if not self.known:
            return self.address and self.dated and self.labels >= 3
        return self.whole and ("subject" in self.kinds or self.address)

    @property
    def under_rule(self) -> bool:
        """Enough of a block where a line of dashes stands above it: three labels and a sender."""
        return self.whole or ("from" in self.kinds and len(self.kinds) >= 3)

    @property
    def partly(self) -> bool:
        """Perhaps a block: a sender with an address and one label more, or three dated unknown labels."""
        if not self.known:
            return self.dated and self.labels >= 3
        return "from" in self.kinds and self.address and len(self.kinds) >= 2


def header_block(lines: Sequence[str], first: int) -> HeaderBlock | None:
    """The header block that begins at that clean line, or None if no label stands there."""
    kinds: set[str] = set()
    address, dated, last = False, False, ""
    folds, blank, spaced = 0, False, None  # lines since the label, an empty one among them, so at all labels
    for line in lines[first : first + _BLOCK_LINES]:
        found = _LABEL.match(line[:400].lstrip("> "))
        kind = _LABELS.get(found[1].lower()) if found else None
        if found and kind:
            if kind == "from" and kind in kinds:
                break
            if not kinds and kind in ("to", "other"):
                return None
            if kinds and spaced not in (None, blank):
                break
            spaced = blank if kinds else None
            kinds.add(kind)
            value, last, folds, blank = found[2] or "", kind, 0, False
            room = 0 if value and kind == "date" else 1
        elif not kinds:
            return _foreign(lines, first)
        elif not line.strip("> "):
            if blank:
                break
            value, blank = "", True
        else:
            # Lists of recipients run over several lines; any other value over two.
            folds += not (last in ("to", "other") and ("@" in line or ";" in line))
            if blank or folds > room:
                break
            value = line
        address |= last == "from" and "@" in value
        dated |= last == "date" and any(sign.isdigit() for sign in value)
    if not kinds:
        return _foreign(lines, first)
    block = HeaderBlock(frozenset(kinds), address, dated, len(kinds))
    # "De:" and "Od:" are in the tables, the labels below them may be those of another language.
    foreign = None if block.whole else _foreign(lines, first)
    return foreign if foreign and foreign.certain else block


def _foreign(lines: Sequence[str], first: int) -> HeaderBlock | None:
    """A header block in a language not in the tables: labels, one with a date, year and time."""
    values = []
    for line in lines[first : first + 8]:
        found = _LABEL.match(line[:400].lstrip("> "))
        if not found:
            break
        values.append(found[2] or "")
    if len(values) < 2:
        return None
    dated = any(_YEAR.search(value) and _TIME.search(value) for value in values[:4])
    return HeaderBlock(
        frozenset(), any("@" in value for value in values[:2]), dated, len(values), known=False
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of dashes: `words` stand in it, in lower case; `known` says of what kind those are."""

    words: str
    known: Literal["reply", "forward", ""]


def rule(line: str) -> Rule | None:
    """The line of dashes that this clean line is, or None."""
    if _PLAIN_RULE.match(line):
        return Rule("", "")
    found = _TEXT_RULE.match(line[:_LENGTH])
    if not found:
        return None
    words = found[2].lower().rstrip(":")
    if words.startswith(_FORWARDED):
        return Rule(words, "forward")
    return Rule(words, "reply" if words.startswith(_RULES) else "")


def is_forward(line: str) -> bool:
    """Whether this clean line alone says that a forwarded mail follows."""
    found = rule(line.lstrip("> "))
    return line.lstrip("> ").lower() in _FORWARDS or (found is not None and found.known == "forward")


def is_stamp(line: str) -> bool:
    """A name, a date with a year and a time, and nothing else ("Max Muster, 12. Jan. 2026, 10:11")."""
    return (
        len(line) <= 90
        and line[:1].isupper()
        and not line.endswith((".", "!", "?", ":"))
        and bool(_YEAR.search(line) and _TIME.search(line))
    )


def is_dated(sentence: str) -> bool:
    """Whether the sentence has a time of day or a mail address."""
    return "@" in sentence or bool(_TIME.search(sentence))


def begins_signature(line: str) -> bool:
    """Whether a clean line begins a signature: `--`, a closing ("Viele Grüße"), a telephone's line."""
    lowered = line.lower()
    return line in ("--", "—", "---") or lowered.startswith(_SENT_FROM) or is_closing(lowered)


def is_closing(line: str) -> bool:
    """Whether a clean line is a closing: the words of the table and at most three more."""
    lowered = line.lower()
    return any(
        lowered.startswith(phrase) and len(lowered[len(phrase) :].split()) <= 3 and len(lowered) <= 60
        for phrase in _CLOSINGS
    )
