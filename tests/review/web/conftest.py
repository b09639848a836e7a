"""A desk on a store in a temporary file, and browsers and programs that talk to its app without a network."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from gateway.config.models import Config
from gateway.review.desk import Desk, new_desk
from gateway.review.people import People
from gateway.review.web.app import create_app
from gateway.store.database import Store
from gateway.store.people import Role, User
from tests.review.samples import Clock, config

PASSWORD = "correct horse battery"
URL = "http://desk.example"


def quick(desk: Desk, clock: Clock) -> Desk:
    """The desk with password hashes that cost nothing."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return replace(desk, people=People(desk.store, clock, hasher))


@dataclass
class Site:
    """The app of a desk. `woken` counts how often releaser and notifier were woken."""

    desk: Desk
    app: FastAPI
    clock: Clock
    stack: AsyncExitStack
    woken: list[bool] = field(default_factory=list)

    def configure(self, settings: Config) -> None:
        """Another configuration from now on."""
        self.desk = quick(new_desk(self.desk.store, lambda: settings, self.clock, self.desk.wake), self.clock)
        self.app = create_app(self.desk)

    async def browser(self, **headers: str) -> httpx.AsyncClient:
        """Somebody nobody knows yet."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=True)
        client = httpx.AsyncClient(transport=transport, base_url=URL, headers=headers)
        return await self.stack.enter_async_context(client)

    def user(self, role: Role, name: str = "") -> User:
        """A user of that role, named after it."""
        name = name or role.value
        known = self.desk.people.users.by_name(name)
        return known or self.desk.people.add(name, role, PASSWORD, "test")

    async def logged_in(self, role: Role, name: str = "") -> httpx.AsyncClient:
        """A browser in which somebody of that role is logged in; it sends the CSRF token along."""
        user = self.user(role, name)
        browser = await self.browser()
        csrf = (await browser.get("/api/v1/session")).json()["csrf"]
        form = {"name": user.name, "password": PASSWORD, "csrf": csrf}
        answer = await browser.post("/login", data=form)
        assert answer.status_code == 303, answer.text
        browser.headers["X-CSRF-Token"] = (await browser.get("/api/v1/session")).json()["csrf"]
        return browser

    async def program(self, role: Role, *scopes: str) -> httpx.AsyncClient:
        """A program with an API token of somebody of that role."""
        _, secret = self.desk.people.add_token(self.user(role), "test", scopes, None)
        return await self.browser(Authorization=f"Bearer {secret}")


@pytest.fixture
async def site(store: Store) -> AsyncIterator[Site]:
    clock, settings, woken = Clock(), config(), list[bool]()
    desk = quick(new_desk(store, lambda: settings, clock, lambda: woken.append(True)), clock)
    async with AsyncExitStack() as stack:
        yield Site(desk, create_app(desk), clock, stack, woken)
    desk.people.close()
