"""`marketgate user`: who may use the desk, and in which role.

A password is asked for on the terminal, twice, or read from standard input; it is
never an argument, where other users of the machine could see it. Exit codes: 0 done,
1 refused (name taken, unknown, last administrator, bad password), 2 usage, 69 the store
cannot be used, 78 bad configuration.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from gateway.cli.common import (
    EXIT_REFUSED,
    config_option,
    json_line,
    load_or_exit,
    open_console,
    user_name,
)
from gateway.cli.opened import opened_store
from gateway.review.people import BadName, BadPassword, People, checked_name, checked_password
from gateway.review.wire_admin import user_json
from gateway.store.database import Store
from gateway.store.people import LastAdmin, NameTaken, NoSuchUser, Role, User


@click.group()
def user() -> None:
    """People who use the review desk."""


def _stdin_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--password-stdin", "from_stdin", is_flag=True, help="Read the password from standard input."
    )(command)


@user.command()
@config_option
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.REVIEWER.value,
    show_default=True,
    help="viewer looks, reviewer decides, admin also sees the audit chain and manages users.",
)
@click.option("--language", metavar="CODE", help="Language of the pages, like de; default: the browser's.")
@_stdin_option
def add(config: Path, name: str, role: str, language: str | None, from_stdin: bool) -> None:
    """Let somebody use the desk."""
    loaded = load_or_exit(config)
    with _refusals():
        name = checked_name(name)
        password = _password(name, from_stdin)
    with opened_store(loaded, read_only=False) as store, _people(store) as people, _refusals():
        added = people.add(name, Role(role), password, user_name(), language)
    click.echo(f"{added.name} can log in as {added.role.value}.")


@user.command("list")
@config_option
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a user.")
def list_(config: Path, as_lines: bool) -> None:
    """Everybody, by name."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=True) as store, _people(store) as people:
        found = people.users.all()
    if as_lines:
        for one in found:
            json_line(user_json(one))
    elif found:
        _print(found)
    else:
        click.echo("The desk has no users. Add one: marketgate user add NAME --role admin")


@user.command()
@config_option
@click.argument("name")
@_stdin_option
def passwd(config: Path, name: str, from_stdin: bool) -> None:
    """Give a user another password; all his sessions end, and a lock-out too."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=False) as store, _people(store) as people, _refusals():
        found = _find(people, name)
        people.set_password(found, _password(found.name, from_stdin), user_name())
    click.echo(f"{found.name} has a new password.")


@user.command()
@config_option
@click.argument("name")
@click.option("--enable", is_flag=True, help="Let the user in again.")
def disable(config: Path, name: str, enable: bool) -> None:
    """Keep a user out: sessions end at once, API tokens stop working."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=False) as store, _people(store) as people, _refusals():
        found = _find(people, name)
        people.users.set_disabled(found.id, not enable, user_name(), _now())
    click.echo(f"{found.name} can {'log in again' if enable else 'not log in any more'}.")


@contextmanager
def _people(store: Store) -> Iterator[People]:
    people = People(store, _now)
    try:
        yield people
    finally:
        people.close()


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except (BadName, BadPassword, NameTaken, NoSuchUser, LastAdmin) as error:
        click.echo(str(error), err=True)
        raise SystemExit(EXIT_REFUSED) from None


def _find(people: People, name: str) -> User:
    found = people.users.by_name(name)
    if found is None:
        raise NoSuchUser(name)
    return found


def _password(name: str, from_stdin: bool) -> str:
    """A password that can be one. Raises BadPassword."""
    if from_stdin:
        return checked_password(sys.stdin.readline().rstrip("\r\n"), name)
    if not sys.stdin.isatty():
        raise click.UsageError("there is no terminal to ask for the password on; use --password-stdin")
    return checked_password(click.prompt("Password", hide_input=True, confirmation_prompt=True), name)


def _print(users: list[User]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for name in ("name", "role", "language", "last log-in", ""):
        table.add_column(name)
    for one in users:
        seen = f"{one.seen:%Y-%m-%d %H:%M} UTC" if one.seen else "never"
        state = "disabled" if one.disabled else "" if one.password else "no password"
        table.add_row(Text(one.name), one.role.value, one.language or "", seen, state)
    open_console().print(table)


def _now() -> datetime:
    return datetime.now(UTC)
