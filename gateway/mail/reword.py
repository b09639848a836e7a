"""The newest text of a mail in other words: what a person may edit, and the splices that put it in.

`own_text` is the text as it is edited; `reword` puts another one in its place, in the
text/plain part and word by word in its HTML twin, and proves the edit with the parser of
the standard library. The quoted history stays as it is. What cannot be done safely raises
CannotEdit with the reason. Pure; raises also mime.TooComplex.
"""

import re
from dataclasses import dataclass
from typing import Final

from gateway.mail import edit, mime, rewrite, twin, verify
from gateway.mail.compare import steps
from gateway.mail.edit import CannotEdit
from gateway.mail.message import Message, Written
from gateway.mail.splice import Splice
from gateway.mail.twin import Edit

MOST: Final = 64 * 1024
"""Characters of a text that can be edited."""

_CONTROL: Final = re.compile(r"[^\t\n\x20-\x7e\x80-\U0010ffff]|[\x80-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reworded:
    """The splices, and the message with them."""

    splices: tuple[Splice, ...]
    after: bytes


def own_text(message: Message) -> str:
    """The newest text, lines ended by "\\n", without blanks at line ends and blank lines around it."""
    written = _main(message)[0]
    if written.part.content_type == "text/html":
        return twin.look(written).text
    return "\n".join(_Lines(written).shown)


def tidy(text: str) -> str:
    """A text as it came from a form or a file, in the form of `own_text`. Raises CannotEdit."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(plain) > MOST:
        raise CannotEdit(f"the new text is longer than {MOST} characters")
    odd = _CONTROL.search(plain)
    if odd:
        raise CannotEdit(f"the new text holds the control character U+{ord(odd[0]):04X}")
    tidied = "\n".join(line.rstrip() for line in plain.split("\n")).strip("\n")
    if not tidied.strip():
        raise CannotEdit("the new text is empty; what is not to be sent is given back to its author")
    return tidied


def reword(message: Message, text: str, seven_bit: bool = False) -> Reworded:
    """The mail with `text` as its newest text. `seven_bit` as for `edit.insert`.

    Raises CannotEdit, also where nothing would change.
    """
    new, old = tidy(text), own_text(message)
    if new == old:
        raise CannotEdit("the text is the same as before")
    splices, touched = list[Splice](), list[verify.Touched]()
    for written in _main(message):
        if written.part.content_type == "text/html":
            change = twin.reword(written, old, new, seven_bit)
        else:
            change = _in_plain(message, written, new, seven_bit)
        if change is None:
            continue
        first, last, comes = change
        splices.append(rewrite.rewrite(message.raw, written.part, first, last, comes))
        touched.append(verify.Touched(written.part.number, first, comes, last - first))
    if not splices:
        raise CannotEdit("only blanks and line ends differ, which HTML does not show")
    after = edit.apply(message.raw, splices)
    wrong = verify.spilled(message.raw, after, splices) or verify.problem(message.raw, after, touched)
    if wrong:
        raise CannotEdit(f"the edited mail did not verify: {wrong}")
    return Reworded(tuple(splices), after)


def _main(message: Message) -> tuple[Written, ...]:
    """The plain text with words and its HTML twin, or one of them."""
    if mime.signed_or_encrypted(message.raw, message.root):
        raise CannotEdit("the mail is signed or encrypted")
    plain, other = list[Written](), list[Written]()
    for written in message.written:
        if written.own.strip():
            (other if written.part.content_type == "text/html" else plain).append(written)
    if len(plain) > 1 or len(other) > 1:
        raise CannotEdit("its text stands in several parts")
    if not plain and not other:
        raise CannotEdit("it has no new text")
    for written in (*plain, *other):
        if written.text[: written.cut.offset].strip() == "":
            raise CannotEdit("its new text stands below the quoted history")
        for problem in mime.doubts(message.root, written.part):
            raise CannotEdit(f"the mail can be read in two ways: {problem}")
        rewrite.codec_of(written.part)
    return (*plain, *other)


class _Lines:
    """The lines of the newest plain text: `raw` as they are, with their line ends, `shown` as people edit
    them; `first` is where the first of them begins in the part's text."""

    def __init__(self, written: Written) -> None:
        flowed = written.part.params.get("format", "").lower() == "flowed"
        raw = re.findall(r"[^\n]*\n|[^\n]+", written.text[: written.cut.offset])
        shown = [_unstuffed(line).rstrip() if flowed else line.rstrip() for line in raw]
        lead = next((number for number, line in enumerate(shown) if line), len(shown))
        stop = next((number for number in range(len(shown), lead, -1) if shown[number - 1]), lead)
        self.raw, self.shown = raw[lead:stop], shown[lead:stop]
        self.first = sum(map(len, raw[:lead]))


def _unstuffed(line: str) -> str:
    """A line of format=flowed without the blank that stuffs it (RFC 3676 4.4)."""
    return line[1:] if line.startswith(" ") else line


def _in_plain(message: Message, written: Written, text: str, seven_bit: bool) -> Edit | None:
    """Lines that stay keep their bytes; the others are written as the part can hold them."""
    lines, new = _Lines(written), text.split("\n")
    changes = [step for step in steps(lines.shown, new) if step[0] != "equal"]
    if not changes:
        return None
    low, high = changes[0][1], changes[-1][2]
    end = "\n" if "\n" in written.text and "\r\n" not in written.text else "\r\n"
    comes = list[str]()
    for what, first, last, start, stop in steps(lines.shown, new):
        if what == "equal":
            comes += (raw for number, raw in enumerate(lines.raw[first:last], first) if low <= number < high)
        elif start < stop:
            words = "\n".join(new[start:stop])
            comes.append(edit.fitted(message.raw, written.part, words, seven_bit) + end)
    at = lines.first + sum(map(len, lines.raw[:low]))
    gone = "".join(lines.raw[low:high])
    whole = "".join(line if line.endswith("\n") else line + end for line in comes)
    if low == len(lines.raw) and lines.raw and not lines.raw[-1].endswith("\n"):
        return at, at, end + whole.removesuffix(end)  # behind a last line that no line end closes
    if gone and not gone.endswith("\n"):
        whole = whole.removesuffix(end)
    return at, at + len(gone), whole
