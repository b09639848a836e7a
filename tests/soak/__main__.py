"""Mail at a steady rate through a gateway that is killed, with a next hop that flaps and breaks off (F60).

    python -m tests.soak [--minutes 5] [--rate 20] [--seed 1]

Clients send until they hear 250. One summary line at the end; exit code 1 if a mail was lost, or more copies
arrived than the faults explain.
"""

import argparse
import asyncio
import contextlib
import random
import re
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.place import Apart, Nursery, apart, copies, id_of, mail, plain
from tests.support.hop import CLOSE, Stored

PAUSE = 0.2
"""Seconds a client waits before it sends again."""


@dataclass
class Tally:
    """What happened."""

    sent: set[bytes] = field(default_factory=set)
    kills: int = 0
    flaps: int = 0
    cuts: int = 0
    reloads: int = 0
    tries: int = 0
    slowest: float = 0.0
    memory: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)


async def send(here: Apart, raw: bytes, tally: Tally) -> None:
    """One client with one mail, until it is taken."""
    began = time.monotonic()
    while True:
        tally.tries += 1
        with contextlib.suppress(OSError, TimeoutError, AssertionError):
            if (await here.receive(raw))[:3] == b"250":
                break
        await asyncio.sleep(PAUSE)
    tally.sent.add(id_of(raw))
    tally.slowest = max(tally.slowest, time.monotonic() - began)


async def trouble(here: Apart, tally: Tally, dice: random.Random) -> None:
    """Now and then a fault."""
    while True:
        await asyncio.sleep(dice.uniform(1.0, 4.0))
        what = dice.choice(["cut", "cut", "flap", "kill", "reload"])
        if what == "cut":
            here.mailserver.script["DOT"].append(Stored(CLOSE))
            tally.cuts += 1
        elif what == "flap":
            await here.mailserver.stop()
            await asyncio.sleep(dice.uniform(0.1, 1.0))
            await here.mailserver.__aenter__()
            tally.flaps += 1
        elif what == "reload":
            here.signal(signal.SIGHUP)
            tally.reloads += 1
        else:
            measure(here, tally)
            await here.kill()
            await here.start()
            tally.kills += 1


def measure(here: Apart, tally: Tally) -> None:
    """Memory in kB and open files of the process."""
    process = Path(f"/proc/{here.pid}")
    found = re.search(r"VmRSS:\s+(\d+)", (process / "status").read_text())
    tally.memory.append(int(found[1]) if found else 0)
    tally.files.append(len(list((process / "fd").iterdir())))


async def soak(minutes: float, rate: float, seed: int) -> int:
    """Run it; the exit code."""
    dice, tally, nursery = random.Random(seed), Tally(), Nursery()
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory() as folder:
        async with apart(nursery, Path(folder)) as here:
            faults = asyncio.create_task(trouble(here, tally, dice))
            end = loop.time() + minutes * 60
            clients = []
            while loop.time() < end:
                raw = dice.choice([plain, plain, mail])()
                clients.append(asyncio.create_task(send(here, raw, tally)))
                await asyncio.sleep(1 / rate)
            faults.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await faults
            here.mailserver.script.clear()
            if not await calm(here):
                print("soak: the gateway did not come back", file=sys.stderr)
                return 1
            await asyncio.gather(*clients)
            measure(here, tally)
            log = here.log
            arrived = copies(here.mailserver.mails)
            await here.stop()
    nursery.close()
    lost = len(tally.sent - set(arrived))
    extra = sum(arrived.values()) - len(arrived)
    orphans = log.count("exception was never retrieved")
    print(
        f"soak {minutes:g} min, {rate:g}/s, seed {seed}: sent {len(tally.sent)}, lost {lost},"
        f" extra copies {extra} ({tally.cuts} broken-off dots, {tally.flaps} flaps, {tally.kills} kills,"
        f" {tally.reloads} reloads),"
        f" tries {tally.tries},"
        f" slowest {tally.slowest:.1f} s, RSS {min(tally.memory)} to {max(tally.memory)} kB,"
        f" files {min(tally.files)} to {max(tally.files)}, never retrieved {orphans},"
        f" errors {log.count('tx.error')}"
    )
    # A flap or a kill can cut every session that waits for a final reply then; a dot broken off is one copy.
    return int(bool(lost or orphans) or extra > tally.cuts + 10 * (tally.flaps + tally.kills))


async def calm(here: Apart) -> bool:
    """Both sides up again, whatever the last fault interrupted."""
    with contextlib.suppress(OSError):
        await here.mailserver.__aenter__()
    for _ in range(3):
        with contextlib.suppress(OSError, TimeoutError, AssertionError):
            if (await here.receive(plain()))[:3] == b"250":
                return True
        with contextlib.suppress(AssertionError, OSError):
            await here.start()
    return False


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    return asyncio.run(soak(wanted.minutes, wanted.rate, wanted.seed))


if __name__ == "__main__":
    sys.exit(main())
