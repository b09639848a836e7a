"""The DKIM process: one mail may be lost to it, never two, and nobody waits long."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from gateway.relay.dkim_process import DkimProcess, NoAnswer

NOTHING: dict[str, Any] = {"work": "verify", "signatures": [], "keys": {}, "chain": False}
DONE: dict[str, Any] = {"results": [], "chain": []}
MAIL = b"From: a@a.de\r\n\r\nHi\r\n"


@pytest.fixture
async def process() -> AsyncIterator[DkimProcess]:
    made = DkimProcess(limit=0.5, patience=5)
    yield made
    await made.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def running(process: DkimProcess) -> int:
    assert process.pid is not None
    return process.pid


async def test_it_answers_one_after_the_other(process: DkimProcess) -> None:
    """Asked all at once, from the first mail on, by one child."""
    assert process.pid is None
    answers = await asyncio.gather(*(process.ask(NOTHING, [MAIL]) for _ in range(5)))
    assert answers == [DONE] * 5
    pid = running(process)
    assert await process.ask(NOTHING, [MAIL]) == DONE
    assert process.pid == pid


async def test_a_large_mail_goes_through_in_pieces(process: DkimProcess) -> None:
    """Empty pieces end nothing."""
    pieces = [MAIL, b"", b"x" * 3_000_000, b"\r\n"]
    assert await process.ask(NOTHING, pieces) == DONE


async def test_a_child_that_hangs_is_killed_and_costs_one_mail(process: DkimProcess) -> None:
    """Within its limit; the next mail finds a new one."""
    await process.start()
    pid = running(process)
    os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(NoAnswer, match="took too long"):
        await process.ask(NOTHING, [MAIL])
    assert time.monotonic() - began < 1.5
    assert await process.ask(NOTHING, [MAIL]) == DONE
    assert process.pid != pid
    assert not alive(pid)


async def test_a_child_killed_in_the_middle_costs_one_mail(process: DkimProcess) -> None:
    """kill -9 while it works."""
    await process.start()
    pid = running(process)
    os.kill(pid, signal.SIGSTOP)
    asked = asyncio.create_task(process.ask(NOTHING, [MAIL]))
    await asyncio.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(NoAnswer, match="broke"):
        await asked
    assert await process.ask(NOTHING, [MAIL]) == DONE


async def test_a_child_killed_between_mails_costs_at_most_one(process: DkimProcess) -> None:
    """Most often none."""
    await process.start()
    os.kill(running(process), signal.SIGKILL)
    for _ in range(100):
        if process.pid is None:
            break
        await asyncio.sleep(0.01)
    assert await process.ask(NOTHING, [MAIL]) == DONE


async def test_an_exception_in_the_child_is_an_answer(process: DkimProcess) -> None:
    """Its name only; the child lives on."""
    assert await process.ask({"work": "dance"}, [MAIL]) == {"error": "KeyError"}
    assert await process.ask({"work": "verify"}, [MAIL]) == {"error": "KeyError"}
    pid = running(process)
    assert await process.ask(NOTHING, [MAIL]) == DONE
    assert process.pid == pid


async def test_memory_without_end_costs_one_mail() -> None:
    """The child's address space is limited; whether it survives that or not, the next mail is served."""
    process = DkimProcess(limit=20, patience=30, memory=250_000_000)
    try:
        assert await process.ask(NOTHING, [b"\0" * 1_000_000] * 250) == {"error": "MemoryError"}
    except NoAnswer as error:
        assert "broke" in error.why
    assert await process.ask(NOTHING, [MAIL]) == DONE
    await process.close()


async def test_who_waits_too_long_for_his_turn_goes_without(process: DkimProcess) -> None:
    """The child is left to the mail it is at work for."""
    hurried = DkimProcess(limit=8, patience=3)
    await process.start()
    await hurried.start()
    os.kill(running(hurried), signal.SIGSTOP)
    pid = running(hurried)
    first = asyncio.create_task(hurried.ask(NOTHING, [MAIL]))
    await asyncio.sleep(0.3)
    second = asyncio.create_task(hurried.ask(NOTHING, [MAIL]))
    await asyncio.sleep(0.1)
    os.kill(pid, signal.SIGCONT)
    assert [await first, await second] == [DONE, DONE]
    os.kill(pid, signal.SIGSTOP)
    both = await asyncio.gather(*(hurried.ask(NOTHING, [MAIL]) for _ in range(2)), return_exceptions=True)
    assert [str(each) for each in both] == ["took too long", "no DKIM process in time"]
    await hurried.close()


async def test_closing_ends_the_child_and_every_question(process: DkimProcess) -> None:
    """Nothing is left behind."""
    await process.start()
    pid = running(process)
    await process.close()
    assert not alive(pid)
    with pytest.raises(NoAnswer, match="shutting down"):
        await process.ask(NOTHING, [MAIL])


def test_the_child_ends_when_its_parent_is_gone() -> None:
    """End of file on its stdin; it says that it is ready and nothing else."""
    child = subprocess.run(
        [sys.executable, "-m", "gateway.relay.dkim_process", "1000000000"],
        input=b"",
        capture_output=True,
        timeout=20,
        check=True,
    )
    assert (child.stdout, child.stderr) == (b'\x00\x00\x00\x0f{"ready": true}', b"")


async def test_a_process_that_cannot_start_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """No Python, or one that ends at once: every mail goes on without."""
    for program in ("/nonexistent/python", "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        process = DkimProcess()
        with pytest.raises(NoAnswer):
            await process.start()
        with pytest.raises(NoAnswer):
            await process.ask(NOTHING, [MAIL])
        await process.close()
