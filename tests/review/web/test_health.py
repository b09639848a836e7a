"""For the monitoring: figures without anybody's name or address."""

from datetime import datetime, timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from gateway.relay.meters import Meters
from gateway.review.web.app import create_app
from gateway.review.web.health import WRITTEN, Watch
from gateway.store.archive import Archive
from gateway.store.database import StoreError
from gateway.store.people import Role
from gateway.store.settings import Settings
from gateway.words import Direction, HeldState, VerdictName
from tests.review.samples import ID, START, held, put, recipient
from tests.review.web.conftest import Site


async def test_the_figures_are_in_the_form_of_prometheus_and_name_nobody(site: Site) -> None:
    put(site.desk.store)
    put(
        site.desk.store,
        held(recipient("x@home.example", HeldState.SENT), id="z" * 26, held_at=START - timedelta(1)),
    )
    reviewer = await site.logged_in(Role.REVIEWER)
    put(site.desk.store, held(id="y" * 26, subject="private"))
    await reviewer.post(f"/api/v1/held/{'y' * 26}/rulings", json={"verb": "withdraw"})
    answer = await (await site.browser()).get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }
    assert {state.value for state in HeldState} == {key[1] for key in samples if key[0] == "marketgate_held"}
    assert [samples["marketgate_held", word] for word in ("pending", "sent", "withdrawn", "failed")] == [
        1,
        1,
        1,
        0,
    ]
    assert samples["marketgate_oldest_pending_seconds",] == 600
    assert samples["marketgate_rulings_total", "withdraw"] == 1
    for private in ("@", "private", "reviewer", ID, "302-"):
        assert private not in answer.text


async def test_copies_that_wait_for_the_archive_are_counted(site: Site) -> None:
    for number, item in enumerate(("a" * 26, "b" * 26)):
        answer = await (await site.browser()).get("/metrics")
        assert f"marketgate_archive_waiting {number}.0\n" in answer.text
        Archive(site.desk.store).add(item, [b"sent"], (), START)


async def test_an_empty_queue_has_no_age(site: Site) -> None:
    answer = await (await site.browser()).get("/metrics")
    assert "marketgate_oldest_pending_seconds 0.0\n" in answer.text


async def test_alive_is_the_process_and_ready_is_the_store(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await site.browser()
    assert [(await browser.get(path)).status_code for path in ("/healthz", "/readyz")] == [200, 200]

    def away(*_: object) -> None:
        raise StoreError("full", "/var/secret")

    monkeypatch.setattr(site.desk.people.users, "any", away)
    assert (await browser.get("/healthz")).status_code == 200
    answer = await browser.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "reason": "full"})
    site.desk.store.close()
    assert (await browser.get("/readyz")).status_code == 503
    assert (await browser.get("/metrics")).status_code == 503


async def test_ready_means_that_the_store_takes_writes_and_next_hops_answer(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trial write counts for a while; a leg that reaches nobody is named."""
    reached = {"inbound": True, "outbound": True}

    async def hops() -> dict[str, bool]:
        return reached

    site.app = create_app(site.desk, watch=Watch(Meters(), hops))
    browser = await site.browser()
    written: list[object] = []
    write = Settings.try_writing

    def noted(self: Settings, at: datetime) -> None:
        written.append(at)
        write(self, at)

    monkeypatch.setattr(Settings, "try_writing", noted)
    assert [(await browser.get("/readyz")).json() for _ in range(3)] == [{"status": "ok"}] * 3
    assert len(written) == 1
    reached["outbound"] = False
    assert (await browser.get("/readyz")).json() == {"status": "not ready", "reason": "outbound next hop"}

    def full(self: Settings, at: datetime) -> None:
        raise StoreError("full")

    monkeypatch.setattr(Settings, "try_writing", full)
    site.clock.at += WRITTEN
    assert (await browser.get("/readyz")).json() == {"status": "not ready", "reason": "full"}


async def test_figures_of_the_mail_path_are_shown_also_without_the_store(site: Site) -> None:
    """What processes counted does not depend on the disk; labels are words of closed lists."""
    meters = Meters()
    meters.message(Direction.INBOUND, VerdictName.RELAY, ["pass"], 250, 10, (0.0, 0.002, 0.3))
    meters.event("store.error")

    async def hops() -> dict[str, bool]:
        return {}

    site.app = create_app(site.desk, watch=Watch(meters, hops))
    site.desk.store.close()
    answer = await (await site.browser()).get("/metrics")
    lines = answer.text.splitlines()
    wanted = (
        'marketgate_messages_total{direction="inbound",disposition="pass",verdict="relay"} 1.0',
        'marketgate_step_seconds_bucket{direction="inbound",le="0.0025",step="decide"} 1.0',
        'marketgate_step_seconds_bucket{direction="inbound",le="0.25",step="carry"} 0.0',
        'marketgate_step_seconds_bucket{direction="inbound",le="+Inf",step="carry"} 1.0',
        'marketgate_step_seconds_sum{direction="inbound",step="carry"} 0.3',
        "marketgate_store_errors_total 1.0",
    )
    assert [line for line in wanted if line not in lines] == []
    assert not [line for line in lines if line.startswith("marketgate_held")]


async def test_a_probe_that_failed_is_a_reason_not_to_be_ready(site: Site) -> None:
    """And its figures are there, of the legs that are probed only."""
    meters, last = Meters(), {"inbound": True}
    meters.probe(Direction.INBOUND, True, 0.25, 1_764_000_000.0)

    async def hops() -> dict[str, bool]:
        return {"inbound": True, "outbound": True}

    site.app = create_app(site.desk, watch=Watch(meters, hops, lambda: last))
    browser = await site.browser()
    assert (await browser.get("/readyz")).json() == {"status": "ok"}
    last["inbound"] = False
    meters.probe(Direction.INBOUND, False, 60.0, 1_764_000_300.0)
    answer = await browser.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready", "reason": "inbound probe"})
    lines = (await browser.get("/metrics")).text.splitlines()
    assert [line for line in lines if line.startswith("marketgate_probe_")] == [
        'marketgate_probe_mails_total{direction="inbound",outcome="ok"} 1.0',
        'marketgate_probe_mails_total{direction="inbound",outcome="failed"} 1.0',
        'marketgate_probe_seconds{direction="inbound"} 0.25',
        'marketgate_probe_last_success_timestamp_seconds{direction="inbound"} 1.764e+09',
    ]
