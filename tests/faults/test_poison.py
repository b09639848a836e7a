"""F58: a mail that ends the process is looked at twice, then never again; no loop of crashes."""

from pathlib import Path

import pytest

from tests.faults.place import HOLD_ALL, Apart, Nursery, apart, copies, id_of, mail, plain

POISON = b"<poison@gmx.example>"


def poison(about: bytes = b"") -> bytes:
    """The deadly mail, as the client sends it at each try: with another trace field in front."""
    raw = mail()
    return b"Received: by mx%s.example; now\r\n" % about + raw.replace(id_of(raw), POISON)


async def deadly(here: Apart, raw: bytes, *, inbound: bool) -> None:
    """Send it; the process must die of it, and is started again."""
    answer = await (here.receive(raw) if inbound else here.answer(raw))
    assert answer == b""
    await here.gone()
    await here.start()


async def test_f58_inbound_it_passes_untouched_after_two_crashes(tmp_path: Path, nursery: Nursery) -> None:
    """With one header that says so; mail before, between and after it is as ever."""
    async with apart(nursery, tmp_path, abort=POISON.decode()) as here:
        for number in (b"1", b"2"):
            await deadly(here, poison(number), inbound=True)
            assert (await here.receive(mail()))[:3] == b"250"
        raw = poison(b"3")
        assert (await here.receive(raw))[:3] == b"250"
        last = here.mailserver.mails[-1].data
        assert (last.startswith(b"X-Marketgate-Error: poison\r\n"), last.endswith(b"\r\n" + raw)) == (
            True,
            True,
        )
        assert (await here.receive(mail()))[:3] == b"250"
        assert copies(here.mailserver.mails)[POISON] == 1
        assert (here.starts, len(here.mailserver.mails)) == (3, 4)
        assert '"error": "poison"' in here.log


async def test_f58_the_look_at_the_header_before_the_decision_counts_too(
    tmp_path: Path, nursery: Nursery
) -> None:
    """What is looked at to see whether the mail is refused is marked as the decision is."""
    async with apart(nursery, tmp_path, policy=HOLD_ALL, abort_early=POISON.decode()) as here:
        for number in (b"1", b"2"):
            await deadly(here, poison(number), inbound=True)
        assert (await here.receive(poison(b"3")))[:3] == b"250"
        assert here.mailserver.mails[-1].data.startswith(b"X-Marketgate-Error: poison\r\n")


async def test_f58_outbound_it_is_held_after_two_crashes(tmp_path: Path, nursery: Nursery) -> None:
    """A person looks at it; nothing of it has left."""
    async with apart(nursery, tmp_path, policy=HOLD_ALL, abort=POISON.decode()) as here:
        for number in (b"1", b"2"):
            await deadly(here, poison(number), inbound=False)
        assert (await here.answer(poison(b"3")))[:24] == b"250 2.0.0 held for revie"
        assert (here.outside.mails, '"reasons": ["error"]' in here.log) == ([], True)


async def test_f58_the_mails_beside_it_are_not_blamed(tmp_path: Path, nursery: Nursery) -> None:
    """Who comes out alive is no suspect any more, and a process that is told to stop blames nobody."""
    async with apart(nursery, tmp_path, abort=POISON.decode()) as here:
        raw = plain()
        for _ in range(3):
            assert (await here.receive(raw))[:3] == b"250"
            await here.kill()
            await here.start()
        await here.stop()
        await here.start()
        assert [b"X-Marketgate-Error" in one.data for one in here.mailserver.mails] == [False] * 3
        left = sorted(path.name for path in (tmp_path / "crash-marks").iterdir())
        assert left == sorted([f"{here.pid}.running", "lock"])


@pytest.mark.parametrize("damage", [b"\xff\xfenot a line\n12 x\n", b"", b"\0" * 5000])
async def test_f58_damaged_marks_are_none(tmp_path: Path, nursery: Nursery, damage: bytes) -> None:
    """The marks are a help, not a state: the gateway starts without them."""
    folder = tmp_path / "crash-marks"
    folder.mkdir()
    (folder / "suspects").write_bytes(damage)
    (folder / "1.running").write_bytes(damage)
    async with apart(nursery, tmp_path) as here:
        assert (await here.receive(plain()))[:3] == b"250"
