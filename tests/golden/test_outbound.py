"""Golden cases of outbound mail: `outbound/NNN-name/` is one answer of staff and what must leave for it.

`message.eml` is the mail as the client sent it, `expected.eml` the exact bytes with the footer, or
`held.txt` the reason word and the note where the copy is held; `readme` says in one line why the case
exists. `case.toml` may set `marketplace`, `orders`, `language` and `footers` of the thread, `confirmed`, the
`body` parameter of MAIL, and the `note` that the step of the fallback ladder leaves. The footers are those of
tests/support/configs.py.
"""

import email
import email.policy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gateway.actions import footer
from gateway.mail import edit
from gateway.words import Disposition
from tests.support.configs import make_config
from tests.support.mails import a_thread, outbound

CASES = sorted(path for path in (Path(__file__).parent / "outbound").iterdir() if path.is_dir())
CONFIG = make_config()


def facts(case: Path) -> dict[str, Any]:
    file = case / "case.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_leaves_as_it_must(case: Path) -> None:
    raw = (case / "message.eml").read_bytes()
    given = facts(case)
    confirmed, body, note = given.pop("confirmed", True), given.pop("body", ""), given.pop("note", "")
    if "orders" in given:
        given["orders"] = tuple(given["orders"])
    thread = a_thread(**given)
    pack = CONFIG.pack(thread.marketplace)
    assert pack is not None
    effect = footer.effect(outbound(raw, body=body), thread, confirmed, pack, CONFIG)
    if (case / "held.txt").exists():
        assert effect.splices == ()
        assert effect.disposition is Disposition.HOLD
        assert f"{' '.join(effect.reasons)}\n{effect.note}\n" == (case / "held.txt").read_text("utf-8")
        return
    assert (effect.disposition, effect.reasons, effect.note) == (Disposition.PASS, (), note)
    after = edit.apply(raw, effect.splices)
    assert after == (case / "expected.eml").read_bytes()


def texts(raw: bytes) -> list[str]:
    """All leaves of a mail as the standard library reads them, blanks folded."""
    parsed = email.message_from_bytes(raw, policy=email.policy.compat32)
    found = []
    for part in parsed.walk():
        data: Any = part.get_payload(decode=True)
        if isinstance(data, bytes):
            found.append(" ".join(data.decode(part.get_content_charset("ascii"), "replace").split()))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_is_whole_and_only_adds_text(case: Path) -> None:
    names = {path.name for path in case.iterdir()}
    assert (
        {"message.eml", "readme"}
        <= names
        <= {"message.eml", "readme", "expected.eml", "held.txt", "case.toml"}
    )
    assert len(names & {"expected.eml", "held.txt"}) == 1
    assert (case / "readme").read_text("utf-8").count("\n") == 1
    raw = (case / "message.eml").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    if "expected.eml" in names:
        before, after = texts(raw), texts((case / "expected.eml").read_bytes())
        added = len(after) - len(before)
        assert added == (1 if "a part of its own" in facts(case).get("note", "") else 0)
        assert all(len(new) >= len(old) for old, new in zip(before, after[: len(before)], strict=True))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
    assert len({case.name[:3] for case in CASES}) == len(CASES)
