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
from gateway.mail import headers, mime
from gateway.mail.address import Path
from gateway.mail.edit import Splice
from gateway.mail.envelope import Transaction
from gateway.mail.mime import TooComplex
from gateway.policy import answers, recipients, rules, signatures, verdict
from gateway.words import (
    UNKNOWN,
    ActionName,
    Direction,
    Disposition,
    Effect,
    Facts,
    Finding,
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

    `path` is as in the envelope, `sent_to` the one that takes its place where the copy is rerouted. `actions`
    is what is done, in order; `splices` and `headers` are what this copy is changed by, `removed` the lines
    that contact data were taken out of; `words` are the rule's own. `would` is what the rule asks for where
    its mode is monitor and nothing is done. `sign_for` is the domain whose broken signature is made anew.
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
    sign_for: str | None = None
    would: tuple[ActionName, ...] = ()
    misses: tuple[rules.Miss, ...] = ()
    note: str = ""
    sent_to: Path | None = None
    removed: tuple[str, ...] = ()
    words: str = ""

    @property
    def target(self) -> Path:
        """Where the copy goes: `sent_to`, else `path`."""
        return self.sent_to or self.path


@dataclass(frozen=True, slots=True)
class Decision:
    """The whole decision on one mail.

    `thread` is the remembered conversation it belongs to, or None. `error` is the fixed word of what went
    wrong (`store`, `limit`, `internal`, `poison`) and None where nothing did.
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
    inbound = tx.direction is Direction.INBOUND
    thread = facts.thread if isinstance(facts.thread, Thread) else None
    dismissed = thread is not None and thread.dismissed
    if dismissed:
        thread, facts = None, replace(facts, thread=None, by=None)
    hits = signals.notice(tx, facts, config)
    # Memory says who somebody is, not what this mail is about: no thread for it to continue.
    if inbound and facts.by == "memory":
        thread, facts = None, replace(facts, thread=None, by=None)
    if inbound:
        found = answers.Answer(verdict.weigh(hits, config, facts), thread)
    elif dismissed:
        found = answers.unrelated(hits)
    else:
        found = answers.answer(tx, hits, facts, config)
    case = _Case(tx, found, facts, config)
    decided = tuple(case.decide(path) for path in tx.envelope.rcpt_tos)
    if len({(item.disposition, item.splices, item.headers, item.sent_to) for item in decided}) > 1:
        decided = tuple(
            replace(item, reasons=(*item.reasons, "split")) if item.kind is not Kind.INTERNAL else item
            for item in decided
        )
    return Decision(tx.id, tx.direction, found.verdict, found.thread, decided, config.hash)


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


def poisoned(tx: Transaction, config: Config, *, hopeless: bool = False) -> Decision:
    """The decision on a mail that the process died of more than once, made without looking into it.

    Inbound it passes untouched and says so in one header, outbound it waits for a person, whatever
    `on_error` says. `hopeless`: even that was its end, so it is put off.
    """
    inbound = tx.direction is Direction.INBOUND
    disposition = Disposition.PASS if inbound else Disposition.HOLD
    disposition = Disposition.TEMPFAIL if hopeless else disposition
    held = disposition is Disposition.HOLD
    decided = tuple(
        RecipientDecision(
            path,
            recipients.kind_of(path, config)[0],
            disposition,
            (ActionName.HOLD,) if held else (),
            reasons=("error",),
            headers=headers.render("X-Marketgate-Error", "poison")
            if disposition is Disposition.PASS
            else b"",
            note="the gateway crashed on this mail more than once, so it was not looked at",
        )
        for path in tx.envelope.rcpt_tos
    )
    return Decision(tx.id, tx.direction, Verdict(), None, decided, config.hash, "poison")


@dataclass(frozen=True, slots=True)
class _Case:
    """One mail while its recipients are decided on; what is the same for many of them is worked out once."""

    tx: Transaction
    found: answers.Answer
    facts: Facts
    config: Config
    linted: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    effects: dict[tuple[str | None, ...], Effect] = field(default_factory=dict)

    def decide(self, path: Path) -> RecipientDecision:
        """The decision for one recipient."""
        outbound = self.tx.direction is Direction.OUTBOUND
        kind, relay_pack = recipients.kind_of(path, self.config)
        pack = relay_pack or self.config.pack(self.found.verdict.marketplace)
        findings = self._lint(relay_pack) if outbound and relay_pack is not None else ()
        party = recipients.is_party(path, self.found.thread)
        if party and recipients.is_outsider(path, self.config):
            party = False
        reasons = _reasons(self.tx.direction, kind, self.found, findings, party)
        buyer = kind is Kind.RELAY or party is not False
        if buyer and reasons != ("internal",) and _has_dual_channel(self.found.verdict):
            reasons = (*(word for word in reasons if word != "unrelated"), "dual_channel")
        situation = self._situation(kind, pack, findings, party, reasons)
        rule, misses = rules.first(self.config.policy, situation)
        decided = RecipientDecision(
            path,
            kind,
            rule=rule.name if rule else None,
            reasons=reasons,
            findings=findings,
            misses=misses,
        )
        wanted = tuple(name for name in rule.do if name != "pass") if rule else ()
        if not rule or not wanted:
            return decided
        if not _enforced(rule, self.facts.mode, self.config) or not _served(pack, wanted, self.config):
            return replace(decided, would=wanted)
        words = rule.words_in(self.config.gateway.company.languages)
        decided = replace(decided, words=words)
        decided = _with_effects(decided, [(name, self._effect(name, pack, path, words)) for name in wanted])
        return self._mended(decided) if outbound and decided.splices else decided

    def _mended(self, decided: RecipientDecision) -> RecipientDecision:
        """The decision with our own signatures kept right, or a hold where they cannot be."""
        mend = signatures.mending(self.tx.message, decided.splices, self.config)
        if mend is not None:
            splices = (*decided.splices, *mend.removals)
            return replace(decided, splices=splices, sign_for=mend.domain)
        return replace(
            decided,
            disposition=Disposition.HOLD,
            actions=(ActionName.HOLD,),
            reasons=(*decided.reasons, "signed"),
            splices=(),
            note="the mail carries our own DKIM signature, and there is no key to sign it anew",
        )

    def _situation(
        self,
        kind: Kind,
        pack: Pack | None,
        findings: tuple[Finding, ...],
        party: bool | None,
        reasons: tuple[str, ...],
    ) -> rules.Situation:
        """What the rules may ask. The dear answers are worked out only where one of them could matter."""
        tx, company = self.tx, self.config.gateway.company
        sender = tx.message.from_[0].folded if tx.message.from_ else tx.envelope.mail_from.folded
        machines = [address.casefold() for address in company.machine_senders]
        return rules.Situation(
            direction=tx.direction,
            kind=kind,
            verdict=self.found.verdict,
            findings=findings,
            party=party,
            private_mail=pack.private_mail if pack else None,
            reasons=reasons,
            sender=sender,
            machine=sender in machines or tx.envelope.mail_from.folded in machines,
            own_shop=kind is Kind.EXTERNAL and "known_buyer" in reasons and self._own_shop(),
            signed=mime.signed_or_encrypted(tx.message.raw, tx.message.root),
            header=tx.message.get_all,
            at=tx.at.astimezone(self.config.time_zone),
        )

    def _own_shop(self) -> bool:
        return answers.speaks_of_own_shop(self.tx, self.config)

    def _lint(self, pack: Pack) -> tuple[Finding, ...]:
        if pack.name not in self.linted:
            self.linted[pack.name] = self._lint_mail(self.tx, pack)
        return self.linted[pack.name]

    def _lint_mail(self, tx: Transaction, pack: Pack) -> tuple[Finding, ...]:
        return lints.lint(tx, pack, self.config, self.facts)

    def _effect(self, name: ActionName, pack: Pack | None, path: Path, words: str) -> Effect:
        rerouted = path.folded if name is ActionName.REROUTE else None
        key = name.value, pack.name if pack else None, rerouted, words
        if key not in self.effects:
            party = recipients.is_party(path, self.found.thread)
            order = Order(
                self.tx,
                self.found.verdict,
                self.found.thread,
                pack,
                self.config,
                recipient=path,
                alias=self.facts.relay_alias if party else None,
                words=words,
                lint_text=lambda text: lints.lint_text(text, self.facts, pack, self.config),
                lint=self._lint_mail,
            )
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
    sent_to = next((effect.sent_to for _, effect in effects if effect.sent_to), None)
    return replace(
        decided,
        splices=tuple(splice for _, effect in effects for splice in effect.splices),
        headers=b"".join(effect.headers for _, effect in effects),
        sent_to=_in_place_of(decided.path, sent_to) if sent_to else None,
        removed=tuple(line for _, effect in effects for line in effect.removed),
    )


def _in_place_of(path: Path, address: str) -> Path:
    """The path of another address with the same parameters, but for the one that tells the old one."""
    params = tuple(one for one in path.params if not one.upper().startswith("ORCPT="))
    return Path(f"<{address}>", address, params)


def _did(name: ActionName, effect: Effect) -> bool:
    """Whether the action did what its name says (a footer that cannot be placed holds instead)."""
    if name in (ActionName.HOLD, ActionName.REJECT, ActionName.NOTIFY):
        return True
    return bool(effect.splices or effect.headers or effect.sent_to)


def _has_dual_channel(weighed: Verdict) -> bool:
    return any(hit.signal == "dual_channel" for hit in weighed.hits)


def _reasons(
    direction: Direction,
    kind: Kind,
    found: answers.Answer,
    findings: tuple[Finding, ...],
    party: bool | None,
) -> tuple[str, ...]:
    """The reason words that hold for this recipient, the plainest first."""
    weighed = found.verdict
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
        return (*words, "external_partner")
    words += found.reasons
    if weighed.name is VerdictName.OFFCHANNEL and "known_buyer" not in found.reasons:
        words.append(f"offchannel_{weighed.confidence.value}" if weighed.confidence else "offchannel_likely")
    elif weighed.name not in (VerdictName.NONE, VerdictName.OFFCHANNEL):
        words.append(weighed.name.value)
    return tuple(words) or ("unrelated",)
