"""The words of an HTML part, for signals: what it says, where it links to.

A browser's parser does the work (lexbor), kept from what makes any such parser
slow: text beyond `MAX_HTML` characters is cut off, and what nests deeper than
`MAX_NESTING` is left to a plain tag stripper. Nothing here raises. This is for
finding things; where exact places in the source matter, see `mail.html`.
"""

import html
import re
from collections import Counter
from typing import Final

from selectolax.lexbor import LexborHTMLParser

MAX_HTML: Final = 256 * 1024
MAX_NESTING: Final = 500
MAX_TARGETS: Final = 500
"""Characters of HTML that are read, open elements in each other, link targets and alternative texts."""

_BLOCK: Final = re.compile(
    r"<(?=/?(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr"
    r"|legend|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)[\s/>])",
    re.ASCII | re.IGNORECASE,
)
_ATTRIBUTE: Final = (
    r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?)?"""
)
# A comment, or a tag with its slash, name and attributes, or what browsers take for a comment.
_MARKUP: Final = re.compile(
    r"<(?:!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    rf"|(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>?"
    r"|[!?/][^>]*+>?)",
    re.ASCII,
)
_ATTRIBUTES: Final = re.compile(_ATTRIBUTE, re.ASCII)
_ANY_TAG: Final = re.compile(r"<[^<>]*+>?")
_TARGET: Final = re.compile(r"""\b(?:href|alt)\s?=\s?["']?([^"'<>\s]{1,2000})""", re.IGNORECASE)

# These never hold the next one open: they have no content, or the next one closes them.
_FLAT: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"}
    | {"wbr", "p", "li", "td", "th", "tr", "dt", "dd"}
)
# No tags in these, up to their own end tag.
_RAW: Final = {
    name: re.compile(rf"</{name}[\s/>]", re.ASCII | re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
_NOT_SHOWN: Final = (
    'head,script,style,title,template,svg,math,[hidden],[style*="display:none"],[style*="display: none"]'
)


def of_html(source: str) -> tuple[str, tuple[str, ...]]:
    """The text a person sees, blocks on lines of their own, and the link targets and alternative texts."""
    source = source[:MAX_HTML]
    if _is_hard(source):
        return _stripped(source)
    # Blanks of the source become one, so that every line end in the result stands for a block.
    blanks = source.replace("\r", " ").replace("\n", " ").replace("\t", " ").replace("\f", " ")
    lined = _BLOCK.sub("\n<", blanks)
    try:
        tree = LexborHTMLParser(lined)
        targets = [node.attributes.get("href") for node in tree.css("a[href],area[href]")[:MAX_TARGETS]]
        targets += [node.attributes.get("alt") for node in tree.css("img[alt]")[:MAX_TARGETS]]
        for node in tree.css(_NOT_SHOWN):
            node.decompose(recursive=False)  # unhooked only: one may lie in another
        words = tree.root.text(separator="") if tree.root else ""
    except Exception:  # a parser in another language may fail in ways of its own
        return _stripped(source)
    return _tidy(words), tuple(
        dict.fromkeys(target.strip() for target in targets if target and target.strip())
    )


def _is_hard(source: str) -> bool:
    """Whether a parser would take long: more than `MAX_NESTING` elements open at once, options, or attributes
    in one tag (the last two are compared with all their neighbours)."""
    opened: Counter[str] = Counter()
    depth = options = at = 0
    while found := _MARKUP.search(source, at):
        at = found.end()
        name = (found[2] or "").lower()
        if not name or name in _FLAT:
            pass
        elif found[1]:
            if opened[name]:
                opened[name] -= 1
                depth -= 1
        elif name in _RAW:
            close = _RAW[name].search(source, at)
            if not close:
                return False
            at = close.start()
        else:
            opened[name] += 1
            depth += 1
            options += name == "option"
        if depth > MAX_NESTING or options > MAX_NESTING:
            return True
        if name and len(found[3]) > 2 * MAX_NESTING and len(_ATTRIBUTES.findall(found[3])) > MAX_NESTING:
            return True
    return False


def _stripped(source: str) -> tuple[str, tuple[str, ...]]:
    """The same without a parser: tags out, references decoded."""
    targets = dict.fromkeys(html.unescape(target) for target in _TARGET.findall(source)[:MAX_TARGETS])
    return _tidy(html.unescape(_ANY_TAG.sub("\n", source))), tuple(targets)


def _tidy(words: str) -> str:
    """One blank for many, no blanks around line ends, no empty lines."""
    words = re.sub(r" {2,}", " ", words.replace("\xa0", " "))
    return re.sub(r" ?\n[ \n]*", "\n", words).strip()
