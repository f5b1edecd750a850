"""Killed in the middle of one person's flood: what was acknowledged meanwhile is done after all."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.kernel.database import Database
from models.messaging.deferred_updates import DeferredUpdate
from tests.fake_botapi import FakeBotApi
from tests.kills.shop_process import COMMAND, ShopProcess
from tests.support.opened import opened
from tests.support.waiting import PATIENCE, until
from tests.support.words import word

pytestmark = pytest.mark.slow
SENT = 90


async def answered_after_a_kill(
    api: FakeBotApi, database_url: str, folder: Path, program: tuple[str, ...]
) -> list[int]:
    """Which of so many texts were answered, when the shop was killed with some acknowledged."""
    noisy = api.person("Noisy", language_code="en")
    shop = ShopProcess(api, database_url, folder, program, MOST_ACTS="20")
    try:
        await shop.begin(webhook=False)
        await shop.opened()
        await noisy.starts()
        await noisy.sees(word("package-atayeb", "en"))
        for number in range(SENT):
            await noisy.sends(f"zebra {number:02d}!")
        began = api.platform.loop_time
        while len(api.platform.updates.pending) > SENT // 2:
            assert api.patience_left(began) > 0, "they were not acknowledged"
            await api.platform.changed.wait(0.1)
        await shop.killed()
        assert len(answers(api)) < SENT - 10, "they were to be killed in the middle"
        await shop.begin(webhook=True)
        await shop.opened()
        async with opened(database_url) as database:
            await until(lambda: nothing_is_aside(database))
        await api.quiet()
        await shop.closed()
    finally:
        await shop.abandoned()
    return answers(api)


async def nothing_is_aside(database: Database) -> bool:
    """Whether all that was put aside is done."""
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(DeferredUpdate)) == 0


def answers(api: FakeBotApi) -> list[int]:
    """The numbers of the texts that an answer names."""
    (noisy,) = api.people.values()
    words = " ".join(each.words for each in noisy.screen if each.from_bot)
    return [number for number in range(SENT) if f"zebra {number:02d}" in words]


@pytest.fixture
async def api() -> FakeBotApi:
    """Not opened yet."""
    return FakeBotApi(patience=PATIENCE)


async def test_a_flood_loses_nothing(api: FakeBotApi, sqlite_url: str, tmp_path: Path) -> None:
    async with api:
        found = await answered_after_a_kill(api, sqlite_url, tmp_path, COMMAND)
    assert found == list(range(SENT))


async def test_without_putting_aside_the_same_kill_loses_some(
    api: FakeBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    async with api:
        careless = ("tests.kills.careless", "aside")
        found = await answered_after_a_kill(api, sqlite_url, tmp_path, careless)
    assert len(found) < SENT
