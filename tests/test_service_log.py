"""The canonical line: all that an admin asks about one mail, and nothing of what it said."""

import io
import json
from pathlib import Path

from gateway import log
from tests.test_service import BUYER, QUESTION, STAFF, site

STEPS = ("facts_ms", "decide_ms", "remember_ms", "carry_ms", "settle_ms")


async def test_the_replies_to_each_copy_of_a_split_mail_are_told(tmp_path: Path) -> None:
    """The untouched copy first; what a next hop said to the one it refused is there in its words."""
    stream = io.StringIO()
    async with site(tmp_path) as here:
        await here.receive()
        log.configure(here.service.config.gateway.log, stream)
        here.outside.script["DOT"] = [b"250 2.0.0 first\r\n", b"554 5.7.1 not this one\r\n"]
        assert (await here.answer(to=(BUYER, "chef@example.com")))[0] == 250
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    (line,) = (line for line in lines if line["event"] == "tx.done")
    assert [(each["rcpt_to"], each["reply"]) for each in line["copies"]] == [
        (["chef@example.com"], "250 2.0.0 first"),
        ([BUYER], "554 5.7.1 not this one"),
    ]


async def test_one_line_tells_the_whole_story_of_a_mail(tmp_path: Path) -> None:
    """Who, where, how large, what was decided and why, how long each step took, what the next hop said."""
    stream = io.StringIO()
    async with site(tmp_path) as here:
        log.configure(here.service.config.gateway.log, stream)
        await here.receive()
        config, port = here.service.config.hash, here.mailserver.port
        (mail,) = here.mailserver.mails
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    (line,) = (line for line in lines if line["event"] == "tx.done")
    times = [line.pop(key) for key in ("envelope_ms", "data_ms", *STEPS)]
    assert [0 < each < 60_000 for each in times] == [True] * 7
    times = [each.pop("ms") for each in line["copies"]]
    assert [0 < each < 60_000 for each in times] == [True]
    assert f"id {line['id']};".encode() in mail.data
    unsteady = {key: line[key] for key in ("id", "timestamp", "score", "hits")}
    assert line == unsteady | {
        "event": "tx.done",
        "level": "info",
        "direction": "inbound",
        "client": "127.0.0.1",
        "mail_from": BUYER,
        "rcpt_to": [STAFF],
        "size": len(QUESTION),
        "verdict": "offchannel",
        "confidence": "confirmed",
        "marketplace": "ebay",
        "legal": None,
        "rules": ["inbound_tag"],
        "reasons": ["offchannel_confirmed"],
        "actions": ["tag"],
        "would": [],
        "dispositions": {"pass": 1},
        "error": None,
        "held": None,
        "hop": f"smtp://127.0.0.1:{port}",
        "copies": [{"rcpt_to": [STAFF], "reply": "250 2.0.0 queued as HOP1"}],
        "reply": "250 2.0.0 queued as HOP1",
        "config": config,
    }
    assert "Lampe" not in stream.getvalue()
