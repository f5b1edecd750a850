"""Pictures are drawn one at a time, and a screen's does not wait behind many receipts."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from bot.channels.media import Media
from bot.runtime.fair_queue import FairQueue
from handlers.dialog.pictures import Banner, ProductShelf, Receipt, ShelfArt
from models.kernel.database import Database
from models.products.photos import keep_photo


async def test_a_shelf_is_drawn_with_the_photos_that_are_kept(sqlite_database: Database) -> None:
    kept, gone = (
        ProductShelf((ShelfArt(1, "لقيمات", "25 د.إ", "atayeb", photo=name),)) for name in "ab"
    )
    red = BytesIO()
    Image.new("RGB", (640, 480), "red").save(red, "JPEG")
    async with sqlite_database.write() as session:
        await keep_photo(session, "a", red.getvalue(), 640, 480, datetime.now(UTC))
    media = Media(sqlite_database, str)
    files = [(await media.make_file(each)).content for each in (kept, gone)]
    assert files[0] != files[1]


RECEIPTS = [Receipt("إيصال", "", "", f"{number}", "", (), "", "") for number in range(12)]


@pytest.mark.parametrize("apart", [True, False])
async def test_a_screens_picture_does_not_wait_behind_receipts(
    sqlite_database: Database, apart: bool
) -> None:
    """The twin knows no difference."""
    media = Media(sqlite_database, str)
    if not apart:
        media._receipts = FairQueue(len(RECEIPTS), len(RECEIPTS))
    made: list[Banner | Receipt] = []

    async def make(picture: Banner | Receipt) -> None:
        head = b"\x89PNG" if isinstance(picture, Receipt) else b"\xff\xd8"
        assert (await media.make_file(picture)).content.startswith(head)
        made.append(picture)

    drawing = [asyncio.create_task(make(receipt)) for receipt in RECEIPTS]
    await asyncio.sleep(0)
    screen = Banner("بازار إنتاج")
    await asyncio.gather(make(screen), *drawing)
    behind = made.index(screen)
    assert behind <= 2 if apart else behind == len(RECEIPTS)
