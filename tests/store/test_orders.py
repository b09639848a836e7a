"""Imported orders: found by order, by private address and by alias; importing again changes nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from gateway.store import Store
from gateway.store.orders import BATCH, Added, Orders, Purchase
from tests.store.samples import T0

ORDER = "303-5512847-9931028"
ALIAS = "stb6ssjkf7gpxz4@marketplace.amazon.de"
BOUGHT = Purchase("amazon", ORDER, None, ALIAS, T0)


@pytest.fixture
def orders(store: Store) -> Orders:
    return Orders(store)


def test_an_order_is_found_in_its_own_marketplace_only(orders: Orders) -> None:
    assert orders.add([BOUGHT], T0) == Added(new=1, known=0)
    assert orders.find("amazon", ORDER) == BOUGHT
    assert (orders.find("ebay", ORDER), orders.find("amazon", "other")) == (None, None)


def test_the_same_report_again_adds_nothing(orders: Orders) -> None:
    rows = [Purchase("amazon", f"303-{number:07}-0000000", alias=ALIAS) for number in range(BATCH + 3)]
    assert orders.add(iter(rows), T0) == Added(new=BATCH + 3, known=0)
    assert orders.add(rows, T0 + timedelta(days=1)) == Added(new=0, known=BATCH + 3)


def test_a_second_line_of_an_order_counts_as_known(orders: Orders) -> None:
    """Reports have one line an item; in one batch or in two, it is one order."""
    assert orders.add([BOUGHT, BOUGHT], T0) == Added(new=1, known=1)
    assert orders.add([BOUGHT], T0) == Added(new=0, known=1)


def test_a_later_report_fills_in_what_was_not_known_and_takes_nothing_away(orders: Orders) -> None:
    orders.add([Purchase("ebay", "12-34567-89012", buyer="Anna@Example.net")], T0)
    orders.add([Purchase("ebay", "12-34567-89012", alias="ABC@members.ebay.de", ordered_at=T0)], T0)
    known = Purchase("ebay", "12-34567-89012", "anna@example.net", "abc@members.ebay.de", T0)
    assert orders.find("ebay", "12-34567-89012") == known
    orders.add([Purchase("ebay", "12-34567-89012")], T0)
    assert orders.find("ebay", "12-34567-89012") == known


def test_an_alias_is_kept_without_its_case_and_found_with_any(orders: Orders) -> None:
    orders.add([Purchase("amazon", ORDER, alias="Stb6ssjkf7gpxz4+1b2c@marketplace.amazon.DE")], T0)
    assert orders.find("amazon", ORDER) == Purchase("amazon", ORDER, alias=ALIAS)
    assert [one.order for one in orders.of("STB6ssjkf7gpxz4+ffff@marketplace.amazon.de")] == [ORDER]


def test_the_alias_of_an_order_or_of_a_private_address(orders: Orders) -> None:
    """The latest order that has one counts; another marketplace's never."""
    old = Purchase("amazon", "302-1111111-1111111", "anna@example.net", "old@marketplace.amazon.de", T0)
    new = Purchase("amazon", ORDER, "anna@example.net", ALIAS, T0 + timedelta(days=1))
    bare = Purchase("amazon", "302-2222222-2222222", "anna@example.net", None, T0 + timedelta(days=2))
    orders.add([old, new, bare], T0)
    assert orders.of("Anna@Example.net") == (bare, new, old)
    assert orders.alias_of("amazon", "anna@example.net") == ALIAS
    assert orders.alias_of("amazon", "302-1111111-1111111") == "old@marketplace.amazon.de"
    assert orders.alias_of("amazon", "302-2222222-2222222") is None
    assert (orders.alias_of("ebay", "anna@example.net"), orders.alias_of("amazon", "unknown")) == (None, None)


@pytest.mark.parametrize(
    "where", ['"order" = 1 AND marketplace = 2', "buyer = 1", "alias = 1", "buyer = 1 OR alias = 1"]
)
def test_every_look_up_uses_an_index(store: Store, where: str) -> None:
    with store.read() as connection:
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN SELECT * FROM purchase WHERE {where}"))
        assert not [row.detail for row in plan if row.detail.startswith("SCAN")]
