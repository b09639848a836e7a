"""No text and no mail makes a lint raise, find too much, or take long."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.lints import CHECKS, LINTS, lint, lint_footer, lint_text
from gateway.lints.phrases import fold
from gateway.mail.mime import TooComplex
from gateway.words import NO_FACTS
from tests.support.mails import HEAD, outbound, part, single
from tests.support.noticed import shipped_config

RELAY = "stb6ssjkf7gpxz4@marketplace.amazon.de"
PIECES = st.sampled_from(
    [
        "@",
        ".",
        " ",
        "\n",
        "\r\n",
        "0",
        "171",
        "http://",
        "www.",
        "de",
        "{{",
        "}}",
        "[",
        "Bewertung",
        "Gutschein",
        "!!",
        "rufen Sie uns an",
        "Ihre",
        "GRÜSSE",
        "Mit freundlichen Grüßen",
        "304-1234567-1234567",
        "\u200b",
        "ẞ",
        "İ",
        "x",
        "null eins",
        "(at)",
        "-- ",
        ">",
        "<",
        "%",
        "_",
        "\x00",
        "\ud800",
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join)))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_a_lint_raise(text: str) -> None:
    """Spans lie in the text, snippets are short, names are known, findings are capped."""
    config = shipped_config()
    for finding in lint_text(text, NO_FACTS, config.pack("amazon"), config):
        start, end = finding.span
        assert 0 <= start <= end <= len(text)
        assert len(finding.snippet) <= 80
        assert finding.check in CHECKS
    lint_footer(text, "de")


@given(st.binary(max_size=600), st.sampled_from(["plain", "html"]))
@settings(max_examples=150, deadline=None)
def test_no_mail_makes_a_lint_raise(body: bytes, kind: str) -> None:
    """Only what is over the limits of analysis is refused, as documented."""
    config = shipped_config()
    field = b"MIME-Version: 1.0\r\nContent-Type: text/%s; charset=utf-8\r\n\r\n" % kind.encode()
    with contextlib.suppress(TooComplex):
        lint(outbound(HEAD + field + body, RELAY), config.pack("amazon"), config)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    """Same length, so that spans of the folded text are spans of the text."""
    assert len(fold(text)) == len(text)


def test_findings_are_capped() -> None:
    """At most 50 of one check."""
    config = shipped_config()
    told = lint_text("a@shop.de " * 2000, NO_FACTS, config.pack("amazon"), config)
    assert max(sum(item.check == check for item in told) for check in CHECKS) == 50


HOSTILE = [
    "a.",
    "a@",
    "0 ",
    "1",
    "(at) ",
    "null ",
    "Ihre Bewertung ",
    "Gutschein. ",
    "A! ",
    "rufen sie uns ",
    "[name",
    "{{",
    "ÄÖ ",
]
HOSTILE += [
    "\n",
    "> ",
    "www.",
    "304-1234567-1234567 ",
    "x" * 40 + " ",
    "-- \n",
    "Mit freundlichen Grüßen\n",
    "wir rufen sie ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_time_is_linear_in_the_text(piece: str) -> None:
    """Four times the text takes at most about eight times as long, and 64 KiB stay under some seconds."""
    config = shipped_config()

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.perf_counter()
        lint_text(text, NO_FACTS, config.pack("amazon"), config)
        return time.perf_counter() - begun

    seconds(1000)
    small, large = min(seconds(12_000) for _ in range(2)), seconds(48_000)
    assert large < max(8 * small, 1.0)
    assert large < 4.0


def test_a_mail_of_any_size_is_read_up_to_a_limit() -> None:
    """What stands beyond 64 KiB of new text is not judged."""
    config = shipped_config()
    raw = single(part("wort " * 40_000 + "a@shop.de\n", "8bit"))
    begun = time.perf_counter()
    told = lint(outbound(raw, RELAY), config.pack("amazon"), config)
    assert time.perf_counter() - begun < 4.0
    assert "email_address" not in [item.check for item in told]


def test_every_check_says_its_name_and_severity() -> None:
    """Names are those of the files, each once."""
    assert [check.CHECK for check in LINTS] == [check.__name__.rpartition(".")[2] for check in LINTS]
    assert len(set(CHECKS)) == len(CHECKS)
