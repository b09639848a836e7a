"""Who uses a marketplace's true domain and is not the marketplace: `authentication`.

A sender is under the domains of a pack, and a check of these domains failed with none that
passed. What is missing or could not be checked says nothing here, and neither does a pass.
`claimed` says for which mail the checks are to be made at all. Pure; never raises.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import under
from gateway.mail.envelope import Transaction
from gateway.signals.senders import senders, senders_packs
from gateway.words import Authentication, Facts, Hit

WEIGHT: Final = 10.0


def vouching(pack: Pack) -> tuple[str, ...]:
    """The domains whose word counts for mail of this marketplace."""
    return tuple(dict.fromkeys((*pack.dkim_domains, *pack.relay_domains, *pack.sender_domains)))


def claimed(tx: Transaction, packs: Sequence[Pack]) -> tuple[str, ...]:
    """The domains that could vouch for this mail: those of the packs a sender claims to be; () for all other
    mail, which is not to be checked."""
    return tuple(dict.fromkeys(domain for pack, _ in _claims(tx, packs) for domain in vouching(pack)))


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """At most one hit a pack."""
    checked = facts.authentication
    if not isinstance(checked, Authentication):
        return
    for pack, said in _claims(tx, packs):
        if checked.supports(vouching(pack)) == "fail":
            yield Hit("authentication", WEIGHT, pack.name, None, f"{said}; {_failed(checked, pack)}"[:200])


def _claims(tx: Transaction, packs: Sequence[Pack]) -> Iterator[tuple[Pack, str]]:
    found = senders(tx)
    for pack in senders_packs(tx, packs):
        domains = (*pack.sender_domains, *pack.relay_domains)
        said = next((f"{field}: {box.address}" for field, box in found if under(box.domain, domains)), None)
        if said is not None:
            yield pack, said[:100]


def _failed(checked: Authentication, pack: Pack) -> str:
    domains = vouching(pack)
    ours = (
        f"DKIM of {one.domain}: {one.why}"
        for one in checked.results
        if one.result == "fail" and under(one.domain, domains)
    )
    theirs = (
        f"{one.server}: {one.method}=fail for {one.domain}"
        for one in checked.stated
        if one.result == "fail" and one.method != "spf" and under(one.domain, domains)
    )
    return ", ".join((*ours, *theirs))
