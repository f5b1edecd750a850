"""The easel: pictures are drawn beside the event loop, one after another.

Each thread that draws keeps tens of megabytes for itself, and no more pictures come of several.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.images.draw import draw
from handlers.dialog.pictures import Drawn

_EASEL = ThreadPoolExecutor(1, "easel")


async def drawn(picture: Drawn) -> bytes:
    """The picture as a PNG; see `draw`."""
    return await asyncio.get_running_loop().run_in_executor(_EASEL, draw, picture)
