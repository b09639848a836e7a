"""What a thread is after one more mail of it. Pure.

A thread only learns: a weaker verdict never replaces a stronger one, and mail
that pretends to be somebody else never changes what an honest thread is.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from gateway.store.held import folded
from gateway.words import Confidence, Legal, Thread, VerdictName

MOST: Final = 50
"""Orders, and correspondents, a thread remembers: the first ones, so that nobody can swell it."""

_STRENGTH: Final = (
    VerdictName.NONE,
    VerdictName.NOTICE,
    VerdictName.RELAY,
    VerdictName.OFFCHANNEL,
    VerdictName.MIXED,
)


def merged(old: Thread, new: Thread) -> Thread:
    """The thread `old` after a mail that was judged as `new`. Footers and dismissal stay as they are."""
    verdict, confidence, marketplace = _judged(old, new)
    return replace(
        old,
        verdict=verdict,
        confidence=confidence,
        marketplace=marketplace,
        orders=_union(old.orders, new.orders),
        legal=_legal(old.legal, new.legal),
        correspondents=_union(old.correspondents, map(folded, new.correspondents)),
        language=new.language or old.language,
        last_seen=max((at for at in (old.last_seen, new.last_seen) if at is not None), default=None),
    )


def _judged(old: Thread, new: Thread) -> tuple[VerdictName, Confidence | None, str | None]:
    kept = (old.verdict, old.confidence, old.marketplace or new.marketplace)
    taken = (new.verdict, new.confidence, new.marketplace or old.marketplace)
    if old.verdict is new.verdict:
        sure = Confidence.CONFIRMED in (old.confidence, new.confidence)
        return (old.verdict, Confidence.CONFIRMED if sure else old.confidence or new.confidence, kept[2])
    if VerdictName.SUSPECT in (old.verdict, new.verdict):
        return taken if old.verdict is VerdictName.NONE else kept
    return taken if _STRENGTH.index(new.verdict) > _STRENGTH.index(old.verdict) else kept


def _legal(old: Legal | None, new: Legal | None) -> Legal | None:
    """The newer one, but a warranty claim does not hide what must never be stopped."""
    return old if new is None or (new is Legal.WARRANTY and old is not None) else new


def _union(old: tuple[str, ...], new: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))[:MOST]
