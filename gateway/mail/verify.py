"""The proof of an edit: another parser reads the message before and after it.

`problem` compares with the parser of the standard library, which shares no code with
`mail.mime`: same parts, same header fields, same delimiters, the same bytes in every
part that was not to be touched, and each touched part is its old text with just the
changes at their places. Only its parser is used; it never writes a message. `spilled`
is the cheap check of the bytes themselves: outside the splices nothing moved.
"""

import email
import email.policy
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from typing import Any, Final, TypeAlias

from gateway.mail import headers
from gateway.mail.headers import Buffer
from gateway.mail.mime import Part
from gateway.mail.splice import Splice, apply

_Parsed: TypeAlias = "Message[str, str]"
_DEPTH: Final = 100
_LARGE: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Touched:
    """One change of part `number` (as in `mime.Part`): at character `at` of its text, `removed` characters go
    and `text` comes.

    `text` is as it reads when the edited part is decoded (`edit.fitted`). Several changes of one part have
    their places in the old text and do not overlap.
    """

    number: str
    at: int
    text: str
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """A text/plain part that is new: it is the last part of the message, `number` is what it must have, and
    `text` how it reads."""

    number: str
    text: str


def reduced(raw: Buffer, root: Part, splices: Sequence[Splice]) -> tuple[Buffer, Sequence[Splice]]:
    """The message with the content of large parts that no splice is near exchanged for its digest, and the
    splices as they lie in that.

    So that another parser need not hold 50 MiB of attachments several times over. What holds a line that
    could be a delimiter stays as it is.
    """
    edits = [(each.offset, each.offset + each.length) for each in splices]
    digests = [
        Splice(part.body, part.end - part.body, _digest(raw, part))
        for part in root.walk()
        if not part.children
        and part.end - part.body > _LARGE
        and not any(part.body <= end and start <= part.end for start, end in edits)
        and raw.find(b"\n--", max(part.body - 1, 0), part.end) < 0
    ]
    if not digests:
        return raw, splices
    moved = [replace(each, offset=each.offset - _saved(digests, each.offset)) for each in splices]
    return apply(raw, digests), moved


def _saved(digests: Sequence[Splice], offset: int) -> int:
    """How many octets fewer there are before the offset."""
    return sum(each.length - len(each.replacement) for each in digests if each.offset < offset)


def _digest(raw: Buffer, part: Part) -> bytes:
    digest = hashlib.sha256()
    for at in range(part.body, part.end, _LARGE):
        digest.update(raw[at : min(at + _LARGE, part.end)])
    return digest.hexdigest().encode()


def problem(
    before: Buffer, after: bytes, touched: Sequence[Touched], added: Added | None = None
) -> str | None:
    """Why `after` is not `before` with just those changes, in one sentence; None if it is."""
    try:
        old, new = (dict(_parts(_parse(raw), "")) for raw in (before[:], after))
    except Exception as error:  # whatever the other parser trips over, the edit is unproven
        return f"the message cannot be parsed again ({type(error).__name__})"
    if added:
        wrong = _addition(old, new, added)
        if wrong:
            return wrong
        del new[added.number]
    if list(old) != list(new):
        return f"the message had {len(old)} parts and has {len(new)}"
    edits: dict[str, list[Touched]] = {}
    for edit in touched:
        edits.setdefault(edit.number, []).append(edit)
    if not edits.keys() <= old.keys():
        return "an edited part is not found again"
    for number, part in old.items():
        wrong = _frame(part, new[number])
        if not wrong:
            changes = edits.get(number)
            wrong = _changes(part, new[number], changes) if changes else _payload(part, new[number])
        if wrong:
            return f"part {number or 'root'}: {wrong}"
    return _delimiters(old, before, after, added)


def spilled(before: Buffer, after: bytes, splices: Iterable[Splice]) -> str | None:
    """Why `after` differs from `before` outside the splices, or in the message's header; None if it does not.

    The splices are those of one edit, which touch no header field.
    """
    body = headers.scan(before).body
    at, gained = 0, 0
    for splice in sorted(splices, key=lambda splice: (splice.offset, splice.length)):
        if splice.offset < max(at, body):
            return "a splice lies in the header or in another one"
        start = splice.offset + gained
        if before[at : splice.offset] != after[at + gained : start]:
            return "bytes changed outside the splices"
        if after[start : start + len(splice.replacement)] != splice.replacement:
            return "a splice is not where it should be"
        at = splice.offset + splice.length
        gained += len(splice.replacement) - splice.length
    if before[at:] != after[at + gained :]:
        return "bytes changed outside the splices"
    return None


def _parse(raw: bytes) -> _Parsed:
    parsed: _Parsed = email.message_from_bytes(raw, policy=email.policy.compat32)
    return parsed


def _parts(part: _Parsed, number: str, depth: int = 0) -> Iterator[tuple[str, _Parsed]]:
    """All parts with their numbers, children counted from 1 at each level."""
    yield number, part
    children: Any = part.get_payload()
    if isinstance(children, list) and depth < _DEPTH:
        for index, child in enumerate(children, 1):
            yield from _parts(child, f"{number}.{index}" if number else str(index), depth + 1)


def _frame(old: _Parsed, new: _Parsed) -> str | None:
    """What differs around the content: type, fields, text between the parts, defects."""
    if old.get_content_type() != new.get_content_type():
        return "the content type changed"
    if old.raw_items is not None and list(old.raw_items()) != list(new.raw_items()):
        return "a header field changed"
    if (old.preamble, old.epilogue) != (new.preamble, new.epilogue):
        return "the text before or after the parts changed"
    if [type(defect) for defect in old.defects] != [type(defect) for defect in new.defects]:
        return "a defect appeared"
    return None


def _delimiters(old: Mapping[str, _Parsed], before: Buffer, after: bytes, added: Added | None) -> str | None:
    """Whether the delimiter lines of all boundaries are the same, one more where a part was added."""
    names = {part.get_boundary() for part in old.values() if part.is_multipart()} - {None}
    encoded = sorted(str(name).encode("utf-8", "surrogateescape") for name in names)
    if not encoded:
        return None
    lines = re.compile(rb"^--(?:" + b"|".join(map(re.escape, encoded)) + rb")(?:--)?[ \t]*\r?$", re.MULTILINE)
    was, now = ([line.strip() for line in lines.findall(raw)] for raw in (before, after))
    if added and len(now) == len(was) + 1 and len(now) > 1:
        outermost = b"--" + str(old[""].get_boundary()).encode("utf-8", "surrogateescape")
        at = max(index for index, line in enumerate(now) if line == outermost)
        now = now[:at] + now[at + 1 :]
    return None if was == now else "the delimiter lines changed"


def _addition(old: Mapping[str, _Parsed], new: Mapping[str, _Parsed], added: Added) -> str | None:
    part = new.get(added.number)
    if part is None or added.number in old or list(new)[-1] != added.number:
        return "the added part is not the last one"
    if part.get_content_type() != "text/plain" or part.defects:
        return "the added part is no clean text"
    return None if _text(part) == added.text else "the added part does not read as it should"


def _payload(old: _Parsed, new: _Parsed) -> str | None:
    if _hash(old) != _hash(new):
        return "the content changed and was not to be touched"
    return None


def _hash(part: _Parsed) -> bytes:
    payload: Any = part.get_payload()
    if not isinstance(payload, str):  # the children are compared one by one
        return b""
    return hashlib.sha256(payload.encode("utf-8", "surrogateescape")).digest()


def _changes(old: _Parsed, new: _Parsed, changes: Sequence[Touched]) -> str | None:
    was, now = _text(old), _text(new)
    if was is None or now is None:
        return "the text cannot be decoded"
    wanted, at = list[str](), 0
    for change in sorted(changes, key=lambda change: change.at):
        if not at <= change.at <= change.at + change.removed <= len(was):
            return "the changes overlap"
        wanted += (was[at : change.at], change.text)
        at = change.at + change.removed
    if now != "".join((*wanted, was[at:])):
        return "the text is not the old one with the insertion"
    if (
        len(changes) == 1
        and not changes[0].removed
        and now.count(changes[0].text) != was.count(changes[0].text) + 1
    ):
        return "the inserted text is not there exactly once"
    return None


def _text(part: _Parsed) -> str | None:
    data: Any = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None
    charset = part.get_content_charset() or "us-ascii"
    try:
        return data.decode(charset)
    except (LookupError, UnicodeError):
        return None
