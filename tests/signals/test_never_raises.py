"""Whatever the bytes: every signal answers, and takes time in proportion."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.words import Hit
from tests.support.noticed import judged, mail, noticed

PIECES = st.sampled_from(
    (
        "Amazon|ama zon|ebay|@|304-0904527-7250707|12-34567-89012|\u2011|\u200b|bestellt|bei|. |\n\n|> |"
        "https://www.amazon.de/|widerrufe|ich|<b>|=?utf-8?q?a?=|\x00|ß|\ud7ff|Von: a@amazon.de\n|Tel. |+49|"
        "#11038|SHOP-110382|-|0|\U0001f600"
    ).split("|")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2000))
def test_arbitrary_bytes(raw: bytes) -> None:
    """Arbitrary bytes give hits with short evidence and a verdict."""
    assert all(isinstance(hit, Hit) and len(hit.evidence) <= 200 for hit in noticed(raw))
    judged(raw)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60), st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=4))
def test_arbitrary_pieces(text: list[str], subject: list[str], name: list[str]) -> None:
    """So do mails put together from what the signals look for."""
    head = " ".join(subject).replace("\n", " ")
    sender = " ".join(name).replace("\n", " ") + " <x@gmx.example>"
    raw = mail(" ".join(text), head, sender)
    assert all(isinstance(hit, Hit) and len(hit.evidence) <= 200 for hit in noticed(raw))
    judged(raw)


@pytest.mark.parametrize(
    "piece",
    [
        "bei Amazon ich habe 304-090452 widerruf ",
        "wie kann ich widerrufen hiermit widerrufe ich ",
        "nicht in Ihrem Shop bestellt ",
        "Tel. 304-1234567-1234567 ",
        "@amazon.de.",
        "S02-1234567-1234567 304-1234567-1234567 ",
        "a-",
        "> \n",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    """Eight times the hostile text takes no more than some twenty times as long."""

    def spent(size: int) -> float:
        times = []
        for _ in range(3):
            raw = mail(piece * (size // len(piece)))
            began = time.process_time()
            noticed(raw)
            times.append(time.process_time() - began)
        return min(times)

    assert spent(160_000) < 20 * max(spent(20_000), 0.005)
