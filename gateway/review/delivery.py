"""One mail over one connection to a next hop, every recipient with an outcome of its own.

Shared by the releaser and the notices. Whatever happens to the connection, each
recipient is settled exactly once: sent, approved (try again), failed, or
uncertain, which is said only when the final dot was on its way and no reply
came (RFC 5321 4.5.4.1). Raises nothing of the hop's; what `settle` and
`before_dot` raise passes through, and then the final dot was not sent by us
unless `settle` was already told so.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final, Protocol

from gateway.config.models import Config, NextHop
from gateway.mail.address import Path
from gateway.mail.reply import Reply
from gateway.relay import access
from gateway.relay.upstream import RFC_5321, HopError, Timeouts, Upstream
from gateway.words import Direction, HeldState

BACKOFF: Final = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
"""How long to wait after the first, second ... attempt; the last one repeats."""

# Which EHLO keyword allows which parameter; a parameter not named here is its own keyword.
_MAIL: Final = {
    "BODY": "8BITMIME",
    "RET": "DSN",
    "ENVID": "DSN",
    "BY": "DELIVERBY",
    "HOLDFOR": "FUTURERELEASE",
    "HOLDUNTIL": "FUTURERELEASE",
}
_RCPT: Final = {"NOTIFY": "DSN", "ORCPT": "DSN"}
# Without these the mail would not be the mail its author asked for.
_NEEDED: Final = frozenset({"SMTPUTF8", "REQUIRETLS"})


class Hop(Protocol):
    """What a delivery uses of an `Upstream`."""

    extensions: Mapping[str, str]

    async def mail(self, path: Path) -> Reply: ...
    async def rcpt(self, path: Path) -> Reply: ...
    async def data(self, pieces: Iterable[bytes], *, timeout: float) -> Reply: ...  # noqa: ASYNC109
    async def quit(self) -> None: ...
    def abort(self) -> None: ...


Connect = Callable[[Sequence[NextHop], str], Awaitable[Hop]]
Settle = Callable[[Path, HeldState, Reply], Awaitable[None]]


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many attempts (1 is the first)."""
    return BACKOFF[min(max(attempts, 1), len(BACKOFF)) - 1]


def own_connect(config: Callable[[], Config], timeouts: Timeouts = RFC_5321) -> Connect:
    """Connects as the gateway itself: with its log-in and its certificate, where those are the hop's."""

    async def connect(hops: Sequence[NextHop], hello: str) -> Hop:
        ours = access.for_releases(config(), hops)
        return await Upstream.connect(hops, hello, access=ours, timeouts=timeouts)

    return connect


def next_hops(config: Config, leg: Direction) -> tuple[NextHop, ...]:
    """Where mail of that leg goes; the other leg's next hop where only one leg is configured."""
    legs = (config.gateway.inbound, config.gateway.outbound)
    wanted, other = legs if leg is Direction.INBOUND else reversed(legs)
    chosen = wanted or other
    return chosen.next_hop if chosen else ()


async def deliver(
    hop: Hop,
    mail_from: Path,
    rcpts: Sequence[Path],
    pieces: Iterable[bytes],
    size: int,
    settle: Settle,
    before_dot: Callable[[], Awaitable[None]],
    final_reply: float,
) -> None:
    """Hand one mail to the hop, and tell `settle` how it went for each recipient.

    `pieces` are the bytes with CRLF line ends, not dot-stuffed, `size` their number. `before_dot` is awaited
    after the refused recipients are settled and before DATA: what it records is on disk when the dot goes.
    `final_reply` is how many seconds the reply to the dot may take.
    """
    waiting = list(rcpts)

    async def settled(paths: Sequence[Path], reply: Reply) -> None:
        for path in tuple(paths):
            await settle(path, _state(reply), reply)
            waiting.remove(path)

    missing = _missing(mail_from, hop.extensions)
    if missing:
        await settled(waiting, Reply.make(554, f"5.6.7 The next mail server does not offer {missing}"))
        return
    try:
        reply = await hop.mail(_mail_path(mail_from, hop.extensions, size))
        if not reply.ok:
            await settled(waiting, reply)
            return
        for path in rcpts:
            reply = await hop.rcpt(_offered(path, hop.extensions, _RCPT))
            if not reply.ok:
                await settled((path,), reply)
    except HopError as error:
        await settled(waiting, error.reply)
        return
    if not waiting:
        return
    await before_dot()
    try:
        reply = await hop.data(pieces, timeout=final_reply)
    except HopError as error:
        for path in tuple(waiting):
            await settle(path, HeldState.UNCERTAIN if error.uncertain else _state(error.reply), error.reply)
        return
    await settled(waiting, reply)


def _state(reply: Reply) -> HeldState:
    if reply.ok:
        return HeldState.SENT
    # A code that makes no sense here is trouble, not a refusal: the mail waits.
    return HeldState.FAILED if reply.permanent else HeldState.APPROVED


def _keyword(param: str) -> str:
    return param.partition("=")[0].upper()


def _missing(mail_from: Path, extensions: Mapping[str, str]) -> str | None:
    needed = sorted(_NEEDED & {_keyword(param) for param in mail_from.params})
    return next((name for name in needed if name not in extensions), None)


def _offered(path: Path, extensions: Mapping[str, str], table: Mapping[str, str]) -> Path:
    kept = tuple(param for param in path.params if table.get(_keyword(param), _keyword(param)) in extensions)
    return Path(path.raw, path.address, kept)


def _mail_path(path: Path, extensions: Mapping[str, str], size: int) -> Path:
    """The sender as it was given, with the parameters the hop offers and the size as it is now."""
    kept = tuple(param for param in _offered(path, extensions, _MAIL).params if _keyword(param) != "SIZE")
    return Path(path.raw, path.address, (*kept, *((f"SIZE={size}",) if "SIZE" in extensions else ())))
