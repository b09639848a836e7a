"""What every copy of a release has in common: its stamp, and why it cannot be made."""

from dataclasses import dataclass
from datetime import datetime


class CannotRelease(Exception):
    """The copy cannot be made as asked; `why` is a sentence for the reviewer."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a Received field says of us: our name, the transaction's id, the time (aware, UTC)."""

    host: str
    id: str
    at: datetime
