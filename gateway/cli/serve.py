"""`marketgate serve`: the real service, in the foreground, until SIGTERM.

A supervisor and its workers (`[processes] workers`). As long as the desk has no user, the
address for the first administrator is printed.
"""

from pathlib import Path
from typing import Literal

import click

from gateway.cli.common import EXIT_CONFIG, EXIT_UNAVAILABLE, config_option

FIRST_LINK = "The desk has no user yet. Make yourself its administrator here (works once, for 24 hours):"


@click.command()
@config_option
@click.option(
    "--only",
    type=click.Choice(["relay", "review"]),
    help="Run only the mail path, or only what carries out people's decisions.",
)
def serve(config: Path, only: Literal["relay", "review"] | None) -> None:
    """Run the gateway: both listeners, the desk, the releaser, the notices.

    SIGTERM finishes what is under way and stops; SIGHUP reads the configuration again.
    """
    from gateway.relay.sockets import CannotListen
    from gateway.share import BadConfiguration
    from gateway.supervisor import Supervisor

    try:
        supervisor = Supervisor(
            config, only=only, on_first_link=lambda url: click.echo(f"{FIRST_LINK}\n  {url}")
        )
        raise SystemExit(supervisor.run())
    except BadConfiguration as broken:
        click.echo(str(broken), err=True)
        raise SystemExit(EXIT_CONFIG) from None
    except CannotListen as error:
        click.echo(str(error), err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
