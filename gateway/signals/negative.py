"""What speaks against a customer's order: `negative:KIND`, with a negative weight and no marketplace.

`machine`: parcel services, bookkeeping, payment services (by sender domain); `partner`:
an address or domain of `company.partners`; `agency`,
`supplier`, `job`: people who talk about marketplaces for other reasons; `presale`: a
question before a purchase; `other_seller`: bought, but not from us; `staff`: a colleague
writes about a customer; `trade`: somebody who delivers to us or orders as a firm; `books`: who
keeps the accounts; `robot`: a text that wants no answer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, domain_in
from gateway.mail.envelope import Transaction
from gateway.signals.grammar import talk
from gateway.signals.order_number import shaped
from gateway.signals.patterns import words
from gateway.signals.reading import Region, read
from gateway.signals.senders import senders
from gateway.signals.speech.shape import KINDS
from gateway.words import Facts, Hit

WEIGHTS: Final = {
    "machine": -10.0,
    "partner": -10.0,
    "agency": -6.0,
    "supplier": -6.0,
    "job": -6.0,
    "presale": -2.0,
    "other_seller": -6.0,
    "staff": -6.0,
    "trade": -6.0,
    "books": -6.0,
    "robot": -3.0,
}
_OF_NUMBERS: Final = frozenset({"trade"})
_MACHINES: Final = words(
    """
    dhl deutschepost dpd gls-group gls-germany gls myhermes hermesworld hermes-germany hermes
    ups fedex royalmail evri lexoffice lexware sevdesk datev paypal klarna stripe amazonaws
    awscloud aws shopify billbee plentymarkets jtl-software easybill primevideo audible linkedin
    trustpilot kleinanzeigen inpost postnl postnord colissimo laposte chronopost mondialrelay
    bartolini brt poste correos seur bpost instabox budbee pocztex mollie adyen sumup elster
    kartenzahlung
    """
)
_MAILBOXES: Final = words("laposte poste")
"""Parcel services under whose domain people have their mailboxes: there the address must say it."""
_SERVED: Final = re.compile(
    r"(?i)(?:colis|suivi|livraison|service|client|info|notif|ricev|spediz|tracking|pacchi|avvis|assistenza|alert)"
)
_NO_REPLY: Final = re.compile(
    r"(?:do-?not-?reply|no-?reply|nicht-?antworten|ne-?pas-?repondre|mailer-daemon|newsletter|notifications?|noreply.*)"
    r"(?:[+._-].*)?",
    re.IGNORECASE,
)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit a kind; talk only in what the sender wrote himself, where a marketplace is named.

    Of trade also where only a number has the shape of an order.
    """
    found = senders(tx)
    for field, box in found:
        if field != "Reply-To" and _is_machine(box, found):
            yield Hit("negative:machine", WEIGHTS["machine"], None, None, f"{field}: {box.address}"[:200])
            break
    partner = next((box for _, box in found if _is_partner(box, config)), None)
    if partner:
        yield Hit("negative:partner", WEIGHTS["partner"], None, None, partner.address[:200])
    reading = read(tx, packs, config)
    named = "name" in reading.kinds and bool(reading.named)
    if reading.internal or not (named or shaped(reading, packs)):
        return
    for kind in KINDS if named else _OF_NUMBERS:
        said = next((said for region in reading.regions if region.own for said in _said(kind, region)), None)
        if said is not None:
            yield Hit(f"negative:{kind}", WEIGHTS[kind], None, None, said)


def _said(kind: str, region: Region) -> Iterator[str]:
    line = region.words
    for language in region.languages(kind):
        found = talk(kind, language).search(line.line)
        if found:
            yield region.evidence(line.said(found.start() + 1, found.end() - 1))


def _is_machine(box: Mailbox, found: Sequence[tuple[str, Mailbox]]) -> bool:
    """Whether no customer writes from there: a service's domain, or an address that takes no answers."""
    labels = _MACHINES.intersection(box.domain.split("."))
    if labels - _MAILBOXES:
        return True
    if labels and _SERVED.search(box.address.rpartition("@")[0][:100]):
        return True
    answers = [other for field, other in found if field == "Reply-To"] or [box]
    return all(_NO_REPLY.fullmatch(other.address.rpartition("@")[0][:100]) for other in (box, *answers))


def _is_partner(box: Mailbox, config: Config) -> bool:
    return any(
        box.folded == partner.casefold() if "@" in partner else domain_in(box.domain, (partner,))
        for partner in config.gateway.company.partners
    )
