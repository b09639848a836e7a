"""Keys that are agreed and checked, but have no effect in this version.

Pure. One table, which shrinks as their functions come: what stands here yields a
warning where a configuration sets it, so that nobody relies on what is not there.
"""

from collections.abc import Iterator

from gateway.config.load.errors import ConfigError
from gateway.config.load.source import Source

LATER = (
    "inbound.proxy_from",
    "inbound.xclient_from",
    "inbound.trusted_hops",
    "outbound.proxy_from",
    "outbound.xclient_from",
    "outbound.trusted_hops",
)
"""Keys of `gateway.toml`, in its order."""


def without_effect(source: Source) -> Iterator[ConfigError]:
    """A warning for each key of `gateway.toml` that is set and has no effect yet."""
    for key in LATER:
        table, name = key.split(".")
        value = source.data.get(table, {}).get(name)
        if value is not None:
            yield source.error(
                (table, name), "has no effect in this version", "remove it, or leave it for later"
            )
