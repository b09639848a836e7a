"""The story of one mail, for the log and the figures: its steps, how long each took, what next hops said.

A Story is begun when the mail is whole, told of each step as it ends and of each copy that was
given to a next hop, whatever came of it, and written as the one line `tx.done`. Nothing here
waits, and nothing of a mail's text is in it.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

import structlog

from gateway.mail.address import Path
from gateway.mail.envelope import Transaction
from gateway.mail.reply import Reply
from gateway.policy.decision import Decision
from gateway.relay.meters import Meters

log = structlog.get_logger()

MOST_TEXT: Final = 500
"""Characters of a reply that are logged."""

MOST_COPIES: Final = 20
"""Copies of one mail whose replies are logged."""

LOOKED: Final = ("facts", "decide")
"""The steps before anything is done; all later ones together are `carry` in the figures."""


class Story:
    """What happens to one mail. `clock` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._took: dict[str, float] = {}
        self._copies: list[dict[str, Any]] = []

    def ended(self, step: str) -> None:
        """A step ended just now; it began when the one before it ended."""
        now = self._clock()
        self._took[step] = now - self._last
        self._last = now

    def now(self) -> float:
        """The clock, for `copy`."""
        return self._clock()

    def copy(self, paths: Iterable[Path], answer: Reply, since: float) -> None:
        """A copy was given to the next hop for these recipients, and this was its last word."""
        if len(self._copies) < MOST_COPIES:
            people = [path.address for path in paths]
            took = round((self._clock() - since) * 1000, 2)
            self._copies.append({"rcpt_to": people, "reply": str(answer)[:MOST_TEXT], "ms": took})

    def figures(self) -> tuple[float, float, float]:
        """Seconds for the figures: look-ups, decision, everything after it."""
        facts, decide = (self._took.get(step, 0.0) for step in LOOKED)
        return facts, decide, sum(took for step, took in self._took.items() if step not in LOOKED)

    def tell(
        self,
        tx: Transaction,
        decision: Decision,
        answer: Reply,
        held: str | None,
        hop: str,
        meters: Meters | None = None,
    ) -> None:
        """Write the canonical line of this transaction, and count its figures."""
        weighed = decision.verdict
        dispositions = Counter(item.disposition.word for item in decision.recipients)
        log.info(
            "tx.done",
            id=tx.id,
            direction=tx.direction.value,
            client=tx.session.ip,
            mail_from=tx.envelope.mail_from.address,
            rcpt_to=[path.address for path in tx.envelope.rcpt_tos],
            size=len(tx.message),
            verdict=weighed.name.value,
            confidence=weighed.confidence.value if weighed.confidence else None,
            marketplace=weighed.marketplace,
            legal=weighed.legal.value if weighed.legal else None,
            score=round(weighed.score, 1),
            hits=[hit.signal for hit in weighed.hits],
            rules=list(dict.fromkeys(item.rule for item in decision.recipients if item.rule)),
            reasons=list(dict.fromkeys(word for item in decision.recipients for word in item.reasons)),
            actions=list(dict.fromkeys(name.value for item in decision.recipients for name in item.actions)),
            would=list(dict.fromkeys(name.value for item in decision.recipients for name in item.would)),
            dispositions=dict(dispositions),
            error=decision.error,
            held=held,
            hop=hop,
            copies=self._copies,
            reply=str(answer)[:MOST_TEXT],
            envelope_ms=_ms(tx.envelope_seconds),
            data_ms=_ms(tx.data_seconds),
            facts_ms=_ms(self._took.get("facts", 0.0)),
            decide_ms=_ms(self._took.get("decide", 0.0)),
            remember_ms=_ms(self._took.get("remember", 0.0)),
            carry_ms=_ms(self._took.get("carry", 0.0)),
            settle_ms=_ms(self._took.get("settle", 0.0)),
            config=decision.config_hash,
        )
        if meters is not None:
            size, seconds = len(tx.message), self.figures()
            meters.message(tx.direction, weighed.name, dispositions, answer.code, size, seconds)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
