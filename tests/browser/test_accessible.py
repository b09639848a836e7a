"""axe-core (WCAG 2.2 A and AA) finds nothing to say about any page, in daylight, at night, and on a phone."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from gateway.store.doors import Doors
from gateway.store.held import Held
from tests.browser.samples import CASES, body, fill
from tests.browser.site import NARROW, WIDE, Site, now

AXE = (Path(__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


async def violations(page: Page) -> list[str]:
    """What axe finds, each in a line. The script is put in by the test's own rights, past the CSP."""
    await page.evaluate(AXE)
    found: dict[str, Any] = await page.evaluate(
        "tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{page.url} {each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


EVERY = ("/held/{1}", "/held/{2}", "/held/{2}/source", "/overview", "/history", "/history?q=nothing",
         "/configuration", "/people", "/tokens", "/activity?check=1", "/?q=nothing",
         "/held/nothing")  # fmt: skip
MAIN = ("/held/{1}", "/overview", "/history", "/configuration")


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("dark", "viewport", "paths"),
    [(False, WIDE, EVERY), (True, WIDE, MAIN), (False, NARROW, MAIN)],
    ids=["day", "night", "phone"],
)
async def test_no_page_has_a_barrier(
    desk: Site, dark: bool, viewport: dict[str, int], paths: tuple[str, ...]
) -> None:
    items: list[Held] = await desk.service.store.call(fill, desk.service.store, now(), "Eva")
    page = await desk.page(dark=dark, viewport=viewport)
    found = await violations(page)
    for path in paths:
        await page.goto(desk.url + path.format(*(item.id for item in items)))
        await page.evaluate(
            "document.querySelectorAll('main details:not(.frame)').forEach(each => each.open = true)"
        )
        found += await violations(page)
    acts = [_tried(desk), _many(desk), _decided(desk, items[3])]
    if paths is MAIN:  # once in the dark, once on the phone
        acts.append(_refused(desk, items[1]) if dark else _mine(desk, items[1]))
    for act in acts:
        await act(page)
        await page.wait_for_load_state("networkidle")
        found += await violations(page)
    await page.context.clear_cookies()
    await page.goto(f"{desk.url}/login")
    assert [*found, *await violations(page)] == []


def _tried(desk: Site) -> Callable[[Page], Awaitable[None]]:
    async def act(page: Page) -> None:
        await page.goto(f"{desk.url}/try")
        await page.fill("#text", body(CASES[1], 1).decode())
        await page.click("form.try button.primary")

    return act


def _many(desk: Site) -> Callable[[Page], Awaitable[None]]:
    async def act(page: Page) -> None:
        await page.goto(f"{desk.url}/")
        await page.locator("tr.row input").nth(3).check()
        await page.locator("#bulkbar").get_by_role("button", name="Back to the author").click()

    return act


def _refused(desk: Site, item: Held) -> Callable[[Page], Awaitable[None]]:
    async def act(page: Page) -> None:
        await page.goto(f"{desk.url}/held/{item.id}")
        await page.locator("#edit > summary").click()
        await page.fill("#text", "Guten Tag,\n\nrufen Sie an: 0911 4455667.")
        await page.click("#edit button[value=release]")
        seen = await page.locator("#refused").bounding_box()
        height = await page.evaluate("innerHeight")
        assert seen is not None and seen["y"] >= 0 and seen["y"] + seen["height"] <= height, "in sight"

    return act


def _mine(desk: Site, item: Held) -> Callable[[Page], Awaitable[None]]:
    async def act(page: Page) -> None:
        doors, secret = Doors(desk.service.store), "s" * 43
        await desk.service.store.call(
            doors.add_link, secret, "author", item.id, now(), now() + timedelta(hours=1)
        )
        await page.goto(f"{desk.url}/mine/{secret}")
        await page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    return act


def _decided(desk: Site, item: Held) -> Callable[[Page], Awaitable[None]]:
    async def act(page: Page) -> None:
        await page.goto(f"{desk.url}/held/{item.id}")
        await page.fill("#note", "please shorten")
        await page.get_by_role("button", name="Back to the author").click()

    return act
