"""What all commands share: the configuration option, exit codes, one JSON object a line, the console.

The heavy parts (configuration models, rich) are imported when they are needed.
"""

import getpass
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from rich.console import Console

    from gateway.config.models import Config
    from gateway.mail.address import Path as SmtpPath

EXIT_OK: Final = 0
EXIT_REFUSED: Final = 1
"""Unknown id, decided otherwise, refused, broken audit."""
EXIT_USAGE: Final = 2
EXIT_UNAVAILABLE: Final = 69
"""No connection: the store, a listener or a next hop cannot be used (EX_UNAVAILABLE of sysexits)."""
EXIT_CONFIG: Final = 78
"""Bad configuration (EX_CONFIG of sysexits)."""


def _found(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Path:
    from gateway.config.load import find

    return find(value, os.environ)


config_option = click.option(
    "--config",
    metavar="DIR",
    callback=_found,
    help="Configuration folder. Default: $MARKETGATE_CONFIG, then /etc/marketgate, then ./config.",
)
"""Gives the command `config`, the Path of the configuration folder (which need not be there)."""


def load_or_exit(directory: Path) -> "Config":
    """The configuration in `directory`; else every error as a line on stderr, and exit 78."""
    from gateway.config.load import load

    loaded = load(directory)
    if isinstance(loaded, list):
        for error in loaded:
            click.echo(str(error), err=True)
        raise SystemExit(EXIT_CONFIG)
    return loaded


def json_line(value: Any) -> None:
    """Print `value` as one line of JSON in UTF-8, its keys in the order given.

    A lone surrogate (from a broken header) is written as the escape JSON has for it.
    """
    click.echo(json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def open_console() -> "Console":
    """A rich console on standard output: as wide as the terminal, and wide enough for a table in a pipe."""
    from rich.console import Console

    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else 120, soft_wrap=False)


def recipient(value: str) -> "SmtpPath":
    """An address of the command line as a path; `postmaster` stands alone (RFC 5321 4.5.1).

    Raises click.BadParameter (exit 2) for what email-validator or the grammar of SMTP refuses.
    """
    from gateway.config.base import mail_address
    from gateway.mail.address import BadPath, path_of

    try:
        return path_of(value if value.lower() == "postmaster" else mail_address(value))
    except (ValueError, BadPath) as error:
        raise click.BadParameter(f"{error}; write it like name@example.com") from None


def sender(value: str) -> "SmtpPath":
    """A sender of the command line as a path; `<>` is the null sender. Raises click.BadParameter."""
    from gateway.mail.address import path_of

    return path_of("") if value in ("", "<>") else recipient(value)


def user_name() -> str:
    """Who sits at the command line: the name of the log-in, else the number of the user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def warn_of_missing_store(config: "Config") -> None:
    """Say on stderr that the configured store is not there: the service may use another one, or none yet."""
    path = Path(config.store_url.removeprefix("sqlite:///"))
    if config.store_url.startswith("sqlite:///") and not path.exists():
        click.echo(
            f"there is no store {path} yet; if the service has one elsewhere, make store.url absolute, "
            "or set STATE_DIRECTORY as its unit does",
            err=True,
        )
