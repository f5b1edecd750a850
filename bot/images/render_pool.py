"""The render pool: pictures are drawn beside the event loop, one after another.

Each thread that draws keeps tens of megabytes for itself, and no more pictures come of several.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import structlog

from handlers.dialog.links import Address
from handlers.dialog.pictures import CashSheet, Drawn, HallReceipt, Receipt, picture_key
from handlers.dialog.speech import LabelsFile, RasterFile

log = structlog.get_logger(__name__)
_POOL = ThreadPoolExecutor(1, "render")


class NotDrawn(Exception):
    """A picture that cannot be drawn: a defect of ours, logged already. Its words are shown."""


def drawn_type(picture: Drawn) -> str:
    """The media type of the file that is drawn, see `draw`."""
    return "image/png" if isinstance(picture, Receipt | HallReceipt | CashSheet) else "image/jpeg"


def draw_one(picture: Drawn, photos: Mapping[str, bytes], address: Address) -> bytes:
    """See `draw`; what it draws with is loaded with the first picture, in the pool's own thread."""
    from bot.images.draw import draw

    return draw(picture, photos, address)


def draw_print(file: LabelsFile | RasterFile, address: Address) -> bytes:
    """See `print_bytes`; what it draws with is loaded as for `draw_one`."""
    from bot.images.prints import print_bytes

    return print_bytes(file, address)


async def render_picture(picture: Drawn, photos: Mapping[str, bytes], address: Address) -> bytes:
    """The picture as a file's bytes, see `draw`; raises NotDrawn, whatever the reason."""
    return await render(picture_key(picture), partial(draw_one, picture, photos, address))


async def render_print(file: LabelsFile | RasterFile, address: Address) -> bytes:
    """What is to be printed as a file's bytes, see `print_bytes`; raises NotDrawn."""
    return await render(file.name, partial(draw_print, file, address))


async def render(name: str, drawing: Callable[[], bytes]) -> bytes:
    """What is drawn in the pool; raises NotDrawn, where the log names it so."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_POOL, drawing)
    except Exception as defect:
        log.exception("picture-not-drawn", picture=name)
        raise NotDrawn(name) from defect
