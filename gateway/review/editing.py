"""Edit and release: a reviewer's text in place of the author's, checked again and written down.

`made` builds the copy that would go, `checked` lets the lints read it, `Edit.options` is
what the ruling keeps beside the original: the text, the difference, the findings that were
accepted. Pure; the facts are arguments. CannotRelease says why it cannot be done.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gateway import lints
from gateway.config.models import Config
from gateway.mail import edit
from gateway.mail.envelope import Transaction
from gateway.mail.message import Message
from gateway.mail.mime import TooComplex
from gateway.mail.reword import tidy
from gateway.policy.recipients import kind_of
from gateway.review import forms
from gateway.review.copies import CannotRelease, Stamp, copy, ruled_text, transaction
from gateway.review.sentence import Sentence
from gateway.store.held import Held
from gateway.words import FINISHED, Facts, Finding, Kind, Severity, Thread


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` is the new text, `diff` how it differs (as `diff -u`, without file names), `tx` the mail as it
    would go, `findings` what the lints say of that."""

    text: str
    diff: str
    tx: Transaction
    findings: tuple[Finding, ...] = field(default=())

    @property
    def holding(self) -> tuple[Finding, ...]:
        """The findings that would hold a mail."""
        return tuple(one for one in self.findings if one.severity is not Severity.WARN)

    @property
    def options(self) -> dict[str, str]:
        """What the ruling keeps."""
        accepted = " ".join(dict.fromkeys(one.check for one in self.holding))
        return {"text": self.text, "diff": self.diff} | ({"accepted": accepted} if accepted else {})


def made(held: Held, body: bytes, text: str, thread: Thread | None, config: Config, stamp: Stamp) -> Edit:
    """The edit, not yet looked at by the lints."""
    found = copy(held, body, "edited", thread, config, stamp, text=text)
    words = tidy(text)
    old = forms.editable(Message(body))
    tx = replace(transaction(held, body), message=Message(edit.apply(found.raw, found.splices)))
    return Edit(words, difference(old, words), tx)


def checked(held: Held, made: Edit, facts: Facts, config: Config) -> Edit:
    """The edit with what the lints find in it; nothing where it goes to no marketplace alias."""
    for one in held.recipients:
        kind, pack = kind_of(one.path, config)
        if one.state not in FINISHED and kind is Kind.RELAY:
            try:
                return replace(made, findings=lints.lint(made.tx, pack, config, facts))
            except TooComplex as error:
                raise CannotRelease(str(error)) from None
    return made


def difference(old: str, new: str) -> str:
    """The lines that differ with three around them: "-" gone, "+" new, " " the same, "@@" a gap."""
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=3)
    return "\n".join("@@" if line.startswith("@@ ") else line for line in list(lines)[2:])


def is_ruled(held: Held, text: str) -> bool:
    """Whether it is approved, or sent, with this very text."""
    return ruled_text(held) == tidy(text) and any(one.release_as == "edited" for one in held.recipients)


def still_there(found: Iterable[Finding]) -> Sentence:
    """What the lints still find, as a sentence."""
    named = [
        Sentence(
            "why.finding", "{check} “{snippet}”", check=Sentence(f"check.{check}", check), snippet=snippet
        )
        for check, snippet in dict.fromkeys((one.check, one.snippet) for one in found)
    ]
    *others, every = named
    for one in reversed(others):
        every = Sentence("why.finding_and", "{first}, {rest}", first=one, rest=every)
    return Sentence(
        "why.findings",
        "The new text would be held again: {found}. Change it, or accept these findings by name.",
        found=every,
    )
