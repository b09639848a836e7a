"""Notify: the copy goes its way, and the desk gets an entry about it. No hold.

The entry is written once the next hop has taken the mail (`relay.afterwards`).
"""

from gateway.words import Effect


def effect(words: str = "") -> Effect:
    """Nothing is changed; `words` is one sentence for the entry."""
    return Effect(note=words)
