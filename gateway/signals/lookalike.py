"""Who claims to be a marketplace and is not: `lookalike`.

The name stands in the sender's domain (`amazon-de.com`, `marketplace.amazon.com.evil.ru`,
`arnazon.com`) or makes up his display name (`"Amazon Kundenservice" <x@evil.ru>`), or
the text speaks as the marketplace about an account and links elsewhere. A person or
firm that only has the word in its name is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, domain_in, under
from gateway.mail.envelope import Transaction
from gateway.signals import claims, templates
from gateway.signals.claim_words import ACCOUNT, MINE, URGENT
from gateway.signals.claims import true_domains
from gateway.signals.reading import Reading, read
from gateway.signals.senders import senders
from gateway.words import Facts, Hit

WEIGHT: Final = 10.0
_ACCOUNT: Final = templates.pattern(
    (f"{{name}} ...2 {ACCOUNT}", f"{ACCOUNT} ...2 {{name}}", f"{ACCOUNT} ...1 {ACCOUNT} ...2 {{name}}")
)
_NOT_MINE: Final = templates.pattern((f"{MINE} ...2 {{name}}", f"{MINE} ...2 {ACCOUNT} ...2 {{name}}"))
_PRESSED: Final = templates.pattern((URGENT,))
_HOST: Final = re.compile(r"https?://([\w.-]{1,253})", re.IGNORECASE)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """At most one hit a pack."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    own = config.gateway.company.domains
    foreign = [(place, box) for place, box in senders(tx) if not domain_in(box.domain, own)]
    writers = [box.domain for place, box in foreign if place == "From"]
    if not writers:
        return
    said: dict[str, str] = {}
    for name, words in _claims(foreign, packs):
        pack = next(each for each in packs if each.name == name)
        if not any(under(domain, true_domains(pack)) for domain in writers):
            said.setdefault(name, words)
    if "name" in reading.kinds:
        for pack in packs:
            if pack.name not in reading.named or pack.name in said:
                continue
            if not any(under(box.domain, true_domains(pack)) for _, box in foreign):
                spoken = _account(reading, pack)
                if spoken:
                    said[pack.name] = spoken
    for name, words in said.items():
        yield Hit("lookalike", WEIGHT, name, None, words[:200])


def _claims(boxes: Iterable[tuple[str, Mailbox]], packs: Sequence[Pack]) -> Iterator[tuple[str, str]]:
    """(pack, what claims it) of all senders."""
    for place, box in boxes:
        domain = box.domain
        claimed = claims.in_domain(domain, packs)
        if claimed and not any(pack.name == claimed and under(domain, true_domains(pack)) for pack in packs):
            yield claimed, f"{place}: {box.address} (domain)"
        if place != "envelope sender" and box.name and claims.may_claim(box.name, packs):
            claimed = claims.in_name(box.name, packs) or claims.in_both(box, packs)
            if claimed:
                yield claimed, f"{place}: {box.name} <{box.address}> (display name)"


def _account(reading: Reading, pack: Pack) -> str | None:
    """The words that speak as the marketplace of an account, if the mail presses and links elsewhere."""
    for region in reading.regions:
        if not region.own or not region.mentions_pack(pack.name):
            continue
        line = region.words.line
        if not _PRESSED.search(line) or not _links_elsewhere(reading, true_domains(pack)):
            continue
        mine = templates.Spans(_NOT_MINE, line)
        for found in _ACCOUNT.finditer(line):
            if templates.caught(found) == pack.name and not mine.touch(found):
                return region.evidence(region.words.said(found.start() + 1, found.end() - 1))
    return None


def _links_elsewhere(reading: Reading, true: Sequence[str]) -> bool:
    return any(
        not under(host, true)
        for region in reading.regions
        if region.where in ("text", "link") and "://" in region.text
        for host in _HOST.findall(region.text)[:100]
    )
