"""A second opinion on where the quoted history begins, by a library with tables of its own.

`checked` shows quotequail the lines that our reading calls new. Where it finds there
what is a quote by the measure of both (a dated attribution, three header labels with
sender and date, a forward with a header, three lines marked by ">"), the two disagree, and the
footer goes to the end. Where our reading was in doubt and the library sees the same
place, the doubt is gone. Pure, never raises; at most `MAX_LINES` lines are shown, from
the first one on at which the library could see anything.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import quotequail

from gateway.mail.quote import Lines

MAX_LINES: Final = 200
_LENGTH: Final = 400
_LOOKS: Final = 5
_HEADERS: Final = ("from", "to", "cc", "bcc", "reply-to", "date", "subject")
_ENDS: Final = (":", ">", "-", "_")
"""How every line ends that the library takes for the top of a reply or forward, its second row included."""
_LABEL: Final = re.compile(r"\*?[-\w ]+:")
"""How every header field begins for the library."""


def checked(lines: Sequence[str], ours: Lines) -> Lines:
    """Our reading of the clean lines, and the end as the place of the footer where the two disagree."""
    shown = list(lines[: min(len(lines) if ours.doubt else ours.first, MAX_LINES)])
    theirs = begins(shown)
    if theirs is None or (not ours.doubt and ours.place < len(lines) and theirs >= ours.place):
        return ours
    if ours.doubt:
        if theirs == ours.first and any(lines[:theirs]):
            return replace(ours, place=ours.first, why="", doubt="")
        return ours
    doubt = f"two readings of the quote disagree: it may begin at {lines[theirs][:60]!r}"
    return replace(ours, place=len(lines), why=ours.why or doubt, doubt=doubt)


def begins(lines: Sequence[str]) -> int | None:
    """The line at which quotequail sees the history begin, if that is enough of a quote; else None."""
    # Lines of dashes alone are in many signatures, and the library takes some for the top of a forward.
    shown = ["" if not line.strip("_-= ") else line[:_LENGTH] for line in lines]
    start = 0
    for _ in range(_LOOKS):
        found = _unwrapped(shown[start:])
        if found is None:
            return None
        at, enough = found
        if enough:
            return start + at
        start += at + 1
    return None


def _unwrapped(lines: Sequence[str]) -> tuple[int, bool] | None:
    """Where the library sees a quote, and whether it is enough of one."""
    skipped = _first_worth_a_look(lines)
    if skipped is None:
        return None
    # It tries each line by itself, so what stands above changes nothing, and costs fifty patterns a line.
    found = _seen(lines[skipped:])
    return None if found is None else (skipped + found[0], found[1])


def _first_worth_a_look(lines: Sequence[str]) -> int | None:
    """The first line at which the library could see a quote begin, None if there is none.

    It sees one where a line, or it and the next one together, is the top of a reply or forward, at a line
    marked by ">", and at a header field where two follow each other.
    """
    labelled: int | None = None
    for index, line in enumerate(lines):
        label = ":" in line and _LABEL.match(line) is not None
        if label and labelled is not None:
            return labelled
        if line.startswith(">") or line.rstrip().endswith(_ENDS):
            return max(index - 1, 0) if labelled is None else labelled
        if label:
            labelled = index
    return None


def _seen(lines: Sequence[str]) -> tuple[int, bool] | None:
    text = "\n".join(lines)
    try:
        found = quotequail.unwrap(text)
    except Exception:  # it is only asked for its opinion
        return None
    if not found:
        return None
    top = found.get("text_top", "")
    at = (len(text) - len(text.lstrip()) if top else 0) + len(top)
    first = text.count("\n", 0, at) + bool(top)
    while first < len(lines) and not lines[first].strip():
        first += 1
    if first >= len(lines):
        return None
    dated = any(sign.isdigit() for sign in found.get("date", ""))
    named = "@" in found.get("from", "") or "subject" in found
    headers = "from" in found and dated and named and sum(name in found for name in _HEADERS) >= 3
    if found["type"] == "reply":
        sentence = " ".join(lines[first : first + 2])
        return first, "@" in sentence or any(sign.isdigit() for sign in sentence)
    if found["type"] == "quote":
        return first, sum(line.startswith(">") for line in lines[first : first + 3]) == 3
    return first, headers
