"""The desk's view models: what is most urgent leads, and what happened since stands in the row."""

from datetime import timedelta

import pytest

from gateway.review import desk as views
from gateway.review.desk import Row, first_link, new_desk
from gateway.review.rulings import Refused, UnknownId
from gateway.review.shown import texts, why
from gateway.store.browse import NOTHING_SINCE, Since, Wanted
from gateway.store.database import Store
from gateway.store.held import HeldRecipient
from gateway.store.ledger import Ledger
from gateway.words import Direction, Kind
from tests.review.samples import BODY, ID, START, Clock, config, held, put, recipient
from tests.store.samples import thread

HOUR = timedelta(hours=1)


def row(*changes: dict[str, object], since: Since = NOTHING_SINCE, now: timedelta = 3 * HOUR) -> Row:
    mails = tuple(held(**{"id": f"{number}" * 26, **change}) for number, change in enumerate(changes))
    return views.row(mails, since, START + now)


@pytest.mark.parametrize(
    ("changes", "lead"),
    [
        (({}, {"deadline": START + HOUR}), "1"),
        (({"deadline": START + HOUR}, {"legal": "withdrawal"}), "1"),
        (({"deadline": None}, {}), "1"),
        (({"deadline": None}, {"deadline": None, "held_at": START - HOUR}), "1"),
    ],
)
def test_the_most_urgent_mail_leads_its_conversation(
    changes: tuple[dict[str, object], ...], lead: str
) -> None:
    found = row(*changes)
    assert found.lead.id[0] == lead
    assert {found.lead, *found.others} == {
        held(**{"id": f"{n}" * 26, **one}) for n, one in enumerate(changes)
    }


def test_the_times_of_a_row_count_from_its_first_mail() -> None:
    found = row({}, {"held_at": START + HOUR}, since=Since(START + HOUR, START - HOUR))
    assert (found.age, found.left) == (3 * HOUR, 21 * HOUR)
    assert (found.wrote_again, found.answered) == (START + HOUR, None)
    assert row({"deadline": START}).left == -3 * HOUR


def test_buyers_are_the_outside_recipients_each_once() -> None:
    inside = HeldRecipient(recipient("boss@example.com").path, Kind.INTERNAL)
    mails = (held(recipient("a@home.example"), inside), held(recipient("a@home.example"), id="b" * 26))
    assert views.row(mails, NOTHING_SINCE, START).buyers == ("a@home.example",)


def test_a_claim_counts_until_it_runs_out() -> None:
    claimed = {"claimed_by": "Anna", "claimed_until": START + HOUR}
    assert [row(claimed, now=now).claimed_by for now in (HOUR / 2, HOUR)] == ["Anna", None]


def test_the_badge_of_both_channels() -> None:
    assert row({}, {"reasons": ("dual_channel",)}).both_channels
    assert not row({}).both_channels


def test_why_is_the_reasons_or_else_the_rule() -> None:
    assert why(held(reasons=("mixed",))) == (
        ("mixed", "orders of more than one shop or marketplace are mixed in one conversation"),
    )
    assert why(held(reasons=())) == (("rule:amazon_private", "rule amazon_private"),)
    assert why(held(reasons=(), rule=None)) == ()


def test_the_queue_knows_what_came_and_went_since(store: Store) -> None:
    clock = Clock(START + 3 * HOUR)
    desk = new_desk(store, config, clock, lambda: None)
    put(store, held(thread="t1"))
    ledger = Ledger(store)
    ledger.remember("x", "<q@home.example>", (), thread("t1"), START - HOUR)
    ledger.confirm("x", START - HOUR)
    ledger.add_message("t1", "<again@home.example>", Direction.INBOUND, START + HOUR)
    ledger.add_message("t1", "<colleague@example.com>", Direction.OUTBOUND, START + 2 * HOUR)
    (found,) = views.queue(desk, Wanted()).rows
    assert (found.wrote_again, found.answered) == (START + HOUR, START + 2 * HOUR)
    shown = views.one(desk, ID, "Anna")
    assert shown.thread is not None
    assert (shown.thread.id, shown.since.outbound, shown.beside) == ("t1", START + 2 * HOUR, ())
    desk.people.close()


def test_a_ruling_of_an_unknown_verb_or_id_changes_nothing(store: Store) -> None:
    desk = new_desk(store, config, Clock(), lambda: None)
    put(store)
    with pytest.raises(Refused, match="There is no verb 'destroy'"):
        views.rule(desk, ID, "Anna", "destroy")
    with pytest.raises(UnknownId):
        views.rule(desk, ID[:10], "Anna", "release")
    with pytest.raises(Refused, match="cannot release as 'pdf'; it can as original, footer, redacted, relay"):
        views.rule(desk, ID, "Anna", "release", as_="pdf")
    desk.people.close()


def test_the_first_link_is_below_the_public_address(store: Store) -> None:
    desk = new_desk(
        store, lambda: config(review={"public_url": "https://mail.example/desk/"}), Clock(), lambda: None
    )
    assert (first_link(desk) or "").startswith("https://mail.example/desk/first/")
    desk.people.close()


def test_the_new_text_and_the_history_are_told_apart() -> None:
    found = texts(BODY)
    assert found.new.strip() == "Guten Tag,\r\n\r\nIhr Paket kommt am Mittwoch. Schöne Grüße, Anna\r\n."
    assert found.quoted.startswith("Am Mo., 2. März 2026")
    assert (found.html, found.attachments, found.problem) == ("", (), "")


def test_html_alone_is_read_as_text_and_kept_as_source() -> None:
    source = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Hallo <b>Kim</b></p><script>x</script>\r\n"
    found = texts(source)
    assert (found.new.strip(), "<b>Kim</b>" in found.html) == ("Hallo Kim", True)


def test_an_attached_mail_is_one_attachment() -> None:
    inner = b"From: x@y.example\r\nContent-Type: application/pdf; name=in.pdf\r\n\r\n%PDF\r\n"
    body = (
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee\r\n'
        b"--b\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"--b\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
    )
    found = [(one.number, one.name, one.content_type) for one in texts(body).attachments]
    assert found == [("2", "part-2", "message/rfc822"), ("3", "part-3", "image/png")]


def test_a_mail_too_nested_to_be_read_shows_its_beginning_and_says_so() -> None:
    deep = b"Subject: x\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level)
        for level in range(60)
    )
    found = texts(deep)
    assert found.problem.endswith("the beginning of its body is shown as it was written")
    assert "--0" in found.new
