"""What a thread is after one more mail: it only learns."""

import pytest

from gateway.store.merge import MOST, merged
from gateway.words import Confidence, Legal, VerdictName
from tests.store.samples import thread

NONE, NOTICE, RELAY = VerdictName.NONE, VerdictName.NOTICE, VerdictName.RELAY
OFFCHANNEL, MIXED, SUSPECT = VerdictName.OFFCHANNEL, VerdictName.MIXED, VerdictName.SUSPECT


@pytest.mark.parametrize(
    ("old", "new", "then"),
    [
        (NONE, RELAY, RELAY),
        (NONE, SUSPECT, SUSPECT),
        (NOTICE, OFFCHANNEL, OFFCHANNEL),
        (OFFCHANNEL, MIXED, MIXED),
        (OFFCHANNEL, NONE, OFFCHANNEL),
        (MIXED, RELAY, MIXED),
        (RELAY, SUSPECT, RELAY),
        (SUSPECT, OFFCHANNEL, SUSPECT),
        (SUSPECT, NONE, SUSPECT),
    ],
)
def test_the_stronger_verdict_stays_and_a_pretender_changes_nobody(
    old: VerdictName, new: VerdictName, then: VerdictName
) -> None:
    """The confidence goes with the verdict it belongs to."""
    before = thread(verdict=old, confidence=Confidence.LIKELY)
    after = merged(before, thread(verdict=new, confidence=Confidence.CONFIRMED))
    assert after.verdict is then
    assert after.confidence is (Confidence.CONFIRMED if then is new else Confidence.LIKELY)


def test_the_same_verdict_takes_the_surer_confidence() -> None:
    likely, confirmed = thread(confidence=Confidence.LIKELY), thread(confidence=Confidence.CONFIRMED)
    assert merged(likely, confirmed) == confirmed
    assert merged(confirmed, likely) == confirmed


def test_a_warranty_claim_does_not_hide_what_must_never_be_stopped() -> None:
    seen = [
        merged(thread(legal=old), thread(legal=new)).legal
        for old, new in [
            (None, Legal.WARRANTY),
            (Legal.LAWYER, Legal.WARRANTY),
            (Legal.WARRANTY, Legal.SAFETY),
            (Legal.PRIVACY, None),
            (Legal.PRIVACY, Legal.WITHDRAWAL),
        ]
    ]
    assert seen == [Legal.WARRANTY, Legal.LAWYER, Legal.SAFETY, Legal.PRIVACY, Legal.WITHDRAWAL]


def test_a_thread_cannot_be_swelled() -> None:
    many = tuple(str(number) for number in range(200))
    after = merged(thread(orders=("a",), correspondents=("a@x",)), thread(orders=many, correspondents=many))
    assert (after.orders, after.correspondents) == (("a", *many[: MOST - 1]), ("a@x", *many[: MOST - 1]))
