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

from gateway.config.packs import Pack
from gateway.signals import declarations
from gateway.signals.names import Names
from gateway.signals.patterns import Look
from gateway.signals.speech import SPEECHES
from gateway.signals.templates import CLASS, Classes
from gateway.signals.tokens import accented, keys

NUMBERED: Final = (
    r"(?:bestell(?:ung|nummer|nr)|order|auftrag|auftragsnummer|shop|commande|ordine|pedido|zam[oó]wieni[ae]|"
    r"bestelling|best[aä]llning)(?: ?(?:number|no|nr|nummer|n°|nº|numer|numero|número|numéro))?[.: -]{0,3}"
    r"(#\d{4,6})(?:\D|$)"
)
"""A number of the own shop: `Bestellung #11038`."""

PAY_IDS: Final = r"\b[SP]0[123]-\d{7}-\d{7}\b"
"""References of Amazon Pay."""

_SHOP: Final = (
    "<your> ...1 <shop>", "<shop> <your>", "<direct> ...2 <you>", "<you> <direct>", "dem|deren ...1 <shop>",
    "<direct> ...1 <via> <your>",
)  # fmt: skip
_DASH: Final = r"[\x{2010}-\x{2015}\x{2212}]"
_UNSEEN: Final = r"[\x{AD}\x{180E}\x{200B}-\x{200F}\x{2060}\x{FEFF}\x{300}-\x{36F}]"
_ODD: Final = rf"{_UNSEEN}|\d{_DASH}|{_DASH}\d"
_BROKEN: Final = r"\d-[ \t]?\r?\n|\d\r?\n[> \t]{0,16}-"
ODD: Final = "odd"


def raw(template: str, classes: Classes | None = None) -> str:
    """A template without names as an RE2 pattern on unfolded text, case ignored; slips are not mended."""
    pieces: list[str] = []
    for token in template.split():
        if token.startswith("..."):
            pieces.append(rf"(?:\S+\s+){{0,{int(token[3:] or 8)}}}")
            continue
        words = {
            "[^a-z0-9]+".join(map(accented, keys(word.strip("*"))))
            + ("[^\\s]*" if word.endswith("*") else "")
            for each in token.rstrip("?!").split("|")
            for word in ((classes or {})[each.strip("<>")].split("|") if CLASS.match(each) else (each,))
        }
        piece = "(?:" + "|".join(sorted(words)) + ")[^a-z0-9]+"
        pieces.append(f"(?:{piece})?" if token.endswith("?") else piece)
    return "(?:^|[^a-z0-9])" + "".join(pieces).removesuffix("[^a-z0-9]+")


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
            "address": [rf"@(?:[a-z0-9-]+\.)*{_literal(domain)}" for domain in sorted(domains)],
            "own": (*own, NUMBERED, PAY_IDS, *shop_patterns()),
            "footer": map(_literal, ours),
            "phrase": (line for pack in packs for line in phrase_patterns(pack)),
        }
        kinds |= {f"legal:{kind.value}": stems for kind, stems in declarations.stems().items()}
        self._kinds = tuple(kinds)
        self._look = Look("|".join(f"(?:{each})" for each in patterns) for patterns in kinds.values())

    def kinds(self, text: str) -> frozenset[str]:
        """What the text may have: `name`, `order`, `address`, `own`, `footer`, `phrase`, `legal:KIND`.

        And `odd`, where it must be made normal before this can be told.
        """
        return frozenset(self._kinds[at] for at in self._look.found(text))


def _literal(text: str) -> str:
    return "".join(sign if sign.isalnum() or not sign.isascii() else f"\\{sign}" for sign in text)
