"""F17 to F24: the gateway killed with SIGKILL at each step before the next hop has the mail.

At each point the next hop is stopped at the wanted moment and the kill lands there; then a new process is
started on what the old one left, and the client sends again, as clients do. Ten kills a point.
"""

import asyncio
import os
from pathlib import Path

import pytest

from tests.faults.place import BUYER, STAFF, Apart, Nursery, apart, connected, copies, id_of, mail, until
from tests.support.gateway import Gateway
from tests.support.hop import HANG, Action, Hop
from tests.support.kills import KILLS
from tests.support.relay import Client
from tests.test_service import free_ports

FIRST = b"EHLO client.test\r\nMAIL FROM:<%s>\r\n" % BUYER
"""At one of the two the next hop is connected to, depending on what is known of it already."""


async def up_to(client: Client, step: str, raw: bytes) -> None:
    """The client's side of a session up to this step of it."""
    lines = [b"EHLO client.test", b"MAIL FROM:<%s>" % BUYER, b"RCPT TO:<%s>" % STAFF, b"DATA"]
    for line in lines[: ["idle", "EHLO", "MAIL", "RCPT", "DATA"].index(step)]:
        assert (await client.say(line))[:1] in b"23"


async def at_the_hop(here: Apart, client: Client, step: str, line: bytes) -> None:
    """Send a line that makes the next hop hang at the step; return when it does."""
    hang: list[Action] = [HANG]
    here.mailserver.script[step] = hang
    await client.send(line)
    await until(lambda: not hang)


async def to_the_point(here: Apart, client: Client, point: str, raw: bytes) -> None:
    """Bring the session to the point where the kill is to land."""
    if point == "F17_idle":
        await up_to(client, "EHLO", raw)
    elif point == "F18_connect":
        await at_the_hop(here, client, "CONNECT", FIRST)
    elif point == "F19_ehlo":
        await at_the_hop(here, client, "EHLO", FIRST)
    elif point == "F20_mail":
        await up_to(client, "EHLO", raw)
        await at_the_hop(here, client, "MAIL", b"MAIL FROM:<%s>\r\n" % BUYER)
    elif point == "F21_rcpt":
        await up_to(client, "MAIL", raw)
        await at_the_hop(here, client, "RCPT", b"RCPT TO:<%s>\r\n" % STAFF)
    elif point == "F22_354":
        await up_to(client, "DATA", raw)
    elif point == "F23_mid_body":
        await up_to(client, "DATA", raw)
        await client.send(raw[: len(raw) // 2])
        await asyncio.sleep(0.01)
    elif point == "F24_before_the_data_of_the_hop":
        await up_to(client, "DATA", raw)
        await at_the_hop(here, client, "DATA", raw + b".\r\n")
    else:
        assert point == "F24_in_the_body_at_the_hop"
        await up_to(client, "DATA", raw)
        await at_the_hop(here, client, "BODY", raw + b"filler filler filler\r\n" * 100_000 + b".\r\n")


POINTS = """F17_idle F18_connect F19_ehlo F20_mail F21_rcpt F22_354 F23_mid_body
F24_before_the_data_of_the_hop F24_in_the_body_at_the_hop""".split()


@pytest.mark.parametrize("point", POINTS)
async def test_f17_to_f24_killed_before_the_hop_has_the_mail(
    tmp_path: Path, nursery: Nursery, point: str
) -> None:
    """OK0: the client hears no 250, sends again, and the mail arrives exactly once."""
    sent = []
    async with apart(nursery, tmp_path) as here:
        for _ in range(KILLS):
            raw = mail()
            sent.append(id_of(raw))
            async with connected(here.inbound) as client:
                await to_the_point(here, client, point, raw)
                await here.kill()
                while heard := await client.reply():
                    assert heard.startswith(b"250-gate.example.com")  # of the EHLO that was sent with MAIL
            await here.start()
            assert (await here.receive(raw))[:3] == b"250"
    assert copies(here.mailserver.mails) == dict.fromkeys(sent, 1)


async def test_f17_the_program_is_back_within_three_seconds_by_itself(tmp_path: Path) -> None:
    """`marketgate serve` killed and started again: no repair by hand, what it knew is there."""
    async with Hop() as mailserver, Hop() as outside:
        inbound, outbound = free_ports(2)
        gateway = Gateway(
            tmp_path, inbound=inbound, mailserver=mailserver.port, outbound=outbound, outside=outside.port
        )
        await asyncio.to_thread(gateway.start)
        assert gateway._process is not None
        gateway._process.kill()
        gateway._process.wait()
        await asyncio.to_thread(gateway.start)
        process = Path(f"/proc/{gateway._process.pid}/stat").read_text().rpartition(")")[2].split()
        # Of the processor, so that a machine that is busy with other tests makes no difference.
        took = (int(process[11]) + int(process[12])) / os.sysconf("SC_CLK_TCK")
        assert (await asyncio.to_thread(gateway.stop), took < 3.0) == (0, True), took
