"""Advertising: discounts, vouchers, newsletters, the own shop praised. Marketplaces ban it in every message.

A discount as a refund ("wir erstatten 10 Euro als Nachlass wegen des Kratzers"), a refusal and a used
voucher are none; what is offered for a review is `review_incentive`.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints import review_incentive
from gateway.lints.frames import Frames
from gateway.lints.phrases import Phrases, around
from gateway.lints.reply import Found, Reply
from gateway.lints.wording import business, marketing, offers
from gateway.lints.wording.frames import arrivals
from gateway.lints.wording.frames import marketing as frames
from gateway.words import Severity

CHECK: Final = "marketing"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "remove the advertising: a message is about this order only"

_PLAIN: Final = Phrases(marketing.PLAIN, offers.OFFERS)
_FRAMES: Final = Frames(frames.MARKETING, arrivals.ARRIVALS)
_SOFT: Final = Phrases(marketing.SOFT)
_HARMLESS: Final = Phrases(marketing.HARMLESS)
_REFUSED: Final = Phrases(marketing.REFUSED)
_BUT: Final = Phrases(marketing.BUT)
_OVER: Final = Phrases(marketing.OVER)
_SHOP: Final = Phrases(business.SHOP)
_CHEAPER: Final = Phrases(marketing.CHEAPER, form=r"\b(?:{})")
_NEXT: Final = Phrases(marketing.NEXT)


def findings(reply: Reply) -> Iterator[Found]:
    """Each advertising word, at its place; one a sentence."""
    folded = reply.folded
    spans = [*_PLAIN.spans(folded), *_FRAMES.spans(folded)]
    for start, end in _SOFT.spans(folded):
        said = around(folded, start, end)
        if not _HARMLESS.within(said) or _NEXT.within(said):
            spans.append((start, end))
    for start, end in _SHOP.spans(folded):
        if _CHEAPER.within(around(folded, start, end)):
            spans.append((start, end))
    told = review_incentive.sentences(folded) if spans else []
    last = -1
    for start, end in sorted(spans):
        if start < last or any(first <= start < stop for first, stop in told):
            continue
        said = around(folded, start, end)
        if _REFUSED.within(said) and not _BUT.within(said):
            continue
        if _NEXT.within(said) or not _OVER.within(said):
            yield Found(start, end, fix=FIX)
            last = end
