"""Signatures of our own on outbound mail: which ones an edit would break, and what is done about it.

A DKIM signature of our own domains that no longer fits never leaves: it is taken away, and
made anew where there is a key for its domain, or left to the next hop where that one signs
(`dkim.signer = "downstream"`). With neither, the mail cannot be edited. Foreign ones stay. Pure.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from gateway.config.models import Config
from gateway.mail import dkim, headers
from gateway.mail.address import domain_in, under
from gateway.mail.dkim import SignatureField
from gateway.mail.message import Message
from gateway.mail.splice import Splice


@dataclass(frozen=True, slots=True)
class OwnSignature:
    """A DKIM-Signature field of one of our own domains, and whether it would be wrong after the edits."""

    signature: SignatureField
    breaks: bool

    @property
    def removal(self) -> Splice:
        """What takes the field away."""
        field = self.signature.field
        return Splice(field.start, field.end - field.start, b"")


@dataclass(frozen=True, slots=True)
class Mending:
    """What an edit asks for: `removals` of signatures that would be wrong, the `domain` to sign for anew."""

    removals: tuple[Splice, ...] = ()
    domain: str | None = None


def mending(message: Message, splices: Iterable[Splice], config: Config) -> Mending | None:
    """How our own signatures are kept right after these edits; None where they cannot be."""
    settings = config.gateway.dkim
    broken = [one for one in own_signatures(message, config.gateway.company.domains, splices) if one.breaks]
    if not broken:
        return Mending()
    removals = tuple(one.removal for one in broken)
    if settings.signer == "downstream":
        return Mending(removals)
    domain = next((one.signature.domain for one in broken if one.signature.domain in settings.keys), None)
    return Mending(removals, domain) if domain is not None else None


def signed_by_us(message: Message, config: Config) -> str | None:
    """The domain to sign another mail for that leaves in place of this one: one that has a key and has signed
    this one. None where there is none, or the next hop signs."""
    settings = config.gateway.dkim
    if settings.signer == "downstream":
        return None
    own = own_signatures(message, config.gateway.company.domains)
    return next((one.signature.domain for one in own if one.signature.domain in settings.keys), None)


def own_signatures(
    message: Message, domains: Collection[str], splices: Iterable[Splice] = (), prepended: bytes = b""
) -> tuple[OwnSignature, ...]:
    """The signatures of our own domains that an outbound mail carries already, in order.

    `domains` are those of `company.domains`. Ours is a signature of such a domain, of one below it, or of one
    above it if the mail is from there. `splices` are the edits of the message, `prepended` whole fields that
    go in front: `breaks` is whether these make the signature wrong. Any change of the body does.
    """
    bare = tuple(domain.removeprefix("*.") for domain in domains)
    senders = [
        box.domain for box in message.from_ if domain_in(box.domain, domains) or under(box.domain, bare)
    ]
    edits = tuple(splices)
    added = [field.name for field in headers.scan(prepended).fields]
    return tuple(
        OwnSignature(found, _breaks(found, message, edits, added))
        for found in dkim.signatures(message.raw, message.block.fields)
        if under(found.domain, bare) or any(under(sender, (found.domain,)) for sender in senders)
    )


def _breaks(found: SignatureField, message: Message, edits: tuple[Splice, ...], added: list[str]) -> bool:
    if found.problem is not None:
        return bool(edits or added)  # it cannot be told what it signs
    if any(splice.offset + splice.length > message.block.end for splice in edits):
        return True
    # Fields are signed from the bottom up: a new one on top counts only where more are signed than there are.
    if any(found.signed.count(name) > message.count(name) for name in added):
        return True
    return any(_meets(splice, message, found) for splice in edits)


def _meets(splice: Splice, message: Message, found: SignatureField) -> bool:
    """Whether a splice in the header changes what is signed, or puts something between the fields."""
    end = splice.offset + splice.length
    return bool(splice.replacement) or any(
        (field.name in found.signed or field == found.field)
        and splice.offset < field.end
        and field.start < end
        for field in message.block.fields
    )
