"""Links and bare domains in a text: where they stand and to which host they lead. Linear; never raises.

A word with a dot is a domain if it ends in a known top-level name; where that name is a word too ("an", "es",
"it"), only if something else speaks for it: a path, a hyphen or digit, or a word like "website" before it.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from gateway.config.base import compiled
from gateway.lints.phrases import readable
from gateway.lints.wording import hosts as words

_STOP: Final = r"\s<>\"'\x{201c}\x{201d}\x{201e}\x{bb}\x{ab}"
_PATTERNS: Final = (
    (r"(?i)\b(?:https?|hxxps?|ftp) ?: ?/ ?/[^" + _STOP + r"]+", True),
    (r"(?i)\bwww\d?\.[^" + _STOP + r"]+", True),
    (
        r"(?i)(?:[\pL\pN](?:[\pL\pN\-]*[\pL\pN])?\.)+(?:xn--[a-z0-9\-]+|\pL+)(?::\d{2,5})?"
        r"(?:/[^" + _STOP + r"]*)?",
        False,
    ),
)
_ENDINGS: Final = r"(?:de|com|net|org|eu|at|ch|info|shop|fr|it|es|pl|nl|se|uk|store|online|biz)"
_SPELLED: Final = (
    r"(?i)\b[\pL\pN][\pL\pN\-]+\s?[(\[{<]\s?(?:dot|punkt|punto|point|punt|kropka|\.)\s?[)\]}>]\s?"
    + _ENDINGS
    + r"\b",
    r"(?i)\b[\pL\pN][\pL\pN\-]+ (?:dot|punkt) (?:de|com|net|org|eu|info|shop|fr|pl|nl|se)\b",
    r"(?i)\bwww (?:dot |punkt )?[\pL\pN\-]+(?: (?:dot |punkt )?|\.)" + _ENDINGS + r"\b",
)
_CUE: Final = re.compile(
    r"(?:shop|store|web|site|seite|homepage|internet|visit\w*|besuch\w*|bezoek\w*|besök\w*|odwiedz\w*|unter|"
    r"auf|link|url|adresse|address|domain)\W{1,3}(?:\w{1,12}\W{1,2})?$",
    re.IGNORECASE,
)
_SHOP_WORD: Final = re.compile(
    r"shop|store|24|online|markt|market|versand|handel|outlet|deal|[\d-]", re.IGNORECASE
)
_LEGAL_FORM: Final = re.compile(r"[ ,]{1,2}" + words.LEGAL_FORMS + r"(?![a-z])", re.IGNORECASE)
_REACH: Final = 40
_TRAILING: Final = ".,;:!?)]}>*_'"


class Link(NamedTuple):
    """A link or domain in a text: its span, and its host in lower case without "www."."""

    start: int
    end: int
    host: str


def found(text: str) -> Iterator[Link]:
    """All links and domains of a text that do not overlap, in order; parts of mail addresses are none."""
    text = readable(text)
    spans: list[tuple[int, int, bool]] = []
    for pattern, sure in (*_PATTERNS, *((each, True) for each in _SPELLED)):
        spans += [(*match.span(), sure) for match in _finds(pattern, text)]
    last = -1
    for start, end, sure in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < last or (start and text[start - 1] in "@.-_/") or text[end : end + 1] == "@":
            continue
        end = start + len(text[start:end].rstrip(_TRAILING))
        if not sure and not _is_domain(text, start, end):
            continue
        yield Link(start, end, host(text[start:end]))
        last = end


def _finds(pattern: str, text: str) -> Iterator[Any]:
    yield from compiled(pattern).finditer(text)


def host(link: str) -> str:
    """The host a link leads to, lower case, without "www."; "" if it names none."""
    link = "".join(link.split()).replace("\\", "/")
    if "//" not in link[:10]:
        link = "//" + link.removeprefix("//")
    try:
        name = urlsplit(link).hostname or ""
    except ValueError:
        return link.strip("/").partition("/")[0].lower()
    return name.rstrip(".").lower().removeprefix("www.")


def _is_domain(text: str, start: int, end: int) -> bool:
    """Whether a word with dots in it is a domain."""
    name, _, path = text[start:end].partition("/")
    labels = name.partition(":")[0].split(".")
    top, before = labels[-1].lower(), labels[-2]
    if top.startswith("xn--"):
        return True
    if top not in words.PLAIN and top not in words.WORDLIKE:
        return False
    if before.isdigit():
        return False
    # "erhalten.De" is a missing blank; so is a title or a legal form with dots.
    if labels[-1][:1].isupper() and not labels[-1].isupper() and not path:
        return False
    if _LEGAL_FORM.match(text[end : end + 20]) and not path:
        return False
    if top in words.PLAIN:
        return len(before) > 1 or bool(path)
    line = text.rfind("\n", 0, start) + 1
    alone = not text[line:start].strip(" \t*>") and not text[end : end + 2].strip(" \r")
    return bool(
        path
        or alone
        or (len(labels) > 2 and labels[0].lower() == "www")
        or _SHOP_WORD.search(before)
        or _CUE.search(text[max(0, start - _REACH) : start])
    )
