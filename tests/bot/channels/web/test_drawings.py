"""The page's pictures are drawn one after another, and each once however many ask for it."""

from __future__ import annotations

import asyncio
import threading

import pytest
from structlog.testing import capture_logs

from bot.channels.web.drawings import Drawings
from bot.images.render_pool import NotDrawn
from handlers.dialog.pictures import Banner
from models.kernel.database import Database

PICTURES = [Banner(f"بازار {number}") for number in range(6)]


async def test_what_many_ask_for_at_once_is_drawn_once(sqlite_database: Database) -> None:
    drawings = Drawings(sqlite_database, str)
    asked = await asyncio.gather(*(drawings.file(PICTURES[0]) for _ in range(20)))
    assert all(pixels is asked[0] for pixels in asked)


async def test_many_pictures_take_one_thread(sqlite_database: Database) -> None:
    before = threading.active_count()
    await asyncio.gather(*map(Drawings(sqlite_database, str).file, PICTURES))
    assert threading.active_count() <= before + 1


async def test_who_goes_away_does_not_take_the_picture_from_the_others(
    sqlite_database: Database,
) -> None:
    drawings = Drawings(sqlite_database, str)
    first, second = (asyncio.create_task(drawings.file(PICTURES[0])) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    assert (await second).startswith(b"\xff\xd8")


async def test_what_could_not_be_drawn_is_tried_again(sqlite_database: Database) -> None:
    drawings = Drawings(sqlite_database, str)
    broken = Banner("x", package="none")  # type: ignore[arg-type]
    for _ in range(2):
        with capture_logs() as logged, pytest.raises(NotDrawn):
            await drawings.file(broken)
        assert [line["event"] for line in logged] == ["picture-not-drawn"]
    assert not drawings._kept
