"""The web server inside the service: a port taken before the start, no signal handlers, a gentle end."""

import asyncio
import signal
import socket

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from gateway.relay.sockets import CannotListen
from gateway.review.web.server import Server, bind
from tests.review.web.conftest import Site


async def test_it_answers_on_its_port_and_leaves_signals_alone(site: Site) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    sockets = bind("127.0.0.1:0")
    port = sockets[0].getsockname()[1]
    server = Server(site.app)
    await server.start(sockets)
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        answer = await client.get("/healthz")
        assert (answer.json(), "server" in answer.headers) == ({"status": "ok"}, False)
        assert (await client.get("/api/v1/held")).status_code == 401
    await server.stop()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_a_busy_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"cannot listen on 127.0.0.1:{port}"):
            bind(f"127.0.0.1:{port}")


async def test_what_is_being_answered_is_finished_before_the_end(site: Site) -> None:
    begun = asyncio.Event()

    async def slow(_request: Request) -> Response:
        begun.set()
        await asyncio.sleep(0.3)
        return PlainTextResponse("done")

    site.app.add_route("/slow", slow)
    sockets = bind("127.0.0.1:0")
    server = Server(site.app)
    await server.start(sockets)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{sockets[0].getsockname()[1]}") as client:
        asked = asyncio.create_task(client.get("/slow"))
        await begun.wait()
        await server.stop()
        assert (await asked).text == "done"


async def test_a_request_that_is_none_does_not_stop_it(site: Site) -> None:
    sockets = bind("127.0.0.1:0")
    port = sockets[0].getsockname()[1]
    server = Server(site.app)
    await server.start(sockets)
    for nonsense in (
        b"\x16\x03\x01\x02\x00" * 20,
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"\r\n\r\n",
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(nonsense)
        writer.write_eof()
        await reader.read()
        writer.close()
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/healthz")).status_code == 200
    await server.stop()
