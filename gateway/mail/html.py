"""HTML mail: what a person sees of it, where its links go, where the quoted history begins.

`newest` does for HTML what `mail.quote` does for plain text, with the same reading of
lines: the lines a person sees, those in marked quotes (`mail.marks`) as if ">" stood
in front of them. It answers in offsets of the source at which a block can be put
without changing how the rest looks. Pure, never raises, linear in the source.
"""

from collections.abc import Sequence
from typing import Final

from gateway.mail import heads, quote
from gateway.mail.page import Found, Page, walk
from gateway.mail.quote import Cut, Lines, Second
from gateway.mail.tokenizer import Token, tokens

__all__ = ["Cut", "Token", "links", "newest", "own", "tokens", "visible"]

_INSIDE: Final = "the quote begins inside a paragraph, a table or a line"


def visible(source: str) -> str:
    """The text a person sees: blocks and <br> are line breaks, references are decoded, blanks collapsed."""
    return "\n".join(line.text for line in walk(source).lines)


def links(source: str) -> tuple[str, ...]:
    """The targets of the links, decoded, in order of appearance, each once."""
    found: dict[str, None] = {}
    for token in tokens(source):
        if token.kind == "start" and token.name in ("a", "area"):
            target = token.attrs.get("href", "").strip()
            if target:
                found[target] = None
    return tuple(found)


def newest(source: str, second: Second | None = None) -> Cut:
    """Where the quoted history begins, as offsets in the source; `second` may correct the reading of lines.

    Without a quote it is where a footer belongs: before the last </body> that is a tag, else before </html>,
    else the end. `Cut.inline` says what fits at `Cut.place`: "" a block, "br" only text with <br> around it,
    "pre" only text with line ends around it.
    """
    return read(source, second)[0]


def own(source: str) -> str:
    """The text a person sees of what the author wrote now: above, between and below the quotes."""
    return read(source)[1]


def read(source: str, second: Second | None = None) -> tuple[Cut, str]:
    """Both at once: `newest` and `own`."""
    page = walk(source)
    lines, marks = _shown(page), _heads(page)
    reading = quote.read(lines, marks)
    if second:
        reading = second(lines, reading)
    runs = ((0, reading.first), *reading.below)
    return _cut(page, reading), "\n".join(
        line.text for first, last in runs for line in page.lines[first:last]
    )


def _shown(page: Page) -> list[str]:
    """The visible lines, clean, with ">" in front of those that stand in a quote."""
    lines = [heads.clean(line.text) for line in page.lines]
    begun: set[int] = set()
    for index, line in enumerate(page.lines):
        if line.wrapper and id(line.wrapper) not in begun:
            begun.add(id(line.wrapper))
            line.wrapper.history = heads.is_forward(lines[index])
        if line.bare and id(line.bare) not in begun:
            begun.add(id(line.bare))
            line.bare.history = _is_introduced(lines, index)
    return [
        f"> {text}" if line.quoted or _is_history(line.wrapper) or _is_history(line.bare) else text
        for text, line in zip(lines, page.lines, strict=True)
    ]


def _is_history(element: object) -> bool:
    return bool(getattr(element, "history", False))


def _is_introduced(lines: Sequence[str], index: int) -> bool:
    """Whether an attribution stands right above the line, or begins with it."""
    for first in range(max(0, index - 3), index + 1):
        named = heads.attributed(lines, first) or heads.introduced(lines, first)
        if named and (first == index or first + named.count == index):
            return True
    return False


def _heads(page: Page) -> dict[int, str]:
    """The lines at which a mark says that the history begins and goes on to the end."""
    marks: dict[int, str] = {}
    for found in page.found:
        role, line = found.mark.role, found.line
        if role in ("rule", "border") and line not in marks:
            lines = [heads.clean(each.text) for each in page.lines[line : line + 12]]
            block = heads.header_block(lines, 0) if lines else None
            strong = block is not None and (block.certain or (role == "rule" and _enough(block)))
            if strong or (role == "rule" and lines and heads.attributed(lines, 0)):
                marks[line] = found.mark.style
        elif role == "head" and line < len(page.lines):
            marks.setdefault(line, found.mark.style)
    return marks


def _enough(block: heads.HeaderBlock) -> bool:
    return block.under_rule or block.labels >= 3


def _cut(page: Page, reading: Lines) -> Cut:
    """The reading of the lines as offsets in the source."""
    end, no_end = _end(page)
    if reading.style == "none" and not reading.doubt:
        empty = _unseen(page)
        if empty is not None:
            return Cut(empty.start, True, empty.mark.style, empty.start)
    offset = end if reading.first == len(page.lines) else _offset(page, reading.first)
    below = tuple(
        (_offset(page, first), end if last == len(page.lines) else _offset(page, last))
        for first, last in reading.below
    )
    style, doubt, inline = _style(page, reading), reading.doubt, ""
    place: int | None = None
    if not doubt and reading.place < len(page.lines):
        place, inline = _place(page, reading.place)
        doubt = "" if place is not None else _INSIDE
        inline = inline if place is not None else ""
    if place is None:
        place, doubt = (None, "; ".join(filter(None, (doubt, no_end)))) if no_end else (end, doubt)
    why = reading.why or (doubt if doubt else "")
    return Cut(offset, not why, style, place, why, doubt, below, inline)


def _unseen(page: Page) -> Found | None:
    """A quote at the end in which nothing can be read, such as a picture."""
    for found in page.found:
        if found.line == len(page.lines) and found.mark.role in ("quoted", "wrapper", "head") and found.fits:
            return found
    return None


def _at(page: Page, line: int) -> list[Found]:
    """The marks right above a line."""
    return [found for found in page.found if found.line == line]


def _offset(page: Page, line: int) -> int:
    starts = [found.start for found in _at(page, line)]
    at = page.lines[line]
    return min(starts, default=at.start if at.place is None else at.place)


def _place(page: Page, line: int) -> tuple[int | None, str]:
    """Where something can stand above a line, and what (`Cut.inline`)."""
    starts = [found.start for found in _at(page, line) if found.fits]
    at = page.lines[line]
    if starts:
        return min(starts), ""
    if at.place is not None:
        return at.place, ""
    return at.inline, "pre" if at.pre else "br"


def _style(page: Page, reading: Lines) -> str:
    """The program whose mark stands above the history or right below its attribution, else what was read."""
    if reading.style == "none":
        return "none"
    for line in range(reading.first, min(reading.first + 4, len(page.lines))):
        for found in _at(page, line):
            if found.mark.role not in ("hint", "border", "rule"):
                return found.mark.style
    return reading.style


def _end(page: Page) -> tuple[int, str]:
    """Where a footer belongs in a mail that quotes nothing, and why it cannot stand there."""
    offset, fits = page.ends.get("body") or page.ends.get("html") or (len(page.source), page.fits)
    if page.frames:
        return offset, "the HTML is a set of frames"
    if offset == len(page.source) and page.unfinished:
        return offset, "the HTML ends inside a tag, a comment or a script"
    return offset, "" if fits else "an element is still open at the end of the HTML"
