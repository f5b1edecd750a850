"""A brand under another name: its products are found by the new one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.catalogue import Product
from models.errors import NotFound
from models.facts import FamilyRenamed, record
from models.families import Family, require_new
from models.search import index_product


async def rename_family(
    session: AsyncSession,
    family_id: int,
    brand_ar: str,
    brand_en: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Give the brand these names. Refuses NotFound("family"), and AlreadyThere for another's."""
    # The whole lock: a product of hers that is published meanwhile waits, and has this name then.
    family = await session.get(Family, family_id, with_for_update=True, populate_existing=True)
    if family is None:
        raise NotFound("family")
    await require_new(session, brand_ar, brand_en, but=family_id)
    told = FamilyRenamed(family_id, family.brand_ar, brand_ar)
    family.brand_ar, family.brand_en = brand_ar, brand_en
    await session.flush()
    own = select(Product.id).where(Product.family_id == family_id).order_by(Product.id)
    for product_id in (await session.scalars(own)).all():
        await index_product(session, product_id)
    record(session, told, now, actor_id)
