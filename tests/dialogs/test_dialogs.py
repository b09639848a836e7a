"""Runs the dialogs of this folder; README.md says how they are written."""

import asyncio
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from gateway.words import Direction
from tests.support import relay
from tests.support.hop import CLOSE, HANG, RESET, USUAL, Action, Hop
from tests.support.relay import Client
from tests.support.tls import Certificate

FILES = sorted(Path(__file__).parent.glob("*.dialog"))
FAULTS = {"close": CLOSE, "reset": RESET, "hang": HANG}
_LINE = re.compile(r"([CSHNMOT])(:|\|) ?(.*)")
_ESCAPES = {"r": b"\r", "n": b"\n", "t": b"\t", "0": b"\0", "\\": b"\\"}


@dataclass
class Script:
    """One file: its header, and its steps as (number of the line, kind, text)."""

    direction: Direction = Direction.INBOUND
    client: str = "127.0.0.1"
    offers: list[str] | None = None
    tls: bool = False
    config: dict[str, Any] = field(default_factory=dict)
    steps: list[tuple[int, str, str]] = field(default_factory=list)


def read(text: str) -> Script:
    """The dialog in `text`; a line that is none is an error with its number."""
    script = Script()
    for number, line in enumerate(text.splitlines(), 1):
        name, _, value = line.partition(":")
        value = value.strip()
        if not line.strip() or line.startswith("#"):
            continue
        if found := _LINE.fullmatch(line):
            assert found[2] == ":" or found[1] == "C", f"line {number}: only C can be sent raw"
            script.steps.append((number, found[1] + "|" * (found[2] == "|"), found[3]))
        elif script.steps:
            raise AssertionError(f"line {number}: neither C, C|, S, H, N, M, O nor T: {line}")
        elif name == "direction":
            script.direction = Direction(value)
        elif name == "client":
            script.client = value
        elif name == "offers":
            script.offers = words(value)
        elif name == "tls":
            script.tls = value == "yes"
        elif name == "config":
            key, _, written = value.partition(" ")
            script.config[key] = tomllib.loads(f"value = {written}")["value"]
        else:
            raise AssertionError(f"line {number}: unknown header: {line}")
    return script


def words(text: str) -> list[str]:
    """What stands between the commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def unescaped(text: str) -> bytes:
    """The bytes that `C|` sends."""
    pieces = re.split(r"(\\x[0-9A-Fa-f]{2}|\\.)", text)
    return b"".join(_unescape(piece) if piece.startswith("\\") else piece.encode() for piece in pieces)


def _unescape(piece: str) -> bytes:
    return bytes.fromhex(piece[2:]) if piece.startswith("\\x") else _ESCAPES[piece[1:]]


async def play(script: Script, certificate: Certificate | None = None) -> None:
    """Hold the session; an AssertionError names the line that went otherwise."""
    options: dict[str, Any] = {"tls": certificate.server()} if script.tls and certificate else {}
    hop = Hop() if script.offers is None else Hop(extensions=script.offers)
    async with (
        hop,
        relay.gateway(hop, script.direction, script.config, **options) as gateway,
        gateway.client(script.client) as client,
    ):
        for number, kind, text in script.steps:
            try:
                if kind == "T":
                    assert certificate is not None
                    await client.writer.start_tls(certificate.client(), server_hostname="localhost")
                elif kind == "O":
                    # What was known before is as good as a minute old.
                    hop.extensions = words(text)
                    gateway.listener.leg.capabilities.forget()
                else:
                    await step(kind, text, client, hop)
            except AssertionError as error:
                raise AssertionError(f"line {number}: {kind}: {text}\n{error}") from None


async def step(kind: str, text: str, client: Client, hop: Hop) -> None:
    """One line of a dialog."""
    if kind == "C":
        await client.send(text.encode() + b"\r\n")
    elif kind == "C|":
        await client.send(unescaped(text))
    elif kind == "S":
        heard(await client.reply(), text)
    elif kind == "H":
        verb, rest = (text.split(" ", 1)) if text.split(" ")[0] in USUAL else ("*", text)
        action: Action = FAULTS[rest] if rest in FAULTS else rest.encode() + b"\r\n"
        hop.script[verb].append(action)
    elif kind == "N":
        assert hop.lines[-1:] == [text.encode()], f"the next hop heard {hop.lines}"
    else:
        for _ in range(100):  # a good-bye may still be on its way
            if len(hop.mails) == int(text):
                break
            await asyncio.sleep(0.01)
        assert len(hop.mails) == int(text), f"the next hop has {hop.mails}"


def heard(reply: bytes, wanted: str) -> None:
    """Compare a reply with an S: line."""
    if wanted == "closed":
        assert reply == b"", f"not closed, but: {reply!r}"
        return
    found = re.fullmatch(r"(.*?)(?: /(.+)/)?", wanted)
    assert found is not None
    first = reply.decode("utf-8", "backslashreplace").split("\r\n")[0]
    alike = first.startswith(found[1]) or first.replace("-", " ", 1).startswith(found[1])
    assert alike, f"got: {reply!r}"
    if found[2]:
        assert re.search(found[2], reply.decode("utf-8", "backslashreplace")), f"got: {reply!r}"


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
async def test_dialog(path: Path, certificate: Certificate) -> None:
    """The session goes as the file says."""
    await play(read(path.read_text(encoding="utf-8")), certificate)


def test_every_attack_of_the_list_has_a_dialog() -> None:
    """A1 to A12, as docs/howto/esmtp.md and the names of the files have them."""
    told = {int(number) for path in FILES for number in re.findall(r"\Aa(\d+)_", path.stem)}
    assert told == set(range(1, 13))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("C: EHLO x\nS: 250\nwhat\n", "line 3: neither"),
        ("colour: blue\nC: NOOP\n", "line 1: unknown header"),
        ("S| 250\n", "line 1: only C"),
    ],
)
def test_a_line_that_is_none_is_named(text: str, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "S: 221\n",
        "S: 220\nC: NOOP\nS: 250 /nothing of the kind/\n",
        "S: 220\nS: closed\nC: x",
        "S: 220\nM: 1\n",
        "S: 220\nN: MAIL FROM:<a@b.test>\n",
    ],
)
async def test_a_dialog_that_goes_otherwise_fails(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay, "PATIENCE", 0.3)
    with pytest.raises((AssertionError, TimeoutError)):
        await play(read(text))
