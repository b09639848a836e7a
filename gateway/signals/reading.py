"""The mail as the signals read it: where its words stand, and who wrote them.

Made once per mail and remembered as long as the message lives. Regions are the
subject, the sender's newest text, what he quotes or forwards, link targets, file
names and attached mails; each has a factor by which its hits count. Our own quoted
footers are taken out first, so that they never trigger anything. Never raises;
linear in the visible text, which is capped.
"""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail import quote
from gateway.mail.address import domain_in
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.signals import footers, grammar, legal_words, talk, templates
from gateway.signals.senders import addresses, reply_to
from gateway.signals.tokens import Names, Spelling, Words, normal
from gateway.words import Direction

QUOTED: Final = 0.5
_REPLY: Final = re.compile(r"\s*(?:re|aw|antw|antwort|sv|r)\s*(?:\[\d+\])?:", re.IGNORECASE)
_LINK: Final = re.compile(r"^[ \t<]*https?://\S{4,2000}$", re.IGNORECASE | re.MULTILINE)
_ATTACHED: Final = 64 * 1024
_T = TypeVar("_T")


def remembered(make: Callable[..., _T]) -> Callable[..., _T]:
    """Remember the last few results by the identity of the arguments, which are kept alive with them."""
    kept: dict[tuple[int, ...], tuple[tuple[Any, ...], _T]] = {}

    def get(*args: Any) -> _T:
        key = tuple(map(id, args))
        if key not in kept:
            if len(kept) >= 8:
                kept.pop(next(iter(tuple(kept))), None)
            kept[key] = (args, make(*args))
        return kept[key][1]

    return get


@dataclass(frozen=True)
class Language:
    """What it takes to read a text: the names of the packs, the spelling of the words, names of others."""

    names: Names
    spelling: Spelling
    others: Any

    def words(self, text: str) -> Words:
        """The text as folded words."""
        return Words(text, self.names, self.spelling, self.others)


def language(packs: Sequence[Pack]) -> Language:
    """The language of these packs, worked out once."""
    return _language(*packs)


@remembered
def _language(*packs: Pack) -> Language:
    meant = list[str](legal_words.meant_words())
    real = (
        set(grammar.REAL)
        | set(legal_words.all_words())
        | set(templates.words(itertools.chain(*talk.TALK.values())))
    )
    for each in grammar.GRAMMARS.values():
        lines = (*each.bought, *each.strong, *each.medium, *each.weak)
        meant += templates.words(lines, each.classes)
        real |= set(templates.words(each.not_bought, each.classes))
    for pack in packs:
        for phrases in pack.phrases.values():
            meant += templates.words((*phrases.strong, *phrases.medium, *phrases.weak))
    names = {pack.name: pack.names or (pack.name,) for pack in packs}
    others = templates.either(
        templates.source(each, None, pack.name) for pack in packs for each in pack.not_names
    )
    return Language(Names(names, grammar.GLUED), Spelling(meant, real, shortest=7), others)


@dataclass
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
        """Its words, folded."""
        return self.language.words(self.text)

    @property
    def own(self) -> bool:
        """Whether the sender wrote it for this mail."""
        return self.where in ("subject", "text")

    def evidence(self, text: str) -> str:
        """The text with the place it was found at, as `Hit.evidence` wants it."""
        return f"{self.where}: {' '.join(text.split())}"[:200]


@dataclass(frozen=True)
class Reading:
    """One mail, read. `footers` are the stretches recognised as our own footer, as written."""

    regions: tuple[Region, ...]
    footers: tuple[str, ...]
    internal: bool

    @property
    def newest(self) -> str:
        """What the sender wrote now, without quote and without our footers."""
        return "\n".join(region.text for region in self.regions if region.where == "text")


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
    message, speech = tx.message, language(packs)
    visible, ours = footers.without(message.visible, config)
    links = "\n".join(_LINK.findall(visible)[:500])
    own, quoted = own_and_quoted(_LINK.sub(" ", visible))
    subject = message.subject[:1000]
    found = [
        ("subject", subject, QUOTED if _REPLY.match(subject) else 1.0),
        ("text", own, 1.0),
        ("quote", quoted, QUOTED),
        ("link", links, 1.0),
        ("file name", "\n".join(message.filenames[:200]), 1.0),
    ]
    for _, inner in message.attached:
        sender = ", ".join(f"{box.name} <{box.address}>" for box in inner.from_[:3])
        text = f"From: {sender}\n\n{inner.subject[:1000]}\n\n{inner.visible[:_ATTACHED]}"
        found.append(("attached mail", footers.without(text, config)[0], QUOTED))
    regions = tuple(
        Region(where, normal(text), factor, speech) for where, text, factor in found if text.strip()
    )
    return Reading(regions, ours, internal(tx, config))


def own_and_quoted(text: str) -> tuple[str, str]:
    """What the sender wrote, and what he quotes; lines marked `>` are quoted wherever they stand."""
    cut = quote.newest(text)
    head, tail = text[: cut.offset], text[cut.offset :]
    own: list[str] = []
    quoted: list[str] = []
    for line in head.splitlines():
        (quoted if line.startswith(">") else own).append(line)
    marked = any(line.startswith(">") for line in tail.splitlines())
    if not cut.sure and marked:
        inside = False
        for line in tail.splitlines():
            inside = inside or line.startswith(">")
            (own if inside and not line.startswith(">") else quoted).append(line)
    else:
        quoted.append(tail)
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
