"""One mail ready to be carried out: what came, what was decided, and the bytes of each copy.

Pure. `Sending` sorts the recipients into groups whose copies have the same bytes; `held_mail`
makes the record of a mail that is kept, `author_of` says who is to hear of it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from gateway.config.models import Config, Inbound, Outbound
from gateway.mail import headers, reply
from gateway.mail.address import Path
from gateway.mail.edit import Splice, pieces, plain
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.clocks import deadline
from gateway.policy.decision import Decision, RecipientDecision
from gateway.store.browse import NOTHING_SINCE, Since
from gateway.store.holds import Held, HeldRecipient
from gateway.words import Direction, Disposition, HeldState, Kind, Severity


@dataclass(frozen=True, slots=True)
class Group:
    """Recipients whose copies have the same bytes: `splices` on the message, `headers` in front of it.

    `sign_for` is the domain to sign for, `signature` the whole field once it is made.
    """

    splices: tuple[Splice, ...]
    headers: bytes
    paths: tuple[Path, ...]
    sign_for: str | None = None
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class Sending:
    """One mail ready to be carried out: what came, what was decided, what every copy gets.

    `mark` is a whole field that says that it was decided on, or empty.
    """

    tx: Transaction
    decision: Decision
    config: Config
    hostname: str
    mark: bytes = b""

    @property
    def leg(self) -> Inbound | Outbound:
        """The leg of the configuration this mail goes through."""
        gateway = self.config.gateway
        leg = gateway.inbound if self.tx.direction is Direction.INBOUND else gateway.outbound
        if leg is None:
            raise ValueError(f"no [{self.tx.direction.value}] in the configuration")
        return leg

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of sender, sorted recipients and the bytes as received: the same again is a retry."""
        envelope = self.tx.envelope
        digest = hashlib.sha256()
        for address in (envelope.mail_from.address, *sorted(path.address for path in envelope.rcpt_tos)):
            digest.update(address.encode("utf-8", "surrogateescape") + b"\0")
        digest.update(self.tx.message.raw)
        return digest.digest()

    def groups(self) -> list[Group]:
        """The copies to be sent now, the untouched ones first, recipients in the order of the envelope."""
        found: dict[tuple[tuple[Splice, ...], bytes, str | None], list[Path]] = {}
        for item in self.decision.recipients:
            if item.disposition is Disposition.PASS:
                paths = found.setdefault((item.splices, item.headers, item.sign_for), [])
                if item.target.folded not in {path.folded for path in paths} or not item.sent_to:
                    paths.append(item.target)  # two addresses of one buyer may lead to one alias
        ordered = sorted(found.items(), key=lambda entry: bool(entry[0][0] or entry[0][1]))
        return [Group(splices, front, tuple(paths), domain) for (splices, front, domain), paths in ordered]

    @property
    def reroutes(self) -> bool:
        """Whether some copy goes to another address than the client gave."""
        return any(item.sent_to for item in self.decision.recipients)

    def held(self) -> list[RecipientDecision]:
        """The recipients whose copies wait."""
        return [item for item in self.decision.recipients if item.disposition is Disposition.HOLD]

    def refusal(self) -> Reply | None:
        """The reply where nothing may be sent or held: 451 before 5xx, else None."""
        dispositions = {item.disposition for item in self.decision.recipients}
        if Disposition.TEMPFAIL in dispositions:
            return reply.LOCAL_ERROR
        refused = [item for item in self.decision.recipients if item.disposition is Disposition.REJECT]
        if not refused:
            return None
        names = ", ".join(item.path.address for item in refused)
        own = next((item.words for item in refused if item.words), "Refused by the sender's own rules")
        said = "".join(sign if " " <= sign <= "~" else "?" for sign in plain(own))
        return Reply.make(550, f"5.7.1 {said}, not sent to: {names}"[:480])

    def bytes_of(self, group: Group) -> Iterator[bytes]:
        """A copy's bytes: our fields, `Received` last of them, then the message less forged fields, edited.

        `Received` stands last so that a message which begins with a continuation line cannot add to a tag.
        """
        front = group.signature + self.mark + group.headers + self._received()
        if front:
            yield front
        raw = self.tx.message.raw
        yield from pieces(raw, (*headers.forged(raw), *group.splices))

    def _received(self) -> bytes:
        if not self.leg.received:
            return b""
        session = self.tx.session
        return headers.received(
            helo=session.helo,
            ip=session.ip,
            rdns=session.rdns,
            host=self.hostname,
            protocol=session.protocol,
            id=self.tx.id,
            at=self.tx.at,
        )


def held_mail(
    sending: Sending,
    waiting: list[RecipientDecision],
    held_id: str,
    state: HeldState,
    fingerprint: bytes,
    since: Since = NOTHING_SINCE,
) -> Held:
    """The record of a held mail, from the decision that holds it; `since`: its conversation's last mails."""
    tx, decision = sending.tx, sending.decision
    weighed = decision.verdict
    to_relay = any(item.kind is Kind.RELAY for item in waiting)
    company = sending.config.gateway.company
    clock, until = deadline(
        to_relay,
        sending.config.pack(weighed.marketplace),
        tx.at,
        asked=since.inbound,
        answered=since.outbound,
        hours=company.hours or (),
        zone=sending.config.time_zone,
    )
    findings = dict.fromkeys(found for item in waiting for found in item.findings)
    severest = sorted(findings, key=lambda found: list(Severity).index(found.severity))
    return Held(
        id=held_id,
        version=0,
        direction=tx.direction,
        held_at=tx.at,
        deadline=until,
        clock=clock,
        mail_from=tx.envelope.mail_from,
        recipients=tuple(HeldRecipient(item.path, item.kind, state, None, 0, None, None) for item in waiting),
        subject=tx.message.subject[:500],
        message_id=tx.message.message_id,
        author=author_of(sending),
        verdict=weighed.name.value,
        confidence=weighed.confidence.value if weighed.confidence else None,
        marketplace=weighed.marketplace,
        orders=weighed.orders,
        legal=weighed.legal.value if weighed.legal else None,
        thread=(decision.thread.id or None) if decision.thread else None,
        rule=next((item.rule for item in waiting if item.rule), None),
        reasons=tuple(dict.fromkeys(word for item in waiting for word in item.reasons)),
        findings=tuple(severest),
        config_hash=decision.config_hash,
        fingerprint=fingerprint,
        client=tx.session.ip,
        claimed_by=None,
        claimed_until=None,
        rulings=(),
        size=len(tx.message),
        also_delivered=(),
        note="; ".join(dict.fromkeys(item.note for item in waiting if item.note)),
    )


def author_of(sending: Sending) -> str:
    """Who hears what became of the mail: its first From; "" for a null sender and for a machine's mail."""
    tx = sending.tx
    machine = tx.envelope.mail_from.folded in (
        sender.casefold() for sender in sending.config.gateway.company.machine_senders
    )
    if not tx.envelope.mail_from.address or sending.decision.verdict.auto is not None or machine:
        return ""
    return tx.message.from_[0].address if tx.message.from_ else tx.envelope.mail_from.address


def whole(sending: Sending) -> Iterator[bytes]:
    """The message as it came, in pieces: what is kept of a held mail."""
    yield from pieces(sending.tx.message.raw, ())
