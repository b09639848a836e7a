"""Notices: what they say, whom they go to, and what they never do."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from typing import Any

import pytest

from gateway.mail.address import path_of
from gateway.relay.afterwards import Redacted
from gateway.review.notices import Notifier, new_id, redacted, rejected, undelivered
from gateway.store.database import Store
from gateway.store.held import Held
from gateway.store.notices import Notice, Notices
from gateway.words import Direction, Ruling
from tests.review.samples import BODY, ID, NEW_TEXT, START, Clock, config, held

RULING = Ruling(ID, "Bo", "reject", "Bitte ohne Telefonnummer.\n\nDanke", START)
ENGLISH: dict[str, Any] = {"company": {"domains": ["example.com"], "languages": ["en"]}}


def parsed(notice: Notice | None) -> EmailMessage:
    assert notice is not None
    message = message_from_bytes(notice.body, policy=SMTPUTF8)
    assert isinstance(message, EmailMessage)
    return message


def text(notice: Notice | None) -> str:
    """The text of a notice, one "\n" a line."""
    content = parsed(notice).get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def write(item: Held, body: bytes = BODY, **sections: Any) -> Notice | None:
    return rejected(item, body, RULING, ["buyer@home.example"], config(**sections), "n1")


def test_the_notice_of_a_rejection_says_what_to_whom_when_why_and_gives_the_text_back() -> None:
    item = held(also_delivered=("boss@example.com",))
    notice = write(item)
    time = START.astimezone().strftime("%d.%m.%Y, %H:%M Uhr (%Z)")
    assert notice is not None
    assert (notice.id, notice.held, notice.kind, notice.to) == ("n1", ID, "rejected", "anna@example.com")
    assert text(notice) == (
        f"Guten Tag,\n\nIhre Nachricht an buyer@home.example vom {time} wurde NICHT gesendet. "
        "Bo hat sie gelesen und gibt sie Ihnen zurück.\n\nAnmerkung von Bo:\n"
        "> Bitte ohne Telefonnummer.\n> \n> Danke\n\n"
        "Schon zugestellt wurde sie an: boss@example.com\n\n"
        "Was jetzt zu tun ist: Ändern Sie den Text wie angemerkt und senden Sie ihn neu, oder antworten Sie "
        "im Konto des Marktplatzes. "
        "Unverändert noch einmal gesendet, würde die Nachricht wieder angehalten.\n\n"
        f"Ihr Text zum Kopieren:\n\n{NEW_TEXT}\n\nKennung: {ID}\n"
    )


def test_its_header_is_that_of_an_automatic_mail_nobody_answers() -> None:
    fields = [(name, str(value)) for name, value in parsed(write(held())).items()]
    assert fields == [
        ("Date", "Mon, 02 Mar 2026 09:30:00 +0000"),
        ("From", "Marketgate <postmaster@example.com>"),
        ("To", "anna@example.com"),
        ("Subject", "Nicht gesendet: Re: Lieferung"),
        ("Message-ID", "<n1@example.com>"),
        ("In-Reply-To", "<answer-1@example.com>"),
        ("References", "<answer-1@example.com>"),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Transfer-Encoding", "quoted-printable"),
        ("MIME-Version", "1.0"),
    ]


def test_it_is_written_in_the_first_language_of_the_company() -> None:
    notice = write(held(), **ENGLISH)
    assert parsed(notice)["Subject"] == "Not sent: Re: Lieferung"
    assert "was NOT sent. Bo has read it" in text(notice)
    french: dict[str, Any] = {"company": {"domains": ["example.com"], "languages": ["fr", "de"]}}
    assert parsed(write(held(), **french))["Subject"] == "Nicht gesendet: Re: Lieferung"


def test_the_wire_form_is_ascii_with_crlf_and_short_lines() -> None:
    notice = write(held(subject="Grüße " * 40))
    assert notice is not None
    assert notice.body.isascii()
    assert notice.body.count(b"\n") == notice.body.count(b"\r\n")
    assert max(map(len, notice.body.split(b"\r\n"))) <= 78
    assert parsed(notice)["Subject"] == "Nicht gesendet: " + ("Grüße " * 40).strip()


def test_a_hostile_subject_adds_no_field() -> None:
    message = parsed(write(held(subject="Re: x\r\nBcc: all@example.com\r\n\r\n\x00\x1bbody")))
    assert message["Subject"] == "Nicht gesendet: Re: x Bcc: all@example.com body"
    assert message["Bcc"] is None
    assert parsed(write(held(subject="")))["Subject"] == "Nicht gesendet: (ohne Betreff)"


@pytest.mark.parametrize(
    ("author", "leg"),
    [
        ("anna@example.com", Direction.INBOUND),
        ("anna@de.shop.example", Direction.INBOUND),
        ("anna@shop.example", Direction.OUTBOUND),
        ("kim@home.example", Direction.OUTBOUND),
    ],
)
def test_it_goes_through_the_leg_of_its_author(author: str, leg: Direction) -> None:
    notice = write(held(author=author))
    assert notice is not None
    assert notice.leg is leg


def test_nobody_is_told_where_there_is_nobody() -> None:
    assert write(held(author="")) is None
    assert write(held(mail_from=path_of(""))) is None
    assert write(held(author="no address")) is None
    assert write(held(), notify={"author": False}) is None


def test_the_sender_is_the_configured_one_or_a_postmaster() -> None:
    assert config(notify={"sender": "desk@example.com"}).own_address == "desk@example.com"
    assert config().own_address == "postmaster@example.com"
    assert config(company={"domains": ["*.shop.example"]}).own_address == "postmaster@shop.example"


def test_an_author_outside_ascii_gets_a_mail_in_utf8() -> None:
    message = parsed(write(held(author="jürgen@example.com")))
    assert message["To"] == "jürgen@example.com"
    assert parsed(write(held(author='"a \\\\ b"@example.com')))["To"] == '"a \\\\ b"@example.com'


def test_a_message_without_a_text_part_is_given_back_without_one() -> None:
    body = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
    assert "Ihr Text" not in text(write(held(), body))


def test_the_notice_of_a_refusal_has_the_next_hops_words() -> None:
    refusals = [("a@home.example", "550 5.1.1 no such user"), ("b@home.example", "552 too big")]
    notice = undelivered(held(), BODY, refusals, config(**ENGLISH), "n2", START)
    assert parsed(notice)["Subject"] == "Not delivered: Re: Lieferung"
    assert "- a@home.example: 550 5.1.1 no such user\n- b@home.example: 552 too big\n" in text(notice)


def test_ids_are_128_random_bits() -> None:
    assert len({new_id() for _ in range(100)}) == 100
    assert {len(new_id()) for _ in range(100)} == {26}


TOLD = Redacted(
    "anna@example.com",
    ("Tel. 0911 1234567",),
    ("k@relay.example",),
    "Re: Lieferung",
    "<a@example.com>",
    START,
)


def test_the_hint_that_contact_data_were_removed_names_the_lines_and_what_may_stay() -> None:
    """To the author, threaded with his mail, on the leg of his mail server."""
    notice = redacted(TOLD, config(), "n1")
    assert notice is not None
    assert (notice.held, notice.kind, notice.to, notice.leg) == (
        None,
        "redacted",
        "anna@example.com",
        Direction.INBOUND,
    )
    assert parsed(notice)["Subject"] == "Kontaktdaten entfernt: Re: Lieferung"
    assert parsed(notice)["In-Reply-To"] == "<a@example.com>"
    assert "\n> Tel. 0911 1234567\n" in text(notice)
    assert "höchstens einmal am Tag" in text(notice)


async def test_the_hint_is_on_disk_before_the_client_hears_of_its_mail(store: Store) -> None:
    """Once a day, whoever asks for it; the sentence is what `Afterwards` waits for."""
    clock, settings = Clock(), config()
    notifier = Notifier(store, lambda: settings, hostname="gate.example", now=clock)
    for _ in range(2):
        await notifier.redacted(TOLD)
    (notice,) = Notices(store).due(clock.at)
    assert (notice.kind, notice.to) == ("redacted", "anna@example.com")
    clock.at += timedelta(days=1)
    await notifier.redacted(TOLD)
    assert len(Notices(store).due(clock.at)) == 2


def test_no_hint_where_nobody_is_told() -> None:
    """notify.author is off, or there is no author."""
    quiet = config(notify={"author": False})
    assert redacted(TOLD, quiet, "n1") is None
    assert redacted(replace(TOLD, author=""), config(), "n1") is None
