"""A store on disk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.store import Store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/var/marketgate.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    store.open()
    yield store
    store.close()
