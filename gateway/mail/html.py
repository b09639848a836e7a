"""HTML mail: what a person sees of it, where its links go, where the quoted history begins.

`newest` does for HTML what `mail.quote` does for plain text: it finds the mark that a
mail program put around the quote (`mail.page`), checks what stands above and behind
it with the same tables, and says where a block can be put. What it does not know it
reports as not sure. Pure, never raises, linear in the source.
"""

from gateway.mail import quote
from gateway.mail.page import Found, Page, walk
from gateway.mail.quote import Cut
from gateway.mail.tokenizer import Token, tokens

__all__ = ["Cut", "Token", "links", "newest", "tokens", "visible"]


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


def newest(source: str) -> Cut:
    """Where the quoted history begins, as an offset in the source at which a block can be put.

    Without a quote it is where a footer belongs: before the last </body> that is a tag, else before </html>,
    else the end.
    """
    page = walk(source)
    found = _first(page)
    if found is None:
        return _at_end(page)
    cut = _with_attribution(page, found)
    doubt = cut.why or _above(page, cut, found.line) or _behind(page, found)
    return Cut(cut.offset, not doubt, cut.style, doubt)


def _first(page: Page) -> Found | None:
    """The first mark that really begins a quote, or the hint right above it."""
    hint: Found | None = None
    for found in page.found:
        if found.mark.role == "hint":
            hint = found
        elif found.mark.role != "border" or _block_below(page, found) is not None:
            return hint if hint and hint.line == found.line and found.mark.style == "outlook" else found
    return hint if hint and hint.line < len(page.lines) else None


def _block_below(page: Page, found: Found) -> str | None:
    """What stands below a mark: "" for a mail header, a doubt for something like it, None for neither."""
    lines = [quote.clean(line.text) for line in page.lines[found.line : found.line + 12]]
    block = quote.header_block(lines, 0) if lines else None
    if block and block.whole:
        return ""
    labels = 0
    for line in lines:
        if ":" not in line[:30]:
            break
        labels += 1
    if (block and "from" in block.kinds) or labels >= 3:
        return "the mail header above the quote is incomplete or in an unknown language"
    return None


def _with_attribution(page: Page, found: Found) -> Cut:
    """The cut at the mark, or above the attribution line in front of a quote that has one."""
    style = found.mark.style
    if found.mark.style == "outlook":
        below = _block_below(page, found)
        if below is None:
            below = "no mail header stands below the mark of the quote"
        return _place(found.start if found.fits else None, found.start, style, below)
    last = [quote.clean(line.text) for line in page.lines[max(0, found.line - 3) : found.line]]
    for count in range(1, len(last) + 1):
        named = quote.attribution(" ".join(last[-count:]))
        if named:
            found.line -= count
            return _place(page.lines[found.line].place, found.start, style, "")
    doubt = ""
    if last and last[-1].endswith(":") and found.mark.attribute == "type" and not _named_inside(page, found):
        doubt = "an unknown line introduces the quote"
    return _place(found.start if found.fits else None, found.start, style, doubt)


def _named_inside(page: Page, found: Found) -> bool:
    """Whether the quote itself begins with its attribution, as on an iPhone."""
    lines = [quote.clean(line.text) for line in page.lines[found.line : found.line + 3]]
    return any(quote.attribution(" ".join(lines[:count])) for count in range(1, len(lines) + 1))


def _place(place: int | None, start: int, style: str, doubt: str) -> Cut:
    if place is None:
        return Cut(start, False, style, doubt or "the quote begins inside a paragraph, a table or a line")
    return Cut(place, not doubt, style, doubt)


def _above(page: Page, cut: Cut, line: int) -> str:
    if line == 0 and cut.style != "forward" and not _is_forward(page, line):
        return quote.NOTHING_ABOVE
    plain = quote.newest("\n".join(line.text for line in page.lines[:line]))
    return "" if plain.style == "none" else "something like a quote stands above the mark of the quote"


def _is_forward(page: Page, line: int) -> bool:
    return bool(page.lines[line:]) and quote.newest(page.lines[line].text).style == "forward"


def _behind(page: Page, found: Found) -> str:
    """Why there may be own text behind a mark, or "" if all of it is history."""
    if found.mark.style == "outlook":
        return ""
    loose: list[str] = []
    quoted = False
    for index in range(found.line, len(page.lines)):
        line = page.lines[index]
        if line.quoted:
            if line.wrapper and not quoted and not loose and _is_forward(page, index):
                line.wrapper.forward = True
            quoted = True
        elif line.wrapper and line.wrapper.forward:
            continue
        elif quoted or len(loose) == 3:
            return "own text stands below or between the quote"
        else:
            loose.append(quote.clean(line.text))
    if loose and not quote.attribution(" ".join(loose)):
        return "an unknown line introduces the quote"
    return ""


def _at_end(page: Page) -> Cut:
    """Where a footer belongs in a mail that quotes nothing."""
    offset, fits = page.ends.get("body") or page.ends.get("html") or (len(page.source), page.fits)
    plain = quote.newest("\n".join(line.text for line in page.lines))
    why = ""
    if plain.style != "none":
        why = "a quote that is not marked in the HTML"
    elif any(line > 0 and page.lines[line - 1].text.endswith(":") for line in page.bare_quotes):
        why = "a quote that is marked in an unknown way"
    elif offset == len(page.source) and page.unfinished:
        why = "the HTML ends inside a tag, a comment or a script"
    elif not fits:
        why = "an element is still open at the end of the HTML"
    return Cut(offset, not why, "none", why)
