"""The verdict: what a mail is, weighed from what was noticed.

The definitions are those of the design, section 3. In this order: who claims falsely
(`suspect`), whose relay it came through (`relay`), whose own mail it is (`notice`);
automatic mail is `none`; then the evidence of each marketplace against what speaks
against it. Pure; never raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gateway.config.models import Config
from gateway.config.rules import Weights
from gateway.words import Auto, Confidence, Facts, Hit, Legal, Thread, Verdict, VerdictName

_PROOF: Final = ("order_number", "imported_order", "phrase:bought")
_BUSINESS: Final = ("negative:supplier", "negative:job", "negative:agency", "negative:robot")
"""Talk of people who are no customers: one such saying may be chance beside an order number, two are not."""
_RESISTED: Final = {
    "order_number": ("negative:presale",),
    "imported_order": ("negative:presale",),
    "phrase:bought": ("negative:presale", "negative:robot", "negative:trade", "negative:office"),
    "phrase:sent": ("negative:presale",),
}
_OF_ORDERS: Final = frozenset({"order_number", "imported_order"})
_CHANCE: Final = 2
_WEAK_AT_MOST: Final = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """The evidence for one marketplace: its score, and how sure it makes us (None: not enough).

    `firm`: more than hints that add up.
    """

    marketplace: str
    score: float
    confidence: Confidence | None
    only_thread: bool
    firm: bool


def weigh(hits: Sequence[Hit], config: Config, facts: Facts) -> Verdict:
    """The verdict of these hits (from `signals.notice`); facts give the confidence of the thread."""
    wanted = config.policy.verdict
    auto = automatic(hits)
    legal = next((kind for kind in Legal if _has(hits, f"legal:{kind.value}")), None)
    for signal, name in (
        ("authentication", VerdictName.SUSPECT),
        ("lookalike", VerdictName.SUSPECT),
        ("relay_domain", VerdictName.RELAY),
        ("sender_domain", VerdictName.NOTICE),
        ("thread:suspect", VerdictName.SUSPECT),
    ):
        found = next((hit for hit in hits if hit.signal == signal), None)
        if found is not None:
            spoken = legal if name is VerdictName.RELAY and auto is None else None
            orders = _orders(hits, (found.marketplace,))
            return Verdict(
                name,
                None,
                found.marketplace,
                orders,
                spoken,
                auto,
                _sum(hits, found.marketplace),
                tuple(hits),
            )
    if auto is not None:
        return Verdict(auto=auto, hits=tuple(hits))
    cases = sorted(_cases(hits, wanted, facts), key=lambda case: -case.score)
    sure = [case for case in cases if case.confidence is not None]
    if not sure or (sure[0].only_thread and _own_order(hits)):
        score = max((case.score for case in cases), default=0.0)
        return Verdict(legal=legal, score=max(score, 0.0), hits=tuple(hits))
    if _own_order(hits):
        # Beside an order in the own shop a marketplace is easily only a comparison: hints are not enough.
        sure = [case for case in sure if case.firm]
        if not sure:
            return Verdict(legal=legal, score=max(cases[0].score, 0.0), hits=tuple(hits))
    first = sure[0]
    orders = _orders(hits, tuple(case.marketplace for case in sure))
    if len(sure) > 1 or _own_order(hits) or _was_mixed(hits, facts):
        both = all(case.confidence is Confidence.CONFIRMED for case in sure)
        confidence = Confidence.CONFIRMED if both else Confidence.LIKELY
        name = VerdictName.MIXED
    else:
        confidence, name = first.confidence or Confidence.LIKELY, VerdictName.OFFCHANNEL
    return Verdict(name, confidence, first.marketplace, orders, legal, None, first.score, tuple(hits))


def automatic(hits: Sequence[Hit]) -> Auto | None:
    """What kind of automatic mail these hits tell of, or None."""
    return next((kind for kind in Auto if _has(hits, f"auto:{kind.value}")), None)


def _has(hits: Sequence[Hit], signal: str) -> bool:
    return any(hit.signal == signal for hit in hits)


def _sum(hits: Sequence[Hit], marketplace: str | None) -> float:
    return sum(hit.weight for hit in hits if hit.marketplace == marketplace)


def _orders(hits: Sequence[Hit], marketplaces: Sequence[str | None]) -> tuple[str, ...]:
    """The orders of these marketplaces, each once, as first seen."""
    found = (hit.order for hit in hits if hit.marketplace in marketplaces and hit.order)
    return tuple(dict.fromkeys(found))


def _cases(hits: Sequence[Hit], wanted: Weights, facts: Facts) -> list[Case]:
    names = dict.fromkeys(hit.marketplace for hit in hits if hit.marketplace and hit.weight > 0)
    return [_case(name, hits, wanted, facts) for name in names]


def _case(name: str, hits: Sequence[Hit], wanted: Weights, facts: Facts) -> Case:
    mine = [hit for hit in hits if hit.marketplace == name]
    proofs = {hit.signal for hit in mine if hit.signal in _PROOF and hit.weight > 0}
    firm = {hit.signal for hit in mine if hit.signal in _RESISTED and hit.weight > 0}
    resisted = {signal for proof in firm for signal in _RESISTED[proof]}
    if firm & _OF_ORDERS:
        resisted |= _of_orders(mine, hits)
    if _has(hits, f"legal:{Legal.LAWYER.value}"):
        resisted.add("negative:staff")  # who speaks for a customer speaks of him
    against = [hit for hit in hits if hit.weight < 0 and hit.signal not in resisted]
    beside = sum(hit.weight for hit in hits if hit.signal == "phrase:weak" and hit.marketplace is None)
    orders = [hit for hit in mine if hit.signal.startswith("order_number") or hit.signal == "imported_order"]
    rest = [hit for hit in mine if hit not in orders]
    fresh = sum(hit.weight for hit in rest) + max((hit.weight for hit in orders), default=0.0)
    score = fresh + min(beside, _WEAK_AT_MOST) + sum(hit.weight for hit in against)
    inherited = next((hit for hit in mine if hit.signal == "thread"), None)
    # A quoted order number weighs half, yet it proves: it only has to outweigh what speaks against it.
    # A lawyer or an authority speaks of offers, unless it names an order.
    lawyer = not proofs and _has(hits, f"legal:{Legal.LAWYER.value}")
    proven = bool(proofs) and (score >= wanted.confirmed or (score > 0 and not against))
    confidence = None
    if proven:
        confidence = Confidence.CONFIRMED
    elif inherited is not None and score > 0:
        confidence = _of_thread(facts)
    elif score >= wanted.likely and not lawyer:
        confidence = Confidence.LIKELY
    firmly = bool(orders) or any(hit.weight >= wanted.likely for hit in rest)
    return Case(name, score, confidence, inherited is not None and fresh <= inherited.weight, firmly)


def _of_orders(mine: Sequence[Hit], hits: Sequence[Hit]) -> set[str]:
    """What an order number stands against: more if its marketplace's purchase is spoken of."""
    said = {hit.signal for hit in mine if hit.signal.startswith("phrase:")}
    resisted = {"negative:trade"} if said else set[str]()
    if "phrase:sent" in said or _has(hits, "phrase:bought"):
        resisted.add("negative:office")
    if "phrase:bought" in said or sum(hit.signal in _BUSINESS for hit in hits) < _CHANCE:
        resisted.update(_BUSINESS)
    return resisted


def _of_thread(facts: Facts) -> Confidence:
    thread = facts.thread
    if isinstance(thread, Thread):
        if thread.confidence is not None:
            return thread.confidence
        if thread.verdict is VerdictName.RELAY:
            return Confidence.CONFIRMED
    return Confidence.LIKELY


def _own_order(hits: Sequence[Hit]) -> bool:
    """Whether an order in the own shop is named, or the writer says that he bought in both."""
    return _has(hits, "own_shop:order") or (_has(hits, "own_shop:bought") and _has(hits, "phrase:bought"))


def _was_mixed(hits: Sequence[Hit], facts: Facts) -> bool:
    thread = facts.thread
    return isinstance(thread, Thread) and thread.verdict is VerdictName.MIXED and _has(hits, "thread")
