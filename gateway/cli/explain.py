"""`marketgate explain`: what the daemon would decide on a mail, and why, with no daemon.

The decision is made by the same code from the same facts. Without `--remember` the
configured store is only read; with it the files are one history in a throw-away ledger.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from gateway.cli.common import config_option, json_line, load_or_exit, open_console, recipient, sender
from gateway.cli.explained import as_json, print_decision
from gateway.cli.transactions import Options, Unreadable, transaction_of
from gateway.config.models import Config
from gateway.mail.envelope import Transaction
from gateway.policy.decision import Decision, decide_always
from gateway.relay.memory import Memory, answered_ids
from gateway.store.database import Store, StoreError
from gateway.store.settings import Settings
from gateway.words import UNKNOWN, Direction, Disposition, Facts


@click.command()
@config_option
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...", type=click.Path(path_type=Path))
@click.option(
    "--direction",
    type=click.Choice([each.value for each in Direction]),
    help="Default: by From and recipients.",
)
@click.option(
    "--rcpt", multiple=True, metavar="ADDR", help="Recipient of the envelope; default: To, Cc, Bcc."
)
@click.option("--mail-from", metavar="ADDR", help="Sender of the envelope; default: From.")
@click.option("--remember", is_flag=True, help="The files are one history, in a throw-away ledger.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a mail.")
def explain(
    config: Path,
    files: tuple[Path, ...],
    direction: str | None,
    rcpt: tuple[str, ...],
    mail_from: str | None,
    remember: bool,
    as_lines: bool,
) -> None:
    """Say what would be done with a mail, and why.

    A DIR stands for its *.eml files in name order. Nothing is sent and nothing is changed.
    """
    loaded = load_or_exit(config)
    options = Options(
        Direction(direction) if direction else None,
        tuple(recipient(address).address for address in rcpt),
        sender(mail_from).address if mail_from is not None else None,
    )
    store = _store(loaded, remember)
    console = open_console()
    failed = False
    try:
        for file in _expand(files):
            try:
                tx = read_transaction(file, options, loaded)
            except Unreadable as error:
                failed = True
                _report_unreadable(console, file, str(error), as_lines)
                continue
            decision = _decision(tx, loaded, store, remember)
            if as_lines:
                json_line(as_json(str(file), decision))
            else:
                print_decision(console, str(file), tx, decision)
    finally:
        if store is not None:
            store.close()
    raise SystemExit(1 if failed else 0)


def _store(config: Config, remember: bool) -> Store | None:
    """The store to read, a throw-away one, or None where the configured one cannot be opened."""
    store = Store("sqlite://" if remember else config.store_url)
    try:
        store.open(read_only=not remember)
    except StoreError as error:
        click.echo(f"the store cannot be read ({error}): facts are unknown", err=True)
        return None
    return store


def _expand(files: tuple[Path, ...]) -> Iterator[Path]:
    for file in files:
        if file.is_dir():
            yield from sorted(file.glob("*.eml"))
        else:
            yield file


def _report_unreadable(console: Console, file: Path, why: str, as_lines: bool) -> None:
    if as_lines:
        json_line({"file": str(file), "error": why})
    else:
        console.print(f"{file}: {why}", style="bold red", highlight=False, markup=False)


def read_transaction(file: Path, options: Options, config: Config) -> Transaction:
    """A mail file as the transaction it would be: line ends made CRLF, the envelope from options or header.

    The id is made from the bytes, so that the same file gives the same answer. Raises Unreadable.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}") from None
    return transaction_of(raw, options, config, datetime.now(UTC))


def _decision(tx: Transaction, config: Config, store: Store | None, remember: bool) -> Decision:
    """The daemon's decision; with `remember` the ledger learns from it as if the next hop had accepted."""
    memory = Memory(store, lambda: config) if store is not None else None
    decision, error = decide_always(tx, _facts(tx, store, memory), config)
    if error is not None:
        click.echo(f"internal error while deciding: {error!r}", err=True)
    if remember and memory is not None:
        memory.remember(tx, decision)
        sent = {item.path.folded for item in decision.recipients if item.disposition is Disposition.PASS}
        memory.settle(tx, decision, kept=True, sent=sent)
    return decision


def _facts(tx: Transaction, store: Store | None, memory: Memory | None) -> Facts:
    try:
        if store is not None and memory is not None:
            return memory.facts(tx, Settings(store).mode(tx.at))
    except StoreError:
        pass
    return Facts(thread=UNKNOWN if answered_ids(tx) else None)
