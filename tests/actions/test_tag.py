"""The fields of tagged inbound mail."""

from gateway.actions import ACTIONS, Order, tag
from gateway.words import ActionName, Confidence, Disposition, Effect, Hit, Legal, Verdict, VerdictName
from tests.support.configs import make_config
from tests.support.mails import outbound

TX = outbound(b"Subject: x\r\n\r\n")


def test_a_full_verdict_has_every_field_heaviest_hit_first() -> None:
    verdict = Verdict(
        name=VerdictName.OFFCHANNEL,
        confidence=Confidence.CONFIRMED,
        marketplace="amazon",
        orders=("302-1234567-1234567", "303-7654321-7654321"),
        legal=Legal.WITHDRAWAL,
        score=5.25,
        hits=(
            Hit("phrase", 1.5),
            Hit("order_number", 3.0, "amazon", "302-1234567-1234567"),
            Hit("legal:withdrawal", 0.0),
        ),
    )
    assert tag.effect(TX, verdict) == Effect(
        headers=b"X-Marketgate-Verdict: offchannel\r\n"
        b"X-Marketgate-Confidence: confirmed\r\n"
        b"X-Marketgate-Marketplace: amazon\r\n"
        b"X-Marketgate-Order: 302-1234567-1234567, 303-7654321-7654321\r\n"
        b"X-Marketgate-Legal: withdrawal\r\n"
        b"X-Marketgate-Score: 5.2\r\n"
        b"X-Marketgate-Hits: order_number=3, phrase=1.5, legal:withdrawal=0\r\n"
        b"X-Marketgate-Id: abcdefghijklmnop\r\n"
    )


def test_what_is_not_known_has_no_field() -> None:
    assert tag.effect(TX, Verdict(name=VerdictName.SUSPECT, score=4)).headers == (
        b"X-Marketgate-Verdict: suspect\r\nX-Marketgate-Score: 4.0\r\nX-Marketgate-Id: abcdefghijklmnop\r\n"
    )


def test_mail_that_concerns_nobody_has_no_field() -> None:
    assert tag.effect(TX, Verdict(score=1.0, hits=(Hit("phrase", 1.0),))) == Effect()


def test_a_legal_overlay_alone_has_three_fields() -> None:
    assert tag.effect(
        TX, Verdict(legal=Legal.PRIVACY, score=1.0, hits=(Hit("legal:privacy", 1.0),))
    ).headers == (
        b"X-Marketgate-Verdict: none\r\nX-Marketgate-Legal: privacy\r\nX-Marketgate-Id: abcdefghijklmnop\r\n"
    )


def test_values_are_printable_ascii_and_long_ones_are_folded() -> None:
    verdict = Verdict(
        name=VerdictName.RELAY,
        marketplace="amazon",
        orders=("Ä\r\nX: y", *(f"302-1234567-{n:07}" for n in range(5))),
    )
    fields = tag.effect(TX, verdict).headers
    assert b"X-Marketgate-Order: ???X: y, 302-1234567-0000000" in fields
    assert all(len(line) <= 78 and line.isascii() for line in fields.split(b"\r\n"))


def test_the_menu_holds_and_rejects() -> None:
    order = Order(TX, Verdict(), None, None, make_config())
    assert ACTIONS[ActionName.HOLD](order) == Effect(disposition=Disposition.HOLD)
    assert ACTIONS[ActionName.REJECT](order) == Effect(disposition=Disposition.REJECT)
    assert ACTIONS[ActionName.TAG](order) == Effect()
    assert ACTIONS[ActionName.FOOTER](order) == Effect(
        disposition=Disposition.HOLD,
        reasons=("error",),
        note="there is no conversation or marketplace a footer could speak of",
    )
