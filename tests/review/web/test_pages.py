"""The pages over HTTP: what they show, what they refuse, and that nothing of a stranger becomes markup."""

import re
from dataclasses import replace
from datetime import UTC, timedelta
from html import unescape

import httpx
import pytest

from gateway.config.packs import Pack
from gateway.mail.address import path_of
from gateway.review import forms
from gateway.review.retention import limits
from gateway.review.web import assets
from gateway.review.web.wording import CATALOGUES, Wording, language_of
from gateway.store.holds import HeldRecipient, Holds
from gateway.store.ledger import Ledger
from gateway.store.people import Role
from gateway.store.purge import Limits, Purge
from gateway.store.texts import KeptText
from gateway.words import Confidence, Direction, Finding, HeldState, Kind, Severity, Thread, VerdictName
from tests.review.samples import (
    AMAZON,
    BODY,
    FORBIDDING,
    ID,
    NEW_TEXT,
    ORDER,
    START,
    config,
    held,
    put,
    recipient,
)
from tests.review.web.conftest import Site

PAGES = (
    "/",
    f"/held/{ID}",
    f"/held/{ID}/source",
    "/overview",
    "/history",
    "/try",
    "/configuration",
    "/activity",
    "/people",
    "/tokens",
)


def text_of(answer: httpx.Response) -> str:
    """What a person reads on a page, in one line."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", answer.text, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def state(site: Site, held_id: str = ID) -> HeldState:
    """The state of a mail now."""
    item = Holds(site.desk.store).get(held_id)
    assert item is not None
    return item.state


def fields(answer: httpx.Response) -> dict[str, str]:
    """The hidden fields of the ruling's form."""
    form = answer.text[answer.text.index('id="ruling"') :]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)[:2])


async def rule(browser: httpx.AsyncClient, verb: str, **more: str) -> httpx.Response:
    """Press a button on the page of the mail, as a browser does."""
    page = await browser.get(f"/held/{ID}")
    del browser.headers["X-CSRF-Token"]
    answer = await browser.post(f"/held/{ID}/ruling", data={**fields(page), "verb": verb, **more})
    browser.headers["X-CSRF-Token"] = fields(page)["csrf"]
    return answer


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
async def test_every_page_is_whole_in_both_languages_and_small(site: Site, path: str, language: str) -> None:
    """One h1, a title, a main landmark, the language, the mode; no inline script or style; under 100 KB."""
    put(site.desk.store)
    browser = await site.logged_in(Role.ADMIN)
    page = await browser.get(path, headers={"Accept-Language": language})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert (page.text.count("<h1"), page.text.count("<main"), page.text.count("Marketgate</title>")) == (
        1,
        1,
        1,
    )
    assert CATALOGUES[language]["mode.enforce"] in page.text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page.text)
    sent = len(page.content) + sum(len(each.packed) for each in assets.ASSETS.values())
    assert sent < 100 * 1024
    assert "script-src 'self'" in page.headers["content-security-policy"]


async def test_the_queue_says_why_in_a_sentence_who_writes_whom_and_how_long(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    site.clock.at = START + timedelta(hours=1, minutes=20)
    shown = text_of(await browser.get("/"))
    for words in (
        "A private address writes about a marketplace order. In the new text: Phone number",
        f"Amazon {ORDER}",
        "buyer@home.example anna@example.com",
        "1 h 20 min 22 h 40 min left house clock",
        "1 conversation, 1 held mail",
    ):
        assert words in shown


async def test_the_queue_is_german_for_who_wants_it_whatever_the_browser_says(site: Site) -> None:
    """The own choice counts more than the browser, and can be taken back."""
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    answer = await browser.post("/language", data={"language": "de", "next": f"/held/{ID}"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/held/{ID}")
    page = await browser.get("/", headers={"Accept-Language": "en"})
    assert "Wartet auf eine Entscheidung" in page.text
    await browser.post("/language", data={"language": "", "next": "//evil.example"})
    assert "Waiting for a decision" in (await browser.get("/", headers={"Accept-Language": "en"})).text


async def test_a_conversation_is_one_row_and_badges_say_what_is_special(site: Site) -> None:
    """Legal, both channels, several held, a mail that came in since, and the filter for both channels."""
    ledger = Ledger(site.desk.store)
    thread = Thread(
        "t" * 26,
        VerdictName.OFFCHANNEL,
        Confidence.CONFIRMED,
        "amazon",
        (ORDER,),
        None,
        ("buyer@home.example",),
    )
    ledger.remember("tx", "<q@home.example>", (), thread, START - timedelta(hours=2))
    ledger.confirm("tx", START - timedelta(hours=2))
    first = held(thread=thread.id, legal="withdrawal", reasons=("legal:withdrawal", "dual_channel"))
    put(site.desk.store, first)
    put(
        site.desk.store,
        replace(first, id="b" * 26, fingerprint=b"g" * 32, held_at=START + timedelta(minutes=5)),
    )
    put(site.desk.store, held(id="c" * 26, fingerprint=b"h" * 32, subject="Something else"))
    ledger.add_message(thread.id, "<more@home.example>", Direction.INBOUND, START + timedelta(minutes=7))
    browser = await site.logged_in(Role.REVIEWER)
    page = await browser.get("/")
    shown = text_of(page)
    for words in ("Withdrawal", "both channels", "buyer wrote again", "and 1 more held in this conversation"):
        assert words in shown
    assert page.text.count('<tr id="m-') == 2
    assert page.text.index("Re: Lieferung") < page.text.index("Something else")
    only = await browser.get("/?both=1")
    assert ("Something else" in only.text, only.text.count('<tr id="m-')) == (False, 1)


async def test_search_state_and_marketplace_narrow_the_queue_and_an_empty_one_says_what_to_do(
    site: Site,
) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.VIEWER)
    found = {
        query: "Re: Lieferung" in (await browser.get(f"/?{query}")).text
        for query in (
            f"q={ORDER}",
            "q=nothing",
            "marketplace=amazon",
            "marketplace=ebay",
            "state=pending",
            "state=sent",
        )
    }
    assert found == {
        f"q={ORDER}": True, "q=nothing": False, "marketplace=amazon": True, "marketplace=ebay": False,
        "state=pending": True, "state=sent": False,
    }  # fmt: skip
    assert "Take a word out of the search" in (await browser.get("/?q=nothing")).text
    assert (await browser.get("/?state=nonsense")).status_code == 200


async def test_an_empty_queue_says_that_nothing_waits(site: Site) -> None:
    browser = await site.logged_in(Role.VIEWER)
    assert "Nothing waits for a decision." in text_of(await browser.get("/"))


async def test_pages_of_the_queue_are_linked_and_keep_the_filter(site: Site) -> None:
    for number in range(55):
        item = held(id=f"{number:026d}", fingerprint=number.to_bytes(32), subject=f"Mail {number}")
        put(site.desk.store, item)
    browser = await site.logged_in(Role.REVIEWER)
    first = await browser.get("/?marketplace=amazon")
    second = await browser.get("/?marketplace=amazon&page=2")
    assert 'rel="next" href="/?marketplace=amazon&amp;page=2"' in first.text
    assert (first.text.count('<tr id="m-'), second.text.count('<tr id="m-')) == (50, 5)
    assert "Page 2 of 2" in second.text


async def test_a_poll_brings_rows_once_and_then_nothing_until_they_change(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    rows = await browser.get("/rows")
    seen = rows.headers["x-rows"]
    assert rows.text.lstrip().startswith("<tr")
    assert (await browser.get("/rows", params={"seen": seen})).status_code == 204
    other = await site.logged_in(Role.REVIEWER, "Jonas")
    assert (await other.post(f"/held/{ID}/claim", data={"verb": "claim"})).status_code == 303
    again = await browser.get("/rows", params={"seen": seen})
    assert (again.status_code, "Jonas is looking at it" in again.text) == (200, True)


async def test_the_mail_shows_the_reply_with_what_was_found_marked_and_what_would_be_sent(site: Site) -> None:
    start = NEW_TEXT.index("Mittwoch")
    found = Finding("phone_number", Severity.BLOCK, "Mittwoch", (0, 0))
    put(site.desk.store, held(findings=(found,)))
    browser = await site.logged_in(Role.REVIEWER)
    page = await browser.get(f"/held/{ID}")
    assert start > 0
    assert re.search(r'<mark class="block" title="Phone number ">Mittwoch</mark>', page.text)
    shown = text_of(page)
    for words in (
        "Wo bleibt meine Amazon-Bestellung",
        "The same bytes as the author sent",
        "amazon_private",
        "Held for review",
        "No conversation is known for this mail.",
    ):
        assert words in shown


async def test_what_a_stranger_wrote_is_never_markup(site: Site) -> None:
    """Subject, addresses, file name, text, quotes, headers: everything is escaped, everywhere."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    body = (
        b'From: "' + evil.encode() + b'" <anna@example.com>\r\nTo: buyer@home.example\r\nSubject: '
        + evil.encode() + b"\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/plain\r\n\r\n" + evil.encode() + b"\r\n--b\r\nContent-Type: text/html\r\n\r\n"
        b"<p>hi</p>" + evil.encode() + b"<style>@import 'http://evil.example/x.css'</style>"
        b"<meta http-equiv=refresh content='0;url=http://evil.example/'><form action=http://evil.example/>"
        b"<svg><image href=http://evil.example/x.png /></svg><a href='javascript:alert(3)'>x</a>\r\n--b\r\n"
        b'Content-Type: image/svg+xml\r\nContent-Disposition: attachment; filename="'
        + evil.encode().replace(b'"', b"") + b'.svg"\r\n\r\n<svg onload=alert(4)/>\r\n--b--\r\n'
    )  # fmt: skip
    finding = Finding("phone_number", Severity.BLOCK, evil, (0, len(evil)), fix=evil)
    put(
        site.desk.store,
        held(subject=evil, author=evil, rule=evil, note=evil, findings=(finding,), orders=(evil,)),
        body,
    )
    browser = await site.logged_in(Role.ADMIN)
    for path in (*PAGES, f"/?q={evil}", f"/history?q={evil}", "/rows"):
        page = await browser.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text and "<img src=x" not in page.text, path
    framed = await browser.get(f"/held/{ID}/html")
    assert re.findall(r"<(script|img|style|meta http|form|svg|image|link)", framed.text) == []
    assert "evil.example" not in framed.text and "javascript:" not in framed.text
    policy = framed.headers["content-security-policy"]
    assert ("default-src 'none'" in policy, "sandbox" in policy, "form-action 'none'" in policy) == (
        True,
        True,
        True,
    )
    (number,) = re.findall(rf"/api/v1/held/{ID}/attachments/(\d+)", (await browser.get(f"/held/{ID}")).text)
    saved = await browser.get(f"/api/v1/held/{ID}/attachments/{number}")
    assert (saved.headers["content-type"], saved.headers["x-content-type-options"]) == (
        "application/octet-stream",
        "nosniff",
    )
    assert saved.headers["content-disposition"].startswith("attachment;")


async def test_one_button_decides_and_the_page_says_what_is_true_now(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    answer = await rule(browser, "answered")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/held/{ID}?done=answered")
    assert state(site) is HeldState.ANSWERED
    shown = text_of(await browser.get(answer.headers["location"]))
    assert "Marked as answered in the marketplace; nothing was sent to buyer@home.example." in shown


@pytest.mark.parametrize(
    ("verb", "more", "after", "form"),
    [
        ("release:original", {"note": "the buyer has no account any more"}, HeldState.APPROVED, "original"),
        ("dismiss", {"note": "own shop"}, HeldState.APPROVED, "original"),
        ("reject", {"note": "please shorten"}, HeldState.REJECTED, None),
        ("reject", {"canned": "contact"}, HeldState.REJECTED, None),
        ("withdraw", {}, HeldState.WITHDRAWN, None),
    ],
)
async def test_every_verb_moves_the_mail(
    site: Site, verb: str, more: dict[str, str], after: HeldState, form: str | None
) -> None:
    put(site.desk.store)
    answer = await rule(await site.logged_in(Role.REVIEWER), verb, **more)
    item = Holds(site.desk.store).get(ID)
    assert answer.status_code == 303 and item is not None
    assert (item.state, item.recipients[0].release_as, bool(item.rulings[-1].note)) == (
        after,
        form,
        bool(more),
    )


@pytest.mark.parametrize("verb", ["answered", "reject", "withdraw"])
async def test_a_closed_mail_offers_undo_in_the_grace_time(site: Site, verb: str) -> None:
    """The button works, and later it says why not."""
    site.configure(config(review={"grace_seconds": 20}))
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    assert (await rule(browser, verb, note="by phone")).status_code == 303
    assert "anything else shortly after the decision" not in (await browser.get(f"/held/{ID}")).text
    assert (await rule(browser, "undo")).status_code == 303
    assert state(site) is HeldState.PENDING
    await rule(browser, verb, note="by phone")
    site.clock.at += timedelta(seconds=21)
    assert "anything else shortly after the decision" in (await browser.get(f"/held/{ID}")).text
    assert (await rule(browser, "undo")).status_code == 409


async def test_an_approval_can_be_undone_and_a_failure_sent_again(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    await rule(browser, "release:original", note="asked for by phone")
    assert (await rule(browser, "undo")).status_code == 303
    assert state(site) is HeldState.PENDING
    put(
        site.desk.store,
        held(
            recipient("b@home.example", HeldState.FAILED, release_as="original", reply="550 no"), id="z" * 26
        ),
    )
    page = await browser.get(f"/held/{'z' * 26}")
    assert "next server: 550 no" in text_of(page)
    answer = await browser.post(f"/held/{'z' * 26}/ruling", data={**fields(page), "verb": "retry"})
    assert (answer.status_code, state(site, "z" * 26)) == (303, HeldState.APPROVED)


async def test_a_forbidden_marketplace_to_a_private_address_wants_a_reason(site: Site) -> None:
    """As it is, or dismissed: refused without a note, with what to do; nothing was changed."""
    site.configure(replace(config(), packs=(FORBIDDING,)))
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    for verb in ("release:original", "dismiss"):
        answer = await rule(browser, verb)
        assert answer.status_code == 422
        assert "Amazon forbids answers to private addresses: say in the note why" in text_of(answer)
    answer = await rule(browser, "reject")
    assert "The author has to know why" in text_of(answer)
    assert state(site) is HeldState.PENDING


async def test_what_is_not_possible_is_shown_disabled_with_the_reason(site: Site) -> None:
    put(site.desk.store, held(recipient("buyer@home.example", HeldState.SENT)))
    browser = await site.logged_in(Role.REVIEWER)
    page = await browser.get(f"/held/{ID}")
    buttons = re.findall(
        r'<button name="verb" value="([\w:]+)"[^>]*?( disabled)?(?: aria-[^>]*)?>', page.text
    )
    assert {value for value, off in buttons if not off} == set()
    assert "It was sent." in text_of(page)


async def test_who_comes_second_is_told_who_when_and_what(site: Site) -> None:
    put(site.desk.store)
    anna, eva = await site.logged_in(Role.REVIEWER, "Anna"), await site.logged_in(Role.REVIEWER, "Eva")
    seen = fields(await eva.get(f"/held/{ID}"))
    await rule(anna, "reject", note="please shorten")
    answer = await eva.post(f"/held/{ID}/ruling", data={**seen, "verb": "answered"})
    shown = text_of(answer)
    assert answer.status_code == 409
    assert "Nothing was changed." in shown
    assert "Anna was faster: “Given back to the author” at 2 Mar 2026, 09:40." in shown
    assert "Note: please shorten" in shown
    assert state(site) is HeldState.REJECTED


async def test_the_same_click_twice_is_harmless(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    seen = fields(await browser.get(f"/held/{ID}"))
    first = await browser.post(f"/held/{ID}/ruling", data={**seen, "verb": "answered"})
    second = await browser.post(f"/held/{ID}/ruling", data={**seen, "verb": "answered"})
    assert (first.headers["location"], second.headers["location"]) == (
        f"/held/{ID}?done=answered",
        f"/held/{ID}?done=same",
    )
    item = Holds(site.desk.store).get(ID)
    assert item is not None and len(item.rulings) == 1


async def test_many_at_once_have_a_result_each_and_provisional_ones_are_never_released(site: Site) -> None:
    site.configure(replace(config(), packs=(FORBIDDING,)))
    put(site.desk.store, held(marketplace="ebay"))
    put(
        site.desk.store,
        held(
            recipient("k@home.example", HeldState.PROVISIONAL),
            id="p" * 26,
            marketplace="ebay",
            subject="Half",
        ),
    )
    put(site.desk.store, held(recipient("l@home.example", HeldState.SENT), id="s" * 26, subject="Gone"))
    put(site.desk.store, held(id="f" * 26, subject="Forbidden"))
    browser = await site.logged_in(Role.REVIEWER)
    page = await browser.post(
        "/bulk", data={"ids": [ID, "p" * 26, "s" * 26, "f" * 26, "nothing"], "verb": "release:original"}
    )
    shown = text_of(page)
    assert "Release as it is: 1 of 5 done" in shown
    assert "The sender may still send this mail again" in shown
    assert "Amazon forbids answers to private addresses" in shown
    assert [state(site, item) for item in (ID, "p" * 26, "s" * 26, "f" * 26)] == [
        HeldState.APPROVED,
        HeldState.PROVISIONAL,
        HeldState.SENT,
        HeldState.PENDING,
    ]
    assert "No mail was selected" in text_of(await browser.post("/bulk", data={"verb": "reject"}))


async def test_a_form_from_an_old_page_or_another_site_changes_nothing(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    del browser.headers["X-CSRF-Token"]
    old = await browser.post(f"/held/{ID}/ruling", data={"verb": "answered", "csrf": "wrong", "version": "1"})
    foreign = await browser.post(
        f"/held/{ID}/ruling", data={"verb": "answered"}, headers={"Origin": "http://x.example"}
    )
    assert (old.status_code, foreign.status_code, state(site)) == (403, 403, HeldState.PENDING)
    assert "This page is too old." in text_of(old)


async def test_a_viewer_reads_and_sees_no_button_that_decides(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.VIEWER)
    page = await browser.get(f"/held/{ID}")
    assert ('id="ruling"' in page.text, "Your role reads only" in page.text) == (False, True)
    assert 'name="ids"' not in (await browser.get("/")).text
    assert (await browser.post(f"/held/{ID}/ruling", data={"verb": "answered"})).status_code == 403
    menu = (await browser.get("/")).text
    assert ('href="/history"' in menu, 'href="/activity"' in menu) == (True, False)


async def test_when_retention_removed_the_text_the_page_says_so(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    await rule(browser, "answered")
    site.clock.at = START + timedelta(days=60)
    wanted = limits(site.desk.config(), site.clock())
    Purge(site.desk.store).run(wanted, "gateway", site.clock())
    browser = await site.logged_in(Role.REVIEWER)
    shown = text_of(await browser.get(f"/held/{ID}"))
    assert "The text of this mail was removed on" in shown
    assert "Paket" not in shown and "Answered in the marketplace" in shown


async def test_the_buyers_mail_stands_beside_the_reply_as_far_as_it_is_kept(site: Site) -> None:
    """His last mail open, the rest below; what retention removed, and what was never kept, is said."""
    put(site.desk.store, held(thread="t1"))
    browser = await site.logged_in(Role.REVIEWER)
    assert (
        "as the answer quotes it; of this conversation no mail was kept"
        in text_of(await browser.get(f"/held/{ID}")).lower()
    )
    ledger = Ledger(site.desk.store)
    seed = Thread(
        "t1", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", (ORDER,), None, ("k@x.example",)
    )
    for number, words in enumerate(("Erste Frage <b>", "Zweite Frage\n\n> Erste Frage")):
        at = START - timedelta(days=2 - number)
        fields = (("from", "Kim <k@x.example>"), ("subject", "Frage"))
        ledger.remember(f"q{number}", f"<q{number}@x>", (), seed, at)
        ledger.confirm(f"q{number}", at, KeptText(at, Direction.INBOUND, fields, words))
    page = await browser.get(f"/held/{ID}")
    shown = text_of(page)
    assert shown.index("Zweite Frage") < shown.index("The rest of the conversation (1)")
    assert shown.index("The rest of the conversation (1)") < shown.index("Erste Frage <b>")
    assert "Erste Frage &lt;b&gt;" in page.text
    talk = (await browser.get(f"/api/v1/held/{ID}")).json()["talk"]
    assert [(one["from"], one["text"]) for one in talk] == [
        ("Kim <k@x.example>", "Erste Frage <b>"),
        ("Kim <k@x.example>", "Zweite Frage"),
    ]
    at = START + timedelta(days=100)
    Purge(site.desk.store).run(Limits(START, at, START, START - timedelta(days=9)), "gateway", at)
    shown = text_of(await browser.get(f"/held/{ID}"))
    assert "Zweite Frage" not in shown
    assert "The texts of this conversation were removed, because their retention is over" in shown


async def test_what_the_program_says_is_german_on_a_german_page(site: Site) -> None:
    """Why a form is not possible, what to do about a finding, why a ruling was refused."""
    site.configure(replace(config(), packs=(FORBIDDING,)))
    fix = "remove the number: the buyer answers through the marketplace"
    put(site.desk.store, held(findings=(Finding("phone_number", Severity.BLOCK, "0911", fix=fix),)))
    browser = await site.logged_in(Role.REVIEWER)
    browser.headers["Accept-Language"] = "de"
    shown = text_of(await browser.get(f"/held/{ID}"))
    assert "die Nummer entfernen: Der Käufer antwortet über den Marktplatz" in shown and fix not in shown
    assert "Über Amazon geht es nicht: Der Alias des Käufers dort ist nicht bekannt." in shown
    assert "It cannot" not in shown and "There are no" not in shown
    refused = text_of(await rule(browser, "release:original"))
    assert "Amazon verbietet Antworten an private Adressen" in refused and "forbids" not in refused


def test_every_sentence_that_a_page_can_say_in_german_is_in_the_catalogue() -> None:
    """The English of the catalogue is the program's own."""
    for made in (forms.no_pack(None), forms.no_pack("x")):
        assert Wording("en", UTC).said(made) == str(made)
        assert Wording("de", UTC).said(made) != str(made)


async def test_a_page_that_is_not_there_says_what_to_do(site: Site) -> None:
    browser = await site.logged_in(Role.VIEWER)
    page = await browser.get("/held/nothing")
    assert page.status_code == 404
    assert "the link is incomplete" in text_of(page) and "Back to the queue" in text_of(page)


async def test_the_overview_counts_what_the_store_keeps(site: Site) -> None:
    """A decided mail, a waiting one that is late; nothing that was not measured."""
    put(site.desk.store)
    put(site.desk.store, held(id="z" * 26, deadline=START + timedelta(minutes=5), fingerprint=b"h" * 32))
    browser = await site.logged_in(Role.REVIEWER)
    site.clock.at = START + timedelta(minutes=30)
    await rule(browser, "answered")
    site.clock.at = START + timedelta(hours=2)
    shown = text_of(await browser.get("/overview"))
    for words in (
        "1 waiting for a decision",
        "2 h the oldest waits",
        "30 min median time to a decision",
        "1 / 2 deadlines missed",
        "In the new text: Phone number",
    ):
        assert words in shown


async def test_an_empty_overview_draws_no_chart(site: Site) -> None:
    page = await (await site.logged_in(Role.VIEWER)).get("/overview")
    assert ("<svg" in page.text, "Nothing yet in this time." in page.text) == (False, True)


async def test_history_tells_what_became_of_an_answer(site: Site) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    await rule(browser, "reject", note="please shorten")
    shown = text_of(await browser.get("/history", params={"q": "<answer-1@example.com>"}))
    assert "Re: Lieferung" in shown and "Back to the author reviewer, 2 Mar 2026, 09:40" in shown
    assert "Nothing found." in text_of(await browser.get("/history", params={"q": "nobody"}))


async def test_a_pasted_mail_and_a_file_get_the_same_decision_and_nothing_is_kept(site: Site) -> None:
    browser = await site.logged_in(Role.REVIEWER)
    pasted = await browser.post("/try", data={"text": BODY.decode()})
    dropped = await browser.post("/try", files={"file": ("a.eml", BODY, "message/rfc822")})
    for page in (pasted, dropped):
        assert (page.status_code, "buyer@home.example (private address)" in text_of(page)) == (200, True)
    empty = await browser.post("/try", data={"text": " "})
    assert (empty.status_code, "Choose a file or paste" in text_of(empty)) == (422, True)
    wrong = await browser.post("/try", data={"text": BODY.decode(), "rcpt": "no address"})
    assert (wrong.status_code, "Not an address" in text_of(wrong)) == (422, True)
    assert "Nothing waits for a decision." in text_of(await browser.get("/"))


async def test_activity_names_who_did_what_and_checks_the_chain(site: Site) -> None:
    put(site.desk.store)
    await rule(await site.logged_in(Role.REVIEWER, "Anna"), "answered")
    shown = text_of(await (await site.logged_in(Role.ADMIN)).get("/activity?check=1"))
    assert "Anna Answered in the marketplace" in shown and "The chain is whole" in shown


async def test_the_configuration_shows_keys_and_no_secret(site: Site) -> None:
    shown = text_of(await (await site.logged_in(Role.ADMIN)).get("/configuration"))
    assert "company.name Laden" in shown and "outbound.password (not set)" in shown


async def test_static_files_are_kept_by_browsers_and_packed(site: Site) -> None:
    browser = await site.browser()
    answer = await browser.get(assets.address("desk.js"))
    assert (answer.headers["content-encoding"], answer.headers["cache-control"]) == (
        "gzip",
        "public, max-age=31536000, immutable",
    )
    assert answer.content == assets.ASSETS["desk.js"].content
    assert (await browser.get("/static/../desk.js")).status_code == 404


def test_both_catalogues_have_the_same_keys_in_order_with_the_same_names_to_fill_in() -> None:
    german, english = CATALOGUES["de"], CATALOGUES["en"]
    assert list(german) == list(english) == sorted(english)
    names = {
        key: (set(re.findall(r"{(\w+)}", german[key])), set(re.findall(r"{(\w+)}", english[key])))
        for key in german
    }
    assert {key: both for key, both in names.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize(
    ("chosen", "accept", "language"),
    [
        ("de", "en", "de"),
        (None, "de-AT,de;q=0.9,en;q=0.8", "de"),
        (None, "fr,en;q=0.2,de;q=0.1", "en"),
        (None, "fr", "en"),
        (None, "de;q=0,en;q=0.1", "en"),
        (None, ";;q=,\x00", "en"),
        ("xx", "de", "de"),
    ],
)
def test_the_language_is_the_users_choice_or_the_browsers_first(
    chosen: str | None, accept: str, language: str
) -> None:
    assert language_of(chosen, accept) == language


@pytest.mark.parametrize(
    ("seconds", "english", "german"),
    [
        (0, "0 min left", "noch 0 Min"),
        (59 * 60, "59 min left", "noch 59 Min"),
        (3 * 3600 + 1200, "3 h 20 min left", "noch 3 Std 20 Min"),
        (-90000, "1 d 1 h overdue", "1 T 1 Std überfällig"),
    ],
)
def test_time_left_is_said_in_two_units(seconds: int, english: str, german: str) -> None:
    left = timedelta(seconds=seconds)
    zone = START.tzinfo
    assert zone is not None
    assert (Wording("en", zone).left(left), Wording("de", zone).left(left)) == (english, german)


async def test_a_form_posted_by_a_browser_that_names_no_origin_is_taken_if_it_says_same_origin(
    site: Site,
) -> None:
    """Referrer-Policy no-referrer makes browsers send `Origin: null` with our own forms."""
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    data = {"verb": "claim"}
    codes = [
        (await browser.post(f"/held/{ID}/claim", data=data, headers={"Origin": "null", **more})).status_code
        for more in ({"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "cross-site"}, {})
    ]
    assert codes == [303, 403, 403]


async def test_our_own_mistake_is_a_page_that_says_what_to_do_and_shows_nothing_of_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gateway.review.web import rooms

    browser = await site.logged_in(Role.VIEWER)
    monkeypatch.setattr(rooms, "_figures", lambda *_: 1 // 0)
    page = await browser.get("/overview")
    assert (page.status_code, "Something went wrong here." in text_of(page)) == (500, True)
    assert "ZeroDivision" not in page.text


async def test_an_edit_shows_its_difference_and_findings_before_it_goes_and_afterwards(site: Site) -> None:
    pack = Pack.model_validate(
        {
            **AMAZON.model_dump(exclude_unset=True),
            "relay": [r"[a-z0-9]+@marketplace\.example"],
            "relay_domains": ["marketplace.example"],
        }
    )
    site.configure(replace(config(), packs=(pack,)))
    put(site.desk.store, held(HeldRecipient(path_of("abc@marketplace.example"), Kind.RELAY)))
    browser = await site.logged_in(Role.REVIEWER)
    page = await browser.get(f"/held/{ID}", headers={"Accept-Language": "en"})
    assert '<textarea id="text" name="text" rows="9" maxlength="65536" spellcheck="true" ' in page.text
    assert f">\n{NEW_TEXT}</textarea>" in page.text
    text = NEW_TEXT.replace("am Mittwoch", "<b>Freitag</b>, Tel. 0911 1234567")
    url, english = f"/held/{ID}/edit", {"Accept-Language": "en"}
    tried = await browser.post(url, data={"do": "check", "text": text}, headers=english)
    assert tried.status_code == 200 and state(site) is HeldState.PENDING
    assert "<ins>Ihr Paket kommt &lt;b&gt;Freitag&lt;/b&gt;, Tel. 0911 1234567." in tried.text
    assert '<input type="checkbox" name="accept" value="phone_number">' in tried.text
    refused = await browser.post(url, data={"do": "release", "text": text}, headers=english)
    assert refused.status_code == 422
    assert "The new text would be held again: Phone number “" in text_of(refused)
    assert refused.text.count('id="refused"') == 1
    assert refused.text.index('id="edit"') < refused.text.index('id="refused"'), "beside the text it is about"
    assert state(site) is HeldState.PENDING and "&lt;b&gt;Freitag" in refused.text
    form = {"do": "release", "text": text, "accept": "phone_number"}
    done = await browser.post(url, data=form, headers=english)
    assert (done.status_code, done.headers["location"]) == (303, f"/held/{ID}?done=edit")
    after = await browser.get(done.headers["location"], headers=english)
    assert "Approved with your text" in text_of(after) and "What was changed" in text_of(after)
    assert "<del>Ihr Paket kommt am Mittwoch." in after.text
    assert re.findall(r"<details open><summary>([^<]+)</summary>", after.text) == ["Edited text"], "what goes"
    assert "Accepted findings: Phone number" in text_of(after)
    again = await browser.post(url, data=form)
    assert again.headers["location"] == f"/held/{ID}?done=same"
    late = await browser.post(url, data={"do": "release", "text": "Hallo", "accept": "phone_number"})
    assert late.status_code == 422 or late.status_code == 409


async def test_what_cannot_be_edited_says_why_instead_of_a_form(site: Site) -> None:
    put(site.desk.store, body=BODY.replace(b"utf-8", b"x-unknown"))
    page = await (await site.logged_in(Role.REVIEWER)).get(f"/held/{ID}", headers={"Accept-Language": "en"})
    assert 'id="edit"' not in page.text
    assert "Edit and release: The text cannot be edited here: the mail can be read in two ways" in text_of(
        page
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" ", "der neue Text ist leer; was nicht gesendet werden soll, geht zurück an den Autor."),
        ("a\x01", "im neuen Text steht das Steuerzeichen U+0001."),
        (NEW_TEXT, "der Text ist derselbe wie zuvor."),
    ],
    ids=["empty", "control", "same"],
)
async def test_a_german_page_says_in_german_why_a_text_cannot_go(site: Site, text: str, why: str) -> None:
    put(site.desk.store)
    browser = await site.logged_in(Role.REVIEWER)
    page = await browser.post(
        f"/held/{ID}/edit", data={"do": "release", "text": text}, headers={"Accept-Language": "de"}
    )
    assert page.status_code == 422 and state(site) is HeldState.PENDING
    assert f"Der Text lässt sich hier nicht ändern: {why}" in text_of(page)


async def test_a_dismissed_conversation_can_be_let_count_again_from_the_page(site: Site) -> None:
    seed = Thread(
        "t1", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", (ORDER,), None, ("buyer@home.example",)
    )
    Ledger(site.desk.store).remember("tx", "<question@home.example>", (), seed, START)
    Ledger(site.desk.store).confirm("tx", START)
    put(site.desk.store, held(thread="t1"))
    browser = await site.logged_in(Role.REVIEWER)
    button = '<button class="plain" form="ruling" name="verb" value="undismiss">'
    assert button not in (await browser.get(f"/held/{ID}")).text
    await browser.post(f"/held/{ID}/ruling", data={"verb": "dismiss"})
    assert button in (await browser.get(f"/held/{ID}")).text
    done = await browser.post(f"/held/{ID}/ruling", data={"verb": "undismiss"})
    assert done.headers["location"] == f"/held/{ID}?done=undismiss"
    page = await browser.get(done.headers["location"], headers={"Accept-Language": "en"})
    assert "The conversation counts again." in text_of(page) and button not in page.text
    assert state(site) is HeldState.APPROVED


async def test_the_buyers_other_channel_is_told_with_date_and_length(site: Site) -> None:
    """On the page and in the API; where nothing is known of an answer, that is said."""
    put(site.desk.store, held(thread="t1"))
    browser = await site.logged_in(Role.REVIEWER)
    ledger, at = Ledger(site.desk.store), START - timedelta(days=1)
    private = Thread(
        "t1", VerdictName.OFFCHANNEL, Confidence.CONFIRMED, "amazon", (ORDER,), None, ("k@x.example",)
    )
    relayed = Thread("t2", VerdictName.RELAY, None, "amazon", (ORDER,), None, ("abc@marketplace.amazon.de",))
    ledger.remember("q1", "<q1@x>", (), private, at, buyers=private.correspondents)
    ledger.confirm("q1", at)
    ledger.remember("q2", "<q2@x>", (), relayed, at, relays=relayed.correspondents)
    ledger.confirm("q2", at, KeptText(at, Direction.INBOUND, (), "Wo ist mein Paket?"))
    shown = text_of(await browser.get(f"/held/{ID}"))
    assert "This buyer also wrote through the marketplace, last on" in shown
    assert "(words: 4). No answer there is known." in shown
    found = (await browser.get(f"/api/v1/held/{ID}")).json()["elsewhere"]
    assert (found["channel"], found["thread"], found["words"]) == ("relay", "t2", 4)
