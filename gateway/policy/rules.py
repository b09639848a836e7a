"""The rules: the first one whose conditions all hold decides, per recipient.

Each rule before it leaves a miss: its name and, in words, the first of its conditions
that failed. Pure; never raises. Actions are not carried out here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Final, Literal

from gateway.config.base import compiled
from gateway.config.rules import Policy, Rule, When, parse_window
from gateway.mail.address import domain_in
from gateway.words import Direction, Finding, Kind, Severity, Verdict

_NONE: Final = Verdict()
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _no_field(_name: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Miss:
    """A rule that did not fire, and the first condition that failed: `verdict is relay, not suspect`."""

    rule: str
    condition: str


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a rule can ask about one recipient of one mail.

    `verdict` is that of the mail (inbound) or of the thread it answers (outbound), with `auto` always that of
    this very mail. `party` is whether the recipient belongs to the conversation (None: there is none),
    `private_mail` the stance of the verdict's pack, None without a pack. `reasons` are the reason words that
    hold so far, `sender` is the address of From, else of the envelope, `machine` whether it is one of the
    company's machines. `header` gives the decoded values of a field. `at` is the time at the company.
    """

    direction: Direction
    kind: Kind
    verdict: Verdict = _NONE
    findings: tuple[Finding, ...] = ()
    party: bool | None = None
    private_mail: Literal["forbidden", "discouraged", "allowed"] | None = None
    reasons: tuple[str, ...] = ()
    sender: str = ""
    machine: bool = False
    own_shop: bool = False
    signed: bool = False
    header: Callable[[str], tuple[str, ...]] = _no_field
    at: datetime = _EPOCH


def first(policy: Policy, situation: Situation) -> tuple[Rule | None, tuple[Miss, ...]]:
    """The rule that decides, or None, and the misses of those before it."""
    misses: list[Miss] = []
    for rule in policy.rule:
        failed = next(conditions(rule, situation), None)
        if failed is None:
            return rule, tuple(misses)
        misses.append(Miss(rule.name, failed))
    return None, tuple(misses)


def conditions(rule: Rule, situation: Situation) -> Iterator[str]:
    """Every condition of the rule that fails, in the order of `When`, in words."""
    when, verdict = rule.when, situation.verdict
    if rule.direction is not None and rule.direction is not situation.direction:
        yield f"direction is {situation.direction.value}, not {rule.direction.value}"
    for word, wanted, actual in (
        ("recipient", when.recipient, situation.kind),
        ("verdict", when.verdict, verdict.name),
        ("confidence", when.confidence, verdict.confidence),
        ("marketplace", when.marketplace, verdict.marketplace),
        ("legal", when.legal, verdict.legal),
        ("auto", when.auto, verdict.auto),
    ):
        if not _fits(wanted, actual):
            yield f"{word} is {_word(actual)}, not {_wanted(wanted)}"
    if when.reason is not None and not set(when.reason) & set(situation.reasons):
        yield f"reason is {', '.join(situation.reasons) or 'none'}, not {_wanted(when.reason)}"
    if when.sender is not None and not any(_sends(one, situation) for one in when.sender):
        yield f"sender is {situation.sender or 'none'}, not {_wanted(when.sender)}"
    yield from _of_findings(when, situation.findings)
    for word, asked, true in (
        ("party", when.party, situation.party),
        ("own_shop", when.own_shop, situation.own_shop),
        ("signed", when.signed, situation.signed),
    ):
        if asked is not None and asked is not true:
            yield f"{word} is {_truth(true)}, not {_truth(asked)}"
    if not _fits(when.private_mail, situation.private_mail):
        yield f"private_mail is {_word(situation.private_mail)}, not {_wanted(when.private_mail)}"
    for name, pattern in (when.header or {}).items():
        if not any(compiled(pattern).search(value) for value in situation.header(name)):
            yield f"header {name} does not match {pattern}"
    yield from _of_time(when, situation.at)


def _of_findings(when: When, findings: Sequence[Finding]) -> Iterator[str]:
    if when.finding is not None and not any(_is_found(name, findings) for name in when.finding):
        found = ", ".join(f"{finding.check} ({finding.severity.value})" for finding in findings[:3])
        yield f"finding is {found or 'none'}, not {_wanted(when.finding)}"
    if when.findings_in is not None:
        holding = [finding for finding in findings if finding.severity is not Severity.WARN]
        outside = [one for one in holding if one.in_signature is not (when.findings_in == "signature")]
        if outside or not holding:
            where = "text" if when.findings_in == "signature" else "signature"
            told = f"{outside[0].check} is in the {where}" if outside else "nothing that holds was found"
            yield f"findings_in is not {when.findings_in}: {told}"


def _of_time(when: When, at: datetime) -> Iterator[str]:
    if when.after is not None and at < when.after:
        yield f"it is before {when.after.isoformat()}"
    if when.before is not None and at >= when.before:
        yield f"it is not before {when.before.isoformat()}"
    if when.during is not None:
        days, start, end = parse_window(when.during)
        if at.weekday() not in days or not start <= at.time() <= end:
            yield f"it is {at:%a %H:%M}, not {when.during}"


def _sends(wanted: str, situation: Situation) -> bool:
    if wanted == "machine":
        return situation.machine
    if "@" in wanted:
        return situation.sender.casefold() == wanted.casefold()
    return domain_in(situation.sender.rpartition("@")[2], (wanted,))


def _fits(wanted: Sequence[object] | bool | None, actual: object) -> bool:
    if wanted is None:
        return True
    if isinstance(wanted, bool):
        return wanted is (actual is not None)
    return actual in wanted


def _is_found(name: str, findings: Sequence[Finding]) -> bool:
    return any(name in (finding.check, finding.severity.value) for finding in findings)


def _truth(value: bool | None) -> str:
    return "unknown" if value is None else "true" if value else "false"


def _word(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else "none" if value is None else str(value)


def _wanted(wanted: Sequence[object] | bool | None) -> str:
    if isinstance(wanted, bool):
        return "any" if wanted else "none"
    return " or ".join(map(_word, wanted or ()))
