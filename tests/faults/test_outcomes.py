"""Mail whose recipients fare differently, through the real listener.

What the client hears, who has it, what is held. The first group is the untouched one.
"""

from pathlib import Path

from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.faults.place import until
from tests.support.hop import CLOSE, Action
from tests.test_service import AMAZON, ANSWER, BUYER, Site, site

CHEF, OTHER = "chef@example.com", "lager@example.com"
FINE = b"250 2.1.5 fine\r\n"


async def held(here: Site) -> list[tuple[HeldState, list[str]]]:
    """The held mails: state and recipients."""
    found = await here.service.store.call(Holds(here.service.store).list, every=True)
    return [(one.state, [each.path.address for each in one.recipients]) for one in found]


def who(here: Site) -> list[list[bytes]]:
    """The recipients of each mail that went out."""
    return [[line[9:-1] for line in one.rcpt_tos] for one in here.outside.mails]


async def test_the_first_group_refused_undoes_the_hold(tmp_path: Path) -> None:
    """The hop's words, nothing held, nothing sent; the retry does both."""
    async with site(tmp_path) as here:
        await here.receive(AMAZON)
        here.outside.script["DOT"] = [b"450 4.2.0 later\r\n"]
        assert await here.answer(to=(BUYER, CHEF)) == (450, b"4.2.0 later")
        assert (await held(here), who(here)) == ([], [])
        assert (await here.answer(to=(BUYER, CHEF)))[0] == 250
        assert (await held(here), who(here)) == ([(HeldState.PENDING, [BUYER])], [[CHEF.encode()]])


async def test_the_first_group_cut_off_undoes_the_hold(tmp_path: Path) -> None:
    """451, and after the retry there is one held mail and one copy."""
    async with site(tmp_path) as here:
        await here.receive(AMAZON)
        here.outside.script["DOT"] = [CLOSE]
        assert (await here.answer(to=(BUYER, CHEF)))[0] == 451
        assert (await held(here), who(here)) == ([], [])
        assert (await here.answer(to=(BUYER, CHEF)))[0] == 250
        assert (await held(here), who(here)) == ([(HeldState.PENDING, [BUYER])], [[CHEF.encode()]])


async def test_a_later_group_put_off_is_sent_alone_at_the_retry(tmp_path: Path) -> None:
    """Who has it is remembered across the restart of the service."""
    async with site(tmp_path) as here:
        await here.receive()
        here.outside.script["DOT"] = [b"250 2.0.0 first\r\n", b"452 4.2.2 second not\r\n"]
        assert (await here.answer(to=(BUYER, CHEF)))[0] == 451
        assert who(here) == [[CHEF.encode()]]
    async with site(tmp_path) as here:
        assert (await here.answer(to=(BUYER, CHEF)))[0] == 250
        assert who(here) == [[BUYER.encode()]]


async def test_a_later_group_refused_for_good_is_a_failed_held_mail(tmp_path: Path) -> None:
    """The colleagues have it, the client hears 250, the hop's words to the buyer's copy are kept."""
    async with site(tmp_path) as here:
        await here.receive()
        # Three recipients mirrored, then the groups: the two colleagues, the buyer.
        script: list[Action] = [*[FINE] * 5, b"550 5.1.1 gone\r\n"]
        here.outside.script["RCPT"] = script
        code, _ = await here.answer(ANSWER, to=(BUYER, CHEF, OTHER))
        (item,) = await here.service.store.call(Holds(here.service.store).list, every=True)
        assert (code, who(here)[0]) == (250, [CHEF.encode(), OTHER.encode()])
        await until(lambda: len(here.mailserver.mails) == 2)
    assert b"550 5.1.1 gone" in here.mailserver.mails[1].data  # the author's notice
    assert [(one.path.address, one.state, one.reply) for one in item.recipients] == [
        (BUYER, HeldState.FAILED, "550 5.1.1 gone")
    ]
