"""Authentication-Results: what servers state about a mail, read tolerantly, written exactly (RFC 8601).

Only what a server on our list states counts, and of that only what stands before anything
older: `stated`. `removals` takes away what claims to be ours, `field` makes the one we put in
front. A field without the name of its server (Exchange writes such) is nobody's and counts as
absent. Offsets are those of the message. Pure, linear, nothing raises on arbitrary bytes.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from gateway.mail import headers
from gateway.mail.headers import Buffer, Field
from gateway.mail.splice import Splice
from gateway.words import Authentication, Signature, Stated

NAME: Final = "authentication-results"
MAX_RESULTS: Final = 50
"""Results of one field that are read."""

_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|\\.|[();]|\s++|[^"\\();\s]++|.', re.DOTALL)
_IN_COMMENT: Final = re.compile(r"\\.|[()]|[^\\()]++|.", re.DOTALL)
_IN_QUOTES: Final = re.compile(r"[\s=;\\]")
_METHOD: Final = re.compile(r"([a-z][a-z0-9-]{0,30})(?:/[0-9]{1,3})?=([a-z]{1,30})\Z")
_ID: Final = re.compile(r"[^\s=/\"()]{1,255}\Z")
_DOMAIN: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\Z")
_ABOUT: Final = {
    "dkim": ("header.d", "header.i"),
    "dmarc": ("header.from",),
    "spf": ("smtp.mailfrom", "smtp.helo"),
}
_LINE: Final = re.compile(rb"[^\n]*+\n?+")
_EMPTY: Final = re.compile(rb"\r?\n")


@dataclass(frozen=True, slots=True)
class Statement:
    """One field: `server` is its authserv-id in lower case, `results` what it says of dkim, dmarc and spf."""

    server: str
    results: tuple[Stated, ...]


def parse(value: str) -> Statement | None:
    """Read the value of the field, on one line (`headers.unfolded`).

    Comments are left out, blanks are forgiven, methods and properties we do not know are passed over. None
    where there is no authserv-id.
    """
    first, *rest = _parts(value)
    server = first.partition(" ")[0].lower()
    if not _ID.match(server) or first.partition(" ")[2].strip("0123456789"):
        return None
    results = tuple(found for part in rest[:MAX_RESULTS] if (found := _result(server, part.lower())))
    return Statement(server, results)


def stated(raw: Buffer, trusted: Collection[str]) -> tuple[Stated, ...]:
    """What the servers named in `trusted` (authserv-ids, case ignored) state in the header of a message.

    A server writes its fields together, when it takes the mail; what carries its name further down, behind
    a Received field, was there before and may be forged, so it does not count. That nobody can put a field
    with its name on top is the server's own duty (RFC 8601 section 5).
    """
    names = {name.lower() for name in trusted}
    found, closed, heard = list[Stated](), set[str](), set[str]()
    for field in headers.scan(raw).fields if names else ():
        if field.name == "received":
            closed |= heard
        elif field.name == NAME:
            statement = parse(headers.unfolded(raw, field))
            if statement and statement.server in names - closed:
                heard.add(statement.server)
                found += statement.results
    return tuple(found)


def removals(raw: Buffer, our_id: str) -> tuple[Splice, ...]:
    """What to delete so that no top-level Authentication-Results carries our authserv-id (RFC 8601, 5).

    A field that cannot be read and has our id anywhere goes too. Fields behind a line that is no field are
    found as well, because other programs read on there; the body is never touched.
    """
    ours = our_id.lower()
    return tuple(
        Splice(field.start, field.end - field.start, b"")
        for field in _all_fields(raw)
        if field.name == NAME and _claims(headers.unfolded(raw, field), ours)
    )


def field(our_id: str, authentication: Authentication) -> bytes:
    """The field we put in front: one result for each signature, or `dkim=none`; CRLF at its end, folded.

    A pass that does not speak for the whole mail is `policy`, a check that could not be made `temperror`.
    What other servers stated stays in their own fields. Raises ValueError if `our_id` is not printable ASCII.
    """
    results = [_written(each) for each in authentication.results] or ["dkim=none"]
    return headers.render("Authentication-Results", "; ".join((our_id, *results)))


def _written(signature: Signature) -> str:
    word = {"pass": "pass" if signature.covered else "policy", "fail": "fail", "error": "temperror"}
    why = re.sub(r"[^A-Za-z0-9 .,=:_-]", "", signature.why)[:60].strip()
    words = [f"dkim={word[signature.result]}"]
    if why and not (signature.result == "pass" and signature.covered):
        words.append(f"({why})")
    if _DOMAIN.match(signature.domain):
        words.append(f"header.d={signature.domain}")
        if _DOMAIN.match(signature.selector):
            words.append(f"header.s={signature.selector}")
    return " ".join(words)


def _claims(value: str, ours: str) -> bool:
    statement = parse(value)
    return statement.server == ours if statement else ours in value.lower()


def _all_fields(raw: Buffer) -> Iterator[Field]:
    """The fields up to the first empty line, also those behind a line that ends the header for `scan`."""
    at = 0
    while at < len(raw):
        block = headers.scan(raw, at)
        yield from block.fields
        if block.end >= len(raw) or _EMPTY.match(raw, block.end):
            return
        line = _LINE.match(raw, block.end)
        at = line.end() if line else len(raw)


def _parts(value: str) -> list[str]:
    """The value cut at its semicolons: without comments, blanks made single and none around "=".

    Quoted strings stand without their quotes, with "_" for signs that would mean something outside them.
    """
    parts, depth, at = [list[str]()], 0, 0
    while found := (_IN_COMMENT if depth else _TOKEN).match(value, at):
        at, text = found.end(), found[0]
        if depth or text == "(":
            depth += {"(": 1, ")": -1}.get(text, 0)
            parts[-1].append(" ")
        elif text[0] == '"' and len(text) > 1:
            parts[-1].append(_IN_QUOTES.sub("_", text[1:-1]))
        elif text == ";":
            parts.append([])
        else:
            parts[-1].append(text)
    lines = (" ".join("".join(pieces).split()) for pieces in parts)
    return [line.replace(" = ", "=").replace(" =", "=").replace("= ", "=") for line in lines]


def _result(server: str, part: str) -> Stated | None:
    first, *rest = part.split(" ")
    found = _METHOD.match(first)
    if not found or found[1] not in _ABOUT:
        return None
    said = dict(reversed([word.partition("=")[::2] for word in rest]))
    for name in _ABOUT[found[1]]:
        domain = said.get(name, "").rpartition("@")[2].removesuffix(".")
        if _DOMAIN.match(domain):
            return Stated(server, found[1], found[2], domain)
    return Stated(server, found[1], found[2], "")
