"""Rules that can never fire are found: contradictions, and what an earlier rule always takes."""

from datetime import date
from typing import Any

import pytest

from gateway.config.load.shadows import never_fire
from gateway.config.packs import Pack
from gateway.config.rules import Rule

PACKS = tuple(
    Pack.model_validate(
        {
            "name": name,
            "title": name,
            "checked": date(2026, 11, 1),
            "private_mail": stance,
            "contact": "seller",
        }
    )
    for name, stance in (("amazon", "forbidden"), ("ebay", "discouraged"))
)


def rules(*conditions: dict[str, Any]) -> list[Rule]:
    """Rules a, b, c ... with these conditions; `direction` among them is the rule's."""
    return [
        Rule.model_validate(
            {"name": "abcdefg"[at], "do": "pass", "direction": when.pop("direction", None), "when": when}
        )
        for at, when in enumerate(map(dict, conditions))
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"verdict": "mixed"}),
        ({"verdict": ["mixed", "suspect"]}, {"verdict": "mixed", "recipient": "external"}),
        ({"recipient": "relay"}, {"finding": "block"}),
        ({"verdict": ["offchannel", "mixed"]}, {"confidence": "likely"}),
        ({"legal": True}, {"legal": ["privacy"]}),
        ({"auto": False}, {"auto": False, "party": True}),
        ({"direction": "outbound"}, {"direction": "outbound", "sender": "machine"}),
        ({"header": {"X-A": "b"}}, {"header": {"X-A": "b", "X-C": "d"}}),
        ({"after": "2026-01-01T00:00:00Z"}, {"after": "2026-06-01T00:00:00Z"}),
        ({"private_mail": "forbidden"}, {"private_mail": ["forbidden"], "verdict": "offchannel"}),
    ],
)
def test_a_shadowed_rule_is_found(first: dict[str, Any], second: dict[str, Any]) -> None:
    """Whatever fits the second fits the first."""
    assert list(never_fire(rules(first, second), PACKS)) == [
        (1, "never fires: a before it always fires first", "put it before a")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"verdict": "mixed"}, {}),
        ({"verdict": "mixed"}, {"verdict": ["mixed", "suspect"]}),
        ({"direction": "inbound"}, {}),
        ({"direction": "inbound"}, {"direction": "outbound"}),
        ({"finding": "block"}, {"recipient": "relay"}),
        ({"legal": ["privacy"]}, {"legal": True}),
        ({"legal": True}, {"legal": False}),
        ({"during": "Mon-Fri 08:00-17:00"}, {"during": "Sat,Sun 00:00-24:00"}),
        ({"before": "2026-01-01T00:00:00Z"}, {"before": "2026-06-01T00:00:00Z"}),
    ],
)
def test_a_rule_that_can_fire_is_left_alone(first: dict[str, Any], second: dict[str, Any]) -> None:
    """Something fits the second only."""
    assert list(never_fire(rules(first, second), PACKS)) == []


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ({"recipient": "internal", "finding": "block"}, "never fires: no recipient fits all its conditions"),
        ({"verdict": "relay", "confidence": "likely"}, "never fires: no verdict fits all its conditions"),
        (
            {"marketplace": "amazon", "private_mail": "allowed"},
            "never fires: no marketplace fits all its conditions",
        ),
        (
            {"after": "2026-06-01T00:00:00Z", "before": "2026-01-01T00:00:00Z"},
            "never fires: `before` is not later than `after`",
        ),
        (
            {"direction": "inbound", "finding": "block"},
            "never fires: findings are looked for in outbound mail only",
        ),
    ],
)
def test_a_contradiction_is_found(when: dict[str, Any], problem: str) -> None:
    """No mail can fit all conditions."""
    ((index, told, _),) = never_fire(rules(when), PACKS)
    assert (index, told) == (0, problem)
