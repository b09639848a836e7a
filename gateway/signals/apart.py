"""What tells a purchase there from a marketplace that is only named: used by several signals.

`only_compared`: the mail looked there, or says that it did not buy there, and bought
elsewhere. `from_us`: the writer bought from us, whatever he says of other sellers.
`own_numbers`: the numbers that he says are of the company's own shop. Pure, on the
folded words of the mail; never raises.
"""

import re
from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

from gateway.signals import templates
from gateway.signals.grammar import sayings
from gateway.signals.reading import Reading, Region

_MENTION: Final = re.compile(r"@(\w+)")
_numbers: WeakKeyDictionary[Region, frozenset[str]] = WeakKeyDictionary()


def from_us(regions: Iterable[Region]) -> bool:
    """Whether one of these says that it was bought from us on a marketplace."""
    for region in regions:
        for language in region.languages("ours"):
            line = region.words.line
            denied = templates.Spans(sayings("not_ours", language), line)
            if any(not denied.touch(found) for found in sayings("ours", language).finditer(line)):
                return True
    return False


def only_compared(reading: Reading, pack: str) -> bool:
    """Whether every mention of the marketplace is the writer's own, and put aside by what he says of it."""
    mentioned = False
    for region in reading.regions:
        if not region.mentions_pack(pack):
            continue
        if not region.own or not _put_aside(region, pack):
            return False
        mentioned = True
    return mentioned


def _put_aside(region: Region, pack: str) -> bool:
    aside, bought, undone = (_spans(region, said) for said in ("compared", "bought", "not_bought"))
    places = [found.start() for found in _MENTION.finditer(region.words.line) if found[1] == pack]
    return all(_held(place, aside) and (not _held(place, bought) or _held(place, undone)) for place in places)


def _spans(region: Region, said: str) -> list[templates.Spans]:
    line = region.words.line
    return [templates.Spans(sayings(said, language), line) for language in region.languages(said)]


def _held(place: int, spans: Iterable[templates.Spans]) -> bool:
    return any(each.holds(place) for each in spans)


def own_numbers(region: Region) -> frozenset[str]:
    """What begins the words "1048 in your shop": the numbers of orders in the company's own shop."""
    known = _numbers.get(region)
    if known is None:
        known = _numbers[region] = frozenset(
            region.words.said(found.start() + 1, found.end() - 1).split()[0].strip("#,;:()")
            for language in region.languages("own_number")
            for found in sayings("own_number", language).finditer(region.words.line)
        )
    return known
