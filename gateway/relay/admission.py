"""Who may send through a listener, to whom, and what is no message: before anything is decided.

Pure questions to the configuration, answered with a reply to give or None to go on. The
inbound leg takes mail for its own domains only, the outbound leg from its own networks and
authenticated clients only, so neither relays for strangers to strangers.
"""

import re
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from gateway.config.models import Config, Inbound, Limits, Outbound
from gateway.mail import headers
from gateway.mail.address import Path, domain_in
from gateway.mail.headers import Buffer
from gateway.mail.message import Message
from gateway.mail.reply import LOOP, NO_RELAY, NOT_HERE, TOO_MANY_RECIPIENTS, Reply
from gateway.words import Direction

MAX_RECEIVED: Final = 100
"""Received fields a message may have (RFC 5321 6.3)."""

MAX_OWN_RECEIVED: Final = 4
"""Received fields of our own a message may have: in, out, and forwarded once each."""

MAX_HEADER_LINES: Final = 20_000
"""Lines a header may have: each may be a field, and a field costs far more memory than its bytes."""

_END_OF_HEADER: Final = re.compile(rb"\n\r?\n|\A\r?\n")

HEADER_TOO_LARGE: Final = Reply.make(552, "5.3.4 Message header too big")
OWN_LOOP: Final = Reply.make(554, "5.4.6 Mail loop: the message was here too often")
NEED_AUTH: Final = Reply.make(530, "5.7.0 Authentication required")
NEED_TLS: Final = Reply.make(530, "5.7.0 Must issue a STARTTLS command first")


def leg(direction: Direction, config: Config) -> Inbound | Outbound:
    """The settings of a leg that is listened on. Raises LookupError if the configuration has dropped it."""
    found = config.gateway.inbound if direction is Direction.INBOUND else config.gateway.outbound
    if found is None:
        raise LookupError(f"no [{direction.value}] in the configuration any more")
    return found


def exempt(direction: Direction, ip: str, config: Config) -> bool:
    """Whether the limits per client do not apply: named networks, a filter in front of us, unix sockets."""
    front = leg(direction, config).networks if direction is Direction.INBOUND else ()
    return not ip or _within(ip, (*config.gateway.limits.exempt_networks, *front))


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


def message_refusal(raw: Buffer, message: Message, hostname: str, limits: Limits) -> Reply | None:
    """Why a message is refused for its header, before anything looks into it: its size, or a loop.

    `hostname` is our own name as our Received fields have it after "by".
    """
    if _header_too_large(raw, limits.header_size):
        return HEADER_TOO_LARGE
    received = [field for field in message.block.fields if field.name == "received"]
    if len(received) > MAX_RECEIVED:
        return LOOP
    ours = f"by {hostname} (Marketgate) ".lower().encode()
    # The words stand at the beginning of a continuation line, as we wrote them; others may fold anew.
    seen = sum(ours in b" ".join(headers.raw_value(raw, field).lower().split()) for field in received)
    return OWN_LOOP if seen > MAX_OWN_RECEIVED else None


def _header_too_large(raw: Buffer, limit: int) -> bool:
    found = _END_OF_HEADER.search(raw, 0, limit + 4)
    end = found.start() + 1 if found else headers.scan(raw, end=limit + 1).end
    return end > limit or raw[:end].count(b"\n") > MAX_HEADER_LINES


def plain_ip(ip: str) -> str:
    """An IP address as text, without a zone, and as IPv4 where it is IPv4 mapped to IPv6; else unchanged."""
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return ip
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


def _within(ip: str, networks: tuple[str, ...]) -> bool:
    """Whether an address, as text, lies in one of the networks. A client of a unix socket is this machine."""
    try:
        address = ip_address(plain_ip(ip or "127.0.0.1"))
    except ValueError:
        return False
    return any(address in network for network in _parsed(networks))


@lru_cache(maxsize=64)
def _parsed(networks: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(network) for network in networks)
