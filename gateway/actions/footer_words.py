"""The words of a footer: rendered from the configuration, in the right language, recognised again.

`render` makes the sentence from a template, `language_of` chooses the language, `said`
tells whether a text holds a footer of the pack already, in whatever language or kind
and with whatever order number, however it was wrapped or transliterated. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail import edit
from gateway.mail.language import detect
from gateway.words import Thread

KINDS: Final = ("normal", "short", "conditional", "redirect")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_GAP: Final = 120  # room for what stands in the place of the order numbers
_TELLING: Final = 40  # letters a text must have to be known again with another order number


class MissingFooter(KeyError):
    """The configuration has no such footer; the argument is its file name."""


class _NoOrder(str):
    """Stands for an unknown order number: false in a template's `if`, and found again in what it renders."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


_NO_ORDER: Final = _NoOrder("\x00")
_ANY_ORDER: Final = "\x01"
# Autoescape stays off: this makes plain text, and the HTML part gets it escaped as a whole.
_TEMPLATES: Final = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False)


def render(config: Config, pack: Pack, language: str, kind: str, order: str | None, company: str) -> str:
    """The footer as one paragraph of plain text without edge blanks.

    `kind` is one of `KINDS`; the template is `PACK.LANGUAGE.KIND.txt` in `config.footers` and may use
    `order`, `company`, `marketplace` and `contact_path` (that of the pack in the language of the text). Where
    `order` is None, the blank in front of its place goes too. Raises MissingFooter, and jinja2.TemplateError
    for a template that is wrong.
    """
    name = f"{pack.name}.{language}.{kind}.txt"
    if name not in config.footers:
        raise MissingFooter(name)
    path = pack.contact_path.get(language, "")
    return _rendered(config.footers[name], order or _NO_ORDER, company, pack.title, path)


@lru_cache(maxsize=512)
def _template(source: str) -> jinja2.Template:
    return _TEMPLATES.from_string(source)


def _rendered(source: str, order: str, company: str, marketplace: str, path: str) -> str:
    values = {"order": order, "company": company, "marketplace": marketplace, "contact_path": path}
    text = _BLANKS.sub(" ", _template(source).render(values))
    return text.replace(" " + _NO_ORDER, "").replace(_NO_ORDER, "").strip(" ")


def language_of(new_text: str, thread: Thread, config: Config, pack: Pack | None = None) -> str:
    """The language of an answer: its own where that is clear, else the buyer's, else that of the marketplace
    where it has but one, else the company's first."""
    own = detect(new_text)
    if own:
        return own
    spoken = set(pack.languages.values()) if pack else set()
    return thread.language or (
        spoken.pop() if len(spoken) == 1 else next(iter(config.gateway.company.languages), "en")
    )


def words(new_text: str, kind: str, thread: Thread, pack: Pack, config: Config) -> str:
    """The footer in the language of the new text, or the nearest there is. Raises like `render`."""
    company = config.gateway.company
    order = ", ".join(thread.orders) if thread.marketplace == pack.name and thread.orders else None
    wanted = language_of(new_text, thread, config, pack)
    for language in dict.fromkeys([wanted, *company.languages, *_languages(pack, kind, config)]):
        if f"{pack.name}.{language}.{kind}.txt" in config.footers:
            return render(config, pack, language, kind, order, company.name)
    raise MissingFooter(f"{pack.name}.{wanted}.{kind}.txt")


def _languages(pack: Pack, kind: str, config: Config) -> Iterator[str]:
    for rest, _ in sorted(_of_pack(pack, config)):
        language, _, ending = rest.partition(".")
        if ending == f"{kind}.txt":
            yield language


_sorted: list[tuple[Config, dict[str, list[tuple[str, str]]]]] = []
"""The footers of the configuration that was asked for last, by pack; there are hundreds."""


def _of_pack(pack: Pack, config: Config) -> Sequence[tuple[str, str]]:
    """The rest of each of the pack's file names (`de.normal.txt`), and the footer's source."""
    kept = _sorted[-1] if _sorted else None
    if kept is None or kept[0] is not config:
        found: dict[str, list[tuple[str, str]]] = {}
        for name, source in config.footers.items():
            owner, _, rest = name.partition(".")
            found.setdefault(owner, []).append((rest, source))
        kept = config, found
        _sorted[:] = [kept]
    return kept[1].get(pack.name, ())


def said(text: str, exact: str, pack: Pack, config: Config) -> bool:
    """Whether the text holds the footer `exact`, or any footer of the pack with any order number.

    Case, blanks, line ends, typographic signs and accents make no difference.
    """
    folded = fold(text)
    if fold(exact) in folded:
        return True
    for rest, source in _of_pack(pack, config):
        if rest.endswith(".txt"):
            path = pack.contact_path.get(rest.partition(".")[0], "")
            for pieces in _pieces(source, config.gateway.company.name, pack.title, path):
                if _holds(folded, pieces):
                    return True
    return False


def fold(text: str) -> str:
    """The text as it is compared: plain signs, one blank for many, no case."""
    return " ".join(edit.plain(text).casefold().split())


@lru_cache(maxsize=1024)
def _pieces(source: str, company: str, marketplace: str, path: str) -> tuple[tuple[str, ...], ...]:
    """A footer as the pieces between its order numbers, with and without such numbers; folded."""
    found: dict[tuple[str, ...], None] = {}
    for order in (_ANY_ORDER, _NO_ORDER):
        try:
            text = _rendered(source, order, company, marketplace, path)
        except jinja2.TemplateError:
            continue
        pieces = tuple(filter(None, (fold(piece) for piece in text.split(_ANY_ORDER))))
        if sum(map(str.isalpha, "".join(pieces))) >= _TELLING:
            found[pieces] = None
    return tuple(found)


def _holds(folded: str, pieces: tuple[str, ...]) -> bool:
    """Whether the pieces stand in the text in their order, close together."""
    at = folded.find(pieces[0])
    while at >= 0:
        end = at + len(pieces[0])
        for piece in pieces[1:]:
            found = folded.find(piece, end, end + _GAP + len(piece))
            if found < 0:
                break
            end = found + len(piece)
        else:
            return True
        at = folded.find(pieces[0], at + 1)
    return False
