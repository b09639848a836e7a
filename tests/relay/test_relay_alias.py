"""The alias of a conversation's buyer: from the conversation, else from imported orders."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from gateway.relay.memory import Memory
from gateway.relay.relay_alias import alias_of
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.store.orders import Orders, Purchase
from gateway.words import Confidence, Thread, VerdictName
from tests.relay.test_memory import ALIAS, BUYER, CASE, ORDER, T0, mail
from tests.support.configs import make_config

CONFIG = make_config()
OTHER = "zzzzzzzzzzzzzzz@marketplace.amazon.de"


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store("sqlite://")
    store.open()
    yield store
    store.close()


def thread(*people: str, orders: tuple[str, ...] = (ORDER,), market: str | None = "amazon") -> Thread:
    return Thread("t", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, market, orders, None, people)


@pytest.mark.parametrize(
    ("people", "imported", "expected"),
    [
        ((BUYER, ALIAS, CASE), (), CASE),
        ((BUYER, ALIAS, OTHER), (), None),
        ((BUYER,), (Purchase("amazon", ORDER, None, ALIAS),), ALIAS),
        ((BUYER,), (Purchase("amazon", "303-0000000-0000000", BUYER, ALIAS),), ALIAS),
        ((BUYER,), (Purchase("ebay", ORDER, BUYER, "max@members.ebay.de"),), None),
        ((BUYER,), (Purchase("amazon", ORDER, BUYER, "max@elsewhere.example"),), None),
        ((BUYER,), (), None),
    ],
)
def test_the_alias(
    store: Store, people: tuple[str, ...], imported: tuple[Purchase, ...], expected: str | None
) -> None:
    """His own mail through the relay first; two buyers, or another marketplace's alias: none."""
    Orders(store).add(imported, T0)
    assert alias_of(thread(*people), Orders(store), CONFIG) == expected


def test_it_is_a_fact_only_where_a_rule_reroutes(store: Store) -> None:
    """All other mail costs no look-up more."""
    Ledger(store).remember(
        "tx", "<q@x>", (), thread(BUYER), datetime(2026, 3, 1, tzinfo=UTC), buyers=(BUYER,)
    )
    Ledger(store).confirm("tx", T0)
    Orders(store).add((Purchase("amazon", ORDER, BUYER, ALIAS),), T0)
    answer = mail("eva@example.com", BUYER, "Hallo", fields="In-Reply-To: <q@x>\r\n")
    rule = {"name": "through_amazon", "direction": "outbound", "do": "reroute"}
    rerouting = make_config(policy={"rule": [rule]})
    found = [Memory(store, lambda config=config: config).facts(answer) for config in (CONFIG, rerouting)]  # type: ignore[misc]
    assert [facts.relay_alias for facts in found] == [None, ALIAS]
    assert found[0].thread == found[1].thread is not None
