"""The reply is in another language than the buyer's message and the site he bought on.

Silent unless the language of the reply is sure, and that of the buyer or the site is known.
"""

from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "wrong_language"
SEVERITY: Final = Severity.WARN


def findings(reply: Reply) -> Iterator[Found]:
    """One find if the language fits neither."""
    if reply.languages and reply.language and reply.language not in reply.languages:
        expected = " or ".join(reply.languages)
        yield Found(shown=f"written in {reply.language}, expected {expected}", fix=f"answer in {expected}")
