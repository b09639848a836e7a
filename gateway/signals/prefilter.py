"""One look over a whole mail that says what can be found in it at all: most mail is done here.

A set of RE2 patterns is matched in one pass over the text as it came. What they do not
find, no signal would find: each kind here is also the first question of the signals that
read it, so a signal's answer is the same with and without this look. False alarms cost
only time. Linear in the text; never raises.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import re2

from gateway.config.packs import Pack
from gateway.signals import declarations
from gateway.signals.speech import SPEECHES
from gateway.signals.templates import CLASS, Classes
from gateway.signals.tokens import Names, accented, keys

NUMBERED: Final = (
    r"(?:bestell(?:ung|nummer|nr)|order|auftrag|auftragsnummer|shop|commande|ordine|pedido|zam[oó]wieni[ae]|bestelling|best[aä]llning)"
    r"(?: ?(?:number|no|nr|nummer|n°|nº|numer|numero|número|numéro))?[.: -]{0,3}(#\d{4,6})(?:\D|$)"
)
"""A number of the own shop: `Bestellung #11038`."""

PAY_IDS: Final = r"\b[SP]0[123]-\d{7}-\d{7}\b"
"""References of Amazon Pay."""

_SHOP: Final = (
    "<your> ...1 <shop>", "<shop> <your>", "<direct> ...2 <you>", "<you> <direct>", "dem|deren ...1 <shop>",
    "<direct> ...1 <via> <your>",
)  # fmt: skip
_ODD: Final = r"[\x{AD}\x{180E}\x{200B}-\x{200F}\x{2060}\x{FEFF}\x{300}-\x{36F}]|\d[\x{2010}-\x{2015}\x{2212}]|[\x{2010}-\x{2015}\x{2212}]\d"
_BROKEN: Final = r"\d-[ \t]?\r?\n|\d\r?\n[> \t]{0,16}-"
_MEMORY: Final = 64 << 20
ODD: Final = "odd"


def raw(template: str, classes: Classes | None = None) -> str:
    """A template without names as an RE2 pattern on unfolded text, case ignored; slips are not mended."""
    pieces: list[str] = []
    for token in template.split():
        if token.startswith("..."):
            pieces.append(rf"(?:[\pL\pN]+[^\pL\pN]+){{0,{int(token[3:] or 8)}}}")
            continue
        words = {
            r"[^\pL\pN]+".join(map(accented, keys(word.strip("*")))) + (r"\pL*" if word.endswith("*") else "")
            for each in token.rstrip("?!").split("|")
            for word in ((classes or {})[each.strip("<>")].split("|") if CLASS.match(each) else (each,))
        }
        piece = "(?:" + "|".join(sorted(words)) + r")[^\pL\pN]+"
        pieces.append(f"(?:{piece})?" if token.endswith("?") else piece)
    return r"(?:^|[^\pL\pN])" + "".join(pieces).removesuffix(r"[^\pL\pN]+")


@lru_cache(maxsize=1)
def _compatible() -> str:
    """All characters that NFKC turns into letters or digits of ours: full width, ligatures, circled ..."""
    found = [
        at
        for at in (
            *range(0x80, 0xD800),
            *range(0xE000, 0x10000),
            *range(0x1D400, 0x1D800),
            *range(0x1F100, 0x1F200),
        )
        if any(sign.isascii() and sign.isalnum() for sign in unicodedata.normalize("NFKC", chr(at)))
    ]
    return "(?-i:[" + "".join(f"\\x{{{at:X}}}" for at in found) + "])"


def shop_patterns() -> Iterator[str]:
    """What is said of the own shop, in all languages, as patterns on unfolded text."""
    for speech in SPEECHES.values():
        yield from (raw(template, speech.classes) for template in _SHOP)


def phrase_patterns(pack: Pack) -> Iterator[str]:
    """The pack's phrases that do not name it, as patterns on unfolded text."""
    for phrases in pack.phrases.values():
        for phrase in (*phrases.strong, *phrases.medium, *phrases.weak):
            if "{name}" not in phrase:
                yield raw(phrase)


class Prefilter:
    """What the mails of one configuration are looked through for."""

    def __init__(self, packs: Sequence[Pack], names: Names, own: Iterable[str], ours: Iterable[str]) -> None:
        """`own`: the company's order numbers (RE2); `ours`: words that every footer of ours has."""
        domains = {domain for pack in packs for domain in (*pack.sender_domains, *pack.relay_domains)}
        kinds: dict[str, Iterable[str]] = {
            ODD: (_ODD, _BROKEN, _compatible()),
            "name": names.patterns(),
            "order": (
                each.pattern for pack in packs for each in pack.order if each.context in ("none", "either")
            ),
            "address": [r"@(?:[a-z0-9-]+\.)*(?:" + "|".join(map(_literal, sorted(domains))) + ")"]
            if domains
            else [],
            "own": (*own, NUMBERED, PAY_IDS, *shop_patterns()),
            "footer": map(_literal, ours),
            "phrase": (line for pack in packs for line in phrase_patterns(pack)),
        }
        kinds |= {f"legal:{kind.value}": stems for kind, stems in declarations.stems().items()}
        options = re2.Options()
        options.case_sensitive, options.log_errors, options.max_mem = False, False, _MEMORY
        self._set = re2.Set.SearchSet(options)
        self._kinds: list[str] = []
        for kind, patterns in kinds.items():
            for pattern in patterns:
                self._set.Add(pattern)
                self._kinds.append(kind)
        self._set.Compile()

    def kinds(self, text: str) -> frozenset[str]:
        """What the text may have: `name`, `order`, `address`, `own`, `footer`, `phrase`, `legal:KIND`, and `odd`
        where it must be made normal before this can be told."""
        found = self._set.Match(text.encode("utf-8", "replace"))
        return frozenset(self._kinds[at] for at in found) if found else frozenset()


def _literal(text: str) -> str:
    return "".join(sign if sign.isalnum() or not sign.isascii() else f"\\{sign}" for sign in text)
