"""The reply has fewer than 12 words, not counting greeting, closing and signature.

Together with a missing greeting or closing it is curt, and counts as configured; else a warning at most.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "too_short"
SEVERITY: Final = Severity.TONE
LEAST: Final = 12


def findings(reply: Reply) -> Iterator[Found]:
    """One find over the words between greeting and closing."""
    if reply.words >= LEAST:
        return
    curt = reply.greeting is None or reply.closing is None
    start = reply.greeting[1] if reply.greeting else 0
    end = max(start, min(reply.signature, reply.closing[0] if reply.closing else len(reply.text)))
    body = reply.text[start:end]
    start += len(body) - len(body.lstrip())
    end = start + len(body.strip())
    shown = f"{reply.words} words" if start == end else ""
    yield Found(
        start, end, shown, "say in whole sentences what happens next", most=None if curt else Severity.WARN
    )
