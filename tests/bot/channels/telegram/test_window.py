"""Updates are confirmed in order, and each is worked on once until then."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.window import Window


@given(st.lists(st.integers(1, 60), unique=True, min_size=1), st.randoms())
def test_nothing_is_confirmed_before_everything_earlier_is_done(
    ids: list[int], chance: Random
) -> None:
    window = Window()
    assert all(window.is_new(each) for each in ids)
    order = list(ids)
    chance.shuffle(order)
    left = set(ids)
    for each in order:
        window.mark_done(each)
        left.discard(each)
        assert all(waiting >= window.ask() for waiting in left)
    assert window.ask() == max(ids) + 1
    assert window.is_empty


def test_what_is_done_but_not_confirmed_is_passed_over() -> None:
    window = Window()
    assert window.is_new(10)
    assert window.is_new(11)
    window.mark_done(11)
    assert window.ask() == 10
    assert not window.is_new(11)
    assert not window.is_new(10)


def test_it_is_ahead_when_other_updates_would_be_given_than_those_asked_for() -> None:
    window = Window()
    assert window.is_new(10)
    assert window.is_new(11)
    window.mark_done(10)
    window.ask()
    assert not window.is_ahead
    window.mark_done(11)
    assert window.is_ahead


def test_what_was_done_while_an_answer_was_on_its_way_is_passed_over() -> None:
    window = Window()
    assert window.is_new(10)
    window.ask()
    window.mark_done(10)
    assert not window.is_new(10)
    assert window.ask() == 11
    assert window.is_new(10), "a redelivered update is worked on, and the turn knows it"


def test_a_lower_number_than_asked_for_begins_anew() -> None:
    window = Window()
    assert window.is_new(500)
    assert window.is_new(501)
    window.mark_done(500)
    assert window.ask() == 501
    assert window.is_new(10)
    assert window.is_new(11)
    window.mark_done(501)
    assert window.ask() <= 10, "what is left of the old numbering confirms nothing"
    window.mark_done(11)
    window.mark_done(10)
    assert window.ask() == 12
    assert window.is_empty
