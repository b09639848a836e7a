"""Order numbers in what a reply says, by the patterns of its pack. Linear; never raises."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from gateway.config.base import compiled
from gateway.config.packs import OrderPattern, Pack
from gateway.lints.phrases import fold, readable

_LABEL: Final = re.compile(
    r"bestell|auftrag|order|commande|ordine|pedido|zamowien|kauf|purchase|achat|vorgang|acquisto|compra|zakup"
)
_MOST: Final = 50


class Cited(NamedTuple):
    """An order number in a text, in its normal form."""

    start: int
    end: int
    order: str


def cited(text: str, pack: Pack) -> Iterator[Cited]:
    """The orders of this marketplace that the text names, where the words around the number allow it."""
    if not any(map(str.isdigit, text)):
        return
    text = readable(text)
    folded = fold(text)
    never = [
        found.span()
        for pattern in pack.never_order
        for found in islice(compiled(pattern).finditer(text), _MOST)
    ]
    for kind in pack.order:
        for found in islice(compiled(kind.pattern, True).finditer(text), _MOST):
            start, end = found.span()
            if any(first < end and start < last for first, last in never):
                continue
            if _stands_alone(text, start, end) and _counts(kind, folded, start, end, pack):
                order = _normal(kind, found.groups(), found[0])
                if sum(map(str.isdigit, order)) >= kind.digits:
                    yield Cited(start, end, order)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before == "-" or after == "-")


def _counts(kind: OrderPattern, folded: str, start: int, end: int, pack: Pack) -> bool:
    if kind.context == "none":
        return True
    before = folded[max(0, start - kind.label_within) : start]
    if _LABEL.search(before):
        return True
    around = folded[max(0, start - kind.within) : end + kind.within]
    return kind.context != "label" and any(fold(name) in around for name in pack.names)


def _normal(kind: OrderPattern, groups: tuple[str | None, ...], whole: str) -> str:
    parts = [group for group in groups if group]
    order = "-".join(parts) if parts else whole
    return {"upper": order.upper(), "lower": order.lower()}.get(kind.form, order)


def compact(text: str) -> str:
    """Letters and digits alone, lower case: how orders are compared."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def same(one: str, other: str) -> bool:
    """Whether two orders are the same, a suffix that one of them lacks left aside."""
    first, second = sorted((compact(one), compact(other)), key=len)
    return first == second or (len(first) >= 8 and second.startswith(first))
