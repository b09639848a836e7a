"""Who may send through a listener, to whom, and with which words: before the next hop is asked.

Pure questions to the configuration, answered with a reply to give or None to go on. The
inbound leg takes mail for its own domains only, the outbound leg from its own networks only,
so neither relays for strangers to strangers.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final, Literal, TypeAlias

from gateway.config.models import Config, Inbound, Outbound
from gateway.mail.address import Path, domain_in
from gateway.mail.reply import BAD_SYNTAX, NO_RELAY, NOT_HERE, TOO_LARGE, TOO_MANY_RECIPIENTS, Reply
from gateway.words import Direction

Verb: TypeAlias = Literal["FROM", "TO"]

OWN: Final = frozenset({"PIPELINING", "SIZE", "ENHANCEDSTATUSCODES"})
"""Extensions that are ours, whatever the next hop can."""

SHARED: Final = ("8BITMIME", "SMTPUTF8", "DSN")
"""Extensions offered only where the next hop has them, since it must do the work."""

_NEEDS: Final[dict[Verb, dict[str, str]]] = {
    "FROM": {
        "SIZE": "SIZE",
        "BODY": "8BITMIME",
        "SMTPUTF8": "SMTPUTF8",
        "RET": "DSN",
        "ENVID": "DSN",
    },
    "TO": {"NOTIFY": "DSN", "ORCPT": "DSN"},
}
_BODY: Final = ("7BIT", "8BITMIME")

UNKNOWN_PARAMETER: Final = Reply.make(555, "5.5.4 Parameter not recognized")
NOT_NOW: Final = Reply.make(
    451, "4.4.1 The next mail server does not take this parameter now, please try later"
)


def leg(direction: Direction, config: Config) -> Inbound | Outbound:
    """The settings of a leg that is listened on. Raises LookupError if the configuration has dropped it."""
    found = config.gateway.inbound if direction is Direction.INBOUND else config.gateway.outbound
    if found is None:
        raise LookupError(f"no [{direction.value}] in the configuration any more")
    return found


def client_refusal(direction: Direction, ip: str, config: Config) -> Reply | None:
    """Why a client of that address may not send, if it may not."""
    networks = leg(direction, config).networks
    if direction is Direction.INBOUND and not networks:
        return None
    return None if _within(ip, networks) else NO_RELAY


def recipient_refusal(direction: Direction, path: Path, accepted: int, config: Config) -> Reply | None:
    """Why this recipient is not taken, where `accepted` are taken already. Postmaster alone always is one."""
    served = path.folded == "postmaster" or domain_in(path.domain, config.inbound_domains)
    if direction is Direction.INBOUND and not served:
        return NOT_HERE
    return TOO_MANY_RECIPIENTS if accepted >= config.gateway.limits.recipients else None


def bare_newlines_allowed(direction: Direction, ip: str, config: Config) -> bool:
    """Whether bare CR and LF pass unchanged from this client; unset on the outbound leg: its own networks."""
    settings = leg(direction, config)
    networks = settings.bare_newline_networks
    return _within(ip, settings.networks if networks is None else networks)


def parameter_refusal(path: Path, verb: Verb, offered: Collection[str], limit: int) -> Reply | None:
    """Why the parameters of MAIL (`verb` FROM) or RCPT (TO) are refused, given what was offered at EHLO.

    `limit` is the largest message taken, in octets (RFC 1870 6.1).
    """
    seen = set()
    for parameter in path.params:
        keyword, _, value = parameter.partition("=")
        keyword = keyword.upper()
        if _NEEDS[verb].get(keyword) not in offered:
            return UNKNOWN_PARAMETER
        wrong = keyword in seen or (keyword == "BODY" and value.upper() not in _BODY)
        if wrong or (keyword == "SIZE" and not (value.isdecimal() and value.isascii() and len(value) <= 20)):
            return BAD_SYNTAX
        if keyword == "SIZE" and int(value) > limit:
            return TOO_LARGE
        seen.add(keyword)
    return None


def unsupported(path: Path, verb: Verb, extensions: Mapping[str, str]) -> bool:
    """Whether the next hop lacks what a parameter needs; SIZE apart, which can be left out."""
    needed = {_NEEDS[verb].get(parameter.partition("=")[0].upper()) for parameter in path.params}
    return bool(needed - {"SIZE", None} - extensions.keys())


def offer(extensions: Mapping[str, str] | None, limit: int, starttls: bool) -> tuple[str, ...]:
    """The lines of our reply to EHLO behind the host name: ours, and of the next hop's what we can hand on.

    `extensions` is the next hop's last EHLO, None if it never answered. SIZE is the smaller of the two.
    """
    theirs = extensions or {}
    size = theirs.get("SIZE", "")
    if size.isdecimal() and size.isascii() and 0 < int(size[:20]) < limit:
        limit = int(size)
    return (
        "PIPELINING",
        f"SIZE {limit}",
        *(("STARTTLS",) if starttls else ()),
        *(name for name in SHARED if name in theirs),
        "ENHANCEDSTATUSCODES",
    )


def plain_ip(ip: str) -> str:
    """An IP address as text, without a zone, and as IPv4 where it is IPv4 mapped to IPv6; else unchanged."""
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return ip
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


def _within(ip: str, networks: tuple[str, ...]) -> bool:
    """Whether an address, as text, lies in one of the networks."""
    try:
        address = ip_address(plain_ip(ip))
    except ValueError:
        return False
    return any(address in network for network in _parsed(networks))


@lru_cache(maxsize=64)
def _parsed(networks: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(network) for network in networks)
