"""What systemd is told, over the socket it names."""

import os
import socket
from pathlib import Path

import pytest

from gateway.notify import Notifier


@pytest.mark.parametrize("kind", ["path", "abstract"])
def test_a_state_reaches_the_manager(tmp_path: Path, kind: str) -> None:
    """A socket in the file system, or an abstract one, which begins with @."""
    name = str(tmp_path / "notify") if kind == "path" else f"@marketgate-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(name.replace("@", "\0", 1) if name.startswith("@") else name)
        notifier = Notifier({"NOTIFY_SOCKET": name})
        notifier.say("READY=1")
        assert manager.recv(100) == b"READY=1"
        notifier.close()
        notifier.say("STOPPING=1")
        manager.setblocking(False)
        with pytest.raises(BlockingIOError):
            manager.recv(100)


def test_without_a_manager_nothing_is_said(tmp_path: Path) -> None:
    """Neither without a name, nor where nobody listens any more."""
    for environ in ({}, {"NOTIFY_SOCKET": "relative"}, {"NOTIFY_SOCKET": str(tmp_path / "gone")}):
        notifier = Notifier(environ)
        notifier.say("READY=1")
        assert notifier.watchdog is None
        notifier.close()


@pytest.mark.parametrize(
    ("usec", "pid", "seconds"),
    [
        ("30000000", "mine", 30.0),
        ("30000000", "1", None),
        ("30000000", None, 30.0),
        ("0", None, None),
        ("soon", None, None),
    ],
)
def test_the_watchdog_is_for_the_process_that_is_named(
    usec: str, pid: str | None, seconds: float | None
) -> None:
    """WATCHDOG_PID names it (sd_watchdog_enabled(3)); without it, whoever reads."""
    pid = str(os.getpid()) if pid == "mine" else pid
    environ = {"NOTIFY_SOCKET": "/run/systemd/notify", "WATCHDOG_USEC": usec}
    notifier = Notifier(environ | ({"WATCHDOG_PID": pid} if pid else {}))
    assert notifier.watchdog == seconds
    notifier.close()
