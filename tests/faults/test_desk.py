"""F48, F51, F52, F56: what the desk, its mail and its port may do, and what the mail path does meanwhile."""

from pathlib import Path

from gateway.app import now
from gateway.review.desk import queue
from gateway.store.browse import Wanted
from gateway.store.database import Store
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.review.samples import held, put
from tests.test_service import AMAZON, PLAIN, site

COPIES = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
INSERT INTO {table} SELECT {columns} FROM {table}, n
"""


def ten_thousand(store: Store) -> None:
    """One held mail, and 9,999 like it, each a conversation of its own."""
    put(store, held(held_at=now()))
    with store.begin() as connection:
        for table, name in (("held", "id"), ("recipient", "held"), ("body", "held")):
            found = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
            columns = ", ".join(
                "printf('%026d', i)" if row.name == name else f'{table}."{row.name}"' for row in found
            )
            connection.exec_driver_sql(COPIES.format(table=table, columns=columns))


async def test_f48_a_restart_with_ten_thousand_held_mails_lists_all_and_touches_none(tmp_path: Path) -> None:
    """They wait as they waited before: no state moves, nothing is sent, all are on the pages."""
    async with site(tmp_path) as here:
        await here.service.store.call(ten_thousand, here.service.store)
    async with site(tmp_path) as here:
        desk = here.service.desk.desk
        found = await desk.store.call(queue, desk, Wanted(), 1)
        states = await desk.store.call(Holds(desk.store).count)
        assert (found.total, found.mails, found.pages, len(found.rows)) == (10_000, 10_000, 200, 50)
        assert states[HeldState.PENDING] == 10_000
        assert here.outside.mails == []


async def test_f51_the_same_mail_again_while_it_is_held_is_the_same_held_mail(tmp_path: Path) -> None:
    """And the release of it is one delivery."""
    async with site(tmp_path) as here:
        await here.receive(AMAZON)
        first, second = await here.answer(), await here.answer()
        assert (first[0], first) == (250, second)
        items = await here.service.store.call(Holds(here.service.store).list)
        assert len(items) == 1


async def test_f52_notices_that_cannot_be_sent_delay_no_mail(tmp_path: Path) -> None:
    """The author's notice waits for its mail server; mail passes meanwhile."""
    async with site(tmp_path) as here:
        await here.receive(AMAZON)
        assert (await here.answer())[0] == 250
        (item,) = await here.service.store.call(Holds(here.service.store).list)
        here.mailserver.script["RCPT"] = [b"451 4.3.0 later\r\n"] * 5
        desk = here.service.desk.desk
        await desk.decide(item.id, "eva", "reject", "please shorten")
        raw = PLAIN.replace(b"a@b.example", b"service@example.com")
        assert (await here.answer(raw, to=("supplier@else.example",)))[0] == 250
        assert [mail.data.endswith(raw) for mail in here.outside.mails] == [True]


async def test_f56_without_a_desk_mail_goes_its_way(tmp_path: Path) -> None:
    """The port of the desk is closed and its connection to the store gone; mail passes and is held."""
    async with site(tmp_path) as here:
        await here.service.desk.stop()
        assert (await here.receive(AMAZON))[0] == 250
        assert (await here.answer())[0] == 250
        assert len(await here.service.store.call(Holds(here.service.store).list)) == 1
        assert len(here.mailserver.mails) == 1
