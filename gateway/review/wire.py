"""Held mail and all that belongs to it as JSON: the forms of the API and of `queue --json`.

Every key is always there, null or [] if empty; times are UTC to the second
(2026-01-31T12:00:00Z). Pure. The types describe the answers in the API's OpenAPI.
"""

from datetime import UTC, datetime
from typing import Any

from typing_extensions import TypedDict  # pydantic wants this one before Python 3.12

from gateway.evidence.timeline import Entry
from gateway.review.desk import Queue, Row, claimant
from gateway.review.editing import Edit
from gateway.review.preview import Preview
from gateway.review.rulings import Outcome
from gateway.review.shown import Elsewhere, Said, Shown, Texts
from gateway.store.held import Held
from gateway.words import Finding, Thread


class FindingJson(TypedDict):
    """What a check found."""

    check: str
    severity: str
    snippet: str


class RecipientJson(TypedDict):
    """One recipient of a held mail; `reply` is the next hop's last word."""

    address: str
    kind: str
    state: str
    reply: str | None


class HeldJson(TypedDict):
    """A held mail, as in `queue list --json`."""

    id: str
    state: str
    direction: str
    held_at: str
    deadline: str | None
    clock: str | None
    mail_from: str
    recipients: list[RecipientJson]
    subject: str
    verdict: str
    marketplace: str | None
    orders: list[str]
    rule: str | None
    reasons: list[str]
    findings: list[FindingJson]
    claimed_by: str | None


class RowJson(HeldJson):
    """A conversation: its most urgent held mail, and what is to be known of the whole."""

    version: int
    author: str | None
    confidence: str | None
    legal: str | None
    thread: str | None
    sentences: list[str]
    buyers: list[str]
    age: int
    left: int | None
    wrote_again: str | None
    answered: str | None
    both_channels: bool
    others: list[HeldJson]


class QueueJson(TypedDict):
    """A page of the queue: `total` conversations with `mails` held mails."""

    items: list[RowJson]
    total: int
    mails: int
    page: int
    pages: int


class EditJson(TypedDict):
    """An edit that was only tried: `diff` as of `diff -u`, `holding` the checks that would hold it again."""

    text: str
    diff: str
    findings: list[FindingJson]
    holding: list[str]


class OutcomeJson(TypedDict):
    """What a ruling did: `done` is false where it was so already; `held` is the mail as it is now."""

    done: bool
    message: str
    held: dict[str, Any]


def iso(at: datetime | None) -> str | None:
    """A time in UTC, to the second: 2026-01-31T12:00:00Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def held_json(held: Held) -> HeldJson:
    """A line of `queue list --json`."""
    return {
        "id": held.id,
        "state": held.state.value,
        "direction": held.direction.value,
        "held_at": iso(held.held_at) or "",
        "deadline": iso(held.deadline),
        "clock": held.clock,
        "mail_from": held.mail_from.address,
        "recipients": [
            {
                "address": one.path.address,
                "kind": one.kind.value,
                "state": one.state.value,
                "reply": one.reply,
            }
            for one in held.recipients
        ],
        "subject": held.subject,
        "verdict": held.verdict,
        "marketplace": held.marketplace,
        "orders": list(held.orders),
        "rule": held.rule,
        "reasons": list(held.reasons),
        "findings": [_finding(found) for found in held.findings],
        "claimed_by": held.claimed_by,
    }


def record_json(held: Held) -> dict[str, Any]:
    """The line of the list, and the rest of the record."""
    return {
        **held_json(held),
        "author": held.author or None,
        "confidence": held.confidence,
        "legal": held.legal,
        "thread": held.thread,
        "message_id": held.message_id,
        "size": held.size,
        "version": held.version,
        "config_hash": held.config_hash,
        "also_delivered": list(held.also_delivered),
        "note": held.note,
        "claimed_until": iso(held.claimed_until),
        "attempts": [
            {
                "address": one.path.address,
                "attempts": one.attempts,
                "next_try": iso(one.next_try),
                "release_as": one.release_as,
            }
            for one in held.recipients
        ],
        "rulings": [
            {
                "at": iso(each.at),
                "who": each.who,
                "verb": each.verb,
                "note": each.note,
                "as": each.options.get("as"),
                "accepted": each.options.get("accepted", "").split(),
                "diff": each.options.get("diff"),
            }
            for each in held.rulings
        ],
    }


def timeline_json(entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    """The life of a held mail, oldest first."""
    return [
        {"at": iso(entry.at), "what": entry.what, "who": entry.who, "text": entry.text} for entry in entries
    ]


def shown_json(item: Shown, now: datetime) -> dict[str, Any]:
    """One held mail with everything; `texts` is null once retention removed the body."""
    held = item.held
    return {
        **record_json(held),
        "claimed_by": claimant(held, now),
        "findings": [
            {
                **_finding(found),
                "span": list(found.span),
                "fix": found.fix,
                "in_signature": found.in_signature,
            }
            for found in held.findings
        ],
        "sentences": [sentence for _, sentence in item.reasons],
        "timeline": timeline_json(item.timeline),
        "texts": None if item.texts is None else _texts(item.texts),
        "erased": iso(item.erased),
        "previews": [_preview(one) for one in item.previews],
        "editable": item.editable,
        "conversation": None if item.thread is None else thread_json(item.thread),
        "wrote_again": iso(item.since.inbound),
        "answered": iso(item.since.outbound),
        "beside": [held_json(one) for one in item.beside],
        "talk": [_said(one) for one in item.talk],
        "elsewhere": None if item.elsewhere is None else _elsewhere(item.elsewhere),
    }


def _elsewhere(found: Elsewhere) -> dict[str, Any]:
    return {
        "channel": found.channel,
        "thread": found.thread,
        "at": iso(found.at),
        "words": found.words,
        "answered": iso(found.answered),
        "answer_words": found.answer_words,
    }


def edit_json(made: Edit) -> EditJson:
    """What an edit would change."""
    return {
        "text": made.text,
        "diff": made.diff,
        "findings": [_finding(found) for found in made.findings],
        "holding": list(dict.fromkeys(one.check for one in made.holding)),
    }


def _said(one: Said) -> dict[str, Any]:
    """A mail of the conversation that passed; the words are null once retention removed them."""
    words = {
        "from": one.sender,
        "to": one.recipient,
        "subject": one.subject,
        "text": one.new,
        "quoted": one.quoted,
    }
    return {
        "at": iso(one.at),
        "direction": one.direction.value,
        **(dict.fromkeys(words) if one.erased else words),
        "erased": one.erased,
    }


def row_json(row: Row) -> RowJson:
    """A conversation of the queue."""
    lead = row.lead
    return {
        **held_json(lead),
        "claimed_by": row.claimed_by,
        "version": lead.version,
        "author": lead.author or None,
        "confidence": lead.confidence,
        "legal": lead.legal,
        "thread": lead.thread,
        "sentences": [sentence for _, sentence in row.reasons],
        "buyers": list(row.buyers),
        "age": int(row.age.total_seconds()),
        "left": None if row.left is None else int(row.left.total_seconds()),
        "wrote_again": iso(row.wrote_again),
        "answered": iso(row.answered),
        "both_channels": row.both_channels,
        "others": [held_json(one) for one in row.others],
    }


def queue_json(queue: Queue) -> QueueJson:
    """A page of the queue."""
    return {
        "items": [row_json(row) for row in queue.rows],
        "total": queue.total,
        "mails": queue.mails,
        "page": queue.page,
        "pages": queue.pages,
    }


def outcome_json(outcome: Outcome) -> OutcomeJson:
    """What became of a ruling."""
    return {"done": outcome.done, "message": outcome.message, "held": record_json(outcome.held)}


def thread_json(thread: Thread) -> dict[str, Any]:
    """What the ledger knows of a conversation."""
    return {
        "id": thread.id,
        "verdict": thread.verdict.value,
        "confidence": thread.confidence.value if thread.confidence else None,
        "marketplace": thread.marketplace,
        "orders": list(thread.orders),
        "legal": thread.legal.value if thread.legal else None,
        "correspondents": list(thread.correspondents),
        "footers": thread.footers,
        "dismissed": thread.dismissed,
        "last_seen": iso(thread.last_seen),
    }


def _finding(found: Finding) -> FindingJson:
    return {"check": found.check, "severity": found.severity.value, "snippet": found.snippet}


def _texts(texts: Texts) -> dict[str, Any]:
    return {
        "headers": [{"name": name, "value": value} for name, value in texts.headers],
        "new": texts.new,
        "quoted": texts.quoted,
        "has_html": bool(texts.html),
        "attachments": [
            {"number": one.number, "name": one.name, "content_type": one.content_type, "size": one.size}
            for one in texts.attachments
        ],
        "problem": texts.problem or None,
    }


def _preview(preview: Preview) -> dict[str, Any]:
    return {
        "as": preview.form,
        "possible": preview.possible,
        "why": preview.why or None,
        "text": preview.text,
        "fields": preview.fields,
        "size": preview.size,
        "identical": preview.identical,
        "changes": [
            {
                "part": change.part,
                "content_type": change.content_type,
                "at": change.at,
                "removed": change.removed,
                "inserted": change.inserted,
            }
            for change in preview.changes
        ],
    }
