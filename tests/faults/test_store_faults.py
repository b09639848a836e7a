"""F28, F30, F35, F36, F37, F38, F39: the disk, memory and the database.

A full disk is a small tmpfs (root only), a disk that fails is strace's doing; without them the tests are
skipped and say so.
"""

import asyncio
import contextlib
import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.app import Service
from gateway.store import purge
from gateway.store.audit import verify
from gateway.store.database import Store, StoreError
from gateway.store.held import BodyErased
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.faults.place import (
    HOLD_ALL,
    Nursery,
    alive,
    apart,
    attached,
    copies,
    id_of,
    mail,
    place,
    plain,
    strace,
    until,
)
from tests.store.samples import BODY, T0, hold_id
from tests.store.test_purge import decided, limits


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if made.returncode != 0:
        pytest.skip(f"no small disk can be mounted: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("place_", ["store", "spool"])
async def test_f35_the_disk_is_full(tmp_path: Path, small_disk: Path, place_: str) -> None:
    """452 for what needs room, everything else flows; with room again it works again by itself."""
    home = small_disk if place_ == "store" else tmp_path / "home"
    home.mkdir(exist_ok=True)
    spool = f'[limits]\nspool_dir = "{small_disk}"\n'
    async with place(home, spool, policy=HOLD_ALL) as here:
        large = plain() + b"filler\r\n" * 150_000
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(os.urandom(4096))
            except OSError:
                pass
        if place_ == "store":
            assert (await here.answer(raw := mail()))[:3] in (b"452", b"451")
            assert (await here.receive(plain()))[:3] == b"250"
            assert await here.service.store.call(Holds(here.service.store).list) == []
        else:
            assert (await here.receive(large))[:9] == b"452 4.3.1"
            assert (await here.receive(raw := plain()))[:3] == b"250"
        filler.unlink()
        if place_ == "store":
            assert (await here.answer(raw))[:3] == b"250"
        assert (await here.receive(large if place_ == "spool" else mail()))[:3] == b"250"
        assert max(copies(here.mailserver.mails).values()) == 1


async def test_f30_the_disk_is_asked_to_sync_before_the_250_of_a_hold(
    tmp_path: Path, nursery: Nursery
) -> None:
    """fdatasync of the write-ahead log stands before the reply in the order of system calls."""
    async with apart(nursery, tmp_path, policy=HOLD_ALL) as here:
        await here.answer(mail())
        tracer = strace(tmp_path, here.pid, "-e", "trace=fsync,fdatasync,sendto", "-s", "40")
        await attached(here.pid, tracer)
        assert (await here.answer(mail()))[:3] == b"250"
        tracer.terminate()
        tracer.wait(10)
    calls = (tmp_path / "strace").read_text().splitlines()
    replied = next(at for at, call in enumerate(calls) if "held for review" in call)
    begun = next(at for at, call in enumerate(calls) if "354" in call and "sendto" in call)
    assert any("sync(" in call for call in calls[begun:replied]), calls


async def test_f36_the_disk_cannot_sync(tmp_path: Path, nursery: Nursery) -> None:
    """EIO: 451, not counted as held; the log says so; with a sound disk the retry is held once."""
    async with apart(nursery, tmp_path, policy=HOLD_ALL) as here:
        await here.answer(mail())
        tracer = strace(
            tmp_path, here.pid, "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO"
        )
        await attached(here.pid, tracer)
        raw = mail()
        assert (await here.answer(raw))[:3] == b"451"
        assert '"event": "store.error"' in here.log
        tracer.terminate()
        tracer.wait(10)
        assert (await here.answer(raw))[:24] == b"250 2.0.0 held for revie"
        store = Store(f"sqlite:///{here.store}")
        store.open()
        assert sorted(one.message_id or "" for one in Holds(store).list())[-1:] == [id_of(raw).decode()]
        store.close()


async def test_f38_another_writer_keeps_the_store_locked(tmp_path: Path) -> None:
    """Five seconds, then 451 for what must be written; what need not be passes meanwhile, without a wait
    for the others; afterwards all is well."""
    async with place(tmp_path, policy=HOLD_ALL) as here:
        assert (await here.answer(mail()))[:3] == b"250"
        other = sqlite3.connect(here.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        loop = asyncio.get_running_loop()
        began = loop.time()
        raws = [mail() for _ in range(6)]
        waiting = [asyncio.create_task(here.answer(raw)) for raw in raws]
        assert (await here.receive(plain()))[:3] == b"250"
        assert not any(task.done() for task in waiting)
        assert {answer[:3] for answer in await asyncio.gather(*waiting)} == {b"451"}
        assert loop.time() - began < 25  # one after the other: thirty
        (raw, *_) = raws
        other.execute("ROLLBACK")
        other.close()
        assert (await here.answer(raw))[:3] == b"250"


@pytest.mark.parametrize("damage", ["bytes", "not a database", "another program's"])
async def test_f39_a_damaged_store_is_said_at_the_start(tmp_path: Path, damage: str) -> None:
    """The service does not start on it, and says why in fixed words."""
    async with place(tmp_path, policy=HOLD_ALL) as here:
        await here.answer(mail())
    if damage == "another program's":
        here.store.unlink()
        with sqlite3.connect(here.store) as other:
            other.execute("CREATE TABLE theirs (x)")
        other.close()
    else:
        data = bytearray(here.store.read_bytes())
        data[: 16 if damage == "not a database" else len(data)] = random.Random(1).randbytes(
            16 if damage == "not a database" else len(data)
        )
        here.store.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        await Service(here.folder, only="relay").start()
    assert caught.value.reason in ("damaged", "schema")


async def test_f39_pages_that_go_bad_while_it_runs(tmp_path: Path) -> None:
    """Inbound mail passes and says so (`on_error`), answers wait at the client; the service stays up."""
    async with place(tmp_path, policy=HOLD_ALL) as here:
        await here.answer(mail())
        here.service.store.close()
        data = bytearray(here.store.read_bytes())
        data[100:] = random.Random(1).randbytes(len(data) - 100)
        here.store.write_bytes(data)
        assert (await here.receive(mail()))[:3] == b"250"
        assert (await here.answer(mail()))[:3] == b"451"
        assert here.mailserver.mails[0].data.startswith(b"X-Marketgate-Error: store\r\n")


async def test_f28_killed_while_it_makes_its_schema(tmp_path: Path, nursery: Nursery) -> None:
    """Wherever the kill lands, the next start finds a whole store or none, and serves."""
    dice = random.Random(3)
    async with apart(nursery, tmp_path) as here:
        await here.stop()
        for _ in range(10):
            for left in tmp_path.glob("store.db*"):
                left.unlink()
            pid = nursery.fork(folder=str(here.folder), only="relay", log=str(tmp_path / "log"))
            await asyncio.sleep(dice.uniform(0.05, 0.4))
            os.kill(pid, signal.SIGKILL)
            await until(lambda pid=pid: not alive(pid))
            store = Store(f"sqlite:///{here.store}")
            store.open()
            with store.read() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            store.close()
        await here.start()
        assert (await here.receive(mail()))[:3] == b"250"


def test_f28_killed_while_it_purges(tmp_path: Path) -> None:
    """Each thing is there whole or gone whole, with its link in the chain; what is undecided stays."""
    url, dice = f"sqlite:///{tmp_path}/store.db", random.Random(5)
    store = Store(url)
    store.open()
    for number in range(24):
        decided(store, number, 40, HeldState.SENT if number % 3 else HeldState.PENDING)
    store.close()
    left = [24]
    while left[-1] > 8:
        heard, ready = os.pipe()
        pid = os.fork()
        if pid == 0:
            purge.AT_ONCE = 2  # type: ignore[misc]  # many small transactions to be killed in
            store.open()
            os.write(ready, b"!")
            purge.Purge(store).run(limits(), "gateway", T0)
            os._exit(0)
        os.read(heard, 1)
        time.sleep(dice.uniform(0.0, 0.03))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(heard)
        os.close(ready)
        store.open()
        with store.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        bodies, erased = set(), set()
        for number in range(24):
            try:
                bodies.add(hold_id(number) if Holds(store).body(hold_id(number)) == BODY else "")
            except BodyErased:
                erased.add(hold_id(number))
        assert len(bodies | erased) == 24
        assert {hold_id(number) for number in range(0, 24, 3)} <= bodies
        assert verify(store) == []
        left.append(len(bodies))
        store.close()
    assert left == sorted(left, reverse=True)


async def test_f35_the_disk_of_the_log_is_full(small_disk: Path, nursery: Nursery) -> None:
    """A line that cannot be written costs no session and no mail; with room again the log goes on."""
    async with apart(nursery, small_disk) as here:
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"filler " * 512)
        with filler.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x")
        mails = [plain() for _ in range(40)]
        for raw in mails:
            assert (await here.receive(raw))[:3] == b"250"
        filler.unlink()
        lines = here.log.count('"event": "tx.done"')
        assert lines < 40
        assert (await here.receive(raw := plain()))[:3] == b"250"
        assert here.log.count('"event": "tx.done"') > lines
        assert copies(here.mailserver.mails) == dict.fromkeys(map(id_of, (*mails, raw)), 1)
        assert here.starts == 1


async def test_f37_memory_is_limited(tmp_path: Path, nursery: Nursery) -> None:
    """A mail for which there is no room is put off, others flow, nothing dies; with room it is taken."""
    async with apart(nursery, tmp_path) as here:
        assert (await here.receive(plain()))[:3] == b"250"
        status = Path(f"/proc/{here.pid}/status").read_text()
        used = int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmSize:"))) * 1024
        before = resource.prlimit(here.pid, resource.RLIMIT_AS, (used + (8 << 20), resource.RLIM_INFINITY))
        large = plain() + b"filler\r\n" * (2 << 20)
        assert (await here.receive(large))[:1] == b"4"
        small = [plain() for _ in range(5)]
        for raw in small:
            assert (await here.receive(raw))[:3] == b"250"
        resource.prlimit(here.pid, resource.RLIMIT_AS, before)
        assert (await here.receive(large))[:3] == b"250"
        assert (copies(here.mailserver.mails)[id_of(large)], here.starts) == (1, 1)


async def test_f30_what_was_not_synced_is_not_needed(tmp_path: Path, nursery: Nursery) -> None:
    """The store's files rebuilt as the disk had them when the 250 was said, less the writes that no sync had
    followed: the held mail is there."""
    async with apart(nursery, tmp_path, policy=HOLD_ALL) as here:
        await here.answer(mail())
        base = {path.name: bytearray(path.read_bytes()) for path in tmp_path.glob("store.db*")}
        calls = "trace=pwrite64,write,ftruncate,fsync,fdatasync,sendto"
        tracer = strace(tmp_path, here.pid, "-e", calls, "-y", "-x", "-s", "1000000")
        await attached(here.pid, tracer)
        raw = mail()
        assert (await here.answer(raw))[:3] == b"250"
        tracer.terminate()
        tracer.wait(10)
    waiting: dict[str, list[tuple[int, bytes]]] = defaultdict(list)
    written = synced = 0
    for line in (tmp_path / "strace").read_text().splitlines():
        if "sendto(" in line and "held for review" in line:
            break
        found = re.search(r"(\w+)\(\d+<[^>]*/(store\.db[^>/]*)>(?:, \"(.*)\", \d+, (\d+))?", line)
        if found is None:
            continue
        name = found[2]
        if found[1] == "pwrite64":
            written_now = found[3].encode("latin-1").decode("unicode_escape").encode("latin-1")
            waiting[name].append((int(found[4]), written_now))
            written += 1
        elif found[1] in ("fsync", "fdatasync"):
            for at, data in waiting.pop(name, ()):
                disk = base.setdefault(name, bytearray())
                disk.extend(bytes(max(0, at + len(data) - len(disk))))
                disk[at : at + len(data)] = data
                synced += 1
        else:
            raise AssertionError(f"this test does not know {line[:80]}")
    assert 0 < synced <= written
    after = tmp_path / "after the power cut"
    after.mkdir()
    for name, disk in base.items():
        if not name.endswith("-shm"):  # it is not on the disk in any state one could rely on
            (after / name).write_bytes(disk)
    store = Store(f"sqlite:///{after}/store.db")
    store.open()
    assert id_of(raw).decode() in {one.message_id for one in Holds(store).list()}
    assert verify(store) == []
    store.close()
