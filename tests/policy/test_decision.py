"""The decision: the shipped policy row by row, per recipient, with its reasons."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from gateway.config.load import load, shipped
from gateway.config.models import Config
from gateway.config.rules import Rule
from gateway.mail.address import path_of
from gateway.mail.edit import apply
from gateway.mail.envelope import Envelope, Session, Transaction
from gateway.mail.message import Message
from gateway.policy.decision import Decision, decide, decide_always, troubled
from gateway.words import (
    UNKNOWN,
    ActionName,
    Confidence,
    Direction,
    Disposition,
    Facts,
    Kind,
    Legal,
    Mode,
    OtherChannel,
    Thread,
    VerdictName,
)

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
BUYER, RELAY, STAFF = "buyer@mail.example", "k7w2m9qx4tz8r1p@marketplace.amazon.de", "chef@example.com"
REPLY = (
    "From: Service <service@example.com>\r\nTo: x@y.example\r\nMessage-ID: <1@example.com>\r\n"
    "Subject: Re: Frage\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\nGuten Tag Frau Kremer,\r\n\r\nwir senden Ihnen morgen eine neue "
    "Lampe und holen die alte ab.\r\n\r\nMit freundlichen Grüßen\r\nAnna Vogt\r\n"
).encode()
PHONE = REPLY.replace(b"Anna Vogt", b"Anna Vogt\r\nTelefon: 030 23125 117")
SIGNED = (
    b"From: service@example.com\r\nTo: x@y.example\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b\r\n\r\n'
    b"--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\n"
    b"x\r\n--b--\r\n"
)


@pytest.fixture(scope="module")
def config() -> Config:
    loaded = load(shipped())
    assert isinstance(loaded, Config), loaded
    return loaded


def outbound(*to: str, raw: bytes = REPLY, sender: str = "service@example.com") -> Transaction:
    envelope = Envelope(path_of(sender), tuple(path_of(address) for address in to))
    return Transaction("tx", Direction.OUTBOUND, Session("127.0.0.1"), envelope, Message(raw), AT)


def thread(verdict: str = "offchannel", **values: Any) -> Thread:
    told: dict[str, Any] = {
        "confidence": Confidence.CONFIRMED if verdict == "offchannel" else None,
        "marketplace": "amazon",
        "orders": ("304-0904527-7250707",),
        "legal": None,
        "correspondents": (BUYER, RELAY),
    }
    return Thread("t", VerdictName(verdict), **(told | values))


def shown(decision: Decision) -> list[tuple[str | None, str, list[str], list[str]]]:
    """Rule, disposition, actions and reasons of each recipient."""
    return [
        (item.rule, item.disposition.word, [name.value for name in item.actions], list(item.reasons))
        for item in decision.recipients
    ]


ROWS = {
    "1 internal: untouched": (STAFF, thread(), REPLY, ("internal", "pass", [], ["internal"])),
    "3 legal: passes, and the desk hears of it": (
        BUYER,
        thread(legal=Legal.WITHDRAWAL),
        REPLY,
        ("legal", "pass", ["notify"], ["legal:withdrawal", "offchannel_confirmed"]),
    ),
    "4 relay, contact data in the signature: cut": (
        RELAY,
        thread("relay"),
        PHONE,
        ("relay_signature", "pass", ["redact"], ["relay", "lint:phone_number"]),
    ),
    "4 relay, contact data that cannot be cut alone: held": (
        RELAY,
        thread("relay"),
        PHONE.replace(b"Telefon:", b"Ihre Fragen beantworten wir immer unter"),
        ("relay_signature", "hold", ["hold"], ["relay", "lint:phone_number"]),
    ),
    "5 relay with a finding in the text: held": (
        RELAY,
        thread("relay"),
        REPLY.replace(b"holen die alte ab.", b"holen die alte ab, Telefon 030 23125117."),
        ("relay_finding", "hold", ["hold"], ["relay", "lint:phone_number"]),
    ),
    "5 relay with a finding in the text and in the signature: held": (
        RELAY,
        thread("relay"),
        PHONE.replace(b"holen die alte ab.", b"holen die alte ab, Telefon 030 23125117."),
        ("relay_finding", "hold", ["hold"], ["relay", "lint:phone_number"]),
    ),
    "6 relay: passes": (RELAY, thread("relay"), REPLY, ("relay", "pass", [], ["relay"])),
    "6 relay of an unknown thread: passes": (RELAY, None, REPLY, ("relay", "pass", [], ["relay"])),
    "7 no party of the thread: passes": (
        "repair@partner.example",
        thread(),
        REPLY,
        ("external_partner", "pass", [], ["external_partner"]),
    ),
    "7 the marketplace itself: passes": (
        "seller-performance@amazon.de",
        thread(correspondents=("seller-performance@amazon.de",)),
        REPLY,
        ("external_partner", "pass", [], ["external_partner"]),
    ),
    "8 suspect: held": (BUYER, thread("suspect"), REPLY, ("suspect", "hold", ["hold"], ["suspect"])),
    "9 notice: passes": (BUYER, thread("notice"), REPLY, ("notice", "pass", [], ["notice"])),
    "10 mixed: held": (BUYER, thread("mixed"), REPLY, ("mixed", "hold", ["hold"], ["mixed"])),
    "11 forbidden and confirmed: held": (
        BUYER,
        thread(),
        REPLY,
        ("forbidden", "hold", ["hold"], ["offchannel_confirmed"]),
    ),
    "12 likely: footer": (
        BUYER,
        thread(confidence=Confidence.LIKELY),
        REPLY,
        ("redirect", "pass", ["footer"], ["offchannel_likely"]),
    ),
    "12 discouraged: footer": (
        BUYER,
        thread(marketplace="ebay", orders=("27-10482-00315",)),
        REPLY,
        ("redirect", "pass", ["footer"], ["offchannel_confirmed"]),
    ),
    "12 a footer on a signed mail: held": (
        BUYER,
        thread(marketplace="ebay"),
        SIGNED,
        ("redirect", "hold", ["hold"], ["offchannel_confirmed", "signed"]),
    ),
    "14 not concerned: passes": (BUYER, None, REPLY, ("unconcerned", "pass", [], ["unrelated"])),
}


@pytest.mark.parametrize("row", ROWS)
def test_the_shipped_policy_row_by_row(config: Config, row: str) -> None:
    """The numbers are those of the design's table."""
    to, known, raw, expected = ROWS[row]
    assert shown(decide(outbound(to, raw=raw), Facts(thread=known), config)) == [expected]


@pytest.mark.parametrize(
    ("field", "to", "rule"),
    [
        (
            b"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            BUYER,
            "delivery_report",
        ),
        (
            b"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            RELAY,
            "delivery_report",
        ),
        (b"Auto-Submitted: auto-replied", BUYER, "automatic"),
    ],
)
def test_row_2_reports_and_other_automatic_mail_pass(
    config: Config, field: bytes, to: str, rule: str
) -> None:
    """A delivery report passes everywhere, an out-of-office note only to those who are no relay."""
    raw = REPLY.replace(b"Content-Type: text/plain; charset=utf-8", field)
    ((fired, disposition, actions, _),) = shown(decide(outbound(to, raw=raw), Facts(thread=thread()), config))
    assert (fired, disposition, actions) == (rule, "pass", [])


def test_recipients_of_one_mail_are_decided_apart(config: Config) -> None:
    """Staff pass, the buyer is held, and the buyer's entry says that the mail was split."""
    decision = decide(outbound(STAFF, BUYER), Facts(thread=thread()), config)
    assert [(item.kind, item.disposition) for item in decision.recipients] == [
        (Kind.INTERNAL, Disposition.PASS),
        (Kind.EXTERNAL, Disposition.HOLD),
    ]
    assert (decision.recipients[0].reasons, decision.recipients[1].reasons[-1]) == (("internal",), "split")


def test_redact_cuts_the_contact_lines_and_nothing_else(config: Config) -> None:
    """The decision carries the splices, and the lines that were cut."""
    (item,) = decide(outbound(RELAY, raw=PHONE), Facts(thread=thread("relay")), config).recipients
    assert (apply(PHONE, item.splices), item.removed) == (REPLY, ("Telefon: 030 23125 117",))


def with_rule(config: Config, **rule: Any) -> Config:
    """The configuration with one more rule in front of all others."""
    made = Rule.model_validate({"name": "own", **rule})
    return replace(config, policy=config.policy.model_copy(update={"rule": (made, *config.policy.rule)}))


ASKED = PHONE.replace(b"To: x@y.example", b'To: "Sabine Kremer" <buyer@mail.example>')


def test_reroute_sends_to_the_alias(config: Config) -> None:
    """Envelope and To name the alias, the display name stays, the contact line is cut."""
    own = with_rule(config, when={"recipient": "external", "party": True}, do="reroute")
    (item,) = decide(outbound(BUYER, raw=ASKED), Facts(thread=thread(), relay_alias=RELAY), own).recipients
    assert (item.disposition, item.actions, item.sent_to) == (
        Disposition.PASS,
        (ActionName.REROUTE,),
        path_of(RELAY),
    )
    assert apply(ASKED, item.splices) == REPLY.replace(
        b"To: x@y.example", b'To: "Sabine Kremer" <%s>' % RELAY.encode()
    )


@pytest.mark.parametrize(
    ("raw", "alias", "reasons"),
    [
        (ASKED, None, ["offchannel_confirmed"]),
        (ASKED, "someone@members.ebay.de", ["offchannel_confirmed"]),
        (
            ASKED.replace(b"holen die alte ab.", b"rufen Sie uns an: 030 23125117."),
            RELAY,
            ["offchannel_confirmed"],
        ),
        (SIGNED, RELAY, ["offchannel_confirmed", "signed"]),
    ],
)
def test_what_cannot_be_rerouted_is_held(
    config: Config, raw: bytes, alias: str | None, reasons: list[str]
) -> None:
    """No alias, that of another marketplace, contact data in the text, a signed mail."""
    own = with_rule(config, when={"recipient": "external", "party": True}, do="reroute")
    decision = decide(outbound(BUYER, raw=raw), Facts(thread=thread(), relay_alias=alias), own)
    assert shown(decision) == [("own", "hold", ["hold"], reasons)]
    assert decision.recipients[0].sent_to is None


def test_words_of_a_rule(config: Config) -> None:
    """In the company's first language; a hold keeps them as its note."""
    words = {"en": "Please answer at the marketplace.", "de": "Bitte im Marktplatz antworten."}
    own = with_rule(config, when={"recipient": "external"}, do="hold", words=words)
    (item,) = decide(outbound(BUYER), Facts(thread=thread()), own).recipients
    assert (item.words, item.note) == (words["de"], words["de"])


def test_every_rule_before_the_one_that_fired_says_why_not(config: Config) -> None:
    """The misses name the first condition that failed, in the order of the policy."""
    (item,) = decide(outbound(BUYER), Facts(thread=thread("suspect")), config).recipients
    names = [rule.name for rule in config.policy.rule]
    assert [miss.rule for miss in item.misses] == names[: names.index("suspect")]
    assert {miss.rule: miss.condition for miss in item.misses}[
        "internal"
    ] == "recipient is external, not internal"


def test_the_verdict_of_an_answer_is_that_of_its_thread(config: Config) -> None:
    """The thread first, then a relay among the recipients; what staff write is no evidence of a purchase."""
    verdicts = [
        decide(outbound(to), Facts(thread=known), config).verdict
        for to, known in ((BUYER, thread("notice")), (RELAY, None), (BUYER, None))
    ]
    assert [(verdict.name.value, verdict.marketplace) for verdict in verdicts] == [
        ("notice", "amazon"),
        ("relay", "amazon"),
        ("none", None),
    ]


NAMED = REPLY.replace(b"neue Lampe", b"neue Lampe zu Ihrer Amazon-Bestellung 304-0904527-7250707")
QUOTED = REPLY + (
    b"\r\nAm 24.11.2026 um 10:00 schrieb Sabine Kremer <buyer@mail.example>:\r\n"
    b"> Guten Tag, ich habe die Lampe bei Amazon gekauft,\r\n> Bestellnummer 304-0904527-7250707, defekt.\r\n"
)
CONFIRMATION = REPLY + (
    b"\r\nAm 24.11.2026 um 10:00 schrieb Sabine Kremer:\r\n> defekt, siehe unten.\r\n>\r\n"
    b"> Von: Amazon.de <bestellbestaetigung@amazon.de>\r\n> Betreff: Bestellt: Lampe\r\n>\r\n"
    b"> Bestellnr. 304-0904527-7250707\r\n"
)


@pytest.mark.parametrize(
    ("raw", "known", "by", "expected"),
    [
        (QUOTED, None, None, ("forbidden", "hold", ["hold"], ["quoted", "offchannel_confirmed"])),
        (CONFIRMATION, None, None, ("forbidden", "hold", ["hold"], ["quoted", "offchannel_confirmed"])),
        (NAMED, None, None, ("redirect", "pass", ["footer"], ["offchannel_likely"])),
        (NAMED.replace(b"Re: Frage", b"Neue Lampe"), None, None, ("unconcerned", "pass", [], ["unrelated"])),
        (QUOTED, thread("notice"), "references", ("notice", "pass", [], ["notice"])),
        (QUOTED, thread(), "memory", ("forbidden", "hold", ["hold"], ["quoted", "offchannel_confirmed"])),
        (REPLY, thread(), "memory", ("known_buyer", "pass", ["footer"], ["known_buyer"])),
        (
            REPLY.replace(b"eine neue Lampe", b"die Lampe Ihrer Bestellung SHOP-123456"),
            thread(),
            "memory",
            ("known_buyer_own_shop", "pass", [], ["known_buyer"]),
        ),
    ],
)
def test_an_answer_to_an_unknown_thread_is_judged_by_what_it_quotes(
    config: Config, raw: bytes, known: Thread | None, by: str | None, expected: tuple[object, ...]
) -> None:
    """The order of the design: thread, quote, buyer memory, then an order that a reply names."""
    assert shown(decide(outbound(BUYER, raw=raw), Facts(thread=known, by=by), config)) == [expected]


def test_a_thread_that_is_only_quoted_has_the_language_of_the_quote(config: Config) -> None:
    """What the buyer wrote says in what language a short answer is continued."""
    thread = decide(outbound(BUYER, raw=QUOTED), Facts(), config).thread
    assert thread is not None
    assert thread.language == "de"


def test_a_machine_that_writes_to_a_known_buyer_passes(config: Config) -> None:
    """The shop's own confirmations go out as they are."""
    company = config.gateway.company.model_copy(update={"machine_senders": ("service@example.com",)})
    shop = replace(config, gateway=config.gateway.model_copy(update={"company": company}))
    decision = decide(outbound(BUYER), Facts(thread=thread(), by="memory"), shop)
    assert shown(decision) == [("known_buyer_machine", "pass", [], ["known_buyer"])]


def test_what_is_quoted_from_somebody_else_is_no_evidence(config: Config) -> None:
    """A mail to two people quotes one of them: the other is no party."""
    decision = decide(outbound(BUYER, "other@mail.example", raw=QUOTED), Facts(), config)
    assert [item.rule for item in decision.recipients] == ["forbidden", "external_partner"]


def test_a_dismissed_thread_concerns_nobody(config: Config) -> None:
    """Somebody said that this conversation is unrelated."""
    decision = decide(outbound(BUYER), Facts(thread=replace(thread(), dismissed=True)), config)
    assert (decision.thread, shown(decision)) == (None, [("unconcerned", "pass", [], ["unrelated"])])


@pytest.mark.parametrize("to", [BUYER, RELAY])
def test_a_rule_may_ask_for_buyers_on_both_channels(config: Config, to: str) -> None:
    """The reason stands beside the others; colleagues and outsiders get none; `explain` shows the signal."""
    other = OtherChannel("relay", "order", "t9", "amazon", ("1",), datetime(2026, 3, 1, tzinfo=UTC))
    known = Facts(thread=thread(), by="references", other_channel=other)
    config = with_rule(config, direction="outbound", when={"reason": "dual_channel"}, do=["hold"])
    decision = decide(outbound(to, "eva@example.com", "dhl@carrier.example"), known, config)
    assert [(item.rule, "dual_channel" in item.reasons) for item in decision.recipients] == [
        ("own", True),
        ("internal", False),
        ("external_partner", False),
    ]
    assert [hit.evidence for hit in decision.verdict.hits if hit.signal == "dual_channel"] == [
        "the same order was seen through the relay, last on 2026-03-01 (thread t9)"
    ]


def test_monitor_says_what_it_would_do_and_does_nothing(config: Config) -> None:
    """The rule and the reasons are the same, the disposition is pass."""
    (item,) = decide(outbound(BUYER), Facts(thread=thread(), mode=Mode.MONITOR), config).recipients
    assert (item.rule, item.disposition, item.actions, item.would) == (
        "forbidden",
        Disposition.PASS,
        (),
        (ActionName.HOLD,),
    )


def test_a_rule_in_mode_monitor_does_nothing_in_a_file_that_enforces(config: Config) -> None:
    """One rule can be tried out on live mail."""
    tried = tuple(rule.model_copy(update={"mode": "monitor"}) for rule in config.policy.rule)
    quiet = replace(config, policy=config.policy.model_copy(update={"rule": tried}))
    (item,) = decide(outbound(BUYER), Facts(thread=thread()), quiet).recipients
    assert (item.disposition, item.would) == (Disposition.PASS, (ActionName.HOLD,))


def test_company_marketplaces_limits_who_may_hold_and_edit(config: Config) -> None:
    """A pack that is not named decides as ever and changes nothing."""
    company = config.gateway.company.model_copy(update={"marketplaces": ("ebay",)})
    limited = replace(config, gateway=config.gateway.model_copy(update={"company": company}))
    (item,) = decide(outbound(BUYER), Facts(thread=thread()), limited).recipients
    assert (item.rule, item.disposition, item.would) == ("forbidden", Disposition.PASS, (ActionName.HOLD,))


def test_an_unknown_thread_decides_nothing_by_itself(config: Config) -> None:
    """Unknown is not no: outbound `on_error` is asked, inbound goes by the mail alone."""
    answered, _ = decide_always(outbound(BUYER), Facts(thread=UNKNOWN), config)
    inbound = replace(outbound(STAFF, sender=BUYER), direction=Direction.INBOUND)
    received, _ = decide_always(inbound, Facts(thread=UNKNOWN), config)
    assert (answered.error, answered.recipients[0].disposition) == ("store", Disposition.TEMPFAIL)
    assert (received.error, received.recipients[0].disposition) == (None, Disposition.PASS)


def test_mode_bypass_does_not_look(config: Config) -> None:
    """Everything passes, nothing is noticed."""
    decision, _ = decide_always(outbound(BUYER), Facts(thread=thread(), mode=Mode.BYPASS), config)
    assert (decision.verdict.name, shown(decision)) == (VerdictName.NONE, [(None, "pass", [], [])])


@pytest.mark.parametrize(
    ("direction", "word", "disposition", "header"),
    [
        (Direction.INBOUND, "internal", Disposition.PASS, b"X-Marketgate-Error: internal\r\n"),
        (Direction.OUTBOUND, "internal", Disposition.TEMPFAIL, b""),
        (Direction.INBOUND, "limit", Disposition.PASS, b"X-Marketgate-Error: limit\r\n"),
        (Direction.OUTBOUND, "limit", Disposition.PASS, b""),
    ],
)
def test_errors_do_what_on_error_says(
    config: Config, direction: Direction, word: str, disposition: Disposition, header: bytes
) -> None:
    """By default inbound passes and says so, outbound waits; a limit of ours never bounces a mail."""
    decision = troubled(replace(outbound(BUYER), direction=direction), config, word)
    (item,) = decision.recipients
    assert (decision.error, item.disposition, item.headers) == (word, disposition, header)


def test_the_same_input_gives_the_same_decision(config: Config) -> None:
    """Pure: no clock, no dice."""
    first, second = (decide(outbound(BUYER, STAFF), Facts(thread=thread()), config) for _ in range(2))
    assert first == second
