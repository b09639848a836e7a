"""The real peers: skipped with the reason where they cannot be had, an error where they must be there."""

import os

import pytest

from tests.peers import mta


@pytest.fixture(autouse=True)
def _peers_are_here() -> None:
    why = mta.why_not()
    if why is None:
        return
    if os.environ.get("MARKETGATE_PEERS") == "required":
        pytest.fail(f"the peers are required here, but: {why}")
    pytest.skip(f"needs Postfix and swaks; {why}")
