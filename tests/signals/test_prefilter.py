"""The first look over a mail: it changes nothing but the time."""

import time
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway import signals
from gateway.mail.message import Message
from gateway.signals import reading
from gateway.signals.prefilter import ODD, Prefilter
from gateway.words import NO_FACTS, Hit
from tests.signals import bench
from tests.support.noticed import inbound, mail, shipped_config

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "inbound").glob("*/message.eml"))
WORDS = st.sampled_from(
    "Amazon|ama zon|Ama\u00adzon|E-Bay|bol|otto|bei|über|bestellt|gekauft|304-0904527-7250707|"
    "304\u20110904527\u20137250707|"
    "Bestellung|#11038|SHOP-110382|widerrufe|hiermit|Ihr|Onlineshop|a-bis-z-Garantie|@amazon.de|x@members.ebay.de|"
    "ﬁnde|Ａmazon|Feuer|gefangen|.|,|\n|304-0904527-\n7250707|Kaufland|MK3UZQ5|in|eurem|Shop".split("|")
)


class Everything(Prefilter):
    """A look that finds everything everywhere."""

    def kinds(self, text: str) -> frozenset[str]:
        return frozenset(self._kinds)


@lru_cache(maxsize=1)
def everything() -> Everything:
    """The look for the shipped configuration, made once."""
    config = shipped_config()
    names, own = reading.language(config.packs).names, config.gateway.company.own_orders
    return Everything(config.packs, names, own, ("Amazon",))


Hits = list[tuple[str, float, str | None, str | None]]


def bare(hits: tuple[Hit, ...]) -> Hits:
    """The hits without their evidence: a text that was made normal has other dashes."""
    return [(hit.signal, hit.weight, hit.marketplace, hit.order) for hit in hits]


def with_and_without(raw: bytes, patch: pytest.MonkeyPatch) -> tuple[Hits, Hits]:
    """The hits of a mail as the gateway finds them, and those of signals that look everywhere."""
    config = shipped_config()
    quick = signals.notice(inbound(raw), NO_FACTS, config)
    look = everything()
    with patch.context() as patched:
        patched.setattr(reading, "prefilter", lambda packs, given: look)
        slow = signals.notice(inbound(raw), NO_FACTS, config)
    return bare(quick), bare(slow)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_golden_mails_have_the_same_hits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without it."""
    quick, slow = with_and_without(path.read_bytes(), monkeypatch)
    assert quick == slow


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(WORDS, max_size=14), st.lists(WORDS, max_size=3))
def test_mails_of_pieces_have_the_same_hits(
    monkeypatch: pytest.MonkeyPatch, text: list[str], subject: list[str]
) -> None:
    """Also with invisible signs, torn names, broken numbers and letters of other widths."""
    quick, slow = with_and_without(mail(" ".join(text), " ".join(subject).replace("\n", " ")), monkeypatch)
    assert quick == slow


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Der Monteur kommt am Donnerstag zwischen 8 und 12 Uhr.", set()),
        ("Bitte 10 % Rabatt – danke für Ihr Angebot", set()),
        ("bei Amazon", {"name"}),
        ("bei Ama zon", {"name"}),
        ("304-0904527-7250707", {"order"}),
        ("SHOP-110382", {"own"}),
        ("Ama\u00adzon", {ODD, "name"}),
        ("304\u20110904527", {ODD}),
    ],
)
def test_kinds(text: str, kinds: set[str]) -> None:
    """What a text may have; ordinary dashes and blanks are nothing odd."""
    config = shipped_config()
    assert reading.prefilter(config.packs, config).kinds(text) == kinds


def test_a_mail_that_concerns_nobody_is_not_taken_apart() -> None:
    """Nothing but the first look reads its text."""
    config = shipped_config()
    tx = inbound(mail(bench.text("nobody", 10_000)))
    assert signals.notice(tx, NO_FACTS, config) == ()
    assert reading.read(tx, config.packs, config).regions == ()


@pytest.mark.parametrize("kind", list(bench.ABOUT))
def test_the_cost_is_linear_in_the_text(kind: str) -> None:
    """Eight times the text costs at most some twelve times as much."""

    def spent(size: int) -> float:
        raw, config, times = mail(bench.text(kind, size)), shipped_config(), []
        for _ in range(5):
            began = time.process_time()
            signals.notice(inbound(raw), NO_FACTS, config)
            times.append(time.process_time() - began)
        return min(times)

    spent(20_000)
    assert spent(160_000) < 12 * max(spent(20_000), 0.0005)


def test_no_more_than_the_cap_is_read() -> None:
    """What stands behind 256 KiB of text is not seen."""
    far = mail(bench.text("nobody", 256 * 1024) + " bei Amazon bestellt 304-0904527-7250707")
    assert len(Message(far).visible) == 256 * 1024
    assert signals.notice(inbound(far), NO_FACTS, shipped_config()) == ()
