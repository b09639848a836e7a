"""The sender is not among those the marketplace lets the seller write from: it would not deliver the mail.

`company.approved_senders` lists them by site ("amazon.de", meaning aliases below that domain too) or by pack
("ebay"). A site without a list is not checked.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from gateway.lints.reply import Found, Reply
from gateway.mail.address import under
from gateway.words import Severity

CHECK: Final = "sender_not_approved"
SEVERITY: Final = Severity.BLOCK
FIX: Final = "write from an approved address, or approve this one there and in company.approved_senders"


def findings(reply: Reply) -> Iterator[Found]:
    """One find for each site whose list lacks the sender."""
    if reply.company is None or reply.pack is None or reply.message is None:
        return
    senders = {box.folded for box in reply.message.from_}
    told = set()
    for relay in reply.relays:
        site = site_of(relay.rpartition("@")[2], reply.pack.name, reply.company.approved_senders)
        if site is None or site in told:
            continue
        approved = {address.casefold() for address in reply.company.approved_senders[site]}
        if not senders or not senders <= approved:
            told.add(site)
            written = ", ".join(sorted(senders - approved)) or "nobody"
            yield Found(shown=f"From {written} is not approved for {site}", fix=FIX)


def site_of(domain: str, pack: str, lists: Mapping[str, object]) -> str | None:
    """The key of the list that counts for an alias at this domain: the longest site, else the pack."""
    sites = sorted((key for key in lists if "." in key and under(domain, (key.lower(),))), key=len)
    return sites[-1] if sites else (pack if pack in lists else None)
