"""The desk as a person uses it: the life of a held mail, each verb down to the bytes, keys, two at once."""

import asyncio
import re
import smtplib
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from gateway.mail.address import path_of
from gateway.review.people import new_id
from gateway.store.held import HeldRecipient
from gateway.store.people import Role
from gateway.words import HeldState, Kind
from tests.browser.samples import CASES, body, fill, held
from tests.browser.site import NARROW, WIDE, Site, now
from tests.support.hop import Mail
from tests.test_service import AMAZON, ANSWER, BUYER, STAFF

PRIVATE = CASES[2]


async def hand_over(port: int, sender: str, to: str, raw: bytes) -> bytes:
    """A mail by SMTP; the words of the last reply."""

    def talk() -> bytes:
        with smtplib.SMTP("127.0.0.1", port, local_hostname="client.example", timeout=20) as client:
            client.ehlo()
            client.mail(sender, ["BODY=8BITMIME"])
            client.rcpt(to)
            return client.data(raw)[1]

    return await asyncio.to_thread(talk)


async def kept(desk: Site, case: int = 2) -> str:
    """Hold one of the samples; its id."""
    item = held(CASES[case], case, now())
    await desk.held(replace(item, thread=None), body(CASES[case], case))
    return item.id


async def settled(desk: Site, held_id: str, *states: str) -> str:
    """The state, once it is one of these."""
    for _ in range(200):
        if (state := await desk.state(held_id)) in states:
            return state
        await asyncio.sleep(0.05)
    return state


async def test_the_whole_life_of_a_held_mail(desk: Site) -> None:
    """The buyer writes, the answer is held, a person reads why and releases it; the buyer gets it."""
    await hand_over(desk.inbound, BUYER, STAFF, AMAZON)
    reply = await hand_over(desk.outbound, STAFF, BUYER, ANSWER)
    assert reply.startswith(b"2.0.0 held for review as ")
    held_id = reply.split()[-1].decode()
    page = await desk.page()
    row = page.locator(f"#m-{held_id}")
    await expect(row).to_contain_text("A private address writes about a marketplace order")
    await expect(row).to_contain_text("304-0904527-7250707")
    await row.get_by_role("link", name="AW: Lampe defekt").click()
    await expect(page.locator("#new")).to_contain_text("wir senden eine neue")
    await expect(page.locator("ins", has_text="Amazon").first).to_be_visible()
    await page.keyboard.press("f")
    await expect(page.get_by_role("status").first).to_contain_text(f"on its way to {BUYER}")
    assert await settled(desk, held_id, "sent") == "sent"
    (mail,) = desk.outside.mails
    assert (mail.mail_from, mail.rcpt_tos) == (
        f"MAIL FROM:<{STAFF}> BODY=8BITMIME SIZE={len(mail.data)}".encode(),
        (f"RCPT TO:<{BUYER}>".encode(),),
    )
    assert b"wir senden eine neue" in mail.data and b"Amazon" in mail.data.partition(b"Am 24.11.")[0]
    await page.reload()
    await expect(page.locator(".headline")).to_contain_text("Sent")
    await page.goto(f"{desk.url}/history?q={BUYER}")
    await expect(page.locator("table").first).to_contain_text("AW: Lampe defekt")


async def test_released_as_it_is_the_bytes_are_the_authors(desk: Site) -> None:
    """A forbidden marketplace asks for a reason first: the key goes to the note, and the mail stays."""
    held_id = await kept(desk)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{held_id}")
    await page.keyboard.press("r")
    await expect(page.locator("#note")).to_be_focused()
    assert await desk.state(held_id) == "pending"
    await page.fill("#note", "The account was closed")
    await page.get_by_role("button", name="Release as it is").click()
    assert await settled(desk, held_id, "sent") == "sent"
    (mail,) = desk.outside.mails
    assert mail.data.endswith(body(PRIVATE, 2))


async def test_back_to_the_author_sends_him_a_notice_and_the_buyer_nothing(desk: Site) -> None:
    held_id = await kept(desk)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{held_id}")
    await page.select_option("#canned", "contact")
    await expect(page.locator("#note")).to_have_value(
        re.compile("^Please take phone numbers, e-mail addresses and links out of the text")
    )
    await page.keyboard.press("Tab")
    await page.get_by_role("button", name="Back to the author").click()
    await expect(page.get_by_role("status").first).to_contain_text("Given back to the author")

    def returned() -> list[Mail]:  # that it was held was told before
        return [mail for mail in desk.mailserver.mails if b"\nSubject: Nicht gesendet: " in mail.data]

    for _ in range(100):
        if returned():
            break
        await asyncio.sleep(0.05)
    (notice,) = returned()
    assert (notice.mail_from, notice.rcpt_tos) == (
        f"MAIL FROM:<> SIZE={len(notice.data)}".encode(),
        (b"RCPT TO:<anna@example.com>",),
    )
    assert (desk.outside.mails, await desk.state(held_id)) == ([], "rejected")


async def test_answered_in_the_marketplace_copies_the_reply_names_the_page_and_sends_nothing(
    desk: Site,
) -> None:
    held_id = await kept(desk)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{held_id}")
    await page.keyboard.press("e")
    order = page.get_by_role("link", name="Open the orders at Amazon")
    assert await order.get_attribute("href") == "https://www.amazon.de/your-orders"
    assert await order.get_attribute("rel") == "noreferrer noopener"
    await expect(page.locator("#reply")).to_have_value(PRIVATE.text)
    await page.keyboard.press("e")
    await expect(page.get_by_role("status").first).to_contain_text("Marked as answered")
    await asyncio.sleep(0.3)
    assert (desk.outside.mails, await desk.state(held_id)) == ([], "answered")


@pytest.mark.parametrize(("name", "state"), [("Withdraw", "withdrawn"), ("Not a marketplace matter", "sent")])
async def test_the_rarer_verbs_lie_under_more(desk: Site, name: str, state: str) -> None:
    held_id = await kept(desk)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{held_id}")
    await page.fill("#note", "own shop")
    await page.locator("#ruling summary", has_text="More").click()
    await page.get_by_role("button", name=name).click()
    assert await settled(desk, held_id, state) == state
    assert [mail.data.endswith(body(PRIVATE, 2)) for mail in desk.outside.mails] == [True] * (state == "sent")


async def test_what_was_refused_shows_the_servers_words_and_is_sent_again_by_one_button(desk: Site) -> None:
    desk.outside.script["RCPT"] = [b"550 5.1.1 no such user\r\n"]
    held_id = await kept(desk, 3)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{held_id}")
    async with page.expect_navigation():
        await page.keyboard.press("f")
    assert await settled(desk, held_id, "failed") == "failed"
    await page.goto(f"{desk.url}/held/{held_id}")
    await expect(page.locator(".rcpts")).to_contain_text("no such user")
    await page.get_by_role("button", name="Send again").click()
    assert await settled(desk, held_id, "sent") == "sent"
    assert len(desk.outside.mails) == 1


async def test_an_approval_that_waits_can_be_undone(desk: Site) -> None:
    desk.outside.script["RCPT"] = [b"451 4.3.0 later\r\n"] * 3
    held_id = await kept(desk, 3)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{held_id}")
    async with page.expect_navigation():
        await page.keyboard.press("f")
    for _ in range(100):
        await page.goto(f"{desk.url}/held/{held_id}")
        if await page.locator(".rcpts").get_by_text("next try").count():
            break
        await asyncio.sleep(0.05)
    await expect(page.locator(".rcpts")).to_contain_text("later")
    await page.get_by_role("button", name="Undo the decision").click()
    await expect(page.get_by_role("status").first).to_contain_text("it waits again")
    assert (await desk.state(held_id), desk.outside.mails) == ("pending", [])


async def test_two_browsers_decide_at_once_and_one_is_told_who_was_faster(desk: Site) -> None:
    held_id = await kept(desk)
    pages = [await desk.page("Anna", Role.REVIEWER), await desk.page("Eva", Role.REVIEWER)]
    for page in pages:
        await page.goto(f"{desk.url}/held/{held_id}")
        await page.fill("#note", "please shorten")
        await page.locator("#ruling summary", has_text="More").click()
    await asyncio.gather(
        pages[0].get_by_role("button", name="Back to the author").click(),
        pages[1].get_by_role("button", name="Withdraw").click(),
    )
    said = [" ".join((await page.locator(".banner").first.inner_text()).split()) for page in pages]
    assert sorted("was faster" in one for one in said) == [False, True]
    state = await desk.state(held_id)
    assert (state, "faster" in said[1]) in (("rejected", True), ("withdrawn", False))


async def test_the_queue_lives_and_keys_walk_it(desk: Site) -> None:
    """A mail that comes in appears, a claim shows, ticks and cursor stay where they are."""
    await desk.service.store.call(fill, desk.service.store, now(), "Eva")
    page = await desk.page()
    rows = page.locator("tr.row")
    await expect(rows).to_have_count(8)
    await expect(rows.first).to_contain_text("Withdrawal")
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await expect(rows.nth(1)).to_have_class("row cursor")
    await expect(rows.nth(1).locator("input").first).to_be_checked()
    await expect(page.locator("#picked")).to_have_text("1 selected")
    new = held(CASES[3], 77, now())
    urgent = replace(new, thread=None, deadline=now() - timedelta(hours=3), subject="Just came in")
    await desk.held(urgent, body(CASES[3], 77))
    await page.evaluate("document.querySelector('#rows').dispatchEvent(new Event('refresh'))")
    await expect(rows).to_have_count(9)
    await expect(rows.nth(1)).to_contain_text("Just came in")
    await expect(rows.nth(2)).to_have_class("row cursor")
    await expect(rows.nth(2).locator("input").first).to_be_checked()
    await page.keyboard.press("k")
    await page.keyboard.press("Enter")
    await expect(page.locator("h1")).to_have_text("Just came in")
    await page.keyboard.press("?")
    await expect(page.locator("#keys")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("u")
    await expect(rows.nth(1)).to_contain_text("you are looking at it")


async def test_many_at_once_have_a_result_each(desk: Site) -> None:
    ordinary = replace(held(CASES[7], 1, now()), thread=None)
    half = replace(
        ordinary, id=new_id(), subject="Half sent", fingerprint=b"p" * 32,
        recipients=(HeldRecipient(path_of("k@home.example"), Kind.EXTERNAL, HeldState.PROVISIONAL),),
    )  # fmt: skip
    for item in (ordinary, half):
        await desk.held(item, body(CASES[7], 1))
    page = await desk.page()
    await page.check("#all")
    await page.locator("#bulkbar").get_by_role("button", name="Release as it is").click()
    await expect(page.get_by_role("status").first).to_have_text("Release as it is: 1 of 2 done")
    await expect(page.locator(".results")).to_contain_text("The sender may still send this mail again")
    assert await settled(desk, ordinary.id, "sent") == "sent"
    assert await desk.state(half.id) == "provisional"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1440x900", "375x812"])
async def test_reason_finding_and_deadline_are_seen_without_scrolling(
    desk: Site, viewport: dict[str, int]
) -> None:
    held_id = await kept(desk, 1)
    page = await desk.page(viewport=viewport)
    await page.goto(f"{desk.url}/held/{held_id}")
    for place in (".headline .reason strong", ".headline mark >> nth=1", ".headline .clock"):
        box = await page.locator(place).bounding_box()
        assert box is not None and box["y"] + box["height"] < viewport["height"], place
        assert box["x"] + box["width"] <= viewport["width"], place
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide <= viewport["width"]


async def test_without_scripts_everything_still_works(desk: Site) -> None:
    held_id = await kept(desk)
    page = await desk.page(scripts=False)
    await page.get_by_role("link", name=PRIVATE.subject).click()
    await page.fill("#note", "please shorten")
    await page.get_by_role("button", name="Back to the author").click()
    assert await desk.state(held_id) == "rejected"


async def test_the_language_of_the_user_counts_more_than_that_of_the_browser(desk: Site) -> None:
    page: Page = await desk.page(locale="de-DE")
    await expect(page.locator("h1")).to_have_text("Wartet auf eine Entscheidung")
    await page.locator(".me summary").click()
    await page.select_option("#language", "en")
    await page.get_by_role("button", name="Speichern").click()
    await expect(page.locator("h1")).to_have_text("Waiting for a decision")
