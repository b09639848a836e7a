"""Cutting text out of a part, in every transfer encoding, proven by the other parser."""

import random

import pytest

from gateway.mail import cut, edit, verify
from gateway.mail.edit import CannotEdit
from gateway.mail.message import Message
from tests.support.mails import part, single

TEXT = (
    "Grüße aus Köln = schön, \nTel. 030 = 1\n\n" + "Müßige Möbel für Gärten und Höfe, " * 5 + "\nEnde \nx\n"
)


@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_any_stretch_can_be_cut_and_nothing_else_changes(cte: str, charset: str) -> None:
    """Two random stretches at a time; the parser of the standard library reads exactly the rest."""
    raw = single(part(TEXT, cte, charset=charset))
    message = Message(raw)
    text = message.texts()[0][1]
    dice = random.Random(7)
    done = 0
    for _ in range(200):
        places = sorted(dice.sample(range(len(text) + 1), 4))
        if any(text[max(0, at - 1) : at + 1] == "\r\n" for at in places):
            continue
        spans = [(places[0], places[1]), (places[2], places[3])]
        splices = cut.cut(raw, message.root, spans)
        after = edit.apply(raw, splices)
        touched = [verify.Touched("", first, "", last - first) for first, last in spans]
        assert verify.spilled(raw, after, splices) is None
        assert verify.problem(raw, after, touched) is None
        assert cte == "8bit" or max(map(len, after.split(b"\r\n"))) <= 76
        assert cte != "quoted-printable" or b" \r\n" not in after.split(b"\r\n\r\n", 1)[1]
        done += 1
    assert done > 100


@pytest.mark.parametrize(
    ("spans", "why"),
    [
        ([], "there is nothing to cut"),
        ([(3, 3)], "a place to cut is empty or lies outside the text"),
        ([(0, 10_000)], "a place to cut is empty or lies outside the text"),
        ([(0, 5), (3, 7)], "two places to cut overlap"),
        ([(0, TEXT.index("\n") + 1)], "a place to cut lies inside a line end"),
    ],
)
def test_what_cannot_be_cut(spans: list[tuple[int, int]], why: str) -> None:
    """The reason in one sentence."""
    raw = single(part(TEXT, "8bit"))
    with pytest.raises(CannotEdit) as refused:
        cut.cut(raw, Message(raw).root, spans)
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (single(part("a=b", "quoted-printable")).replace(b"=3D", b"=QD"), "the quoted-printable encoding"),
        (single(part("a b c", "base64")).replace(b"YSBi", b"YS*Bi"), "the base64 encoding is damaged"),
        (single(part("a b c", "8bit")).replace(b"utf-8", b"x-none"), "the part is damaged: unknown charset"),
        (
            single(part("a b c", "8bit")).replace(b": 8bit", b": x-odd"),
            "the part is damaged: unknown transfer encoding",
        ),
    ],
)
def test_damaged_parts_are_left_alone(raw: bytes, why: str) -> None:
    """Nobody cuts on a guess."""
    with pytest.raises(CannotEdit, match="^" + why.replace(".", r"\.")):
        cut.cut(raw, Message(raw).root, [(0, 1)])
