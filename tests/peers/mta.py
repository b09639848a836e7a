"""Debian's Postfix as a company mailserver of a test, and swaks as a sender.

The Postfix runs as an instance of its own: configuration, queue, data and mailboxes lie
in one temporary folder, its ports are ephemeral ones of 127.0.0.1, and the machine's own
mail server, if it has one, is neither read nor touched. It needs root, because Postfix
drops its rights to several users.
"""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.support.gateway import greets

POSTFIX = "/usr/sbin/postfix"
T = TypeVar("T")

MAIN_CF = """\
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
maillog_file = {home}/log/mail.log
maillog_file_prefixes = {home}/log
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.example.com
mydestination =
alias_maps =
alias_database =
local_transport = error:no local mailboxes here
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
smtp_host_lookup = native
smtp_tls_security_level = may
virtual_mailbox_domains = example.com
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = texthash:{home}/etc/mailboxes
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
relayhost = [127.0.0.1]:{relayhost}
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
"""

# Not one service runs chrooted: the chroot would need copies of system files in the temporary folder.
MASTER_CF = """\
127.0.0.1:{mx}         inet n - n - - smtpd
{outer_options}127.0.0.1:{submission} inet n - n - - smtpd
  -o syslog_name=postfix/submission
{submission_options}pickup    unix n - n 60    1 pickup
cleanup   unix n - n -     0 cleanup
qmgr      unix n - n 1     1 qmgr
rewrite   unix - - n -     - trivial-rewrite
bounce    unix - - n -     0 bounce
defer     unix - - n -     0 bounce
trace     unix - - n -     0 bounce
verify    unix - - n -     1 verify
tlsmgr    unix - - n 1000? 1 tlsmgr
flush     unix n - n 1000? 0 flush
proxymap  unix - - n -     - proxymap
smtp      unix - - n -     - smtp
relay     unix - - n -     - smtp
showq     unix n - n -     - showq
error     unix - - n -     - error
retry     unix - - n -     - error
virtual   unix - n n -     - virtual
anvil     unix - - n -     1 anvil
scache    unix - - n -     1 scache
postlog   unix-dgram n - n - 1 postlogd
"""

# The services of docs/howto/postfix.md, "Postfix stays in front": out and in again.
FILTERED_IN = "  -o smtpd_proxy_filter=127.0.0.1:{inbound}\n"
FILTERED_OUT = "  -o content_filter=smtp:[127.0.0.1]:{outbound}\n"
LOG_IN = """\
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_sasl_type=dovecot
  -o smtpd_sasl_path={socket}
  -o smtpd_sasl_security_options=noanonymous
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
"""
COMES_BACK = """\
127.0.0.1:{inner_mx}   inet n - n - - smtpd
  -o syslog_name=postfix/inner-mx
127.0.0.1:{inner_out}  inet n - n - - smtpd
  -o syslog_name=postfix/inner-out
"""


def why_not() -> str | None:
    """Why the peers cannot be had here, or None."""
    if os.geteuid() != 0:
        return "not root: Postfix needs it to drop its rights"
    missing = [name for name in (POSTFIX, "swaks") if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)} (make peers)" if missing else None


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses now. Only for programs that must be told a number beforehand."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def soon(question: Callable[[], T], seconds: float = 30.0) -> T:
    """Ask until the answer is true, and return it. Fails with the last answer when time is up."""
    end = time.monotonic() + seconds
    while not (answer := question()):
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:.0f} s: {question} still says {answer!r}")
        time.sleep(0.1)
    return answer


class Postfix:
    """One Postfix instance below `home` with the mailboxes given; mail for elsewhere goes to `relayhost`.

    `mx` is the port for mail from outside, `submission` the one for staff. With `around`, the ports of the
    gateway's inbound and outbound listener, mail of both ports is sent through those, and comes back at
    `inner_mx` and `inner_out`. `passwords`, the socket of `passwords.Passwords`: staff log in.
    """

    def __init__(
        self,
        home: Path,
        mailboxes: tuple[str, ...],
        relayhost: int,
        around: tuple[int, int] | None = None,
        passwords: Path | None = None,
    ) -> None:
        self.home = home
        self.mx, self.submission = free_port(), free_port()
        self.inner_mx, self.inner_out = free_port(), free_port()
        owner = _ids("nobody")
        for name, mode in (
            ("etc", 0o755),
            ("queue", 0o755),
            ("data", 0o700),
            ("mail", 0o755),
            ("log", 0o755),
        ):
            (home / name).mkdir(mode=mode)
        home.chmod(0o755)
        shutil.chown(home / "data", "postfix")
        os.chown(home / "mail", *owner)
        lines = [f"{address} {address.partition('@')[0]}/\n" for address in mailboxes]
        (home / "etc/mailboxes").write_text("".join(lines))
        (home / "etc/main.cf").write_text(
            MAIN_CF.format(home=home, uid=owner[0], gid=owner[1], relayhost=relayhost)
        )
        (home / "etc/master.cf").write_text(self._services(around, passwords))

    def _services(self, around: tuple[int, int] | None, passwords: Path | None) -> str:
        options = FILTERED_OUT.format(outbound=around[1]) if around else ""
        options += LOG_IN.format(socket=passwords) if passwords else ""
        inbound = around[0] if around else 0
        services = MASTER_CF.format(
            mx=self.mx,
            outer_options=FILTERED_IN.format(inbound=inbound) if around else "",
            submission=self.submission,
            submission_options=options,
        )
        if around:
            services += COMES_BACK.format(inner_mx=self.inner_mx, inner_out=self.inner_out)
        return services

    def start(self) -> None:
        """Start it; it is ready when this returns. Raises AssertionError with its words otherwise."""
        self._run("start")
        soon(lambda: all(greets(port) for port in (self.mx, self.submission)))

    def stop(self) -> None:
        """Stop it, and wait until its processes are gone."""
        self._run("stop")
        soon(lambda: self._run("status", check=False).returncode != 0)

    def tell(self, *command: str) -> None:
        """Run one of its commands, such as `postconf -e name=value`, on this instance."""
        done = subprocess.run(
            [f"/usr/sbin/{command[0]}", "-c", str(self.home / "etc"), *command[1:]],
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"

    def inbox(self, address: str) -> list[bytes]:
        """The mails in a mailbox, oldest first, with the LF line ends in which Postfix stores them."""
        folder = self.home / "mail" / address.partition("@")[0] / "new"
        if not folder.exists():
            return []
        # The names in a Maildir do not sort within one second; the files' own times do.
        files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_bytes() for path in files]

    @property
    def log(self) -> str:
        """What it logged so far; for messages of failing tests."""
        path = self.home / "log/mail.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def _run(self, verb: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [POSTFIX, "-c", str(self.home / "etc"), verb],
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )
        if check and done.returncode != 0:
            raise AssertionError(f"postfix {verb}: {done.stdout}{done.stderr}\n{self.log}")
        return done


def swaks(
    port: int, mail: bytes, sender: str, *recipients: str, exit_code: int = 0, options: tuple[str, ...] = ()
) -> str:
    """Hand `mail` (CRLF line ends) to 127.0.0.1:port with swaks, bytes untouched; returns the dialog.

    Its exit code must be `exit_code`: 0 is taken, 24 no recipient was accepted, 26 the data was refused.
    28 a log-in was refused; `options` are further ones, such as those of a log-in.
    """
    stuffed = b"\r\n".join(b"." + line if line.startswith(b".") else line for line in mail.split(b"\r\n"))
    with_dot = stuffed.removesuffix(b"\r\n") + b"\r\n."
    command = ["swaks", "--server", "127.0.0.1", "--port", str(port), "--helo", "client.example.net"]
    command += [*options, "--from", sender, "--to", ",".join(recipients), "--no-data-fixup", "--data", "-"]
    done = subprocess.run(command, input=with_dot, capture_output=True, timeout=60)
    dialog = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode != exit_code:
        raise AssertionError(f"swaks exit {done.returncode}:\n{dialog}")
    return dialog


def _ids(user: str) -> tuple[int, int]:
    entry = pwd.getpwnam(user)
    return entry.pw_uid, entry.pw_gid
