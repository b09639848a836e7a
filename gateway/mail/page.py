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

from gateway.mail import quote
from gateway.mail.marks import Mark, mark_of
from gateway.mail.tokenizer import Token, tokens, unescape

_HIDDEN_STYLE = re.compile(r"display:none|visibility:hidden|mso-hide:all")

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
# Elements a block may stand in without changing how its neighbours look.
_CONTAINERS: Final = frozenset({"html", "body", "div", "center", "section", "article", "main", "form"})
_STAYS_OPEN: Final = frozenset({"html", "body"})
_SPACES = re.compile(r"[ \t\n\f\r]+")
_DEPTH: Final = 2000
_REACH: Final = 100


@dataclass(slots=True)
class Element:
    """An open element. `fits`: a block may be put into it; `seen`: it shows text already."""

    name: str
    start: int
    hidden: bool
    fits: bool
    quoted: bool
    wrapper: "Element | None" = None
    forward: bool = False
    seen: bool = False


@dataclass(slots=True)
class Line:
    """A line a person sees. `place` is where a block right above it can stand, None if it cannot."""

    text: str
    place: int | None
    quoted: bool
    wrapper: Element | None


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
    bare_quotes: list[int] = field(default_factory=list)
    ends: dict[str, tuple[int, bool]] = field(default_factory=dict)
    unfinished: bool = False
    fits: bool = True


class _Walk:
    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.open: list[Element] = []
        self.names: Counter[str] = Counter()
        self.words: list[str] = []
        self.place: int | None = None
        self.begun = False

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
        self.page.fits = self.fits()
        return self.page

    def text(self, token: Token) -> None:
        text = unescape(token.text)
        shows = bool(quote.clean(text))
        if shows and self.open and self.open[-1].name == "head":
            self.close("head", stop=())
        if self.open and self.open[-1].hidden:
            return
        if shows:
            if not self.begun:
                self.place, self.begun = self.line_place(token.start), True
            for element in reversed(self.open):
                if element.seen:
                    break
                element.seen = True
        self.words.append(text)

    def line_place(self, start: int) -> int | None:
        """Where a block above the text at `start` can stand; None inside a line that is begun."""
        for element in reversed(self.open):
            if element.fits:
                return start if element.seen or element.name in _STAYS_OPEN else element.start
            if element.seen:
                return None
            start = element.start
        return start

    def break_line(self) -> None:
        if self.begun:
            text = _SPACES.sub(" ", "".join(self.words)).strip(" ")
            top = self.open[-1] if self.open else None
            self.page.lines.append(
                Line(text, self.place, top is not None and top.quoted, top.wrapper if top else None)
            )
        self.words, self.begun = [], False

    def enter(self, token: Token) -> None:
        name = token.name
        if self.names["head"] and name not in _IN_HEAD:
            self.close("head", stop=())
        if name == "br" or name in _BLOCK:
            self.break_line()
        attrs = token.attrs
        mark = mark_of(name, attrs)
        fits = self.fits()
        if mark:
            self.page.found.append(Found(mark, token.start, fits, len(self.page.lines)))
        elif name == "blockquote":
            self.page.bare_quotes.append(len(self.page.lines))
        if name in _BLOCK and self.names["p"]:
            self.close("p", stop=("td", "th", "caption", "button"))
        if name in _VOID or (name in _STAYS_OPEN and self.names[name]) or len(self.open) >= _DEPTH:
            return
        above = self.open[-1] if self.open else None
        element = Element(
            name,
            token.start,
            hidden=(above is not None and above.hidden) or _is_hidden(name, attrs),
            fits=(above is None or above.fits) and name in _CONTAINERS,
            quoted=(above is not None and above.quoted) or (mark is not None and mark.role == "quoted"),
            wrapper=above.wrapper if above else None,
        )
        if mark and mark.role == "wrapper" and element.wrapper is None:
            element.wrapper = element
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
        """Whether a block may stand here; at the end of the body a paragraph left open ends by itself."""
        if not self.open:
            return True
        if at_end and self.open[-1].name == "p":
            return len(self.open) == 1 or self.open[-2].fits
        return self.open[-1].fits


def _is_hidden(name: str, attrs: Mapping[str, str]) -> bool:
    return (
        name in _INVISIBLE
        or "hidden" in attrs
        or bool(_HIDDEN_STYLE.search("".join(attrs.get("style", "").lower().split())))
    )


def walk(source: str) -> Page:
    """Everything one walk over the source gathers."""
    return _Walk(source).run()
