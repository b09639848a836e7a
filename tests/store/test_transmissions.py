"""Who has a copy is remembered for seven days, by the mail's fingerprint."""

from datetime import timedelta

from gateway.store import Store, Transmissions
from tests.store.samples import T0, path

ONE, OTHER = bytes(32), bytes([1] * 32)


def test_who_has_a_copy_is_known_for_this_mail_alone(store: Store) -> None:
    sent = Transmissions(store)
    sent.record(ONE, [path("Anna@Example.net"), "BOB@example.org", "bob@example.org"], "250 Ok", T0)
    sent.record(ONE, [], "250 Ok", T0)
    assert sent.done(ONE, T0) == {"anna@example.net", "bob@example.org"}
    assert sent.done(OTHER, T0) == frozenset()


def test_recording_again_adds_and_renews(store: Store) -> None:
    sent = Transmissions(store)
    later = T0 + timedelta(days=6)
    sent.record(ONE, ["a@x", "b@x"], "250 Ok", T0)
    sent.record(ONE, ["b@x", "c@x"], "250 Ok", later)
    assert sent.done(ONE, later) == {"a@x", "b@x", "c@x"}
    assert sent.done(ONE, T0 + timedelta(days=7)) == {"b@x", "c@x"}


def test_what_is_older_is_purged(store: Store) -> None:
    sent = Transmissions(store)
    sent.record(ONE, ["a@x", "b@x"], "250 Ok", T0)
    sent.record(OTHER, ["a@x"], "250 Ok", T0 + timedelta(days=1))
    assert sent.purge(T0 + timedelta(days=7)) == 2
    assert sent.purge(T0 + timedelta(days=7)) == 0
    assert sent.done(OTHER, T0 + timedelta(days=7)) == {"a@x"}
