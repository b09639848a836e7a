"""DKIM-Signature fields: what they claim to sign, read without checking it (RFC 6376 3.5).

`signatures` reads the fields of a header, their `flaw` says why a valid one would not speak for
all that people see, `usable_key` picks the key out of TXT records, `relaxed_body` and
`simple_body` make what is hashed. The checking itself is `relay.authentication`'s, the making
`relay.signing`'s. Pure, linear, nothing raises.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gateway.mail import headers
from gateway.mail.headers import Buffer, Field
from gateway.mail.message import Message

NAME: Final = "dkim-signature"
MAX_FIELD: Final = 8 * 1024
"""Bytes of a signature field that is looked at; a longer one has a `problem`."""

ALGORITHMS: Final = frozenset(("rsa-sha256", "ed25519-sha256"))
"""What still counts as a signature: SHA-1 proves nothing (RFC 8301 3.1)."""

SHOWN: Final = ("from", "subject", "to", "date", "reply-to", "content-type")
"""Fields that decide what people see and whom they answer: each that is there must be signed."""


_LABELS: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\Z")
_TAG: Final = re.compile(r"[a-z][a-z0-9_]*\Z", re.IGNORECASE)
_BLANKS: Final = re.compile(rb"\s{200}")
_RUN: Final = re.compile(rb"  ++")
_LINE_ENDS: Final = re.compile(rb"(?:\n\r)*+")


@dataclass(frozen=True, slots=True)
class SignatureField:
    """One DKIM-Signature field.

    `number` is its place among those of the message, from 0; `tags` its tags, values without blanks. `domain`
    and `selector` are lower case, "" where they are not valid; `signed` are the names of h= in lower case.
    `problem` says in a few words why it cannot be checked, None if it can.
    """

    number: int
    field: Field
    tags: Mapping[str, str]
    domain: str
    selector: str
    signed: tuple[str, ...]
    problem: str | None

    @property
    def key_name(self) -> str:
        """The domain name of its key, with a dot at the end (RFC 6376 3.6.2.1)."""
        return f"{self.selector}._domainkey.{self.domain}."

    def flaw(self, message: Message) -> str | None:
        """Why a valid signature would not speak for all that people see of this message; None if it does."""
        if "l" in self.tags:
            return "signs only a part of the body"
        if message.count("from") != 1:
            return "not exactly one From"
        open_ = [name for name in SHOWN if message.count(name) > self.signed.count(name)]
        return f"{open_[0]} is not signed" if open_ else None


def signatures(raw: Buffer, fields: Iterable[Field]) -> tuple[SignatureField, ...]:
    """The DKIM-Signature fields among `fields`, in their order."""
    found = (each for each in fields if each.name == NAME)
    return tuple(_read(raw, number, each) for number, each in enumerate(found))


def tag_list(value: str) -> dict[str, str] | None:
    """The tags of a tag list (RFC 6376 3.2), blanks inside values removed; None if it is none."""
    tags = dict[str, str]()
    for spec in value.strip().removesuffix(";").split(";"):
        name, equals, text = spec.partition("=")
        name = name.strip()
        if not equals or not _TAG.match(name) or name in tags:
            return None
        tags[name] = "".join(text.split())
    return tags


def is_name(name: str) -> bool:
    """Whether this can be the name of a key, in lower case, with its dot at the end."""
    return name.endswith(".") and len(name) <= 250 and bool(_LABELS.match(name[:-1]))


def usable_key(records: Iterable[bytes]) -> bytes | None:
    """The key record among the TXT records of a key name (RFC 6376 3.6.1); None if there is none or an empty
    one, which means revoked."""
    for record in records:
        tags = tag_list(record.decode("utf-8", "replace"))
        if tags is not None and "p" in tags and tags.get("v", "DKIM1") == "DKIM1":
            return record if tags["p"] else None
    return None


def relaxed_body(body: bytes) -> bytes:
    """The body in the "relaxed" canonical form (RFC 6376 3.4.4); CRLF line ends. Linear, unlike dkimpy's."""
    spaced = body.replace(b"\t", b" ")
    single = (_RUN.sub(b" ", spaced) if b"  " in spaced else spaced).replace(b" \r\n", b"\r\n")
    ended = simple_body(single)
    return b"" if ended == b"\r\n" else ended


def simple_body(body: bytes) -> bytes:
    """The body in the "simple" canonical form (RFC 6376 3.4.3): no empty lines at the end, one line end."""
    if body.endswith(b"\r\n") and not body.endswith(b"\r\n\r\n"):
        return body  # most are so, and they may be large
    tail = body[len(body.rstrip(b"\r\n")) :][::-1]
    empty = _LINE_ENDS.match(tail)
    return body[: len(body) - (empty.end() if empty else 0)] + b"\r\n"


def _read(raw: Buffer, number: int, field: Field) -> SignatureField:
    value = headers.raw_value(raw, field) if field.end - field.value <= MAX_FIELD else b""
    tags = tag_list(value.decode("utf-8", "replace")) if value else None
    if tags is None or _BLANKS.search(value):
        problem = "not a list of tags" if value else "the field is too long"
        return SignatureField(number, field, {}, "", "", (), problem)
    domain, selector = (tags.get(name, "").lower() for name in "ds")
    signed = tuple(tags.get("h", "").lower().split(":"))
    valid = [text if _LABELS.match(text) else "" for text in (domain, selector)]
    return SignatureField(number, field, tags, valid[0], valid[1], signed, _problem(tags, valid, signed))


def _problem(tags: Mapping[str, str], names: list[str], signed: tuple[str, ...]) -> str | None:
    missing = next((tag for tag in ("v", "a", "b", "bh", "d", "h", "s") if not tags.get(tag)), None)
    if missing:
        return f"no {missing}="
    if tags["a"].lower() not in ALGORITHMS:
        return "unknown algorithm"
    if "" in names or not is_name(f"{names[1]}._domainkey.{names[0]}."):
        return "not a domain and selector"
    return None if "from" in signed else "From is not signed"
