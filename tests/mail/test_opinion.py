"""The second opinion on where a quote begins."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mail import opinion, quote
from gateway.mail.quote import Lines, clean

NEW = "Guten Tag,\n\nder Stuhl kommt morgen.\n\n"


def checked(text: str) -> tuple[Lines, int]:
    lines = [clean(line) for line in text.split("\n")]
    return opinion.checked(lines, quote.read(lines)), len(lines)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("On 12 Jan 2026, Max wrote:\n> x", 0),
        ("Hallo\n\nOn 12 Jan 2026, Max wrote:\n> x", 2),
        ("\n\nHallo\n\nEm 12 de jan. de 2026, Max escreveu:\nx", 4),
        ("a\n> b\n> c\n> d", 1),
        ("a\nVon: x@privat.example\nAn: y\nDatum: 12.01.2026\n\nb", 1),
        ("a\nVon: x\nAn: y\nDatum: 12.01.2026\nBetreff: z\n\nb", 1),
        ("a\nVon: Hamburg, Lager\nAn: Kiel\nDatum: 24. November, 8 bis 12 Uhr\n\nb", None),
        ("a\nVon: x\nAn: y\nBetreff: z\n\nb", None),
        ("a\nVon: Hamburg\nAn: München\n\nb", None),
        ("On Monday Max wrote:\nx", None),
        ("a\n________________________________\nEva", None),
        ("a\n________________________________\nEva\n\nOn 12 Jan 2026, Max wrote:\nx", 4),
        ("a\nVon: Hamburg\nAn: Köln\n\nOn 12 Jan 2026, Max wrote:\nx", 4),
        ("", None),
        ("a\nb", None),
    ],
)
def test_a_find_counts_only_with_enough_of_a_quote(text: str, line: int | None) -> None:
    assert opinion.begins(text.split("\n")) == line


PIECES = (
    "", " ", "Guten Tag,", "bis morgen", "Termin: 10 Uhr", "On 12 Jan 2026, Max", "<max@a.example> wrote:",
    "On 12 Jan 2026, Max wrote: ", "> x", ">", "> On 1 Jan 2026, Max wrote:", "> " + 32 * "_", 32 * "_",
    "2026/01/12 Max <max@a.example>", "2026/01/12 Max", "<max@a.example>", "Von: Max", "An: wir",
    "*Gesendet:* 12.01.2026", "Betreff: x", "---- Original Message ----", "---- Original Message", "----",
    "Begin forwarded message:", "El 1 de mayo", "escribió:", "\t\u2003",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_what_is_not_shown_could_not_have_changed_the_opinion(lines: list[str]) -> None:
    quick = opinion.begins(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opinion, "_first_worth_a_look", lambda lines: 0)
        assert opinion.begins(lines) == quick


def test_a_text_without_anything_like_a_quote_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotequail.unwrap", lambda text: pytest.fail("shown"))
    assert opinion.begins(["Guten Tag,", "", "der Stuhl kommt um 10:30.", "Gruß - Eva"]) is None


def test_where_both_agree_nothing_changes() -> None:
    text = NEW + "On 12 Jan 2026, at 10:11, Max <max@privat.example> wrote:\n\n> x\n"
    lines = [clean(line) for line in text.split("\n")]
    assert opinion.checked(lines, quote.read(lines)) == quote.read(lines)


def test_where_it_sees_a_quote_in_the_new_text_the_footer_goes_to_the_end() -> None:
    found, end = checked(NEW + "Am 12.01.26 um 10:11 schrieb der Bote:\nNiemand da.\n\nGruß\n")
    assert (found.first, found.place) == (end, end)
    assert found.doubt == (
        "two readings of the quote disagree: it may begin at 'Am 12.01.26 um 10:11 schrieb der Bote:'"
    )


def test_where_it_sees_what_we_doubted_the_doubt_is_gone() -> None:
    head = "Em seg., 12 de jan. de 2026 às 10:11, Max <max@privat.example> escreveu:\n"
    found, _ = checked(NEW + head + "Onde?\n")
    assert (found.place, found.doubt) == (4, "")


def test_where_neither_is_sure_the_footer_goes_to_the_end() -> None:
    found, end = checked(NEW + "Max <max@privat.example>, 12 ianuarie 2026, 10:11, a scris:\nUnde?\n")
    assert (found.place, found.doubt) == (end, "an unknown line introduces the quote")


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n" * 20_000,
        "On 1 " * 20_000 + "wrote:",
        ("On 1 " * 100 + "wrote\n") * 2_000,
        "Von: 1\n" * 20_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = time.process_time()
    opinion.begins([clean(line) for line in text.split("\n")][: opinion.MAX_LINES])
    assert time.process_time() - started < 1
