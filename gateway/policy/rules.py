"""The rules: the first one whose conditions all hold decides, per recipient.

Each rule before it leaves a miss: its name and, in words, the first of its conditions
that failed. Pure; never raises. Actions are not carried out here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

from gateway.config.rules import Policy, Rule
from gateway.words import Direction, Finding, Kind, Verdict

NOT_CONCERNED: Final = Verdict()


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
    `private_mail` the stance of the verdict's pack, None without a pack.
    """

    direction: Direction
    kind: Kind
    verdict: Verdict = NOT_CONCERNED
    findings: tuple[Finding, ...] = ()
    party: bool | None = None
    private_mail: Literal["forbidden", "discouraged", "allowed"] | None = None


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
    if when.finding is not None and not any(_is_found(name, situation.findings) for name in when.finding):
        found = ", ".join(f"{finding.check} ({finding.severity.value})" for finding in situation.findings[:3])
        yield f"finding is {found or 'none'}, not {_wanted(when.finding)}"
    if when.party is not None and when.party is not situation.party:
        yield f"party is {_truth(situation.party)}, not {_truth(when.party)}"
    if not _fits(when.private_mail, situation.private_mail):
        yield f"private_mail is {_word(situation.private_mail)}, not {_wanted(when.private_mail)}"


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
