"""What holds for every edit, on golden mails, on bent ones, and on bytes that are no mail."""

import hashlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.actions import footer
from gateway.mail import edit, html, mime, opinion, quote, verify
from gateway.mail.message import Message
from gateway.words import Disposition, Effect
from tests.fuzz import mutations
from tests.fuzz.edit import broken_rule, one
from tests.support.configs import make_config
from tests.support.mails import a_thread, outbound

CONFIG = make_config()
MAILS = mutations.samples()


def run(raw: bytes) -> Effect:
    return footer.effect(outbound(raw), a_thread(), True, CONFIG.packs[0], CONFIG)


@pytest.mark.parametrize("raw", MAILS, ids=lambda raw: hashlib.sha256(raw).hexdigest()[:8])
def test_taking_the_insertion_out_gives_the_mail_and_other_parts_keep_their_hash(raw: bytes) -> None:
    effect = run(raw)
    if not effect.splices:
        assert effect.disposition is Disposition.HOLD or effect.note
        return
    after = edit.apply(raw, effect.splices)
    assert verify.spilled(raw, after, effect.splices) is None
    back, gained = bytearray(after), 0
    for splice in sorted(effect.splices, key=lambda splice: splice.offset):
        start = splice.offset
        back[start : start + len(splice.replacement)] = raw[start : start + splice.length]
        gained += len(splice.replacement) - splice.length
    assert bytes(back) == raw
    assert len(after) == len(raw) + gained
    touched = {
        part.number
        for part in mime.parse(raw).walk()
        if not part.children and any(part.body <= splice.offset <= part.end for splice in effect.splices)
    }
    old, new = ({part.number: part for part in mime.parse(whole).walk()} for whole in (raw, after))
    for number in old.keys() - touched:
        if not old[number].children:
            was, now = (mime.decode(raw, old[number]), mime.decode(after, new[number]))
            assert hashlib.sha256(was).digest() == hashlib.sha256(now).digest()


@pytest.mark.parametrize("raw", MAILS, ids=lambda raw: hashlib.sha256(raw).hexdigest()[:8])
def test_no_golden_mail_gets_it_twice(raw: bytes) -> None:
    effect = run(raw)
    if effect.splices and "a part of its own" not in effect.note:
        again = run(edit.apply(raw, effect.splices))
        assert again == Effect(note="the footer is there already")


@given(st.integers(0, 1 << 32))
@settings(max_examples=150, deadline=None)
def test_bent_mails_are_edited_by_the_rules_or_held(seed: int) -> None:
    dice = random.Random(seed)
    raw = dice.choice(MAILS)
    raw = mutations.mutated(dice, mutations.as_reply(dice, raw) if dice.random() < 0.5 else raw)
    what, broken = one(raw, None)
    assert what != "raised"
    assert broken is None


@given(st.binary(max_size=600), st.sampled_from([b"", b"Content-Type: text/html\r\n\r\n", b"\r\n"]))
@settings(max_examples=150, deadline=None)
def test_bytes_that_are_no_mail_raise_nothing(raw: bytes, head: bytes) -> None:
    raw = head + raw
    effect = run(raw)
    assert effect.splices or effect.note
    assert broken_rule(raw, effect, None) is None


SIGNS = st.sampled_from([*"> \n\r:-_*@.1aAmOnVFrom<>/=\"'&;#x", "schrieb", "wrote:", "<p>", "</div>", "<br>"])


@given(st.lists(SIGNS, max_size=120).map("".join) | st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_detectors_with_the_second_opinion_raise_nothing_and_name_places_that_are_there(text: str) -> None:
    plain, (marked, _) = quote.newest(text, opinion.checked), html.read(text, opinion.checked)
    assert plain.place is not None
    for cut in (plain, marked):
        assert 0 <= cut.offset <= len(text)
        assert cut.place is None or 0 <= cut.place <= len(text)
        assert cut.sure != bool(cut.why)
        assert cut.place is not None or cut.doubt
    Message(text.encode("utf-8", "replace")).visible  # noqa: B018
