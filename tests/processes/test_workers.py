"""A supervisor with real workers: what a crash costs, what signals do, and that no mail is lost by it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.support.gateway import PROGRAM, configuration
from tests.support.hop import Mail
from tests.support.load import Load
from tests.support.relay import Client
from tests.support.supervised import Supervised, supervised, there, until

POLICY = 'mode = "enforce"\n[[rule]]\nname = "rule%d"\ndirection = "outbound"\ndo = "pass"\n'
BROKEN = 'mode = "enforce"\n[[rule]]\nname = "all"\nwhen = { colour = "red" }\ndo = "hold"\n'


def _ready(here: Supervised, times: int) -> bool:
    return here.said.count("READY=1") == times


def ids(mails: list[Mail]) -> set[bytes]:
    """The Message-IDs of the load that arrived."""
    lines = (line for mail in mails for line in mail.data.split(b"\r\n"))
    return {line.removeprefix(b"Message-ID: ") for line in lines if line.startswith(b"Message-ID: <l")}


async def opened(here: Supervised, stack: AsyncExitStack) -> tuple[Client, int]:
    """A client that was greeted, and the worker it is at."""
    reader, writer = await asyncio.open_connection("127.0.0.1", here.inbound)
    stack.callback(writer.close)
    client = Client(reader, writer)
    assert (await client.reply())[:4] == b"220 "
    port = writer.get_extra_info("sockname")[1]
    await until(lambda: any(line["port"] == port for line in here.events("conn.open")))
    (worker,) = (line["worker"] for line in here.events("conn.open") if line["port"] == port)
    return client, worker


async def test_a_killed_worker_costs_its_own_sessions_and_no_mail(tmp_path: Path) -> None:
    """SIGKILL to each of two workers under load: replaced, and whatever was answered 250 has arrived."""
    async with supervised(tmp_path) as here:
        first = dict(here.workers)
        async with Load(here.inbound, clients=6) as load:
            for number in (0, 1, 0, 1):
                await load.at_least(20)
                await here.kill_worker(number)
            await load.at_least(20)
        assert (set(here.workers), set(here.workers.values()) & set(first.values())) == ({0, 1}, set())
        assert set(load.taken) - ids(here.mailserver.mails) == set()
        assert (load.refused, len(here.events("worker.died"))) == ({}, 4)
        # Each kill can cut no more than the connections there were.
        assert load.broken <= 4 * 6
        assert await here.end() == 0


async def test_sessions_of_the_other_worker_go_on(tmp_path: Path) -> None:
    """Only the clients of the one that died are cut off."""
    async with supervised(tmp_path) as here, AsyncExitStack() as stack:
        clients = [await opened(here, stack) for _ in range(3)]
        if len({worker for _, worker in clients}) == 1:  # the other one was asleep: stop this one meanwhile
            busy = here.workers[clients[0][1]]
            os.kill(busy, signal.SIGSTOP)
            clients.append(await opened(here, stack))
            os.kill(busy, signal.SIGCONT)
        gone = clients[0][1]
        await here.kill_worker(gone)
        answers = {(worker == gone, (await client.say(b"NOOP"))[:3]) for client, worker in clients}
    assert answers == {(True, b""), (False, b"250")}


async def test_a_worker_that_dies_young_again_and_again_is_replaced_later_each_time(tmp_path: Path) -> None:
    """The delay doubles, so that a crash at start does not eat the machine."""
    async with supervised(tmp_path, 1) as here:
        for _ in range(3):
            await here.kill_worker(0)
        assert [line["replaced_in"] for line in here.events("worker.died")] == [0.5, 1.0, 2.0]
        assert (await here.get("/healthz")).json() == {"status": "ok"}


async def test_eight_reloads_under_load_lose_nothing(tmp_path: Path) -> None:
    """SIGHUP with a new policy, and between them with a broken one: no connection and no mail suffers."""
    async with supervised(tmp_path, policy=POLICY % 0) as here:
        policy = here.folder / "policy.toml"
        async with Load(here.inbound) as load:
            for number in range(1, 9):
                policy.write_text(POLICY % number if number % 4 else BROKEN)
                here.signal(signal.SIGHUP)
                # Once when all were up, then after each reload.
                await until(partial(_ready, here, number + 1), what="the reload")
            await load.at_least(20)
        loaded = [(line["worker"], line["config"]) for line in here.events("config.loaded")]
        assert set(load.taken) - ids(here.mailserver.mails) == set()
        assert (load.broken, load.refused, here.events("worker.died")) == (0, {}, [])
        assert (len(here.events("config.refused")), len(loaded)) == (2, 2 * 6)
        assert len(set(loaded)) == 2 * 6
        last = {config for _, config in loaded[-2:]}
        assert {line["config"] for line in here.events("tx.done")[-5:]} == last
        assert await here.end() == 0


async def test_nobody_meets_a_configuration_that_is_not_rehearsed(tmp_path: Path) -> None:
    """At the start once for all workers, at a reload by each before it puts it in force."""
    with_it = {"MARKETGATE_REHEARSAL": "on"}
    async with supervised(tmp_path, 1, policy=POLICY % 0, environment=with_it) as here:
        (here.folder / "policy.toml").write_text(POLICY % 1)
        here.signal(signal.SIGHUP)
        await until(partial(_ready, here, 2), what="the reload")
        lines = [json.loads(line) for line in here.log.splitlines() if line.startswith("{")]
    told = ("config.", "worker.", "service.start")
    order = [name for name in (line["event"] for line in lines) if name.startswith(told)]
    first, second = ["config.rehearsed", "service.start", "worker.up"], ["config.rehearsed", "config.loaded"]
    assert order[:5] == first + second
    (loaded,) = here.events("config.loaded")
    assert [line["config"] for line in here.events("config.rehearsed")] == [
        here.events("service.start")[0]["config"],
        loaded["config"],
    ]


async def test_a_worker_is_replaced_with_the_last_good_configuration(tmp_path: Path) -> None:
    """A broken file lies there when a worker dies: its successor has what was in force."""
    async with supervised(tmp_path, 1) as here:
        (before,) = (line["config"] for line in here.events("service.start"))
        (here.folder / "policy.toml").write_text(BROKEN)
        here.signal(signal.SIGHUP)
        await until(lambda: here.events("config.refused"))
        await here.kill_worker(0)
        async with Load(here.inbound) as load:
            await load.at_least(5)
        assert {line["config"] for line in here.events("tx.done")} == {before}
        assert (here.events("config.refused")[0]["errors"] != [], load.refused) == (True, {})


async def test_sigterm_under_load_finishes_what_it_took(tmp_path: Path) -> None:
    """Exit 0 within 30 seconds, nobody listens any more, and all that was answered 250 has arrived."""
    async with supervised(tmp_path) as here, AsyncExitStack() as stack:
        client, _ = await opened(here, stack)
        for line in (b"EHLO c", b"MAIL FROM:<a@b.example>", b"RCPT TO:<service@example.com>", b"DATA"):
            assert (await client.say(line))[:1] in (b"2", b"3")
        await client.send(b"Message-ID: <last@load.test>\r\n\r\n")
        load = await stack.enter_async_context(Load(here.inbound))
        await load.at_least(20)
        began, ended = time.monotonic(), asyncio.create_task(here.end())
        await until(lambda: len(here.events("service.drain")) == 2)
        await client.send(b"text\r\n.\r\n")
        assert (await client.reply())[:3] == b"250"
        assert (await ended, time.monotonic() - began < 30) == (0, True)
        await load.stop()
        assert set(load.taken) - ids(here.mailserver.mails) == set()
        assert [word for word in here.said if word == "STOPPING=1"] == ["STOPPING=1"]
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", here.inbound)


async def test_a_worker_told_to_end_drains_and_is_replaced(tmp_path: Path) -> None:
    """SIGTERM to one worker: a restart of that one alone, and no mail suffers."""
    async with supervised(tmp_path) as here:
        old = here.workers[1]
        async with Load(here.inbound, each=3) as load:
            await load.at_least(10)
            os.kill(old, signal.SIGTERM)
            await until(lambda: here.workers[1] != old)
            await load.at_least(10)
        assert set(load.taken) - ids(here.mailserver.mails) == set()
        assert [line["code"] for line in here.events("worker.died")] == [0]


async def test_workers_do_not_outlive_their_supervisor(tmp_path: Path) -> None:
    """Nobody would replace them or tell them of a reload: they drain and end."""
    async with supervised(tmp_path) as here:
        pids = tuple(here.workers.values())
        here.signal(signal.SIGKILL)
        await until(lambda: not any(there(pid) for pid in pids), what="the end of the workers")
        assert len(here.events("service.stop")) == 2


async def test_a_worker_that_hangs_is_killed_and_replaced(tmp_path: Path) -> None:
    """One that answers no ping for long is worth no more than a dead one."""
    command = (sys.executable, "-m", "tests.processes.impatient")
    async with supervised(tmp_path, command=command) as here:
        old = here.workers[1]
        os.kill(old, signal.SIGSTOP)
        await until(lambda: here.workers[1] != old, what="the replacement")
        assert [line["number"] for line in here.events("worker.hung")][:1] == [1]
        assert [line["code"] for line in here.events("worker.died")] == [-signal.SIGKILL]


@pytest.mark.parametrize(
    ("spoil", "code", "words"),
    [
        ("store", 69, "the store cannot be used: the store is damaged"),
        ("config", 78, "policy.toml"),
    ],
)
def test_a_service_that_cannot_start_says_why_and_ends(
    tmp_path: Path, spoil: str, code: int, words: str
) -> None:
    """It is not started again and again: the exit code is that of the first worker."""
    folder = configuration(tmp_path, inbound=0, outbound=0, mailserver=1, outside=2)
    if spoil == "store":
        (tmp_path / "store.db").write_bytes(b"no database at all" * 1000)
    else:
        (folder / "policy.toml").write_text(BROKEN)
    done = subprocess.run(
        [PROGRAM, "serve", "--config", str(folder)], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr


async def test_limits_of_a_client_count_over_all_workers(tmp_path: Path) -> None:
    """Three connections are three wherever they are, and those of a worker that was killed are free again."""
    limit = "[limits]\nconnections_per_client = 3\nexempt_networks = []\n"
    async with supervised(tmp_path, start=False) as here, AsyncExitStack() as stack:
        toml = here.folder / "gateway.toml"
        toml.write_text(toml.read_text() + limit)
        await here.start(2)
        at = [(await opened(here, stack))[1] for _ in range(2)]
        busy = here.workers[at[0]]
        if at[0] == at[1]:  # the next one has to be at the other worker
            os.kill(busy, signal.SIGSTOP)
        at.append((await opened(here, stack))[1])
        os.kill(busy, signal.SIGCONT)
        assert set(at) == {0, 1}
        for _ in range(4):  # at either worker
            assert await _greeting(here, stack) == b"421 4.7.0 Too many connections from your address at once"
        await here.kill_worker(at[0])
        for _ in range(at.count(at[0])):
            await opened(here, stack)
        assert (await _greeting(here, stack))[:3] == b"421"


async def _greeting(here: Supervised, stack: AsyncExitStack) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", here.inbound)
    stack.callback(writer.close)
    return (await asyncio.wait_for(reader.readline(), 40)).rstrip()
