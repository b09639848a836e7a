"""Who may log in at a Postfix of a test: the other end of its `smtpd_sasl_type = dovecot`.

It speaks the few lines of Dovecot's authentication protocol that Postfix needs: a greeting that
names the mechanisms, and for each AUTH with its first response OK or FAIL.
"""

import base64
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COOKIE = "00112233445566778899aabbccddeeff"
GREETING = f"VERSION\t1\t2\nMECH\tPLAIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t{COOKIE}\nDONE\n"


class Passwords(socketserver.ThreadingUnixStreamServer):
    """Listens at a unix socket; `users` are names and passwords, `seen` who was let in, in order."""

    daemon_threads = True

    def __init__(self, path: Path, users: dict[str, str]) -> None:
        super().__init__(str(path), _Line)
        path.chmod(0o666)
        self.users, self.seen = users, list[str]()


class _Line(socketserver.StreamRequestHandler):
    server: Passwords

    def handle(self) -> None:
        self.wfile.write(GREETING.encode())
        for line in self.rfile:
            words = line.decode().rstrip("\n").split("\t")
            if words[0] != "AUTH":
                continue
            said = next(word.removeprefix("resp=") for word in words if word.startswith("resp="))
            _, user, password = base64.b64decode(said).decode().split("\0")
            right = self.server.users.get(user) == password
            if right:
                self.server.seen.append(user)
            self.wfile.write(f"{'OK' if right else 'FAIL'}\t{words[1]}\tuser={user}\n".encode())


@contextmanager
def passwords(path: Path, users: dict[str, str]) -> Iterator[Passwords]:
    """The server, in a thread."""
    with Passwords(path, users) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
