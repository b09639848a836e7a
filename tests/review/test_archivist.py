"""The archive gets what was really sent, and nothing that it does reaches anybody else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from gateway.config.models import Config
from gateway.review.archivist import Archivist
from gateway.review.moderation import Moderation
from gateway.review.releaser import Releaser
from gateway.store.archive import Archive
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.words import Direction, HeldState
from tests.review.samples import BODY, ID, START, Clock, config, held, put
from tests.support.hop import Action, Hop

ARCHIVE = "archive@example.com"
FOOTER = {"amazon.de.normal.txt": "Bitte ueber Amazon{% if order %}: {{ order }}{% endif %}.\n"}


class Setting:
    """A hop, a configuration with an archive, and who writes to it."""

    def __init__(self, store: Store, hop: Hop, copy_to: str | None) -> None:
        self.clock = Clock()
        self.settings: Config = replace(config(hop.port, archive={"copy_to": copy_to}), footers=FOOTER)
        self.desk = Moderation(store, lambda: self.settings, self.clock)
        self.releaser = Releaser(
            store, lambda: self.settings, hostname="gate.example", now=self.clock, new_id=lambda: "tx1"
        )
        self.archivist = Archivist(store, lambda: self.settings, hostname="gate.example", now=self.clock)

    async def release(self) -> None:
        while await self.releaser.step():
            pass
        await self.releaser.finish()


@asynccontextmanager
async def setting(
    store: Store, copy_to: str | None = ARCHIVE, **script: list[Action]
) -> AsyncIterator[tuple[Setting, Hop]]:
    async with Hop() as hop:
        hop.script.update(script)
        yield Setting(store, hop, copy_to), hop


@pytest.mark.parametrize("form", ["original", "footer"])
async def test_a_release_is_archived_in_the_bytes_that_were_sent(store: Store, form: str) -> None:
    async with setting(store) as (its, hop):
        put(store)
        its.desk.release(ID, "bo", form)  # type: ignore[arg-type]
        await its.release()
        assert await its.archivist.step()
        sent, copy = hop.mails
        assert copy.data == sent.data
        assert (b"Bitte ueber Amazon" in copy.data) is (form == "footer")
        assert copy.mail_from.startswith(b"MAIL FROM:<>")
        assert copy.rcpt_tos == (f"RCPT TO:<{ARCHIVE}> NOTIFY=NEVER".encode(),)
        assert Archive(store).waiting() == 0
        assert not await its.archivist.step()


async def test_a_release_of_inbound_mail_is_not_archived(store: Store) -> None:
    async with setting(store) as (its, _):
        put(store, held(direction=Direction.INBOUND))
        its.desk.release(ID, "bo", "original")
        await its.release()
        assert Archive(store).waiting() == 0


async def test_a_release_that_was_refused_is_not_archived(store: Store) -> None:
    async with setting(store, RCPT=[b"550 5.1.1 no\r\n"]) as (its, _):
        put(store)
        its.desk.release(ID, "bo", "original")
        await its.release()
        assert Archive(store).waiting() == 0


@pytest.mark.parametrize("answer", [b"452 4.3.1 full\r\n", b"550 5.1.1 no such archive\r\n"])
async def test_whatever_the_archive_says_the_copy_waits_and_the_author_hears_nothing(
    store: Store, answer: bytes
) -> None:
    async with setting(store) as (its, hop):
        put(store)
        its.desk.release(ID, "bo", "original")
        await its.release()
        hop.script["RCPT"] = [answer]
        assert await its.archivist.step()
        assert [Archive(store).waiting(), len(hop.mails)] == [1, 1]
        assert not await its.archivist.step()
        item = Holds(store).get(ID)
        assert item is not None
        assert [one.state for one in item.recipients] == [HeldState.SENT]
        its.clock.at += timedelta(hours=1)
        assert await its.archivist.step()
        assert [Archive(store).waiting(), len(hop.mails)] == [0, 2]


async def test_with_the_next_hop_away_the_copy_waits(store: Store) -> None:
    async with setting(store) as (its, hop):
        Archive(store).add("c1", (BODY,), (), START)
        await hop.stop()
        assert await its.archivist.step()
        assert Archive(store).waiting() == 1


async def test_another_address_gets_the_copies_that_wait(store: Store) -> None:
    async with setting(store, copy_to=None) as (its, hop):
        Archive(store).add("c1", (BODY,), ("BODY=8BITMIME",), START)
        assert not await its.archivist.step()
        fresh = config(hop.port, archive={"copy_to": "new@archive.example"})
        its.settings = fresh
        assert await its.archivist.step()
        assert hop.mails[0].rcpt_tos == (b"RCPT TO:<new@archive.example> NOTIFY=NEVER",)


async def test_a_damaged_copy_does_not_hold_up_the_others(store: Store) -> None:
    async with setting(store) as (its, hop):
        Archive(store).add("c1", (BODY,), (), START)
        Archive(store).add("c2", (b"Subject: 2\r\n\r\nx\r\n",), (), START + timedelta(seconds=1))
        with store.begin() as connection:
            connection.exec_driver_sql("UPDATE archived SET size = 1 WHERE id = 'c1'")
        assert await its.archivist.step()
        assert await its.archivist.step()
        assert [mail.data for mail in hop.mails] == [b"Subject: 2\r\n\r\nx\r\n"]
        assert Archive(store).waiting() == 1
