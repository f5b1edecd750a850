"""A product that is still being filled in keeps its photos, however long that takes."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.turns import Turns
from models.messaging.photo_cleanup import UNUSED_FOR, forget_unused_photos, unused_photos
from models.products.photos import keep_photo
from models.products.tables import Photo
from tests.handlers.staff.drafts import at_preview
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.words import label, word

SENT = "a" * 64


async def kept(turns: Turns) -> list[str]:
    """The photos that are left after the housekeeping."""
    before = turns.clock() - UNUSED_FOR
    unused = await unused_photos(turns.database.read, before)
    async with turns.database.write() as session:
        await forget_unused_photos(session, unused, before)
        return list(await session.scalars(select(Photo.hash)))


async def with_photo(turns: Turns) -> Talk:
    """Somebody before the preview of a product, who has sent a photo of it."""
    async with turns.database.write() as session:
        await keep_photo(session, SENT, b"jpeg", 10, 10, turns.clock())
    talk = await at_preview(turns)
    await talk.presses(label("button-change-answer"))
    await talk.presses(word("adding-part-photos"))
    await talk.sends_photo(SENT)
    await talk.presses(word("button-photos-done"))
    return talk


async def test_until_it_is_published_or_given_up(turns: Turns, clock: HandClock) -> None:
    talk = await with_photo(turns)
    clock.advance(days=3)
    assert await kept(turns) == [SENT]
    await talk.presses(label("button-publish"))
    assert await kept(turns) == [SENT]


async def test_given_up_it_keeps_none(turns: Turns, clock: HandClock) -> None:
    talk = await with_photo(turns)
    assert talk.cards[-1].picture == StoredPhoto(SENT)
    await talk.says("/cancel")
    await talk.presses("نعم")
    clock.advance(days=3)
    assert await kept(turns) == []
