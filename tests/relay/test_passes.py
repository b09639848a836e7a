"""`outbound.stamp`: what was decided is marked, and not decided on again when it comes round."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.app import now
from gateway.mail.message import Message
from gateway.relay.passes import LASTS, NAME, SKEW, Passes
from gateway.review.moderation import Moderation
from gateway.store.database import Store
from gateway.store.settings import Settings
from tests.test_service import STAFF, UNQUOTED, Site, site

AT = datetime(2026, 11, 24, 20, 45, tzinfo=UTC)
MAIL = (
    b"From: Eva <Service@example.com>\r\nMessage-ID: <a1@example.com>\r\nSubject: Lampe\r\n\r\nGuten Tag\r\n"
)
STAMP = "[outbound]\n", "[outbound]\nstamp = true\n"
HOLD = 'mode = "enforce"\n[[rule]]\nname = "all"\ndirection = "outbound"\ndo = ["hold"]\n'
OUTSIDE = "kunde@gmx.example"


def message(front: bytes, raw: bytes = MAIL) -> Message:
    """A mail with fields in front."""
    return Message(front + raw)


def test_a_mark_counts_on_the_mail_it_was_made_for() -> None:
    """Whatever systems on the way put in front, or change of subject and body."""
    passes = Passes(b"k" * 32)
    mark = passes.field("abc", Message(MAIL), AT)
    assert mark.startswith(b"X-Marketgate-Pass: abc 20261124T204500Z\r\n ")
    changed = MAIL.replace(b"Lampe", b"[EXT] Lampe").replace(b"Guten Tag", b"Guten Tag, Fusszeile")
    for found in (
        message(mark),
        message(b"Received: from a by b;\r\n\tTue, 24 Nov 2026 20:45:00 +0000\r\n" + mark, changed),
        message(mark.replace(b"X-Marketgate-Pass: abc ", b"x-marketgate-pass: abc\r\n ")),
        message(b"X-Marketgate-Pass: somebody else's\r\n" + mark),
    ):
        assert passes.known(found, AT) == "abc"
    assert passes.known(message(mark), AT + LASTS) == "abc"
    assert passes.known(message(mark), AT - SKEW) == "abc"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a1@example.com", b"a2@example.com"),
        (b"Service@example.com", b"other@example.com"),
        (b"abc 2026", b"abd 2026"),
        (b"20261124T204500Z", b"20261124T204501Z"),
        (b"Z\r\n ", b"Z\r\n 0"),
        (b"Message-ID", b"Message-Id-"),
        (b"X-Marketgate-Pass", b"X-Marketgate-Pas"),
        (b"abc 2026", b"2026"),
        (b"abc 2026", "äbc 2026".encode()),
        (b"From:", b"From: x@y.example\r\nX-From:"),
    ],
)
def test_a_mark_counts_for_nothing_elsewhere(old: bytes, new: bytes) -> None:
    """Another mail, another author, a changed mark."""
    passes = Passes(b"k" * 32)
    raw = passes.field("abc", Message(MAIL), AT) + MAIL
    assert old in raw
    assert passes.known(Message(raw.replace(old, new)), AT) is None


def test_a_mark_of_others_or_of_long_ago_counts_for_nothing() -> None:
    """Nor one behind many that are not ours, which would make us reckon for long."""
    passes = Passes(b"k" * 32)
    mark = passes.field("abc", Message(MAIL), AT)
    assert Passes(b"l" * 32).known(message(mark), AT) is None
    assert passes.known(message(mark), AT + LASTS + timedelta(seconds=1)) is None
    assert passes.known(message(mark), AT - SKEW - timedelta(seconds=1)) is None
    assert passes.known(message(b"X-Marketgate-Pass: a b c\r\n" * 10 + mark), AT) is None


def test_the_key_is_one_for_all_and_stays(tmp_path: Path) -> None:
    """Two processes, and the same after a restart."""
    keys = set()
    for _ in range(2):
        store = Store(f"sqlite:///{tmp_path}/x.db")
        store.open()
        keys |= {Settings(store).key("pass", AT), Settings(store).key("pass", AT)}
        other = Settings(store).key("other", AT)
        store.close()
    assert [len(key) for key in keys] == [32]
    assert other not in keys


def holding(here: Site, stamp: bool = True) -> None:
    """Everything that goes out is held."""
    folder = here.service.config.directory
    (folder / "policy.toml").write_text(HOLD)
    if stamp:
        toml = folder / "gateway.toml"
        toml.write_text(toml.read_text().replace(*STAMP))
    here.service.reload()


async def release(here: Site, held: str) -> None:
    """Somebody lets it go, and it is gone."""
    before = len(here.outside.mails)
    desk = Moderation(here.service.store, here.service.current, now)
    await here.service.store.call(lambda: desk.release(held, "eva", as_="original", note="fine"))
    here.service.releaser.wake()
    while len(here.outside.mails) == before:  # noqa: ASYNC110 - a task of its own sends it
        await asyncio.sleep(0.01)


async def test_what_was_decided_comes_round_once_and_passes(tmp_path: Path) -> None:
    """First through the rules, then untouched with a fresh mark; on another mail it is worth nothing."""
    async with site(tmp_path) as here:
        toml = here.service.config.directory / "gateway.toml"
        toml.write_text(toml.read_text().replace(*STAMP))
        here.service.reload()
        assert (await here.answer(UNQUOTED))[0] == 250
        first = here.outside.mails[-1].data
        assert first.count(NAME.encode()) == 1
        holding(here, stamp=False)
        code, text = await here.answer(first)
        assert (code, text[:6]) == (250, b"2.0.0 "), text
        assert b"held" not in text
        second = here.outside.mails[-1].data
        assert second.count(NAME.encode()) == 1
        assert second.endswith(UNQUOTED)
        stolen = first[: first.index(b"From:")] + UNQUOTED.replace(b"a1@", b"a2@")
        assert b"held for review" in (await here.answer(stolen))[1]


async def test_a_release_is_marked_so_that_it_is_not_held_again(tmp_path: Path) -> None:
    """Else what a person let go would be held each time it comes round."""
    async with site(tmp_path) as here:
        holding(here)
        _, text = await here.answer(UNQUOTED)
        await release(here, text.split()[-1].decode())
        gone = here.outside.mails[-1].data
        assert gone.count(NAME.encode()) == 1
        assert b"held" not in (await here.answer(gone))[1]


async def test_without_stamp_no_mark_is_made_or_believed(tmp_path: Path) -> None:
    """And the field is removed like all others of ours, on both legs."""
    async with site(tmp_path) as here:
        assert here.service.stage.passes is not None
        mark = here.service.stage.passes.field("abc", Message(UNQUOTED), now())
        holding(here, stamp=False)
        assert b"held for review" in (await here.answer(mark + UNQUOTED))[1]
        assert (await here.receive(mark + UNQUOTED, STAFF))[0] == 250
        assert NAME.encode() not in here.mailserver.mails[-1].data
