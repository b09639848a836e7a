"""Rules that can never fire: contradictory in themselves, or shadowed by one before them.

A rule is shadowed where whatever it asks for is asked for by an earlier rule too, with
no more conditions. Judged pair by pair, by the meaning of the conditions; what only
several rules together would catch is not found.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gateway.config.packs import Pack
from gateway.config.rules import Rule
from gateway.words import Direction, Kind, VerdictName

_LISTS = ("recipient", "verdict", "confidence", "marketplace", "reason", "sender", "finding", "private_mail")
_EQUALS = ("findings_in", "party", "own_shop", "signed", "during")


def never_fire(rules: Sequence[Rule], packs: Sequence[Pack]) -> Iterator[tuple[int, str, str]]:
    """Index, problem and cure of each rule that can never fire."""
    narrowed = [_narrowed(rule, packs) for rule in rules]
    for index, (rule, asked) in enumerate(zip(rules, narrowed, strict=True)):
        empty = next((key for key in ("recipient", "verdict", "marketplace") if asked.get(key) == ()), None)
        if any(getattr(rule.when, key) == () for key in rule.when.model_fields_set):
            continue  # an empty list is an error of its own
        if empty is not None:
            yield index, f"never fires: no {empty} fits all its conditions", "remove one of them"
        elif _is_past(rule):
            yield index, "never fires: `before` is not later than `after`", "put the moments in order"
        elif _blind(rule):
            yield index, "never fires: findings are looked for in outbound mail only", "remove the condition"
        else:
            yield from _shadow(index, rules, narrowed)


def _shadow(
    index: int, rules: Sequence[Rule], narrowed: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[int, str, str]]:
    for earlier in range(index):
        directions = (None, rules[index].direction)
        if _is_empty(narrowed[earlier]) or rules[earlier].direction not in directions:
            continue
        if _covers(narrowed[earlier], narrowed[index]):
            name = rules[earlier].name
            yield index, f"never fires: {name} before it always fires first", f"put it before {name}"
            return


def _narrowed(rule: Rule, packs: Sequence[Pack]) -> dict[str, Any]:
    """The conditions that are set, narrowed by what they imply of each other."""
    when = rule.when
    asked: dict[str, Any] = {
        key: getattr(when, key) for key in when.model_fields_set if getattr(when, key) is not None
    }
    if "finding" in asked or "findings_in" in asked:
        asked["recipient"] = _common(asked.get("recipient"), (Kind.RELAY,))
    if "confidence" in asked:
        asked["verdict"] = _common(asked.get("verdict"), (VerdictName.OFFCHANNEL, VerdictName.MIXED))
    if when.private_mail is not None and packs:
        stances = tuple(pack.name for pack in packs if pack.private_mail in when.private_mail)
        if "marketplace" in asked:
            asked["marketplace"] = _common(when.marketplace, stances)
    return asked


def _is_empty(asked: Mapping[str, Any]) -> bool:
    """Whether a list of conditions is empty, so that nothing fits."""
    return any(wanted == () for wanted in asked.values())


def _common(wanted: Sequence[Any] | None, allowed: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(allowed) if wanted is None else tuple(one for one in wanted if one in allowed)


def _is_past(rule: Rule) -> bool:
    when = rule.when
    return when.after is not None and when.before is not None and when.before <= when.after


def _blind(rule: Rule) -> bool:
    asks = rule.when.finding is not None or rule.when.findings_in is not None
    return rule.direction is Direction.INBOUND and asks


def _covers(before: Mapping[str, Any], rule: Mapping[str, Any]) -> bool:
    """Whether everything that fits `rule` fits `before`."""
    return all(key in rule and _holds(key, wanted, rule[key]) for key, wanted in before.items())


def _holds(key: str, before: Any, rule: Any) -> bool:
    """Whether the condition of `rule` implies that of `before`."""
    if key in _LISTS:
        return set(rule) <= set(before)
    if key in ("legal", "auto"):
        if isinstance(before, bool):
            return before if not isinstance(rule, bool) else rule is before
        return not isinstance(rule, bool) and set(rule) <= set(before)
    if key in _EQUALS:
        return bool(rule == before)
    if key == "header":
        return bool(before.items() <= rule.items())
    return bool(rule >= before) if key == "after" else bool(rule <= before)
