"""`marketgate audit`: what was done, by whom and when, and whether the record of it is whole.

Exit codes: 0 done, 1 the chain is broken, 69 the store cannot be used, 78 bad
configuration.
"""

from pathlib import Path

import click

from gateway.cli.common import EXIT_REFUSED, config_option, json_line, load_or_exit, open_console
from gateway.cli.opened import opened_store
from gateway.review.wire_admin import done_json
from gateway.store import audit as chain
from gateway.store.activity import Activity, Done
from gateway.store.people import Users

SHOWN = 20
"""Broken links that are named one by one."""


@click.group()
def audit() -> None:
    """The audit chain: every hold, look, ruling and delivery is a link of it."""


@audit.command()
@config_option
@click.argument("subject", required=False, metavar="[ID]")
@click.option("--verb", help="Only links of this verb, such as release or read.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many, at most.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a link.")
def show(config: Path, subject: str | None, verb: str | None, limit: int, as_lines: bool) -> None:
    """The latest links, or those about one held mail, user or thread. The latest comes first.

    The chain keeps no names, only keyed hashes of them: those of today's users are shown by name.
    """
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=True) as store:
        names = [one.name for one in Users(store).all()]
        found = Activity(store).entries(names, subject=subject, verb=verb, limit=limit)
    if as_lines:
        for done in found:
            json_line(done_json(done))
    elif found:
        _print(found)
    else:
        click.echo("Nothing was done yet." if subject is None and verb is None else "There is no such link.")


@audit.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def verify(config: Path, as_json: bool) -> None:
    """Check every link: none changed, none missing, none out of order. Exit code 1 if one is."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=True) as store:
        broken = chain.verify(store)
    if as_json:
        json_line({"intact": not broken, "broken": broken})
    elif not broken:
        click.echo("The audit chain is intact.")
    else:
        named = ", ".join(map(str, broken[:SHOWN])) + (" ..." if len(broken) > SHOWN else "")
        click.echo(f"The audit chain is broken at {named}: links changed, missing or out of order.", err=True)
    if broken:
        raise SystemExit(EXIT_REFUSED)


def _print(found: tuple[Done, ...]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("no", justify="right", no_wrap=True)
    for name in ("time (UTC)", "verb", "subject", "who"):
        table.add_column(name, no_wrap=True)
    for done in found:
        at = f"{done.at:%Y-%m-%d %H:%M:%S}"
        table.add_row(
            str(done.seq), at, done.verb, Text(done.subject), Text(done.who or "not known any more")
        )
    open_console().print(table)
