"""Session, envelope and transaction: who speaks to us, for whom, and what.

All three are immutable. Addresses are kept as the client wrote them, because
they travel on as written; what we compare is derived from them.
"""

from dataclasses import dataclass
from datetime import datetime

from gateway.mail.address import Path
from gateway.mail.message import Message
from gateway.words import Direction


@dataclass(frozen=True, slots=True)
class Session:
    """One client connection: `ip` as text, `helo` as given, `user` the authenticated name or None.

    `probe`: it is the gateway's own probe. `rdns` is the client's confirmed host name, None if it has none
    or it is not known.
    """

    ip: str
    port: int = 0
    helo: str = ""
    esmtp: bool = True
    tls: bool = False
    user: str | None = None
    probe: bool = False
    rdns: str | None = None

    @property
    def protocol(self) -> str:
        """The `with` word of a Received field (RFC 3848): SMTP, ESMTP, ESMTPS, ESMTPA, ESMTPSA."""
        if not self.esmtp:
            return "SMTP"
        return "ESMTP" + "S" * self.tls + "A" * (self.user is not None)


@dataclass(frozen=True, slots=True)
class Envelope:
    """MAIL FROM and RCPT TO, in the order given, only what the next hop accepted."""

    mail_from: Path
    rcpt_tos: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Transaction:
    """One mail on its way: everything a decision may look at, besides the facts.

    `id` is the transaction id (16 characters of base32, lower case), `at` the time of the final dot (UTC).
    `envelope_seconds` is what it took from MAIL to our 354, `data_seconds` from there to the final dot.
    """

    id: str
    direction: Direction
    session: Session
    envelope: Envelope
    message: Message
    at: datetime
    envelope_seconds: float = 0.0
    data_seconds: float = 0.0
