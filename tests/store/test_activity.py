"""Who did what: names come back for those who are known, and looking twice is one reading."""

from datetime import timedelta

from gateway.store import Store, verify
from gateway.store.activity import Activity, Done
from tests.store.samples import MINUTE, T0


def test_a_reading_is_a_link_once_a_quarter_of_an_hour_for_each_person(store: Store) -> None:
    activity = Activity(store)
    told = [
        activity.read("m1", "anna", T0),
        activity.read("m1", "anna", T0 + 14 * MINUTE),
        activity.read("m1", "bo", T0),
        activity.read("m2", "anna", T0),
        activity.read("m1", "anna", T0 + 15 * MINUTE),
    ]
    assert told == [True, False, True, True, True]
    assert verify(store) == []


def test_links_come_latest_first_by_page_subject_and_verb_with_the_names_that_are_known(store: Store) -> None:
    activity = Activity(store)
    for number, (verb, subject, who) in enumerate(
        (("hold", "m1", "gateway"), ("read", "m1", "anna"), ("read", "m2", "bo")), start=0
    ):
        activity.note(verb, subject, who, T0 + timedelta(minutes=number))
    everything = (
        Done(3, T0 + 2 * MINUTE, "read", "m2", ""),
        Done(2, T0 + MINUTE, "read", "m1", "anna"),
        Done(1, T0, "hold", "m1", "gateway"),
    )
    assert activity.entries(["anna"]) == everything
    assert activity.entries(["anna"], before=3, limit=1) == everything[1:2]
    assert activity.entries(["anna"], subject="m1") == everything[1:]
    assert activity.entries(["anna"], verb="hold") == everything[2:]


def test_an_empty_chain_has_no_entries(store: Store) -> None:
    assert Activity(store).entries(["anna"]) == ()
