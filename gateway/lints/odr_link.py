"""The link to the EU's platform for online dispute resolution, which was closed on 20 July 2025."""

import re
from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "odr_link"
SEVERITY: Final = Severity.WARN
FIX: Final = "remove the paragraph: the platform is closed"

_LINK: Final = re.compile(r"(?:webgate\.)?ec\.europa\.eu/(?:consumers/)?odr[\w./?=&%-]{0,80}", re.IGNORECASE)


def findings(reply: Reply) -> Iterator[Found]:
    """Each place in the text, else the first link."""
    found = [Found(*match.span(), fix=FIX) for match in _LINK.finditer(reply.text)]
    linked = [
        Found(shown=mark.value, fix=FIX, in_signature=mark.in_signature)
        for mark in reply.marks
        if mark.kind == "link" and _LINK.search(mark.value)
    ]
    yield from found or linked[:1]
