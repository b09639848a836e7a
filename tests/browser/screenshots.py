"""Pictures of the main pages: `python -m tests.browser.screenshots [FOLDER]`, default docs/img."""

import asyncio
import secrets
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from playwright.async_api import Page

from gateway.store.doors import Doors
from gateway.store.held import Held
from gateway.store.people import Role
from tests.browser.samples import CASES, body, fill
from tests.browser.site import NARROW, Site, now, site

SIZE = {"width": 1200, "height": 760}
FOLDER = Path(__file__).parents[2] / "docs" / "img"


async def take(folder: Path) -> None:
    """All pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory:
        async with site(
            Path(directory), lambda toml: toml.replace("[inbound]", 'name = "Lichthaus"\n[inbound]')
        ) as desk:
            items = await desk.service.store.call(fill, desk.service.store, now(), "Eva")
            page = await desk.page(viewport=SIZE)
            await shots(desk, page, items, folder)
            german = await desk.page("Anna", Role.REVIEWER, locale="de-DE", dark=True, viewport=SIZE)
            await shoot(german, folder / "queue-dark.png")
            small = await desk.page("Mira", Role.REVIEWER, viewport=NARROW)
            await small.goto(f"{desk.url}/held/{items[1].id}")
            await shoot(small, folder / "held-phone.png")
            await author(desk, small, items[1], folder / "mine-phone.png")


async def shots(desk: Site, page: Page, items: list[Held], folder: Path) -> None:
    """The pages of an administrator, in daylight."""
    await shoot(page, folder / "queue.png")
    await page.goto(f"{desk.url}/held/{items[2].id}")
    await shoot(page, folder / "held.png")
    await page.goto(f"{desk.url}/held/{items[1].id}")
    await shoot(page, folder / "held-relay.png")
    await page.locator("#edit > summary").click()
    await page.fill(
        "#text", "Guten Tag,\n\nrufen Sie mich an: 0911 4455667.\n\nFreundliche Grüße\nJonas Beck"
    )
    await page.click("#edit button[value=release]")
    await page.wait_for_selector("#refused")
    await shoot(page, folder / "held-edit.png")
    for name, path in (
        ("overview", "/overview"),
        ("history", "/history"),
        ("configuration", "/configuration"),
    ):
        await page.goto(f"{desk.url}{path}")
        await shoot(page, folder / f"{name}.png")
    await page.goto(f"{desk.url}/try")
    await page.fill("#text", body(CASES[1], 1).decode())
    await page.click("form.try button.primary")
    await shoot(page, folder / "try.png")


async def author(desk: Site, page: Page, item: Held, file: Path) -> None:
    """The page of the author of a held mail, by his personal link."""
    secret, at = secrets.token_urlsafe(32), now()
    doors = Doors(desk.service.store)
    await desk.service.store.call(doors.add_link, secret, "author", item.id, at, at + timedelta(hours=72))
    await page.goto(f"{desk.url}/mine/{secret}")
    await shoot(page, file)


async def shoot(page: Page, file: Path) -> None:
    """The visible part of a page as a small PNG."""
    await page.wait_for_load_state("networkidle")
    await page.screenshot(path=file, animations="disabled", scale="css")


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
