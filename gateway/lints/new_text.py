"""What a lint reads: the new text of a reply, its signature, and what an HTML part hides in its source.

The new text is all that the author wrote for this mail, above, between and below the
quotes; of the plain parts, else of the HTML. A signature begins at the line `-- `, behind
the first closing line ("Mit freundlichen Grüßen"), at the line of a phone ("Von meinem
iPhone gesendet"), or is a block of contact lines at the end. Linear; raises only
mime.TooComplex where it is given a message.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from gateway.lints.phrases import Phrases, fold
from gateway.lints.wording import letters
from gateway.mail import html
from gateway.mail.message import Message, Written

MOST: Final = 64 * 1024
"""Characters of the new text that are judged."""

SNIPPET: Final = 80
_MOST_HTML: Final = 256 * 1024
_MOST_MARKS: Final = 500

_DELIMITER: Final = re.compile(r"^-- ?$", re.MULTILINE)
_CLOSING: Final = Phrases(letters.CLOSINGS, form=r"(?m)^[ *>]*(?:{})\b[^\n]{0,80}$")
_CLOSING_ALONE: Final = Phrases(
    letters.CLOSINGS_ALONE, form=r"(?m)^[ *>]*(?:{})[,.!]?(?: [a-z.]{1,20}){0,2} *$"
)
_CLOSING_WORDS: Final = Phrases(letters.CLOSINGS, form=r"^[ *>]*(?:{})\b")
_CLOSED_INLINE: Final = Phrases(letters.CLOSINGS, form=r"[.!?,)] +(?:{})\b[^\n!?]{0,40}(?:[.!?]?\s*$|\n)")
_CLOSED_LAST: Final = Phrases(
    letters.CLOSINGS_LAST, form=r"(?:^|[\s.!?,)])(?:{})[,!.]? [a-z.]{2,20}[.!]?\s*$"
)
_GOTT: Final = re.compile(
    r"[ *>]*gru[se]\w* (?:gott|dich|sie|euch)\b"
)  # a greeting that begins like a closing
_CLOSED_INSIDE: Final = Phrases(letters.CLOSINGS_INSIDE)
_SENT_FROM: Final = Phrases(letters.SENT_FROM, form=r"(?m)^[ ]*(?:{})")
_THANKS: Final = Phrases(letters.THANKS, form=r"^[ *>-]*(?:{})\b[ ]?[^\n]{0,30}$")
_LAST_LINES: Final = 6
_THANKS_WORDS: Final = 5
_CONTACT_LINE: Final = re.compile(
    r"^[ ]*(?:tel|fon|phone|mobil|fax|handy|e-?mail|mail|web|www|http|internet|homepage|url|telefon|t:|m:|f:|"
    r"e:|w:)[^\n]{0,80}$|^[^\n]{0,60}@[^\n]{0,60}$",
    re.MULTILINE,
)
_LONG_LINE: Final = 70
_BREAKS: Final = frozenset(
    {"br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
    | {"hr", "pre", "section", "address", "center"}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the source of an HTML part holds and its text does not say.

    `kind`: `link` (a target), `image` (the source of a picture), `alt` (its alternative text).
    """

    kind: Literal["link", "image", "alt"]
    value: str
    in_signature: bool = False


def of(message: Message) -> str:
    """The new text of a mail. Raises mime.TooComplex."""
    return texts(message)[0]


def texts(message: Message) -> tuple[str, str]:
    """The new text, and that of the HTML parts where the plain parts gave it, else "". Raises TooComplex."""
    plain = [each.own for each in message.written if each.part.content_type == "text/plain"]
    other = [each.own for each in message.written if each.part.content_type == "text/html"]
    if any(text.strip() for text in plain):
        return "\n".join(plain), "\n".join(other)
    return "\n".join(other), ""


def quoted(message: Message) -> str:
    """The quoted history, as it stands in the plain parts and as it shows in the HTML. Raises TooComplex."""
    found = []
    for each in message.written:
        rest = each.text[each.cut.offset :]
        found.append(html.visible(rest[:_MOST_HTML]) if each.part.content_type == "text/html" else rest)
    return "\n".join(found)[:_MOST_HTML]


def has_quote(message: Message) -> bool:
    """Whether some displayable part still has quoted history. Raises mime.TooComplex."""
    return any(each.cut.style != "none" for each in message.written)


def marks(message: Message) -> tuple[Mark, ...]:
    """Links, pictures and alternative texts of the new part of the HTML, in order. Raises TooComplex."""
    found: list[Mark] = []
    for each in message.written:
        if each.part.content_type == "text/html":
            found += _marks(each)
    return tuple(found[:_MOST_MARKS])


def _marks(written: Written) -> Iterator[Mark]:
    pieces: list[str] = []
    length = 0
    found: list[tuple[Literal["link", "image", "alt"], str, int]] = []
    for token in html.tokens(written.text[:_MOST_HTML]):
        if not _is_own(written, token.start):
            continue
        piece = ""
        if token.kind == "text":
            piece = " ".join(token.text.split("\n"))
        elif token.name in _BREAKS:
            piece = "\n"
        elif token.kind == "start" and token.name in ("a", "area", "img") and len(found) < _MOST_MARKS:
            attrs = token.attrs
            named: tuple[tuple[Literal["link", "image", "alt"], str], ...] = (
                ("link", "href" if token.name != "img" else ""),
                ("image", "src" if token.name == "img" else ""),
                ("alt", "alt" if token.name == "img" else ""),
            )
            found += [(kind, attrs[key].strip(), length) for kind, key in named if attrs.get(key, "").strip()]
        pieces.append(piece)
        length += len(piece)
    signed = signature("".join(pieces))
    for kind, value, place in found:
        yield Mark(kind, value, place >= signed)


def _is_own(written: Written, offset: int) -> bool:
    return offset < written.cut.offset or any(first <= offset < last for first, last in written.cut.below)


def signature(text: str) -> int:
    """The offset at which the signature begins; the length of the text if there is none."""
    folded = fold(text)
    starts = [found.start() for found in _DELIMITER.finditer(folded)][:1]
    closed = closing(folded)
    if closed:
        starts.append(closed[1])
    starts += [start for start, _ in _SENT_FROM.spans(folded)][-1:]
    if not starts:
        weak = thanks(folded)
        starts.append(weak[1] if weak else _contact_block(folded))
    return min(starts)


def closing(folded: str) -> tuple[int, int] | None:
    """The span of the first closing formula, from the start of its words to where the signature begins."""
    lines = [
        span
        for phrases in (_CLOSING, _CLOSING_ALONE)
        for span in phrases.spans(folded, 3)
        if not _GOTT.match(folded, span[0])
    ]
    if lines:
        found = min(lines)
        line = folded[found[0] : found[1]]
        words = next(_CLOSING_WORDS.spans(line, 1), (0, len(line)))
        # A name or a number in the same line is signature already.
        rest = line[words[1] :]
        end = found[0] + words[1] if any(sign.isdigit() or sign == "@" for sign in rest) else found[1]
        return found[0], end
    ways = (_CLOSED_INLINE, _CLOSED_INSIDE, _CLOSED_LAST)
    inline = next((span for way in ways for span in way.spans(folded, 1)), None)
    if not inline:
        return None
    end = folded.find("\n", inline[0] + 1, inline[1])
    return inline[0], end if end > 0 else inline[1]


def thanks(folded: str) -> tuple[int, int] | None:
    """The span of thanks alone on one of the last lines ("Danke!"), a weak closing; never on the first."""
    starts = [0, *(found.end() for found in re.finditer("\n", folded))]
    lines = [(start, folded[start:].partition("\n")[0]) for start in starts[-_LAST_LINES * 4 :]]
    lines = [(start, line) for start, line in lines if line.strip()]
    for start, line in lines[-_LAST_LINES:]:
        if folded[:start].strip() and _THANKS.within(line) and len(line.split()) <= _THANKS_WORDS:
            return start, start + len(line)
    return None


def begins_closing(folded: str) -> int:
    """Where the closing formula ends that a line begins with ("Liebe Grüße"); 0 if it begins with none."""
    return next((end for _, end in _CLOSING_WORDS.spans(folded, 1)), 0)


def _contact_block(folded: str) -> int:
    """Where the last paragraph begins if it is short lines with contact data, else the length of the text."""
    whole = len(folded.rstrip())
    start = max(folded.rfind("\n\n", 0, whole), folded.rfind("\n \n", 0, whole))
    last = folded[start:whole] if start >= 0 else ""
    lines = [line.strip() for line in last.split("\n") if line.strip()]
    if len(lines) < 2 or any(len(line) > _LONG_LINE or line.endswith((".", "!", "?")) for line in lines):
        return len(folded)
    return start if _CONTACT_LINE.search(last) else len(folded)


def snippet(text: str, start: int, end: int) -> str:
    """The line around a find, at most 80 characters, the find itself always in it."""
    if end - start >= SNIPPET:
        return text[start : start + SNIPPET]
    lo = max(text.rfind("\n", 0, start) + 1, end - SNIPPET, 0)
    line_end = text.find("\n", end)
    hi = min(len(text) if line_end < 0 else line_end, lo + SNIPPET)
    return " ".join(text[lo:hi].split())
