"""Findings marked where they stand, texts compared line by line, bars of a chart: pure, whole values."""

from datetime import date

import pytest

from gateway.review.web import charts
from gateway.review.web.marks import Line, Piece, compared, exact, marked
from gateway.words import Finding, Severity

TEXT = "Call 0911 1234567\nnow."
PHONE = Finding("phone_number", Severity.BLOCK, "Call 0911 1234567 now.", (5, 17))
TONE = Finding("rude", Severity.TONE, "1234567\nnow", (10, 21))


def test_the_pieces_together_are_the_text_and_overlaps_carry_both() -> None:
    """The most severe finding is first."""
    assert marked(TEXT, (TONE, PHONE)) == (
        Piece("Call "),
        Piece("0911 ", (PHONE,)),
        Piece("1234567", (PHONE, TONE)),
        Piece("\nnow", (TONE,)),
        Piece("."),
    )


@pytest.mark.parametrize("span", [(0, 0), (50, 60), (5, 3), (18, 21)])
def test_a_span_that_does_not_fit_is_looked_for_by_its_snippet(span: tuple[int, int]) -> None:
    found = Finding("phone_number", Severity.BLOCK, "0911 1234567", span)
    assert marked(TEXT, (found,)) == (Piece("Call "), Piece("0911 1234567", (found,)), Piece("\nnow."))
    assert exact(TEXT, found) == "0911 1234567"


def test_what_is_not_in_the_text_is_not_marked() -> None:
    found = Finding("email_address", Severity.BLOCK, "a@b.example", (0, 0))
    assert (marked(TEXT, (found,)), exact(TEXT, found)) == ((Piece(TEXT),), "a@b.example")
    assert marked("", (found,)) == ()


def test_a_comparison_shows_what_is_new_and_gone_with_some_lines_around_it() -> None:
    old = "\n".join("abcdefghij")
    new = old.replace("h", "h\nfooter").replace("b\n", "")
    assert compared(old, new) == (
        Line("same", "a"), Line("gone", "b"), Line("same", "c"), Line("same", "d"), Line("same", "e"),
        Line("same", "f"), Line("same", "g"), Line("same", "h"), Line("new", "footer"), Line("same", "i"),
        Line("same", "j"),
    )  # fmt: skip
    long = "\n".join(str(number) for number in range(20))
    assert compared(long, f"{long}\nend") == (
        Line("gap", "17"), Line("same", "17"), Line("same", "18"), Line("same", "19"), Line("new", "end"),
    )  # fmt: skip


def test_a_chart_stacks_its_series_and_keeps_the_figures_as_a_table() -> None:
    day = date(2026, 3, 2)
    drawn = charts.stacked({(day, "in"): 3, (day, "out"): 1}, ("in", "out"), day, 2)
    assert drawn is not None
    assert [(bar.series, bar.label) for bar in drawn.bars] == [(0, "2026-03-02: 3"), (1, "2026-03-02: 1")]
    low, high = drawn.bars
    assert (high.y + high.height, low.y + low.height) == (low.y, charts.HEIGHT - charts.BOTTOM)
    assert (drawn.rows, [mark for _, mark in drawn.scale]) == (((day, (3, 1)),), [0, 2, 4])
    assert charts.stacked({}, ("in",), day, 2) is None
    assert charts.lying((("a", 4), ("b", 1))) == (("a", 4, 100.0), ("b", 1, 25.0))
