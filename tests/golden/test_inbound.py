"""Every mail in `golden/inbound` gets the verdict a person gave it."""

import json
from pathlib import Path

import pytest

from gateway import signals
from gateway.mail.message import Message
from gateway.policy.verdict import weigh
from gateway.words import NO_FACTS
from tests.support.noticed import inbound, shipped_config

FOLDER = Path(__file__).parent / "inbound"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict(case: Path) -> None:
    """Verdict, confidence, marketplace, orders, legal overlay and kind of automatic mail are as labelled."""
    raw = (case / "message.eml").read_bytes()
    config = shipped_config()
    senders = Message(raw).from_
    tx = inbound(raw, senders[0].address)
    verdict = weigh(signals.notice(tx, NO_FACTS, config), config, NO_FACTS)
    assert {
        "verdict": verdict.name.value,
        "confidence": verdict.confidence.value if verdict.confidence else None,
        "marketplace": verdict.marketplace,
        "orders": list(verdict.orders),
        "legal": verdict.legal.value if verdict.legal else None,
        "auto": verdict.auto.value if verdict.auto else None,
    } == json.loads((case / "expected.json").read_text())


def test_every_case_is_whole_and_numbered() -> None:
    """Each case has its three files and a number; the numbers have no gap."""
    assert [int(case.name.partition("-")[0]) for case in CASES] == list(range(1, len(CASES) + 1))
    for case in CASES:
        assert {path.name for path in case.iterdir()} == {"message.eml", "expected.json", "readme"}
    assert len(CASES) >= 60
