"""Text made comparable: normal for patterns of numbers, folded as words, free of addresses.

`key` folds a word, so that "Bestätigung", "bestaetigung" and "bestatigung" are one;
`accented` goes the other way and finds a folded word in text as written. Linear in the
text; nothing raises.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ACCENTS: Final = {
    "a": "aàáâãäåąæ", "c": "cçćč", "e": "eèéêëę", "i": "iìíîïı", "l": "lł", "n": "nñńň", "o": "oòóôõöøœ",
    "s": "sśšß", "u": "uùúûüů", "y": "yýÿ", "z": "zźżž", "d": "dđ", "r": "rř", "g": "gğ",
}  # fmt: skip
_DASHES: Final = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_UNSEEN: Final = dict.fromkeys([0xAD, 0x180E, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_TYPED: Final = _DASHES | _UNSEEN
_ODD_SIGN: Final = re.compile("[" + "".join(map(chr, _TYPED)) + "]")
_BROKEN: Final = re.compile(r"(?<=\d)-[ \t]?\r?\n[> \t]{0,16}(?=\d)|(?<=\d)\r?\n[> \t]{0,16}-(?=\d)")
_DOMAIN: Final = re.compile(r"[\w.-]{0,253}")
_LOCAL: Final = re.compile(r"[^\s<>@]{0,64}\Z")
_REST: Final = re.compile(r"[^\s<>\"']*")
_PLAIN: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})


def normal(text: str) -> str:
    """The text as patterns of numbers want it.

    NFKC, all dashes `-`, soft hyphens and zero-width characters removed, a line break after or before a
    dash between digits joined (also inside a quote).
    """
    if not text.isascii():
        if _ODD_SIGN.search(text):
            text = text.translate(_TYPED)
        text = unicodedata.normalize("NFKC", text)
    return _BROKEN.sub("-", text) if "-" in text else text


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The word as it is compared: lower case, no accents, and ae, oe, ue, ä, ö, ü all as a, o, u."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(letter for letter in word if not unicodedata.combining(letter)).translate(_PLAIN)
    return word.lower().replace("ae", "a").replace("oe", "o").replace("ue", "u")


def keys(text: str) -> tuple[str, ...]:
    """All words of a short text, folded; punctuation dropped."""
    return tuple(key(found) for found in re.findall(r"[^\W_]+", text))


def accented(word: str) -> str:
    """A folded word as an RE2 pattern with whatever accents; a, o and u also with an e behind, as umlauts are
    written."""
    found = "".join(
        f"[{_ACCENTS[sign]}]" + ("e?" if sign in "aou" else "") if sign in _ACCENTS else re.escape(sign)
        for sign in word
    )
    double = f"[{_ACCENTS['s']}]" * 2
    return found.replace(double, f"(?:{double}|ß)")


def without_addresses(text: str) -> str:
    """The text with mail addresses blanked out and links reduced to their host; its length stays."""
    pieces, done = list[str](), 0
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text, max(at - 64, done), at)
        start, end = local.start() if local else at, _DOMAIN.match(text, at + 1).end()  # type: ignore[union-attr]
        if end > at + 1 and start < at:
            pieces += text[done:start], " " * (end - start)
            done = end
        at = text.find("@", max(end, at + 1))
    text = "".join((*pieces, text[done:]))
    return text if "://" not in text and "www." not in text.lower() else _hosts_only(text)


def _hosts_only(text: str) -> str:
    low, pieces, done, at = text.lower(), list[str](), 0, 0
    low = low if len(low) == len(text) else text
    while True:
        scheme, bare = low.find("://", at), low.find("www.", at)
        found = min((each for each in (scheme, bare) if each >= 0), default=-1)
        if found < 0:
            return "".join((*pieces, text[done:]))
        host = found + (3 if found == scheme else 4)
        if found == scheme:
            found -= (
                5 if low.endswith("https", done, found) else 4 if low.endswith("http", done, found) else 0
            )
            host += 4 if low.startswith("www.", host) else 0
        end = _DOMAIN.match(text, host).end()  # type: ignore[union-attr]
        rest = _REST.match(text, end).end()  # type: ignore[union-attr]
        pieces += text[done:found], " " * (host - found), text[host:end], " " * (rest - end)
        done = at = max(rest, host)
