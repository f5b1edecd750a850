"""Shelves: the products that a package or a family offers, a few at a time, each read at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Select, bindparam, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.money import Money
from models.kernel.paging import Page
from models.kernel.prepared import prepared
from models.kernel.rows import RowReader
from models.products.product_pages import OFFERED, OWN_PHOTOS
from models.products.tables import Audience, Option, PackageCount, Product

PER_SHELF = 6
"""So many products stand on a shelf: two beside each other, three under each other."""

products = Product.__table__
options = Option.__table__
families = Family.__table__
counts = PackageCount.__table__


class ShelfItem(msgspec.Struct, frozen=True):
    """A product as it stands on a shelf. `price` is the lowest of its options', in fils.

    `varies`: they have other prices too. `photo` is the hash of its first photo, if any.
    """

    id: int
    package: str
    name_ar: str
    name_en: str
    made_to_order: bool
    offered: bool
    price: Money
    varies: bool
    photo: str | None


class PackageShelf(msgspec.Struct, frozen=True):
    """A page of what a package offers, and whether it offers things for more than one audience."""

    page: Page[ShelfItem]
    mixed: bool = False


class BrandShelf(msgspec.Struct, frozen=True):
    """A page of what a family offers, with its brand."""

    page: Page[ShelfItem]
    brand_ar: str
    brand_en: str


ITEM = RowReader(
    ShelfItem,
    id=products.c.id,
    package=products.c.package,
    name_ar=products.c.name_ar,
    name_en=products.c.name_en,
    made_to_order=products.c.made_to_order,
    offered=products.c.offered,
    price=func.min(options.c.price, type_=options.c.price.type),
    varies=func.max(options.c.price) > func.min(options.c.price),
    photo=OWN_PHOTOS.limit(1).scalar_subquery(),
)
WIDTH = len(ITEM.columns)
OF_PACKAGE = products.c.package == bindparam("package")
FOR_AUDIENCE = products.c.audience == bindparam("audience")
OF_FAMILY = products.c.family_id == bindparam("family_id")


def on_shelf(*beside: Any) -> Select[Any]:
    """The products with their lowest prices, in the order of their ids, each row with `beside`."""
    return (
        select(*ITEM.columns, *beside)
        .join_from(products, options, options.c.product_id == products.c.id)
        .where(~options.c.withdrawn)
        .group_by(products.c.id)
        .order_by(products.c.id)
    )


def at_place(*conditions: Any) -> Any:
    """The ids of one page of what is offered under these conditions, without its rows."""
    return (
        select(products.c.id)
        .where(*conditions, OFFERED)
        .order_by(products.c.id)
        .limit(PER_SHELF)
        .offset(bindparam("start"))
        .scalar_subquery()
    )


def audience_at(end: Any) -> Any:
    """The first (`func.min`) or last (`func.max`) of a package's audiences in their index."""
    return select(end(products.c.audience)).where(OF_PACKAGE, OFFERED).scalar_subquery()


@cache
def package_look_up(narrowed: bool) -> Select[Any]:
    """The one statement that a page of a package's shelf takes."""
    conditions = (OF_PACKAGE, FOR_AUDIENCE) if narrowed else (OF_PACKAGE,)
    if narrowed:
        total = select(func.count()).select_from(products).where(*conditions, OFFERED)
        mixed: Any = literal(True)
    else:
        total = select(counts.c.offered).where(counts.c.package == bindparam("package"))
        mixed = audience_at(func.min) != audience_at(func.max)
    asked = on_shelf(total.scalar_subquery(), mixed)
    return prepared(asked.where(products.c.id.in_(at_place(*conditions))))


BRAND_LOOK_UP = prepared(
    on_shelf(
        select(func.count()).select_from(products).where(OF_FAMILY, OFFERED).scalar_subquery(),
    ).where(products.c.id.in_(at_place(OF_FAMILY)))
)
BRAND_OF = prepared(
    select(families.c.brand_ar, families.c.brand_en).where(families.c.id == bindparam("family_id"))
)
AUDIENCES = prepared(
    select(products.c.audience, func.count())
    .where(OF_PACKAGE, OFFERED)
    .group_by(products.c.audience)
)


async def package_shelf(
    session: AsyncSession, package: str, audience: str = "", page: int = 0
) -> PackageShelf:
    """A page (from 0) of what the package offers (to that audience); beyond the last, the first."""
    asked = {"package": package, "audience": audience, "start": page * PER_SHELF}
    rows = (await session.execute(package_look_up(bool(audience)), asked)).all()
    if not rows:
        return await package_shelf(session, package, audience) if page else PackageShelf(Page())
    total, mixed = rows[0][WIDTH:]
    return PackageShelf(shelf_page(rows, page, total), bool(mixed))


async def brand_shelf(session: AsyncSession, family_id: int, page: int = 0) -> BrandShelf | None:
    """A page (from 0) of what the family offers, beyond the last the first; None for no family."""
    named = (await session.execute(BRAND_OF, {"family_id": family_id})).all()
    if not named:
        return None
    asked = {"family_id": family_id, "start": page * PER_SHELF}
    rows = (await session.execute(BRAND_LOOK_UP, asked)).all()
    if not rows and page:
        return await brand_shelf(session, family_id)
    shown = shelf_page(rows, page, rows[0][WIDTH]) if rows else Page[ShelfItem]()
    return BrandShelf(shown, *named[0])


async def audience_counts(session: AsyncSession, package: str) -> dict[str, int]:
    """How many products the package offers to each audience that it has something for, in order."""
    rows = await session.execute(AUDIENCES, {"package": package})
    counted = {row[0]: row[1] for row in rows}
    return {each.value: counted[each] for each in Audience if each in counted}


def shelf_page(rows: Sequence[Sequence[Any]], page: int, total: int) -> Page[ShelfItem]:
    """The page of these rows, which says how many there are in all."""
    items = tuple(map(ITEM.read, rows))
    return Page(items, page, (page + 1) * PER_SHELF < total, total)
