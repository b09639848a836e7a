"""What processes use: CPU and memory of a program with all its children, from /proc; and the arithmetic."""

import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cell:
    """What one round measured: mails a second, latencies in ms, CPU seconds per 1,000 mails, memory in MB."""

    rate: float
    p50: float
    p99: float
    cpu: float
    memory: float


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie: the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def middle(cells: Sequence[Cell]) -> Cell:
    """The median of each figure over the rounds."""
    figures = zip(*((c.rate, c.p50, c.p99, c.cpu, c.memory) for c in cells), strict=True)
    return Cell(*(statistics.median(each) for each in figures))


def tree(pids: Sequence[int]) -> list[int]:
    """These processes and all their descendants that live."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found = list(pids)
    for pid in found:  # grows while it is read
        found += children.get(pid, [])
    return found


def cpu(pids: Sequence[int]) -> float:
    """CPU seconds that these and their descendants used, those that have ended included."""
    total = 0.0
    for pid in tree(pids):
        try:
            for line in Path(f"/proc/{pid}/task").glob("*/schedstat"):
                total += int(line.read_text().split()[0]) / 1e9
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += (int(fields[13]) + int(fields[14])) / TICK  # children that ended and were waited for
        except OSError:
            continue
    return total


def _lines(pid: int, name: str, wanted: tuple[str, ...]) -> int:
    try:
        lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(wanted)) * 1024


def memory(pids: Sequence[int]) -> int:
    """Octets of memory, what several share counted in shares (PSS)."""
    return sum(_lines(pid, "smaps_rollup", ("Pss:",)) for pid in tree(pids))


def own_memory(pids: Sequence[int]) -> int:
    """RssAnon and RssShmem of them all: what is no page of a file."""
    return sum(_lines(pid, "status", ("RssAnon:", "RssShmem:")) for pid in tree(pids))
