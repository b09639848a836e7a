"""`marketgate history`: what became of a mail. "Did my answer go out?" in one question.

Looks through held mail in every state and through the conversations the ledger knows.
Exit codes: 0 something was found, 1 nothing, 69 the store cannot be used, 78 bad
configuration.
"""

from pathlib import Path

import click

from gateway.cli.common import EXIT_REFUSED, config_option, json_line, load_or_exit, open_console
from gateway.cli.opened import opened_store
from gateway.policy.sentences import verdict_words
from gateway.review.overview import History, looked_up
from gateway.review.wire_admin import history_json
from gateway.store.held import Held
from gateway.words import Thread, Verdict


@click.command()
@config_option
@click.argument("search")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many, at most.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a find.")
def history(config: Path, search: str, limit: int, as_lines: bool) -> None:
    """Find mail by order number, buyer, author, subject or Message-ID; the latest comes first."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=True) as store:
        found = looked_up(store, search, limit)
    if as_lines:
        for line in history_json(found):
            json_line(line)
    else:
        _print(found)
    if not (found.held or found.threads or found.passed):
        if not as_lines:
            click.echo(
                f"Nothing is known of {search!r}. Mail that concerned no marketplace leaves no trace here.",
                err=True,
            )
        raise SystemExit(EXIT_REFUSED)


def _print(found: History) -> None:
    from rich.text import Text

    console = open_console()
    for at, direction, thread in found.passed:
        went = "came in" if direction == "inbound" else "went out"
        console.print(Text(f"{at:%Y-%m-%d %H:%M} UTC  {went}  in conversation {thread}"), soft_wrap=True)
    for item in found.held:
        for line in _held(item):
            console.print(Text(_plain(line)), soft_wrap=True)
    for one in found.threads:
        console.print(Text(_plain(_thread(one))), soft_wrap=True)


def _held(item: Held) -> list[str]:
    author = item.author or item.mail_from.address or "<>"
    lines = [f"{item.held_at:%Y-%m-%d %H:%M} UTC  {item.state.value}  {item.id}  {author}: {item.subject}"]
    for one in item.recipients:
        said = f": {one.reply}" if one.reply else ""
        lines.append(f"    {one.path.address}  {one.state.value}{said}")
    lines += [f"    {address}  sent when the mail came" for address in item.also_delivered]
    lines += [
        f"    {each.at:%Y-%m-%d %H:%M} UTC  {each.verb} by {each.who}{f': {each.note}' if each.note else ''}"
        for each in item.rulings
    ]
    return lines


def _thread(one: Thread) -> str:
    words = verdict_words(Verdict(one.verdict, one.confidence, one.marketplace, one.orders, one.legal))
    last = f"{one.last_seen:%Y-%m-%d %H:%M} UTC  " if one.last_seen else ""
    dismissed = ", dismissed" if one.dismissed else ""
    return f"{last}conversation {one.id} with {', '.join(one.correspondents)}: {words}{dismissed}"


def _plain(text: str) -> str:
    """Text without control characters, which could speak to the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
