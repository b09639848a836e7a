"""Where files lie: data below the state folder, configuration beside `gateway.toml`, secrets in files.

Looks at the disk (does a file exist, may we read it), reads none. Relative data
paths lie below $STATE_DIRECTORY if that is set (systemd sets it), else below the
parent of the configuration folder; relative paths of configuration files below
that folder. `${CREDENTIALS_DIRECTORY}/name` is systemd's place for secrets, and the
only variable that is replaced. What may be a secret is never repeated.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from gateway.config.load.errors import SECRETS, ConfigError
from gateway.config.load.positions import KeyPath
from gateway.config.load.source import Source
from gateway.config.models import Gateway

_VARIABLE = "${CREDENTIALS_DIRECTORY}/"
_IN_A_FILE = "write it to a file and give the path, or ${CREDENTIALS_DIRECTORY}/name"


class Places:
    """Makes paths absolute for one configuration; collects what is wrong with them in `errors`."""

    def __init__(self, source: Source, directory: Path, environ: Mapping[str, str]) -> None:
        self.errors: list[ConfigError] = []
        self._source = source
        self._directory = directory.absolute()
        self._environ = environ
        state = environ.get("STATE_DIRECTORY", "").partition(":")[0]
        self._data = Path(state) if state else self._directory.parent

    def store_url(self, url: str) -> str:
        """The URL with an absolute path: `sqlite:///var/x.db` is relative, `sqlite:////abs/x.db` is not."""
        return f"sqlite:///{self._data / url.removeprefix('sqlite:///')}"

    def resolve(self, gateway: Gateway) -> Gateway:
        """The same settings, every path in them absolute."""
        outbound = gateway.outbound
        if outbound:
            changed = {
                name: self._file(("outbound", name), getattr(outbound, name))
                for name in ("password", "client_cert", "client_key")
            }
            outbound = outbound.model_copy(update=changed)
        tls = {name: self._file(("tls", name), getattr(gateway.tls, name)) for name in ("cert", "key", "ca")}
        keys = {domain: self._file(("dkim", "keys", domain), at) for domain, at in gateway.dkim.keys.items()}
        review = gateway.review
        if review.oidc:
            secret = self._file(("review", "oidc", "client_secret"), review.oidc.client_secret)
            oidc = review.oidc.model_copy(update={"client_secret": secret or ""})
            review = review.model_copy(update={"oidc": oidc})
        spool = {"spool_dir": self._folder(("limits", "spool_dir"), gateway.limits.spool_dir)}
        return gateway.model_copy(
            update={
                "outbound": outbound,
                "review": review,
                "tls": gateway.tls.model_copy(update=tls),
                "dkim": gateway.dkim.model_copy(update={"keys": keys}),
                "limits": gateway.limits.model_copy(update=spool),
            }
        )

    def _refuse(self, path: KeyPath, problem: str, cure: str) -> None:
        self.errors.append(self._source.error(path, problem, cure))

    def _file(self, path: KeyPath, value: str | None) -> str | None:
        """The absolute path of a readable file; None stays None."""
        if value is None:
            return None
        secret = path[-1] in SECRETS
        if "-----BEGIN" in value or "\n" in value:
            self._refuse(path, "a key or certificate itself stands here", _IN_A_FILE)
            return None
        if value.startswith(_VARIABLE):
            folder = self._environ.get("CREDENTIALS_DIRECTORY")
            if not folder:
                cure = "run it under systemd with LoadCredential=, or set the variable"
                self._refuse(path, "$CREDENTIALS_DIRECTORY is not set", cure)
                return None
            found = Path(folder) / value.removeprefix(_VARIABLE)
        elif "$" in value and not secret:
            self._refuse(path, f"{value!r} has a variable", "only ${CREDENTIALS_DIRECTORY}/name is replaced")
            return None
        else:
            found = self._directory / value
        if found.is_file() and os.access(found, os.R_OK):
            return str(found)
        named = "it" if secret else str(found)
        if secret and "/" not in value:
            self._refuse(path, "this is no file, it may be the secret itself", _IN_A_FILE)
        elif found.is_file():
            self._refuse(path, f"{named} cannot be read", f"give user {os.geteuid()} the right to read it")
        else:
            self._refuse(path, f"{named} is not a file", "correct the path, or put the file there")
        return None

    def _folder(self, path: KeyPath, value: str | None) -> str | None:
        """The absolute path of a folder we may write to; None stays None."""
        if value is None:
            return None
        found = self._data / value
        if not found.is_dir():
            self._refuse(path, f"{found} is not a folder", f"make it: mkdir -m 700 {found}")
        elif not os.access(found, os.W_OK | os.X_OK):
            self._refuse(path, f"{found} cannot be written to", f"give user {os.geteuid()} the right to")
        return str(found)


def half_pairs(gateway: Gateway, source: Source) -> Iterator[ConfigError]:
    """Keys that only make sense together, where one is missing."""
    pairs = [("tls", "cert", "key")]
    if gateway.outbound:
        pairs += [("outbound", "user", "password"), ("outbound", "client_cert", "client_key")]
    for table, one, other in pairs:
        here = getattr(gateway, table)
        for there, missing in ((one, other), (other, one)):
            if getattr(here, there) is not None and getattr(here, missing) is None:
                yield source.error((table, there), f"needs {table}.{missing} as well", f"add {missing}")
