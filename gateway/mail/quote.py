"""Where the quoted history of a mail begins, and where a footer belongs.

`newest` cuts a plain text in two: what its author wrote now, signature included, and
what is quoted below. It knows the heads that mail programs put above a quote
(`mail.heads`) and lines marked by ">"; own text below or between quotes is found too,
and the place behind it. What could be read in two ways is said in `doubt`. `read` does
the work on lines, for `mail.html` as well. Pure, never raises, linear in the text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gateway.mail import heads
from gateway.mail.heads import attribution, clean, header_block

__all__ = ["Cut", "Lines", "Second", "attribution", "clean", "header_block", "newest", "own", "read"]


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the quoted history begins, and where a footer belongs.

    `offset` is in characters of the text that was given: a line start in plain text, the length of the text
    if nothing is quoted. `sure`: all own text stands in front of `offset`, and nothing but history behind
    it; `why` says in one sentence what is otherwise. `style` names what was found ("none" if nothing is
    quoted). `place` is where a footer belongs: above the history, or behind the last own line where own text
    stands below or between quotes; where that is not certain the end, and `doubt` says why. It is None where
    nothing can be put in, not even at the end. `below` are the spans of own text behind `offset`. `inline` is
    for HTML (`html.newest`).
    """

    offset: int
    sure: bool
    style: str
    place: int | None
    why: str = ""
    doubt: str = ""
    below: tuple[tuple[int, int], ...] = ()
    inline: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """The same in lines: `first` is where the history begins, `place` the line above which a footer belongs
    (the number of lines: the end), `below` the runs of own lines behind `first`, from and to."""

    first: int
    style: str
    place: int
    why: str = ""
    doubt: str = ""
    below: tuple[tuple[int, int], ...] = ()


Second: TypeAlias = Callable[[Sequence[str], Lines], Lines]
"""A second look at a reading of lines: `opinion.checked`."""

NOTHING_ABOVE: Final = "nothing stands above the quote, the answer may stand below it"
OWN_BELOW: Final = "own text stands below or between the quote"
SIGNATURE_BELOW: Final = "the signature stands below the quote"
_SIGNATURE_LINES: Final = 20
_TRIES: Final = 400


def newest(text: str, second: Second | None = None) -> Cut:
    """The cut of a decoded text/plain body; line ends may be CRLF or LF. `second` may correct the reading."""
    lines = [clean(line) for line in text.split("\n")]
    reading = read(lines)
    return _cut(text, second(lines, reading) if second else reading)


def _cut(text: str, lines: Lines) -> Cut:
    """What was found in the lines of `text`, as offsets in it."""
    starts, position = [], 0
    for line in text.split("\n"):
        starts.append(position)
        position += len(line) + 1
    starts.append(len(text))
    below = tuple((starts[first], min(starts[last], len(text))) for first, last in lines.below)
    offset, place = starts[lines.first], starts[lines.place]
    return Cut(offset, not lines.why, lines.style, place, lines.why, lines.doubt, below)


def own(text: str, found: Cut) -> str:
    """What the author wrote now, all of it: above, between and below the quotes of a plain text."""
    return text[: found.offset] + "".join(text[first:last] for first, last in found.below)


@dataclass(frozen=True, slots=True)
class _Found:
    """What begins at a line. `open`: all behind it is history, `until` is where its own head ends."""

    first: int
    style: str
    until: int
    open: bool = False
    place: int | None = None
    doubt: str = ""


def read(lines: Sequence[str], marks: Mapping[int, str] | None = None) -> Lines:
    """What the clean lines of a mail are: own, or quoted history.

    `marks` are lines at which a program has marked the begin of the history, and the style of that mark.
    """
    marks = marks or {}
    tries = _TRIES
    for index, line in enumerate(lines):
        if not line or not tries:
            continue
        if index in marks:
            found: _Found | None = _Found(index, marks[index], len(lines), open=True)
        else:
            found = _begins(lines, index)
            tries -= line.endswith(":")
        if found is not None:
            return _whole(lines, found, marks)
    return Lines(len(lines), "none", len(lines))


def _whole(lines: Sequence[str], found: _Found, marks: Mapping[int, str]) -> Lines:
    """The find, and what stands around it."""
    end = len(lines)
    above = any(lines[: found.first])
    if found.doubt:
        return Lines(found.first, found.style, end, found.doubt, found.doubt)
    place = found.first if found.place is None else found.place
    if found.open:
        if above or found.style == "forward":
            return Lines(found.first, found.style, place)
        return Lines(found.first, found.style, end, NOTHING_ABOVE, NOTHING_ABOVE)
    below, stop = _below(lines, found.until, marks)
    if not below:
        return Lines(found.first, found.style, place)
    runs = tuple(below)
    last = runs[-1]
    if above and len(runs) == 1 and last[1] == end and _is_signature(lines, last):
        return Lines(found.first, found.style, place, SIGNATURE_BELOW, below=runs)
    after = last[1]
    while after < stop and not lines[after]:
        after += 1
    return Lines(found.first, found.style, after, OWN_BELOW, below=runs)


def _below(lines: Sequence[str], first: int, marks: Mapping[int, str]) -> tuple[list[tuple[int, int]], int]:
    """The runs of own lines from `first` on, and where the last of the quotes begins that end the mail."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    index, tries = first, _TRIES
    while index < len(lines):
        line = lines[index]
        head = 0
        if line and not line.startswith(">"):
            if index in marks:
                break
            tries -= line.endswith(":")
            head, whole = _head_below(lines, index) if tries > 0 else (0, False)
            if whole:
                break
        if not line or line.startswith(">") or head or _is_broken_off(lines, index):
            if start is not None and line:
                runs.append((start, _without_blanks(lines, start, index)))
                start = None
            index += head or 1
            continue
        start = index if start is None else start
        index += 1
    if start is not None:
        end = _without_blanks(lines, start, index)
        # Nothing but blank lines behind it: this run ends the mail.
        runs.append((start, len(lines) if index == len(lines) else end))
    return runs, index


def _head_below(lines: Sequence[str], index: int) -> tuple[int, bool]:
    """Of a line below a quote: how many lines an attribution takes here, whether a header block begins."""
    named = heads.attributed(lines, index)
    if named and _is_quoted(lines, named.first + named.count):
        return named.count, False
    block = heads.header_block(lines, index) if ":" in lines[index][:70] else None
    return 0, block is not None and block.certain


def _without_blanks(lines: Sequence[str], first: int, last: int) -> int:
    while last > first and not lines[last - 1]:
        last -= 1
    return last


def _is_broken_off(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the rest of a quoted one that some program broke without a mark of its own."""
    around = 0 < index < len(lines) - 1
    return (
        around
        and lines[index - 1].startswith(">")
        and lines[index + 1].startswith(">")
        and len(lines[index - 1]) > 60
        and len(lines[index]) < 40
    )


def _is_signature(lines: Sequence[str], run: tuple[int, int]) -> bool:
    """Whether a run of own lines is nothing but a signature."""
    filled = [line for line in lines[run[0] : run[1]] if line]
    return len(filled) <= _SIGNATURE_LINES and heads.begins_signature(filled[0])


def _begins(lines: Sequence[str], index: int) -> _Found | None:
    """What begins at this line, which is not empty."""
    if not heads.may_begin(lines, index):
        return None
    if lines[index].startswith(">"):
        return _marked(lines, index)
    return (
        _forwarded(lines, index) or _ruled(lines, index) or _block(lines, index) or _attributed(lines, index)
    )


def _forwarded(lines: Sequence[str], index: int) -> _Found | None:
    if not heads.is_forward(lines[index]):
        return None
    below = _next(lines, index + 1)
    block = heads.header_block(lines, below)
    if block and (block.whole or block.under_rule):
        return _Found(index, "forward", len(lines), open=True)
    if _is_quoted(lines, below):
        return _Found(index, "forward", below)
    return _Found(index, "forward", len(lines), open=True)


def _ruled(lines: Sequence[str], index: int) -> _Found | None:
    """A line of dashes with something below it that makes it the top of a quote."""
    found = heads.rule(lines[index])
    if found is None:
        return None
    below = _next(lines, index + 1)
    block = heads.header_block(lines, below)
    style = "forward" if found.known == "forward" else "outlook"
    if block and block.under_rule:
        return _Found(index, style, len(lines), open=True)
    if found.words and heads.attribution(f"{found.words}:"):
        quoted = _is_quoted(lines, below)
        return _Found(index, "zoho", below if quoted else len(lines), open=not quoted)
    named = heads.attributed(lines, below)
    if named and (found.known or not found.words):
        inner = _attributed(lines, below)
        if inner and not inner.doubt:
            return _Found(index, inner.style, inner.until, inner.open)
    if found.known:
        quoted = _is_quoted(lines, below)
        return _Found(index, style, below if quoted else len(lines), open=not quoted)
    if block and "from" in block.kinds and len(block.kinds) > 1 and block.address:
        return _Found(index, style, len(lines), doubt="a line above an incomplete mail header")
    if not found.words and below < len(lines) and below > index + 1 and heads.is_stamp(lines[below]):
        return _Found(index, "zendesk", len(lines), open=True)
    return None


def _block(lines: Sequence[str], index: int) -> _Found | None:
    if ":" not in lines[index][:70]:
        return None
    block = heads.header_block(lines, index)
    if block is None:
        return None
    if block.certain:
        return _Found(index, "outlook" if block.known else "block", len(lines), open=True)
    if block.partly:
        what = "an incomplete mail header" if block.known else "a mail header in an unknown language"
        return _Found(
            index, "outlook" if block.known else "block", len(lines), doubt=f"lines that look like {what}"
        )
    return None


def _attributed(lines: Sequence[str], index: int) -> _Found | None:
    """An attribution of one to three lines, where the lines below it are quoted or it names an address."""
    named = heads.attributed(lines, index)
    if named:
        until = index + named.count
        below = _next(lines, until)
        if _is_quoted(lines, below) or (below == len(lines) and named.dated):
            return _Found(index, named.style, until)
        if named.address:
            return _Found(index, named.style, len(lines), open=True)
        return None
    named = heads.introduced(lines, index)
    if named:
        until = index + named.count
        if _is_quoted(lines, until):
            return _Found(index, named.style, until)
        return _Found(index, named.style, len(lines), doubt="an unknown line introduces the quote")
    return None


def _marked(lines: Sequence[str], index: int) -> _Found:
    """Lines that begin with ">": the head of what they quote may stand inside, or in the line above."""
    inner = heads.attributed(lines, index)
    if inner:
        return _Found(index, inner.style, index)
    if heads.is_forward(lines[index]):
        return _Found(index, "forward", index)
    above = index
    while above > 0 and not lines[above - 1]:
        above -= 1
    if above > 0 and lines[above - 1].endswith(":"):
        first, written = heads.intro_lines(lines, above - 1)
        if written:
            return _Found(first, "prefix", index)
        # Perhaps the author's own words: they stay new, but nothing is put between them and the quote.
        return _Found(index, "prefix", index, place=first)
    return _Found(index, "prefix", index)


def _is_quoted(lines: Sequence[str], first: int) -> bool:
    below = _next(lines, first)
    return below < len(lines) and lines[below].startswith(">")


def _next(lines: Sequence[str], first: int) -> int:
    """The next line that is not empty (a lone ">" counts as empty), or the number of lines."""
    while first < len(lines) and not lines[first].strip("> "):
        first += 1
    return first
