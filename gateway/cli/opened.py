"""The configured store, opened for one command; where it cannot be used, exit 69."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from gateway.cli.common import EXIT_UNAVAILABLE
from gateway.config.models import Config
from gateway.store.database import Store, StoreError


@contextmanager
def opened_store(config: Config, *, read_only: bool) -> Iterator[Store]:
    """The store, open. `read_only`: a missing one is empty and stays missing. Exits with 69 on trouble."""
    store = Store(config.store_url)
    try:
        store.open(read_only=read_only)
        yield store
    except StoreError as error:
        click.echo(f"the store {config.store_url} cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    finally:
        store.close()
