"""Addresses: the paths of SMTP commands, strictly, and the mailboxes of header fields, tolerantly.

A path travels on as it was written; what is compared is derived from it. The
grammar of paths (RFC 5321 4.1.2) leaves out whatever has been used to slip past
a relay check: routes, percent and bang paths, a second at sign, comments.
`parse_path` and `path_of` raise BadPath; nothing else here raises.
"""

import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import idna

from gateway.mail import encoded
from gateway.mail.reply import BAD_ADDRESS, BAD_SYNTAX, Reply

MAX_PATH: Final = 512
"""Longest address taken, in bytes: twice what RFC 5321 4.5.3.1.3 asks for, as rewritten senders are long."""

_ARGUMENT: Final = re.compile(
    r"(FROM|TO):[ \t]*+(<[^<> \"]*+(?:\"(?:[^\"\\]|\\.)*+\"[^<> \"]*+)?>)(?=[ ]|\Z)", re.I
)
_DOT_STRING: Final = re.compile(r"[A-Za-z0-9#$&'*+/=?^_`{|}~.\x80-\U0010ffff-]+\Z")
_QUOTED_STRING: Final = re.compile(r'"(?:[^"\\@%!]|\\[^@%!])*"\Z')
_LABEL: Final = re.compile(r"(?!-)[A-Za-z0-9_\x80-\U0010ffff-]{1,63}(?<!-)\Z")
_PARAM: Final = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*+)(?:=([!-<>-~\x80-\U0010ffff]++))?\Z")


class BadPath(Exception):
    """The argument of MAIL or RCPT, or an address, is refused; `reply` is for the client, `why` for us."""

    def __init__(self, reply: Reply, why: str) -> None:
        super().__init__(why)
        self.reply = reply
        self.why = why


@dataclass(frozen=True, slots=True)
class Path:
    """A path of MAIL or RCPT with its parameters.

    `raw` is the path as written, angle brackets included; `address` is what is between them ("" for the
    null path); `params` are the ESMTP parameters as written, in their order.
    """

    raw: str
    address: str
    params: tuple[str, ...] = ()

    @property
    def domain(self) -> str:
        """The domain: lower case, A-labels, an address literal in its brackets, "" if there is none."""
        return _domain(self.address)

    @property
    def folded(self) -> str:
        """The address for comparing: case folded, the domain in A-labels."""
        return _folded(self.address)

    def command(self, verb: Literal["MAIL FROM", "RCPT TO"]) -> bytes:
        """The command line that hands this path on, CRLF included, in UTF-8."""
        return " ".join((f"{verb}:{self.raw}", *self.params)).encode() + b"\r\n"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox of a header field: `name` the decoded display name or "", `address` as written, never ""."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """As `Path.domain`."""
        return _domain(self.address)

    @property
    def folded(self) -> str:
        """As `Path.folded`."""
        return _folded(self.address)


def parse_path(argument: bytes, verb: Literal["FROM", "TO"], utf8: bool = False) -> Path:
    """Read what stands behind "MAIL " or "RCPT ", without line end: b"FROM:<a@b.example> SIZE=3".

    `utf8`: parameters of RCPT may hold more than ASCII, because MAIL had SMTPUTF8 (RFC 6533 3). Blanks
    between the colon and the path, and more than one between parameters, are forgiven and not handed on.
    Raises BadPath for everything else that is not in the grammar (RFC 5321 4.1.2, RFC 6531 3.3).
    """
    try:
        line = argument.decode("utf-8")
    except UnicodeDecodeError:
        raise BadPath(BAD_SYNTAX, "the command is not UTF-8") from None
    if not line.replace("\t", " ").isprintable():
        raise BadPath(BAD_SYNTAX, "the command holds a control or an invisible character")
    found = _ARGUMENT.match(line)
    if not found or found[1].upper() != verb:
        raise BadPath(BAD_SYNTAX, f"not {verb}:<address> with parameters behind a blank")
    raw = found[2]
    address = raw[1:-1]
    if address:
        _check_address(address, bare=verb == "TO")
    elif verb == "TO":
        raise BadPath(BAD_ADDRESS, "the null path is no recipient")
    return Path(raw, address, _params(line[found.end() :], utf8))


def path_of(address: str) -> Path:
    """The path of an address without brackets ("" for the null path). Raises BadPath."""
    if address:
        if not address.isprintable():
            raise BadPath(BAD_ADDRESS, "the address holds a control or an invisible character")
        _check_address(address, bare=False)
    return Path(f"<{address}>", address)


def _params(text: str, utf8: bool) -> tuple[str, ...]:
    params = tuple(text.split())
    utf8 = utf8 or any(param.upper() == "SMTPUTF8" for param in params)
    for param in params:
        found = _PARAM.match(param)
        if not found or not (utf8 or param.isascii()):
            raise BadPath(BAD_SYNTAX, f"not an ESMTP parameter: {param[:80]!r}")
    return params


def _check_address(address: str, bare: bool) -> None:
    """Raise BadPath unless `address` is local@domain, or "postmaster" alone where `bare` allows it."""
    if bare and address.lower() == "postmaster":
        return
    local, at, domain = address.rpartition("@")
    if not at:
        raise BadPath(BAD_ADDRESS, "the address has no domain")
    if len(address.encode()) > MAX_PATH:
        raise BadPath(BAD_ADDRESS, f"the address is longer than {MAX_PATH} bytes")
    if not (_DOT_STRING.match(local) or _QUOTED_STRING.match(local)):
        raise BadPath(BAD_ADDRESS, "the local part has a character that is not taken")
    if not (_is_literal(domain) if domain.startswith("[") else _is_domain(domain)):
        raise BadPath(BAD_ADDRESS, "the domain is malformed")


def _is_domain(domain: str) -> bool:
    return len(domain) <= 255 and all(_LABEL.match(label) for label in domain.split("."))


def _is_literal(domain: str) -> bool:
    """An IPv4 or IPv6 address in brackets (RFC 5321 4.1.3)."""
    if not re.fullmatch(r"\[[0-9A-Za-z:.]{1,60}\]", domain):
        return False
    six = domain[1:6].lower() == "ipv6:"
    try:
        address = ipaddress.ip_address(domain[6:-1] if six else domain[1:-1])
    except ValueError:
        return False
    return address.version == (6 if six else 4)


def _domain(address: str) -> str:
    domain = address.rpartition("@")[2] if "@" in address else ""
    domain = domain.lower().removesuffix(".")
    if domain.isascii():
        return domain
    try:
        return idna.encode(domain, uts46=True).decode("ascii") if len(domain) <= 255 else domain
    except (idna.IDNAError, UnicodeError):
        return domain


def _folded(address: str) -> str:
    local, at, _ = address.rpartition("@")
    return f"{local.casefold()}@{_domain(address)}" if at else address.casefold()


def under(domain: str, parents: Iterable[str]) -> bool:
    """Whether `domain` is one of `parents` or a subdomain of one, on a label boundary, case ignored."""
    return not _with_parents(domain.lower().removesuffix(".")).isdisjoint(map(str.lower, parents))


_MOST_LABELS: Final = 16
"""Labels of a domain that somebody's mail may be told by; of longer names only the last ones are compared."""


@lru_cache(maxsize=256)
def _with_parents(domain: str) -> frozenset[str]:
    """A domain and the domains it lies under; nothing for ""."""
    labels = domain.rsplit(".", _MOST_LABELS)[-_MOST_LABELS:]
    return frozenset(filter(None, (domain, *(".".join(labels[at:]) for at in range(len(labels))))))


def domain_in(domain: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` fits: "example.com" that domain, "*.example.com" its subdomains only."""
    domain = domain.lower().removesuffix(".")
    return bool(domain) and any(
        domain.endswith(pattern[1:]) and len(domain) > len(pattern) - 1
        if pattern.startswith("*.")
        else domain == pattern
        for pattern in (p.lower() for p in patterns)
    )


_TOKEN: Final = re.compile(r'"((?:[^"\\]++|\\.)*+)"|\\.|[(),:;<>"\\]|[^(),:;<>"\\]++', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


def mailboxes(text: str) -> tuple[Mailbox, ...]:
    """The mailboxes of an address list (RFC 5322 3.4), given unfolded; names are RFC 2047 decoded here.

    Groups give their members; a semicolon between mailboxes counts as a comma; a comment is the name where
    there is no other. What stands in angle brackets is the address, whatever the name looks like. Words
    without an at sign are no mailbox, but for a single one (`root`). Takes linear time, never raises.
    """
    reader = _Reader()
    for token in _TOKEN.finditer(text.replace("\0", "")):
        reader.take(token[0], token[1])
    reader.flush()
    return tuple(reader.found)


class _Reader:
    """The mailbox being read: its phrase, its comments, and its address once a bracket has opened."""

    def __init__(self) -> None:
        self.found: list[Mailbox] = []
        self.depth = 0  # of comments
        self.clear()

    def clear(self) -> None:
        self.phrase: list[tuple[str, bool]] = []  # text, whether it was quoted
        self.comment: list[str] = []
        self.angle: list[str] | None = None
        self.closed = False

    def take(self, mark: str, quoted: str | None) -> None:
        if mark == "(":
            self.depth += 1
        elif self.depth:
            self.depth -= mark == ")"
            self.comment.append(mark if self.depth else "")
        elif mark == "<":
            if self.angle is None or not self.closed:
                self.angle = []
        elif self.angle is not None and not self.closed:
            if mark == ">":
                self.closed = True
            elif (
                mark in {",", ";"} and any("@" in piece for piece in self.angle) and self.angle[0][:1] != "@"
            ):
                self.flush()  # the bracket was never closed
            else:
                self.angle.append(mark)
        elif mark in {",", ";"}:
            self.flush()
        elif mark == ":":
            self.phrase.clear()  # it was the name of a group
        elif self.angle is None:
            self.phrase.append((mark, False) if quoted is None else (quoted, True))

    def flush(self) -> None:
        """Make a mailbox of what was read, if it is one, and begin anew."""
        if self.angle is None:
            words = list(self._words())
            place = next((i for i in range(len(words) - 1, -1, -1) if "@" in words[i]), None)
            if place is None and len(words) == 1:
                place = 0
            address = "" if place is None else words.pop(place)
            name = " ".join(words)
        else:
            address = "".join(self.angle)
            address = address.strip() if '"' in address else "".join(address.split())
            if address.startswith("@"):
                address = address.rpartition(":")[2]  # a source route
            name = "".join(_ESCAPED.sub(r"\1", piece) if quoted else piece for piece, quoted in self.phrase)
        if address:
            name = encoded.words(" ".join((name if name.strip() else "".join(self.comment)).split()))
            self.found.append(Mailbox(name.strip(), address))
        self.clear()

    def _words(self) -> Iterator[str]:
        """The phrase, cut at blanks that are not quoted; quoted strings keep their quotes."""
        joined = "".join(
            '"' + piece.replace(" ", "\0") + '"' if quoted else piece for piece, quoted in self.phrase
        )
        return (word.replace("\0", " ") for word in joined.split())
