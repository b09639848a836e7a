"""The desk as a part of the service: its port, the first administrator, and a release that really leaves."""

import asyncio
from pathlib import Path

import httpx
import pytest

from gateway.app import Service, now
from gateway.relay.sockets import CannotListen
from gateway.review.people import new_id
from gateway.store.holds import Holds
from gateway.words import HeldState
from tests.review.samples import BODY, held
from tests.support.gateway import configuration
from tests.support.hop import Hop
from tests.test_service import free_ports

PASSWORD = "correct horse battery"


async def test_from_the_first_link_to_the_mail_that_leaves(tmp_path: Path) -> None:
    """The address that is told makes an administrator, whose release the releaser carries out at once."""
    async with Hop() as mailserver, Hop() as outside:
        folder = configuration(
            tmp_path, inbound=0, outbound=0, mailserver=mailserver.port, outside=outside.port
        )
        told: list[str] = []
        service = Service(folder)
        service.on_first_link = told.append
        async with service:
            (link,) = told
            (at,) = service.desk.addresses
            async with httpx.AsyncClient(base_url=f"http://{at}") as browser:
                path = link.removeprefix("http://127.0.0.1")
                csrf = (await browser.get("/api/v1/session")).json()["csrf"]
                form = {"name": "Eva", "password": PASSWORD, "again": PASSWORD, "csrf": csrf}
                assert (await browser.post(path, data=form)).status_code == 303
                item = held(id=new_id(), held_at=now())
                await service.store.call(Holds(service.store).commit, item, (BODY,), now())
                csrf = (await browser.get("/api/v1/session")).json()["csrf"]
                answer = await browser.post(
                    f"/api/v1/held/{item.id}/rulings",
                    json={"verb": "release", "note": "agreed by phone"},
                    headers={"X-CSRF-Token": csrf, "Origin": f"http://{at}"},
                )
                assert answer.json()["held"]["state"] == "approved"
                for _ in range(100):
                    if (await browser.get(f"/api/v1/held/{item.id}")).json()["state"] == "sent":
                        break
                    await asyncio.sleep(0.05)
                shown = (await browser.get(f"/api/v1/held/{item.id}")).json()
        (mail,) = outside.mails
        assert (shown["state"], mail.data.endswith(BODY)) == (HeldState.SENT.value, True)
        async with Service(folder) as again:
            assert again.desk.first_link is None


async def test_only_the_mail_path_opens_no_desk_and_only_the_desk_opens_no_mail_path(tmp_path: Path) -> None:
    folder = configuration(tmp_path, inbound=0, outbound=0, mailserver=1, outside=2)
    async with Service(folder, only="relay") as relay:
        assert (relay.desk.addresses, relay.desk.first_link) == ([], None)
    async with Service(folder, only="review") as review:
        assert (len(review.desk.addresses), len(review._listeners)) == (1, 0)


async def test_a_busy_port_of_the_desk_is_named_and_nothing_stays_open(tmp_path: Path) -> None:
    (inbound,) = free_ports(1)
    folder = configuration(tmp_path, inbound=inbound, outbound=0, mailserver=1, outside=2)
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    toml = folder / "gateway.toml"
    toml.write_text(toml.read_text().replace('listen = "127.0.0.1:0"', f'listen = "127.0.0.1:{port}"'))
    with pytest.raises(CannotListen, match=f"cannot listen on 127.0.0.1:{port}"):
        await Service(folder).start()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", inbound)
    server.close()
