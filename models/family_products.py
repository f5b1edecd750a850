"""A family's own products, hidden and sold out ones too."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.briefs import ProductBrief, product_briefs
from models.catalogue import Product
from models.paging import Page


async def family_products(
    session: AsyncSession, family_id: int, page: int = 0, per_page: int = 8
) -> Page[ProductBrief]:
    """The family's products, newest first."""
    own = Product.family_id == family_id
    newest = select(Product.id).where(own).order_by(Product.id.desc())
    found = await session.scalars(newest.limit(per_page + 1).offset(page * per_page))
    ids = list(found)
    total = await session.scalar(select(func.count()).select_from(Product).where(own))
    briefs = await product_briefs(session, ids[:per_page])
    return Page(briefs, page, len(ids) > per_page, total)
