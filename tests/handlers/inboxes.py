"""What a test of the inbox looks at: its rows, and media that were stored before they are sent."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.inbox.tables import Draft, Question, QuestionMessage
from models.inbox.voices import keep_voice
from models.products.photos import keep_photo
from tests.support.voices import voice_note


async def questions(turns: Turns) -> list[Question]:
    """Every question, in the order in which they were opened."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(Question).order_by(Question.id)))


async def messages(turns: Turns) -> list[QuestionMessage]:
    """Every message of every question, in the order in which they were said."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(QuestionMessage).order_by(QuestionMessage.id)))


async def drafts(turns: Turns) -> list[Draft]:
    """What waits to be handed over, or was."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(Draft).order_by(Draft.id)))


async def a_voice(turns: Turns, salt: int = 0) -> str:
    """The hash of a voice note that was stored."""
    ogg = voice_note(2, salt)
    name = hashlib.sha256(ogg).hexdigest()
    async with turns.database.write() as session:
        await keep_voice(session, name, ogg, 2, turns.clock())
    return name


async def a_photo(turns: Turns, name: str = "a") -> str:
    """The hash of a photo that was stored."""
    photo = hashlib.sha256(name.encode()).hexdigest()
    async with turns.database.write() as session:
        await keep_photo(session, photo, b"a picture", 80, 60, turns.clock())
    return photo
