"""Stand-in mail server of the demo: takes every mail and keeps it as a file.

`StandIn("mailserver", folder)` listens where it is told, answers as a friendly ESMTP
server does (RFC 5321, no authentication, no TLS), and writes each mail to
`folder/NNN.eml`, byte for byte as it came in (dot-unstuffed, CRLF kept), with the
envelope beside it in `folder/NNN.json`. The 250 to the data comes after both files
are written; where they cannot be, it is a 452. It delivers nothing anywhere and is
no mail server to run on a network: only loopback addresses are listened on.
"""

import asyncio
import ipaddress
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gateway.mail.reply import BAD_SEQUENCE, BAD_SYNTAX, NO_SPACE, OK, START_DATA, UNKNOWN_COMMAND, Reply

EXTENSIONS: Final = ("8BITMIME", "SMTPUTF8", "DSN", "PIPELINING", "ENHANCEDSTATUSCODES")
SIZE: Final = 64 * 1024 * 1024
"""What SIZE offers, and the longest line that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One mail that was kept: `path` of the .eml file, and the envelope, addresses without brackets.

    `mail_params` and `rcpt_params` are the ESMTP parameters as the client wrote them.
    """

    number: int
    path: Path
    helo: str
    mail_from: str
    mail_params: str
    rcpt_tos: tuple[str, ...]
    rcpt_params: tuple[str, ...]

    @property
    def raw(self) -> bytes:
        """The message as it came in."""
        return self.path.read_bytes()


@dataclass(slots=True)
class _Dialog:
    """State of one client connection."""

    helo: str = ""
    sender: tuple[str, str] | None = None
    recipients: list[tuple[str, str]] = field(default_factory=list)

    def reset(self) -> None:
        self.sender, self.recipients = None, []


class StandIn:
    """A mail server that accepts everything on a loopback port. `mails` is what it has kept, oldest first."""

    def __init__(self, name: str, directory: Path, on_mail: Callable[[Kept], None] | None = None) -> None:
        self.name = name
        self.directory = directory
        self.mails: list[Kept] = []
        self._on_mail = on_mail
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.StreamWriter] = set()

    @property
    def port(self) -> int:
        """The port it listens on. Raises RuntimeError before `start`."""
        if self._server is None:
            raise RuntimeError(f"{self.name} is not started")
        return int(self._server.sockets[0].getsockname()[1])

    async def start(self, host: str, port: int) -> None:
        """Empty the folder of what an earlier run kept, and listen. OSError where the port is taken.

        Raises ValueError for a `host` that is not a loopback address.
        """
        if not (host == "localhost" or ipaddress.ip_address(host).is_loopback):
            raise ValueError(f"{self.name}: {host} is not a loopback address")
        self._server = await asyncio.start_server(self._serve, host, port, limit=SIZE)
        self._empty()

    async def stop(self) -> None:
        """Close the listener and all connections."""
        if self._server is None:
            return
        self._server.close()
        for writer in tuple(self._clients):
            writer.close()
        await self._server.wait_closed()

    def _empty(self) -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        for kept in (*self.directory.glob("[0-9]*.eml"), *self.directory.glob("[0-9]*.json")):
            kept.unlink()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients.add(writer)
        dialog = _Dialog()
        try:
            writer.write(bytes(Reply.make(220, f"{self.name}.invalid ESMTP stand-in, delivers nothing")))
            while line := await reader.readuntil(b"\r\n"):
                verb, _, rest = line[:-2].decode("utf-8", "replace").partition(" ")
                if verb.upper() == "DATA" and dialog.recipients:
                    writer.write(bytes(START_DATA))
                    await writer.drain()
                    reply = self._keep(dialog, await _data(reader))
                    dialog.reset()
                else:
                    reply = self._answer(dialog, verb.upper(), rest.strip())
                writer.write(bytes(reply))
                await writer.drain()
                if reply.code == 221:
                    break
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the client went away, or sent what is no line: nothing was promised, nothing is kept
        finally:
            self._clients.discard(writer)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def _answer(self, dialog: _Dialog, verb: str, rest: str) -> Reply:
        """The reply to one command line other than an acceptable DATA."""
        match verb:
            case "EHLO" | "HELO":
                dialog.reset()
                dialog.helo = rest
                words = (f"{self.name}.invalid", *EXTENSIONS, f"SIZE {SIZE}")
                return Reply.make(250, "\n".join(words if verb == "EHLO" else words[:1]))
            case "MAIL":
                if dialog.sender is not None:
                    return BAD_SEQUENCE
                dialog.sender = _path(rest, "FROM:")
                return Reply.make(250, "2.1.0 OK") if dialog.sender else BAD_SYNTAX
            case "RCPT":
                if dialog.sender is None:
                    return BAD_SEQUENCE
                recipient = _path(rest, "TO:")
                if recipient is None:
                    return BAD_SYNTAX
                dialog.recipients.append(recipient)
                return Reply.make(250, "2.1.5 OK")
            case "DATA":
                return BAD_SEQUENCE
            case "RSET":
                dialog.reset()
                return OK
            case "NOOP" | "VRFY":
                return OK if verb == "NOOP" else Reply.make(252, "2.5.0 Send some mail and see")
            case "QUIT":
                return Reply.make(221, "2.0.0 Bye")
        return UNKNOWN_COMMAND

    def _keep(self, dialog: _Dialog, raw: bytes) -> Reply:
        """Write message and envelope; the 250 promises that both are there."""
        number = len(self.mails) + 1
        path = self.directory / f"{number:03}.eml"
        sender, params = dialog.sender or ("", "")
        kept = Kept(
            number=number,
            path=path,
            helo=dialog.helo,
            mail_from=sender,
            mail_params=params,
            rcpt_tos=tuple(address for address, _ in dialog.recipients),
            rcpt_params=tuple(params for _, params in dialog.recipients),
        )
        envelope = {
            "helo": kept.helo,
            "mail_from": {"address": sender, "params": params},
            "rcpt_tos": [{"address": address, "params": words} for address, words in dialog.recipients],
        }
        try:
            path.write_bytes(raw)
            path.with_suffix(".json").write_text(
                json.dumps(envelope, ensure_ascii=False, indent=1) + "\n", "utf-8"
            )
        except OSError:
            return NO_SPACE
        self.mails.append(kept)
        if self._on_mail is not None:
            self._on_mail(kept)
        return Reply.make(250, f"2.0.0 kept as {path.name}")


async def _data(reader: asyncio.StreamReader) -> bytes:
    """The message up to the final dot, the dots of RFC 5321 4.5.2 taken off again."""
    lines = []
    while (line := await reader.readuntil(b"\r\n")) != b".\r\n":
        lines.append(line[1:] if line.startswith(b".") else line)
    return b"".join(lines)


def _path(argument: str, keyword: str) -> tuple[str, str] | None:
    """`FROM:<a@b> SIZE=3` as (`a@b`, `SIZE=3`), None where it is not of that form."""
    head, rest = argument[: len(keyword)], argument[len(keyword) :].lstrip()
    address, bracket, params = rest[1:].partition(">")
    if head.upper() != keyword or not rest.startswith("<") or not bracket:
        return None
    return address, params.strip()
