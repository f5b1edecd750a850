"""The doctor, where the database is not there to its last look."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.app.doctor import examine, examine_database
from bot.ground.settings import NO_WAY_IN, Settings
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


async def test_it_says_that_no_contact_is_set_and_finds_no_trouble_in_it(sqlite_url: str) -> None:
    for settings, told in (
        (Settings(database_url=sqlite_url), True),
        (Settings(database_url=sqlite_url, contact_phone="+97165000000"), False),
        (Settings(database_url=sqlite_url, contact_email="shop@example.ae"), False),
    ):
        found = [each async for each in examine(settings)]
        said = [each for each in found if each.what.startswith("contact")]
        assert bool(said) is told
        assert [each.trouble for each in said if each.trouble] == []


@pytest.mark.parametrize(
    ("phone", "email", "named"),
    [
        ("065000", "", "ENTAJ_CONTACT_PHONE"),
        ("the desk", "", "ENTAJ_CONTACT_PHONE"),
        ("", "@entaj", "ENTAJ_CONTACT_EMAIL"),
        ("+97165000000", "shop@example", "ENTAJ_CONTACT_EMAIL"),
    ],
)
async def test_a_contact_that_is_none_is_trouble(
    sqlite_url: str, phone: str, email: str, named: str
) -> None:
    settings = Settings(database_url=sqlite_url, contact_phone=phone, contact_email=email)
    found = [each async for each in examine(settings)]
    (trouble,) = [each.trouble for each in found if each.what == "contact"]
    assert trouble.startswith(named)


async def test_a_shop_that_nobody_could_reach_is_trouble(sqlite_url: str) -> None:
    found = [each async for each in examine(Settings(database_url=sqlite_url, web="off"))]
    assert NO_WAY_IN in [each.trouble for each in found]
