"""The reply as lints see it: its new text and all that is worked out from it once, for every check.

Pure, and made of values: a lint reads, and yields `Found`. Nothing here raises.
"""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from gateway.config.models import Company
from gateway.config.packs import Pack
from gateway.lints import language, masks, new_text
from gateway.lints.new_text import Mark
from gateway.lints.phrases import Phrases, fold
from gateway.lints.wording import letters
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.words import NO_FACTS, Facts, Severity, Thread

_GREETING: Final = Phrases(letters.GREETINGS, form=r'^[ "*>-]*(?:{})\b')
_DEAR: Final = Phrases(letters.DEAR, form=r'^[ "*>-]*(?:{})')
_TITLES: Final = [
    [title] for title in ["dr", "prof", "hr", "fr", "mr", "mrs", "ms", "m", "mme", "sig", "dott", "sr", "sra"]
]
_FIRST_LINES: Final = 3
_NAME_WORDS: Final = 4


class Found(NamedTuple):
    """One find of a lint: a span of the new text, or what a header, a part or a link target says.

    Without a place in the text the span is (0, 0) and `shown` is what was found. `most` is the severity it
    has at most, `in_signature` None where the span tells it.
    """

    start: int = 0
    end: int = 0
    shown: str = ""
    fix: str | None = None
    in_signature: bool | None = None
    most: Severity | None = None


@dataclass(frozen=True)
class Reply:
    """A reply to a relay address. `text` is its new text, at most `new_text.MOST` characters.

    `twin` is the new text of the HTML where `text` comes from the plain parts. `tx` is None for a text
    alone, such as a footer. `pack` is that of the address, `packs` are all in use.
    """

    text: str
    twin: str = ""
    tx: Transaction | None = None
    pack: Pack | None = None
    packs: tuple[Pack, ...] = ()
    company: Company | None = None
    facts: Facts = NO_FACTS
    marks: tuple[Mark, ...] = ()
    quoted: str = ""
    has_quote: bool = False
    languages: tuple[str, ...] = field(default=())

    @property
    def message(self) -> Message | None:
        """The message, None for a text alone."""
        return self.tx.message if self.tx else None

    @property
    def thread(self) -> Thread | None:
        """The remembered conversation, None if there is none or the ledger could not tell."""
        return self.facts.thread if isinstance(self.facts.thread, Thread) else None

    @cached_property
    def relays(self) -> tuple[str, ...]:
        """The recipients that are aliases of this marketplace, lower case."""
        paths = self.tx.envelope.rcpt_tos if self.tx else ()
        return tuple(path.address.lower() for path in paths if self.pack and self.pack.relays(path.address))

    @cached_property
    def folded(self) -> str:
        """The new text, folded (`phrases.fold`)."""
        return fold(self.text)

    @cached_property
    def masked(self) -> str:
        """The new text without numbers that are no contact data."""
        return masks.masked(self.text, self.packs, self.pack)

    @cached_property
    def signature(self) -> int:
        """Where the signature begins in the new text."""
        return new_text.signature(self.text)

    @cached_property
    def greeting(self) -> tuple[int, int] | None:
        """The span of the greeting, name included, or None."""
        for start, words in islice((line for line in _lines(self.folded) if line[1].strip()), _FIRST_LINES):
            found = next(_GREETING.spans(words, 1), None)
            found = found or next(_DEAR.spans(words, 1), None)
            if found and found[1] > new_text.begins_closing(words):
                return start, start + _addressed(words, found[1])
            if _is_name(self.text[start : start + len(words)], words):
                return start, start + len(words)
            if found is None and len(words) > 60:
                break
        return None

    @cached_property
    def closing(self) -> tuple[int, int] | None:
        """The span of the closing formula, or of thanks alone on one of the last lines; None without one."""
        found = new_text.closing(self.folded)
        if found:
            return found
        found = new_text.thanks(self.folded)
        return None if found and self.greeting and found[0] <= self.greeting[0] else found

    @cached_property
    def words(self) -> int:
        """How many words the text has, greeting, closing and signature not counted."""
        first = self.greeting[1] if self.greeting else 0
        last = min(self.signature, self.closing[0] if self.closing else len(self.text))
        return sum(any(map(str.isalnum, word)) for word in self.folded[first:last].split())

    @cached_property
    def language(self) -> str | None:
        """The language of the new text where that is sure."""
        return language.detected(self.text)


def _lines(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def _addressed(words: str, end: int) -> int:
    """Where the greeting ends in its line: behind the name and its comma, if that is near."""
    for index in range(end, min(len(words), end + 60)):
        if words[index] in ",!:;" or (words[index] == "." and words[end:index].split()[-1:] not in _TITLES):
            return index + 1
    return len(words) if len(words) <= end + 30 else end


def _is_name(line: str, folded: str) -> bool:
    """Whether a line is nothing but a name or a title and a name: "Frau Meier," "Lena!"."""
    bare = line.strip()
    if not bare.endswith((",", "!")) or len(bare) > 50:
        return False
    words = bare[:-1].split()
    if not 1 <= len(words) <= _NAME_WORDS or folded.split()[0].rstrip(",!") in letters.NOT_GREETED:
        return False
    return all(word[:1].isupper() and not any(map(str.isdigit, word)) for word in words)
