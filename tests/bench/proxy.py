"""A peer of the benchmark, the SMTP library's own proxy: `python -m tests.bench.proxy PORT HOP_PORT`."""

import signal
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Proxy


def main() -> None:
    """Serve until SIGTERM."""
    port, hop = map(int, sys.argv[1:])
    Controller(Proxy("127.0.0.1", hop), hostname="127.0.0.1", port=port).start()
    signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    main()
