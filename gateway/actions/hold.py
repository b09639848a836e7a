"""Hold: this recipient's copy waits for a person."""

from gateway.words import Disposition, Effect


def effect(reasons: tuple[str, ...] = (), note: str = "") -> Effect:
    """The recipient's copy is held, for `reasons`; `note` is one sentence for the person who will decide."""
    return Effect(disposition=Disposition.HOLD, reasons=reasons, note=note)
