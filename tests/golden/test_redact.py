"""Golden cases of contact data cut out of signatures: `redact/NNN-name/` is one reply to a relay.

`message.eml` is the reply as the client sent it, `expected.eml` the exact bytes that must leave, or
`held.txt` why the copy is held. In `marked.txt` the text is written as it is, with the stretches that are to
go between « and », one text a displayable part; `readme` says in one line why the case exists. What counts as
contact data is decided here by plain patterns, so that a case is about the cutting alone.
"""

import email
import email.policy
import re
from pathlib import Path
from typing import Any

import pytest

from gateway.actions import redact
from gateway.lints import new_text
from gateway.mail import edit
from gateway.mail.message import Message
from gateway.words import Disposition, Finding, Severity

CASES = sorted(path for path in (Path(__file__).parent / "redact").iterdir() if path.is_dir())
PATTERNS = {
    "phone_number": re.compile(r"(?<![\w/.-])(?:\+\d\d ?|0)[\d()][\d ()-]{5,18}\d"),
    "email_address": re.compile(r"[\w.+-]+(?:@| \(at\) )[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}"),
    "foreign_url": re.compile(r"(?:https?://|www\.)[\w./-]+\w"),
}


def lint(text: str) -> tuple[Finding, ...]:
    """The contact data of a text, found by the patterns above."""
    signed = new_text.signature(text)
    return tuple(
        Finding(check, Severity.BLOCK, found[0], found.span(), None, found.start() >= signed)
        for check, pattern in PATTERNS.items()
        for found in pattern.finditer(text)
    )


def lint_mail(message: Message) -> tuple[Finding, ...]:
    return lint(new_text.of(message).replace("\r\n", "\n"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_leaves_is_the_reply_without_its_contact_data(case: Path) -> None:
    raw = (case / "message.eml").read_bytes()
    effect = redact.effect(Message(raw), lint, lint_mail)
    if (case / "held.txt").exists():
        assert effect.splices == ()
        assert effect.disposition is Disposition.HOLD
        assert f"{effect.note}\n" == (case / "held.txt").read_text("utf-8")
        return
    assert (effect.disposition, effect.note) == (Disposition.PASS, "")
    assert edit.apply(raw, effect.splices) == (case / "expected.eml").read_bytes()


def texts(raw: bytes) -> list[str]:
    """The text parts of a mail as the standard library reads them."""
    parsed = email.message_from_bytes(raw, policy=email.policy.compat32)
    found = []
    for part in parsed.walk():
        data: Any = part.get_payload(decode=True)
        if isinstance(data, bytes) and part.get_content_maintype() == "text":
            found.append(data.decode(part.get_content_charset("ascii")).replace("\r\n", "\n"))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_is_what_its_marks_say(case: Path) -> None:
    """The message is the text without the marks, what leaves is the text without what is marked."""
    names = {path.name for path in case.iterdir()}
    assert (case / "readme").read_text("utf-8").count("\n") == 1
    if "held.txt" in names:
        assert names == {"message.eml", "held.txt", "readme"}
        return
    assert names == {"message.eml", "expected.eml", "marked.txt", "readme"}
    marked = (case / "marked.txt").read_text("utf-8").split("=====\n")
    assert [re.sub("[«»]", "", text) for text in marked] == texts((case / "message.eml").read_bytes())
    assert [re.sub("«[^»]*»", "", text) for text in marked] == texts((case / "expected.eml").read_bytes())


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25
