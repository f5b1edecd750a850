"""Whoever was erased is erased again when a backup of before is put back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app.backups import back_up, restore
from bot.app.erased_people import FILE, ErasedPeople
from models.kernel.database import Database
from models.people.addresses import save_address
from models.people.people import SavedAddress
from models.privacy.erasing import erase_person
from models.privacy.sweeping import GOODBYE
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.orders import HOME
from tests.support.shelves import a_person


def nothing(_done: int, _pages: int) -> None:
    """No progress is shown."""


async def addresses(database: Database) -> list[int]:
    """The people of whom an address is kept."""
    async with database.read() as session:
        return list(await session.scalars(select(SavedAddress.person_id)))


async def two_in_a_backup(database: Database, file: Path, copy: Path) -> tuple[int, int]:
    """Two people with an address each, who are in the backup."""
    async with database.write() as session:
        people = await a_person(session), await a_person(session)
        for each in people:
            await save_address(session, each, HOME)
    back_up(file, copy, nothing)
    return people


async def test_a_backup_brings_nobody_back(
    sqlite_url: str, tmp_path: Path, clock: HandClock
) -> None:
    file, copy = tmp_path / "shop.db", tmp_path / "copy.db"
    async with opened(sqlite_url) as database:
        gone, stays = await two_in_a_backup(database, file, copy)
        people = ErasedPeople(database, tmp_path, clock, nameless=())
        async with database.write() as session:
            await erase_person(acting(session, gone, clock.now), gone)
        await people.look_after()
        assert await addresses(database) == [stays]
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    restore(copy, file, nothing)
    async with opened(sqlite_url) as database:
        assert await addresses(database) == [gone, stays]
        with (tmp_path / FILE).open("ab") as file_of_erased:
            file_of_erased.write(b"cut of")
        clock.now += GOODBYE + timedelta(days=1)
        people = ErasedPeople(database, tmp_path, clock, nameless=())
        for _ in range(2):
            await people.look_after()
            assert await addresses(database) == [stays]


@pytest.mark.parametrize("looks_first", [True, False])
async def test_who_was_erased_just_before_the_shop_closed_stays_erased(
    sqlite_url: str, tmp_path: Path, clock: HandClock, looks_first: bool
) -> None:
    """The twin puts the backup's file in the database's place without looking at what was there."""
    file, copy = tmp_path / "shop.db", tmp_path / "copy.db"
    async with opened(sqlite_url) as database:
        gone, stays = await two_in_a_backup(database, file, copy)
        async with database.write() as session:
            await erase_person(acting(session, gone, clock.now), gone)
    if looks_first:
        restore(copy, file, nothing)
    else:
        copy.replace(file)
    async with opened(sqlite_url) as database:
        await ErasedPeople(database, tmp_path, clock, nameless=()).look_after()
        assert await addresses(database) == ([stays] if looks_first else [gone, stays])


async def test_a_number_that_is_somebody_else_now_is_left_alone(
    sqlite_url: str, tmp_path: Path, clock: HandClock
) -> None:
    async with opened(sqlite_url) as database:
        async with database.write() as session:
            person = await a_person(session)
            await save_address(session, person, HOME)
        line = (
            f'{{"person_id":{person},"since":"2020-01-01T00:00:00Z","at":"2020-01-02T00:00:00Z"}}'
        )
        (tmp_path / FILE).write_text(line)
        await ErasedPeople(database, tmp_path, clock, nameless=()).look_after()
        assert await addresses(database) == [person]
