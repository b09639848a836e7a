"""Mail from files as the transactions it would be, for `explain`, `replay` and the desk's "try a mail".

The envelope comes from whoever asks or from the header; the direction from who
writes to whom. The same bytes give the same transaction id, so that the same mail gives
the same answer and is remembered once.
"""

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime

from gateway.config.models import Config
from gateway.mail.address import BadPath, domain_in, mailboxes, path_of
from gateway.mail.address import Path as SmtpPath
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.words import Direction


class Unreadable(Exception):
    """What cannot be read as a mail; the text says why."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the asking person says about the envelope; empty: taken from the header."""

    direction: Direction | None = None
    rcpt: tuple[str, ...] = ()
    mail_from: str | None = None


FROM_HEADER = Options()


def transaction_of(raw: bytes, options: Options, config: Config, at: datetime) -> Transaction:
    """The bytes of a mail as the transaction they would be, line ends made CRLF. Raises Unreadable."""
    if not raw.strip():
        raise Unreadable("is empty, not a mail")
    if raw.count(b"\n") != raw.count(b"\r\n"):
        raw = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    message = Message(raw)
    envelope = _envelope(message, options)
    direction = options.direction or _direction(message, envelope, config)
    made_id = b32encode(hashlib.sha256(raw).digest()[:10]).decode().lower()
    return Transaction(made_id, direction, Session("127.0.0.1"), envelope, message, at)


def _envelope(message: Message, options: Options) -> Envelope:
    senders = (
        [options.mail_from] if options.mail_from is not None else [box.address for box in message.from_[:1]]
    )
    named = (*message.to_cc, *mailboxes(message.get("bcc") or ""))
    found = list(options.rcpt) or [box.address for box in named]
    paths: dict[str, SmtpPath] = {}
    for address in found:
        try:
            path = path_of(address)
        except BadPath:
            continue
        paths.setdefault(path.folded, path)
    try:
        sender = path_of(senders[0]) if senders else path_of("")
    except BadPath:
        sender = path_of("")
    return Envelope(sender, tuple(paths.values()))


def _direction(message: Message, envelope: Envelope, config: Config) -> Direction:
    """Outbound if the first From is ours and a recipient is not internal, else inbound."""
    ours = config.gateway.company.domains
    own = bool(message.from_) and domain_in(message.from_[0].domain, ours)
    outside = any(path.domain and not domain_in(path.domain, ours) for path in envelope.rcpt_tos)
    return Direction.OUTBOUND if own and outside else Direction.INBOUND
