"""How often a process is killed at each point: ten times, or as `make soak` says."""

import os

KILLS = int(os.environ.get("MARKETGATE_KILLS", "10"))
