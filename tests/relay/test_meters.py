"""Figures in shared memory: what is counted where, and that processes add up."""

import os

import pytest

from gateway.relay.meters import BOUNDS, Meters
from gateway.words import Direction, VerdictName

IN, OUT = Direction.INBOUND, Direction.OUTBOUND


def counted(meters: Meters) -> dict[tuple[str, ...], float]:
    """All figures that are not zero."""
    return {key: value for key, value in meters.read().values.items() if value}


def test_a_message_counts_once_in_each_family() -> None:
    """Its verdict and disposition, our reply, its bytes, and the three steps in their buckets."""
    meters = Meters()
    meters.message(OUT, VerdictName.OFFCHANNEL, ["hold"], 250, 1234, (0.001, 0.0011, 61.0))
    assert counted(meters) == {
        ("messages", "outbound", "offchannel", "hold"): 1,
        ("replies", "outbound", "2xx"): 1,
        ("bytes", "outbound"): 1234,
        ("seconds", "outbound", "facts", "0"): 1,
        ("sum", "outbound", "facts"): 0.001,
        ("seconds", "outbound", "decide", "1"): 1,
        ("sum", "outbound", "decide"): 0.0011,
        ("seconds", "outbound", "carry", str(len(BOUNDS))): 1,
        ("sum", "outbound", "carry"): 61.0,
    }


@pytest.mark.parametrize(
    ("dispositions", "word"), [(["pass"], "pass"), (["pass", "pass"], "pass"), (["pass", "hold"], "split")]
)
def test_recipients_that_fare_differently_are_one_message_that_was_split(
    dispositions: list[str], word: str
) -> None:
    """A message is counted once, whatever the number of its recipients."""
    meters = Meters()
    meters.message(IN, VerdictName.NONE, dispositions, 451, 1, (0.0, 0.0, 0.0))
    assert meters.read().family("messages")["inbound", "none", word] == 1
    assert sum(meters.read().family("messages").values()) == 1


def test_only_events_of_the_closed_list_are_counted() -> None:
    """Nothing that is said in the log can become a new label."""
    meters = Meters()
    for name in ("hop.down", "hop.down", "x@home.example"):
        meters.event(name)
    assert counted(meters) == {("events", "hop.down"): 2}


def test_a_successor_goes_on_counting_and_has_nothing_open() -> None:
    """What was counted in a slot stays when another process takes it; its connections are gone."""
    meters = Meters(3)
    for slot in (0, 1):
        meters.take(slot)
        meters.event("conn.open")
        meters.live(IN, 5, 2)
    meters.take(2)
    meters.workers(2)
    meters.clear(1)
    assert counted(meters) == {
        ("events", "conn.open"): 2,
        ("connections", "inbound"): 5,
        ("transactions", "inbound"): 2,
        ("workers",): 2,
    }


def test_what_a_forked_process_counts_is_seen_here() -> None:
    """The memory is shared, and needs no file."""
    meters = Meters(2)
    child = os.fork()
    if child == 0:
        meters.take(1)
        for _ in range(3):
            meters.event("tx.done")
        os._exit(0)
    os.waitpid(child, 0)
    meters.event("tx.done")
    assert counted(meters) == {("events", "tx.done"): 4}
