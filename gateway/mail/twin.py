"""The HTML twin of an edited text: words that differ are exchanged where the same words stand around them.

The elements that format the words stay; a link whose words go, goes with them. The result
is read again and must have just the new words. What the HTML says otherwise than the plain
text raises CannotEdit with the place. Pure.
"""

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gateway.mail import html, rewrite, seen
from gateway.mail.compare import steps
from gateway.mail.edit import CannotEdit
from gateway.mail.message import Written

Edit: TypeAlias = tuple[int, int, str]
"""From, to, and what comes there, in characters of the part's text."""

_FULL_LINE: Final = 60
_WORD: Final = re.compile(r"\S+")
_TARGET: Final = re.compile(r"<(?:mailto:|tel:|https?://)[^<>\s]*>")


def look(written: Written) -> seen.Seen:
    """What is seen of the newest text. Raises CannotEdit."""
    return seen.look(written.text[: written.cut.offset], written.cut.offset)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]
    """What counts in a comparison: plain text marks bold words and names the targets of links."""


def _words(text: str) -> _Words:
    found = tuple(_WORD.finditer(text))
    keys = tuple(_TARGET.sub("", word[0]).strip("*_") for word in found)
    return _Words(text, tuple(word.span() for word in found), keys)


def reword(written: Written, old: str, new: str, seven_bit: bool) -> Edit | None:
    """The change of the HTML that makes the words of `new` of those of `old`; None if none differ.

    `old` is the plain text, or what is seen of the HTML where that is all there is. Raises CannotEdit.
    """
    source = written.text[: written.cut.offset]
    shows = look(written)
    if shows.text.split() != html.visible(source).split():
        raise CannotEdit("its HTML can be read in two ways")
    before, after, here = _words(old), _words(new), _words(shows.text)
    places = _places(before.keys, here.keys)
    edits, wanted, at = list[Edit](), list[str](), 0
    shown = [shows.text[first:last] for first, last in here.spans]
    codec = rewrite.codec_of(written.part, seven_bit)
    for what, first, last, start, stop in steps(before.keys, after.keys):
        if what == "equal":
            continue
        low = _behind(before, places, first)
        high = _up_to(before, places, last, len(here.spans))
        if not at <= low <= high or high - low > 2 * (last - first) + 3:
            raise CannotEdit(f"its HTML says it otherwise at “{_near(before, first)}”")
        wanted += (*shown[at:low], *(after.text[a:b] for a, b in after.spans[start:stop]))
        at = high
        edits += _exchange(shows, source, here, (low, high), after, (start, stop), codec)
    if not edits:
        return None
    wanted += shown[at:]
    change = _joined(source, edits)
    changed = source[: change[0]] + change[2] + source[change[1] :]
    if html.visible(changed).split() != wanted:
        raise CannotEdit("its HTML would not read as it should")
    return change


def _places(keys: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """Which word of the one text is which of the other."""
    return {
        first + step: start + step
        for what, first, last, start, _ in steps(keys, others)
        if what == "equal"
        for step in range(last - first)
    }


def _behind(words: _Words, places: dict[int, int], at: int) -> int:
    """The place in the HTML right behind the word before `at`."""
    keys = words.keys
    while at and not keys[at - 1]:
        at -= 1
    if at == 0:
        return 0
    if at - 1 not in places:
        raise CannotEdit(f"its HTML says it otherwise at “{_near(words, at - 1)}”")
    return places[at - 1] + 1


def _up_to(words: _Words, places: dict[int, int], at: int, end: int) -> int:
    """The place in the HTML of the word at `at`."""
    keys = words.keys
    while at < len(keys) and not keys[at]:
        at += 1
    if at == len(keys):
        return end
    if at not in places:
        raise CannotEdit(f"its HTML says it otherwise at “{_near(words, at)}”")
    return places[at]


def _near(words: _Words, at: int) -> str:
    spans = words.spans[max(0, at - 1) : at + 2] or words.spans[-2:]
    return words.text[spans[0][0] : spans[-1][1]].replace("\n", " ")[:60] if spans else ""


def _exchange(
    shows: seen.Seen,
    source: str,
    here: _Words,
    gone: tuple[int, int],
    after: _Words,
    comes: tuple[int, int],
    codec: str,
) -> list[Edit]:
    """The edits of the source that put new words in place of the words `gone` of the HTML."""
    (low, high), (start, stop) = gone, comes
    if low == high and start == stop:
        return []
    middle = after.text[after.spans[start][0] : after.spans[stop - 1][1]] if start < stop else ""
    if low == high:
        lead = after.text[after.spans[start - 1][1] : after.spans[start][0]] if start else ""
        trail = after.text[after.spans[stop - 1][1] :] if stop == len(after.spans) else (
            after.text[after.spans[stop - 1][1] : after.spans[stop][0]]
        )  # fmt: skip
        if low and ("\n" not in lead or "\n" in trail or low == len(here.spans)):
            place = shows.places[here.spans[low - 1][1] - 1][1]
            return [(place, place, _markup(lead + middle, codec))]
        if not here.spans:
            raise CannotEdit("its HTML has no words")
        place = shows.places[here.spans[low][0]][0]
        return [(place, place, _markup(middle + (trail or " "), codec))]
    spans = _rows(shows, here.spans[low][0], here.spans[high - 1][1], whole=not middle)
    if not middle or _in_a_link(shows, source, spans):
        taken = list(seen.ranges(shows, source, spans))
    else:  # the words alone: the element that formats them stays
        taken = _characters(shows, spans)
    return [(first, last, "" if n else _markup(middle, codec)) for n, (first, last) in enumerate(taken)]


def _rows(shows: seen.Seen, first: int, last: int, whole: bool) -> list[tuple[int, int]]:
    """The stretch as pieces of one line each; `whole`: with a blank that would be left over."""
    found = []
    for row in shows.rows:
        low, high = max(first, row.first), min(last, row.last)
        if low >= high:
            continue
        if whole and shows.text[high : high + 1] == " " and high < row.last:
            high += 1
        elif whole and low > row.first and shows.text[low - 1] == " ":
            low -= 1
        found.append((low, high))
    return found


def _characters(shows: seen.Seen, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, last in spans:
        for start, end in shows.places[first:last]:
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
    return found


_LINK: Final = re.compile(r"<a[\s>].*?</a\s*>", re.IGNORECASE | re.DOTALL)


def _in_a_link(shows: seen.Seen, source: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of the stretch is the text of a link, which would then lead elsewhere than it says."""
    places = [shows.places[at][0] for first, last in spans for at in range(first, last)]
    return any(link.start() < at < link.end() for link in _LINK.finditer(source) for at in places)


def _markup(text: str, codec: str) -> str:
    """Plain words as HTML; a line break inside a full line is one that a mail program made."""
    lines = text.split("\n")
    made = list[str]()
    for number, line in enumerate(lines):
        written = entities.escape(" ".join(line.split()), quote=False)
        lead = " " if line[:1].isspace() and written else ""
        trail = " " if line[-1:].isspace() and written else ""
        made.append(lead + written + trail)
        if number + 1 < len(lines):
            wrapped = len(line) >= _FULL_LINE and bool(lines[number + 1].strip())
            made.append(" " if wrapped else "<br>")
    if text.isspace() and "\n" not in text:
        made = [" "]
    return "".join(made).encode(codec, "xmlcharrefreplace").decode(codec)


def _joined(source: str, edits: Sequence[Edit]) -> Edit:
    """The edits as one change of one stretch. Raises CannotEdit if they overlap."""
    ordered = sorted(edits, key=lambda edit: (edit[0], edit[1]))
    at = ordered[0][0]
    pieces = list[str]()
    for first, last, comes in ordered:
        if first < at:
            raise CannotEdit("the changes of its HTML overlap")
        pieces += (source[at:first], comes)
        at = last
    return ordered[0][0], at, "".join(pieces)
