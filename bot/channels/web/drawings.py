"""Drawn pictures for the page: each is drawn once and kept while it is looked at."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from io import BytesIO
from typing import assert_never

from PIL import Image

from bot.channels.media import drawn_file
from bot.images import banner, label, product_card, shelf
from bot.images.render_pool import NotDrawn
from handlers.dialog.links import Address
from handlers.dialog.pictures import (
    Banner,
    CashSheet,
    Drawn,
    HallReceipt,
    LabelArt,
    ProductArt,
    ProductShelf,
    Receipt,
    picture_key,
)
from models.kernel.database import Database

MOST_KEPT = 64
Size = tuple[int, int]


class Drawings:
    """The pictures that were drawn last, or are being drawn, by what they show."""

    def __init__(self, database: Database, address: Address) -> None:
        """A cache in which nothing is drawn yet; `database` keeps the photos of pictures.

        `address` makes of a payload a link into the page.
        """
        self._address = address
        self._database = database
        self._kept: OrderedDict[str, asyncio.Task[bytes]] = OrderedDict()

    async def file(self, picture: Drawn) -> bytes:
        """The picture's file, see `draw`; who asks while it is being drawn waits for the same one.

        A page that goes away meanwhile does not take it from the others. Raises NotDrawn.
        """
        key = picture_key(picture)
        drawing = self._kept.get(key)
        if drawing is None:
            drawing = self._kept[key] = self._draw(picture)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        try:
            return await asyncio.shield(drawing)
        except NotDrawn:
            self._kept.pop(key, None)
            raise

    def _draw(self, picture: Drawn) -> asyncio.Task[bytes]:
        return asyncio.create_task(drawn_file(self._database, picture, self._address))

    async def size(self, picture: Drawn) -> Size:
        """The picture's width and height in pixels; a receipt is as tall as its lines need."""
        match picture:
            case Banner():
                return banner.WIDTH, banner.HEIGHT
            case ProductArt():
                return product_card.WIDTH, product_card.HEIGHT
            case ProductShelf(items=items):
                return shelf.shelf_size(len(items))
            case LabelArt():
                return label.SIZE
            case Receipt() | HallReceipt() | CashSheet():
                return file_size(await self.file(picture))
            case _:
                assert_never(picture)


def file_size(data: bytes) -> Size:
    """Width and height in pixels, by the file's header."""
    with Image.open(BytesIO(data), formats=["JPEG", "PNG"]) as opened:
        return opened.size
