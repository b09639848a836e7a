"""An e-mail address in the new text of a reply to a relay address, also a disguised one.

"info (at) shop.de", "info [at] shop punkt de" and "info AT shop DOT de" count. The
marketplaces' own addresses do not: they are no way round the marketplace.
"""

from collections.abc import Iterator
from typing import Final

from gateway.config.base import compiled
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import under
from gateway.words import Facts

CHECK: Final = "email_address"
_MOST: Final = 64 * 1024
_LOCAL: Final = r"[\pL\pN][\pL\pN._%+\-]{0,63}"
_DOMAIN: Final = r"[\pL\pN][\pL\pN\-]{0,62}(?:\.[\pL\pN][\pL\pN\-]{0,62})*\.[\pL]{2,24}"
_PLAIN: Final = _LOCAL + r"[@\x{FF20}\x{FE6B}]" + _DOMAIN
_DOT: Final = r"(?:\.|\s{0,2}[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]\s{0,2}|\s(?:dot|punkt)\s)"
_NAME: Final = r"[\pL\pN][\pL\pN\-]{0,62}"
_BRACKETED: Final = (
    _LOCAL
    + r"\s{0,2}[(\[{<*]{1,2}\s?(?:at|ät|ett|@|klammeraffe)\s?[)\]}>*]{1,2}\s{0,2}"
    + f"{_NAME}(?:{_DOT}{_NAME})+"
)
_SPELLED: Final = _LOCAL + r"\s(?:at|ät)\s" + f"{_NAME}" + r"(?:\s(?:dot|punkt)\s" + f"{_NAME})+"
_SPACED: Final = _LOCAL + r"\s{0,2}@\s{0,2}" + f"{_NAME}(?:{_DOT}{_NAME})+"


def findings(new_text: str, facts: Facts, pack: Pack | None, config: Config) -> Iterator[tuple[int, int]]:
    """The spans of all addresses, in characters of the text, each once, in order."""
    text = new_text[:_MOST]
    spans = [
        found.span()
        for pattern in (_PLAIN, _BRACKETED, _SPELLED, _SPACED)
        for found in compiled(pattern, True).finditer(text)
        if not _is_marketplaces(found[0], config)
    ]
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def _is_marketplaces(address: str, config: Config) -> bool:
    domain = address.rpartition("@")[2].strip().lower()
    return any(under(domain, (*pack.relay_domains, *pack.sender_domains)) for pack in config.packs)
