"""What nothing was found for is counted while the shop is open, and what is left when it closes."""

from __future__ import annotations

import pytest

from bot.app import misses
from bot.app.assembly import Storefront
from bot.ground.settings import Settings
from models.kernel.database import Database
from models.products.search.misses import missed_words
from tests.bot.paper import Paper, Writer
from tests.support.opened import opened
from tests.support.waiting import until


async def counted(database: Database) -> dict[str, int]:
    async with database.read() as session:
        return {each.words: each.times for each in (await missed_words(session, 0, 9)).items}


async def test_what_was_not_found_is_counted_in_time_and_at_the_close(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(database_url=sqlite_url, web="off", web_port=0)
    paper = Paper()
    async with Storefront(settings, [paper]) as shop:
        mona = Writer(paper, "mona", shop.port)
        for words in ("/start", "kayak", "kayak"):
            await mona.writes(words)
        assert await counted(shop.database) == {}
    async with opened(sqlite_url) as database:
        assert await counted(database) == {"kayak": 2}
    monkeypatch.setattr(misses, "COUNT_S", 0.01)
    async with Storefront(settings, [paper]) as shop:
        await Writer(paper, "mona", shop.port).writes("kayak")

        async def is_counted() -> bool:
            return await counted(shop.database) == {"kayak": 3}

        await until(is_counted)
