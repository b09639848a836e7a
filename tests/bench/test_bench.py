"""The benchmark's own arithmetic, and that its mails are what their kinds say."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gateway.mail.message import Message
from tests.bench import mails, measure
from tests.bench.load import wire
from tests.bench.reaper import began


def test_quantiles_and_medians() -> None:
    assert [measure.quantile([3.0, 1.0, 2.0, 4.0], share) for share in (0.0, 0.5, 0.99)] == [1.0, 3.0, 4.0]
    cells = [measure.Cell(1, 5, 9, 2, 7), measure.Cell(3, 4, 8, 3, 6), measure.Cell(2, 6, 7, 1, 8)]
    assert measure.middle(cells) == measure.Cell(2, 5, 8, 2, 7)


def test_a_process_uses_cpu_and_memory() -> None:
    before = measure.cpu([os.getpid()])
    sum(range(2_000_000))
    assert measure.cpu([os.getpid()]) > before
    assert measure.own_memory([os.getpid()]) > 1_000_000
    assert os.getpid() in measure.tree([os.getppid()])


@pytest.mark.parametrize("size", [2_000, 100_000])
@pytest.mark.parametrize("kind", mails.KINDS)
def test_mails_have_about_their_size_and_whole_parts(kind: str, size: int) -> None:
    raw = mails.mail(kind, size)
    assert abs(len(raw) - size) < 0.5 * size
    assert not [problem for part in Message(raw).root.walk() for problem in part.problems]
    assert wire(b"a\r\n.b\r\n") == b"a\r\n..b\r\n.\r\n"


BENCH = """
import subprocess, sys, time
from pathlib import Path
from tests.bench.reaper import Reaper
reaper, started = Reaper(Path(sys.argv[1])), subprocess.Popen(["sleep", "600"])
reaper.watch(started.pid)
print(started.pid, flush=True)
time.sleep(600)
"""


def test_a_killed_benchmark_leaves_nothing_running(tmp_path: Path) -> None:
    folder = tmp_path / "bench"
    folder.mkdir()
    bench = subprocess.Popen([sys.executable, "-c", BENCH, str(folder)], stdout=subprocess.PIPE)
    assert bench.stdout is not None
    pid = int(bench.stdout.readline())
    assert began(pid)
    bench.send_signal(signal.SIGKILL)
    bench.wait()
    bench.stdout.close()
    end = time.monotonic() + 60
    while (began(pid) or folder.exists()) and time.monotonic() < end:
        time.sleep(0.02)
    assert (began(pid), folder.exists()) == ("", False)
