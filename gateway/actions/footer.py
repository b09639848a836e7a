"""Footer: the redirect sentence goes below the new text, above the quoted history.

`effect` puts it into the text/plain and the text/html of an answer, once each, and has
the edit proven by another parser. Where the place is not certain or the edit cannot be
done in place, the copy is held and the note says why. `render` makes the sentence from
a template of the configuration. Pure.
"""

import html as references
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateway.config.models import Config
from gateway.config.packs import Pack
from gateway.mail import edit, html, mime, quote, verify
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.words import Disposition, Effect, Thread

_COLUMNS: Final = 72
_FUNCTION_WORDS: Final[dict[str, str]] = {
    "de": """
        aber als am an auch auf aus bei bis bitte da dass dem den der des die diese doch ein eine einen er es
        für geehrte geehrter gerne grüße guten haben hallo hat ich ihnen ihr ihre im in ist kann können mit
        nach nicht noch nur oder schon sehr sich sie sind so tag um und uns unser vielen von vor war was wenn
        werden wie wir wird wurde zu zum zur über""",
    "en": """
        a about and any are as at be been but by can could dear do for from had has have hello her hi his how
        if is it its kind me my no not of on or our out please regards she should some that the their there
        they this to us was we were what when which will with would you your""",
}
_KNOWN: Final = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 20_000
_BLANKS = re.compile(r"[ \t\r\n]+")


class MissingFooter(KeyError):
    """The configuration has no such footer; the argument is its file name."""


class _Doubt(Exception):
    """Why the footer cannot be placed with certainty."""


class _NoOrder(str):
    """Stands for an unknown order number: false in a template's `if`, and found again in what it renders."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


_NO_ORDER: Final = _NoOrder("\x00")
# Autoescape stays off: this makes plain text, and the HTML part gets it escaped as a whole.
_TEMPLATES: Final = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False)


def render(config: Config, pack: Pack, language: str, kind: str, order: str | None, company: str) -> str:
    """The footer as one paragraph of plain text without edge blanks.

    `kind` is `normal`, `short`, `conditional` or `redirect`; the template is `PACK.LANGUAGE.KIND.txt` in
    `config.footers` and may use `order`, `company` and `marketplace`. Where `order` is None, the blank in
    front of its place goes too. Raises MissingFooter, and jinja2.TemplateError for a template that is wrong.
    """
    name = f"{pack.name}.{language}.{kind}.txt"
    if name not in config.footers:
        raise MissingFooter(name)
    values = {"order": order or _NO_ORDER, "company": company, "marketplace": pack.title}
    text = _BLANKS.sub(" ", _template(config.footers[name]).render(values))
    return text.replace(" " + _NO_ORDER, "").replace(_NO_ORDER, "").strip(" ")


@lru_cache(maxsize=512)
def _template(source: str) -> jinja2.Template:
    return _TEMPLATES.from_string(source)


def language_of(new_text: str, thread: Thread, config: Config) -> str:
    """The language of an answer: by its function words, else the thread's, else the company's first."""
    words = [word.lower() for word in _WORD.findall(new_text[:_SAMPLE])]
    counts = {name: sum(word in known for word in words) for name, known in _KNOWN.items()}
    first, second = sorted(counts, key=lambda name: -counts[name])[:2]
    if counts[first] >= 2 and counts[first] > counts[second]:
        return first
    return thread.language or next(iter(config.gateway.company.languages), "en")


def effect(tx: Transaction, thread: Thread, confirmed: bool, pack: Pack, config: Config) -> Effect:
    """The splices that put the footer into each text of the mail, or a hold with the reason.

    `confirmed` decides whether the sentence may claim a purchase. A text that already has the same words
    above its quote gets none. Raises mime.TooComplex for a message beyond the limits of analysis.
    """
    kind = _kind(thread, confirmed, config)
    if kind is None:
        return Effect(note="no footer: this conversation had one, and repeat is once")
    message = tx.message
    if mime.signed_or_encrypted(message.raw, message.root):
        return _held("signed", "the mail is signed or encrypted and cannot take a footer")
    try:
        slots = _slots(message)
        words = _words(slots, kind, thread, pack, config)
        return _edited(message, slots, words)
    except (_Doubt, edit.CannotEdit) as doubt:
        return _held("error", f"no footer could be placed: {doubt}")
    except MissingFooter as missing:
        return _held("error", f"there is no footer text {missing.args[0]}")
    except jinja2.TemplateError as error:
        return _held("error", f"the footer text of {pack.name} is wrong: {error.message}")


def _held(reason: str, note: str) -> Effect:
    return Effect(disposition=Disposition.HOLD, reasons=(reason,), note=note)


def _kind(thread: Thread, confirmed: bool, config: Config) -> str | None:
    """Which of the texts this answer gets, None for none."""
    if thread.footers and config.policy.repeat == "once":
        return None
    if not confirmed:
        return "conditional"
    return "short" if thread.footers and config.policy.repeat == "short" else "normal"


@dataclass(frozen=True, slots=True)
class _Slot:
    """A part that is to have the footer: its text, where the quote begins, what a person reads above."""

    part: mime.Part
    text: str
    cut: quote.Cut
    new: str


def _slots(message: Message) -> list[_Slot]:
    """One part of each kind of text: that in which the new text ends. Raises _Doubt."""
    found: dict[str, list[_Slot]] = {}
    for part, text in message.texts():
        cut = html.newest(text) if part.content_type == "text/html" else quote.newest(text)
        above = text[: cut.offset]
        new = html.visible(above) if part.content_type == "text/html" else above
        found.setdefault(part.content_type, []).append(_Slot(part, text, cut, new))
    if not found:
        raise _Doubt("the mail has no text that is shown")
    return [_last(group) for group in found.values()]


def _last(group: Sequence[_Slot]) -> _Slot:
    """Of parts that are shown one after the other (text, picture, text) the one the new text ends in."""
    filled = [slot for slot in group if slot.new.strip() or slot.cut.style != "none"] or group[:1]
    for slot in filled:
        if not slot.cut.sure:
            raise _Doubt(f"part {slot.part.number or 'root'}: {slot.cut.why}")
    if any(slot.cut.style != "none" for slot in filled[:-1]):
        raise _Doubt("text stands in a part behind that with the quote")
    return filled[-1]


def _words(slots: Sequence[_Slot], kind: str, thread: Thread, pack: Pack, config: Config) -> str:
    """The footer in the language of the new text, or the nearest there is."""
    company = config.gateway.company
    order = ", ".join(thread.orders) if thread.marketplace == pack.name and thread.orders else None
    wanted = language_of("\n".join(slot.new for slot in slots), thread, config)
    for language in dict.fromkeys([wanted, *company.languages, *_languages(pack, kind, config)]):
        if f"{pack.name}.{language}.{kind}.txt" in config.footers:
            return render(config, pack, language, kind, order, company.name)
    raise MissingFooter(f"{pack.name}.{wanted}.{kind}.txt")


def _languages(pack: Pack, kind: str, config: Config) -> Iterator[str]:
    for name in sorted(config.footers):
        owner, _, rest = name.partition(".")
        language, _, ending = rest.partition(".")
        if owner == pack.name and ending == f"{kind}.txt":
            yield language


def _edited(message: Message, slots: Sequence[_Slot], words: str) -> Effect:
    """The footer in each slot that lacks it, proven. Raises _Doubt and CannotEdit."""
    splices, touched = [], []
    for slot in slots:
        fitted = edit.fitted(message.raw, slot.part, words)
        if any(_folded(text) in _folded(slot.new) for text in (words, fitted)):
            continue
        block = _html(slot, words) if slot.part.content_type == "text/html" else _plain(slot, words)
        splices.append(edit.insert(message.raw, slot.part, slot.cut.offset, block))
        text = edit.fitted(message.raw, slot.part, block)
        touched.append(verify.Touched(slot.part.number, slot.cut.offset, text))
    if not splices:
        return Effect(note="the footer is there already")
    problem = verify.problem(message.raw, edit.apply(message.raw, splices), touched)
    if problem:
        raise _Doubt(f"the edited mail did not verify: {problem}")
    return Effect(splices=tuple(splices))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, _COLUMNS, break_long_words=False, break_on_hyphens=False)


def _plain(slot: _Slot, words: str) -> str:
    """The footer with the line ends it needs to stand as a paragraph of its own."""
    above = slot.text[: slot.cut.offset].replace("\r\n", "\n")
    gap = ""
    if above.strip(" \t") and not above.endswith("\n"):
        gap = "\n\n"
    elif above and above[:-1].rpartition("\n")[2].strip():
        gap = "\n"
    return gap + "\n".join(_wrapped(words)) + ("\n\n" if slot.text[slot.cut.offset :].strip() else "\n")


def _html(slot: _Slot, words: str) -> str:
    """The footer as one block, in ASCII whatever the charset."""
    escaped = references.escape("\n".join(_wrapped(words)), quote=False)
    plain = escaped.encode("ascii", "xmlcharrefreplace").decode("ascii")
    at_line_start = slot.cut.offset == 0 or slot.text[slot.cut.offset - 1] == "\n"
    return ("" if at_line_start else "\n") + f'<div style="margin:1em 0">{plain}</div>\n'
