"""What the monitoring sees of a service with two workers: sums over both, and whether it can work."""

import asyncio
import os
import signal
from pathlib import Path

from tests.support.hop import Hop
from tests.support.load import Load
from tests.support.supervised import Supervised, supervised, until


async def _loaded(here: Supervised, number: int) -> Load:
    """So many mails at least, through both workers."""
    async with Load(here.inbound, each=2) as load:
        await load.at_least(number)
        for _ in range(200):
            if {line["worker"] for line in here.events("tx.done")} == {0, 1}:
                break
            await asyncio.sleep(0.05)
    return load


async def test_figures_are_sums_over_the_workers_and_survive_one(tmp_path: Path) -> None:
    """Each worker took some of the mail; the figures say all, also after one was killed."""
    async with supervised(tmp_path) as here:
        load = await _loaded(here, 20)
        taken = len(load.taken)
        assert {line["worker"] for line in here.events("tx.done")} == {0, 1}
        for again in (False, True):
            if again:
                await here.kill_worker(1)
                await until(lambda: len(here.events("service.start")) == 3)
            seen = await here.figures()
            size = sum(line["size"] for line in here.events("tx.done"))
            assert {
                "messages": seen["marketgate_messages_total", "inbound", "pass", "offchannel"],
                "held": seen["marketgate_messages_total", "outbound", "hold", "offchannel"],
                "replies": seen["marketgate_replies_total", "2xx", "inbound"],
                "bytes": seen["marketgate_bytes_total", "inbound"],
                "decided": seen["marketgate_step_seconds_count", "inbound", "decide"],
                "below a minute": seen["marketgate_step_seconds_bucket", "inbound", "60.0", "carry"],
                "lines": seen["marketgate_events_total", "tx.done"],
                "died": seen["marketgate_events_total", "worker.died"],
                "workers": seen["marketgate_workers",],
            } == {
                "messages": taken,
                "held": 0,
                "replies": taken,
                "bytes": size,
                "decided": taken,
                "below a minute": taken,
                "lines": taken,
                "died": 1 if again else 0,
                "workers": 2,
            }


async def test_open_connections_are_counted_and_those_of_a_dead_worker_are_not(tmp_path: Path) -> None:
    """A gauge falls when its process is gone, and the clients that connected are counted for ever."""
    async with supervised(tmp_path, 2) as here:
        writers = []
        for _ in range(4):
            reader, writer = await asyncio.open_connection("127.0.0.1", here.inbound)
            await reader.readline()
            writers.append(writer)
        for _ in range(100):
            seen = await here.figures()
            if seen["marketgate_connections", "inbound"] == 4:
                break
            await asyncio.sleep(0.05)
        assert seen["marketgate_connections", "inbound"] == 4
        assert seen["marketgate_clients_total", "opened"] == 4
        at_one = sum(line["worker"] == 1 for line in here.events("conn.open"))
        os.kill(here.workers[1], signal.SIGKILL)
        await until(lambda: here.events("worker.died"))
        seen = await here.figures()
        assert seen["marketgate_connections", "inbound"] == 4 - at_one
        for writer in writers:
            writer.close()


async def test_it_is_ready_while_its_next_hops_can_be_reached(tmp_path: Path) -> None:
    """Alive all the time; not ready, with the leg named, as long as a next hop is away."""
    async with supervised(tmp_path, 1) as here:
        assert (await here.get("/readyz")).json() == {"status": "ok"}
        port = here.outside.port
        await here.outside.stop()
        async with Load(here.inbound) as load:  # mail of the other leg flows
            await load.at_least(1)
        here.signal(signal.SIGHUP)  # what is known of the next hops is forgotten
        await until(lambda: len(here.events("config.loaded")) == 1)
        answer = await here.get("/readyz")
        assert (answer.status_code, answer.json()) == (
            503,
            {"status": "not ready", "reason": "outbound next hop"},
        )
        assert (await here.get("/healthz")).json() == {"status": "ok"}
        assert (await here.figures())["marketgate_hop_failures_total", "down"] == 1
        async with Hop(port=port):
            for _ in range(100):
                answer = await here.get("/readyz")
                if answer.status_code == 200:
                    break
                await asyncio.sleep(0.2)
        assert answer.json() == {"status": "ok"}
