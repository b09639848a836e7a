"""Kept texts: written with the mail's confirmation, moved with its thread, emptied by retention."""

from datetime import timedelta

from gateway.store import Store, verify
from gateway.store.ledger import Ledger
from gateway.store.purge import Limits, Purge
from gateway.store.recollection import Recollections
from gateway.store.texts import MOST, KeptText, KeptTexts
from gateway.words import Direction
from tests.store.samples import T0, thread

DAY = timedelta(days=1)


def text(words: str = "Wo bleibt mein Paket?", at: int = 0, direction: str = "inbound") -> KeptText:
    headers = (("from", "Kim <kim@home.example>"), ("subject", "Frage \udce4"))
    return KeptText(T0 + at * DAY, Direction(direction), headers, words)


def begun(store: Store, item: str = "t1", own: str = "<m1@x>", kept: KeptText | None = None) -> Ledger:
    ledger = Ledger(store)
    ledger.remember(item, own, (), thread(item), T0)
    ledger.confirm(item, T0, kept or text())
    return ledger


def test_a_text_is_kept_with_the_mail_and_the_answer_behind_it(store: Store) -> None:
    ledger = begun(store)
    ledger.add_message("t1", None, Direction.OUTBOUND, T0 + DAY, text("Am Mittwoch.", 1, "outbound"))
    first, second = KeptTexts(store).of("t1")
    assert (first.text, first.direction, first.header("from")) == (
        "Wo bleibt mein Paket?",
        Direction.INBOUND,
        "Kim <kim@home.example>",
    )
    assert (first.header("subject"), first.header("cc")) == ("Frage \udce4", "")
    assert (second.text, second.direction, second.at) == ("Am Mittwoch.", Direction.OUTBOUND, T0 + DAY)


def test_a_refused_mail_leaves_no_text(store: Store) -> None:
    ledger = Ledger(store)
    ledger.remember("t1", "<m1@x>", (), thread("t1"), T0)
    ledger.forget("t1")
    assert ledger.confirm("t1", T0, text()) is None
    ledger.add_message("t1", "<m2@x>", Direction.OUTBOUND, T0, text())
    assert KeptTexts(store).of("t1") == ()


def test_the_same_mail_again_is_kept_once_and_a_long_one_is_cut(store: Store) -> None:
    ledger = begun(store, kept=text("ä" * MOST))
    ledger.add_message("t1", "<m1@x>", Direction.INBOUND, T0 + DAY, text("ä" * MOST, 1))
    (only,) = KeptTexts(store).of("t1")
    assert (only.text, only.at) == ("ä" * (MOST // 2), T0)


def test_threads_that_become_one_bring_their_texts(store: Store) -> None:
    ledger = begun(store)
    begun(store, "t2", "<m2@x>", text("Zweite", 1))
    ledger.remember("t3", "<m3@x>", ("<m1@x>", "<m2@x>"), thread("t3"), T0 + DAY)
    home = ledger.confirm("t3", T0 + DAY)
    assert home is not None
    assert [one.text for one in KeptTexts(store).of(home.id)] == ["Wo bleibt mein Paket?", "Zweite"]


def test_retention_empties_the_text_and_leaves_that_there_was_a_mail(store: Store) -> None:
    begun(store).add_message("t1", "<m2@x>", Direction.OUTBOUND, T0 + 60 * DAY, text("Neu", 60, "outbound"))
    at = T0 + 90 * DAY
    limits = Limits(T0, at - 90 * DAY, T0 - DAY, T0 - DAY)
    assert [(one.due, one.total) for one in Purge(store).due(limits) if one.kind == "texts"] == [(1, 2)]
    assert Purge(store).run(limits, "gateway", at)["texts"] == 1
    old, new = KeptTexts(store).of("t1")
    assert (old.erased, old.text, old.headers, old.at) == (True, "", (), T0)
    assert (new.erased, new.text) == (False, "Neu")
    assert Purge(store).run(limits, "gateway", at)["texts"] == 0
    with store.read() as connection:
        data = connection.exec_driver_sql("SELECT count(data) FROM kept_text").scalar()
    assert (data, verify(store)) == (1, [])


def test_who_is_forgotten_leaves_no_text(store: Store) -> None:
    begun(store)
    Recollections(store).forget("t1", "petra", T0)
    assert KeptTexts(store).of("t1") == ()
