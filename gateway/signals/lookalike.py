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
from gateway.signals import templates
from gateway.signals.reading import Reading, language, read
from gateway.signals.senders import senders
from gateway.signals.tokens import key, keys
from gateway.words import Facts, Hit

WEIGHT: Final = 10.0
_SHAPES: Final = (
    ("rn", "m"),
    ("vv", "w"),
    ("0", "o"),
    ("1", "l"),
    ("3", "e"),
    ("4", "a"),
    ("5", "s"),
    ("@", "a"),
)
_CYRILLIC: Final = str.maketrans("аеорсухіѕмаьвАЕОРСУХІЅМВ", "aeopcyxismabbaeopcyxismb")
_SERVICE: Final = frozenset((
    "kundenservice", "kundendienst", "kundensupport", "kundenbetreuung", "service", "services", "support",
    "customer", "customers", "care", "team", "marketplace", "seller", "sellers", "central", "verkaufer",
    "verkauferservice", "verkauferkonto", "handler", "konto", "account", "accounts", "security",
    "sicherheit", "zahlungen", "zahlung", "payment", "payments", "pay", "bestellung", "bestellungen",
    "order", "orders", "prime", "noreply", "no", "reply", "help", "hilfe", "center", "de", "com", "uk",
    "eu", "at", "ch", "info", "benachrichtigung", "notification", "notifications", "mitteilung",
    "mitteilungen", "login", "verify", "verification", "kaufer", "shop", "store", "online", "inc", "gmbh",
    "europe", "sarl", "deutschland", "germany", "via", "message", "messages", "nachricht", "update",
    "the", "by", "policy", "performance", "invoice", "rechnung", "rechnungen", "refund", "ruckerstattung",
    "mitglied", "member",
))  # fmt: skip
_GLUED: Final = (
    "support", "service", "secure", "login", "verify", "account", "konto", "kunde", "seller", "payment",
    "security", "mail", "order", "message", "marketplace", "help",
)  # fmt: skip
_BENIGN: Final = frozenset((
    "agentur", "agency", "beratung", "consulting", "ppc", "seo", "kleinanzeigen", "gutschein", "reisen",
    "fan", "blog",
))  # fmt: skip
_ACCOUNT: Final = templates.pattern(
    (
        "ihr|ihrem|ihres|ihren|dein|deinem {name} ...1 konto|account|kundenkonto|verkäuferkonto|kontos "
        "... gesperrt|"
        "eingeschränkt|bestätigen|verifizieren|aktualisieren|ausgesetzt|deaktiviert|sperrung",
        "your {name} ...1 account ... suspended|limited|locked|verify|confirm|restricted|hold|blocked|"
        "deactivated",
        "verify|confirm|update your {name} ...1 account",
        "bestätigen|aktualisieren|verifizieren sie ihr|ihre {name} konto|daten",
        "sehr geehrter|lieber|liebe {name} kunde|kundin|nutzer|verkäufer",
        "dear {name} customer|user|seller|member",
    )
)
_HOST: Final = re.compile(r"https?://([\w.-]{1,253})", re.IGNORECASE)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """At most one hit a pack."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    found = senders(tx)
    for pack in packs:
        true = (*pack.sender_domains, *pack.relay_domains, *pack.dkim_domains, *pack.other_domains)
        foreign = [
            (field, box)
            for field, box in found
            if not under(box.domain, true) and not domain_in(box.domain, config.gateway.company.domains)
        ]
        if any(field == "From" for field, _ in foreign):
            said = next(_claims(foreign, pack), None) or _account(reading, pack, true)
            if said:
                yield Hit("lookalike", WEIGHT, pack.name, None, said[:200])


def _claims(boxes: Iterable[tuple[str, Mailbox]], pack: Pack) -> Iterator[str]:
    names = {words[0] for words in map(keys, (pack.name, *pack.names)) if len(words) == 1}
    for field, box in boxes:
        if claims_in_domain(box.domain, names):
            yield f"{field}: {box.address} (domain)"
        if field != "envelope sender" and claims_in_name(box.name, pack, names):
            yield f"{field}: {box.name} <{box.address}> (display name)"


def plain(label: str) -> str:
    """A part of a domain or name as the eye reads it: look-alike signs made the letters they play."""
    label = key(label.translate(_CYRILLIC))
    for sign, letter in _SHAPES:
        label = label.replace(sign, letter)
    return label


def claims_in_domain(domain: str, names: Iterable[str]) -> bool:
    """Whether a foreign domain (lower case, A-labels or not) dresses up as one of these names."""
    if "xn--" in domain:
        try:
            domain = domain.encode("ascii").decode("idna")
        except UnicodeError:
            return False
    pieces = re.split(r"[.\-_]", domain)
    if _BENIGN & set(pieces):
        return False
    for piece in pieces:
        seen = plain(piece)
        for name in names:
            if name in (piece, seen):
                return True
            if seen.startswith(name) and seen[len(name) :].startswith(_GLUED):
                return True
            if (
                len(name) >= 4
                and seen.endswith(name)
                and seen[: -len(name)] in ("not", "my", "mein", "secure", "login", "pay")
            ):
                return True
    return False


def claims_in_name(name: str, pack: Pack, names: Iterable[str]) -> bool:
    """Whether a display name is nothing but the marketplace's name and words of service."""
    name = name[:200]
    if "@" in name:
        domain = name.rpartition("@")[2].strip("> )\"'").lower()
        if under(domain, (*pack.sender_domains, *pack.relay_domains)):
            return True
    words = [plain(word) for word in keys(name)]
    if " ".join(words).endswith(tuple(f"{each} marketplace" for each in names)):
        return True
    named = [word for word in words if word in names or language((pack,)).names.single(word)]
    return bool(named) and all(word in _SERVICE or word in named for word in words)


def _account(reading: Reading, pack: Pack, true: Sequence[str]) -> str | None:
    """The words in which the mail speaks as the marketplace, if it also links to somewhere else."""
    regions = [region for region in reading.regions if region.own and region.named]
    for region in regions:
        for found in _ACCOUNT.finditer(region.words.line):
            if templates.caught(found) == pack.name and _links_elsewhere(reading, true):
                return region.evidence(region.words.said(found.start() + 1, found.end() - 1))
    return None


def _links_elsewhere(reading: Reading, true: Sequence[str]) -> bool:
    return any(
        not under(host, true)
        for region in reading.regions
        if region.where in ("text", "link")
        for host in _HOST.findall(region.text)[:100]
    )
