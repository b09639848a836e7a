"""The stand-in mail server keeps what it gets, byte for byte."""

import asyncio
import json
import smtplib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gateway.cli.standin import Kept, StandIn


@pytest.fixture
async def standin(tmp_path: Path) -> AsyncIterator[StandIn]:
    server = StandIn("outside", tmp_path / "outside")
    await server.start("127.0.0.1", 0)
    yield server
    await server.stop()


async def talk(port: int, wire: bytes) -> list[str]:
    """Send all of `wire`, close our side, and return the codes of the replies' last lines."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(wire)
    writer.write_eof()
    replies = (await reader.read()).decode().splitlines()
    writer.close()
    await writer.wait_closed()
    return [line[:3] for line in replies if line[3:4] == " "]


async def test_keeps_message_and_envelope_as_received(standin: StandIn) -> None:
    """Dots are unstuffed, bare line ends and 8-bit bytes stay, the envelope lies beside the message."""
    codes = await talk(
        standin.port,
        b"EHLO client.example\r\n"
        b"MAIL FROM:<A@b.example> SIZE=10 BODY=8BITMIME\r\n"
        b"RCPT TO:<c@d.example> NOTIFY=NEVER\r\nRCPT TO:<e@f.example>\r\n"
        b"DATA\r\nSubject: x\r\n\r\n..\r\n..dot\r\n\xff bare\nlf\r\n.\r\nQUIT\r\n",
    )
    assert codes == ["220", "250", "250", "250", "250", "354", "250", "221"]
    path = standin.directory / "001.eml"
    assert standin.mails == [
        Kept(
            number=1,
            path=path,
            helo="client.example",
            mail_from="A@b.example",
            mail_params="SIZE=10 BODY=8BITMIME",
            rcpt_tos=("c@d.example", "e@f.example"),
            rcpt_params=("NOTIFY=NEVER", ""),
        )
    ]
    assert path.read_bytes() == b"Subject: x\r\n\r\n.\r\n.dot\r\n\xff bare\nlf\r\n"
    assert json.loads(path.with_suffix(".json").read_text()) == {
        "helo": "client.example",
        "mail_from": {"address": "A@b.example", "params": "SIZE=10 BODY=8BITMIME"},
        "rcpt_tos": [
            {"address": "c@d.example", "params": "NOTIFY=NEVER"},
            {"address": "e@f.example", "params": ""},
        ],
    }


async def test_a_stock_client_can_send_several_mails_in_one_session(standin: StandIn) -> None:
    """smtplib, with the null sender too, is served; each mail gets the next number."""

    def send() -> dict[str, str]:
        with smtplib.SMTP("127.0.0.1", standin.port) as client:
            client.sendmail("a@b.example", ["c@d.example"], b"Subject: 1\r\n\r\none\r\n")
            client.sendmail("", ["c@d.example"], b"Subject: 2\r\n\r\ntwo\r\n")
            return dict(client.esmtp_features)

    offered = await asyncio.to_thread(send)
    assert {"8bitmime", "smtputf8", "dsn", "size", "pipelining", "enhancedstatuscodes"} == offered.keys()
    assert [(kept.path.name, kept.mail_from, kept.raw[:10]) for kept in standin.mails] == [
        ("001.eml", "a@b.example", b"Subject: 1"),
        ("002.eml", "", b"Subject: 2"),
    ]


async def test_refuses_what_is_out_of_order(standin: StandIn) -> None:
    """Wrong order, wrong syntax and unknown verbs are refused, and nothing is kept."""
    codes = await talk(
        standin.port,
        b"DATA\r\nRCPT TO:<a@b.example>\r\nMAIL FROM:a@b.example\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\nDATA\r\n"
        b"RCPT FROM:<a@b.example>\r\nRSET\r\nNOOP\r\nVRFY a\r\nFROB\r\nQUIT\r\n",
    )
    assert " ".join(codes) == "220 503 503 501 250 503 503 501 250 250 252 500 221"
    assert standin.mails == []


async def test_a_mail_cut_off_before_the_final_dot_is_not_kept(standin: StandIn) -> None:
    """A client that goes away in the middle leaves nothing behind."""
    codes = await talk(
        standin.port, b"HELO c\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\nSubject: x\r\n"
    )
    assert codes == ["220", "250", "250", "250", "354"]
    assert standin.mails == []
    assert list(standin.directory.iterdir()) == []


async def test_a_folder_that_is_gone_is_a_temporary_refusal(standin: StandIn) -> None:
    """The 250 means that the file is there; without it the client hears 452."""
    standin.directory.rmdir()
    codes = await talk(standin.port, b"HELO c\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\nx\r\n.\r\n")
    assert codes == ["220", "250", "250", "250", "354", "452"]
    assert standin.mails == []


async def test_starts_with_an_empty_folder_but_removes_only_its_own_files(tmp_path: Path) -> None:
    """Mails of an earlier run are gone, whatever else lies there stays."""
    for name in ("001.eml", "001.json", "notes.txt"):
        (tmp_path / name).write_text("old")
    server = StandIn("outside", tmp_path)
    await server.start("127.0.0.1", 0)
    await server.stop()
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


async def test_listens_on_loopback_only(tmp_path: Path) -> None:
    """It accepts everything from everybody, so it must not be reachable from outside."""
    with pytest.raises(ValueError, match="not a loopback address"):
        await StandIn("outside", tmp_path).start("0.0.0.0", 0)
