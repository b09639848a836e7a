"""A held mail for people and for programs: the forms in which `queue` shows it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from gateway.evidence.timeline import Entry
from gateway.mail.message import Message
from gateway.policy.sentences import reason_sentence
from gateway.review.wire import iso, record_json, timeline_json
from gateway.store.held import Held, HeldRecipient
from gateway.words import HeldState

SHORT_ID = 8
_SHOWN_FIELDS = ("from", "to", "cc", "date", "subject", "message-id", "in-reply-to")
_COLOURS = {
    HeldState.FAILED: "red",
    HeldState.UNCERTAIN: "red",
    HeldState.SENT: "green",
    HeldState.APPROVED: "cyan",
    HeldState.SENDING: "cyan",
}


def shown_json(held: Held, entries: tuple[Entry, ...], text: str) -> dict[str, Any]:
    """What `queue show --json` says: the record, and the life and the new text of the mail."""
    return {**record_json(held), "timeline": timeline_json(entries), "text": text}


def age(span: timedelta) -> str:
    """How long ago, in one unit: 40 s, 5 min, 3 h, 2 d."""
    seconds = max(int(span.total_seconds()), 0)
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def print_table(console: Console, items: Sequence[Held], now: datetime) -> None:
    """The queue as a table, oldest first."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    for name, ratio in (("id", None), ("age", None), ("state", None)):
        table.add_column(name, ratio=ratio, no_wrap=True)
    for name, ratio in (("from", 3), ("to", 3), ("subject", 4), ("why", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for held in items:
        table.add_row(
            held.id[:SHORT_ID],
            age(now - held.held_at),
            Text(held.state.value, style=_COLOURS.get(held.state, "yellow")),
            Text(held.mail_from.address or "<>"),
            Text(", ".join(one.path.address for one in held.recipients)),
            Text(plain(held.subject)),
            Text("; ".join(_why(held))),
        )
    console.print(table)


def print_held(console: Console, held: Held, message: Message, entries: Iterable[Entry], text: str) -> None:
    """One held mail, for a person who has to decide."""

    def line(name: str, value: str, style: str = "") -> None:
        console.print(Text(f"{name:<12}{plain(value)}", style=style), soft_wrap=True)

    console.print(Text(f"{held.id}  {held.state.value}", style="bold"))
    for name in _SHOWN_FIELDS:
        for value in message.get_all(name):
            line(name, value)
    line("envelope", f"{held.mail_from.address or '<>'} -> {', '.join(_addresses(held))}")
    order = " ".join((held.marketplace or "", *held.orders)).strip()
    line("about", f"{held.verdict}{f' ({held.confidence})' if held.confidence else ''} {order}".strip())
    for sentence in _why(held):
        line("why", sentence, "yellow")
    if held.note:
        line("note", held.note)
    for found in held.findings:
        line("finding", f"{found.check} ({found.severity.value}): {found.snippet}", "yellow")
    if held.deadline:
        line("deadline", f"{iso(held.deadline)} ({held.clock})")
    if held.also_delivered:
        line("delivered", f"already to {', '.join(held.also_delivered)}")
    for one in held.recipients:
        line("recipient", _recipient(one), _COLOURS.get(one.state, "yellow"))
    if held.claimed_by:
        line("claimed", f"{held.claimed_by} looks at it until {iso(held.claimed_until)}")
    for entry in entries:
        line("", f"{iso(entry.at)}  {entry.who + ': ' if entry.who else ''}{entry.text}", "dim")
    console.print()
    console.print(Text(plain(text, "\n\t") or "(no text to show; --raw gives the message)"), soft_wrap=True)


def _recipient(one: HeldRecipient) -> str:
    form = f" as {one.release_as}" if one.release_as else ""
    tries = f", attempt {one.attempts}" if one.attempts else ""
    again = f", again at {iso(one.next_try)}" if one.next_try and one.attempts else ""
    said = f": {one.reply}" if one.reply else ""
    return f"{one.path.address} ({one.kind.value})  {one.state.value}{form}{tries}{again}{said}"


def _addresses(held: Held) -> list[str]:
    return [one.path.address for one in held.recipients]


def _why(held: Held) -> list[str]:
    return [reason_sentence(word) for word in held.reasons] or ([f"rule {held.rule}"] if held.rule else [])


def plain(text: str, keep: str = "") -> str:
    """Text without control characters, which could speak to the terminal."""
    return "".join(sign if sign.isprintable() or sign in keep else " " for sign in text.replace("\r\n", "\n"))
