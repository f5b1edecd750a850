"""The photos of a product that is published: some more, one taken off, one put elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.products.publishing import product_to_change, set_photos
from models.products.tables import ProductPhoto

MOST_PHOTOS = 10
"""As many as an album of a chat platform holds."""


async def photos_of(session: AsyncSession, product_id: int) -> list[str]:
    """The hashes of the product's photos in their order; the first is the one on its card."""
    own = select(ProductPhoto.hash).where(ProductPhoto.product_id == product_id)
    return list(await session.scalars(own.order_by(ProductPhoto.position)))


async def change_photos(
    acting: Acting, product_id: int, change: Callable[[list[str]], list[str]]
) -> list[str]:
    """Make the product's photos what `change` makes of them as they are now; out they come.

    There are at most `MOST_PHOTOS`, each once. Refuses NotFound("product").
    """
    await product_to_change(acting.session, product_id)
    there = await photos_of(acting.session, product_id)
    wanted = list(dict.fromkeys(change(list(there))))[:MOST_PHOTOS]
    if wanted != there:
        await set_photos(acting, product_id, wanted)
    return wanted


async def add_photos(acting: Acting, product_id: int, hashes: Sequence[str]) -> list[str]:
    """Put kept photos behind those that there are. Refuses NotFound("product")."""
    return await change_photos(acting, product_id, lambda there: [*there, *hashes])


async def remove_photo(acting: Acting, product_id: int, mark: str) -> list[str]:
    """Take off the photo whose hash begins so; nothing changes where it is off already.

    Refuses NotFound("product").
    """
    return await change_photos(
        acting, product_id, lambda there: [one for one in there if not one.startswith(mark)]
    )


async def place_photo(acting: Acting, product_id: int, mark: str, at: int) -> list[str]:
    """Put the photo whose hash begins so at that place, from 0. Refuses NotFound("product")."""

    def in_new_order(there: list[str]) -> list[str]:
        named = [one for one in there if one.startswith(mark)]
        others = [one for one in there if not one.startswith(mark)]
        place = max(0, min(at, len(others)))
        return [*others[:place], *named, *others[place:]]

    return await change_photos(acting, product_id, in_new_order)
