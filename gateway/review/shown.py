"""One held mail with everything that a page or the API shows of it.

Pure: made of the record, the body and what the store knows beside it. The text is
the author's new text, in whose characters the findings' spans count; the history
stands apart. Nothing here is safe to put into HTML without escaping: it is what a
stranger wrote.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from gateway.evidence.timeline import Entry
from gateway.lints import new_text
from gateway.mail import html, mime, quote
from gateway.mail.message import Message
from gateway.mail.mime import Part, TooComplex
from gateway.policy.sentences import reason_sentence
from gateway.relay.keeping import fields
from gateway.review.preview import Preview
from gateway.store.browse import NOTHING_SINCE, Since
from gateway.store.held import Held
from gateway.store.texts import KeptText
from gateway.words import Direction, Thread

MOST: Final = 64 * 1024
"""Characters of a text that are shown; the rest is in the source."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that can be saved: its MIME part number, its file name (not to be trusted), type, bytes."""

    number: str
    name: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Texts:
    """What is in a held mail to be read.

    `new` is what the author wrote now, `quoted` the history below it, `html` the source of its HTML part
    ("" if there is none), `headers` names and values, `problem` why it could not be read as it should.
    """

    headers: tuple[tuple[str, str], ...] = ()
    new: str = ""
    quoted: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A mail of the conversation that passed: `new` is what its author wrote then, `quoted` the rest.

    `erased`: retention removed its text, so there is only when and which way.
    """

    at: datetime
    direction: Direction
    sender: str = ""
    recipient: str = ""
    subject: str = ""
    new: str = ""
    quoted: str = ""
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The conversation with the same buyer on the other channel: when he last wrote there, and in how many
    words, and the same of our last answer; None where there is none, or its text is not kept."""

    channel: Literal["private", "relay"]
    thread: str
    at: datetime
    words: int | None = None
    answered: datetime | None = None
    answer_words: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One held mail. `texts` is None once retention removed the body, at `erased`.

    `reasons` are words with their sentences, `previews` what each form of a release would send (none once
    all is decided), `editable` the newest text as it can be edited, None where it cannot, which
    `uneditable` explains, `beside` the other held mails of the conversation, `since` the last mails of its
    thread, `talk` those that passed, oldest first, as far as the store keeps them, `elsewhere` what the same
    buyer wrote on the other channel.
    """

    held: Held
    reasons: tuple[tuple[str, str], ...]
    timeline: tuple[Entry, ...]
    texts: Texts | None
    erased: datetime | None = None
    previews: tuple[Preview, ...] = ()
    editable: str | None = None
    uneditable: str = ""
    thread: Thread | None = None
    beside: tuple[Held, ...] = ()
    since: Since = NOTHING_SINCE
    talk: tuple[Said, ...] = ()
    elsewhere: Elsewhere | None = None

    @property
    def question(self) -> Said | None:
        """The buyer's last mail before this one was held, if its text is still there."""
        theirs = [one for one in self.talk if one.direction is Direction.INBOUND and not one.erased]
        before = [one for one in theirs if one.at <= self.held.held_at]
        return next(reversed(before or theirs), None)


def said(kept: KeptText) -> Said:
    """A kept text as it is read."""
    cut = quote.newest(kept.text).offset
    return Said(
        at=kept.at,
        direction=kept.direction,
        sender=kept.header("from"),
        recipient=kept.header("to"),
        subject=kept.header("subject"),
        new=kept.text[:cut].strip("\r\n"),
        quoted=kept.text[cut:].strip("\r\n"),
        erased=kept.erased,
    )


def why(held: Held) -> tuple[tuple[str, str], ...]:
    """The reasons of a hold: (word, sentence); the rule's name where there is no reason."""
    if held.reasons:
        return tuple((word, reason_sentence(word)) for word in held.reasons)
    return ((f"rule:{held.rule}", f"rule {held.rule}"),) if held.rule else ()


def texts(body: bytes) -> Texts:
    """What is in a mail to be read. Never raises."""
    message = Message(body)
    headers = fields(message)
    try:
        new, quoted, source = new_text.of(message), _quoted(message), _html(message)
    except TooComplex as error:
        problem = f"{error}; the beginning of its body is shown as it was written"
        return Texts(headers, message.visible[:MOST], problem=problem)
    return Texts(headers, new[:MOST], quoted[:MOST], source, _attachments(message))


def attachment(body: bytes, number: str) -> tuple[Attachment, bytes] | None:
    """The attachment with that part number and its decoded bytes, or None."""
    message = Message(body)
    try:
        for part in message.root.walk():
            if part.number == number and _is_attachment(part):
                content = (
                    message.raw[part.body : part.end] if part.children else mime.decode(message.raw, part)
                )
                return _attachment(part, len(content)), bytes(content)
    except TooComplex:
        return None
    return None


def _quoted(message: Message) -> str:
    parts = message.texts()
    plain = [text for part, text in parts if part.content_type == "text/plain"]
    if any(text.strip() for text in plain):
        return "\n".join(text[quote.newest(text).offset :] for text in plain).strip("\r\n")
    found = []
    for _, text in parts:
        cut = html.newest(text).offset
        shown = html.visible(text[:cut])
        found += [shown[quote.newest(shown).offset :], html.visible(text[cut:])]
    return "\n".join(piece for piece in found if piece.strip())


def _html(message: Message) -> str:
    return next((text for part, text in message.texts() if part.content_type == "text/html"), "")


def _attachments(message: Message) -> tuple[Attachment, ...]:
    found: list[Attachment] = []
    inside = -1  # an attached message is one attachment, whatever lies in it
    for part in message.root.walk():
        if part.end <= inside:
            continue
        if _is_attachment(part):
            size = part.end - part.body if part.children else len(mime.decode(message.raw, part))
            found.append(_attachment(part, size))
            inside = part.end if part.children else inside
    return tuple(found)


def _is_attachment(part: Part) -> bool:
    if part.is_multipart:
        return False
    return bool(part.filename) or part.disposition == "attachment" or bool(part.children) or not part.is_text


def _attachment(part: Part, size: int) -> Attachment:
    return Attachment(part.number, part.filename or f"part-{part.number or '0'}", part.content_type, size)
