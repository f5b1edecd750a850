"""What nothing was found for is held, and counted in portions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from models.kernel.database import Database
from models.privacy.searches import AT_ONCE, MOST_HELD, Unfound
from models.products.search.misses import Missed, missed_words
from tests.support.clock import MORNING


async def counted(database: Database) -> list[Missed]:
    async with database.read() as session:
        return list((await missed_words(session, 0, MOST_HELD + 1)).items)


async def test_many_are_counted_in_portions_and_no_more_are_held(database: Database) -> None:
    unfound, later = Unfound(), MORNING + timedelta(minutes=1)
    assert not await unfound.write(database)
    for at in (MORNING, later):
        for number in range(MOST_HELD):
            unfound.add(f"word {number}", at)
        for words in ("one too many", "", "0501234567"):
            unfound.add(words, at)
    assert await unfound.write(database)
    assert len(await counted(database)) == AT_ONCE
    while await unfound.write(database):
        pass
    found = await counted(database)
    assert len(found) == MOST_HELD
    assert {(each.times, each.last_at) for each in found} == {(2, later)}
    unfound.add("Word 7", later)
    assert not await unfound.write(database)
    assert (await counted(database))[0] == Missed("word 7", 3, later)


async def test_what_cannot_be_written_is_lost_and_the_next_is_not(
    sqlite_database: Database,
) -> None:
    unfound = Unfound()
    unfound.add("kayak", MORNING)
    async with sqlite_database.write() as session:
        await session.execute(text("ALTER TABLE search_misses RENAME TO elsewhere"))
    with pytest.raises(Exception, match="search_misses"):
        await unfound.write(sqlite_database)
    async with sqlite_database.write() as session:
        await session.execute(text("ALTER TABLE elsewhere RENAME TO search_misses"))
    unfound.add("boat", MORNING)
    assert not await unfound.write(sqlite_database)
    assert [each.words for each in await counted(sqlite_database)] == ["boat"]
