"""The word that overrides a buyer's opt-out in the subject ("[Wichtig]"): only for what is critical."""

import re
from collections.abc import Iterator
from typing import Final

from gateway.lints.phrases import fold
from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "important_flag"
SEVERITY: Final = Severity.WARN
FIX: Final = "remove it unless the order cannot be completed without an answer"

_FLAG: Final = re.compile(r"\[ ?(?:important|wichtig|importante|wazne|belangrijk|viktigt?) ?\]")


def findings(reply: Reply) -> Iterator[Found]:
    """One find if the subject has it."""
    found = _FLAG.search(fold(reply.message.subject)) if reply.message else None
    if found and reply.message:
        yield Found(shown=reply.message.subject[found.start() : found.end()], fix=FIX)
