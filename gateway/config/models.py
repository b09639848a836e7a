"""`gateway.toml` as immutable data, and the whole configuration that is made of all files.

Pure: `config.load` reads files and makes these. Addresses and domains are checked
in `config.base` (email-validator), so that everything below can rely on their form.
Paths in a `Config` that was loaded are absolute.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta, tzinfo
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gateway.config.base import Address as Address
from gateway.config.base import Domain as Domain
from gateway.config.base import Hostname, Model, Partner, Re2
from gateway.config.network import Hops, ListenAt, NameServer, Network, WebUrl
from gateway.config.network import NextHop as NextHop
from gateway.config.packs import Language, Pack
from gateway.config.rules import Policy, TimeOfDay, Windows
from gateway.mail.address import domain_in
from gateway.words import Severity


def _store_url(value: str) -> str:
    wanted = 'write "sqlite:///var/marketgate.db"'
    scheme, _, rest = value.partition(":///")
    if value.startswith(("postgresql:", "postgres:", "postgresql+")):
        # Not repeated: such a URL often holds a password.
        raise ValueError(f"PostgreSQL is not supported in this version; {wanted}")
    if scheme != "sqlite" or not rest.strip("/") or rest.endswith("/"):
        raise ValueError(f"{value!r} is not a store; {wanted}, or sqlite:////path for an absolute path")
    if rest == ":memory:" or "?" in rest or rest.startswith("file:"):
        raise ValueError(f"{value!r} is not a file, held mail would be lost; {wanted}")
    return value


class Company(Model):
    """Who we are: whose mail is internal, which order numbers are our own shop's."""

    domains: tuple[Domain, ...] = Field(min_length=1)
    own_orders: tuple[Re2, ...] = ()
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("de", "en")
    name: str = ""
    hostname: Hostname | None = None
    machine_senders: tuple[Address, ...] = ()
    partners: tuple[Partner, ...] = ()
    marketplaces: tuple[str, ...] | None = None
    approved_senders: dict[str, tuple[Address, ...]] = Field(default_factory=dict)
    hours: Windows | None = None
    time_zone: Annotated[str, Field(pattern=r"^[A-Za-z0-9_+/-]+$")] = "Europe/Berlin"


class Leg(Model):
    """What both legs have in common."""

    listen: tuple[ListenAt, ...] = Field(min_length=1)
    listen_tls: tuple[ListenAt, ...] = ()
    starttls: Literal["may", "require"] = "may"
    next_hop: Hops
    proxy_from: tuple[Network, ...] = ()
    xclient_from: tuple[Network, ...] = ()
    trusted_hops: tuple[Network, ...] = ()
    received: bool = True


class Inbound(Leg):
    """Internet to company. `networks` empty: anybody may connect."""

    domains: Annotated[tuple[Domain, ...], Field(min_length=1)] | None = None
    networks: tuple[Network, ...] = ()
    on_error: Literal["pass", "tempfail"] = "pass"
    bare_newline_networks: tuple[Network, ...] = ()


class Outbound(Leg):
    """Company to Internet. Relays only for `networks`."""

    networks: tuple[Network, ...] = ("127.0.0.0/8", "::1/128")
    on_error: Literal["tempfail", "hold", "pass"] = "tempfail"
    bare_newline_networks: tuple[Network, ...] | None = None
    auth: Literal["off", "pass"] = "off"
    auth_also: tuple[Literal["GSSAPI", "GSS-SPNEGO", "NTLM"], ...] = ()
    user: str | None = None
    password: str | None = None
    client_cert: str | None = None
    client_key: str | None = None
    stamp: bool = False


class StoreAt(Model):
    """Where the store is."""

    url: Annotated[str, AfterValidator(_store_url)] = "sqlite:///var/marketgate.db"


Hours = Annotated[float, Field(ge=0, le=1000)]
"""A time span; 0 is never."""


RoleName = Literal["viewer", "reviewer", "admin"]


class Oidc(Model):
    """Log-in at the desk through OpenID Connect: who is asked, and which of its groups has which role here.

    `client_secret` is the path of a file. `role_claim` is a word or a list of words in the ID token.
    """

    issuer: WebUrl
    client_id: Annotated[str, Field(min_length=1)]
    client_secret: str
    scopes: tuple[Annotated[str, Field(pattern=r"^[!#-\[\]-~]+$")], ...] = ("profile", "email")
    name_claim: Annotated[str, Field(min_length=1)] = "preferred_username"
    role_claim: Annotated[str, Field(min_length=1)] = "groups"
    roles: Annotated[dict[RoleName, tuple[str, ...]], Field(min_length=1)]


class Review(Model):
    """The review desk: where it is, who decides, and what happens when nobody does.

    `remind_hours` and `escalate_hours` count from the hold, the other two back from the end of the
    marketplace's clock. `grace_seconds` is how long an approval waits before it is sent.
    """

    listen: ListenAt = "127.0.0.1:8080"
    public_url: WebUrl = "http://127.0.0.1:8080"
    four_eyes: bool = False
    grace_seconds: Annotated[float, Field(ge=0, le=3600)] = 5.0
    remind_hours: Hours = 2.0
    escalate_hours: Hours = 6.0
    alarm_hours: Hours = 4.0
    release_tone_hours: Hours = 2.0
    oidc: Oidc | None = None

    @property
    def grace(self) -> timedelta:
        """`grace_seconds` as a duration."""
        return timedelta(seconds=self.grace_seconds)


class Tls(Model):
    """Certificate and key of the listeners, and the authorities we trust besides the system's, as paths."""

    cert: str | None = None
    key: str | None = None
    ca: str | None = None


class Dkim(Model):
    """Signing keys by domain, the selector they are published under, and who signs after us."""

    keys: dict[Domain, str] = Field(default_factory=dict)
    selector: Annotated[str, Field(pattern=r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$")] = "marketgate"
    signer: Literal["gateway", "downstream"] | None = None


class Authentication(Model):
    """Servers whose Authentication-Results we believe (by their authserv-id), and domains whose ARC seals."""

    trusted: tuple[str, ...] = ()
    arc_sealers: tuple[Hostname, ...] = ()


class Dns(Model):
    """Name servers, as ip:port; empty: those of the machine."""

    nameservers: tuple[NameServer, ...] = ()


class Limits(Model):
    """Sizes in bytes, times in seconds. A client is an IPv4 address or an IPv6 /64, a network /24 or /48."""

    message_size: Annotated[int, Field(ge=1024)] = 50 * 1024 * 1024
    header_size: Annotated[int, Field(ge=256 * 1024)] = 1024 * 1024
    line_length: Annotated[int, Field(ge=1000)] = 1024 * 1024
    memory: Annotated[int, Field(ge=16 * 1024 * 1024)] = 256 * 1024 * 1024
    data_rate: Annotated[int, Field(ge=1)] = 500
    connections: Annotated[int, Field(ge=1)] = 500
    connections_per_client: Annotated[int, Field(ge=1)] = 50
    connections_per_network: Annotated[int, Field(ge=1)] = 200
    connection_rate: Annotated[int, Field(ge=1)] = 300
    kept_connections: Annotated[int, Field(ge=0, le=200)] = 0
    exempt_networks: tuple[Network, ...] = ("127.0.0.0/8", "::1/128")
    junk_commands: Annotated[int, Field(ge=1)] = 100
    recipients: Annotated[int, Field(ge=100)] = 1000
    final_reply: Annotated[float, Field(gt=0)] = 570.0
    spool_dir: str | None = None


class Retention(Model):
    """Days that texts, held bodies (after the decision) and the ledger are kept."""

    text: Annotated[int, Field(ge=1)] = 90
    held: Annotated[int, Field(ge=1)] = 30
    ledger: Annotated[int, Field(ge=1)] = 180


class Archive(Model):
    """Who gets a copy of what was really sent."""

    copy_to: Address | None = None


class Notify(Model):
    """Notices by mail. `sender` is the From of what the gateway itself writes.

    `author`: whether authors are told, all alike or by address and domain. `reviewers` hear of new held mail
    and of deadlines, at once or at the times of day in `digest`; `escalation` of what waits too long (empty:
    the reviewers). `author_limit`: single notices to one author in an hour; more of them become a list.
    """

    sender: Address | None = None
    author: bool | dict[Partner, bool] = True
    author_limit: Annotated[int, Field(ge=1, le=1000)] = 5
    reviewers: tuple[Address, ...] = ()
    escalation: tuple[Address, ...] = ()
    digest: tuple[TimeOfDay, ...] = ()

    def tells(self, author: str) -> bool:
        """Whether this author is told what becomes of his mail: the address, else its domain, else yes."""
        if isinstance(self.author, bool):
            return self.author
        address = author.casefold()
        exact = {name.casefold(): wanted for name, wanted in self.author.items()}
        if address in exact:
            return exact[address]
        domain = address.rpartition("@")[2]
        found = [name for name in exact if "@" not in name and domain_in(domain, (name,))]
        return exact[max(found, key=len)] if found else True


class Log(Model):
    """`format` json or console; `addresses` full, domain or none."""

    format: Literal["json", "console"] = "json"
    level: Literal["debug", "info", "warning", "error"] = "info"
    addresses: Literal["full", "domain", "none"] = "full"


class Probe(Model):
    """Test mail through our own listeners; a leg without an address gets none. Times in seconds."""

    inbound: Address | None = None
    outbound: Address | None = None
    every: Annotated[float, Field(ge=10)] = 300.0
    within: Annotated[float, Field(gt=0)] = 60.0


class Processes(Model):
    """How many processes take mail. Limits count in all of them together."""

    workers: Annotated[int, Field(ge=1, le=64)] = 1


class Gateway(Model):
    """`gateway.toml`. A file with company, inbound, outbound, store and review is enough."""

    company: Company
    inbound: Inbound | None = None
    outbound: Outbound | None = None
    store: StoreAt = StoreAt()
    review: Review = Review()
    tls: Tls = Tls()
    dkim: Dkim = Dkim()
    authentication: Authentication = Authentication()
    dns: Dns = Dns()
    limits: Limits = Limits()
    retention: Retention = Retention()
    archive: Archive = Archive()
    notify: Notify = Notify()
    log: Log = Log()
    probe: Probe = Probe()
    processes: Processes = Processes()


class Lints(Model):
    """`lints.toml`: severity of each check, or off."""

    severity: dict[str, Severity | Literal["off"]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Config:
    """The whole configuration, as one value that is swapped as a whole.

    `directory` is where it was read from, `store_url` the store's URL with its path made absolute, `packs`
    the marketplaces in use (`company.marketplaces`, default all) in name order, `footers` the template
    sources of these packs by file name (`amazon.de.normal.txt`), `hash` 16 hexadecimal digits over all
    that decides, `warnings` what `check-config` says besides.
    """

    directory: Path
    gateway: Gateway
    policy: Policy
    lints: Lints
    packs: tuple[Pack, ...]
    footers: dict[str, str]
    store_url: str
    hash: str
    warnings: tuple[str, ...] = field(default=())
    time_zone: tzinfo = UTC

    def pack(self, name: str | None) -> Pack | None:
        """The pack of that name, or None."""
        return next((pack for pack in self.packs if pack.name == name), None)

    def beside(self, known: "Config") -> "Config":
        """The same, with the packs of `known` where they are equal: what was worked out from them stays."""
        old = {pack.name: pack for pack in known.packs}
        packs = tuple(old[pack.name] if pack == old.get(pack.name) else pack for pack in self.packs)
        return replace(self, packs=known.packs if packs == known.packs else packs)

    @property
    def own_address(self) -> str:
        """The From of what the gateway writes: `notify.sender`, else postmaster of the first domain."""
        if self.gateway.notify.sender:
            return self.gateway.notify.sender
        domains = self.gateway.company.domains
        whole = (domain for domain in domains if not domain.startswith("*."))
        return f"postmaster@{next(whole, domains[0].removeprefix('*.'))}"

    @property
    def inbound_domains(self) -> tuple[str, ...]:
        """The domains the inbound listener accepts mail for."""
        inbound = self.gateway.inbound
        return inbound.domains if inbound and inbound.domains is not None else self.gateway.company.domains
