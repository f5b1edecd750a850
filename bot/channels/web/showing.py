"""Makes stored messages ready for the browser, with the room that each picture will take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.web.bodies import Shown, decode_body, picture_of, render_message
from bot.channels.web.drawings import Drawings, Size
from bot.images.render_pool import NotDrawn
from handlers.dialog.pictures import Picture, StoredPhoto
from models.messaging.web_messages import WebMessageView
from models.products.photos import photo_sizes

log = structlog.get_logger(__name__)
NO_SIZE: Size = (0, 0)


class Ready(msgspec.Struct, frozen=True):
    """A message in words, and its picture whose size is still to be told."""

    message: Shown
    picture: Picture | None


def ready(lines: Iterable[WebMessageView]) -> list[Ready]:
    """The messages in words. One that cannot be put into words must not hold up the others."""
    made = []
    for line in lines:
        try:
            body = decode_body(line.body)
            made.append(Ready(render_message(line, body), picture_of(body)))
        except Exception:
            log.exception("message-unreadable", message=line.id)
    return made


async def sizes_of_photos(session: AsyncSession, messages: Iterable[Ready]) -> dict[str, Size]:
    """The sizes in pixels of the photos in these messages, by their hashes."""
    return await photo_sizes(
        session, {each.picture.hash for each in messages if isinstance(each.picture, StoredPhoto)}
    )


async def with_sizes(
    messages: Sequence[Ready], photos: dict[str, Size], drawings: Drawings
) -> list[Shown]:
    """The messages as they are sent, each with the size of its picture (0, 0 when unknown).

    A picture that cannot be drawn is left out, and its message's words stay.
    """
    return [await with_size(each, photos, drawings) for each in messages]


async def size_of(message: Ready, photos: dict[str, Size], drawings: Drawings) -> Size:
    """The size of a message's picture; raises NotDrawn."""
    match message.picture:
        case None:
            return NO_SIZE
        case StoredPhoto(hash=name):
            return photos.get(name, NO_SIZE)
        case drawn:
            return await drawings.size(drawn)


async def with_size(message: Ready, photos: dict[str, Size], drawings: Drawings) -> Shown:
    """The message with its picture's width and height, or without its picture."""
    try:
        width, height = await size_of(message, photos, drawings)
    except NotDrawn:
        return msgspec.structs.replace(message.message, picture="", alt="")
    return msgspec.structs.replace(message.message, width=width, height=height)
