"""A question that today's code cannot read any more is dropped with a word, and nothing breaks."""

from __future__ import annotations

from sqlalchemy import select, update

from handlers.dialog.turns import Turns
from models.messaging.conversations import Conversation
from tests.handlers.people import customer
from tests.support.words import word


async def test_a_question_of_older_code_is_dropped_with_a_word(turns: Turns) -> None:
    mona = await customer(turns)
    async with turns.database.write() as session:
        await session.execute(update(Conversation).values(state='{"state":"checkout.0","at":"x"}'))
    await mona.says("منى")
    assert word("question-forgotten") in mona.text
    async with turns.database.read() as session:
        assert await session.scalar(select(Conversation.state)) is None
    await mona.says("/cart")
    assert "حُدّث المتجر" not in mona.text
