"""`marketgate ledger`: what is remembered of an address or a thread, and forgetting it.

An address may be a buyer's own or a relay alias, with or without its case. Exit codes:
0 done, 1 nothing is remembered, or not confirmed, 69 the store cannot be used, 78 a bad
configuration.
"""

import getpass
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from gateway.cli.common import (
    EXIT_REFUSED,
    config_option,
    json_line,
    load_or_exit,
    open_console,
)
from gateway.cli.opened import opened_store
from gateway.config.models import Config
from gateway.policy.sentences import verdict_words
from gateway.store.buyers import Buyer
from gateway.store.channels import Channels
from gateway.store.database import Store
from gateway.store.orders import Purchase
from gateway.store.recollection import Conversation, Recollection, Recollections
from gateway.words import OtherChannel, Thread, Verdict

Beside = Mapping[str, OtherChannel | None]


@click.group()
def ledger() -> None:
    """What the gateway remembers of people and conversations."""


@ledger.command()
@config_option
@click.argument("subject", metavar="ADDR|THREAD")
@click.option("--json", "as_lines", is_flag=True, help="Print one JSON object.")
def show(config: Path, subject: str, as_lines: bool) -> None:
    """Show what is remembered: conversations, buyer memory, imported orders."""
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=True) as store:
        found = Recollections(store).of(subject)
        beside = _beside(store, found)
    if as_lines:
        json_line(_as_json(subject, found, beside, loaded))
    elif found:
        _print(open_console(), found, beside, loaded)
    if not found:
        if not as_lines:
            _say_nothing(subject)
        raise SystemExit(EXIT_REFUSED)


@ledger.command()
@config_option
@click.argument("subject", metavar="ADDR|THREAD")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_lines", is_flag=True, help="Print what was forgotten as one JSON object.")
def forget(config: Path, subject: str, yes: bool, as_lines: bool) -> None:
    """Remove what is remembered. An address takes its conversations, its memory and its orders with it.

    Held mail is not touched; see `marketgate queue`.
    """
    loaded = load_or_exit(config)
    with opened_store(loaded, read_only=True) as store:
        found = Recollections(store).of(subject)
        beside = _beside(store, found)
    if not found:
        _say_nothing(subject)
        raise SystemExit(EXIT_REFUSED)
    if not yes:
        _print(open_console(), found, beside, loaded)
        if not click.confirm("Forget all of this?", err=True):
            click.echo("Nothing was forgotten.", err=True)
            raise SystemExit(EXIT_REFUSED)
    with opened_store(loaded, read_only=False) as store:
        gone = Recollections(store).forget(subject, _who(), datetime.now(UTC))
    if as_lines:
        json_line(_as_json(subject, gone, beside, loaded))
        return
    messages = sum(each.messages for each in gone.conversations)
    counted = (
        _count(len(gone.conversations), "conversation"),
        _count(messages, "message id"),
        f"buyer memory of {_count(len({each.address for each in gone.memory}), 'address', 'addresses')}",
        _count(len(gone.orders), "imported order"),
    )
    click.echo(f"Forgotten of {subject}: {', '.join(counted)}.")


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _say_nothing(subject: str) -> None:
    hint = "" if "@" in subject else " (an address has an @, anything else is a thread's id)"
    click.echo(f"nothing is remembered of {subject}{hint}", err=True)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _beside(store: Store, found: Recollection) -> Beside:
    """By conversation, where the same buyer wrote on the other channel."""
    channels = Channels(store)
    return {each.thread.id: channels.beside(each.thread) for each in found.conversations}


def _kept_until(thread: Thread, config: Config) -> datetime | None:
    """When retention takes the thread, if no other mail comes."""
    days = timedelta(days=config.gateway.retention.ledger)
    return thread.last_seen + days if thread.last_seen else None


def _print(console: Console, found: Recollection, beside: Beside, config: Config) -> None:
    for each in found.conversations:
        _print_conversation(console, each, config)
        other = beside.get(each.thread.id)
        if other is not None:
            wrote = "wrote privately too" if other.channel == "private" else "wrote through the relay too"
            said = f"{wrote}: thread {other.thread}, by {other.by}, last mail {other.at:%Y-%m-%d}"
            console.print(Text(f"        {said}"), soft_wrap=True)
    for memory in found.memory:
        known = f"{memory.address}: buyer at {memory.marketplace or 'a marketplace'} (thread {memory.thread})"
        until = f"last mail {memory.last_seen:%Y-%m-%d}, remembered until {memory.expires:%Y-%m-%d}"
        console.print(Text(f"memory  {known}, {until}"), soft_wrap=True)
    for one in found.orders:
        bought = f" of {one.ordered_at:%Y-%m-%d}" if one.ordered_at else ""
        through = ", ".join(each for each in (one.buyer, one.alias) if each)
        console.print(Text(f"order   {one.marketplace} {one.order}{bought}: {through}"), soft_wrap=True)


def _print_conversation(console: Console, each: Conversation, config: Config) -> None:
    thread = each.thread
    shown = Verdict(thread.verdict, thread.confidence, thread.marketplace, thread.orders, thread.legal)
    console.print(Text(f"thread  {thread.id}: {verdict_words(shown)}", style="bold"), soft_wrap=True)
    console.print(Text(f"        with {', '.join(thread.correspondents) or 'nobody'}"), soft_wrap=True)
    for alias, case in each.relays:
        console.print(Text(f"        through {alias}" + (f", case {case}" if case else "")), soft_wrap=True)
    facts = [_count(each.messages, "message id"), _count(thread.footers, "footer")]
    if thread.language:
        facts.append(f"language {thread.language}")
    if thread.dismissed:
        facts.append("dismissed: treated as unrelated")
    until = _kept_until(thread, config)
    if thread.last_seen and until:
        facts.append(f"last mail {thread.last_seen:%Y-%m-%d}, kept until {until:%Y-%m-%d}")
    console.print(Text(f"        {', '.join(facts)}"), soft_wrap=True)


def _as_json(subject: str, found: Recollection, beside: Beside, config: Config) -> dict[str, Any]:
    return {
        "subject": subject,
        "threads": [
            {**_thread_json(each, config), "dual_channel": _other_json(beside.get(each.thread.id))}
            for each in found.conversations
        ],
        "memory": [_memory_json(each) for each in found.memory],
        "orders": [_order_json(each) for each in found.orders],
    }


def _thread_json(each: Conversation, config: Config) -> dict[str, Any]:
    thread = each.thread
    return {
        "id": thread.id,
        "verdict": thread.verdict.value,
        "confidence": thread.confidence.value if thread.confidence else None,
        "marketplace": thread.marketplace,
        "orders": list(thread.orders),
        "legal": thread.legal.value if thread.legal else None,
        "correspondents": list(thread.correspondents),
        "aliases": [{"alias": alias, "case": case or None} for alias, case in each.relays],
        "language": thread.language,
        "messages": each.messages,
        "footers": thread.footers,
        "dismissed": thread.dismissed,
        "last_seen": _time(thread.last_seen),
        "expires": _time(_kept_until(thread, config)),
    }


def _other_json(other: OtherChannel | None) -> dict[str, Any] | None:
    if other is None:
        return None
    return {
        "channel": other.channel,
        "by": other.by,
        "thread": other.thread,
        "marketplace": other.marketplace,
        "orders": list(other.orders),
        "at": _time(other.at),
    }


def _memory_json(each: Buyer) -> dict[str, Any]:
    return {
        "address": each.address,
        "thread": each.thread,
        "marketplace": each.marketplace,
        "last_seen": _time(each.last_seen),
        "expires": _time(each.expires),
    }


def _order_json(each: Purchase) -> dict[str, Any]:
    return {
        "marketplace": each.marketplace,
        "order": each.order,
        "buyer": each.buyer,
        "alias": each.alias,
        "ordered_at": _time(each.ordered_at),
    }


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.strftime("%Y-%m-%dT%H:%M:%SZ")
