"""What a release would send: the held bytes, and the edits on them.

The trial at the time of the ruling, the delivery, and everything that shows a
person "what exactly would be sent" ask here, so they cannot differ. Pure: the
thread and the configuration are arguments. `CannotRelease` says, in a sentence,
why the copy cannot be made that way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from gateway.actions import footer
from gateway.config.models import Config
from gateway.mail import edit, headers, html, quote
from gateway.mail.edit import Splice
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.mail.mime import TooComplex
from gateway.policy import signatures
from gateway.policy.recipients import kind_of
from gateway.review import forms
from gateway.review.hindrances import hindrance
from gateway.review.sentence import Sentence
from gateway.review.stamps import CannotRelease, Stamp
from gateway.store.holds import Held
from gateway.words import FINISHED, Confidence, Direction, Disposition, Kind, Legal, Thread, VerdictName

__all__ = ["CannotRelease", "Copy", "Stamp", "copy", "new_text", "ruled_text", "thread_of", "transaction"]


_NO_FOOTER: Final = "No footer can be added: {why}."


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy as it goes to the next hop: `prefix` is put in front of the edited message.

    `sent_to` is the address that takes the recipient's place in the envelope, None if none does; `sign_for`
    the domain to sign for with its configured key, None where nothing is to be signed.
    """

    prefix: bytes
    raw: bytes
    splices: tuple[Splice, ...]
    sent_to: str | None = None
    sign_for: str | None = None

    def pieces(self) -> Iterator[bytes]:
        """The bytes to send, CRLF line ends, not dot-stuffed."""
        if self.prefix:
            yield self.prefix
        yield from edit.pieces(self.raw, self.splices)

    @property
    def size(self) -> int:
        """How many bytes `pieces` gives."""
        grown = sum(len(splice.replacement) - splice.length for splice in self.splices)
        return len(self.prefix) + len(self.raw) + grown


def transaction(held: Held, body: bytes) -> Transaction:
    """The mail as it came, as far as the held copy tells."""
    envelope = Envelope(held.mail_from, tuple(recipient.path for recipient in held.recipients))
    session = Session(ip=held.client)
    return Transaction(held.id, held.direction, session, envelope, Message(body), held.held_at)


def copy(
    held: Held,
    body: bytes,
    release_as: str,
    thread: Thread | None,
    config: Config,
    stamp: Stamp,
    alias: str | None = None,
    text: str | None = None,
) -> Copy:
    """The copy that is sent for a release in this form: `original`, `edited` or one of `preview.FORMS`.

    `thread` is what the ledger knows of the conversation now, None if nothing; `alias` the address at which
    the marketplace takes mail for the buyer, if that is known; `text` the newest text in other words, for
    `edited`, where it is not the one of the ruling. Raises CannotRelease.
    """
    leg = config.gateway.inbound if held.direction is Direction.INBOUND else config.gateway.outbound
    prefix = _received(held, stamp) if leg is None or leg.received else b""
    forged, known, sent_to = headers.forged(body), thread or thread_of(held), None
    match release_as:
        case "original":
            return Copy(prefix, body, forged)
        case "footer":
            splices = _footer(held, body, thread, config)
        case "edited":
            splices = _edited(held, body, text)
        case "redacted":
            splices = forms.redacted(Message(body), forms.pack_of(held, known, config), config).splices
        case "relay":
            pack = forms.pack_of(held, known, config)
            splices, sent_to = forms.relayed(held, Message(body), alias, pack, config)
        case "redirect":
            pack = forms.pack_of(held, known, config)
            written = forms.redirect(held, Message(body), known, pack, config, stamp)
            return Copy(prefix, written, (), sign_for=signatures.signed_by_us(Message(body), config))
        case other:
            raise CannotRelease(f"This version cannot release as {other}.")
    mend = signatures.mending(Message(body), splices, config)
    if mend is None:
        raise CannotRelease(
            Sentence("cannot.dkim", "The mail carries our own DKIM signature, which the change would break.")
        )
    return Copy(prefix, body, (*forged, *splices, *mend.removals), sent_to, mend.domain)


def thread_of(held: Held) -> Thread:
    """The conversation as the held copy tells it, for a thread the ledger does not know (any more)."""
    return Thread(
        id=held.thread or "",
        verdict=VerdictName(held.verdict),
        confidence=Confidence(held.confidence) if held.confidence else None,
        marketplace=held.marketplace,
        orders=held.orders,
        legal=Legal(held.legal) if held.legal else None,
        correspondents=tuple(recipient.path.folded for recipient in held.recipients),
    )


def _footer(held: Held, body: bytes, thread: Thread | None, config: Config) -> tuple[Splice, ...]:
    thread = thread or thread_of(held)
    name = thread.marketplace or held.marketplace
    pack = config.pack(name)
    if pack is None:
        what = forms.no_pack(name)
        raise CannotRelease(Sentence("cannot.footer", _NO_FOOTER, why=what))
    if any(
        kind_of(one.path, config)[0] is Kind.RELAY for one in held.recipients if one.state not in FINISHED
    ):
        alias = Sentence("cannot.alias", "it goes to the buyer's alias, through the marketplace")
        raise CannotRelease(Sentence("cannot.footer", _NO_FOOTER, why=alias))
    confirmed = thread.confidence is Confidence.CONFIRMED
    try:
        effect = footer.effect(transaction(held, body), _as_ruled(held, thread), confirmed, pack, config)
    except TooComplex as error:
        raise CannotRelease(Sentence("cannot.footer", _NO_FOOTER, why=hindrance(str(error)))) from None
    splices = tuple(splice for splice in effect.splices if isinstance(splice, Splice))
    if effect.disposition is not Disposition.PASS or not splices:
        why = effect.note or ", ".join(effect.reasons) or "the text has no place for it"
        raise CannotRelease(Sentence("cannot.footer", _NO_FOOTER, why=hindrance(why)))
    return splices


def ruled_text(held: Held) -> str | None:
    """The new text of the last ruling that released the mail as `edited`; None if there is none, or it went
    with the body."""
    edits = (one for one in reversed(held.rulings) if one.options.get("as") == "edited")
    return next((one.options.get("text") for one in edits), None)


def _edited(held: Held, body: bytes, text: str | None) -> tuple[Splice, ...]:
    words = ruled_text(held) if text is None else text
    if words is None:
        raise CannotRelease(Sentence("cannot.no_edit", "There is no new text to send in its place."))
    tx = transaction(held, body)
    return forms.edited(tx.message, words, footer.must_stay_seven_bit(tx))


def _as_ruled(held: Held, thread: Thread) -> Thread:
    """The thread with as many footers as it had at the ruling: later attempts get the words of the first."""
    counts = (ruling.options.get("footers") for ruling in reversed(held.rulings))
    ruled = next((int(count) for count in counts if count is not None), thread.footers)
    return replace(thread, footers=ruled)


def _received(held: Held, stamp: Stamp) -> bytes:
    return headers.received(
        helo=_literal(held.client) if held.client else "localhost",
        ip=held.client or "127.0.0.1",
        rdns=None,
        host=stamp.host,
        protocol="ESMTP",
        id=stamp.id,
        at=stamp.at,
    )


def _literal(address: str) -> str:
    """An IP address as a domain literal (RFC 5321 4.1.3): the greeting of the client is not kept."""
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def new_text(message: Message) -> str:
    """What the author wrote now, without the quoted history, for people to read; "" if nothing shows.

    Where the history is not recognised for sure, the whole text.
    """
    try:
        texts = message.texts()
    except TooComplex:
        return ""
    for part, text in texts:
        if part.content_type == "text/plain":
            cut = quote.newest(text)
            return (text[: cut.offset] if cut.sure else text).replace("\r\n", "\n").strip()
    for _, text in texts:
        cut = html.newest(text)
        return html.visible(text[: cut.offset] if cut.sure else text).strip()
    return ""
