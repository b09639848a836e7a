"""To and Cc with one address in place of another, byte by byte.

Only the address itself is replaced, wherever it stands as one: in angle brackets or bare;
display names, comments and folding stay. `applied` proves it by the parser of the standard
library: the same mailboxes with the one address exchanged, and nothing else changed.
Raises CannotEdit. Pure.
"""

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.utils import getaddresses
from typing import Final

from gateway.mail import headers
from gateway.mail.address import Path
from gateway.mail.edit import CannotEdit, apply
from gateway.mail.message import Message
from gateway.mail.splice import Splice

_FIELDS: Final = ("to", "cc")
_TOKEN: Final = re.compile(
    rb'"(?:[^"\\]++|\\.)*+"|\((?:[^()\\]++|\\.)*+\)|<([^<>"]*+)>|[^\s"()<>,;:]++|\s++|.', re.DOTALL
)
_LINE: Final = 998
_LONGEST: Final = 64 * 1024


def splices(message: Message, old: Path, new: str) -> tuple[Splice, ...]:
    """The splices that put `new` in the place of the address `old`; none where it stands in neither field."""
    return tuple(
        splice
        for field in message.block.fields
        if field.name in _FIELDS
        for splice in _in_field(bytes(message.raw[field.value : field.end]), field.value, old, new)
    )


def _in_field(value: bytes, base: int, old: Path, new: str) -> Iterator[Splice]:
    """The places in one field. A word in front of an address in brackets is its name."""
    if len(value) > _LONGEST:
        raise CannotEdit("the field of the recipients is too long")
    waiting: Splice | None = None
    for token in _TOKEN.finditer(value):
        text = token[0]
        if token[1] is not None:
            waiting = None
            inner = token[1].strip()
            if _is(inner, old):
                at = token.start(1) + token[1].index(inner)
                yield Splice(base + at, len(inner), new.encode("ascii"))
        elif text in (b",", b";"):
            if waiting:
                yield waiting
            waiting = None
        elif _is(text, old):
            waiting = Splice(base + token.start(), len(text), new.encode("ascii"))
    if waiting:
        yield waiting


def _is(written: bytes, old: Path) -> bool:
    try:
        text = written.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"@" in written and Path(f"<{text}>", text).folded == old.folded


def applied(raw: bytes, fields: Sequence[Splice], old: Path, new: str) -> bytes:
    """`raw`, whose header is that of the message, with the splices of `splices` applied, and proven."""
    after = apply(raw, fields)
    block = headers.scan(after)
    if any(len(line) > _LINE for line in after[: block.end].split(b"\r\n")):
        raise CannotEdit(f"a line of the header would be longer than {_LINE} bytes")
    if after[block.body :] != raw[headers.scan(raw).body :]:
        raise CannotEdit("the new address did not verify: the body changed")
    was, now = (_read(each) for each in (raw, after))
    wanted = [
        (name, tuple((shown, _exchanged(address, old, new)) for shown, address in boxes), text)
        for name, boxes, text in was
    ]
    if wanted != now:
        raise CannotEdit("the new address did not verify: other parts of the header changed")
    return after


def _exchanged(address: str, old: Path, new: str) -> str:
    return new if Path(f"<{address}>", address).folded == old.folded else address


def _read(raw: bytes) -> list[tuple[str, tuple[tuple[str, str], ...], str]]:
    """All fields as the standard library reads them: To and Cc as mailboxes, the others as text."""
    parsed = email.message_from_bytes(raw, policy=email.policy.compat32)
    return [
        (name.lower(), tuple(getaddresses([str(value)])), "")
        if name.lower() in _FIELDS
        else (name.lower(), (), str(value))
        for name, value in parsed.items()
    ]
