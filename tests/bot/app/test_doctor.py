"""The doctor, where the database is not there to its last look."""

from __future__ import annotations

from sqlalchemy import text

from bot.app.doctor import examine_database
from models.kernel.database import Database
from tests.support.opened import opened
from tests.support.outage import Line


async def test_a_database_that_goes_away_meanwhile_is_a_finding(postgres_url: str) -> None:
    async with Line(postgres_url) as line, opened(line.url) as database:
        troubles = []
        async for finding in examine_database(database):
            troubles.append(finding.trouble.partition(" (")[0])
            await line.cut()
    assert troubles == ["", "it cannot be reached"]


async def test_a_table_that_is_not_there_is_a_finding(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("ALTER TABLE owed_messages RENAME TO elsewhere"))
    *_, last = [finding async for finding in examine_database(database)]
    assert last.trouble.startswith("it cannot be read")
