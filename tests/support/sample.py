"""The sample bazaar for tests: its goods by their English names."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.products.tables import Option, Product
from models.sample import load_sample


async def open_sample(database: Database, now: datetime) -> int:
    """Load the sample, opening in two days; out comes the bazaar's id."""
    async with database.write() as session:
        return await load_sample(session, now + timedelta(days=2), now)


async def product_named(session: AsyncSession, name_en: str) -> int:
    """The id of the product."""
    return (await session.scalars(select(Product.id).where(Product.name_en == name_en))).one()


async def option_ids(session: AsyncSession, name_en: str) -> list[int]:
    """The ids of the product's options, in their order."""
    product_id = await product_named(session, name_en)
    chosen = select(Option.id).where(Option.product_id == product_id).order_by(Option.position)
    return list(await session.scalars(chosen))
