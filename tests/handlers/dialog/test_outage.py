"""While the database is away an update is not done: it comes again, and is answered then."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

import handlers.conversations  # noqa: F401  registers every function that answers
import models.kernel.database
from handlers.dialog.speech import ChannelUser, Command, Heard
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.kernel.unavailable import DatabaseAway
from models.messaging.processed_updates import ProcessedUpdate
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.outage import Line, held_by_another

START = Heard(ChannelUser("test", "mona", "en"), Command("start"), "1")


async def is_answered_at_last(turns: Turns) -> None:
    """The same update is done now, once, and not by an apology."""
    answer = await turns.answer(START)
    assert answer.reply.cards[0].text.id != "apology"
    await turns.answer(START)
    async with turns.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(ProcessedUpdate)) == 1


async def test_an_update_waits_for_a_file_that_another_holds(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened(sqlite_url) as database:
        turns = Turns(database, DEFAULT_TERMS, clock)
        with held_by_another(database), pytest.raises(DatabaseAway):
            await turns.answer(START)
        await is_answered_at_last(turns)


async def test_an_update_waits_for_a_server_that_cannot_be_reached(
    postgres_url: str, clock: HandClock
) -> None:
    async with Line(postgres_url) as line:
        database = Database(line.url)
        turns = Turns(database, DEFAULT_TERMS, clock)
        await line.cut()
        with pytest.raises(DatabaseAway):
            await turns.answer(START)
        await line.mend()
        await is_answered_at_last(turns)
        await database.close()
