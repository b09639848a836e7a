"""The reply ends without a closing formula."""

from collections.abc import Iterator
from typing import Final

from gateway.lints.new_text import SNIPPET
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "missing_closing"
SEVERITY: Final = Severity.WARN


def findings(reply: Reply) -> Iterator[Found]:
    """One find at the last line of the text."""
    if reply.closing is None:
        own = reply.text[: reply.signature].rstrip()
        start = max(own.rfind("\n") + 1, len(own) - SNIPPET)
        fix = 'end with "Mit freundlichen Grüßen" or "Kind regards" and a name'
        yield Found(start, len(own), "no text" if start == len(own) else "", fix)
