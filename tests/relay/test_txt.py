"""TXT look-ups against a real small DNS server: answers, and all that is none."""

import time
from collections.abc import AsyncIterator

import pytest

from gateway.relay.txt import NoLookup, TxtLookup
from tests.support.dns import FOREIGN, GARBAGE, NXDOMAIN, SERVFAIL, SILENT, Answer, DnsServer


@pytest.fixture
async def server() -> AsyncIterator[DnsServer]:
    async with DnsServer() as running:
        yield running


def why(found: tuple[bytes, ...] | NoLookup) -> str:
    assert isinstance(found, NoLookup)
    return found.why


async def test_a_record_comes_as_it_is_and_is_asked_for_once(server: DnsServer) -> None:
    """Strings joined, records in one order; kept as long as their TTL says."""
    server.txt["a.example."] = (b"v=DKIM1; p=" + b"x" * 300, b"a")
    lookup = TxtLookup([server.address])
    for _ in range(2):
        assert await lookup.all(["a.example."]) == {"a.example.": (b"a", b"v=DKIM1; p=" + b"x" * 300)}
    assert server.asked == [("udp", "a.example.")]


async def test_a_huge_record_comes_over_tcp(server: DnsServer) -> None:
    """The answer that was cut is asked for again."""
    server.txt["big.example."] = (b"x" * 5000,)
    assert await TxtLookup([server.address]).all(["big.example."]) == {"big.example.": (b"x" * 5000,)}
    assert server.asked == [("udp", "big.example."), ("tcp", "big.example.")]


async def test_a_record_no_key_needs_is_refused(server: DnsServer) -> None:
    """60 kB of a stranger's choice are not given to anybody."""
    server.txt["big.example."] = (b"x" * 60000,)
    found = await TxtLookup([server.address]).all(["big.example."])
    assert why(found["big.example."]) == "DNS record too large"


@pytest.mark.parametrize("answer", [NXDOMAIN, ()])
async def test_there_is_none_is_an_answer(server: DnsServer, answer: Answer) -> None:
    """NXDOMAIN, and a name with other records only."""
    server.txt["none.example."] = answer
    assert await TxtLookup([server.address]).all(["none.example."]) == {"none.example.": ()}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (SERVFAIL, "DNS server failure"),
        (SILENT, "DNS time-out"),
        (GARBAGE, "DNS time-out"),
        (FOREIGN, "DNS time-out"),
    ],
)
async def test_what_is_no_answer_says_so_within_the_budget(
    server: DnsServer, answer: Answer, expected: str
) -> None:
    """One name that does not answer keeps no other from its answer."""
    server.txt |= {"bad.example.": answer, "good.example.": (b"p=x",)}
    began = time.monotonic()
    found = await TxtLookup([server.address], budget=0.5).all(["bad.example.", "good.example."])
    assert time.monotonic() - began < 1.5
    assert found["good.example."] == (b"p=x",)
    if answer is GARBAGE:
        assert why(found["bad.example."]).startswith("DNS")
    else:
        assert why(found["bad.example."]) == expected


async def test_the_next_server_is_asked_where_one_fails() -> None:
    """In the order of the configuration."""
    async with DnsServer() as first, DnsServer() as second:
        first.txt["a.example."] = SERVFAIL
        second.txt["a.example."] = (b"p=x",)
        found = await TxtLookup([first.address, second.address]).all(["a.example."])
        assert found == {"a.example.": (b"p=x",)}


async def test_a_name_that_cannot_be_asked_for_does_not_raise(server: DnsServer) -> None:
    """A label too long for DNS."""
    name = "a" * 70 + ".example."
    assert why((await TxtLookup([server.address]).all([name]))[name]) == "DNS: LabelTooLong"


async def test_no_names_cost_nothing() -> None:
    """Nobody is asked."""
    assert await TxtLookup(["127.0.0.1:1"]).all([]) == {}
