"""What a held mail is: its values, and how they lie in the tables.

Pure values and translation; the moves are in `holds`. Every time is an aware
UTC datetime, every address a Path as the client wrote it, compared folded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gateway.mail.address import Path
from gateway.words import FINISHED, UNFINISHED, Direction, Finding, HeldState, Kind, Ruling

ORDER: Final = (*UNFINISHED, *FINISHED)
"""All states, least finished first."""

UNDECIDED: Final = (HeldState.PROVISIONAL, HeldState.PENDING, HeldState.FAILED, HeldState.UNCERTAIN)
"""States in which a recipient waits for a person."""


NOTED: Final = "notify"
"""The verb of the gateway's own ruling on a mail that was only noted for the desk."""


def folded(address: str | Path) -> str:
    """The form an address is compared by, as `Path.folded`; folding twice changes nothing."""
    return (address if isinstance(address, Path) else Path(f"<{address}>", address)).folded


def least_finished(states: Iterable[HeldState]) -> HeldState:
    """The state a mail shows, of the states of its recipients. Raises ValueError if there are none."""
    return min(states, key=ORDER.index)


@dataclass(frozen=True, slots=True)
class HeldRecipient:
    """One recipient of a held mail.

    `reply` is the next hop's last word as one line, `next_try` when an approved copy is due, `release_as`
    in what form it goes out: `original`, `footer`, `redacted`, `relay` or `redirect`; None until released.
    """

    path: Path
    kind: Kind
    state: HeldState = HeldState.PENDING
    reply: str | None = None
    attempts: int = 0
    next_try: datetime | None = None
    release_as: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A held mail, without its body.

    `version` grows with every change of state. `clock` is whose deadline it is: `marketplace`, `house` or
    None. `author` gets the notices ("" if there is nobody to tell). `fingerprint` is the SHA-256 of the
    transaction, `client` the IP address it came from, `size` the bytes of the body, `also_delivered` the
    addresses that already have their copy, `rulings` oldest first.
    """

    id: str
    version: int
    direction: Direction
    held_at: datetime
    deadline: datetime | None
    clock: str | None
    mail_from: Path
    recipients: tuple[HeldRecipient, ...]
    subject: str = ""
    message_id: str | None = None
    author: str = ""
    verdict: str = "none"
    confidence: str | None = None
    marketplace: str | None = None
    orders: tuple[str, ...] = ()
    legal: str | None = None
    thread: str | None = None
    rule: str | None = None
    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    config_hash: str = ""
    fingerprint: bytes = b""
    client: str = ""
    claimed_by: str | None = None
    claimed_until: datetime | None = None
    rulings: tuple[Ruling, ...] = ()
    size: int = 0
    also_delivered: tuple[str, ...] = ()
    note: str = ""

    @property
    def state(self) -> HeldState:
        """The least finished state of the recipients."""
        return least_finished(recipient.state for recipient in self.recipients)

    @property
    def noted(self) -> bool:
        """Whether this was never held: an entry about a mail that went out at once."""
        return bool(self.rulings) and self.rulings[0].verb == NOTED


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to send one group of recipients of a held mail, once. `token` fences later holders off."""

    held: Held
    addresses: tuple[Path, ...]
    token: int
    release_as: str | None


class Conflict(Exception):
    """It was decided otherwise in the meantime. `held` is the mail as it is now."""

    def __init__(self, held: Held) -> None:
        super().__init__(f"{held.id} is {held.state.value} now")
        self.held = held


class NoSuchHold(LookupError):
    """There is no held mail with this id."""

    def __init__(self, held: str) -> None:
        super().__init__(f"no held mail {held}")
        self.id = held


class BodyErased(LookupError):
    """The body of this mail was removed by retention at `at`; everything else is still there."""

    def __init__(self, held: str, at: datetime) -> None:
        super().__init__(f"the text of {held} was removed by retention on {at:%Y-%m-%d}")
        self.id = held
        self.at = at
