"""What all languages together say: the compiled sayings, the words with their slips, the names in context.

Put together once from `signals/speech`, `signals/declarations` and the packs. Pure.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from gateway.config.packs import Pack
from gateway.signals import declarations, templates
from gateway.signals.names import Names, Spelling
from gateway.signals.patterns import Look, words
from gateway.signals.speech import SPEECHES
from gateway.signals.speech.shape import KINDS, LEVELS, SHARED, UNLESS

GLUED: Final = (
    "bestell", "kauf", "einkauf", "order", "konto", "account", "shop", "store", "kund", "verkauf",
    "handler", "retour", "rucksend", "ruckgab", "rechnung", "liefer", "artikel", "auktion", "auftrag",
    "kleinanzeig", "marketplace", "marktplatz", "gutschein", "garantie", "seite", "nummer", "paket",
    "service", "support", "bewertung", "handel", "user", "mitglied", "name", "angebot", "pay",
    "bestall", "kop", "butik", "klant", "winkel", "koop", "aankoop", "retur", "partner", "com", "kauf",
)  # fmt: skip
"""Beginnings of words that are written glued to a name: Amazonbestellung, Ebaykonto."""

REAL: Final = words(
    """
    gestellt getauft verstanden bestanden versteigert gefordert verhalten gekommen enthalten
    versetzt brought versand zeichnung ordnung bestelle bestellen bestell ordering gewalt kaufen
    verkauft border bordered verletzen verletzte entlassen gelaufen abgelaufen bestattung
    erstatten erhalte widerruft gebraucht geladen beholt gesetz artikels acheter commander
    acquistare comprare ordinare verkocht verkochte verzonden comprar adquirir pedidos achetez
    commandez commande commandes ordinate ordinati verkopen gekoppelt bestseller kupiony kupione
    sprzedany sprzedane zamykane wysylane ricevere ordinario contatto contratto contrato
    contracto contrats contrat contracts contract produkte produkt products product produkter
    service services customs costumer verzendt bezahlte verhandelt behandelt gehandelt handelt
    sammelte vergeten gebeten verboten gesendet gewendet geendet vergessen gesessen gegessen
    getestet bekannt verkannt erkannt genannt gekannt verbrannt
    """
)
"""Words that look like a slip of a word of the sayings and are none."""

_CONTEXT: Final = (
    "<via> <det>? <site>? <of>? {name}",
    "{name} <deed>|<number>|<customer>|<service>|<site>",
    "<deed>|<number> ...1 {name}",
    "<bought> {name}",
    "{name} <have> ...4 <told>",
    "{name} ...1 <told>|<unable>",
    "{name} ...2 <helps>",
    "{name} <after>",
    "<after> {name}",
    "{name} market",
    "<your> {name} <shop>",
)
"""Where a name that is also a common word means the marketplace."""


_SET_MEMORY: Final = 16 << 20
_STEM: Final = 4
_SHORT: Final = 3
_SMALL: Final = words(
    """
    via inside det of mine your you dated iam neg cond with have me second want unable irreal
    people friend there instead per never fromyou
    """
)
"""Classes of words that tell nothing of a purchase and occur in any text."""


@lru_cache(maxsize=512)
def sayings(level: str, language: str) -> Any:
    """The sayings of one level (`bought`, `strong` ...) in one language."""
    return templates.pattern(SPEECHES[language].lines(level), SPEECHES[language].classes)


@lru_cache(maxsize=512)
def talk(kind: str, language: str) -> Any:
    """What people say in one language of marketplaces who have no order there."""
    return templates.pattern(SPEECHES[language].said(kind), SPEECHES[language].classes)


@lru_cache(maxsize=16)
def _heard(language: str) -> tuple[tuple[str, ...], Look]:
    """All levels of sayings and kinds of talk in a language, and one look that tells which of them occur."""
    speech = SPEECHES[language]
    lines = {level: speech.lines(level) for level in (*LEVELS, *SHARED)}
    lines |= {kind: speech.said(kind) for kind in KINDS}
    sources = ([templates.source(each, speech.classes) for each in said] for said in lines.values())
    look = Look(("|".join(f"(?:{each})" for each in every) for every in sources), _SET_MEMORY)
    return tuple(lines), look


def heard(language: str, line: str) -> Iterator[str]:
    """The levels of sayings and the kinds of talk that occur in a folded line: one pass for all of them."""
    names, look = _heard(language)
    return (names[at] for at in look.found(line))


def work_out() -> None:
    """Have all sayings and all talk compiled, instead of each when it is first needed."""
    for language in SPEECHES:
        for level in (*LEVELS, *SHARED):
            sayings(level, language)
        for kind in (*KINDS, *UNLESS.values()):
            talk(kind, language)
        _heard(language)


@lru_cache(maxsize=1)
def _telling() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """By language the words that its sayings turn on, and the beginnings of those with an open end."""
    found = []
    for language, speech in SPEECHES.items():
        of_classes = [words for name, words in speech.classes.items() if name not in _SMALL]
        own = [word for word in templates.pieces(speech.every(), {}) if len(word) > _STEM]
        every = {*own, *(word for word in templates.pieces(of_classes, {}) if len(word) >= _SHORT)}
        stems = {word[:_STEM] for word in every if word.endswith("*")}
        whole = {word for word in every if not word.endswith("*")}
        found.append((language, frozenset(whole), frozenset(stem for stem in stems if len(stem) == _STEM)))
    return tuple(found)


def spoken(line: Iterable[str]) -> tuple[str, ...]:
    """The languages whose sayings could be made of these folded words."""
    seen = {word.rstrip(",") for word in line}
    begun = {word[:_STEM] for word in seen}
    return tuple(
        language
        for language, whole, stems in _telling()
        if not seen.isdisjoint(whole) or not begun.isdisjoint(stems)
    )


def spelling(packs: Sequence[Pack]) -> Spelling:
    """The words in which one slip is mended: those of the sayings, of declarations and of the packs."""
    meant = list[str](declarations.meant_words())
    real = set(REAL) | set(declarations.all_words())
    stems = set[str]()
    for speech in SPEECHES.values():
        lines = [
            line for level in ("bought", "strong", "sent", "medium", "weak") for line in speech.lines(level)
        ]
        meant += templates.words(lines, {name: speech.classes[name] for name in _MENDED})
        real |= set(templates.words(speech.every(), speech.classes))
        every = templates.pieces([*speech.every(), *speech.classes.values()], {})
        stems |= {word.rstrip("*") for word in every if word.endswith("*")}
    for pack in packs:
        for phrases in pack.phrases.values():
            meant += templates.words((*phrases.strong, *phrases.medium, *phrases.weak))
    return Spelling(meant, real, shortest=7, stems=stems)


_MENDED: Final = ("bought", "deed", "number", "after", "got", "made", "told", "service", "contact")


def names(packs: Sequence[Pack]) -> Names:
    """What people call these packs."""
    return Names(
        {pack.name: pack.names or (() if pack.common_names else (pack.name,)) for pack in packs},
        GLUED,
        {pack.name: pack.common_names for pack in packs},
        [word for pack in packs for word in pack.not_slips],
    )


def context(packs: Iterable[Pack]) -> Any:
    """The pattern in which a common word is the name of a marketplace."""
    return templates.either(_context(packs))


def _context(packs: Iterable[Pack]) -> Iterator[str]:
    for pack in packs:
        if pack.common_names:
            for language in pack.common_languages or SPEECHES:
                speech = SPEECHES.get(language)
                if speech is None:
                    continue
                for line in _CONTEXT:
                    yield templates.source(line, speech.classes, pack.name, "~")


def others(packs: Iterable[Pack]) -> Any:
    """The pattern in which a name means another business."""
    return templates.either(
        templates.source(each, None, pack.name) for pack in packs for each in pack.not_names
    )
