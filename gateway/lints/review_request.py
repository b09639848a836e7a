"""A neutral request for a review: allowed once, and rarely wise in an answer. Recorded, nothing more."""

from collections.abc import Iterator
from typing import Final

from gateway.lints import review_incentive
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "review_request"
SEVERITY: Final = Severity.WARN
FIX: Final = "leave it out: the marketplace asks for reviews itself"


def findings(reply: Reply) -> Iterator[Found]:
    """Each sentence that asks for a review and offers nothing."""
    for start, end, loaded in review_incentive.requests(reply.folded):
        if not loaded:
            yield Found(start, end, fix=FIX)
