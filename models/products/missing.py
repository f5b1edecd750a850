"""What products on sale lack still: a photo of their own, or words in English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Integer, and_, cast, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.paging import Page
from models.kernel.rows import RowReader
from models.products.tables import Option, Product, ProductPhoto

NO_PHOTO = ~exists().where(ProductPhoto.product_id == Product.id)
NO_LABEL = exists().where(
    Option.product_id == Product.id,
    ~Option.withdrawn,
    Option.label_ar != "",
    Option.label_en == "",
)
NO_ENGLISH = or_(
    Product.name_en == "",
    and_(Product.description_ar != "", Product.description_en == ""),
    NO_LABEL,
)


class Lacking(msgspec.Struct, frozen=True):
    """A product, and what it lacks."""

    id: int
    name_ar: str
    name_en: str
    photo: bool
    english: bool


class LackingCount(msgspec.Struct, frozen=True):
    """How many products lack a photo, and how many an English text."""

    photo: int = 0
    english: int = 0


ROW = RowReader(
    Lacking,
    id=Product.id,
    name_ar=Product.name_ar,
    name_en=Product.name_en,
    photo=NO_PHOTO,
    english=NO_ENGLISH,
)


def how_many(lacks: ColumnElement[bool]) -> ColumnElement[int]:
    """How many of the products lack it."""
    return func.coalesce(func.sum(cast(lacks, Integer)), 0)


async def count_lacking(session: AsyncSession) -> LackingCount:
    """How many products that are not hidden lack something."""
    counted = select(how_many(NO_PHOTO), how_many(NO_ENGLISH)).where(~Product.hidden)
    photo, english = (await session.execute(counted)).one()
    return LackingCount(photo, english)


async def lacking(session: AsyncSession, page: int, per_page: int) -> Page[Lacking]:
    """The products that are not hidden and lack something, the newest first."""
    chosen = select(*ROW.columns).where(~Product.hidden, or_(NO_PHOTO, NO_ENGLISH))
    some = chosen.order_by(Product.id.desc()).limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Sequence[Any]] = (await session.execute(some)).all()
    return Page(tuple(ROW.read(row) for row in rows[:per_page]), page, len(rows) > per_page)
