"""Who claims to be a marketplace and is not: `lookalike`.

The name stands in the sender's domain (`amazon-de.com`, `marketplace.amazon.com.evil.ru`,
`arnazon.com`) or makes up his display name (`"Amazon Kundenservice" <x@evil.ru>`), or
the text speaks as the marketplace about an account and links elsewhere. A person or
firm that only has the word in its name is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, domain_in, under
from gateway.mail.envelope import Transaction
from gateway.signals import templates
from gateway.signals.reading import Reading, language, read
from gateway.signals.remembering import remembered
from gateway.signals.senders import domains_of, senders
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
_SERVICE_WORDS: Final = """
    kundenservice kundendienst kundensupport kundenbetreuung service services support customer
    customers care team marketplace seller sellers central verkaufer verkauferservice verkauferkonto
    handler konto account accounts security sicherheit zahlungen zahlung payment payments pay
    bestellung bestellungen order orders prime noreply no reply help hilfe center de com uk eu at ch
    fr it es nl pl se info benachrichtigung notification notifications mitteilung mitteilungen login
    verify verification verifizierung kaufer shop store online inc gmbh europe sarl deutschland
    germany via message messages nachricht update the by policy performance invoice rechnung
    rechnungen refund refunds ruckerstattung mitglied member ticket tickets portal secure safe kunde
    kunden marktplatz market alert alerts warnung dispute klantenservice klant klanten betaling
    betalingen bestelling verificatie terugbetaling beveiliging client clients assistance
    serviceclient livraison remboursement commande commandes compte securite paiement vendeur
    vendeurs assistenza clienti servizio rimborso rimborsi ordine ordini pagamenti sicurezza
    venditori venditore atencion cliente clientes cuenta reembolso reembolsos pedidos pedido
    seguridad pagos vendedores soporte servicio al zamowienie zamowienia platnosc platnosci obsluga
    klienta klientow bezpieczenstwo sprzedawcy sprzedawca zwrot zwroty kundtjanst bestallning
    betalning sakerhet saljare kund konton app net org top xyz zentrum logistics delivery lieferung
"""
_SERVICE: Final = frozenset(_SERVICE_WORDS.split())
_GLUED: Final = (
    "support", "service", "secure", "login", "verify", "account", "konto", "kunde", "seller", "payment",
    "security", "mail", "order", "message", "marketplace", "help",
)  # fmt: skip
_PREFIXES: Final = ("not", "my", "mein", "secure", "login", "pay", "mijn", "mon", "mio", "mi", "min", "moje")
_SHORTEST: Final = 4
_LONG: Final = 6
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
        "votre|vos compte|commande|commandes {name} ...2 suspendu|bloqué|limité|vérifier|restreint|désactivé",
        "votre compte {name} ... suspendu|bloqué|limité|vérifier|restreint|désactivé",
        "cher|chère client|cliente {name}",
        "account {name} ... sospeso|bloccato|limitato|verificare|confermare|disattivato",
        "gentile cliente {name}",
        "cuenta ...2 {name} ... suspendida|bloqueada|limitada|verificar|confirmar|restringida",
        "estimado|estimada cliente ...1 {name}",
        "konto ...2 {name} ... zablokowane|zawieszone|ograniczone|zweryfik*|potwierdz*",
        "{name} account|konto ... geblokkeerd|opgeschort|beperkt|verifi*|bevestig*|spärrat|begränsat|verifiera|bekräfta",
        "beste|geachte {name} klant",
        "bästa {name} kund",
        "sehr geehrter|lieber|liebe {name} kunde|kundin|nutzer|verkäufer",
        "dear {name} customer|user|seller|member",
    )
)
_HOST: Final = re.compile(r"https?://([\w.-]{1,253})", re.IGNORECASE)


@dataclass(frozen=True)
class _Claimed:
    """The names by which somebody could claim to be a marketplace, each with its pack.

    `sure` can be nobody else; `common` are names of people too, and need a word of service beside them.
    """

    sure: Mapping[str, str]
    common: Mapping[str, str]


@remembered
def _claimed(packs: Sequence[Pack]) -> _Claimed:
    sure, common = dict[str, str](), dict[str, str]()
    for pack in packs:
        common |= {"".join(keys(name)): pack.name for name in pack.common_names}
        for name in pack.names or (pack.name,):
            whole = "".join(keys(name))
            if len(whole) >= _SHORTEST and "".join(keys(name.split()[0])) not in common:
                sure.setdefault(whole, pack.name)
    return _Claimed(sure, common)


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """At most one hit a pack."""
    reading = read(tx, packs, config)
    if reading.internal:
        return
    own = config.gateway.company.domains
    foreign = [(field, box) for field, box in senders(tx) if not domain_in(box.domain, own)]
    if not any(field == "From" for field, _ in foreign):
        return
    said: dict[str, str] = {}
    for name, words in _claims(foreign, packs):
        pack = next(each for each in packs if each.name == name)
        if not any(under(box.domain, _true(pack)) for field, box in foreign if field == "From"):
            said.setdefault(name, words)
    if "name" in reading.kinds:
        for pack in packs:
            if pack.name not in said and not any(under(box.domain, _true(pack)) for _, box in foreign):
                account = _account(reading, pack)
                if account:
                    said[pack.name] = account
    for name, words in said.items():
        yield Hit("lookalike", WEIGHT, name, None, words[:200])


def _true(pack: Pack) -> tuple[str, ...]:
    return (*pack.sender_domains, *pack.relay_domains, *pack.dkim_domains, *pack.other_domains)


def _claims(boxes: Iterable[tuple[str, Mailbox]], packs: Sequence[Pack]) -> Iterator[tuple[str, str]]:
    """(pack, what claims it) of all senders."""
    for field, box in boxes:
        claimed = claims_in_domain(box.domain, packs)
        if claimed and not any(pack.name == claimed and under(box.domain, _true(pack)) for pack in packs):
            yield claimed, f"{field}: {box.address} (domain)"
        if field != "envelope sender" and box.name:
            claimed = claims_in_name(box.name, packs)
            if claimed:
                yield claimed, f"{field}: {box.name} <{box.address}> (display name)"


def plain(label: str) -> str:
    """A part of a domain or name as the eye reads it: look-alike signs made the letters they play."""
    label = key(label.translate(_CYRILLIC))
    for sign, letter in _SHAPES:
        label = label.replace(sign, letter)
    return label


def claims_in_domain(domain: str, packs: Sequence[Pack]) -> str | None:
    """The marketplace a foreign domain (lower case, A-labels or not) dresses up as, or None."""
    if "xn--" in domain:
        try:
            domain = domain.encode("ascii").decode("idna")
        except UnicodeError:
            return None
    pieces = [piece for piece in re.split(r"[.\-_]", domain) if piece]
    if _BENIGN & set(pieces):
        return None
    names, speech = _claimed(packs), language(packs).names
    served = sum(piece in _SERVICE for piece in pieces[:-1]) > 0
    for piece in pieces[:-1]:
        for seen in {piece, plain(piece)}:
            if seen in names.sure:
                return names.sure[seen]
            if seen in names.common and served and all(_served(p, seen) for p in pieces[:-1]):
                return names.common[seen]
            slip = speech.single(seen) if served and len(seen) >= _LONG else None
            if slip and not slip[1]:
                return slip[0]
            glued = _glued(seen, names.sure)
            if glued:
                return glued
    joined = "".join(pieces[:-1])
    return next(
        (pack for name, pack in names.sure.items() if len(name) >= _LONG and joined.startswith(name)), None
    )


def _served(piece: str, name: str) -> bool:
    return piece == name or piece in _SERVICE or piece.startswith(_GLUED)


def _glued(seen: str, names: Mapping[str, str]) -> str | None:
    """The name a word of service is glued to: `ebaysupport`, `notebay`."""
    for name, pack in names.items():
        if seen.startswith(name) and seen[len(name) :].startswith(_GLUED):
            return pack
        if len(name) >= 4 and seen.endswith(name) and seen[: -len(name)] in _PREFIXES:
            return pack
    return None


def claims_in_name(name: str, packs: Sequence[Pack]) -> str | None:
    """The marketplace of which a display name is nothing but the name and words of service, or None."""
    name = name[:200]
    if "@" in name:
        domain = name.rpartition("@")[2].strip("> )\"'").lower()
        return next(iter(sorted(domains_of(domain, packs))), None)
    words = [plain(word) for word in keys(name)]
    speech, sure = language(packs).names, _claimed(packs).sure
    found: list[tuple[str, bool]] = []
    others, at = list[str](), 0
    while at < len(words):
        several = speech.several(words, at)
        single = None if several else speech.single(words[at])
        common = None if several or single else speech.common(words, at)
        if several:
            found.append((several[0], True))
        elif single:
            found.append((single[0], True))
            others += [single[1]] if single[1] else []
        elif common:
            found.append((common[0], False))
        else:
            others.append(words[at])
        at += several[1] if several else common[1] if common else 1
    if not found:
        return None
    pack, certain = found[0]
    if certain and words[-1] == "marketplace" and words[-2] in sure:
        return pack
    if all(word in _SERVICE or word.startswith(_GLUED) for word in others) and (certain or others):
        return pack
    return None


def _account(reading: Reading, pack: Pack) -> str | None:
    """The words in which the mail speaks as the marketplace, if it also links to somewhere else."""
    regions = [region for region in reading.regions if region.own and region.named]
    for region in regions:
        for found in _ACCOUNT.finditer(region.words.line):
            if templates.caught(found) == pack.name and _links_elsewhere(reading, _true(pack)):
                return region.evidence(region.words.said(found.start() + 1, found.end() - 1))
    return None


def _links_elsewhere(reading: Reading, true: Sequence[str]) -> bool:
    return any(
        not under(host, true)
        for region in reading.regions
        if region.where in ("text", "link")
        for host in _HOST.findall(region.text)[:100]
    )
