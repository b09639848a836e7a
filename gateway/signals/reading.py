"""The mail as the signals read it: where its words stand, and who wrote them.

Made once per mail and remembered as long as the message lives. Regions are the
subject, the sender's newest text, what he quotes or forwards, link targets, file
names and attached mails; each has a factor by which its hits count. Our own quoted
footers are taken out first, so that they never trigger anything. Never raises;
linear in the visible text, which is capped.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail import quote
from gateway.mail.address import domain_in
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.signals import footers, grammar
from gateway.signals.line import Stretches, Words
from gateway.signals.names import Names, Spelling
from gateway.signals.patterns import any_of
from gateway.signals.prefilter import ODD, Prefilter, phrase_patterns, shop_patterns
from gateway.signals.remembering import CONFIGURATIONS, remembered
from gateway.signals.senders import addresses, reply_to, senders_packs
from gateway.signals.tokens import keys, normal
from gateway.words import Direction

QUOTED: Final = 0.5
EVIDENCE: Final = 200
"""Characters of a hit's evidence at most."""
_REPLY: Final = re.compile(
    r"\s*(?:re|aw|antw|antwort|sv|r|ré|rép|rif|odp|ref|res)\s*(?:\[\d+\])?:", re.IGNORECASE
)
_LINK: Final = re.compile(r"^[ \t<]*https?://\S{4,2000}$", re.IGNORECASE | re.MULTILINE)
_LONG: Final = 6000
_REACH: Final = 1500
_MOST: Final = 100
_ATTACHED: Final = 64 * 1024


@dataclass(frozen=True, eq=False)
class Language:
    """What it takes to read a text: the names of the packs, the spelling of the words, names of others, the
    context in which a common word is a name, and what a long text is read around."""

    packs: Sequence[Pack]
    names: Names
    spelling: Spelling
    others: Any
    context: Any
    anchors: Any

    def words(self, text: str, stretches: Stretches | None = None) -> Words:
        """The text as folded words, or only these stretches of it."""
        return Words(text, self.names, self.spelling, self.others, self.context, stretches)


@remembered(CONFIGURATIONS)
def language(packs: Sequence[Pack]) -> Language:
    """The language of these packs, worked out once."""
    names = grammar.names(packs)
    anchors = [
        *names.patterns(),
        *shop_patterns(),
        *(line for pack in packs for line in phrase_patterns(pack)),
    ]
    spelling, others = grammar.spelling(packs), grammar.others(packs)
    return Language(packs, names, spelling, others, grammar.context(packs), any_of(anchors))


@remembered(CONFIGURATIONS)
def prefilter(packs: Sequence[Pack], config: Config) -> Prefilter:
    """The first look for these packs and this configuration, made once."""
    own, ours = tuple(config.gateway.company.own_orders), footers.known_words(config)[1]
    return _prefilter(language(packs), own, ours)


@lru_cache(maxsize=CONFIGURATIONS)
def _prefilter(language: Language, own: tuple[str, ...], ours: tuple[str, ...]) -> Prefilter:
    """By value, because most reloads change neither packs nor footers."""
    return Prefilter(language.packs, language.names, own, ours)


def _around(text: str, anchors: Any) -> list[tuple[int, int]]:
    """The stretches of the text that stand near the anchors, from and to, in order."""
    stretches, done = list[tuple[int, int]](), 0
    for found in itertools.islice(anchors.finditer(text), _MOST):
        lo, hi = max(found.start() - _REACH, done), min(found.end() + _REACH, len(text))
        if hi > done:
            lo = max(text.rfind(" ", 0, lo) + 1, done) if lo > done else lo
            if stretches and lo == done:
                stretches[-1] = stretches[-1][0], hi
            else:
                stretches.append((lo, hi))
            done = hi
    return stretches


@dataclass(eq=False)
class Region:
    """A stretch of the mail: `where` it stands, its `text` made normal, and how much its hits count."""

    where: str
    text: str
    factor: float
    language: Language = field(repr=False)

    @cached_property
    def named(self) -> bool:
        """Whether a marketplace may be named here: no misses, but false alarms."""
        return self.language.names.maybe(self.text)

    @cached_property
    def words(self) -> Words:
        """Its words, folded; of a long text those around everything that tells something."""
        if len(self.text) <= _LONG:
            return self.language.words(self.text)
        return self.language.words(self.text, _around(self.text, self.language.anchors))

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The languages in which it could speak of a purchase."""
        return grammar.spoken(self.words.line.split())

    @cached_property
    def _heard(self) -> frozenset[tuple[str, str]]:
        line = self.words.line
        return frozenset((said, each) for each in self.spoken for said in grammar.heard(each, line))

    def languages(self, said: str) -> list[str]:
        """The languages in which a level of sayings or a kind of talk (`grammar`) occurs in its words."""
        heard = self._heard
        return [each for each in self.spoken if (said, each) in heard]

    @cached_property
    def mentions(self) -> tuple[tuple[str, int], ...]:
        """Every name of a marketplace with its offset in `text`, in order."""
        return self.words.mentions() if self.named else ()

    def mentions_pack(self, name: str) -> bool:
        """Whether this marketplace is named here."""
        return any(pack == name for pack, _ in self.mentions)

    @property
    def own(self) -> bool:
        """Whether the sender wrote it for this mail."""
        return self.where in ("subject", "text")

    def evidence(self, text: str) -> str:
        """The text with the place it was found at, as `Hit.evidence` wants it."""
        said = f"{self.where}: {' '.join(text.split())}"
        return said if len(said) <= EVIDENCE else f"{said[: EVIDENCE - 1].rpartition(' ')[0]}…"


@dataclass(frozen=True)
class Reading:
    """One mail, read.

    `footers` are the stretches recognised as our own footer, as written; `kinds` is what the prefilter found:
    a signal need not look for anything else. `own_name` are the packs whose name, a common word, is the
    writer's own: Klaus Otto speaks of himself.
    """

    regions: tuple[Region, ...]
    footers: tuple[str, ...]
    internal: bool
    kinds: frozenset[str]
    own_name: frozenset[str] = frozenset()

    @property
    def newest(self) -> str:
        """What the sender wrote now, without quote and without our footers."""
        return "\n".join(region.text for region in self.regions if region.where == "text")

    @cached_property
    def named(self) -> frozenset[str]:
        """The packs that are named anywhere in the mail."""
        return frozenset(pack for region in self.regions for pack, _ in region.mentions) - self.own_name


_kept: WeakKeyDictionary[Message, tuple[Sequence[Pack], Config, Reading]] = WeakKeyDictionary()


def read(tx: Transaction, packs: Sequence[Pack], config: Config) -> Reading:
    """The mail of this transaction, read with these packs."""
    kept = _kept.get(tx.message)
    if kept and kept[0] is packs and kept[1] is config:
        return kept[2]
    made = _read(tx, packs, config)
    _kept[tx.message] = (packs, config, made)
    return made


def _read(tx: Transaction, packs: Sequence[Pack], config: Config) -> Reading:
    inside = internal(tx, config)
    pieces = _pieces(tx.message)
    look = prefilter(packs, config)
    kinds = look.kinds("\n".join(text for _, text, _ in pieces))
    if ODD in kinds:
        pieces = [(where, normal(text), factor) for where, text, factor in pieces]
        kinds = look.kinds("\n".join(text for _, text, _ in pieces))
    if not kinds - {ODD} and not senders_packs(tx, packs):
        return Reading((), (), inside, frozenset())
    speech, regions = language(packs), list[Region]()
    ours: tuple[str, ...] = ()
    for where, text, factor in pieces:
        if "footer" in kinds and where in ("text", "attached mail"):
            text, found = footers.without(text, config)
            ours += found if where == "text" else ()
        parts = _parts(text) if where == "text" else ((where, text, factor),)
        regions += (Region(*part, speech) for part in parts if part[1].strip())
    return Reading(tuple(regions), ours, inside, kinds, _own_name(tx.message, packs))


def _own_name(message: Message, packs: Sequence[Pack]) -> frozenset[str]:
    """The packs whose common name is the last name of a person who writes."""
    words = [
        word for box in message.from_[:3] if len(keys(box.name[:100])) > 1 for word in keys(box.name[:100])
    ]
    return frozenset(
        pack.name
        for pack in packs
        if any(keys(name)[-1:] == (word,) for name in pack.common_names for word in words[1:])
    )


def _pieces(message: Message) -> list[tuple[str, str, float]]:
    """Everything that is read: where it stands, its text, and how much it counts."""
    subject = message.subject[:1000]
    found = [
        ("subject", subject, QUOTED if _REPLY.match(subject) else 1.0),
        ("text", message.visible, 1.0),
        ("file name", "\n".join(message.filenames[:200]), 1.0),
    ]
    for _, inner in message.attached:
        sender = ", ".join(f"{box.name} <{box.address}>" for box in inner.from_[:3])
        text = f"From: {sender}\n\n{inner.subject[:1000]}\n\n{inner.visible[:_ATTACHED]}"
        found.append(("attached mail", text, QUOTED))
    return found


def _parts(visible: str) -> tuple[tuple[str, str, float], ...]:
    """What the sender wrote, what he quotes, and the link targets."""
    links = ""
    if "://" in visible:
        links = "\n".join(_LINK.findall(visible)[:500])
        visible = _LINK.sub(" ", visible)
    own, quoted = own_and_quoted(visible)
    return ("text", own, 1.0), ("quote", quoted, QUOTED), ("link", links, 1.0)


def own_and_quoted(text: str) -> tuple[str, str]:
    """What the sender wrote, and what he quotes; lines marked `>` are quoted wherever they stand."""
    cut = quote.newest(text)
    own, quoted = list[str](), list[str]()
    for line in text[: cut.offset].splitlines():
        (quoted if line.startswith(">") else own).append(line)
    at = cut.offset
    for start, end in cut.below:
        quoted.append(text[at:start])
        own.append(text[start:end])
        at = end
    quoted.append(text[at:])
    return "\n".join(own), "\n".join(quoted)


def internal(tx: Transaction, config: Config) -> bool:
    """Whether the mail is from the company itself: outbound, or From and Reply-To in its domains.

    A contact form that sends as the company with the customer in Reply-To is not.
    """
    if tx.direction is Direction.OUTBOUND:
        return True
    own = config.gateway.company.domains
    froms, replies = addresses(tx.message.from_), reply_to(tx.message)
    if not froms or not all(domain_in(box.domain, own) for box in froms):
        return False
    return all(domain_in(box.domain, own) for box in replies)
