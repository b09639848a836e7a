"""Ends what a benchmark started, when the benchmark itself was killed: `python -m tests.bench.reaper FOLDER`.

A process of its own in a session of its own, which reads from a pipe what was started, and at the end of
the pipe, however it came, ends those of it that are still there and removes the folder. A process
id counts together with the time its process began, so that nobody else's is ever touched.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 5.0


def began(pid: int) -> str:
    """When the process began, in ticks since the machine did; "" if it is not there or has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


class Reaper:
    """The benchmark's end of the pipe."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.reaper", str(folder)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def watch(self, pid: int) -> None:
        """End this process, should we be killed before it ends."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{pid} {began(pid)}\n".encode())
        self._process.stdin.flush()

    def close(self) -> None:
        """All is ended and removed."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def main() -> None:
    """Wait for the end of the pipe, then clear up."""
    started = [line.split() for line in sys.stdin]
    left = [int(pid) for pid, when in started if when and began(int(pid)) == when]
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        end = time.monotonic() + PATIENCE
        while (left := [pid for pid in left if began(pid)]) and time.monotonic() < end:
            time.sleep(0.05)
    shutil.rmtree(sys.argv[1], ignore_errors=True)


if __name__ == "__main__":
    main()
