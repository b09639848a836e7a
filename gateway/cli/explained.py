"""A decision for people and for programs: the two forms in which `explain` shows it."""

from typing import Any

from rich.console import Console
from rich.text import Text

from gateway.mail.envelope import Transaction
from gateway.policy.decision import Decision, RecipientDecision
from gateway.policy.sentences import done_words, reason_sentence, verdict_words
from gateway.words import Direction, Finding, Hit


def as_json(file: str, decision: Decision) -> dict[str, Any]:
    """The decision with every key of the interface always present."""
    weighed = decision.verdict
    return {
        "file": file,
        "direction": decision.direction.value,
        "verdict": weighed.name.value,
        "confidence": weighed.confidence.value if weighed.confidence else None,
        "marketplace": weighed.marketplace,
        "orders": list(weighed.orders),
        "legal": weighed.legal.value if weighed.legal else None,
        "auto": weighed.auto.value if weighed.auto else None,
        "thread": (decision.thread.id or None) if decision.thread else None,
        "score": round(weighed.score, 1),
        "hits": [_hit(hit) for hit in weighed.hits],
        "recipients": [_recipient(item) for item in decision.recipients],
        "config_hash": decision.config_hash,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "signal": hit.signal,
        "weight": hit.weight,
        "marketplace": hit.marketplace,
        "order": hit.order,
        "evidence": hit.evidence[:200],
    }


def _recipient(item: RecipientDecision) -> dict[str, Any]:
    return {
        "address": item.path.address,
        "kind": item.kind.value,
        "disposition": item.disposition.word,
        "actions": [name.value for name in item.actions],
        "rule": item.rule,
        "reasons": list(item.reasons),
        "findings": [finding_json(found) for found in item.findings],
    }


def finding_json(found: Finding) -> dict[str, str]:
    """A finding as every listing shows it."""
    return {"check": found.check, "severity": found.severity.value, "snippet": found.snippet}


def print_decision(console: Console, file: str, tx: Transaction, decision: Decision) -> None:
    """The decision as text: what the mail is, what was found, what is done for each recipient and why."""
    console.print(Text(file, style="bold"))
    sender = tx.envelope.mail_from.address or "<>"
    console.print(Text(f"  {decision.direction.value}, from {sender}, {len(tx.message)} bytes"))
    console.print(Text(f"  verdict    {verdict_words(decision.verdict)}"))
    if decision.direction is Direction.INBOUND:
        console.print(Text(f"  score      {decision.verdict.score:.1f}"))
    if decision.thread is not None:
        began = decision.thread.last_seen
        console.print(
            Text(f"  thread     {decision.thread.id or 'as the mail quotes it'}")
            + (f", last mail {began:%Y-%m-%d}" if began and decision.thread.id else "")
        )
    for hit in sorted(decision.verdict.hits, key=lambda hit: -hit.weight):
        place = " ".join(word for word in (hit.marketplace, hit.order) if word)
        console.print(
            Text(f"  signal     {hit.signal} {hit.weight:+.1f} {place}: {hit.evidence}", overflow="fold")
        )
    if decision.error is not None:
        console.print(Text(f"  error      {decision.error}", style="red"))
    if not decision.recipients:
        console.print(Text("  no recipient: give one with --rcpt"))
    for item in decision.recipients:
        _print_recipient(console, item)
    console.print(Text(f"  config     {decision.config_hash}", style="dim"))


def _print_recipient(console: Console, item: RecipientDecision) -> None:
    done = done_words(item.disposition, item.actions)
    console.print(Text(f"  recipient  {item.path.address} ({item.kind.value}): {done}", style="bold"))
    console.print(Text(f"    because  {'; '.join(reason_sentence(word) for word in item.reasons)}"))
    for found in item.findings:
        console.print(Text(f"    finding  {found.check} ({found.severity.value}): {found.snippet}"))
    if item.note:
        console.print(Text(f"    note     {item.note}"))
    if item.would:
        asked = ", ".join(name.value for name in item.would)
        console.print(Text(f"    monitor  would do: {asked}; nothing is done in mode monitor"))
    console.print(Text(f"    rule     {item.rule or 'none fits: passed'}"))
    for miss in item.misses:
        console.print(Text(f"      not    {miss.rule}: {miss.condition}", style="dim"))
