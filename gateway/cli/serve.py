"""`marketgate serve`: the real service, in the foreground, until SIGTERM."""

import asyncio
from pathlib import Path
from typing import Literal

import click

from gateway.cli.common import EXIT_CONFIG, EXIT_UNAVAILABLE, config_option


@click.command()
@config_option
@click.option(
    "--only",
    type=click.Choice(["relay", "review"]),
    help="Run only the mail path, or only what carries out people's decisions.",
)
def serve(config: Path, only: Literal["relay", "review"] | None) -> None:
    """Run the gateway: both listeners, the releaser, the notices.

    SIGTERM finishes what is under way and stops; SIGHUP reads the configuration again.
    """
    from gateway.app import BadConfiguration, Service
    from gateway.relay.sockets import CannotListen
    from gateway.store.database import StoreError

    try:
        asyncio.run(Service(config, only=only).run())
    except BadConfiguration as broken:
        click.echo(str(broken), err=True)
        raise SystemExit(EXIT_CONFIG) from None
    except CannotListen as error:
        click.echo(str(error), err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    except StoreError as error:
        click.echo(f"the store cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
