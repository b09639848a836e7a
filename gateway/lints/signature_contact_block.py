"""Contact data in the signature: the block that mail programs put under everything.

One find for the block, besides those of the single checks. Firm, legal form, seat, register and directors are
no contact data.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints import email_address, foreign_url, phone_number
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "signature_contact_block"
SEVERITY: Final = Severity.WARN
FIX: Final = "remove phone, mail and web lines; firm, legal form, seat, register and directors may stay"


def findings(reply: Reply) -> Iterator[Found]:
    """At most one find, from the first to the last contact data of the signature."""
    spans, hidden = [], []
    for check in (email_address, phone_number, foreign_url):
        for found in check.findings(reply):
            if found.end and found.start >= reply.signature:
                spans.append((found.start, found.end))
            elif found.in_signature:
                hidden.append(found.shown)
    if spans:
        yield Found(min(start for start, _ in spans), max(end for _, end in spans), fix=FIX)
    elif hidden:
        yield Found(shown=hidden[0], fix=FIX, in_signature=True)
