"""Making: how many pieces of a made-to-order product are promised for a day, a counted place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import CheckConstraint, ForeignKey, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base
from models.kernel.refusals import MakingFull
from models.kernel.upsert import insert_into


class MakingDay(Base):
    """How many pieces of a made-to-order product are promised for a day: a counted place."""

    __tablename__ = "making_days"
    __table_args__ = (CheckConstraint("taken >= 0", name="taken"),)

    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)


async def promise(
    session: AsyncSession,
    option_id: int,
    product_id: int,
    day: date,
    quantity: int,
    daily_most: int,
) -> None:
    """Promise so many pieces for that day; `daily_most` 0 sets no limit. Refuses: MakingFull.

    Whoever promises more than one product does so in the order of their ids.
    """
    adding = insert_into(session, MakingDay).values(product_id=product_id, day=day, taken=quantity)
    promised = await session.execute(
        adding.on_conflict_do_update(
            index_elements=["product_id", "day"],
            set_={"taken": MakingDay.taken + quantity},
            where=(MakingDay.taken + quantity <= daily_most) if daily_most else None,
        ).returning(MakingDay.taken)
    )
    if promised.first() is None or 0 < daily_most < quantity:
        raise MakingFull(option_id, day)


class Wanted(NamedTuple):
    """So many pieces of a made-to-order product, of which a day makes `daily_most`."""

    product_id: int
    quantity: int
    daily_most: int


async def full_days(
    session: AsyncSession, wanted: Sequence[Wanted], first: date, last: date
) -> set[date]:
    """The days from first to last that have no room left for all that is wanted.

    More than a day makes at all fits on none, and is left to `promise` to refuse.
    """
    asked = {each.product_id: each for each in wanted if 0 < each.quantity <= each.daily_most}
    if not asked:
        return set()
    rows = await session.execute(
        select(MakingDay.product_id, MakingDay.day, MakingDay.taken).where(
            MakingDay.product_id.in_(asked), MakingDay.day.between(first, last)
        )
    )
    return {
        row.day
        for row in rows
        if row.taken + asked[row.product_id].quantity > asked[row.product_id].daily_most
    }


async def release(session: AsyncSession, product_id: int, day: date, quantity: int) -> None:
    """Take the promise of so many pieces back."""
    await session.execute(
        update(MakingDay)
        .where(MakingDay.product_id == product_id, MakingDay.day == day)
        .values(taken=MakingDay.taken - quantity)
    )
