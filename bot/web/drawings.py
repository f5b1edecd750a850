"""Drawn pictures for the page: each is drawn once and kept while it is looked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import assert_never

import anyio.to_thread

from bot.images import banner, product_card
from bot.images.draw import draw
from handlers.pictures import Banner, Drawn, ProductArt, Receipt, picture_key

MOST_KEPT = 64
Size = tuple[int, int]


class Drawings:
    """The pictures that were drawn last, by what they show."""

    def __init__(self) -> None:
        """Nothing was drawn."""
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    async def png(self, drawn: Drawn) -> bytes:
        """The picture as a PNG, drawn beside the event loop."""
        key = picture_key(drawn)
        pixels = self._kept.get(key)
        if pixels is None:
            pixels = self._kept[key] = await anyio.to_thread.run_sync(draw, drawn)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return pixels

    async def size(self, drawn: Drawn) -> Size:
        """Its width and height in pixels; a receipt is as tall as its lines need."""
        match drawn:
            case Banner():
                return banner.WIDTH, banner.HEIGHT
            case ProductArt():
                return product_card.WIDTH, product_card.HEIGHT
            case Receipt():
                return png_size(await self.png(drawn))
            case _:
                assert_never(drawn)


def png_size(pixels: bytes) -> Size:
    """Width and height from a PNG's header (www.w3.org/TR/png/#11IHDR)."""
    return int.from_bytes(pixels[16:20]), int.from_bytes(pixels[20:24])
