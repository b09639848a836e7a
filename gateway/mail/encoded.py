"""How header text and bodies are written in bytes: charsets, base64, encoded-words, parameters.

Turns what RFC 2045, 2047 and 2231 encode into text. Every function here takes
arbitrary input, takes time in proportion to its length, and never raises: what
cannot be decoded stays as it is written. Only the codecs of a closed list are
used; names from mail are looked up in a table, never given to the interpreter.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from encodings.aliases import aliases
from typing import Final
from urllib.parse import unquote_to_bytes

_CODECS: Final = (
    {"ascii", "utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "latin_1"}
    | {f"iso8859_{n}" for n in range(2, 17) if n != 12}
    | {f"cp{n}" for n in (437, 850, 852, 855, 858, 862, 865, 866, 874, 932, 949, 950, *range(1250, 1259))}
    | {"koi8_r", "koi8_u", "mac_roman", "mac_latin2", "mac_cyrillic", "tis_620", "gb2312", "gbk", "gb18030"}
    | {"big5", "big5hkscs", "euc_jp", "euc_kr", "shift_jis", "johab", "iso2022_jp", "iso2022_kr"}
)
_MORE: Final = {
    "utf8": "utf_8",
    "unicode-1-1-utf-8": "utf_8",
    "ansi-x3.4-1968": "ascii",
    "iso-8859-8-i": "iso8859_8",
    "iso-8859-6-i": "iso8859_6",
    "x-sjis": "shift_jis",
    "x-gbk": "gbk",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "ansi": "cp1252",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "ks-c-5601-1987": "cp949",
    "gb2312": "gb18030",  # what senders call gb2312 is a superset of it
    "gbk": "gb18030",
}
_TABLE: Final = (
    {name.replace("_", "-"): name for name in _CODECS}
    | {alias.replace("_", "-"): name for alias, name in aliases.items() if name in _CODECS}
    | {f"iso-8859-{n}": "latin_1" if n == 1 else f"iso8859_{n}" for n in range(1, 17) if n != 12}
    | _MORE
)

# `[^?]*` keeps this linear: no encoded-word can begin inside the text of a failed one. One question mark
# too many at the end is common in subjects of broken mailers.
_WORD: Final = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*+\??)\?=")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]+")
_PARAMETER: Final = re.compile(r';\s*+([^=;\s"]++)\s*+=\s*+("(?:[^"\\]++|\\.)*+"?|[^;]*+)', re.DOTALL)
_NAMES: Final = ("name", "filename")
_SEGMENT: Final = re.compile(r"(.+?)(?:\*(0|[1-9][0-9]{0,2}))?(\*?)\Z", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_COMMENT: Final = re.compile(r"\s\([^()]*+\)\Z")


def codec(charset: str) -> str | None:
    """The codec for a charset name of a mail (any case), or None if it is not on the list."""
    return _TABLE.get(charset.strip().lower().replace("_", "-"))


def decode(data: bytes, charset: str) -> str:
    """The text of `data`. Bytes that the charset lacks become U+FFFD; an unlisted charset is read as Latin-1.

    8-bit bytes under us-ascii are read as UTF-8 if they are that, else as Latin-1.
    """
    name = codec(charset) or "latin_1"
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return unlabelled(data) if name == "ascii" else data.decode(name, "replace")


def unlabelled(data: bytes) -> str:
    """8-bit text of which nobody said the charset: UTF-8 if it is valid, else Latin-1."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def base64(data: bytes) -> bytes:
    """Decode base64: foreign characters are skipped, missing padding is made up; padding is the end."""
    try:
        return binascii.a2b_base64(data + b"===")
    except binascii.Error:
        data = _NOT_BASE64.sub(b"", data)  # one character too many at the end
        return binascii.a2b_base64(data[: len(data) // 4 * 4])


def words(text: str) -> str:
    """`text` with its encoded-words decoded (RFC 2047).

    Blanks between two encoded-words go; neighbours of one charset are joined before they are decoded, for
    senders that cut a character in two.
    """
    if "=?" not in text:
        return text
    done: list[str] = []
    charset, pieces, at = "", list[bytes](), 0
    for found in _WORD.finditer(text):
        between = text[at : found.start()]
        name = found[1].partition("*")[0].lower()  # RFC 2231 5: =?charset*language?...
        if pieces and (name != charset or between.strip()):
            done.append(decode(b"".join(pieces), charset))
            pieces.clear()
        if between.strip() or not at:
            done.append(between)
        body = found[3].encode("utf-8", "surrogateescape")
        pieces.append(base64(body) if found[2] in "bB" else binascii.a2b_qp(body, header=True))
        charset, at = name, found.end()
    if pieces:
        done.append(decode(b"".join(pieces), charset))
    done.append(text[at:])
    return "".join(done)


@dataclass(frozen=True, slots=True)
class Parameters:
    """The value of Content-Type or Content-Disposition, taken apart.

    `value` is what stands before the first semicolon, lower case, without comment. `params` has lower-case
    names; the first of several counts and the name of the others is in `repeated`. `extended` are the
    names that were written in the form of RFC 2231.
    """

    value: str
    params: Mapping[str, str]
    repeated: frozenset[str] = frozenset()
    extended: frozenset[str] = frozenset()


def parameters(text: str) -> Parameters:
    """Take a field value apart (RFC 2045 5.1, RFC 2231). Encoded-words in file names are decoded."""
    value, semicolon, _ = text.partition(";")
    value = _COMMENT.sub("", value.strip()).lower()
    if not semicolon:
        return Parameters(value, {})
    plain: dict[str, str] = {}
    segments: dict[str, dict[int, tuple[str, bool]]] = {}
    repeated: set[str] = set()
    at = text.find(";")
    while at >= 0:
        found = _PARAMETER.match(text, at)
        if found:
            name, raw, at = found[1].lower(), found[2], found.end()
            if raw.startswith('"'):
                raw = _ESCAPED.sub(r"\1", raw[1:].removesuffix('"'))
            else:
                raw = _COMMENT.sub("", raw.rstrip())
            base, number, star = _segment(name)
            if number is None:
                repeated.update({base} & plain.keys())
                plain.setdefault(base, raw)
            else:
                pieces = segments.setdefault(base, {})
                repeated.update({base} if number in pieces else ())
                pieces.setdefault(number, (raw, star))
        at = text.find(";", at if found else at + 1)
    params = {name: words(raw) if name in _NAMES else raw for name, raw in plain.items()}
    for name, pieces in segments.items():
        repeated.update({name} & plain.keys())
        params[name] = _joined(pieces)
    return Parameters(value, params, frozenset(repeated), frozenset(segments))


def _segment(name: str) -> tuple[str, int | None, bool]:
    """`title*1*` is segment 1 of `title`, percent-encoded; without an asterisk there is no segment."""
    if "*" not in name:
        return name, None, False
    found = _SEGMENT.match(name)
    if not found or not found[1].rstrip("*"):
        return name, None, False
    return found[1], int(found[2] or 0), bool(found[3])


def _joined(pieces: Mapping[int, tuple[str, bool]]) -> str:
    """The segments of one parameter from 0 on, up to the first that is missing (RFC 2231 3, 4.1)."""
    charset, data = "", list[bytes]()
    for number in range(len(pieces)):
        if number not in pieces:
            break
        raw, star = pieces[number]
        if star and not number and raw.count("'") >= 2:
            charset, _, raw = raw.split("'", 2)
        octets = raw.encode("utf-8", "surrogateescape")
        data.append(unquote_to_bytes(octets) if star else octets)
    whole = b"".join(data)
    return decode(whole, charset) if charset else unlabelled(whole)
