"""What one key alone cannot tell: how the keys and files fit together.

Pure. Runs on what could be read, so that errors of one file do not hide those of
another. `errors` make a configuration unusable, `warnings` are told and it is used.
"""

import ipaddress
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gateway.config.load import logins, shadows
from gateway.config.load.errors import ConfigError, did_you_mean
from gateway.config.load.footers import KINDS, UNREVIEWED, file_name
from gateway.config.load.later import without_effect
from gateway.config.load.positions import KeyPath
from gateway.config.load.source import Source
from gateway.config.models import Gateway, Lints, NextHop
from gateway.config.network import host_port
from gateway.config.packs import Pack
from gateway.config.rules import Policy, Rule
from gateway.mail.address import domain_in, under
from gateway.words import REASONS, ActionName, Direction, Legal, Severity, legal_reason

MAX_AGE = 180
"""Days after which a marketplace's facts are old."""


@dataclass(frozen=True)
class Parts:
    """The files of a configuration, each None where it could not be used.

    `packs` and `footers` are by file name without folder, `checks` the names of the lints there are.
    """

    gateway: tuple[Source, Gateway] | None
    policy: tuple[Source, Policy] | None
    lints: tuple[Source, Lints] | None
    packs: Mapping[str, tuple[Source, Pack]]
    footers: Mapping[str, str]
    checks: frozenset[str] = frozenset()
    broken_packs: frozenset[str] = field(default=frozenset())

    @property
    def pack_names(self) -> frozenset[str]:
        """The names of all marketplaces, those included whose file has an error."""
        return frozenset(pack.name for _, pack in self.packs.values()) | self.broken_packs

    def all_packs(self) -> tuple[Pack, ...]:
        """All packs, in name order."""
        return tuple(sorted((pack for _, pack in self.packs.values()), key=lambda pack: pack.name))

    def in_use(self) -> tuple[Pack, ...]:
        """The packs that may hold or footer, in name order: those of `company.marketplaces`, default all."""
        chosen = self.gateway[1].company.marketplaces if self.gateway else None
        return tuple(pack for pack in self.all_packs() if chosen is None or pack.name in chosen)


def errors(parts: Parts) -> Iterator[ConfigError]:
    """Everything that does not fit together."""
    if parts.gateway:
        source, gateway = parts.gateway
        yield from _legs(source, gateway)
        yield from _addresses(source, gateway)
        yield from _open_relay(source, gateway)
        yield from logins.certificates(source, gateway)
        yield from logins.verified_hops(source, gateway)
        if parts.policy:
            yield from logins.own_login(source, gateway, parts.policy[1])
        yield from _marketplaces(source, ("company", "marketplaces"), gateway.company.marketplaces, parts)
        yield from _approved(source, gateway, parts)
        yield from _time_zone(source, gateway.company.time_zone)
        yield from _probe(source, gateway)
        yield from logins.provider(source, gateway)
    if parts.policy:
        yield from _rules(*parts.policy, parts)
    known = parts.checks
    if parts.lints:
        source, lints = parts.lints
        for check in lints.severity:
            if check not in known:
                yield source.error(
                    ("severity", check), f"no lint is called {check!r}", did_you_mean(check, known)
                )
    for name, (source, pack) in parts.packs.items():
        if pack.name != name.removesuffix(".toml"):
            cure = f'write name = "{name.removesuffix(".toml")}", or rename the file'
            yield source.error(("name",), f"{pack.name!r} is not the name of the file", cure)
        for check in pack.lints:
            if check not in known:
                yield source.error(
                    ("lints", check), f"no lint is called {check!r}", did_you_mean(check, known)
                )
    if parts.gateway and parts.policy:
        yield from _missing_footers(parts, parts.gateway[1], parts.policy[1])


def warnings(parts: Parts, today: date) -> Iterator[ConfigError]:
    """What works, but hardly as it was meant. Only for a configuration without errors."""
    if not parts.gateway or not parts.policy:
        return
    source, gateway = parts.gateway
    yield from without_effect(source)
    if gateway.company.marketplaces is not None and not gateway.company.marketplaces:
        yield source.error(
            ("company", "marketplaces"), "is empty: no mail concerns a marketplace", "name some"
        )
    rules_at, policy = parts.policy
    if gateway.outbound is None:
        for index, rule in enumerate(policy.rule):
            stops = [deed for deed in (ActionName.HOLD, ActionName.FOOTER) if deed in rule.do]
            if stops and rule.direction is not Direction.INBOUND:
                problem = f"{stops[0].value} needs [outbound], which gateway.toml does not have"
                yield rules_at.error(("rule", index, "do"), problem, "add [outbound], or leave it")
    yield from _untranslated(parts, source, gateway, policy)
    yield from _old(parts, today)


def _old(parts: Parts, today: date) -> Iterator[ConfigError]:
    """Packs in use whose facts were not looked at for long: rules of marketplaces change by the quarter."""
    used = {pack.name for pack in parts.in_use()}
    for source, pack in parts.packs.values():
        days = (today - pack.checked).days
        if pack.name in used and days > MAX_AGE:
            problem = f"the facts about {pack.title} were checked {days} days ago"
            yield source.error(
                ("checked",), problem, "compare them with the marketplace's pages, and set the date"
            )


def _time_zone(source: Source, name: str) -> Iterator[ConfigError]:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problem = f"{name!r} is not a time zone of this machine"
        yield source.error(("company", "time_zone"), problem, "write one like Europe/Berlin or UTC")


def _legs(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    if gateway.inbound is None and gateway.outbound is None:
        cure = "add [inbound] or [outbound] with listen and next_hop"
        yield source.error((), "there is neither [inbound] nor [outbound]", cure)


def _probe(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    """Probes of a leg that there is not, to an address it does not take, or that overtake each other."""
    probe = gateway.probe
    for name, address in (("inbound", probe.inbound), ("outbound", probe.outbound)):
        if address is None:
            continue
        if getattr(gateway, name) is None:
            problem = f"there is no [{name}] to be probed"
            yield source.error(("probe", name), problem, f"add [{name}], or remove the key")
        if not address.isascii():
            cure = "write the domain in its xn-- form, and choose a plain mailbox"
            yield source.error(("probe", name), f"{address!r} is not ASCII", cure)
    inbound = gateway.inbound
    if inbound is not None and probe.inbound is not None:
        domains = inbound.domains if inbound.domains is not None else gateway.company.domains
        if not domain_in(probe.inbound.rpartition("@")[2], domains):
            problem = f"[inbound] takes no mail for {probe.inbound!r}"
            yield source.error(("probe", "inbound"), problem, "write a mailbox in one of its domains")
    if probe.within >= probe.every:
        problem = f"{probe.within:g} is not less than probe.every ({probe.every:g})"
        at = "within" if source.has(("probe", "within")) else "every"
        yield source.error(("probe", at), problem, "a probe must have ended when the next one is due")


def _listeners(gateway: Gateway) -> Iterator[tuple[KeyPath, str]]:
    for name in ("inbound", "outbound"):
        leg = getattr(gateway, name)
        if leg:
            for key in ("listen", "listen_tls"):
                yield from (((name, key, index), value) for index, value in enumerate(getattr(leg, key)))
    yield ("review", "listen"), gateway.review.listen


def _addresses(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    """Two listeners in one place; a next hop that is a listener of ours, where mail would go in circles."""
    seen: list[tuple[KeyPath, str]] = []
    for path, value in _listeners(gateway):
        for before, other in seen:
            if _collide(value, other):
                # Said of the key that is in the file, if only one of the two is.
                swap = source.has(before) and not source.has(path)
                at, by, taken = (before, path, other) if swap else (path, before, value)
                problem = f"{taken!r} is taken by {source.key(by)}"
                yield source.error(at, problem, "give each listener a port of its own")
                break
        seen.append((path, value))
    for name in ("inbound", "outbound"):
        leg = getattr(gateway, name)
        for hop in leg.next_hop if leg else ():
            for path, value in seen:
                if path[0] != "review" and _reaches(hop, value):
                    problem = f"'{hop}' is our own listener {source.key(path)}"
                    yield source.error(
                        (name, "next_hop"), problem, "write the mail server behind the gateway"
                    )


def _collide(one: str, other: str) -> bool:
    """Whether two listen addresses cannot be bound at once. Port 0 is any free one."""
    first, second = host_port(one), host_port(other)
    if first is None or second is None:
        return one == other
    return first[1] == second[1] != 0 and _same_host(first[0], second[0])


def _reaches(hop: NextHop, listen: str) -> bool:
    at = host_port(listen)
    return at is not None and at[1] == hop.port and at[1] != 0 and _same_host(at[0], hop.host, local=True)


def _same_host(listen: str, other: str, local: bool = False) -> bool:
    """Whether `listen` covers `other`; with `local`, a wildcard covers only what is surely this machine."""
    one, two = ("127.0.0.1" if host == "localhost" else host.lower() for host in (listen, other))
    if one == two:
        return True
    try:
        first, second = ipaddress.ip_address(one), ipaddress.ip_address(two)
    except ValueError:
        return False
    if first.version != second.version:
        return False
    if local:
        return first.is_unspecified and second.is_loopback
    return first.is_unspecified or second.is_unspecified


def _open_relay(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    for index, value in enumerate(gateway.outbound.networks if gateway.outbound else ()):
        network = ipaddress.ip_network(value)
        # /8 is the largest network one company has, fc00::/7 all private IPv6.
        if network.prefixlen < (8 if network.version == 4 else 7):
            problem = f"{value} would relay for strangers"
            yield source.error(
                ("outbound", "networks", index), problem, "name the networks of your own servers"
            )


def _marketplaces(
    source: Source, path: KeyPath, names: tuple[str, ...] | None, parts: Parts
) -> Iterator[ConfigError]:
    known = parts.pack_names
    for index, name in enumerate(names or ()):
        if name not in known:
            place = (*path, index) if source.has((*path, index)) else path
            yield source.error(place, f"there is no marketplace {name!r}", did_you_mean(name, known))


def _approved(source: Source, gateway: Gateway, parts: Parts) -> Iterator[ConfigError]:
    """A list of approved senders for a site no marketplace has aliases at: it would never count."""
    domains = [domain for _, pack in parts.packs.values() for domain in pack.relay_domains]
    for site in gateway.company.approved_senders:
        if site not in parts.pack_names and not any(under(domain, (site.lower(),)) for domain in domains):
            cure = "write a site such as amazon.de, or the name of a marketplace"
            yield source.error(
                ("company", "approved_senders", site), f"no marketplace has buyers at {site!r}", cure
            )


def _never_fire(source: Source, policy: Policy, parts: Parts) -> Iterator[ConfigError]:
    packs = tuple(pack for _, pack in parts.packs.values())
    for index, problem, cure in shadows.never_fire(policy.rule, packs):
        yield source.error(("rule", index), problem, cure)


def _reasons(source: Source, at: KeyPath, rule: Rule) -> Iterator[ConfigError]:
    known = {*REASONS, *map(legal_reason, Legal)}
    for word in rule.when.reason or ():
        if word not in known and not word.startswith("lint:"):
            problem = f"{word!r} is no reason"
            cure = did_you_mean(word, known) or "the words are those that explain shows as reasons"
            yield source.error((*at, "when", "reason"), problem, cure)


def _rules(source: Source, policy: Policy, parts: Parts) -> Iterator[ConfigError]:
    yield from _never_fire(source, policy, parts)
    seen: dict[str, int] = {}
    known = parts.checks | {severity.value for severity in Severity}
    for index, rule in enumerate(policy.rule):
        at: KeyPath = ("rule", index)
        first = seen.setdefault(rule.name, index)
        if first != index:
            problem = f"the name {rule.name!r} is that of rule {first + 1} already"
            yield source.error((*at, "name"), problem, "give each rule a name of its own")
        if not rule.do:
            yield source.error((*at, "do"), "is empty", 'write do = ["pass"] for a rule that does nothing')
        for key in rule.when.model_fields_set:
            if getattr(rule.when, key) == ():
                yield source.error((*at, "when", key), "is empty, the rule would never fire", "remove it")
        yield from _marketplaces(source, (*at, "when", "marketplace"), rule.when.marketplace, parts)
        yield from _reasons(source, at, rule)
        for number, check in enumerate(rule.when.finding or ()):
            if check not in known:
                path: KeyPath = (*at, "when", "finding", number)
                if not source.has(path):
                    path = path[:-1]
                yield source.error(path, f"no lint is called {check!r}", did_you_mean(check, known))


def _reached(rule: Rule, pack: Pack) -> bool:
    """Whether this rule can put a footer of this pack under a mail."""
    return (
        ActionName.FOOTER in rule.do
        and rule.direction is not Direction.INBOUND
        and (rule.when.marketplace is None or pack.name in rule.when.marketplace)
        and (rule.when.private_mail is None or pack.private_mail in rule.when.private_mail)
    )


def _needed(parts: Parts, policy: Policy) -> Iterator[tuple[Pack, Rule, tuple[str, ...]]]:
    """Each pack that a rule can footer: the first such rule, and the kinds of text it takes."""
    kinds = tuple(kind for kind in KINDS[:3] if kind != "short" or policy.repeat == "short")
    for pack in parts.in_use():
        rule = next((rule for rule in policy.rule if _reached(rule, pack)), None)
        if rule and pack.contact != "none":
            yield pack, rule, kinds


def _missing_footers(parts: Parts, gateway: Gateway, policy: Policy) -> Iterator[ConfigError]:
    """A text that no language of the company has."""
    for pack, rule, kinds in _needed(parts, policy):
        for kind in kinds:
            names = [file_name(pack.name, language, kind) for language in gateway.company.languages]
            if not any(name in parts.footers for name in names):
                problem = f"is missing, and rule {rule.name!r} needs it"
                yield ConfigError(f"footers/{names[0]}", None, "", problem, "write the text into this file")


def _untranslated(parts: Parts, source: Source, gateway: Gateway, policy: Policy) -> Iterator[ConfigError]:
    """A text that some language of the company lacks, so that another one is used."""
    for pack, _, kinds in _needed(parts, policy):
        for index, language in enumerate(gateway.company.languages):
            texts = {kind: parts.footers.get(file_name(pack.name, language, kind)) for kind in kinds}
            missing = [kind for kind, text in texts.items() if text is None]
            if any(text and UNREVIEWED in text for text in texts.values()):
                problem = f"no native speaker has read the footer of {pack.title} in {language!r} yet"
                cure = "have it read, and take `reviewed = false` out of it"
                yield source.error(("company", "languages", index), problem, cure)
            if missing:
                problem = f"{pack.title} has no {', '.join(missing)} footer in {language!r}"
                cure = (
                    f"add footers/{file_name(pack.name, language, missing[0])}, or another language is used"
                )
                yield source.error(("company", "languages", index), problem, cure)
