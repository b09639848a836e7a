"""What the Content-* fields of one entity say (RFC 2045 5 and 6, RFC 2183, RFC 2231).

The first field of a name and the first parameter of a name count. Whatever another
program could read differently is named in `problems`. Takes any bytes, never raises.
"""

import re
from collections.abc import Mapping
from typing import Final

from gateway.mail import encoded, headers
from gateway.mail.headers import Buffer, Field

_ENCODINGS: Final = frozenset({"7bit", "8bit", "binary", "quoted-printable", "base64"})
_TYPE: Final = re.compile(r"[!#-'*+\-.0-9A-Z^-~]+/[!#-'*+\-.0-9A-Z^-~]+", re.ASCII | re.IGNORECASE)
_ONCE: Final = ("content-type", "content-transfer-encoding", "content-disposition")


class Content:
    """What the fields of one header say; `default` is the type where none is given.

    `type`, `cte` and `disposition` are lower case, `params` those of the type, decoded, names in lower case,
    `boundary` the bytes of that parameter, `filename` decoded. `problems` are sentences.
    """

    def __init__(self, raw: Buffer, fields: tuple[Field, ...], default: str) -> None:
        self.problems: list[str] = []
        self.type = default
        self.params: Mapping[str, str] = {}
        self.boundary = b""
        self.cte = "7bit"
        self.disposition = ""
        self.filename: str | None = None
        found: dict[str, str] = {}
        for field in fields:
            if field.name.startswith("content-"):
                if field.name not in found:
                    found[field.name] = _raw_text(raw, field)
                elif field.name in _ONCE:
                    self.problems.append(f"two {field.name} fields")
        if "content-type" in found:
            self._read_type(encoded.parameters(found["content-type"]))
        if "content-transfer-encoding" in found:
            self.cte = encoded.parameters(found["content-transfer-encoding"]).value or "7bit"
            if self.cte not in _ENCODINGS:
                self.problems.append("unknown transfer encoding")
        if "content-disposition" in found:
            disposition = encoded.parameters(found["content-disposition"])
            self.disposition = disposition.value
            self.filename = _clean(disposition.params.get("filename", "")) or None
        self.filename = self.filename or self.params.get("name") or None

    def _read_type(self, read: encoded.Parameters) -> None:
        if _TYPE.fullmatch(read.value):
            self.type = read.value
        else:
            self.type = "text/plain"  # RFC 2045 5.2
            self.problems.append("unreadable content-type")
        self.params = {name: _clean(value) for name, value in read.params.items()}
        if self.type.startswith("multipart/"):
            self.boundary = read.params.get("boundary", "").rstrip().encode("utf-8", "surrogateescape")
            if "boundary" in read.repeated:
                self.problems.append("two boundaries")
            if "boundary" in read.extended:
                self.problems.append("a boundary in the form of RFC 2231")
        elif self.type.startswith("text/"):
            if "charset" in read.repeated:
                self.problems.append("two charsets")
            if encoded.codec(self.params.get("charset", "").strip() or "us-ascii") is None:
                self.problems.append("unknown charset")


def _raw_text(raw: Buffer, field: Field) -> str:
    """The unfolded value in which every byte can be found again: what is not UTF-8 is escaped."""
    value = raw[field.value : min(field.end, field.value + headers.MAX_VALUE)]
    return value.replace(b"\r", b"").replace(b"\n", b"").decode("utf-8", "surrogateescape").strip()


def _clean(value: str) -> str:
    """The value without escapes: what was not UTF-8 is read as Latin-1."""
    return value if value.isascii() else encoded.unlabelled(value.encode("utf-8", "surrogateescape"))
