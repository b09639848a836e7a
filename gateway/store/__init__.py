"""The store: what we remember. Threads (ledger), held mail, notices, who got what, the audit chain.

Sync, on SQLAlchemy Core; every public method is one transaction, durable when it
returns. Times are arguments and aware; trouble is StoreError with a fixed word.
Programs with an event loop go through `Store.call`.
"""

from gateway.store.audit import verify
from gateway.store.database import Store, StoreError
from gateway.store.held import Conflict, Held, HeldRecipient, Lease, NoSuchHold
from gateway.store.holds import Holds
from gateway.store.ledger import Ledger
from gateway.store.notices import Notice, Notices
from gateway.store.settings import Settings
from gateway.store.transmissions import Transmissions

__all__ = [
    "Conflict",
    "Held",
    "HeldRecipient",
    "Holds",
    "Lease",
    "Ledger",
    "NoSuchHold",
    "Notice",
    "Notices",
    "Settings",
    "Store",
    "StoreError",
    "Transmissions",
    "verify",
]
