"""The attachments of a reply, as lints look at them. Linear; never raises."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from gateway.lints.reply import Reply
from gateway.mail.message import Message
from gateway.mail.mime import Part, TooComplex

_MOST: Final = 100
_CONTAINERS: Final = ("multipart/", "message/delivery-status", "message/disposition")


class Attachment(NamedTuple):
    """One attached part: `size` in bytes when decoded, `inline`: the text may show it (Content-ID)."""

    name: str
    content_type: str
    size: int
    inline: bool

    @property
    def extension(self) -> str:
        """What stands behind the last dot of the name, lower case; "" without one."""
        stem, dot, ending = self.name.rpartition(".")
        return ending.strip().lower() if dot and stem else ""


def of(reply: Reply) -> tuple[Attachment, ...]:
    """The attachments of the message, at most 100; none of a text alone or a message over the limits."""
    if reply.message is None:
        return ()
    try:
        return tuple(_found(reply.message))[:_MOST]
    except TooComplex:
        return ()


def _found(message: Message) -> Iterator[Attachment]:
    shown = {written.part.number for written in message.written}
    waiting = [message.root]
    while waiting:
        part = waiting.pop(0)
        if part.is_multipart:
            waiting[:0] = part.children
        elif part.number not in shown and not part.content_type.startswith(_CONTAINERS):
            named = part.filename or ""
            if named or part.disposition == "attachment" or not part.content_type.startswith("text/"):
                yield Attachment(named, part.content_type, _size(message, part), _is_inline(part))


def _is_inline(part: Part) -> bool:
    return part.disposition != "attachment" and any(field.name == "content-id" for field in part.fields)


def _size(message: Message, part: Part) -> int:
    """Decoded size; base64 is counted, not decoded: its 76 characters a line are 57 bytes."""
    length = part.end - part.body
    if part.cte != "base64":
        return length
    ends = message.raw[part.body : min(part.end, part.body + 200)].find(b"\n") + 1
    lines = length // ends if ends > 2 else 0
    return (length - 2 * lines) * 3 // 4
