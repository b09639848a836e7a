"""What exactly would be sent: for each form of a release, what the recipient sees, and what is new in it.

Asks the same `copies` that the releaser asks, and compares the text of the parts
before and after. Pure; a form that cannot be had says why, in a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gateway.config.models import Config
from gateway.mail import edit, html
from gateway.mail.message import Message
from gateway.mail.mime import TooComplex
from gateway.review.copies import CannotRelease, Copy, Stamp, copy
from gateway.store.held import Held
from gateway.words import Thread

FORMS: Final = ("original", "footer", "redacted", "relay", "redirect")
"""The forms of a release, in the order they are offered."""

MOST: Final = 64 * 1024
"""Characters of text that are shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place where the recipient's text differs from the author's.

    `part` is the number of the MIME part, `at` the offset of the change in the text of `before`.
    """

    part: str
    content_type: str
    at: int
    removed: str
    inserted: str


@dataclass(frozen=True, slots=True)
class Preview:
    """One form of a release: `why` says why not, where it is not `possible`.

    `text` is what the recipient would read (at most MOST characters), `fields` what is put in front of the
    header, `size` how many bytes go out, `identical` whether these are the author's bytes behind `fields`.
    """

    form: str
    possible: bool
    why: str = ""
    text: str = ""
    changes: tuple[Change, ...] = ()
    fields: str = ""
    size: int = 0
    identical: bool = False


def previews(
    held: Held, body: bytes, thread: Thread | None, config: Config, stamp: Stamp, alias: str | None = None
) -> tuple[Preview, ...]:
    """Every form, in the order of FORMS; `alias` as for `copies.copy`."""
    return tuple(preview(held, body, form, thread, config, stamp, alias) for form in FORMS)


def preview(
    held: Held,
    body: bytes,
    form: str,
    thread: Thread | None,
    config: Config,
    stamp: Stamp,
    alias: str | None = None,
) -> Preview:
    """What a release in this form would send."""
    try:
        made = copy(held, body, form, thread, config, stamp, alias)
    except CannotRelease as error:
        return Preview(form, False, error.why)
    before = Message(body)
    if made.raw is not body:  # a mail of its own, in place of the author's
        text = Message(made.raw).visible[:MOST]
        return Preview(form, True, text=text, fields=made.prefix.decode("utf-8", "replace"), size=made.size)
    after = Message(edited(made)) if made.splices else before
    return Preview(
        form=form,
        possible=True,
        text=after.visible[:MOST],
        changes=tuple(_changes(before, after)) if made.splices else (),
        fields=made.prefix.decode("utf-8", "replace"),
        size=made.size,
        identical=not made.splices,
    )


def edited(made: Copy) -> bytes:
    """The message as it goes out, without the fields in front."""
    return edit.apply(made.raw, made.splices)


def _changes(before: Message, after: Message) -> Iterator[Change]:
    try:
        old, new = before.texts(), after.texts()
    except TooComplex:
        return
    if len(old) != len(new):  # a part was added
        yield _change("", "text/plain", before.visible, after.visible)
        return
    for (part, text), (_, changed) in zip(old, new, strict=True):
        if text != changed:
            if part.content_type == "text/html":
                text, changed = html.visible(text), html.visible(changed)
            yield _change(part.number, part.content_type, text, changed)


def _change(part: str, content_type: str, text: str, changed: str) -> Change:
    """The one stretch that differs: what both texts begin and end with is left out."""
    start = _common(text, changed)
    end = min(_common(text[::-1], changed[::-1]), min(len(text), len(changed)) - start)
    if start + end == len(text):  # a pure insertion
        start, end = _at_a_line_start(text, changed, start, end)
    return Change(
        part,
        content_type,
        start,
        text[start : len(text) - end][:MOST],
        changed[start : len(changed) - end][:MOST],
    )


def _at_a_line_start(text: str, changed: str, start: int, end: int) -> tuple[int, int]:
    """An insertion between equal characters can be read in several places: read it as whole lines."""
    back = start - (text.rfind("\n", 0, start) + 1)
    stop = len(changed) - end
    if 0 < back <= stop - start and text[start - back : start] == changed[stop - back : stop]:
        return start - back, end + back
    return start, end


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
