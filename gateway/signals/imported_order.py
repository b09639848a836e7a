"""Orders of the marketplaces' reports: `imported_order` for a number in the mail, `:buyer` for its writer.

A number that was imported needs no context and proves what the mail is about; that
somebody bought on a marketplace only says who he is.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail.envelope import Transaction
from gateway.words import UNKNOWN, Bought, Facts, Hit

NAMED: Final = 3.0
BUYER: Final = 0.5


def hits(tx: Transaction, facts: Facts, packs: Sequence[Pack], config: Config) -> Iterable[Hit]:
    """One hit for each order that is named; else one for each marketplace where the writer bought."""
    bought = () if facts.bought is UNKNOWN else facts.bought
    known = {pack.name for pack in packs}
    named = [one for one in bought if one.named and one.marketplace in known]
    for one in named:
        yield Hit("imported_order", NAMED, one.marketplace, one.order, f"{_said(one)} is in an order report")
    told = {one.marketplace for one in named}
    for one in bought:
        if one.theirs and one.marketplace in known - told:
            told.add(one.marketplace)
            said = f"this address bought there: {_said(one)}"
            yield Hit("imported_order:buyer", BUYER, one.marketplace, None, said)


def _said(one: Bought) -> str:
    return f"order {one.order}" + (f" of {one.at:%Y-%m-%d}" if one.at else "")
