"""An electronic visiting card attached: it is nothing but contact data."""

from collections.abc import Iterator
from typing import Final

from gateway.lints import attachments
from gateway.lints.disallowed_attachment import CARDS
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "vcard"
SEVERITY: Final = Severity.WARN


def findings(reply: Reply) -> Iterator[Found]:
    """Each card."""
    for attachment in attachments.of(reply):
        if attachment.extension in CARDS or attachment.content_type in ("text/vcard", "text/x-vcard"):
            yield Found(shown=attachment.name or attachment.content_type, fix="leave the card out")
