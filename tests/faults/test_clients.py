"""F29, F31 to F34, F37, F43 to F45, F57, F59: clients, limits, signals, clock, certificate, DKIM process."""

import asyncio
import os
import signal
import socket
from datetime import timedelta
from pathlib import Path

import pytest

from gateway import app
from gateway.app import now
from gateway.store.holds import Holds
from tests.faults.place import (
    HOLD_ALL,
    STAFF,
    Nursery,
    apart,
    connected,
    copies,
    deliver,
    id_of,
    mail,
    place,
    plain,
    talk,
    until,
)
from tests.support.dns import SILENT, DnsServer
from tests.support.hop import Delay
from tests.support.relay import Client
from tests.support.tls import Certificate, make_certificate

RST = b"\x01\0\0\0\0\0\0\0"


async def until_taken(port: int, raw: bytes) -> bytes:
    """Send a mail until it is taken, as clients do; the reply."""
    for _ in range(200):
        try:
            answer = await deliver(port, raw)
        except OSError:
            answer = b""
        if answer[:3] == b"250":
            return answer
        await asyncio.sleep(0.05)
    raise AssertionError(answer)


async def test_f29_sigterm_under_load(tmp_path: Path, nursery: Nursery) -> None:
    """Whoever heard 250 has one copy delivered; everybody else comes again and has one too."""
    async with apart(nursery, tmp_path) as here:
        here.mailserver.script["DOT"] = [Delay(0.2)] * 8
        mails = [plain() for _ in range(12)]
        tasks = [asyncio.create_task(until_taken(here.inbound, raw)) for raw in mails]
        await until(lambda: here.mailserver.lines.count(b"DATA") >= 4)
        here.signal(signal.SIGTERM)
        await here.gone(32)
        await here.start()
        await asyncio.gather(*tasks)
        assert copies(here.mailserver.mails) == {id_of(raw): 1 for raw in mails}


@pytest.mark.parametrize("how", ["FIN", "RST"])
async def test_f31_the_client_vanishes_in_the_data(tmp_path: Path, how: str) -> None:
    """The next hop gets no DATA and its transaction is over; nothing stays anywhere."""
    async with place(tmp_path) as here:
        async with connected(here.inbound) as client:
            await begin(client)
            await client.send(mail()[:50])
            if how == "RST":
                sock = client.writer.get_extra_info("socket")
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST)
        await until(lambda: any(line in (b"QUIT", b"RSET") for line in here.mailserver.lines))
        assert (b"DATA" in here.mailserver.lines, here.mailserver.mails) == (False, [])
        assert await here.service.store.call(Holds(here.service.store).list) == []


async def begin(client: Client) -> None:
    """A session up to the 354."""
    for line in (b"EHLO client.test", b"MAIL FROM:<a@b.example>", b"RCPT TO:<%s>" % STAFF, b"DATA"):
        assert (await client.say(line))[:1] in b"23"


@pytest.mark.parametrize("leg", ["relayed", "held"])
async def test_f32_the_client_vanishes_after_its_dot(
    tmp_path: Path, leg: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """The work is finished all the same, and two log lines tell how it ended."""
    async with place(tmp_path, policy=HOLD_ALL) as here:
        hop, port = (here.mailserver, here.inbound) if leg == "relayed" else (here.outside, here.outbound)
        hop.script["DOT" if leg == "relayed" else "RSET"] = [Delay(0.3)]
        async with connected(port) as client:
            await begin(client)
            await client.send(mail() + b".\r\n")
            await until(lambda: (b"DATA" if leg == "relayed" else b"RSET") in hop.lines)
            client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST)
        log = ""
        for _ in range(200):
            log += capfd.readouterr().err
            if "tx.unheard" in log:
                break
            await asyncio.sleep(0.02)
        held = await here.service.store.call(Holds(here.service.store).list)
    assert (len(hop.mails), len(held)) == ((1, 0) if leg == "relayed" else (0, 1))
    assert ('"event": "tx.done"' in log, '"code": 250' in log) == (True, True)


async def test_f33_the_client_half_closes_after_its_dot(tmp_path: Path) -> None:
    """As `nc` does: it still gets its reply."""
    async with place(tmp_path) as here, connected(here.inbound) as client:
        await begin(client)
        await client.send(mail() + b".\r\n")
        client.writer.write_eof()
        assert (await client.reply())[:3] == b"250"


async def test_f34_f59_many_idle_clients_and_a_rush(tmp_path: Path) -> None:
    """Three hundred say nothing, a hundred come at once: the limit is 421, and who is let in is served."""
    limits = "[limits]\nconnections = 350\n"
    async with place(tmp_path, limits) as here:
        idle = [await asyncio.open_connection("127.0.0.1", here.inbound) for _ in range(300)]
        mails = [plain() for _ in range(100)]

        async def one(raw: bytes) -> bytes:
            reader, writer = await asyncio.open_connection("127.0.0.1", here.inbound)
            greeting = await reader.readline()
            writer.close()
            return greeting if greeting[:3] != b"220" else await until_taken(here.inbound, raw)

        loop = asyncio.get_running_loop()
        began = loop.time()
        answers = await asyncio.gather(*(one(raw) for raw in mails))
        took = loop.time() - began
        for _, writer in idle:
            writer.close()
    codes = {answer[:3] for answer in answers}
    assert codes <= {b"250", b"421"}
    assert set(copies(here.mailserver.mails).values()) == {1}
    assert len(here.mailserver.mails) == sum(answer[:3] == b"250" for answer in answers) > 0
    assert took < 30


async def test_f37_no_file_descriptors_left(tmp_path: Path, nursery: Nursery) -> None:
    """With sixty-four of them and more clients than that: 421, 451 or a wait, no crash; then all is well."""
    async with apart(nursery, tmp_path, limits={"NOFILE": 64}) as here:
        crowd = [await asyncio.open_connection("127.0.0.1", here.inbound) for _ in range(80)]
        await asyncio.sleep(0.3)
        for _, writer in crowd:
            writer.close()
        raw = plain()
        await until_taken(here.inbound, raw)
        assert (copies(here.mailserver.mails), here.starts) == ({id_of(raw): 1}, 1)


@pytest.mark.parametrize("step", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=3650)])
async def test_f43_the_clock_steps(tmp_path: Path, step: timedelta, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of a session: mail flows, nothing held goes away, retention refuses a mass removal."""
    ahead = timedelta()
    monkeypatch.setattr(app, "now", lambda: now() + ahead)
    async with place(tmp_path, policy=HOLD_ALL, only=None) as here, connected(here.inbound) as client:
        answers = [await here.answer(plain()) for _ in range(3)]
        await client.say(b"EHLO client.test")
        ahead = step
        await here.service.retention.step()
        for line in (b"MAIL FROM:<a@b.example>", b"RCPT TO:<%s>" % STAFF):
            assert (await client.say(line))[:3] == b"250"
        assert (await client.mail(plain() + b".\r\n"))[:3] == b"250"
        answers.append(await here.answer(plain()))
        held = await here.service.store.call(Holds(here.service.store).list)
    assert {answer.split()[-1].decode() for answer in answers} == {one.id for one in held}


async def test_f44_ten_reloads_under_load(tmp_path: Path) -> None:
    """Every other one is broken: then the old configuration stays. Every mail arrives once."""
    async with place(tmp_path) as here:
        toml = here.folder / "gateway.toml"
        good = toml.read_text()
        mails = [plain() for _ in range(20)]
        done = asyncio.Event()

        async def reloads() -> None:
            for number in range(10):
                broken = number % 2 == 0
                toml.write_text("[company]\nbroken = \n" if broken else good + f"# {number}\n")
                before = here.service.config
                here.service.reload()
                assert (here.service.config is before) == broken
                await asyncio.sleep(0.02)
            done.set()

        async def load() -> None:
            async with connected(here.inbound) as client:
                await client.say(b"EHLO client.test")
                for raw in mails:
                    assert (await talk(client, raw))[:3] == b"250"
                while not done.is_set():
                    mails.append(plain())
                    assert (await talk(client, mails[-1]))[:3] == b"250"

        await asyncio.gather(load(), reloads())
        assert copies(here.mailserver.mails) == {id_of(raw): 1 for raw in mails}


async def test_f45_a_certificate_is_renewed_under_load(tmp_path: Path, certificate: Certificate) -> None:
    """Sessions that stand go on, new ones see the new certificate."""
    tls = f'[tls]\ncert = "{certificate.cert}"\nkey = "{certificate.key}"\n'
    async with place(tmp_path, tls) as here, connected(here.inbound) as before:
        await before.say(b"EHLO client.test")
        (tmp_path / "new").mkdir()
        renewed = make_certificate(tmp_path / "new")
        certificate.cert.write_bytes(renewed.cert.read_bytes())
        certificate.key.write_bytes(renewed.key.read_bytes())
        here.service.reload()
        async with connected(here.inbound) as after:
            assert b"STARTTLS" in await after.say(b"EHLO client.test")
            assert (await after.say(b"STARTTLS"))[:3] == b"220"
            await after.writer.start_tls(renewed.client(), server_hostname="localhost")
            assert (await after.say(b"EHLO client.test"))[:3] == b"250"
        assert (await before.say(b"MAIL FROM:<a@b.example>"))[:3] == b"250"


SIGNED = (
    b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=amazon.de; s=s1; h=from:subject;\r\n"
    b"\tbh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA\r\n"
    b"From: Amazon <x@marketplace.amazon.de>\r\nSubject: 302-1234567-1234567\r\n"
    b"Message-ID: <s%d@a>\r\n\r\nx\r\n"
)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
async def test_f57_the_dkim_process_is_killed_or_hangs(tmp_path: Path, number: signal.Signals) -> None:
    """The mail is delivered within seconds, the process replaced, the next mail not delayed."""
    async with DnsServer() as dns:
        dns.txt["s1._domainkey.amazon.de."] = (b"v=DKIM1; k=rsa; p=",)
        async with place(tmp_path, f'[dns]\nnameservers = ["{dns.address}"]\n') as here:
            assert (await here.receive(SIGNED % 0))[:3] == b"250"
            pid = here.service.dkim.pid
            assert pid is not None
            os.kill(pid, number)
            loop = asyncio.get_running_loop()
            began = loop.time()
            assert (await here.receive(SIGNED % 1))[:3] == b"250"
            assert loop.time() - began < 8
            assert (await here.receive(SIGNED % 2))[:3] == b"250"
            assert here.service.dkim.pid != pid
            assert len(here.mailserver.mails) == 3


async def test_f42_dns_is_silent(tmp_path: Path) -> None:
    """The signature is unknown after the budget of three seconds; the mail is delivered."""
    async with DnsServer() as dns:
        dns.txt["s1._domainkey.amazon.de."] = SILENT
        async with place(tmp_path, f'[dns]\nnameservers = ["{dns.address}"]\n') as here:
            loop = asyncio.get_running_loop()
            await here.receive(plain())
            began = loop.time()
            assert (await here.receive(SIGNED % 0))[:3] == b"250"
            assert loop.time() - began < 8
            assert len(here.mailserver.mails) == 2
