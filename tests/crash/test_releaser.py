"""The releaser killed with SIGKILL at every step: nothing lost, nothing twice, doubt shown as doubt."""

import asyncio
import random
import signal
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from gateway.review.moderation import Moderation
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.review.samples import BODY, ID, config, held, put, recipient
from tests.support.hop import Action, Delay, Hop

ROOT = Path(__file__).parents[2]
A, B = "a@home.example", "b@home.example"
HOUR = 3600.0
"""Longer than any lease."""

APPROVED, SENDING, SENT, UNCERTAIN = (
    HeldState.APPROVED,
    HeldState.SENDING,
    HeldState.SENT,
    HeldState.UNCERTAIN,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.db")
    opened.open()
    yield opened
    opened.close()


@pytest_asyncio.fixture
async def hop() -> AsyncIterator[Hop]:
    async with Hop() as running:
        yield running


def now() -> datetime:
    return datetime.now(UTC)


def approve(
    store: Store, held_id: str = ID, body: bytes = BODY, message_id: str = "<answer-1@example.com>"
) -> None:
    put(store, held(recipient(A), recipient(B), id=held_id, message_id=message_id), body)
    Moderation(store, config, now).release(held_id, "bo", note="agreed")


def states(store: Store, held_id: str = ID) -> list[HeldState]:
    item = Holds(store).get(held_id)
    assert item is not None
    return [one.state for one in item.recipients]


async def child(store: Store, hop: Hop, ahead: float = 0.0, point: str = "") -> Process:
    url = store.url.render_as_string(hide_password=False)
    words = (sys.executable, "-m", "tests.crash.releaser_child", url, str(hop.port), str(ahead), point)
    return await asyncio.create_subprocess_exec(*words, cwd=ROOT, stdout=asyncio.subprocess.DEVNULL)


async def ended(process: Process) -> int:
    async with asyncio.timeout(60):
        return await process.wait()


@pytest.mark.parametrize(
    ("point", "left", "then", "copies"),
    [
        ("leased", [SENDING, SENDING], [SENT, SENT], 1),
        ("accepted", [SENDING, SENDING], [SENT, SENT], 1),
        ("marked", [SENDING, SENDING], [UNCERTAIN, UNCERTAIN], 0),
        ("replied", [SENDING, SENDING], [UNCERTAIN, UNCERTAIN], 1),
        ("settled", [SENT, SENDING], [SENT, UNCERTAIN], 1),
    ],
)
async def test_killed_at_a_step(
    store: Store, hop: Hop, point: str, left: list[HeldState], then: list[HeldState], copies: int
) -> None:
    """While the lease lasts nobody touches it; then what surely did not go out is sent, the rest is doubt."""
    approve(store)
    assert await ended(await child(store, hop, point=point)) == -signal.SIGKILL
    assert states(store) == left
    assert (Holds(store).recover(now()), Holds(store).lease(now(), now())) == (0, None)
    assert await ended(await child(store, hop, HOUR)) == 0
    assert (states(store), len(hop.mails)) == (then, copies)
    assert [mail.data[-len(BODY) :] for mail in hop.mails] == [BODY] * copies


@pytest.mark.parametrize(("step", "lines", "copies"), [("BODY", 600_000, 0), ("DOT", 0, 1)])
async def test_killed_from_outside_around_the_dot(
    store: Store, hop: Hop, step: str, lines: int, copies: int
) -> None:
    """While the data is on its way, and while the hop thinks about its reply: doubt in both cases, and a
    person's retry ends it. (The first mail is larger than what the sockets' buffers take.)"""
    approve(store, body=BODY + b"filler filler filler\r\n" * lines)
    wait: list[Action] = [Delay(1.0)]
    hop.script[step] = wait
    process = await child(store, hop)
    async with asyncio.timeout(60):
        while wait:  # noqa: ASYNC110  # the hop takes the action when it comes to the step
            await asyncio.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert await ended(process) == -signal.SIGKILL
    await asyncio.sleep(1.2)
    assert await ended(await child(store, hop, HOUR)) == 0
    assert (states(store), len(hop.mails)) == ([UNCERTAIN, UNCERTAIN], copies)
    Moderation(store, config, now).retry(ID, "bo")
    assert await ended(await child(store, hop, HOUR)) == 0
    assert (states(store), len(hop.mails)) == ([SENT, SENT], copies + 1)


async def test_killed_again_and_again_at_any_moment(store: Store, hop: Hop) -> None:
    """Twenty mails, a slow hop, six kills: each mail arrived exactly once, or is in doubt and arrived at most
    once; none is forgotten."""
    ids = {f"<m{number}@example.com>": f"{number:02}".ljust(26, "a") for number in range(20)}
    for message_id, held_id in ids.items():
        approve(store, held_id, BODY.replace(b"<answer-1@example.com>", message_id.encode()), message_id)
    hop.script["DOT"] = [Delay(0.05)] * 1000
    chance = random.Random(7)
    for kill in range(6):
        process = await child(store, hop, HOUR * kill)
        before = len(hop.lines)
        async with asyncio.timeout(60):
            while len(hop.lines) == before and process.returncode is None:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        await asyncio.sleep(chance.random() * 0.15)
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await ended(process)
    hop.script["DOT"] = []
    assert await ended(await child(store, hop, HOUR * 7)) == 0
    arrived = Counter(
        message_id for mail in hop.mails for message_id in ids if message_id.encode() in mail.data
    )
    outcomes = {message_id: set(states(store, held_id)) for message_id, held_id in ids.items()}
    assert {state for found in outcomes.values() for state in found} <= {SENT, UNCERTAIN}
    assert {message_id for message_id, found in outcomes.items() if found == {SENT}} <= set(arrived)
    assert set(arrived.values()) == {1}
    doubt = [found for found in outcomes.values() if UNCERTAIN in found]
    assert 1 <= len(doubt) <= 6 * 4  # at most what was under way at each kill
