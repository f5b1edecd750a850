"""Brands with what they offer: their numbers, their pages, and another name for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family, require_new
from models.kernel.acting import Acting
from models.kernel.facts import FamilyRenamed, record
from models.kernel.paging import Page
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.people.access import FamilyMember
from models.products.search.queries import index_product
from models.products.tables import Product

MOST_BRANDS = 2000  # all of them, where one is looked for among all


class FamilyView(msgspec.Struct, frozen=True):
    """A brand with the number of its products (hidden ones too) and of its members."""

    id: int
    brand_ar: str
    brand_en: str
    products: int
    members: int


VIEW = RowReader(
    FamilyView,
    id=Family.id,
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    products=select(func.count()).where(Product.family_id == Family.id).scalar_subquery(),
    members=select(func.count()).where(FamilyMember.family_id == Family.id).scalar_subquery(),
)


async def families(session: AsyncSession, page: int, per_page: int) -> Page[FamilyView]:
    """The brands in the order of their Arabic names."""
    ordered = briefs().order_by(Family.brand_ar, Family.id)
    some = ordered.limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Sequence[Any]] = (await session.execute(some)).all()
    total = await session.scalar(select(func.count()).select_from(Family))
    shown = tuple(VIEW.read(row) for row in rows[:per_page])
    return Page(shown, page, len(rows) > per_page, total)


async def family(session: AsyncSession, family_id: int) -> FamilyView:
    """One brand. Refuses NotFound("family")."""
    row: Sequence[Any] | None = (
        await session.execute(briefs().where(Family.id == family_id))
    ).one_or_none()
    if row is None:
        raise NotFound("family")
    return VIEW.read(row)


def briefs() -> Select[Any]:
    """The look-up of brands with their numbers."""
    return select(*VIEW.columns)


async def rename_family(acting: Acting, family_id: int, brand_ar: str, brand_en: str) -> None:
    """Give the brand these names. Refuses NotFound("family"), and AlreadyThere for another's."""
    session = acting.session
    # The whole lock: a product of hers that is published meanwhile waits, and has this name then.
    family = await session.get(Family, family_id, with_for_update=True, populate_existing=True)
    if family is None:
        raise NotFound("family")
    await require_new(session, brand_ar, brand_en, but=family_id)
    was = (family.brand_ar, family.brand_en)
    told = FamilyRenamed(family_id, was[0], brand_ar, was[1], brand_en)
    family.brand_ar, family.brand_en = brand_ar, brand_en
    await session.flush()
    own = select(Product.id).where(Product.family_id == family_id).order_by(Product.id)
    for product_id in (await session.scalars(own)).all():
        await index_product(session, product_id)
    record(acting, told)
