"""A product in a line: what lists of results and the staff's catalogue show of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.money import Money
from models.kernel.prepared import prepared
from models.kernel.rows import RowReader
from models.products.product_pages import OWN_PHOTOS
from models.products.tables import Option, Product

products = Product.__table__
options = Option.__table__
families = Family.__table__


class ProductBrief(msgspec.Struct, frozen=True):
    """A product in a list. `price` is the lowest of its options' prices, `varies` if not the only.

    `left` counts what is on hand of all its options; a made-to-order product has 0. `photo` is the
    hash of its first photo, if any.
    """

    id: int
    package: str
    brand_ar: str
    brand_en: str
    name_ar: str
    name_en: str
    made_to_order: bool
    hidden: bool
    offered: bool
    price: Money
    varies: bool
    left: int
    photo: str | None = None


LOWEST = func.min(options.c.price, type_=options.c.price.type)
BRIEF = RowReader(
    ProductBrief,
    id=products.c.id,
    package=products.c.package,
    brand_ar=families.c.brand_ar,
    brand_en=families.c.brand_en,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    made_to_order=products.c.made_to_order,
    hidden=products.c.hidden,
    offered=products.c.offered,
    price=LOWEST,
    varies=func.max(options.c.price) > func.min(options.c.price),
    left=func.sum(options.c.on_hand),
    photo=OWN_PHOTOS.limit(1).scalar_subquery(),
)
BRIEFS = prepared(
    select(*BRIEF.columns)
    .join_from(products, families, families.c.id == products.c.family_id)
    .join(options, options.c.product_id == products.c.id)
    .where(products.c.id.in_(bindparam("ids", expanding=True)), ~options.c.withdrawn)
    .group_by(products.c.id, families.c.id)
)


async def product_briefs(session: AsyncSession, ids: Sequence[int]) -> tuple[ProductBrief, ...]:
    """The products of these ids, in that order; one without options is left out."""
    if not ids:
        return ()
    rows: Sequence[Sequence[Any]] = (await session.execute(BRIEFS, {"ids": list(ids)})).all()
    found = {brief.id: brief for brief in map(BRIEF.read, rows)}
    return tuple(found[product_id] for product_id in ids if product_id in found)
