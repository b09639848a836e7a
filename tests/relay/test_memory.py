"""The memory: which thread a mail belongs to where no reference says so, and who is a buyer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.mail.address import path_of
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.mail.mime import TooComplex
from gateway.policy.decision import Decision, decide_always
from gateway.relay.memory import Memory, People, Recalled
from gateway.store.database import Store
from gateway.store.ledger import Ledger
from gateway.store.orders import Orders, Purchase
from gateway.store.texts import KeptTexts
from gateway.words import (
    Bought,
    Confidence,
    Direction,
    Facts,
    OtherChannel,
    Thread,
    VerdictName,
)
from tests.support.configs import make_config

CONFIG = make_config()
T0 = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
ORDER = "303-5512847-9931028"
BUYER = "max@privat.example"
ALIAS = "stb6ssjkf7gpxz4@marketplace.amazon.de"
CASE = ALIAS.replace("@", "+11111111-2222-3333-4444-555555555555@")
OTHER_CASE = ALIAS.replace("@", "+66666666-7777-8888-9999-000000000000@")


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store("sqlite://")
    store.open()
    yield store
    store.close()


@pytest.fixture
def memory(store: Store) -> Memory:
    return Memory(store, lambda: CONFIG)


def mail(
    sender: str,
    to: str,
    text: str,
    *,
    name: str | None = None,
    subject: str = "Frage",
    fields: str = "",
    at: datetime = T0,
    mail_from: str | None = None,
) -> Transaction:
    """A mail between the company (example.com) and somebody outside; the sender gives the direction."""
    own = f"Message-ID: <{name}@x>\r\n" if name else ""
    raw = f"From: <{sender}>\r\nTo: <{to}>\r\nSubject: {subject}\r\n{own}{fields}\r\n{text}\r\n".encode()
    direction = Direction.OUTBOUND if sender.endswith("@example.com") else Direction.INBOUND
    envelope = Envelope(path_of(sender if mail_from is None else mail_from), (path_of(to),))
    return Transaction(name or text[:16], direction, Session("192.0.2.1"), envelope, Message(raw), at)


def asks(text: str, sender: str = BUYER, **more: object) -> Transaction:
    return mail(sender, "info@example.com", text, **more)  # type: ignore[arg-type]


def answers(text: str, to: str = BUYER, **more: object) -> Transaction:
    return mail("eva@example.com", to, text, **more)  # type: ignore[arg-type]


def take(memory: Memory, tx: Transaction) -> Decision:
    """The mail goes its way: decided, remembered, accepted by the next hop."""
    decision, error = decide_always(tx, Facts(thread=memory.thread(tx)), CONFIG)
    assert error is None
    memory.remember(tx, decision)
    memory.settle(tx, decision, kept=True, sent={path.folded for path in tx.envelope.rcpt_tos})
    return decision


def take_with_facts(memory: Memory, tx: Transaction) -> Decision:
    """The mail goes its way, decided on from all that is known."""
    decision, error = decide_always(tx, memory.facts(tx), CONFIG)
    assert error is None
    memory.remember(tx, decision)
    memory.settle(tx, decision, kept=True, sent={path.folded for path in tx.envelope.rcpt_tos})
    return decision


def signals_of(decision: Decision) -> dict[str, float]:
    """The weight of each signal of the verdict."""
    return {hit.signal: hit.weight for hit in decision.verdict.hits}


def counted_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows by one at each look-up from now on."""
    reads = list[str]()
    read = Store.read

    def counted(store: Store) -> object:
        reads.append("read")
        return read(store)

    monkeypatch.setattr(Store, "read", counted)
    return reads


def known(store: Store, tx: Transaction) -> Thread:
    found = Ledger(store).get(tx.id)
    assert found is not None
    return found


BOUGHT = f"Guten Tag, ich habe bei Amazon bestellt, Bestellnummer {ORDER}. Wo bleibt das Paket?"


def test_references_lead_to_the_thread(memory: Memory, store: Store) -> None:
    question = asks(BOUGHT, name="q1")
    take(memory, question)
    answer = answers("Es ist unterwegs.", fields="In-Reply-To: <q1@x>\r\n", name="a1")
    assert memory.recall(answer) == Recalled(known(store, question), "references")


def test_the_language_of_the_buyer_is_remembered(memory: Memory, store: Store) -> None:
    """A short answer gets its footer in it; a mail without a clear language changes nothing."""
    question = asks(BOUGHT, name="q1")
    take(memory, question)
    assert known(store, question).language == "de"
    take(memory, asks(ORDER, fields="In-Reply-To: <q1@x>\r\n", name="q2"))
    assert known(store, question).language == "de"


def test_a_question_is_found_after_its_answer(memory: Memory, store: Store) -> None:
    """The mail's own id is known because another mail answered it already."""
    later = asks(BOUGHT, name="q2", fields="References: <q1@x>\r\n")
    take(memory, later)
    assert memory.recall(asks("Wo ist mein Paket?", name="q1")) == Recalled(known(store, later), "references")


def test_a_relay_alias_leads_to_its_case_and_never_to_another(memory: Memory, store: Store) -> None:
    question = asks("Passt das Kabel?", CASE, name="q1")
    assert take(memory, question).verdict.name is VerdictName.RELAY
    first = known(store, question)
    assert memory.recall(answers("Ja.", CASE, at=T0 + 200 * DAY)) == Recalled(first, "alias")
    assert memory.recall(asks("Noch etwas", CASE)) == Recalled(first, "alias")
    assert memory.recall(answers("Ja.", OTHER_CASE)) is None
    wrong = answers("Ja.", OTHER_CASE, fields="In-Reply-To: <q1@x>\r\n")
    assert memory.recall(wrong) is None


def test_an_alias_without_a_case_leads_to_the_order_named_else_to_the_last_thread(
    memory: Memory, store: Store
) -> None:
    old = asks(f"Zu {ORDER}: passt das Kabel?", CASE, name="q1")
    new = asks("Noch eine Frage", OTHER_CASE, name="q2", at=T0 + DAY)
    take(memory, old)
    take(memory, new)
    assert memory.recall(answers(f"Zu {ORDER}: ja", ALIAS, at=T0 + 90 * DAY)) == Recalled(
        known(store, old), "order"
    )
    assert memory.recall(answers("Ja", ALIAS, at=T0 + 2 * DAY)) == Recalled(known(store, new), "alias")
    assert memory.recall(answers("Ja", ALIAS, at=T0 + 90 * DAY)) is None


@pytest.mark.parametrize("text", [f"Zu {ORDER}:", "303‑5512847‑9931028", f"\n> Bestellnr. {ORDER}\n"])
def test_an_order_and_its_correspondent_lead_to_the_thread(memory: Memory, store: Store, text: str) -> None:
    """Months later, without a reference, with any dashes, also in the quote."""
    question = asks(BOUGHT, name="q1")
    take(memory, question)
    late = T0 + 300 * DAY
    found = Recalled(known(store, question), "order")
    assert memory.recall(answers(text, at=late)) == memory.recall(asks(text, at=late)) == found
    assert memory.recall(answers(text, "eve@privat.example", at=late)) is None
    assert memory.recall(answers(text.replace("303", "1303"), at=late)) is None


def test_a_buyer_is_known_for_ninety_days(memory: Memory, store: Store) -> None:
    question = asks(BOUGHT, name="q1")
    take(memory, question)
    found = Recalled(known(store, question), "memory")
    assert memory.recall(answers("Hallo", at=T0 + 89 * DAY)) == found
    assert memory.recall(asks("Hallo", at=T0 + 89 * DAY)) == found
    assert memory.recall(answers("Hallo", at=T0 + 90 * DAY)) is None


def test_only_private_addresses_of_concerned_mail_are_buyers(memory: Memory) -> None:
    """Not a relay alias, not a stranger, not an envelope sender made by a machine, and not ourselves."""
    take(memory, asks("Wo ist mein Paket?", CASE, name="q1"))
    take(memory, asks("Haben Sie das auch in Blau?", "eve@privat.example", name="q2"))
    machine = "bounce-17@mailer.example"
    take(memory, asks(BOUGHT, name="q3", fields="Reply-To: <shop@example.com>\r\n", mail_from=machine))
    assert [
        memory.recall(answers("Hallo", to)) for to in ("eve@privat.example", machine, "shop@example.com")
    ] == [None, None, None]
    assert memory.people(asks("x", CASE)) == People(relays=(CASE,))
    assert memory.people(answers("x", "shop@example.com")) == People()


def test_an_alias_behind_apple_s_forwarding_is_that_alias(memory: Memory) -> None:
    wrapped = "stb6ssjkf7gpxz4_at_marketplace_amazon_de_abc123def4@privaterelay.appleid.com"
    assert memory.people(asks("x", wrapped)) == People(relays=(ALIAS,))


def test_imported_orders_are_found_for_both_sides_of_a_mail(memory: Memory, store: Store) -> None:
    """By address and alias; by number in what comes in, whoever writes, if nothing else is that long."""
    other = Purchase("hood", "40217", "ida@privat.example", None, T0)
    Orders(store).add([Purchase("amazon", ORDER, BUYER, ALIAS, T0), other], T0)
    theirs = Bought("amazon", ORDER, theirs=True, at=T0)
    assert memory.facts(asks("x")).bought == memory.facts(answers("x", CASE)).bought == (theirs,)
    eve = "eve@privat.example"
    assert memory.facts(asks("x", eve)).bought == memory.facts(answers(ORDER, eve)).bought == ()
    number = Bought("amazon", ORDER, named=True, at=T0)
    assert memory.facts(asks("Zu 303‑5512847‑9931028:", eve)).bought == (number,)
    assert memory.facts(asks("Raum 40217", eve)).bought == ()
    assert memory.facts(asks("Zu 40217:", "ida@privat.example")).bought == (
        Bought("hood", "40217", named=True, theirs=True, at=T0),
    )


def test_an_imported_number_proves_what_the_mail_is_about(memory: Memory, store: Store) -> None:
    """Without the marketplace's name or a word for order; a machine that only bought is no evidence."""
    Orders(store).add([Purchase("ebay", "12-34567-89012", "ida@privat.example", None, T0)], T0)
    named = take_with_facts(memory, asks("Zu 12-34567-89012: das Glas ist gesprungen", "eve@privat.example"))
    assert (named.verdict.name, named.verdict.confidence, named.verdict.orders) == (
        VerdictName.OFFCHANNEL,
        Confidence.CONFIRMED,
        ("12-34567-89012",),
    )
    told = take_with_facts(memory, asks("Haben Sie das in Blau?", "ida@privat.example"))
    assert (told.verdict.name, signals_of(told)) == (VerdictName.NONE, {"imported_order:buyer": 0.5})


def test_buyer_memory_is_a_signal_that_decides_nothing(memory: Memory) -> None:
    take(memory, asks(BOUGHT, name="q1"))
    later = take_with_facts(memory, asks("Haben Sie das in Blau?", at=T0 + DAY))
    assert (later.verdict.name, later.thread, signals_of(later)) == (
        VerdictName.NONE,
        None,
        {"buyer_memory": 0.5},
    )


@pytest.mark.parametrize("first", ["private", "relay"])
@pytest.mark.parametrize("days", [59, 61])
def test_one_order_on_both_channels_within_sixty_days(memory: Memory, first: str, days: int) -> None:
    """In either order; the answer on either channel knows it too, and so does the policy's reason."""
    mails = [asks(BOUGHT, name="p1"), asks(f"Bestellung {ORDER}: wo bleibt sie?", CASE, name="r1")]
    if first == "relay":
        mails.reverse()
    other = "private" if first == "private" else "relay"
    take(memory, mails[0])
    late = T0 + days * DAY
    found = memory.facts(replace(mails[1], at=late)).other_channel
    if days > 60:
        assert found is None
        return
    assert found == OtherChannel(other, "order", mails[0].id, "amazon", (ORDER,), T0)  # type: ignore[arg-type]
    decision = take_with_facts(memory, replace(mails[1], at=late))
    assert "dual_channel" in signals_of(decision)
    assert "dual_channel" in decision.recipients[0].reasons
    for to, name in ((BUYER, "p1"), (CASE, "r1")):
        answer = answers("Gern.", to, fields=f"In-Reply-To: <{name}@x>\r\n", at=late + DAY)
        assert "dual_channel" in take_with_facts(memory, answer).recipients[0].reasons, to


def test_a_private_address_and_an_alias_are_one_correspondent_by_an_imported_order(
    memory: Memory, store: Store
) -> None:
    """They write about different things; without the report nobody would know."""
    take(memory, asks("Passt das Kabel?", CASE, name="r1"))
    private = asks("Bei Amazon gekauft, Bestellnummer 302-1111111-2222222: defekt", at=T0 + DAY)
    assert memory.facts(private).other_channel is None
    Orders(store).add([Purchase("amazon", ORDER, BUYER, ALIAS, T0)], T0)
    late = replace(private, at=T0 + 2 * DAY)
    assert memory.facts(late).other_channel == OtherChannel("relay", "correspondent", "r1", "amazon", (), T0)


def test_other_orders_other_buyers_and_dismissed_threads_are_no_second_channel(
    memory: Memory, store: Store
) -> None:
    take(memory, asks(BOUGHT, name="p1"))
    other = asks("Bestellung 302-1111111-2222222: wo bleibt sie?", CASE, name="r1")
    assert memory.facts(other).other_channel is None
    same = asks(f"Bestellung {ORDER}: wo bleibt sie?", CASE, name="r2")
    assert memory.facts(same).other_channel is not None
    Ledger(store).set_dismissed("p1", True, T0)
    assert memory.facts(same).other_channel is None


def test_mail_that_concerns_nobody_asks_for_no_other_channel(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address, and whether there are imported orders: a store in a file tells the latter by a glance."""
    reads = counted_reads(monkeypatch)
    for second in range(3):
        tx = asks("Haben Sie das auch in Blau?", "eve@privat.example", at=T0 + timedelta(seconds=second))
        assert memory.facts(tx) == Facts()
    assert reads == ["read"] * 2 * 3


def test_a_stranger_s_mail_costs_two_look_ups(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    take(memory, asks(BOUGHT, name="q1"))
    reads = counted_reads(monkeypatch)
    assert memory.recall(asks("Hallo", "eve@privat.example", name="q9")) is None
    assert reads == ["read"] * 2


def test_the_quick_look_hides_nothing_that_the_facts_would_tell(tmp_path: Path) -> None:
    """A stranger who names an order, or any stranger once reports were imported, is looked up in full: from
    the next mail on, also where the mail before came a moment ago."""
    store = Store(f"sqlite:///{tmp_path}/memory.db")
    store.open()
    try:
        memory, eve = Memory(store, lambda: CONFIG), "eve@privat.example"
        take(memory, asks(f"Bestellung {ORDER}: wo bleibt sie?", CASE, name="r1"))
        hello, named = asks("Hallo", eve), asks(BOUGHT, eve)
        assert (memory.stranger(hello), memory.facts(hello)) == (True, Facts())
        assert (memory.stranger(named), memory.facts(named).other_channel is None) == (None, False)
        Orders(store).add([Purchase("amazon", ORDER, eve, ALIAS, T0)], T0)
        bought = (Bought("amazon", ORDER, theirs=True, at=T0),)
        assert (memory.stranger(hello), memory.facts(hello).bought) == (None, bought)
    finally:
        store.close()


def test_the_past_is_learned_once(memory: Memory, store: Store) -> None:
    """Question and answer twice over: the same thread, and no footer counted that never left."""
    question = asks(BOUGHT, name="q1")
    answer = answers("Unterwegs.", fields="In-Reply-To: <q1@x>\r\n", name="a1", at=T0 + DAY)
    for _ in range(2):
        for tx in (question, answer):
            memory.learn(tx, decide_always(tx, memory.facts(tx), CONFIG)[0])
    thread = known(store, question)
    assert (thread.footers, thread.last_seen, thread.orders) == (0, T0 + DAY, (ORDER,))
    assert memory.recall(asks("Danke", name="q2", fields="In-Reply-To: <a1@x>\r\n")) == Recalled(
        thread, "references"
    )


def test_the_text_of_question_and_answer_is_kept_and_nobody_else_s(memory: Memory, store: Store) -> None:
    question = asks(f"Wo ist meine Amazon Bestellung {ORDER}?", name="q")
    take(memory, question)
    answer = answers("Am Mittwoch.", name="a", fields="In-Reply-To: <q@x>\r\n", at=T0 + DAY)
    take(memory, answer)
    take(memory, asks("Hallo, was kostet eine Lampe?", "otto@home.example", name="other"))
    kept = KeptTexts(store).of(known(store, question).id)
    assert [(one.direction.value, one.text.strip(), one.header("from")) for one in kept] == [
        ("inbound", f"Wo ist meine Amazon Bestellung {ORDER}?", f"<{BUYER}>"),
        ("outbound", "Am Mittwoch.", "<eva@example.com>"),
    ]
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM kept_text").scalar() == 2


def test_a_concerned_mail_with_much_text_is_remembered(memory: Memory, store: Store) -> None:
    """It is over the limit for answers and edits, and comes in all the same."""
    much = "Die Lampe ist leider defekt, was soll ich damit machen?\r\n" * 90_000
    question = asks(f"{BOUGHT}\r\n{much}", name="q1")
    with pytest.raises(TooComplex):
        question.message.texts()
    take(memory, question)
    assert known(store, question).language == "de"
