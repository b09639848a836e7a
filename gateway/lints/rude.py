"""Insults, threats, blame and sarcasm, in eight languages. "It is not your fault" blames nobody."""

from collections.abc import Iterator
from typing import Final

from gateway.lints.frames import Frames
from gateway.lints.phrases import Phrases
from gateway.lints.reply import Found, Reply
from gateway.lints.wording import blame, rude
from gateway.lints.wording.frames import disbelief, dismissive, impatience, reproach, scorn
from gateway.lints.wording.frames import rude as frames
from gateway.words import Severity

CHECK: Final = "rude"
SEVERITY: Final = Severity.TONE
FIX: Final = "say it kindly, or leave it out"

_RUDE: Final = Phrases(rude.RUDE, blame.BLAME)
_FRAMES: Final = Frames(
    frames.RUDE,
    dismissive.DISMISSIVE,
    disbelief.DISBELIEF,
    scorn.SCORN,
    impatience.IMPATIENCE,
    reproach.REPROACH,
)
_HARMLESS: Final = Phrases(rude.HARMLESS, blame.HARMLESS)


def findings(reply: Reply) -> Iterator[Found]:
    """Each rude phrase, at its words."""
    harmless: list[tuple[int, int]] | None = None
    told = list(_FRAMES.spans(reply.folded))
    for start, end in _RUDE.spans(reply.folded):
        if harmless is None:
            harmless = list(_HARMLESS.spans(reply.folded))
        if not any(first < end and start < last for first, last in harmless):
            told.append((start, end))
    last = -1
    for start, end in sorted(told):
        if start >= last:
            yield Found(start, end, fix=FIX)
            last = end
