"""A store in a temporary file for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.store.database import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open, empty store."""
    opened = Store(f"sqlite:///{tmp_path}/store.db")
    opened.open()
    yield opened
    opened.close()
