"""Whether a brand has a product of that name already, however it is spelled."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.folding import normalise
from models.products.tables import Product


class Named(NamedTuple):
    """A product with its names."""

    id: int
    name_ar: str
    name_en: str


async def same_name(
    session: AsyncSession, family_id: int, name_ar: str, name_en: str, *, but: int = 0
) -> Named | None:
    """The first product of the family with one of these names, hidden or not; never the one `but`.

    An empty name is nobody's.
    """
    own = select(Product.id, Product.name_ar, Product.name_en)
    own = own.where(Product.family_id == family_id, Product.id != but).order_by(Product.id)
    ar, en = normalise(name_ar), normalise(name_en)
    for row in await session.execute(own):
        called = Named(*row)
        if (ar and ar == normalise(called.name_ar)) or (en and en == normalise(called.name_en)):
            return called
    return None
