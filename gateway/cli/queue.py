"""`marketgate queue`: held mail on the command line, everything the desk decides.

Decisions go through `review.moderation` and are recorded; the running service
sends what is released. Several ids: one line an id, and the worst exit code.
Exit codes: 0 done (also if it was so already), 1 unknown id, decided otherwise
or refused, 2 usage, 69 the store cannot be used, 78 bad configuration.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import click

from gateway import log as logging
from gateway.cli.common import (
    EXIT_UNAVAILABLE,
    config_option,
    json_line,
    load_or_exit,
    open_console,
    user_name,
    warn_of_missing_store,
)
from gateway.cli.held import plain, print_held, print_table, shown_json
from gateway.config.models import Config
from gateway.evidence import timeline
from gateway.mail.message import Message
from gateway.review.copies import CannotRelease, new_text
from gateway.review.desk import Desk, new_desk, one
from gateway.review.editing import difference
from gateway.review.forms import editable
from gateway.review.moderation import Moderation
from gateway.review.preview import FORMS
from gateway.review.rulings import Decided, Outcome, Refused, UnknownId
from gateway.review.wire import held_json
from gateway.store import audit
from gateway.store.activity import Activity
from gateway.store.browse import Browse, Wanted
from gateway.store.database import Store, StoreError
from gateway.store.holds import BodyErased, Holds, NoSuchHold
from gateway.words import HeldState

EVERYTHING = 2**31
NO_NOTE = "no reason given, on the command line"
"""The note of a release without one: its form is fixed and asks for none; the desk sees who skipped it."""
"""More held mail than anybody has: a listing leaves nothing out."""

Ruling = Callable[[Moderation, str, bool], Outcome]


def _now() -> datetime:
    return datetime.now(UTC)


@click.group()
def queue() -> None:
    """Held mail: look at it, decide on it."""


def _user_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--as-user",
        "user",
        metavar="USER",
        default=user_name,
        help="Who decides; default: the user who runs the command.",
    )(command)


def _ids(command: Callable[..., None]) -> Callable[..., None]:
    return click.argument("ids", nargs=-1, required=True, metavar="ID...")(command)


def _note(command: Callable[..., None]) -> Callable[..., None]:
    return click.option("--note", default="", metavar="TEXT", help="A note that is kept with the ruling.")(
        command
    )


@contextmanager
def _store(config: Config, *, read_only: bool) -> Iterator[Store]:
    """The configured store, open. Exits with 69 where it cannot be used."""
    warn_of_missing_store(config)
    store = Store(config.store_url)
    try:
        store.open(read_only=read_only)
        yield store
    except StoreError as error:
        click.echo(f"the store {config.store_url} cannot be used: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    finally:
        store.close()


@queue.command("list")
@config_option
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a mail.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in HeldState]),
    help="Only mail that shows this state; may be given several times.",
)
@click.option("--all", "every", is_flag=True, help="Also what is finished.")
@click.option("--marketplace", metavar="NAME", help="Only mail about this marketplace.")
@click.option("--both-channels", "both", is_flag=True, help="Only buyers who write on both channels.")
@click.option("--search", default="", metavar="TEXT", help="In subject, people, orders, Message-ID and id.")
@click.option("--urgent", is_flag=True, help="Most urgent first, as at the desk, instead of oldest first.")
def list_(
    config: Path,
    as_lines: bool,
    states: tuple[str, ...],
    every: bool,
    marketplace: str | None,
    both: bool,
    search: str,
    urgent: bool,
) -> None:
    """What waits, oldest first."""
    loaded = load_or_exit(config)
    wanted = [HeldState(state) for state in states] or None
    with _store(loaded, read_only=True) as store:
        if marketplace or both or search.strip() or urgent:
            asked = Wanted(() if every and wanted is None else wanted, marketplace, search, both)
            pages = Browse(store).conversations(asked, EVERYTHING, count=False).page
            found = [item for mails in pages for item in mails]
            if not urgent:
                found.sort(key=lambda item: (item.held_at, item.id))
        else:
            found = Holds(store).list(wanted, every=every and wanted is None, limit=EVERYTHING)
    narrowed = bool(marketplace or both or search.strip())
    if as_lines:
        for item in found:
            json_line(held_json(item))
        return
    console = open_console()
    if found:
        print_table(console, found, _now())
    else:
        waits = wanted is None and not every and not narrowed
        console.print("Nothing waits for a decision." if waits else "No such mail.")


@queue.command()
@config_option
@click.argument("held_id", metavar="ID")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object.")
@click.option("--raw", is_flag=True, help="The held message itself, as it was received.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["edited", *FORMS]),
    help="What a release in this form would send, as a difference to what the author wrote.",
)
@_user_option
def show(config: Path, held_id: str, as_lines: bool, raw: bool, form: str | None, user: str) -> None:
    """One held mail: why it is held, what became of it, and its new text. That you read it is recorded."""
    if raw + as_lines + (form is not None) > 1:
        raise click.UsageError("--raw, --json and --as exclude each other")
    loaded = load_or_exit(config)
    with _store(loaded, read_only=False) as store:
        try:
            moderation = Moderation(store, lambda: loaded, _now)
            held = moderation.find(held_id)
            if form is not None:
                _print_form(new_desk(store, lambda: loaded, _now, lambda: None), held.id, form, user)
                return
            entries = timeline.entries(held, audit.history(store, held.id))
            body = Holds(store).body(held.id)
            Activity(store).read(held.id, user, _now())
        except BodyErased as gone:
            click.echo(str(gone), err=True)
            if raw:
                raise SystemExit(1) from None
            body = b""
        except (UnknownId, NoSuchHold) as error:
            click.echo(str(error), err=True)
            raise SystemExit(1) from None
    if raw:
        sys.stdout.buffer.write(body)
        return
    message = Message(body)
    if as_lines:
        json_line(shown_json(held, entries, new_text(message)))
    else:
        print_held(open_console(), held, message, entries, new_text(message))


def _print_form(desk: Desk, held_id: str, form: str, user: str) -> None:
    """What would be sent: its lines with "+" where the recipient reads more, "-" where less."""
    shown = one(desk, held_id, user)
    made = {preview.form: preview for preview in shown.previews}
    found = made.get(form)
    if found is None or not found.possible:
        why = found.why if found else "all is decided" if shown.texts else "its text was removed by retention"
        click.echo(f"{held_id}  cannot be released as {form}: {plain(why)}", err=True)
        raise SystemExit(1)
    click.echo(plain(found.fields, "\n\t"), nl=False)
    if found.identical:
        click.echo(f"behind these fields the {found.size} bytes of the author, unchanged")
        return
    before = made["original"].text if made["original"].possible else ""
    click.echo(plain(difference(before.replace("\r\n", "\n"), found.text.replace("\r\n", "\n")), "\n\t"))


@queue.command()
@config_option
@_user_option
@_note
@click.option(
    "--as",
    "form",
    type=click.Choice(["original", "footer", "redacted", "relay", "redirect"]),
    default="original",
    show_default=True,
    help="As it was written; with the redirect footer; without the contact data of the signature; through "
    "the buyer's alias at the marketplace; or only the redirect text in its place.",
)
@_ids
def release(config: Path, user: str, note: str, form: Any, ids: tuple[str, ...]) -> None:
    """Approve mail for sending; the running service sends it."""
    reason = note if note.strip() else NO_NOTE
    _decide(config, ids, lambda desk, item, bulk: desk.release(item, user, form, reason, bulk=bulk))


@queue.command()
@config_option
@_user_option
@_note
@click.option(
    "--text",
    "file",
    type=click.File(encoding="utf-8"),
    help="The new text, from a file or from - (standard input); without it, an editor opens.",
)
@click.option(
    "--accept",
    multiple=True,
    metavar="CHECK",
    help="Let this finding of the lints stay; may be given several times.",
)
@click.option("--check", "only_check", is_flag=True, help="Show what it changes and finds; release nothing.")
@click.argument("held_id", metavar="ID")
def edit(
    config: Path,
    user: str,
    note: str,
    file: TextIO | None,
    accept: tuple[str, ...],
    only_check: bool,
    held_id: str,
) -> None:
    """Release mail with another newest text; the original and the difference are kept."""
    loaded = load_or_exit(config)
    with _store(loaded, read_only=True) as store, _said_plainly(held_id):
        desk = Moderation(store, lambda: loaded, _now)
        held = desk.find(held_id)
        if file is None:
            old = editable(Message(Holds(store).body(held.id)))
            text = click.edit(old, require_save=True, extension=".txt")
            if text is None:
                click.echo("nothing was changed, so nothing is released", err=True)
                raise SystemExit(1)
        else:
            text = file.read()
        made = desk.tried_edit(held.id, text)
    click.echo(plain(made.diff, "\n\t"))
    for found in made.findings:
        click.echo(plain(f"{found.check} ({found.severity.value}): {found.snippet}"), err=True)
    if not only_check:
        _decide(config, (held.id,), lambda desk, item, _: desk.edit(item, user, text, note, None, accept))


@contextmanager
def _said_plainly(held_id: str) -> Iterator[None]:
    """What cannot be done, as one line and exit code 1."""
    try:
        yield
    except (CannotRelease, UnknownId, Refused, BodyErased) as error:
        click.echo(f"{held_id}  {error}", err=True)
        raise SystemExit(1) from None


@queue.command()
@config_option
@_user_option
@click.option("--note", required=True, metavar="TEXT", help="What the author has to know. Required.")
@_ids
def reject(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """Give mail back to its author by mail, with your note; it is not sent."""
    if not note.strip():
        raise click.UsageError("--note is empty; say why, so that the author knows what to change")
    _decide(config, ids, lambda desk, item, _: desk.reject(item, user, note))


@queue.command()
@config_option
@_user_option
@_note
@_ids
def withdraw(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """Take your own mail back; it is not sent."""
    _decide(config, ids, lambda desk, item, _: desk.withdraw(item, user, note))


@queue.command()
@config_option
@_user_option
@_note
@_ids
def answered(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """The buyer was answered in the marketplace; nothing is sent."""
    _decide(config, ids, lambda desk, item, _: desk.answered(item, user, note))


@queue.command()
@config_option
@_user_option
@_note
@_ids
def dismiss(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """Release mail as it was written, and treat its thread as unrelated from now on."""
    reason = note if note.strip() else NO_NOTE
    _decide(config, ids, lambda desk, item, bulk: desk.dismiss(item, user, reason, bulk=bulk))


@queue.command()
@config_option
@_user_option
@_note
@_ids
def undismiss(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """Let a dismissed thread count again, also when its mail was sent."""
    _decide(config, ids, lambda desk, item, _: desk.undismiss(item, user, note))


@queue.command()
@config_option
@_user_option
@_note
@_ids
def undo(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """Take an approval back, as long as sending has not begun."""
    _decide(config, ids, lambda desk, item, _: desk.undo(item, user, note))


@queue.command()
@config_option
@_user_option
@_note
@_ids
def retry(config: Path, user: str, note: str, ids: tuple[str, ...]) -> None:
    """Send again what failed or is uncertain, and at once what waits for its next try."""
    _decide(config, ids, lambda desk, item, _: desk.retry(item, user, note))


@queue.command()
@config_option
@_user_option
@click.option("--release", "give_back", is_flag=True, help="Give the claim back.")
@_ids
def claim(config: Path, user: str, give_back: bool, ids: tuple[str, ...]) -> None:
    """Say that you look at mail, for a quarter of an hour."""
    if give_back:
        _decide(config, ids, lambda desk, item, _: desk.unclaim(item, user))
    else:
        _decide(config, ids, lambda desk, item, _: desk.claim(item, user))


def _decide(config: Path, ids: tuple[str, ...], ruling: Ruling) -> None:
    """Make one ruling on each id, say what became of each, exit with the worst code."""
    loaded = load_or_exit(config)
    # The ruling is in the audit chain; what went wrong on the way to it belongs on the terminal.
    logging.configure(loaded.gateway.log.model_copy(update={"level": "warning"}))
    worst = 0
    with _store(loaded, read_only=False) as store:
        desk = Moderation(store, lambda: loaded, _now)
        for item in dict.fromkeys(ids):
            try:
                outcome = ruling(desk, item, len(ids) > 1)
            except (Decided, UnknownId, Refused) as error:
                click.echo(f"{item}  {error}", err=True)
                worst = 1
            else:
                click.echo(f"{outcome.held.id}  {outcome.message}")
    if worst:
        raise SystemExit(worst)
