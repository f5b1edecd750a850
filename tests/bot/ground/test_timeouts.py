"""Times that depend on each other: each line is a message lost, doubled or refused otherwise."""

from __future__ import annotations

from bot.ground import timeouts as t
from bot.runtime import retry
from bot.runtime.sender import LEASE_S, LONGEST_WAIT_S
from models.kernel.database import CONNECT_S, IDLE_S


def test_a_reply_that_goes_on_has_ended_before_what_is_owed_for_it_is_sent() -> None:
    assert t.CONNECT_S + t.READ_S <= t.LINGERS_S < t.OWED_AFTER_S


def test_an_owed_message_is_cut_off_by_nothing_of_ours() -> None:
    assert t.CONNECT_S + t.READ_S < t.LETTER_S


def test_a_claim_lasts_until_its_message_was_sent() -> None:
    assert LONGEST_WAIT_S + t.LETTER_S < LEASE_S


def test_an_empty_answer_to_a_long_question_is_waited_for() -> None:
    assert t.LONG_POLL_S < t.POLL_READ_S


def test_a_press_is_told_to_wait_while_its_answer_is_still_taken() -> None:
    assert t.MOMENT_S + t.CONNECT_S < t.PRESS_S


def test_whoever_waits_for_the_database_goes_on_within_three_seconds_of_its_return() -> None:
    # The system asks anew after 1, 3 and 7 s whether a server takes a connection.
    asked_last = max(second for second in (1, 3, 7) if second < CONNECT_S)
    assert CONNECT_S - asked_last + retry.AGAIN.longest <= 3.0


def test_whoever_wakes_up_asks_for_the_post_before_another_can_have_it() -> None:
    assert t.POST_RENEWED_S + t.POST_ANSWERS_S < t.POST_HELD_S
    assert t.POST_HELD_S < (t.POST_LOOKS - 1) * t.POST_RENEWED_S


def test_a_sender_that_hangs_is_replaced_before_its_claims_run_out() -> None:
    assert t.POST_LOOKS * t.POST_RENEWED_S + IDLE_S < LEASE_S
