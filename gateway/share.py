"""What the processes of a service have in common, made once before there are several.

A supervisor makes a Share and forks its workers; a Service without one makes its own. Nothing is
left open where something fails: BadConfiguration says what is wrong with which file, CannotListen
which address is taken.
"""

import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import structlog

from gateway import log as logging
from gateway.config.load import ConfigError, load
from gateway.config.models import Config
from gateway.policy.rehearsal import rehearse
from gateway.relay import access
from gateway.relay.counts import Counts
from gateway.relay.meters import Meters
from gateway.relay.probe import Badge
from gateway.relay.sockets import CannotListen, bind

log = structlog.get_logger()


class BadConfiguration(Exception):
    """The configuration cannot be used; `errors` says why, file by file."""

    def __init__(self, errors: list[ConfigError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


def read(directory: Path) -> Config:
    """The configuration in `directory`. Raises BadConfiguration."""
    loaded = load(directory)
    if isinstance(loaded, Config):
        return loaded
    raise BadConfiguration(loaded)


def rehearsed(config: Config, known: Config | None = None) -> None:
    """Have all worked out that decisions need, which takes a second or two; not for an event loop.

    Of what `known`, rehearsed before, has in common with it nothing has to be done again.
    """
    began = time.monotonic()
    rehearse(config, known)
    log.info("config.rehearsed", config=config.hash, seconds=round(time.monotonic() - began, 2))


Only = Literal["relay", "review"]
Sockets = Mapping[str, list[socket.socket]]
"""Listening sockets by their key in the configuration."""


@dataclass(frozen=True, slots=True)
class Share:
    """What all workers have in common.

    `config` and `tls` are what is in force; `hostname`, `store_url` and `sockets` are those of the start,
    because a reload does not change them.
    """

    config: Config
    tls: ssl.SSLContext | None
    hostname: str
    store_url: str
    sockets: Sockets
    meters: Meters
    badge: Badge
    counts: Counts


def share(directory: Path, only: Only | None = None, slots: int = 1) -> Share:
    """Read the configuration and bind the sockets. Raises BadConfiguration, CannotListen."""
    config = read(directory)
    logging.configure(config.gateway.log)
    tls = listening_tls(config)
    hostname = config.gateway.company.hostname or socket.getfqdn()
    return Share(
        config, tls, hostname, config.store_url, bind_all(config, only), Meters(slots), Badge(), Counts(slots)
    )


def bind_all(config: Config, only: Only | None) -> Sockets:
    """All listening sockets, or none: raises CannotListen."""
    gateway, wanted = config.gateway, dict[str, tuple[str, ...]]()
    if only != "review":
        for name, leg in (("inbound", gateway.inbound), ("outbound", gateway.outbound)):
            if leg is not None:
                wanted[f"{name}.listen"], wanted[f"{name}.listen_tls"] = leg.listen, leg.listen_tls
    if only != "relay":
        wanted["review.listen"] = (gateway.review.listen,)
    bound: dict[str, list[socket.socket]] = {}
    try:
        for key, addresses in wanted.items():
            bound[key] = bind(addresses)
    except CannotListen:
        close_all(bound)
        raise
    return bound


def close_all(sockets: Sockets) -> None:
    """Close them; those that another process holds go on listening there."""
    for each in (each for several in sockets.values() for each in several):
        each.close()


def listening_tls(config: Config) -> ssl.SSLContext | None:
    """The listeners' TLS context, or None where no certificate is configured. Raises BadConfiguration."""
    try:
        return access.listening(config)
    except access.BadCertificateError as error:
        cure = "give a certificate chain and its key without a passphrase, both as PEM"
        raise BadConfiguration([ConfigError("gateway.toml", None, "tls.cert", str(error), cure)]) from None
