"""The life of a held mail is told in order, with names, notes and the next hop's words."""

from datetime import datetime, timedelta
from pathlib import Path

from gateway.evidence.timeline import Entry, entries
from gateway.review.moderation import Moderation
from gateway.store import audit
from gateway.store.audit import Link
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.review.samples import ID, START, Clock, config, held, put, recipient


def minutes(number: int) -> datetime:
    return START + timedelta(minutes=number)


def test_a_whole_life_from_the_store(tmp_path: Path) -> None:
    """Held, claimed, released, taken back, released, deferred, sent: each once, in this order."""
    store = Store(f"sqlite:///{tmp_path}/store.db")
    store.open()
    clock = Clock(minutes(1))
    desk, holds = Moderation(store, config, clock), Holds(store)
    put(store, held(also_delivered=("boss@example.com",), reasons=("offchannel_confirmed",)))

    def attempt(state: HeldState, reply: str) -> None:
        lease = holds.lease(clock.at, clock.at + timedelta(minutes=10))
        assert lease is not None
        holds.settle(lease, lease.addresses[0], state, reply, clock.at)

    for doing in (
        lambda: desk.claim(ID, "bo"),
        lambda: desk.release(ID, "bo"),
        lambda: desk.undo(ID, "bo", "wrong one"),
        lambda: desk.release(ID, "cy", note="fine\nas it is"),
        lambda: attempt(HeldState.APPROVED, "451 4.7.1 later"),
        lambda: attempt(HeldState.SENT, "250 2.0.0 queued"),
    ):
        doing()
        clock.at += timedelta(minutes=1)
    item = holds.get(ID)
    assert item is not None
    told = entries(item, audit.history(store, ID))
    store.close()
    assert told == (
        Entry(
            START,
            "held",
            "gateway",
            "held for review: a private address writes about a marketplace order (rule amazon_private); "
            "already delivered to boss@example.com",
        ),
        Entry(minutes(1), "claim", "", "somebody looks at it"),
        Entry(minutes(2), "release", "bo", "approved, to be sent as original"),
        Entry(minutes(3), "undo", "bo", "decision taken back, it waits again: wrong one"),
        Entry(minutes(4), "release", "cy", "approved, to be sent as original: fine as it is"),
        Entry(minutes(5), "deferred", "gateway", "the next mail server did not take it now"),
        Entry(
            minutes(6),
            "sent",
            "gateway",
            "the next mail server took it (buyer@home.example: 250 2.0.0 queued)",
        ),
    )


def test_recipients_that_fare_differently_are_told_apart() -> None:
    item = held(
        recipient("a@home.example", HeldState.SENT, reply="250 ok"),
        recipient("b@home.example", HeldState.FAILED, reply="550 no such user"),
        recipient("c@home.example", HeldState.UNCERTAIN, reply="451 4.4.2 cut"),
        reasons=(),
        rule=None,
    )
    links = [
        Link(START, "hold"),
        *(Link(minutes(1 + number), verb) for number, verb in enumerate(("failed", "sent", "uncertain"))),
    ]
    assert [entry.text for entry in entries(item, links)] == [
        "held for review: a rule asks for it",
        "the next mail server refused it; a person must retry (b@home.example: 550 no such user)",
        "the next mail server took it (a@home.example: 250 ok)",
        "no reply after the end of the message; a person must look and retry (c@home.example: 451 4.4.2 cut)",
    ]


def test_an_earlier_refusal_keeps_no_words_that_are_not_its_own() -> None:
    """After a retry that worked, the old refusal is told without the new reply."""
    item = held(recipient("a@home.example", HeldState.SENT, reply="250 ok"))
    links = [Link(minutes(1), "failed"), Link(minutes(2), "sent")]
    assert [entry.text for entry in entries(item, links)][1:] == [
        "the next mail server refused it; a person must retry",
        "the next mail server took it (a@home.example: 250 ok)",
    ]


def test_a_claim_in_force_has_its_name() -> None:
    item = held(claimed_by="bo", claimed_until=minutes(20))
    told = entries(item, [Link(minutes(1), "claim"), Link(minutes(2), "unclaim"), Link(minutes(3), "claim")])
    assert [(entry.what, entry.who) for entry in told[1:]] == [
        ("claim", ""),
        ("unclaim", ""),
        ("claim", "bo"),
    ]
