"""Another buyer's data: a second alias among the recipients, or one in the text that is not his.

An alias is the same buyer's up to its "+".
"""

import re
from collections.abc import Iterator
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.words import Severity

CHECK: Final = "other_buyer"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "remove what belongs to another buyer"

_ADDRESS: Final = re.compile(r"(?<![\w.+@-])[\w.+-]{1,100}@[\w.-]{3,100}")


def findings(reply: Reply) -> Iterator[Found]:
    """Each alias of somebody else, in the text, then among the recipients."""
    theirs = {_buyer(address) for address in reply.relays}
    if reply.thread:
        theirs |= {_buyer(address) for address in reply.thread.correspondents}
    for match in _ADDRESS.finditer(reply.text):
        address = match[0].rstrip(".-").lower()
        if _is_alias(address, reply) and theirs and _buyer(address) not in theirs:
            yield Found(match.start(), match.start() + len(address), fix=FIX)
    named = [box.address for box in reply.message.to_cc] if reply.message else []
    buyers = {
        _buyer(address): address
        for address in dict.fromkeys((*reply.relays, *map(str.lower, named)))
        if _is_alias(address, reply)
    }
    if len(buyers) > 1:
        shown = ", ".join(list(buyers.values())[:3])
        yield Found(shown=f"recipients {shown}", fix="write to each buyer in a mail of his own")


def _is_alias(address: str, reply: Reply) -> bool:
    return any(pack.relays(address) for pack in reply.packs)


def _buyer(address: str) -> str:
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
