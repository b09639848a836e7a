"""A worker process: one Service on the sockets of its supervisor, and the channel between the two.

The supervisor sends single bytes: PING, which the worker's event loop answers with PONG, so that one
that hangs is found; RELOAD, answered with RELOADED; STOP. The worker says UP once when it serves. A
channel that closes means that the supervisor is gone: then the worker drains and ends, because
nobody would replace it. SIGTERM to one worker has it drain and be replaced.
"""

import asyncio
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from gateway.app import Service
from gateway.share import Only, Share
from gateway.store.database import StoreError

PING: Final = b"p"
RELOAD: Final = b"h"
STOP: Final = b"s"

UP: Final = b"U"
PONG: Final = b"P"
RELOADED: Final = b"H"


def run(
    directory: Path,
    only: Only | None,
    share: Share,
    channel: socket.socket,
    on_first_link: Callable[[str], None],
    *,
    first: bool = True,
) -> int:
    """Serve until told to stop; the exit code. Why it cannot serve is said on stderr."""
    for key, sockets in share.sockets.items():
        if (only == "relay") == (key == "review.listen") and only is not None:
            for each in sockets:
                each.close()
    try:
        service = Service(directory, only=only, share=share, first=first)
        service.on_first_link = on_first_link
        asyncio.run(_serve(service, channel))
    except StoreError as error:
        sys.stderr.write(f"the store cannot be used: {error}\n")
        return os.EX_UNAVAILABLE
    except Exception:
        traceback.print_exc()
        return os.EX_SOFTWARE
    return os.EX_OK


async def _serve(service: Service, channel: socket.socket) -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    up, owed = False, 0
    reloading: asyncio.Task[None] | None = None

    def reload(times: int) -> None:
        nonlocal owed, reloading
        owed += times
        # A listener that is not open yet could not be told.
        if up and owed and (reloading is None or reloading.done()):
            reloading = loop.create_task(renew())

    async def renew() -> None:
        nonlocal owed
        while owed:  # files may have changed since the last time was begun
            paid = owed
            await service.renew()
            _say(channel, RELOADED * paid)
            owed -= paid

    def heard() -> None:
        try:
            said = channel.recv(4096)
        except BlockingIOError:
            return
        except ConnectionError:
            said = b""
        if not said:
            loop.remove_reader(channel)
            stop.set()
            return
        for order in (said[at : at + 1] for at in range(len(said))):
            if order == PING:
                _say(channel, PONG)
            elif order == RELOAD:
                reload(1)
            elif order == STOP:
                stop.set()

    loop.add_reader(channel, heard)
    alone = set[asyncio.Task[None]]()
    loop.add_signal_handler(signal.SIGHUP, lambda: alone.add(loop.create_task(service.renew())))
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with service:
        _say(channel, UP)
        up = True
        reload(0)
        await stop.wait()
    loop.remove_reader(channel)


def _say(channel: socket.socket, word: bytes) -> None:
    try:
        channel.send(word)
    except OSError:
        return  # the supervisor is gone, which the closed channel tells
