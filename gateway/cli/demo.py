"""`marketgate demo`: the real gateway between two stand-in mail servers, with mail going through.

Nothing here is pretended but the two ends: the gateway runs with its own configuration,
listeners and store, and the sample mails reach it over SMTP. The stand-ins listen where
the configuration's next hops are, which must be loopback addresses, so that the demo can
never write to anybody. Exit 1: a mail was not decided on; 69: a port is in use or a
folder cannot be written; 78: a configuration that is broken or does not fit.
"""

import asyncio
import ipaddress
import os
import secrets
import shlex
import signal
import socket
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from gateway import log as logging
from gateway.app import Service, now
from gateway.cli import report
from gateway.cli.common import (
    EXIT_CONFIG,
    EXIT_REFUSED,
    EXIT_UNAVAILABLE,
    config_option,
    load_or_exit,
    open_console,
)
from gateway.cli.conversation import Sample, compose, samples
from gateway.cli.report import Passage, Places
from gateway.cli.send import hand_over, listener_of
from gateway.cli.standin import Kept, StandIn
from gateway.config.models import Config
from gateway.config.network import NextHop
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.decision import Decision
from gateway.relay.sockets import CannotListen
from gateway.relay.upstream import HopError
from gateway.review.people import new_secret
from gateway.store.database import StoreError
from gateway.store.people import Role
from gateway.words import Direction

ENDS: Final = {Direction.INBOUND: "mailserver", Direction.OUTBOUND: "outside"}
"""What stands behind each listener: the company mailserver, and the rest of the world."""


USER: Final = "demo"
PASSWORD: Final = 16
"""Characters of the demo user's password, each one of 64."""


class CannotDemo(Exception):
    """The demo cannot run here; the text names key or file and the cure, `code` is the exit code."""

    def __init__(self, text: str, code: int = EXIT_UNAVAILABLE) -> None:
        super().__init__(text)
        self.code = code


@click.command()
@click.option("--once", is_flag=True, help="Stop after the sample conversation.")
@config_option
@click.pass_context
def demo(context: click.Context, once: bool, config: Path) -> None:
    """Start the gateway between two stand-in mail servers and feed a sample conversation through.

    Keeps running until Ctrl-C, so that you can send mail of your own.
    """
    named = context.get_parameter_source("config") is ParameterSource.COMMANDLINE
    options = f" --config {shlex.quote(str(config))}" if named else ""
    try:
        shown = asyncio.run(Demo(config, load_or_exit(config)).run(once=once, options=options))
    except CannotDemo as error:
        click.echo(f"marketgate demo: {error}", err=True)
        raise SystemExit(error.code) from None
    except (CannotListen, StoreError) as error:
        click.echo(f"marketgate demo: {error}", err=True)
        raise SystemExit(EXIT_UNAVAILABLE) from None
    raise SystemExit(0 if shown else EXIT_REFUSED)


class Demo:
    """One run of the demo with the configuration in `directory`. `passages`: what became of each mail."""

    def __init__(self, directory: Path, config: Config) -> None:
        self.directory = directory
        self.config = config
        self.company = _company(config)
        self.hops = {direction: _hop(config, direction) for direction in Direction}
        self.listeners = {direction: _listener(config, direction) for direction in Direction}
        self.folder = Path(os.environ.get("STATE_DIRECTORY") or directory.absolute().parent) / "var" / "demo"
        self.passages: list[Passage] = []
        self._decided: dict[str | None, Decision] = {}
        self._kept: list[tuple[str, Kept]] = []

    async def run(self, *, once: bool, options: str = "") -> bool:
        """Start everything, show the conversation, and (unless `once`) wait for a signal.

        `options` is what the commands shown at the end need. Returns whether every mail was decided on.
        Raises CannotDemo, CannotListen, StoreError.
        """
        _check_ports(self.listeners, self.hops)
        asked = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, asked.set)
        async with AsyncExitStack() as stack:
            for direction, hop in self.hops.items():
                await self._start(stack, ENDS[direction], hop)
            service = Service(self.directory)
            logging.configure(
                self.config.gateway.log, stack.enter_context(self._log().open("w", encoding="utf-8"))
            )
            service.stage.on_decision = self._note
            service.on_first_link = lambda _: None  # there is a user at once
            await stack.enter_async_context(service)
            await self._user(service)
            self.passages = [await self._pass(sample, raw) for sample, raw in self._composed()]
            self._print(options)
            if not once:
                click.echo("\nRunning until Ctrl-C.")
                await asked.wait()
        return all(passage.decision for passage in self.passages)

    async def _user(self, service: Service) -> None:
        """Somebody to log in as, with a new password each time; not where real people have been written."""
        people, store = service.desk.desk.people, service.store
        known = await store.call(people.users.all)
        url, password = self.config.gateway.review.public_url, new_secret()[:PASSWORD]
        if [user for user in known if user.name != USER]:
            click.echo(f"The review desk: {url}\n")
            return
        if known:
            await people.change_password(known[0], password, USER)
        else:
            await people.create(USER, Role.ADMIN, password, USER)
        click.echo(f"The review desk: {url}\n  log in as {USER} with the password {password}\n")

    async def _start(self, stack: AsyncExitStack, name: str, hop: NextHop) -> None:
        end = StandIn(name, self.folder / name, lambda kept: self._kept.append((name, kept)))
        try:
            await end.start(hop.host, hop.port)
        except OSError as error:
            raise CannotDemo(f"the stand-in {name}, {hop}, {self.folder / name}: {error}") from None
        stack.push_async_callback(end.stop)

    def _log(self) -> Path:
        return self.folder / "gateway.log"

    def _note(self, tx: Transaction, decision: Decision, _reply: Reply) -> None:
        self._decided[tx.message.message_id] = decision

    def _composed(self) -> list[tuple[Sample, bytes]]:
        conversation = samples(self.company)
        run = secrets.token_hex(6)
        message_ids = {
            sample.file: f"<{run}.{sample.file.removesuffix('.eml')}@{sample.mail_from.domain}>"
            for sample in conversation
        }
        date = format_datetime(now())
        return [
            (sample, compose(sample, message_ids, company=self.company, date=date)) for sample in conversation
        ]

    async def _pass(self, sample: Sample, raw: bytes) -> Passage:
        """Hand one mail to its listener and gather what became of it."""
        before = len(self._kept)
        self._decided.clear()
        try:
            sent = await hand_over(self.listeners[sample.via], raw, sample.mail_from, sample.rcpt_tos)
        except HopError as error:
            raise CannotDemo(f"the gateway's {sample.via.value} listener did not answer: {error}") from None
        decision = next(iter(self._decided.values()), None)
        # A notice that the gateway wrote itself may arrive at any time: it is no copy of this mail.
        arrived = tuple(
            each for each in self._kept[before:] if each[1].mail_from or not sample.mail_from.address
        )
        return Passage(sample, raw, sent.last, decision, arrived)

    def _print(self, options: str) -> None:
        console = open_console()
        console.print(report.table(self.passages))
        places = Places(
            inbound="{0.host}:{0.port}".format(self.listeners[Direction.INBOUND]),
            outbound="{0.host}:{0.port}".format(self.listeners[Direction.OUTBOUND]),
            company=self.company,
            folder=_near(self.folder),
            command=shlex.quote(str(_near(Path(sys.argv[0])))),
            options=options,
        )
        for line in report.what_next(places, self.passages):
            console.print(line, soft_wrap=True, highlight=False, markup=False)


def _near(path: Path) -> Path:
    """The path as seen from here, where it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path


def _company(config: Config) -> str:
    for name in config.gateway.company.domains:
        if not name.startswith("*."):
            return name
    raise CannotDemo("company.domains: put a plain domain like example.com among them", EXIT_CONFIG)


def _hop(config: Config, direction: Direction) -> NextHop:
    """The next hop that a stand-in takes the place of: plain SMTP to a loopback address, or CannotDemo."""
    leg = config.gateway.inbound if direction is Direction.INBOUND else config.gateway.outbound
    if leg is None:
        raise CannotDemo(f"[{direction.value}] is missing; the demo needs both legs", EXIT_CONFIG)
    hop = leg.next_hop[0]
    key = f"{direction.value}.next_hop"
    if len(leg.next_hop) > 1 or not _is_loopback(hop.host):
        raise CannotDemo(
            f"{key}: the demo puts a stand-in there, so it must be one loopback address, like "
            "smtp://127.0.0.1:2526; use the shipped configuration, or --config with one made for trying",
            EXIT_CONFIG,
        )
    if hop.scheme != "smtp" or hop.starttls == "require":
        raise CannotDemo(
            f"{key}: the stand-in speaks no TLS; write smtp://{hop.host}:{hop.port}", EXIT_CONFIG
        )
    return hop


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listener(config: Config, direction: Direction) -> NextHop:
    try:
        return listener_of(config, direction)
    except ValueError:
        key = f"{direction.value}.listen"
        raise CannotDemo(
            f"{key}: the demo needs a host:port there, like 127.0.0.1:2525", EXIT_CONFIG
        ) from None


def _check_ports(listeners: Mapping[Direction, NextHop], hops: Mapping[Direction, NextHop]) -> None:
    """See that all ports are free before anything starts. Raises CannotDemo naming key and port."""
    wanted = [(f"{direction.value}.listen", hop) for direction, hop in listeners.items()]
    wanted += [(f"{direction.value}.next_hop", hop) for direction, hop in hops.items()]
    for key, hop in wanted:
        family = socket.AF_INET6 if ":" in hop.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((hop.host, hop.port))
            except OSError as error:
                raise CannotDemo(
                    f"{key}: port {hop.port} of {hop.host} cannot be used ({error.strerror}); "
                    "stop the program that has it, or change the key"
                ) from None
