"""The end of the data is CRLF.CRLF, however it is cut, and what comes out is the message to the byte."""

import mmap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mail.reply import BARE_NEWLINE, NO_SPACE, TOO_LARGE, Reply
from gateway.relay.collector import IN_MEMORY, LINE_TOO_LONG, MAX_LINE, NO_MEMORY, Budget, Collector

BREAKS = {
    "CRLF": b"\r\n",
    "LF": b"\n",
    "CR": b"\r",
    "CRCRLF": b"\r\r\n",
    "LFCR": b"\n\r",
    "CRLFNUL": b"\r\n\0",
    "CRNULLF": b"\r\0\n",
    "VT": b"\x0b",
    "FF": b"\x0c",
    "NEL": b"\xc2\x85",
    "LS": b"\xe2\x80\xa8",
}
ENDS = {**BREAKS, "NUL": b"\0", "blank": b" \r\n"}


def feed(collector: Collector, wire: bytes, size: int = 1 << 20) -> bytes | None:
    """Feed all of `wire` in chunks of `size`; what came behind the end of the data."""
    for at in range(0, len(wire), size):
        rest = collector.feed(wire[at : at + size])
        if rest is not None:
            return rest + wire[at + size :]
    return None


def collect(
    wire: bytes, size: int = 1 << 20, allow_bare: bool = False
) -> tuple[bytes | Reply | None, bytes | None]:
    """(message or refusal or None if the data never ended, rest)."""
    collector = Collector(1 << 20, allow_bare)
    rest = feed(collector, wire, size)
    if rest is None:
        return None, None
    return collector.refusal or bytes(collector.content()), rest


def smuggled() -> Iterator[tuple[str, bytes]]:
    """Every break before and after one and two dots, but for the one true end."""
    for before, left in BREAKS.items():
        for after, right in ENDS.items():
            for dots in (b".", b".."):
                if b"\r\n.\r\n" not in (wire := left + dots + right):
                    yield f"{before}{dots.decode()}{after}", wire


@pytest.mark.parametrize("allow_bare", [False, True])
@pytest.mark.parametrize("sequence", [pytest.param(wire, id=name) for name, wire in smuggled()])
def test_nothing_but_the_true_end_ends_the_data(sequence: bytes, allow_bare: bool) -> None:
    wire = b"Subject: x\r\n\r\nbody" + sequence + b"MAIL FROM:<evil@a.test>\r\n.\r\nRSET\r\n"
    message = (b"body" + sequence + b"MAIL FROM:<evil@a.test>\r\n").replace(b"\r\n.", b"\r\n")
    message = b"Subject: x\r\n\r\n" + message
    bare = message.replace(b"\r\n", b"")
    bad = b"\0" in bare or (not allow_bare and (b"\r" in bare or b"\n" in bare))
    for size in (1, 2, 3, 5, 1000):
        assert collect(wire, size, allow_bare) == (BARE_NEWLINE if bad else message, b"RSET\r\n")


def test_a_CR_before_the_true_end_is_a_bare_CR() -> None:
    for size in (1, 2, 1000):
        assert collect(b"body\r\r\n.\r\nRSET\r\n", size) == (BARE_NEWLINE, b"RSET\r\n")
        assert collect(b"body\r\r\n.\r\nRSET\r\n", size, allow_bare=True) == (b"body\r\r\n", b"RSET\r\n")


@pytest.mark.parametrize(
    ("wire", "message"),
    [
        (b".\r\n", b""),
        (b"\r\n.\r\n", b"\r\n"),
        (b"..\r\n.\r\n", b".\r\n"),
        (b".a\r\n.\r\n", b"a\r\n"),
        (b"a\r\n...\r\n..b\r\n\r\n.\r\n", b"a\r\n..\r\n.b\r\n\r\n"),
        (b"x" * 70_000 + b"\r\n.\r\n", b"x" * 70_000 + b"\r\n"),
    ],
)
def test_stuffing_dots_are_taken_away(wire: bytes, message: bytes) -> None:
    for size in (*range(1, 10), 4096, 1 << 20):
        if size < 10 and len(wire) > 1000:
            continue
        assert collect(wire + b"QUIT\r\n", size) == (message, b"QUIT\r\n")


@given(
    st.lists(
        st.sampled_from([b"\r\n", b".", b"\r\n.", b"a", b"\r\n..", b"\r", b"\n", b"x" * 50]), max_size=20
    ),
    st.lists(st.integers(1, 30), min_size=1, max_size=20),
)
def test_cuts_make_no_difference(parts: list[bytes], cuts: list[int]) -> None:
    wire = b"".join(parts) + b"\r\n.\r\nREST"
    whole = Collector(1 << 20, allow_bare=True)
    expected = feed(whole, wire), bytes(whole.content()), whole.size
    cut, at = Collector(1 << 20, allow_bare=True), 0
    rest = None
    while rest is None:
        size = cuts[at % len(cuts)]
        rest, wire, at = cut.feed(wire[:size]), wire[size:], at + 1
    assert (rest + wire, bytes(cut.content()), cut.size) == expected


@pytest.mark.parametrize("border", [998, 1000, 4096, 65_536])
def test_a_dot_behind_the_edge_of_a_buffer_is_seen(border: int) -> None:
    for shift in range(-6, 7):
        body = b"x" * (border + shift)
        assert collect(body + b"\r\n.\r\nQUIT", border) == (body + b"\r\n", b"QUIT")
        assert collect(body + b"\r\n..\r\n.\r\nQUIT", border) == (body + b"\r\n.\r\n", b"QUIT")


@pytest.mark.parametrize("size", [1, 100, 1 << 20])
def test_the_size_counts_without_stuffing_and_the_rest_is_thrown_away(size: int) -> None:
    wire = b"..\r\n" * 25 + b".\r\nQUIT"
    exact = Collector(75)
    assert feed(exact, wire, size) == b"QUIT"
    assert (exact.refusal, exact.size, bytes(exact.content())) == (None, 75, b".\r\n" * 25)
    over = Collector(74)
    assert feed(over, wire, size) == b"QUIT"
    assert over.refusal == TOO_LARGE


def test_a_bad_dot_after_the_limit_does_not_end_the_data() -> None:
    over = Collector(10)
    assert feed(over, b"x" * 100 + b"\n.\nMAIL\r.\r\r\n.\rx\r\n.\r\nQUIT", 7) == b"QUIT"
    assert over.refusal == TOO_LARGE


def test_a_large_message_is_an_unlinked_file_mapped_into_memory(tmp_path: Path) -> None:
    line = b"x" * 998 + b"\r\n"
    collector = Collector(1 << 24, spool_dir=str(tmp_path))
    count = IN_MEMORY // len(line) + 5
    assert feed(collector, line * count + b".\r\nQUIT", 65_536) == b"QUIT"
    assert list(tmp_path.iterdir()) == []
    content = collector.content()
    assert isinstance(content, mmap.mmap)
    assert content[:] == line * count
    collector.discard()
    assert content[:10] == b"x" * 10


def test_a_message_of_up_to_a_mebibyte_stays_in_memory() -> None:
    collector = Collector(1 << 24, spool_dir="/nonexistent")
    assert feed(collector, b"x" * (IN_MEMORY - 2) + b"\r\n.\r\n", 50_000) == b""
    assert (collector.refusal, len(collector.content())) == (None, IN_MEMORY)


def test_a_spool_that_cannot_be_made_is_no_space() -> None:
    collector = Collector(1 << 24, spool_dir="/nonexistent")
    assert feed(collector, b"x\r\n" * IN_MEMORY + b".\r\nQUIT", 50_000) == b"QUIT"
    assert collector.refusal == NO_SPACE


def test_a_disk_that_fills_up_is_no_space(monkeypatch: pytest.MonkeyPatch) -> None:
    """The device that is always full stands in for the disk."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: full.open("w+b", buffering=0))
    collector = Collector(1 << 24)
    assert feed(collector, b"x\r\n" * IN_MEMORY + b".\r\nQUIT", 50_000) == b"QUIT"
    assert collector.refusal == NO_SPACE


@pytest.mark.parametrize("cut", [1 << 20, 1000, 7, 1])
@pytest.mark.parametrize("allow_bare", [False, True])
def test_a_line_over_the_limit_is_refused_wherever_it_is_cut(cut: int, allow_bare: bool) -> None:
    for body, refusal in (
        (b"x" * 99 + b"\r\n" + b"y" * 99 + b"\r\n", None),
        (b"x" * 5 + b"\r\n" + b"y" * 101 + b"\r\n" + b"z\r\n", LINE_TOO_LONG),
        (b"x" * 120 + b"\r\n", LINE_TOO_LONG),
        (b"z\r\n" + b"." + b"x" * 99 + b"\r\n", None),
    ):
        collector = Collector(1 << 20, allow_bare, line_length=100)
        assert feed(collector, body + b".\r\nQUIT", cut) == b"QUIT"
        assert collector.refusal == refusal


def test_lines_of_a_megabyte_pass() -> None:
    collector = Collector(1 << 24)
    assert feed(collector, b"x" * (MAX_LINE - 1) + b"\r\n.\r\n", 200_000) == b""
    assert (collector.refusal, collector.size) == (None, MAX_LINE + 1)


def test_what_is_in_memory_is_bounded_over_all_messages() -> None:
    """The one that would pass the limit is refused, and the room comes back whatever becomes of a message."""
    budget, body = Budget(), b"x" * 600 + b"\r\n"

    def begun() -> Collector:
        collector = Collector(1 << 24, memory=1500, budget=budget)
        assert collector.feed(body + b"more") is None
        return collector

    first, second, third = begun(), begun(), begun()
    assert (first.refusal, second.refusal, third.refusal) == (None, None, NO_MEMORY)
    assert third.feed(b"\r\n.\r\nQUIT") == b"QUIT"
    assert first.feed(b"\r\n.\r\n") == b""
    assert bytes(first.content()) == body + b"more\r\n"
    for each in (first, second, third, first):
        each.discard()
    assert budget.used == 0
    assert begun().refusal is None


def test_what_lies_in_a_file_is_not_in_memory() -> None:
    budget = Budget()
    collector = Collector(1 << 24, memory=1 << 24, budget=budget)
    feed(collector, (b"x" * 998 + b"\r\n") * 1000, 100_000)
    assert 900_000 < budget.used <= IN_MEMORY
    feed(collector, (b"x" * 998 + b"\r\n") * 1000, 100_000)
    assert budget.used == 0
    collector.discard()
