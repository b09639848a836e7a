"""`marketgate send`: hand one mail file to a listener of the gateway, as a mail client would.

The bytes go as they are in the file; only a file whose line ends are all LF gets CRLF,
and a last line without an end gets one, because SMTP has no other form. What the
listener answers is printed as it came. Exit 0: taken (2xx) for all recipients; 1:
refused, for one of them at least; 2: a wrong address or an empty file; 69: no
connection; 78: bad configuration.
"""

import asyncio
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Final

import click

from gateway import log as logging
from gateway.cli.common import EXIT_UNAVAILABLE, config_option, json_line, load_or_exit, recipient, sender
from gateway.config.models import Config, Log
from gateway.config.network import NextHop, host_port
from gateway.mail.address import Path
from gateway.mail.reply import Reply
from gateway.relay.upstream import HopError, Upstream
from gateway.words import Direction

HELLO: Final = "localhost"


@dataclass(frozen=True, slots=True)
class Sent:
    """How it went: the reply to MAIL, to each RCPT, and to the data (None where it did not come to it)."""

    mail: Reply
    rcpts: tuple[tuple[Path, Reply], ...] = ()
    data: Reply | None = None

    @property
    def last(self) -> Reply:
        """The reply that decided: to the data, else to the last command before it."""
        return self.data or (self.rcpts[-1][1] if self.rcpts else self.mail)

    @property
    def taken(self) -> bool:
        """Whether the mail was taken for all recipients."""
        return self.data is not None and self.data.ok and all(reply.ok for _, reply in self.rcpts)


async def hand_over(hop: NextHop, raw: bytes, mail_from: Path, rcpt_tos: Sequence[Path]) -> Sent:
    """One SMTP transaction with `hop`, `raw` with CRLF line ends. Raises HopError where the connection fails.

    BODY=8BITMIME and SMTPUTF8 are said where the mail or an address needs them and the server offers them.
    """
    upstream = await Upstream.connect((hop,), hello=HELLO)
    try:
        mail = await upstream.mail(_with_params(mail_from, raw, rcpt_tos, upstream.extensions))
        if not mail.ok:
            return Sent(mail)
        rcpts = tuple([(path, await upstream.rcpt(path)) for path in rcpt_tos])
        if not any(reply.ok for _, reply in rcpts):
            return Sent(mail, rcpts)
        return Sent(mail, rcpts, await upstream.data([raw]))
    finally:
        await upstream.quit()


def wire_form(raw: bytes) -> bytes:
    """The file as it goes over the wire: LF-only text with CRLF, a line end at the end, else untouched."""
    if b"\r\n" not in raw:
        raw = raw.replace(b"\n", b"\r\n")
    return raw if raw.endswith(b"\r\n") else raw + b"\r\n"


def _with_params(mail_from: Path, raw: bytes, rcpt_tos: Sequence[Path], offered: Collection[str]) -> Path:
    params = []
    if not raw.isascii() and "8BITMIME" in offered:
        params.append("BODY=8BITMIME")
    if not all(path.address.isascii() for path in (mail_from, *rcpt_tos)) and "SMTPUTF8" in offered:
        params.append("SMTPUTF8")
    return replace(mail_from, params=tuple(params))


def _sender(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    return sender(value)


def _recipients(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Path, ...]:
    return tuple(recipient(value) for value in values)


def listener_of(config: Config, direction: Direction) -> NextHop:
    """Where the gateway's own listener for `direction` is. Raises ValueError where the file does not say."""
    leg = config.gateway.inbound if direction is Direction.INBOUND else config.gateway.outbound
    where = host_port(leg.listen[0]) if leg is not None else None
    if where is None or where[1] == 0:
        raise ValueError(f"{direction.value}.listen names no port; say --server host:port")
    # What listens on all addresses is found at the loopback one.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(where[0], where[0])  # noqa: S104
    return NextHop("smtp", host, where[1])


def _server(_context: click.Context, _parameter: click.Parameter, value: str | None) -> NextHop | None:
    if value is None:
        return None
    where = host_port(value)
    if where is None or not where[1]:
        raise click.BadParameter(f"{value!r} is not host:port")
    return NextHop("smtp", *where)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--to", "rcpt_tos", multiple=True, required=True, callback=_recipients, metavar="ADDR")
@click.option("--from", "mail_from", required=True, callback=_sender, metavar="ADDR", help='"<>" for none.')
@click.option(
    "--via", type=click.Choice([each.value for each in Direction]), required=True, help="Which listener."
)
@click.option(
    "--server", callback=_server, metavar="HOST:PORT", help="Talk to this one, not to the configured."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@config_option
def send(
    file: str,
    rcpt_tos: tuple[Path, ...],
    mail_from: Path,
    via: str,
    server: NextHop | None,
    as_json: bool,
    config: FilePath,
) -> None:
    """Send FILE (one mail, - for standard input) through a listener of the gateway and show its reply."""
    raw = sys.stdin.buffer.read() if file == "-" else FilePath(file).read_bytes()
    if not raw.strip():
        raise click.BadParameter("the file is empty; it must hold one mail", param_hint="FILE")
    # What goes wrong on the way is said once, below, and standard output is for the reply alone.
    logging.configure(Log(level="error"))
    hop = server or _configured(config, Direction(via))
    try:
        sent = asyncio.run(hand_over(hop, wire_form(raw), mail_from, rcpt_tos))
    except HopError as error:
        if as_json:
            _print_json(file, via, hop, mail_from, [], None, str(error.reply))
        else:
            doubt = "; it may have been taken: look before you send it again" if error.uncertain else ""
            click.echo(f"no answer from {hop}: {error.reply.text}{doubt}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    if as_json:
        _print_json(file, via, hop, mail_from, sent.rcpts, sent, str(sent.last))
    else:
        for path, reply in sent.rcpts:
            if not reply.ok:
                click.echo(f"{path.address}: {reply}")
        click.echo(
            str(sent.data or sent.mail) if sent.data or not sent.rcpts else "no recipient was accepted"
        )
    raise SystemExit(0 if sent.taken else 1)


def _configured(directory: FilePath, direction: Direction) -> NextHop:
    try:
        return listener_of(load_or_exit(directory), direction)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _print_json(
    file: str,
    via: str,
    hop: NextHop,
    mail_from: Path,
    rcpts: Sequence[tuple[Path, Reply]],
    sent: Sent | None,
    reply: str,
) -> None:
    record = {
        "file": file,
        "via": via,
        "server": str(hop),
        "mail_from": mail_from.address,
        "recipients": [{"address": path.address, "reply": str(answer)} for path, answer in rcpts],
        "taken": sent is not None and sent.taken,
        "reply": reply,
    }
    json_line(record)
