"""Every mail in `golden/inbound` gets the verdict a person gave it.

One by one for the mails that wording may be tuned on; the half that must stay unseen is
judged as a whole, so that nobody fits a rule to one of its mails (`make quality` shows it).
"""

import json
from functools import lru_cache
from pathlib import Path

import pytest

from tests import quality

CASES = sorted(path for path in quality.FOLDER.iterdir() if path.is_dir())
LABELS = {case.name: json.loads((case / "expected.json").read_text("utf-8")) for case in CASES}
TUNED = [case for case in CASES if LABELS[case.name].get("half") != "test"]


@pytest.mark.parametrize("case", TUNED, ids=lambda case: case.name)
def test_verdict(case: Path) -> None:
    """Verdict, confidence, marketplace, orders, legal overlay and kind of automatic mail are as labelled."""
    judged = quality.read(case)
    assert judged.got == judged.wanted


@lru_cache(maxsize=1)
def unseen() -> tuple[quality.Case, ...]:
    """The mails of the other half."""
    return tuple(quality.read(case) for case in CASES if case not in TUNED)


def test_the_unseen_half_does_not_get_worse() -> None:
    """Exact verdicts, orders and legal overlays of mails no wording was made for."""
    cases = unseen()
    assert len(cases) >= 70
    right = {key: sum(case.right(key) for case in cases) / len(cases) for key in quality.KEYS}
    assert right["verdict"] >= 0.97
    assert right["orders"] >= 0.99
    assert right["legal"] >= 0.97


def test_hardly_a_mail_of_the_unseen_half_is_called_concerned_for_nothing() -> None:
    """Precision and recall of relay, offchannel and mixed together."""
    cases = unseen()
    called = [case for case in cases if case.got["verdict"] in quality.CONCERNED]
    wanted = [case for case in cases if case.wanted["verdict"] in quality.CONCERNED]
    both = sum(case.wanted["verdict"] in quality.CONCERNED for case in called)
    assert both / len(called) >= 0.99
    assert both / len(wanted) >= 0.97


def test_every_case_is_whole_and_numbered() -> None:
    """Each case has its three files, a label with all keys, and a number of its own."""
    numbers = [case.name.partition("-")[0] for case in CASES]
    assert len(set(numbers)) == len(numbers)
    for case in CASES:
        assert {path.name for path in case.iterdir()} == {"message.eml", "expected.json", "readme"}
        assert set(quality.KEYS) <= set(LABELS[case.name]) <= {*quality.KEYS, "language", "half"}
        assert (case / "readme").read_text("utf-8").strip()
    assert len(CASES) >= 250
