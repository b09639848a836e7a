"""F25 to F27: killed when the next hop, or the store, has the mail already and nobody has heard of it.

Nothing is lost. What the client could not hear it sends again: one more copy, which RFC 5321 4.5.4.1 cannot
avoid. A held mail is recognised by its fingerprint, so there it makes no second one.
"""

import asyncio
import signal
import sqlite3
from pathlib import Path

import pytest

from gateway.app import now
from gateway.config.models import Config
from gateway.review.moderation import Moderation
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.faults.place import (
    BUYER,
    HOLD_ALL,
    STAFF,
    Apart,
    Nursery,
    apart,
    attached,
    connected,
    copies,
    id_of,
    mail,
    strace,
    talk,
    until,
)
from tests.support.configs import make_config
from tests.support.hop import HANG, Action, Call
from tests.support.kills import KILLS

HOUR = 3600.0


async def test_f25_killed_between_the_250_of_the_hop_and_ours(tmp_path: Path, nursery: Nursery) -> None:
    """OK1: the hop has it, the client was not told and sends it again: two copies, never none."""
    sent = []
    async with apart(nursery, tmp_path) as here:
        for _ in range(KILLS):
            raw = mail()
            sent.append(id_of(raw))
            # Stopped before the hop says 250, so that it can never be read.
            here.mailserver.script["DOT"] = [Call(lambda: here.signal(signal.SIGSTOP))]
            async with connected(here.inbound) as client:
                await client.say(b"EHLO client.test")
                task = asyncio.create_task(talk(client, raw))
                await until(lambda raw=raw: copies(here.mailserver.mails)[id_of(raw)] == 1)
                await here.kill()
                assert await task == b""
            await here.start()
            assert (await here.receive(raw))[:3] == b"250"
    assert copies(here.mailserver.mails) == dict.fromkeys(sent, 2)


def held(path: Path) -> int:
    """How many held mails another process sees committed."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5) as reader:
        return int(reader.execute("SELECT count(*) FROM held").fetchone()[0])


async def test_f26_killed_between_the_commit_of_a_hold_and_our_250(tmp_path: Path, nursery: Nursery) -> None:
    """OK0: it is held, the client sends it again, it is still one held mail, and the reply names it.

    Whatever the process sends is put off by strace, so that the kill lands before our 250.
    """
    slow = ("-e", "trace=sendto", "-e", "inject=sendto:delay_enter=250000")
    async with apart(nursery, tmp_path, policy=HOLD_ALL) as here:
        for number in range(1, KILLS + 1):
            raw = mail()
            async with connected(here.outbound) as client:
                for line in (b"EHLO c", b"MAIL FROM:<%s>" % STAFF, b"RCPT TO:<%s>" % BUYER, b"DATA"):
                    assert (await client.say(line))[:1] in b"23"
                tracer = strace(tmp_path, here.pid, *slow)
                await attached(here.pid, tracer)
                await client.send(raw + b".\r\n")
                await until(lambda number=number: held(here.store) == number)
                await here.kill()
                assert await client.reply() == b""
                tracer.wait(10)
            await here.start()
            assert (await here.answer(raw))[:24] == b"250 2.0.0 held for revie"
            assert held(here.store) == number
        assert here.outside.mails == []


def moderation(here: Apart) -> tuple[Store, Moderation]:
    """The store of the gateway, opened beside it, and who decides."""
    store = Store(f"sqlite:///{here.store}")
    store.open()

    def config() -> Config:
        return make_config()

    return store, Moderation(store, config, now)


@pytest.mark.parametrize(
    ("point", "step", "left", "arrived"),
    [
        ("before_the_data", "RCPT", HeldState.SENT, 1),
        ("before_the_354", "DATA", HeldState.UNCERTAIN, 0),
        ("after_the_dot", "DOT", HeldState.UNCERTAIN, 0),
        ("after_the_250", "DOT", HeldState.UNCERTAIN, 1),
    ],
)
async def test_f27_killed_while_releasing(
    tmp_path: Path, nursery: Nursery, point: str, step: str, left: HeldState, arrived: int
) -> None:
    """What surely did not go out goes out by itself; where it is not sure a person says so, and retries."""
    sent, ahead = [], 0.0
    async with apart(nursery, tmp_path, policy=HOLD_ALL, only=None, poll=0.05) as here:
        for number in range(KILLS):
            raw = mail()
            sent.append(id_of(raw))
            answer = await here.answer(raw)
            item = answer.split()[-1].decode()
            stop = Call(lambda: here.signal(signal.SIGSTOP))
            script: list[Action] = [stop if point == "after_the_250" else HANG]
            here.outside.script[step] = script
            waiting = here.outside.script[step]
            store, desk = moderation(here)
            desk.release(item, "eva", as_="original", note="agreed")
            await until(lambda waiting=waiting: not waiting)
            await asyncio.sleep(0.02)
            await here.kill()
            ahead += HOUR  # longer than any lease
            await here.start(ahead=ahead)
            await reached(store, item, left)
            assert copies(here.outside.mails)[id_of(raw)] == arrived, number
            if left is HeldState.UNCERTAIN:
                Moderation(store, make_config, now).retry(item, "eva")
                await reached(store, item, HeldState.SENT)
            store.close()
        found = copies(here.outside.mails)
    assert found == dict.fromkeys(sent, 2 if point == "after_the_250" else 1)


async def reached(store: Store, item: str, state: HeldState) -> None:
    """Wait until the held mail is in that state."""

    def there() -> bool:
        found = Holds(store).get(item)
        return found is not None and found.state is state

    await until(there, 20)
