"""What speaks against a customer's order: `negative:KIND`, with a negative weight and no marketplace.

`machine`: parcel services, bookkeeping, payment services (by sender domain); `partner`:
an address or domain of `company.partners`; `office`: the mailbox of an office that serves
others (`support@`, `einkauf@`); `agency`, `supplier`, `job`: people who talk about
marketplaces for other reasons; `presale`: a question before a purchase; `other_seller`:
bought, but not from us; `staff`: a colleague writes about a customer; `trade`: somebody who
delivers to us or orders as a firm; `books`: who keeps the accounts; `robot`: a text that
wants no answer.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, domain_in, mailboxes
from gateway.mail.envelope import Transaction
from gateway.signals import templates
from gateway.signals.apart import from_us
from gateway.signals.grammar import talk
from gateway.signals.order_number import shaped
from gateway.signals.patterns import words
from gateway.signals.reading import Region, read
from gateway.signals.senders import senders
from gateway.signals.speech.shape import KINDS, UNLESS
from gateway.signals.tokens import key
from gateway.words import Facts, Hit

WEIGHTS: Final = {
    "machine": -10.0,
    "partner": -10.0,
    "office": -6.0,
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
_MOST: Final = 2
"""Sayings of one kind that are told: one may be chance, two are not."""
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
_ASKED: Final = words(
    """
    einkauf zentraleinkauf purchasing procurement buying achats acquisti compras inkoop inkop zakupy presse
    press bewerbung bewerbungen jobs job karriere career careers recruiting recrutement hr personal seminare
    """
)
"""Words of mailboxes whose people buy, hire or speak for their firm: no customer writes to them."""
_OFFICES: Final = _ASKED | words(
    """
    support helpdesk service kundenservice kundendienst sales vertrieb verkauf innendienst dispo disposition
    logistik logistics versand shipping spedition export disputes chargeback chargebacks marketing newsletter
    redaktion wholesale ventes vendite ventas verkoop sprzedaz commerciale comercial commercial kundtjanst
    klantenservice assistenza sav partnership partnerships akquise
    """
)
"""Words of mailboxes whose people write for their office, not for themselves."""
_ANOTHERS: Final = re.compile(r"\s*[^\W\d_]{1,12}\s?(?:\[\d+\])?:")
"""`Re:`, `WG:`, `TR:` and the like before a subject."""
_WORD: Final = re.compile(r"[^\W_]+")
_NO_REPLY: Final = re.compile(
    r"(?:do-?not-?reply|no-?reply|nicht-?antworten|ne-?pas-?repondre|mailer-daemon|newsletter|notifications?|noreply.*)"
    r"(?:[+._-].*)?",
    re.IGNORECASE,
)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit a kind, of talk two if there are.

    Talk only in what the sender wrote himself, where a marketplace is named or a number has an order's shape.
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
    office = _office(tx, found)
    if office:
        yield Hit("negative:office", WEIGHTS["office"], None, None, office[:200])
    regions = [region for region in reading.regions if region.own]
    for kind in KINDS:
        if kind == "other_seller" and from_us(regions):
            continue
        said = {said: None for region in regions if _counts(kind, region) for said in _said(kind, region)}
        for each in itertools.islice(said, _MOST):
            yield Hit(f"negative:{kind}", WEIGHTS[kind], None, None, each)


def _counts(kind: str, region: Region) -> bool:
    """Whether the writer says it himself: the subject of an answer or of what is handed on is another's."""
    return kind != "trade" or region.where != "subject" or not _ANOTHERS.match(region.text)


def _said(kind: str, region: Region) -> Iterator[str]:
    line, told = region.words, set[str]()
    for language in region.languages(kind):
        undone = templates.Spans(talk(UNLESS[kind], language), line.line) if kind in UNLESS else None
        for found in talk(kind, language).finditer(line.line):
            words = found[0].strip(" ,")
            if words in told or (undone is not None and undone.touch(found)):
                continue
            told.add(words)
            yield region.evidence(line.said(found.start() + 1, found.end() - 1))
            if len(told) >= _MOST:
                return


def _office(tx: Transaction, found: Sequence[tuple[str, Mailbox]]) -> str | None:
    """The office that writes, or the one to which no customer writes, with its place in the header."""
    for field, box in found:
        if field != "envelope sender" and _works(box, _OFFICES):
            return f"{field}: {box.address}"
    asked = mailboxes((tx.message.get("to") or "")[:1000])
    if asked and all(_works(box, _ASKED) for box in asked):
        return f"To: {asked[0].address}"
    return None


def _works(box: Mailbox, offices: frozenset[str]) -> bool:
    """Whether the mailbox is one of such an office, by the words of its address."""
    return not offices.isdisjoint(map(key, _WORD.findall(box.address.rpartition("@")[0][:100])))


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
