"""Reject: this recipient is refused, and with it the whole mail, before anything is sent."""

from gateway.words import Disposition, Effect


def effect(reasons: tuple[str, ...] = (), note: str = "") -> Effect:
    """The recipient is refused, for `reasons`; `note` is one sentence for the record, not for the client."""
    return Effect(disposition=Disposition.REJECT, reasons=reasons, note=note)
