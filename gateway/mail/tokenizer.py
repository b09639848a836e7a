"""The HTML tokenizer: where each tag, comment and text of a source begins and ends.

It follows the tokenization states of the WHATWG HTML standard (section 13.2.5) as far
as they decide where a token ends: quoted attributes, comments and bogus comments,
CDATA in foreign content, raw text elements, tags that never end. The spans of the
tokens tile the source. It never raises and takes linear time on any input.
"""

import html as references
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["start", "end", "text", "raw", "comment", "doctype", "unfinished"]

_SPACE = r"[ \t\n\f\r]"
_NAME = r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
_VALUE = r""""[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+"""
_ATTRIBUTE = rf"{_NAME}(?:{_SPACE}*+={_SPACE}*+(?:{_VALUE}|(?=>)))?+"
_TAG = re.compile(rf"(/?)([a-zA-Z][^ \t\n\f\r/>]*+)(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*+(>)?")
_PAIR = re.compile(rf"({_NAME})(?:{_SPACE}*+={_SPACE}*+({_VALUE}|(?=>)|\Z))?+")
_OPEN = re.compile(r"<(?=[a-zA-Z!?]|/.)", re.DOTALL)
_COMMENT_END = re.compile(r"--!?>")
_RAW: Final = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_RAW_END: Final = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in _RAW}
_FOREIGN: Final = frozenset({"svg", "math"})
_HUGE = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{7,}+);?")


@dataclass(frozen=True, slots=True)
class Token:
    """One token of `source`, from `start` to `end`.

    `kind` is "start" or "end" for tags (`name` in lower case), "text", "raw" for what is inside a script,
    style, title and the like, "comment" (bogus ones too), "doctype", or "unfinished" for a tag or comment
    that the source ends in.
    """

    kind: Kind
    name: str
    source: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The source of the token."""
        return self.source[self.start : self.end]

    @property
    def attrs(self) -> Mapping[str, str]:
        """The attributes of a start tag, read on each call: names lower case, the first of a name counts."""
        found: dict[str, str] = {}
        if self.kind == "start":
            for pair in _PAIR.finditer(self.source, self.start + 1 + len(self.name), self.end - 1):
                value = pair[2] or ""
                if value[:1] in ("'", '"'):
                    value = value[1:-1]
                found.setdefault(pair[1].lower(), unescape(value))
        return found


def unescape(text: str) -> str:
    """`text` with its character references decoded; those of impossible numbers become U+FFFD."""
    return references.unescape(_HUGE.sub("\ufffd", text)) if "&" in text else text


def tokens(source: str) -> Iterator[Token]:
    """The tokens of an HTML source, in order, without gaps."""
    position, foreign = 0, 0
    while position < len(source):
        opened = _OPEN.search(source, position)
        start = opened.start() if opened else len(source)
        if start > position:
            yield Token("text", "", source, position, start)
        if not opened:
            return
        token = _markup(source, start, foreign)
        yield token
        position = token.end
        if token.name in _FOREIGN:
            closed = token.kind == "end" or source.endswith("/>", start, token.end)
            foreign = max(0, foreign - 1) if token.kind == "end" else foreign + (not closed)
        elif token.kind == "start" and not foreign and (token.name in _RAW or token.name == "plaintext"):
            ended = _RAW_END[token.name].search(source, position) if token.name in _RAW else None
            stop = ended.start() if ended else len(source)
            if stop > position:
                yield Token("raw", token.name, source, position, stop)
            position = stop


def _markup(source: str, start: int, foreign: int) -> Token:
    """The token that begins with the "<" at `start`."""
    tag = _TAG.match(source, start + 1)
    if tag:
        if not tag[3]:
            return Token("unfinished", tag[2].lower(), source, start, len(source))
        return Token("end" if tag[1] else "start", tag[2].lower(), source, start, tag.end())
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):  # an abruptly closed, empty comment
            return Token("comment", "", source, start, source.index(">", start) + 1)
        closed = _COMMENT_END.search(source, start + 4)
        return _upto(source, start, closed.end() if closed else 0, "comment")
    if foreign and source.startswith("<![CDATA[", start):
        return _upto(source, start, source.find("]]>", start) + 3, "raw")
    doctype = source[start : start + 9].lower() == "<!doctype"
    return _upto(source, start, source.find(">", start) + 1, "doctype" if doctype else "comment")


def _upto(source: str, start: int, end: int, kind: Kind) -> Token:
    if end <= start:
        return Token("unfinished", "", source, start, len(source))
    return Token(kind, "", source, start, end)
