"""An invitation off the marketplace: to call, to write by mail, to buy, pay or cancel elsewhere.

"Rufen Sie uns an", "per E-Mail an", "außerhalb von Amazon", "bestellen Sie direkt bei uns", a request for
IBAN or PayPal, "stornieren Sie bitte selbst", in eight languages. Calls that others make are none.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints import email_address, phone_number
from gateway.lints.frames import Frames
from gateway.lints.phrases import Phrases, around, sentence
from gateway.lints.reply import Found, Reply
from gateway.lints.wording import asides, deals, direct, invitations
from gateway.lints.wording.frames import channels, elsewhere, trade
from gateway.lints.wording.frames import invitations as frames
from gateway.words import Severity

CHECK: Final = "off_platform_invitation"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "keep to the marketplace's messages: the buyer just answers this mail"

_CALLS: Final = Phrases(invitations.CALLS, deals.DEALS, asides.ASIDE)
_FRAMES: Final = Frames(frames.INVITATIONS, elsewhere.ELSEWHERE, trade.TRADE, channels.CHANNELS)
_OUR_ACT: Final = Phrases(elsewhere.OUR_ACT)
_TURN_TO: Final = Phrases(elsewhere.TURN_TO)
_DIRECT: Final = Phrases(direct.DIRECT)
_HERE: Final = Phrases(direct.HERE)
_ELSE: Final = Phrases(direct.SOMEBODY_ELSE, asides.REFUSED)
_ONLY_HERE: Final = Phrases(asides.ONLY_HERE)


def findings(reply: Reply) -> Iterator[Found]:
    """Each invitation, at its words."""
    harmless = list(_ELSE.spans(reply.folded))
    told: list[tuple[int, int]] = []
    for start, end in [*_CALLS.spans(reply.folded), *_FRAMES.spans(reply.folded)]:
        if any(first < end and start < last for first, last in harmless):
            continue
        if not _ONLY_HERE.within(around(reply.folded, start, end)):
            told.append((start, end))
    for start, end in _DIRECT.spans(reply.folded):
        if not _HERE.within(around(reply.folded, start, end)):
            told.append((start, end))
    # Contact data that one is told to turn to invite as plainly as the words do.
    for start, end in [*email_address.spans(reply.text, reply), *phone_number.spans(reply)]:
        lo, hi = sentence(reply.folded, start, end)
        if start >= reply.signature or any(lo <= first < hi for first, _ in told):
            continue
        said = f"{reply.folded[lo:start]} . {reply.folded[end:hi]}"
        ours = list(_OUR_ACT.spans(said))
        if any(not any(a <= first < b for a, b in ours) for first, _ in _TURN_TO.spans(said)):
            told.append((start, end))
    last = -1
    for start, end in sorted(told):
        if start >= last:
            yield Found(start, end, fix=FIX)
            last = end
