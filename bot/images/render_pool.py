"""The render pool: pictures are drawn beside the event loop, one after another.

Each thread that draws keeps tens of megabytes for itself, and no more pictures come of several.
"""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import structlog

from handlers.dialog.pictures import Drawn, HallReceipt, Receipt, picture_key

log = structlog.get_logger(__name__)
_POOL = ThreadPoolExecutor(1, "render")


class NotDrawn(Exception):
    """A picture that cannot be drawn: a defect of ours, logged already. Its words are shown."""


def drawn_type(picture: Drawn) -> str:
    """The media type of the file that is drawn, see `draw`."""
    return "image/png" if isinstance(picture, Receipt | HallReceipt) else "image/jpeg"


def draw_one(picture: Drawn, photos: Mapping[str, bytes]) -> bytes:
    """See `draw`; what it draws with is loaded with the first picture, in the pool's own thread."""
    from bot.images.draw import draw

    return draw(picture, photos)


async def render_picture(picture: Drawn, photos: Mapping[str, bytes]) -> bytes:
    """The picture as a file's bytes, see `draw`; raises NotDrawn, whatever the reason."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_POOL, draw_one, picture, photos)
    except Exception as defect:
        log.exception("picture-not-drawn", picture=picture_key(picture))
        raise NotDrawn(picture_key(picture)) from defect
