"""A file whose name says that it is from a marketplace: `attachment_name`.

`Amazon-Rechnung.pdf`, `ebay_order.png`: a name of the marketplace and a word of a purchase.
An order number in a file name is `order_number`. Weight 2.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.signals.reading import read
from gateway.words import Facts, Hit

WEIGHT: Final = 2.0
_PURCHASE: Final = (
    r"order|bestell|rechnung|invoice|retoure|label|auftrag|kauf|factur|commande|achat|fattur|ordine|acquisto|pedido|compra|"
    r"faktur|zam[oó]wieni|zakup|bestelling|factuur|bon|best[aä]llning|kvitto|beleg|receipt|purchase|lieferschein|bevestiging|"
    r"confirm|best[aä]tigung|screenshot|kvittering|retour|return"
)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit a pack: the first such file."""
    reading = read(tx, packs, config)
    if reading.internal or "name" not in reading.kinds:
        return
    for region in reading.regions:
        if region.where != "file name":
            continue
        for pack in packs:
            for name, at in region.mentions:
                end = region.text.find("\n", at)
                line = region.text[region.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
                if name == pack.name and compiled(_PURCHASE, True).search(line):
                    yield Hit("attachment_name", WEIGHT, pack.name, None, region.evidence(line))
                    break
