"""Tag: the fields of an inbound mail that say what it is, for filters behind us.

The names and forms are an interface (DESIGN 6.3): ASCII, one value each, nothing
where there is nothing to say. Pure; never raises.
"""

from gateway.mail import headers
from gateway.mail.envelope import Transaction
from gateway.words import Effect, Verdict, VerdictName

PREFIX = "X-Marketgate-"


def effect(tx: Transaction, verdict: Verdict) -> Effect:
    """The fields for `verdict`, to be put in front of the mail; none for a mail that concerns nobody."""
    return Effect(headers=b"".join(_field(name, value) for name, value in _values(tx, verdict) if value))


def _values(tx: Transaction, verdict: Verdict) -> list[tuple[str, str | None]]:
    name, legal, ident = ("Verdict", verdict.name.value), ("Legal", verdict.legal), ("Id", tx.id)
    if verdict.name is VerdictName.NONE:
        return [name, legal, ident] if verdict.legal else []
    heaviest = sorted(verdict.hits, key=lambda hit: (-hit.weight, hit.signal))
    return [
        name,
        ("Confidence", verdict.confidence),
        ("Marketplace", verdict.marketplace),
        ("Order", ", ".join(verdict.orders)),
        legal,
        ("Score", f"{verdict.score:.1f}"),
        ("Hits", ", ".join(f"{hit.signal}={hit.weight:g}" for hit in heaviest)),
        ident,
    ]


def _field(name: str, value: str | None) -> bytes:
    printable = "".join(sign if " " <= sign <= "~" else "?" for sign in str(value or ""))
    return headers.render(PREFIX + name, printable)
