"""Whether a sender's domain or display name claims to be a marketplace.

`in_domain` and `in_name` look at one of the two; both see through letters that only look
right (`arnazon`, `аmazon`), punycode, words glued to a name, and one slip beside a word of
service. Who only has the word in his name makes no claim. Pure; never raises.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.config.packs import Pack
from gateway.mail.address import Mailbox, under
from gateway.signals.claim_words import BENIGN, GLUED, PREFIXES, SERVICE
from gateway.signals.patterns import Look
from gateway.signals.reading import language
from gateway.signals.remembering import CONFIGURATIONS, remembered
from gateway.signals.senders import domains_of
from gateway.signals.tokens import key, keys

_SHORTEST: Final = 4
_LONG: Final = 6
_MOST: Final = 50_000
_SHAPES: Final = (
    ("rn", "m"),
    ("vv", "w"),
    ("0", "o"),
    ("1", "l"),
    ("3", "e"),
    ("4", "a"),
    ("5", "s"),
    ("@", "a"),
)
_CYRILLIC: Final = str.maketrans("аеорсухіѕмаьвАЕОРСУХІЅМВ", "aeopcyxismabbaeopcyxismb")


@dataclass(frozen=True)
class _Claimed:
    """The names by which somebody could claim to be a marketplace, each with its pack.

    `sure` can be nobody else; `common` are names of people too, and need a word of service beside them.
    """

    sure: Mapping[str, str]
    common: Mapping[str, str]
    look: Look
    domains: dict[str, str | None] = field(default_factory=dict)


@remembered(CONFIGURATIONS)
def _claimed(packs: Sequence[Pack]) -> _Claimed:
    sure, common = dict[str, str](), dict[str, str]()
    for pack in packs:
        common |= {"".join(keys(name)): pack.name for name in pack.common_names}
        for name in pack.names or (pack.name,):
            whole = "".join(keys(name))
            if len(whole) >= _SHORTEST and "".join(keys(name.split()[0])) not in common:
                sure.setdefault(whole, pack.name)
    return _Claimed(sure, common, Look(["|".join(map(re.escape, sorted({*sure, *common})))]))


def true_domains(pack: Pack) -> tuple[str, ...]:
    """The domains that may bear the marketplace's name: its own, and those known to be no fraud."""
    return (*pack.sender_domains, *pack.relay_domains, *pack.dkim_domains, *pack.other_domains)


def may_claim(name: str, packs: Sequence[Pack]) -> bool:
    """Whether a display name can name a marketplace or its domain: quick, with false alarms."""
    return "@" in name or _claimed(packs).look.any(plain(name)) or language(packs).names.maybe(name)


def plain(label: str) -> str:
    """A part of a domain or name as the eye reads it: look-alike signs made the letters they play."""
    label = key(label.translate(_CYRILLIC))
    for sign, letter in _SHAPES:
        label = label.replace(sign, letter)
    return label


def in_domain(domain: str, packs: Sequence[Pack]) -> str | None:
    """The marketplace a foreign domain (lower case, A-labels or not) dresses up as, or None."""
    known = _claimed(packs).domains
    if domain not in known:
        if len(known) > _MOST:
            known.clear()
        known[domain] = _claimed_by(domain, packs)
    return known[domain]


def _claimed_by(domain: str, packs: Sequence[Pack]) -> str | None:
    if "xn--" in domain:
        try:
            domain = domain.encode("ascii").decode("idna")
        except UnicodeError:
            return None
    pieces = [piece for piece in re.split(r"[.\-_]", domain) if piece]
    if BENIGN & set(pieces):
        return None
    names, speech = _claimed(packs), language(packs).names
    served = sum(piece in SERVICE for piece in pieces[:-1]) > 0
    for piece in pieces[:-1]:
        for seen in {piece, plain(piece)}:
            if seen in names.sure:
                return names.sure[seen]
            if seen in names.common and served and all(_served(p, seen) for p in pieces[:-1]):
                return names.common[seen]
            slip = speech.single(seen) if served and len(seen) >= _LONG else None
            if slip and not slip[1]:
                return slip[0]
            glued = _glued(seen, names.sure)
            if glued:
                return glued
    joined = "".join(pieces[:-1])
    return next(
        (pack for name, pack in names.sure.items() if len(name) >= _LONG and joined.startswith(name)), None
    )


def in_both(box: Mailbox, packs: Sequence[Pack]) -> str | None:
    """The marketplace whose name, a common word, is the whole name and domain: `Temu <x@temu.top>`."""
    named = "".join(plain(word) for word in keys(box.name[:100]))
    pieces = box.domain.split(".")
    pack = _claimed(packs).common.get(named)
    if pack and len(pieces) >= 2 and plain(pieces[-2]) == named:
        return (
            None
            if any(each.name == pack and under(box.domain, true_domains(each)) for each in packs)
            else pack
        )
    return None


def _served(piece: str, name: str) -> bool:
    return piece == name or piece in SERVICE or piece.startswith(GLUED)


def _of_service(word: str) -> bool:
    """Whether a word of a display name is one of service, alone or glued to another: `partnerservice`."""
    if word in SERVICE or word.startswith(GLUED):
        return True
    return any(word[:cut] in SERVICE and word[cut:] in SERVICE for cut in range(4, len(word) - 3))


def _glued(seen: str, names: Mapping[str, str]) -> str | None:
    """The name a word of service is glued to: `ebaysupport`, `notebay`."""
    for name, pack in names.items():
        if seen.startswith(name) and seen[len(name) :].startswith(GLUED):
            return pack
        if len(name) >= 4 and seen.endswith(name) and seen[: -len(name)] in PREFIXES:
            return pack
    return None


def in_name(name: str, packs: Sequence[Pack]) -> str | None:
    """The marketplace of which a display name is nothing but the name and words of service, or None."""
    name = name[:200]
    if "@" in name:
        domain = name.rpartition("@")[2].strip("> )\"'").lower()
        return next(iter(sorted(domains_of(domain, packs))), None)
    words = [plain(word) for word in keys(name)]
    speech, sure = language(packs).names, _claimed(packs).sure
    found: list[tuple[str, bool]] = []
    others, at = list[str](), 0
    while at < len(words):
        several = speech.several(words, at)
        single = None if several else speech.single(words[at])
        common = None if several or single else speech.common(words, at)
        if several:
            found.append((several[0], True))
        elif single:
            found.append((single[0], True))
            others += [single[1]] if single[1] else []
        elif common:
            found.append((common[0], False))
        else:
            others.append(words[at])
        at += several[1] if several else common[1] if common else 1
    if not found:
        return None
    pack, certain = found[0]
    if certain and words[-1] == "marketplace" and words[-2] in sure:
        return pack
    if all(_of_service(word) for word in others) and (certain or others):
        return pack
    return None
