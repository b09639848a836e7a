"""The reply greets nobody."""

from collections.abc import Iterator
from typing import Final

from gateway.lints.new_text import SNIPPET
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "missing_greeting"
SEVERITY: Final = Severity.TONE


def findings(reply: Reply) -> Iterator[Found]:
    """One find at the first line, if none of the first lines is a greeting."""
    if reply.greeting is None:
        start = len(reply.text) - len(reply.text.lstrip())
        end = reply.text.find("\n", start)
        end = min(end if end >= 0 else len(reply.text), start + SNIPPET)
        yield Found(
            start, end, "no text" if start == end else "", 'begin with "Guten Tag" or "Hello" and the name'
        )
