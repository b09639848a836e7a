"""What the gateway shows next hops and clients: certificates, a log-in, and whom it believes.

TLS is 1.2 or newer everywhere. Files are read when they are needed and again when they have
changed, so a renewed certificate or password counts from the next connection on. A password
is in memory for one log-in and never in a repr, an exception or the log.
"""

import base64
import ssl
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Final

from gateway.config.models import Config, NextHop


class BadCertificateError(Exception):
    """The listeners' certificate or its key cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Login:
    """A user and the password."""

    user: str
    password: str = field(repr=False)

    def plain(self) -> bytes:
        """The only response of AUTH PLAIN, in base64 (RFC 4616)."""
        return base64.b64encode(f"\0{self.user}\0{self.password}".encode())

    def login(self) -> tuple[bytes, bytes]:
        """The two responses of AUTH LOGIN, in base64."""
        return base64.b64encode(self.user.encode()), base64.b64encode(self.password.encode())


@dataclass(frozen=True, slots=True)
class Access:
    """How a next hop is approached. All but `user` are paths: `ca` further authorities that are believed,
    `cert` and `key` our client certificate, `password` the file that holds it."""

    ca: str | None = None
    cert: str | None = None
    key: str | None = None
    user: str | None = None
    password: str | None = None

    def context(self, verify: bool) -> ssl.SSLContext:
        """The TLS settings; without `verify` any certificate will do. Raises OSError (also ssl.SSLError)."""
        return _client(verify, self.ca, self.cert, self.key, _stamps((self.ca, self.cert, self.key)))

    def login(self) -> Login | None:
        """The log-in, if there is one. Raises OSError and ValueError for a password file that has none."""
        if self.user is None or self.password is None:
            return None
        secret = FilePath(self.password).read_bytes().rstrip(b"\r\n")
        if not secret or b"\0" in secret:
            raise ValueError("the file of outbound.password holds no password")
        try:
            return Login(self.user, secret.decode())
        except UnicodeDecodeError:
            # From None: the exception holds the bytes.
            raise ValueError("the file of outbound.password is not UTF-8") from None


NOTHING: Final = Access()


def for_clients(config: Config) -> Access:
    """For connections that carry a client's own mail: they log in themselves, if anybody does."""
    return Access(ca=config.gateway.tls.ca)


def for_releases(config: Config, hops: Iterable[NextHop]) -> Access:
    """For what the gateway itself sends to these hops: its log-in and certificate, if they are outbound's."""
    outbound = config.gateway.outbound
    if outbound is None or tuple(hops) != outbound.next_hop:
        return for_clients(config)
    return Access(
        ca=config.gateway.tls.ca,
        cert=outbound.client_cert,
        key=outbound.client_key,
        user=outbound.user,
        password=outbound.password,
    )


def listening(config: Config) -> ssl.SSLContext | None:
    """The listeners' TLS settings, None where no certificate is configured. Raises BadCertificateError."""
    files = config.gateway.tls
    if files.cert is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(files.cert, files.key, password=_no_passphrase)
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        raise BadCertificateError(f"{files.cert} and {files.key} cannot be used ({reason})") from None
    return context


def _no_passphrase() -> str:
    # Without this OpenSSL asks on the terminal, and a service waits there for ever.
    raise ValueError("the key has a passphrase")


def _stamps(paths: Iterable[str | None]) -> tuple[int, ...]:
    """What changes when one of the files does. Raises OSError."""
    return tuple(FilePath(path).stat().st_mtime_ns for path in paths if path is not None)


@lru_cache(maxsize=8)
def _client(
    verify: bool, ca: str | None, cert: str | None, key: str | None, _stamp: tuple[int, ...]
) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca is not None:
        context.load_verify_locations(ca)
    if not verify:
        # RFC 7435: against those who only listen; who can cut in could as well hide STARTTLS.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if cert is not None:
        context.load_cert_chain(cert, key, password=_no_passphrase)
    return context
