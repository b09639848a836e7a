"""Keys and checks that are agreed and checked, but have no effect in this version.

Pure. One table, which shrinks as their functions come: what stands here yields a
warning where a configuration sets it, so that nobody relies on what is not there.
"""

from collections.abc import Iterator

from gateway.config.load.errors import ConfigError
from gateway.config.load.source import Source
from gateway.words import ActionName

LATER = (
    "company.approved_senders",
    "company.hours",
    "inbound.proxy_from",
    "inbound.xclient_from",
    "inbound.trusted_hops",
    "outbound.proxy_from",
    "outbound.xclient_from",
    "outbound.trusted_hops",
    "outbound.auth",
    "outbound.user",
    "outbound.password",
    "outbound.client_cert",
    "outbound.client_key",
    "outbound.stamp",
    "review.listen",
    "dkim.keys",
    "dkim.signer",
    "authentication.trusted",
    "authentication.arc_sealers",
    "dns.nameservers",
    "retention.text",
    "retention.held",
    "retention.ledger",
    "archive.copy_to",
)
"""Keys of `gateway.toml`, in its order."""

SILENT = {"review.listen": "127.0.0.1:8080"}
"""Values that belong to the smallest file and therefore raise no warning."""

LATER_ACTIONS = frozenset({ActionName.REDACT, ActionName.REROUTE, ActionName.NOTIFY})
"""Actions a rule may name that do nothing yet."""

LATER_CHECKS = frozenset(
    (
        "email_address",
        "phone_number",
        "foreign_url",
        "off_platform_invitation",
        "marketing",
        "review_incentive",
        "auto_reply",
        "sender_not_approved",
        "wrong_order",
        "other_buyer",
        "unresolved_placeholder",
        "privacy_to_relay",
        "quote_missing",
        "missing_greeting",
        "rude",
        "shouting",
        "too_short",
        "missing_closing",
        "signature_contact_block",
        "review_request",
        "own_shop_mention",
        "disallowed_attachment",
        "wrong_language",
        "missing_order",
    )
)
"""The checks whose names are agreed; those that exist as lints are known from the lints themselves."""


def without_effect(source: Source) -> Iterator[ConfigError]:
    """A warning for each key of `gateway.toml` that is set and has no effect yet."""
    for key in LATER:
        table, name = key.split(".")
        value = source.data.get(table, {}).get(name)
        if value is not None and value != SILENT.get(key):
            yield source.error(
                (table, name), "has no effect in this version", "remove it, or leave it for later"
            )
