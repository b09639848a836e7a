"""The service under systemd: sockets it is passed, what it says when, and the units that are shipped."""

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.gateway import PROGRAM
from tests.support.load import Load
from tests.support.supervised import supervised, until

UNITS = sorted((Path(__file__).parents[2] / "systemd").glob("*.service"))
LISTEN = """\
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_FDS="1", LISTEN_FDNAMES="marketgate-inbound", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[2], sys.argv[2:])
"""


async def test_a_passed_socket_is_served_and_outlives_the_service(tmp_path: Path) -> None:
    """Clients that come while the service restarts wait in the socket that systemd keeps, and are served."""
    with socket.create_server(("127.0.0.1", 0)) as passed:
        port = passed.getsockname()[1]
        command = (sys.executable, "-c", LISTEN, str(passed.fileno()), str(PROGRAM), "serve")
        async with supervised(
            tmp_path,
            1,
            command=command,
            pass_fds=(passed.fileno(), 3),
            listen="systemd:marketgate-inbound",
        ) as here:
            here.inbound = port
            async with Load(port) as load:
                await load.at_least(5)
            assert await here.end() == 0
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            await here.start(1)
            greeting = await asyncio.wait_for(reader.readline(), 20)
            writer.close()
            assert (greeting[:4], load.refused, load.broken) == (b"220 ", {}, 0)


async def test_systemd_is_told_each_step_in_order(tmp_path: Path) -> None:
    """READY when all workers are up, RELOADING and READY around a reload, STOPPING at the end."""
    async with supervised(tmp_path) as here:
        await until(lambda: here.said == ["READY=1"])
        here.signal(signal.SIGHUP)
        await until(lambda: len(here.said) == 3)
        assert await here.end() == 0
        steps = [re.sub(r"\d{6,}", "N", word) for word in here.said]
    assert steps == ["READY=1", "RELOADING=1\nMONOTONIC_USEC=N", "READY=1", "STOPPING=1"]


async def test_the_watchdog_hears_nothing_while_a_worker_hangs(tmp_path: Path) -> None:
    """WATCHDOG=1 comes at half the time asked for, stops with a stopped worker, and comes back with it."""
    async with supervised(tmp_path, environment={"WATCHDOG_USEC": "1000000"}) as here:
        await until(lambda: here.said.count("WATCHDOG=1") >= 3)
        os.kill(here.workers[1], signal.SIGSTOP)
        await asyncio.sleep(1.5)  # what was under way
        before = here.said.count("WATCHDOG=1")
        await asyncio.sleep(1.5)
        silent = here.said.count("WATCHDOG=1") - before
        os.kill(here.workers[1], signal.SIGCONT)
        await until(lambda: here.said.count("WATCHDOG=1") > before + 1)
        assert (silent, here.events("worker.died")) == (0, [])


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_the_units_are_hardened(unit: Path) -> None:
    """`systemd-analyze security` gives at most 1.5."""
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed")
    done = subprocess.run(
        [program, "security", "--offline=yes", "--no-pager", str(unit)], capture_output=True, text=True
    )
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    if found is None:
        pytest.skip(f"this systemd-analyze cannot do it offline: {done.stderr.strip()}")
    assert float(found[1]) <= 1.5


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_each_line_of_a_unit_has_its_reason(unit: Path) -> None:
    """A comment stands above each setting, or above the small group that it opens."""
    bare, section, commented = [], "", False
    for line in unit.read_text("utf-8").splitlines():
        if line.startswith("["):
            section, commented = line, False
        elif line.startswith("#"):
            commented = True
        elif not line.strip():
            commented = False
        elif section == "[Service]" and not commented:
            bare.append(line)
    assert bare == []
