"""Pictures inside the text, mostly logos and banners of a signature: marketplaces ban them in messages."""

from collections.abc import Iterator
from typing import Final

from gateway.lints import attachments
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "logo"
SEVERITY: Final = Severity.WARN


def findings(reply: Reply) -> Iterator[Found]:
    """One find: the first picture that the new HTML shows from the mail itself."""
    shown = [
        mark
        for mark in reply.marks
        if mark.kind == "image" and mark.value.lower().startswith(("cid:", "data:"))
    ]
    if not shown:
        return
    named = [each.name for each in attachments.of(reply) if each.inline and each.name]
    yield Found(
        shown=named[0] if named else shown[0].value[:80],
        fix="leave pictures out of the signature; attach photos",
        in_signature=shown[0].in_signature,
    )
