"""What the desk says of the buyer's other channel: when, how long, and whether it was answered."""

from datetime import timedelta

from gateway.review.elsewhere import elsewhere
from gateway.review.shown import Elsewhere
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.store.texts import KeptText
from gateway.words import Confidence, Direction, Thread, VerdictName
from tests.review.samples import START

ORDER = "303-5512847-9931028"
ALIAS = "stb6ssjkf7gpxz4@marketplace.amazon.de"
DAY = timedelta(days=1)
RELAYED = Thread("t2", VerdictName.RELAY, None, "amazon", (ORDER,), None, (ALIAS,))
PRIVATE = Thread(
    "t1", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", (ORDER,), None, ("k@x.example",)
)


def wrote(ledger: Ledger) -> None:
    """The buyer writes privately, is answered, and writes through the relay a day later."""
    fields = (("from", "Kim <k@x.example>"),)
    ledger.remember("q1", "<q1@x>", (), PRIVATE, START, buyers=PRIVATE.correspondents)
    ledger.confirm("q1", START, KeptText(START, Direction.INBOUND, fields, "Wo ist mein Paket?\n\n> alt"))
    answer = KeptText(START + DAY / 2, Direction.OUTBOUND, fields, "Es ist unterwegs.\n\n> Wo ist es?")
    ledger.add_message("t1", "<a1@example.com>", Direction.OUTBOUND, answer.at, answer)
    copy = KeptText(START + DAY * 2 / 3, Direction.OUTBOUND, fields, "Nur zur Kenntnis.")
    ledger.add_message("t1", "<a2@example.com>", Direction.OUTBOUND, copy.at, copy, answer=False)
    ledger.remember("q2", "<q2@x>", (), RELAYED, START + DAY, relays=RELAYED.correspondents)
    ledger.confirm("q2", START + DAY)


def test_the_private_mail_and_its_answer_are_told_beside_the_relay(store: Store) -> None:
    ledger = Ledger(store)
    wrote(ledger)
    assert elsewhere(store, ledger.get("t2")) == Elsewhere("private", "t1", START, 4, START + DAY / 2, 3)


def test_and_the_relay_beside_the_private_mail_without_lengths_that_are_not_kept(store: Store) -> None:
    ledger = Ledger(store)
    wrote(ledger)
    assert elsewhere(store, ledger.get("t1")) == Elsewhere("relay", "t2", START + DAY)


def test_a_buyer_with_one_channel_has_no_other(store: Store) -> None:
    ledger = Ledger(store)
    ledger.remember("q1", "<q1@x>", (), PRIVATE, START, buyers=PRIVATE.correspondents)
    ledger.confirm("q1", START)
    assert elsewhere(store, ledger.get("t1")) is None
    assert elsewhere(store, None) is None
