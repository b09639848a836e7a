"""A link or a bare domain that leads away from the marketplace: in the text, behind it, in a picture's text.

Allowed are the marketplace's own hosts, those of `allowed_links` in its pack, and where parcels are traced.
The name of a firm that is a domain ("Muster24.de GmbH") is a name.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from gateway.lints import email_address, hosts
from gateway.lints.reply import Found, Reply
from gateway.lints.wording.hosts import CARRIERS
from gateway.mail.address import under
from gateway.words import Severity

CHECK: Final = "foreign_url"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "remove the link; of a parcel name the carrier and the number"


def findings(reply: Reply) -> Iterator[Found]:
    """All links and domains that are not allowed, in order, then those that stand in no text."""
    shown = set()
    addresses = list(email_address.spans(reply.text, reply))
    for link in hosts.found(reply.text):
        if any(start <= link.start < end for start, end in addresses):
            continue
        if not is_allowed(link.host, reply) and not _is_firm(reply.text[link.start : link.end], reply):
            shown.add(link.host)
            yield Found(link.start, link.end, fix=FIX)
    for mark in reply.marks:
        if mark.kind == "link":
            host = _target(mark.value)
            if host and host not in shown and not is_allowed(host, reply):
                shown.add(host)
                yield Found(shown=mark.value, fix=FIX, in_signature=mark.in_signature)
        elif mark.kind == "alt":
            for link in hosts.found(mark.value):
                if link.host not in shown and not is_allowed(link.host, reply):
                    shown.add(link.host)
                    yield Found(shown=mark.value, fix=FIX, in_signature=mark.in_signature)


def _target(value: str) -> str:
    """The host of a link target, "" if it leads to no web page."""
    lowered = value.lower()
    if lowered.startswith(("http:", "https:", "//", "www.", "ftp:")):
        return hosts.host(unquote(value))
    return ""


def is_allowed(host: str, reply: Reply) -> bool:
    """Whether a link there is needed for the order, or leads to the marketplace itself."""
    own = (*reply.pack.allowed_links, *reply.pack.sender_domains) if reply.pack else ()
    return under(host, (*own, *CARRIERS))


def _is_firm(written: str, reply: Reply) -> bool:
    name = reply.company.name.lower() if reply.company else ""
    return "/" not in written and bool(name) and written.lower() in name.split()
