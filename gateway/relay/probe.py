"""Probe mail: sent to our own listeners like any client's, to see whether the whole path still works.

A Badge tells the listeners, whichever process answers, that a client is the probe: its HELO name is
signed with a secret that the processes of one service share and nobody else is ever shown. Such a
client may send to the configured address and to nobody else, so the badge opens nothing. The mail
is read and decided on like others, then passes untouched whatever was found: never tagged, held or
remembered. Where no decision could be made it is put off in every case, so that the monitoring hears of it.
"""

import asyncio
import hmac
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from typing import Final

import structlog

from gateway.config.models import Config, NextHop
from gateway.mail.address import BadPath, parse_path
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.decision import Decision, untouched
from gateway.relay.access import Access
from gateway.relay.meters import Meters
from gateway.relay.story import MOST_TEXT
from gateway.relay.upstream import HopError, Upstream
from gateway.words import Direction, Disposition

log = structlog.get_logger()

TICK: Final = 1.0
"""Seconds between two looks whether a probe is due; a reload counts from the next one on."""

_SUFFIX: Final = ".probe.marketgate.invalid"
_TEXT: Final = "This mail shows that the path through Marketgate works. Nobody needs to read it."


class Badge:
    """Makes and knows the HELO names of probes. `secret`: 32 random bytes of one run of the service."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)

    def name(self, probe_id: str) -> str:
        """The HELO name of a probe; its id is letters and digits."""
        return f"{probe_id}.{self._signed(probe_id)}{_SUFFIX}"

    def shown_by(self, helo: str) -> bool:
        """Whether a client that calls itself so is our probe."""
        probe_id, _, signed = helo.removesuffix(_SUFFIX).partition(".")
        return helo.endswith(_SUFFIX) and hmac.compare_digest(
            signed.encode("utf-8", "replace"), self._signed(probe_id).encode()
        )

    def _signed(self, probe_id: str) -> str:
        return hmac.digest(self._secret, probe_id.encode("utf-8", "replace"), "sha256").hex()[:48]


def wanted(direction: Direction, config: Config) -> str | None:
    """The address that probes of this leg go to, or None where the leg has none."""
    probe = config.gateway.probe
    return probe.inbound if direction is Direction.INBOUND else probe.outbound


def decided(tx: Transaction, config: Config, error: str | None) -> Decision:
    """The decision on a probe: untouched, or put off where a decision on it failed with `error`."""
    passed = untouched(tx, config)
    if error is None:
        return passed
    refused = tuple(
        replace(item, disposition=Disposition.TEMPFAIL, reasons=("error",)) for item in passed.recipients
    )
    return replace(passed, recipients=refused, error=error)


def our_end(bound: object) -> NextHop:
    """Where a listening socket is reached from this machine; `bound` is what its getsockname gives."""
    if not isinstance(bound, tuple):
        return NextHop("smtp+unix", str(bound), 0, "never")
    host, port = str(bound[0]), int(bound[1])
    anywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound
    return NextHop("smtp", anywhere.get(host, host), port, "may")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the last probe of a leg."""

    ok: bool
    reply: str
    seconds: float


class Prober:
    """Sends the probes. `places`: where each leg's listener is reached. `now` gives the time in UTC.

    One at a time and leg by leg; `results` are the last ones, of legs that are still to be probed.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        badge: Badge,
        places: Mapping[Direction, NextHop],
        meters: Meters,
        *,
        hostname: str,
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._config = config
        self._badge = badge
        self._places = places
        self._meters = meters
        self._hostname = hostname
        self._new_id = new_id
        self._now = now
        self._monotonic = monotonic
        self._results: dict[Direction, Result] = {}
        self._due: dict[Direction, float] = {}

    def results(self) -> dict[Direction, Result]:
        """The last result of each leg that is probed now and has one."""
        config = self._config()
        return {leg: result for leg, result in self._results.items() if wanted(leg, config)}

    async def run(self) -> None:
        """Probe for ever, each leg at its time, the first ones at once."""
        while True:
            for leg in Direction:
                if wanted(leg, self._config()) and self._monotonic() >= self._due.get(leg, float("-inf")):
                    self._due[leg] = self._monotonic() + self._config().gateway.probe.every
                    try:
                        await self.once(leg)
                    except Exception as error:
                        log.error("probe.failed", direction=leg.value, exc_info=error)
            await asyncio.sleep(TICK)

    async def once(self, leg: Direction) -> Result | None:
        """One probe of a leg, if it is configured and listened on."""
        config = self._config()
        address, place = wanted(leg, config), self._places.get(leg)
        if address is None or place is None:
            return None
        probe_id, began = self._new_id(), self._monotonic()
        try:
            async with asyncio.timeout(config.gateway.probe.within):
                answer = await self._sent(leg, place, address, probe_id, config)
            ok, said = answer.ok, str(answer)
        except TimeoutError:
            ok, said = False, f"no answer in {config.gateway.probe.within:g} seconds"
        except HopError as error:
            ok, said = False, error.why or str(error.reply)
        except (OSError, ValueError, BadPath) as error:
            ok, said = False, str(error) or type(error).__name__
        seconds = self._monotonic() - began
        self._results[leg] = Result(ok, said, seconds)
        self._meters.probe(leg, ok, seconds, self._now().timestamp())
        told = {"direction": leg.value, "probe": probe_id, "to": address, "reply": said[:MOST_TEXT]}
        if ok:
            log.info("probe.done", ms=round(seconds * 1000), **told)
        else:
            log.warning("probe.failed", ms=round(seconds * 1000), **told)
        return self._results[leg]

    async def _sent(
        self, leg: Direction, place: NextHop, address: str, probe_id: str, config: Config
    ) -> Reply:
        """The reply that ended the probe. Raises HopError, OSError, ValueError, TimeoutError."""
        name = self._badge.name(probe_id)
        hop = await Upstream.connect([place], name, access=_access(leg, config))
        try:
            null = parse_path(b"FROM:<>", "FROM")
            to = parse_path(f"TO:<{address}>".encode(), "TO", utf8=not address.isascii())
            for answer in (await hop.mail(null), await hop.rcpt(to)):
                if not answer.ok:
                    return answer
            limit = config.gateway.limits.final_reply
            return await hop.data(self._mail(address, probe_id, config), timeout=limit)
        finally:
            await hop.quit()

    def _mail(self, address: str, probe_id: str, config: Config) -> Sequence[bytes]:
        fields = (
            f"From: Marketgate <{config.own_address}>",
            f"To: <{address}>",
            f"Subject: Marketgate probe {probe_id}",
            f"Date: {format_datetime(self._now())}",
            f"Message-ID: <{probe_id}.probe@{self._hostname}>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=us-ascii",
        )
        return ["\r\n".join((*fields, "", _TEXT, "")).encode()]


def _access(leg: Direction, config: Config) -> Access:
    """How the probe presents itself: where clients log in at the next hop, with the gateway's own log-in."""
    outbound = config.gateway.outbound
    if leg is Direction.INBOUND or outbound is None or outbound.auth == "off":
        return Access()
    return Access(user=outbound.user, password=outbound.password)
