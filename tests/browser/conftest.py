"""The desk in a real browser. Without chromium these tests are skipped, and say what to install."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.browser.site import CHROMIUM, Site, site

_WHERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM.exists():
        return
    skip = pytest.mark.skip(reason=f"no {CHROMIUM}: as root, apt-get install chromium (or set CHROMIUM)")
    for item in items:
        if _WHERE in item.path.parents:
            item.add_marker(skip)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Site]:
    """A running gateway with a desk and a browser; whatever the test does, no request may leave the desk."""
    async with site(tmp_path) as made:
        yield made
        assert made.foreign == []
