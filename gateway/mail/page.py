"""One walk over the source of an HTML mail: its visible lines and the marks of its quotes.

The walk keeps a light model of which elements are open; nothing is parsed into a
tree, so every offset is one of the source. `mail.html` draws the conclusions. Pure,
never raises, linear in the source.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gateway.mail.heads import clean
from gateway.mail.marks import Mark, mark_of
from gateway.mail.tokenizer import Token, tokens, unescape

_HIDDEN_STYLE = re.compile(r"display:none|visibility:hidden|mso-hide:all")
_PRE_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PRE_STYLE = re.compile(r"white-space:(?:pre|break-spaces)")

_VOID: Final = frozenset(
    {
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)
_BLOCK: Final = frozenset(
    {
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "ul",
    }
)
_INVISIBLE: Final = frozenset({"head", "script", "style", "title", "template", "textarea", "select"})
_IN_HEAD: Final = frozenset({"title", "style", "script", "meta", "link", "base", "template", "noscript"})
_CELLS: Final = frozenset({"td", "th"})
# Elements a block may stand in without changing how its neighbours look.
_CONTAINERS: Final = frozenset(
    {"html", "body", "div", "center", "section", "article", "main", "form", "font", "span"}
)
_STAYS_OPEN: Final = frozenset({"html", "body"})
_NOT_BEFORE: Final = _STAYS_OPEN | _CELLS  # what stands in front of these stands in no text
_STYLING: Final = frozenset(
    {"b", "strong", "i", "em", "u", "small", "big", "font", "span", "s", "tt", "code"}
)
_TABLES: Final = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
_SPACES = re.compile(r"[ \t\n\f\r]{2,}+|[\t\n\f\r]")
_DEPTH: Final = 2000
_REACH: Final = 100


@dataclass(slots=True)
class Element:
    """An open element.

    `fits`: a block may be put into it; `seen`: it shows text already; `pre`: its line ends are line breaks;
    `wrapper` and `bare`: the outermost quote around it of either kind; `history`: all it shows is history,
    found out later.
    """

    name: str
    start: int
    hidden: bool
    fits: bool
    quoted: bool
    pre: bool = False
    wrapper: "Element | None" = None
    bare: "Element | None" = None
    history: bool = False
    seen: bool = False


@dataclass(slots=True)
class Line:
    """A line a person sees, its text from `start` on.

    `place` is where a block right above it can stand, `inline` where text with line breaks around it can;
    None if neither does. `pre`: a line end of the source is a line break here.
    """

    text: str
    start: int
    place: int | None
    inline: int | None
    quoted: bool = False
    pre: bool = False
    wrapper: Element | None = None
    bare: Element | None = None


@dataclass(slots=True)
class Found:
    """A mark in the source. `line` is how many lines stand above it."""

    mark: Mark
    start: int
    fits: bool
    line: int


@dataclass(slots=True)
class Page:
    """What one walk over the source gathers."""

    source: str
    lines: list[Line] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    ends: dict[str, tuple[int, bool]] = field(default_factory=dict)
    unfinished: bool = False
    frames: bool = False
    fits: bool = True


class _Walk:
    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.open: list[Element] = []
        self.names: Counter[str] = Counter()
        self.words: list[str] = []
        self.line: Line | None = None  # the line that is being read
        self.broken: int | None = None  # where the line break ends that the next line comes after

    def run(self) -> Page:
        token = None
        for token in tokens(self.page.source):
            if token.kind == "text":
                self.text(token)
            elif token.kind == "start":
                self.enter(token)
            elif token.kind == "end":
                self.leave(token)
        self.break_line()
        self.page.unfinished = token is not None and token.kind in ("unfinished", "raw")
        self.page.fits = self.fits(at_end=True)
        return self.page

    def text(self, token: Token) -> None:
        if self.open and self.open[-1].pre:
            start = token.start
            for piece in _PRE_LINE.findall(token.text):
                self.words_at(start, piece)
                start += len(piece)
                if piece.endswith("\n"):
                    self.break_line()
                    self.broken = start
        else:
            self.words_at(token.start, token.text)

    def words_at(self, start: int, source: str) -> None:
        text = unescape(source)
        shows = bool(clean(text))
        if shows and self.open and self.open[-1].name == "head":
            self.close("head", stop=())
        top = self.open[-1] if self.open else None
        if top and top.hidden:
            return
        if shows:
            if self.line is None:
                inline = self.broken if self.broken is not None and self.in_text() else None
                self.line = Line("", start, self.line_place(start), inline)
                if top:
                    self.line.quoted, self.line.pre = top.quoted, top.pre
                    self.line.wrapper, self.line.bare = top.wrapper, top.bare
            for element in reversed(self.open):
                if element.seen:
                    break
                element.seen = True
        self.words.append(text)

    def in_text(self) -> bool:
        """Whether text may stand here: in no link, and not between the cells of a table."""
        if self.names["a"]:
            return False
        for element in self.open[: -_REACH - 1 : -1]:
            if element.name in _CELLS:
                return True
            if element.name in _TABLES:
                return False
        return True

    def line_place(self, start: int) -> int | None:
        """Where a block above the text at `start` can stand; None inside a line that is begun."""
        for element in reversed(self.open):
            if element.fits:
                return start if element.seen or element.name in _NOT_BEFORE else element.start
            if element.seen:
                return None
            start = element.start
        return start

    def break_line(self) -> None:
        if self.line is not None:
            self.line.text = _SPACES.sub(" ", "".join(self.words)).strip(" ")
            self.page.lines.append(self.line)
        self.words, self.line, self.broken = [], None, None

    def enter(self, token: Token) -> None:
        name = token.name
        if self.names["head"] and name not in _IN_HEAD:
            self.close("head", stop=())
        if name == "br" or name in _BLOCK:
            self.break_line()
            self.broken = token.end if name == "br" else None
        if name in _BLOCK and self.names["p"]:
            self.close("p", stop=("td", "th", "caption", "button"))
        attrs = token.attrs
        mark = mark_of(name, attrs)
        fits = self.fits()
        if mark:
            self.page.found.append(Found(mark, token.start, fits, len(self.page.lines)))
        self.page.frames |= name == "frameset"
        if name in _VOID or (name in _STAYS_OPEN and self.names[name]) or len(self.open) >= _DEPTH:
            return
        above = self.open[-1] if self.open else None
        element = Element(
            name,
            token.start,
            hidden=(above is not None and above.hidden) or _is_hidden(name, attrs),
            fits=(fits and name in _CONTAINERS) or (name in _CELLS and not self.names["a"]),
            quoted=(above is not None and above.quoted) or (mark is not None and mark.role == "quoted"),
            pre=(above is not None and above.pre) or name in ("pre", "listing") or _keeps_lines(attrs),
            wrapper=above.wrapper if above else None,
            bare=above.bare if above else None,
        )
        if mark and mark.role == "wrapper" and element.wrapper is None:
            element.wrapper = element
        if name == "blockquote" and not mark and element.bare is None:
            element.bare = element
        self.open.append(element)
        self.names[name] += 1

    def leave(self, token: Token) -> None:
        if token.name in _BLOCK:
            self.break_line()
        if token.name in _STAYS_OPEN:
            self.page.ends[token.name] = (token.start, self.fits(at_end=True))
        elif self.names[token.name]:
            self.close(
                token.name, stop=() if token.name in _BLOCK else ("div", "td", "th", "blockquote", "table")
            )

    def close(self, name: str, stop: tuple[str, ...]) -> None:
        for index in range(len(self.open) - 1, max(-1, len(self.open) - _REACH), -1):
            if self.open[index].name == name:
                for element in self.open[index:]:
                    self.names[element.name] -= 1
                del self.open[index:]
                return
            if self.open[index].name in stop or self.open[index].name in _STAYS_OPEN:
                return

    def fits(self, at_end: bool = False) -> bool:
        """Whether a block may stand here; at the end of the body it ends a paragraph that was left open, and
        takes on the type that was."""
        depth = len(self.open)
        while at_end and depth and self.open[depth - 1].name in _STYLING:
            depth -= 1
        if at_end and depth and self.open[depth - 1].name == "p":
            depth -= 1
        return not depth or self.open[depth - 1].fits


def _is_hidden(name: str, attrs: Mapping[str, str]) -> bool:
    return (
        name in _INVISIBLE
        or "hidden" in attrs
        or bool(_HIDDEN_STYLE.search("".join(attrs.get("style", "").lower().split())))
    )


def _keeps_lines(attrs: Mapping[str, str]) -> bool:
    style = attrs.get("style", "")
    return "white-space" in style and bool(_PRE_STYLE.search("".join(style.lower().split())))


def walk(source: str) -> Page:
    """Everything one walk over the source gathers."""
    return _Walk(source).run()
