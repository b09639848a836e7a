"""The whole service in one process, between two next hops: what a mail admin would see from outside."""

import asyncio
import base64
import os
import signal
import smtplib
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from gateway.app import Service, now
from gateway.relay.sockets import CannotListen
from gateway.review.moderation import Moderation
from gateway.share import BadConfiguration
from gateway.store.holds import Holds
from gateway.store.settings import Settings
from gateway.words import HeldState, Mode
from tests.support.gateway import configuration
from tests.support.hop import Hop

BUYER, STAFF = "kunde@gmx.example", "service@example.com"
QUESTION = (
    b"From: Kunde <kunde@gmx.example>\r\nTo: service@example.com\r\nMessage-ID: <q1@gmx.example>\r\n"
    b"Subject: Lampe defekt\r\n\r\nIch habe die Lampe bei eBay gekauft, Bestellnummer 27-10482-00315.\r\n"
)
ANSWER = (
    b"From: Service <service@example.com>\r\nTo: kunde@gmx.example\r\nMessage-ID: <a1@example.com>\r\n"
    b"In-Reply-To: <q1@gmx.example>\r\nSubject: AW: Lampe defekt\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    b"Guten Tag, wir senden eine neue.\r\nIhr Service\r\n\r\n"
    b"Am 24.11.2026 um 10:00 schrieb Kunde:\r\n> Ich habe die Lampe bei eBay gekauft\r\n"
)
UNQUOTED = ANSWER[: ANSWER.index(b"\r\nAm 24.11.")]
AMAZON = QUESTION.replace(b"eBay", b"Amazon").replace(b"27-10482-00315", b"304-0904527-7250707")
PLAIN = b"From: a@b.example\r\nTo: service@example.com\r\nSubject: Angebot\r\n\r\nGuten Tag\r\n"


@dataclass
class Site:
    """A running gateway and the two worlds it stands between."""

    service: Service
    mailserver: Hop
    outside: Hop
    inbound: int
    outbound: int

    async def send(self, port: int, sender: str, to: list[str], raw: bytes) -> tuple[int, bytes]:
        """One mail; the reply to its final dot, or to the command that was refused."""

        def talk() -> tuple[int, bytes]:
            with smtplib.SMTP("127.0.0.1", port, local_hostname="client.example", timeout=20) as client:
                client.ehlo()
                code, text = client.mail(sender, ["BODY=8BITMIME"])
                for address in to:
                    if code < 300:
                        code, text = client.rcpt(address)
                if code >= 300:
                    return code, text
                return client.data(raw)

        return await asyncio.to_thread(talk)

    async def receive(self, raw: bytes = QUESTION, sender: str = BUYER) -> tuple[int, bytes]:
        return await self.send(self.inbound, sender, [STAFF], raw)

    async def answer(self, raw: bytes = ANSWER, to: tuple[str, ...] = (BUYER,)) -> tuple[int, bytes]:
        return await self.send(self.outbound, STAFF, list(to), raw)


def free_ports(number: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@asynccontextmanager
async def site(directory: Path, extra: str = "") -> AsyncIterator[Site]:
    """A gateway with the shipped policy; `extra` is added to gateway.toml. The folder may be used again."""
    async with Hop() as mailserver, Hop() as outside:
        inbound, outbound = free_ports(2)
        ports = {
            "inbound": inbound,
            "outbound": outbound,
            "mailserver": mailserver.port,
            "outside": outside.port,
        }
        folder = directory / "config"
        if folder.exists():
            for each in folder.iterdir():
                each.unlink()
            folder.rmdir()
        folder = configuration(directory, **ports)
        with (folder / "gateway.toml").open("a") as file:
            file.write(extra)
        async with Service(folder) as service:
            yield Site(service, mailserver, outside, inbound, outbound)


async def test_mail_about_an_order_is_tagged_and_not_another_byte_is_changed(tmp_path: Path) -> None:
    """Our fields stand in front, the mail follows as it came."""
    async with site(tmp_path) as here:
        assert (await here.receive())[0] == 250
        (mail,) = here.mailserver.mails
    front, original = mail.data[: -len(QUESTION)], mail.data[-len(QUESTION) :]
    tags = dict(line.split(": ", 1) for line in front.decode().split("\r\n") if line.startswith("X-"))
    assert original == QUESTION
    assert {name: tags[name] for name in tags if name not in ("X-Marketgate-Id", "X-Marketgate-Hits")} == {
        "X-Marketgate-Verdict": "offchannel",
        "X-Marketgate-Confidence": "confirmed",
        "X-Marketgate-Marketplace": "ebay",
        "X-Marketgate-Order": "27-10482-00315",
        "X-Marketgate-Score": tags["X-Marketgate-Score"],
    }


async def test_mail_that_concerns_nobody_leaves_with_its_bytes(tmp_path: Path) -> None:
    """One Received field, and nothing else."""
    async with site(tmp_path) as here:
        await here.receive(PLAIN, "a@b.example")
        (mail,) = here.mailserver.mails
    front = mail.data.removesuffix(PLAIN)
    assert front.startswith(b"Received: from client.example (unknown [127.0.0.1])\r\n\tby gate.example.com")
    assert front.count(b"\r\n") == 3


async def test_forged_tags_are_removed_in_both_directions(tmp_path: Path) -> None:
    """Nobody outside can write our fields, and none of them leaves the company."""
    forged = b"X-MARKETGATE-verdict : none\r\n\tat all\r\n"
    async with site(tmp_path) as here:
        await here.receive(forged + PLAIN, "a@b.example")
        await here.send(here.outbound, STAFF, ["x@supplier.example"], forged + PLAIN)
        inside, outside = here.mailserver.mails[0].data, here.outside.mails[0].data
    assert (inside.lower().count(b"x-marketgate"), outside.lower().count(b"x-marketgate")) == (0, 0)
    assert inside.endswith(b"\r\n" + PLAIN)


def signing_key() -> tuple[bytes, bytes]:
    """A fresh RSA key as PEM, and the record its public half is published in."""
    key = rsa.generate_private_key(65537, 2048)
    form = serialization.PrivateFormat.TraditionalOpenSSL
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return pem, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


async def test_a_tagged_mail_keeps_its_dkim_signature(tmp_path: Path) -> None:
    """What the sender signed still verifies behind the gateway."""
    pem, record = signing_key()
    signature = dkim.sign(QUESTION, b"s", b"gmx.example", pem, include_headers=[b"From", b"To", b"Subject"])
    async with site(tmp_path) as here:
        await here.receive(signature + QUESTION)
        (mail,) = here.mailserver.mails
    assert b"X-Marketgate-Verdict: offchannel\r\n" in mail.data
    assert dkim.verify(mail.data, dnsfunc=lambda *_, **__: record)


async def test_a_staff_answer_gets_the_footer_above_the_quote(tmp_path: Path) -> None:
    """eBay discourages private mail: the answer leaves with the sentence, all other bytes as they were."""
    async with site(tmp_path) as here:
        await here.receive()
        assert (await here.answer())[0] == 250
        (mail,) = here.outside.mails
    text = mail.data.decode()
    footer = text.index("Hinweis zu Ihrer eBay-Bestellung 27-10482-00315")
    assert text.index("Ihr Service") < footer < text.index("Am 24.11.2026 um 10:00 schrieb Kunde:")
    assert b"X-Marketgate" not in mail.data


async def test_the_thread_is_remembered_across_restarts_and_later_answers_get_the_short_text(
    tmp_path: Path,
) -> None:
    """A new process knows what the old one saw, and what it had already said."""
    async with site(tmp_path) as before:
        await before.receive()
        await before.answer()
    async with site(tmp_path) as after:
        await after.answer(ANSWER.replace(b"<a1@", b"<a2@"))
        (mail,) = after.outside.mails
    assert "Zu Ihrer eBay-Bestellung 27-10482-00315 schreiben Sie uns bitte künftig" in " ".join(
        mail.data.decode().split()
    )


async def test_an_amazon_answer_is_held_released_and_delivered(tmp_path: Path) -> None:
    """Forbidden: nothing leaves until somebody releases it, then exactly the bytes as written."""
    async with site(tmp_path) as here:
        await here.receive(AMAZON)
        code, text = await here.answer()
        held_id = text.decode().rsplit(" ", 1)[1]
        assert (code, text.decode(), here.outside.mails) == (250, f"2.0.0 held for review as {held_id}", [])
        moderation = Moderation(here.service.store, here.service.current, now)
        await here.service.store.call(moderation.release, held_id, "eva", "original", "agreed")
        here.service.releaser.wake()
        for _ in range(100):
            if here.outside.mails:
                break
            await asyncio.sleep(0.05)
        (mail,) = here.outside.mails
        await asyncio.sleep(0.2)
        counts = {state: number for state, number in Holds(here.service.store).count().items() if number}
    assert mail.data.endswith(b"\r\n" + ANSWER)
    assert counts == {HeldState.SENT: 1}


async def test_staff_in_copy_get_theirs_now(tmp_path: Path) -> None:
    """Decided per recipient: the colleague has the mail, the buyer's copy waits."""
    async with site(tmp_path) as here:
        await here.receive(AMAZON)
        code, text = await here.answer(to=(BUYER, "chef@example.com"))
        (mail,) = here.outside.mails
        (held,) = Holds(here.service.store).list()
    assert (code, text.startswith(b"2.0.0 held for review as ")) == (250, True)
    assert (mail.rcpt_tos, [one.path.address for one in held.recipients]) == (
        (b"RCPT TO:<chef@example.com>",),
        [BUYER],
    )


async def test_addresses_outside_our_domains_are_refused_before_the_next_hop_is_asked(
    tmp_path: Path,
) -> None:
    """Never an open relay on the inbound side."""
    async with site(tmp_path) as here:
        here.mailserver.script["RCPT"] = [b"250 asked\r\n"]
        answer = await here.send(here.inbound, "a@b.example", ["x@elsewhere.example"], PLAIN)
        unasked = here.mailserver.script["RCPT"]
    assert (answer[0], answer[1][:6], unasked) == (550, b"5.7.1 ", [b"250 asked\r\n"])


async def test_strangers_are_refused_on_the_outbound_listener(tmp_path: Path) -> None:
    """Only `outbound.networks` may relay; the test's own address is none of them."""
    async with site(tmp_path) as here:
        toml = here.service.config.directory / "gateway.toml"
        toml.write_text(toml.read_text().replace("[outbound]", '[outbound]\nnetworks = ["192.0.2.0/24"]'))
        here.service.reload()
        code, text = await here.answer(PLAIN, to=("x@elsewhere.example",))
    assert (code, text.startswith(b"5.7.1 ")) == (550, True)


async def test_a_next_hop_that_is_down_is_451_to_the_client(tmp_path: Path) -> None:
    """Local trouble is temporary: the client keeps the mail."""
    async with site(tmp_path) as here:
        await here.mailserver.__aexit__(None, None, None)
        code, text = await here.receive()
    assert (code, text[:6]) == (451, b"4.4.1 ")


async def test_the_next_hops_replies_are_passed_on_as_they_are(tmp_path: Path) -> None:
    """Several lines, odd codes, its own words."""
    async with site(tmp_path) as here:
        here.mailserver.script["DOT"] = [b"452-4.2.2 first line\r\n452 4.2.2 over quota\r\n"]
        assert await here.receive() == (452, b"4.2.2 first line\n4.2.2 over quota")
        here.mailserver.script["RCPT"] = [b"550 5.1.1 <service@example.com> nobody here\r\n"]
        assert await here.receive() == (550, b"5.1.1 <service@example.com> nobody here")


async def test_a_refused_mail_is_not_remembered(tmp_path: Path) -> None:
    """A thread counts only when the next hop accepted the mail that began it."""
    async with site(tmp_path) as here:
        here.mailserver.script["DOT"] = [b"550 5.7.1 no\r\n"]
        await here.receive()
        await here.answer(UNQUOTED)
        (mail,) = here.outside.mails
    assert mail.data.endswith(b"\r\n" + UNQUOTED)


@pytest.mark.parametrize("mode", [Mode.MONITOR, Mode.BYPASS])
async def test_monitor_and_bypass_change_nothing(tmp_path: Path, mode: Mode) -> None:
    """No tag, no footer, no hold; monitor still remembers, bypass does not look."""
    at = datetime.now(UTC)
    async with site(tmp_path) as here:
        settings = Settings(here.service.store)
        await here.service.store.call(settings.set_mode, mode, at + timedelta(hours=1), "eva", at)
        await here.receive()
        await here.answer()
        inside, outside = here.mailserver.mails[0].data, here.outside.mails[0].data
    assert (b"X-Marketgate" in inside, inside.endswith(b"\r\n" + QUESTION)) == (False, True)
    assert outside.endswith(b"\r\n" + ANSWER)


async def test_a_reload_takes_effect_and_a_broken_file_changes_nothing(tmp_path: Path) -> None:
    """SIGHUP: the old configuration stays where the new one has an error."""
    async with site(tmp_path) as here:
        before = here.service.config.hash
        policy = here.service.config.directory / "policy.toml"
        policy.write_text(
            'mode = "enforce"\n[[rule]]\nname = "all"\nwhen = { colour = "red" }\ndo = "hold"\n'
        )
        here.service.reload()
        kept = here.service.config.hash
        policy.write_text(
            'mode = "enforce"\n[[rule]]\nname = "none"\ndirection = "outbound"\ndo = "reject"\n'
        )
        here.service.reload()
        code, text = await here.answer(PLAIN, to=("x@elsewhere.example",))
    assert kept == before
    assert (code, b"x@elsewhere.example" in text, here.outside.mails) == (550, True, [])


@pytest.mark.parametrize(("choice", "code"), [("pass", 250), ("tempfail", 451)])
async def test_a_store_that_is_gone_passes_or_puts_off_inbound_mail(
    tmp_path: Path, choice: str, code: int
) -> None:
    """`inbound.on_error`: the mail flows and says so, or waits at the sender."""
    async with site(tmp_path) as here:
        toml = here.service.config.directory / "gateway.toml"
        toml.write_text(toml.read_text().replace("[inbound]", f'[inbound]\non_error = "{choice}"'))
        here.service.reload()
        here.service.store.close()
        answer = await here.receive()
        arrived = [mail.data for mail in here.mailserver.mails]
    assert answer[0] == code
    if choice == "pass":
        assert arrived[0].startswith(b"X-Marketgate-Error: store\r\n")
        assert arrived[0].endswith(b"\r\n" + QUESTION)
    else:
        assert arrived == []


@pytest.mark.parametrize(("raw", "code"), [(ANSWER, 451), (PLAIN, 250)])
async def test_a_store_that_is_gone_stops_only_answers(tmp_path: Path, raw: bytes, code: int) -> None:
    """`outbound.on_error` is asked only where a decision needs the store."""
    async with site(tmp_path) as here:
        here.service.store.close()
        assert (await here.answer(raw))[0] == code


def nested(depth: int) -> bytes:
    """A message of `depth` multiparts, one in the other."""
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at) for at in range(depth)
    )
    return b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + opened + b"\r\nAmazon 304-0904527-7250707\r\n"


HOSTILE = {
    "empty": b"\r\n",
    "no header": b"\r\nAmazon order 304-0904527-7250707\r\n",
    "no body": b"Subject: x\r\n",
    "continuation first": b" X-Marketgate-Verdict: none\r\nSubject: x\r\n\r\nx\r\n",
    "500 levels": nested(500),
    "20,000 fields": b"X-A: b\r\n" * 20_000 + b"\r\nx\r\n",
    "one field of 1 MB": b"Subject: " + b"=?utf-8?q?" * 100_000 + b"\r\n\r\nx\r\n",
    "20,000 parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 20_000,
    "unknown charset": b"Content-Type: text/plain; charset=unicode_escape\r\n\r\n\\x41\r\n",
    "broken base64": b"Content-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n"
    + b"=A=" * 9999
    + b"\r\n",
    "8-bit header": b"From: \xff\xfe@\x80\r\nMessage-ID: \xf0\r\nReferences: <\xff>\r\n\r\n\xff\r\n",
    "open tags": b"Content-Type: text/html\r\n\r\n" + b"<div>" * 50_000 + b"\r\n",
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_bad_message_passes_and_never_stops_the_service(tmp_path: Path, name: str) -> None:
    """Whatever the bytes, both legs answer 250 with the message behind our fields; the next mail works."""
    async with site(tmp_path) as here:
        started = asyncio.get_running_loop().time()
        inbound = await here.receive(HOSTILE[name])
        outbound = await here.answer(HOSTILE[name], to=("x@elsewhere.example",))
        took = asyncio.get_running_loop().time() - started
        assert (inbound[0], outbound[0], (await here.receive())[0]) == (250, 250, 250)
        first, second = here.mailserver.mails
    kept = HOSTILE[name].removeprefix(b" X-Marketgate-Verdict: none\r\n")
    assert (first.data.endswith(kept), second.data.endswith(QUESTION), took < 10) == (True, True, True)


async def test_a_busy_port_is_named(tmp_path: Path) -> None:
    """The error says which address, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        folder = configuration(tmp_path, inbound=port, outbound=0, mailserver=1, outside=2)
        with pytest.raises(CannotListen, match=f"cannot listen on 127.0.0.1:{port}"):
            await Service(folder).start()


def test_a_broken_configuration_is_told_with_file_and_line(tmp_path: Path) -> None:
    """`serve` cannot start with it."""
    folder = configuration(tmp_path, inbound=1, outbound=2, mailserver=3, outside=4)
    with (folder / "gateway.toml").open("a") as file:
        file.write("[limits]\nmesage_size = 5\n")
    with pytest.raises(BadConfiguration, match=r"gateway\.toml:\d+: limits\.mesage_size: .*message_size"):
        Service(folder)


async def test_sigterm_finishes_the_transaction_under_way(tmp_path: Path) -> None:
    """A mail in the middle of its data is still taken; then the service ends with 0."""
    async with Hop() as mailserver, Hop() as outside:
        inbound, outbound = free_ports(2)
        folder = configuration(
            tmp_path, inbound=inbound, outbound=outbound, mailserver=mailserver.port, outside=outside.port
        )
        program = Path(sys.executable).parent / "marketgate"
        process = await asyncio.create_subprocess_exec(
            program, "serve", "--config", str(folder), stderr=asyncio.subprocess.PIPE
        )
        assert process.stderr is not None
        while b"service.start" not in (line := await process.stderr.readline()):
            assert line, "the service ended"
        reader, writer = await asyncio.open_connection("127.0.0.1", inbound)
        for command in (b"EHLO c", b"MAIL FROM:<a@b.example>", b"RCPT TO:<service@example.com>", b"DATA"):
            writer.write(command + b"\r\n")
            await writer.drain()
        while b"354 " not in await reader.readline():
            pass
        writer.write(PLAIN[:20])
        os.kill(process.pid, signal.SIGTERM)
        await asyncio.sleep(0.3)
        writer.write(PLAIN[20:] + b".\r\n")
        reply = await reader.readline()
        writer.close()
        errors = await process.stderr.read()
        assert (reply[:3], await process.wait(), b"service.stop" in errors) == (b"250", 0, True)
        assert mailserver.mails[0].data.endswith(b"\r\n" + PLAIN)


async def test_our_own_broken_signature_never_leaves(tmp_path: Path) -> None:
    """A footer breaks the mailserver's signature: without a key it is held, with one it is signed anew."""
    pem, record = signing_key()
    signature = dkim.sign(ANSWER, b"old", b"example.com", pem, include_headers=[b"From", b"To", b"Subject"])
    extra = '[dkim]\nselector = "new"\nkeys = { "example.com" = "example.com.pem" }\n'
    async with site(tmp_path) as here:
        await here.receive()
        held = await here.answer(signature + ANSWER)
        (waiting,) = Holds(here.service.store).list()
        (here.service.config.directory / "example.com.pem").write_bytes(pem)
        with (here.service.config.directory / "gateway.toml").open("a") as file:
            file.write(extra)
        here.service.reload()
        sent = await here.answer(signature + ANSWER.replace(b"<a1@", b"<a2@"))
        (mail,) = here.outside.mails
    assert (held[0], "signed" in waiting.reasons, sent[0]) == (250, True, 250)
    assert (mail.data.count(b"DKIM-Signature:"), b" s=new;" in mail.data) == (1, True)
    assert b"eBay-Bestellung" in mail.data
    assert dkim.verify(mail.data, dnsfunc=lambda *_, **__: record)


async def test_a_signature_is_left_to_the_next_hop_where_that_signs(tmp_path: Path) -> None:
    """`dkim.signer = "downstream"`: the broken one is taken away, no other is made."""
    pem, _ = signing_key()
    signature = dkim.sign(ANSWER, b"old", b"example.com", pem, include_headers=[b"From", b"To", b"Subject"])
    async with site(tmp_path, '[dkim]\nsigner = "downstream"\n') as here:
        await here.receive()
        await here.answer(signature + ANSWER)
        (mail,) = here.outside.mails
    assert (b"DKIM-Signature" in mail.data, b"eBay-Bestellung" in mail.data) == (False, True)
