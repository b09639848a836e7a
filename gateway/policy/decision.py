"""The decision on one mail: per recipient, explained.

Pure. `decide` runs the signals, weighs them, asks the rules for each recipient and
lets the actions work out their effect; the result says what happens to each
recipient's copy and everything that led there. It raises only what `mail.mime`
documents for messages over the limits of our analysis (TooComplex).
"""

from dataclasses import dataclass, field, replace

from gateway import lints, signals
from gateway.actions import ACTIONS, Order
from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.config.rules import Rule
from gateway.mail import headers
from gateway.mail.address import Path
from gateway.mail.edit import Splice
from gateway.mail.envelope import Transaction
from gateway.mail.mime import TooComplex
from gateway.policy import recipients, rules, verdict
from gateway.words import (
    UNKNOWN,
    ActionName,
    Direction,
    Disposition,
    Effect,
    Facts,
    Finding,
    Hit,
    Kind,
    Mode,
    Severity,
    Thread,
    Verdict,
    VerdictName,
    legal_reason,
    lint_reason,
)


@dataclass(frozen=True, slots=True)
class RecipientDecision:
    """What happens to one recipient's copy.

    `path` is as in the envelope. `actions` is what is done, in order; `splices` and `headers` are what this
    copy is changed by; `would` is what the rule asks for where its mode is monitor and nothing is done.
    `misses` are the rules before the one that fired, `note` the step of the fallback ladder that was taken.
    """

    path: Path
    kind: Kind
    disposition: Disposition = Disposition.PASS
    actions: tuple[ActionName, ...] = ()
    rule: str | None = None
    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    splices: tuple[Splice, ...] = ()
    headers: bytes = b""
    would: tuple[ActionName, ...] = ()
    misses: tuple[rules.Miss, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The whole decision on one mail.

    `thread` is the remembered conversation it belongs to, or None. `error` is the fixed word of what went
    wrong (`store`, `limit`, `internal`) and None where nothing did.
    """

    id: str
    direction: Direction
    verdict: Verdict
    thread: Thread | None
    recipients: tuple[RecipientDecision, ...]
    config_hash: str
    error: str | None = None


def decide(tx: Transaction, facts: Facts, config: Config) -> Decision:
    """Decide on a mail. Same transaction, facts and configuration: same decision."""
    thread = facts.thread if isinstance(facts.thread, Thread) else None
    if thread is not None and thread.dismissed:
        thread, facts = None, replace(facts, thread=None)
    hits = signals.notice(tx, facts, config)
    if tx.direction is Direction.INBOUND:
        weighed = verdict.weigh(hits, config, facts)
    else:
        weighed = _answered(tx, hits, thread, config)
    case = _Case(tx, weighed, thread, facts.mode, config)
    decided = tuple(case.decide(path) for path in tx.envelope.rcpt_tos)
    if len({(item.disposition, item.splices, item.headers) for item in decided}) > 1:
        decided = tuple(
            replace(item, reasons=(*item.reasons, "split")) if item.kind is not Kind.INTERNAL else item
            for item in decided
        )
    return Decision(tx.id, tx.direction, weighed, thread, decided, config.hash)


def decide_always(tx: Transaction, facts: Facts, config: Config) -> tuple[Decision, Exception | None]:
    """The decision in every case: by the rules, or as mode `bypass` and `on_error` say.

    The second value is the exception that kept us from deciding, to be logged by the caller; None if there
    was none or a known limit was passed.
    """
    if facts.mode is Mode.BYPASS:
        return untouched(tx, config), None
    if facts.thread is UNKNOWN and tx.direction is Direction.OUTBOUND:
        return troubled(tx, config, "store"), None
    try:
        return decide(tx, facts, config), None
    except TooComplex:
        return troubled(tx, config, "limit"), None
    except Exception as error:
        return troubled(tx, config, "internal"), error


def untouched(tx: Transaction, config: Config) -> Decision:
    """The decision to pass a mail as it is, without having looked: mode `bypass`."""
    passed = tuple(
        RecipientDecision(path, recipients.kind_of(path, config)[0]) for path in tx.envelope.rcpt_tos
    )
    return Decision(tx.id, tx.direction, Verdict(), None, passed, config.hash)


def troubled(tx: Transaction, config: Config, word: str) -> Decision:
    """The decision where none could be made: what `on_error` of the leg says.

    `word` is `store`, `limit` or `internal`. Inbound mail that passes says so in one header; a mail over the
    limits of our analysis passes outbound too, unless `on_error` is hold: trying again would not help it.
    """
    leg = config.gateway.inbound if tx.direction is Direction.INBOUND else config.gateway.outbound
    choice = leg.on_error if leg is not None else "tempfail"
    if word == "limit" and choice == "tempfail":
        choice = "pass"
    disposition = {"pass": Disposition.PASS, "hold": Disposition.HOLD, "tempfail": Disposition.TEMPFAIL}[
        choice
    ]
    inbound = tx.direction is Direction.INBOUND
    header = headers.render("X-Marketgate-Error", word) if inbound and choice == "pass" else b""
    actions = (ActionName.HOLD,) if choice == "hold" else ()
    decided = tuple(
        RecipientDecision(
            path,
            recipients.kind_of(path, config)[0],
            disposition,
            actions,
            reasons=("error",),
            headers=header,
            note=f"no decision could be made ({word}); on_error says {choice}",
        )
        for path in tx.envelope.rcpt_tos
    )
    return Decision(tx.id, tx.direction, Verdict(), None, decided, config.hash, word)


def _answered(tx: Transaction, hits: tuple[Hit, ...], thread: Thread | None, config: Config) -> Verdict:
    """The verdict of an outbound mail: that of the thread it answers, else `relay`, else `none`."""
    # Quoted text and the author's own words are no evidence of what the buyer wrote: of an outbound mail only
    # what says which conversation it belongs to, and whether a machine wrote it, may count.
    told = tuple(hit for hit in hits if hit.signal == "thread" or hit.signal.startswith("auto:"))
    auto = verdict.automatic(told)
    if thread is not None:
        return Verdict(
            name=thread.verdict,
            confidence=thread.confidence,
            marketplace=thread.marketplace,
            orders=thread.orders,
            legal=thread.legal,
            auto=auto,
            hits=told,
        )
    for path in tx.envelope.rcpt_tos:
        kind, pack = recipients.kind_of(path, config)
        if kind is Kind.RELAY and pack is not None:
            return Verdict(name=VerdictName.RELAY, marketplace=pack.name, auto=auto, hits=told)
    return Verdict(auto=auto, hits=told)


@dataclass(frozen=True, slots=True)
class _Case:
    """One mail while its recipients are decided on; what is the same for many of them is worked out once."""

    tx: Transaction
    weighed: Verdict
    thread: Thread | None
    override: Mode | None
    config: Config
    linted: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    effects: dict[tuple[ActionName, str | None], Effect] = field(default_factory=dict)

    def decide(self, path: Path) -> RecipientDecision:
        """The decision for one recipient."""
        outbound = self.tx.direction is Direction.OUTBOUND
        kind, relay_pack = recipients.kind_of(path, self.config)
        pack = relay_pack or self.config.pack(self.weighed.marketplace)
        findings = self._lint(relay_pack) if outbound and relay_pack is not None else ()
        party = recipients.is_party(path, self.thread)
        if party and recipients.is_outsider(path, self.config):
            party = False
        situation = rules.Situation(
            direction=self.tx.direction,
            kind=kind,
            verdict=self.weighed,
            findings=findings,
            party=party,
            private_mail=pack.private_mail if pack else None,
        )
        rule, misses = rules.first(self.config.policy, situation)
        decided = RecipientDecision(
            path,
            kind,
            rule=rule.name if rule else None,
            reasons=_reasons(self.tx.direction, kind, self.weighed, findings, party),
            findings=findings,
            misses=misses,
        )
        wanted = tuple(name for name in rule.do if name != "pass") if rule else ()
        if not rule or not wanted:
            return decided
        if not _enforced(rule, self.override, self.config) or not _served(pack, wanted, self.config):
            return replace(decided, would=wanted)
        return _with_effects(decided, [(name, self._effect(name, pack)) for name in wanted])

    def _lint(self, pack: Pack) -> tuple[Finding, ...]:
        if pack.name not in self.linted:
            self.linted[pack.name] = lints.lint(self.tx, pack, self.config)
        return self.linted[pack.name]

    def _effect(self, name: ActionName, pack: Pack | None) -> Effect:
        key = name, pack.name if pack else None
        if key not in self.effects:
            order = Order(self.tx, self.weighed, self.thread, pack, self.config)
            self.effects[key] = ACTIONS[name](order)
        return self.effects[key]


def _enforced(rule: Rule, override: Mode | None, config: Config) -> bool:
    """Whether what the rule asks for is done: the override, then the rule's own mode, then the file's."""
    return override is not Mode.MONITOR and (rule.mode or override or config.policy.mode) == Mode.ENFORCE


def _served(pack: Pack | None, wanted: tuple[ActionName, ...], config: Config) -> bool:
    """Whether `company.marketplaces` lets this pack hold and edit; tagging is always allowed."""
    chosen = config.gateway.company.marketplaces
    return chosen is None or pack is None or pack.name in chosen or set(wanted) <= {ActionName.TAG}


def _with_effects(decided: RecipientDecision, effects: list[tuple[ActionName, Effect]]) -> RecipientDecision:
    """The decision with what the actions do; the severest disposition wins, a held copy stays unedited."""
    disposition = max(effect.disposition for _, effect in effects)
    reasons = dict.fromkeys((*decided.reasons, *(word for _, effect in effects for word in effect.reasons)))
    done = tuple(name for name, effect in effects if _did(name, effect))
    if disposition is Disposition.HOLD and ActionName.HOLD not in done:
        done = (*done, ActionName.HOLD)
    note = "; ".join(effect.note for _, effect in effects if effect.note)
    decided = replace(decided, disposition=disposition, actions=done, reasons=tuple(reasons), note=note)
    if disposition is not Disposition.PASS:
        return decided
    return replace(
        decided,
        splices=tuple(splice for _, effect in effects for splice in effect.splices),
        headers=b"".join(effect.headers for _, effect in effects),
    )


def _did(name: ActionName, effect: Effect) -> bool:
    """Whether the action did what its name says (a footer that cannot be placed holds instead)."""
    if name in (ActionName.HOLD, ActionName.REJECT):
        return True
    return bool(effect.splices or effect.headers)


def _reasons(
    direction: Direction, kind: Kind, weighed: Verdict, findings: tuple[Finding, ...], party: bool | None
) -> tuple[str, ...]:
    """The reason words that hold for this recipient, the plainest first."""
    if direction is Direction.OUTBOUND and kind is Kind.INTERNAL:
        return ("internal",)
    words = []
    if weighed.auto is not None:
        words.append("automatic")
    if weighed.legal is not None and kind is not Kind.RELAY:
        words.append(legal_reason(weighed.legal))
    if direction is Direction.OUTBOUND and kind is Kind.RELAY:
        held = [finding for finding in findings if finding.severity is not Severity.WARN]
        return (*words, "relay", *dict.fromkeys(lint_reason(finding.check) for finding in held))
    if party is False:
        words.append("external_partner")
    elif weighed.name is VerdictName.OFFCHANNEL:
        words.append(f"offchannel_{weighed.confidence.value}" if weighed.confidence else "offchannel_likely")
    elif weighed.name is not VerdictName.NONE:
        words.append(weighed.name.value)
    return tuple(words) or ("unrelated",)
