"""An answer with a buyer's data, sent through the marketplace: access is given to him directly.

Only in a conversation about data protection: the text tells what is stored, or a file comes with it.
A receipt ("we got your request") is none.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints import attachments
from gateway.lints.phrases import Phrases
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.business import DOSSIER
from gateway.words import Legal, Severity

CHECK: Final = "privacy_to_relay"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "send the data to the buyer's own address, after checking who he is; say here that it comes"

_DOSSIER: Final = Phrases(DOSSIER)


def findings(reply: Reply) -> Iterator[Found]:
    """The words that hand out data, and each attached document."""
    if reply.thread is None or reply.thread.legal is not Legal.PRIVACY:
        return
    for start, end in _DOSSIER.spans(reply.folded):
        yield Found(start, end, fix=FIX)
    for attachment in attachments.of(reply):
        if not attachment.inline and not attachment.content_type.startswith("image/"):
            yield Found(shown=attachment.name or attachment.content_type, fix=FIX)
