"""The shipped rules, situation by situation, and what a miss says."""

import tomllib

import pytest

from gateway.config.rules import Policy
from gateway.policy.rules import Miss, Situation, first
from gateway.words import (
    Auto,
    Confidence,
    Direction,
    Finding,
    Kind,
    Legal,
    Severity,
    Verdict,
    VerdictName,
)
from tests.support.noticed import shipped_config

OUT = Direction.OUTBOUND
AMAZON = Verdict(VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon")
EBAY = Verdict(VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "ebay")
LIKELY = Verdict(VerdictName.OFFCHANNEL, Confidence.LIKELY, "amazon")
PHONE = Finding("phone_number", Severity.BLOCK, "Tel.")
SIGNATURE = Finding("phone_number", Severity.BLOCK, "Tel.", in_signature=True)
TONE = Finding("rude", Severity.TONE, "")
MACHINE = Finding("auto_reply", Severity.BLOCK, "Auto-Submitted: auto-replied")
WARNING = Finding("missing_closing", Severity.WARN, "")


def legal(kind: Legal) -> Verdict:
    """A confirmed Amazon thread with a legal overlay."""
    return Verdict(VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", legal=kind)


@pytest.mark.parametrize(
    ("situation", "rule", "do"),
    [
        (Situation(Direction.INBOUND, Kind.INTERNAL, AMAZON), "inbound_tag", ("tag",)),
        (Situation(OUT, Kind.INTERNAL, AMAZON, (), True, "forbidden"), "internal", ("pass",)),
        (Situation(OUT, Kind.RELAY, Verdict(auto=Auto.BOUNCE), (PHONE,)), "delivery_report", ("pass",)),
        (Situation(OUT, Kind.EXTERNAL, Verdict(auto=Auto.AUTO_REPLY)), "automatic", ("pass",)),
        (Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY, auto=Auto.AUTO_REPLY)), "relay", ("pass",)),
        (Situation(OUT, Kind.EXTERNAL, legal(Legal.WITHDRAWAL), (), True, "forbidden"), "legal", ("notify",)),
        (Situation(OUT, Kind.EXTERNAL, legal(Legal.SAFETY), (), True, "forbidden"), "legal", ("notify",)),
        (Situation(OUT, Kind.EXTERNAL, legal(Legal.WARRANTY), (), True, "forbidden"), "forbidden", ("hold",)),
        (
            Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY), (SIGNATURE,)),
            "relay_signature",
            ("redact",),
        ),
        (
            Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY), (SIGNATURE,), signed=True),
            "relay_finding",
            ("hold",),
        ),
        (
            Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY), (SIGNATURE, TONE)),
            "relay_finding",
            ("hold",),
        ),
        (
            Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY), (SIGNATURE, PHONE)),
            "relay_finding",
            ("hold",),
        ),
        (Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY), (PHONE,)), "relay_finding", ("hold",)),
        (
            Situation(OUT, Kind.RELAY, Verdict(auto=Auto.AUTO_REPLY), (MACHINE,)),
            "relay_finding",
            ("hold",),
        ),
        (Situation(OUT, Kind.RELAY, legal(Legal.PRIVACY), (PHONE,)), "relay_finding", ("hold",)),
        (Situation(OUT, Kind.RELAY, Verdict(VerdictName.RELAY), (WARNING,)), "relay", ("pass",)),
        (Situation(OUT, Kind.EXTERNAL, AMAZON, (), False, "forbidden"), "external_partner", ("pass",)),
        (Situation(OUT, Kind.EXTERNAL, Verdict(VerdictName.SUSPECT), (), True), "suspect", ("hold",)),
        (Situation(OUT, Kind.EXTERNAL, Verdict(VerdictName.NOTICE), (), True), "notice", ("pass",)),
        (Situation(OUT, Kind.EXTERNAL, EBAY, (), True, "allowed"), "allowed", ("pass",)),
        (
            Situation(OUT, Kind.EXTERNAL, Verdict(VerdictName.MIXED), (), True, "forbidden"),
            "mixed",
            ("hold",),
        ),
        (Situation(OUT, Kind.EXTERNAL, AMAZON, (), True, "forbidden"), "forbidden", ("hold",)),
        (Situation(OUT, Kind.EXTERNAL, LIKELY, (), True, "forbidden"), "redirect", ("footer",)),
        (Situation(OUT, Kind.EXTERNAL, EBAY, (), True, "discouraged"), "redirect", ("footer",)),
        (Situation(OUT, Kind.EXTERNAL), "unconcerned", ("pass",)),
    ],
)
def test_the_shipped_policy(situation: Situation, rule: str, do: tuple[str, ...]) -> None:
    """Row by row what the default policy does."""
    decided, _ = first(shipped_config().policy, situation)
    assert decided is not None
    assert (decided.name, decided.do) == (rule, do)


CONDITIONS = [
    ("direction = 'inbound'", "direction is outbound, not inbound"),
    ("when = { recipient = ['relay', 'internal'] }", "recipient is external, not relay or internal"),
    ("when = { verdict = 'suspect' }", "verdict is offchannel, not suspect"),
    ("when = { confidence = 'likely' }", "confidence is confirmed, not likely"),
    ("when = { marketplace = 'ebay' }", "marketplace is amazon, not ebay"),
    ("when = { legal = true }", "legal is none, not any"),
    ("when = { auto = 'bounce' }", "auto is none, not bounce"),
    ("when = { finding = 'tone' }", "finding is phone_number (block), not tone"),
    ("when = { party = false }", "party is true, not false"),
    ("when = { private_mail = 'allowed' }", "private_mail is forbidden, not allowed"),
]


@pytest.mark.parametrize(("line", "condition"), CONDITIONS)
def test_a_miss_says_the_first_condition_that_failed(line: str, condition: str) -> None:
    """In words, with what was and what was wanted."""
    text = f"[[rule]]\nname = 'a'\n{line}\ndo = 'hold'\n[[rule]]\nname = 'b'\ndo = 'pass'\n"
    policy = Policy.model_validate(tomllib.loads(text))
    situation = Situation(OUT, Kind.EXTERNAL, AMAZON, (PHONE,), True, "forbidden")
    decided, misses = first(policy, situation)
    assert (decided and decided.name, misses) == ("b", (Miss("a", condition),))


def test_no_rule_fits() -> None:
    """None, and all misses, if the file has no last word."""
    situation = Situation(Direction.INBOUND, Kind.INTERNAL)
    policy = Policy.model_validate({"rule": [{"name": "x", "direction": "outbound", "do": "hold"}]})
    assert first(policy, situation) == (None, (Miss("x", "direction is inbound, not outbound"),))


def test_a_condition_that_asks_for_none() -> None:
    """false asks for no legal overlay; without a conversation `party` fits neither way."""
    rules = [{"name": "x", "when": {"legal": False}, "do": "pass"}]
    policy = Policy.model_validate({"rule": rules})
    held = Situation(OUT, Kind.EXTERNAL, legal(Legal.LAWYER))
    assert first(policy, held) == (None, (Miss("x", "legal is lawyer, not none"),))
    for wanted in (True, False):
        asked = Policy.model_validate({"rule": [{"name": "x", "when": {"party": wanted}, "do": "pass"}]})
        missed = Miss("x", f"party is unknown, not {str(wanted).lower()}")
        assert first(asked, Situation(OUT, Kind.EXTERNAL)) == (None, (missed,))
