"""The MIME tree of a message by byte offsets (RFC 2045, 2046, 2183).

`parse` finds every part with its header, its body and its place, without copying
or decoding; `decode` and `text` read one part. Where a message can be read in two
ways the part says so in `problems`, so that nobody edits on a guess. Arbitrary
bytes are taken in linear time; the one failure is TooComplex, for messages that
pass the limits below.
"""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from gateway.mail import encoded, headers
from gateway.mail.content import Content
from gateway.mail.headers import Block, Buffer, Field

MAX_DEPTH: Final = 50
MAX_PARTS: Final = 1000
MAX_FIELDS: Final = 2000
MAX_HEADER: Final = 256 * 1024
"""Limits: levels of nesting, parts of a message, fields of one header, bytes of one header."""

_EMBEDDED: Final = frozenset({"message/rfc822", "message/global"})
_INLINE_PGP: Final = re.compile(rb"(?:\A|\n)-----BEGIN PGP (?:SIGNED )?MESSAGE-----")
_INLINE_PGP_IN_HTML: Final = re.compile(rb"(?:\A|[\n>])[ \t]*+-----BEGIN PGP (?:SIGNED )?MESSAGE-----")
_SEALS: Final = frozenset(
    {
        "multipart/signed",
        "multipart/encrypted",
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-encrypted",
        "application/x-microsoft-rpmsg-message",
    }
)


class TooComplex(Exception):
    """The message passes a limit; `why` says which."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Part:
    """One entity: its header is raw[start:body], its body raw[body:end].

    `end` leaves out the line end that belongs to the delimiter behind it. `content_type` is lower case,
    `params` are its parameters, decoded, names in lower case. `cte` is the transfer encoding in lower case.
    `filename` is decoded and not to be trusted as a path. An embedded message is the one child of its
    message/rfc822 part. `number` counts from 1 at each level, "" is the root, and an embedded message
    counts as a level: "2.1" is the message in part 2. `problems` are sentences, none if all is well.
    """

    start: int
    body: int
    end: int
    content_type: str
    params: Mapping[str, str] = field(hash=False)
    cte: str
    disposition: str
    filename: str | None
    fields: tuple[Field, ...]
    children: tuple["Part", ...]
    number: str
    depth: int
    problems: tuple[str, ...]

    @property
    def charset(self) -> str:
        """The declared charset in lower case, us-ascii if none is."""
        return self.params.get("charset", "").strip().lower() or "us-ascii"

    @property
    def is_text(self) -> bool:
        """Whether this is a text part."""
        return self.content_type.startswith("text/")

    @property
    def is_multipart(self) -> bool:
        """Whether this is declared a multipart; it may still have no children."""
        return self.content_type.startswith("multipart/")

    def walk(self) -> Iterator["Part"]:
        """This part and all below it, depth first, in order of appearance."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse(raw: Buffer, start: int = 0, end: int | None = None, block: Block | None = None) -> Part:
    """The tree of the message at raw[start:end]; `block` is its header if that was scanned already.

    Delimiters are found as RFC 2046 5.1.1 says: at a line start, with nothing but blanks behind them; those
    of an enclosing part end what is in it. Preamble and epilogue belong to no part. Raises TooComplex.
    """
    end = len(raw) if end is None else min(end, len(raw))
    return _Parser(raw).part(start, end, "", 0, "text/plain", (), block)


class _Parser:
    def __init__(self, raw: Buffer) -> None:
        self.raw = raw
        self.count = 0

    def part(
        self,
        start: int,
        end: int,
        number: str,
        depth: int,
        default: str,
        outer: tuple[bytes, ...],
        block: Block | None = None,
    ) -> Part:
        self.count += 1
        block = block or headers.scan(self.raw, start, end)
        _check_limits(self.count, depth, block, start)
        head = Content(self.raw, block.fields, default)
        if block.end == block.body < end:
            head.problems.append("no empty line between header and body")
        if block.fields and block.fields[0].start > start:
            head.problems.append("the header begins with a line that is no field")
        children: tuple[Part, ...] = ()
        if head.type.startswith("multipart/"):
            children = self.multipart(head, block.body, end, number, depth, outer)
        elif head.type in _EMBEDDED:
            if head.cte in ("7bit", "8bit", "binary"):
                inner = f"{number}.1" if number else "1"
                children = (self.part(block.body, end, inner, depth + 1, "text/plain", outer),)
            else:
                head.problems.append("a transfer encoding on an embedded message")
        return Part(
            start,
            block.body,
            end,
            head.type,
            head.params,
            head.cte,
            head.disposition,
            head.filename,
            block.fields,
            children,
            number,
            depth,
            tuple(head.problems),
        )

    def multipart(
        self, head: Content, body: int, end: int, number: str, depth: int, outer: tuple[bytes, ...]
    ) -> tuple[Part, ...]:
        if head.cte not in ("7bit", "8bit", "binary"):
            head.problems.append("a transfer encoding on a multipart")
        boundary = head.boundary
        if not boundary:
            head.problems.append("a multipart without a boundary")
            return ()
        if boundary in outer:
            head.problems.append("the boundary is that of an enclosing part")
        spans, closed = _spans(self.raw, boundary, body, end)
        if not spans:
            head.problems.append("no delimiter line")
        elif not closed:
            head.problems.append("the last delimiter is missing")
        default = "message/rfc822" if head.type == "multipart/digest" else "text/plain"
        prefix = f"{number}." if number else ""
        return tuple(
            self.part(first, last, f"{prefix}{n}", depth + 1, default, (*outer, boundary))
            for n, (first, last) in enumerate(spans, 1)
        )


def _check_limits(count: int, depth: int, block: Block, start: int) -> None:
    if count > MAX_PARTS:
        raise TooComplex(f"more than {MAX_PARTS} parts")
    if depth > MAX_DEPTH:
        raise TooComplex(f"nested deeper than {MAX_DEPTH}")
    if len(block.fields) > MAX_FIELDS:
        raise TooComplex(f"a header of more than {MAX_FIELDS} fields")
    if block.end - start > MAX_HEADER:
        raise TooComplex(f"a header of more than {MAX_HEADER} bytes")


def _spans(raw: Buffer, boundary: bytes, body: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """Start and end of each part between the delimiters of `boundary`, and whether there was the last one."""
    dashes = b"--" + boundary
    needle = b"\n" + dashes
    spans: list[tuple[int, int]] = []
    opened: int | None = None  # where the part that is open begins
    at = body if raw[body : min(end, body + len(dashes))] == dashes else _next(raw, needle, body, end)
    while at >= 0:
        after = at + len(dashes)
        newline = raw.find(b"\n", after, end)
        stop = end if newline < 0 else newline
        rest = raw[after:stop].strip(b" \t\r")
        if rest in (b"", b"--"):
            if opened is not None:
                spans.append((opened, max(opened, _before_line_end(raw, at, opened))))
            if rest:
                return spans, True
            if len(spans) > MAX_PARTS:
                raise TooComplex(f"more than {MAX_PARTS} parts")
            opened = end if newline < 0 else newline + 1
        at = _next(raw, needle, stop, end)
    if opened is not None:
        spans.append((opened, end))
    return spans, False


def _next(raw: Buffer, needle: bytes, at: int, end: int) -> int:
    """Where the next line that begins with the needle begins, or -1; `at` may be the line end before it."""
    found = raw.find(needle, at, end)
    return found + 1 if found >= 0 else -1


def _before_line_end(raw: Buffer, at: int, least: int) -> int:
    """The offset before the line end that precedes `at`, at least `least`."""
    if at - 1 > least and raw[at - 2 : at - 1] == b"\r":
        return at - 2
    return max(at - 1, least)


def decode(raw: Buffer, part: Part) -> bytes:
    """The body of a part without its transfer encoding; an unknown encoding is none. Never raises."""
    data = raw[part.body : part.end]
    if part.cte == "base64":
        return encoded.base64(data)
    if part.cte == "quoted-printable":
        return binascii.a2b_qp(data)
    return data


def text(raw: Buffer, part: Part, most: int | None = None) -> str:
    """The decoded text of a part, line ends as they are. See `encoded.decode` for charsets. Never raises.

    `most`: only of about so many octets at its beginning, whole lines if there are any.
    """
    if most is None or part.end - part.body <= most:
        return encoded.decode(decode(raw, part), part.charset)
    stop = raw.rfind(b"\n", part.body, part.body + most) + 1 or part.body + most
    data = decode(raw, replace(part, end=stop))
    return encoded.decode(data[: data.rfind(b"\n") + 1] or data, part.charset)


def displayable(root: Part) -> tuple[Part, ...]:
    """The text/plain and text/html parts that are shown as the message itself, in order of appearance.

    No attachments, nothing with a file name, nothing in an embedded message; of multipart/signed only what
    is signed.
    """
    return tuple(_displayable(root))


def _displayable(part: Part) -> Iterator[Part]:
    if part.is_multipart:
        children = part.children[:1] if part.content_type == "multipart/signed" else part.children
        for child in children:
            yield from _displayable(child)
    elif (
        part.content_type in ("text/plain", "text/html")
        and part.disposition in ("", "inline")
        and not part.filename
    ):
        yield part


def doubts(root: Part, part: Part) -> tuple[str, ...]:
    """The problems of a part and of all parts it lies in, outermost first: reasons not to edit it."""
    return tuple(
        problem
        for outer in root.walk()
        if not outer.number or f"{part.number}.".startswith(f"{outer.number}.")
        for problem in outer.problems
    )


def signed_or_encrypted(raw: Buffer, root: Part) -> bool:
    """Whether the message is signed or encrypted: PGP/MIME, S/MIME, rights management, or inline PGP at a
    line start.

    Embedded messages do not count, nor does winmail.dat.
    """
    return any(_is_sealed(part) for part in _own(root)) or any(
        _has_inline_pgp(part, decode(raw, part)) for part in displayable(root)
    )


def _has_inline_pgp(part: Part, content: bytes) -> bool:
    if b"-----BEGIN PGP " not in content:  # a tenth of the search's time, and the answer for nearly all mail
        return False
    pattern = _INLINE_PGP_IN_HTML if part.content_type == "text/html" else _INLINE_PGP
    return pattern.search(content) is not None


def _own(part: Part) -> Iterator[Part]:
    """The part and all below it, without what is in embedded messages."""
    yield part
    if part.is_multipart:
        for child in part.children:
            yield from _own(child)


def _is_sealed(part: Part) -> bool:
    return part.content_type in _SEALS or (
        not part.depth and (part.filename or "").lower() in ("smime.p7m", "smime.p7s")
    )
