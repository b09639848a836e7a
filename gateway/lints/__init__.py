"""What we check in the new text of a reply to a relay address: one file a check, this is the menu.

A check is `findings(new_text, facts, pack, config) -> spans`, with its name in `CHECK`; its
severity comes from the pack, else from lints.toml. It decides nothing, never raises
and takes bounded time. A new check is one file, one line below and one golden case.
"""

from typing import Final, Literal

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.lints import email_address, new_text, phone_number
from gateway.mail.envelope import Transaction
from gateway.words import NO_FACTS, Facts, Finding, Severity

LINTS: Final = (phone_number, email_address)
CHECKS: Final = tuple(check.CHECK for check in LINTS)
_MOST: Final = 50


def lint(tx: Transaction, pack: Pack | None, config: Config) -> tuple[Finding, ...]:
    """What the menu finds in the new text of this reply, in order of place. Raises mime.TooComplex."""
    return lint_text(new_text.of(tx.message), NO_FACTS, pack, config)


def lint_text(text: str, facts: Facts, pack: Pack | None, config: Config) -> tuple[Finding, ...]:
    """The same for a text; spans are in characters of it, snippets at most 80 characters."""
    signed = new_text.signature(text)
    found = []
    for check in LINTS:
        wanted = severity(check.CHECK, pack, config)
        if wanted == "off":
            continue
        for start, end in list(check.findings(text, facts, pack, config))[:_MOST]:
            shown = new_text.snippet(text, start, end)
            found.append(Finding(check.CHECK, wanted, shown, (start, end), None, start >= signed))
    return tuple(sorted(found, key=lambda finding: finding.span))


def severity(check: str, pack: Pack | None, config: Config) -> Severity | Literal["off"]:
    """How grave a finding of this check is: the pack's word, else that of lints.toml, else `block`."""
    own = pack.lints.get(check) if pack else None
    return own or config.lints.severity.get(check, Severity.BLOCK)
