"""What a recipient is to us: internal, a buyer's relay address, or somebody else.

Pure. The same question is asked of senders, so that both legs agree on who is who.
"""

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.address import Path, domain_in, path_of, under
from gateway.signals.senders import alias_pack
from gateway.words import Kind, Thread


def kind_of(path: Path, config: Config) -> tuple[Kind, Pack | None]:
    """The kind of a recipient, and the pack whose relay address it is.

    An address without a domain (`postmaster`) is internal. A no-reply address of a relay domain is nobody's
    alias and counts as external.
    """
    if not path.domain or domain_in(path.domain, config.gateway.company.domains):
        return Kind.INTERNAL, None
    pack = alias_pack(path.address, config.packs)
    return (Kind.EXTERNAL, None) if pack is None else (Kind.RELAY, pack)


def is_party(path: Path, thread: Thread | None) -> bool | None:
    """Whether the address takes part in the conversation; None where no thread is known."""
    return None if thread is None else path.folded in thread.correspondents


def is_outsider(path: Path, config: Config) -> bool:
    """Whether the recipient is no buyer whatever the thread says: one of `company.partners` (an address, or
    a domain), an address of a marketplace's own sender domains, or the archive."""
    if is_archive(path, config) or any(under(path.domain, pack.sender_domains) for pack in config.packs):
        return True
    partners = config.gateway.company.partners
    return any(
        path.folded == partner.casefold() if "@" in partner else domain_in(path.domain, (partner,))
        for partner in partners
    )


def is_archive(path: Path, config: Config) -> bool:
    """Whether the address is `archive.copy_to`, which gets copies and is no party of anything."""
    address = config.gateway.archive.copy_to
    return address is not None and path.folded == path_of(address).folded
