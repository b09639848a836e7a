"""`python -m tests.bench --desk`: how long the desk takes to answer with 10,000 held mails.

A real server on loopback with a store in a file, one browser that is logged in. Printed are the
median and the slowest of the answers after a warm-up, the CPU of one (browser and server), and the
size of the page; the aim is 50 ms for each. What a page asks of the database is held by
`tests/store/test_browse.py`, without a clock.
"""

import asyncio
import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from argon2 import PasswordHasher

from gateway.relay.sockets import bind
from gateway.review.desk import Desk, new_desk
from gateway.review.people import People
from gateway.review.web.app import create_app
from gateway.review.web.server import Server
from gateway.store import rows
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.store.people import Role
from tests.review.samples import BODY, ID, config, held, recipient

AIM = 50
MAILS = 10_000
PASSWORD = "correct horse battery"
PAGES = {
    "queue": "/",
    "queue, page 100": "/?page=100",
    "search, one found": "/?q=302-0004711",
    "search, none found": "/?q=nobody@nowhere.example",
    "list for the script": "/rows",
    "one mail": f"/held/{ID}",
    "history, the latest": "/history",
    "history of an order": "/history?q=302-0004711-1234567",
    "overview": "/overview",
    "API: a page": "/api/v1/held",
}


def fill(store: Store, now: datetime, number: int = MAILS) -> None:
    """So many held mails of three marketplaces, two a conversation, in one transaction; one has a body."""
    one = held(held_at=now - timedelta(hours=1))
    Holds(store).commit(one, (BODY,), one.held_at)
    with store.begin() as connection:
        for n in range(number - 1):
            at = now - timedelta(minutes=n)
            item = replace(
                held(recipient(f"buyer{n // 2}@home.example"), held_at=at, orders=(f"302-{n:07d}-1234567",)),
                id=f"{n:026d}".translate(str.maketrans("0123456789", "abcdefghij")),
                deadline=now + timedelta(minutes=n * 7 % 5000) if n % 3 else None,
                thread=f"t{n // 2}" if n % 4 else None,
                marketplace=("amazon", "ebay", "otto")[n % 3],
                legal=None if n % 500 else "withdrawal",
                subject=f"Re: Bestellung {n}",
                author=f"staff{n % 40}@example.com",
                message_id=f"<m{n}@example.com>",
            )
            rows.add(connection, item)


async def measure(folder: Path, rounds: int) -> None:
    """Ask each page so often, and print how long the answers took."""
    store = Store(f"sqlite:///{folder}/desk.db")
    store.open()
    settings = config()

    def now() -> datetime:
        return datetime.now(UTC)

    fill(store, now())
    desk: Desk = new_desk(store, lambda: settings, now, lambda: None)
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    desk = replace(desk, people=People(store, now, hasher))
    desk.people.add("bench", Role.ADMIN, PASSWORD, "bench")
    # As the service binds: with the protocol named, or asyncio leaves Nagle's wait in, 40 ms an answer.
    (listening,) = bind(["127.0.0.1:0"])
    server = Server(create_app(desk))
    await server.start([listening])
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}") as client:
            csrf = (await client.get("/api/v1/session")).json()["csrf"]
            await client.post("/login", data={"name": "bench", "password": PASSWORD, "csrf": csrf})
            print(f"{MAILS:,} held mails; the aim is {AIM} ms")
            print(f"{'page':22}{'median ms':>10}{'slowest':>10}{'CPU ms':>10}{'KB':>8}")
            for name, url in PAGES.items():
                took, busy = [], []
                for number in range(rounds + 2):
                    began, ran = time.perf_counter(), time.process_time()
                    answer = await client.get(url)
                    answer.raise_for_status()
                    if number >= 2:
                        took.append((time.perf_counter() - began) * 1000)
                        busy.append((time.process_time() - ran) * 1000)
                middle = statistics.median(took)
                over = "" if middle < AIM else "  over the aim"
                size = len(answer.content) / 1024
                cpu = statistics.median(busy)
                print(f"{name:22}{middle:10.1f}{max(took):10.1f}{cpu:10.1f}{size:8.1f}{over}", flush=True)
    finally:
        await server.stop()
        listening.close()
        desk.people.close()
        store.close()


def run(folder: Path, rounds: int) -> None:
    """The section of the bench."""
    asyncio.run(measure(folder, rounds))
