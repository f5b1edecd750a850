"""Making: how many pieces of a made-to-order product are promised for a day, a counted place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Integer,
    bindparam,
    case,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, dialect_of, insert_for, table_of
from models.kernel.refusals import MakingFull


class MakingDay(Base):
    """How many pieces of a made-to-order product are promised for a day: a counted place."""

    __tablename__ = "making_days"
    __table_args__ = (CheckConstraint("taken >= 0", name="taken"),)

    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)


days = table_of(MakingDay)


class Promise(NamedTuple):
    """So many pieces of a product, of all its options together; `daily_most` 0 sets no limit.

    `option_id` is the one that is named where they cannot be made.
    """

    product_id: int
    option_id: int
    quantity: int
    daily_most: int


async def promise_all(session: AsyncSession, day: date, promises: Sequence[Promise]) -> None:
    """Promise all of that for the day, each product once. Refuses: MakingFull.

    One statement, which takes the products in the order of their ids.
    """
    if not promises:
        return
    wanted = sorted(promises)
    named: dict[str, Any] = {"on": day}
    for at, each in enumerate(wanted):
        if 0 < each.daily_most < each.quantity:
            raise MakingFull(each.option_id, day)
        named |= {f"of{at}": each.product_id, f"by{at}": each.quantity}
        named[f"most{at}"] = each.daily_most
    promised = await session.execute(promise_statement(dialect_of(session), len(wanted)), named)
    kept = set(promised.scalars())
    for each in wanted:
        if each.product_id not in kept:
            raise MakingFull(each.option_id, day)


@cache
def promise_statement(dialect: str, count: int) -> Any:
    """The statement that promises pieces of so many products; out come those that could be."""
    taken, of = days.c.taken, days.c.product_id
    rows = [
        {
            "product_id": bindparam(f"of{at}", type_=of.type),
            "day": bindparam("on", type_=days.c.day.type),
            "taken": bindparam(f"by{at}", type_=Integer),
        }
        for at in range(count)
    ]
    most = case(
        *(
            (of == rows[at]["product_id"], bindparam(f"most{at}", type_=Integer))
            for at in range(count)
        )
    )
    adding = insert_for(dialect, days).values(rows)
    return adding.on_conflict_do_update(
        index_elements=["product_id", "day"],
        set_={"taken": taken + adding.excluded.taken},
        where=or_(most == 0, taken + adding.excluded.taken <= most),
    ).returning(of)


class Wanted(NamedTuple):
    """So many pieces of a made-to-order product, of which a day makes `daily_most`."""

    product_id: int
    quantity: int
    daily_most: int


async def full_days(
    session: AsyncSession, wanted: Sequence[Wanted], first: date, last: date
) -> set[date]:
    """The days from first to last that have no room left for all that is wanted.

    More than a day makes at all fits on none, and is left to `promise_all` to refuse.
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
