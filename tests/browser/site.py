"""A running gateway with its desk, two stand-ins around it, and browsers that look at it."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, Page, Playwright, async_playwright

from gateway.app import Service, now
from gateway.store.held import Held
from gateway.store.holds import Holds
from gateway.store.people import Role
from tests.support.gateway import configuration
from tests.support.hop import Hop
from tests.test_service import free_ports

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PASSWORD = "correct horse battery"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 375, "height": 812}


@dataclass
class Site:
    """The desk at `url`. `foreign` are requests of its browsers that were for another host."""

    service: Service
    mailserver: Hop
    outside: Hop
    inbound: int
    outbound: int
    url: str
    browser: Browser
    foreign: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    async def held(self, item: Held, body: bytes) -> Held:
        """Hold a mail."""
        return await self.service.store.call(Holds(self.service.store).commit, item, (body,), item.held_at)

    async def state(self, held_id: str) -> str:
        """The state of a mail now."""
        item = await self.service.store.call(Holds(self.service.store).get, held_id)
        assert item is not None
        return item.state.value

    async def user(self, name: str, role: Role) -> None:
        """Write a user."""
        desk = self.service.desk.desk
        if await desk.store.call(desk.people.users.by_name, name) is None:
            await desk.people.create(name, role, PASSWORD, "test")

    async def page(
        self,
        name: str = "Eva",
        role: Role = Role.ADMIN,
        *,
        viewport: dict[str, int] | None = None,
        locale: str = "en-GB",
        dark: bool = False,
        scripts: bool = True,
    ) -> Page:
        """A browser of its own in which somebody is logged in, at the queue."""
        await self.user(name, role)
        context = await self.browser.new_context(
            viewport=viewport or WIDE,  # type: ignore[arg-type]
            locale=locale,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        self.contexts.append(context)
        page = await context.new_page()
        context.on("request", lambda request: self._note(request.url))
        await page.goto(f"{self.url}/login")
        await page.fill("#name", name)
        await page.fill("#password", PASSWORD)
        await page.click("button.primary")
        await page.wait_for_url(f"{self.url}/")
        return page

    def _note(self, url: str) -> None:
        if urlsplit(url).scheme not in ("data", "about", "blob") and not url.startswith(f"{self.url}/"):
            self.foreign.append(url)


@asynccontextmanager
async def site(directory: Path, extra: Callable[[str], str] = lambda toml: toml) -> AsyncIterator[Site]:
    """Everything, started; `extra` changes the text of gateway.toml."""
    async with Hop() as mailserver, Hop() as outside, async_playwright() as playwright:
        inbound, outbound = free_ports(2)
        folder = configuration(
            directory, inbound=inbound, outbound=outbound, mailserver=mailserver.port, outside=outside.port
        )
        toml = folder / "gateway.toml"
        toml.write_text(extra(toml.read_text()))
        async with Service(folder) as service, _chromium(playwright) as browser:
            (at,) = service.desk.addresses
            made = Site(service, mailserver, outside, inbound, outbound, f"http://{at}", browser)
            yield made
            for context in made.contexts:
                await context.close()


@asynccontextmanager
async def _chromium(playwright: Playwright) -> AsyncIterator[Browser]:
    browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    try:
        yield browser
    finally:
        await browser.close()


__all__ = ["CHROMIUM", "NARROW", "PASSWORD", "WIDE", "Site", "now", "site"]
