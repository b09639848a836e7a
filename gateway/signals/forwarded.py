"""A mail of the marketplace inside the mail: `forwarded`.

What the sender quotes, forwards or attaches names a sender of the marketplace (`Von:
bestellbestaetigung@amazon.de`) or one of its aliases. Weight 3, in full: the quote
is the marketplace's own word.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import under
from gateway.mail.envelope import Transaction
from gateway.signals.reading import read
from gateway.words import Facts, Hit

WEIGHT: Final = 3.0
_ADDRESS: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
_MOST: Final = 200


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit a pack: the first such address."""
    reading = read(tx, packs, config)
    if reading.internal or "address" not in reading.kinds:
        return
    seen: set[str] = set()
    for region in reading.regions:
        if region.where not in ("quote", "attached mail") or "@" not in region.text:
            continue
        for number, found in enumerate(_ADDRESS.finditer(region.text)):
            if number >= _MOST:
                break
            for pack in packs:
                if pack.name in seen or not under(found[1], (*pack.sender_domains, *pack.relay_domains)):
                    continue
                if any(compiled(pattern, True).search(found[0]) for pattern in pack.other_senders):
                    continue
                seen.add(pack.name)
                yield Hit("forwarded", WEIGHT, pack.name, None, region.evidence(found[0]))
