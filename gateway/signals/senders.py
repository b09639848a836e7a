"""Whose mail this is: From, Reply-To and envelope sender, seen through Apple's forwarding.

Apple's Hide My Email wraps a sender as `local_at_domain_id@privaterelay.appleid.com`;
what is wrapped is what counts. `domains_of` finds the packs a sender's domain belongs
to in one look-up, `alias_pack` the one whose alias an address is. Never raises.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from weakref import WeakKeyDictionary

from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, mailboxes
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.signals.patterns import any_of
from gateway.signals.remembering import CONFIGURATIONS, remembered

_WRAPPED: Final = re.compile(
    r"(?P<local>.{1,64})_at_(?P<domain>[a-z0-9_-]{3,200}?)_[a-z0-9]{6,}(?:_[a-z0-9]{4,})?@privaterelay\.appleid\.com",
    re.IGNORECASE,
)
_MOST: Final = 20
Senders = tuple[tuple[str, Mailbox], ...]
_kept: WeakKeyDictionary[Message, tuple[str, Senders]] = WeakKeyDictionary()
_kept_packs: WeakKeyDictionary[Message, tuple[Senders, Sequence[Pack], tuple[Pack, ...]]] = (
    WeakKeyDictionary()
)


def unwrapped(box: Mailbox) -> Mailbox:
    """The mailbox behind Apple's forwarding, or the mailbox itself."""
    found = _WRAPPED.fullmatch(box.address[:320])
    if not found:
        return box
    return Mailbox(box.name, f"{found['local']}@{found['domain'].replace('_', '.')}")


def addresses(boxes: Iterable[Mailbox]) -> tuple[Mailbox, ...]:
    """The mailboxes with an address, unwrapped; at most 20."""
    return tuple(unwrapped(box) for box in boxes if "@" in box.address)[:_MOST]


def reply_to(message: Message) -> tuple[Mailbox, ...]:
    """The mailboxes of Reply-To."""
    return addresses(mailboxes(message.get("reply-to") or ""))


def senders(tx: Transaction) -> Senders:
    """All who send this mail, each with the place: `From`, `Reply-To`, `envelope sender`."""
    envelope = tx.envelope.mail_from.address
    kept = _kept.get(tx.message)
    if kept and kept[0] == envelope:
        return kept[1]
    found = [("From", box) for box in addresses(tx.message.from_)]
    found += [("Reply-To", box) for box in reply_to(tx.message)]
    if "@" in envelope:
        found.append(("envelope sender", unwrapped(Mailbox("", envelope))))
    made = tuple(found)
    _kept[tx.message] = (envelope, made)
    return made


@remembered(CONFIGURATIONS)
def _by_domain(packs: Sequence[Pack]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pack in packs:
        for domain in (*pack.sender_domains, *pack.relay_domains):
            found.setdefault(domain, set()).add(pack.name)
    return {domain: frozenset(names) for domain, names in found.items()}


def domains_of(domain: str, packs: Sequence[Pack]) -> frozenset[str]:
    """The names of the packs whose sender or relay domain this is, or lies below."""
    known, at = _by_domain(packs), 0
    names: frozenset[str] = frozenset()
    while at >= 0:
        names |= known.get(domain[at:], frozenset())
        at = domain.find(".", at)
        at = at + 1 if at >= 0 else -1
    return names


def senders_packs(tx: Transaction, packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs under whose domains anybody sends this mail, in their order: none of most mails."""
    found = senders(tx)
    kept = _kept_packs.get(tx.message)
    if kept and kept[0] is found and kept[1] is packs:
        return kept[2]
    names: frozenset[str] = frozenset()
    for domain in {box.domain for _, box in found}:
        names |= domains_of(domain, packs)
    theirs = tuple(pack for pack in packs if pack.name in names) if names else ()
    _kept_packs[tx.message] = (found, packs, theirs)
    return theirs


@remembered(CONFIGURATIONS)
def _aliases(packs: Sequence[Pack]) -> Any:
    return any_of(pattern for pack in packs for pattern in pack.relay)


def alias_pack(address: str, packs: Sequence[Pack]) -> Pack | None:
    """The first pack that has this address as a buyer's alias; mostly one look tells that none has."""
    if _aliases(packs).fullmatch(address) is None:
        return None
    return next((pack for pack in packs if pack.relays(address)), None)
