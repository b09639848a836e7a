"""The own shop or another marketplace is named: "in unserem Onlineshop", "Ihre eBay-Bestellung"."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from gateway.config.base import compiled
from gateway.config.packs import Pack
from gateway.lints.phrases import Phrases, fold, readable
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.business import OTHER_MARKET, SHOP
from gateway.words import Severity

CHECK: Final = "own_shop_mention"
SEVERITY: Final = Severity.WARN
FIX: Final = "leave the other shop out"

_SHOP: Final = Phrases(SHOP)


def findings(reply: Reply) -> Iterator[Found]:
    """Each mention above the signature."""
    own = reply.folded[: reply.signature]
    spans = list(_SHOP.spans(own))
    for pattern in reply.company.own_orders if reply.company else ():
        spans += [
            match.span()
            for match in islice(compiled(pattern).finditer(readable(reply.text[: reply.signature])), 10)
        ]
    for pack in reply.packs:
        if reply.pack is not None and pack.name != reply.pack.name:
            spans += [match.span() for match in islice(compiled(_named(pack)).finditer(own), 10)]
    last = -1
    for start, end in sorted(spans):
        if start >= last:
            yield Found(start, end, fix=FIX)
            last = end


def _named(pack: Pack) -> str:
    names = "|".join(_escaped(fold(name)) for name in dict.fromkeys((*pack.names, *pack.common_names)))
    before, behind = map(fold, OTHER_MARKET)
    names = names or "[^\\x{0}-\\x{10FFFF}]"
    return rf"\b{before} (?:{names})(?:u|ie|zie)?\b|\b(?:{names})(?:[ ])?{behind}\b"


def _escaped(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign == " " else "\\" + sign for sign in name)
