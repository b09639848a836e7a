"""An invitation off the marketplace: to call, to write by mail, to buy, pay or cancel elsewhere.

"Rufen Sie uns an", "per E-Mail an", "außerhalb von Amazon", "bestellen Sie direkt bei uns", a request for
IBAN or PayPal, "stornieren Sie bitte selbst", in eight languages. Calls that others make are none.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints.phrases import Phrases, around
from gateway.lints.reply import Found, Reply
from gateway.lints.wording import asides, deals, direct, invitations
from gateway.words import Severity

CHECK: Final = "off_platform_invitation"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "keep to the marketplace's messages: the buyer just answers this mail"

_CALLS: Final = Phrases(invitations.CALLS, deals.DEALS, asides.ASIDE)
_DIRECT: Final = Phrases(direct.DIRECT)
_HERE: Final = Phrases(direct.HERE)
_ELSE: Final = Phrases(direct.SOMEBODY_ELSE, asides.REFUSED)
_ONLY_HERE: Final = Phrases(asides.ONLY_HERE)


def findings(reply: Reply) -> Iterator[Found]:
    """Each invitation, at its words."""
    harmless = list(_ELSE.spans(reply.folded))
    for start, end in _CALLS.spans(reply.folded):
        if any(first < end and start < last for first, last in harmless):
            continue
        if not _ONLY_HERE.within(around(reply.folded, start, end)):
            yield Found(start, end, fix=FIX)
    for start, end in _DIRECT.spans(reply.folded):
        if not _HERE.within(around(reply.folded, start, end)):
            yield Found(start, end, fix=FIX)
