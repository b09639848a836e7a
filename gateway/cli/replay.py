"""`marketgate replay`: what would have happened to the mail of the past.

Received and sent mail, put in order by date, is decided on by the daemon's own code over
a throw-away ledger, as in mode enforce; nothing is sent or changed. `--learn` fills the
real ledger instead, and may be repeated. Exit 1: some mail cannot be read (it is named);
69: the store cannot be used; 78: a bad configuration.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from gateway.cli.common import (
    EXIT_REFUSED,
    EXIT_UNAVAILABLE,
    config_option,
    json_line,
    load_or_exit,
    open_console,
)
from gateway.cli.explained import as_json
from gateway.cli.history import History, Mails, NoMail, Place
from gateway.cli.progress import progress
from gateway.cli.tally import (
    NAMED,
    Tally,
    differing,
    done_of,
    line_of,
    print_counts,
    print_list,
    print_tally,
    print_trouble,
)
from gateway.cli.transactions import FROM_HEADER, Unreadable, transaction_of
from gateway.config.models import Config
from gateway.mail.envelope import Transaction
from gateway.policy.decision import Decision, decide_always
from gateway.policy.sentences import verdict_words
from gateway.relay.memory import Memory
from gateway.store.database import Store, StoreError
from gateway.words import Direction, Disposition, Mode


class Course:
    """One configuration going through the history with a ledger of its own."""

    def __init__(self, config: Config, store: Store, *, learn: bool = False) -> None:
        self.config = config
        self._memory = Memory(store, lambda: config)
        self._learn = learn
        self._errors = 0

    def decide(self, raw: bytes, at: datetime) -> tuple[Transaction, Decision]:
        """The decision on a mail, which the ledger remembers as delivered or sent. Raises Unreadable."""
        tx = transaction_of(raw, FROM_HEADER, self.config, at)
        # Mode enforce: what would be done is the question, also where the file says monitor for now.
        decision, error = decide_always(tx, self._memory.facts(tx, Mode.ENFORCE), self.config)
        if error is not None:
            self._errors += 1
            if self._errors <= NAMED:
                click.echo(f"internal error while deciding on {tx.message.message_id}: {error!r}", err=True)
        if self._learn:
            self._memory.learn(tx, decision)
        else:
            self._memory.remember(tx, decision)
            self._memory.settle(
                tx, decision, kept=True, sent={each.path.folded for each in decision.recipients}
            )
        return tx, decision


@click.command()
@config_option
@click.argument(
    "mailboxes",
    nargs=-1,
    required=True,
    metavar="MBOX|MAILDIR...",
    type=click.Path(path_type=Path, exists=True),
)
@click.option("--learn", is_flag=True, help="Fill the real ledger; may be repeated.")
@click.option("--compare", metavar="DIR", type=click.Path(path_type=Path), help="Show what DIR changes.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a mail.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=100,
    show_default=True,
    metavar="N",
    help="Length of the list of mail to read; 0: all of it.",
)
def replay(
    config: Path, mailboxes: tuple[Path, ...], learn: bool, compare: Path | None, as_lines: bool, limit: int
) -> None:
    """Show what would have happened to mail of the past: received and sent mail together.

    Takes mboxes, maildirs, folders of *.eml and single messages; all of them are one history.
    """
    if learn and compare is not None:
        raise click.UsageError("--learn and --compare exclude each other: there is one real ledger")
    loaded = load_or_exit(config)
    other = load_or_exit(compare) if compare is not None else None
    history = _history(mailboxes)
    largest = loaded.gateway.limits.message_size
    try:
        with _course(loaded, learn=learn) as course, Mails(largest) as mails, ExitStack() as stack:
            second = stack.enter_context(_course(other, learn=False)) if other is not None else None
            if second is not None:
                broken = _compare(history, mails, course, second, as_lines, limit)
            else:
                broken = _replay(history, mails, course, as_lines, limit)
    except StoreError as error:
        where = loaded.store_url if learn else "the throw-away ledger"
        click.echo(f"{where} cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    if learn and not as_lines:
        click.echo(f"\nThe ledger {loaded.store_url} knows this history now.")
    raise SystemExit(EXIT_REFUSED if broken else 0)


def _history(mailboxes: tuple[Path, ...]) -> History:
    """The index of all mail, by date. Exits with 1 on a path that is no mailbox."""
    history = History(datetime.now(UTC))
    for path in mailboxes:
        total = path.stat().st_size if path.is_file() else sum(1 for _ in path.rglob("*"))
        try:
            with progress(f"Reading {path.name}", total) as told:
                history.add(path, told)
        except NoMail as error:
            click.echo(str(error), err=True)
            raise SystemExit(EXIT_REFUSED) from None
    history.sort()
    return history


@contextmanager
def _course(config: Config, *, learn: bool) -> Iterator[Course]:
    """The configuration with an open ledger: the real one, or one in a file that is deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="marketgate-") as folder:
        store = Store(config.store_url if learn else f"sqlite:///{folder}/replay.db")
        try:
            store.open()
            yield Course(config, store, learn=learn)
        finally:
            store.close()


def _read(history: History, mails: Mails, tally: Tally, as_lines: bool) -> Iterator[tuple[Place, bytes]]:
    """Every mail that can be read, with its place; the others are counted and named."""
    with progress("Deciding", len(history), quiet=as_lines) as told:
        for number, place in enumerate(history):
            told(number)
            try:
                raw = mails.read(place)
            except Unreadable as error:
                tally.break_off(_named(place), str(error))
                if as_lines:
                    json_line({"file": str(place.file), "error": str(error)})
                continue
            yield place, raw


def _named(place: Place) -> str:
    return str(place.file) + (f", at byte {place.offset}" if place.length >= 0 else "")


def _replay(history: History, mails: Mails, course: Course, as_lines: bool, limit: int) -> int:
    """Decide on everything and show it; returns how many mails cannot be read."""
    tally = Tally(limit)
    for place, raw in _read(history, mails, tally, as_lines):
        tx, decision = course.decide(raw, place.at)
        if as_lines:
            json_line(_json(place, tx, decision))
        else:
            tally.count(tx, decision, str(place.file))
    if not as_lines:
        console = open_console()
        print_tally(console, tally, history.copies)
        sent = sum(
            number for (_, way), number in tally.counts["verdict"].items() if way is Direction.OUTBOUND
        )
        if tally.mails and not sent:
            console.print(
                Text("\nNo sent mail among it. Name its folder too, to see what becomes of answers.")
            )
    return tally.broken


def _compare(
    history: History, mails: Mails, first: Course, second: Course, as_lines: bool, limit: int
) -> int:
    """Decide with both configurations, show where they differ; returns how many mails cannot be read."""
    tally, changes = Tally(limit), {"verdict": Counter[Any](), "disposition": Counter[Any]()}
    for place, raw in _read(history, mails, tally, as_lines):
        tx, before = first.decide(raw, place.at)
        _, after = second.decide(raw, place.at)
        tally.mails += 1
        if differing(before) == differing(after):
            continue
        if as_lines:
            compared = as_json(str(place.file), after)
            del compared["file"]
            json_line(_json(place, tx, before) | {"compared": compared})
            continue
        for what, pair in _changes(before, after):
            changes[what][pair, tx.direction] += 1
        verdict = _arrow(verdict_words(before.verdict), verdict_words(after.verdict))
        tally.add_line(line_of(tx, verdict, _arrow(done_of(before), done_of(after)), str(place.file)))
    if not as_lines:
        console = open_console()
        copies = f", {history.copies} copies of them left out" if history.copies else ""
        console.print(
            Text(f"{tally.mails} mails{copies}; {tally.listed} would fare differently", style="bold")
        )
        print_counts(console, changes)
        print_trouble(console, tally)
        print_list(console, tally, "Mail that would fare differently")
    return tally.broken


def _changes(before: Decision, after: Decision) -> Iterator[tuple[str, str]]:
    names = [
        decision.verdict.name.value
        + (f" ({decision.verdict.confidence.value})" if decision.verdict.confidence else "")
        for decision in (before, after)
    ]
    if names[0] != names[1]:
        yield "verdict", _arrow(*names)
    words = [
        max((item.disposition for item in each.recipients), default=Disposition.PASS).word
        for each in (before, after)
    ]
    if words[0] != words[1]:
        yield "disposition", _arrow(*words)


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _json(place: Place, tx: Transaction, decision: Decision) -> dict[str, Any]:
    date = tx.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return as_json(str(place.file), decision) | {"date": date, "message_id": tx.message.message_id}
