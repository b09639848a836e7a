"""Mail from files as the transactions it would be: the commands' name for `evidence.transactions`."""

from gateway.evidence.transactions import FROM_HEADER, Options, Unreadable, transaction_of

__all__ = ["FROM_HEADER", "Options", "Unreadable", "transaction_of"]
