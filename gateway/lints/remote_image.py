"""A picture that is fetched when the mail is read, such as a banner or a counting pixel."""

from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "remote_image"
SEVERITY: Final = Severity.WARN


def findings(reply: Reply) -> Iterator[Found]:
    """Each such picture of the new HTML."""
    for mark in reply.marks:
        if mark.kind == "image" and mark.value.lower().startswith(("http:", "https:", "//")):
            yield Found(shown=mark.value, fix="leave remote pictures out", in_signature=mark.in_signature)
