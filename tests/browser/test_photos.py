"""The further photos of a product are leafed to on its card."""

from __future__ import annotations

import io

from PIL import Image
from playwright.async_api import expect
from sqlalchemy import select

from bot.images.photos import accept_photo
from bot.runtime.scheduler import utc_now
from models.kernel.database import Database
from models.products.photos import keep_photo
from models.products.publishing import set_photos
from models.products.tables import Product
from tests.browser.chat import Panes
from tests.support.acting import acting
from tests.support.words import word


async def add_photos(database: Database, colours: tuple[str, ...]) -> None:
    """Give the first product of the first package a photo of each colour."""
    async with database.write() as session:
        first = select(Product.id).where(Product.package == "atayeb").order_by(Product.id)
        product_id = (await session.scalars(first.limit(1))).one()
        kept = []
        for colour in colours:
            out = io.BytesIO()
            Image.new("RGB", (320, 240), colour).save(out, "JPEG")
            photo = accept_photo(out.getvalue())
            jpeg, size = photo.jpeg, (photo.width, photo.height)
            await keep_photo(session, photo.hash, jpeg, *size, utc_now())
            kept.append(photo.hash)
        await set_photos(acting(session, now=utc_now()), product_id, kept)


async def test_each_photo_takes_the_place_of_the_one_before(
    database: Database, panes: Panes
) -> None:
    await add_photos(database, ("teal", "plum"))
    customer = panes.customer
    await customer.presses(word("package-atayeb"))
    await customer.presses("1 · ")
    count = await customer.messages.count()
    picture = customer.messages.last.locator("img")
    seen = set()
    for label in ("›", "‹"):
        await expect(picture).to_have_js_property("naturalWidth", 320)
        seen.add(await picture.get_attribute("src"))
        await customer.presses(label)
    await expect(customer.button("1/2")).to_be_visible()
    seen.add(await picture.get_attribute("src"))
    assert len(seen) == 2
    await expect(customer.messages).to_have_count(count)
