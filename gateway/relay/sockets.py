"""Listening sockets: bound from `host:port`, or passed in by systemd under a name.

Binding is apart from serving, so that the process can give up its rights in
between, and so that a busy port is reported before anything is started.
"""

import os
import socket
from collections.abc import Iterable, Mapping

BACKLOG = 1024  # a short queue drops clients in a burst before they see a banner
_FIRST_PASSED = 3  # sd_listen_fds(3)


class CannotListen(Exception):
    """An address cannot be listened on; the text names it, the reason and the cure."""


def bind(addresses: Iterable[str], environ: Mapping[str, str] | None = None) -> list[socket.socket]:
    """Sockets listening on each `host:port`, `[ipv6]:port` or `systemd:NAME`.

    All or none: where one fails, those bound before it are closed and CannotListen is raised.
    """
    bound: list[socket.socket] = []
    try:
        for address in addresses:
            bound.extend(_passed(address, os.environ if environ is None else environ) or [_bound(address)])
    except CannotListen:
        for each in bound:
            each.close()
        raise
    return bound


def _bound(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    try:
        family, kind, proto, _, where = socket.getaddrinfo(
            host, int(port), type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        each = socket.socket(family, kind, proto)
        try:
            each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                each.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            each.bind(where)
            each.listen(BACKLOG)
            each.setblocking(False)
        except OSError:
            each.close()
            raise
    except OSError as error:
        raise CannotListen(
            f"cannot listen on {address}: {error.strerror or error}; "
            "stop the program that uses it, or change the listen key"
        ) from None
    return each


def _passed(address: str, environ: Mapping[str, str]) -> list[socket.socket]:
    """The sockets systemd passed under this name (sd_listen_fds_with_names(3)); none for a plain one."""
    if not address.startswith("systemd:"):
        return []
    wanted = address.removeprefix("systemd:")
    names = environ.get("LISTEN_FDNAMES", "").split(":")
    count = int(environ.get("LISTEN_FDS", "0")) if environ.get("LISTEN_PID") == str(os.getpid()) else 0
    found = [_FIRST_PASSED + place for place, name in enumerate(names[:count]) if name == wanted]
    if not found:
        raise CannotListen(
            f"systemd passed no socket named {wanted!r}; add FileDescriptorName={wanted} to its socket unit"
        )
    passed = [socket.socket(fileno=descriptor) for descriptor in found]
    for each in passed:
        each.setblocking(False)
        each.set_inheritable(False)  # they are for us, not for programs we start
    return passed
