"""Remembered answers: the same request once, another one under its key never, a broken one again."""

from datetime import timedelta

from gateway.store import Store
from gateway.store.idempotency import Answer, Answers, Begun
from tests.store.samples import MINUTE, T0

KEY, ASKED, OTHER = b"k" * 32, b"a" * 32, b"b" * 32


def test_a_request_is_done_once_and_answered_the_same_for_a_day(store: Store) -> None:
    answers = Answers(store)
    assert answers.begin(KEY, ASKED, T0) is Begun.FRESH
    assert answers.begin(KEY, ASKED, T0) is Begun.WORKING
    answers.end(KEY, Answer(200, b"{}"), T0)
    assert answers.begin(KEY, ASKED, T0 + timedelta(hours=23)) == Answer(200, b"{}")
    assert answers.begin(KEY, OTHER, T0) is Begun.OTHER
    assert answers.begin(KEY, ASKED, T0 + timedelta(hours=24)) is Begun.FRESH


def test_what_was_given_up_or_died_may_be_begun_again(store: Store) -> None:
    answers = Answers(store)
    assert answers.begin(KEY, ASKED, T0) is Begun.FRESH
    answers.give_up(KEY)
    assert answers.begin(KEY, ASKED, T0) is Begun.FRESH
    assert answers.begin(KEY, OTHER, T0 + MINUTE) is Begun.FRESH


def test_giving_up_does_not_take_an_answer_back(store: Store) -> None:
    answers = Answers(store)
    answers.begin(KEY, ASKED, T0)
    answers.end(KEY, Answer(409, b"x"), T0)
    answers.give_up(KEY)
    answers.sweep(T0)
    assert answers.begin(KEY, ASKED, T0) == Answer(409, b"x")
    answers.sweep(T0 + timedelta(hours=24))
    assert answers.begin(KEY, OTHER, T0) is Begun.FRESH
