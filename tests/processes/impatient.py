"""`marketgate serve --config DIR`, only that a worker has one second to answer."""

import sys
from pathlib import Path

from gateway.supervisor import Supervisor, Timing

if __name__ == "__main__":
    timing = Timing(hung=1.0, ping=0.2)
    raise SystemExit(Supervisor(Path(sys.argv[2]), timing=timing).run())
