"""Evidence of an order in the company's own shop: `own_shop:order`, `:bought`, `:pay`.

`order` is a number of `company.own_orders`, or `#1234` behind a word for order; `bought`
says that it was bought in the shop or on the website; `pay` is Amazon Pay and its
references, which are the own shop's business. Weights speak of no marketplace.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import templates
from gateway.signals.grammar import sayings
from gateway.signals.patterns import Look
from gateway.signals.prefilter import NUMBERED, PAY_IDS, shop_patterns
from gateway.signals.reading import Region, read
from gateway.words import Facts, Hit

WEIGHTS: Final = {"order": 3.0, "bought": 2.0, "pay": 2.0}
_NEAR: Final = 30
_PAY_WORDS: Final = r"(?:^|[ ])[#@][a-z0-9_]+,? (?:pay|payments|payment),? "
_NOT: Final = templates.pattern(
    (
        "nicht|not|nie|never|t|kein|keine|pas|non|no|niet|inte ...1 "
        "in|auf|über|bei|on|from|through|via|direkt|directly|sur|su|en|op|na|på|i|w",
        "normalerweise|sonst|üblicherweise|usually|normally|habitude|habituellement|normalement|solito|"
        "normalmente|habitualmente|normaal|gewoonlijk|zwykle|zazwyczaj|brukar|vanligtvis ...6 "
        "in|auf|über|bei|on|from|through|via|sur|su|sul|en|op|na|på|i|w",
    )
)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """The first find of each kind; orders all, with their number as `order`."""
    reading = read(tx, packs, config)
    if reading.internal or not reading.kinds & {"own", "name"}:
        return
    seen: set[str] = set()
    for region in reading.regions:
        for kind, order, said in _in_region(region, config):
            if (kind != "order" and kind in seen) or order in seen:
                continue
            seen.update((kind, order or kind))
            yield Hit(f"own_shop:{kind}", WEIGHTS[kind] * region.factor, None, order, region.evidence(said))


def _in_region(region: Region, config: Config) -> Iterator[tuple[str, str | None, str]]:
    for pattern in config.gateway.company.own_orders:
        for found in list(compiled(pattern, True).finditer(region.text))[:20]:
            yield "order", found[0].upper(), found[0]
    for found in list(compiled(NUMBERED, True).finditer(region.text))[:20]:
        if not _is_a_marketplaces(region, found.start()):
            yield "order", found[1], found[0]
    paid = compiled(PAY_IDS).search(region.text)
    if paid:
        yield "pay", None, paid[0]
    if region.where != "link" and region.named:
        words = region.words
        found = compiled(_PAY_WORDS).search(words.line) if "pay" in words.line else None
        if found:
            yield "pay", None, words.said(found.start() + 1, found.end() - 1)
    if region.own and _first_look().any(region.text):
        yield from _bought(region)


def _is_a_marketplaces(region: Region, at: int) -> bool:
    """Whether a marketplace is named right before a number, so that it is its order."""
    return any(at - _NEAR <= place < at for _, place in region.mentions)


@lru_cache(maxsize=1)
def _first_look() -> Look:
    return Look(["|".join(f"(?:{each})" for each in shop_patterns())])


def _bought(region: Region) -> Iterator[tuple[str, str | None, str]]:
    words = region.words
    if not region.languages("shop"):
        return
    denied = templates.Spans(_NOT, words.line)
    for language in region.languages("shop"):
        for found in sayings("shop", language).finditer(words.line):
            behind = words.line[found.end() - 1 : found.end() + 24].partition(" . ")[0].split()
            before = words.line[max(found.start() - 24, 0) : found.start()].rpartition(" . ")[2].split()
            if any(word.startswith("@") for word in (*before[-1:], *behind[:3])):
                continue
            if not denied.touch(found):
                yield "bought", None, words.said(found.start() + 1, found.end() - 1)
                return
