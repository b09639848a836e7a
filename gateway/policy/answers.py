"""What an outbound mail answers: the thread the ledger knows, else what the mail itself quotes.

In this order: the thread found by ids, relay alias or order; where there is none, the
quoted mail of the recipient, read as if it had just come in; then buyer memory; then, of
a reply, a marketplace order named in the new text (`likely`); then a relay recipient.
Pure. Raises mime.TooComplex.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from gateway import signals
from gateway.config.models import Config
from gateway.lints import new_text
from gateway.mail import html, quote
from gateway.mail.address import Path
from gateway.mail.envelope import Envelope, Transaction
from gateway.mail.language import detect
from gateway.mail.message import Message
from gateway.policy import recipients, verdict
from gateway.words import (
    NO_FACTS,
    Confidence,
    Direction,
    Facts,
    Hit,
    Kind,
    Thread,
    Verdict,
    VerdictName,
)

_REPLY: Final = re.compile(r"\s*(?:re|aw|antw|antwort|sv|vs|ref|rif|odp|bls)(?:\[\d+\])?\s*:", re.I)
_MARKS: Final = re.compile(r"^(?:[ \t]*[>|])+[ \t]?", re.M)
_ADDRESS: Final = re.compile(r"[^\s<>\"'(),;:\[\]]+@[^\s<>\"'(),;:\[\]]+")
_TYPE: Final = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
_KNOWN: Final = ("buyer_memory", "imported_order", "dual_channel")
"""Signals that tell who the other side is, from what is remembered and not from the author's words."""
_HEAD: Final = 600
_MOST: Final = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What an outbound mail answers.

    `thread` is the ledger's, or made from the quote (its id is then empty), or None. `reasons` are the words
    that say how it was found: `quoted`, `known_buyer`.
    """

    verdict: Verdict
    thread: Thread | None = None
    reasons: tuple[str, ...] = ()


def answer(tx: Transaction, hits: tuple[Hit, ...], facts: Facts, config: Config) -> Answer:
    """What this mail answers, from the facts, the signals of the mail and what it quotes."""
    # The author's own words are no evidence of what the buyer wrote: of the mail's own hits only those count
    # that say which conversation it belongs to, and whether a machine wrote it.
    told = tuple(hit for hit in hits if hit.signal.startswith(("thread", "auto:", *_KNOWN)))
    auto = verdict.automatic(told)
    thread = facts.thread if isinstance(facts.thread, Thread) else None
    if thread is not None and facts.by != "memory":
        return Answer(replace(_of_thread(thread), auto=auto, hits=told), thread)
    external = [path for path in tx.envelope.rcpt_tos if recipients.kind_of(path, config)[0] is Kind.EXTERNAL]
    found = _quoted(tx, external, config) if external else None
    if found is not None:
        return replace(found, verdict=replace(found.verdict, auto=auto, hits=(*told, *found.verdict.hits)))
    if thread is not None:
        known = Verdict(VerdictName.OFFCHANNEL, Confidence.LIKELY, thread.marketplace, auto=auto, hits=told)
        return Answer(known, replace(thread, orders=()), ("known_buyer",))
    for path in tx.envelope.rcpt_tos:
        kind, pack = recipients.kind_of(path, config)
        if kind is Kind.RELAY and pack is not None:
            return Answer(Verdict(VerdictName.RELAY, marketplace=pack.name, auto=auto, hits=told))
    named = _named(tx, external, config) if external and is_reply(tx.message) else None
    if named is not None:
        return replace(named, verdict=replace(named.verdict, auto=auto, hits=(*told, *named.verdict.hits)))
    return Answer(Verdict(auto=auto, hits=told))


def unrelated(hits: tuple[Hit, ...]) -> Answer:
    """A conversation that somebody dismissed: only whether a machine wrote this mail counts."""
    told = tuple(hit for hit in hits if hit.signal.startswith("auto:"))
    return Answer(Verdict(auto=verdict.automatic(told), hits=told))


def is_reply(message: Message) -> bool:
    """Whether the mail answers another one: by its ids, its subject, or a quote."""
    if message.in_reply_to or message.references or _REPLY.match(message.subject):
        return True
    return bool(quoted_text(message).strip())


def quoted_text(message: Message) -> str:
    """The quoted history of a mail as plain text, quote marks removed; "" if there is none."""
    plain, other = [], []
    for part, text in message.texts():
        if part.content_type == "text/plain":
            plain.append(text[quote.newest(text).offset :])
        else:
            other.append(html.visible(text[html.newest(text).offset :]))
    told = "\n".join(plain) if any(text.strip() for text in plain) else "\n".join(other)
    return _MARKS.sub("", told.replace("\r\n", "\n"))[:_MOST]


def speaks_of_own_shop(tx: Transaction, config: Config) -> bool:
    """Whether the new text has evidence of the own shop: its order numbers, its name for itself."""
    written = _as_inbound(tx, tx.envelope.rcpt_tos[0], new_text.of(tx.message), "")
    return any(hit.signal.startswith("own_shop") for hit in signals.notice(written, NO_FACTS, config))


def _of_thread(thread: Thread) -> Verdict:
    return Verdict(
        name=thread.verdict,
        confidence=thread.confidence,
        marketplace=thread.marketplace,
        orders=thread.orders,
        legal=thread.legal,
    )


def _quoted(tx: Transaction, external: list[Path], config: Config) -> Answer | None:
    """The quoted mail as inbound evidence, if it concerns a marketplace."""
    text = quoted_text(tx.message)
    if not text.strip():
        return None
    writers = _writers(text, external)
    if not writers:
        return None
    weighed = _weighed(_as_inbound(tx, writers[0], text, tx.message.subject), config)
    if weighed.name not in (VerdictName.OFFCHANNEL, VerdictName.MIXED):
        return None
    return Answer(weighed, _made(weighed, writers, tx, detect(text)), ("quoted",))


def _writers(text: str, external: list[Path]) -> list[Path]:
    """The recipients whose mail is quoted: those its head names; all of them, if it names nobody."""
    named = {found.casefold() for found in _ADDRESS.findall(text[:_HEAD])}
    told = [path for path in external if path.folded in named]
    if told:
        return told
    return external if not named or len(external) == 1 else []


def _named(tx: Transaction, external: list[Path], config: Config) -> Answer | None:
    """A marketplace order that the new text of a reply names: likely, no more."""
    written = _as_inbound(tx, external[0], new_text.of(tx.message), tx.message.subject)
    hits = tuple(hit for hit in signals.notice(written, NO_FACTS, config) if hit.signal == "order_number")
    if not hits:
        return None
    market = max(hits, key=lambda hit: hit.weight).marketplace
    orders = tuple(dict.fromkeys(hit.order for hit in hits if hit.order and hit.marketplace == market))
    likely = Verdict(VerdictName.OFFCHANNEL, Confidence.LIKELY, market, orders, hits=hits)
    return Answer(likely, _made(likely, external, tx, detect(quoted_text(tx.message))))


def _weighed(tx: Transaction, config: Config) -> Verdict:
    return verdict.weigh(signals.notice(tx, NO_FACTS, config), config, NO_FACTS)


def _as_inbound(tx: Transaction, writer: Path, text: str, subject: str) -> Transaction:
    """The text as a mail from `writer`, so that the signals read it as they would have read the original."""
    head = f"From: <{writer.address}>\r\nSubject: {' '.join(subject.split())}\r\n"
    head += (
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    )
    body = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    raw = f"{head}\r\n{body}\r\n".encode("utf-8", "replace")
    envelope = Envelope(writer, (tx.envelope.mail_from,))
    return replace(tx, direction=Direction.INBOUND, envelope=envelope, message=Message(raw))


def _made(weighed: Verdict, writers: list[Path], tx: Transaction, language: str | None) -> Thread:
    """A thread as the ledger would know it, had the quoted mail come in through us."""
    return Thread(
        id="",
        verdict=weighed.name,
        confidence=weighed.confidence,
        marketplace=weighed.marketplace,
        orders=weighed.orders,
        legal=weighed.legal,
        correspondents=tuple(path.folded for path in writers),
        language=language,
        last_seen=tx.at,
    )
