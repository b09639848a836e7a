"""`python -m tests.bench [--quick] [--rounds N] [--only WORD]`: Marketgate beside its peers, in ratios.

Systems take turns within each round, so that all of them meet the same machine; figures are medians over
the rounds. Load, system and sink share the machine: read the ratios, and of the absolute figures
only CPU per 1,000 mails. `--memory` measures large mails and idle connections instead,
`--desk` how quickly the desk answers with 10,000 held mails, `--ledger` what a look-up costs among 1,000,000
messages.
"""

import argparse
import json
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import desk, ledger, mails, measure, peers
from tests.bench.reaper import Reaper

NUMBERS = {2_000: 600, 10_000: 600, 100_000: 200, 1_000_000: 40, 10_000_000: 6}


@dataclass(frozen=True)
class Case:
    """One line of the matrix."""

    kind: str = "pass"
    size: int = 10_000
    sessions: int = 10
    kept: bool = True

    def __str__(self) -> str:
        size = f"{self.size // 1000} kB" if self.size < 1_000_000 else f"{self.size // 1_000_000} MB"
        kept = "kept" if self.kept else "new"
        return f"{self.kind}, {size}, {self.sessions} session{'s' * (self.sessions > 1)}, {kept} connections"


CASES = (
    Case(),
    Case(sessions=1),
    Case(sessions=50),
    Case(kept=False),
    Case(size=2_000),
    Case(size=100_000),
    Case(size=1_000_000),
    Case(size=10_000_000, sessions=4),
    Case(kind="tag"),
    Case(kind="tag", sessions=1),
    Case(kind="footer"),
    Case(kind="held"),
)
QUICK = (Case(), Case(kind="tag"), Case(kind="footer"), Case(kind="held"), Case(size=1_000_000))


def send(case: Case, port: int, folder: Path, number: int) -> dict[str, Any]:
    """One run of the load; what it printed."""
    _, sender, rcpt, *_ = mails.KINDS[case.kind]
    each = -(-number // case.sessions) if case.kept else 1
    command = [sys.executable, "-m", "tests.bench.load", str(port), str(folder), f"--each={each}"]
    command += [f"--number={number}", f"--sessions={case.sessions}", f"--sender={sender}", f"--rcpt={rcpt}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90)
    if done.returncode:
        raise AssertionError(done.stderr.strip().splitlines()[-1])
    found: dict[str, Any] = json.loads(done.stdout)
    if found["taken"] != number:
        raise AssertionError(f"{found['taken']} of {number} mails were taken: {found['others']}")
    return found


def measured(case: Case, system: peers.Running, folder: Path, number: int) -> measure.Cell:
    """One round of one system. Raises AssertionError where a mail was refused."""
    port = system.outbound if mails.KINDS[case.kind][0] == "outbound" else system.inbound
    before = measure.cpu(system.pids)
    found = send(case, port, folder, number)
    memory = measure.memory(system.pids)
    peers.settle()  # what is sent on after the reply is work too
    used = measure.cpu(system.pids) - before
    times = found["latencies"]
    return measure.Cell(
        number / found["seconds"],
        1000 * measure.quantile(times, 0.5),
        1000 * measure.quantile(times, 0.99),
        1000 * used / number,
        memory / 1e6,
    )


def fate(case: Case, log: Path) -> str:
    """What Marketgate's log says became of the last mail, as the kinds are called."""
    lines = (json.loads(line) for line in log.read_text().splitlines() if '"tx.done"' in line)
    last = list(lines)[-1]
    word = "tag" if "tag" in last["actions"] else "footer" if "footer" in last["actions"] else "pass"
    return "held" if last["held"] else word


def watch(reaper: Reaper, *systems: peers.Running) -> None:
    """Have these ended, should this process be killed."""
    for pid in (pid for system in systems for pid in system.pids):
        reaper.watch(pid)


def compare(home: Path, cases: tuple[Case, ...], rounds: int, reaper: Reaper) -> None:
    """Start everything, measure, print the tables."""
    (home / "sink").mkdir()
    direct = peers.sink(home / "sink")
    systems = [direct]
    try:
        watch(reaper, direct)
        for name, start in peers.PEERS.items():
            why = peers.missing(name)
            if why is None:
                place = home / name.split()[0].lower()
                place.mkdir()
                try:
                    systems.append(start(place, direct.inbound))
                    watch(reaper, systems[-1])
                except AssertionError as error:
                    why = str(error)
            if why is not None:
                print(f"without {name}: {why}")
        for name, why in peers.NOT_YET.items():
            print(f"without {name}: {why}")
        gate = next(one for one in systems if one.log is not None)
        mails.seed_threads(gate.inbound)
        for case in cases:
            table(case, systems, home, rounds)
    finally:
        for system in reversed(systems):
            system.stop()


def table(case: Case, systems: list[peers.Running], home: Path, rounds: int) -> None:
    """Measure one case and print it."""
    folder, number = mails.folder(home, case.kind, case.size), NUMBERS[case.size]
    cells: dict[str, list[measure.Cell]] = {}
    failed: dict[str, str] = {}
    for turn in range(rounds + 1):  # the first is for warming up
        for system in systems:
            if system.name in failed:
                continue
            try:
                cell = measured(case, system, folder, max(number // 4, 4) if turn == 0 else number)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                failed[system.name] = str(error)[:120]
                continue
            if system.log is not None and fate(case, system.log) != case.kind:
                failed[system.name] = f"this mail was to be {case.kind} and was {fate(case, system.log)}"
            if turn:
                cells.setdefault(system.name, []).append(cell)
    print(f"\n{case}")
    head = ("", "mails/s", "of direct", "p50 ms", "p99 ms", "CPU s/1000", "MB")
    print(f"{head[0]:<18}" + "".join(f"{word:>11}" for word in head[1:]))
    ceiling = measure.middle(cells["direct"]).rate if "direct" in cells else float("nan")
    for system in systems:
        if system.name in failed:
            print(f"{system.name:<18} {failed[system.name]}")
        elif system.name in cells:
            c = measure.middle(cells[system.name])
            own = "" if system.name == "direct" else f"{c.cpu:>11.2f}{c.memory:>11.0f}"
            share = f"{c.rate:>11.0f}{c.rate / ceiling:>11.0%}"
            print(f"{system.name:<18}{share}{c.p50:>11.2f}{c.p99:>11.2f}{own}", flush=True)


def large(home: Path, number: int, size: int, reaper: Reaper) -> None:
    """What `number` sessions of `size` octets cost in memory, passed and held; 1,000 idle ones too."""
    (home / "sink").mkdir()
    (home / "gate").mkdir()
    direct = peers.sink(home / "sink")
    gate = peers.marketgate(home / "gate", direct.inbound)
    try:
        watch(reaper, direct, gate)
        mails.seed_threads(gate.inbound)
        for kind in mails.KINDS:
            case = Case(kind, size, number)
            folder = mails.folder(home, kind, size)
            port = gate.outbound if mails.KINDS[kind][0] == "outbound" else gate.inbound
            send(Case(kind, 10_000, 10), port, mails.folder(home, kind, 10_000), 50)
            before = top = measure.own_memory(gate.pids)
            _, sender, rcpt, *_ = mails.KINDS[kind]
            command = [sys.executable, "-m", "tests.bench.load", str(port), str(folder)]
            command += [f"--number={number}", f"--sessions={number}", f"--sender={sender}", f"--rcpt={rcpt}"]
            load = subprocess.Popen(command, stdout=subprocess.PIPE)
            while load.poll() is None:
                top = max(top, measure.own_memory(gate.pids))
                peers.settle(0.01)
            assert load.stdout is not None
            taken = json.loads(load.stdout.read() or b'{"taken": 0}')["taken"]
            rise = (top - before) / 1e6
            print(
                f"{case.kind}: {number} sessions of {size / 1e6:.0f} MB, {taken} taken: +{rise:.0f} MB",
                flush=True,
            )
        case, folder = Case(), mails.folder(home, "pass", 10_000)
        alone = measured(case, gate, folder, 1000)
        before = measure.own_memory(gate.pids)
        idle = [socket.create_connection(("127.0.0.1", gate.inbound)) for _ in range(1000)]
        for one in idle:
            one.recv(100)
        rise = (measure.own_memory(gate.pids) - before) / 1e6
        beside = measured(case, gate, folder, 1000)
        print(
            f"1000 idle connections: +{rise:.0f} MB; mails/s {alone.rate:.0f} alone, {beside.rate:.0f} beside"
        )
        for one in idle:
            one.close()
    finally:
        gate.stop()
        direct.stop()


def main() -> None:
    """Run as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--quick", action="store_true", help="a few cases, one round")
    parser.add_argument("--rounds", type=int, default=0, help="rounds that count (3; with --quick 1)")
    parser.add_argument("--only", default="", help="cases that have this in their name")
    parser.add_argument("--memory", action="store_true", help="large mails and idle connections instead")
    parser.add_argument("--desk", action="store_true", help="the desk with 10,000 held mails instead")
    parser.add_argument("--ledger", action="store_true", help="look-ups among 1,000,000 messages instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="marketgate-bench-") as place:
        Path(place).chmod(0o755)  # peers that drop their rights have to get in
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what is to be cleared up is cleared up
        reaper = Reaper(Path(place))
        if options.desk:
            desk.run(Path(place), options.rounds or 15)
            return
        if options.ledger:
            ledger.run(Path(place))
            return
        if options.memory:
            large(Path(place), 20, 50 * 1024 * 1024 - 100_000, reaper)
            return
        cases = tuple(c for c in (QUICK if options.quick else CASES) if options.only in str(c))
        compare(Path(place), cases, options.rounds or (1 if options.quick else 3), reaper)


if __name__ == "__main__":
    main()
