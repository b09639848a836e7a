"""The alias through which a conversation's buyer is reached at his marketplace.

From the conversation itself, where he also wrote through the relay, else from imported
orders: by order number, then by private address. Where these name two buyers it is nobody's.
Synchronous, for the store's own thread; StoreError on trouble.
"""

from collections.abc import Iterator

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.store.aliases import split
from gateway.store.orders import Orders
from gateway.words import Thread


def alias_of(thread: Thread, orders: Orders, config: Config) -> str | None:
    """The whole address, folded, as it was seen last; None if it is not known."""
    pack = config.pack(thread.marketplace)
    if pack is None:
        return None
    seen = [address for address in thread.correspondents if pack.relays(address)]
    found = seen or [address for address in _imported(thread, pack, orders) if pack.relays(address)]
    buyers = {split(address)[0] for address in found}
    return found[-1] if len(buyers) == 1 else None


def _imported(thread: Thread, pack: Pack, orders: Orders) -> Iterator[str]:
    told = False
    for order in thread.orders:
        alias = orders.alias_of(pack.name, order)
        if alias:
            told = True
            yield alias
    if not told:
        for address in thread.correspondents:
            alias = orders.alias_of(pack.name, address)
            if alias:
                yield alias
