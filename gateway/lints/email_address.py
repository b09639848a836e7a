"""An e-mail address in the new text of a reply to a relay address, also a disguised one.

"info (at) shop", "info [at] shop punkt de", "info AT shop DOT de", a `mailto:` link, an
alternative text, a file name. The marketplaces' own addresses do not count: they are no
way round the marketplace.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from gateway.config.base import compiled
from gateway.lints.phrases import readable
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.contact import AT, DOT, PLACES_AT
from gateway.mail.address import under
from gateway.words import Severity

CHECK: Final = "email_address"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "remove the address: the buyer answers through the marketplace"

_LOCAL: Final = r"[\pL\pN][\pL\pN._%+\-]*"
_DOMAIN: Final = r"[\pL\pN][\pL\pN\-]*(?:\.[\pL\pN][\pL\pN\-]*)*\.[\pL]{2,24}"
_ROLE: Final = (
    r"(?:info|kontakt|contact|service|support|kundenservice|kundendienst|office|post|hello|hallo|hola|ciao|"
    r"sales|verkauf|vertrieb|team|shop|hilfe|help|bestellung|order|retoure|retouren|reklamation|buchhaltung)"
)
_MAILBOX: Final = r"(?:info|kontakt|kundenservice|kundendienst|office|hello|sales|verkauf|vertrieb)"
_NAME: Final = r"[\pL\pN][\pL\pN\-]*"
_DOTTED: Final = (
    rf"(?:\.|\s{{0,2}}[(\[{{<]\s?{DOT}\s?[)\]}}>]\s{{0,2}}|\s(?:dot|punkt|punto|point|punt|kropka)\s)"
)
_BRACKETED: Final = (
    _LOCAL + rf"\s{{0,2}}[(\[{{<*]{{1,2}}\s?{AT}\s?[)\]}}>*]{{1,2}}\s{{0,2}}{_NAME}(?:{_DOTTED}{_NAME})*"
)
_SPOKEN_AT: Final = r"(?:ät|klammeraffe|arobase|chiocciola|arrobas?|ma[łl]pa|apenstaartje|snabel-?a)"
_PATTERNS: Final = (
    _LOCAL + r"[@\x{FF20}\x{FE6B}]" + _DOMAIN,
    _BRACKETED,
    _LOCAL + rf"\s{PLACES_AT}\s{_NAME}(?:\s(?:dot|punkt|punto|point|punt|kropka)\s{_NAME})+",
    _LOCAL + rf"\s{_SPOKEN_AT}\s{_NAME}(?:{_DOTTED}{_NAME})+",
    rf"\b{_ROLE}\s{{1,2}}@{_NAME}(?:{_DOTTED}{_NAME})+",
    rf"\b{_ROLE}[@\x{{FF20}}]{_NAME}(?:{_DOTTED}{_NAME})*",
    rf"\b{_MAILBOX}\s{{1,2}}(?:at|ät)\s{{1,2}}{_NAME}(?:{_DOTTED}{_NAME})+",
    _LOCAL + rf"\s{{0,2}}@\s{{1,2}}{_NAME}(?:{_DOTTED}{_NAME})+",
)


def findings(reply: Reply) -> Iterator[Found]:
    """All addresses, in order, then those that stand in no text."""
    for start, end in spans(reply.text, reply):
        yield Found(start, end, fix=FIX)
    for mark in reply.marks:
        if mark.kind == "link" and mark.value.lower().startswith("mailto:"):
            address = unquote(mark.value[7:]).partition("?")[0]
            if "@" in address and address not in reply.text and not is_marketplaces(address, reply):
                yield Found(shown=address, fix=FIX, in_signature=mark.in_signature)
        elif mark.kind == "alt":
            yield from (
                Found(shown=mark.value[start:end], fix=FIX, in_signature=mark.in_signature)
                for start, end in spans(mark.value, reply)
                if mark.value[start:end] not in reply.text
            )
    for name in reply.message.filenames if reply.message else ():
        for start, end in spans(name, reply):
            yield Found(shown=name[start:end], fix="rename the file")


def spans(text: str, reply: Reply) -> Iterator[tuple[int, int]]:
    """The spans of all addresses in a text, each once, in order."""
    text = readable(text)
    if not any(sign in text for sign in "@\uff20\ufe6b([{<*") and not _may_spell(text):
        return
    found = [
        match.span()
        for pattern in _PATTERNS
        for match in compiled(pattern, True).finditer(text)
        if not is_marketplaces(match[0], reply)
    ]
    last = -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def _may_spell(text: str) -> bool:
    return bool(
        compiled(
            r"\b(?:at|ät|klammeraffe|arobase|chiocciola|arrobas?|snabel-?a|ma[łl]pa|apenstaartje)\b", True
        ).search(text)
    ) or ("ät" in text)


def is_marketplaces(address: str, reply: Reply) -> bool:
    """Whether an address is one of a marketplace itself, or a buyer's alias there."""
    domain = address.rpartition("@")[2].strip().rstrip(".").lower()
    return any(under(domain, (*pack.relay_domains, *pack.sender_domains)) for pack in reply.packs)
