"""Automatic mail, by headers and envelope only: `auto:bounce`, `auto:auto_reply`, `auto:list`, `auto:bulk`.

RFC 3464 and RFC 5321 4.5.5 (reports, null sender), RFC 3834 (Auto-Submitted), RFC 2919
(List-Id). A list or group of the company itself, such as a shared mailbox at Google,
hands on what people write and is none. Weight 0.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import domain_in, mailboxes
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.signals.senders import reply_to
from gateway.words import Auto, Facts, Hit

_REPLIED: Final = ("x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply-from")
_FIELDS: Final = frozenset(
    (*_REPLIED, "auto-submitted", "precedence", "x-auto-response-suppress", "list-id", "list-unsubscribe")
)
_BULK_PRECEDENCE: Final = ("bulk", "junk")


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """At most one hit: the first kind that fits."""
    found = automatic(tx, config)
    if found:
        yield Hit(f"auto:{found[0].value}", 0.0, None, None, found[1][:200])


def automatic(tx: Transaction, config: Config) -> tuple[Auto, str] | None:
    """What kind of automatic mail it is and the field that says so, or None."""
    message = tx.message
    envelope = tx.envelope.mail_from
    report = (message.get("content-type") or "").lower().startswith("multipart/report")
    plain = _FIELDS.isdisjoint(field.name for field in message.block.fields)
    if plain and not report and (envelope.address or not envelope.raw):
        return None
    submitted = (message.get("auto-submitted") or "").split(";")[0].strip().lower()
    automatic_word = submitted if submitted not in ("", "no") else ""
    if report:
        return Auto.BOUNCE, "Content-Type: multipart/report"
    precedence = (message.get("precedence") or "").strip().lower()
    if automatic_word and not _is_contact_form(message, config):
        return Auto.AUTO_REPLY, f"Auto-Submitted: {automatic_word}"
    suppress = (message.get("x-auto-response-suppress") or "").lower()
    if "all" in suppress or "autoreply" in suppress:
        return Auto.AUTO_REPLY, f"X-Auto-Response-Suppress: {suppress}"
    replied = next((name for name in _REPLIED if message.get(name)), None)
    if replied or precedence == "auto_reply":
        return Auto.AUTO_REPLY, replied or "Precedence: auto_reply"
    if tx.envelope.mail_from.address == "" and tx.envelope.mail_from.raw:
        return Auto.BOUNCE, "MAIL FROM:<>"
    listed = message.get("list-id")
    if listed and not _is_ours(listed, config):
        return Auto.LIST, f"List-Id: {listed}"
    if precedence in _BULK_PRECEDENCE:
        return Auto.BULK, f"Precedence: {precedence}"
    unsubscribe = message.get("list-unsubscribe")
    if unsubscribe and not _is_ours(unsubscribe, config):
        return Auto.BULK, "List-Unsubscribe"
    return None


def _is_contact_form(message: Message, config: Config) -> bool:
    """Whether our own form sends what a customer wrote: From is ours, Reply-To is not."""
    own, replies = config.gateway.company.domains, reply_to(message)
    return bool(replies) and all(
        domain_in(box.domain, own) == (box in message.from_) for box in (*message.from_, *replies)
    )


def _is_ours(value: str, config: Config) -> bool:
    """Whether a list field names a domain of the company."""
    own = config.gateway.company.domains
    ids = value.rpartition("<")[2].rstrip("> ").lower().removeprefix("mailto:").partition("?")[0]
    domain = ids.rpartition("@")[2]
    labels = domain.split(".")
    return any(domain_in(".".join(labels[i:]), own) for i in range(len(labels))) or any(
        domain_in(box.domain, own) for box in mailboxes(value[:1000])
    )
