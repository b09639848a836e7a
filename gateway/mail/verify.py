"""The proof of an edit: another parser reads the message before and after it.

`problem` compares with the parser of the standard library, which shares no code with
`mail.mime`: same parts, same header fields, the same bytes in every part that was not
to be touched, and each touched part is its old text with the inserted text at its
place. Only its parser is used; it never writes a message.
"""

import email
import email.policy
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from typing import Any, Final, TypeAlias

from gateway.mail.headers import Buffer

_Parsed: TypeAlias = "Message[str, str]"
_DEPTH: Final = 100


@dataclass(frozen=True, slots=True)
class Touched:
    """One insertion: into part `number` (as in `mime.Part`), at character `at` of its text, the text `text`.

    `text` is as it reads when the edited part is decoded (`edit.fitted`).
    """

    number: str
    at: int
    text: str


def problem(before: Buffer, after: bytes, touched: Sequence[Touched]) -> str | None:
    """Why `after` is not `before` with just those insertions, in one sentence; None if it is."""
    try:
        old, new = (dict(_parts(_parse(raw), "")) for raw in (before[:], after))
    except Exception as error:  # whatever the other parser trips over, the edit is unproven
        return f"the message cannot be parsed again ({type(error).__name__})"
    if list(old) != list(new):
        return f"the message had {len(old)} parts and has {len(new)}"
    edits = {edit.number: edit for edit in touched}
    if len(edits) != len(touched) or not edits.keys() <= old.keys():
        return "an edited part is not found again"
    for number, part in old.items():
        wrong = _frame(part, new[number])
        if not wrong:
            edit = edits.get(number)
            wrong = _insertion(part, new[number], edit) if edit else _payload(part, new[number])
        if wrong:
            return f"part {number or 'root'}: {wrong}"
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


def _payload(old: _Parsed, new: _Parsed) -> str | None:
    if _hash(old) != _hash(new):
        return "the content changed and was not to be touched"
    return None


def _hash(part: _Parsed) -> bytes:
    payload: Any = part.get_payload()
    if not isinstance(payload, str):  # the children are compared one by one
        return b""
    return hashlib.sha256(payload.encode("utf-8", "surrogateescape")).digest()


def _insertion(old: _Parsed, new: _Parsed, edit: Touched) -> str | None:
    was, now = _text(old), _text(new)
    if was is None or now is None:
        return "the text cannot be decoded"
    if now != was[: edit.at] + edit.text + was[edit.at :]:
        return "the text is not the old one with the insertion"
    if now.count(edit.text) != was.count(edit.text) + 1:
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
