"""Held mails as rows: how they are written, read, and moved on by one version.

Helpers for `holds` and `leases`, all inside the caller's transaction. `touch`
comes first in every change: it bumps the version, and on a server it locks the
mail's row, so that two changes of one mail follow each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from gateway.mail.address import Path
from gateway.store.held import UNDECIDED, Conflict, Held, HeldRecipient, NoSuchHold, least_finished
from gateway.store.schema import held, recipient, ruling
from gateway.words import Direction, Finding, HeldState, Kind, Ruling, Severity

_INSERT_HELD = insert(held)
_INSERT_RECIPIENTS = insert(recipient)
_INSERT_RULING = insert(ruling)
_TOUCH = update(held).where(held.c.id == bindparam("held")).values(version=held.c.version + 1)
_TOUCH_ANY = _TOUCH.returning(held.c.version)
_TOUCH_VERSION = _TOUCH.where(held.c.version == bindparam("expected")).returning(held.c.version)
_STATES = select(recipient.c.state).where(recipient.c.held == bindparam("held"))
_ONE = select(held.c.id).where(held.c.id == bindparam("held"))


def add(connection: Connection, item: Held) -> None:
    """Write a new mail and its recipients, as they are in `item`."""
    connection.execute(_INSERT_HELD, _held_values(item))
    connection.execute(
        _INSERT_RECIPIENTS,
        [_recipient_values(item.id, number, one) for number, one in enumerate(item.recipients)],
    )


def add_ruling(connection: Connection, entry: Ruling) -> None:
    """Append a ruling to its mail."""
    connection.execute(
        _INSERT_RULING,
        {
            "held": entry.held,
            "who": entry.who,
            "verb": entry.verb,
            "note": entry.note,
            "at": entry.at,
            "options": entry.options,
        },
    )


def touch(connection: Connection, item: str, version: int | None = None) -> int:
    """Bump the version and return the new one.

    Raises NoSuchHold, and Conflict if `version` is given and is no longer the mail's.
    """
    if version is None:
        found = connection.execute(_TOUCH_ANY, {"held": item}).scalar()
    else:
        found = connection.execute(_TOUCH_VERSION, {"held": item, "expected": version}).scalar()
    if found is None:
        raise Conflict(one(connection, item))
    return int(found)


def settle_state(connection: Connection, item: str) -> None:
    """Write the state the mail shows; a claim ends when nothing waits for a person any more."""
    states = [HeldState(word) for word in connection.execute(_STATES, {"held": item}).scalars()]
    shown = least_finished(states)
    values: dict[str, Any] = {"state": shown.value}
    if shown not in UNDECIDED:
        values |= {"claimed_by": None, "claimed_until": None}
    connection.execute(update(held).where(held.c.id == item).values(values))


def one(connection: Connection, item: str) -> Held:
    """The mail as it is now. Raises NoSuchHold."""
    found = load(connection, _ONE, {"held": item})
    if not found:
        raise NoSuchHold(item)
    return found[0]


def load(connection: Connection, ids: Select[Any], values: dict[str, Any] | None = None) -> list[Held]:
    """The mails whose ids `ids` selects, oldest first."""
    recipients: defaultdict[str, list[HeldRecipient]] = defaultdict(list)
    for row in connection.execute(
        select(recipient).where(recipient.c.held.in_(ids)).order_by(recipient.c.held, recipient.c.number),
        values,
    ):
        recipients[row.held].append(_recipient(row))
    rulings: defaultdict[str, list[Ruling]] = defaultdict(list)
    for row in connection.execute(select(ruling).where(ruling.c.held.in_(ids)).order_by(ruling.c.id), values):
        rulings[row.held].append(Ruling(row.held, row.who, row.verb, row.note, row.at, row.options))
    found = connection.execute(
        select(held).where(held.c.id.in_(ids)).order_by(held.c.held_at, held.c.id), values
    )
    return [_held(row, recipients[row.id], rulings[row.id]) for row in found]


def load_these(connection: Connection, ids: Sequence[str]) -> list[Held]:
    """The mails with these ids, oldest first; what found them is not asked again for each table."""
    return load(connection, select(held.c.id).where(held.c.id.in_(ids))) if ids else []


def _held_values(item: Held) -> dict[str, Any]:
    return {
        "id": item.id,
        "version": item.version,
        "state": item.state.value,
        "direction": item.direction.value,
        "held_at": item.held_at,
        "deadline": item.deadline,
        "clock": item.clock,
        "mail_from": _path_values(item.mail_from),
        "subject": item.subject,
        "message_id": item.message_id,
        "author": item.author,
        "verdict": str(item.verdict),
        "confidence": _plain(item.confidence),
        "marketplace": item.marketplace,
        "orders": item.orders,
        "legal": _plain(item.legal),
        "thread": item.thread,
        "rule": item.rule,
        "reasons": item.reasons,
        "findings": [asdict(finding) for finding in item.findings],
        "config_hash": item.config_hash,
        "fingerprint": item.fingerprint,
        "client": item.client,
        "claimed_by": item.claimed_by,
        "claimed_until": item.claimed_until,
        "size": item.size,
        "also_delivered": item.also_delivered,
        "note": item.note,
    }


def _recipient_values(item: str, number: int, one: HeldRecipient) -> dict[str, Any]:
    return {
        "held": item,
        "number": number,
        "address": one.path.folded,
        "path": _path_values(one.path),
        "kind": one.kind.value,
        "state": one.state.value,
        "reply": one.reply,
        "attempts": one.attempts,
        "next_try": one.next_try,
        "release_as": one.release_as,
        "token": None,
        "leased_until": None,
        "dotted": False,
    }


def _held(row: Any, recipients: Iterable[HeldRecipient], rulings: Iterable[Ruling]) -> Held:
    return Held(
        id=row.id,
        version=row.version,
        direction=Direction(row.direction),
        held_at=row.held_at,
        deadline=row.deadline,
        clock=row.clock,
        mail_from=_path(row.mail_from),
        recipients=tuple(recipients),
        subject=row.subject,
        message_id=row.message_id,
        author=row.author,
        verdict=row.verdict,
        confidence=row.confidence,
        marketplace=row.marketplace,
        orders=tuple(row.orders),
        legal=row.legal,
        thread=row.thread,
        rule=row.rule,
        reasons=tuple(row.reasons),
        findings=tuple(_finding(finding) for finding in row.findings),
        config_hash=row.config_hash,
        fingerprint=row.fingerprint,
        client=row.client,
        claimed_by=row.claimed_by,
        claimed_until=row.claimed_until,
        rulings=tuple(rulings),
        size=row.size,
        also_delivered=tuple(row.also_delivered),
        note=row.note,
    )


def _recipient(row: Any) -> HeldRecipient:
    return HeldRecipient(
        path=_path(row.path),
        kind=Kind(row.kind),
        state=HeldState(row.state),
        reply=row.reply,
        attempts=row.attempts,
        next_try=row.next_try,
        release_as=row.release_as,
    )


def _finding(values: dict[str, Any]) -> Finding:
    start, end = values["span"]
    return Finding(**(values | {"severity": Severity(values["severity"]), "span": (start, end)}))


def _path_values(path: Path) -> dict[str, Any]:
    return {"raw": path.raw, "address": path.address, "params": path.params}


def _path(values: dict[str, Any]) -> Path:
    return Path(values["raw"], values["address"], tuple(values["params"]))


def _plain(word: str | None) -> str | None:
    return None if word is None else str(word)
