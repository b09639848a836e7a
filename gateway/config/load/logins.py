"""Whether certificates and log-ins are there where the settings need them.

A listener under TLS needs a certificate; passwords go only to a next hop whose
certificate is verified or that is on this machine; and where clients log in for themselves
the gateway needs a log-in of its own for what it holds and releases later. Also whether
the desk's log-in through a provider can work. Pure but for one look at what is installed.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from urllib.parse import urlsplit

from gateway.config.load.errors import ConfigError
from gateway.config.load.source import Source
from gateway.config.models import Gateway, Outbound
from gateway.config.rules import Policy, Rule
from gateway.words import ActionName, Direction

_MAY_HOLD = frozenset({ActionName.HOLD, ActionName.FOOTER, ActionName.REDACT})
"""Actions that hold a mail, or do where the edit cannot be made."""


def certificates(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    """TLS on a listener without a certificate to show."""
    if gateway.tls.cert is not None:
        return
    for name in ("inbound", "outbound"):
        leg = getattr(gateway, name)
        if leg and leg.listen_tls:
            yield source.error((name, "listen_tls"), "needs a certificate", "add tls.cert and tls.key")
        if leg and leg.starttls == "require":
            yield source.error((name, "starttls"), "needs a certificate", "add tls.cert and tls.key")


def verified_hops(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    """A next hop that would be told passwords without having shown who it is."""
    outbound = gateway.outbound
    if outbound is None or (outbound.auth == "off" and outbound.user is None):
        return
    for hop in outbound.next_hop:
        if not hop.local and not hop.verified:
            problem = f"'{hop}' would be told passwords without its certificate being verified"
            cure = "write smtps://, or ?starttls=require behind it"
            yield source.error(("outbound", "next_hop"), problem, cure)


def own_login(source: Source, gateway: Gateway, policy: Policy) -> Iterator[ConfigError]:
    """Mail that can be held and could not be released."""
    outbound = gateway.outbound
    if outbound is None or outbound.auth == "off" or _has_login(outbound):
        return
    holds = next((rule for rule in policy.rule if _may_hold(rule)), None)
    if holds or outbound.on_error == "hold":
        why = f"rule {holds.name!r} can hold mail" if holds else "on_error holds mail"
        problem = f"{why}, and the gateway has no log-in of its own to release it with"
        cure = "add user and password, or client_cert and client_key"
        yield source.error(("outbound", "auth"), problem, cure)


def _has_login(outbound: Outbound) -> bool:
    return outbound.user is not None or outbound.client_cert is not None


def _may_hold(rule: Rule) -> bool:
    return rule.direction is not Direction.INBOUND and bool(_MAY_HOLD.intersection(rule.do))


def provider(source: Source, gateway: Gateway) -> Iterator[ConfigError]:
    """A provider of OpenID Connect that is asked in the clear, or that we have not the libraries for."""
    oidc, here = gateway.review.oidc, ("review", "oidc")
    if oidc is None:
        return
    url = urlsplit(oidc.issuer)
    if url.scheme != "https" and url.hostname not in ("127.0.0.1", "::1", "localhost"):
        yield source.error((*here, "issuer"), f"{oidc.issuer!r} has no TLS", "write its https:// address")
    elif not any(oidc.roles.values()):
        yield source.error((*here, "roles"), "gives nobody a role", 'write admin = ["name of a group"]')
    elif missing := [name for name in ("authlib", "httpx", "joserfc") if find_spec(name) is None]:
        cure = "install them: pip install 'marketgate[oidc]'"
        yield source.error(here, f"needs packages that are not installed ({', '.join(missing)})", cure)
