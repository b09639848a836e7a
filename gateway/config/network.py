"""Listen addresses, next hops, networks, URLs: the forms of the network keys of `gateway.toml`.

Pure: only the form is checked, nothing is resolved or connected. Every refusal
says what to write instead.
"""

import ipaddress
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*")


def host_port(value: str) -> tuple[str, int] | None:
    """Host (IPv6 without brackets) and port of `host:port` or `[ipv6]:port`; None for any other form."""
    host, _, port = value.rpartition(":")
    if not (port.isascii() and port.isdigit()) or int(port) > 65535:
        return None
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
        return (host, int(port)) if _ip(host) == 6 else None
    return (host, int(port)) if _HOST.fullmatch(host) else None


def _ip(value: str) -> int | None:
    try:
        return ipaddress.ip_address(value).version
    except ValueError:
        return None


def _listen(value: str) -> str:
    if value.startswith("systemd:"):
        if not re.fullmatch(r"systemd:[^\s:]+", value):
            raise ValueError(f'{value!r} names no socket; write "systemd:" and its FileDescriptorName=')
        return value
    if host_port(value) is None:
        wanted = '"host:port", "[ipv6]:port" or "systemd:NAME"'
        raise ValueError(f"{value!r} is not a listen address; write {wanted}")
    return value


def _server(value: str) -> str:
    found = host_port(value)
    if found is None or _ip(found[0]) is None or not found[1]:
        raise ValueError(f'{value!r} is not a name server; write "ip:port" or "[ipv6]:port"')
    return value


def _network(value: str) -> str:
    try:
        return str(ipaddress.ip_network(value))
    except ValueError:
        pass
    try:
        near = f"did you mean {ipaddress.ip_network(value, strict=False)}?"
    except ValueError:
        near = "write it like 192.0.2.0/24 or 2001:db8::/32"
    raise ValueError(f"{value!r} is not a network; {near}")


def _web_url(value: str) -> str:
    wanted = 'write "https://host" or "https://host/path"'
    try:
        url = urlsplit(value)
        port = url.port
    except ValueError:
        raise ValueError(f"{value!r} is not a web address; {wanted}") from None
    if url.scheme not in ("http", "https") or not url.hostname or url.query or url.fragment or port == 0:
        raise ValueError(f"{value!r} is not a web address; {wanted}")
    return value.rstrip("/")


@dataclass(frozen=True, slots=True)
class NextHop:
    """Where mail goes next. `starttls` is `may`, `require` or `never`; `smtps` is TLS from the first byte.

    With `smtp+unix`, `host` is the absolute path of a socket and `port` 0.
    """

    scheme: Literal["smtp", "smtps", "smtp+unix", "lmtp"]
    host: str
    port: int
    starttls: Literal["may", "require", "never"] = "may"

    @property
    def local(self) -> bool:
        """Whether what is said to it stays on this machine: a unix socket or a loopback address."""
        return self.scheme == "smtp+unix" or self.host.lower() == "localhost" or _is_loopback(self.host)

    @property
    def verified(self) -> bool:
        """Whether it is spoken to only under TLS and only if its certificate bears its name."""
        return self.scheme == "smtps" or self.starttls == "require"

    def __str__(self) -> str:
        if self.scheme == "smtp+unix":
            return f"smtp+unix://{self.host}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _next_hop(value: Any) -> NextHop:
    if isinstance(value, NextHop):
        return value
    wanted = 'write "smtp://host:port"'
    if not isinstance(value, str):
        raise ValueError(f"a next hop is text, not {value!r}; {wanted}")
    try:
        url = urlsplit(value)
        host, port = url.hostname or "", url.port
        options = dict(parse_qsl(url.query, strict_parsing=bool(url.query)))
    except ValueError:
        raise ValueError(f"{value!r} is not a next hop; {wanted}") from None
    if url.scheme in ("lmtp", "lmtp+unix"):
        raise ValueError(f"{value!r}: LMTP next hops are not supported in this version; {wanted}")
    if url.username is not None or url.password is not None:
        # The value is not repeated: it holds a secret.
        raise ValueError(f"user and password do not belong into a next hop; {wanted}, see outbound.user")
    if url.scheme == "smtp+unix":
        if url.netloc or not url.path.strip("/") or url.path.endswith("/") or url.query or url.fragment:
            raise ValueError(f'{value!r} is not a unix socket; write "smtp+unix:///absolute/path"')
        return NextHop("smtp+unix", url.path, 0, "never")
    starttls = options.pop("starttls", "may")
    named = _HOST.fullmatch(host) is not None or _ip(host) is not None
    if url.scheme not in ("smtp", "smtps") or not named or url.path.strip("/") or url.fragment or port == 0:
        raise ValueError(f"{value!r} is not a next hop; {wanted}")
    if options:
        raise ValueError(f"{value!r}: unknown option {min(options)!r}; the only one is ?starttls=require")
    if starttls not in ("may", "require", "never"):
        raise ValueError(f"{value!r}: unknown starttls={starttls}; write one of may, require, never")
    return NextHop(url.scheme, host, port or (465 if url.scheme == "smtps" else 25), starttls)  # type: ignore[arg-type]


def _many(value: Any) -> Any:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


Network = Annotated[str, AfterValidator(_network)]
ListenAt = Annotated[str, AfterValidator(_listen)]
NameServer = Annotated[str, AfterValidator(_server)]
WebUrl = Annotated[str, AfterValidator(_web_url)]
Hop = Annotated[NextHop, BeforeValidator(_next_hop)]
Hops = Annotated[tuple[Hop, ...], BeforeValidator(_many), Field(min_length=1)]
"""One next hop or a list of them, tried in order."""
