"""The mode override: in force until its end, for every process, and a link of the chain."""

from sqlalchemy import text

from gateway.store import Settings, Store, verify
from gateway.store.settings import Override
from gateway.words import Mode
from tests.store.samples import MINUTE, T0


def test_without_an_override_the_configuration_decides(store: Store) -> None:
    assert Settings(store).mode(T0) is None


def test_an_override_ends_at_its_time(store: Store) -> None:
    settings = Settings(store)
    settings.set_mode(Mode.BYPASS, T0 + MINUTE, "petra", T0)
    assert [settings.mode(at) for at in (T0, T0 + MINUTE)] == [Mode.BYPASS, None]


def test_an_override_without_an_end_lasts_until_it_is_changed(store: Store, url: str) -> None:
    """Another process sees it too."""
    settings = Settings(store)
    settings.set_mode(Mode.MONITOR, None, "petra", T0)
    other = Store(url)
    other.open()
    assert Settings(other).mode(T0 + 10000 * MINUTE) is Mode.MONITOR
    Settings(other).set_mode(Mode.ENFORCE, None, "tom", T0)
    assert settings.mode(T0) is Mode.ENFORCE
    Settings(other).set_mode(None, None, "tom", T0)
    other.close()
    assert settings.mode(T0) is None


def test_an_override_says_who_set_it_and_until_when(store: Store) -> None:
    settings = Settings(store)
    settings.set_mode(Mode.BYPASS, T0 + MINUTE, "petra", T0)
    assert settings.override(T0) == Override(Mode.BYPASS, T0 + MINUTE, "petra", T0)
    assert settings.override(T0 + MINUTE) is None


def test_every_change_is_a_link_of_the_chain(store: Store) -> None:
    Settings(store).set_mode(Mode.BYPASS, T0 + MINUTE, "petra", T0)
    Settings(store).set_mode(None, None, "petra", T0)
    with store.read() as connection:
        rows = connection.execute(text("SELECT verb, subject FROM audit ORDER BY seq")).all()
    assert [tuple(row) for row in rows] == [("mode", "bypass"), ("mode", "configured")]
    assert verify(store) == []
