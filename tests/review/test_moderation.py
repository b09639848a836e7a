"""Rulings: recorded once, compared before they are set, harmless when repeated."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from gateway.config.packs import Pack
from gateway.mail.address import path_of
from gateway.review import moderation
from gateway.review.copies import CannotRelease, ruled_text
from gateway.review.moderation import Moderation
from gateway.review.rulings import Decided, Outcome, Refused, UnknownId
from gateway.review.sentence import Sentence
from gateway.store.database import Store
from gateway.store.holds import Held, HeldRecipient, Holds
from gateway.store.ledger import Ledger
from gateway.store.notices import Notices
from gateway.store.purge import Limits, Purge
from gateway.words import Confidence, HeldState, Kind, Ruling, Thread, VerdictName
from tests.review.samples import (
    AMAZON,
    BODY,
    FORBIDDING,
    ID,
    NEW_TEXT,
    ORDER,
    START,
    Clock,
    config,
    held,
    put,
    recipient,
)

PENDING, APPROVED = HeldState.PENDING, HeldState.APPROVED
SECOND = ID[:8] + "zz" + ID[10:]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Moderation:
    return Moderation(store, config, clock, lambda: "notice")


def states(item: Held | None) -> list[HeldState]:
    assert item is not None
    return [one.state for one in item.recipients]


def thread(store: Store) -> str:
    """A confirmed conversation in the ledger; its id."""
    buyer = ("buyer@home.example",)
    seed = Thread("t1", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", (ORDER,), None, buyer)
    found = Ledger(store).remember("tx", "<question@home.example>", (), seed, START)
    Ledger(store).confirm("tx", START)
    return found.id


def test_a_release_records_the_ruling_and_sends_nothing(store: Store, desk: Moderation, clock: Clock) -> None:
    put(store)
    outcome = desk.release(ID, "bo", note="fine")
    ruling = Ruling(ID, "bo", "release", "fine", clock.at, {"as": "original"})
    assert outcome == Outcome(
        outcome.held, True, "Approved as original; it will be sent to buyer@home.example."
    )
    assert outcome.held.rulings == (ruling,)
    assert outcome.held.recipients == (
        replace(held().recipients[0], state=APPROVED, release_as="original", next_try=clock.at),
    )
    assert Holds(store).get(ID) == outcome.held


VERBS: dict[str, tuple[Callable[[Moderation], Outcome], HeldState]] = {
    "release": (lambda desk: desk.release(ID, "bo"), APPROVED),
    "dismiss": (lambda desk: desk.dismiss(ID, "bo"), APPROVED),
    "reject": (lambda desk: desk.reject(ID, "bo", "too curt"), HeldState.REJECTED),
    "withdraw": (lambda desk: desk.withdraw(ID, "bo"), HeldState.WITHDRAWN),
    "answered": (lambda desk: desk.answered(ID, "bo"), HeldState.ANSWERED),
}


@pytest.mark.parametrize("verb", VERBS)
def test_the_same_decision_twice_is_harmless(store: Store, desk: Moderation, verb: str) -> None:
    put(store)
    decide, state = VERBS[verb]
    first, second = decide(desk), decide(desk)
    assert (first.done, second.done) == (True, False)
    assert states(second.held) == [state]
    assert [ruling.verb for ruling in second.held.rulings] == [verb]
    assert second.message.startswith("It was so already")


@pytest.mark.parametrize("first", VERBS)
@pytest.mark.parametrize("second", VERBS)
def test_another_decision_is_refused_with_the_mail_as_it_is(
    store: Store, desk: Moderation, first: str, second: str
) -> None:
    if VERBS[first][1] is VERBS[second][1]:
        return
    put(store)
    as_it_is = VERBS[first][0](desk).held
    with pytest.raises(Decided) as refused:
        VERBS[second][0](desk)
    assert refused.value.held == as_it_is == Holds(store).get(ID)
    assert f"last ruling: {first} by bo" in refused.value.message


def test_a_release_in_another_form_is_another_decision(store: Store, desk: Moderation) -> None:
    put(store)
    desk.release(ID, "bo")
    with pytest.raises(Decided, match="it is approved and will be sent; undo takes that back"):
        desk.release(ID, "bo", "footer")


def test_two_people_at_once_one_decides(store: Store, desk: Moderation) -> None:
    """Both have seen the same version; the second hears what the first did."""
    seen = put(store).version
    desk.reject(ID, "bo", "no", version=seen)
    with pytest.raises(Decided) as refused:
        desk.release(ID, "cy", version=seen)
    assert refused.value.held.state is HeldState.REJECTED


def test_a_decision_on_an_outdated_view_is_refused(store: Store, desk: Moderation) -> None:
    """Approved and taken back in the meantime: what was seen is no longer what is there."""
    seen = put(store).version
    desk.release(ID, "bo")
    desk.undo(ID, "bo")
    with pytest.raises(Decided):
        desk.release(ID, "cy", version=seen)


def test_in_a_race_exactly_one_ruling_is_recorded(store: Store, desk: Moderation) -> None:
    put(store)
    ready = threading.Barrier(4)
    outcomes: list[HeldState | None] = []

    def decide(number: int) -> None:
        ready.wait()
        try:
            desk.reject(ID, f"p{number}", "no") if number % 2 else desk.withdraw(ID, f"p{number}")
        except Decided as decided:
            outcomes.append(decided.held.state)
        else:
            outcomes.append(None)

    threads = [threading.Thread(target=decide, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    item = Holds(store).get(ID)
    assert item is not None
    assert len(item.rulings) == 1
    assert len(Notices(store).due(START + timedelta(days=1))) == (item.state is HeldState.REJECTED)
    assert outcomes.count(None) == 2  # the one who decided, and the one who wanted the same


def test_a_rejection_and_its_notice_are_one(store: Store, desk: Moderation, clock: Clock) -> None:
    put(store)
    outcome = desk.reject(ID, "bo", "Please without the phone number.")
    (notice,) = Notices(store).due(clock.at)
    assert outcome.message == "Rejected, anna@example.com gets a notice; not sent to buyer@home.example."
    assert (notice.held, notice.kind, notice.to) == (ID, "rejected", "anna@example.com")


def test_a_rejection_needs_a_note(store: Store, desk: Moderation) -> None:
    put(store)
    with pytest.raises(Refused, match="needs a note"):
        desk.reject(ID, "bo", "  ")
    assert states(Holds(store).get(ID)) == [PENDING]


@pytest.mark.parametrize(("author", "sender"), [("", "anna@example.com"), ("anna@example.com", "")])
def test_nobody_is_told_about_mail_of_machines_and_null_senders(
    store: Store, desk: Moderation, clock: Clock, author: str, sender: str
) -> None:
    put(store, held(author=author, mail_from=path_of(sender)))
    outcome = desk.reject(ID, "bo", "no")
    assert "nobody is told" in outcome.message
    assert Notices(store).due(clock.at) == []


def test_undo_takes_an_approval_back_until_it_is_taken_up(
    store: Store, desk: Moderation, clock: Clock
) -> None:
    put(store)
    desk.release(ID, "bo")
    outcome = desk.undo(ID, "bo")
    assert (outcome.done, states(outcome.held)) == (True, [PENDING])
    assert desk.undo(ID, "bo").done is False
    desk.release(ID, "bo")
    assert Holds(store).lease(clock.at, clock.at + timedelta(minutes=1)) is not None
    with pytest.raises(Decided, match="it is being sent"):
        desk.undo(ID, "bo")


@pytest.mark.parametrize("verb", ["answered", "reject", "withdraw"])
def test_what_closed_a_mail_is_undone_in_the_grace_time(store: Store, clock: Clock, verb: str) -> None:
    """A slip of the finger costs nothing: it waits again, and the notice of the rejection is gone."""
    put(store)
    desk = Moderation(store, lambda: config(review={"grace_seconds": 5}), clock, lambda: "notice")
    getattr(desk, verb)(ID, "bo", "why")
    assert Notices(store).due(clock.at) == []
    clock.at += timedelta(seconds=4)
    outcome = desk.undo(ID, "bo")
    assert (outcome.done, states(outcome.held)) == (True, [PENDING])
    assert Notices(store).due(clock.at + timedelta(days=1)) == []
    assert desk.undo(ID, "bo").done is False


@pytest.mark.parametrize("verb", ["answered", "reject", "withdraw"])
def test_after_the_grace_time_a_closed_mail_stays_closed(store: Store, clock: Clock, verb: str) -> None:
    """Then the notice of a rejection is on its way."""
    put(store)
    desk = Moderation(store, lambda: config(review={"grace_seconds": 5}), clock, lambda: "notice")
    getattr(desk, verb)(ID, "bo", "why")
    clock.at += timedelta(seconds=5)
    assert len(Notices(store).due(clock.at)) == (verb == "reject")
    with pytest.raises(Decided):
        desk.undo(ID, "bo")


@pytest.mark.parametrize("verb", ["answered", "reject", "withdraw"])
def test_what_the_next_hop_refused_once_stays_closed(store: Store, clock: Clock, verb: str) -> None:
    """It would come back as if nothing had been tried."""
    failed = recipient("x@home.example", HeldState.FAILED, reply="550 5.1.1 no such user", attempts=1)
    put(store, held(failed, id=SECOND))
    desk = Moderation(store, lambda: config(review={"grace_seconds": 5}), clock, lambda: "notice")
    getattr(desk, verb)(SECOND, "bo", "why")
    with pytest.raises(Decided):
        desk.undo(SECOND, "bo")


@pytest.mark.parametrize("state", [HeldState.FAILED, HeldState.UNCERTAIN])
def test_only_retry_sends_again_what_failed_or_is_uncertain(
    store: Store, desk: Moderation, clock: Clock, state: HeldState
) -> None:
    """In the form it was released in before, and only the recipients that need it."""
    failed = recipient("buyer@home.example", state, release_as="footer", reply="550 5.1.1 no such user")
    sent = recipient("other@home.example", HeldState.SENT, release_as="footer")
    put(store, held(failed, sent))
    with pytest.raises(Decided, match="retry sends it again"):
        desk.release(ID, "bo")
    outcome = desk.retry(ID, "bo")
    assert outcome.held.recipients == (replace(failed, state=APPROVED, next_try=clock.at), sent)
    assert desk.retry(ID, "bo").done is False


def test_a_failed_mail_of_the_relay_is_sent_as_it_was_written(store: Store, desk: Moderation) -> None:
    put(store, held(recipient("buyer@home.example", HeldState.FAILED, reply="550 no")))
    assert [one.release_as for one in desk.retry(ID, "bo").held.recipients] == ["original"]


def test_retry_hastens_what_waits_for_its_next_try(store: Store, desk: Moderation, clock: Clock) -> None:
    later = clock.at + timedelta(hours=1)
    put(store, held(recipient("a@home.example", APPROVED, release_as="original", next_try=later, attempts=3)))
    outcome = desk.retry(ID, "bo")
    assert (outcome.done, [one.next_try for one in outcome.held.recipients]) == (True, [clock.at])
    assert desk.retry(ID, "bo").done is False


def test_retry_of_what_nobody_decided_is_refused(store: Store, desk: Moderation) -> None:
    put(store)
    with pytest.raises(Decided, match="nobody has decided yet"):
        desk.retry(ID, "bo")


@pytest.mark.parametrize("verb", ["reject", "withdraw", "answered"])
def test_a_person_may_close_what_could_not_be_delivered(store: Store, desk: Moderation, verb: str) -> None:
    put(
        store,
        held(recipient("a@home.example", HeldState.FAILED), recipient("b@home.example", HeldState.SENT)),
    )
    decide, state = VERBS[verb]
    assert states(decide(desk).held) == [state, HeldState.SENT]


def test_what_may_have_arrived_is_never_called_not_sent(store: Store, desk: Moderation) -> None:
    put(store, held(recipient("a@home.example", HeldState.UNCERTAIN)))
    for verb in ("reject", "withdraw"):
        with pytest.raises(Decided, match="not known whether it arrived"):
            VERBS[verb][0](desk)
    assert states(desk.answered(ID, "bo").held) == [HeldState.ANSWERED]


def test_a_provisional_hold_is_released_singly_never_in_bulk(store: Store, desk: Moderation) -> None:
    put(store, held(recipient("a@home.example", HeldState.PROVISIONAL)))
    with pytest.raises(Refused, match="by itself, not in bulk"):
        desk.release(ID, "bo", bulk=True)
    assert states(desk.release(ID, "bo").held) == [APPROVED]


def test_dismiss_releases_and_the_thread_counts_as_unrelated(store: Store, desk: Moderation) -> None:
    put(store, held(thread=thread(store)))
    outcome = desk.dismiss(ID, "bo")
    known = Ledger(store).get(outcome.held.thread or "")
    assert (states(outcome.held), known and known.dismissed) == ([APPROVED], True)
    assert "counts as unrelated from now on" in outcome.message


def test_dismiss_can_be_undone(store: Store, desk: Moderation) -> None:
    put(store, held(thread=thread(store)))
    desk.dismiss(ID, "bo")
    outcome = desk.undo(ID, "bo")
    known = Ledger(store).get(outcome.held.thread or "")
    assert (states(outcome.held), known and known.dismissed) == ([PENDING], False)


def test_a_footer_that_cannot_be_added_is_refused_in_a_sentence(
    store: Store, desk: Moderation, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store)

    def cannot(*_: object) -> None:
        raise CannotRelease("No footer can be added: the mail is signed.")

    monkeypatch.setattr(moderation, "copy", cannot)
    with pytest.raises(Refused, match=r"No footer can be added: the mail is signed\."):
        desk.release(ID, "bo", "footer")
    assert states(Holds(store).get(ID)) == [PENDING]


def test_without_a_marketplace_there_is_no_footer(store: Store, desk: Moderation) -> None:
    put(store, held(marketplace=None))
    with pytest.raises(Refused, match=r"No footer can be added: it is not known which marketplace this is\."):
        desk.release(ID, "bo", "footer")


def test_a_unique_beginning_of_six_characters_is_enough(store: Store, desk: Moderation) -> None:
    put(store)
    assert desk.find(ID[:6]).id == ID
    assert desk.find(ID[:6].upper()).id == ID
    with pytest.raises(UnknownId, match="needs 6 characters"):
        desk.find(ID[:5])
    with pytest.raises(UnknownId, match="There is no held mail 'zzzzzz'"):
        desk.release("zzzzzz", "bo")
    put(store, held(id=SECOND))
    with pytest.raises(UnknownId, match="2 ids begin with 'abcdefgh'"):
        desk.find(ID[:8])
    assert desk.find(SECOND[:9]).id == SECOND


def test_a_claim_says_who_looks_and_ends_by_itself(store: Store, desk: Moderation, clock: Clock) -> None:
    put(store)
    claimed = desk.claim(ID, "bo").held
    assert (claimed.claimed_by, claimed.claimed_until) == ("bo", clock.at + moderation.CLAIM)
    assert desk.claim(ID, "bo").done is False
    with pytest.raises(Decided, match="bo is looking at it"):
        desk.claim(ID, "cy")
    with pytest.raises(Decided, match="bo is looking at it, not cy"):
        desk.unclaim(ID, "cy")
    assert desk.unclaim(ID, "bo").held.claimed_by is None
    assert desk.unclaim(ID, "bo").done is False
    desk.claim(ID, "bo")
    clock.at += moderation.CLAIM + timedelta(seconds=1)
    assert desk.claim(ID, "cy").held.claimed_by == "cy"


def test_somebody_elses_claim_binds_nobody(store: Store, desk: Moderation) -> None:
    put(store)
    desk.claim(ID, "bo")
    assert states(desk.release(ID, "cy").held) == [APPROVED]


NEW = "Guten Tag,\n\nIhr Paket kommt am Freitag.\n\nSchöne Grüße\nAnna"


def relayed(store: Store, desk: Moderation, text: str = "Rufen Sie an: 0171 2345678") -> Moderation:
    """A held answer to a buyer's alias with contact data; the desk that knows the alias as one."""
    known = {"relay": [r"[a-z0-9]+@marketplace\.example"], "relay_domains": ["marketplace.example"]}
    pack = Pack.model_validate({**AMAZON.model_dump(exclude_unset=True), **known})
    settings = replace(config(), packs=(pack,))
    to = HeldRecipient(path_of("abc@marketplace.example"), Kind.RELAY)
    put(store, held(to), BODY.replace(b"Ihr Paket kommt am Mittwoch.", text.encode()))
    return Moderation(store, lambda: settings, Clock(), lambda: "notice")


def test_an_edit_keeps_the_original_and_writes_down_who_changed_what(store: Store, desk: Moderation) -> None:
    put(store)
    outcome = desk.edit(ID, "bo", NEW.replace("\n", "\r\n") + "  \r\n", "date was wrong")
    (ruling,) = outcome.held.rulings
    assert (outcome.done, ruling.verb, ruling.who, ruling.note) == (True, "edit", "bo", "date was wrong")
    assert ruling.options == {
        "as": "edited",
        "text": NEW,
        "diff": "@@\n Guten Tag,\n \n-Ihr Paket kommt am Mittwoch. Schöne Grüße, Anna\n-.\n"
        "+Ihr Paket kommt am Freitag.\n+\n+Schöne Grüße\n+Anna",
    }
    assert states(outcome.held) == [APPROVED]
    assert outcome.held.recipients[0].release_as == "edited"
    assert Holds(store).body(ID) == BODY


def test_the_same_edit_twice_is_harmless_another_one_is_too_late(store: Store, desk: Moderation) -> None:
    put(store)
    desk.edit(ID, "bo", NEW)
    assert desk.edit(ID, "kim", NEW + "\n").done is False
    with pytest.raises(Decided, match="last ruling: edit by bo"):
        desk.edit(ID, "kim", NEW + " B.")
    with pytest.raises(Decided, match="approved"):
        desk.release(ID, "kim")
    desk.undo(ID, "bo")
    desk.edit(ID, "kim", NEW + " B.")
    item = Holds(store).get(ID)
    assert item is not None and ruled_text(item) == NEW + " B."


def test_an_edited_text_is_checked_again_and_what_stays_is_accepted_by_name(
    store: Store, desk: Moderation
) -> None:
    desk = relayed(store, desk)
    still = NEW.replace("Freitag", "Freitag, Tel. 0911 1234567")
    with pytest.raises(Refused, match=r"held again: phone_number “.*0911 1234567") as refused:
        desk.edit(ID, "bo", still)
    assert isinstance(refused.value.message, Sentence) and refused.value.message.word == "why.findings"
    assert states(Holds(store).get(ID)) == [PENDING]
    assert [one.check for one in desk.tried_edit(ID, still).holding] == ["phone_number"]
    outcome = desk.edit(ID, "bo", still, accept=["phone_number"])
    assert outcome.held.rulings[0].options["accepted"] == "phone_number"


def test_an_edit_without_findings_to_an_alias_goes(store: Store, desk: Moderation) -> None:
    outcome = relayed(store, desk).edit(ID, "bo", NEW)
    assert outcome.done and "accepted" not in outcome.held.rulings[0].options


@pytest.mark.parametrize(
    ("text", "why"),
    [("  ", "is empty"), (NEW_TEXT, "the same as before"), ("a\0", "control character")],
)
def test_an_edit_that_cannot_be_made_is_refused_with_the_reason(
    store: Store, desk: Moderation, text: str, why: str
) -> None:
    put(store)
    with pytest.raises(Refused, match=why):
        desk.edit(ID, "bo", text)
    assert states(Holds(store).get(ID)) == [PENDING]


def test_an_edit_to_a_private_address_of_a_forbidding_marketplace_wants_a_reason(store: Store) -> None:
    put(store)
    settings = replace(config(), packs=(FORBIDDING,))
    desk = Moderation(store, lambda: settings, Clock(), lambda: "notice")
    with pytest.raises(Refused, match="say in the note why"):
        desk.edit(ID, "bo", NEW)
    assert desk.edit(ID, "bo", NEW, "the buyer asked for it").done


def test_retention_takes_the_words_of_an_edit_along_with_the_body(store: Store, desk: Moderation) -> None:
    put(store)
    desk.edit(ID, "bo", NEW)
    lease = Holds(store).lease(START + timedelta(hours=1), START + timedelta(hours=2))
    assert lease is not None
    Holds(store).settle(lease, lease.addresses[0], HeldState.SENT, "250 ok", START)
    late = START + timedelta(days=400)
    never = START - timedelta(days=1)
    assert Purge(store).run(Limits(late, never, never, never), "bo", late)["bodies"] == 1
    item = Holds(store).get(ID)
    assert item is not None and item.rulings[0].options == {"as": "edited"}
    with closing(sqlite3.connect(str(store.url.database))) as raw:
        assert "Freitag" not in "\n".join(raw.iterdump())


def test_a_dismissal_can_be_taken_back_when_the_mail_was_sent_long_ago(
    store: Store, desk: Moderation
) -> None:
    put(store, held(thread=thread(store)))
    desk.dismiss(ID, "bo")
    lease = Holds(store).lease(START + timedelta(hours=1), START + timedelta(hours=2))
    assert lease is not None
    Holds(store).settle(lease, lease.addresses[0], HeldState.SENT, "250 ok", START)
    known = Ledger(store).get("t1")
    assert known is not None and known.dismissed
    outcome = desk.undismiss(ID, "kim", "it was about the order after all")
    assert (outcome.done, states(outcome.held)) == (True, [HeldState.SENT])
    assert [(one.verb, one.who) for one in outcome.held.rulings] == [("dismiss", "bo"), ("undismiss", "kim")]
    known = Ledger(store).get("t1")
    assert known is not None and not known.dismissed
    assert desk.undismiss(ID, "kim").done is False
    desk_again = Holds(store).get(ID)
    assert desk_again is not None and len(desk_again.rulings) == 2


def test_without_a_thread_nothing_can_count_again(store: Store, desk: Moderation) -> None:
    put(store)
    with pytest.raises(Refused, match="No conversation is known"):
        desk.undismiss(ID, "kim")
