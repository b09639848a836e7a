"""A morning at the desk: held mail of many kinds, and a month of conversations, for browsers to look at."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gateway.mail.address import path_of
from gateway.review.people import new_id
from gateway.store.database import Store
from gateway.store.held import Held, HeldRecipient
from gateway.store.holds import Holds
from gateway.store.ledger import Ledger
from gateway.store.texts import KeptText
from gateway.words import (
    Confidence,
    Direction,
    Finding,
    HeldState,
    Kind,
    Legal,
    Ruling,
    Severity,
    Thread,
    VerdictName,
)

ALIAS = "b4tz9q2kfx7lm1c@marketplace.amazon.de"


@dataclass(frozen=True)
class Case:
    """One held reply: who answers whom about what, why it waits, and how long already."""

    subject: str
    buyer: str
    author: str
    text: str
    reasons: tuple[str, ...]
    age: float
    left: float
    marketplace: str | None = "amazon"
    order: str | None = None
    findings: tuple[tuple[str, Severity, str], ...] = ()
    legal: Legal | None = None
    clock: str = "house"
    rule: str = "private_forbidden"
    verdict: str = "offchannel"


BLOCK, TONE = Severity.BLOCK, Severity.TONE
CASES = (
    Case(
        "Re: Widerruf meiner Bestellung", "h.kessler@posteo.example", "anna@example.com",
        "Guten Tag Frau Kessler,\n\nIhren Widerruf haben wir erhalten. Das Rücksendeetikett liegt bei.\n\n"
        "Mit freundlichen Grüßen\nAnna Vogt",
        ("legal:withdrawal", "offchannel_confirmed"), 5.2, 18.8, order="302-8841207-5512349",
        legal=Legal.WITHDRAWAL,
    ),
    Case(
        "Re: Lampe flackert", ALIAS, "jonas@example.com",
        "Guten Tag,\n\nrufen Sie mich am besten kurz an, dann klären wir das: 0911 4455667. Sie können mir"
        " auch an jonas@example.com schreiben.\n\nMit freundlichen Grüßen\nJonas Beck",
        ("lint:phone_number", "lint:email_address"), 20.4, 1.4, order="304-0904527-7250707",
        findings=(("phone_number", BLOCK, "0911 4455667"), ("email_address", BLOCK, "jonas@example.com")),
        clock="marketplace", rule="relay_finding", verdict="relay",
    ),
    Case(
        "Re: Wo bleibt mein Paket?", "kim.larsen@home.example", "anna@example.com",
        "Guten Tag,\n\nIhr Paket kommt am Mittwoch, die Sendung liegt im Verteilzentrum.\n\nSchöne Grüße"
        "\nAnna",
        ("offchannel_confirmed", "dual_channel"), 3.1, 20.9, order="302-1234567-1234567",
    ),
    Case(
        "AW: Falsche Farbe geliefert", "s.yilmaz@mail.example", "jonas@example.com",
        "Hallo,\n\ndas tut uns leid. Bitte behalten Sie die Decke, die richtige ist unterwegs.\n\nJonas Beck",
        ("offchannel_confirmed",), 2.2, 21.8, order="304-7712093-9981726",
    ),
    Case(
        "Re: Rechnung fehlt", "b2x7rkq9w1mnt5v@marketplace.amazon.de", "mira@example.com",
        "geht nicht.", ("lint:too_short", "lint:missing_greeting"), 25.0, -1.0, order="305-1129384-0047315",
        findings=(("missing_greeting", TONE, "geht nicht."),), clock="marketplace", rule="relay_finding",
        verdict="relay",
    ),
    Case(
        "Re: Teppich und Gutschein", "office@nordlicht.example", "mira@example.com",
        "Guten Tag,\n\nden Teppich haben wir ersetzt, der Gutschein aus unserem Shop gilt weiter.\n\nMira",
        ("mixed",), 1.3, 22.7, order="306-5521098-1120934", rule="mixed", verdict="mixed",
    ),
    Case(
        "Re: Your account statement", "payments@amazon-seller.example", "anna@example.com",
        "Hello,\n\nplease find the requested details attached.\n\nKind regards\nAnna",
        ("suspect",), 0.7, 23.3, rule="suspect", verdict="suspect",
    ),
    Case(
        "Re: Anfrage zu Artikel 27-10482", "lotte@web.example", "jonas@example.com",
        "Guten Tag,\n\nja, die Lampe passt auch in feuchte Räume.\n\nFreundliche Grüße\nJonas Beck",
        ("signed", "offchannel_likely"), 0.4, 23.6, marketplace="ebay", order="27-10482-00315", rule="footer",
    ),
)  # fmt: skip


def body(case: Case, number: int) -> bytes:
    """The reply of a case as a mail, with the buyer's words quoted below."""
    quoted = f"Hallo, es geht um meine Bestellung {case.order or ''}. Danke für eine schnelle Antwort!"
    text = f"{case.text}\n\nAm 24.11.2026 um 08:12 schrieb {case.buyer}:\n\n> {quoted}\n"
    header = (
        f"From: {case.author}\r\nTo: {case.buyer}\r\nSubject: =?utf-8?q?{_q(case.subject)}?=\r\n"
        f"Message-ID: <desk-{number}@example.com>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return (header + text.replace("\n", "\r\n")).encode()


def _q(text: str) -> str:
    return "".join(chr(byte) if chr(byte).isalnum() else f"={byte:02X}" for byte in text.encode())


def held(case: Case, number: int, now: datetime) -> Held:
    """The record of a case that is held since `age` hours."""
    at = now - timedelta(hours=case.age)
    kind = Kind.RELAY if case.verdict == "relay" else Kind.EXTERNAL
    raw = body(case, number).decode()
    new = raw.partition("\r\n\r\n")[2]
    findings = tuple(
        Finding(check, severity, snippet, (new.index(snippet), new.index(snippet) + len(snippet)))
        for check, severity, snippet in case.findings
    )
    return Held(
        id=new_id(), version=1, direction=Direction.OUTBOUND, held_at=at,
        deadline=now + timedelta(hours=case.left), clock=case.clock, mail_from=path_of(case.author),
        recipients=(HeldRecipient(path_of(case.buyer), kind),), subject=case.subject,
        message_id=f"<desk-{number}@example.com>", author=case.author, verdict=case.verdict,
        confidence="confirmed" if case.verdict == "offchannel" else None, marketplace=case.marketplace,
        orders=(case.order,) if case.order else (), legal=case.legal.value if case.legal else None,
        thread=f"thread{number:020d}", rule=case.rule, reasons=case.reasons, findings=findings,
        config_hash="0123456789abcdef", fingerprint=number.to_bytes(32), client="192.0.2.7",
        size=len(body(case, number)),
    )  # fmt: skip


def fill(store: Store, now: datetime, who: str) -> list[Held]:
    """Hold every case; the store also remembers a month of conversations and what `who` decided in it."""
    holds, ledger, kept = Holds(store), Ledger(store), []
    for number, case in enumerate(CASES):
        item = held(case, number, now)
        _conversation(ledger, item, item.held_at - timedelta(hours=2))
        kept.append(holds.commit(item, (body(case, number),), item.held_at))
    again = held(CASES[3], 3, now + timedelta(hours=1))
    holds.commit(replace(again, fingerprint=b"g" * 32), (body(CASES[3], 3),), again.held_at)
    ledger.add_message(
        str(kept[2].thread), "<again@home.example>", Direction.INBOUND, now - timedelta(hours=1)
    )
    holds.claim(kept[5].id, "Jonas", now + timedelta(minutes=10), now)
    for back in range(1, 29):
        _past(store, ledger, holds, back, now, who)
    return kept


def _past(store: Store, ledger: Ledger, holds: Holds, back: int, now: datetime, who: str) -> None:
    """A day of the past: some conversations and one held mail, decided after a while."""
    at = now - timedelta(days=back, hours=back % 5)
    for extra in range((back * 7) % 6 + 1):
        case = CASES[(back + extra) % len(CASES)]
        item = replace(held(case, 1000 + back * 20 + extra, now), thread=f"past{back:02d}{extra:020d}")
        _conversation(ledger, item, at - timedelta(minutes=extra))
        answer = f"<answer-{back}-{extra}@example.com>"
        if (back + extra) % 3:
            ledger.add_message(str(item.thread), answer, Direction.OUTBOUND, at + timedelta(hours=1))
    if at.weekday() < 5:
        case = CASES[back % len(CASES)]
        item = replace(
            held(case, 2000 + back, now), held_at=at, deadline=at + timedelta(hours=24), thread=None
        )
        holds.commit(item, (body(case, 2000 + back),), at)
        verb, state = (("answered", HeldState.ANSWERED), ("reject", HeldState.REJECTED))[back % 2]
        ruling = Ruling(item.id, who, verb, "", at + timedelta(minutes=17 + 31 * (back % 7)))
        holds.decide(
            item.id, ruling, {path_of(case.buyer).folded: state}, expect=frozenset({HeldState.PENDING})
        )


def _conversation(ledger: Ledger, item: Held, at: datetime) -> None:
    seed = Thread(
        id=str(item.thread), verdict=VerdictName(item.verdict),
        confidence=Confidence(item.confidence) if item.confidence else None, marketplace=item.marketplace,
        orders=item.orders, legal=Legal(item.legal) if item.legal else None,
        correspondents=tuple(one.path.folded for one in item.recipients), language="de",
    )  # fmt: skip
    ledger.remember(item.id, f"<q-{item.id}@buyer.example>", (), seed, at)
    order = item.orders[0] if item.orders else "von letzter Woche"
    words = f"Guten Tag,\n\nes geht um meine Bestellung {order}. Können Sie mir bitte helfen?\n\nDanke!"
    fields = (("from", seed.correspondents[0]), ("subject", item.subject.removeprefix("Re: ")))
    ledger.confirm(item.id, at, KeptText(at, Direction.INBOUND, fields, words))
