"""A request for a review that is not neutral: something is offered for it, or it is to be favourable.

Marketplaces ban both. Thanks for a review are none; a neutral request is `review_request`.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints.frames import Frames
from gateway.lints.phrases import Phrases, sentence
from gateway.lints.reply import Found, Reply
from gateway.lints.wording import offers, reviews
from gateway.lints.wording.classes import CLASSES
from gateway.lints.wording.frames import reviews as frames
from gateway.words import Severity

CHECK: Final = "review_incentive"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "ask for an honest review or for none, and offer nothing for it"

_NOUNS: Final = Phrases([f"{{{name}}}" for name in CLASSES if name.startswith("review_")])
_ASKS: Final = Phrases(reviews.ASKS, offers.OPINIONS)
_FAVOURABLE: Final = Phrases(reviews.FAVOURABLE, offers.KIND_WORDS)
_CHANGES: Final = Phrases(reviews.CHANGES, offers.TAKE_BACK)
_ASK_FRAMES: Final = Frames(frames.ASKS)
_CHANGE_FRAMES: Final = Frames(frames.CHANGES, frames.GIVES)
_REWARDS: Final = Phrases(reviews.REWARDS)
_MOODS: Final = Phrases(reviews.MOODS)
_NONE: Final = Phrases(reviews.NO_REVIEWS)
_PAST: Final = Phrases(reviews.PAST)


def findings(reply: Reply) -> Iterator[Found]:
    """Each sentence with such a request, at its words."""
    for start, end, loaded in requests(reply.folded):
        if loaded:
            yield Found(start, end, fix=FIX)


def requests(folded: str) -> Iterator[tuple[int, int, bool]]:
    """Every request for a review: its span, and whether it is more than neutral; one a sentence, in order."""
    told: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    none = list(_NONE.spans(folded))
    ranks = ((0, _CHANGES), (0, _CHANGE_FRAMES), (1, _ASKS), (1, _ASK_FRAMES), (2, _NOUNS), (3, _FAVOURABLE))
    for rank, phrases in ranks:
        for start, end in phrases.spans(folded):
            if any(first < end and start < last for first, last in none):
                continue
            told.setdefault(sentence(folded, start, end), []).append((rank, start, end))
    for (first, last), finds in sorted(told.items()):
        said = folded[first:last]
        rank, start, end = min(finds)
        rewarded = _REWARDS.within(said)
        favourable = _FAVOURABLE.within(said)
        if rank and _PAST.within(said) and not (rank == 1 and rewarded):
            continue
        if rank < 2 or rewarded or (favourable and _MOODS.within(said)):
            yield start, end, rank == 0 or rewarded or favourable


def sentences(folded: str) -> list[tuple[int, int]]:
    """The sentences this check finds something in: what they offer is told by it alone."""
    return [sentence(folded, start, end) for start, end, loaded in requests(folded) if loaded]
