"""Footer: the redirect sentence goes below the new text, above the quoted history.

`effect` puts it into the text/plain and the text/html of an answer, once each, and has
the edit proven by another parser. Where the place is in doubt it is the end of the
text; where a text cannot take it, the footer becomes a part of its own; where that
cannot be either, the copy is held. The step that was taken is in the note. Signed,
encrypted and ambiguous mail is never edited. Pure.
"""

import html as references
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

import jinja2

from gateway.actions.footer_words import (
    KINDS,
    MissingFooter,
    fold,
    language_of,
    render,
    said,
    words,
)
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail import edit, mime, ownpart, quote, verify
from gateway.mail.edit import Splice
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message, Written
from gateway.words import Disposition, Effect, Thread

__all__ = ["KINDS", "MissingFooter", "effect", "language_of", "render"]

_COLUMNS: Final = 72
_PIECE: Final = 256 * 1024
_TAIL: Final = 500  # how far from the end of a text a footer may stand to be its last words


class _Doubt(Exception):
    """Why the footer cannot be placed."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was worked out for one mail with one configuration."""

    config: Config
    effects: dict[tuple[object, ...], Effect]


_kept: WeakKeyDictionary[Message, _Kept] = WeakKeyDictionary()


def effect(tx: Transaction, thread: Thread, confirmed: bool, pack: Pack, config: Config) -> Effect:
    """The splices that put the footer into each text of the mail, or a hold with the reason.

    `confirmed` decides whether the sentence may claim a purchase. A text in which the author's own words
    hold a footer of the pack gets none. Asked again for the same mail and the same words, as for each
    recipient, it answers at once. Raises mime.TooComplex for a message beyond the limits of analysis.
    """
    if pack.contact == "none":
        return Effect(note="no footer: this marketplace gives buyers no way to write to the seller")
    kind = _kind(thread, confirmed, config)
    if kind is None:
        return Effect(note="no footer: this conversation had one, and repeat is once")
    kept = _kept.get(tx.message)
    if kept is None or kept.config is not config:
        kept = _kept[tx.message] = _Kept(config, {})
    seven_bit = must_stay_seven_bit(tx)
    key = (pack.name, kind, thread.marketplace, thread.orders, thread.language, seven_bit)
    if key not in kept.effects:
        kept.effects[key] = _effect(tx.message, kind, thread, pack, config, seven_bit)
    return kept.effects[key]


def must_stay_seven_bit(tx: Transaction) -> bool:
    """Whether no edit may bring 8-bit bytes in: all is ASCII and was announced as no more (RFC 6152)."""
    announced = {param.upper() for param in tx.envelope.mail_from.params}
    if announced & {"BODY=8BITMIME", "BODY=BINARYMIME"}:
        return False
    raw = tx.message.raw
    return all(raw[start : start + _PIECE].isascii() for start in range(0, len(raw), _PIECE))


def _kind(thread: Thread, confirmed: bool, config: Config) -> str | None:
    """Which of the texts this answer gets, None for none."""
    if thread.footers and config.policy.repeat == "once":
        return None
    if not confirmed:
        return "conditional"
    return "short" if thread.footers and config.policy.repeat == "short" else "normal"


def _effect(
    message: Message, kind: str, thread: Thread, pack: Pack, config: Config, seven_bit: bool
) -> Effect:
    if mime.signed_or_encrypted(message.raw, message.root):
        return _held("signed", "the mail is signed or encrypted and cannot take a footer")
    try:
        slots = _slots(message)
        text = words("\n".join(slot.own for slot in slots), kind, thread, pack, config)
        lacking = [slot for slot in slots if not said(slot.said, text, pack, config)]
        if not lacking:
            return Effect(note="the footer is there already")
        try:
            return _in_place(message, lacking, text, seven_bit)
        except (_Doubt, edit.CannotEdit) as refused:
            return _as_part(message, text, str(refused))
    except (_Doubt, edit.CannotEdit) as doubt:
        return _held("error", f"no footer could be placed: {doubt}")
    except MissingFooter as missing:
        return _held("error", f"there is no footer text {missing.args[0]}")
    except jinja2.TemplateError as error:
        return _held("error", f"the footer text of {pack.name} is wrong: {error.message}")


def _held(reason: str, note: str) -> Effect:
    return Effect(disposition=Disposition.HOLD, reasons=(reason,), note=note)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A part that is to have the footer: where it goes (`place`, None for nowhere), what its author wrote,
    and the words in which a footer would be there already."""

    part: mime.Part
    text: str
    place: int | None
    inline: str
    doubt: str
    own: str
    said: str


def _slots(message: Message) -> list[_Slot]:
    """One part of each kind of text: that in which the new text ends. Raises _Doubt."""
    found: dict[str, list[Written]] = {}
    for written in message.written:
        found.setdefault(written.part.content_type, []).append(written)
    if not found:
        raise _Doubt("the mail has no text that is shown")
    for written in message.written:
        for problem in mime.doubts(message.root, written.part):
            raise _Doubt(f"the mail can be read in two ways: {problem}")
    return [_ending(group) for group in found.values()]


def _ending(group: Sequence[Written]) -> _Slot:
    """Of parts that are shown one after the other (text, picture, text) the one the new text ends in."""
    filled = [each for each in group if each.own.strip() or each.cut.style != "none"] or group[:1]
    chosen, above = filled[-1], False
    for each in filled:
        begun = above or bool(each.own.strip())
        if each.cut.style != "none" and begun and (not each.cut.doubt or above):
            chosen = each
            break
        above = begun
    cut = chosen.cut
    place, doubt, inline = cut.place, cut.doubt, cut.inline
    if above and doubt == quote.NOTHING_ABOVE and chosen.part.content_type == "text/plain":
        place, doubt = cut.offset, ""  # what stands above it stands in the part before
    own = "\n".join(each.own for each in group)
    # In doubt, the last words of the text may be a footer that was put there for the same reason.
    tail = fold(chosen.text)[-_TAIL:] if doubt and chosen.part.content_type == "text/plain" else ""
    return _Slot(chosen.part, chosen.text, place, inline, doubt, own, f"{own}\n{tail}" if tail else own)


def _in_place(message: Message, slots: Sequence[_Slot], text: str, seven_bit: bool) -> Effect:
    """The footer in each slot, proven. Raises _Doubt and CannotEdit."""
    splices, touched = list[Splice](), list[verify.Touched]()
    for slot in slots:
        if slot.place is None:
            raise _Doubt(f"{_name(slot)}: {slot.doubt}")
        block = (
            _html(slot, slot.place, text)
            if slot.part.content_type == "text/html"
            else _plain(slot, slot.place, text)
        )
        splice, fitted = edit.insertion(message.raw, slot.part, slot.place, block, seven_bit)
        splices.append(splice)
        touched.append(verify.Touched(slot.part.number, slot.place, fitted))
    _prove(message, splices, touched)
    notes = [
        f"{_name(slot)}: the footer stands at the end, because {slot.doubt}" for slot in slots if slot.doubt
    ]
    return Effect(splices=tuple(splices), note="; ".join(notes))


def _as_part(message: Message, text: str, why: str) -> Effect:
    """The footer as a part of its own behind the others, proven. Raises _Doubt."""
    if message.root.content_type != "multipart/mixed":
        raise _Doubt(why)
    lines = _wrapped(text)
    try:
        splice, number = ownpart.append(message.raw, message.root, "\n".join(lines))
        _prove(message, [splice], [], verify.Added(number, "\r\n".join(lines)))
    except (_Doubt, edit.CannotEdit) as refused:
        raise _Doubt(f"{why}; nor as a part of its own: {refused}") from None
    return Effect(splices=(splice,), note=f"the footer is a part of its own, because {why}")


def _prove(
    message: Message,
    splices: Sequence[Splice],
    touched: Sequence[verify.Touched],
    added: verify.Added | None = None,
) -> None:
    before, moved = verify.reduced(message.raw, message.root, splices)
    after = edit.apply(before, moved)
    problem = verify.spilled(before, after, moved) or verify.problem(before, after, touched, added)
    if problem:
        raise _Doubt(f"the edited mail did not verify: {problem}")


def _name(slot: _Slot) -> str:
    return f"part {slot.part.number or 'root'}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _COLUMNS, break_long_words=False, break_on_hyphens=False)


def _plain(slot: _Slot, place: int, text: str) -> str:
    """The footer with the line ends it needs to stand as a paragraph of its own."""
    above = slot.text[:place].replace("\r\n", "\n")
    gap = ""
    if above.strip(" \t") and not above.endswith("\n"):
        gap = "\n\n"
    elif above and above[:-1].rpartition("\n")[2].strip():
        gap = "\n"
    last = above.rstrip("\n").rpartition("\n")[2]
    if slot.part.params.get("format", "").lower() == "flowed" and last.endswith(" ") and last != "-- ":
        gap += "\n"  # the line above flows into the next one, which is the empty one (RFC 3676 4.1)
    return gap + "\n".join(_wrapped(text)) + ("\n\n" if slot.text[place:].strip() else "\n")


def _html(slot: _Slot, place: int, text: str) -> str:
    """The footer as one block, in ASCII whatever the charset."""
    escaped = references.escape("\n".join(_wrapped(text)), quote=False)
    plain = escaped.encode("ascii", "xmlcharrefreplace").decode("ascii")
    if slot.inline == "pre":
        return f"{plain}\n\n"
    if slot.inline:
        return f"<span>{plain}</span><br>\n<br>\n"
    at_line_start = place == 0 or slot.text[place - 1] == "\n"
    return ("" if at_line_start else "\n") + f'<div style="margin:1em 0">{plain}</div>\n'
