"""A message: immutable bytes, and what can be read from them, worked out when it is asked for.

The bytes are a buffer with line ends as received; everything else is offsets into
it and text decoded from it. Nothing here changes or copies the message. `root`
and what needs it raise mime.TooComplex; `visible`, `filenames` and `attached`
make the best of such a message; nothing else raises.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gateway.mail import address, encoded, headers, html, mime, opinion, plaintext, quote
from gateway.mail.address import Mailbox
from gateway.mail.headers import Block, Buffer
from gateway.mail.mime import Part, TooComplex
from gateway.mail.quote import Cut

MAX_VISIBLE: Final = 256 * 1024
"""Characters of `visible`, and of one HTML part that are looked at."""

MAX_TEXT: Final = 4 * 1024 * 1024
"""Octets that the displayable parts may have together, encoded, to be read and edited as a whole."""

_BEGUN: Final = 1024 * 1024  # octets of a large part, or an embedded message, that are read
MAX_ATTACHED: Final = 5
ATTACHED_DEPTH: Final = 2
"""How many embedded messages are looked at, and how deep one may lie in another."""

_ID: Final = re.compile(r"<[^<>\s]++>")
_BARE_ID: Final = re.compile(r"<[^<>\s]++>|(?<![^\s,;])[^\s,;<>()\"\\@]++@[^\s,;<>()\"\\@]++(?![^\s,;])")


@dataclass(frozen=True, slots=True)
class Written:
    """A displayable part: its decoded `text`, where the quote in it begins, and what the author wrote now.

    `own` is what a person reads: of HTML the visible text. It is whole: also what stands below a quote.
    """

    part: Part
    text: str
    cut: Cut
    own: str


class Message:
    """One message. `raw` must not change while it is in use."""

    def __init__(self, raw: Buffer) -> None:
        self.raw = raw

    def __len__(self) -> int:
        return len(self.raw)

    @cached_property
    def block(self) -> Block:
        """The header."""
        return headers.scan(self.raw)

    @cached_property
    def root(self) -> Part:
        """The MIME tree. Raises TooComplex."""
        return mime.parse(self.raw, block=self.block)

    def get(self, name: str) -> str | None:
        """The first field of that name (any case), decoded, or None."""
        name = name.lower()
        return next((headers.text(self.raw, f) for f in self.block.fields if f.name == name), None)

    def get_all(self, name: str) -> tuple[str, ...]:
        """All fields of that name, decoded, in order."""
        name = name.lower()
        return tuple(headers.text(self.raw, f) for f in self.block.fields if f.name == name)

    def count(self, name: str) -> int:
        """How many fields of that name there are."""
        name = name.lower()
        return sum(f.name == name for f in self.block.fields)

    def _unfolded(self, *names: str) -> str:
        return ", ".join(headers.unfolded(self.raw, f) for f in self.block.fields if f.name in names)

    def _ids(self, name: str) -> tuple[str, ...]:
        value = self._unfolded(name)
        # Some ticket systems and old clients leave the brackets out; In-Reply-To may also have words with an
        # address beside the id (RFC 822 4.6.2), so there, and in Message-ID, bare ones count only alone.
        found = _ID.findall(value) if name != "references" else []
        found = found or [one if one[0] == "<" else f"<{one}>" for one in _BARE_ID.findall(value)]
        return tuple(found[-100:])

    @cached_property
    def message_id(self) -> str | None:
        """The message id with its brackets, or None."""
        return next(iter(self._ids("message-id")), None)

    @cached_property
    def in_reply_to(self) -> tuple[str, ...]:
        """The ids of In-Reply-To, at most 100."""
        return self._ids("in-reply-to")

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The ids of References, newest last, at most the 100 newest."""
        return self._ids("references")

    @cached_property
    def from_(self) -> tuple[Mailbox, ...]:
        """The mailboxes of From."""
        return address.mailboxes(self._unfolded("from"))

    @cached_property
    def to_cc(self) -> tuple[Mailbox, ...]:
        """The mailboxes of To and Cc, in order of appearance."""
        return address.mailboxes(self._unfolded("to", "cc"))

    @cached_property
    def subject(self) -> str:
        """The subject, "" if there is none."""
        return self.get("subject") or ""

    @cached_property
    def _texts(self) -> tuple[tuple[Part, str], ...]:
        parts = mime.displayable(self.root)
        if sum(part.end - part.body for part in parts) > MAX_TEXT:
            raise TooComplex(f"more than {MAX_TEXT} octets of text")
        return tuple((part, mime.text(self.raw, part)) for part in parts)

    def texts(self) -> tuple[tuple[Part, str], ...]:
        """The displayable parts with their decoded text. Raises TooComplex."""
        return self._texts

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """The displayable parts, each taken apart into own text and quoted history. Raises TooComplex."""
        return tuple(_written(part, text) for part, text in self.texts())

    @cached_property
    def visible(self) -> str:
        """All displayable text as plain text, for reading and searching; at most `MAX_VISIBLE` characters.

        Plain parts first. An HTML part gives its text only where no plain part with words says the same (in
        one multipart/alternative), and always its link targets and the alternative texts of its pictures,
        one a line. Of much text the beginning of each part; of a message that is too complex otherwise, the
        beginning of the body as written. Never raises.
        """
        try:
            parts = mime.displayable(self.root)
            if max((part.end - part.body for part in parts), default=0) <= _BEGUN:
                texts = self.texts()
            else:
                texts = tuple((part, mime.text(self.raw, part, _BEGUN)) for part in parts)
        except TooComplex:
            return encoded.unlabelled(self.raw[self.block.body : self.block.body + MAX_VISIBLE])
        if len(texts) == 1 and texts[0][0].content_type == "text/plain":
            return texts[0][1][:MAX_VISIBLE]
        twins = _with_plain_twin(self.root, {part.number for part, text in texts if text.strip()})
        plain, rest = list[str](), list[str]()
        for part, text in texts:
            if part.content_type == "text/plain":
                plain.append(text[:MAX_VISIBLE])
            else:
                words, targets = plaintext.of_html(text[:MAX_VISIBLE])
                rest += targets if part.number in twins else (words, *targets)
        return "\n".join((*plain, *rest))[:MAX_VISIBLE]

    @cached_property
    def filenames(self) -> tuple[str, ...]:
        """The file names of all parts, attached messages included; none if the message is too complex."""
        try:
            return tuple(part.filename for part in self.root.walk() if part.filename)
        except TooComplex:
            return ()

    @cached_property
    def attached(self) -> tuple[tuple[Part, "Message"], ...]:
        """The embedded messages, at most `MAX_ATTACHED`, down to messages in messages, outermost first.

        Each comes with its message/rfc822 part, whose offsets are those of this message; the Message is a
        copy of its bytes, of a large one of its beginning. None if the message is too complex.
        """
        try:
            level = [(part, 1) for part in _embedded(self.root)]
        except TooComplex:
            return ()
        found: list[tuple[Part, Message]] = []
        for part, depth in level:  # grows while it is read: outermost first
            if len(found) == MAX_ATTACHED:
                break
            inner = part.children[0]
            found.append((part, Message(self.raw[inner.start : min(inner.end, inner.start + _BEGUN)])))
            if depth < ATTACHED_DEPTH:
                level += [(deeper, depth + 1) for deeper in _embedded(inner)]
        return tuple(found)


def _written(part: Part, text: str) -> Written:
    if part.content_type == "text/html":
        cut, own = html.read(text, opinion.checked)
        return Written(part, text, cut, own)
    cut = quote.newest(text, opinion.checked)
    return Written(part, text, cut, quote.own(text, cut))


def _embedded(root: Part) -> Iterator[Part]:
    """The parts below `root`, itself included, that hold an embedded message, not looking into those."""
    if root.children and not root.is_multipart:
        yield root
    elif root.is_multipart:
        for child in root.children:
            yield from _embedded(child)


def _with_plain_twin(part: Part, worded: AbstractSet[str], twin: bool = False) -> set[str]:
    """Numbers of the HTML parts below `part` that stand in an alternative with a worded plain part."""
    if not part.is_multipart:
        return {part.number} if twin and part.content_type == "text/html" else set()
    if part.content_type == "multipart/alternative":
        twin = any(p.content_type == "text/plain" and p.number in worded for p in part.walk())
    return set[str]().union(*(_with_plain_twin(child, worded, twin) for child in part.children))
