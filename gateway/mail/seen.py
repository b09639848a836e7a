"""What a person sees of HTML, character by character, each with its place in the source.

`look` gives the visible text as lines; `ranges` turns stretches of that text into the
stretches of the source to be taken out: the characters, the elements that would be left
with nothing to show, and the <br> of lines that go whole. The tags that stay fit
together as before. Raises CannotEdit where the source cannot be read in one way only.
Pure, linear in the source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from gateway.mail.edit import CannotEdit
from gateway.mail.tokenizer import Token, tokens, unescape

Span = tuple[int, int]

_UNIT: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|[ \t\r\n\f]+|[^&]|&")
_PRE_UNIT: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|\r\n|[^&]|&")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
_BLOCK: Final = _names(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody"
    " thead tfoot tr td th caption ul"
)
_CELLS: Final = _names("td th")
# Elements that go where nothing is left in them that is seen.
_GOES: Final = _names(
    "a abbr b strong i em u small big font span s tt code div p li ul ol tr table tbody thead tfoot center"
    " address h1 h2 h3 h4 h5 h6 dl dt dd o:p"
)
_UNSEEN: Final = _names("head title style script template textarea select")
_HIDDEN: Final = re.compile(r"display:none|visibility:hidden|mso-hide:all")
_DEPTH: Final = 500


@dataclass(slots=True)
class _Node:
    """An element, a text or a tag without content, in the light tree of the region."""

    kind: Literal["element", "text", "void", "quiet"]
    name: str
    start: int
    opened: int
    children: list["_Node"] = field(default_factory=list)
    closed: int | None = None
    hidden: bool = False
    pre: bool = False

    @property
    def block(self) -> bool:
        return self.name in _BLOCK or self.name == "br"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the visible text: characters `first` to `last`; the <br> in front of and behind it."""

    first: int
    last: int
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The visible text of a region, lines joined by "\\n"; `places` are where its characters stand."""

    text: str
    places: tuple[Span, ...]
    rows: tuple[Row, ...]
    root: _Node


def look(source: str, end: int) -> Seen:
    """What is seen of `source` up to `end`. Raises CannotEdit."""
    root = _tree(source, end)
    return _Reader(source).read(root)


def _tree(source: str, end: int) -> _Node:
    root = _Node("element", "", 0, 0)
    stack = [root]
    for token in tokens(source):
        if token.start >= end:
            break
        if token.end > end:
            raise CannotEdit("the new text of the HTML ends inside a tag or a text")
        if token.kind == "text":
            top = stack[-1]
            leaf = _Node("text", "", token.start, token.end, hidden=top.hidden, pre=top.pre)
            leaf.closed = token.end
            top.children.append(leaf)
        elif token.kind == "start":
            _enter(stack, token)
        elif token.kind == "end":
            _leave(stack, token)
        elif token.kind == "unfinished":
            raise CannotEdit("the HTML ends inside a tag or a comment")
        else:
            stack[-1].children.append(_Node("quiet", "", token.start, token.end))
    return root


def _enter(stack: list[_Node], token: Token) -> None:
    name, top = token.name, stack[-1]
    if name in _VOID:
        top.children.append(_Node("void", name, token.start, token.end, hidden=top.hidden))
        return
    if len(stack) > _DEPTH:
        raise CannotEdit("the HTML is nested too deeply")
    if name in _BLOCK and any(node.name == "p" for node in stack):
        index = max(at for at, node in enumerate(stack) if node.name == "p")
        if not any(node.name in ("td", "th", "caption") for node in stack[index:]):
            del stack[index:]  # the paragraph is left open: it never goes as a whole
            top = stack[-1]
    style = "".join(token.attrs.get("style", "").lower().split())
    hidden = top.hidden or name in _UNSEEN or "hidden" in token.attrs or bool(_HIDDEN.search(style))
    pre = top.pre or name in ("pre", "listing") or "white-space:pre" in style
    node = _Node("element", name, token.start, token.end, hidden=hidden, pre=pre)
    top.children.append(node)
    stack.append(node)


def _leave(stack: list[_Node], token: Token) -> None:
    for index in range(len(stack) - 1, 0, -1):
        if stack[index].name == token.name:
            if index == len(stack) - 1:
                stack[index].closed = token.end
            del stack[index:]
            return
        if stack[index].name in _CELLS:
            return
    stack[-1].children.append(_Node("quiet", "", token.start, token.end))


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.text: list[str] = []
        self.places: list[Span] = []
        self.rows: list[Row] = []
        self.line: list[tuple[str, Span]] = []
        self.broken: Span | None = None  # the <br> that the line being read comes after

    def read(self, root: _Node) -> Seen:
        self.children(root)
        self.end_line(None)
        return Seen("".join(self.text), tuple(self.places), tuple(self.rows), root)

    def children(self, node: _Node) -> None:
        for child in node.children:
            if child.kind == "text":
                if not child.hidden:
                    self.words(child)
            elif child.kind == "void":
                if child.name == "br" and not child.hidden:
                    self.end_line((child.start, child.opened))
                elif child.name in _BLOCK:
                    self.end_line(None)
            elif child.kind == "element":
                if child.name in _BLOCK:
                    self.end_line(None)
                self.children(child)
                if child.name in _BLOCK:
                    self.end_line(None)

    def words(self, node: _Node) -> None:
        pattern = _PRE_UNIT if node.pre else _UNIT
        for unit in pattern.finditer(self.source, node.start, node.opened):
            code = unit[0]
            if node.pre and code in ("\n", "\r\n"):
                self.end_line(unit.span())
            elif code.isspace() and code.isascii():
                if not self.line or self.line[-1][0] != " ":
                    self.line.append((" ", unit.span()))
            else:
                self.line += ((sign, unit.span()) for sign in unescape(code))

    def end_line(self, br: Span | None) -> None:
        line = self.line
        while line and line[-1][0] == " ":
            line.pop()
        while line and line[0][0] == " ":
            line.pop(0)
        if line:
            if self.rows:
                self.text.append("\n")
                self.places.append((-1, -1))
            first = len(self.places)
            self.text += (sign for sign, _ in line)
            self.places += (place for _, place in line)
            self.rows.append(Row(first, len(self.places), self.broken, br))
        self.line, self.broken = [], br


def ranges(seen: Seen, source: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of the source to take out so that these stretches of the visible text are gone, in order.

    A span is in characters of `seen.text` and lies within one line. Raises CannotEdit.
    """
    gone = [seen.places[at] for first, last in spans for at in range(first, last)]
    if any(place == (-1, -1) for place in gone):
        raise CannotEdit("a place to cut reaches over a line end")
    kept = {place for place, at in zip(seen.places, _marked(seen, spans), strict=True) if not at}
    if any(place in kept for place in gone):
        raise CannotEdit("a place to cut lies inside a character reference")
    found = _merged(gone)
    found = _merged([*found, *_breaks(seen, spans)])
    found = _merged([*found, *_elements(seen.root, found, source)])
    return tuple(_merged([_with_line_end(source, one) for one in found]))


def _marked(seen: Seen, spans: Sequence[Span]) -> list[bool]:
    marks = [False] * len(seen.places)
    for first, last in spans:
        marks[first:last] = [True] * (last - first)
    return marks


def whole_rows(seen: Seen, spans: Sequence[Span]) -> list[int]:
    """The numbers of the lines of which nothing is left."""
    marks = _marked(seen, spans)
    return [
        number
        for number, row in enumerate(seen.rows)
        if all(marks[at] or seen.text[at].isspace() for at in range(row.first, row.last))
        and any(marks[row.first : row.last])
    ]


def _breaks(seen: Seen, spans: Sequence[Span]) -> Iterator[Span]:
    """The <br> of the lines that go: those behind them, or where the last has none the one in front."""
    whole = whole_rows(seen, spans)
    for number in whole:
        row = seen.rows[number]
        if row.after is not None:
            yield row.after
            continue
        first = number
        while first - 1 in whole and seen.rows[first - 1].after == seen.rows[first].before is not None:
            first -= 1
        before = seen.rows[first].before
        if before is not None:
            yield before


def _elements(root: _Node, gone: Sequence[Span], source: str) -> Iterator[Span]:
    """The elements that show nothing any more, outermost only."""
    starts = dict(gone)

    def is_gone(first: int, last: int) -> bool:
        """Whether all of a stretch is taken out, or blank."""
        at = first
        while at < last:
            if at in starts:
                at = max(starts[at], at + 1)
            elif source[at].isspace():
                at += 1
            else:
                inside = next((stop for start, stop in gone if start < at < stop), None)
                if inside is None:
                    return False
                at = inside
        return True

    def touched(first: int, last: int) -> bool:
        return any(start < last and first < stop for start, stop in gone)

    def is_empty(node: _Node) -> bool:
        """Whether nothing is seen of the node any more."""
        if node.kind == "quiet":
            return True
        if node.kind == "void":
            return node.name == "br" or is_gone(node.start, node.opened)
        if node.kind == "text":
            text = source[node.start : node.opened]
            return node.hidden or not unescape(text).strip() or is_gone(node.start, node.opened)
        return node.closed is not None and all(is_empty(child) for child in node.children)

    def walk(node: _Node) -> Iterator[Span]:
        for index, child in enumerate(node.children):
            if child.kind != "element" or not touched(child.start, child.closed or len(source)):
                continue
            apart = child.name not in _BLOCK or _stands_apart(node, index, source)
            if child.name in _GOES and child.closed is not None and apart and is_empty(child):
                yield child.start, child.closed
            else:
                yield from walk(child)

    yield from walk(root)


def _stands_apart(parent: _Node, index: int, source: str) -> bool:
    """Whether what stands on both sides of a block stays on lines of its own without it."""
    before = _neighbour(parent.children[:index][::-1], source)
    after = _neighbour(parent.children[index + 1 :], source)
    ends = parent.name in _BLOCK or not parent.name
    if before is None or after is None:
        return ends
    return before.block or after.block


def _neighbour(nodes: Sequence[_Node], source: str) -> _Node | None:
    for node in nodes:
        blank = node.kind == "text" and not source[node.start : node.opened].strip()
        if node.kind != "quiet" and not blank:
            return node
    return None


def _merged(spans: Sequence[Span]) -> list[Span]:
    done: list[Span] = []
    for first, last in sorted(set(spans)):
        if done and first <= done[-1][1]:
            done[-1] = done[-1][0], max(done[-1][1], last)
        else:
            done.append((first, last))
    return done


def _with_line_end(source: str, span: Span) -> Span:
    """A line of the source of which only blanks would be left goes with its line end."""
    first, last = span
    line = source.rfind("\n", 0, first) + 1
    stop = source.find("\n", last)
    if stop < 0 or source[line:first].strip(" \t") or source[last:stop].strip(" \t\r"):
        return span
    return line, stop + 1
