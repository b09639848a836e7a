"""An author decides on his own held mail by the link he got: this mail only, POST to act, no account."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from gateway.review.web.mine import SENDS, SENDS_NOTHING
from gateway.store.activity import Activity
from gateway.store.doors import Doors
from gateway.store.held import Held
from gateway.store.holds import Holds
from gateway.store.people import Role
from gateway.words import HeldState
from tests.review.samples import FORBIDDING, ID, config, held, put
from tests.review.test_deadlines import RUDE, relayed
from tests.review.web.conftest import Site

SECRET = "s" * 43
HERE = f"/mine/{SECRET}"
ANNA = "anna@example.com"


def link(site: Site, subject: str = ID, secret: str = SECRET, kind: str = "author", hours: int = 72) -> str:
    at = site.clock.at
    Doors(site.desk.store).add_link(secret, kind, subject, at, at + timedelta(hours=hours))
    return f"/mine/{secret}"


def now(site: Site, held_id: str = ID) -> Held:
    item = Holds(site.desk.store).get(held_id)
    assert item is not None
    return item


async def decide(site: Site, verb: str, **form: Any) -> httpx.Response:
    browser = await site.browser()
    version = form.pop("version", now(site).version)
    return await browser.post(HERE, data={"verb": verb, "version": version, **form})


async def test_the_page_says_why_shows_the_text_and_what_he_may_do(site: Site) -> None:
    """In the language of his browser, without an account, a cookie or a script; that he read it is logged."""
    put(site.desk.store)
    link(site)
    browser = await site.browser(**{"Accept-Language": "de"})
    answer = await browser.get(HERE)
    page = answer.text
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    for words in (
        "Diese Nachricht hat den Kunden noch nicht erreicht",
        "0911 1234567",
        "Ihr Paket kommt am Mittwoch.",
        "Von selbst wird sie nicht gesendet.",
        ">Unverändert freigeben</button>",
        ">Zurückziehen</button>",
        ">Im Marktplatz beantwortet</button>",
    ):
        assert words in page
    assert "<script" not in page
    assert [(one.verb, one.who) for one in Activity(site.desk.store).entries([ANNA], subject=ID)] == [
        ("read", ANNA),
        ("link-add", "gateway"),
        ("hold", "gateway"),
    ]
    assert "has not reached the buyer" in (await (await site.browser()).get(HERE)).text


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("release:original", HeldState.APPROVED),
        ("withdraw", HeldState.WITHDRAWN),
        ("answered", HeldState.ANSWERED),
    ],
)
async def test_what_he_decides_is_a_ruling_in_his_name(site: Site, verb: str, state: HeldState) -> None:
    """POST to act; the second click is harmless; the page shows it as it is then."""
    put(site.desk.store)
    link(site)
    answers = [await decide(site, verb), await decide(site, verb)]
    item = now(site)
    assert [answer.status_code for answer in answers] == [303, 303]
    assert [(one.who, one.verb) for one in item.rulings] == [(ANNA, verb.partition(":")[0])]
    assert (item.state, site.woken) == (state, [True])
    assert (await (await site.browser()).get(answers[0].headers["location"])).status_code == 200


@pytest.mark.parametrize("verb", ["reject", "dismiss", "retry", "claim", "", "release:pdf", "undo", "edit"])
async def test_what_is_the_reviewers_is_not_his(site: Site, verb: str) -> None:
    """Whatever he sends: refused, and nothing changes."""
    put(site.desk.store)
    link(site)
    assert (await decide(site, verb, note="please")).status_code == 403
    assert (now(site).state, now(site).rulings) == (HeldState.PENDING, ())


async def test_with_four_eyes_he_may_only_do_what_sends_nothing(site: Site) -> None:
    """Sending is for somebody else to decide; taking back is not."""
    put(site.desk.store)
    site.configure(config(review={"four_eyes": True, "grace_seconds": 0}))
    link(site)
    page = (await (await site.browser()).get(HERE)).text
    refused = [(await decide(site, f"release:{form}", note="please")).status_code for form in SENDS]
    assert refused == [403] * len(SENDS)
    assert 'value="release:' not in page and "Somebody other than the author" in page
    assert [f'value="{verb}"' in page for verb in SENDS_NOTHING] == [True, True]
    assert (await decide(site, "withdraw")).status_code == 303


async def test_a_look_changes_nothing(site: Site) -> None:
    """Scanners open every link in a mail, and more than once."""
    put(site.desk.store)
    link(site)
    browser = await site.browser()
    for method in ("GET", "HEAD", "GET"):
        await browser.request(method, HERE, params={"verb": "withdraw"})
    assert (now(site).state, now(site).version) == (HeldState.PENDING, 1)
    assert (await browser.get(HERE)).status_code == 200


async def test_a_link_leads_to_its_own_mail_only_and_ends(site: Site) -> None:
    """Not to another's, not after 72 hours, not once a newer one was sent, not that of another kind."""
    put(site.desk.store)
    put(site.desk.store, held(id="z" * 26, author="bo@example.com", fingerprint=b"z" * 32))
    link(site)
    link(site, subject="", secret="f" * 43, kind="first")
    browser = await site.browser()
    seen = [(await browser.get(f"/mine/{secret}")).status_code for secret in ("x", "f" * 43, ID, SECRET)]
    await decide(site, "withdraw")
    assert (seen, now(site, "z" * 26).state) == ([404, 404, 404, 200], HeldState.PENDING)
    assert "z" * 26 not in (await browser.get(HERE)).text
    site.clock.at += timedelta(hours=72)
    late = await browser.get(HERE)
    assert (late.status_code, "This link ran out" in late.text) == (404, True)
    link(site)
    link(site, secret="n" * 43)
    again = [(await browser.get(path)).status_code for path in (HERE, f"/mine/{'n' * 43}")]
    assert (again, (await browser.post(HERE, data={"verb": "withdraw"})).status_code) == ([404, 200], 404)


async def test_it_opens_nothing_else(site: Site) -> None:
    """The link is no log-in: neither the queue nor the API nor the mail's own page at the desk."""
    put(site.desk.store)
    link(site)
    browser = await site.browser()
    await browser.get(HERE)
    found = [(await browser.get(path)).status_code for path in ("/", f"/held/{ID}", "/api/v1/held")]
    assert found == [303, 303, 401]


async def test_other_sites_cannot_post_to_it(site: Site) -> None:
    put(site.desk.store)
    link(site)
    browser = await site.browser(**{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"})
    answer = await browser.post(HERE, data={"verb": "withdraw"})
    assert (answer.status_code, now(site).state) == (403, HeldState.PENDING)


async def test_who_was_slower_than_a_reviewer_sees_what_became_of_it(site: Site) -> None:
    """Compare-and-set, as at the desk."""
    put(site.desk.store)
    link(site)
    version = now(site).version
    site.desk.moderation.answered(ID, "Bo")
    answer = await decide(site, "release:original", version=version)
    assert (answer.status_code, now(site).state) == (409, HeldState.ANSWERED)
    assert "Answered in the marketplace" in answer.text


async def test_a_marketplace_that_forbids_it_wants_his_reason_too(site: Site) -> None:
    """What he wrote as a note is still there when it is refused."""
    put(site.desk.store)
    settings = config()
    site.configure(type(settings)(**{**vars(settings), "packs": (FORBIDDING,)}))
    link(site)
    first = await decide(site, "release:original", note="  ")
    second = await decide(site, "release:original", note="the buyer has no account any more")
    assert (first.status_code, second.status_code) == (422, 303)
    assert now(site).rulings[-1].note == "the buyer has no account any more"


async def test_he_can_take_back_his_own_decision_while_the_grace_runs_and_nobody_elses(site: Site) -> None:
    """The releaser does not take it up before."""
    put(site.desk.store)
    site.configure(config(review={"grace_seconds": 20}))
    link(site)
    await decide(site, "release:original")
    page = (await (await site.browser()).get(HERE)).text
    lease = Holds(site.desk.store).lease(site.clock.at, site.clock.at + timedelta(minutes=1))
    assert "It is not sent by itself." not in page
    assert ("It is sent in 20 s" in page, 'value="undo"' in page, lease) == (True, True, None)
    assert (await decide(site, "undo")).status_code == 303
    assert now(site).state is HeldState.PENDING
    site.desk.moderation.release(ID, "Bo", "original")
    assert (await decide(site, "undo")).status_code == 403


async def test_hostile_words_in_his_own_mail_stay_words(site: Site) -> None:
    """A script in subject or snippet is text."""
    put(site.desk.store, held(subject="<script>alert(1)</script>"))
    link(site)
    page = (await (await site.browser()).get(HERE)).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page


async def test_of_a_curt_answer_the_page_says_when_it_goes(site: Site) -> None:
    put(site.desk.store, relayed(RUDE))
    link(site)
    reviewer = await site.logged_in(Role.REVIEWER)
    for page in (
        (await (await site.browser()).get(HERE)).text,
        (await reviewer.get(f"/held/{ID}")).text,
    ):
        assert "If nobody decides, it goes out as it is on" in page


async def test_he_sees_what_a_reviewer_put_in_place_of_his_text(site: Site) -> None:
    """The page is never silent about what was sent under his name; taken back, it is no longer said."""
    put(site.desk.store)
    link(site)
    site.configure(config(review={"grace_seconds": 60}))
    reviewer = await site.logged_in(Role.REVIEWER)
    text = "Ihr Paket kommt am Freitag."
    edited = await reviewer.post(f"/held/{ID}/edit", data={"do": "release", "text": text, "note": "later"})
    browser = await site.browser()
    page = (await browser.get(HERE)).text
    assert (edited.status_code, now(site).state) == (303, HeldState.APPROVED)
    assert "A reviewer changed your text" in page and f"<ins>{text}" in page
    assert "Why it was held" in page
    await reviewer.post(f"/held/{ID}/ruling", data={"verb": "undo"})
    assert now(site).state is HeldState.PENDING
    assert "A reviewer changed your text" not in (await browser.get(HERE)).text
