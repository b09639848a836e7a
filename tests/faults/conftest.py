"""Shared by the tests of faults."""

from collections.abc import Iterator

import pytest

from tests.faults.place import Nursery
from tests.support import relay
from tests.support.tls import Certificate, make_certificate


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where gateways come from that a test may kill."""
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client waits long enough for a process that has just been started, on a busy machine too."""
    monkeypatch.setattr(relay, "PATIENCE", 40.0)


@pytest.fixture
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A certificate for localhost."""
    return make_certificate(tmp_path_factory.mktemp("tls"))
