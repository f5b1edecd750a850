"""Pauses that the platform asks for: of one chat, and of everybody when a second chat hears so."""

from __future__ import annotations

from bot.runtime.sender import BETWEEN_S, Quiet


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


async def test_a_second_chats_pause_is_everybodys() -> None:
    quiet = Quiet()
    quiet.was_asked_for(1, 60.0)
    quiet.was_asked_for(2, 60.0)
    assert quiet.left_for(3) > BETWEEN_S
