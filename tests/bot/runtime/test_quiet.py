"""Pauses that the platform asks for: of one chat, and what others notice of it."""

from __future__ import annotations

from bot.runtime.sender import BETWEEN_S, LONGEST_WAIT_S, MANY_ASKED, Quiet

AN_HOUR_S = 3600.0


async def test_a_chat_rests_after_a_message() -> None:
    quiet = Quiet()
    assert quiet.left_for(1) == 0
    quiet.sent_to(1)
    assert 0 < quiet.left_for(1) <= BETWEEN_S
    assert quiet.left_for(2) == 0


async def test_one_chats_pause_is_its_own() -> None:
    quiet = Quiet()
    quiet.was_asked_for(1, 60.0)
    quiet.was_asked_for(1, 60.0)
    assert quiet.left_for(1) > BETWEEN_S
    assert quiet.left_for(2) == 0
    assert quiet.slots() == 1


async def test_when_two_chats_rest_the_others_go_on_at_half_the_pace() -> None:
    quiet = Quiet()
    quiet.was_asked_for(1, 60.0)
    quiet.was_asked_for(2, 60.0)
    assert quiet.left_for(2) > BETWEEN_S
    assert quiet.left_for(3) == 0
    assert quiet.slots() == 2


async def test_pauses_that_are_over_slow_nobody_down() -> None:
    quiet = Quiet()
    for chat in range(2 * MANY_ASKED):
        quiet.was_asked_for(chat, 0.0)
    assert quiet.left_for(99) == 0
    assert quiet.slots() == 1


async def test_when_many_chats_rest_everybody_does_but_not_for_long() -> None:
    quiet = Quiet()
    for chat in range(MANY_ASKED):
        assert quiet.left_for(99) == 0
        quiet.was_asked_for(chat, AN_HOUR_S)
    assert 0 < quiet.left_for(99) <= LONGEST_WAIT_S
