"""The contact data in the signature of a reply, as splices that take them out and nothing else.

Shared by `redact` and `reroute`. Each text of the mail (text/plain and its HTML twin) is
looked through by the lints, what they find in its signature goes (`contact_lines`), and
the edit is proven: by the parser of the standard library, and by reading what is left.
Mail that is signed, encrypted or can be read in two ways, contact data in the text itself,
and new text below a quote are CannotCut. The quoted history is never touched. Pure.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gateway.actions import contact_lines
from gateway.actions.contact_lines import Unclear
from gateway.mail import cut, edit, html, mime, seen, verify
from gateway.mail.edit import CannotEdit
from gateway.mail.message import Message, Written
from gateway.mail.splice import Splice
from gateway.words import Finding

LintText: TypeAlias = Callable[[str], Sequence[Finding]]
"""The lints of one text: findings with spans in its characters."""

Span: TypeAlias = tuple[int, int]

CONTACT: Final = frozenset({"email_address", "phone_number", "foreign_url"})
"""The checks whose finds are contact data. `signature_contact_block` only sums them up: from the first to the
last of them the firm may stand in between, which has to stay."""

_LINK: Final = re.compile(r"(?:mailto|tel|callto|sms|whatsapp):", re.I)


class CannotCut(Exception):
    """The contact data cannot be taken out safely: `why`, and whether it is because the mail is `signed`."""

    def __init__(self, why: str, signed: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.signed = signed


@dataclass(frozen=True, slots=True)
class Cuts:
    """What is taken out: the splices, the message without it, and the lines a person would remove by hand."""

    splices: tuple[Splice, ...]
    after: bytes
    lines: tuple[str, ...]


def cuts(message: Message, lint: LintText) -> Cuts:
    """The contact data of the signature taken out of every text of the mail; no splices if there are none.

    Raises CannotCut, and mime.TooComplex.
    """
    if mime.signed_or_encrypted(message.raw, message.root):
        raise CannotCut("the mail is signed or encrypted and cannot be edited", signed=True)
    splices, touched, lines = list[Splice](), list[verify.Touched](), dict[str, None]()
    for written in message.written:
        try:
            spans, shown = _of(written, lint)
            if not spans:
                continue
            for problem in mime.doubts(message.root, written.part):
                raise CannotCut(f"the mail can be read in two ways: {problem}")
            splices += cut.cut(message.raw, written.part, spans)
        except (CannotEdit, Unclear) as error:
            raise CannotCut(f"part {written.part.number or 'root'}: {error}") from None
        touched += (verify.Touched(written.part.number, first, "", last - first) for first, last in spans)
        lines |= dict.fromkeys(shown)
    after = edit.apply(message.raw, splices)
    if splices:
        before, moved = verify.reduced(message.raw, message.root, splices)
        small = edit.apply(before, moved)
        wrong = verify.spilled(before, small, moved) or verify.problem(before, small, touched)
        if wrong:
            raise CannotCut(f"the edited mail did not verify: {wrong}")
    _nothing_left(Message(after), lint)
    return Cuts(tuple(splices), after, tuple(lines))


def _of(written: Written, lint: LintText) -> tuple[tuple[Span, ...], list[str]]:
    """What goes of one part, in characters of its text, and the lines it goes from."""
    source = written.text[: written.cut.offset]
    if written.part.content_type == "text/html":
        look = seen.look(source, len(source))
        parts, shown = _parts(look.text, lint)
        if not parts:
            return (), []
        _settled(written)
        return _in_html(look, source, parts), shown
    # Lints read lines that end in "\n" alone.
    at = [place for place, sign in enumerate(source) if sign != "\r" or source[place + 1 : place + 2] != "\n"]
    at.append(len(source))
    parts, shown = _parts("".join(source[place] for place in at[:-1]), lint)
    if parts:
        _settled(written)
    spans = (
        _with_line_end(written.text, at[part.first], at[part.last - 1] + 1, part.whole) for part in parts
    )
    return tuple(spans), shown


def _settled(written: Written) -> None:
    """Only where it is certain what is new and what is history."""
    if not written.cut.sure or written.cut.doubt:
        why = written.cut.why or written.cut.doubt
        raise CannotCut(f"it is not certain where the quoted history begins: {why}")


def _parts(text: str, lint: LintText) -> tuple[tuple[contact_lines.Part, ...], list[str]]:
    """The contact data of one text, which all stand in its signature, and their lines as they are."""
    found = [one for one in lint(text) if one.check in CONTACT and one.span[0] < one.span[1]]
    for one in found:
        if not one.in_signature:
            raise CannotCut(f"contact data stand in the text itself: {one.snippet}")
    parts = contact_lines.parts(text, [one.span for one in found])
    return parts, [_line(text, part.first) for part in parts]


def _line(text: str, at: int) -> str:
    stop = text.find("\n", at)
    return " ".join(text[text.rfind("\n", 0, at) + 1 : None if stop < 0 else stop].split())


def _with_line_end(text: str, first: int, last: int, whole: bool) -> Span:
    """The stretch of plain text; a whole line takes its line end along."""
    end = next((end for end in ("\r\n", "\n") if whole and text.startswith(end, last)), "")
    return first, last + len(end)


def _in_html(look: seen.Seen, source: str, parts: Sequence[contact_lines.Part]) -> tuple[Span, ...]:
    """The stretches of the source, and the proof that what is left reads as it should."""
    if look.text.split() != html.visible(source).split():
        raise CannotCut("the HTML can be read in two ways")
    spans = [(part.first, part.last) for part in parts]
    found = seen.ranges(look, source, spans)
    left, at = list[str](), 0
    for first, last in found:
        left.append(source[at:first])
        at = last
    read = html.visible("".join((*left, source[at:])))
    kept, at = list[str](), 0
    for first, last in spans:
        kept.append(look.text[at:first])
        at = last
    kept.append(look.text[at:])
    wanted = [" ".join(line.split()) for line in "".join(kept).split("\n")]
    if [line for line in wanted if line] != [
        " ".join(line.split()) for line in read.split("\n") if line.strip()
    ]:
        raise CannotCut("the HTML would not read as it should without the contact data")
    return found


def _nothing_left(message: Message, lint: LintText) -> None:
    """Whether the lints find no contact data any more, in no text and behind no link of the new text."""
    for written in message.written:
        source = written.text[: written.cut.offset]
        is_html = written.part.content_type == "text/html"
        for one in lint(seen.look(source, len(source)).text if is_html else source.replace("\r\n", "\n")):
            if one.check in CONTACT:
                raise CannotCut(f"contact data are left: {one.snippet}")
        if is_html and any(_LINK.match(target) for target in html.links(source)):
            raise CannotCut("contact data are left behind a link")
