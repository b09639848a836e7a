"""The probe: who is known as one, what such a client may, and what is told of it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from gateway.config.models import NextHop
from gateway.mail.reply import HOP_LOST
from gateway.policy import decision
from gateway.relay.probe import Badge, our_end
from gateway.words import Direction
from tests.support.hop import CLOSE, Delay, Hop
from tests.support.relay import Client, gateway
from tests.test_service import Site, site

IN, OUT = Direction.INBOUND, Direction.OUTBOUND
PROBES = '[probe]\ninbound = "probe@example.com"\noutbound = "probe@far.example"\nwithin = 60\n'


def test_only_who_has_the_secret_knows_a_name_that_counts() -> None:
    """Neither another run's name, nor one that was changed, nor something of its form."""
    badge = Badge()
    name = badge.name("abc")
    assert badge.shown_by(name)
    assert Badge(b"1" * 32).shown_by(Badge(b"1" * 32).name("abc"))
    other = Badge().name("abc")
    wrong = (
        other,
        name.replace("abc", "abd"),
        name.upper(),
        name[1:],
        name + "x",
        "abc",
        "",
        "é.ü" + name[-25:],
    )
    assert [each for each in wrong if badge.shown_by(each)] == []
    assert len(name) < 255


@pytest.mark.parametrize(
    ("bound", "wanted"),
    [
        (("127.0.0.1", 25), NextHop("smtp", "127.0.0.1", 25, "may")),
        (("0.0.0.0", 25), NextHop("smtp", "127.0.0.1", 25, "may")),
        (("::", 25, 0, 0), NextHop("smtp", "::1", 25, "may")),
        (("2001:db8::1", 587, 0, 0), NextHop("smtp", "2001:db8::1", 587, "may")),
        ("/run/in.sock", NextHop("smtp+unix", "/run/in.sock", 0, "never")),
    ],
)
def test_a_listener_is_reached_where_it_is_bound(bound: object, wanted: NextHop) -> None:
    """An address that means "everywhere" is this machine."""
    assert our_end(bound) == wanted


@pytest.fixture
async def outbound() -> AsyncIterator[tuple[Hop, Client, Badge]]:
    """A client at an outbound listener that relays for nobody but the probe."""
    badge = Badge()
    changes = {"outbound.networks": ("192.0.2.0/24",), "probe.outbound": "probe@far.example"}
    async with Hop() as hop, gateway(hop, OUT, changes, badge=badge) as here, here.client() as talk:
        await talk.reply()
        yield hop, talk, badge


async def test_the_probe_may_send_to_its_address_and_to_nobody_else(
    outbound: tuple[Hop, Client, Badge],
) -> None:
    """From where nobody else may; the next hop never hears of another address."""
    hop, talk, badge = outbound
    await talk.say(b"EHLO " + badge.name("a1").encode())
    assert (await talk.say(b"MAIL FROM:<>"))[:3] == b"250"
    for address in (b"other@far.example", b"PROBE@far.example", b"probe@far.exampl", b"postmaster"):
        assert (await talk.say(b"RCPT TO:<" + address + b">"))[:9] == b"550 5.7.1", address
    assert (await talk.say(b"RCPT TO:<probe@far.example>"))[:3] == b"250"
    assert [line for line in hop.lines if line.startswith(b"RCPT")] == [b"RCPT TO:<probe@far.example>"]


async def test_a_name_counts_until_the_client_takes_another(outbound: tuple[Hop, Client, Badge]) -> None:
    """And one of another service never does."""
    _, talk, badge = outbound
    for name in (badge.name("a1"), "client.example", Badge().name("a1")):
        await talk.say(b"EHLO " + name.encode())
        ours = name == badge.name("a1")
        assert (await talk.say(b"MAIL FROM:<>"))[:3] == (b"250" if ours else b"550")
        await talk.say(b"RSET")


async def first_ones(here: Site) -> None:
    """Both legs were probed once, by the task of the service."""
    while len(here.service.probes()) < 2:  # noqa: ASYNC110 - a task of its own does it
        await asyncio.sleep(0.01)


async def probed(here: Site, leg: Direction) -> tuple[bool, str]:
    """The result of one probe."""
    assert here.service._prober is not None
    result = await here.service._prober.once(leg)
    assert result is not None
    return result.ok, result.reply


async def test_a_probe_goes_the_whole_way_of_each_leg(tmp_path: Path) -> None:
    """As untouched mail, whatever the rules say, with a Received that does not show its badge."""
    hold = '[[rule]]\nname = "all"\ndo = "hold"\n'
    async with site(tmp_path, PROBES) as here:
        await first_ones(here)
        (here.service.config.directory / "policy.toml").write_text(f'mode = "enforce"\n{hold}')
        here.service.reload()
        assert await probed(here, IN) == (True, "250 2.0.0 queued as HOP1")
        assert await probed(here, OUT) == (True, "250 2.0.0 queued as HOP1")
        inside, outside = here.mailserver.mails[-1], here.outside.mails[-1]
        with sqlite3.connect(here.service.store.url.database or "") as store:
            counts = [
                store.execute(f"select count(*) from {table}").fetchone() for table in ("held", "thread")
            ]
        assert counts == [(0,), (0,)]
    assert (inside.mail_from, inside.rcpt_tos) == (b"MAIL FROM:<>", (b"RCPT TO:<probe@example.com>",))
    assert outside.rcpt_tos == (b"RCPT TO:<probe@far.example>",)
    for mail in (inside, outside):
        front, _, rest = mail.data.partition(b"From: Marketgate <postmaster@example.com>\r\n")
        assert front.startswith(b"Received: from gate.example.com (unknown [127.0.0.1])\r\n")
        assert b"marketgate.invalid" not in mail.data
        assert b"X-Marketgate" not in mail.data
        assert rest.count(b"\r\n\r\n") == 1


async def test_probes_run_by_themselves_and_show_in_health_and_figures(tmp_path: Path) -> None:
    """A refusal is told by /readyz until a probe is taken again."""
    async with site(tmp_path, PROBES) as here:
        await first_ones(here)
        assert here.service.probes() == {"inbound": True, "outbound": True}
        here.outside.script["RCPT"] = [b"550 5.1.1 no such mailbox\r\n"]
        assert await probed(here, OUT) == (False, "550 5.1.1 no such mailbox")
        assert here.service.probes() == {"inbound": True, "outbound": False}
        seen = here.service.meters.read()
        assert seen.family("probe_mails") == {
            ("inbound", "ok"): 1,
            ("inbound", "failed"): 0,
            ("outbound", "ok"): 1,
            ("outbound", "failed"): 1,
        }
        assert all(value > 0 for value in seen.family("probe_success").values())
        assert await probed(here, OUT) == (True, "250 2.0.0 queued as HOP1")
        assert here.service.probes()["outbound"]


async def test_trouble_of_every_kind_is_a_probe_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off, not answered in time, not decidable although `on_error` would pass it, nobody listening."""

    def broken(*_: object) -> None:
        raise RuntimeError("a defect")

    async with site(tmp_path, PROBES) as here:
        await first_ones(here)
        here.mailserver.script["DOT"] = [CLOSE, Delay(0.6)]
        assert await probed(here, IN) == (False, str(HOP_LOST))
        patient = here.service.config
        probe = patient.gateway.probe.model_copy(update={"within": 0.3})
        here.service.config = replace(patient, gateway=patient.gateway.model_copy(update={"probe": probe}))
        assert await probed(here, IN) == (False, "no answer in 0.3 seconds")
        here.service.config = patient
        with monkeypatch.context() as patch:
            patch.setattr(decision, "decide", broken)
            ok, reply = await probed(here, IN)
            assert (ok, reply[:3]) == (False, "451")
        assert (await probed(here, IN))[0]
        prober = here.service._prober
        assert prober is not None
        prober._places = {IN: NextHop("smtp", "127.0.0.1", 1, "may")}
        ok, reply = await probed(here, IN)
        assert not ok
        assert "Errno 111" in reply
        assert await prober.once(OUT) is None
