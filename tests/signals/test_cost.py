"""What it costs to notice, in counts: calls and words, never in time."""

import random
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway import signals
from gateway.mail import heads, quote
from gateway.signals.line import Words
from gateway.signals.reading import language, read
from gateway.words import NO_FACTS
from tests.signals.bench import ABOUT, text
from tests.support.noticed import inbound, mail, shipped_config

FEW = 60
LINES = st.sampled_from(
    (
        "", "ja", "Am 3. Mai 2026 um 10:11 schrieb Max Muster", "<max@muster.example>:", "schrieb:", "> alt",
        "-----", "--- Original Message ---", "Von: a@b.example", "Gesendet: 3. Mai 2026 10:11",
        "Begin forwarded message:", "Anfang der weitergeleiteten Nachricht:", "x" * 499 + ": ", "Max (10:11)",
        "On Mon, May 4, 2026 at 9:00 AM Jane Doe <jane@doe.example> wrote:", "a@b.example um 10:11:",
    )
)  # fmt: skip


def calls(kind: str, size: int) -> int:
    """How many calls of functions, Python's own included, one mail of that size takes."""
    raw, config = mail(text(kind, size)), shipped_config()
    for _ in range(2):  # what is worked out once, and remembered of a word met the second time
        signals.notice(inbound(raw), NO_FACTS, config)
    tx, count = inbound(raw), 0

    def counted(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        signals.notice(tx, NO_FACTS, config)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", ABOUT)
def test_twice_the_text_is_at_most_twice_the_calls(kind: str) -> None:
    once, twice, four = (calls(kind, size) for size in (20_000, 40_000, 80_000))
    assert twice <= 2 * once
    assert four <= 2 * twice


def test_a_mail_that_concerns_nobody_costs_the_same_few_calls_at_any_size() -> None:
    assert abs(calls("nobody", 80_000) - calls("nobody", 5_000)) <= FEW


def test_of_a_long_text_only_what_stands_around_a_find_is_read_as_words() -> None:
    config = shipped_config()
    lengths = []
    for size in (10_000, 40_000):
        regions = read(inbound(mail(text("an order", size))), config.packs, config).regions
        lengths.append(sum(len(region.words.line) for region in regions))
    assert lengths[0] == lengths[1] > 0


def test_a_mail_that_concerns_nobody_is_looked_at_once_and_not_read() -> None:
    config = shipped_config()
    assert read(inbound(mail(text("nobody", 10_000))), config.packs, config).regions == ()


@given(st.lists(LINES, max_size=8))
def test_a_line_that_may_begin_no_head_begins_none(written: list[str]) -> None:
    lines = [heads.clean(line) for line in written]
    for index, line in enumerate(lines):
        if line and not heads.may_begin(lines, index):
            assert heads.attributed(lines, index) is None
            assert heads.introduced(lines, index) is None
            assert heads.rule(line) is None and not heads.is_forward(line)
            assert not line.startswith(">") and ":" not in line[:70]
    quote.newest("\n".join(written))


def test_words_of_stretches_are_those_of_the_text_and_know_their_place() -> None:
    packs = shipped_config().packs
    speech = language(packs)
    written = "Bei Ama zon gekauft, am 4. Mai.\n\nBestellung: (defekt!) usw. ja? Über eBay. " * 3
    whole = speech.words(written)
    cut = written.index("gekauft")
    part = speech.words(written, [(0, cut - 1), (cut, len(written))])
    assert part.line.split() == whole.line.split()
    for words in (whole, part):
        assert [written[at : at + 4] for _, at in words.mentions()] == ["Ama ", "eBay"] * 3
        at = words.line.index("gekauft")
        assert words.said(at, at + 7) == "gekauft"


@pytest.mark.parametrize("seed", range(5))
def test_a_remembered_word_reads_as_it_did_the_first_time(seed: int) -> None:
    packs = shipped_config().packs
    speech = language(packs)
    pieces = [
        "Amazon",
        "ama",
        "zon,",
        "bestelt.",
        "(nr.",
        "4.",
        "Mai",
        "\n\n",
        "ÖTTO",
        "ebay!?",
        "usw.",
        "x@y.de",
    ]
    written = " ".join(random.Random(seed).choices(pieces, k=80))
    first = Words(written, speech.names, speech.spelling, speech.others, speech.context)
    again = Words(written, speech.names, speech.spelling, speech.others, speech.context)
    speech.names.ready.clear()
    anew = Words(written, speech.names, speech.spelling, speech.others, speech.context)
    assert first.line == again.line == anew.line
    assert first.mentions() == again.mentions() == anew.mentions()
