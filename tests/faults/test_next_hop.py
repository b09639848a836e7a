"""F01 to F16: the next hop misbehaves, and the client hears a 4xx or the hop's own words; nothing is lost.

The real service; where minutes pass they pass on the event loop's clock, which the tests put forward.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.faults.place import (
    BUYER,
    HOLD_ALL,
    STAFF,
    Place,
    connected,
    copies,
    id_of,
    mail,
    place,
    plain,
    talk,
    until,
)
from tests.support import relay
from tests.support.clock import advance, run, settle
from tests.support.hop import CLOSE, HANG, RESET, Action, Delay, Stored
from tests.support.tls import Certificate

LOST = b"451 4.4.2 The connection to the next mail server broke, try again later\r\n"
DOWN = b"451 4.4.1 The next mail server cannot be reached, please try again later\r\n"


def timed(story: Callable[[Place], Coroutine[Any, Any, None]], directory: Path, extra: str = "") -> None:
    """Tell the story at a place, on a clock that can be put forward; the client is more patient than that."""

    async def told() -> None:
        async with place(directory, extra) as here:
            await story(here)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relay, "PATIENCE", 3600.0)
        run(told())


async def patient(task: "asyncio.Task[bytes]", seconds: float) -> bytes:
    """Let time pass until the client has its reply, `seconds` and some more for work that takes true time."""
    for _ in range(int(seconds / 10) + 60):
        await asyncio.sleep(0.005)
        if task.done():
            return task.result()
        await advance(10, 5)
    await settle()
    return await task


async def again(here: Place, raw: bytes, times: int = 1) -> None:
    """The client sends it again, as clients do after a 4xx; it arrived `times` then."""
    here.mailserver.script.clear()
    assert (await here.receive(raw))[:3] == b"250"
    assert copies(here.mailserver.mails) == {id_of(raw): times}
    here.mailserver.mails.clear()


async def test_f01_next_hop_down(tmp_path: Path) -> None:
    """451 4.4.1 at MAIL; the session stands, and when the hop is back the same client gets its mail in."""
    async with place(tmp_path) as here:
        await here.mailserver.stop()
        async with connected(here.inbound) as client:
            await client.say(b"EHLO client.test")
            assert await client.say(b"MAIL FROM:<a@b.example>") == DOWN
            async with here.mailserver:
                assert (await talk(client, raw := mail()))[:3] == b"250"
        assert copies(here.mailserver.mails) == {id_of(raw): 1}


@pytest.mark.parametrize(
    "banner", [b"421 4.3.2 busy\r\n", b"554 5.3.2 no\r\n", b"garbage\r\n", HANG, CLOSE, b"2", "slow"]
)
def test_f02_greeting(tmp_path: Path, banner: Action | str) -> None:
    """A refusal, rubbish, silence, one byte and silence: a 4xx within thirty seconds at MAIL."""

    async def story(here: Place) -> None:
        async with connected(here.inbound) as client:
            await client.send(b"HELO client.test\r\n")
            await client.reply()
            script = here.mailserver.script
            script["CONNECT"] = [Delay(40.0)] if banner == "slow" else [banner]  # type: ignore[list-item]
            task = asyncio.create_task(client.say(b"MAIL FROM:<a@b.example>"))
            loop = asyncio.get_running_loop()
            began = loop.time()
            assert await patient(task, 40) == DOWN
            assert loop.time() - began < 36
            raw = mail()
            script.clear()
            assert (await talk(client, raw))[:3] == b"250"

    timed(story, tmp_path)


async def test_f03_ehlo_unknown_refused_or_cut(tmp_path: Path) -> None:
    """HELO is said to who does not know EHLO; 421 and a cut are 4xx."""
    async with place(tmp_path) as here:
        hop = here.mailserver
        for unknown in (b"500 5.5.1 what\r\n", b"502 5.5.1 no\r\n"):
            hop.script["EHLO"] = [unknown] * 2
            raw = mail()
            assert (await here.receive(raw))[:3] == b"250"
            assert copies(hop.mails) == {id_of(raw): 1}
            hop.mails.clear()
        for trouble in (b"421 4.3.2 later\r\n", CLOSE, RESET):
            hop.script["EHLO"] = [trouble] * 3
            raw = mail()
            assert await here.receive(raw) == DOWN
            await again(here, raw)


async def test_f04_mail_from_refused_cut_or_garbled(tmp_path: Path) -> None:
    """The hop's own words where it has some; a cut and rubbish are 451; the next mail works."""
    async with place(tmp_path) as here:
        for said in (b"450 4.7.1 greylisted\r\n", b"550 5.7.1 <x> no\r\n"):
            here.mailserver.script["MAIL"] = [said]
            raw = mail()
            assert await here.receive(raw) == said
            await again(here, raw)
        for trouble in (b"garbage\r\n", CLOSE, RESET, b"250\x00\r\n", b"299999\r\n"):
            # Twice: a connection that proves to be gone at MAIL is replaced by a new one first.
            here.mailserver.script["MAIL"] = [trouble, trouble]
            raw = mail()
            assert (await here.receive(raw))[:4] == b"451 ", trouble
            await again(here, raw)
        here.mailserver.script["MAIL"] = [b"421 4.3.2 going\r\n", b"421 4.3.2 going\r\n"]
        raw = mail()
        assert (await here.receive(raw))[:3] in (b"421", b"451")
        await again(here, raw)


def test_f04_mail_from_hangs(tmp_path: Path) -> None:
    """After the five minutes of RFC 5321: 451, and the session goes on."""

    async def story(here: Place) -> None:
        here.mailserver.script["MAIL"] = [HANG]
        raw = mail()
        assert await patient(asyncio.create_task(here.receive(raw)), 320) == LOST
        await again(here, raw)

    timed(story, tmp_path)


RCPTS = tuple(b"r%d@example.com" % number for number in range(5))
FINE = b"250 2.1.5 recipient fine\r\n"


async def rcpts(here: Place, script: list[Action], raw: bytes, together: bool) -> tuple[list[bytes], bytes]:
    """The replies to RCPT for all of RCPTS, said one by one or in one group, and the reply to the data."""
    here.mailserver.script["RCPT"] = script
    async with connected(here.inbound) as client:
        await client.say(b"EHLO client.test")
        await client.say(b"MAIL FROM:<a@b.example>")
        lines = [b"RCPT TO:<%s>\r\n" % one for one in RCPTS]
        if together:
            await client.send(b"".join(lines))
            heard = [await client.reply() for _ in lines]
        else:
            heard = []
            with contextlib.suppress(ConnectionError):  # whoever says 421 hangs up
                for line in lines:
                    heard.append(await client.say(line[:-2]))  # what was heard before counts
        answer = b""
        with contextlib.suppress(ConnectionError):
            answer = await client.say(b"DATA")
            if answer[:3] == b"354":
                await client.send(raw + b".\r\n")
                answer = await client.reply()
    return heard, answer


@pytest.mark.parametrize("together", [False, True])
async def test_f05_rcpt_one_of_many_refused(tmp_path: Path, together: bool) -> None:
    """Each reply is passed on in its own words and order; who was accepted is who gets it."""
    said = [FINE, b"550 5.1.1 nobody\r\n", b"450 4.2.1 full\r\n", FINE, b"452 4.5.3 too many\r\n"]
    async with place(tmp_path) as here:
        heard, answer = await rcpts(here, list(said), mail(), together)
        (arrived,) = here.mailserver.mails
    assert (heard, answer[:3]) == (said, b"250")
    assert arrived.rcpt_tos == (b"RCPT TO:<r0@example.com>", b"RCPT TO:<r3@example.com>")


async def test_f05_rcpt_all_refused(tmp_path: Path) -> None:
    """No DATA without a recipient, for the hop neither."""
    said = [b"550 5.1.1 nobody\r\n"] * 5
    async with place(tmp_path) as here:
        heard, answer = await rcpts(here, list(said), mail(), True)
        assert (heard, answer[:3], b"DATA" in here.mailserver.lines) == (said, b"554", False)


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("trouble", [b"421 4.3.2 going down\r\n", CLOSE])
async def test_f05_rcpt_421_or_a_cut_in_the_middle(tmp_path: Path, trouble: Action, together: bool) -> None:
    """All later recipients and the data are 4xx; nobody gets it, and the retry reaches all."""
    async with place(tmp_path) as here:
        raw = mail()
        heard, answer = await rcpts(here, [FINE, FINE, trouble, CLOSE], raw, together)
        assert heard[:2] == [FINE, FINE]
        assert {one[:1] for one in heard[2:] if one} == {b"4"}
        assert (answer[:1] in (b"4", b""), here.mailserver.mails) == (True, [])
        here.mailserver.script.clear()
        assert (await here.receive(raw, *RCPTS))[:3] == b"250"
        assert copies(here.mailserver.mails) == {id_of(raw): 1}


async def test_f06_another_reply_than_354(tmp_path: Path) -> None:
    """It is the answer to the mail, and not a byte of it is sent."""
    async with place(tmp_path) as here:
        for said in (b"451 4.3.0 not now\r\n", b"554 5.5.1 no\r\n"):
            here.mailserver.script["DATA"] = [said]
            raw = mail()
            assert await here.receive(raw) == said
            await again(here, raw)
        for trouble in (CLOSE, RESET, b"250 2.0.0 what\r\n", b"3\r\n"):
            here.mailserver.script["DATA"] = [trouble]
            raw = mail()
            assert await here.receive(raw) == LOST
            await again(here, raw)


async def test_f07_the_hop_is_gone_in_the_middle_of_the_body(tmp_path: Path) -> None:
    """451, and nothing half stays anywhere."""
    async with place(tmp_path) as here:
        for trouble in (CLOSE, RESET):
            here.mailserver.script["BODY"] = [trouble]
            raw = plain() + b"filler filler\r\n" * 400_000
            assert await here.receive(raw) == LOST
            await again(here, raw)


def test_f07_the_hop_stops_reading_in_the_middle_of_the_body(tmp_path: Path) -> None:
    """After three minutes without room for more: 451."""

    async def story(here: Place) -> None:
        here.mailserver.script["BODY"] = [HANG]
        raw = plain() + b"filler filler\r\n" * 600_000
        assert await patient(asyncio.create_task(here.receive(raw)), 600) == LOST
        await again(here, raw)

    timed(story, tmp_path)


async def test_f08_refused_after_the_dot(tmp_path: Path) -> None:
    """The hop's words; after a 4xx the retry arrives once."""
    async with place(tmp_path) as here:
        for said in (b"451 4.3.0 disk\r\n", b"554 5.7.1 spam\r\n", b"552 5.2.2 full\r\n"):
            here.mailserver.script["DOT"] = [said]
            raw = mail()
            assert await here.receive(raw) == said
            await again(here, raw)


async def test_f09_cut_or_garbled_after_the_dot_without_storing(tmp_path: Path) -> None:
    """451 4.4.2: the client tries again, and the mail is there once."""
    async with place(tmp_path) as here:
        for trouble in (CLOSE, RESET, b"garbage\r\n", b"4", b"354 go on\r\n"):
            here.mailserver.script["DOT"] = [trouble] if trouble != b"4" else [Delay(0.0, b"4"), CLOSE]
            task = asyncio.create_task(here.receive(raw := mail()))
            if trouble == b"4":  # unfinished, and then the hop is gone
                await until(lambda: not any(here.mailserver.script["DOT"][:-1]))
                await asyncio.sleep(0.05)
                await here.mailserver.stop()
                assert await task == LOST
                await here.mailserver.__aenter__()
            else:
                assert await task == LOST
            await again(here, raw)


def test_f09_silent_after_the_dot_without_storing(tmp_path: Path) -> None:
    """After `limits.final_reply`, which is less than the client's own ten minutes."""

    async def story(here: Place) -> None:
        here.mailserver.script["DOT"] = [HANG]
        raw = mail()
        task = asyncio.create_task(here.receive(raw))
        await until(lambda: b"DATA" in here.mailserver.lines)
        await settle()
        await advance(560, 5)
        await settle()
        assert not task.done()
        await advance(20, 5)
        assert await task == LOST
        await again(here, raw)

    timed(story, tmp_path)


async def test_f10_stored_then_cut(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """OK1, the copy that RFC 5321 4.5.4.1 cannot avoid: 451, and the log says that the outcome is unknown."""
    async with place(tmp_path) as here:
        here.mailserver.script["DOT"] = [Stored(CLOSE)]
        raw = mail()
        assert await here.receive(raw) == LOST
        assert '"uncertain": true' in capfd.readouterr().err
        await again(here, raw, times=2)


@pytest.mark.parametrize("seconds", [30, 300, 560])
def test_f11_stored_and_answered_late(tmp_path: Path, seconds: int) -> None:
    """The gateway waits as long as the client does: one 250, one copy."""

    async def story(here: Place) -> None:
        here.mailserver.script["DOT"] = [Delay(float(seconds))]
        raw = mail()
        assert (await patient(asyncio.create_task(here.receive(raw)), seconds + 20))[:3] == b"250"
        assert copies(here.mailserver.mails) == {id_of(raw): 1}

    timed(story, tmp_path)


def test_f11_stored_and_answered_too_late(tmp_path: Path) -> None:
    """620 seconds are longer than anybody waits: OK1."""

    async def story(here: Place) -> None:
        here.mailserver.script["DOT"] = [Stored(HANG)]
        raw = mail()
        assert await patient(asyncio.create_task(here.receive(raw)), 620) == LOST
        await again(here, raw, times=2)

    timed(story, tmp_path)


async def test_f12_stored_and_denied(tmp_path: Path) -> None:
    """What the hop says is passed on, true or not: OK1 after a 4xx."""
    async with place(tmp_path) as here:
        for said in (b"451 4.3.0 a lie\r\n", b"550 5.0.0 a lie\r\n"):
            here.mailserver.script["DOT"] = [Stored(said)]
            raw = mail()
            assert await here.receive(raw) == said
            await again(here, raw, times=2)


async def test_f13_odd_replies(tmp_path: Path) -> None:
    """Several lines and 8-bit text come through; two megabytes and codes that are none are 451."""
    several = b"250-2.0.0 one\r\n250-2.0.0 two\r\n250 2.0.0 three\r\n"
    async with place(tmp_path) as here:
        here.mailserver.script["DOT"] = [several]
        assert await here.receive(mail()) == several
        here.mailserver.script["DOT"] = [b"250 2.0.0 angenommen f\xc3\xbcr sp\xe4ter\r\n"]
        eight = await here.receive(mail())
        assert (eight[:21], eight.count(b"\r\n")) == (b"250 2.0.0 angenommen ", 1)
        here.mailserver.mails.clear()
        huge = b"250-" + b"x" * 2_000_000 + b"\r\n250 ok\r\n"
        for odd in (huge, b"250-2.0.0 again\r\n" * 100_000, b"299\r\n", b"000 what\r\n", b"999 what\r\n"):
            here.mailserver.script["DOT"] = [odd]
            answer = await here.receive(mail())
            assert len(answer) < 70_000
            assert answer[:3] == (b"299" if odd == b"299\r\n" else b"451"), odd[:20]
            assert (await here.receive(plain()))[:3] == b"250"


def test_f14_what_the_hop_offers_changes(tmp_path: Path) -> None:
    """The next session sees it. A mail that cannot be sent as it is, is put off, never changed."""

    async def story(here: Place) -> None:
        hop = here.mailserver
        async with connected(here.inbound) as client:
            assert b"8BITMIME" in (offer := await client.say(b"EHLO client.test"))
            assert b"SMTPUTF8" in offer
            hop.extensions = ["PIPELINING"]
            await advance(70)
            await client.say(b"NOOP")
            async with connected(here.inbound) as later:
                offer = await later.say(b"EHLO client.test")
                assert (b"8BITMIME" in offer, b"SMTPUTF8" in offer) == (False, False)
                refused = await later.say(b"MAIL FROM:<a@b.example> BODY=8BITMIME")
                assert refused[:3] == b"555"

    timed(story, tmp_path)


async def test_f14_a_parameter_that_was_offered_and_is_gone(tmp_path: Path) -> None:
    """451: it was our offer, and the next hop may have it again soon."""
    async with place(tmp_path) as here, connected(here.inbound) as client:
        await client.say(b"EHLO client.test")
        here.mailserver.extensions = []
        await here.mailserver.stop()
        async with here.mailserver:
            answer = await client.say(b"MAIL FROM:<a@b.example> BODY=8BITMIME SMTPUTF8")
        assert (answer[:3], here.mailserver.mails) == (b"451", [])


@pytest.mark.parametrize("trouble", ["not offered", "refused", "clear", "other name", "unknown issuer"])
async def test_f15_tls_that_cannot_be_had(tmp_path: Path, certificate: Certificate, trouble: str) -> None:
    """With `starttls=require` it is 451, and the hop never hears of the mail; nothing goes in clear."""
    async with place(tmp_path) as here:
        hop = here.mailserver
        if trouble != "not offered":
            hop.tls = certificate.server()
        host = "127.0.0.1" if trouble == "other name" else "localhost"
        toml = here.folder / "gateway.toml"
        toml.write_text(
            toml.read_text().replace(
                f"smtp://127.0.0.1:{hop.port}", f"smtp://{host}:{hop.port}?starttls=require"
            )
        )
        here.service.reload()
        if trouble == "refused":
            hop.script["STARTTLS"] = [b"454 4.7.0 no\r\n"] * 3
        if trouble == "clear":
            hop.script["STARTTLS"] = [b"220 go\r\n250 injected\r\n"] * 3
        assert await here.receive(mail()) == DOWN
        assert [line for line in hop.lines if line.startswith(b"MAIL")] == []


async def test_f16_flapping(tmp_path: Path) -> None:
    """Down and up again and again under load: each mail arrives, and afterwards all is as fast as ever."""
    async with place(tmp_path) as here:
        hop, sent = here.mailserver, []
        stop = asyncio.Event()

        async def send() -> None:
            while not stop.is_set():
                raw = plain()
                sent.append(id_of(raw))
                while (await here.receive(raw))[:3] != b"250":  # noqa: ASYNC110  # a client's retries
                    await asyncio.sleep(0.02)

        async with asyncio.TaskGroup() as tasks:
            for _ in range(4):
                tasks.create_task(send())
            for _ in range(6):
                await asyncio.sleep(0.15)
                await hop.stop()
                await asyncio.sleep(0.15)
                await hop.__aenter__()
            stop.set()
        loop = asyncio.get_running_loop()
        began = loop.time()
        assert (await here.receive(plain()))[:3] == b"250"
        assert loop.time() - began < 1.0
        found = copies(hop.mails)
    assert set(sent) <= set(found)
    # A hop that is torn down between its 250 and the gateway makes the copy that nobody can avoid.
    assert max(found.values()) <= 2


async def test_held_mail_waits_out_a_hop_that_is_down(tmp_path: Path) -> None:
    """All recipients held: once it took MAIL and RCPT, the loss of the hop changes nothing."""
    async with place(tmp_path, policy=HOLD_ALL) as here, connected(here.outbound) as client:
        await client.say(b"EHLO client.test")
        await client.say(b"MAIL FROM:<%s>" % STAFF)
        await client.say(b"RCPT TO:<%s>" % BUYER)
        assert (await client.say(b"DATA"))[:3] == b"354"
        await here.outside.stop()
        await client.send(mail() + b".\r\n")
        assert (await client.reply())[:24] == b"250 2.0.0 held for revie"
        counts = await here.service.store.call(_states, here)
    assert counts == {HeldState.PENDING: 1}


def _states(here: Place) -> dict[HeldState, int]:
    return {state: number for state, number in Holds(here.service.store).count().items() if number}
