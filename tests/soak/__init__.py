"""Real time, real faults: `python -m tests.soak --minutes 5`."""
