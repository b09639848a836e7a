"""Copies for the archive: durable, whole, and gone only when they were taken."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.store.archive import Archive
from gateway.store.database import Store, StoreError
from gateway.store.holds import CHUNK

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_copy_comes_back_to_the_byte_and_goes_when_it_is_taken(store: Store) -> None:
    archive, content = Archive(store), bytes(range(256)) * 3000
    assert len(content) > 2 * CHUNK
    archive.add("c1", (content[:10], content[10:]), ("BODY=8BITMIME",), AT)
    copy = archive.due(AT)
    assert copy is not None
    assert (copy.id, copy.params, copy.size, copy.attempts) == ("c1", ("BODY=8BITMIME",), len(content), 0)
    assert archive.content(copy) == content
    archive.taken("c1")
    assert (archive.due(AT), archive.waiting()) == (None, 0)
    with pytest.raises(StoreError, match="damaged"):
        archive.content(copy)


def test_an_empty_message_is_a_copy_too(store: Store) -> None:
    Archive(store).add("c1", (), (), AT)
    copy = Archive(store).due(AT)
    assert copy is not None
    assert Archive(store).content(copy) == b""


def test_what_was_not_taken_waits_and_lets_the_others_go_first(store: Store) -> None:
    archive, later = Archive(store), AT + timedelta(minutes=5)
    archive.add("c1", (b"one",), (), AT)
    archive.add("c2", (b"two",), (), AT + timedelta(seconds=1))
    archive.deferred("c1", later)
    first = archive.due(AT + timedelta(minutes=1))
    assert first is not None
    assert first.id == "c2"
    archive.taken("c2")
    assert archive.due(AT + timedelta(minutes=1)) is None
    again = archive.due(later)
    assert again is not None
    assert (again.id, again.attempts, archive.waiting()) == ("c1", 1, 1)
