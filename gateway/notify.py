"""What the service tells systemd (sd_notify(3), sd_watchdog_enabled(3)); nothing where nobody listens."""

import os
import socket
from collections.abc import Mapping


class Notifier:
    """The channel to the service manager that `environ` names."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        where = environ.get("NOTIFY_SOCKET", "")
        self._channel: socket.socket | None = None
        self.watchdog: float | None = None
        """Seconds within which the manager wants a WATCHDOG=1, or None."""
        if not where.startswith(("/", "@")):
            return
        self._channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._where = "\0" + where[1:] if where.startswith("@") else where
        microseconds = environ.get("WATCHDOG_USEC", "")
        if microseconds.isdecimal() and environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid()):
            self.watchdog = int(microseconds) / 1e6 or None

    def say(self, state: str) -> None:
        """Tell it, as NAME=VALUE, one a line. Never raises."""
        if self._channel is not None:
            try:
                self._channel.sendto(state.encode(), socket.MSG_DONTWAIT, self._where)
            except OSError:
                return  # a manager that went away must not stop the mail

    def close(self) -> None:
        """Give the channel back, in a process that has nothing to say."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
