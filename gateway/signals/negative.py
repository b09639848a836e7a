"""What speaks against a customer's order: `negative:KIND`, with a negative weight and no marketplace.

`machine`: parcel services, bookkeeping, payment services (by sender domain); `partner`:
an address or domain of `company.partners`; `agency`,
`supplier`, `job`: people who talk about marketplaces for other reasons; `presale`: a
question before a purchase; `other_seller`: bought, but not from us.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, domain_in, under
from gateway.mail.envelope import Transaction
from gateway.signals import talk, templates
from gateway.signals.reading import read
from gateway.signals.senders import senders
from gateway.words import Facts, Hit

WEIGHTS: Final = {
    "machine": -10.0,
    "partner": -10.0,
    "agency": -4.0,
    "supplier": -4.0,
    "job": -4.0,
    "presale": -2.0,
    "other_seller": -6.0,
}
_MACHINES: Final = (
    "dhl.de", "dhl.com", "deutschepost.de", "dpd.de", "dpd.com", "dpd.co.uk", "gls-group.eu",
    "gls-group.com", "gls-germany.com", "myhermes.de", "hermesworld.com", "hermes-germany.com", "ups.com",
    "fedex.com", "royalmail.com", "evri.com", "post.at", "lexoffice.de", "lexware.de", "sevdesk.de",
    "sevdesk.email", "datev.de", "paypal.de", "paypal.com", "klarna.com", "klarna.de", "stripe.com",
    "amazonaws.com", "awscloud.com", "shopify.com", "billbee.io", "plentymarkets.com", "jtl-software.de",
    "easybill.de", "primevideo.com", "audible.de", "audible.com", "linkedin.com", "trustpilot.com",
    "kleinanzeigen.de",
)  # fmt: skip
_TALK: Final = {kind: templates.pattern(lines) for kind, lines in talk.TALK.items()}


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit a kind; talk only in what the sender wrote himself, and only where a marketplace is named."""
    for field, box in senders(tx):
        if field != "Reply-To" and under(box.domain, _MACHINES):
            yield Hit("negative:machine", WEIGHTS["machine"], None, None, f"{field}: {box.address}"[:200])
            break
    partner = next((box for _, box in senders(tx) if _is_partner(box, config)), None)
    if partner:
        yield Hit("negative:partner", WEIGHTS["partner"], None, None, partner.address[:200])
    reading = read(tx, packs, config)
    if reading.internal or not any(region.named for region in reading.regions):
        return
    for kind, pattern in _TALK.items():
        for region in reading.regions:
            found = pattern.search(region.words.line) if region.own else None
            if found:
                said = region.words.said(found.start() + 1, found.end() - 1)
                yield Hit(f"negative:{kind}", WEIGHTS[kind], None, None, region.evidence(said))
                break


def _is_partner(box: Mailbox, config: Config) -> bool:
    return any(
        box.folded == partner.casefold() if "@" in partner else domain_in(box.domain, (partner,))
        for partner in config.gateway.company.partners
    )
