"""`marketgate db`: bring the store up to date, copy it while mail flows, remove what is too old.

Exit codes: 0 done, 1 refused (the target is there, more would go than is plausible), 69 the
store cannot be used, 78 bad configuration.
"""

from datetime import UTC, datetime
from pathlib import Path

import click

from gateway.cli.common import (
    EXIT_REFUSED,
    EXIT_UNAVAILABLE,
    config_option,
    json_line,
    load_or_exit,
    user_name,
)
from gateway.cli.opened import opened_store
from gateway.review.retention import SHARE, limits, sweep
from gateway.store import maintenance
from gateway.store.database import Store, StoreError
from gateway.store.purge import Due, Purge

_WHAT = {
    "bodies": "bodies of decided mail",
    "texts": "texts of mail that passed",
    "records": "records of decided mail",
    "threads": "conversations of the ledger",
}


@click.group()
def db() -> None:
    """Care of the store."""


@db.command()
@config_option
def upgrade(config: Path) -> None:
    """Bring the schema of the store up to date; `serve` does the same when it starts."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=False) as store:
        click.echo(f"The store is at revision {maintenance.revision(store)}.")


@db.command()
@config_option
@click.argument("target", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
def backup(config: Path, target: Path) -> None:
    """Copy the store into a new FILE. The service may run; held mail, users and keys are all in the copy."""
    loaded = load_or_exit(config)
    try:
        size = maintenance.backup(Store(loaded.store_url), target)
    except FileExistsError:
        click.echo(f"{target} is there already; give a name that is free", err=True)
        raise SystemExit(EXIT_REFUSED) from None
    except StoreError as error:
        click.echo(f"the store {loaded.store_url} cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    except OSError as error:
        click.echo(f"{target} cannot be written: {error.strerror or error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    click.echo(f"{target}: {size} bytes, checked.")


@db.command()
@config_option
@click.option("--yes", is_flag=True, help=f"Also if more than {SHARE:.0%} of something would go.")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def purge(config: Path, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Remove what [retention] does not keep: bodies and records of decided mail, old conversations.

    Undecided mail stays, however old. The audit chain stays and says what went.
    """
    loaded = load_or_exit(config)
    at = datetime.now(UTC)
    wanted = limits(loaded, at)
    with opened_store(loaded, read_only=dry_run) as store:
        kept = Purge(store)
        due = kept.due(wanted)
        many = [one for one in due if one.is_many(SHARE, 0)]
        refused = bool(many) and not yes and not dry_run
        done = dict.fromkeys(_WHAT, 0)
        if not dry_run and not refused:
            sweep(store, at)
            done = kept.run(wanted, user_name(), at)
    if as_json:
        json_line({"due": {one.kind: one.due for one in due}, "done": done, "refused": refused})
    elif dry_run:
        _tell(due, "would go")
    elif not refused:
        for kind, number in done.items():
            click.echo(f"{number} {_WHAT[kind]} removed.")
    if refused:
        if not as_json:
            _tell(tuple(many), "would go", err=True)
        click.echo(
            "Nothing was removed: that is much at once. If clock and [retention] are right, add --yes.",
            err=True,
        )
        raise SystemExit(EXIT_REFUSED)


def _tell(due: tuple[Due, ...], what: str, *, err: bool = False) -> None:
    for one in due:
        click.echo(f"{one.due} of {one.total} {_WHAT[one.kind]} {what}.", err=err)
