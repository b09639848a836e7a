"""The programs that are measured, each as an instance of its own in a temporary folder on loopback.

Nothing here reads or touches what the machine itself has configured. A program that is not there
says why; the benchmark names it and goes on without it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.peers import mta
from tests.support import gateway

EXIM = """\
primary_hostname = exim.bench.example
exim_path = {program}
spool_directory = {home}/spool
log_file_path = {home}/log/%slog
pid_file_path = {home}/exim.pid
daemon_smtp_ports = {port}
local_interfaces = 127.0.0.1
exim_user = nobody
exim_group = nogroup
never_users =
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 200
smtp_accept_max_per_connection = 0
acl_smtp_connect = accept
acl_smtp_rcpt = cut
acl_smtp_data = accept
begin acl
cut:
  accept control = cutthrough_delivery
begin routers
hop:
  driver = manualroute
  route_list = * 127.0.0.1
  self = send
  transport = hop
begin transports
hop:
  driver = smtp
  port = {hop}
  hosts_try_fastopen =
  allow_localhost
"""
HAPROXY = """\
global
  maxconn 4000
defaults
  mode tcp
  timeout connect 5s
  timeout client 60s
  timeout server 60s
listen smtp
  bind 127.0.0.1:{port}
  server hop 127.0.0.1:{hop}
"""


@dataclass
class Running:
    """A program that takes mail at `inbound` (and `outbound`, the same for all but Marketgate)."""

    name: str
    inbound: int
    outbound: int
    pids: list[int]
    stop: Callable[[], object]
    log: Path | None = None


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()


def _run(name: str, home: Path, port: int, *command: str) -> Running:
    """A program in the foreground; ready when it greets. Raises AssertionError."""
    with (home / "output").open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    mta.soon(lambda: gateway.greets(port) or process.poll() is not None)
    if process.poll() is not None:
        raise AssertionError(f"{name} ended: {(home / 'output').read_text()[:200]}")
    return Running(name, port, port, [process.pid], lambda: _end(process))


def sink(home: Path) -> Running:
    """Postfix's sink: takes everything and keeps nothing."""
    port = mta.free_port()
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    return _run("direct", home, port, "smtp-sink", *user, "-m", "1000", f"127.0.0.1:{port}", "1024")


def marketgate(home: Path, hop: int) -> Running:
    """`marketgate serve` with the shipped configuration, its log on, the next hop on both legs the same."""
    ports = {name: mta.free_port() for name in ("inbound", "outbound")}
    here = gateway.Gateway(home, **ports, mailserver=hop, outside=hop)
    settings = here.directory / "gateway.toml"
    settings.write_text(
        settings.read_text().replace('domains = ["example.com"]', 'domains = ["bench.example"]')
        + "[limits]\nconnections = 2000\n"
    )
    here.rehearsed = True
    here.start()
    assert here._process is not None
    return Running(
        "Marketgate", here.inbound, here.outbound, [here._process.pid], here.stop, home / "gateway.log"
    )


def haproxy(home: Path, hop: int) -> Running:
    """HAProxy passing bytes on: the floor."""
    port = mta.free_port()
    (home / "haproxy.cfg").write_text(HAPROXY.format(port=port, hop=hop))
    return _run("HAProxy (TCP)", home, port, "haproxy", "-db", "-f", str(home / "haproxy.cfg"))


def postfix(home: Path, hop: int) -> Running:
    """Postfix as a relay with its own queue."""
    made = mta.Postfix(home, (), hop)
    with (home / "etc/main.cf").open("a") as more:
        more.write("in_flow_delay = 0\nsmtpd_client_connection_count_limit = 0\n")
        more.write("message_size_limit = 52428800\n")
    made.start()
    master = int((home / "queue/pid/master.pid").read_text())
    return Running("Postfix relay", made.mx, made.mx, [master], made.stop)


def exim(home: Path, hop: int) -> Running:
    """Exim with cut-through delivery: the next hop's reply is the client's, as with us."""
    port, program = mta.free_port(), exim_program()
    for name in ("spool", "log"):
        (home / name).mkdir()
        shutil.chown(home / name, "nobody", "nogroup")
    home.chmod(0o755)
    (home / "exim.conf").write_text(EXIM.format(home=home, port=port, hop=hop, program=program))
    return _run("Exim cut-through", home, port, program, "-bdf", "-C", str(home / "exim.conf"))


def library(home: Path, hop: int) -> Running:
    """The SMTP library's Controller with its Proxy handler."""
    port = mta.free_port()
    command = (sys.executable, "-m", "tests.bench.proxy", str(port), str(hop))
    return _run("aiosmtpd Proxy", home, port, *command)


def exim_program() -> str:
    """The path of Exim; $MARKETGATE_BENCH_EXIM names one that is not installed, because packages conflict."""
    return os.environ.get("MARKETGATE_BENCH_EXIM") or shutil.which("exim4") or ""


def _user_exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def missing(name: str) -> str | None:
    """Why a peer cannot be had, or None."""
    if name == "Postfix relay" and (why := mta.why_not()):
        return why
    if name == "HAProxy (TCP)" and shutil.which("haproxy") is None:
        return "not installed (apt-get install haproxy)"
    if name == "Exim cut-through" and (os.geteuid() != 0 or not exim_program()):
        return "needs root, and exim4 or $MARKETGATE_BENCH_EXIM (its package cannot stand beside Postfix's)"
    if name == "Exim cut-through" and not _user_exists("Debian-exim"):
        return "this build of Exim wants a user Debian-exim, which its package would make"
    return None


PEERS: dict[str, Callable[[Path, int], Running]] = {
    "Marketgate": marketgate,
    "HAProxy (TCP)": haproxy,
    "Postfix relay": postfix,
    "Exim cut-through": exim,
    "aiosmtpd Proxy": library,
}

NOT_YET = {
    "Haraka smtp_proxy": "not set up by this benchmark yet",
    "amavis with disclaimer": "not set up by this benchmark yet",
}
"""Peers that are named and not measured, and why."""


def settle(seconds: float = 0.3) -> None:
    """Let what is still going on come to its end."""
    time.sleep(seconds)
