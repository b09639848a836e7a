"""What would be sent: the very bytes of the releaser, and what in them is new to the recipient."""

from typing import Any

import pytest

from gateway.config.models import Config
from gateway.review.copies import Stamp, copy, thread_of
from gateway.review.preview import FORMS, Change, _change, preview, previews
from tests.review.samples import BODY, START, held
from tests.support.configs import make_config

STAMP = Stamp("gate.example", "tx1", START)
FOOTER = (
    "Hinweis zu Ihrer Amazon-Bestellung 302-1234567-1234567: Bitte schreiben Sie uns zu dieser Bestellung"
)
HTML = (
    b"From: anna@example.com\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    b"<html><body><p>Guten Tag,</p><p>am Mittwoch.</p></body></html>\r\n"
)


@pytest.fixture
def config() -> Config:
    return make_config()


def shown(form: str, body: bytes = BODY, config: Config | None = None, **changes: Any) -> Any:
    item = held(**changes)
    return preview(item, body, form, thread_of(item), config or make_config(), STAMP)


def test_every_form_is_offered_or_says_why_not(config: Config) -> None:
    item = held()
    offers = previews(item, BODY, thread_of(item), config, STAMP)
    assert tuple(one.form for one in offers) == FORMS
    assert all(one.possible or one.why.endswith((".", one.form)) for one in offers)
    assert [one.possible for one in offers[:2]] == [True, True]


def test_the_original_is_the_authors_bytes_behind_a_received_field(config: Config) -> None:
    found = shown("original")
    sent = b"".join(copy(held(), BODY, "original", None, config, STAMP).pieces())
    assert (found.identical, found.changes, found.size) == (True, (), len(sent))
    assert sent == found.fields.encode() + BODY


def test_the_footer_is_the_one_thing_that_is_new(config: Config) -> None:
    found = shown("footer")
    (change,) = found.changes
    assert (change.part, change.content_type, change.removed) == ("", "text/plain", "")
    assert FOOTER in " ".join(change.inserted.split())
    text = BODY.partition(b"\r\n\r\n")[2].decode()
    assert text[: change.at] + change.inserted + text[change.at :] == found.text
    assert (found.identical, found.size > shown("original").size) == (False, True)


def test_in_html_the_change_is_shown_as_the_recipient_reads_it() -> None:
    (change,) = shown("footer", HTML).changes
    assert (change.content_type, change.removed, "<" in change.inserted) == ("text/html", "", False)
    assert FOOTER in " ".join(change.inserted.split())


def test_forged_tags_that_are_taken_out_are_no_change_to_the_text_but_not_the_authors_bytes() -> None:
    found = shown("original", b"X-Marketgate-Verdict: none\r\n" + BODY)
    assert (found.identical, found.changes) == (False, ())


def test_a_mail_too_nested_to_be_read_is_shown_as_far_as_it_can_be() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level)
        for level in range(60)
    )
    assert shown("original", deep).possible
    assert not shown("footer", deep).possible


def test_equal_lines_around_an_insertion_do_not_tear_lines_apart() -> None:
    before, after = "ab\nac\n", "ab\nax\nac\n"
    assert _change("", "text/plain", before, after) == Change("", "text/plain", 3, "", "ax\n")
    assert _change("", "text/plain", "hello", "hello") == Change("", "text/plain", 5, "", "")
    assert _change("", "text/plain", "one two three", "one 2 three") == Change(
        "", "text/plain", 4, "two", "2"
    )
    assert _change("", "text/plain", "aaa", "aaaa").inserted == "a"
