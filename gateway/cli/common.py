"""What all commands share: the configuration option, exit codes, one JSON object a line, the console.

The heavy parts (configuration models, rich) are imported when they are needed.
"""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from rich.console import Console

    from gateway.config.models import Config

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
