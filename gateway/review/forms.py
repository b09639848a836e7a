"""The forms of a release that change more than a footer: edited, redacted, relay, redirect.

`edited` puts a reviewer's text in place of the newest one; `redacted` cuts the contact data
out of the signature; `relay` also sends the mail to the buyer's alias; `redirect` sends only
the pack's redirect text, in the author's name and in the same conversation. Pure;
CannotRelease says in a sentence why a copy cannot be made so.
"""

import hashlib
import textwrap
from email.utils import format_datetime
from typing import Final

import jinja2

from gateway import lints
from gateway.actions import contact
from gateway.actions.contact import CannotCut
from gateway.actions.footer_words import MissingFooter, words
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail import edit, readdress, reword
from gateway.mail.address import Path
from gateway.mail.edit import CannotEdit, Splice
from gateway.mail.message import Message
from gateway.mail.mime import TooComplex
from gateway.policy.recipients import kind_of
from gateway.review.hindrances import hindrance
from gateway.review.sentence import Sentence
from gateway.review.stamps import CannotRelease, Stamp
from gateway.store.held import Held
from gateway.words import FINISHED, NO_FACTS, Finding, Kind, Thread

_KEPT: Final = ("from", "subject", "in-reply-to", "references")


def pack_of(held: Held, thread: Thread, config: Config) -> Pack:
    """The marketplace whose rules count: that of the alias it goes to, else that of the conversation."""
    for one in _open(held):
        kind, pack = kind_of(one, config)
        if kind is Kind.RELAY and pack is not None:
            return pack
    name = thread.marketplace or held.marketplace
    known = config.pack(name)
    if known is None:
        raise CannotRelease(
            Sentence("cannot.form", "It cannot be released in this form: {why}.", why=no_pack(name))
        )
    return known


def no_pack(name: str | None) -> Sentence:
    """Why there is no marketplace to go by."""
    if name is None:
        return Sentence("cannot.unknown", "it is not known which marketplace this is")
    return Sentence("cannot.pack", "there is no marketplace pack {name}", name=repr(name))


def edited(message: Message, text: str, seven_bit: bool) -> tuple[Splice, ...]:
    """The splices that put `text` in place of the newest text of the mail."""
    try:
        return reword.reword(message, text, seven_bit).splices
    except (CannotEdit, TooComplex) as error:
        raise CannotRelease(_cannot_edit(error)) from None


def editable(message: Message) -> str:
    """The newest text as it can be edited."""
    try:
        return reword.own_text(message)
    except (CannotEdit, TooComplex) as error:
        raise CannotRelease(_cannot_edit(error)) from None


def _cannot_edit(error: CannotEdit | TooComplex) -> Sentence:
    return Sentence("cannot.edit", "The text cannot be edited here: {why}.", why=hindrance(str(error)))


def redacted(message: Message, pack: Pack, config: Config, form: str = "redacted") -> contact.Cuts:
    """The mail without the contact data of its signature; with nothing to cut only for the relay."""

    def lint(text: str) -> tuple[Finding, ...]:
        return lints.lint_text(text, NO_FACTS, pack, config)

    try:
        made = contact.cuts(message, lint)
    except (CannotCut, TooComplex) as error:
        text = "The contact data cannot be cut out safely: {why}."
        raise CannotRelease(Sentence("cannot.cut", text, why=hindrance(str(error)))) from None
    if not made.splices and form == "redacted":
        raise CannotRelease(
            Sentence(
                "cannot.nothing_to_cut", "There are no contact data in the signature that could be cut out."
            )
        )
    return made


def relayed(
    held: Held, message: Message, alias: str | None, pack: Pack, config: Config
) -> tuple[tuple[Splice, ...], str]:
    """The splices and the alias of a copy that goes through the marketplace."""
    people = _open(held)
    if alias is None or not (alias.isascii() and pack.relays(alias)):
        raise CannotRelease(
            Sentence(
                "cannot.no_alias",
                "It cannot go through {marketplace}: the buyer's alias there is not known. Answer it in the "
                "marketplace, or import the orders that name it.",
                marketplace=pack.title,
            )
        )
    if len(people) != 1 or kind_of(people[0], config)[0] is not Kind.EXTERNAL:
        raise CannotRelease(
            Sentence(
                "cannot.one_buyer",
                "Only a mail to one private address can go through the marketplace instead.",
            )
        )
    made = redacted(message, pack, config, "relay")
    try:
        fields = readdress.splices(message, people[0], alias)
        readdress.applied(made.after, fields, people[0], alias)
    except CannotEdit as error:
        text = "It cannot go through {marketplace}: {why}."
        why = Sentence("cannot.relay", text, marketplace=pack.title, why=hindrance(error.why))
        raise CannotRelease(why) from None
    return (*fields, *made.splices), alias


def redirect(held: Held, message: Message, thread: Thread, pack: Pack, config: Config, stamp: Stamp) -> bytes:
    """The whole mail that only says where the answer is; CRLF line ends, ASCII but for addresses."""
    if any(kind_of(one, config)[0] is not Kind.EXTERNAL for one in _open(held)):
        raise CannotRelease(Sentence("cannot.redirect", "The redirect text is for private addresses only."))
    if pack.contact == "none":
        text = "{marketplace} gives buyers no way to write to the seller."
        raise CannotRelease(Sentence("cannot.no_contact", text, marketplace=pack.title))
    if not message.from_:
        raise CannotRelease(
            Sentence(
                "cannot.no_author", "The mail has no author in whose name the redirect text could be sent."
            )
        )
    try:
        text = words(_own(message), "redirect", thread, pack, config)
    except MissingFooter as missing:
        raise CannotRelease(f"There is no text {missing.args[0]}.") from None
    except jinja2.TemplateError as error:
        raise CannotRelease(f"The redirect text of {pack.name} is wrong: {error.message}.") from None
    fields = [message.raw[one.start : one.end] for one in message.block.fields if one.name in _KEPT]
    made = hashlib.sha256(f"{held.id} redirect".encode()).hexdigest()[:32]
    to = ",\r\n ".join(f"<{path.address}>" for path in _open(held))
    fields.append(f"To: {to}\r\n".encode())
    fields.append(f"Message-ID: <{made}@{message.from_[0].domain or stamp.host}>\r\n".encode())
    fields.append(f"Date: {format_datetime(stamp.at)}\r\n".encode("ascii"))
    fields.append(
        b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    lines = textwrap.wrap(text, 72, break_long_words=False, break_on_hyphens=False)
    return b"".join((*fields, edit.quoted_printable("".join(f"{line}\r\n" for line in lines).encode())))


def _own(message: Message) -> str:
    try:
        return "\n".join(written.own for written in message.written)
    except TooComplex:
        return ""


def _open(held: Held) -> list[Path]:
    """The recipients that have neither their copy nor an answer."""
    return [one.path for one in held.recipients if one.state not in FINISHED]
