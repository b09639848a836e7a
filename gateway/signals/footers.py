"""Our own footers in a text: found by their words, so that they never count as evidence.

The words are those of the templates in `config.footers`, with whatever the template
fills in left out; line breaks, quote marks and markup do not matter. A stretch
counts as ours from twelve such words on, so that a buyer who repeats a phrase of
ours keeps it. Linear in the text.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from gateway.config.models import Config
from gateway.signals.remembering import CONFIGURATIONS, remembered
from gateway.signals.tokens import key

_SHINGLE: Final = 3
_LEAST: Final = 12
_BRIDGE: Final = 6
_CODE: Final = re.compile(r"\{[{%#][^{}]{0,300}[}%#]\}")
_NAME: Final = re.compile(r"\{\{\s*marketplace\s*\}\}")
_PATH: Final = re.compile(r"\{\{\s*contact_path\s*\}\}")
_TAG: Final = re.compile(r"<[^<>]{0,2000}>|&\w{1,10};")
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W_]+")
_Known = tuple[frozenset[tuple[str, ...]], tuple[str, ...]]


@remembered(CONFIGURATIONS)
def known_words(config: Config) -> _Known:
    """All runs of three words of all footers of this configuration, and the longest word of each footer."""
    found, longest = set[tuple[str, ...]](), set[str]()
    for source in dict.fromkeys(config.footers.values()):
        longest.add(max(_WORD.findall(_TAG.sub(" ", _CODE.sub(" ", source))) or [""], key=len))
    for text in dict.fromkeys(_written(config)):
        for literal in (*_CODE.split(text), _CODE.sub(" ", text)):
            found |= set(_runs([key(word) for word in _WORD.findall(_TAG.sub(" ", literal))]))
    return frozenset(found), tuple(sorted(longest - {""}))


def _written(config: Config) -> Iterator[str]:
    """Each footer with what its marketplace puts into it."""
    packs = {pack.name: pack for pack in config.packs}
    for name, source in config.footers.items():
        owner, language, _ = name.split(".", 2)
        if owner in packs:
            path = packs[owner].contact_path.get(language, "")
            yield _PATH.sub(path, _NAME.sub(packs[owner].title, source))
        else:
            yield source


def _runs(words: list[str]) -> Any:
    return zip(*(words[i:] for i in range(_SHINGLE)), strict=False)


def without(text: str, config: Config) -> tuple[str, tuple[str, ...]]:
    """The text without our footers, and the stretches taken out."""
    known, longest = known_words(config)
    if not any(word in text for word in longest):
        return text, ()
    # What has a digit may be the order number that the template left a place for: it is passed over.
    spans = [found.span() for found in _WORD.finditer(text) if not _DIGIT.search(found[0])]
    words = [key(text[start:end]) for start, end in spans]
    ours = bytearray(len(words))
    for at, run in enumerate(_runs(words)):
        if run in known:
            ours[at : at + _SHINGLE] = b"\1" * _SHINGLE
    cuts = [(spans[first][0], spans[last][1]) for first, last in _stretches(ours)]
    kept, at = [], 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    return " ".join((*kept, text[at:])), tuple(text[start:end] for start, end in cuts)


def _stretches(ours: bytearray) -> list[tuple[int, int]]:
    """First and last word of each stretch of at least twelve marked words, small holes bridged."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for at, mark in enumerate((*ours, *bytes(_BRIDGE + 1))):
        if mark:
            first = at if first < 0 else first
            last = at
        elif first >= 0 and at - last > _BRIDGE:
            if sum(ours[first : last + 1]) >= _LEAST:
                found.append((first, last))
            first = -1
    return found
