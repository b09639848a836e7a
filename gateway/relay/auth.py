"""A client's log-in, passed on to the next hop line by line (RFC 4954).

Only lines of the grammar go on, and they go on as they came. What they hold is never logged
and not kept; of PLAIN and LOGIN the user's name is read, for the mail's session and its trace.
"""

import base64
import binascii
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from gateway.mail.reply import BAD_SYNTAX, Reply
from gateway.relay.upstream import Upstream

MAX_ROUNDS: Final = 16
"""Challenges one log-in may take; mechanisms in use need four at most."""

NO_TLS: Final = Reply.make(538, "5.7.11 Encryption required for requested authentication mechanism")
NOT_OFFERED: Final = Reply.make(504, "5.5.4 Unrecognized authentication type")
NOT_NOW: Final = Reply.make(454, "4.7.0 Temporary authentication failure, please try again later")

_BASE64: Final = rb"(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
_COMMAND: Final = re.compile(rf"([A-Za-z0-9_-]{{1,20}})(?: +(=|(?=.){_BASE64.decode()}))?\Z")
_RESPONSE: Final = re.compile(_BASE64 + rb"\Z")


class BadExchangeError(Exception):
    """The client did not keep to the grammar; `reply` is for it, and the exchange at the hop is open."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply))
        self.reply = reply


@dataclass(frozen=True, slots=True)
class Request:
    """An AUTH command: the mechanism in upper case, the initial response in base64, "=" or None."""

    mechanism: str
    initial: str | None = field(repr=False)
    line: bytes = field(repr=False)


def parse(argument: str) -> Request:
    """Read what stands behind "AUTH ". Raises ValueError, which does not name it."""
    found = _COMMAND.match(argument)
    if not found:
        raise ValueError("not an AUTH command")
    return Request(found[1].upper(), found[2], f"AUTH {argument}".encode())


async def pass_on(
    request: Request, upstream: Upstream, ask: Callable[[Reply], Awaitable[bytes]]
) -> tuple[Reply, str]:
    """Have the next hop decide; its last reply, and the user's name ("" where it cannot be told).

    `ask` gives a 334 to the client and brings back its line, without CRLF. Raises HopError,
    BadExchangeError and what `ask` raises; then the connection must be torn down.
    """
    reply = await upstream.auth(request.line)
    first = request.initial
    for _ in range(MAX_ROUNDS):
        if reply.code != 334:
            return reply, user_of(request.mechanism, first)
        response = await ask(reply)
        if response != b"*" and not _RESPONSE.match(response):
            raise BadExchangeError(BAD_SYNTAX)
        first = response.decode() if first is None else first
        reply = await upstream.auth(response)
    raise BadExchangeError(NOT_NOW)


def user_of(mechanism: str, first: str | None) -> str:
    """The name in the first response of PLAIN or LOGIN; "" for others, and for what is no name."""
    if mechanism not in ("PLAIN", "LOGIN") or first is None:
        return ""
    try:
        words = base64.b64decode(first, validate=True).decode().split("\0")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    name = words[0] if mechanism == "LOGIN" else words[1] if len(words) == 3 else ""
    return name[:255] if name.isprintable() else ""
