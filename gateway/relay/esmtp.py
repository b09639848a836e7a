"""The words of ESMTP: what is offered at EHLO and when, which parameters are taken and in which grammar.

Pure. Both are tables, so that docs/howto/esmtp.md can be held to them. An extension that the
next hop must carry out is offered only while it offers it; a parameter goes on only where it
passed its grammar and belongs to an extension that this session was offered.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from gateway.mail.address import Path
from gateway.mail.reply import BAD_SYNTAX, TOO_LARGE, Reply

Verb: TypeAlias = Literal["FROM", "TO"]


@dataclass(frozen=True, slots=True)
class Extension:
    """One keyword of our EHLO. `shared`: offered only while the next hop offers it; `when` in words."""

    keyword: str
    shared: bool
    when: str


EXTENSIONS: Final = (
    Extension("PIPELINING", False, "always"),
    Extension("SIZE", False, "always; the smaller of `limits.message_size` and the next hop's"),
    Extension("STARTTLS", False, "with `tls.cert` and `tls.key`, until TLS is on"),
    Extension(
        "AUTH",
        True,
        "`outbound.auth = \"pass\"`, the client's and the next hop's connection both TLS or loopback; "
        "the next hop's mechanisms but `*-PLUS` and EXTERNAL, and GSSAPI, GSS-SPNEGO, NTLM only where "
        "`outbound.auth_also` names them",
    ),
    Extension("8BITMIME", True, "the next hop offers it"),
    Extension("SMTPUTF8", True, "the next hop offers it"),
    Extension("DSN", True, "the next hop offers it"),
    Extension("ENHANCEDSTATUSCODES", False, "always"),
)
"""In the order of the reply to EHLO."""

SHARED: Final = tuple(each.keyword for each in EXTENSIONS if each.shared and each.keyword != "AUTH")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of MAIL (`verb` FROM) or RCPT (TO): the extension it needs, its value, and that in words.

    `value` is matched from the beginning to `\\Z`; None: the parameter has no value.
    """

    verb: Verb
    keyword: str
    extension: str
    value: re.Pattern[str] | None
    form: str

    def fits(self, value: str | None) -> bool:
        """Whether this is a value of the parameter; None is a parameter without "="."""
        if self.value is None or value is None:
            return self.value is None and value is None
        if not self.value.match(value):
            return False
        words = value.upper().split(",")
        return self.keyword != "NOTIFY" or len(words) == len(set(words))


# RFC 3461 4: printable ASCII but + and =, which stand as + and two hexadecimal digits, and so do blanks.
# What is coded must be printable too: a coded line end is how a command was once hidden in a queue file.
_XTEXT: Final = r"(?:[!-*,-<>-~]|\+(?:[2-6][0-9A-Fa-f]|7[0-9A-Ea-e]))"
_ATOM: Final = r"[A-Za-z0-9!#$%&'*/?^_`{|}~-]+"


def _value(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


PARAMETERS: Final = (
    Parameter("FROM", "SIZE", "SIZE", _value("[0-9]{1,20}"), "1 to 20 digits"),
    Parameter("FROM", "BODY", "8BITMIME", _value("(?i:7BIT|8BITMIME)"), "`7BIT` or `8BITMIME`"),
    Parameter("FROM", "SMTPUTF8", "SMTPUTF8", None, "no value"),
    Parameter("FROM", "RET", "DSN", _value("(?i:FULL|HDRS)"), "`FULL` or `HDRS`"),
    Parameter("FROM", "ENVID", "DSN", _value(f"(?=.{{1,100}}\\Z){_XTEXT}+"), "xtext, at most 100 characters"),
    Parameter("FROM", "AUTH", "AUTH", _value(f"<>|(?=.{{1,500}}\\Z){_XTEXT}+"), "`<>` or xtext"),
    Parameter(
        "TO",
        "NOTIFY",
        "DSN",
        _value("(?i:NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY)){0,2})"),
        "`NEVER`, or some of `SUCCESS`, `FAILURE`, `DELAY`, each once",
    ),
    Parameter(
        "TO",
        "ORCPT",
        "DSN",
        _value(f"(?=.{{1,500}}\\Z)(?:(?i:utf-8);(?:{_XTEXT}|[^\\x00-\\x7f])+|{_ATOM};{_XTEXT}+)"),
        "type, `;` and address as xtext, at most 500 characters",
    ),
)

_KNOWN: Final = {(each.verb, each.keyword): each for each in PARAMETERS}

UNKNOWN_PARAMETER: Final = Reply.make(555, "5.5.4 Parameter not recognized")
NOT_NOW: Final = Reply.make(
    451, "4.4.1 The next mail server does not take this parameter now, please try later"
)
NOT_UTF8: Final = Reply.make(553, "5.6.7 An address that is not ASCII needs SMTPUTF8")

NEVER_PASSED: Final = re.compile(r"EXTERNAL\Z|.*-PLUS\Z")
"""Mechanisms bound to the very connection they are used on, which ends here."""

ONLY_NAMED: Final = frozenset({"GSSAPI", "GSS-SPNEGO", "NTLM"})
"""Mechanisms that name the server's host, or may wrap what follows; offered on request only."""

_MECHANISM: Final = re.compile(r"[A-Z0-9_-]{1,20}\Z")


def parameter_refusal(
    path: Path, verb: Verb, offered: Collection[str], limit: int, utf8: bool = False
) -> Reply | None:
    """Why the address or the parameters of MAIL (`verb` FROM) or RCPT (TO) are refused.

    `offered` are the keywords of this session's EHLO, `limit` the largest message taken, in octets (RFC 1870
    6.1), `utf8` whether MAIL had SMTPUTF8 (RFC 6531 3.4).
    """
    seen = set()
    for parameter in path.params:
        keyword, equals, value = parameter.partition("=")
        keyword = keyword.upper()
        known = _KNOWN.get((verb, keyword))
        if known is None or known.extension not in offered:
            return UNKNOWN_PARAMETER
        if keyword in seen or not known.fits(value if equals else None):
            return BAD_SYNTAX
        if keyword == "SIZE" and int(value) > limit:
            return TOO_LARGE
        seen.add(keyword)
    return None if utf8 or "SMTPUTF8" in seen or path.address.isascii() else NOT_UTF8


def unsupported(path: Path, verb: Verb, extensions: Mapping[str, str]) -> bool:
    """Whether the next hop lacks what a parameter needs; SIZE apart, which can be left out."""
    known = (_KNOWN.get((verb, parameter.partition("=")[0].upper())) for parameter in path.params)
    return bool({each.extension for each in known if each} - {"SIZE"} - extensions.keys())


def has_utf8(path: Path) -> bool:
    """Whether MAIL asked for SMTPUTF8."""
    return any(parameter.upper() == "SMTPUTF8" for parameter in path.params)


def mechanisms(offered: str, also: Collection[str] = ()) -> tuple[str, ...]:
    """The mechanisms of a hop's AUTH keyword that can be passed on; `also` as in `outbound.auth_also`."""
    found = (word for word in offered.upper().split() if _MECHANISM.match(word))
    return tuple(
        dict.fromkeys(
            word for word in found if not NEVER_PASSED.match(word) and word not in ONLY_NAMED - set(also)
        )
    )


def common(records: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """What several next hops all offer: the smallest SIZE, the mechanisms of AUTH that all have."""
    first, *others = list(records)
    shared = dict(first)
    for other in others:
        shared = {word: _both(word, shared[word], other[word]) for word in shared if word in other}
    return shared


def _both(keyword: str, one: str, other: str) -> str:
    if keyword == "SIZE":
        sizes = [size for size in map(_size, (one, other)) if size]
        return str(min(sizes)) if sizes else "0"
    if keyword == "AUTH":
        return " ".join(word for word in one.upper().split() if word in other.upper().split())
    return one if one == other else ""


def _size(text: str) -> int:
    """The number of a SIZE keyword; 0 where there is none, or no fixed one (RFC 1870 4)."""
    return int(text[:20]) if text.isdecimal() and text.isascii() else 0


def offer(
    extensions: Mapping[str, str] | None, limit: int, starttls: bool, auth: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The lines of our reply to EHLO behind the host name: ours, and of the next hop's what we can hand on.

    `extensions` is the next hop's last EHLO, None if it never answered. SIZE is the smaller of the two.
    `auth` are the mechanisms to be offered.
    """
    theirs = extensions or {}
    size = _size(theirs.get("SIZE", ""))
    said = {
        "SIZE": f"SIZE {min(size, limit) if size else limit}",
        "STARTTLS": "STARTTLS" if starttls else "",
        "AUTH": " ".join(("AUTH", *auth)) if auth else "",
    }
    lines = (
        said.get(each.keyword, each.keyword if not each.shared or each.keyword in theirs else "")
        for each in EXTENSIONS
    )
    return tuple(line for line in lines if line)
