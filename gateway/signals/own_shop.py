"""Evidence of an order in the company's own shop: `own_shop:order`, `:bought`, `:pay`.

`order` is a number of `company.own_orders`, or `#1234` behind a word for order; `bought`
says that it was bought in the shop or on the website; `pay` is Amazon Pay and its
references, which are the own shop's business. Weights speak of no marketplace.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals import templates
from gateway.signals.grammar import ENGLISH, GERMAN
from gateway.signals.reading import Region, read
from gateway.words import Facts, Hit

WEIGHTS: Final = {"order": 3.0, "bought": 2.0, "pay": 2.0}
_NUMBERED: Final = (
    r"(?:bestell(?:ung|nummer|nr)|order|auftrag|auftragsnummer|shop)"
    r"(?: ?(?:number|no|nr|nummer))?[.: -]{0,3}(#\d{4,6})(?:\D|$)"
)
_SHOP_DE: Final = (
    "onlineshop|webshop|online-shop|internetshop|webseite|website|homepage|internetseite|shop|seite|"
    "hausshop|web-shop"
)
_SHOP_EN: Final = "webshop|website|web-shop|shop|store|webstore|site|page"
_BOUGHT: Final = (
    templates.pattern(
        (
            f"in|auf|über|bei|via ihrem|eurem|ihre|ihrer|eure|eurer|euren|ihren|dem|deren ...1 {_SHOP_DE} "
            f"... <bought>",
            f"<bought> ...6 in|auf|über|bei|via ihrem|eurem|ihre|ihrer|eure|eurer|euren|ihren ...1 "
            f"{_SHOP_DE}",
            "direkt bei|über ihnen|euch ...6 <bought>",
            "<bought> ...3 direkt bei|über ihnen|euch",
        ),
        GERMAN.classes,
    ),
    templates.pattern(
        (
            f"<bought> ... on|from|through|via|in|at your ...2 {_SHOP_EN}",
            f"on|from|through|via|in|at your ...2 {_SHOP_EN} ...6 <bought>",
            "<bought> ...4 directly from|with you",
        ),
        ENGLISH.classes,
    ),
)
_PAY_WORDS: Final = r"(?:^|[ ])[#@][a-z0-9_]+ (?:pay|payments|payment) "
_PAY_IDS: Final = r"\b[SP]0[123]-\d{7}-\d{7}\b"
_NOT: Final = templates.pattern(
    ("nicht|not|nie|never|t|kein|keine ...2 in|auf|über|bei|on|from|through|via|direkt|directly",)
)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """The first find of each kind; orders all, with their number as `order`."""
    reading = read(tx, packs, config)
    if reading.internal:
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
    for found in list(compiled(_NUMBERED, True).finditer(region.text))[:20]:
        yield "order", found[1], found[0]
    paid = compiled(_PAY_IDS).search(region.text)
    if paid:
        yield "pay", None, paid[0]
    low = region.text.lower()
    if "pay" in low and region.where != "link":
        words = region.words
        found = compiled(_PAY_WORDS).search(words.line)
        if found:
            yield "pay", None, words.said(found.start() + 1, found.end() - 1)
    if region.own and any(
        word in low for word in ("shop", "seite", "site", "page", "store", "direkt", "direct")
    ):
        yield from _bought(region)


def _bought(region: Region) -> Iterator[tuple[str, str | None, str]]:
    words = region.words
    denied = templates.Spans(_NOT, words.line)
    for pattern in _BOUGHT:
        for found in pattern.finditer(words.line):
            behind = words.line[found.end() - 1 : found.end() + 24].split()
            if any(word.startswith("@") for word in behind[:3]):
                continue
            if not denied.touch(found):
                yield "bought", None, words.said(found.start() + 1, found.end() - 1)
                return
